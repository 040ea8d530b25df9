"""How a list is fetched: the decisions, as plain generators that ask for answers and hand out items.

ZITADEL pages by offset, most lists without ORDER BY, so only one statement is one snapshot: a list is one answer, or it
is verified against the total, or it fails. The drivers in `_pager` send what a generator asks for and wait.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Hashable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from zgrpc._errors import IncompleteListError, InvalidArgumentError, ListTooLargeError, ResourceExhaustedError

PAGE_SIZE = {"offset": 10_000, "v2": 1_000, "cursor": 1_000, "unpaged": 0}
"""The limit of a list's first request, by kind of paging."""

MAX_LIMIT = 2**32 - 1
_REFUSED_ABOVE = 1_000  # the largest limit that every ZITADEL takes
_HEADROOM = 10_000
_SAMPLE, _FRAME = 50, 4  # items whose size stands for all, and the bytes that a field's tag and length add to each
_AHEAD = 4  # chunks on the wire at once
_FAR = 2**31  # an offset that no list reaches
_SIZES = re.compile(r"\((\d+) vs\.? (\d+)\)")  # in gRPC's words of an answer past the receive limit
_ATTEMPTS = 3  # at one answer for everything, while a writer keeps changing the list
_PASSES = (1.0, 0.83, 0.67, 0.92, 0.75)  # chunk sizes: the same ones would lose the same rows


class Ask(NamedTuple):
    """A request for the items from `offset` on, at most `limit`; `ahead` are those that will be wanted next.

    `cursor` takes the place of the offset in change lists.
    """

    offset: int
    limit: int
    ahead: tuple[tuple[int, int], ...] = ()


class Answer(NamedTuple):
    """What came back: the items, the total the server reported, and the size of the answer in bytes."""

    items: Sequence[Any]
    total: int
    size: Callable[[], int]


Steps = Generator[Ask | Sequence[Any], Answer, None]
"""Yields an `Ask`, and is sent its `Answer`; or yields items, for the consumer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is wanted of a list.

    Attributes:
        offset: how many items to leave out at the start.
        limit: how many items at most; None for all.
        page_size: the limit of the first request.
        max_bytes: the largest answer to ask for, in bytes.
        identity: what an item is told apart by.
        method: the RPC, for errors.
        filters: the names of the filters that would divide the list, for errors.
    """

    offset: int = 0
    limit: int | None = None
    page_size: int = PAGE_SIZE["offset"]
    max_bytes: int
    identity: Callable[[Any], Hashable]
    method: str = ""
    filters: Callable[[], Sequence[str]] = tuple


class _Handed:
    """The items that the consumer has, by identity, and how many it still takes."""

    def __init__(self, plan: Plan) -> None:
        self._identity = plan.identity
        self._limit = plan.limit
        self.seen: set[Hashable] = set()

    @property
    def full(self) -> bool:
        return self._limit is not None and len(self.seen) >= self._limit

    def fresh(self, items: Sequence[Any]) -> list[Any]:
        """The items that the consumer has not got yet, which it gets now."""
        items = list(items)  # looked at twice, and a repeated field makes its items anew each time
        new: dict[Hashable, Any] = {}
        for key, item in zip(map(self._identity, items), items, strict=True):
            if key not in self.seen:
                new.setdefault(key, item)
        if self._limit is not None:
            new = dict(islice(new.items(), max(0, self._limit - len(self.seen))))
        self.seen.update(new)
        return list(new.values())

    def first(self, items: Sequence[Any]) -> Steps:
        """Hand out the first items of all, as they are where none has to be left out, and only then look at them."""
        if self.seen or self._limit is not None:
            yield self.fresh(items)
        else:
            yield items
            self.seen.update(map(self._identity, items))

    def last(self, items: Sequence[Any]) -> list[Any]:
        """The items of an answer behind which nothing follows that the consumer has not got yet."""
        if self._limit is not None:
            return self.fresh(items)
        items, seen = list(items), self.seen
        return [item for key, item in zip(map(self._identity, items), items, strict=True) if key not in seen]

    def knows(self, items: Sequence[Any]) -> bool:
        return all(self._identity(item) in self.seen for item in items)


