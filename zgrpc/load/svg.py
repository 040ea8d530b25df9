"""Charts: lines as SVG, stretched to any width, labels as text of one size, and the numbers for the report's script."""

from __future__ import annotations

import json
import math
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, HEIGHT = 1000, 250


class Line(NamedTuple):
    """One line of a chart.

    Attributes:
        name: in the legend.
        style: CSS class, which has the color.
        points: x and y.
        dashed: whether it is the older run's.
    """

    name: str
    style: str
    points: Sequence[tuple[float, float]]
    dashed: bool = False


class Axis(NamedTuple):
    """One axis.

    Attributes:
        place: from a value to 0 … 1.
        ticks: value and label.
    """

    place: Callable[[float], float]
    ticks: Sequence[tuple[float, str]]


def linear(values: Sequence[float], label: Callable[[float], str], *, ticks: int = 5) -> Axis:
    """Return an axis from 0 to a round number above the largest value."""
    step = _round_step(max([*values, 1e-9]) / ticks)
    top = step * math.ceil(max([*values, step]) / step - 1e-9)
    marks = [step * number for number in range(round(top / step) + 1)]
    return Axis(lambda value: value / top, [(mark, label(mark)) for mark in marks])


def span(first: float, last: float, label: Callable[[float], str], *, ticks: int = 8) -> Axis:
    """Return an axis between two values, with round marks."""
    length = max(last - first, 1e-9)
    step = max(_round_step(length / ticks), 1.0)
    marks = [step * number for number in range(math.ceil(first / step), math.floor(last / step) + 1)]
    return Axis(lambda value: (value - first) / length, [(mark, label(mark)) for mark in marks])


def logarithmic(values: Sequence[float], label: Callable[[float], str]) -> Axis:
    """Return an axis of powers of ten, with 2 and 5 between. Values that are not above 0 sit at its foot."""
    above = [value for value in values if value > 0] or [1e-3, 1e-2]
    low, high = min(above), max(above)
    marks = [
        factor * 10.0**power
        for power in range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1)
        for factor in (1, 2, 5)
    ]
    bottom = max([mark for mark in marks if mark <= low * 1.0001], default=low)
    top = min([mark for mark in marks if mark >= high * 0.9999 and mark > bottom], default=high * 2)
    scale = math.log(top / bottom) or 1.0
    shown = [mark for mark in marks if bottom * 0.9999 <= mark <= top * 1.0001]
    return Axis(lambda value: math.log(max(value, bottom) / bottom) / scale, [(mark, label(mark)) for mark in shown])


def percentiles(highest: float) -> Axis:
    """Return an axis on which each further nine takes as much room as the one before.

    Args:
        highest: the largest percentile, below 100.
    """
    nines = -math.log10(1 - highest / 100)
    marks = [mark for mark in (0.0, 50.0, 90.0, 99.0, 99.9, 99.99, 99.999) if mark <= highest * 1.000001]
    return Axis(
        lambda value: -math.log10(max(1 - value / 100, 1e-9)) / nines, [(mark, f"{mark:g} %") for mark in marks]
    )


def chart(
    title: str,
    lines: Sequence[Line],
    x: Axis,
    y: Axis,
    *,
    bottom: str,
    area: bool = False,
    x_unit: str = "s",
    y_unit: str = "s",
) -> str:
    """Return a chart as one ``<figure>``.

    Args:
        title: above it.
        lines: what it shows.
        x: to the right.
        y: upwards.
        bottom: what x is.
        area: whether the first line's area is filled.
        x_unit: ``s`` or ``%``, for what is shown under the pointer.
        y_unit: ``s`` for latencies; empty for numbers.
    """

    def at_x(value: float) -> float:
        return min(max(x.place(value), 0.0), 1.0) * WIDTH

    def at_y(value: float) -> float:
        return HEIGHT - min(max(y.place(value), 0.0), 1.0) * HEIGHT

    parts = [
        f'<line class="grid" x1="0" x2="{WIDTH}" y1="{at_y(value):.1f}" y2="{at_y(value):.1f}"/>'
        for value, _ in y.ticks
    ]
    heights = "".join(
        f'<span style="top:{at_y(value) / HEIGHT:.2%}">{escape(label)}</span>' for value, label in y.ticks
    )
    places = "".join(f'<span style="left:{at_x(value) / WIDTH:.2%}">{escape(label)}</span>' for value, label in x.ticks)
    for number, line in enumerate(lines):
        spots = [(round(at_x(a), 1), round(at_y(b), 1)) for a, b in line.points]
        path = " ".join(f"{a},{b}" for a, b in spots)
        if area and number == 0 and spots:
            foot = f"{spots[0][0]},{HEIGHT} {path} {spots[-1][0]},{HEIGHT}"
            parts.append(f'<polygon class="area {line.style}" points="{foot}"/>')
        dashed = " dashed" if line.dashed else ""
        parts.append(f'<polyline class="line {line.style}{dashed}" points="{path}"/>')
    parts.append(f'<line class="cursor" y1="0" y2="{HEIGHT}" x1="-9" x2="-9"/>')
    legend = "".join(
        f'<span class="key {line.style}{" dashed" if line.dashed else ""}">{escape(line.name)}</span>' for line in lines
    )
    data = [
        {"name": line.name, "points": [[round(at_x(a), 1), round(a, 6), round(b, 9)] for a, b in line.points]}
        for line in lines
    ]
    embedded = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<figure class="chart" data-x="{x_unit}" '
        f'data-y="{y_unit}"><figcaption><b>{escape(title)}</b>{legend}<output></output></figcaption>'
        f'<div class="plot"><svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(title)}">{"".join(parts)}</svg>'
        f'<div class="heights">{heights}</div><div class="places">{places}</div></div>'
        f'<p class="bottom">{escape(bottom)}</p>'
        f'<script type="application/json">{embedded}</script></figure>'
    )


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(max(rough, 1e-12)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.9999)
