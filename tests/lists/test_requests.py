"""The requests that a list sends."""

from __future__ import annotations

import gc
import operator
import time
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel.management_pb2 import ListUserGrantRequest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids
from zgrpc._backoff import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable

    Listed = Callable[..., list[str]]


def test_most_lists_take_one_request(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250)))
    listed()
    assert server.asked == [(0, 10_000)]


def test_a_longer_list_takes_one_more_request_for_everything(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250)))
    listed(first_page=100)
    assert server.asked == [(0, 100), (0, 10_250)]


def test_a_total_that_is_too_high_costs_two_more_requests(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250), total=300))
    listed()
    assert server.asked == [(0, 10_000), (0, 10_300), (250, 250), (249, 2)]


def test_an_empty_list_takes_one_request(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior())
    assert listed() == []
    assert server.asked == [(0, 10_000)]


def test_a_limit_asks_for_no_more_than_it_needs(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250)))
    listed(limit=25)
    assert server.asked == [(0, 25)]


def test_a_limit_of_zero_sends_no_request(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert listed(limit=0) == []
    assert server.asked == []


def test_nothing_is_sent_before_the_iteration(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(3)))
    client.management.list_user_grants()
    assert server.asked == []


def test_each_iteration_sends_new_requests(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(3)))
    grants = client.management.list_user_grants()
    assert len(list(grants)) == 3
    server.behavior.rows = ids(4)
    assert len(list(grants)) == 4


def test_first_asks_for_one_item(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    first = client.management.list_user_grants().first()
    assert first is not None
    assert first.id == "0"
    assert server.asked == [(0, 1)]


def test_first_of_an_empty_list_is_none(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior())
    assert client.management.list_user_grants().first() is None


@pytest.mark.parametrize("count", [0, 2])
def test_one_refuses_any_other_number(server: ListServer, client: zgrpc.Client, count: int) -> None:
    server.behave(Behavior(rows=ids(count)))
    with pytest.raises(LookupError, match="exactly one"):
        client.management.list_user_grants().one()


def test_one_returns_the_only_item(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=["7"]))
    assert client.management.list_user_grants().one().id == "7"
    assert server.asked == [(0, 2)]


def test_total_asks_for_one_item_and_ignores_the_lists_own_limit(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert client.management.list_user_grants(limit=3, offset=5).total() == 250
    assert server.asked == [(0, 1)]


def test_pages_are_the_responses_of_a_list(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert [len(page) for page in client.management.list_user_grants(first_page=100).pages()] == [100, 150]


def test_page_is_one_bare_answer(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    page = client.management.list_user_grants.page(offset=240, limit=100)
    assert [grant.id for grant in page.result] == ids(250)[240:]
    assert page.details.total_result == 250
    assert server.asked == [(240, 100)]


def test_the_offset_and_limit_of_a_query_apply_to_the_list(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250)))
    assert listed(query={"offset": 10, "limit": 5}) == ids(250)[10:15]
    assert server.asked == [(10, 5)]


def test_the_callers_message_is_not_changed(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(3)))
    request = ListUserGrantRequest(query={"offset": 1, "limit": 2})
    before = request.SerializeToString()
    assert len(list(client.management.list_user_grants(request, where={"user_id": "1"}))) == 2
    assert request.SerializeToString() == before


@pytest.mark.parametrize("cap", [None, 10])
def test_the_options_of_a_list_hold_for_each_of_its_requests(
    server: ListServer, listed: Listed, cap: int | None
) -> None:
    server.behave(Behavior(rows=ids(250), cap=cap))
    once = (pair for pair in [("x-request-source", "tests")])  # metadata may be any iterable
    assert len(listed(first_page=100, org_id="7", metadata=once)) == 250
    assert len(server.metadata) > 1
    assert {(sent["x-zitadel-orgid"], sent["x-request-source"]) for sent in server.metadata} == {("7", "tests")}


def test_a_timeout_longer_than_grpcs_clock_is_not_zero(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(3)))
    assert len(listed(timeout=1e30)) == 3


def test_a_limit_holds_for_prefetched_chunks_too(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(250), cap=10))
    assert len(listed(limit=25)) == 25
    assert all(offset < 25 for offset, _ in server.asked)


def test_an_offset_given_twice_is_rejected(client: zgrpc.Client) -> None:
    with pytest.raises(TypeError, match=r"offset is given twice.*query\.offset"):
        client.management.list_user_grants(query={"offset": 10}, offset=5)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limit": -1}, "limit must be from 0"),
        ({"limit": "5"}, "limit must be an int, not str"),
        ({"first_page": 0}, "first_page must be from 1"),
        ({"offset": True}, "offset must be an int, not bool"),
        ({"timeout": 0}, "timeout must be a number of seconds above 0"),
        ({"org_id": 5}, "org_id must be a str"),
        ({"metadata": [("X-A", "1")]}, "'X-A' must be lower case"),
        ({"wher": {}}, "did you mean 'where'|has no 'wher'"),
    ],
)
def test_bad_options_are_rejected_before_anything_is_sent(
    server: ListServer, client: zgrpc.Client, options: Any, message: str
) -> None:
    server.behave(Behavior())
    with pytest.raises((TypeError, ValueError), match=message):
        client.management.list_user_grants(**options)
    assert server.asked == []


