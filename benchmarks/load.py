"""The load generator against a bare asyncio loop, and Locust's users against it, at 64 in flight. Prints JSON."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import grpc
from zitadel.management_pb2 import GetUserByIDRequest, GetUserByIDResponse

from benchmarks import calls
from benchmarks.pairs import Row, in_turns, in_turns_async
from benchmarks.servers import serving
from zgrpc.load.engine import Engine, Plan
from zgrpc.load.reading import read
from zgrpc.load.scenario import Data
from zgrpc.load.steps import bind, error_name

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

WIDTH = 64
SECONDS = 1.0
PATH = "/zitadel.management.v1.ManagementService/GetUserByID"
SCENARIO = 'steps: [{call: management.GetUserByID, fields: {id: "${users.id}"}}]\ndata: {users: {csv: users.csv}}\n'
ROWS = [{"id": str(number)} for number in range(500)]


@contextlib.asynccontextmanager
async def bound(port: int) -> AsyncIterator[list[Any]]:
    """The steps of the scenario, with a client of their own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.yaml"
        path.write_text(SCENARIO)
        path.with_name("users.csv").write_text("id\n" + "\n".join(row["id"] for row in ROWS))
        scenario = read(path)
    data = Data({"users": ROWS}, {}, seed=1)
    async with calls.async_client(port) as client:
        await client.management.get_user_by_id(id="1")
        yield [(step.name, step.weight, bind(step, client, data, 10.0)) for step in scenario.steps]


async def sent(steps: list[Any]) -> float:
    """Run the load generator; return how many requests it sent."""
    reports: list[dict[str, float]] = []
    plan = Plan(concurrency=WIDTH, duration=SECONDS)
    await Engine(steps, plan, error_name=error_name, emit=reports.append).run()
    return reports[-1]["sent"]


async def compare(port: int) -> Row:
    channel = grpc.aio.insecure_channel(f"localhost:{port}")
    call = channel.unary_unary(
        PATH,
        request_serializer=GetUserByIDRequest.SerializeToString,
        response_deserializer=GetUserByIDResponse.FromString,
    )
    requests = [GetUserByIDRequest(id=row["id"]) for row in ROWS]

    async def bare() -> float:
        end, count = perf_counter() + SECONDS, 0

        async def caller(number: int) -> None:
            nonlocal count
            while perf_counter() < end:
                number = (number + 1) % len(requests)
                await call(requests[number], timeout=10.0, metadata=calls.METADATA)
                count += 1

        await asyncio.gather(*(caller(number) for number in range(WIDTH)))
        return SECONDS / count

    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(channel.close)
        steps = await stack.enter_async_context(bound(port))

        async def ours() -> float:
            return SECONDS / await sent(steps)

        samples = await in_turns_async(ours, bare, pairs=15, warm=1)
    row = samples.row(
        "load generator / bare asyncio loop, 64 in flight", unit="calls/s", scale=1.0, target=">= 0.9", speed_up=True
    )
    row.ours, row.theirs = (round(1 / statistics.median(side)) for side in (samples.ours, samples.theirs))
    return row


@contextlib.contextmanager
def _users(port: int, kind: str) -> Iterator[Callable[[], float]]:
    """Locust's users in a process of their own; a function that measures them for a second. They rest in between."""
    command = [sys.executable, "-m", "benchmarks.locust_user", str(port), kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        stdin, stdout = process.stdin, process.stdout

        def measure() -> float:
            stdin.write("\n")
            stdin.flush()
            return float(stdout.readline())

        try:
            yield measure
        finally:
            process.terminate()


def locust(port: int) -> list[Row]:
    """What a request costs Locust's users, next to ours; nothing where Locust is not installed."""
    if importlib.util.find_spec("locust") is None:
        print(
            "LEFT OUT: Locust's users, because Locust is not installed (pip install 'zgrpc[locust]')", file=sys.stderr
        )
        return []
    with contextlib.ExitStack() as stack:
        backend, bare = (stack.enter_context(_users(port, kind)) for kind in ("Backend", "Bare"))
        runner = stack.enter_context(asyncio.Runner())

        async def ours() -> float:
            async with bound(port) as steps:
                cpu = process_time()
                count = await sent(steps)
                return (process_time() - cpu) / count

        name, note = "Locust's users / ", "64 users without a pause"
        return [
            in_turns(backend, theirs, pairs=7, control=False, warm=1).row(
                name + other, unit="us", scale=1e6, target=target, note=note + more
            )
            for other, theirs, target, more in (
                ("zgrpc load, CPU a request", lambda: runner.run(ours()), "<= 2", "; ours is `zgrpc load`"),
                ("bare stub in Locust, CPU a request", bare, "", ""),
            )
        ]


if __name__ == "__main__":
    with serving("wire_server") as server:
        print(json.dumps([row.as_json() for row in (asyncio.run(compare(server.port)), *locust(server.port))]))
