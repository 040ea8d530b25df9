"""The plan of a list: a request template from the keywords of its RPC, and how the list is to be fetched.

`whole` begins most lists, and goes on with `seams` or `passes` if answers are capped; `cursor` is for changes and
events.
"""

from __future__ import annotations

import functools
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from zgrpc._contract.identity import identity_of
from zgrpc._lists.cursor import cursor_list, event_list
from zgrpc._lists.steps import ALWAYS_TAKEN, FIRST_PAGE, MAX_LIMIT, Answer, Ask, Plan, Steps, no_position
from zgrpc._lists.whole import offset_list, unpaged_list

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
    from google.protobuf.message import Message
    from zitadel.admin_pb2 import ListEventsRequest

    from zgrpc._contract.paging import Paging
    from zgrpc._contract.rpc import Rpc

_creation_date = attrgetter("creation_date")
_POSITION: dict[str, Callable[[object], int]] = {
    "cursor": attrgetter("sequence"),
    "events": lambda event: _creation_date(event).ToMicroseconds(),
}

_STEPS: dict[str, Callable[[Plan], Steps]] = {
    "offset": offset_list,
    "v2": offset_list,
    "cursor": cursor_list,
    "events": event_list,
    "unpaged": unpaged_list,
}


class Query(Protocol):
    """The part of a request that sets how it is paged."""

    limit: int
    asc: bool

    @property
    def DESCRIPTOR(self) -> Descriptor:  # noqa: N802 - protobuf's name
        """The type of the message."""
        ...

    def ClearField(self, field_name: str) -> None:  # noqa: N802 - protobuf's name
        """Set a field to its default."""
        ...


class Shape(NamedTuple):
    """How a list RPC is paged, from its descriptors.

    Attributes:
        kind: ``offset``, ``v2``, ``cursor``, ``events`` or ``unpaged``.
        query: the request's field with the offset (or the cursor) and the limit; None if the request itself has them.
        items: the response's field with the items.
        total: returns a response's total; None if it has none.
        creation: the request's sorting column and its value for the order by creation; None if there is none.
        identity: returns an item's identity.
    """

    kind: str
    query: FieldDescriptor | None
    items: str
    total: Callable[[object], int] | None
    creation: tuple[str, int] | None
    identity: Callable[[object], Hashable]

    @property
    def start(self) -> str:
        """The query's field that sets where to begin."""
        return "sequence" if self.kind == "cursor" else "offset"

    def paged(self, request: Message) -> Query:
        """Return the message of a request that has the limit."""
        return cast("Query", request if self.query is None else getattr(request, self.query.name))

    def answer(self, parts: Sequence[Message]) -> Answer:
        """Return the answer of a response.

        Args:
            parts: the response, or the messages that it was divided into.
        """
        items = [getattr(part, self.items) for part in parts]
        got = sum(map(len, items))
        total = sum(map(self.total, parts)) if self.total else got
        return Answer(items, got, total, lambda: sum(part.ByteSize() for part in parts))

    def request(self, template: Message, ask: Ask) -> Message:
        """Return the request of a step."""
        request = copied(template)
        if self.kind == "unpaged":
            return request
        query = self.paged(request)
        query.limit = ask.limit
        if ask.newest:
            _turn_around(query)
        elif self.kind == "events":
            _begin_at(cast("ListEventsRequest", request), ask.offset)
        else:
            setattr(query, self.start, ask.offset)
        if ask.ordered and self.creation is not None:
            setattr(request, *self.creation)
            query.asc = True
        return request


def copied(message: Message) -> Message:
    """Return a copy of a message."""
    copy = type(message)()
    copy.CopyFrom(message)
    return copy


def _begin_at(request: ListEventsRequest, micros: int) -> None:
    """Make a request for events begin at a time, in its own direction."""
    if not micros:
        return
    if request.HasField("range"):
        bound = request.range.since if request.asc else request.range.until
    else:
        bound = getattr(request, "from")
    bound.FromMicroseconds(micros)


def _turn_around(query: Query) -> None:
    """Make a request in ascending order give the last item. Bounds that depend on the direction would leave it out."""
    query.asc = False
    for name in ("sequence", "from", "creation_date"):
        if name in query.DESCRIPTOR.fields_by_name:
            query.ClearField(name)


@functools.cache
def shape_of(rpc: Rpc) -> Shape:
    """Return the shape of a list RPC."""
    request, response = rpc.descriptor.input_type, rpc.descriptor.output_type
    paging = rpc.paging
    if paging is None:
        raise TypeError(f"{rpc.short_name} returns no list")
    query = request.fields_by_name[paging.field] if paging.field else None
    total = attrgetter(paging.total) if paging.total else None
    identity = identity_of(response.fields_by_name[paging.items], paging.identity)
    return Shape(paging.kind, query, paging.items, total, _creation_order(request, paging), identity)


def _creation_order(request: Descriptor, paging: Paging) -> tuple[str, int] | None:
    """Return the sorting column of a request and its value for the order by creation; None if there is none."""
    if not paging.creation_column:
        return None
    column = request.fields_by_name["sorting_column"]
    values = cast("EnumDescriptor", column.enum_type).values_by_name
    return column.name, int(values[paging.creation_column].number)


