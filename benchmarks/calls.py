"""What one call costs the client's CPU, next to the bare stub. `python -m benchmarks.calls GROUP` prints JSON."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from time import process_time
from typing import TYPE_CHECKING, Any

import grpc
import grpc.aio
from zitadel import management_pb2_grpc
from zitadel.management_pb2 import GetUserByIDRequest

import zgrpc
from benchmarks.pairs import Measure, Row, Samples, in_turns, in_turns_async
from benchmarks.servers import serving

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TOKEN = "a-personal-access-token-of-the-usual-length-" + "x" * 27
METADATA = (("authorization", f"Bearer {TOKEN}"), ("x-zitadel-orgid", "69629023906488334"))
REQUEST = GetUserByIDRequest(id="69629023906488334")
USER_ID = "69629023906488334"
TIMEOUT = 30.0

US: Measure = {"unit": "us CPU a call", "scale": 1e6}


def client(port: int, **options: Any) -> zgrpc.Client:
    options = {"credentials": zgrpc.PersonalAccessToken(TOKEN), "org_id": METADATA[1][1], **options}
    return zgrpc.Client(f"http://127.0.0.1:{port}", **options)


def async_client(port: int, **options: Any) -> zgrpc.AsyncClient:
    options = {"credentials": zgrpc.PersonalAccessToken(TOKEN), "org_id": METADATA[1][1], **options}
    return zgrpc.AsyncClient(f"http://127.0.0.1:{port}", **options)


def chunk(call: Callable[[], object], count: int) -> Callable[[], float]:
    """CPU seconds a call, over `count` calls."""

    def work() -> float:
        started = process_time()
        for _ in range(count):
            call()
        return (process_time() - started) / count

    return work


def sync(port: int) -> list[Row]:
    stub = management_pb2_grpc.ManagementServiceStub(grpc.insecure_channel(f"127.0.0.1:{port}"))
    bare = stub.GetUserByID
    with client(port) as ours:
        call = ours.management.get_user_by_id
        rows = [
            in_turns(
                chunk(lambda: call(REQUEST), 100),
                chunk(lambda: bare(REQUEST, timeout=TIMEOUT, metadata=METADATA), 100),
            ).row("sync, one thread, message", target="<= 1.05", **US),
            in_turns(
                chunk(lambda: call(id=USER_ID), 100),
                chunk(lambda: bare(GetUserByIDRequest(id=USER_ID), timeout=TIMEOUT, metadata=METADATA), 100),
            ).row("sync, one thread, keywords", target="<= 1.10", **US),
        ]
    with client(port, credentials=Renewed()) as ours:
        call = ours.management.get_user_by_id
        samples = in_turns(chunk(lambda: call(REQUEST), 100), chunk(lambda: bare(REQUEST, metadata=METADATA), 100))
        rows.append(
            samples.row(
                "sync, defaults: retries, deadline, token cache",
                target="<= 1.05",
                note="the bare stub without a deadline",
                **US,
            )
        )
    return rows


class Renewed:
    """Credentials whose tokens expire, so that the token cache is at work."""

    def get_token(self) -> zgrpc.AccessToken:
        return zgrpc.AccessToken(TOKEN, 3600)


def threads(port: int) -> list[Row]:
    stub = management_pb2_grpc.ManagementServiceStub(grpc.insecure_channel(f"127.0.0.1:{port}"))
    bare = stub.GetUserByID
    pool = ThreadPoolExecutor(32)

    def spread_out(call: Callable[[], object], each: int = 12) -> Callable[[], float]:
        def many(_: int) -> None:
            for _ in range(each):
                call()

        def work() -> float:
            started = process_time()
            for _ in pool.map(many, range(32)):
                pass
            return (process_time() - started) / (32 * each)

        return work

    with client(port) as ours:
        call = ours.management.get_user_by_id
        samples = in_turns(
            spread_out(lambda: call(REQUEST)),
            spread_out(lambda: bare(REQUEST, timeout=TIMEOUT, metadata=METADATA)),
            pairs=60,
        )
    return [samples.row("sync, 32 threads, message", target="<= 1.05", **US)]


def in_flight(call: Callable[[], Awaitable[object]], width: int = 64, each: int = 6) -> Callable[[], Awaitable[float]]:
    """CPU seconds a call, `width` coroutines making `each` calls one after the other."""

    async def many() -> None:
        for _ in range(each):
            await call()

    async def work() -> float:
        started = process_time()
        await asyncio.gather(*(many() for _ in range(width)))
        return (process_time() - started) / (width * each)

    return work


async def _aio(port: int) -> Samples:
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel, async_client(port) as ours:
        bare = management_pb2_grpc.ManagementServiceStub(channel).GetUserByID
        call = ours.management.get_user_by_id
        return await in_turns_async(
            in_flight(lambda: call(REQUEST)),
            in_flight(lambda: bare(REQUEST, timeout=TIMEOUT, metadata=METADATA)),
            pairs=60,
        )


def aio(port: int) -> list[Row]:
    name = "asyncio, 64 in flight, message"
    return [asyncio.run(_aio(port)).row(name, target="<= 1.05", **US)]


def uvloop(port: int) -> list[Row]:
    import uvloop as loops

    name = "asyncio with uvloop, 64 in flight, message"
    return [loops.run(_aio(port)).row(name, target="<= 1.05", **US)]


def otel(port: int) -> list[Row]:
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider

    trace.set_tracer_provider(TracerProvider())
    stub = management_pb2_grpc.ManagementServiceStub(grpc.insecure_channel(f"127.0.0.1:{port}"))
    bare = stub.GetUserByID
    with client(port, otel=True) as ours:
        call = ours.management.get_user_by_id
        samples = in_turns(
            chunk(lambda: call(REQUEST), 100), chunk(lambda: bare(REQUEST, timeout=TIMEOUT, metadata=METADATA), 100)
        )
    return [samples.row("sync, with OpenTelemetry", note="the bare stub without it", **US)]


class _Nothing:
    """A transport that does nothing."""

    def __call__(self, request: Any, timeout: Any = None, metadata: Any = None, **_: Any) -> Any:  # noqa: ARG002 - gRPC's
        return request


class _NoChannel(grpc.Channel):
    def unary_unary(self, *_: Any, **__: Any) -> Any:
        return _Nothing()

    unary_stream = stream_unary = stream_stream = unary_unary

    def subscribe(self, *_: Any, **__: Any) -> None: ...

    unsubscribe = close = subscribe

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None: ...


def nothing(_: int) -> list[Row]:
    nothing = _Nothing()
    ours = zgrpc.Client(channel=_NoChannel(), credentials=zgrpc.PersonalAccessToken(TOKEN))
    call = ours.management.get_user_by_id
    rows = []
    for name, target, samples in (
        (
            "what the client adds to a call, message",
            "<= 1.0",
            in_turns(
                chunk(lambda: call(REQUEST), 2000),
                chunk(lambda: nothing(REQUEST, timeout=TIMEOUT, metadata=METADATA), 2000),
            ),
        ),
        (
            "what the client adds to a call, keywords",
            "<= 1.5",
            in_turns(
                chunk(lambda: call(id=USER_ID), 2000),
                chunk(lambda: nothing(GetUserByIDRequest(id=USER_ID), timeout=TIMEOUT, metadata=METADATA), 2000),
            ),
        ),
    ):
        row = samples.row(
            name, unit="us", scale=1e6, note="ratio: microseconds added, on a transport that does nothing"
        )
        added = sorted((a - b) * 1e6 for a, b in zip(samples.ours, samples.theirs, strict=True))
        row.ratio = round(added[len(added) // 2], 3)
        row.control, row.target = None, target
        rows.append(row.judged())
    return rows


GROUPS = {f.__name__: f for f in (nothing, sync, threads, aio, uvloop, otel)}


def main(group: str) -> None:
    with serving("wire_server") as server:
        before, started = server.cpu(), time.monotonic()
        rows = GROUPS[group](server.port)
        share = (server.cpu() - before) / (time.monotonic() - started)
    for row in rows:
        if group != "nothing":
            row.note = "; ".join(filter(None, (row.note, f"server busy {share:.0%} of the time")))
    print(json.dumps([row.as_json() for row in rows]))


if __name__ == "__main__":
    main(sys.argv[1])
