"""Throughput: many calls in flight over several connections, calls a second, and several processes. Prints JSON."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from benchmarks import calls
from benchmarks.pairs import Row, in_turns_async
from benchmarks.servers import serving

RATE = "calls/s"
RUNS = 3  # of which the best counts, for a rate is only ever disturbed downwards


async def channels(port: int) -> Row:
    async def in_flight(client: object, count: int = 4_000, width: int = 1_000) -> float:
        call = client.management.get_user_by_id  # type: ignore[attr-defined]
        started = perf_counter()
        left = iter(range(count))

        async def many() -> None:
            for _ in left:
                await call(calls.REQUEST)

        await asyncio.gather(*(many() for _ in range(width)))
        return (perf_counter() - started) / count

    async with calls.async_client(port, channels=4) as four, calls.async_client(port) as one:
        samples = await in_turns_async(lambda: in_flight(four), lambda: in_flight(one), pairs=7, control=False, warm=1)
    row = samples.row(
        "1,000 in flight at 100 ms, 250 streams a connection: channels=4 / 1", unit=RATE, scale=1.0, target=">= 2.5",
        speed_up=True,
    )  # fmt: skip
    ours, theirs = sorted(samples.ours), sorted(samples.theirs)
    row.ours, row.theirs = (round(1 / side[len(side) // 2]) for side in (ours, theirs))
    return row


def rate_sync(port: int, seconds: float, threads: int) -> float:
    """Calls a second of this process, by threads."""
    with calls.client(port) as client, ThreadPoolExecutor(threads) as pool:
        call = client.management.get_user_by_id
        call(calls.REQUEST)
        end = perf_counter() + seconds

        def work(_: int) -> int:
            count = 0
            while perf_counter() < end:
                call(calls.REQUEST)
                count += 1
            return count

        return sum(pool.map(work, range(threads))) / seconds


async def rate_async(port: int, seconds: float, width: int = 64) -> float:
    """Calls a second of this process, by coroutines."""
    async with calls.async_client(port) as client:
        call = client.management.get_user_by_id
        await call(calls.REQUEST)
        end = perf_counter() + seconds

        async def work() -> int:
            count = 0
            while perf_counter() < end:
                await call(calls.REQUEST)
                count += 1
            return count

        return sum(await asyncio.gather(*(work() for _ in range(width)))) / seconds


def rate(kind: str, port: int, seconds: float) -> float:
    if kind == "uvloop":
        import uvloop

        return float(uvloop.run(rate_async(port, seconds)))
    if kind == "asyncio":
        return asyncio.run(rate_async(port, seconds))
    return rate_sync(port, seconds, int(kind))


def processes(kind: str, port: int, count: int, seconds: float) -> float:
    """Calls a second of several processes together."""
    command = [sys.executable, "-m", "benchmarks.scale", "rate", kind, str(port), str(seconds)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    return sum(float(process.communicate()[0]) for process in started)


NAMES = {
    "1": "sync, one thread",
    "32": "sync, 32 threads",
    "asyncio": "asyncio, 64 in flight",
    "uvloop": "uvloop, 64 in flight",
}


def rates(seconds: float = 0.8) -> list[Row]:
    rows = []
    with serving("wire_server") as server:
        one = {}
        for kind, name in NAMES.items():
            before, started = server.cpu(), perf_counter()
            one[kind] = max(processes(kind, server.port, 1, seconds) for _ in range(RUNS))
            busy = (server.cpu() - before) / (perf_counter() - started)
            note = f"server busy {busy:.0%} of the time"
            rows.append(Row(f"one process: {name}", 1.0, 0.0, RATE, round(one[kind]), 0.0, pairs=RUNS, note=note))
        for kind in ("32", "uvloop"):
            two = max(processes(kind, server.port, 2, seconds) for _ in range(RUNS))
            rows.append(
                Row(
                    f"two processes / one: {NAMES[kind]}",
                    round(two / one[kind], 3),
                    0.0,
                    RATE,
                    round(two),
                    round(one[kind]),
                    pairs=RUNS,
                    note="2 cores, of which the server takes its share",
                )
            )
    return rows


if __name__ == "__main__":
    if sys.argv[1:2] == ["rate"]:
        print(rate(sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
    else:
        with serving("wire_server", "--delay", 0.1, "--streams", 250) as slow:
            work = channels(slow.port)
            try:
                import uvloop
            except ModuleNotFoundError:
                row = asyncio.run(work)
            else:
                row = uvloop.run(work)
        print(json.dumps([each.as_json() for each in (row, *rates())]))
