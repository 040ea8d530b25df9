"""Iterators of lists: one consumer at a time, hints, progress, remembered sizes."""

from __future__ import annotations

import asyncio
import operator
import threading
import time
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Listed = Callable[..., list[str]]


class Tokens:
    """Credentials that give another token each time."""

    def __init__(self) -> None:
        self.given = 0

    def get_token(self) -> zgrpc.AccessToken:
        self.given += 1
        return zgrpc.AccessToken(f"token-{self.given}", expires_in=3600)


@pytest.fixture(params=["sync", "asyncio"])
def fresh(request: pytest.FixtureRequest, server: ListServer) -> Iterator[Callable[..., list[str]]]:
    """As `listed`, with a client of its own for each test; takes the credentials too."""
    with asyncio.Runner() as runner:

        def listed(credentials: Any = CREDENTIALS) -> list[str]:
            if request.param == "sync":
                with zgrpc.Client(server.url, credentials=credentials) as client:
                    return [grant.id for grant in client.management.list_user_grants()]

            async def collect() -> list[str]:
                async with zgrpc.AsyncClient(server.url, credentials=credentials) as client:
                    return [grant.id async for grant in client.management.list_user_grants()]

            return runner.run(collect())

        yield listed


# Rows in chunks of ten: the requests from the fifth on are prefetched.
CAPPED: Any = {"rows": ids(200), "cap": 10}


def test_a_prefetched_chunk_answered_unavailable_is_requested_again(
    server: ListServer, fresh: Callable[..., list[str]]
) -> None:
    server.behave(Behavior(**CAPPED, unavailable=frozenset({6, 8, 9})))
    assert sorted(fresh()) == sorted(ids(200))
    asked = [ask for ask in server.asked if server.asked.count(ask) > 1]
    assert asked


@pytest.mark.parametrize("flavor", ["sync", "asyncio"])
def test_a_prefetched_chunk_that_is_requested_again_is_one_call_for_on_call(server: ListServer, flavor: str) -> None:
    calls: list[zgrpc.CallInfo] = []
    server.behave(Behavior(**CAPPED, unavailable=frozenset({6, 8, 9})))
    if flavor == "sync":
        with zgrpc.Client(server.url, credentials=CREDENTIALS, on_call=calls.append) as client:
            assert len(list(client.management.list_user_grants())) == 200
    else:

        async def collect() -> None:
            async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS, on_call=calls.append) as client:
                assert len(await client.management.list_user_grants().all()) == 200

        asyncio.run(collect())
    assert {call.code for call in calls} == {grpc.StatusCode.OK}
    assert sum(call.attempts for call in calls) == len(server.asked)


def test_a_failed_chunk_that_nobody_waits_for_is_reported_once(server: ListServer) -> None:
    calls: list[zgrpc.CallInfo] = []
    server.behave(Behavior(**CAPPED, unavailable=frozenset({6, 7, 8, 9})))
    with zgrpc.Client(server.url, credentials=CREDENTIALS, retry=False, on_call=calls.append) as client:
        with pytest.raises(zgrpc.UnavailableError):
            list(client.management.list_user_grants())
        deadline = time.monotonic() + 5
        while len(calls) < len(server.asked) and time.monotonic() < deadline:
            time.sleep(0.01)
    assert len(calls) >= len(server.asked)  # canceled ones may not arrive


def test_a_prefetched_chunk_whose_token_is_refused_is_requested_with_another(
    server: ListServer, fresh: Callable[..., list[str]]
) -> None:
    tokens = Tokens()
    server.behave(Behavior(**CAPPED, revoked_after=7))
    assert sorted(fresh(tokens)) == sorted(ids(200))
    assert tokens.given == 2
    assert {sent["authorization"] for sent in server.metadata} == {"Bearer token-1", "Bearer token-2"}


def test_a_prefetched_chunk_whose_token_stays_refused_raises_an_error(
    server: ListServer, fresh: Callable[..., list[str]]
) -> None:
    server.behave(Behavior(**CAPPED, revoked_after=7))
    with pytest.raises(zgrpc.UnauthenticatedError) as caught:
        fresh()
    assert caught.value.items_before


def test_a_second_thread_is_refused_while_the_first_one_waits(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250), delay=1.0))
    pages = client.management.list_user_grants().pages()
    waiting = threading.Thread(target=lambda: list(pages))
    waiting.start()
    while not server.asked:
        waiting.join(0.01)
    with pytest.raises(ValueError, match="already running"):
        next(pages)
    waiting.join()
    with pytest.raises(StopIteration):
        next(pages)


async def test_a_second_task_is_refused_while_the_first_one_waits(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(250), delay=0.5))
    async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS) as client:
        grants = aiter(client.management.list_user_grants())
        first, second = await asyncio.gather(anext(grants), anext(grants), return_exceptions=True)
        assert isinstance(second, RuntimeError)
        assert "already running" in str(second)
        assert not isinstance(first, BaseException)
        assert [first.id, *[grant.id async for grant in grants]] == ids(250)


