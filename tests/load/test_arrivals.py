"""When requests are due."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgrpc.load.arrivals import constant, poisson, schedule

rates = st.floats(0.1, 10_000)
shares = st.integers(1, 8)


@given(rates, shares)
def test_shares_of_an_even_load_interleave_to_the_whole(rate: float, count: int) -> None:
    parts = sorted(due for share in range(count) for due in islice(constant(rate, share=share, shares=count), 5))
    assert parts == pytest.approx([number / rate for number in range(5 * count)])


@given(rates, shares, st.integers())
def test_random_arrivals_never_go_back_and_repeat_with_their_seed(rate: float, count: int, seed: int) -> None:
    first, again = (list(islice(poisson(rate, seed=seed, share=0, shares=count), 50)) for _ in range(2))
    assert first == again
    assert first == sorted(first)
    assert first[0] > 0


def test_shares_of_a_random_load_are_independent_and_add_up_to_the_rate() -> None:
    arrivals = [list(islice(poisson(100, seed=1, share=share, shares=2), 5_000)) for share in range(2)]
    assert arrivals[0] != arrivals[1]
    for due in arrivals:
        assert 5_000 / due[-1] == pytest.approx(50, rel=0.05)


def test_gaps_of_a_random_load_vary_as_those_of_independent_users_do() -> None:
    due = list(islice(poisson(10, seed=3), 10_000))
    gaps = [after - before for before, after in pairwise(due)]
    mean = sum(gaps) / len(gaps)
    deviation = (sum((gap - mean) ** 2 for gap in gaps) / len(gaps)) ** 0.5
    assert deviation / mean == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("rate", [0, -1, float("nan")])
def test_an_invalid_rate_is_rejected(rate: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        schedule("constant", rate, seed=1)


def test_an_unknown_kind_of_arrivals_is_rejected() -> None:
    with pytest.raises(ValueError, match="constant, poisson"):
        schedule("bursts", 1, seed=1)
