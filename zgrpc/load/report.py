"""A result as one HTML file that needs nothing from elsewhere."""

from __future__ import annotations

import importlib.resources
import string
from html import escape
from typing import TYPE_CHECKING

from zgrpc.load import svg, text
from zgrpc.load.compare import compare
from zgrpc.load.result import Result, Second, StepResult, at
from zgrpc.load.text import milliseconds

if TYPE_CHECKING:
    from collections.abc import Sequence


def render(result: Result, before: Result | None = None) -> str:
    """Return the report.

    Args:
        result: the run.
        before: an earlier one to compare with; its lines are dashed.
    """
    template = string.Template(
        importlib.resources.files("zgrpc.load").joinpath("report.html").read_text(encoding="utf-8")
    )
    return template.substitute(
        title=escape(f"Load test: {result.scenario}"),
        subtitle=escape(text.describe(result)),
        when=escape(f"{result.started}, zgrpc {result.version}"),
        verdict=_verdict(result),
        figures=_figures(result),
        charts="\n".join(_charts(result, before)),
        steps=_table(text.COLUMNS, text.rows(result)),
        errors=_errors(result),
        comparison=_comparison(result, before),
        generator="".join(f"<p>{escape(line)}</p>" for line in text.verdict(result)),
    )


def _verdict(result: Result) -> str:
    items = []
    if not result.generator.valid:
        items.append('<li class="bad">Not valid: the generator, not the server, was the limit</li>')
    if result.interrupted:
        items.append('<li class="bad">Interrupted</li>')
    for condition, value, met in result.thresholds:
        words = "met" if met else "not met"
        items.append(f'<li class="{"good" if met else "bad"}">{escape(condition)} {words}: {escape(value)}</li>')
    return f'<ul class="verdict">{"".join(items)}</ul>' if items else ""


def _figures(result: Result) -> str:
    total = result.total
    rate = total.count / result.duration if result.duration else 0.0
    figures = [
        ("requests", f"{total.count:,}"),
        ("a second", f"{rate:,.1f}"),
        ("p50", milliseconds(total.latency("p50"))),
        ("p99", milliseconds(total.latency("p99"))),
        ("max", milliseconds(total.latency("max"))),
        (f"errors, {total.failed / total.count:.2%}" if total.failed else "errors", f"{total.failed:,}"),
    ]
    return "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for name, value in figures)


def _charts(result: Result, before: Result | None) -> list[str]:
    runs = [(result, "", False), *([(before, " before", True)] if before else [])]
    seconds = [second for run, _, _ in runs for second in run.series]
    last = max((second.t for second in seconds), default=1)
    time_axis = svg.span(0, max(last, 1), lambda value: f"{value:g} s")
    latencies, rates = [], []
    for run, suffix, dashed in runs:
        for name, style in (("max", "max"), ("p99", "p99"), ("p50", "p50")):
            latencies.append(svg.Line(name + suffix, style, _latency_points(run.series, name), dashed))
        rates.append(
            svg.Line(f"requests a second{suffix}", "p50", [(second.t, second.count) for second in run.series], dashed)
        )
        if run.total.failed:
            rates.append(
                svg.Line(
                    f"errors a second{suffix}", "max", [(second.t, second.errors) for second in run.series], dashed
                )
            )
    percentile_lines = [
        svg.Line(f"all{suffix}", "p50", _percentile_points(run.total), dashed) for run, suffix, dashed in runs
    ]
    if before is None and len(result.steps) > 1:
        percentile_lines += [
            svg.Line(step.name, f"step{number % 5}", _percentile_points(step))
            for number, step in enumerate(result.steps)
            if step.count
        ]
    highest = max((x for line in percentile_lines for x, _ in line.points), default=90.0)
    return [
        svg.chart(
            "Latency over time",
            latencies,
            time_axis,
            svg.logarithmic([y for line in latencies for _, y in line.points], _axis_label),
            bottom="seconds from the start of the measurement; by when requests ended",
        ),
        svg.chart(
            "Latency by percentile",
            percentile_lines,
            svg.percentiles(highest),
            svg.logarithmic([y for line in percentile_lines for _, y in line.points], _axis_label),
            bottom="share of requests that took no longer",
            x_unit="%",
        ),
        svg.chart(
            "Throughput",
            rates,
            time_axis,
            svg.linear([y for line in rates for _, y in line.points], lambda value: f"{value:g}"),
            bottom="seconds from the start of the measurement",
            area=True,
            y_unit="",
        ),
    ]


def _latency_points(series: Sequence[Second], name: str) -> list[tuple[float, float]]:
    """Return a line over time; seconds in which nothing ended have no latency, and are left out."""
    return [(second.t, getattr(second, name)) for second in series if second.count]


def _percentile_points(step: StepResult) -> list[tuple[float, float]]:
    """Return a line over percentiles, as far as the number of requests carries."""
    if not step.count:
        return []
    points = []
    nines = 0.0
    while 1 / 10**nines >= 1 / step.count and nines <= 5:
        percentile = 100 * (1 - 10**-nines)
        points.append((percentile, at(step.histogram, max(percentile, 1e-9))))
        nines += 0.05
    return points


def _axis_label(seconds: float) -> str:
    return f"{seconds:g} s" if seconds >= 1 else f"{seconds * 1000:g} ms"


def _errors(result: Result) -> str:
    rows = [
        (name, step.name, f"{count:,}", f"{count / step.count:.2%}")
        for step in result.steps
        for name, count in step.errors.most_common()
    ]
    return f"<h2>Errors</h2>{_table(('error', 'step', 'requests', 'share of the step'), rows, texts=2)}" if rows else ""


def _comparison(result: Result, before: Result | None) -> str:
    if before is None:
        return ""
    title = f"<h2>Compared with {escape(before.scenario)} of {escape(before.started)}</h2>"
    rows = text.changes(compare(before, result))
    return title + _table(("step", "figure", "before", "after", "change"), rows, texts=2)


def _table(names: Sequence[str], rows: Sequence[Sequence[str]], *, texts: int = 1) -> str:
    kinds = ["" if number < texts else " class=number" for number in range(len(names))]
    head = "".join(f"<th{kind}>{escape(name)}</th>" for kind, name in zip(kinds, names, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            # On a phone, where the head is hidden, each cell shows its name.
            f'<td{kind} data-name="{escape(name)}">{escape(cell)}</td>'
            for kind, name, cell in zip(kinds, names, cells, strict=True)
        )
        + "</tr>"
        for cells in rows
    )
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
