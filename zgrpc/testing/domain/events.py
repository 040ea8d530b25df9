"""The log of all events of the instance, as `admin.ListEvents` searches it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain.lists import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context

MOST = 1_000
"""The most events of one answer, whatever limit is asked for (ZITADEL v4, `internal/api/grpc/admin/event.go`)."""


class Search(NamedTuple):
    """What events are wanted.

    Attributes:
        sequence: only events whose sequence, within their aggregate, is larger.
        limit: how many at most; 0 for as many as there may be.
        ascending: oldest first.
        editor: the user who caused them; empty for any.
        types: their types; empty for any.
        aggregate_id: their aggregate; empty for any.
        aggregates: their kinds of aggregate; empty for any.
        owner: the organization that owns them; empty for any.
        after: only events created later, in microseconds since the epoch; None for any.
        before: only events created earlier; None for any.
    """

    sequence: int = 0
    limit: int = 0
    ascending: bool = False
    editor: str = ""
    types: Sequence[str] = ()
    aggregate_id: str = ""
    aggregates: Sequence[str] = ()
    owner: str = ""
    after: int | None = None
    before: int | None = None


def search(ctx: Context, wanted: Search) -> list[sqlite3.Row]:
    """Return events with their editors' `editor_name`, newest first by default."""
    filters = Filters()
    for column, value in (("editor", wanted.editor), ("aggregate_id", wanted.aggregate_id), ("owner", wanted.owner)):
        if value:
            filters.equals(column, value)
    if wanted.types:
        filters.one_of("type", list(wanted.types))
    if wanted.aggregates:
        filters.one_of("aggregate", list(wanted.aggregates))
    if wanted.sequence:
        filters.where("sequence > ?", min(wanted.sequence, (1 << 63) - 1))
    if wanted.after is not None:
        filters.where("created > ?", wanted.after)
    if wanted.before is not None:
        filters.where("created < ?", wanted.before)
    direction = "ASC" if wanted.ascending else "DESC"
    limit = wanted.limit if 0 < wanted.limit < MOST else MOST
    return ctx.store.all(
        f"""SELECT e.*, coalesce(u.display_name, u.name, '') AS editor_name
            FROM (SELECT * FROM events{filters.sql()} ORDER BY position {direction} LIMIT ?) e
            LEFT JOIN users u ON u.id = e.editor ORDER BY e.position {direction}""",  # noqa: S608  (our own names)
        *filters.parameters,
        limit,
    )


def types(ctx: Context) -> list[str]:
    """Return the types of the events that the instance has."""
    return [row["type"] for row in ctx.store.all("SELECT DISTINCT type FROM events ORDER BY type")]


def aggregates(ctx: Context) -> list[str]:
    """Return the kinds of aggregates that the instance has events of."""
    return [row["aggregate"] for row in ctx.store.all("SELECT DISTINCT aggregate FROM events ORDER BY aggregate")]
