"""Lists next to the loops that they replace. `python -m benchmarks.lists GROUP` prints rows as JSON."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Literal

import grpc
from zitadel import management_pb2_grpc
from zitadel.management_pb2 import ListUserGrantRequest

import zgrpc
from benchmarks.pairs import QUICK, Measure, Row, in_turns
from benchmarks.servers import serving

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIVE = ("grpc.max_receive_message_length", 256 * 1024 * 1024)
BEAT = 0.001
SECONDS: Measure = {"unit": "s", "scale": 1.0}


class Sides:
    """A client and a bare stub of one server."""

    def __init__(self, port: int, token: str = "a-token", compression: Literal["gzip"] | None = None) -> None:
        credentials = zgrpc.PersonalAccessToken(token)
        self.client = zgrpc.Client(f"http://localhost:{port}", credentials=credentials, compression=compression)
        self._channel = grpc.insecure_channel(f"localhost:{port}", options=[RECEIVE])
        self._list = management_pb2_grpc.ManagementServiceStub(self._channel).ListUserGrants
        self._metadata = (("authorization", f"Bearer {token}"),)

    def ask(self, offset: int, limit: int) -> Any:
        request = ListUserGrantRequest()
        request.query.offset, request.query.limit = offset, limit
        return self._list(request, timeout=60.0, metadata=self._metadata)

    def ours(self) -> int:
        """A list that the client lists for the first time."""
        self.forget()
        return self.again()

    def forget(self) -> None:
        """Make the client forget the sizes of lists, so that it begins the next one with a first page."""
        self.client._scope.core.list_sizes.clear()

    def again(self) -> int:
        """A list that it listed before, so that it remembers its size."""
        return sum(1 for _ in self.client.management.list_user_grants())

    def loop(self, page: int) -> int:
        """What everybody writes: page by page until a short one."""
        count = 0
        while True:
            items = self.ask(count, page).result
            count += len(items)
            if len(items) < page:
                return count

    def one_request(self, limit: int) -> int:
        return sum(1 for _ in self.ask(0, limit).result)

    def requests(self) -> int:
        """The requests that a list of more than 10,000 consists of: a first page, and one for everything."""
        first = self.ask(0, 10_000)
        total = first.details.total_result
        for _ in first.result:
            pass
        return sum(1 for _ in self.ask(0, max(2 * total, total + 10_000)).result)


def timed(work: Callable[[], Any], clock: Callable[[], float] = perf_counter) -> Callable[[], float]:
    def run() -> float:
        started = clock()
        work()
        return clock() - started

    return run


def emulator() -> list[Row]:
    """Against the emulator, each request costing what the real server's was measured to."""
    rows = []
    with serving("emulator_server", "lists", "--grants", 48_000, "--users", 480) as server:
        sides = Sides(server.port, server.said[1])
        assert sides.ours() == 48_000
        samples = in_turns(timed(sides.ours), timed(lambda: sides.loop(1_000)), pairs=2, control=False, warm=0)
        rows.append(
            samples.row("48,000 grants: list / loop by pages of 1,000", target=">= 10", speed_up=True, **SECONDS)
        )
        samples = in_turns(timed(sides.ours), timed(sides.requests), pairs=7, control=False, warm=0)
        rows.append(
            samples.row(
                "48,000 grants: list / the requests it consists of", target="<= 1.1", note="real cost", **SECONDS
            )
        )
        samples = in_turns(timed(sides.again), timed(lambda: sides.one_request(96_000)), pairs=7, control=False, warm=0)
        rows.append(
            samples.row("48,000 grants: second list / one bare request", target="<= 1.05", note="real cost", **SECONDS)
        )
    with serving("emulator_server", "lists", "--grants", 12_000, "--users", 480) as server:
        sides = Sides(server.port, server.said[1])
        assert sides.ours() == 12_000
        loop = timed(lambda: sides.loop(100))()  # once, for it takes ten seconds
        samples = in_turns(timed(sides.ours), lambda: loop, pairs=7, control=False, warm=0)
        rows.append(
            samples.row(
                "12,000 grants: list / loop by pages of 100",
                target=">= 25",
                speed_up=True,
                note="the loop once",
                **SECONDS,
            )
        )
        samples = in_turns(timed(sides.again), lambda: loop, pairs=7, control=False, warm=0)
        rows.append(
            samples.row(
                "12,000 grants: second list / loop by pages of 100",
                target=">= 35",
                speed_up=True,
                note="the loop once",
                **SECONDS,
            )
        )
    return rows


def link() -> list[Row]:
    """Over a link of 100 Mbit/s and 20 ms: what compression is worth."""
    with (
        serving("list_server", "--rows", 48_000) as plain,
        serving("list_server", "--rows", 48_000, "--gzip") as packing,
        serving("link", "--to", plain.port, "--mbit", 100, "--delay", 0.02) as wide,
        serving("link", "--to", packing.port, "--mbit", 100, "--delay", 0.02) as narrow,
    ):
        compressed, bare = Sides(narrow.port, compression="gzip"), Sides(wide.port)
        assert compressed.ours() == bare.ours() == 48_000
        samples = in_turns(timed(compressed.again), timed(bare.again), pairs=7, control=False, warm=0)
        note = "48,000 grants, 100 Mbit/s, 20 ms"
        return [samples.row("list with gzip / without", target="<= 0.5", note=note, **SECONDS)]


