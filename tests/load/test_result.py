"""Results of runs: saved, read back and compared."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgrpc.load import judge
from zgrpc.load.compare import compare
from zgrpc.load.observed import Observed
from zgrpc.load.result import Generator, Result, Second, StepResult, at, encode, new_histogram, record

if TYPE_CHECKING:
    from pathlib import Path


def run(factor: float = 1.0, *, seconds: int = 20, seed: int = 1) -> Result:
    source = random.Random(seed)
    step, series = StepResult("management.GetUserByID"), []
    for t in range(seconds):
        second = StepResult("")
        for _ in range(100):
            second.add(source.uniform(0.001, 0.01) * factor, "QUERY-Dfbg2" if source.random() < 0.01 else "")
        step.merge(second)
        series.append(
            Second(t, 100, second.failed, second.latency("p50"), second.latency("p99"), second.latency("max"), 1)
        )
    return Result(
        "look-ups",
        "http://localhost:1",
        "open",
        "poisson",
        100,
        0,
        2,
        "2026-01-01T00:00:00+00:00",
        seconds,
        1.0,
        [step],
        series,
        Generator(0.001, 0.002, 0.003, 0.5, 7, 0, 3, ("too late",)),
    )


@given(st.lists(st.floats(1e-6, 3000), min_size=1, max_size=200))
def test_percentiles_are_exact_to_three_digits(seconds: list[float]) -> None:
    histogram = new_histogram()
    for value in seconds:
        record(histogram, value)
    assert at(histogram, 100) == pytest.approx(max(seconds), rel=2e-3, abs=1e-6)
    assert at(histogram, 50) == pytest.approx(sorted(seconds)[(len(seconds) + 1) // 2 - 1], rel=2e-3, abs=1e-6)


def test_a_result_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    saved = run()
    saved.thresholds = [("p99<1s", "9 ms", True)]
    saved.save(tmp_path / "result.json")
    assert Result.read(tmp_path / "result.json").to_dict() == saved.to_dict()


@pytest.mark.parametrize("text", ["{}", "[]", "no JSON", '{"format": "zgrpc.load/9"}', '{"format": "zgrpc.load/1"}'])
def test_a_file_that_is_not_a_result_is_rejected(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(ValueError, match="not the result of a zgrpc load test"):
        Result.read(tmp_path / "x.json")


def test_processes_are_put_together_second_by_second() -> None:
    observed = Observed(["a", "b"], shares=2)
    for share in range(2):
        for t in (1.0, 2.0):
            histogram = new_histogram()
            record(histogram, 0.010 * (share + 1))
            observed.add(
                share,
                {
                    "t": t,
                    "steps": [["a", 1, {"X-1": 1} if share else {}, encode(histogram)]],
                    "lag": "",
                    "in_flight": 3,
                },
            )
        observed.add(share, {"done": True})
    assert observed.finished
    assert [(second.t, second.count, second.errors, second.in_flight) for second in observed.series()] == [
        (0, 2, 1, 6),
        (1, 2, 1, 6),
    ]
    assert observed.total.latency("max") == pytest.approx(0.020, rel=2e-3)
    assert observed.steps["a"].errors == {"X-1": 2}


def test_a_second_in_which_nothing_ended_stays_in_the_series() -> None:
    observed = Observed(["a"], shares=1)
    histogram = encode(new_histogram())
    for t, count in ((1.0, 1), (2.0, 0), (3.0, 1)):
        observed.add(0, {"t": t, "steps": [["a", count, {}, histogram]] if count else [], "lag": "", "in_flight": 1})
    assert [second.count for second in observed.series()] == [1, 0, 1]


def test_a_comparison_separates_changes_from_noise() -> None:
    same = {change.metric: change for change in compare(run(seed=1), run(seed=2)) if change.step == "all"}
    slower = {change.metric: change for change in compare(run(seed=1), run(2.0, seed=2)) if change.step == "all"}
    assert same["p50"].noise is True
    assert slower["p50"].noise is False
    assert slower["p50"].relative == pytest.approx(1.0, abs=0.1)


GOOD: dict[str, Any] = {
    "lag_p99": 0.001,
    "latency_p99": 0.050,
    "busy": 0.4,
    "due": 1000,
    "sent": 1000,
    "waited": 0,
    "closed": False,
}


def test_a_generator_that_keeps_up_makes_a_valid_run() -> None:
    assert judge.faults(**GOOD) == ()


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"lag_p99": 0.020}, "requests left 20.0 ms late"),
        ({"lag_p99": 0.020, "closed": True}, "event loop answered"),
        ({"busy": 0.97}, "busy 97%"),
        ({"sent": 900}, "only 900 of 1,000"),
    ],
)
def test_a_generator_that_was_the_limit_makes_an_invalid_run(change: dict[str, object], part: str) -> None:
    (fault,) = judge.faults(**{**GOOD, **change})
    assert part in fault


def test_a_late_server_is_not_the_generators_fault() -> None:
    """Requests that waited for a slot did so because the server had not answered the ones before them."""
    assert judge.faults(**{**GOOD, "sent": 500, "waited": 400, "latency_p99": 9.0}) == ()
