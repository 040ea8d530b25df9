"""Look-ups in batches next to single calls, and `client.map` next to a thread pool. Prints rows as JSON."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter, process_time
from typing import Any

import grpc
import grpc.aio
from zitadel import management_pb2_grpc
from zitadel.management_pb2 import GetUserByIDRequest

import zgrpc
from benchmarks import calls
from benchmarks.pairs import Measure, Row, in_turns, in_turns_async
from benchmarks.servers import Server, serving

SECONDS: Measure = {"unit": "s", "scale": 1.0}
PAIRS = 9
TARGET = ">= 30"
NOTE = "6 ms a call, 8 ms a batch, two at a time"


def sync(server: Server) -> Row:
    token, ids = server.said[1], server.said[2:]
    metadata = (("authorization", f"Bearer {token}"),)
    channel = grpc.insecure_channel(f"localhost:{server.port}")
    bare = management_pb2_grpc.ManagementServiceStub(channel).GetUserByID
    pool = ThreadPoolExecutor(32)
    with zgrpc.Client(f"http://localhost:{server.port}", credentials=zgrpc.PersonalAccessToken(token)) as client:

        def get(user_id: str) -> Any:
            return bare(GetUserByIDRequest(id=user_id), timeout=30.0, metadata=metadata).user

        def ours() -> float:
            started = perf_counter()
            client.batch.users(ids)
            return perf_counter() - started

        def theirs() -> float:
            started = perf_counter()
            list(pool.map(get, ids))
            return perf_counter() - started

        assert client.batch.users(ids) == list(pool.map(get, ids)), "not the same messages"
        samples = in_turns(ours, theirs, pairs=PAIRS, control=False, warm=1)
    return samples.row(
        "500 users by id: batch / single calls, 32 threads", target=TARGET, speed_up=True, note=NOTE, **SECONDS
    )


async def aio(server: Server) -> Row:
    token, ids = server.said[1], server.said[2:]
    metadata = (("authorization", f"Bearer {token}"),)
    address = f"localhost:{server.port}"
    async with (
        grpc.aio.insecure_channel(address) as channel,
        zgrpc.AsyncClient(f"http://{address}", credentials=zgrpc.PersonalAccessToken(token)) as client,
    ):
        bare = management_pb2_grpc.ManagementServiceStub(channel).GetUserByID
        free = asyncio.Semaphore(32)

        async def get(user_id: str) -> Any:
            async with free:
                return (await bare(GetUserByIDRequest(id=user_id), timeout=30.0, metadata=metadata)).user

        async def ours() -> float:
            started = perf_counter()
            await asyncio.gather(*(client.batch.user(user_id) for user_id in ids))
            return perf_counter() - started

        async def theirs() -> float:
            started = perf_counter()
            await asyncio.gather(*map(get, ids))
            return perf_counter() - started

        samples = await in_turns_async(ours, theirs, pairs=PAIRS, control=False, warm=1)
    return samples.row(
        "500 users by id: batch / single calls, asyncio, 32 in flight",
        target=TARGET,
        speed_up=True,
        note=NOTE,
        **SECONDS,
    )


def mapped(port: int) -> Row:
    requests = [calls.REQUEST] * 640
    pool = ThreadPoolExecutor(32)
    with calls.client(port) as client:
        call = client.management.get_user_by_id

        def ours() -> float:
            started = process_time()
            for _ in client.map(call, requests, concurrency=32):
                pass
            return (process_time() - started) / len(requests)

        def theirs() -> float:
            started = process_time()
            for _ in pool.map(call, requests):
                pass
            return (process_time() - started) / len(requests)

        samples = in_turns(ours, theirs, pairs=24)
    return samples.row("client.map / ThreadPoolExecutor.map, 32 threads", note="of the same call", **calls.US)


async def mapped_async(port: int) -> Row:
    requests = [calls.REQUEST] * 640
    async with calls.async_client(port) as client:
        call = client.management.get_user_by_id

        async def ours() -> float:
            started = process_time()
            async for _ in client.map(call, requests, concurrency=64):
                pass
            return (process_time() - started) / len(requests)

        free = asyncio.Semaphore(64)

        async def one(request: Any) -> Any:
            async with free:
                return await call(request)

        async def theirs() -> float:
            started = process_time()
            await asyncio.gather(*map(one, requests))
            return (process_time() - started) / len(requests)

        samples = await in_turns_async(ours, theirs, pairs=24)
    return samples.row("client.map / gather under a semaphore, asyncio, 64", note="of the same call", **calls.US)


if __name__ == "__main__":
    with serving("emulator_server", "batch", "--users", 500) as emulator:
        rows = [sync(emulator), asyncio.run(aio(emulator))]
    with serving("wire_server") as wire:
        rows += [mapped(wire.port), asyncio.run(mapped_async(wire.port))]
    print(json.dumps([row.as_json() for row in rows]))
