"""Numbers with their noun, in messages."""

from __future__ import annotations

import pytest

import zgrpc
from zgrpc._counted import counted


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "0 processes"), (1, "1 process"), (2, "2 processes"), (12_005, "12,005 processes"), (0.5, "0.5 processes")],
)
def test_only_one_is_singular(number: float, shown: str) -> None:
    assert counted(number, "process", "processes") == shown


def test_a_plural_ends_with_s_by_default() -> None:
    assert counted(2, "item") == "2 items"


def test_the_errors_of_lists_count_one_item_in_the_singular() -> None:
    assert "1 missing: 1 distinct item received" in str(zgrpc.IncompleteListError(1, 2))
    assert "for 1 item," in str(zgrpc.ListTooLargeError(9, 8, total=1))
