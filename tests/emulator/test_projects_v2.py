"""Projects, their roles and grants, and authorizations over v2."""

from __future__ import annotations

from typing import Any

import pytest


def owned(org_id: str) -> list[Any]:
    return [{"organization_id_filter": {"organization_id": org_id, "type": "OWNED"}}]


@pytest.fixture
def tenant(wire: Any) -> str:
    """The id of another organization."""
    org_id: str = wire.call("AddOrg", name="Tenant").id
    return org_id


def grant(wire: Any, project_id: str, org_id: str, *roles: str) -> None:
    wire.rpc("v2.project.CreateProjectGrant", project_id=project_id, granted_organization_id=org_id, role_keys=roles)


def test_a_role_loses_the_group_that_an_update_leaves_out(wire: Any) -> None:
    role: dict[str, Any] = {"project_id": wire.project("Portal"), "role_key": "clerk", "display_name": "Clerk"}
    wire.rpc("v2.project.AddProjectRole", **role, group="staff")
    wire.rpc("v2.project.UpdateProjectRole", **role)
    listed = wire.rpc("v2.project.ListProjectRoles", project_id=role["project_id"]).project_roles
    assert [(each.display_name, each.group) for each in listed] == [("Clerk", "")]


def test_anybody_may_remove_a_role_that_is_not_there(wire: Any) -> None:
    project_id, (_, token) = wire.project("Portal", "clerk"), wire.member("nobody")
    fields = {"project_id": project_id, "role_key": "ghost"}
    assert not wire.rpc("v2.project.RemoveProjectRole", token=token, **fields).HasField("removal_date")
    answer = wire.rpc_refused("v2.project.RemoveProjectRole", token=token, **fields | {"role_key": "clerk"})
    assert answer == ("NOT_FOUND", "membership not found (AUTHZ-cdgFk)")


def test_an_owned_project_is_listed_with_its_grants(wire: Any, tenant: str) -> None:
    org_id, project_id = wire.call("GetMyOrg").org.id, wire.project("Portal")
    grant(wire, project_id, tenant)
    listed = wire.rpc(
        "v2.project.ListProjects", filters=[*owned(org_id), {"in_project_ids_filter": {"ids": [project_id]}}]
    )
    assert [each.granted_organization_id for each in listed.projects] == [tenant, ""]


def test_a_granted_project_is_shown_by_the_permission_to_read_grants(wire: Any, tenant: str) -> None:
    project_id, (_, token) = wire.project("Portal"), wire.member("manager", "ORG_USER_MANAGER")
    grant(wire, project_id, tenant)
    filters = [{"in_project_ids_filter": {"ids": [project_id]}}]
    listed = wire.rpc("v2.project.ListProjects", token=token, filters=filters)
    assert [each.granted_organization_id for each in listed.projects] == [""]  # project.read, not project.grant.read
    assert listed.pagination.total_result == 2


def test_an_update_of_an_authorization_is_logged_as_a_cascade(wire: Any) -> None:
    project_id, org_id = wire.project("Portal", "boss", "clerk"), wire.call("GetMyOrg").org.id
    fields = {"user_id": wire.machine("bot"), "project_id": project_id, "organization_id": org_id}
    made = wire.rpc("v2.authorization.CreateAuthorization", **fields, role_keys=["boss"])
    wire.rpc("v2.authorization.UpdateAuthorization", id=made.id, role_keys=["clerk"])
    events = wire.rpc("admin.ListEvents", aggregate_id=made.id, asc=True).events
    assert [event.type.type for event in events] == ["user.grant.added", "user.grant.cascade.changed"]
