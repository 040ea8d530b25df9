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
