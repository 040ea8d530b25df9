"""Pages and filters, as v2 asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel.filter.v2 import filter_pb2

from zgrpc.testing.domain import lists
from zgrpc.testing.domain.lists import Condition, Page
from zgrpc.testing.errors import Err
from zgrpc.testing.v2.details import micros

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zitadel.object.v2 import object_pb2

DEFAULT_LIMIT, MAX_LIMIT = 100, 1000
"""How many rows a list answers if none are asked for, and at most."""

_COMPARED = {
    filter_pb2.TIMESTAMP_FILTER_METHOD_EQUALS: "=",
    filter_pb2.TIMESTAMP_FILTER_METHOD_AFTER: ">",
    filter_pb2.TIMESTAMP_FILTER_METHOD_AFTER_OR_EQUALS: ">=",
    filter_pb2.TIMESTAMP_FILTER_METHOD_BEFORE: "<",
    filter_pb2.TIMESTAMP_FILTER_METHOD_BEFORE_OR_EQUALS: "<=",
}


def page(pagination: filter_pb2.PaginationRequest | object_pb2.ListQuery, column: str, tie: str = "") -> Page:
    """Return the page that a request asks for; a handler calls this before it reads the filters, as the server does.

    Args:
        pagination: offset, limit and direction; descending unless `asc` is set.
        column: the SQL that the list is sorted by; empty for none, as the real server leaves some lists unsorted.
        tie: the SQL that sorts what is equal, in the same direction.

    Raises:
        Err: INVALID_ARGUMENT for a limit above 1,000.
    """
    if pagination.limit > MAX_LIMIT:
        raise Err("INVALID_ARGUMENT", "QUERY-4M0fs", "Errors.Query.LimitExceeded")
    direction = "ASC NULLS LAST" if pagination.asc else "DESC NULLS FIRST"
    order = ", ".join(f"{each} {direction}" for each in (column, tie) if each)
    return Page(pagination.offset, pagination.limit or DEFAULT_LIMIT, order)


def pagination(total: int, page: Page) -> filter_pb2.PaginationResponse:
    """Return a response's total and the limit that was applied."""
    return filter_pb2.PaginationResponse(total_result=total, applied_limit=page.limit)


def in_ids(column: str, ids: Iterable[str]) -> Condition:
    """Require that the column equals one of the ids.

    Raises:
        Err: UNKNOWN, as the real server answers, if there are none.
    """
    ids = list(ids)
    if not ids:
        raise Err("UNKNOWN", "", "values array must not be empty")
    return lists.one_of(column, ids)


def moment(column: str, query: filter_pb2.TimestampFilter) -> Condition:
    """Require that the column, in microseconds since the epoch, compares with a moment as the filter asks."""
    return Condition(f"{column} {_COMPARED.get(query.method, '=')} ?", [micros(query.timestamp)])
