"""User grants where the recordings do not go."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from zitadel import user_pb2

NOT_GRANTED = ("FAILED_PRECONDITION", "Project Grant not found (COMMAND-4m9ff)")


@pytest.fixture
def acme(wire: Any) -> Any:
    wire.org_id = wire.call("AddOrg", name="acme").id
    return wire


@pytest.fixture
def shop(acme: Any) -> str:
    project: str = acme.project("shop", "admin", "viewer")
    return project


def grant(wire: Any, user: str, project: str, *roles: str, **fields: Any) -> str:
    request = {"user_id": user, "project_id": project, "role_keys": roles, **fields}
    return str(wire.call("AddUserGrant", **request).user_grant_id)


def listed(wire: Any, **query: Any) -> list[str]:
    return [one.id for one in wire.call("ListUserGrants", queries=[query] if query else []).result]


def test_a_grant_shows_names_as_they_are_now(acme: Any, shop: str) -> None:
    ann = acme.human("ann")
    id_ = grant(acme, ann, shop)
    acme.call("UpdateUserName", user_id=ann, user_name="anna")
    acme.call("UpdateProject", id=shop, name="Store")
    acme.call("UpdateOrg", name="acme two")
    shown = acme.call("GetUserGrantByID", user_id=ann, grant_id=id_).user_grant
    assert (shown.user_name, shown.preferred_login_name) == ("anna", "anna")
    assert (shown.project_name, shown.org_name, shown.granted_org_name) == ("Store", "acme two", "acme two")
    assert shown.details.sequence == 1


def test_another_organization_cannot_give_roles_of_a_project_that_it_was_not_granted(acme: Any, shop: str) -> None:
    with acme.within(acme.call("AddOrg", name="globex").id):
        bob = acme.human("bob")
        refused = acme.refused("AddUserGrant", user_id=bob, project_id=shop, role_keys=["viewer"])
    assert refused == NOT_GRANTED


def test_the_owner_of_a_project_gives_all_its_roles_though_a_grant_is_named(acme: Any, shop: str) -> None:
    buyer = acme.call("AddOrg", name="globex").id
    named = acme.call("AddProjectGrant", project_id=shop, granted_org_id=buyer, role_keys=["viewer"]).grant_id
    id_ = grant(acme, acme.human("ann"), shop, "admin")
    assert named
    assert not acme.call("GetUserGrantByID", user_id="x", grant_id=id_).user_grant.project_grant_id


def test_the_same_roles_in_another_order_are_a_change(acme: Any, shop: str) -> None:
    ann = acme.human("ann")
    id_ = grant(acme, ann, shop, "admin", "viewer")
    acme.call("UpdateUserGrant", user_id=ann, grant_id=id_, role_keys=["viewer", "admin"])
    shown = acme.call("GetUserGrantByID", user_id=ann, grant_id=id_).user_grant
    assert list(shown.role_keys) == ["viewer", "admin"]
    assert shown.details.sequence == 2


def test_a_role_key_is_matched_whole_whatever_the_method(acme: Any, shop: str) -> None:
    grant(acme, acme.human("ann"), shop, "viewer")
    query = {"role_key_query": {"role_key": "view", "method": "TEXT_QUERY_METHOD_CONTAINS"}}
    assert listed(acme, **query) == []
    assert len(listed(acme, role_key_query={"role_key": "viewer"})) == 1


def test_removing_in_bulk_is_all_or_nothing(acme: Any, shop: str) -> None:
    ids = [grant(acme, acme.human(name), shop) for name in ("ann", "bob")]
    assert acme.code("BulkRemoveUserGrant", grant_id=[*ids, "404"]) is grpc.StatusCode.NOT_FOUND
    assert listed(acme) == ids
    acme.call("BulkRemoveUserGrant", grant_id=ids)
    assert listed(acme) == []


@pytest.mark.parametrize("rpc", ["DeactivateUserGrant", "ReactivateUserGrant", "RemoveUserGrant", "GetUserGrantByID"])
def test_a_grant_of_another_organization_is_not_found(rpc: str, acme: Any, shop: str) -> None:
    ann = acme.human("ann")
    id_ = grant(acme, ann, shop)
    with acme.within(acme.call("AddOrg", name="globex").id):
        code, text = acme.refused(rpc, user_id=ann, grant_id=id_)
    assert code == "NOT_FOUND"
    assert text.startswith("User grant not found (")


def test_switching_off_again_changes_nothing(acme: Any, shop: str) -> None:
    ann = acme.human("ann")
    id_ = grant(acme, ann, shop)
    first, second = (acme.call("DeactivateUserGrant", user_id=ann, grant_id=id_).details for _ in range(2))
    assert first == second
    shown = acme.call("GetUserGrantByID", user_id=ann, grant_id=id_).user_grant
    assert shown.state == user_pb2.USER_GRANT_STATE_INACTIVE


def test_grants_go_with_the_organization_that_gave_them(acme: Any, shop: str) -> None:
    buyer = acme.call("AddOrg", name="globex").id
    ann = acme.human("ann")
    acme.call("AddProjectGrant", project_id=shop, granted_org_id=buyer, role_keys=["viewer"])
    with acme.within(buyer):
        grant(acme, ann, shop, "viewer")
        acme.call("RemoveOrg")
    assert listed(acme, with_granted_query={}) == []
    assert acme.code("GetUserByID", id=ann) is grpc.StatusCode.OK


def test_the_default_organization_stays(wire: Any) -> None:
    code, text = wire.refused("RemoveOrg")
    assert (code, text.rpartition(" (")[0]) == ("FAILED_PRECONDITION", "Default Organisation must not be deleted")


def test_a_grant_named_twice_in_bulk_is_removed_once(acme: Any, shop: str) -> None:
    id_ = grant(acme, acme.human("ann"), shop)
    acme.call("BulkRemoveUserGrant", grant_id=[id_, id_])
    assert listed(acme) == []


def test_a_removed_project_and_an_unknown_one_give_different_errors(acme: Any, shop: str) -> None:
    ann = acme.human("ann")
    acme.call("RemoveProject", id=shop)
    removed = acme.refused("AddUserGrant", user_id=ann, project_id=shop, role_keys=["viewer"])
    assert removed == ("FAILED_PRECONDITION", "Project not found (COMMAND-3n77S)")
    assert acme.refused("AddUserGrant", user_id=ann, project_id="404") == NOT_GRANTED
    with acme.within(acme.call("AddOrg", name="globex").id):
        assert acme.refused("AddUserGrant", user_id=ann, project_id=shop) == NOT_GRANTED
