"""A result as text: what the terminal shows, plain and the same in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._counted import counted
from zgrpc.load.steps import THROTTLED

if TYPE_CHECKING:
    from zgrpc.load.compare import Change
    from zgrpc.load.result import Result


def milliseconds(seconds: float) -> str:
    """Return a latency for people: as many digits as mean something."""
    value = seconds * 1000
    return f"{value:.2f} ms" if value < 100 else f"{value:.0f} ms" if value < 10_000 else f"{seconds:.1f} s"


def describe(result: Result) -> str:
    """Return one line that says how the load was made."""
    if result.mode == "closed":
        load = f"closed loop, {counted(result.concurrency, 'caller')}"
    else:
        load = f"open loop, {result.rate:g}/s {result.arrival}"
    processes = counted(result.processes, "process", "processes")
    time = f"{result.duration:g} s after {result.warmup:g} s of warm-up"
    return f"{result.scenario} at {result.target}: {load}, {time}, {processes}"


COLUMNS = ("step", "requests", "per s", "errors", "p50", "p90", "p99", "p99.9", "max")


def rows(result: Result) -> list[tuple[str, ...]]:
    """Return the result's table: by step, and for all together if there are several."""
    steps = [*result.steps, result.total] if len(result.steps) > 1 else result.steps
    return [
        (
            step.name,
            f"{step.count:,}",
            f"{step.count / result.duration if result.duration else 0:.1f}",
            f"{step.failed:,}" + (f" ({step.failed / step.count:.2%})" if step.failed else ""),
            *(milliseconds(step.latency(metric)) for metric in ("p50", "p90", "p99", "p99.9", "max")),
        )
        for step in steps
    ]


def errors(result: Result) -> list[str]:
    """Return lines that say how often each error came."""
    return [f"{count:,}x {name} ({step.name})" for step in result.steps for name, count in step.errors.most_common()]


def verdict(result: Result) -> list[str]:
    """Return lines that say whether the run is valid, and what limited it."""
    generator = result.generator
    late = "its event loop answered" if result.mode == "closed" else "requests left"
    lag = f"{milliseconds(generator.lag_p50)} late (p50), {milliseconds(generator.lag_p99)} (p99)"
    busy = f"event loop {generator.busy:.0%} busy, at most {generator.in_flight_max:,} in flight"
    lines = [f"generator: {late} {lag}, {busy}"]
    if generator.waited:
        lines.append(
            f"the server did not keep up: {counted(generator.waited, 'request')} waited for a slot of --max-in-flight "
            "(their wait is in the latencies)"
        )
    if generator.unsent:
        lines.append(
            f"{counted(generator.unsent, 'due request')} had not left when the run ended; no latency includes them"
        )
    if throttled := sum(step.errors[THROTTLED] for step in result.steps):
        lines.append(f"the server throttled {counted(throttled, 'request')}: the rate is above its limit")
    lines += [f"NOT VALID, the generator was the limit: {fault}" for fault in generator.faults]
    if result.interrupted:
        lines.append("interrupted: the result holds what was measured until then")
    return lines


def changes(found: list[Change]) -> list[tuple[str, ...]]:
    """Return a comparison's table."""
    return [
        (
            change.step,
            change.metric,
            _figure(change.metric, change.before),
            _figure(change.metric, change.after),
            _relative(change),
        )
        for change in found
    ]


def _figure(metric: str, value: float) -> str:
    if metric == "rate":
        return f"{value:.1f}/s"
    return f"{value:.3%}" if metric == "errors" else milliseconds(value)


def _relative(change: Change) -> str:
    if change.relative is None:
        return "" if change.after == change.before else "new"
    noise = " (within the seconds' own spread)" if change.noise else ""
    return f"{change.relative:+.1%}{noise}"
