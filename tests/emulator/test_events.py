"""`admin.ListEvents`: types, payloads, filters, order and the cap of 1,000."""

from __future__ import annotations

from typing import Any

import pytest
from zitadel.admin_pb2 import ListEventsRequest

import zgrpc


def test_events_name_type_aggregate_and_payload(client: zgrpc.Client) -> None:
    project = client.management.add_project(name="Shop").id
    client.management.add_project_role(project_id=project, role_key="admin", display_name="Admin", group="g")
    user = client.management.add_machine_user(user_name="ada", name="Ada").user_id
    grant = client.management.add_user_grant(user_id=user, project_id=project, role_keys=["admin"]).user_grant_id
    client.management.add_project_member(project_id=project, user_id=user, roles=["PROJECT_OWNER"])
    client.management.remove_project_role(project_id=project, role_key="admin")
    found = [
        (event.type.type, event.aggregate.id, zgrpc.to_dict(event)["payload"])
        for event in client.admin.list_events(asc=True)
        if event.aggregate.id in (project, grant)
    ]
    assert found == [
        ("project.added", project, {"name": "Shop"}),
        ("project.role.added", project, {"key": "admin", "displayName": "Admin", "group": "g"}),
        ("user.grant.added", grant, {"userId": user, "projectId": project, "roleKeys": ["admin"]}),
        ("project.member.added", project, {"userId": user, "roles": ["PROJECT_OWNER"]}),
        ("project.role.removed", project, {"key": "admin"}),
        ("user.grant.cascade.changed", grant, {"roleKeys": []}),
    ]


def test_an_answer_has_at_most_1000_events_and_the_list_has_all(client: zgrpc.Client) -> None:
    for number in range(210):
        user = client.management.add_machine_user(user_name=f"bot-{number}", name="Bot").user_id
        for name in "abcd":
            client.management.update_machine(user_id=user, name=name)
    assert len(client.admin.list_events.page(ListEventsRequest(limit=5000, asc=True)).events) == 1000
    every = list(client.admin.list_events(asc=True))
    identities = {(event.aggregate.type.type, event.aggregate.id, event.sequence) for event in every}
    assert len(every) == len(identities) > 1050
    assert [event.creation_date.ToNanoseconds() for event in every] == sorted(
        event.creation_date.ToNanoseconds() for event in every
    )
    newest_first = [event.creation_date.ToNanoseconds() for event in client.admin.list_events()]
    assert newest_first == sorted(newest_first, reverse=True)


def test_events_are_filtered_by_type_aggregate_owner_and_time(client: zgrpc.Client) -> None:
    org = client.management.add_org(name="Acme").id
    project = client.management.add_project(name="Later").id
    client.management.add_user_grant(user_id=client.auth.get_my_user().user.id, project_id=project)
    page = client.admin.list_events.page
    owned = page(ListEventsRequest(resource_owner=org)).events
    assert {event.aggregate.resource_owner for event in owned} == {org}
    typed = page(ListEventsRequest(event_types=["org.added"], aggregate_id=org)).events
    assert [event.type.type for event in typed] == ["org.added"]
    kinds = page(ListEventsRequest(aggregate_types=["org"])).events
    assert {event.aggregate.type.type for event in kinds} == {"org"}
    request = ListEventsRequest(asc=True)
    getattr(request, "from").CopyFrom(typed[0].creation_date)
    later = page(request).events
    assert later
    assert all(event.creation_date.ToNanoseconds() > typed[0].creation_date.ToNanoseconds() for event in later)
    names = [kind.type for kind in client.admin.list_event_types()]
    assert "org.added" in names
    assert "usergrant" in {kind.type for kind in client.admin.list_aggregate_types()}


def test_events_need_an_iam_role(client: zgrpc.Client) -> None:
    org = client.management.add_org(name="Other")
    there = client.with_org(org.id)
    bot = there.management.add_machine_user(user_name="other-bot", name="Bot").user_id
    there.management.add_org_member(user_id=bot, roles=["ORG_OWNER"])
    token = there.management.add_personal_access_token(user_id=bot).token
    with pytest.raises(zgrpc.PermissionDeniedError):
        client.admin.list_events.page(ListEventsRequest(), metadata=(("authorization", f"Bearer {token}"),))


def said(wire: Any, aggregate_id: str) -> dict[str, dict[str, Any]]:
    events = wire.rpc("admin.ListEvents", aggregate_id=aggregate_id, asc=True).events
    return {event.type.type: dict(event.payload) for event in events}


