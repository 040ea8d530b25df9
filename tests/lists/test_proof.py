"""What existed from the first request to the last comes out exactly once, or an error is raised: thousands of examples.

The steps are driven without a wire, against a list in memory. `test_complete` holds the same over the wire.
"""

from __future__ import annotations

from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.fuzzing import examples
from tests.lists.simulated import Simulated, run
from zgrpc._errors import IncompleteListError

thousands = settings(max_examples=examples(600), deadline=None)
counts = st.integers(0, 60)
caps = st.none() | st.integers(2, 40)  # with a cap of one row, two rows look like one and a wrong total
first_pages = st.integers(1, 80)
orders = st.sampled_from(["creation", "name", "none"])
writes = st.lists(st.sampled_from(["", "", "+", "-", "~", "+-", "-+", "--", "~~", "+-~"]), max_size=12).map(tuple)
largest = st.none() | st.integers(1, 40)


def check(server: Simulated, **plan: Any) -> bool:
    """Whether the list ended without an error; fails if an item is lost or comes twice."""
    try:
        items = run(server, **plan)
    except IncompleteListError:
        return False
    assert len(items) == len(set(items))
    assert server.throughout <= set(items)
    return True


@thousands
@given(counts, orders, st.booleans(), caps, writes, first_pages, largest, st.integers(0, 9))
@example(30, "name", False, 10, ("", "+-", "~"), 10, None, 0)
def test_nothing_that_existed_throughout_is_lost_while_writers_work(
    count: int,
    order: str,
    orderable: bool,
    cap: int | None,
    writes: tuple[str, ...],
    first_page: int,
    largest: int | None,
    seed: int,
) -> None:
    if largest is not None:
        cap = largest if cap is None else min(cap, largest)
    server = Simulated(count, order, orderable, cap, writes, seed=seed)
    check(server, first_page=min(first_page, largest or first_page), largest=largest)


@thousands
@given(counts, orders, st.booleans(), caps, first_pages, st.integers(-30, 60), st.integers(0, 9))
def test_wrong_totals_lose_nothing_silently(
    count: int, order: str, orderable: bool, cap: int | None, page: int, lie: int, seed: int
) -> None:
    assume(count + lie != cap)  # an answer that is capped at just the wrong total looks like a whole list
    server = Simulated(count, order, orderable, cap, lie=lie, seed=seed)
    assert check(server, first_page=page) or cap is not None


@thousands
@given(st.integers(0, 200), st.integers(8, 40), st.integers(0, 9), st.sampled_from([1, 2, 5, 10_000]))
def test_a_list_in_the_order_by_creation_is_complete_although_rows_come_and_go(
    count: int, cap: int, seed: int, first_page: int
) -> None:
    server = Simulated(count, "name", True, cap, ("-+", "", "~", "+", "-"), seed=seed)
    assert check(server, first_page=min(first_page, cap), largest=cap)


@thousands
@given(counts, st.sampled_from(["creation", "name"]), st.integers(1, 40), first_pages, st.booleans())
def test_a_capped_list_in_a_stable_order_is_complete(
    count: int, order: str, cap: int, first_page: int, orderable: bool
) -> None:
    assert check(Simulated(count, order, orderable, cap), first_page=first_page)


@thousands
@given(counts, caps, first_pages, st.integers(0, 70), st.none() | st.integers(0, 70), st.booleans())
def test_offset_and_limit_give_just_these_items(
    count: int, cap: int | None, first_page: int, offset: int, limit: int | None, orderable: bool
) -> None:
    server = Simulated(count, "creation", orderable, cap)
    end = None if limit is None else offset + limit
    assert run(server, first_page=first_page, offset=offset, limit=limit) == list(range(count))[offset:end]
