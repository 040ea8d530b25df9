"""Whatever the server does, each row comes out exactly once, or an error says that some may be missing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import zgrpc
from tests.fuzzing import examples
from tests.lists.list_server import Behavior, ListServer, ids
from zgrpc._backoff import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable

    Listed = Callable[..., list[str]]

over_the_wire = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
counts = st.integers(0, 60)
first_pages = st.integers(1, 70)
orders = st.none() | st.integers(0, 1000)
few_unavailable = st.sets(st.integers(0, 3), max_size=2).map(frozenset)


def obvious_loop(client: zgrpc.Client, first_page: int) -> list[str]:
    """The obvious loop."""
    found: list[str] = []
    while True:
        page = client.management.list_user_grants.page(offset=len(found), limit=first_page)
        if not page.result:
            return found
        found += [grant.id for grant in page.result]


@over_the_wire
@given(count=counts, first_page=first_pages, order=orders, total=st.none() | st.integers(0, 150))
def test_a_list_is_complete_whatever_the_order_and_whatever_the_total(
    server: ListServer, listed: Listed, count: int, first_page: int, order: int | None, total: int | None
) -> None:
    server.behave(Behavior(rows=ids(count), shuffle=order, total=total))
    assert sorted(listed(first_page=first_page)) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, cap=st.integers(1, 70))
def test_a_list_is_complete_where_the_server_caps_its_answers(
    server: ListServer, listed: Listed, count: int, first_page: int, cap: int
) -> None:
    server.behave(Behavior(rows=ids(count), cap=cap))
    assert sorted(listed(first_page=first_page)) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, cap=st.integers(1, 70), order=st.integers(0, 1000))
def test_capped_answers_in_no_stable_order_are_completed_or_reported(
    server: ListServer, listed: Listed, count: int, first_page: int, cap: int, order: int
) -> None:
    server.behave(Behavior(rows=ids(count), shuffle=order, cap=cap))
    try:
        found = listed(first_page=first_page)
    except zgrpc.IncompleteListError as error:
        assert error.total == count
        assert error.received == len(error.identities) <= count
        assert error.missing == ((count - error.received) or None)
    else:
        assert sorted(found) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, cap=st.integers(1, 70), order=orders, total=st.integers(0, 150))
def test_capped_answers_with_a_wrong_total_never_pass_for_the_whole_list(
    server: ListServer, listed: Listed, count: int, first_page: int, cap: int, order: int | None, total: int
) -> None:
    # An answer that is capped at just the wrong total looks like a whole list.
    assume(total != cap)
    server.behave(Behavior(rows=ids(count), shuffle=order, cap=cap, total=total))
    try:
        found = listed(first_page=first_page)
    except zgrpc.IncompleteListError:
        return
    assert sorted(found) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, unavailable=few_unavailable, cap=st.none() | st.just(20))
def test_requests_answered_unavailable_are_repeated(
    server: ListServer,
    listed: Listed,
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    first_page: int,
    unavailable: frozenset[int],
    cap: int | None,
) -> None:
    # Real pauses take seconds for each of the examples, and no argument of a client shortens them.
    monkeypatch.setattr("zgrpc._calls.bound_rpc.READS", Backoff(0.001, 0.02, attempts=6))
    server.behave(Behavior(rows=ids(count), cap=cap, unavailable=unavailable))
    assert sorted(listed(first_page=first_page)) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, order=orders)
def test_a_server_that_ignores_offset_and_limit_gives_a_complete_list(
    server: ListServer, listed: Listed, count: int, first_page: int, order: int | None
) -> None:
    server.behave(Behavior(rows=ids(count), shuffle=order, ignores_paging=True))
    assert sorted(listed(first_page=first_page)) == sorted(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, order=orders, limit=st.integers(0, 80), cap=st.none() | st.integers(5, 70))
def test_a_limit_gives_that_many_distinct_items(
    server: ListServer, listed: Listed, count: int, first_page: int, order: int | None, limit: int, cap: int | None
) -> None:
    server.behave(Behavior(rows=ids(count), shuffle=order, cap=cap))
    try:
        found = listed(first_page=first_page, limit=limit)
    except zgrpc.IncompleteListError:
        assert cap is not None
        return
    assert len(found) == len(set(found)) == min(limit, count)
    assert set(found) <= set(ids(count))


@over_the_wire
@given(count=counts, first_page=first_pages, offset=st.integers(0, 80), cap=st.none() | st.integers(5, 70))
def test_an_offset_leaves_out_that_many_items(
    server: ListServer, listed: Listed, count: int, first_page: int, offset: int, cap: int | None
) -> None:
    server.behave(Behavior(rows=ids(count), cap=cap))
    assert listed(first_page=first_page, offset=offset) == ids(count)[offset:]


@pytest.mark.parametrize("hidden", [True, False])
@pytest.mark.parametrize("count", [0, 999, 1000, 1001, 2500])
def test_limits_above_a_thousand_may_be_refused(server: ListServer, listed: Listed, count: int, hidden: bool) -> None:
    server.behave(Behavior(rows=ids(count), refuse_above=1000, hidden_refusal=hidden))
    assert sorted(listed()) == sorted(ids(count))


def test_a_second_refusal_at_a_thousand_raises_the_error(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(5), refuse_above=10))
    with pytest.raises(zgrpc.InvalidArgumentError, match="limit exceeded"):
        listed()
    assert server.asked == [(0, 10_000), (0, 1000)]


@pytest.mark.parametrize("count", [40, 400])
def test_the_obvious_loop_loses_rows_against_the_same_servers(
    server: ListServer, client: zgrpc.Client, listed: Listed, count: int
) -> None:
    server.behave(Behavior(rows=ids(count), shuffle=7))
    assert len(set(obvious_loop(client, 10))) < count
    assert sorted(listed(first_page=10)) == sorted(ids(count))


def test_rows_that_existed_throughout_come_out_once_while_a_writer_works(server: ListServer, listed: Listed) -> None:
    steady, churn = [f"steady-{n}" for n in range(3000)], [f"churn-{n}" for n in range(300)]
    server.behave(Behavior(rows=steady + churn, shuffle=3))
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.wait(0.0005):
            number += 1
            kept = server.behavior.rows
            server.behavior.rows = [*kept[1:3000], kept[0], *kept[3001:], f"new-{number}"]

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            found: list[Any] = listed(first_page=500)
            assert len(found) == len(set(found))
            assert set(found) >= set(steady)
    finally:
        stop.set()
        writer.join()
