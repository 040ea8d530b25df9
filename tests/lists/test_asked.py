"""The requests of a list, one by one: no more than the proof of completeness needs."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pytest

from tests.lists.scripted import Script, answer, ask, plan, trace
from tests.lists.simulated import Simulated
from zgrpc._errors import IncompleteListError
from zgrpc._lists.cursor import cursor_list, event_list
from zgrpc._lists.steps import Answer, Ask, Plan, ahead, most_requests, size_of
from zgrpc._lists.whole import unpaged_list


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
            (9, {"expected": 2**32}, [ask(0, 2**32 - 1)]),
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
         ({"limit": 9}, [0, 1, 2, 3]), ({"offset": 4}, []), ({"offset": 1, "limit": 1}, [1])],
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


def test_a_plan_does_not_change_while_a_list_is_fetched() -> None:
    with pytest.raises(FrozenInstanceError):
        plan().limit = 5  # type: ignore[misc]  # frozen


def test_a_list_may_take_twice_its_requests_and_fifty_more() -> None:
    assert most_requests(1000, 10) == 250
    assert most_requests(5, 10) == 50


class Row:
    """A message as far as its size goes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.measured = False

    def ByteSize(self) -> int:  # noqa: N802 - protobuf's name
        self.measured = True
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
        found, _ = self.of([Row(0)] * 480 + [Row(200)] * 480, 1000, 10**9)
        assert found == pytest.approx(104_000, rel=0.05)

    def test_a_sample_has_sixteen_rows(self) -> None:
        rows = [Row(1), *(Row(0) for _ in range(959))]
        assert self.of(rows, 1001, 10**9) == ((16 * 4 + 1) * 1001 // 16, False)
        assert sum(row.measured for row in rows) == 16

    def test_a_size_is_a_whole_number_of_bytes(self) -> None:
        assert self.of([Row(9)] * 2, 3, 10**9, size=7) == (10, True)

    def test_a_size_near_the_limit_is_measured_exactly(self) -> None:
        assert self.of([Row(96)] * 1000, 2000, 400_001) == (200_000, False)
        assert self.of([Row(96)] * 1000, 2000, 400_000) == (15_554, True)
        assert self.of([Row(96)] * 1000, 2000, 399_999) == (15_554, True)

    def test_few_rows_are_measured_exactly(self) -> None:
        assert self.of([Row(96)] * 32, 64, 10**9) == (15_554, True)
        assert self.of([Row(96)] * 33, 66, 10**9)[1] is False

    def test_the_sample_is_of_the_first_part(self) -> None:
        parts = [[Row(100)] * 1000, [Row(0)]]
        assert size_of(Answer(parts, 1001, 0, lambda: 7_777), 2000, 10**9) == 2000 * (100 + 4)

    def test_an_empty_answer_has_no_size(self) -> None:
        assert size_of(Answer([], 0, 0, lambda: 5), 10, 100) == 0
        assert size_of(Answer([[]], 0, 0, lambda: 5), 10, 100) == 0


def change(number: int) -> Any:
    return SimpleNamespace(number=number)


NEWEST = Ask(0, 1, newest=True)
numbered = {"identity": attrgetter("number"), "position": attrgetter("number")}


def behind(rows: list[Any]) -> Any:
    """A server of changes: those behind the cursor, up to the limit."""
    return lambda ask: answer([row for row in rows if row.number > ask.offset][: ask.limit], 0)


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

    @pytest.mark.parametrize(
        ("answers", "asked"),
        [
            ([[]], [ask(0, 3)]),
            ([[1, 2], []], [ask(0, 3), ask(2, 1000)]),
            # The last one is asked for after the second answer: it is in that answer, or comes in a later one.
            ([[1, 2, 3], [4, 5], [5]], [ask(0, 3), ask(3, 1000), NEWEST]),
            ([[1, 2, 3], [4, 5], [8], [6, 7, 8]], [ask(0, 3), ask(3, 1000), NEWEST, ask(5, 1000)]),
            ([[1, 2, 3], [4, 5], [7], [6], [7, 8]], [ask(0, 3), ask(3, 1000), NEWEST, ask(5, 1000), ask(6, 1000)]),
            # Without one, and with one that is no later than those that came, an empty answer ends the list.
            ([[1, 2, 3], [4, 5], [], [6], []], [ask(0, 3), ask(3, 1000), NEWEST, ask(5, 1000), ask(6, 1000)]),
            ([[1, 2, 3], [4, 5], [1], [6], []], [ask(0, 3), ask(3, 1000), NEWEST, ask(5, 1000), ask(6, 1000)]),
            # The server ignores the limit of 1.
            ([[1, 2, 3], [4, 5], [8, 7, 6, 5], [6, 7], [8]],
             [ask(0, 3), ask(3, 1000), NEWEST, ask(5, 1000), ask(7, 1000)]),
        ],
    )  # fmt: skip
    def test_upwards_changes_end_at_what_was_the_last_one_after_the_second_answer(
        self, answers: list[list[int]], asked: list[Ask]
    ) -> None:
        script = Script(*(answer(map(change, numbers), 0) for numbers in answers))
        items, found = trace(script, cursor_list, first_page=3, ascending=True, **numbered)
        assert [item.number for item in items] == list(range(1, len(items) + 1))
        assert found == asked

    def test_a_known_change_is_no_last_one_whatever_its_identity(self) -> None:
        answers = [[event(9, 1), event(2, 2)], [event(3, 3)], [event(9, 1)], [event(4, 4)], []]
        script = Script(*(answer(rows, 0) for rows in answers))
        items, _ = trace(script, cursor_list, first_page=2, ascending=True, **timed)
        assert [item.time for item in items] == [1, 2, 3, 4]

    @pytest.mark.parametrize("limit", [4, 5])
    def test_upwards_the_last_change_is_not_asked_for_if_the_limit_is_reached(self, limit: int) -> None:
        rows = [change(number) for number in range(1, 9)]
        items, found = trace(behind(rows), cursor_list, first_page=3, ascending=True, limit=limit, **numbered)
        assert items == rows[:limit]
        assert found == [ask(0, 3), ask(3, limit - 3)]

    def test_downwards_changes_after_a_short_answer_end_with_an_empty_one(self) -> None:
        answers = [[9, 8, 7], [6, 5], [4, 3, 2], []]
        script = Script(*(answer(map(change, numbers), 0) for numbers in answers))
        items, found = trace(script, cursor_list, first_page=3, **numbered)
        assert [item.number for item in items] == [9, 8, 7, 6, 5, 4, 3, 2]
        assert found == [ask(0, 3), ask(7, 1000), ask(5, 1000), ask(2, 1000)]

    def test_changes_that_come_again_raise_an_error(self) -> None:
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda _: answer(map(change, [1, 2]), 0), cursor_list, **numbered)
        assert (caught.value.received, caught.value.total) == (2, None)


