"""The requests of a list, one by one: no more than the proof of completeness needs."""

from __future__ import annotations

from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pytest

from tests.lists.simulated import Simulated
from zgrpc._errors import IncompleteListError
from zgrpc._lists.cursor import cursor_list, event_list
from zgrpc._lists.steps import Answer, Ask, Plan, ahead, most_requests, size_of
from zgrpc._lists.whole import offset_list, unpaged_list


def ask(offset: int, limit: int, *later: int, ordered: bool = False) -> Ask:
    return Ask(offset, limit, ordered, later)


def in_order(offset: int, limit: int, *later: int) -> Ask:
    return ask(offset, limit, *later, ordered=True)


def trace(serve: Any, kind: Any = offset_list, **plan: Any) -> tuple[list[Any], list[Ask]]:
    """The items of a list, and what was asked; `serve` makes an answer, or an error to raise, of each request."""
    steps = kind(Plan(**{"max_bytes": 10**9, "identity": lambda item: item, **plan}))
    items: list[Any] = []
    asked: list[Ask] = []
    got: Any = None
    while True:
        try:
            step = steps.throw(got) if isinstance(got, Exception) else steps.send(got)
        except StopIteration:
            return items, asked
        got = None
        if isinstance(step, Ask):
            asked.append(step)
            got = serve(step)
        else:
            items += step


def answer(rows: Any, total: int) -> Answer:
    rows = list(rows)
    return Answer([rows], len(rows), total, lambda: 100 * len(rows))