def wire() -> list[Row]:
    """Against prepared answers: what is left is the client and the wire."""
    rows = []
    with serving("list_server", "--rows", 12_000) as server:
        sides = Sides(server.port)
        assert sides.ours() == sides.requests() == 12_000
        samples = in_turns(timed(sides.ours), timed(sides.requests), pairs=60)
        rows.append(
            samples.row(
                "12,000 grants: list / the requests it consists of, at no cost", note="prepared answers", **SECONDS
            )
        )

        one, parsed = timed(sides.again, process_time), timed(lambda: sides.one_request(24_000), process_time)
        samples = in_turns(one, parsed, pairs=40)
        note = "list of 12,000 in one request"
        rows.append(
            samples.row("a row of a single answer / of bare protobuf", unit="us CPU", scale=1e6 / 12_000, note=note)
        )

        def first_of_ours() -> None:
            sides.forget()
            next(iter(sides.client.management.list_user_grants()))

        def first_of_theirs() -> None:
            next(iter(sides.ask(0, 10_000).result))

        samples = in_turns(timed(first_of_ours), timed(first_of_theirs), pairs=60)
        rows.append(samples.row("first item / first item of a bare first page", target="<= 1.05", **SECONDS))
    with serving("list_server", "--rows", 48_000, "--cap", 1_000, "--delay", 0.02) as server:
        sides = Sides(server.port)
        assert sides.ours() == 48_000

        def chunk_after_chunk() -> None:
            at = 0
            while at < 48_000:
                at += len(sides.ask(at, 1_000).result)

        samples = in_turns(timed(sides.ours), timed(chunk_after_chunk), pairs=12, control=False, warm=1)
        note = "48,000 grants, 20 ms a request"
        rows.append(
            samples.row(
                "capped at 1,000: list in two passes / one loop", target=">= 1.3", speed_up=True, note=note, **SECONDS
            )
        )
    return rows


async def lag(port: int) -> float:
    """Return the longest, in seconds, that the event loop was blocked while a list was fetched and gone through."""
    credentials = zgrpc.PersonalAccessToken("a-token")
    longest, last = 0.0, perf_counter()

    async def beat() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(BEAT)
            now = perf_counter()
            longest, last = max(longest, now - last - BEAT), now

    async with zgrpc.AsyncClient(f"http://localhost:{port}", credentials=credentials) as client:
        await client.management.list_user_grants().first()
        await asyncio.sleep(0.1)
        last = perf_counter()
        beating = asyncio.create_task(beat())
        await asyncio.sleep(0.05)
        count = 0
        async for _ in client.management.list_user_grants():
            count += 1
        await asyncio.sleep(2 * BEAT)
        beating.cancel()
    assert count == 48_000
    return longest


def loop_lag() -> list[Row]:
    """How long a large answer blocks asyncio."""
    with serving("list_server", "--rows", 48_000) as server:
        found = sorted(asyncio.run(lag(server.port)) for _ in range(3 if QUICK else 9))
    most = found[len(found) // 2]
    return [
        Row(
            "asyncio: longest that 48,000 rows block the loop / 20 ms", round(most / 0.020, 3),
            round((found[-1] - found[0]) / 2 / most, 3), "ms", round(most * 1e3, 2), 20.0, "<= 1", pairs=len(found),
            note=f"median of {len(found)} lists; the worst {found[-1] * 1e3:.0f} ms",
        ).judged()
    ]  # fmt: skip


MEMORY = """
import sys
from pathlib import Path
from benchmarks.lists import Sides
sides = Sides(int(sys.argv[1]))
sides.ask(0, 1)
sides.client.management.list_user_grants().first()
def most():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
before = most()
{what}
print((most() - before) / 1024)
"""


def peak(port: int, what: str) -> float:
    """MiB that `what` adds to the peak of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY.format(what=what), str(port)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def curve() -> list[Row]:
    """The cost by rows: linear, if a row of a large list costs what a row of a small one does."""
    rows, per_row = [], {}
    for count in (1_000, 2_000, 5_000, 20_000, 50_000, 100_000, 200_000):
        with serving("list_server", "--rows", count) as server:
            sides = Sides(server.port)
            sides.ours()
            repeats = max(5, 200_000 // count)
            spent = min(timed(sides.ours, process_time)() for _ in range(repeats))
            per_row[count] = spent / count
            rows.append(
                Row(f"list of {count:,} rows, client CPU a row", 1.0, 0.0, "us CPU a row", spent / count * 1e6, 0.0)
            )
            if count == 50_000:
                ours, theirs = (peak(server.port, f"sides.{what}()") for what in ("ours", "requests"))
                memory = Row(
                    "peak memory of a list of 50,000 / of its bare requests",
                    round(ours / max(theirs, 0.1), 3), 0.0, "MiB", round(ours, 1), round(theirs, 1),
                    note="added to the process",
                )  # fmt: skip
    # Beyond the first page a list is two requests, so rows of the two kinds are compared with their own.
    for row, (count, cost) in zip(rows, per_row.items(), strict=True):
        row.theirs = round(per_row[1_000 if count <= 10_000 else 20_000] * 1e6, 3)
        row.ratio, row.ours = round(row.ours / row.theirs, 3), round(cost * 1e6, 3)
        row.pairs = max(5, 200_000 // count)
    large = [cost for count, cost in per_row.items() if count > 10_000]
    linear = Row(
        "dearest row / cheapest row, lists of 20,000 to 200,000", round(max(large) / min(large), 3), 0.0,
        "us CPU a row", round(max(large) * 1e6, 3), round(min(large) * 1e6, 3), target="<= 1.5",
        note="linear cost; 1.5 is this project's reading of linear",
    )  # fmt: skip
    return [*rows, linear.judged(), memory]


GROUPS = {f.__name__: f for f in (emulator, wire, curve, link, loop_lag)}

if __name__ == "__main__":
    print(json.dumps([row.as_json() for row in GROUPS[sys.argv[1]]()]))
