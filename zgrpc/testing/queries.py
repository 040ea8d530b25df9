"""Filters and pages: the text methods, `ListQuery`, totals and the order that another offset or limit changes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from zitadel import object_pb2

from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Store

# Lists of fewer rows keep one order, as small tables do under PostgreSQL.
UNSTABLE_FROM = 1000

# A text method as SQL over {0}, the column; each has one parameter. NULL never matches. ZITADEL escapes % and _.
_METHODS = {
    "EQUALS": "{0} = ?",
    "STARTS_WITH": "substr({0}, 1, length(?1)) = ?1",
    "CONTAINS": "instr({0}, ?1) > 0",
    "ENDS_WITH": "CASE WHEN {0} IS NOT NULL THEN ?1 = '' OR substr({0}, -length(?1)) = ?1 END",
}


class Filters:
    """Conditions that a row must all meet, as SQL with its parameters.

    Column names are the handlers' own; values go in as parameters.
    """

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self._parameters: list[Any] = []

    def where(self, condition: str, *parameters: Any) -> Filters:
        """Add a condition with a `?` for each parameter."""
        self._conditions.append(f"({condition})")
        self._parameters.extend(parameters)
        return self

    def equals(self, column: str, value: Any) -> Filters:
        """The column equals the value."""
        return self.where(f"{column} = ?", value)

    def one_of(self, column: str, values: Any) -> Filters:
        """The column equals one of the values; with none given, no row does."""
        values = list(values)
        return self.where(f"{column} IN ({', '.join('?' * len(values))})", *values)

    def text(self, column: str, value: str, method: int) -> Filters:
        """The column meets a text method.

        Args:
            column: SQL that gives text or NULL.
            value: what to compare with.
            method: a `zitadel.v1.TextQueryMethod`.
        """
        sql, parameters = text_condition(column, value, method)
        return self.where(sql, *parameters)

    def sql(self) -> str:
        """The WHERE clause, empty without conditions."""
        return f" WHERE {' AND '.join(self._conditions)}" if self._conditions else ""

    @property
    def parameters(self) -> list[Any]:
        """The parameters of the WHERE clause, in order."""
        return self._parameters


def text_condition(column: str, value: str, method: int) -> tuple[str, list[str]]:
    """A text method over a column, as SQL and its parameters."""
    name = object_pb2.TextQueryMethod.Name(method).removeprefix("TEXT_QUERY_METHOD_")
    bare = name.removesuffix("_IGNORE_CASE")
    if bare != name:
        column, value = f"lower({column})", value.lower()
    template = _METHODS[bare].replace("?1", "?")
    return template.format(column), [value] * template.count("?")


def page(
    store: Store,
    query: object_pb2.ListQuery | None,
    select: str,
    source: str,
    filters: Filters,
    *,
    order: str = "",
    unstable: bool = True,
) -> tuple[list[sqlite3.Row], int]:
    """The rows that a `ListQuery` asks for, and the total.

    Args:
        store: where the rows are.
        query: offset and limit; a limit of 0 means all.
        select: the columns.
        source: what follows FROM; its first table is what is listed.
        filters: which rows.
        order: what follows ORDER BY; the order of insertion if it is empty.
        unstable: whether a large list without `order` comes in another order for another offset or limit.

    Returns:
        the rows, and how many there are without offset and limit: 0 on a page past the end.
    """
    offset, limit = (query.offset, query.limit) if query is not None else (0, 0)
    if offset >= 1 << 63:
        raise Err("UNKNOWN", "", "ERROR: bigint out of range (SQLSTATE 22003)")
    where, parameters = filters.sql(), filters.parameters
    total = store.value(f"SELECT count(*) FROM {source}{where}", *parameters)  # noqa: S608  (our own names)
    if offset >= total:
        return [], 0
    statement = f"SELECT {select} FROM {source}{where}{' ORDER BY ' + order if order else ''}"  # noqa: S608  (our own names)
    count = min(limit or total, total - offset)
    rows: list[sqlite3.Row] = []
    for start, length in _ranges(total, offset, count, shift(total, offset, limit) if unstable and not order else 0):
        rows += store.all(f"{statement} LIMIT {length} OFFSET {start}", *parameters)
    return rows, total


def shift(total: int, offset: int, limit: int) -> int:
    """By how many rows the order of a large list is turned for an offset and a limit; 0 for a small list.

    PostgreSQL plans each pair anew. What that does to a loop over pages is what is modelled: another limit is another
    order altogether, and within one limit some pages follow another plan than the pages before them, so that a row may
    be met twice or never, and the same rows at every repetition.
    """
    if total <= UNSTABLE_FROM or (offset == 0 and (limit == 0 or limit >= total)):
        return 0
    by_limit = (limit.bit_length() * 3 % 8) * (total // 48)
    other_plan = limit and (offset // limit == 1 or zlib.crc32(f"{offset} {limit}".encode()) % 8 == 0)
    return (by_limit + (total // 6 if other_plan else 0)) % total


def _ranges(total: int, offset: int, count: int, turned: int) -> list[tuple[int, int]]:
    """The stretches (start, length) of the stored order that make up a page of the turned order."""
    start = (offset + turned) % total
    first = min(count, total - start)
    return [(start, first), (0, count - first)] if first < count else [(start, first)]
