"""What the emulator serves: starting, seeding, large lists, calls a second. Prints a table; takes about half a minute.

    python benchmarks/emulator.py

The server is a process of its own, asked by the bare stubs from this one; both share the machine's cores, so that the
calls a second are what the two of them do together.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
from zitadel import management_pb2 as m
from zitadel.management_pb2_grpc import ManagementServiceStub

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "benchmark"
BEARER = [("authorization", f"Bearer {TOKEN}")]
RECEIVE = [("grpc.max_receive_message_length", -1)]
SEED = "users=1000,grants=48000"
ROWS = 48_000
CALLS = 4_000

START = """
import time
from zgrpc.testing.emulator import Emulator
began = time.perf_counter()
emulator = Emulator().start()
print(time.perf_counter() - began)
emulator.stop()
"""


EMPTY = """
import threading
from concurrent import futures
import grpc
from zitadel import management_pb2 as m

user = m.GetUserByIDResponse()
user.user.id = "1"
handler = grpc.unary_unary_rpc_method_handler(
    lambda request, context: user, m.GetUserByIDRequest.FromString, m.GetUserByIDResponse.SerializeToString
)
server = grpc.server(futures.ThreadPoolExecutor(4))
server.add_generic_rpc_handlers(
    [grpc.method_handlers_generic_handler("zitadel.management.v1.ManagementService", {"GetUserByID": handler})]
)
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(f"ready target=localhost:{port} issuer=http://localhost:{port}", flush=True)
threading.Event().wait()
"""


def emulator(*arguments: str) -> contextlib.AbstractContextManager[tuple[str, str, float]]:
    """An emulator; see `serving`."""
    code = "import sys; from zgrpc.cli import main; sys.exit(main())"
    ports = ["--port", "0", "--http-port", "0", "--owner-token", TOKEN]
    return serving(code, "emulator", *ports, *arguments)


@contextlib.contextmanager
def serving(code: str, *arguments: str) -> Iterator[tuple[str, str, float]]:
    """A server: where gRPC alone is, where everything is, and the seconds until it served."""
    began = time.perf_counter()
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.match(r"ready target=(\S+) issuer=http://(\S+)", process.stdout.readline())
        took = time.perf_counter() - began
        assert found
        try:
            yield found[1], found[2], took
        finally:
            process.terminate()


def timed(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def until_it_serves() -> float:
    """Seconds until ``zgrpc emulator`` serves, from the start of its process: the median of nine."""

    def once() -> float:
        with emulator() as (_, _, took):
            return took

    once()  # compiles
    return statistics.median(once() for _ in range(9))


def start() -> float:
    """Seconds that starting takes, after import."""
    runs = [subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True) for _ in range(5)]
    return statistics.median(float(run.stdout) for run in runs)


def lists(target: str) -> dict[str, float]:
    """Seconds that lists of user grants take, by how they are asked for: the median of five."""
    with grpc.insecure_channel(target, options=RECEIVE) as channel:
        stub: Any = ManagementServiceStub(channel)

        def ask(limit: int, expected: int) -> float:
            request = m.ListUserGrantRequest(query={"limit": limit})
            answers: list[Any] = []
            took = timed(lambda: answers.append(stub.ListUserGrants(request, metadata=BEARER, timeout=60.0)))
            assert len(answers[0].result) == expected
            return took

        asked = {"all, limit 96,000": (2 * ROWS, ROWS), "all, no limit": (0, ROWS), "a page of 1,000": (1_000, 1_000)}
        return {name: statistics.median(ask(*how) for _ in range(5)) for name, how in asked.items()}


def threads(target: str, workers: int, call: Callable[[Any, int], object]) -> float:
    """Calls a second with that many threads."""
    with grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        each = CALLS // workers

        def work(worker: int) -> None:
            for number in range(each):
                call(stub, worker * each + number)

        running = [threading.Thread(target=work, args=(worker,)) for worker in range(workers)]

        def all_of_them() -> None:
            for thread in running:
                thread.start()
            for thread in running:
                thread.join()

        return each * workers / timed(all_of_them)


def in_flight(target: str, tasks: int, request: Any) -> float:
    """Calls a second with that many in flight, from asyncio."""

    async def run() -> float:
        async with grpc.aio.insecure_channel(target) as channel:
            stub: Any = ManagementServiceStub(channel)

            async def work() -> None:
                for _ in range(CALLS // tasks):
                    await stub.GetUserByID(request, metadata=BEARER)

            began = time.perf_counter()
            await asyncio.gather(*(work() for _ in range(tasks)))
            return CALLS / (time.perf_counter() - began)

    return asyncio.run(run())


def add_project(stub: Any, number: int) -> object:
    return stub.AddProject(m.AddProjectRequest(name=f"p-{number}"), metadata=BEARER)


def rates(target: str) -> dict[str, float]:
    """Calls a second, by what is called and how."""
    with grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        added = stub.AddMachineUser(m.AddMachineUserRequest(user_name="bench", name="bench"), metadata=BEARER)
    request = m.GetUserByIDRequest(id=added.user_id)

    def get(stub: Any, _: int) -> object:
        return stub.GetUserByID(request, metadata=BEARER)

    return {
        "`GetUserByID`, one thread": threads(target, 1, get),
        "`GetUserByID`, 16 threads": threads(target, 16, get),
        "`GetUserByID`, asyncio, 64 in flight": in_flight(target, 64, request),
        "`AddProject`, 16 threads, in memory": threads(target, 16, add_project),
    }


def everything(target: str) -> dict[str, float]:
    """Calls a second through the port for everything: gRPC, and JSON over one connection."""
    with grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        added = stub.AddMachineUser(m.AddMachineUserRequest(user_name="front", name="front"), metadata=BEARER)
    request = m.GetUserByIDRequest(id=added.user_id)

    def get(stub: Any, _: int) -> object:
        return stub.GetUserByID(request, metadata=BEARER)

    def json() -> None:
        for _ in range(CALLS):
            connection.request("GET", f"/management/v1/users/{added.user_id}", headers=dict(BEARER))
            assert connection.getresponse().read()

    with contextlib.closing(http.client.HTTPConnection(target)) as connection:
        took = timed(json)
    return {
        "`GetUserByID`, one thread, through the port for everything": threads(target, 1, get),
        "`GetUserByID`, asyncio, 64 in flight, through that port": in_flight(target, 64, request),
        "`GetUserByID` as JSON, one thread": CALLS / took,
    }


def main() -> None:
    rows: list[tuple[str, str]] = [("starting, after import", f"{start() * 1000:.0f} ms")]
    empty = until_it_serves()
    rows.append(("`zgrpc emulator` until it serves", f"{empty:.2f} s"))
    with emulator() as (target, origin, _):
        found = {**rates(target), **everything(origin)}
    with serving(EMPTY) as (target, _, _):
        name = "a handler of grpcio that does nothing, asyncio, 64 in flight"
        found[name] = in_flight(target, 64, m.GetUserByIDRequest(id="1"))
    with emulator("--seed", SEED) as (target, _, seeded):
        rows.append(("seeding 1,000 users and 48,000 grants", f"{seeded - empty:.1f} s"))
        rows += [(f"48,000 user grants: {name}", f"{took:.2f} s") for name, took in lists(target).items()]
    with tempfile.TemporaryDirectory() as folder, emulator("--db", str(Path(folder, "zitadel.db"))) as (target, _, _):
        found["`AddProject`, 16 threads, in a file"] = threads(target, 16, add_project)
    rows += [(name, f"{rate:,.0f} calls/s") for name, rate in found.items()]
    print(f"Python {platform.python_version()}, grpcio {grpc.__version__}, {os.cpu_count()} cores\n")
    print("| what | measured |\n| --- | --- |")
    for name, value in rows:
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as compiled:
        # Byte code is cached, as it is in an installed package.
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        main()