def test_events_of_users_say_what_was_added_and_what_changed(wire: Any) -> None:
    bot = wire.call("AddMachineUser", user_name="bot", name="Bot", description="nightly").user_id
    wire.call("UpdateMachine", user_id=bot, name="Bot", description="hourly")
    wire.call("SetUserMetadata", id=bot, key="team", value=b"blue")
    events = said(wire, bot)
    assert events["user.machine.added"] == {"userName": "bot", "name": "Bot", "description": "nightly"}
    assert events["user.machine.changed"] == {"description": "hourly"}
    assert events["user.metadata.set"] == {"key": "team", "value": "Ymx1ZQ=="}


def test_events_of_people_say_no_secret(wire: Any) -> None:
    ann = wire.human("ann", phone={"phone": "+41791234567"})
    wire.call("SetHumanPassword", user_id=ann, password="An0ther-pass!", no_change_required=True)
    wire.call("UpdateHumanPhone", user_id=ann, phone="+41791234568")
    events = said(wire, ann)
    assert events["user.human.added"]["phone"] == "+41791234567"
    assert events["user.human.phone.changed"] == {"phone": "+41791234568"}
    assert events["user.human.password.changed"] == {"changeRequired": False}
    assert events["user.human.phone.code.added"] == {}


def test_events_of_projects_and_organizations_say_their_names(wire: Any) -> None:
    project_id, org_id = wire.project("Shop", "viewer"), wire.call("AddOrg", name="acme").id
    wire.call("UpdateProject", id=project_id, name="Shop", project_role_check=True)
    wire.call("UpdateProjectRole", project_id=project_id, role_key="viewer", display_name="Viewer")
    events = said(wire, project_id)
    assert events["project.added"] == {"name": "Shop"}
    assert events["project.changed"] == {"projectRoleCheck": True}
    assert events["project.role.changed"] == {"key": "viewer", "displayName": "Viewer"}
    assert said(wire, org_id)["org.domain.primary.set"] == {"domain": "acme.localhost"}


def said_of_type(wire: Any, *types: str) -> list[dict[str, Any]]:
    events = wire.rpc("admin.ListEvents", event_types=types, asc=True).events
    return [zgrpc.to_dict(event)["payload"] for event in events]


def test_events_of_policies_say_what_was_set_and_what_changed(wire: Any) -> None:
    (defaults,) = said_of_type(wire, "instance.policy.password.complexity.added")
    assert defaults == {
        "minLength": 8, "hasUppercase": True, "hasLowercase": True, "hasNumber": True, "hasSymbol": True,
    }  # fmt: skip
    wire.call("AddCustomLoginPolicy", force_mfa=True, default_redirect_uri="https://a.test", passwordless_type=1)
    wire.call("UpdateCustomLoginPolicy", force_mfa_local_only=True, default_redirect_uri="https://a.test")
    wire.call("AddSecondFactorToLoginPolicy", type=3)
    wire.call("RemoveSecondFactorFromLoginPolicy", type=3)
    wire.call("ResetLoginPolicyToDefault")
    assert said_of_type(wire, "org.policy.login.added") == [
        {"forceMFA": True, "defaultRedirectURI": "https://a.test", "passwordlessType": 1}
    ]
    assert said_of_type(wire, "org.policy.login.changed") == [
        {"forceMFA": False, "forceMFALocalOnly": True, "passwordlessType": 0}
    ]
    for what in ("added", "removed"):
        assert said_of_type(wire, f"org.policy.login.secondfactor.{what}") == [{"mfaType": 3}]
    assert said_of_type(wire, "org.policy.login.removed") == [{}]
    wire.call("AddCustomLockoutPolicy", max_password_attempts=3, max_otp_attempts=4)
    assert said_of_type(wire, "org.policy.lockout.added") == [{"maxPasswordAttempts": 3, "maxOTPAttempts": 4}]
    wire.call("AddCustomLabelPolicy", primary_color="#123456", disable_watermark=True, theme_mode="THEME_MODE_LIGHT")
    wire.call("UpdateCustomLabelPolicy", primary_color="#123456", disable_watermark=True, theme_mode="THEME_MODE_DARK")
    assert said_of_type(wire, "org.policy.label.added") == [
        {"primaryColor": "#123456", "disableMsgPopup": True, "themeMode": 1}
    ]
    assert said_of_type(wire, "org.policy.label.changed") == [{"themeMode": 2}]


