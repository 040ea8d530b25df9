"""The decisions of a list, driven without a wire where a server's answers have to fall together just so."""

from __future__ import annotations

import random
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from zgrpc._errors import IncompleteListError
from zgrpc._lists.cursor import cursor_list
from zgrpc._lists.steps import Answer, Ask, Plan
from zgrpc._lists.whole import offset_list

if TYPE_CHECKING:
    from collections.abc import Callable

    Serve = Callable[[int, int], tuple[list[Any], int]]


def run(serve: Serve, kind: Any = offset_list, **plan: Any) -> tuple[list[Any], list[tuple[int, int]]]:
    """The items of a list that `serve` answers, and what it was asked."""
    steps = kind(Plan(max_bytes=10**9, **{"identity": lambda item: item, **plan}))
    items: list[Any] = []
    asked: list[tuple[int, int]] = []
    step = next(steps)
    while True:
        try:
            if isinstance(step, Ask):
                asked.append(step[:2])
                rows, total = serve(*step[:2])
                step = steps.send(Answer([rows], len(rows), total, lambda: 1))
            else:
                items += step
                step = next(steps)
        except StopIteration:
            return items, asked


def shuffled(count: int, cap: int, seed: int) -> Serve:
    def serve(offset: int, limit: int) -> tuple[list[int], int]:
        order = random.Random(f"{seed} {offset} {limit}").sample(range(count), count)
        rows = order[offset : offset + limit][:cap]
        return rows, count if rows else 0

    return serve


def test_rows_behind_a_total_that_is_too_low_are_not_taken_for_the_whole_list() -> None:
    # Two chunks make up the total of four, the third repeats them, and two rows never came.
    chunks = {0: [0, 1], 2: [2, 3], 4: [0, 1]}
    with pytest.raises(IncompleteListError) as caught:
        run(lambda offset, _: (chunks.get(offset, []), 4), first_page=2)
    assert caught.value.total is None


def test_passes_with_other_chunk_sizes_find_what_the_first_one_lost() -> None:
    completed = 0
    for seed in range(200):
        try:
            items, asked = run(shuffled(30, 20, seed), first_page=10_000)
        except IncompleteListError:
            continue
        assert sorted(items) == list(range(30))
        completed += any(limit < 20 for _, limit in asked)  # the first pass had chunks of 20
    assert completed


@pytest.mark.parametrize("seed", range(20))
def test_behind_an_offset_no_order_gives_too_many(seed: int) -> None:
    items, _ = run(shuffled(50, 1000, seed), offset=10, first_page=20)
    assert len(items) == len(set(items)) == 40


def test_a_total_counted_before_a_row_went_and_another_came_is_asked_for_again() -> None:
    answers = iter([
        (list(range(10)), 20),  # a first page
        (list(range(19)), 20),  # everything, one row removed after the count
        ([19], 20),  # behind it, one row that was added since
        (list(range(20)), 20),  # everything again
    ])  # fmt: skip
    items, asked = run(lambda *_: next(answers), first_page=10)
    assert items == list(range(20))
    assert [offset for offset, _ in asked] == [0, 0, 19, 0]


@pytest.mark.parametrize("cap", [7, 100])
def test_changes_of_a_server_that_ignores_the_cursor_raise_an_error(cap: int) -> None:
    newest_first = [SimpleNamespace(sequence=number) for number in range(30, 0, -1)]
    sequence = attrgetter("sequence")
    with pytest.raises(IncompleteListError):
        run(
            lambda _, limit: (newest_first[: min(limit, cap)], 0),
            cursor_list,
            first_page=20,
            position=sequence,
            identity=sequence,
        )
