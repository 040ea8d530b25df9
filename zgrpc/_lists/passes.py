"""Fetch a capped list without a reliable order, in several passes, until two agree.

One pass proves nothing: rows may change places between two requests, and in the total a removal and an addition cancel
out. But an item that came both before and after a moment existed at that moment. If the server counted exactly as many
items then, these are all of them. Everything that existed throughout is among them.

That moment is the first answer of a pass. No other request is on the wire then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zgrpc._lists.steps import Answer, Ask, Plan, Steps, ahead, ask_within, incomplete, most_requests

if TYPE_CHECKING:
    from collections.abc import Hashable

    from zgrpc._lists.known import Known

_SIZES = 1.0, 0.83, 0.67, 0.92, 0.75, 0.88, 0.71, 0.96, 0.79, 0.63
"""The chunks of each pass, as shares of the cap. With equal chunks, each pass could lose the same rows."""


@dataclass
class _Pass:
    """One run through the list: the items of the first answer, its total, and the items of all answers."""

    first: set[Hashable] = field(default_factory=set)
    total: int = 0
    keys: set[Hashable] = field(default_factory=set)


def passes(plan: Plan, known: Known, cap: int, have: dict[int, Answer]) -> Steps:
    """Fetch a list whose answers are capped at `cap` items.

    Args:
        plan: what is wanted.
        known: the items that the consumer has.
        cap: the most items in an answer.
        have: the answers that have arrived, by offset.

    Raises:
        ListTooLargeError: an answer is larger than the receive limit.
        IncompleteListError: no two passes agree, or the totals contradict the items.
    """
    found: dict[Hashable, object] = {}  # after an offset each pass skips other items, so they wait for the proof
    done: list[_Pass] = []
    totals: set[int] = set()
    requests, most = 0, 0
    for share in _SIZES:
        size, now, offset = max(1, int(cap * share)), _Pass(), plan.offset
        done.append(now)
        while requests <= most:
            requests += 1
            answer = have.pop(offset, None)
            if answer is None:
                ask = Ask(offset, size, plan.orderable, ahead(plan, offset, size, now.total))
                answer, _ = yield from ask_within(plan, ask)
            if not answer.got:
                if answer.total > offset:
                    raise incomplete(plan, known, answer.total)
                break  # its total may be 0, because the offset is past the end
            totals.add(answer.total)
            for keys, items in known.keyed(answer.parts):
                now.keys.update(keys)
                if plan.offset:
                    found.update(zip(keys, items, strict=True))
                else:
                    yield known.add(keys, items)
            if plan.limit is not None and len(found) >= plan.limit:
                yield known.add(list(found), list(found.values()))
            if known.full:
                return
            if not now.first:
                now.first, now.total = set(now.keys), answer.total
                most = most or len(_SIZES) * most_requests(now.total, size)
            offset += answer.got
            left = answer.total - offset
            if left < 0:
                raise incomplete(plan, known, None)
            if not left and answer.got < size:
                break
        else:
            raise incomplete(plan, known, None)
        have = {}
        proven = _proven(done, plan.offset)
        if proven is not None:
            kept = {key: item for key, item in found.items() if key in proven}
            yield known.add(list(kept), list(kept.values()))
            return
    total, *others = totals
    raise incomplete(plan, known, None if others else total)


def _proven(done: list[_Pass], offset: int) -> set[Hashable] | None:
    """Return the items that existed when a pass began, if the server counted as many then."""
    for number in range(1, len(done)):
        begun = done[number]
        before = begun.first.union(*(each.keys for each in done[:number]))
        existed = before.intersection(set().union(*(each.keys for each in done[number:])))
        if len(existed) == begun.total - offset:
            return existed
    return None
