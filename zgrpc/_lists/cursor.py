"""Fetch a list that follows a cursor: changes by their sequence, events by their time.

In ascending order, new items come at the end, perhaps as fast as they are read. So a list that needs a second answer
ends at the item that is the last one then.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from zgrpc._lists.known import Known
from zgrpc._lists.steps import FIRST_PAGE, Answer, Ask, Plan, Steps, incomplete

if TYPE_CHECKING:
    from collections.abc import Generator, Hashable, Sequence

_SEAM = 20  # the least events that two answers share
_LATE = 10_000_000  # microseconds: a transaction that took so long has events before others that were created later


def cursor_list(plan: Plan) -> Steps:
    """Fetch a change list: continue after the last sequence until nothing is left.

    `plan.offset` is the sequence after which to begin. A short answer does not end the list: the
    server may cap it.

    Raises:
        IncompleteListError: the server does not continue after the sequence.
    """
    known = Known(plan.identity, plan.limit)
    cursor, page = plan.offset, plan.first_page
    last: list[Hashable] | None = None
    while not known.full:
        limit = page if plan.limit is None else min(page, plan.limit - len(known))
        answer = yield Ask(cursor, limit)
        items = [item for part in answer.parts for item in part if plan.position(item) != cursor]
        if not items:
            return
        keys = known.keys([items])
        if known.has_any(keys):  # even if changes came since, so that there is something new each time
            raise incomplete(plan, known, None)
        yield known.add(keys, items)
        if plan.ascending and cursor != plan.offset and last is None and not known.full:
            last = yield from _newest(known, keys[-1])
        if last and known.has_any(last):
            return
        cursor, page = plan.position(items[-1]), FIRST_PAGE["cursor"]


def _newest(known: Known, reached: Hashable) -> Generator[Ask | Sequence[object], Answer, list[Hashable]]:
    """Return the key of the item that is the last one now; no key if the server does not turn the list around.

    Args:
        known: the items so far.
        reached: the key of the last of them.
    """
    answer = yield Ask(0, 1, newest=True)
    keys = known.keys([[item for part in answer.parts for item in part][:1]])
    return [key for key in keys if key == reached or not known.has_any([key])]


def event_list(plan: Plan) -> Steps:
    """Fetch the list of events: continue at the time of the last ones until nothing is left.

    The server sorts events by its position, which is not in the answer, and filters by time. Several events may have
    the same time, and an event may stand behind events that are younger. So each request begins before the last events:
    at least 20 events and 10 seconds, but at most half an answer, or more if events were seen so far out of order.
    The last event must be in the next answer again.

    Raises:
        IncompleteListError: an answer lacks the event that it must repeat, is full and brings nothing new, or is too
            short for how far its events are out of order.
    """
    known = Known(plan.identity, plan.limit)
    seen: set[Hashable] = set()
    step = 1 if plan.ascending else -1
    cursor, page, largest, disorder = plan.offset, plan.first_page, 0, 0
    shared, last = None, None
    while not known.full:
        limit = page if plan.limit is None or shared is not None else min(page, plan.limit)
        answer = yield Ask(cursor, limit)
        items = [item for part in answer.parts for item in part]
        keys = known.keys([items])
        if shared is not None and shared not in keys:
            raise incomplete(plan, known, None)
        if last and last[0] in keys:  # what comes after it was not there at the start
            end = keys.index(last[0]) + 1
            keys, items = keys[:end], items[:end]
            if seen.issuperset(keys):
                return
        if seen.issuperset(keys):
            if items and answer.got == largest:
                # As many as ever, and nothing new: the answer may have been cut before the new events.
                behind = yield Ask(plan.position(items[-1]), limit)
                if len(seen) > answer.got or behind.got >= largest or not seen.issuperset(known.keys(behind.parts)):
                    raise incomplete(plan, known, None)
            if answer.got >= limit and items:
                raise incomplete(plan, known, None)
            return
        largest = max(largest, answer.got)
        yield known.add(keys, items)
        if plan.ascending and shared is not None and last is None and not known.full:
            last = yield from _newest(known, keys[-1])
        seen.update(keys)
        shared, page = keys[-1], FIRST_PAGE["events"]
        times = [step * plan.position(item) for item in items]
        disorder = max(disorder, *(highest - time for highest, time in zip(accumulate(times, max), times, strict=True)))
        begin = _seam(times, disorder)
        if begin is not None:  # else the same request shows whether there is more
            cursor = step * begin - step


def _seam(times: list[int], disorder: int) -> int | None:
    """Return the time at which the next answer begins; None if the events are too far out of order.

    Args:
        times: The times of an answer, in its order. They rise, except those of some events.
        disorder: How far any event was below the highest time before it.
    """
    newest = max(times)
    oldest = list(accumulate(reversed(times), min))  # of the last event, of the last two, and so on
    half = max(1, len(times) // 2)
    count = next((n for n in range(min(_SEAM, half), half) if oldest[n - 1] <= newest - _LATE), half)
    return next((time for time in oldest[count - 1 :] if time <= newest - disorder), None)
