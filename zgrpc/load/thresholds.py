"""Conditions a run must meet, such as ``p99<50ms`` or ``errors<0.1%``."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.load.result import Result

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_SECONDS = {"us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0}
_PATTERN = re.compile(
    r"(?:(?P<step>.+):)?(?P<metric>p\d+(?:\.\d+)?|mean|max|errors|rate)(?P<op><=|>=|<|>)(?P<number>\d+(?:\.\d+)?)(?P<unit>\S*)"
)
_HELP = "write it like p99<50ms, max<1s, errors<0.1%, errors<5, rate>450/s or management.GetUserByID:p95<=20ms"


class Verdict(NamedTuple):
    """The outcome of a threshold.

    Attributes:
        text: the threshold as it was written.
        value: what was measured, in words.
        met: whether the run meets it.
    """

    text: str
    value: str
    met: bool


class Threshold(NamedTuple):
    """One condition on a run.

    Attributes:
        text: as it was written.
        metric: ``p50`` to ``p99.99``, ``mean``, ``max``, ``errors`` or ``rate``.
        op: ``<``, ``<=``, ``>`` or ``>=``.
        limit: seconds for latencies, a share (0 to 1) or a number for errors, requests a second for the rate.
        share: whether the limit of ``errors`` is a share.
        step: the step it is about; empty for the whole run.
    """

    text: str
    metric: str
    op: str
    limit: float
    share: bool = False
    step: str = ""

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """Read a threshold.

        Raises:
            ValueError: it is not one; says how they are written.
        """
        found = _PATTERN.fullmatch(text.replace(" ", ""))
        if not found:
            raise ValueError(f"threshold {text!r} is not understood: {_HELP}")
        metric, unit, number = found["metric"], found["unit"], float(found["number"])
        if metric == "errors":
            units: dict[str, float] = {"%": 0.01, "": 1.0}
        elif metric == "rate":
            units = {"/s": 1.0, "": 1.0}
        else:
            units = _SECONDS
            if metric.startswith("p") and not 0 < float(metric[1:]) <= 100:
                raise ValueError(f"threshold {text!r}: a percentile lies above 0 and is at most 100")
        if unit not in units:
            expected = " or ".join(repr(unit) if unit else "no unit" for unit in units)
            raise ValueError(f"threshold {text!r}: {metric} takes {expected}, not {unit or 'no unit'!r}: {_HELP}")
        share = metric == "errors" and unit == "%"
        return cls(text.strip(), metric, found["op"], number * units[unit], share, found["step"] or "")

    def check(self, result: Result) -> Verdict:
        """Check the threshold against a result. A step that was never called does not meet it."""
        step = result.step(self.step) if self.step else result.total
        if step is None or not step.count:
            return Verdict(self.text, "no requests", met=False)
        if self.metric == "errors":
            measured = step.failed / step.count if self.share else float(step.failed)
            words = f"{measured:.3%}" if self.share else f"{step.failed}"
        elif self.metric == "rate":
            measured = step.count / result.duration if result.duration else 0.0
            words = f"{measured:.1f}/s"
        else:
            measured = step.latency(self.metric)
            words = f"{measured * 1000:.2f} ms"
        return Verdict(self.text, words, met=_OPERATORS[self.op](measured, self.limit))
