"""One process's share of a run, with steps that do nothing but wait."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from zgrpc.load.engine import Engine, Plan
from zgrpc.load.observed import Observed

Send = Callable[[], Awaitable[object]]


def run(
    plan: Plan, *steps: tuple[str, float, Send], stop_after: float | None = None
) -> tuple[Observed, dict[str, Any]]:
    """Run the steps in an event loop of their own; what was observed, and the last report."""
    observed = Observed([name for name, _, _ in steps], 1)

    async def main() -> None:
        engine = Engine(
            steps, plan, error_name=lambda error: type(error).__name__, emit=lambda report: observed.add(0, report)
        )
        if stop_after is not None:
            asyncio.get_running_loop().call_later(stop_after, engine.stop)
        await engine.run()

    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
        runner.run(main())
    return observed, observed.done[0]


def waits(seconds: float) -> Send:
    async def send() -> None:
        await asyncio.sleep(seconds)

    return send


def test_an_open_loop_sends_what_is_due() -> None:
    observed, end = run(Plan(rate=100, duration=1.0), ("a", 1, waits(0.001)))
    assert end["sent"] == end["due"] == 100
    assert observed.total.count == 100


def test_a_closed_loop_has_one_request_in_flight_for_each_caller() -> None:
    under_way, most = 0, 0

    async def send() -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1

    observed, end = run(Plan(concurrency=5, duration=1.0), ("a", 1, send))
    assert most == end["in_flight_max"] == 5
    assert observed.total.count >= 100


def test_a_stall_is_not_hidden() -> None:
    """The server stands still for half a second: every request that was due in it waited, and that is its latency."""
    begin = time.monotonic()

    async def stalls() -> None:
        wait = begin + 0.9 - time.monotonic()
        if 0 < wait < 0.5:
            await asyncio.sleep(wait)

    observed, _ = run(Plan(rate=200, duration=1.5, max_in_flight=5), ("a", 1, stalls))
    total = observed.total
    assert total.latency("max") == pytest.approx(0.5, abs=0.15)
    assert total.latency("p90") > 0.15  # a third of all requests were due during the stall
    assert observed.done[0]["waited"] > 50


def test_requests_that_could_not_be_sent_are_counted() -> None:
    """A server that stops answering takes all slots, and keeps them to the end."""

    async def hangs() -> None:
        await asyncio.sleep(1.5)

    _, end = run(Plan(rate=100, duration=1.0, max_in_flight=10), ("a", 1, hangs))
    assert (end["due"], end["sent"]) == (100, 10)


def test_the_warm_up_is_not_measured() -> None:
    sent = 0

    async def send() -> None:
        nonlocal sent
        sent += 1

    observed, _ = run(Plan(rate=100, warmup=1.0, duration=1.0), ("a", 1, send))
    assert sent == 200
    assert observed.total.count == 100


@pytest.mark.parametrize("load", [{"rate": 1000.0}, {"concurrency": 4}])
def test_the_number_of_requests_is_bounded(load: dict[str, Any]) -> None:
    observed, end = run(Plan(**load, duration=20.0, requests=50), ("a", 1, waits(0.001)))
    assert observed.total.count == 50
    assert end["measured"] < 5


def test_errors_are_counted_by_name_and_are_part_of_the_latencies() -> None:
    async def fails() -> None:
        await asyncio.sleep(0.02)
        raise LookupError

    observed, _ = run(Plan(rate=50, duration=1.0), ("a", 1, fails))
    assert observed.total.errors == {"LookupError": 50}
    assert observed.total.latency("p50") >= 0.02


def test_steps_come_as_often_as_their_weights_say() -> None:
    observed, _ = run(Plan(rate=1000, duration=1.0), ("often", 3, waits(0)), ("seldom", 1, waits(0)))
    assert observed.steps["often"].count / 1000 == pytest.approx(0.75, abs=0.06)


def test_the_same_seed_makes_the_same_mix() -> None:
    counts = [
        run(Plan(rate=200, duration=1.0, seed=7), ("a", 1, waits(0)), ("b", 1, waits(0)))[0].steps["a"].count
        for _ in range(2)
    ]
    assert counts[0] == counts[1]


def test_a_stopped_run_keeps_its_measurements() -> None:
    observed, end = run(Plan(rate=100, duration=60.0), ("a", 1, waits(0.001)), stop_after=0.5)
    assert 20 <= observed.total.count <= 80
    assert end["measured"] == pytest.approx(0.5, abs=0.3)


def test_the_callers_of_a_stopped_run_send_no_more() -> None:
    stopped_at = time.monotonic() + 0.3
    late = 0

    async def send() -> None:
        nonlocal late
        late += time.monotonic() > stopped_at + 0.2
        await asyncio.sleep(0.01)

    observed, end = run(Plan(concurrency=3, duration=60.0, grace=2.0), ("a", 1, send), stop_after=0.3)
    assert late == 0
    assert end["sent"] == observed.total.count
    assert end["measured"] == pytest.approx(0.3, abs=0.2)


def test_requests_that_never_end_are_given_up_and_counted() -> None:
    observed, end = run(Plan(rate=10, duration=1.0, grace=0.2), ("a", 1, waits(3600)))
    assert end["unfinished"] == 10
    assert observed.total.errors == {"unfinished": 10}
    assert observed.total.latency("max") > 1.0


def test_shares_of_a_plan_add_up() -> None:
    assert sum(Plan(shares=3, share=share).portion(100) for share in range(3)) == 100


def test_a_generator_that_computes_too_much_shows_in_lag_and_load() -> None:
    async def computes() -> None:
        until = time.perf_counter() + 0.02
        while time.perf_counter() < until:
            pass

    async def idles() -> None:
        pass

    from zgrpc.load.result import at

    _, idle = run(Plan(rate=100, duration=1.0), ("a", 1, idles))
    observed, end = run(Plan(rate=100, duration=1.0), ("a", 1, computes))
    assert end["busy"] > 2 * idle["busy"]  # a share of the processor, of which others may take most
    assert at(observed.lag, 99) > 0.1
