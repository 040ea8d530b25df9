"""Lists that follow a cursor: changes by their sequence, and events by their time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzzing import examples
from zgrpc._errors import IncompleteListError
from zgrpc._lists.cursor import cursor_list, event_list
from zgrpc._lists.steps import Answer, Ask, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

thousands = settings(max_examples=examples(500), deadline=None)


@dataclass(frozen=True)
class Event:
    """An event: its place in the server's order, which is not in the answer, and its time in microseconds."""

    place: int
    time: int


def run(kind: Any, answer: Callable[[Ask], list[Any]], **plan: Any) -> tuple[list[Any], int]:
    """The items of a list that `answer` gives, and how many requests it took."""
    steps = kind(Plan(max_bytes=10**9, **plan))
    items: list[Any] = []
    requests = 0
    got: Answer | None = None
    while True:
        try:
            step = steps.send(got)
        except StopIteration:
            return items, requests
        got = None
        if isinstance(step, Ask):
            requests += 1
            assert requests < 1_000, "the list does not end"
            rows = answer(step)
            got = Answer([rows], len(rows), 0, lambda: 1)
        else:
            items += step


def events_of(times: list[int]) -> list[Event]:
    return [Event(place, time) for place, time in enumerate(times)]


def serve(events: list[Event], cap: int, *, ascending: bool) -> Callable[[Ask], list[Event]]:
    """As ZITADEL does: sorted by position, filtered by time, exclusively, and capped."""

    def answer(ask: Ask) -> list[Event]:
        chosen = sorted(events, key=lambda event: event.place, reverse=ask.newest or not ascending)
        if ask.offset:
            chosen = [event for event in chosen if (event.time > ask.offset) == ascending and event.time != ask.offset]
        return chosen[: min(ask.limit, cap)]

    return answer


event_plan = {"identity": attrgetter("place"), "position": attrgetter("time")}


@thousands
@example(count=83, cap=17, ascending=True, seed=32)  # an event older than all that two answers would share
@given(count=st.integers(0, 200), cap=st.integers(16, 100), ascending=st.booleans(), seed=st.integers(0, 99))
def test_events_come_out_once_or_an_error_is_raised(count: int, cap: int, ascending: bool, seed: int) -> None:
    chance = random.Random(seed)
    times, now = [], 1_000
    for _ in range(count):  # some at the same time, and some a little out of order, as transactions overlap
        now += chance.choice([0, 0, 1, 5])
        times.append(now - chance.choice([0, 0, 0, 3]))
    events = events_of(times)
    try:
        found, _ = run(event_list, serve(events, cap, ascending=ascending), ascending=ascending, **event_plan)
    except IncompleteListError:
        assert cap < 64  # so many events lie in the time that two answers share
        return
    assert sorted(map(attrgetter("place"), found)) == list(range(count))


@pytest.mark.parametrize("ascending", [True, False])
def test_events_take_a_request_for_each_thousand_if_they_are_seconds_apart(ascending: bool) -> None:
    events = events_of([second * 1_000_000 for second in range(1, 4_001)])
    plan = {"first_page": 1_000, "ascending": ascending, **event_plan}
    found, requests = run(event_list, serve(events, 1_000, ascending=ascending), **plan)
    assert [event.place for event in found] == list(range(4_000))[:: 1 if ascending else -1]
    assert requests == (7 if ascending else 6)  # upwards, one is for the last event


def test_more_events_at_one_time_than_an_answer_holds_raise_an_error() -> None:
    events = events_of([5] * 3_000)
    with pytest.raises(IncompleteListError):
        run(event_list, serve(events, 1_000, ascending=True), ascending=True, **event_plan)


def test_a_server_that_ignores_the_time_of_events_raises_an_error() -> None:
    events = events_of(list(range(1, 3_001)))
    with pytest.raises(IncompleteListError):
        run(event_list, lambda ask: events[: min(ask.limit, 1_000)], ascending=True, **event_plan)


@pytest.mark.parametrize("limit", [0, 1, 999, 1_000, 1_001, 2_500])
def test_a_limit_gives_that_many_events(limit: int) -> None:
    events = events_of(list(range(1, 3_001)))
    found, _ = run(event_list, serve(events, 1_000, ascending=True), ascending=True, limit=limit, **event_plan)
    assert [event.place for event in found] == list(range(limit))


@thousands
@given(count=st.integers(0, 100), cap=st.integers(1, 100), page=st.integers(1, 100))
def test_changes_follow_their_sequence_to_the_end(count: int, cap: int, page: int) -> None:
    changes = [Event(number, number) for number in range(1, count + 1)]
    plan = {"identity": attrgetter("time"), "position": attrgetter("time"), "first_page": page}
    found, _ = run(
        cursor_list, lambda ask: [each for each in changes if each.time > ask.offset][: min(ask.limit, cap)], **plan
    )
    assert found == changes
