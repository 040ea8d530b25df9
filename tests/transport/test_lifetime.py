"""Closing: with calls in flight, twice, and use after it; event loops that ended."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import zgrpc
from tests.transport.peers import Peers

CREDENTIALS = zgrpc.PersonalAccessToken("token")


def test_closing_ends_the_calls_in_flight(own_emulator: Any) -> None:
    client = own_emulator.client()
    client.auth.get_my_user()
    with own_emulator.faults.latency(5.0), ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(client.auth.get_my_user) for _ in range(4)]
        time.sleep(0.3)
        started = time.monotonic()
        client.close()
        for call in calls:
            with pytest.raises((zgrpc.CancelledError, RuntimeError)):
                call.result(3)
        assert time.monotonic() - started < 3


async def test_closing_ends_the_async_calls_in_flight(own_emulator: Any) -> None:
    client = own_emulator.async_client()
    await client.auth.get_my_user()
    with own_emulator.faults.latency(5.0):
        calls = [asyncio.create_task(client.auth.get_my_user()) for _ in range(4)]
        await asyncio.sleep(0.3)
        await client.close()
        ends = await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), 3)
    assert all(isinstance(end, zgrpc.CancelledError) for end in ends), ends


async def test_closing_ends_a_list_in_flight(own_emulator: Any) -> None:
    client = own_emulator.async_client()
    await client.auth.get_my_user()
    with own_emulator.faults.latency(5.0):
        first = asyncio.create_task(client.management.list_users().first())
        await asyncio.sleep(0.3)
        await client.close()
        with pytest.raises(zgrpc.CancelledError, match="Channel closed"):
            await first


async def test_canceling_the_task_of_a_call_stays_asyncios(own_emulator: Any) -> None:
    async with own_emulator.async_client() as client:
        await client.auth.get_my_user()
        with own_emulator.faults.latency(5.0):
            call = asyncio.create_task(client.auth.get_my_user())
            await asyncio.sleep(0.2)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await client.auth.get_my_user()


async def test_closing_with_grace_waits_for_the_calls_in_flight(own_emulator: Any) -> None:
    client = own_emulator.async_client()
    await client.auth.get_my_user()
    with own_emulator.faults.latency(0.5):
        call = asyncio.create_task(client.auth.get_my_user())
        await asyncio.sleep(0.2)
        await client.close(grace=5)
        assert (await call).user.id


def test_closing_twice_is_fine(emulator: Any) -> None:
    client = emulator.client()
    client.auth.get_my_user()
    client.close()
    client.close()
    assert client.closed


def test_use_after_close_raises_an_error_that_names_the_closed_client(emulator: Any) -> None:
    client = emulator.client()
    bound, unused = client.auth.get_my_user, client.management
    bound()
    client.close()
    for call in (bound, unused.get_my_org, lambda: list(client.management.list_projects())):
        with pytest.raises(RuntimeError, match="the client is closed"):
            call()


async def test_use_after_close_raises_an_error_in_asyncio_too(emulator: Any) -> None:
    client = emulator.async_client()
    bound = client.auth.get_my_user
    await bound()
    await client.close()
    await client.close()
    with pytest.raises(RuntimeError, match="the client is closed"):
        await bound()


class Hanging:
    """Credentials whose token does not come."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.end = threading.Event()

    def get_token(self) -> zgrpc.AccessToken:
        self.asked.set()
        self.end.wait(20)
        return zgrpc.AccessToken("a-token-that-came-late", 60)


class AsyncHanging(Hanging):
    canceled = False

    async def get_token(self) -> zgrpc.AccessToken:  # type: ignore[override]  # the other flavor
        self.asked.set()
        try:
            await asyncio.sleep(20)
        except asyncio.CancelledError:
            self.canceled = True
            raise
        raise AssertionError


def test_closing_ends_calls_that_wait_for_a_token(emulator: Any) -> None:
    hanging = Hanging()
    client = emulator.client(credentials=hanging)
    with ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(client.auth.get_my_user) for _ in range(4)]
        assert hanging.asked.wait(10)
        started = time.monotonic()
        client.close()
        for call in calls:
            with pytest.raises((zgrpc.CancelledError, RuntimeError), match="closed"):
                call.result(10)
        assert time.monotonic() - started < 3
    hanging.end.set()


@pytest.mark.parametrize("kind", [Hanging, AsyncHanging])
async def test_closing_ends_async_calls_that_wait_for_a_token(emulator: Any, kind: Any) -> None:
    hanging = kind()
    client = emulator.async_client(credentials=hanging)
    calls = [asyncio.create_task(client.auth.get_my_user()) for _ in range(4)]
    assert await asyncio.to_thread(hanging.asked.wait, 10)
    await client.close()
    ends = await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), 3)
    assert all(isinstance(end, zgrpc.CancelledError) and "closed" in str(end) for end in ends), ends
    assert kind is Hanging or hanging.canceled
    hanging.end.set()


def test_threads_that_use_a_new_client_at_once_open_one_channel() -> None:
    with Peers(together=16) as server, zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
        barrier = threading.Barrier(16)

        def first() -> None:
            barrier.wait()
            client.auth.get_my_user()

        with ThreadPoolExecutor(16) as pool:
            list(pool.map(lambda _: first(), range(16)))
    assert len(server.seen) == 16
    assert len(set(server.seen)) == 1


def test_an_async_client_outlives_an_event_loop_that_ended(emulator: Any) -> None:
    client = emulator.async_client()
    get = client.auth.get_my_user

    async def call() -> str:
        return (await get()).user.id

    assert asyncio.run(call()) == asyncio.run(call())
    asyncio.run(client.close())


def test_an_async_client_in_two_running_loops_raises_with_advice(emulator: Any) -> None:
    async def outer() -> None:
        async with emulator.async_client() as client:
            await client.auth.get_my_user()

            def other_loop() -> None:
                async def call() -> None:
                    await client.auth.get_my_user()

                asyncio.run(call())

            with pytest.raises(RuntimeError, match="one AsyncClient for each event loop"):
                await asyncio.to_thread(other_loop)

    asyncio.run(outer())


async def test_canceling_a_call_cancels_it_at_the_server() -> None:
    with Peers(together=2) as server:  # answers no single call
        async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS) as client:
            call = asyncio.create_task(client.auth.get_my_user())
            assert await asyncio.to_thread(server.arrived.wait, 10)
            assert not server.ended.is_set()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert await asyncio.to_thread(server.ended.wait, 10)


def test_a_servers_error_crosses_processes(emulator: Any) -> None:
    """As a pool of processes hands it back: with its class, its id and what came with the status."""
    with emulator.client() as client, pytest.raises(zgrpc.NotFoundError) as raised:
        client.management.get_user_by_id(id="404")
    error, copy = raised.value, pickle.loads(pickle.dumps(raised.value))
    assert (type(copy), str(copy), copy.detail) == (type(error), str(error), error.detail)
    assert dict(copy.trailing_metadata()) == dict(error.trailing_metadata())


def test_a_list_fails_fast_if_the_server_was_never_reached(unused_port: int) -> None:
    started = time.monotonic()
    with (
        zgrpc.Client(f"http://localhost:{unused_port}", credentials=zgrpc.PersonalAccessToken("t-lifetime")) as client,
        pytest.raises(zgrpc.UnavailableError, match="nothing listens at"),
    ):
        list(client.management.list_users())
    assert time.monotonic() - started < 3
