"""The change lists of users, organizations, projects, applications and project grants."""

from __future__ import annotations

from typing import Any

KEY = 3  # OIDC_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT


def kinds(listed: Any) -> list[str]:
    return [change.event_type.key.removeprefix("EventTypes.") for change in listed.result]


def test_an_applications_changes_are_its_own(wire: Any) -> None:
    project_id = wire.project("shop")
    app_id = wire.call("AddAPIApp", project_id=project_id, name="one").app_id
    wire.call("AddAPIApp", project_id=project_id, name="two")
    wire.call("UpdateApp", project_id=project_id, app_id=app_id, name="uno")
    listed = wire.call("ListAppChanges", project_id=project_id, app_id=app_id)
    assert kinds(listed) == [
        "project.application.changed",
        "project.application.config.api.added",
        "project.application.added",
    ]


def test_an_applications_keys_are_not_among_its_changes(wire: Any) -> None:
    project_id = wire.project("shop")
    app_id = wire.call("AddOIDCApp", project_id=project_id, name="web", auth_method_type=KEY).app_id
    wire.call("AddAppKey", project_id=project_id, app_id=app_id, type=1)
    listed = wire.call("ListAppChanges", project_id=project_id, app_id=app_id)
    assert kinds(listed) == ["project.application.config.oidc.added", "project.application.added"]


def test_a_removed_applications_changes_remain(wire: Any) -> None:
    project_id = wire.project("shop")
    app_id = wire.call("AddAPIApp", project_id=project_id, name="one").app_id
    wire.call("RemoveApp", project_id=project_id, app_id=app_id)
    listed = wire.call("ListAppChanges", project_id=project_id, app_id=app_id, query={"limit": 1})
    assert kinds(listed) == ["project.application.removed"]


def test_a_grants_changes_hold_those_of_its_members(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "clerk"), wire.call("AddOrg", name="Partner").id
    grant = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    ids = {"project_id": project_id, "grant_id": grant.grant_id}
    wire.call("AddProjectGrantMember", user_id=wire.machine("bot"), roles=["PROJECT_GRANT_OWNER"], **ids)
    assert kinds(wire.call("ListProjectGrantChanges", **ids)) == ["project.grant.member.added", "project.grant.added"]


def test_a_grants_changes_are_its_own(wire: Any) -> None:
    project_id = wire.project("shop", "clerk")
    one, two = (
        wire.call("AddProjectGrant", project_id=project_id, granted_org_id=wire.call("AddOrg", name=name).id).grant_id
        for name in ("One", "Two")
    )
    wire.call("DeactivateProjectGrant", project_id=project_id, grant_id=two)
    assert kinds(wire.call("ListProjectGrantChanges", project_id=project_id, grant_id=one)) == ["project.grant.added"]


def test_the_changes_of_a_grant_include_a_removed_role(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "clerk"), wire.call("AddOrg", name="Partner").id
    grant = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    wire.call("RemoveProjectRole", project_id=project_id, role_key="clerk")
    listed = wire.call("ListProjectGrantChanges", project_id=project_id, grant_id=grant.grant_id)
    assert kinds(listed) == ["project.grant.cascade.changed", "project.grant.added"]


def test_changes_of_other_organizations_projects_are_hidden(wire: Any) -> None:
    project_id = wire.project("shop")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert not wire.call("ListProjectChanges", project_id=project_id).result


def test_changes_go_on_after_a_sequence(wire: Any) -> None:
    project_id = wire.project("shop", "boss", "clerk")
    first = wire.call("ListProjectChanges", project_id=project_id, query={"limit": 1, "asc": True}).result[0]
    rest = wire.call("ListProjectChanges", project_id=project_id, query={"sequence": first.sequence, "asc": True})
    assert kinds(rest) == ["project.role.added", "project.role.added"]


def test_the_editor_of_a_change_is_named(wire: Any) -> None:
    user_id, token = wire.member("bot", "ORG_OWNER")
    project_id = wire.call("AddProject", token=token, name="shop").id
    change = wire.call("ListProjectChanges", project_id=project_id).result[0]
    assert (change.editor_id, change.editor_display_name, change.editor_preferred_login_name) == (user_id, "bot", "bot")


def test_an_editor_who_was_removed_is_an_id(wire: Any) -> None:
    user_id, token = wire.member("bot", "ORG_OWNER")
    project_id = wire.call("AddProject", token=token, name="shop").id
    wire.call("RemoveUser", id=user_id)
    change = wire.call("ListProjectChanges", project_id=project_id).result[0]
    assert (change.editor_id, change.editor_display_name) == (user_id, "")


def test_the_history_of_the_organization_is_not_for_project_members(wire: Any) -> None:
    user_id, token = wire.member("bot")
    wire.call("AddProjectMember", project_id=wire.project("shop"), user_id=user_id, roles=["PROJECT_OWNER"])
    assert wire.refused("ListOrgChanges", token=token)[0] == "PERMISSION_DENIED"
