"""`client.map`: order, errors, bounds and back-pressure, over the wire and with functions that count."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zitadel.management_pb2 import GetUserByIDRequest, GetUserByIDResponse

import zgrpc
from tests.fuzzing import examples

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from zgrpc.testing import Emulator


class World:
    """An emulator with some users, and a client of it."""

    def __init__(self, emulator: Emulator, client: zgrpc.Client) -> None:
        self.emulator = emulator
        self.client = client
        self.users = [
            client.management.add_machine_user(user_name=f"robot-{i}", name=f"Robot {i}").user_id for i in range(8)
        ]
        self.requests = [GetUserByIDRequest(id=user_id) for user_id in self.users]


@pytest.fixture(scope="module")
def world(emulator: Emulator, client: zgrpc.Client) -> World:
    return World(emulator, client)


def ids(results: list[Any]) -> list[str]:
    return [result.user.id for result in results]


class Gate:
    """A function to map that counts its calls, and how many are under way at most."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.begun = self.under_way = self.most = 0
        self._lock = threading.Lock()

    def __call__(self, request: int) -> int:
        with self._lock:
            self.begun += 1
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        time.sleep(self.seconds)
        with self._lock:
            self.under_way -= 1
        return request

    async def coroutine(self, request: int) -> int:
        self.begun += 1
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(self.seconds)
        self.under_way -= 1
        return request


def fail_on(*bad: int) -> Callable[[int], int]:
    def call(request: int) -> int:
        if request in bad:
            raise zgrpc.NotFoundError(zgrpc.NotFoundError, f"no {request}")  # type: ignore[arg-type]  # its code is not looked at
        return request

    return call


# -- over the wire ---------------------------------------------------------------------------------
def test_results_come_in_the_order_of_the_requests(world: World) -> None:
    world.emulator.faults.latency(0.03, rpc="get_user_by_id", probability=0.5)
    assert ids(list(world.client.map(world.client.management.get_user_by_id, world.requests))) == world.users


def test_results_as_completed_are_the_same_results(world: World) -> None:
    found = world.client.map(world.client.management.get_user_by_id, world.requests, ordered=False)
    assert sorted(ids(list(found))) == sorted(world.users)


def test_a_request_may_be_given_by_its_fields(world: World) -> None:
    requests = [{"id": user_id} for user_id in world.users]
    assert ids(list(world.client.map(world.client.management.get_user_by_id, requests))) == world.users


def test_an_error_of_a_call_is_raised_when_its_turn_comes(world: World) -> None:
    requests = [world.requests[0], GetUserByIDRequest(id="404"), world.requests[1]]
    results = world.client.map(world.client.management.get_user_by_id, requests)
    assert next(results).user.id == world.users[0]
    with pytest.raises(zgrpc.NotFoundError):
        next(results)


def test_an_error_may_be_returned_in_the_place_of_its_result(world: World) -> None:
    requests = [world.requests[0], GetUserByIDRequest(id="404"), world.requests[1]]
    first, error, last = world.client.map(world.client.management.get_user_by_id, requests, errors="return")
    assert isinstance(first, GetUserByIDResponse)
    assert isinstance(error, zgrpc.NotFoundError)
    assert isinstance(last, GetUserByIDResponse)


def test_pairs_name_the_request_of_each_result(world: World) -> None:
    requests = [*world.requests, GetUserByIDRequest(id="404")]
    pairs = world.client.map(
        world.client.management.get_user_by_id, requests, ordered=False, errors="return", pairs=True
    )
    failed = {request.id: isinstance(result, zgrpc.ZitadelError) for request, result in pairs}
    assert failed == dict.fromkeys(world.users, False) | {"404": True}


def test_a_page_of_a_list_can_be_mapped(world: World) -> None:
    (page,) = world.client.map(world.client.management.list_users.page, [{"limit": 3}])
    assert len(page.result) == 3


def test_a_mapped_look_up_is_batched(world: World) -> None:
    before = len(world.emulator.calls)
    batch = zgrpc.Batch(world.client, window=0.2)
    assert [user.id for user in world.client.map(batch.user, world.users)] == world.users
    assert [call.method for call in world.emulator.calls[before:]] == ["management.ListUsers"]


async def test_asyncio_gives_results_in_the_order_of_the_requests(world: World) -> None:
    world.emulator.faults.latency(0.03, rpc="get_user_by_id", probability=0.5)
    async with world.emulator.async_client() as client:
        found = [result async for result in client.map(client.management.get_user_by_id, world.requests)]
    assert ids(found) == world.users


async def test_asyncio_takes_asynchronous_requests(world: World) -> None:
    async def requests() -> AsyncIterator[dict[str, object]]:
        for user_id in world.users:
            await asyncio.sleep(0)
            yield {"id": user_id}

    async with world.emulator.async_client() as client:
        assert ids([r async for r in client.map(client.management.get_user_by_id, requests())]) == world.users


