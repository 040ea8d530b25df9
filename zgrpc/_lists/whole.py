"""Fetch a list in one answer, which is a snapshot: a first page, then one request for everything if there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._errors import ListTooLargeError
from zgrpc._lists.known import Known
from zgrpc._lists.passes import passes
from zgrpc._lists.seams import seams
from zgrpc._lists.steps import (
    ALWAYS_TAKEN,
    MAX_LIMIT,
    Answer,
    Ask,
    Plan,
    Steps,
    ahead,
    ask_within,
    incomplete,
    size_of,
    too_large,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_HEADROOM = 10_000
_FAR = 2**31  # an offset that no list reaches
_ATTEMPTS = 3  # to get everything in one answer while writers change the list


def offset_list(plan: Plan) -> Steps:
    """Fetch a list that is paged by offset and limit."""
    if plan.limit == 0:
        return
    known = Known(plan.identity, plan.limit)
    ordered = plan.largest is not None and plan.orderable
    answer, asked, cap = yield from _first(plan, ordered)
    if cap is not None and not is_whole(plan, asked, answer):
        yield from _capped(plan, known, cap, {plan.offset: answer}, (answer, asked) if ordered else None)
        return
    before: int | None = None  # how many items the answer before had: the same number twice is a cap
    accepted = max(asked, ALWAYS_TAKEN)
    attempts = _ATTEMPTS
    while not is_whole(plan, asked, answer):
        got, reached = answer.got, plan.offset + answer.got
        larger, expected = _everything(plan, answer)
        fits = expected <= plan.max_bytes
        if got == asked and not fits:
            raise too_large(plan, expected, plan.max_bytes, max(answer.total, reached))
        ask_all = fits and (got == asked or (before is None and reached < answer.total))
        if not ask_all:  # neither the limit nor the total: look at the rows after them
            capped = bool(got) and before == got
            offsets = ahead(plan, reached, got, answer.total) if capped and not plan.orderable else ()
            behind = yield Ask(reached, max(got, 1), ahead=offsets)
            if not behind.got and behind.total > reached:  # the server counts more than it returns
                yield from known.fresh(answer.parts)
                raise incomplete(plan, known, behind.total)
            if not behind.got and (yield from _ends_at(reached, answer)):
                break
            if behind.got and (yield from _ignores_offset(plan, answer, behind)):
                yield from known.fresh([_rows(answer)[plan.offset :]])
                if got < answer.total and not known.full:
                    raise incomplete(plan, known, answer.total)
                return
            attempts -= 1
            if capped or not fits or not attempts:
                have = {plan.offset: answer, reached: behind} if behind.got else {}
                yield from _capped(plan, known, got, have)
                return
        if not plan.offset:  # after an offset another order skips other items, so only the last answer counts
            yield from _first_items(known, answer)
        before = got
        ask = Ask(plan.offset, larger)
        answer, cap = yield from ask_within(plan, ask, accepted=accepted, total=max(answer.total, reached))
        if cap is not None:
            if not is_whole(plan, cap, answer):
                yield from _capped(plan, known, cap, {plan.offset: answer})
                return
            larger = cap
        asked = larger
    yield from _new(plan, known, answer)


def is_whole(plan: Plan, asked: int, answer: Answer) -> bool:
    """Return whether one answer to a request for `asked` items holds everything wanted."""
    got = answer.got
    if plan.limit is not None and got >= plan.limit and (got <= asked or not plan.offset):
        return True
    if not got:
        return answer.total <= plan.offset
    return got != asked and plan.offset + got == answer.total


def unpaged_list(plan: Plan) -> Steps:
    """Fetch a list that the server returns whole."""
    if plan.limit == 0:
        return
    answer = yield Ask(0, 0)
    if plan.offset or plan.limit is not None:
        yield _rows(answer)[plan.offset : None if plan.limit is None else plan.offset + plan.limit]
    else:
        yield from answer.parts


def _first(plan: Plan, ordered: bool) -> Generator[Ask | Sequence[object], Answer, tuple[Answer, int, int | None]]:
    """Fetch the first answer; return it, its request's limit, and the largest limit if there is one."""
    asked = plan.first_page if plan.limit is None else min(plan.first_page, plan.limit)
    if plan.expected is not None and plan.largest is None:
        most = _with_headroom(plan.expected)
        larger = most if plan.limit is None else min(most, plan.limit)
        try:
            answer, cap = yield from ask_within(plan, Ask(plan.offset, larger))
        except ListTooLargeError:
            pass  # the expected size was wrong; the first page leads to the right error
        else:
            return answer, cap or larger, cap
    answer, cap = yield from ask_within(plan, Ask(plan.offset, asked, ordered))
    return answer, cap or asked, cap or plan.largest


def _capped(
    plan: Plan, known: Known, cap: int, have: dict[int, Answer], first: tuple[Answer, int] | None = None
) -> Steps:
    """Fetch a list whose answers are capped at `cap` items.

    Args:
        plan: what is wanted.
        known: the items that the consumer has.
        cap: the most items in an answer.
        have: the answers that have arrived, by offset.
        first: the answer to an ordered first request, and its limit.
    """
    if plan.orderable:
        if (yield from seams(plan, known, cap, first)):
            return
        have = {}
    yield from passes(plan, known, cap, have)


def _first_items(known: Known, answer: Answer) -> Steps:
    """Yield the very first items unchanged, and record them afterwards."""
    if len(known):
        yield from known.fresh(answer.parts)
    else:
        yield from answer.parts
        yield from known.note(answer.parts)


def _new(plan: Plan, known: Known, answer: Answer) -> Steps:
    """Yield the items of the last answer that the consumer does not have yet."""
    if len(known) or plan.limit is not None:
        yield from known.fresh(answer.parts)
    else:
        yield from answer.parts


def _rows(answer: Answer) -> list[object]:
    return [item for part in answer.parts for item in part]


def _with_headroom(rows: int) -> int:
    """Return the limit of a request for everything: PostgreSQL plans a query with a limit better than one without."""
    return min(max(2 * rows, rows + _HEADROOM), MAX_LIMIT)


def _everything(plan: Plan, answer: Answer) -> tuple[int, int]:
    """Return the limit of one request for everything, and the expected size of its answer in bytes."""
    total = max(answer.total, plan.offset + answer.got)
    limit = _with_headroom(total)
    if plan.limit is not None:
        limit = min(limit, plan.limit)
    rows = min(limit, total - plan.offset)
    return limit, size_of(answer, rows, plan.max_bytes)


def _ends_at(reached: int, answer: Answer) -> Generator[Ask | Sequence[object], Answer, bool]:
    """Return whether the list ends at row `reached` although its total is higher.

    It is not enough that no row is there: some may have been removed since. So two rows are requested. If one comes,
    with the same total, then one statement returns fewer rows than its own total, and the total is wrong.
    """
    if answer.total < reached or not reached:
        return True
    last = yield Ask(reached - 1, 2)
    return last.got == 1 and last.total == answer.total


def _ignores_offset(plan: Plan, answer: Answer, behind: Answer) -> Generator[Ask | Sequence[object], Answer, bool]:
    """Return whether the server returns the same items for every offset."""
    known = Known(plan.identity)
    yield from known.note(answer.parts)
    return known.has_all(behind.parts) and bool((yield Ask(_FAR, 1)).got)
