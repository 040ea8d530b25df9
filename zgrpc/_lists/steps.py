"""The types of a list's decisions: what is wanted, what to request, and what the server returned.

The decisions are plain generators, one module for each way to fetch a list: `whole`, `seams`, `passes` and `cursor`.
They do no input or output. The drivers in `pages` send what a generator yields, and wait.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from zgrpc._contract.paging import V2_DEFAULT_LIMIT
from zgrpc._errors import IncompleteListError, InvalidArgumentError, ListTooLargeError, ResourceExhaustedError

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from zgrpc._lists.known import Known

MAX_LIMIT = 2**32 - 1
ALWAYS_TAKEN = 1_000  # the largest limit that every ZITADEL accepts by default
FIRST_PAGE = {
    "offset": 10_000,
    "v2": ALWAYS_TAKEN,
    "cursor": ALWAYS_TAKEN,
    "events": ALWAYS_TAKEN,
    "unpaged": MAX_LIMIT,  # the server returns the whole list
}
"""The limit of a list's first request, by kind of paging."""

_LIMIT_EXCEEDED = "QUERY-4M0fs"  # ZITADEL's id for a limit that is too large
_AHEAD = 4  # requests on the wire at once
_SAMPLE, _FRAME = 16, 4  # items in a sample, and the bytes that a field's tag and length add to each item
_SIZES = re.compile(r"\((\d+) vs\.? (\d+)\)")  # in gRPC's message about a response past the receive limit


class Ask(NamedTuple):
    """A request for the items from `offset` on, at most `limit`.

    Attributes:
        offset: the row to begin at; for a cursor, the position after which to continue.
        limit: how many items at most.
        ordered: whether to ask for the order by creation, ascending.
        ahead: the offsets of the next requests, with the same limit.
        newest: whether to ask for the last item of a list that follows a cursor upwards, in the other direction.
    """

    offset: int
    limit: int
    ordered: bool = False
    ahead: tuple[int, ...] = ()
    newest: bool = False


class Answer(NamedTuple):
    """What the server returned.

    Attributes:
        parts: the items, in parts that are small enough to process without a pause.
        got: how many items there are.
        total: how many items the list has, as the server reports it.
        size: returns the size of the response in bytes.
    """

    parts: Sequence[Sequence[object]]
    got: int
    total: int
    size: Callable[[], int]


Steps = Generator[Ask | Sequence[object], Answer, None]
"""Yields an `Ask` and receives its `Answer`, or yields items for the consumer."""

Proof = Generator[Ask | Sequence[object], Answer, bool]
"""Like `Steps`; returns whether the list was proven complete."""


def no_position(_: object) -> int:
    """Raise TypeError: a list without a cursor has no positions."""
    raise TypeError("the list has no cursor")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is wanted of a list.

    Attributes:
        offset: how many items to skip at the start.
        limit: how many items at most; None for all.
        first_page: the limit of the first request.
        expected: how many items the list is expected to have; None if unknown.
        max_bytes: the largest response to request, in bytes.
        largest: the largest limit that the server accepts; None if no maximum is known.
        orderable: whether the server can sort by creation, ascending.
        ascending: whether a cursor goes upwards.
        identity: returns an item's identity.
        position: returns an item's position, for a cursor.
        method: the RPC, for errors.
        filters: returns the names of the filters that would divide the list, for errors.
    """

    offset: int = 0
    limit: int | None = None
    first_page: int = FIRST_PAGE["offset"]
    expected: int | None = None
    max_bytes: int
    largest: int | None = None
    orderable: bool = False
    ascending: bool = False
    identity: Callable[[object], Hashable]
    position: Callable[[object], int] = no_position
    method: str = ""
    filters: Callable[[], Sequence[str]] = tuple


def too_large(plan: Plan, size: int | None, most: int, total: int | None) -> ListTooLargeError:
    """Return the error of a response that would be larger than the client accepts."""
    return ListTooLargeError(size, most, total=total, method=plan.method, filters=plan.filters())


def incomplete(plan: Plan, known: Known, total: int | None) -> IncompleteListError:
    """Return the error of a list that is not proven complete; `total` is None if the totals contradict each other."""
    wanted = None if total is None else max(0, total - plan.offset)
    return IncompleteListError(len(known), wanted, method=plan.method, identities=known.identities())


def ask_within(
    plan: Plan, ask: Ask, *, accepted: int = ALWAYS_TAKEN, total: int | None = None
) -> Generator[Ask | Sequence[object], Answer, tuple[Answer, int | None]]:
    """Send a request; repeat it with a lower limit if the server rejects the limit.

    Args:
        plan: what is wanted.
        ask: the request.
        accepted: a limit that the server accepts.
        total: how many items the list has, for errors; None if unknown.

    Returns:
        The answer, and the lower limit; None if the server accepted the limit.

    Raises:
        ListTooLargeError: the response is larger than the receive limit.
    """
    try:
        return (yield ask), None
    except ResourceExhaustedError as error:
        # gRPC's core rejects a response past the receive limit with this status and text. The server's errors have ids.
        if error.id or "larger than max" not in error.details():
            raise
        sizes = _SIZES.search(error.details())
        size, most = map(int, sizes.groups()) if sizes else (None, plan.max_bytes)
        raise too_large(plan, size, most, total) from error
    except InvalidArgumentError as error:
        if ask.limit <= accepted:
            if error.id != _LIMIT_EXCEEDED or ask.limit <= V2_DEFAULT_LIMIT:
                raise
            accepted = V2_DEFAULT_LIMIT  # an instance may be configured with a lower maximum
    return (yield ask._replace(limit=accepted)), accepted


def most_requests(total: int, step: int) -> int:
    """Return the most requests of one run through a list, `step` items in each. It may grow, but not forever."""
    return 2 * (total // step) + 50


def ahead(plan: Plan, offset: int, step: int, total: int, seam: int = 0) -> tuple[int, ...]:
    """Return the offsets to request together with `offset`, `step` apart, up to the end.

    Args:
        plan: what is wanted.
        offset: the offset of the next request.
        step: how far apart the offsets are.
        total: how many items the list has.
        seam: how many items each answer shares with the previous one.
    """
    end = min(total, offset + _AHEAD * step)
    if plan.limit is not None:
        end = min(end, plan.offset + plan.limit - seam)
    return tuple(range(offset + step, end, step))


def _are_messages(items: Sequence[object]) -> TypeGuard[Sequence[Message]]:
    return all(hasattr(item, "ByteSize") for item in items)


def size_of(answer: Answer, rows: int, most: int) -> int:
    """Return the size in bytes of `rows` rows like an answer's.

    A sample gives the size, unless it comes near `most`; then all items are measured.
    """
    part = answer.parts[0] if answer.parts else []
    sample = part[:: len(part) // _SAMPLE] if len(part) > 2 * _SAMPLE else []
    if sample and _are_messages(sample):
        guess = sum(item.ByteSize() + _FRAME for item in sample) * rows // len(sample)
        if 2 * guess < most:
            return guess
    return answer.size() * rows // answer.got if answer.got else 0
