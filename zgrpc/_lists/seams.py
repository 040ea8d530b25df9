"""Fetch a capped list in chunks that are joined at seams, in the order by creation.

The server sorts by creation, ascending: additions come last, and nothing changes places. Each answer is a part of the
list without a gap, and two such parts adjoin if they share a row. So each chunk begins some rows before the end of the
previous one. Some of its rows must be known, in the known order. Then nothing lies between the two chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._lists.steps import Answer, Ask, Plan, Proof, ahead, ask_within, incomplete, most_requests

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from zgrpc._lists.known import Known

_SEAM = 20  # rows that two chunks share; if more are removed between two requests, one is repeated
_SETBACKS = 40  # successive chunks without a new row


def seams(plan: Plan, known: Known, size: int, first: tuple[Answer, int] | None) -> Proof:
    """Fetch a list in chunks of `size`; return False if the server does not keep the order.

    Args:
        plan: what is wanted.
        known: the items that the consumer has.
        size: the most items in an answer.
        first: the answer to an ordered first request, and its limit.

    Raises:
        IncompleteListError: the server counts more items than it returns, or the list grows as fast as it is read.
    """
    if size < 2:
        return False
    seam = min(_SEAM, size // 2)
    place: dict[Hashable, int] = {}  # the rows in order
    offset, reached, total, back, setbacks = plan.offset, plan.offset, 0, seam, 0
    requests, most, counted = 0, 1, False
    while setbacks <= _SETBACKS:
        requests += 1
        if requests > most:
            raise incomplete(plan, known, None)
        if first is None:
            offsets = ahead(plan, offset, size - seam, total)
            limit = size if offsets else min(size, _still_wanted(plan, known, size) + reached - offset)
            answer, smaller = yield from ask_within(plan, Ask(offset, limit, ordered=True, ahead=offsets))
            if smaller is not None:
                return False
        else:
            (answer, limit), first = first, None
        total = answer.total
        if requests == 1:
            most = most_requests(total, size - seam)
        parts = list(known.keyed(answer.parts))
        keys = [key for keys, _ in parts for key in keys]
        joined = sum(key in place for key in keys)
        if not joined and (place if answer.got else offset > plan.offset):  # a gap may lie before this chunk
            if offset == 0 == plan.offset:
                pass  # every known row was removed
            elif offset == plan.offset:
                return False
            else:
                setbacks += 1
                back *= 2
                offset = max(plan.offset, reached - back)
                continue
        if not _put(place, keys):
            return False
        news = answer.got - joined
        for keys, items in parts:
            yield known.add(keys, items)
        if known.full:
            return True
        reached = offset + answer.got
        if answer.got < limit and reached == total:
            # All rows were seen, unless one was removed before a later chunk that was answered earlier.
            if counted or len(place) >= reached - plan.offset:
                return len(place) >= reached - plan.offset
            counted = True
        if news and answer.got < limit and reached < total:  # a smaller cap than was known
            size = answer.got
            seam = min(_SEAM, size // 2)
            if not seam:
                return False
        if news:
            setbacks, back = 0, seam
        else:
            setbacks += 1
        if not news and answer.got < min(limit, size):  # the list ends here, and its total is wrong
            behind = yield Ask(reached, size, ordered=True)
            if not behind.got and behind.total > reached:
                raise incomplete(plan, known, behind.total)
            if place.keys() >= set(known.keys(behind.parts)):
                return True
        offset = max(plan.offset, reached - seam)
    return False


def _still_wanted(plan: Plan, known: Known, most: int) -> int:
    return most if plan.limit is None else plan.limit - len(known)


def _put(place: dict[Hashable, int], keys: Sequence[Hashable]) -> bool:
    """Add the rows of a chunk after the known ones; return False if the known ones come in another order.

    Chunks are requested ahead. So a row that was removed meanwhile may be in the second of two chunks and not in the
    first: then it is new, and lies between known rows.
    """
    known = [number for number, key in enumerate(keys) if key in place]
    last, end = -1, len(place)
    for number, key in enumerate(keys):
        at = place.get(key)
        if at is None:
            place[key] = last if known and number < known[-1] else end + number
        elif at < last:
            return False
        else:
            last = at
    return True
