"""Fetch a capped list in chunks that are joined at seams, in the order by creation.

The server sorts by creation, ascending: additions come last, and nothing changes places. Each answer is a part of the
list without a gap, and two such parts adjoin if they share a row. So each chunk begins some rows before the end of the
previous one. Some of its rows must be known, in the known order. Then nothing lies between the two chunks.
"""

from __future__ import annotations

from itertools import pairwise
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
        ListTooLargeError: an answer is larger than the receive limit.
        IncompleteListError: the server counts more items than it returns, or the list grows as fast as it is read.
    """
    place: dict[Hashable, int] = {}  # the rows in order
    offset = reached = total = end = plan.offset
    seam, setbacks, counted = _overlap(size), 0, False
    left: int | None = None  # requests
    while seam and setbacks <= _SETBACKS:
        if left == 0:
            raise incomplete(plan, known, None)
        if first is None:
            offsets, limit = ahead(plan, offset, size - seam, total, seam), size
            answer, _ = yield from ask_within(plan, Ask(offset, limit, ordered=True, ahead=offsets))
        else:
            (answer, limit), first = first, None
        total = answer.total
        left = most_requests(total, size - seam) if left is None else left - 1
        parts = list(known.keyed(answer.parts))
        keys = [key for keys, _ in parts for key in keys]
        joins, news = any(key in place for key in keys), any(key not in place for key in keys)
        begins = offset == plan.offset
        if not joins and (place if answer.got else not begins):  # a gap may lie before this chunk
            if not begins:
                setbacks += 1
                offset = max(plan.offset, reached - (seam << setbacks))
                continue
            if plan.offset:
                return False
            # Every known row was removed.
        if not _put(place, keys, end):
            return False
        end += answer.got
        for keys, items in parts:
            yield known.add(keys, items)
        if known.full:
            return True
        reached = offset + answer.got
        setbacks = 0 if news else setbacks + 1
        if answer.got < limit:
            if reached == total:
                # All rows were seen, unless one was removed before a later chunk that was answered earlier.
                if len(place) >= reached - plan.offset:
                    return True
                if counted:
                    return False
                counted = True
            elif not news and not (behind := (yield Ask(reached, size, ordered=True))).got:
                if behind.total > reached:
                    raise incomplete(plan, known, behind.total)
                return True  # the list ends here, and its total is wrong
            elif reached < total:  # a smaller cap than was known
                size, seam = answer.got, _overlap(answer.got)
        offset = max(plan.offset, reached - seam)
    return False


def _overlap(size: int) -> int:
    """Return how many rows two chunks share; 0 if they are too small to share any."""
    return min(_SEAM, size // 2)


def _put(place: dict[Hashable, int], keys: Sequence[Hashable], end: int) -> bool:
    """Add the rows of a chunk after the known ones; return False if the known ones come in another order.

    Chunks are requested ahead. So a row that was removed meanwhile may be in the second of two chunks and not in the
    first: then it is new, and lies between known rows. It gets the place of the next known row.

    Args:
        place: the known rows, and numbers in their order.
        keys: the rows of the chunk.
        end: a number after those of all known rows.
    """
    shared = [place[key] for key in keys if key in place]
    if any(later < earlier for earlier, later in pairwise(shared)):
        return False
    following: int | None = None
    for number, key in reversed(list(enumerate(keys))):
        if key in place:
            following = place[key]
        else:
            place[key] = end + number if following is None else following
    return True
