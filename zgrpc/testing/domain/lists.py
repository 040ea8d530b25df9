"""Filters and pages: text methods, totals, and the order that another offset or limit changes."""

from __future__ import annotations

import json
import zlib
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from zgrpc.testing.store import Store

_T = TypeVar("_T")

# Lists of fewer rows keep one order, as small tables do under PostgreSQL.
UNSTABLE_FROM = 1000

# A text method as SQL over {0}, the column; each has one parameter. NULL never matches. ZITADEL escapes % and _.
_METHODS = {
    "EQUALS": "{0} = ?",
    "STARTS_WITH": "substr({0}, 1, length(?1)) = ?1",
    "CONTAINS": "instr({0}, ?1) > 0",
    "ENDS_WITH": "CASE WHEN {0} IS NOT NULL THEN ?1 = '' OR substr({0}, -length(?1)) = ?1 END",
}


class Method(IntEnum):
    """How a text is compared; v1 and v2 number the methods alike."""

    EQUALS = 0
    EQUALS_IGNORE_CASE = 1
    STARTS_WITH = 2
    STARTS_WITH_IGNORE_CASE = 3
    CONTAINS = 4
    CONTAINS_IGNORE_CASE = 5
    ENDS_WITH = 6
    ENDS_WITH_IGNORE_CASE = 7


class Filters:
    """Conditions that a row must all meet, as SQL with its parameters.

    Column names are the handlers' own; values go in as parameters.
    """

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self._parameters: list[Any] = []

    def where(self, condition: str, *parameters: Any) -> Filters:
        """Add a condition with a `?` for each parameter."""
        self._conditions.append(condition)
        self._parameters.extend(parameters)
        return self

    def equals(self, column: str, value: Any) -> Filters:
        """Require that the column equals the value."""
        return self.where(f"{column} = ?", value)

    def one_of(self, column: str, values: Iterable[str]) -> Filters:
        """Require that the column equals one of the texts; without texts, no row passes."""
        return self.add(one_of(column, values))

    def add(self, condition: Condition) -> Filters:
        """Add a condition."""
        return self.where(condition.sql, *condition.parameters)

    def text(self, column: str, value: str, method: int) -> Filters:
        """Require that the column meets a text method.

        Args:
            column: SQL that gives text or NULL.
            value: what to compare with.
            method: a `Method`.
        """
        return self.add(text_condition(column, value, method))

    def sql(self) -> str:
        """Return the WHERE clause; empty without conditions."""
        if not self._conditions:
            return ""
        return f" WHERE {_joined([Condition(each, []) for each in self._conditions], 'AND').sql}"

    @property
    def parameters(self) -> list[Any]:
        """The parameters of the WHERE clause, in order."""
        return self._parameters


class Condition(NamedTuple):
    """A condition as SQL with its parameters."""

    sql: str
    parameters: list[Any]


def equals(column: str, value: Any) -> Condition:
    """Require that the column equals the value."""
    return Condition(f"{column} = ?", [value])


def text_condition(column: str, value: str, method: int) -> Condition:
    """Require that the column meets a text method; see `Method`."""
    name = Method(method).name
    bare = name.removesuffix("_IGNORE_CASE")
    if bare != name:
        column, value = f"lower({column})", value.lower()
    template = _METHODS[bare].replace("?1", "?")
    return Condition(template.format(column), [value] * template.count("?"))


def one_of(column: str, values: Iterable[str]) -> Condition:
    """Require that the column equals one of the texts; without texts, no row passes."""
    # One parameter, however many texts: SQLite bounds the parameters of a statement.
    sql = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608  (our own names)
    return Condition(sql, [json.dumps(list(values))])


def all_of(conditions: Sequence[Condition]) -> Condition:
    """Require all of one or more conditions."""
    return _joined(conditions, "AND")


def any_of(conditions: Sequence[Condition]) -> Condition:
    """Require at least one of the conditions."""
    return _joined(conditions, "OR")


def none_of(condition: Condition) -> Condition:
    """Require the contrary of a condition. It leaves out rows that lack the value, as the condition itself does."""
    return Condition(f"NOT ({condition.sql})", condition.parameters)


def _joined(conditions: Sequence[Condition], word: str) -> Condition:
    """Join conditions as a balanced tree: SQLite bounds the depth of an expression, and a chain is as deep as long."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    left, right = _joined(conditions[:middle], word), _joined(conditions[middle:], word)
    return Condition(f"({left.sql}) {word} ({right.sql})", [*left.parameters, *right.parameters])


class Page(NamedTuple):
    """The part of a list that is wanted."""

    offset: int = 0
    limit: int = 0
    """How many rows at most; 0 for all."""
    order: str = ""
    """What follows ORDER BY. If it is empty, a large list comes in another order for another offset or limit."""


class Rows(NamedTuple):
    """A page of a list."""

    rows: list[sqlite3.Row]
    total: int
    """How many rows there are without offset and limit; 0 on a page past the end."""


def cut(page: Page, found: Sequence[_T]) -> tuple[list[_T], int]:
    """Return a page of a list that is in memory, and the total, which is 0 on a page past the end."""
    rest = found[page.offset :]
    return list(rest[: page.limit or None]), len(found) if rest else 0


def rows(store: Store, page: Page, select: str, source: str, filters: Filters, *, unstable: bool = True) -> Rows:
    """Read a page of a list.

    Args:
        store: where the rows are.
        page: which part, in which order.
        select: the columns.
        source: what follows FROM; its first table is what is listed.
        filters: which rows.
        unstable: whether a large list without an order comes in another one for another offset or limit.
    """
    offset, limit, order = page
    if offset >= 1 << 63:
        raise Err("UNKNOWN", "", "ERROR: bigint out of range (SQLSTATE 22003)")
    where, parameters = filters.sql(), filters.parameters
    total = store.value(f"SELECT count(*) FROM {source}{where}", *parameters)  # noqa: S608  (our own names)
    if offset >= total:
        return Rows([], 0)
    statement = f"SELECT {select} FROM {source}{where}{' ORDER BY ' + order if order else ''}"  # noqa: S608  (our own names)
    count = min(limit or total, total - offset)
    found: list[sqlite3.Row] = []
    for start, length in _ranges(total, offset, count, shift(total, offset, limit) if unstable and not order else 0):
        found += store.all(f"{statement} LIMIT {length} OFFSET {start}", *parameters)
    return Rows(found, total)


def shift(total: int, offset: int, limit: int) -> int:
    """Return by how many rows the order of a large list is turned for an offset and a limit; 0 for a small list.

    PostgreSQL plans each pair anew. What that does to a loop over pages is what is modeled: another limit is another
    order altogether, and within one limit some pages follow another plan than the pages before them, so that a row may
    be met twice or never, and the same rows at every repetition.
    """
    if total <= UNSTABLE_FROM or (offset == 0 and (limit == 0 or limit >= total)):
        return 0
    by_limit = (limit.bit_length() * 3 % 8) * (total // 48)
    other_plan = limit and (offset // limit == 1 or zlib.crc32(f"{offset} {limit}".encode()) % 8 == 0)
    return (by_limit + (total // 6 if other_plan else 0)) % total


def _ranges(total: int, offset: int, count: int, turned: int) -> list[tuple[int, int]]:
    """Return the stretches (start, length) of the stored order that make up a page of the turned order."""
    start = (offset + turned) % total
    first = min(count, total - start)
    return [(start, first), (0, count - first)] if first < count else [(start, first)]
