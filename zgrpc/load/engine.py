"""One process's share of a run: sends requests when they are due, and measures from when they were due."""

from __future__ import annotations

import asyncio
import random
import time
from bisect import bisect
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
        """Return this share of a number; the shares add up to it."""
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
        self._pick = _picker(steps, f"mix {plan.seed} {plan.share}")
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
        self._end = self._ended = float("inf")  # when the measurement ends, and when the requests ran out
        self._dues: Iterator[tuple[float, bool]] = iter(())

    def stop(self) -> None:
        """End early; what was measured is kept."""
        self._end = min(self._end, time.monotonic())
        self._stopping.set()

    async def run(self) -> None:
        """Warm up, measure, wait for what is under way, and report."""
        plan = self._plan
        start = time.monotonic()
        self._begin = start + plan.warmup
        self._end = end = min(self._end, self._begin + plan.duration)
        ticker = asyncio.create_task(self._tick())
        probe = asyncio.create_task(self._probe()) if plan.concurrency else None
        cpu = time.thread_time()
        self._dues = self._schedule(start) if plan.rate else iter(())
        driver = asyncio.create_task(self._closed() if plan.concurrency else self._open())
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
        self._flush()
        if driver.done() and not driver.cancelled() and (error := driver.exception()) is not None:
            raise error
        self._emit({
            "done": True,
            "measured": max(min(self._ended, self._end) - self._begin, 0.0),
            "busy": busy,
            "due": self._due,
            "sent": self._sent,
            "waited": self._waited,
            "unfinished": unfinished,
            "in_flight_max": self._in_flight_max,
        })  # fmt: skip

    def _schedule(self, start: float) -> Iterator[tuple[float, bool]]:
        """Yield when requests are due, and whether they are measured: as many as the plan allows."""
        plan = self._plan
        left = plan.portion(plan.requests)
        for offset in arrivals.schedule(plan.arrival, plan.rate, seed=plan.seed, share=plan.share, shares=plan.shares):
            due = start + offset
            measured = due >= self._begin
            if due >= self._end:
                return
            if measured and left <= 0:
                self._ended = due
                return
            left -= measured
            self._due += measured
            yield due, measured

    async def _open(self) -> None:
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
            if now >= self._end + LATE:
                return
            if measured:
                # Until a slot was free it was the server that was late, for all requests that were due by then.
                self._waited += due < free
                record(self._lag, now - max(due, free))
                self._sent += 1
            self._start(self._one(due))
            if now - due > 0.01:
                await asyncio.sleep(0)  # catching up: let answers be read in between

    def _start(self, sender: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(sender)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        self._in_flight_max = max(self._in_flight_max, len(self._tasks))

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slot.set()

    async def _closed(self) -> None:
        left = portion = self._plan.portion(self._plan.requests)
        clock, begin, latencies, pick = time.monotonic, self._begin, self._latencies, self._pick

        async def caller() -> None:
            nonlocal left
            now = clock()
            while now < self._end:
                measured = now >= begin
                if measured:
                    if left <= 0:
                        self._ended = min(self._ended, now)
                        return
                    left -= 1
                number, send = pick()
                try:
                    await send()
                except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - any failure of a step is a result
                    self._fail(number, now, error)
                    now = clock()
                else:
                    started, now = now, clock()
                    if measured:
                        latencies[number].append(now - started)

        for _ in range(self._plan.portion(self._plan.concurrency)):
            self._start(caller())
        try:
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=self._end - clock())
        finally:
            self._due = self._sent = portion - left

    async def _one(self, due: float) -> None:
        number, send = self._pick()
        try:
            await send()
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - any failure of a step is a result
            self._fail(number, due, error)
        else:
            if due >= self._begin:
                self._latencies[number].append(time.monotonic() - due)

    def _fail(self, number: int, due: float, error: BaseException) -> None:
        """Count a request that failed; raise the error again where the request was given up."""
        given_up = isinstance(error, asyncio.CancelledError)
        if due >= self._begin:
            name = "unfinished" if given_up else self._error_name(error)
            self._second[number].add(time.monotonic() - due, name)
        if given_up:
            raise error

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
        """Measure how late a closed loop's event loop answers; an open loop's schedule shows it."""
        while True:
            due = time.monotonic() + PROBE
            await asyncio.sleep(PROBE)
            now = time.monotonic()
            if now >= self._begin:
                record(self._lag, now - due)

    def _flush(self) -> None:
        second, self._second = self._second, self._empty()
        for step, latencies in zip(second, self._latencies, strict=True):
            step.add_all(latencies)
            latencies.clear()  # not a new one: senders hold it
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


def _picker(steps: Sequence[tuple[str, float, Send]], seed: str) -> Callable[[], tuple[int, Send]]:
    """Return what draws the next step, its number and what sends it, at random by weight."""
    choices = [(number, send) for number, (_, _, send) in enumerate(steps)]
    if len(choices) == 1:
        return lambda: choices[0]
    draw = random.Random(seed).random  # noqa: S311 - a load pattern, no secret
    weights = list(accumulate(weight for _, weight, _ in steps))
    return lambda: choices[bisect(weights, draw() * weights[-1])]