class ListRequest(NamedTuple):
    """A requested list: the request without offset and limit, and the plan."""

    template: Message
    plan: Plan
    shape: Shape

    def steps(self) -> Steps:
        """Return the steps that fetch the list."""
        return _STEPS[self.shape.kind](self.plan)


def plan_list(
    rpc: Rpc,
    message: Message,
    *,
    owned: bool,
    where: object,
    limit: int | None,
    first_page: int | None,
    offset: int | None,
    max_bytes: int,
    what: str,
) -> ListRequest:
    """Return the template and the plan of a list.

    Args:
        rpc: the RPC.
        message: its request.
        owned: whether `message` may be changed.
        where: the filters; None for none.
        limit: how many items at most; None for all.
        first_page: the limit of the first request; None for the default of the kind.
        offset: how many items to skip; None for none.
        max_bytes: the largest response that the client accepts, in bytes.
        what: the RPC's name in errors.

    Raises:
        TypeError: an argument is of the wrong type, or given twice (as `query=` and as a keyword).
        ValueError: an argument is out of range.
    """
    shape = shape_of(rpc)
    template = message if owned else copied(message)
    add_where(template, where, what)
    if shape.kind == "cursor" and offset is not None:
        raise TypeError(f"{what} follows a sequence: pass query={{'sequence': ...}} in place of offset=")
    if shape.kind == "events":
        if offset is not None:
            raise TypeError(f"{what} is not paged by an offset: filter it by time with range= or from")
        events = shape.paged(template)
        limit = _either(events.limit, limit, f"{what}: limit", "limit")
        events.ClearField("limit")
    if shape.query is not None and template.HasField(shape.query.name):
        query = shape.paged(template)
        limit = _either(query.limit, limit, f"{what}: limit", f"{shape.query.name}.limit")
        start = getattr(query, shape.start)
        offset = _either(start, offset, f"{what}: offset", f"{shape.query.name}.{shape.start}")
        query.ClearField("limit")
        query.ClearField(shape.start)
    plan = Plan(
        offset=check_count(offset, f"{what}: offset", 0, 2**64 - 1) or 0,
        limit=check_count(limit, f"{what}: limit", 0),
        first_page=check_count(first_page, f"{what}: first_page", 1) or FIRST_PAGE[shape.kind],
        max_bytes=max_bytes,
        largest=ALWAYS_TAKEN if shape.kind == "v2" else None,
        orderable=shape.creation is not None and not _is_sorted(template, shape),
        ascending=shape.kind in ("cursor", "events") and shape.paged(template).asc,
        identity=shape.identity,
        position=_POSITION.get(shape.kind, no_position),
        method=rpc.full_name,
        filters=functools.partial(_filters, rpc),
    )
    return ListRequest(template, plan, shape)


def _is_sorted(request: Message, shape: Shape) -> bool:
    """Return whether the caller chose another order than by creation, ascending."""
    if shape.creation is None or shape.query is None:
        return True
    column, by_creation = shape.creation
    chosen = getattr(request, column)
    ascending = shape.paged(request).asc
    return bool(ascending if not chosen else chosen != by_creation or not ascending)


def plan_page(
    rpc: Rpc, message: Message, *, owned: bool, where: object, limit: int | None, offset: int | None, what: str
) -> Message:
    """Return the request for one page; arguments and errors as for `plan_list`."""
    shape = shape_of(rpc)
    if shape.kind == "unpaged":
        if limit is not None or offset is not None:
            raise TypeError(f"{what} is not paged by the server: it takes no limit= and no offset=")
        request = message if owned else copied(message)
        add_where(request, where, what)
        return request
    check_count(limit, f"{what}: limit", 1)
    asked = plan_list(
        rpc, message, owned=owned, where=where, limit=limit, first_page=None, offset=offset, max_bytes=0, what=what
    )
    plan = asked.plan
    return shape.request(asked.template, Ask(plan.offset, plan.limit or plan.first_page))


def add_where(message: Message, where: object, what: str) -> None:
    """Add the queries of `where` to a request."""
    if where is not None:
        from zgrpc._contract.filters import find_search
        from zgrpc._lists.where import build_queries

        descriptor = cast("Descriptor", message.DESCRIPTOR)
        queries = build_queries(descriptor, where, what)
        search = find_search(descriptor)
        assert search is not None  # noqa: S101 - build_queries refuses a request without queries
        getattr(message, search.field.name).extend(queries)


def check_count(value: object, argument: str, least: int, most: int = MAX_LIMIT) -> int | None:
    """Return a checked number of items; None if it was omitted.

    Raises:
        TypeError: `value` is not an integer.
        ValueError: `value` is out of range.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{argument} must be an int, not {type(value).__name__}")
    if not least <= value <= most:
        raise ValueError(f"{argument} must be from {least} to {most}, not {value}")
    return value


def _either(from_query: int, keyword: int | None, argument: str, field: str) -> int | None:
    if from_query and keyword is not None:
        raise TypeError(f"{argument} is given twice: as a keyword and as {field}")
    return from_query or keyword


def _filters(rpc: Rpc) -> Sequence[str]:
    from zgrpc._contract.filters import describe_filters

    return [found.key for found in describe_filters(rpc.descriptor.input_type)]