async def test_asyncio_returns_errors_and_pairs(world: World) -> None:
    requests = [world.requests[0], GetUserByIDRequest(id="404")]
    async with world.emulator.async_client() as client:
        pairs = [
            pair async for pair in client.map(client.management.get_user_by_id, requests, errors="return", pairs=True)
        ]
    assert [type(result).__name__ for _, result in pairs] == ["GetUserByIDResponse", "NotFoundError"]
    assert [request.id for request, _ in pairs] == [world.users[0], "404"]


# -- bounds ----------------------------------------------------------------------------------------
def test_nothing_is_begun_before_the_first_result_is_asked_for(world: World) -> None:
    gate = Gate()
    world.client.map(gate, range(10))
    assert gate.begun == 0


def test_no_more_calls_are_under_way_than_allowed(world: World) -> None:
    gate = Gate(0.005)
    assert list(world.client.map(gate, range(60), concurrency=6)) == list(range(60))
    assert gate.most == 6


def test_requests_are_taken_as_results_are(world: World) -> None:
    gate, taken = Gate(), itertools.count()
    results = world.client.map(gate, taken, concurrency=4)  # endless
    assert [next(results) for _ in range(10)] == list(range(10))
    assert next(taken) <= 10 + 4 * 4 + 1


def test_a_slow_consumer_stops_further_calls(world: World) -> None:
    gate = Gate()
    results = world.client.map(gate, itertools.count(), concurrency=4)
    next(results)
    time.sleep(0.1)
    assert gate.begun <= 1 + 4 * 4


def test_one_slow_call_holds_back_no_more_than_the_bound(world: World) -> None:
    release, gate = threading.Event(), Gate()

    def call(request: int) -> int:
        if request == 0:
            release.wait(10)
        return gate(request)

    results = world.client.map(call, itertools.count(), concurrency=2)
    threading.Timer(0.1, release.set).start()
    assert [next(results) for _ in range(20)] == list(range(20))
    assert gate.begun <= 20 + 2 * 4


def test_a_slow_call_delays_no_other_as_completed(world: World) -> None:
    release = threading.Event()

    def call(request: int) -> int:
        if request == 0:
            release.wait(10)
        return request

    results = world.client.map(call, range(20), concurrency=2, ordered=False)
    assert [next(results) for _ in range(19)] == list(range(1, 20))
    release.set()
    assert list(results) == [0]


def test_ending_early_begins_no_further_call(world: World) -> None:
    gate = Gate(0.01)
    results = world.client.map(gate, itertools.count(), concurrency=3)
    next(results)
    results.close()  # as leaving a loop over it does
    time.sleep(0.05)
    begun = gate.begun
    time.sleep(0.05)
    assert gate.begun == begun


def test_the_threads_of_a_map_end_with_it(world: World) -> None:
    assert len(list(world.client.map(Gate(), range(10), concurrency=5))) == 10
    deadline = time.monotonic() + 5
    while any(thread.name.startswith("zgrpc-map") for thread in threading.enumerate()):
        assert time.monotonic() < deadline
        time.sleep(0.01)


async def test_asyncio_keeps_no_more_tasks_than_allowed(world: World) -> None:
    gate = Gate(0.005)
    async with world.emulator.async_client() as client:
        assert [r async for r in client.map(gate.coroutine, range(60), concurrency=6)] == list(range(60))
    assert gate.most == 6


async def test_asyncio_takes_requests_as_results_are_taken(world: World) -> None:
    gate, taken = Gate(), itertools.count()
    async with world.emulator.async_client() as client:
        results = client.map(gate.coroutine, taken, concurrency=4)
        assert [await anext(results) for _ in range(10)] == list(range(10))
        await asyncio.sleep(0.02)
        assert next(taken) <= 10 + 4 * 4 + 1


async def test_asyncio_gives_a_result_while_the_next_request_is_awaited(world: World) -> None:
    more = asyncio.Event()

    async def requests() -> AsyncIterator[int]:
        yield 1
        await more.wait()
        yield 2

    async with world.emulator.async_client() as client:
        results = client.map(Gate().coroutine, requests())
        assert await asyncio.wait_for(anext(results), 5) == 1
        more.set()
        assert [r async for r in results] == [2]


async def test_asyncio_ended_early_cancels_the_calls_under_way(world: World) -> None:
    canceled: list[int] = []

    async def call(request: int) -> int:
        try:
            await asyncio.sleep(0 if request == 0 else 60)
        except asyncio.CancelledError:
            canceled.append(request)
            raise
        return request

    async with (
        world.emulator.async_client() as client,
        contextlib.aclosing(client.map(call, itertools.count(), concurrency=3)) as results,
    ):
        assert await anext(results) == 0
        await asyncio.sleep(0.01)
    assert canceled


# -- errors, progress, arguments -------------------------------------------------------------------
def test_an_error_of_the_program_is_raised_even_if_errors_are_returned(world: World) -> None:
    with pytest.raises(TypeError, match="idd"):
        list(world.client.map(world.client.management.get_user_by_id, [{"idd": "1"}], errors="return"))


