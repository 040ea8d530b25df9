"""The report: one page, safe and whole."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from zgrpc.load.report import render
from zgrpc.load.result import Generator, Result, Second, StepResult
from zgrpc.load.svg import linear, logarithmic, percentiles


def result(name: str = "look-ups", step: str = "auth.GetMyUser", *, count: int = 1000) -> Result:
    found = StepResult(step)
    for number in range(count):
        found.add(0.001 * (1 + number % 50), "QUERY-Dfbg2" if number % 100 == 0 else "")
    series = [Second(t, count // 10, 1, 0.025, 0.05, 0.05, 1) for t in range(10)]
    return Result(name, "http://localhost:1", "open", "constant", 100, 0, 1, "", 10, 0, [found], series, Generator())


class Checker(HTMLParser):
    """Collects tags, and what would be loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.foreign += [f"{tag} {name}={value}" for name, value in attrs if name in ("src", "href", "srcset", "data")]
        if tag not in ("meta", "line", "polyline", "polygon", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("line", "polyline", "polygon"):
            assert self.open.pop() == tag


@pytest.mark.parametrize("before", [None, result("before")])
def test_the_page_is_whole_and_loads_nothing(before: Result | None) -> None:
    checker = Checker()
    page = render(result(), before)
    checker.feed(page)
    assert checker.open == []
    assert checker.foreign == []
    assert "$" not in re.sub(r"<script>.*</script>", "", page, flags=re.DOTALL)


def test_names_cannot_break_out_of_the_page() -> None:
    plain, evil = Checker(), Checker()
    plain.feed(render(result()))
    evil.feed(render(result("</title><script>x</script>", "</script><script>y</script>")))
    assert evil.open == []
    assert evil.scripts == plain.scripts


def test_each_chart_carries_its_figures() -> None:
    charts = [
        json.loads(text) for text in re.findall(r'<script type="application/json">(.*?)</script>', render(result()))
    ]
    over_time, by_percentile, throughput = charts
    assert [line["name"] for line in over_time] == ["max", "p99", "p50"]
    assert len(over_time[0]["points"]) == 10
    assert by_percentile[0]["points"][-1][1] == pytest.approx(99.9)
    assert throughput[0]["points"][0][2] == 100


def test_labels_of_charts_keep_their_size_on_a_phone() -> None:
    page = render(result())
    assert "<text" not in page  # it would shrink with its chart
    assert len(re.findall(r'<span style="left:[\d.]+%">\d+ s</span>', page)) >= 2 * 5


def test_cells_name_themselves_where_a_phone_hides_the_head() -> None:
    assert '<td class=number data-name="p99">' in render(result())


@pytest.mark.parametrize("found", [result(count=0), result(count=10)])
def test_short_and_empty_runs_have_a_report_too(found: Result) -> None:
    assert render(found).count("<svg") == 3


def test_axes_hold_their_values() -> None:
    assert linear([7.0], str).place(7.0) <= 1
    assert linear([7.0], str).ticks[0] == (0.0, "0.0")
    log = logarithmic([0.0013, 0.4], str)
    assert 0 <= log.place(0.0013) < log.place(0.4) <= 1
    nines = percentiles(99.9)
    assert [nines.place(value) for value in (0, 90, 99, 99.9)] == pytest.approx([0, 1 / 3, 2 / 3, 1])
