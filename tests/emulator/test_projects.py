"""Projects, their roles, and their grants to other organizations."""

from __future__ import annotations

from typing import Any

import pytest


def keys(listed: Any) -> list[str]:
    return [role.key for role in listed.result]


@pytest.mark.parametrize("name", ["shop", "SHOP"])
def test_a_projects_name_is_taken_in_upper_and_lower_case(name: str, wire: Any) -> None:
    wire.project("Shop")
    assert wire.refused("AddProject", name=name) == (
        "ALREADY_EXISTS",
        "Project already exists on organization (V3-DKcYh)",
    )


def test_another_organization_may_have_a_project_of_that_name(wire: Any) -> None:
    wire.project("shop")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert wire.code("AddProject", name="shop").name == "OK"


def test_a_removed_projects_name_is_free(wire: Any) -> None:
    wire.call("RemoveProject", id=wire.project("shop"))
    assert wire.code("AddProject", name="shop").name == "OK"


def test_a_role_key_is_taken_in_upper_and_lower_case(wire: Any) -> None:
    project_id = wire.project("shop", "clerk")
    answer = wire.refused("AddProjectRole", project_id=project_id, role_key="Clerk", display_name="Clerk")
    assert answer == ("ALREADY_EXISTS", "Role already exists (V3-DKcYh)")


def test_bulk_added_roles_are_all_or_none(wire: Any) -> None:
    project_id = wire.project("shop", "clerk")
    roles = [{"key": key, "display_name": key} for key in ("boss", "clerk")]
    wire.refused("BulkAddProjectRoles", project_id=project_id, roles=roles)
    assert keys(wire.call("ListProjectRoles", project_id=project_id)) == ["clerk"]


def test_a_project_of_another_organization_has_no_roles_here(wire: Any) -> None:
    project_id = wire.project("shop", "clerk")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert not wire.call("ListProjectRoles", project_id=project_id).result


def test_removing_a_role_takes_it_from_project_grants(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "boss", "clerk"), wire.call("AddOrg", name="Partner").id
    wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["boss", "clerk"])
    wire.call("RemoveProjectRole", project_id=project_id, role_key="boss")
    grant = wire.call("ListProjectGrants", project_id=project_id).result[0]
    assert list(grant.granted_role_keys) == ["clerk"]


def test_removing_a_role_takes_it_from_user_grants(wire: Any) -> None:
    project_id, user_id = wire.project("shop", "boss", "clerk"), wire.machine("bot")
    wire.call("AddUserGrant", user_id=user_id, project_id=project_id, role_keys=["boss", "clerk"])
    wire.call("RemoveProjectRole", project_id=project_id, role_key="boss")
    assert list(wire.call("ListUserGrants").result[0].role_keys) == ["clerk"]


def test_removing_an_unknown_role_returns_only_the_organization(wire: Any) -> None:
    details = wire.call("RemoveProjectRole", project_id=wire.project("shop"), role_key="boss").details
    assert (details.sequence, bool(details.resource_owner)) == (0, True)


def test_a_grant_that_loses_a_role_takes_it_from_user_grants(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "boss", "clerk"), wire.call("AddOrg", name="Partner").id
    roles = {"role_keys": ["boss", "clerk"]}
    grant_id = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, **roles).grant_id
    with wire.within(org_id):
        wire.call("AddUserGrant", user_id=wire.machine("bot"), project_id=project_id, **roles)
    wire.call("UpdateProjectGrant", project_id=project_id, grant_id=grant_id, role_keys=["clerk"])
    with wire.within(org_id):
        assert list(wire.call("ListUserGrants").result[0].role_keys) == ["clerk"]


def test_removing_a_project_removes_its_user_grants(wire: Any) -> None:
    project_id = wire.project("shop", "clerk")
    wire.call("AddUserGrant", user_id=wire.machine("bot"), project_id=project_id, role_keys=["clerk"])
    wire.call("RemoveProject", id=project_id)
    assert not wire.call("ListUserGrants").result


def test_a_removed_project_is_no_longer_granted(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "clerk"), wire.call("AddOrg", name="Partner").id
    wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    wire.call("RemoveProject", id=project_id)
    with wire.within(org_id):
        assert not wire.call("ListGrantedProjects").result


def test_a_project_is_not_granted_to_its_own_organization(wire: Any) -> None:
    project_id, own = wire.project("shop", "clerk"), wire.call("GetMyOrg").org.id
    answer = wire.refused("AddProjectGrant", project_id=project_id, granted_org_id=own, role_keys=["clerk"])
    assert answer == ("FAILED_PRECONDITION", "Project Grant is invalid (PROJECT-ckUpbvboAH)")


def test_granted_roles_are_those_of_the_grant(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "boss", "clerk"), wire.call("AddOrg", name="Partner").id
    grant = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    with wire.within(org_id):
        listed = wire.call("ListGrantedProjectRoles", project_id=project_id, grant_id=grant.grant_id)
    assert keys(listed) == ["clerk"]


def test_a_grant_is_hidden_from_third_organizations(wire: Any) -> None:
    project_id, org_id = wire.project("shop", "clerk"), wire.call("AddOrg", name="Partner").id
    grant = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    with wire.within(wire.call("AddOrg", name="Stranger").id):
        answer = wire.refused("GetProjectGrantByID", project_id=project_id, grant_id=grant.grant_id)
    assert answer[0] == "NOT_FOUND"


def test_the_member_of_one_project_lists_that_one_only(wire: Any) -> None:
    mine = wire.project("mine")
    wire.project("other")
    user_id, token = wire.member("bot")
    wire.call("AddProjectMember", project_id=mine, user_id=user_id, roles=["PROJECT_OWNER_VIEWER"])
    assert [project.id for project in wire.call("ListProjects", token=token).result] == [mine]


@pytest.mark.parametrize(
    ("rpc", "field"), [("UpdateProject", "id"), ("AddProjectRole", "project_id"), ("RemoveProject", "id")]
)
def test_a_viewer_changes_no_project(rpc: str, field: str, wire: Any) -> None:
    fields = {"UpdateProject": {"name": "x"}, "AddProjectRole": {"role_key": "x", "display_name": "x"}}.get(rpc, {})
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    answer = wire.refused(rpc, token=token, **{field: wire.project("shop")}, **fields)
    assert answer == ("PERMISSION_DENIED", "No matching permissions found (AUTH-5mWD2)")
