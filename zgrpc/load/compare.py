"""Compare the results of two load tests, side by side."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._counted import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.load.result import Result, Second, StepResult

METRICS = ("rate", "errors", "mean", "p50", "p90", "p99", "p99.9", "max")


class Change(NamedTuple):
    """One figure before and after.

    Attributes:
        step: the step, or ``all``.
        metric: ``rate`` (a second), ``errors`` (a share), else a latency in seconds.
        before: in the older result.
        after: in the newer one.
        noise: whether the difference is within what single seconds of a run differ by; None where that is not known.
    """

    step: str
    metric: str
    before: float
    after: float
    noise: bool | None = None

    @property
    def relative(self) -> float | None:
        """The change as a share of the older figure; None where that is 0."""
        return self.after / self.before - 1 if self.before else None


def differences(before: Result, after: Result) -> list[str]:
    """Return how the load of two runs differs, in words; the figures of unlike runs do not compare."""
    sides = [
        counted(run.concurrency, "caller") if run.mode == "closed" else f"{run.rate:g}/s {run.arrival}"
        for run in (before, after)
    ]
    found = [f"{sides[0]} before, {sides[1]} after"] if sides[0] != sides[1] else []
    steps = [sorted(step.name for step in run.steps) for run in (before, after)]
    if steps[0] != steps[1]:
        found.append(f"steps {', '.join(steps[0])} before, {', '.join(steps[1])} after")
    for name in ("target", "processes", "duration"):
        old, new = getattr(before, name), getattr(after, name)
        unlike = abs(old - new) > 0.1 * max(old, new) if name == "duration" else old != new
        if unlike:
            found.append(f"{name} {old} before, {new} after")
    return found


def compare(before: Result, after: Result) -> list[Change]:
    """Return every figure of the whole run, then p50 and p99 of each step that both have."""
    changes = [
        Change(
            "all",
            metric,
            _figure(before, before.total, metric),
            _figure(after, after.total, metric),
            _noise(before, after, metric),
        )
        for metric in METRICS
    ]
    if len(after.steps) > 1:
        for step in after.steps:
            if other := before.step(step.name):
                changes += [
                    Change(step.name, metric, other.latency(metric), step.latency(metric)) for metric in ("p50", "p99")
                ]
    return changes


def _figure(result: Result, step: StepResult, metric: str) -> float:
    if metric == "rate":
        return step.count / result.duration if result.duration else 0.0
    if metric == "errors":
        return step.failed / step.count if step.count else 0.0
    return step.latency(metric)


_BY_SECOND: dict[str, Callable[[Second], float]] = {
    "rate": lambda second: second.count,
    "p50": lambda second: second.p50,
    "p99": lambda second: second.p99,
}


def _noise(before: Result, after: Result, metric: str) -> bool | None:
    """Return whether the middle halves of both runs' seconds overlap; short runs cannot tell."""
    figure = _BY_SECOND.get(metric)
    if figure is None or min(len(before.series), len(after.series)) < 8:
        return None
    (low, _, high), (low2, _, high2) = (
        statistics.quantiles([figure(second) for second in result.series], n=4) for result in (before, after)
    )
    return low <= high2 and low2 <= high