def test_the_hint_is_right_before_the_first_item(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    grants = iter(client.management.list_user_grants())
    assert operator.length_hint(grants, -1) == 250
    assert len(list(grants)) == 250
    assert len(server.asked) == 1


def test_the_hint_of_an_empty_list_is_zero(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior())
    grants = iter(client.management.list_user_grants())
    assert operator.length_hint(grants, -1) == 0
    assert list(grants) == []


@pytest.mark.parametrize("total", [2**31, 2**63, 2**64 - 1])
def test_a_total_beyond_memory_gives_no_length_hint(server: ListServer, client: zgrpc.Client, total: int) -> None:
    server.behave(Behavior(rows=ids(25), total=total))
    grants = client.management.list_user_grants()
    iteration = iter(grants)
    assert operator.length_hint(iteration, -1) == -1
    assert operator.length_hint(grants, -1) == -1
    assert len(list(grants)) == 25


def test_progress_is_called_for_each_page(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(250)))
    seen: list[tuple[int, int | None]] = []
    grants = client.management.list_user_grants(first_page=100, progress=lambda *now: seen.append(now))
    assert len(grants.all()) == 250
    assert seen == [(100, 250), (250, 250)]


async def test_progress_of_an_async_list_is_called_for_each_page(server: ListServer) -> None:
    server.behave(Behavior(rows=ids(250)))
    seen: list[tuple[int, int | None]] = []
    async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS) as client:
        grants = client.management.list_user_grants(first_page=100, progress=lambda *now: seen.append(now))
        assert len(await grants.all()) == 250
    assert seen == [(100, 250), (250, 250)]


class TestSizes:
    """The client remembers how large a list was that did not fit into the first page."""

    @pytest.fixture
    def client(self, server: ListServer) -> Iterator[zgrpc.Client]:
        with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
            yield client

    def test_a_list_that_was_listed_before_takes_one_request(self, server: ListServer, client: zgrpc.Client) -> None:
        server.behave(Behavior(rows=ids(12_000)))
        assert len(client.management.list_user_grants().all()) == 12_000
        assert server.asked == [(0, 10_000), (0, 24_000)]
        server.behave(Behavior(rows=ids(12_500)))
        grants = client.management.list_user_grants()
        assert grants.size_hint == 12_000
        assert len(grants.all()) == 12_500
        assert server.asked == [(0, 24_000)]

    def test_another_filter_or_organization_is_another_list(self, server: ListServer, client: zgrpc.Client) -> None:
        server.behave(Behavior(rows=ids(12_000)))
        client.management.list_user_grants().all()
        assert client.management.list_user_grants(where={"user_id": "1"}).size_hint is None
        assert client.management.list_user_grants(org_id="7").size_hint is None
        assert client.with_org("7").management.list_user_grants().size_hint is None

    def test_a_list_that_fits_into_the_first_page_is_not_remembered(
        self, server: ListServer, client: zgrpc.Client
    ) -> None:
        server.behave(Behavior(rows=ids(12_000)))
        client.management.list_user_grants().all()
        server.behave(Behavior(rows=ids(9_000)))
        client.management.list_user_grants().all()
        assert client.management.list_user_grants().size_hint is None

    def test_a_list_that_grew_beyond_what_is_remembered_is_complete(
        self, server: ListServer, client: zgrpc.Client
    ) -> None:
        server.behave(Behavior(rows=ids(40_000)))
        grants = client.management.list_user_grants()
        grants.size_hint = 5_001
        assert len(grants.all()) == 40_000
        assert server.asked == [(0, 15_001), (0, 80_000)]

    def test_a_size_hint_beyond_the_receive_limit_leads_back_to_the_first_page(self, server: ListServer) -> None:
        server.behave(Behavior(rows=ids(15_000), row_bytes=100))
        with zgrpc.Client(server.url, credentials=CREDENTIALS, max_response_bytes=1_000_000) as client:
            grants = client.management.list_user_grants()
            grants.size_hint = 15_000
            with pytest.raises(zgrpc.ListTooLargeError):
                grants.all()

    def test_one_item_and_the_total_ask_for_no_more_than_before(self, server: ListServer, client: zgrpc.Client) -> None:
        server.behave(Behavior(rows=ids(12_000)))
        client.management.list_user_grants().all()
        server.behave(Behavior(rows=ids(12_000)))
        client.management.list_user_grants().first()
        client.management.list_user_grants().total()
        assert server.asked == [(0, 1), (0, 1)]

    @pytest.mark.parametrize("hint", [-1, "5", True, 2.5])
    def test_a_bad_size_hint_is_rejected(self, client: zgrpc.Client, hint: Any) -> None:
        with pytest.raises((TypeError, ValueError), match="size_hint must be"):
            client.management.list_user_grants().size_hint = hint


@pytest.mark.parametrize(("offset", "limit"), [(51_000, None), (50_000, 2_000), (0, 52_000), (1_000, None)])
def test_a_capped_server_is_asked_no_more_often_than_necessary(
    server: ListServer, client: zgrpc.Client, offset: int, limit: int | None
) -> None:
    server.behave(Behavior(rows=ids(52_000), cap=26_000))
    assert len(client.management.list_user_grants(offset=offset, limit=limit).all()) == min(
        limit or 99_999, 52_000 - offset
    )
    assert len(server.asked) <= 10


def test_a_refusal_leads_back_to_the_largest_accepted_limit(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(rows=ids(52_000), refuse_above=30_000))
    assert len(client.management.list_user_grants().all()) == 52_000
    assert len(server.asked) < 20
