"""RPCs are found by every form of their name."""

from __future__ import annotations

import pytest

import zgrpc
from zgrpc._contract.rpc import all_rpcs
from zgrpc._text.names import find, method_of, python_label


@pytest.mark.parametrize(
    "name",
    [
        "management.GetUserByID",
        "management.get_user_by_id",
        "management.getuserbyid",
        "client.management.get_user_by_id",
        "zitadel.management.v1.ManagementService/GetUserByID",
        "/zitadel.management.v1.ManagementService/GetUserByID",
    ],
)
def test_every_form_of_a_name_finds_the_rpc(name: str) -> None:
    assert find(name).short_name == "management.GetUserByID"


def test_a_misspelled_name_gets_the_nearest_one() -> None:
    with pytest.raises(ValueError, match=r"did you mean 'management\.ListUserGrants'"):
        find("management.ListUserGrnts")


def test_a_bare_name_of_two_services_is_ambiguous() -> None:
    with pytest.raises(ValueError, match=r"ambiguous: it may be .*auth\.Healthz or management\.Healthz"):
        find("Healthz")


def test_the_nearest_name_is_suggested_in_the_form_of_the_wrong_one() -> None:
    with pytest.raises(ValueError, match=r"did you mean 'management\.list_user_grants'"):
        find("management.list_user_grnts")


def test_a_wrong_bare_name_gets_the_full_short_name() -> None:
    with pytest.raises(ValueError, match=r"did you mean 'management\.BulkRemoveUserGrant'"):
        find("BulkRemoveUserGrnt")


def test_an_rpc_of_another_service_is_named() -> None:
    with pytest.raises(ValueError, match=r"no RPC 'auth.BulkRemoveUserGrant'; did you mean management\."):
        find("auth.BulkRemoveUserGrant")


def test_every_rpc_is_found_by_each_of_its_names() -> None:
    for rpc in all_rpcs().values():
        for name in (rpc.short_name, python_label(rpc), f"client.{python_label(rpc)}", rpc.full_name, rpc.path):
            assert find(name) == rpc


def test_the_service_of_a_later_version_is_named() -> None:
    with pytest.raises(ValueError, match=r"no RPC 'user\.GetUserByID'; did you mean v2\.user\.GetUserByID\?"):
        find("user.GetUserByID")


@pytest.mark.parametrize("name", ["v2.user.ListUsers", "v2.user.list_users", "client.v2.user.list_users"])
def test_an_rpc_of_a_later_version_has_the_same_kinds_of_names(name: str) -> None:
    assert find(name).full_name == "zitadel.user.v2.UserService/ListUsers"


def test_the_method_of_a_later_version_is_found_on_the_client() -> None:
    with zgrpc.Client("http://localhost:1") as client:
        assert method_of(client, find("v2.user.ListUsers")).rpc.full_name == "zitadel.user.v2.UserService/ListUsers"
