"""One process's share of a run: sends requests when they are due, and measures from when they were due."""

from __future__ import annotations

import asyncio
import random
import time
from bisect import bisect
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zgrpc.load import arrivals
from zgrpc.load.result import StepResult, encode, new_histogram, record

TICK = 1.0
LATE = 0.25
PROBE = 0.02

Send = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes, all shares together.

    Attributes:
        rate: requests a second, open loop; 0 for a closed loop.
        concurrency: callers that each wait for their answer, closed loop; 0 for an open one.
        arrival: ``constant`` or ``poisson``.
        duration: seconds that are measured.
        warmup: seconds before, which are not.
        requests: most requests that are measured.
        max_in_flight: most requests under way at once.
        seed: of arrivals, mix and data.
        share: which process this is, from 0.
        shares: how many processes there are.
        grace: seconds that requests under way at the end have left.
    """

    rate: float = 0.0
    concurrency: int = 0
    arrival: str = "constant"
    duration: float = 30.0
    warmup: float = 0.0
    requests: int = 1_000_000
    max_in_flight: int = 10_000
    seed: int = 1
    share: int = 0
    shares: int = 1
    grace: float = 10.0

    def portion(self, number: int) -> int:
        """This share of a number; the shares add up to it."""
        return number // self.shares + (self.share < number % self.shares)


class Engine:
    """Runs the steps by plan.

    Args:
        steps: name, weight and what to await, of each step.
        plan: how.
        error_name: what an exception is counted as.
        emit: takes a report every second and one at the end, as JSON values.
    """

    def __init__(
        self,
        steps: Sequence[tuple[str, float, Send]],
        plan: Plan,
        *,
        error_name: Callable[[BaseException], str],
        emit: Callable[[dict[str, Any]], None],
    ) -> None:
        self._steps = steps
        self._plan = plan
        self._error_name = error_name
        self._emit = emit
        self._random = random.Random(f"mix {plan.seed} {plan.share}")  # noqa: S311 - a load pattern, no secret
        self._weights = [sum(weight for _, weight, _ in steps[: number + 1]) for number in range(len(steps))]
        self._second = self._empty()
        self._latencies: list[list[float]] = [[] for _ in steps]  # of the current second, by step; recorded at its end
        self._lag = new_histogram()
        self._tasks: set[asyncio.Task[None]] = set()
        self._in_flight_max = 0
        self._waited = self._due = self._sent = 0
        self._stopping = asyncio.Event()
        self._slot = asyncio.Event()
        self._slots = max(plan.portion(plan.max_in_flight), 1)
        self._begin = 0.0
        self._ended = float("inf")
        self._dues: Iterator[tuple[float, bool]] = iter(())

    def _pick(self) -> int:
        """Return the number of the next step, at random by weight."""
        if len(self._weights) == 1:
            return 0
        return bisect(self._weights, self._random.random() * self._weights[-1])

    def stop(self) -> None:
        """End early; what was measured is kept."""
        self._stopping.set()

    async def run(self) -> None:
        """Warm up, measure, wait for what is under way, and report."""
        plan = self._plan
        start = time.monotonic()
        self._begin = start + plan.warmup
        end = self._begin + plan.duration
        ticker = asyncio.create_task(self._tick())
        probe = asyncio.create_task(self._probe()) if plan.concurrency else None
        cpu = time.thread_time()
        self._dues = self._schedule(start, end) if plan.rate else iter(())
        drive = self._closed(end) if plan.concurrency else self._open(end)
        driver = asyncio.create_task(drive)
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({driver, stopped}, timeout=end - start + 2 * LATE, return_when=asyncio.FIRST_COMPLETED)
        driver.cancel()
        await asyncio.wait({driver})
        if not self._stopping.is_set():
            for _ in self._dues:
                pass  # counts what was due and never left
        wall = time.monotonic() - start
        busy = (time.thread_time() - cpu) / wall
        unfinished = await self._drain()
        for task in (ticker, probe, stopped):
            if task is not None:
                task.cancel()
        measured = (
            max(min(time.monotonic(), end) - self._begin, 0.0) if self._stopping.is_set() else self._measured(end)
        )
        self._flush()
        if driver.done() and not driver.cancelled() and (error := driver.exception()) is not None:
            raise error
        self._emit({
            "done": True,
            "measured": measured,
            "busy": busy,
            "due": self._due,
            "sent": self._sent,
            "waited": self._waited,
            "unfinished": unfinished,
            "in_flight_max": self._in_flight_max,
        })  # fmt: skip

    def _measured(self, end: float) -> float:
        """Seconds measured: the planned ones, or fewer where the requests ran out before."""
        return min(self._ended, end) - self._begin

    def _schedule(self, start: float, end: float) -> Iterator[tuple[float, bool]]:
        """When requests are due, and whether they are measured: as many as the plan allows."""
        plan = self._plan
        left = plan.portion(plan.requests)
        for offset in arrivals.schedule(plan.arrival, plan.rate, seed=plan.seed, share=plan.share, shares=plan.shares):
            due = start + offset
            measured = due >= self._begin
            if due >= end:
                return
            if measured and left <= 0:
                self._ended = due
                return
            left -= measured
            self._due += measured
            yield due, measured

    async def _open(self, end: float) -> None:
        clock = time.monotonic
        free = 0.0  # when a slot was last waited for and found
        for due, measured in self._dues:
            if (wait := due - clock()) > 0:
                await asyncio.sleep(wait)
            while len(self._tasks) >= self._slots:
                self._slot.clear()
                await self._slot.wait()
                free = clock()
            now = clock()
            if now >= end + LATE:
                return
            if measured:
                # Until a slot was free it was the server that was late, for all requests that were due by then.
                self._waited += due < free
                record(self._lag, now - max(due, free))
                self._sent += 1
            self._launch(due)
            if now - due > 0.01:
                await asyncio.sleep(0)  # catching up: let answers be read in between

    def _launch(self, due: float) -> None:
        task = asyncio.create_task(self._one(due))
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        self._in_flight_max = max(self._in_flight_max, len(self._tasks))

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slot.set()

    async def _closed(self, end: float) -> None:
        left = self._plan.portion(self._plan.requests)

        async def caller() -> None:
            nonlocal left
            while (now := time.monotonic()) < end:
                if now >= self._begin:
                    if left <= 0:
                        self._ended = min(self._ended, now)
                        return
                    left -= 1
                    self._due += 1
                    self._sent += 1
                await self._one(now)

        for _ in range(self._plan.portion(self._plan.concurrency)):
            task = asyncio.create_task(caller())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._in_flight_max = len(self._tasks)
        while self._tasks:
            await asyncio.wait(set(self._tasks), timeout=0.05)
            if time.monotonic() >= end:
                return

    async def _one(self, due: float) -> None:
        number = self._pick()
        error = ""
        try:
            await self._steps[number][2]()
        except asyncio.CancelledError:
            if due >= self._begin:
                self._second[number].add(time.monotonic() - due, "unfinished")
            raise
        except Exception as exception:  # noqa: BLE001 - any failure of a step is a result
            error = self._error_name(exception)
        if due >= self._begin:
            if error:
                self._second[number].add(time.monotonic() - due, error)
            else:
                self._latencies[number].append(time.monotonic() - due)

    async def _drain(self) -> int:
        """Wait for what is under way, then give it up; returns how many that were."""
        tasks = set(self._tasks)
        if not tasks:
            return 0
        _, pending = await asyncio.wait(tasks, timeout=self._plan.grace)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        return len(pending)

    async def _tick(self) -> None:
        next_tick = self._begin - int(self._plan.warmup) + TICK
        while True:
            await asyncio.sleep(max(next_tick - time.monotonic(), 0.0))
            next_tick += TICK
            self._flush()

    async def _probe(self) -> None:
        """How late a closed loop's event loop answers, for there is no schedule to tell."""
        while True:
            due = time.monotonic() + PROBE
            await asyncio.sleep(PROBE)
            now = time.monotonic()
            if now >= self._begin:
                record(self._lag, now - due)

    def _flush(self) -> None:
        second, self._second = self._second, self._empty()
        latencies, self._latencies = self._latencies, [[] for _ in self._steps]
        for step, found in zip(second, latencies, strict=True):
            step.add_all(found)
        lag, self._lag = self._lag, new_histogram()
        counted = [step for step in second if step.count]
        self._emit({
            "t": round(time.monotonic() - self._begin, 3),
            "steps": [[step.name, step.count, dict(step.errors), encode(step.histogram)] for step in counted],
            "lag": encode(lag) if lag.total_count else "",
            "in_flight": len(self._tasks),
        })  # fmt: skip

    def _empty(self) -> list[StepResult]:
        return [StepResult(name) for name, _, _ in self._steps]
