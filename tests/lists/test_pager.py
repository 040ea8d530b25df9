"""Pagers in both flavors over the wire: their requests, remembered sizes and hints."""

from __future__ import annotations

import asyncio
import operator
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Lists:
    """A client of one flavor; its lists are those of `management.list_user_grants`."""

    def __init__(self, client: Any, runner: asyncio.Runner | None) -> None:
        self.client = client
        self._runner = runner

    def pager(self, **options: Any) -> Any:
        return self.client.management.list_user_grants(**options)

    def get(self, result: Any) -> Any:
        """What a method of a pager returns."""
        return self._runner.run(result) if self._runner is not None else result

    def begin(self, pager: Any) -> tuple[Any, Callable[[], Any]]:
        """An iterator of a pager, and what gives its next item."""
        if self._runner is None:
            iterator = iter(pager)
            return iterator, lambda: next(iterator)
        asynchronous = aiter(pager)

        async def following() -> Any:
            return await anext(asynchronous)

        runner = self._runner
        return asynchronous, lambda: runner.run(following())

    def pages(self, pager: Any) -> list[list[Any]]:
        async def collect() -> list[list[Any]]:
            return [page async for page in pager.pages()]

        return self._runner.run(collect()) if self._runner is not None else list(pager.pages())


@pytest.fixture(params=["sync", "asyncio"])
def lists(request: pytest.FixtureRequest, server: ListServer) -> Iterator[Lists]:
    if request.param == "sync":
        with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
            yield Lists(client, None)
        return
    with asyncio.Runner() as runner:
        async_client = zgrpc.AsyncClient(server.url, credentials=CREDENTIALS)
        yield Lists(async_client, runner)
        runner.run(async_client.close())


def rows(items: Any) -> list[str]:
    return [item.id for item in items]


def test_all_gives_every_item_and_pages_give_them_as_they_arrive(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert rows(lists.get(lists.pager(first_page=100).all())) == ids(250)
    pages = lists.pages(lists.pager(first_page=100))
    assert [len(page) for page in pages] == [100, 150]
    assert all(type(page) is list for page in pages)


def test_dicts_have_the_items_in_order(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(3)))
    assert [row["id"] for row in lists.get(lists.pager().to_dicts())] == ids(3)


def test_first_asks_for_one_item_at_the_lists_offset(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert lists.get(lists.pager(offset=5).first()).id == "5"
    assert server.asked == [(5, 1)]


def test_first_and_one_keep_a_smaller_limit_of_the_list(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert lists.get(lists.pager(limit=0).first()) is None
    assert server.asked == []
    assert lists.get(lists.pager(limit=1).one()).id == "0"
    assert lists.get(lists.pager(limit=1).first()).id == "0"
    assert server.asked == [(0, 1), (0, 1)]


def test_first_and_one_replace_a_larger_limit_of_the_list(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=["7"]))
    assert lists.get(lists.pager(limit=3).one()).id == "7"
    assert lists.get(lists.pager(limit=2).first()).id == "7"
    assert server.asked == [(0, 2), (0, 1)]


@pytest.mark.parametrize(("count", "message"), [(0, "no item where"), (2, "more than one item where")])
def test_one_raises_if_there_is_no_item_or_several(server: ListServer, lists: Lists, count: int, message: str) -> None:
    server.behave(Behavior(rows=ids(count)))
    with pytest.raises(LookupError, match=rf"management\.list_user_grants: {message} one\(\) expects exactly one"):
        lists.get(lists.pager().one())


def test_the_total_is_that_of_the_whole_list(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert lists.get(lists.pager(limit=3, offset=5).total()) == 250
    assert lists.get(lists.pager().total()) == 250
    assert server.asked == [(0, 1), (0, 1)]


def test_the_total_of_a_list_without_one_is_counted() -> None:
    with Emulator() as emulator, emulator.client() as client:
        pager = client.auth.list_my_refresh_tokens(limit=1)
        assert pager.total() == len(pager.all()) == 0
        members = client.management.list_org_member_roles(limit=1, offset=1)
        every = client.management.list_org_member_roles().all()
        assert len(members.all()) == 1
        assert members.total() == len(every) > 2


def test_hints_count_down_with_the_items(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(250)))
    pager = lists.pager(first_page=100)
    iterator, following = lists.begin(pager)
    for left in range(249, 0, -50):
        while operator.length_hint(iterator) != left:
            following()
    assert operator.length_hint(pager) == 250


def test_a_length_hint_before_the_first_item_loses_no_page(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(25)))
    with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
        iterator = iter(client.management.list_user_grants(first_page=10))
        assert [operator.length_hint(iterator), operator.length_hint(iterator)] == [25, 25]
        assert server.asked == [(0, 10)]
        assert rows(iterator) == ids(25)


@pytest.mark.parametrize(("total", "hint"), [(10_000_000, 10_000_000), (10_000_001, -1)])
def test_hints_end_at_ten_million(server: ListServer, lists: Lists, total: int, hint: int) -> None:
    server.behave(Behavior(rows=ids(25), total=total))
    pager = lists.pager()
    iterator, following = lists.begin(pager)
    following()
    assert operator.length_hint(pager, -1) == hint
    assert operator.length_hint(iterator, -1) == (hint if hint < 0 else hint - 1)


