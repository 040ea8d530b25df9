"""Merge the reports of several processes, second by second."""

from __future__ import annotations

from collections import Counter
from typing import Any

from zgrpc.load.result import Second, StepResult, at, decode, merged, new_histogram


class Observed:
    """What is known of a run so far.

    Args:
        names: the steps' names.
        shares: how many processes report.
    """

    def __init__(self, names: list[str], shares: int) -> None:
        self.steps = {name: StepResult(name) for name in names}
        self.lag = new_histogram()
        self.done: list[dict[str, Any]] = []
        self.failed = ""
        self.elapsed = 0.0
        self.started = False
        self._seconds: dict[int, StepResult] = {}
        self._in_flight: dict[int, dict[int, int]] = {}
        self._shares = shares

    def add(self, share: int, report: dict[str, Any]) -> None:
        """Take one process's report."""
        if report.get("failed"):
            self.failed = self.failed or str(report["failed"])
        if report.get("done"):
            self.done.append(report)
        if "t" not in report:
            return
        self.elapsed = report["t"]
        self.started = self.started or report["t"] > 0
        number = max(round(report["t"]) - 1, 0)
        if report["t"] > 0:
            self._in_flight.setdefault(number, {})[share] = report["in_flight"]
            self._seconds.setdefault(number, StepResult(""))
        for name, count, errors, histogram in report["steps"]:
            part = StepResult(name, count, Counter(errors), decode(histogram))
            self.steps[name].merge(part)
            self._seconds.setdefault(number, StepResult("")).merge(part)
        if report["lag"]:
            self.lag.decode_and_add(report["lag"].encode("ascii"))

    @property
    def finished(self) -> bool:
        """Whether every process has reported its end, or one has failed."""
        return bool(self.failed) or len(self.done) == self._shares

    @property
    def total(self) -> StepResult:
        """All steps together, so far."""
        return merged("all", self.steps.values())

    def series(self) -> list[Second]:
        """Return every second so far, also those in which nothing ended: a stall looks like that."""
        return [self._as_second(number) for number in range(max(self._seconds, default=-1) + 1)]

    def last(self) -> Second | None:
        """Return the newest second of which every process has reported; None before the first."""
        full = [number for number, shares in self._in_flight.items() if len(shares) == self._shares]
        return self._as_second(max(full)) if full else None

    def _as_second(self, number: int) -> Second:
        found = self._seconds.get(number) or StepResult("")
        histogram = found.histogram
        in_flight = sum(self._in_flight.get(number, {}).values())
        return Second(
            number, found.count, found.failed, at(histogram, 50), at(histogram, 99), at(histogram, 100), in_flight
        )