def offset_list(plan: Plan) -> Steps:
    """The steps of a list that is paged by offset and limit."""
    if plan.limit == 0:
        return
    base = plan.offset
    handed = _Handed(plan)
    asked = plan.page_size if plan.limit is None else min(plan.page_size, plan.limit)
    answer, allowed = yield from _ask_within(plan, base, asked)
    asked = allowed or asked
    before: int | None = None  # how many items the answer before had: the same number twice is a cap
    attempts = 0
    while not _is_whole(plan, asked, answer):
        got, total = len(answer.items), answer.total
        reached = base + got
        larger, expected = _everything(plan, answer)
        fits = expected <= plan.max_bytes
        if got == asked and allowed is None and not fits:
            rows = max(total, reached)
            raise ListTooLargeError(expected, plan.max_bytes, total=rows, method=plan.method, filters=plan.filters())
        ask_all = allowed is None and fits and (got == asked or (before is None and reached < total))
        if not ask_all and got == asked:
            yield from _chunks(plan, handed, got, {base: answer})
            return
        if not ask_all:  # short of the total or past it, and not by the limit: what lies behind tells why
            capped = before == got > 0
            behind = yield Ask(reached, max(got, 1), _ahead(plan, reached, got, total) if capped else ())
            if not behind.items:
                break  # the total was wrong
            if (yield from _ignores_offset(plan, answer, behind)):
                yield handed.fresh(answer.items[base:])
                if got < total and not handed.full:
                    raise _incomplete(plan, handed, {total})
                return
            attempts += 1
            ask_all = allowed is None and fits and not capped and got < asked and attempts < _ATTEMPTS
            if not ask_all:
                yield from _chunks(plan, handed, max(got, 1), {base: answer, reached: behind})
                return
        if base == 0:  # behind an offset another order leaves out others, so only the last answer counts there
            yield from handed.first(answer.items)
        before = got
        answer, allowed = yield from _ask_within(plan, base, larger, total=max(total, reached))
        asked = allowed or larger
    if before is None:
        yield answer.items if plan.limit is None else answer.items[: plan.limit]
    else:
        yield handed.last(answer.items)


def cursor_list(plan: Plan) -> Steps:
    """The steps of a change list, which goes on behind the last sequence until nothing is left.

    `plan.offset` is the sequence to begin behind; a short answer does not end it, for the server may cap its answers.
    """
    seen = {plan.offset} if plan.offset else set()
    cursor, left = plan.offset, plan.limit
    while left is None or left > 0:
        answer = yield Ask(cursor, plan.page_size if left is None else min(plan.page_size, left))
        items = [item for item in answer.items if item.sequence not in seen][:left]
        if not items:  # behind the end, or from a server that heeds no cursor
            return
        yield items
        seen.update(item.sequence for item in items)
        cursor = items[-1].sequence
        left = None if left is None else left - len(items)


def unpaged_list(plan: Plan) -> Steps:
    """The steps of a list that the server gives whole."""
    end = None if plan.limit is None else plan.offset + plan.limit
    if plan.limit != 0:
        yield (yield Ask(0, 0)).items[plan.offset : end]


def _is_whole(plan: Plan, asked: int, answer: Answer) -> bool:
    """Whether one answer holds all that is wanted."""
    got = len(answer.items)
    if plan.limit is not None and got >= plan.limit and (got <= asked or plan.offset == 0):
        return True
    if got == 0:
        return answer.total <= plan.offset
    return got != asked and plan.offset + got == answer.total


def _everything(plan: Plan, answer: Answer) -> tuple[int, int]:
    """The limit of one request for everything, and how many bytes its answer is expected to have."""
    got = len(answer.items)
    total = max(answer.total, plan.offset + got)
    limit = min(max(2 * total, total + _HEADROOM), MAX_LIMIT)
    if plan.limit is not None:
        limit = min(limit, plan.limit)
    rows = min(limit, total - plan.offset)
    return limit, _size(answer, rows, plan.max_bytes)