def event(place: int, time: int) -> Any:
    return SimpleNamespace(place=place, time=time)


timed = {"identity": attrgetter("place"), "position": attrgetter("time")}


def since(rows: list[Any], *, ascending: bool = True) -> Any:
    """A server of events: those after a time (or before it), in the order of their places."""

    def serve(ask: Ask) -> Answer:
        rows_of = rows if ascending and not ask.newest else rows[::-1]
        if ask.offset:
            rows_of = [row for row in rows_of if (row.time > ask.offset if ascending else row.time < ask.offset)]
        return answer(rows_of[: ask.limit], 0)

    return serve


class TestEvents:
    """A list that goes on at the time of its last events."""

    @pytest.mark.parametrize(
        ("count", "plan", "asked"),
        [
            (0, {}, [ask(0, 1000)]),
            # Two answers share half of what came, or one event, if all are within 10 seconds.
            (60, {"first_page": 50}, [ask(0, 50), ask(25, 1000), NEWEST, ask(43, 1000)]),
            (12, {"first_page": 10}, [ask(0, 10), ask(5, 1000), NEWEST, ask(9, 1000)]),
            (4, {"first_page": 1}, [ask(0, 1), ask(0, 1000), NEWEST, ask(2, 1000)]),
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

    def test_as_many_as_ever_and_nothing_new_lead_to_a_look_behind_the_last_event(self) -> None:
        rows = [event(1, 6), event(2, 5)]
        script = Script(answer(rows, 0), answer(rows, 0), answer([], 0))
        items, found = trace(script, event_list, first_page=9, ascending=True, **timed)
        assert items == rows
        assert found == [ask(0, 9), ask(4, 1000), ask(5, 1000)]

    def test_more_than_ever_and_nothing_new_end_the_list(self) -> None:
        first, late = [event(1, 10), event(2, 20), event(3, 30)], [event(4, 40), event(5, 5)]
        script = Script(answer(first, 0), answer([first[-1], *late], 0), answer([], 0), answer([*first, *late], 0))
        items, found = trace(script, event_list, first_page=9, ascending=True, **timed)
        assert items == [*first, *late]
        assert found == [ask(0, 9), ask(29, 1000), NEWEST, ask(4, 1000)]

    def test_a_full_answer_with_nothing_new_raises_an_error(self) -> None:
        rows = [event(number, 5) for number in range(1_500)]
        with pytest.raises(IncompleteListError):
            trace(Script(answer(rows, 0), answer(rows[-1_000:], 0)), event_list, first_page=2_000, **timed)
        with pytest.raises(IncompleteListError):  # from a server that ignores the limit
            trace(Script(answer(rows, 0), answer(rows[-1_200:], 0)), event_list, first_page=2_000, **timed)
        items, _ = trace(Script(answer(rows, 0), answer(rows[-999:], 0)), event_list, first_page=2_000, **timed)
        assert items == rows

    def test_upwards_events_end_when_what_was_the_last_one_comes_again(self) -> None:
        rows = [event(number, number) for number in range(1, 100)]
        script = Script(
            answer(rows[:50], 0), answer(rows[25:60], 0), answer([rows[89]], 0),  # the last one after two answers
            answer(rows[50:80], 0), answer(rows[70:95], 0), answer(rows[85:95], 0),
        )  # fmt: skip
        items, found = trace(script, event_list, first_page=50, ascending=True, **timed)
        assert items == rows[:90]
        assert found == [ask(0, 50), ask(25, 1000), NEWEST, ask(43, 1000), ask(65, 1000), ask(80, 1000)]

    def test_upwards_events_end_at_the_last_one_of_the_second_answer_if_none_came_since(self) -> None:
        rows = [event(number, number) for number in range(1, 7)]
        script = Script(answer(rows[:3], 0), answer(rows[1:5], 0), answer([rows[4]], 0), answer(rows[3:], 0))
        items, _ = trace(script, event_list, first_page=3, ascending=True, **timed)
        assert items == rows[:5]

    def test_an_event_that_comes_late_before_the_last_one_is_part_of_the_list(self) -> None:
        rows = [event(number, number) for number in range(1, 21)]
        late = event(21, 18)
        script = Script(
            answer(rows[:10], 0), answer(rows[5:], 0), answer([rows[19]], 0),
            answer([*rows[14:19], late, rows[19]], 0), answer([*rows[16:19], late, rows[19]], 0),
        )  # fmt: skip
        items, _ = trace(script, event_list, first_page=10, ascending=True, **timed)
        assert items == [*rows, late]

    @pytest.mark.parametrize("limit", [51, 60])
    def test_upwards_the_last_event_is_not_asked_for_if_the_limit_is_reached(self, limit: int) -> None:
        rows = [event(number, number) for number in range(1, 91)]
        items, found = trace(since(rows), event_list, first_page=50, ascending=True, limit=limit, **timed)
        assert items == rows[:limit]
        assert found == [ask(0, 50), ask(25, 1000)]

    def test_a_shorter_answer_with_nothing_new_ends_the_list(self) -> None:
        rows = [event(1, 5), event(2, 5), event(3, 5)]
        items, found = trace(Script(answer(rows, 0), answer(rows[1:], 0)), event_list, first_page=9, ascending=True,
                             **timed)  # fmt: skip
        assert items == rows
        assert len(found) == 2
