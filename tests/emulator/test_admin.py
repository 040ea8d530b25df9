"""Organizations and members of the instance, as Admin serves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture(scope="module")
def owner(emulator: Emulator) -> Iterator[zgrpc.Client]:
    with emulator.client() as client:
        yield client


def _set_up(owner: zgrpc.Client, name: str, **more: Any) -> tuple[str, str]:
    human: Any = {
        "user_name": f"{name}@example.com",
        "profile": {"first_name": "Ada", "last_name": "Adler"},
        "email": {"email": f"{name}@example.com", "is_email_verified": True},
        "password": "Secret-Password-1",
    }
    answer = owner.admin.set_up_org(org={"name": name}, human=human, **more)
    return answer.org_id, answer.user_id


def test_list_orgs_filters_by_each_query(owner: zgrpc.Client) -> None:
    first = owner.management.add_org(name="Filter One").id
    second = owner.management.add_org(name="Filter Two").id
    owner.with_org(second).management.deactivate_org()
    found = owner.admin.list_orgs
    assert {org.id for org in found(where={"name": zgrpc.starts_with("Filter")})} == {first, second}
    assert [org.id for org in found(where={"name": zgrpc.equals("filter two", ignore_case=True)})] == [second]
    assert [org.id for org in found(where={"domain": "filter-one.localhost"})] == [first]
    assert [org.id for org in found(where={"name": zgrpc.starts_with("Filter"), "state": "ORG_STATE_INACTIVE"})] == [
        second
    ]
    assert [org.id for org in found(where={"id": first})] == [first]


def test_list_orgs_sorts_by_name(owner: zgrpc.Client) -> None:
    for name in ("Sort b", "Sort A", "Sort c"):
        owner.management.add_org(name=name)
    wanted: Any = {"queries": [{"name_query": {"name": "Sort", "method": 2}}], "sorting_column": "ORG_FIELD_NAME_NAME"}
    down = owner.admin.list_orgs.page(**wanted)
    up = owner.admin.list_orgs.page(**wanted, query={"asc": True})
    assert [org.name for org in up.result] == ["Sort A", "Sort b", "Sort c"]
    assert [org.name for org in down.result] == ["Sort c", "Sort b", "Sort A"]


def test_a_removed_org_leaves_the_list(owner: zgrpc.Client) -> None:
    gone = owner.management.add_org(name="Gone").id
    owner.admin.remove_org.with_options()(org_id=gone)
    assert not list(owner.admin.list_orgs(where={"id": gone}))
    with pytest.raises(zgrpc.NotFoundError) as caught:
        owner.admin.remove_org.with_options()(org_id=gone)
    assert caught.value.id == "COMMA-aps2n"


def test_an_unknown_org_is_not_found(owner: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.NotFoundError, match="QUERY-iTTGJ"):
        owner.admin.get_org_by_id(id="404")


def test_is_org_unique_looks_at_names_and_verified_domains(owner: zgrpc.Client) -> None:
    owner.management.add_org(name="Unique")
    assert not owner.admin.is_org_unique(name="unique", domain="free.example").is_unique
    assert not owner.admin.is_org_unique(name="Free", domain="UNIQUE.localhost").is_unique
    assert owner.admin.is_org_unique(name="Free", domain="free.example").is_unique


def test_set_up_org_makes_its_user_the_owner(owner: zgrpc.Client) -> None:
    org, user = _set_up(owner, "setup")
    (member,) = owner.with_org(org).management.list_org_members()
    assert (member.user_id, list(member.roles)) == (user, ["ORG_OWNER"])
    assert owner.with_org(org).management.get_user_by_id(id=user).user.state == 1


def test_set_up_org_gives_the_roles_that_are_asked_for(owner: zgrpc.Client) -> None:
    org, _ = _set_up(owner, "viewer", roles=["ORG_OWNER_VIEWER"])
    (member,) = owner.with_org(org).management.list_org_members()
    assert list(member.roles) == ["ORG_OWNER_VIEWER"]


def test_a_refused_set_up_leaves_no_org(owner: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.InvalidArgumentError):
        _set_up(owner, "refused", roles=["NOT_A_ROLE"])
    assert owner.admin.is_org_unique(name="refused", domain="").is_unique


def test_the_default_org_can_be_chosen() -> None:
    with Emulator() as own, own.client() as owner:
        first = owner.admin.get_default_org().org.id
        second = owner.management.add_org(name="Second").id
        for wrong, refusal in (("404", "INSTA-Wfe21"), (first, "INST-SDfw2")):
            with pytest.raises(zgrpc.FailedPreconditionError, match=refusal):
                owner.admin.set_default_org.with_options()(org_id=wrong)
        owner.admin.set_default_org.with_options()(org_id=second)
        assert owner.admin.get_default_org().org.id == second


def test_members_of_the_instance_are_added_and_removed(owner: zgrpc.Client) -> None:
    user = owner.management.add_machine_user(user_name="iam", name="IAM").user_id
    owner.admin.add_iam_member(user_id=user, roles=["IAM_OWNER_VIEWER"])
    owner.admin.update_iam_member(user_id=user, roles=["IAM_ORG_MANAGER"])
    (member,) = owner.admin.list_iam_members(where={"user_id": user})
    assert (list(member.roles), member.preferred_login_name) == (["IAM_ORG_MANAGER"], "iam")
    owner.admin.remove_iam_member(user_id=user)
    assert not list(owner.admin.list_iam_members(where={"user_id": user}))
    assert owner.admin.remove_iam_member(user_id=user).details.resource_owner
    with pytest.raises(zgrpc.NotFoundError, match="INSTANCE-D8JxR"):
        owner.admin.update_iam_member(user_id=user, roles=["IAM_OWNER"])


@pytest.mark.parametrize(
    ("roles", "id"), [([], "INSTANCE-LiaZi"), (["ORG_OWNER"], "INSTANCE-3m9fs"), (["IAM_NOTHING"], "INSTANCE-3m9fs")]
)
def test_members_of_the_instance_have_its_roles_only(owner: zgrpc.Client, roles: list[str], id: str) -> None:
    me = owner.auth.get_my_user().user.id
    with pytest.raises(zgrpc.InvalidArgumentError, match=id):
        owner.admin.update_iam_member(user_id=me, roles=roles)


def test_the_roles_of_the_instance_are_listed(owner: zgrpc.Client) -> None:
    answer = owner.admin.list_iam_member_roles.page()
    assert answer.details.total_result == len(answer.roles)
    assert {"IAM_OWNER", "IAM_OWNER_VIEWER", "IAM_ORG_MANAGER"} <= set(answer.roles)
    assert all(role.startswith("IAM_") for role in answer.roles)