def test_length_hint_is_the_total_after_the_first_answer(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    grants = client.management.list_user_grants(first_page=100)
    assert operator.length_hint(grants, -1) == -1
    iteration = iter(grants)
    next(iteration)
    assert operator.length_hint(grants) == 250
    assert operator.length_hint(iteration) == 249


def test_an_error_in_the_middle_keeps_its_class_and_counts_the_items_before_it(
    server: ListServer, client: zgrpc.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Real pauses take seconds, and no argument of a client shortens them.
    monkeypatch.setattr("zgrpc._calls.bound_rpc.READS", Backoff(0.001, 0.02, attempts=6))
    server.behave(Behavior(rows=ids(250), unavailable=frozenset(range(1, 100))))
    seen: list[zgrpc.types.UserGrant] = []
    with pytest.raises(zgrpc.UnavailableError, match="after 100 items") as caught:
        seen.extend(client.management.list_user_grants(first_page=100))
    assert caught.value.items_before == 100
    assert not seen or len(seen) == 100


def test_a_request_answered_unavailable_is_repeated_at_least_four_times(server: ListServer, listed: Listed) -> None:
    server.behave(Behavior(rows=ids(3), unavailable=frozenset(range(4))))
    assert listed() == ids(3)


def test_an_answer_over_the_receive_limit_raises_before_it_is_requested(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(500), row_bytes=1000))
    with (
        zgrpc.Client(server.url, credentials=CREDENTIALS, max_response_bytes=200_000) as client,
        pytest.raises(zgrpc.ListTooLargeError, match=r"where= \(.*project_id.*max_response_bytes") as caught,
    ):
        list(client.management.list_user_grants(first_page=100))
    assert server.asked == [(0, 100)]
    assert caught.value.total == 500
    assert 500_000 < (caught.value.expected_bytes or 0) < 600_000


def test_a_receive_limit_among_the_channel_options_is_known_to_the_lists(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(500), row_bytes=1000))
    options = {"grpc.max_receive_message_length": 200_000}
    with (
        zgrpc.Client(server.url, credentials=CREDENTIALS, channel_options=options) as client,
        pytest.raises(zgrpc.ListTooLargeError, match="more than max_response_bytes=200,000"),
    ):
        list(client.management.list_user_grants(first_page=100))
    assert server.asked == [(0, 100)]


def test_an_answer_that_grpc_refused_for_its_size_is_named(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(500), row_bytes=1000))
    with (
        zgrpc.Client(server.url, credentials=CREDENTIALS, max_response_bytes=200_000) as client,
        pytest.raises(zgrpc.ListTooLargeError, match="more than max_response_bytes=200,000") as caught,
    ):
        list(client.management.list_user_grants())
    assert 500_000 < (caught.value.expected_bytes or 0) < 600_000


def test_an_answer_over_the_receive_limit_of_the_callers_channel_names_that_limit(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(500), row_bytes=1000))
    options = [("grpc.max_receive_message_length", 300_000)]
    with (
        grpc.insecure_channel(server.url.removeprefix("http://"), options) as channel,
        zgrpc.Client(channel=channel, credentials=CREDENTIALS) as client,
        pytest.raises(zgrpc.ListTooLargeError, match=r"more than max_response_bytes=300,000.*of a channel of your own"),
    ):
        list(client.management.list_user_grants())


def test_four_capped_chunks_are_requested_at_once(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(500), cap=10, delay=0.01))
    assert len(list(client.management.list_user_grants())) == 500
    assert server.most_at_once == 4


def test_leaving_a_loop_early_cancels_what_is_in_flight(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(1000), cap=10))
    grants = iter(client.management.list_user_grants())
    for _ in range(25):
        next(grants)
    asked = settled(lambda: len(server.asked))
    server.behavior.delay = 30
    for _ in range(10):  # into the next chunk, which is here already: further ones are asked for
        next(grants)
    await_that(lambda: len(server.asked) > asked)
    canceled = server.canceled
    del grants
    gc.collect()
    await_that(lambda: server.canceled > canceled)


def settled(count: Callable[[], int]) -> int:
    """The count, once it has not changed for a while."""
    before = -1
    while (now := count()) != before:
        before = now
        time.sleep(0.3)
    return now


def await_that(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)
