"""Side by side: pairs in turns, their median ratio, its spread, and a control of the baseline with itself."""

from __future__ import annotations

import gc
import os
import random
import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PAIRS = 80
QUICK = os.environ.get("QUICK", "") not in ("", "0")
"""Whether to measure a fifth of the pairs: `make bench QUICK=1`, for a first look."""


class Measure(TypedDict):
    """The unit of a row, and what its seconds are multiplied by to get there."""

    unit: str
    scale: float


@dataclass
class Row:
    """A line of the table.

    Attributes:
        name: what was measured.
        ratio: ours / theirs, the median of the pairs; for a speed-up theirs / ours.
        spread: the half width of the 95 % interval of that median, as a share of it.
        unit: of `ours` and `theirs`.
        ours: our cost, the median.
        theirs: the baseline's.
        target: what the ratio is to be, as text such as ``<= 1.05``; empty for none.
        met: whether it is; None without a target.
        control: the same ratio of the baseline with itself; None where there was no room for it.
        pairs: how many pairs.
        note: what else is to be said.
    """

    name: str
    ratio: float
    spread: float
    unit: str
    ours: float
    theirs: float
    target: str = ""
    met: bool | None = None
    control: float | None = None
    pairs: int = 0
    note: str = ""

    def judged(self) -> Row:
        if self.target:
            sign, _, bound = self.target.partition(" ")
            self.met = self.ratio <= float(bound) if sign == "<=" else self.ratio >= float(bound)
        return self

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def spread(values: list[float]) -> float:
    """The half width of the 95 % interval of the median, by order statistics, as a share of the median."""
    known = sorted(values)
    count = len(known)
    if count < 6:
        return (known[-1] - known[0]) / 2 / statistics.median(known)
    reach = 0.98 * count**0.5  # 1.96 standard deviations of a binomial of one half
    low, high = known[max(0, int(count / 2 - reach))], known[min(count - 1, int(count / 2 + reach))]
    return (high - low) / 2 / statistics.median(known)


class Samples:
    """What was measured of both sides, and of the baseline once more."""

    def __init__(self) -> None:
        self.ours: list[float] = []
        self.theirs: list[float] = []
        self.again: list[float] = []

    def row(
        self, name: str, *, unit: str, scale: float, target: str = "", speed_up: bool = False, note: str = ""
    ) -> Row:
        ratios = [a / b for a, b in zip(self.ours, self.theirs, strict=True)]
        if speed_up:
            ratios = [1 / ratio for ratio in ratios]
        control = [a / b for a, b in zip(self.again, self.theirs, strict=True)] if self.again else None
        return Row(
            name,
            ratio=round(statistics.median(ratios), 4),
            spread=round(spread(ratios), 4),
            unit=unit,
            ours=round(statistics.median(self.ours) * scale, 4),
            theirs=round(statistics.median(self.theirs) * scale, 4),
            target=target,
            control=round(statistics.median(control), 4) if control else None,
            pairs=len(ratios),
            note=note,
        ).judged()


def _count(pairs: int) -> int:
    return max(3, pairs // 5) if QUICK else pairs


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], *, pairs: int = PAIRS, control: bool = True, warm: int = 3
) -> Samples:
    """Measure both sides `pairs` times, in an order that chance draws anew each time.

    Args:
        ours: does a short piece of work and returns what it cost.
        theirs: the same by the baseline.
        pairs: how many times.
        control: measure the baseline twice each time.
        warm: how many times to do both first, without measuring.
    """
    samples = Samples()
    sides = [(samples.ours, ours), (samples.theirs, theirs)] + ([(samples.again, theirs)] if control else [])
    for _ in range(warm):
        ours(), theirs()
    gc.collect()
    gc.freeze()
    for _ in range(_count(pairs)):
        for kept, work in random.sample(sides, len(sides)):
            kept.append(work())
    gc.unfreeze()
    return samples


async def in_turns_async(
    ours: Callable[[], Awaitable[float]],
    theirs: Callable[[], Awaitable[float]],
    *,
    pairs: int = PAIRS,
    control: bool = True,
    warm: int = 3,
) -> Samples:
    """As `in_turns`, for coroutines."""
    samples = Samples()
    sides = [(samples.ours, ours), (samples.theirs, theirs)] + ([(samples.again, theirs)] if control else [])
    for _ in range(warm):
        await ours()
        await theirs()
    gc.collect()
    gc.freeze()
    for _ in range(_count(pairs)):
        for kept, work in random.sample(sides, len(sides)):
            kept.append(await work())
    gc.unfreeze()
    return samples