class Script:
    """Gives scripted answers in turn."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)

    def __call__(self, _: Ask) -> Any:
        return self._answers.pop(0)

    @property
    def left(self) -> int:
        return len(self._answers)


class TestSeams:
    """Chunks in the order by creation, each of which begins before the end of the one before."""

    @pytest.mark.parametrize(
        ("count", "cap", "plan", "asked"),
        [
            # Two chunks share 20 rows; a full last chunk takes a look behind it.
            (100, 40, {}, [in_order(0, 40), in_order(20, 40, 40, 60, 80), in_order(40, 40, 60, 80),
                           in_order(60, 40, 80), in_order(80, 40)]),
            # A small cap leaves half of it for the shared rows.
            (35, 10, {}, [in_order(0, 10), in_order(5, 10, 10, 15, 20), in_order(10, 10, 15, 20, 25),
                          in_order(15, 10, 20, 25, 30), in_order(20, 10, 25, 30), in_order(25, 10, 30),
                          in_order(30, 10)]),
            (8, 3, {}, [in_order(0, 3), in_order(2, 3, 4, 6), in_order(4, 3, 6), in_order(6, 3)]),
            (4, 2, {}, [in_order(0, 2), in_order(1, 2, 2, 3), in_order(2, 2, 3), in_order(3, 2)]),
            (100, 40, {"limit": 50}, [in_order(0, 40), in_order(20, 40, 40)]),
            (100, 40, {"limit": 41}, [in_order(0, 40), in_order(20, 40, 40)]),
            (100, 40, {"offset": 30}, [in_order(30, 40), in_order(50, 40, 70, 90), in_order(70, 40, 90)]),
            (100, 40, {"offset": 30, "limit": 50}, [in_order(30, 40), in_order(50, 40, 70)]),
            (100, 40, {"offset": 95}, [in_order(95, 40)]),
        ],
    )  # fmt: skip
    def test_chunks_overlap_and_are_prefetched(
        self, count: int, cap: int, plan: dict[str, int], asked: list[Ask]
    ) -> None:
        server = Simulated(count, "name", True, cap)
        items, found = trace(server.answer, largest=cap, first_page=cap, orderable=True, **plan)
        begin = plan.get("offset", 0)
        assert items == list(range(count))[begin : begin + plan.get("limit", count)]
        assert found == asked

    def test_a_smaller_cap_than_was_known_takes_smaller_chunks(self) -> None:
        server = Simulated(100, "name", True, 30)
        items, found = trace(server.answer, largest=40, first_page=40, orderable=True)
        assert items == list(range(100))
        assert found == [
            in_order(0, 40), in_order(15, 30, 30, 45, 60), in_order(30, 30, 45, 60, 75), in_order(45, 30, 60, 75, 90),
            in_order(60, 30, 75, 90), in_order(75, 30, 90),
        ]  # fmt: skip

    def test_a_cap_that_was_found_leads_to_ordered_chunks(self) -> None:
        server = Simulated(60, "name", True, 40)
        items, found = trace(server.answer, first_page=50, orderable=True)
        assert sorted(items) == list(range(60))
        assert found == [
            ask(0, 50), ask(0, 10_060), ask(40, 40), in_order(0, 40), in_order(20, 40, 40), in_order(40, 40),
        ]  # fmt: skip


class TestPasses:
    """Chunks in no dependable order, until two passes agree."""

    @pytest.mark.parametrize(
        ("plan", "asked"),
        [
            ({}, [ask(0, 40), ask(40, 40, 80), ask(80, 40), ask(0, 33), ask(33, 33, 66, 99), ask(66, 33, 99),
                  ask(99, 33)]),
            ({"offset": 10}, [ask(10, 40), ask(50, 40, 90), ask(90, 40), ask(10, 33), ask(43, 33, 76), ask(76, 33)]),
            ({"limit": 50}, [ask(0, 40), ask(40, 40)]),
            ({"offset": 10, "limit": 50}, [ask(10, 40), ask(50, 40)]),
        ],
    )  # fmt: skip
    def test_two_passes_in_a_stable_order_prove_a_list(self, plan: dict[str, int], asked: list[Ask]) -> None:
        items, found = trace(Simulated(100, cap=40).answer, largest=40, first_page=40, **plan)
        begin = plan.get("offset", 0)
        assert items == list(range(100))[begin : begin + plan.get("limit", 100)]
        assert found == asked


class TestWhole:
    """Everything in one answer."""

    @pytest.mark.parametrize(
        ("count", "plan", "asked"),
        [
            (250, {"first_page": 100}, [ask(0, 100), ask(0, 10_250)]),
            (25_000, {}, [ask(0, 10_000), ask(0, 50_000)]),
            (10_000, {}, [ask(0, 10_000), ask(0, 20_000)]),
            (9_999, {}, [ask(0, 10_000)]),
            (250, {"first_page": 100, "limit": 150}, [ask(0, 100), ask(0, 150)]),
            (250, {"first_page": 100, "limit": 100}, [ask(0, 100)]),
            (250, {"first_page": 100, "limit": 101}, [ask(0, 100), ask(0, 101)]),
            (250, {"first_page": 100, "offset": 50}, [ask(50, 100), ask(50, 10_250)]),
            (250, {"first_page": 100, "offset": 200}, [ask(200, 100)]),
            (250, {"first_page": 100, "offset": 250}, [ask(250, 100)]),
            (250, {"first_page": 100, "offset": 300}, [ask(300, 100)]),
            (250, {"limit": 0}, []),
            (0, {}, [ask(0, 10_000)]),
            # The expected size takes the place of the first page.
            (12_000, {"expected": 12_000}, [ask(0, 24_000)]),
            (12_000, {"expected": 100}, [ask(0, 10_100)]),
            (12_000, {"expected": 0}, [ask(0, 10_000), ask(0, 24_000)]),
            (12_000, {"expected": 12_000, "limit": 11_000}, [ask(0, 11_000)]),
            (12_000, {"expected": 12_000, "limit": 10_000}, [ask(0, 10_000)]),
        ],
    )  # fmt: skip
    def test_a_list_takes_one_request_or_one_more_for_everything(
        self, count: int, plan: dict[str, int], asked: list[Ask]
    ) -> None:
        if count == 12_000 and plan.get("expected") == 100:
            asked = [*asked, ask(0, 24_000)]
        items, found = trace(Simulated(count).answer, **plan)
        begin = plan.get("offset", 0)
        assert items == list(range(count))[begin : begin + plan.get("limit", count)]
        assert found == asked

    @pytest.mark.parametrize(
        ("plan", "given"),
        [({}, [0, 1, 2, 3]), ({"offset": 1}, [1, 2, 3]), ({"limit": 2}, [0, 1]), ({"offset": 1, "limit": 2}, [1, 2]),
         ({"limit": 9}, [0, 1, 2, 3]), ({"offset": 4}, [])],
    )  # fmt: skip
    def test_an_unpaged_list_is_cut_by_the_client(self, plan: dict[str, int], given: list[int]) -> None:
        assert trace(lambda _: answer(range(4), 0), unpaged_list, **plan) == (given, [ask(0, 0)])

    def test_an_unpaged_list_of_nothing_is_not_asked_for(self) -> None:
        assert trace(Script(), unpaged_list, limit=0) == ([], [])


def test_prefetching_ends_with_the_list_and_its_limit() -> None:
    def offsets(begin: int, step: int, total: int, **plan: Any) -> tuple[int, ...]:
        return ahead(Plan(max_bytes=1, identity=str, **plan), begin, step, total)

    assert offsets(0, 10, 1000) == (10, 20, 30)
    assert offsets(0, 10, 30) == (10, 20)
    assert offsets(0, 10, 31) == (10, 20, 30)
    assert offsets(50, 10, 1000, offset=50, limit=20) == (60,)
    assert offsets(50, 10, 1000, offset=50, limit=21) == (60, 70)
    assert offsets(0, 10, 5) == ()


def test_a_list_may_take_twice_its_requests_and_fifty_more() -> None:
    assert most_requests(1000, 10) == 250
    assert most_requests(5, 10) == 50


class Row:
    """A message as far as its size goes."""

    def __init__(self, size: int) -> None:
        self.size = size

    def ByteSize(self) -> int:  # noqa: N802 - protobuf's name
        return self.size


class TestSize:
    """How large an answer is expected to be."""

    def of(self, rows: list[Row], wanted: int, most: int, size: int = 7_777) -> tuple[int, bool]:
        measured: list[int] = []

        def measure() -> int:
            measured.append(size)
            return size

        found = size_of(Answer([rows], len(rows), 0, measure), wanted, most)
        return found, bool(measured)

    def test_many_rows_are_measured_by_every_nth_of_them(self) -> None:
        assert self.of([Row(96)] * 1000, 2000, 10**9) == (200_000, False)

    def test_the_sample_covers_all_rows(self) -> None:
        found, _ = self.of([Row(0)] * 500 + [Row(200)] * 500, 1000, 10**9)
        assert found == pytest.approx(104_000, rel=0.05)

    def test_a_size_near_the_limit_is_measured_exactly(self) -> None:
        assert self.of([Row(96)] * 1000, 2000, 400_001) == (200_000, False)
        assert self.of([Row(96)] * 1000, 2000, 400_000) == (15_554, True)

    def test_few_rows_are_measured_exactly(self) -> None:
        assert self.of([Row(96)] * 100, 200, 10**9) == (15_554, True)
        assert self.of([Row(96)] * 101, 202, 10**9)[1] is False

    def test_an_empty_answer_has_no_size(self) -> None:
        assert size_of(Answer([], 0, 0, lambda: 5), 10, 100) == 0
        assert size_of(Answer([[]], 0, 0, lambda: 5), 10, 100) == 0


def change(number: int) -> Any:
    return SimpleNamespace(number=number)


numbered = {"identity": attrgetter("number"), "position": attrgetter("number")}


def behind(rows: list[Any], cap: int = 10**6) -> Any:
    """A server of changes: those behind the cursor, up to the limit and its cap."""
    return lambda ask: answer([row for row in rows if row.number > ask.offset][: min(ask.limit, cap)], 0)


class TestChanges:
    """A list that goes on behind its last sequence."""

    @pytest.mark.parametrize(
        ("count", "plan", "asked"),
        [
            (0, {}, [ask(0, 1000)]),
            (7, {"first_page": 3}, [ask(0, 3), ask(3, 1000), ask(7, 1000)]),
            (7, {"first_page": 3, "limit": 2}, [ask(0, 2)]),
            (7, {"first_page": 3, "limit": 3}, [ask(0, 3)]),
            (7, {"first_page": 3, "limit": 5}, [ask(0, 3), ask(3, 2)]),
            (7, {"first_page": 3, "limit": 9}, [ask(0, 3), ask(3, 6), ask(7, 2)]),
            (7, {"first_page": 3, "limit": 0}, []),
            (7, {"first_page": 3, "offset": 5}, [ask(5, 3), ask(7, 1000)]),
        ],
    )  # fmt: skip
    def test_each_request_goes_on_behind_the_last_change(
        self, count: int, plan: dict[str, int], asked: list[Ask]
    ) -> None:
        rows = [change(number) for number in range(1, count + 1)]
        items, found = trace(behind(rows), cursor_list, **{"first_page": 1000, **numbered, **plan})
        begin = plan.get("offset", 0)
        assert items == rows[begin : begin + plan.get("limit", count)]
        assert found == asked

    def test_a_change_at_the_cursor_is_left_out(self) -> None:
        script = Script(answer([change(5), change(6)], 0), answer([change(6)], 0))
        items, found = trace(script, cursor_list, first_page=2, offset=5, **numbered)
        assert [item.number for item in items] == [6]
        assert found == [ask(5, 2), ask(6, 1000)]

    def test_changes_that_come_again_raise_an_error(self) -> None:
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda _: answer(map(change, [1, 2]), 0), cursor_list, **numbered)
        assert (caught.value.received, caught.value.total) == (2, None)


def event(place: int, time: int) -> Any:
    return SimpleNamespace(place=place, time=time)


timed = {"identity": attrgetter("place"), "position": attrgetter("time")}


def since(rows: list[Any], cap: int = 10**6, *, ascending: bool = True) -> Any:
    """A server of events: those after a time (or before it), in the order of their places."""

    def serve(ask: Ask) -> Answer:
        rows_of = rows if ascending else rows[::-1]
        if ask.offset:
            rows_of = [row for row in rows_of if (row.time > ask.offset if ascending else row.time < ask.offset)]
        return answer(rows_of[: min(ask.limit, cap)], 0)

    return serve


class TestEvents:
    """A list that goes on at the time of its last events."""

    @pytest.mark.parametrize(
        ("count", "plan", "asked"),
        [
            (0, {}, [ask(0, 1000)]),
            # Two answers share half of what came, or one event, if all are within 10 seconds.
            (60, {"first_page": 50}, [ask(0, 50), ask(25, 1000), ask(43, 1000)]),
            (12, {"first_page": 10}, [ask(0, 10), ask(5, 1000), ask(9, 1000)]),
            (4, {"first_page": 1}, [ask(0, 1), ask(0, 1000), ask(2, 1000)]),
            (3, {"first_page": 3}, [ask(0, 3), ask(2, 1000)]),
            (60, {"first_page": 50, "limit": 40}, [ask(0, 40)]),
            (60, {"first_page": 50, "limit": 55}, [ask(0, 50), ask(25, 1000)]),
            (60, {"first_page": 50, "offset": 20}, [ask(20, 50), ask(40, 1000)]),
        ],
    )  # fmt: skip
    def test_each_request_begins_before_the_last_events(
        self, count: int, plan: dict[str, int], asked: list[Ask]
    ) -> None:
        rows = [event(number, number) for number in range(1, count + 1)]
        items, found = trace(since(rows), event_list, **{"first_page": 1000, "ascending": True, **timed, **plan})
        begin = plan.get("offset", 0)
        assert items == rows[begin : begin + plan.get("limit", count)]
        assert found == asked

    @pytest.mark.parametrize(("apart", "shared"), [(1_000_000, 20), (400_000, 26), (250_000, 30)])
    def test_two_requests_share_20_events_and_10_seconds_but_at_most_half_an_answer(
        self, apart: int, shared: int
    ) -> None:
        rows = [event(number, number * apart) for number in range(1, 71)]
        items, found = trace(since(rows), event_list, first_page=60, ascending=True, **timed)
        assert items == rows
        assert found[1] == ask((61 - shared) * apart - 1, 1000)

    def test_downwards_each_request_begins_after_the_last_events(self) -> None:
        rows = [event(number, number) for number in range(1, 61)]
        items, found = trace(since(rows, ascending=False), event_list, first_page=50, **timed)
        assert items == rows[::-1]
        assert found == [ask(0, 50), ask(36, 1000), ask(18, 1000)]

    def test_simultaneous_events_are_complete_if_no_later_event_follows(self) -> None:
        rows = [event(number, 5) for number in range(4)]
        items, found = trace(since(rows), event_list, first_page=1000, ascending=True, **timed)
        assert items == rows
        assert found == [ask(0, 1000), ask(4, 1000), ask(5, 1000)]

    @pytest.mark.parametrize(
        "answers",
        [
            # The last event of the first answer is not in the second.
            [[event(1, 5), event(2, 6)], [event(3, 7)]],
            # As many as before, of which none is new, although more were seen before: the answer was cut.
            [[event(1, 1), event(2, 5), event(3, 5)], [event(2, 5), event(3, 5), event(4, 5)],
             [event(2, 5), event(4, 5), event(3, 5)], []],
            # The same again, whatever the time.
            [[event(1, 5), event(2, 5)], [event(1, 5), event(2, 5)], [event(1, 5), event(2, 5)]],
            # As many as before, of which none is new, and something new behind them.
            [[event(1, 5), event(2, 5)], [event(1, 5), event(2, 5)], [event(3, 6)]],
        ],
    )  # fmt: skip
    def test_answers_that_may_have_been_cut_raise_an_error(self, answers: list[list[Any]]) -> None:
        script = Script(*(answer(rows, 0) for rows in answers))
        with pytest.raises(IncompleteListError) as caught:
            trace(script, event_list, first_page=1000, ascending=True, **timed)
        assert caught.value.total is None

    def test_a_full_answer_with_nothing_new_raises_an_error(self) -> None:
        rows = [event(number, 5) for number in range(1_500)]
        with pytest.raises(IncompleteListError):
            trace(Script(answer(rows, 0), answer(rows[-1_000:], 0)), event_list, first_page=2_000, **timed)
        items, _ = trace(Script(answer(rows, 0), answer(rows[-999:], 0)), event_list, first_page=2_000, **timed)
        assert items == rows

    def test_a_shorter_answer_with_nothing_new_ends_the_list(self) -> None:
        rows = [event(1, 5), event(2, 5), event(3, 5)]
        items, found = trace(Script(answer(rows, 0), answer(rows[1:], 0)), event_list, first_page=9, ascending=True,
                             **timed)  # fmt: skip
        assert items == rows
        assert len(found) == 2
