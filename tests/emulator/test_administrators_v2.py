"""Administrators over v2: what is checked first, and who may."""

from __future__ import annotations

from typing import Any

import pytest

CREATE = "v2.internal_permission.CreateAdministrator"
DELETE = "v2.internal_permission.DeleteAdministrator"
LIST = "v2.internal_permission.ListAdministrators"

NO_MEMBER = ("NOT_FOUND", "membership not found (AUTHZ-cdgFk)")
NOT_PERMITTED = ("PERMISSION_DENIED", "No matching permissions found (AUTH-AWfge)")


@pytest.fixture
def grant(wire: Any) -> dict[str, Any]:
    """A project that is granted to another organization, as the resource of an administrator."""
    project_id, org_id = wire.project("Portal"), wire.call("AddOrg", name="Tenant").id
    wire.rpc("v2.project.CreateProjectGrant", project_id=project_id, granted_organization_id=org_id)
    return {"project_grant": {"project_id": project_id, "organization_id": org_id}}


def own_org(wire: Any) -> dict[str, str]:
    return {"organization_id": wire.call("GetMyOrg").org.id}


def test_the_organization_is_looked_for_before_the_roles(wire: Any) -> None:
    answer = wire.rpc_refused(CREATE, user_id=wire.machine("bot"), resource={"organization_id": "404"})
    assert answer == ("FAILED_PRECONDITION", "Organisation not found (COMMAND-QXPGs)")


@pytest.mark.parametrize("roles", [[], ["NOT_A_ROLE"], ["ORG_OWNER"]])
def test_a_caller_who_may_not_add_to_an_organization_does_not_learn_what_else_is_wrong(
    roles: list[str], wire: Any
) -> None:
    _, token = wire.member("viewer", "ORG_OWNER_VIEWER")
    answer = wire.rpc_refused(CREATE, token=token, user_id="404", resource=own_org(wire), roles=roles)
    assert answer == NOT_PERMITTED


def test_a_caller_who_may_not_add_to_the_instance_does_not_learn_what_else_is_wrong(wire: Any) -> None:
    _, token = wire.member("head", "ORG_OWNER")
    answer = wire.rpc_refused(CREATE, token=token, user_id="404", resource={"instance": True}, roles=["NOT_A_ROLE"])
    assert answer == NO_MEMBER


def test_roles_on_the_instance_are_checked_before_the_user(wire: Any) -> None:
    answer = wire.rpc_refused(CREATE, user_id="404", resource={"instance": True}, roles=["ORG_OWNER"])
    assert answer == ("INVALID_ARGUMENT", "Member is invalid (INSTANCE-4m0fS)")


def test_a_caller_who_may_not_add_to_a_project_does_not_learn_who_is_a_member(wire: Any) -> None:
    project_id, (_, token), bot = wire.project("Portal"), wire.member("viewer", "ORG_OWNER_VIEWER"), wire.machine("bot")
    fields = {"user_id": bot, "resource": {"project_id": project_id}, "roles": ["PROJECT_OWNER"]}
    wire.rpc(CREATE, **fields)
    assert wire.rpc_refused(CREATE, token=token, **fields) == NOT_PERMITTED


def test_a_member_of_a_project_grant_is_not_added_again(wire: Any, grant: dict[str, Any]) -> None:
    fields = {"user_id": wire.machine("bot"), "resource": grant, "roles": ["PROJECT_GRANT_OWNER"]}
    wire.rpc(CREATE, **fields)
    assert wire.rpc_refused(CREATE, **fields) == ("NOT_FOUND", "Errors.AlreadyExists (PROJECT-37fug)")


def test_anybody_may_remove_who_is_no_administrator(wire: Any, grant: dict[str, Any]) -> None:
    _, token = wire.member("nobody")
    project = {"project_id": wire.project("Vault")}
    for resource in (own_org(wire), project, grant):
        assert not wire.rpc(DELETE, token=token, user_id="404", resource=resource).HasField("deletion_date")


def test_the_instance_asks_for_the_permission_first(wire: Any) -> None:
    _, token = wire.member("head", "ORG_OWNER")
    assert wire.rpc_refused(DELETE, token=token, user_id="404", resource={"instance": True}) == NO_MEMBER


def test_a_role_of_ones_own_is_not_given_up_without_the_permission(wire: Any) -> None:
    user_id, token = wire.member("viewer", "ORG_OWNER_VIEWER")
    assert wire.rpc_refused(DELETE, token=token, user_id=user_id, resource=own_org(wire)) == NOT_PERMITTED


def test_filters_nest(wire: Any) -> None:
    project_id, bot, cat = wire.project("Portal"), wire.machine("bot"), wire.machine("cat")
    for user_id, resource, role in (
        (bot, own_org(wire), "ORG_OWNER"),
        (bot, {"project_id": project_id}, "PROJECT_OWNER"),
        (cat, own_org(wire), "ORG_OWNER_VIEWER"),
    ):
        wire.rpc(CREATE, user_id=user_id, resource=resource, roles=[role])
    of_bot = {"in_user_ids_filter": {"ids": [bot]}}
    in_project = {"resource": {"project_id": project_id}}
    is_viewer = {"role": {"role_key": "ORG_OWNER_VIEWER"}}
    either = {"or": {"queries": [is_viewer, {"and": {"queries": [of_bot, {"not": {"query": in_project}}]}}]}}
    found = wire.rpc(LIST, filters=[either], pagination={"asc": True}).administrators
    assert [list(each.roles) for each in found] == [["ORG_OWNER"], ["ORG_OWNER_VIEWER"]]


def test_filters_nest_twenty_deep_at_most(wire: Any) -> None:
    query: dict[str, Any] = {"role": {"role_key": "ORG_OWNER"}}
    for _ in range(20):
        query = {"not": {"query": query}}
    assert wire.rpc(LIST, filters=[query]).pagination.applied_limit == 100
    answer = wire.rpc_refused(LIST, filters=[{"not": {"query": query}}])
    assert answer == ("INVALID_ARGUMENT", "Too many query nesting levels (Max 20) (PERM-zsQ97)")
