"""Conditions such as ``p99<50ms``."""

from __future__ import annotations

from collections import Counter

import pytest

from zgrpc.load.result import Generator, Result, StepResult
from zgrpc.load.thresholds import Threshold


def result(seconds: list[float], errors: int = 0) -> Result:
    step = StepResult("management.GetUserByID")
    for value in seconds:
        step.add(value)
    step.errors = Counter({"QUERY-Dfbg2": errors} if errors else {})
    return Result("s", "t", "open", "constant", 1, 0, 1, "", 10.0, 0.0, [step], [], Generator())


HUNDRED = [number / 1000 for number in range(1, 101)]  # 1 to 100 ms


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("p50<51ms", True),
        ("p50<50ms", False),
        ("p99<=0.1s", True),
        ("max<100ms", False),
        ("max<200ms", True),
        ("mean<60ms", True),
        ("p99.9 < 1 s", True),
        ("p50>40000us", True),
        ("errors<2%", True),
        ("errors<1%", False),
        ("errors<2", True),
        ("errors<=1", True),
        ("rate>9/s", True),
        ("rate>11", False),
        ("management.GetUserByID:p50<1s", True),
        ("auth.GetMyUser:p50<1s", False),
    ],
)
def test_a_result_meets_a_threshold_or_not(text: str, met: bool) -> None:
    assert Threshold.parse(text).check(result(HUNDRED, errors=1)).met is met


def test_a_run_without_requests_meets_nothing() -> None:
    assert not Threshold.parse("errors<1%").check(result([])).met


@pytest.mark.parametrize(
    "text", ["p99", "p99<", "p99<50", "p99<50%", "p101<1s", "p0<1s", "errors<1ms", "rate<1ms", "p99=1s", "", "q<1s"]
)
def test_an_invalid_threshold_is_rejected_with_the_right_form(text: str) -> None:
    with pytest.raises(ValueError, match=r"p99<50ms|percentile"):
        Threshold.parse(text)