@pytest.mark.parametrize(
    ("plan", "remembered"),
    [
        ({}, 10_001), ({"first_page": 10_000}, 10_001), ({"first_page": 9_999}, None), ({"first_page": 10_001}, None),
        ({"limit": 10_001}, None), ({"offset": 0}, 10_001),
    ],
)  # fmt: skip
def test_the_size_of_a_whole_list_past_the_first_page_is_remembered(
    server: ListServer, lists: Lists, plan: dict[str, int], remembered: int | None
) -> None:
    server.behave(Behavior(rows=ids(10_001)))
    assert len(lists.get(lists.pager(**plan).all())) == 10_001
    assert lists.pager().size_hint == remembered


def test_the_size_of_a_list_behind_an_offset_is_not_remembered(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_002)))
    assert len(lists.get(lists.pager(offset=1).all())) == 10_001
    assert lists.pager().size_hint is None


def test_a_list_of_just_the_first_page_is_not_remembered(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_000)))
    assert len(lists.get(lists.pager().all())) == 10_000
    assert lists.pager().size_hint is None


def test_a_list_that_shrank_is_forgotten(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_001)))
    lists.get(lists.pager().all())
    server.behave(Behavior(rows=ids(9_000)))
    lists.get(lists.pager(limit=20_000).all())
    assert lists.pager().size_hint == 10_001
    lists.get(lists.pager().all())
    assert lists.pager().size_hint is None


def test_a_list_that_was_left_early_is_not_remembered(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_001)))
    _, following = lists.begin(lists.pager())
    following()
    assert lists.pager().size_hint is None


def test_the_callers_size_hint_replaces_the_remembered_size(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_001)))
    lists.get(lists.pager().all())
    pager = lists.pager()
    pager.size_hint = 12_345
    assert pager.size_hint == 12_345
    server.behave(Behavior(rows=ids(10_001)))
    lists.get(pager.all())
    assert server.asked == [(0, 24_690)]
    pager.size_hint = None
    assert pager.size_hint == 10_001


@pytest.mark.parametrize("plan", [{"limit": 500}, {"offset": 1}, {"first_page": 100}])
def test_a_size_hint_does_not_change_a_request_for_less_than_all(
    server: ListServer, lists: Lists, plan: dict[str, int]
) -> None:
    server.behave(Behavior(rows=ids(50)))
    pager = lists.pager(**plan)
    pager.size_hint = 30_000
    lists.get(pager.all())
    assert server.asked == [(plan.get("offset", 0), plan.get("limit", plan.get("first_page", 10_000)))]


def test_another_order_of_the_same_filters_is_the_same_list(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(10_001)))
    lists.get(lists.pager(where={"user_id": "1"}).all())
    assert lists.pager(where={"user_id": "1"}).size_hint == 10_001
    assert lists.pager(where={"user_id": "2"}).size_hint is None
    assert lists.pager(where={"user_id": "1"}, org_id="7").size_hint is None


def test_the_timeout_of_the_list_holds_for_its_requests(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(3), delay=5.0))
    with pytest.raises(zgrpc.DeadlineExceededError):
        lists.get(lists.pager(timeout=0.05).all())


def test_without_a_timeout_the_clients_holds(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(3), delay=5.0))
    with (
        zgrpc.Client(server.url, credentials=CREDENTIALS, timeout=0.05) as client,
        pytest.raises(zgrpc.DeadlineExceededError),
    ):
        client.management.list_user_grants().all()


def test_a_list_that_must_not_be_repeated_is_not(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(3), unavailable=frozenset({0})))
    once = lists.client.management.list_user_grants.with_options(retry=False)
    with pytest.raises(zgrpc.UnavailableError):
        lists.get(once().all())
    assert len(server.asked) == 1


def test_a_list_is_not_repeated_if_the_client_repeats_nothing(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(3), unavailable=frozenset({0})))
    with (
        zgrpc.Client(server.url, credentials=CREDENTIALS, retry=False) as client,
        pytest.raises(zgrpc.UnavailableError),
    ):
        client.management.list_user_grants().all()
    assert len(server.asked) == 1


def test_a_request_ahead_of_a_list_that_must_not_be_repeated_is_not(server: ListServer, lists: Lists) -> None:
    server.behave(Behavior(rows=ids(4_000), cap=500, unavailable=frozenset({4})))
    once = lists.client.management.list_user_grants.with_options(retry=False)
    with pytest.raises(zgrpc.UnavailableError):
        lists.get(once(first_page=500).all())


def test_a_pager_shows_its_class_and_its_rpc(lists: Lists) -> None:
    shown = repr(lists.pager())
    assert shown in ("<Pager of management.list_user_grants>", "<AsyncPager of management.list_user_grants>")


def test_attributes_that_are_not_there_are_named_with_what_was_meant(lists: Lists) -> None:
    pager = lists.pager()
    with pytest.raises(AttributeError, match=r"Pager has no 'totl'; did you mean 'total'"):
        pager.totl  # noqa: B018 - the attribute is the test
    with pytest.raises(AttributeError, match=r"Pager has no 'result'; iterate it, or call .*\.page\(\)"):
        pager.result  # noqa: B018 - the attribute is the test
    with pytest.raises(AttributeError, match=r"^_ipython_display_$"):
        pager._ipython_display_  # noqa: B018 - the attribute is the test
