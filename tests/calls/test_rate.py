"""Refusals for the rate of calls, and the client's own rate."""

from __future__ import annotations

import asyncio
import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
import pytest

import zgrpc
from tests.calls.http2_server import proxy_answering
from zgrpc._calls.limiter import Limiter

TOKEN = zgrpc.PersonalAccessToken("token")
TOO_MANY = ((":status", "429"), ("content-type", "text/html"))
ANSWER = ((":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "12"))


def refused(status: int, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return ((":status", "200"), ("content-type", "application/grpc"), ("grpc-status", str(status)), *more)


def test_http_429_is_resource_exhausted_and_not_repeated() -> None:
    with proxy_answering(TOO_MANY) as proxy, zgrpc.Client(proxy.url, credentials=TOKEN) as client:
        with pytest.raises(zgrpc.ResourceExhaustedError, match="429") as raised:
            client.auth.get_my_user(timeout=5)
        assert len(proxy.times) == 1
    assert raised.value.retry_after is None
    assert raised.value.is_retryable


async def test_http_429_to_an_async_call_and_to_a_list_is_not_repeated() -> None:
    with proxy_answering(TOO_MANY) as proxy:
        async with zgrpc.AsyncClient(proxy.url, credentials=TOKEN) as client:
            with pytest.raises(zgrpc.ResourceExhaustedError):
                await client.auth.get_my_user(timeout=5)
        with zgrpc.Client(proxy.url, credentials=TOKEN) as client, pytest.raises(zgrpc.ResourceExhaustedError):
            list(client.management.list_projects(timeout=5))
        assert len(proxy.times) == 2


@pytest.mark.parametrize("status", [8, 14])
@pytest.mark.parametrize("asked", [("retry-after", "1"), ("grpc-retry-pushback-ms", "1000")])
def test_a_read_is_repeated_no_earlier_than_the_server_asks(status: int, asked: tuple[str, str]) -> None:
    with proxy_answering(refused(status, asked), ANSWER) as proxy:
        with zgrpc.Client(proxy.url, credentials=TOKEN) as client, pytest.raises(zgrpc.UnimplementedError):
            client.auth.get_my_user(timeout=10)
        first, second = proxy.times
        assert second - first >= 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("retry-after", "60"), 60.0),
        (("retry-after", "soon"), None),
        (("grpc-retry-pushback-ms", "-1"), None),
    ],
)
def test_an_error_has_the_pause_that_the_server_asks_for(asked: tuple[str, str], expected: float | None) -> None:
    with proxy_answering(refused(8, asked)) as proxy:
        with zgrpc.Client(proxy.url, credentials=TOKEN) as client, pytest.raises(zgrpc.ZitadelError) as raised:
            client.auth.get_my_user(timeout=5)
        assert len(proxy.times) == 1
    assert raised.value.retry_after == expected


def test_calls_lists_and_scopes_of_a_client_share_its_rate(own_emulator: Any) -> None:
    with own_emulator.client(rate=20) as client, ThreadPoolExecutor(4) as pool:
        org = client.with_org(client.management.get_my_org().org.id)
        started = time.monotonic()
        calls = [
            pool.submit(client.auth.get_my_user),
            pool.submit(org.auth.get_my_user),
            pool.submit(lambda: list(client.management.list_projects())),
            pool.submit(lambda: list(org.management.list_projects())),
        ]
        for call in calls:
            call.result()
        assert time.monotonic() - started >= 3 / 20


async def test_tasks_share_the_rate_of_their_client(own_emulator: Any) -> None:
    async with own_emulator.async_client(rate=20) as client:
        started = time.monotonic()
        await asyncio.gather(*(client.auth.get_my_user() for _ in range(5)))
        assert time.monotonic() - started >= 4 / 20


def test_batches_and_maps_share_the_rate_of_their_client(own_emulator: Any) -> None:
    with own_emulator.client(rate=20) as client, ThreadPoolExecutor(2) as pool:
        started = time.monotonic()
        me = client.auth.get_my_user().user.id
        sent = len(own_emulator.calls)
        mapped = pool.submit(lambda: list(client.map(client.auth.get_my_user, [{}] * 4)))
        looked_up = pool.submit(lambda: client.batch.user(me))
        assert len(mapped.result()) == 4
        assert looked_up.result().id == me
        assert len(own_emulator.calls) - sent == 5
        assert time.monotonic() - started >= 5 / 20


async def test_asyncio_batches_and_maps_share_the_rate_of_their_client(own_emulator: Any) -> None:
    async with own_emulator.async_client(rate=20) as client:
        started = time.monotonic()
        me = (await client.auth.get_my_user()).user.id
        sent = len(own_emulator.calls)

        async def mapped() -> int:
            return len([answer async for answer in client.map(client.auth.get_my_user, [{}] * 4)])

        count, user = await asyncio.gather(mapped(), client.batch.user(me))
        assert (count, user.id) == (4, me)
        assert len(own_emulator.calls) - sent == 5
        assert time.monotonic() - started >= 5 / 20


async def test_tasks_are_served_in_the_order_in_which_they_came(own_emulator: Any) -> None:
    sent: list[object] = []

    class Sent(grpc.aio.UnaryUnaryClientInterceptor):
        async def intercept_unary_unary(self, go_on: Any, details: Any, request: Any) -> Any:
            sent.append(dict(details.metadata)["x-number"])
            return await go_on(details, request)

    async with (
        grpc.aio.insecure_channel(own_emulator.target, interceptors=[Sent()]) as channel,
        zgrpc.AsyncClient(
            channel=channel, credentials=zgrpc.PersonalAccessToken(own_emulator.owner_token), rate=20
        ) as client,
    ):
        org = client.with_org("69629023906488334")

        async def call(number: int) -> None:
            with contextlib.suppress(zgrpc.ZitadelError):  # the organization is none
                await (org if number % 2 else client).auth.get_my_user(metadata={"x-number": str(number)})

        await asyncio.gather(*map(call, range(8)))
    assert sent == [str(number) for number in range(8)]


def test_slots_are_given_in_the_order_of_asking_and_a_refused_caller_takes_none() -> None:
    limiter = Limiter(10)
    assert limiter.reserve(100.0, 200.0) == 0
    assert limiter.reserve(100.0, 200.0) == pytest.approx(0.1)
    assert limiter.reserve(100.0, 100.15) is None
    assert limiter.reserve(100.05, 200.0) == pytest.approx(0.15)
    assert limiter.reserve(150.0, 200.0) == 0


def test_a_call_whose_slot_comes_too_late_is_not_sent(own_emulator: Any) -> None:
    with own_emulator.client(rate=0.5) as client:
        client.auth.get_my_user()
        sent = len(own_emulator.calls)
        with pytest.raises(zgrpc.DeadlineExceededError, match=r"rate=0\.5"):
            client.auth.get_my_user(timeout=0.5)
        assert len(own_emulator.calls) == sent


@pytest.mark.parametrize(("rate", "error"), [(0, ValueError), (-1, ValueError), ("40", TypeError), (True, TypeError)])
def test_a_rate_that_is_not_a_number_above_0_is_rejected(rate: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="rate must be a number of requests a second"):
        zgrpc.Client("http://localhost:1", rate=rate)
