"""From the keywords of a list RPC to the request template and the plan of its list."""

from __future__ import annotations

import functools
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc._identity import identity_of
from zgrpc._listing import MAX_LIMIT, PAGE_SIZE, Answer, Ask, Plan, Steps, cursor_list, offset_list, unpaged_list

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message

    from zgrpc._rpc import Rpc

IGNORES_PAGING = {
    # Measured on v4.13.1: it takes a query, and answers with every role whatever that says.
    "zitadel.management.v1.ManagementService/ListProjectGrantMemberRoles",
}

_STEPS: dict[str, Callable[[Plan], Steps]] = {
    "offset": offset_list,
    "v2": offset_list,
    "cursor": cursor_list,
    "unpaged": unpaged_list,
}


class Shape(NamedTuple):
    """How a list RPC is paged, from its descriptors.

    Attributes:
        kind: ``offset``, ``v2``, ``cursor`` or ``unpaged``.
        query: the request's field with the offset (or the cursor) and the limit; None where there is none.
        items: the answer's field with the items.
        total: gives an answer's total; None where the answer has none.
        identity: gives an item's identity.
    """

    kind: str
    query: FieldDescriptor | None
    items: str
    total: Callable[[Any], int] | None
    identity: Callable[[Any], Hashable]

    @property
    def start(self) -> str:
        """The query's field that says where to begin."""
        return "sequence" if self.kind == "cursor" else "offset"

    def answer(self, response: Any) -> Answer:
        """What a response says of the list."""
        items = getattr(response, self.items)
        return Answer(items, self.total(response) if self.total else len(items), response.ByteSize)

    def request(self, template: Message, ask: Ask) -> Message:
        """The request of a step."""
        request = type(template)()
        request.CopyFrom(template)
        if self.query is not None and self.kind != "unpaged":
            query = getattr(request, self.query.name)
            setattr(query, self.start, ask.offset)
            query.limit = ask.limit
        return request


@functools.cache
def shape_of(rpc: Rpc) -> Shape:
    """The shape of a list RPC."""
    request, response = rpc.descriptor.input_type, rpc.descriptor.output_type
    kind = "unpaged" if rpc.full_name in IGNORES_PAGING else rpc.paging
    query = next((f for f in request.fields if f.message_type and "limit" in f.message_type.fields_by_name), None)
    counted = (f for f in response.fields if f.message_type and "total_result" in f.message_type.fields_by_name)
    details = next((f.name for f in counted), None)
    counts = details is not None and kind in ("offset", "v2")
    total = attrgetter(f"{details}.total_result") if counts else None
    return Shape(kind, query, rpc.items, total, identity_of(response.fields_by_name[rpc.items]))


class ListRequest(NamedTuple):
    """A list that was asked for: the request without its place in the list, and the plan."""

    template: Message
    plan: Plan
    shape: Shape

    def steps(self) -> Steps:
        """The steps that fetch the list."""
        return _STEPS[self.shape.kind](self.plan)


def plan_list(
    rpc: Rpc,
    message: Message,
    *,
    owned: bool,
    where: Any,
    limit: int | None,
    page_size: int | None,
    offset: int | None,
    max_bytes: int,
    what: str,
) -> ListRequest:
    """Read what is asked of a list.

    Args:
        rpc: the RPC.
        message: its request.
        owned: whether `message` is ours to change.
        where: what to filter by; None for nothing.
        limit: how many items at most; None for all.
        page_size: the limit of the first request; None for the kind's own.
        offset: how many items to leave out; None for none.
        max_bytes: the largest answer taken, in bytes.
        what: what errors call the RPC.

    Raises:
        TypeError: an argument is of the wrong type, or given twice (as `query=` and as a keyword).
        ValueError: an argument is out of range.
    """
    shape = shape_of(rpc)
    template: Any = message if owned else type(message)()
    if not owned:
        template.CopyFrom(message)
    add_where(template, where, what)
    if shape.kind == "cursor" and offset is not None:
        raise TypeError(f"{what} follows a sequence: pass query={{'sequence': ...}} in place of offset=")
    if shape.query is not None and template.HasField(shape.query.name):
        query = getattr(template, shape.query.name)
        limit = _either(query.limit, limit, f"{what}: limit", f"{shape.query.name}.limit")
        start = getattr(query, shape.start)
        offset = _either(start, offset, f"{what}: offset", f"{shape.query.name}.{shape.start}")
        query.ClearField("limit")
        query.ClearField(shape.start)
    plan = Plan(
        offset=check_count(offset, f"{what}: offset", 0, 2**64 - 1) or 0,
        limit=check_count(limit, f"{what}: limit", 0),
        page_size=check_count(page_size, f"{what}: page_size", 1) or PAGE_SIZE[shape.kind],
        max_bytes=max_bytes,
        identity=shape.identity,
        method=rpc.full_name,
        filters=functools.partial(_filters, rpc),
    )
    return ListRequest(template, plan, shape)


def plan_page(
    rpc: Rpc, message: Message, *, owned: bool, where: Any, limit: int | None, offset: int | None, what: str
) -> Message:
    """The request for one page; arguments and errors as for `plan_list`."""
    shape = shape_of(rpc)
    if shape.query is None or rpc.full_name in IGNORES_PAGING:
        if limit is not None or offset is not None:
            raise TypeError(f"{what} is not paged by the server: it takes no limit= and no offset=")
        request: Any = message if owned else type(message)()
        if not owned:
            request.CopyFrom(message)
        add_where(request, where, what)
        return request  # type: ignore[no-any-return]  # of the class of `message`
    check_count(limit, f"{what}: limit", 1)
    asked = plan_list(
        rpc, message, owned=owned, where=where, limit=limit, page_size=None, offset=offset, max_bytes=0, what=what
    )
    plan = asked.plan
    return shape.request(asked.template, Ask(plan.offset, plan.limit or plan.page_size))


def add_where(message: Any, where: Any, what: str) -> None:
    """Add to a request the queries that `where` means."""
    if where is not None:
        from zgrpc._filters import find_search
        from zgrpc._where import build_queries

        queries = build_queries(message.DESCRIPTOR, where, what)
        search = find_search(message.DESCRIPTOR)
        assert search is not None  # noqa: S101 - build_queries refuses a request without queries
        getattr(message, search.field.name).extend(queries)


def check_count(value: Any, argument: str, least: int, most: int = MAX_LIMIT) -> int | None:
    """A number of items; None where it was left out.

    Raises:
        TypeError: it is no integer.
        ValueError: it is out of range.
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
    from zgrpc._filters import describe_filters

    return [found.key for found in describe_filters(rpc.descriptor.input_type)]