@pytest.mark.parametrize("ordered", [True, False])
def test_a_stop_iteration_of_the_function_is_raised_and_ends_nothing_silently(world: World, ordered: bool) -> None:
    def exhausted(request: int) -> int:
        return next(iter([])) if request == 2 else request

    with pytest.raises(RuntimeError, match="StopIteration"):
        list(world.client.map(exhausted, range(5), ordered=ordered, concurrency=1))


@pytest.mark.parametrize("error", [StopIteration, StopAsyncIteration])
async def test_asyncio_raises_a_stop_iteration_of_the_function(world: World, error: type[Exception]) -> None:
    def exhausted(request: int) -> Any:
        raise error

    async with world.emulator.async_client() as client:
        with pytest.raises(RuntimeError, match=error.__name__):
            async with asyncio.timeout(5):
                [result async for result in client.map(exhausted, range(3))]


class Ended(BaseException):
    """No Exception, as CancelledError."""


@pytest.mark.parametrize("error", [asyncio.CancelledError, Ended])
async def test_asyncio_raises_an_unrequested_cancellation(world: World, error: type[BaseException]) -> None:
    async def fails(request: int) -> int:
        if request == 1:
            raise error
        return request

    async with world.emulator.async_client() as client:
        results = client.map(fails, range(3))
        assert await anext(results) == 0
        with pytest.raises(error):
            await asyncio.wait_for(anext(results), 5)


def test_an_error_of_the_requests_is_raised_after_the_results_before_it(world: World) -> None:
    def requests() -> Iterator[int]:
        yield from range(3)
        raise OSError("the file ends here")

    results = world.client.map(Gate(), requests())
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(OSError, match="the file ends here"):
        next(results)


async def test_asyncio_raises_an_error_of_the_requests_after_the_results_before_it(world: World) -> None:
    async def requests() -> AsyncIterator[int]:
        yield 0
        raise OSError("the file ends here")

    async with world.emulator.async_client() as client:
        results = client.map(Gate().coroutine, requests())
        assert await anext(results) == 0
        with pytest.raises(OSError, match="the file ends here"):
            await anext(results)


def test_progress_counts_to_the_length_of_the_requests(world: World) -> None:
    seen: list[tuple[int, int | None]] = []
    list(world.client.map(fail_on(3), range(5), errors="return", progress=lambda *now: seen.append(now)))
    assert seen == [(done, 5) for done in range(1, 6)]


def test_progress_of_requests_without_a_length_has_no_total(world: World) -> None:
    seen: list[tuple[int, int | None]] = []
    list(world.client.map(Gate(), iter(range(2)), progress=lambda *now: seen.append(now)))
    assert seen == [(1, None), (2, None)]


@settings(max_examples=examples(60), deadline=None)
@given(
    count=st.integers(0, 40),
    concurrency=st.integers(1, 9),
    ordered=st.booleans(),
    bad=st.sets(st.integers(0, 39), max_size=5),
)
def test_every_request_has_exactly_one_outcome(
    world: World, count: int, concurrency: int, ordered: bool, bad: set[int]
) -> None:
    pairs = list(
        world.client.map(
            fail_on(*bad), range(count), concurrency=concurrency, ordered=ordered, errors="return", pairs=True
        )
    )
    requests = [request for request, _ in pairs]
    assert (requests if ordered else sorted(requests)) == list(range(count))
    assert {request for request, result in pairs if isinstance(result, zgrpc.NotFoundError)} == {
        request for request in bad if request < count
    }


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"rpc": "get_user_by_id"}, TypeError, "rpc must be an RPC"),
        ({"requests": "42"}, TypeError, "requests must be an iterable"),
        ({"requests": 42}, TypeError, "requests must be an iterable"),
        ({"requests": {"id": "42"}}, TypeError, "requests must be an iterable"),
        ({"concurrency": 0}, ValueError, "concurrency must be at least 1"),
        ({"concurrency": 2.5}, TypeError, "concurrency must be an int"),
        ({"errors": "ignore"}, ValueError, "errors must be 'raise' or 'return'"),
        ({"progress": 1}, TypeError, "progress must be a function"),
    ],
)
def test_a_bad_argument_is_rejected_at_once_and_named(
    world: World, arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        world.client.map(**{"rpc": world.client.management.get_user_by_id, "requests": [], **arguments})


def test_mapping_a_list_raises_an_error(world: World) -> None:
    with pytest.raises(TypeError, match=r"management\.list_users\.page"):
        world.client.map(world.client.management.list_users, [{}])


async def test_an_rpc_of_the_other_client_is_rejected(world: World) -> None:
    async with world.emulator.async_client() as client:
        with pytest.raises(TypeError, match="get_user_by_id belongs to an AsyncClient: pass an RPC of a Client"):
            world.client.map(client.management.get_user_by_id, [{}])
        with pytest.raises(TypeError, match="get_user_by_id belongs to a Client: pass an RPC of an AsyncClient"):
            client.map(world.client.management.get_user_by_id, [{}])  # type: ignore[arg-type]  # what is tested
