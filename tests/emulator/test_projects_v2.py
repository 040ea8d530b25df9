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


def authorize(wire: Any, user_id: str, project_id: str, org_id: str, *roles: str) -> str:
    """The id of a new authorization."""
    fields = {"user_id": user_id, "project_id": project_id, "organization_id": org_id, "role_keys": roles}
    return str(wire.rpc("v2.authorization.CreateAuthorization", **fields).id)


def listed(wire: Any, *, token: str | None = None, **query: Any) -> list[tuple[str, list[str]]]:
    """The id and the roles of each authorization that a filter finds."""
    found = wire.rpc("v2.authorization.ListAuthorizations", token=token, filters=[query]).authorizations
    return [(each.id, [role.key for role in each.roles]) for each in found]


@pytest.mark.parametrize("remove", ["management.RemoveProject", "v2.project.DeleteProject"])
def test_a_removed_projects_authorizations_are_removed_with_an_event_each(remove: str, wire: Any) -> None:
    project_id, org_id = wire.project("Portal", "clerk"), wire.call("GetMyOrg").org.id
    made = authorize(wire, wire.machine("bot"), project_id, org_id, "clerk")
    wire.rpc(remove, **{"id" if remove.startswith("management") else "project_id": project_id})
    events = wire.rpc("admin.ListEvents", aggregate_id=made).events
    assert events[0].type.type == "user.grant.cascade.removed"
    assert wire.rpc("v2.authorization.DeleteAuthorization", id=made).deletion_date.seconds > 0


def test_authorizations_follow_the_roles_of_the_grant_they_are_given_under(wire: Any, tenant: str) -> None:
    project_id = wire.project("Portal", "boss", "clerk")
    grant(wire, project_id, tenant, "boss", "clerk")
    made = authorize(wire, wire.machine("bot"), project_id, tenant, "boss", "clerk")
    at = {"project_id": project_id, "granted_organization_id": tenant}
    wire.rpc("v2.project.UpdateProjectGrant", **at, role_keys=["clerk"])
    assert listed(wire, organization_id={"id": tenant}) == [(made, ["clerk"])]
    wire.rpc("v2.project.DeleteProjectGrant", **at)
    assert listed(wire, organization_id={"id": tenant}) == []


def test_an_organization_gives_only_the_roles_that_it_was_granted(wire: Any, tenant: str) -> None:
    project_id, bot = wire.project("Portal", "boss", "clerk"), wire.machine("bot")
    grant(wire, project_id, tenant, "clerk")
    fields = {"user_id": bot, "project_id": project_id, "organization_id": tenant, "role_keys": ["boss"]}
    answer = wire.rpc_refused("v2.authorization.CreateAuthorization", **fields)
    assert answer == ("FAILED_PRECONDITION", "Errors.Project.Role.NotFound (COMMAND-mm9F4)")


def test_an_owner_of_a_project_grant_sees_what_is_given_under_it(wire: Any, tenant: str) -> None:
    project_id, (lead, token) = wire.project("Portal", "clerk"), wire.member("lead")
    grant(wire, project_id, tenant, "clerk")
    resource = {"project_grant": {"project_id": project_id, "organization_id": tenant}}
    fields = {"user_id": lead, "resource": resource, "roles": ["PROJECT_GRANT_OWNER"]}
    wire.rpc("v2.internal_permission.CreateAdministrator", **fields)
    under = authorize(wire, wire.machine("bot"), project_id, tenant, "clerk")
    authorize(wire, wire.machine("cat"), project_id, wire.call("GetMyOrg").org.id, "clerk")
    assert listed(wire, token=token, project_id={"id": project_id}) == [(under, ["clerk"])]
    wire.rpc("v2.authorization.DeactivateAuthorization", token=token, id=under)
    assert listed(wire, token=token, state={"state": "STATE_INACTIVE"}) == [(under, ["clerk"])]


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("v2.authorization.ListAuthorizations", {"in_user_ids": {}}),
        ("v2.internal_permission.ListAdministrators", {"in_user_ids_filter": {}}),
        ("v2.project.ListProjects", {"in_project_ids_filter": {}}),
        ("v2.project.ListProjectGrants", {"in_project_ids_filter": {}}),
        ("v2.action.ListTargets", {"in_target_ids_filter": {}}),
        ("v2.action.ListExecutions", {"in_conditions_filter": {}}),
    ],
)
def test_a_limit_is_refused_before_a_filter(name: str, filters: dict[str, Any], shared_wire: Any) -> None:
    answers = [shared_wire.rpc_refused(name, pagination={"limit": n}, filters=[filters]) for n in (1000, 1001)]
    assert [code for code, _ in answers] == ["UNKNOWN", "INVALID_ARGUMENT"]


def test_role_keys_are_sorted_whatever_their_case(wire: Any) -> None:
    project_id = wire.project("Portal", "Writer", "owner", "reader-2", "Reader", "reader_1")
    fields = {"project_id": project_id, "sorting_column": "PROJECT_ROLE_FIELD_NAME_KEY", "pagination": {"asc": True}}
    found = wire.rpc("v2.project.ListProjectRoles", **fields).project_roles
    assert [role.key for role in found] == ["owner", "Reader", "reader_1", "reader-2", "Writer"]
