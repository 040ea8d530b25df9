"""The four reference endpoints, with all their filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.live.conftest import OPTIONS, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.live.conftest import Org

GRANT_FILTERS: dict[str, tuple[Callable[[Org], Any], int]] = {
    "project_id": (lambda org: org.projects[0], 4),
    "user_id": (lambda org: org.users[0], 3),
    "in_user_ids": (lambda org: org.users[:2], 6),
    "role_key": (lambda _: "reader", 12),
    "user_name": (lambda org: zgrpc.starts_with(f"user1-{org.run}"), 3),
    "first_name": (lambda _: "Ada2", 3),
    "last_name": (lambda _: zgrpc.contains("BYRON", ignore_case=True), 9),
    "email": (lambda org: zgrpc.ends_with(f"0-{org.run}@acme.com"), 3),
    "display_name": (lambda _: zgrpc.ends_with("Byron1"), 3),
    "org_name": (lambda org: f"zgrpc-{org.run}", 12),
    "project_name": (lambda _: "shop-2", 4),
    "user_type": (lambda _: "TYPE_MACHINE", 3),
    "with_granted": (lambda _: True, 12),
    "org_domain": (lambda org: zgrpc.starts_with(f"zgrpc-{org.run}."), 12),
    "project_grant_id": (lambda _: "4711", 0),
}


@pytest.mark.parametrize("key", GRANT_FILTERS)
def test_user_grants_are_found_by_each_filter(org: Org, key: str) -> None:
    value, count = GRANT_FILTERS[key]
    where: Any = {key: value(org)}
    grants = list(org.client.management.list_user_grants(where=where))
    assert len(grants) == count
    assert len({grant.id for grant in grants}) == count


def test_user_grants_are_found_by_several_filters_at_once(org: Org) -> None:
    where: Any = {"project_id": org.projects[0], "user_type": "TYPE_HUMAN", "email": zgrpc.ends_with("@acme.com")}
    assert len(list(org.client.management.list_user_grants(where=where))) == 3


def test_user_grants_in_small_pages_are_complete(org: Org) -> None:
    whole = {grant.id for grant in org.client.management.list_user_grants()}
    pages = [grant.id for grant in org.client.management.list_user_grants(first_page=5)]
    assert sorted(pages) == sorted(whole)
    assert len(whole) == org.grants


def test_personal_access_tokens_are_listed_completely(org: Org) -> None:
    tokens = list(org.client.management.list_personal_access_tokens(user_id=org.bot, first_page=2))
    assert len({token.id for token in tokens}) == org.tokens


@pytest.mark.parametrize(
    ("where", "count"),
    [({}, 4), ("org", 1), ("project", 1), ("iam", 0)],
)
def test_user_memberships_are_found_by_each_filter(org: Org, where: Any, count: int) -> None:
    filters: Any = {"org": {"org": org.id}, "project": {"project": org.projects[1]}, "iam": {"iam": True}}
    found = list(org.client.management.list_user_memberships(user_id=org.bot, where=filters.get(where or "", {})))
    assert len(found) == count


def test_a_bot_lists_its_own_user_grants(org: Org) -> None:
    credentials = zgrpc.PersonalAccessToken(org.bot_token)
    with zgrpc.Client(TARGET, credentials=credentials, **OPTIONS) as bot:
        grants = list(bot.auth.list_my_user_grants())
    assert {grant.project_id for grant in grants} == {*org.projects}
    assert {tuple(grant.role_keys) for grant in grants} == {("reader",)}


async def test_asyncio_lists_the_same(org: Org, async_client: zgrpc.AsyncClient) -> None:
    management = async_client.management
    assert len([g async for g in management.list_user_grants(first_page=5)]) == org.grants
    assert len([t async for t in management.list_personal_access_tokens(user_id=org.bot)]) == org.tokens
    assert len([m async for m in management.list_user_memberships(user_id=org.bot)]) == 4
    assert await management.list_users(where={"type": "TYPE_MACHINE"}).total() == 1


def test_changes_follow_their_sequence(org: Org) -> None:
    pages = [change.sequence for change in org.client.management.list_user_changes(user_id=org.bot, first_page=2)]
    whole = [change.sequence for change in org.client.management.list_user_changes(user_id=org.bot)]
    assert pages == whole == sorted(set(whole), reverse=True)


def test_errors_have_class_and_id(org: Org) -> None:
    with pytest.raises(zgrpc.NotFoundError) as caught:
        org.client.management.get_user_by_id(id="4711")
    assert caught.value.id
    with pytest.raises(zgrpc.InvalidArgumentError):
        org.client.management.get_user_by_id(id="")


def test_a_wrong_token_is_unauthenticated() -> None:
    with (
        zgrpc.Client(TARGET, credentials=zgrpc.PersonalAccessToken("wrong"), **OPTIONS) as client,
        pytest.raises(zgrpc.UnauthenticatedError),
    ):
        client.auth.get_my_user()