def _size(answer: Answer, rows: int, most: int) -> int:
    """How many bytes `rows` rows like an answer's have: by a sample, and by all of them where that is near `most`."""
    got = len(answer.items)
    if got > 2 * _SAMPLE and hasattr(answer.items[0], "ByteSize"):
        sample = answer.items[:: got // _SAMPLE]
        guess: int = sum(item.ByteSize() + _FRAME for item in sample) * rows // len(sample)
        if 2 * guess < most:
            return guess
    return answer.size() * rows // got if got else 0


def _ask_within(
    plan: Plan, offset: int, limit: int, total: int | None = None
) -> Generator[Ask | Sequence[Any], Answer, tuple[Answer, int | None]]:
    """The answer to a request for `limit` items, or for 1,000 where more are refused, which is then told beside it."""
    try:
        return (yield Ask(offset, limit)), None
    except ResourceExhaustedError as error:
        # gRPC's core refuses an answer past the receive limit with this status and these words, the server with an id.
        if error.id or "larger than max" not in error.details():
            raise
        sizes = _SIZES.search(error.details())
        size, most = map(int, sizes.groups()) if sizes else (None, plan.max_bytes)
        raise ListTooLargeError(size, most, total=total, method=plan.method, filters=plan.filters()) from error
    except InvalidArgumentError:
        if limit <= _REFUSED_ABOVE:
            raise
    return (yield Ask(offset, _REFUSED_ABOVE)), _REFUSED_ABOVE


def _ignores_offset(plan: Plan, answer: Answer, behind: Answer) -> Generator[Ask | Sequence[Any], Answer, bool]:
    """Whether the server gives the same items wherever one asks it to begin."""
    known = _Handed(plan)
    known.seen.update(map(plan.identity, answer.items))
    if not known.knows(behind.items):
        return False
    return bool((yield Ask(_FAR, 1)).items)


def _ahead(plan: Plan, offset: int, size: int, total: int) -> tuple[tuple[int, int], ...]:
    end = min(total, offset + _AHEAD * size)
    if plan.limit is not None:
        end = min(end, plan.offset + plan.limit)
    return tuple((o, size) for o in range(offset + size, end, size))


def _chunks(plan: Plan, handed: _Handed, cap: int, have: dict[int, Answer]) -> Steps:
    """The steps of a list whose answers the server caps at `cap` items: in chunks, and verified.

    Args:
        plan: what is wanted.
        handed: what the consumer has.
        cap: the largest answer.
        have: answers already here, by offset.
    """
    every_total: set[int] = set()
    for size in dict.fromkeys(max(1, int(cap * part)) for part in _PASSES):
        totals: set[int] = set()
        found: dict[Hashable, Any] = {}
        offset = plan.offset
        while True:
            ahead = _ahead(plan, offset, size, max(totals, default=0))
            answer = have.pop(offset, None) or (yield Ask(offset, size, ahead))
            if not answer.items:
                break  # its total is 0, for it lies past the end
            known = len(found)
            found.update((plan.identity(item), item if plan.offset else None) for item in answer.items)
            offset += len(answer.items)
            # Items past the total make it a wrong one, which verifies nothing.
            totals |= {answer.total} if offset <= answer.total else {answer.total, -1}
            if plan.offset == 0:
                yield handed.fresh(answer.items)
                if handed.full:
                    return
            if offset >= answer.total and (len(answer.items) < size or len(found) == known):
                break
        have = {}
        every_total |= totals
        wanted = max(totals, default=0) - plan.offset
        if len(totals) == 1 and len(found) == wanted:
            if plan.offset:
                yield handed.fresh(list(found.values()))
            return
        if plan.offset == 0 and len(every_total) == 1 and len(handed.seen) == wanted:
            return
    raise _incomplete(plan, handed, every_total)


def _incomplete(plan: Plan, handed: _Handed, totals: set[int]) -> IncompleteListError:
    total = max(totals) - plan.offset if len(totals) == 1 else None
    return IncompleteListError(len(handed.seen), total, method=plan.method, identities=frozenset(handed.seen))