def test_events_of_actions_and_flows_say_what_was_set_and_what_changed(wire: Any) -> None:
    action = wire.call("CreateAction", name="greet", script="function greet() {}", timeout={"seconds": 5}).id
    wire.call(
        "UpdateAction", id=action, name="greet", script="function hi() {}", timeout={"seconds": 5}, allowed_to_fail=True
    )
    wire.call("SetTriggerActions", flow_type="2", trigger_type="4", action_ids=[action])
    wire.call("ClearFlow", type="2")
    wire.call("SetTriggerActions", flow_type="2", trigger_type="4", action_ids=[action])
    wire.call("DeleteAction", id=action)
    events = said(wire, action)
    assert events["action.added"] == {
        "name": "greet", "script": "function greet() {}", "timeout": 5e9, "allowedToFail": False,
    }  # fmt: skip
    assert events["action.changed"] == {"script": "function hi() {}", "allowedToFail": True}
    set_flow = {"flowType": 2, "triggerType": 4, "actionIDs": [action]}
    assert said_of_type(wire, "org.flow.trigger_actions.set") == [set_flow, set_flow]
    assert said_of_type(wire, "org.flow.cleared") == [{"flowType": 2}]
    assert said_of_type(wire, "org.flow.trigger_actions.cascade.removed") == [
        {"flowType": 2, "triggerType": 0, "actionID": action}
    ]


def test_events_of_identity_providers_say_what_was_set_and_what_changed(wire: Any) -> None:
    oidc = {"issuer": "https://idp.test", "client_id": "a", "scopes": ["openid"], "is_id_token_mapping": True}
    may = {"is_creation_allowed": True}
    idp = wire.call("AddGenericOIDCProvider", name="Idp", client_secret="s", **oidc, provider_options=may).id
    oidc["client_id"] = "b"
    wire.call("UpdateGenericOIDCProvider", id=idp, name="Idp", **oidc, provider_options={"is_auto_update": True})
    wire.call("AddCustomLoginPolicy")
    wire.call("AddIDPToLoginPolicy", idp_id=idp, ownerType="IDP_OWNER_TYPE_ORG")
    wire.call("RemoveIDPFromLoginPolicy", idp_id=idp)
    wire.call("DeleteProvider", id=idp)
    assert said_of_type(wire, "org.idp.oidc.added") == [
        {
            "id": idp, "name": "Idp", "issuer": "https://idp.test", "clientId": "a", "scopes": ["openid"],
            "idTokenMapping": True, "isCreationAllowed": True,
        }
    ]  # fmt: skip
    assert said_of_type(wire, "org.idp.oidc.changed") == [
        {"id": idp, "clientId": "b", "isCreationAllowed": False, "isAutoUpdate": True}
    ]
    assert said_of_type(wire, "org.policy.login.idpprovider.added") == [{"idpConfigId": idp, "idpProviderType": 1}]
    assert said_of_type(wire, "org.policy.login.idpprovider.removed") == [{"idpConfigId": idp}]
    assert said_of_type(wire, "org.idp.removed") == [{"id": idp}]
    azure = {"name": "Azure", "client_id": "a", "client_secret": "s", "tenant": {"tenant_id": "t"}}
    azure_id = wire.call("AddAzureADProvider", **azure).id
    assert said_of_type(wire, "org.idp.azure.added") == [
        {"id": azure_id, "name": "Azure", "client_id": "a", "tenant": "t"}
    ]


def test_events_of_providers_of_the_older_api_name_them(wire: Any) -> None:
    oidc = {"issuer": "https://idp.test", "client_id": "a", "client_secret": "s", "scopes": ["openid"]}
    idp = wire.call("AddOrgOIDCIDP", name="Idp", auto_register=True, **oidc).idp_id
    wire.call("UpdateOrgIDP", idp_id=idp, name="New", auto_register=True)
    wire.call("UpdateOrgIDPOIDCConfig", idp_id=idp, issuer="https://idp.test", client_id="b", scopes=["openid"])
    wire.call("DeactivateOrgIDP", idp_id=idp)
    wire.call("RemoveOrgIDP", idp_id=idp)
    name = {"idpConfigId": idp}
    assert said_of_type(wire, "org.idp.config.added") == [{**name, "name": "Idp", "autoRegister": True}]
    assert said_of_type(wire, "org.idp.oidc.config.added") == [
        {**name, "issuer": "https://idp.test", "clientId": "a", "scopes": ["openid"]}
    ]
    assert said_of_type(wire, "org.idp.config.changed") == [{**name, "name": "New"}]
    assert said_of_type(wire, "org.idp.oidc.config.changed") == [{**name, "clientId": "b"}]
    for what in ("deactivated", "removed"):
        assert said_of_type(wire, f"org.idp.config.{what}") == [name]
