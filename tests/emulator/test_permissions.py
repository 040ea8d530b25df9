"""Permissions: roles, the organization of the call, and permissions for one project only."""

from __future__ import annotations

from typing import Any

import grpc
import pytest

from zgrpc.testing.domain.roles import ROLES

MEMBERSHIP = "membership not found (AUTHZ-cdgFk)"
DENIED = "No matching permissions found (AUTH-5mWD2)"


@pytest.fixture
def acme(wire: Any) -> Any:
    """The wire, on an organization of its own."""
    wire.org_id = wire.call("AddOrg", name="acme").id
    return wire


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("ORG_OWNER", ("AddProject", {"name": "p"}), ("AddOrg", {"name": "o"})),
        ("ORG_OWNER_VIEWER", ("ListProjects", {}), ("AddProject", {"name": "p"})),
        ("ORG_USER_MANAGER", ("AddMachineUser", {"user_name": "u", "name": "n"}), ("AddProject", {"name": "p"})),
        ("ORG_PROJECT_CREATOR", ("AddProject", {"name": "p"}), ("ListUsers", {})),
        ("ORG_SETTINGS_MANAGER", ("GetMyOrg", {}), ("ListUsers", {})),
        ("ORG_PROJECT_PERMISSION_EDITOR", ("ListUserGrants", {}), ("AddMachineUser", {"user_name": "u", "name": "n"})),
    ],
)
def test_a_role_permits_its_calls_and_no_others(role: str, may: Any, may_not: Any, acme: Any) -> None:
    _, token = acme.member("robot", role)
    assert acme.code(may[0], token=token, **may[1]) is grpc.StatusCode.OK
    assert acme.refused(may_not[0], token=token, **may_not[1]) == ("PERMISSION_DENIED", DENIED)


def test_the_permission_is_checked_before_the_request(acme: Any) -> None:
    _, token = acme.member("robot", "ORG_OWNER_VIEWER")
    assert acme.refused("AddProject", token=token, name="") == ("PERMISSION_DENIED", DENIED)


def test_a_membership_is_of_one_organization(acme: Any) -> None:
    _, token = acme.member("robot", "ORG_OWNER")
    with acme.within(acme.call("AddOrg", name="globex").id):
        assert acme.refused("ListProjects", token=token) == ("NOT_FOUND", MEMBERSHIP)
    with acme.within(""):
        assert acme.code("ListProjects", token=token) is grpc.StatusCode.OK


def test_a_project_owner_may_change_that_project_only(acme: Any) -> None:
    user, token = acme.member("robot")
    own, other = acme.project("own"), acme.project("other")
    acme.call("AddProjectMember", project_id=own, user_id=user, roles=["PROJECT_OWNER"])
    assert acme.code("UpdateProject", token=token, id=own, name="mine") is grpc.StatusCode.OK
    for rpc, fields in (
        ("UpdateProject", {"id": other, "name": "mine"}),
        ("AddProjectRole", {"project_id": other, "role_key": "r", "display_name": "R"}),
    ):
        code, text = acme.refused(rpc, token=token, **fields)
        assert (code, text) == ("PERMISSION_DENIED", "No matching permissions found (AUTH-3jknH)")


def test_a_project_owner_may_give_roles_of_that_project_only(acme: Any) -> None:
    user, token = acme.member("robot")
    own, other = acme.project("own", "reader"), acme.project("other", "reader")
    acme.call("AddProjectMember", project_id=own, user_id=user, roles=["PROJECT_OWNER"])
    grant = {"user_id": user, "role_keys": ["reader"]}
    assert acme.code("AddUserGrant", token=token, project_id=own, **grant) is grpc.StatusCode.OK
    refused = ("PERMISSION_DENIED", "User has no permissions on this project (EVENT-Shu7e)")
    assert acme.refused("AddUserGrant", token=token, project_id=other, **grant) == refused
    foreign = acme.call("AddUserGrant", project_id=other, **grant).user_grant_id
    for rpc in ("UpdateUserGrant", "DeactivateUserGrant", "RemoveUserGrant"):
        assert acme.refused(rpc, token=token, user_id=user, grant_id=foreign) == refused


def test_a_project_owner_may_grant_that_project_only(acme: Any) -> None:
    buyer = acme.call("AddOrg", name="globex").id
    user, token = acme.member("robot")
    own, other = acme.project("own"), acme.project("other")
    acme.call("AddProjectMember", project_id=own, user_id=user, roles=["PROJECT_OWNER"])
    given = {"project_id": own, "granted_org_id": buyer}
    given = {"project_id": own, "grant_id": acme.call("AddProjectGrant", token=token, **given).grant_id}
    for rpc in ("DeactivateProjectGrant", "RemoveProjectGrant"):
        assert acme.code(rpc, token=token, **given) is grpc.StatusCode.OK
    refused = ("PERMISSION_DENIED", "No matching permissions found (AUTH-Swrgg2)")
    foreign = {"project_id": other, "granted_org_id": buyer}
    assert acme.refused("AddProjectGrant", token=token, **foreign) == refused
    grant = {"project_id": other, "grant_id": acme.call("AddProjectGrant", **foreign).grant_id}
    for rpc in ("UpdateProjectGrant", "DeactivateProjectGrant", "RemoveProjectGrant"):
        assert acme.refused(rpc, token=token, **grant) == refused
    assert acme.code("ReactivateProjectGrant", token=token, **grant) is grpc.StatusCode.OK


def test_a_project_grant_counts_with_the_organization_that_it_was_granted_to(acme: Any) -> None:
    buyer = acme.call("AddOrg", name="globex").id
    project = acme.project("shop", "reader")
    grant = acme.call("AddProjectGrant", project_id=project, granted_org_id=buyer, role_keys=["reader"]).grant_id
    user, token = acme.member("robot")
    roles = ["PROJECT_GRANT_OWNER"]
    acme.call("AddProjectGrantMember", project_id=project, grant_id=grant, user_id=user, roles=roles)
    with acme.within(buyer):
        assert acme.code("ListUserGrants", token=token) is grpc.StatusCode.OK


@pytest.mark.parametrize("header", ["404", "acme"])
def test_an_organization_that_never_was_is_refused_to_everyone(header: str, acme: Any) -> None:
    with acme.within(header):
        assert acme.refused("GetMyOrg") == ("PERMISSION_DENIED", "Organisation doesn't exist (AUTH-Bs7Ds)")


def test_a_viewer_s_permissions_are_all_for_reading() -> None:
    for role, permissions in ROLES.items():
        if role.endswith("_VIEWER"):
            assert all(permission.endswith("read") for permission in permissions), role


def test_an_expired_token_gives_no_identity(acme: Any) -> None:
    robot = acme.machine("robot")
    soon = {"seconds": int(acme.emulator.store.clock()) + 3600}
    token = acme.call("AddPersonalAccessToken", user_id=robot, expiration_date=soon).token
    assert acme.whoami(token) == robot
    acme.emulator.store.run("UPDATE pats SET expires = 1 WHERE user_id = ?", robot)
    assert acme.whoami(token) == "UNAUTHENTICATED Errors.Token.Invalid (AUTH-7fs1e)"
