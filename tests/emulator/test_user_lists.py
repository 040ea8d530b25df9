"""`ListUsers`: filters, their nesting, the order, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

USER_NAME, FIRST_NAME = 1, 2
HUMAN = 1
EQUALS, EQUALS_IGNORE_CASE, STARTS, CONTAINS, ENDS_IGNORE_CASE = 0, 1, 2, 4, 7


@pytest.fixture(scope="module")
def users(make_wire: Any) -> Iterator[Any]:
    """An organization of ann, Bob, cleo and the machine bot."""
    with Emulator() as emulator:
        wire = make_wire(emulator)
        wire.org_id = wire.call("AddOrg", name="People").id
        wire.human("ann", profile={"first_name": "Ann", "last_name": "Doe", "nick_name": "100%"})
        wire.human("Bob", profile={"first_name": "bob", "last_name": "Roe", "nick_name": "1000"})
        wire.human("cleo")
        wire.machine("bot")
        yield wire
        wire.channel.close()


def names(users: Any, *queries: dict[str, Any], **fields: Any) -> list[str]:
    fields = {"sorting_column": USER_NAME, "query": {"asc": True}, **fields}
    return [user.user_name for user in users.call("ListUsers", queries=queries, **fields).result]


def name_is(name: str, method: int = EQUALS) -> dict[str, Any]:
    return {"user_name_query": {"user_name": name, "method": method}}


def nick_name_is(name: str, method: int = EQUALS) -> dict[str, Any]:
    return {"nick_name_query": {"nick_name": name, "method": method}}


def test_the_users_are_those_of_the_organization(users: Any) -> None:
    assert names(users) == ["ann", "Bob", "bot", "cleo"]


def test_descending_reverses_the_order(users: Any) -> None:
    assert names(users, query={"asc": False}) == ["cleo", "bot", "Bob", "ann"]


def test_users_without_a_first_name_come_last(users: Any) -> None:
    assert names(users, sorting_column=FIRST_NAME) == ["ann", "Bob", "cleo", "bot"]


def test_users_without_a_first_name_come_first_downwards(users: Any) -> None:
    assert names(users, sorting_column=FIRST_NAME, query={"asc": False}) == ["bot", "cleo", "Bob", "ann"]


def test_a_page_is_cut_out_after_sorting(users: Any) -> None:
    assert names(users, query={"asc": True, "offset": 1, "limit": 2}) == ["Bob", "bot"]


def test_a_page_carries_the_total(users: Any) -> None:
    assert users.call("ListUsers", query={"limit": 1}).details.total_result == 4


def test_every_filter_must_match(users: Any) -> None:
    assert names(users, {"type_query": {"type": HUMAN}}, name_is("bo", STARTS)) == []


@pytest.mark.parametrize(
    ("name", "method", "found"),
    [
        ("bob", EQUALS, []),
        ("bob", EQUALS_IGNORE_CASE, ["Bob"]),
        ("bo", STARTS, ["bot"]),
        ("o", CONTAINS, ["Bob", "bot", "cleo"]),
        ("OB", ENDS_IGNORE_CASE, ["Bob"]),
        ("_nn", EQUALS, []),
    ],
)
def test_texts_are_compared_by_a_method(name: str, method: int, found: list[str], users: Any) -> None:
    assert names(users, name_is(name, method)) == found


def test_wildcards_match_literally(users: Any) -> None:
    assert names(users, nick_name_is("100%", STARTS)) == ["ann"]


def test_an_or_query_finds_every_alternative(users: Any) -> None:
    assert names(users, {"or_query": {"queries": [name_is("ann"), name_is("cleo")]}}) == ["ann", "cleo"]


def test_an_or_query_takes_and_queries(users: Any) -> None:
    both = {"and_query": {"queries": [name_is("o", CONTAINS), {"type_query": {"type": HUMAN}}]}}
    assert names(users, {"or_query": {"queries": [name_is("ann"), both]}}) == ["ann", "Bob", "cleo"]


def test_a_not_query_finds_the_other_users(users: Any) -> None:
    assert names(users, {"not_query": {"query": name_is("ann")}}) == ["Bob", "bot", "cleo"]


def test_a_negated_filter_leaves_out_users_without_the_text(users: Any) -> None:
    # cleo and the machine have no nick name at all.
    assert names(users, {"not_query": {"query": nick_name_is("100%")}}) == ["Bob"]


def test_the_negation_of_nothing_is_rejected(users: Any) -> None:
    answer = users.refused("ListUsers", queries=[{"not_query": {}}])
    assert answer == ("INVALID_ARGUMENT", "List.Query.Invalid (GRPC-vR9nC)")


@pytest.mark.parametrize(("depth", "code"), [(20, "OK"), (21, "INVALID_ARGUMENT")])
def test_filters_nest_twenty_times(depth: int, code: str, users: Any) -> None:
    query = name_is("ann")
    for _ in range(depth):
        query = {"not_query": {"query": query}}
    assert users.code("ListUsers", queries=[query]).name == code


def test_users_are_found_by_their_ids(users: Any) -> None:
    ids = [user.id for user in users.call("ListUsers", queries=[name_is("ann")]).result]
    assert names(users, {"in_user_ids_query": {"user_ids": [*ids, "0"]}}) == ["ann"]
