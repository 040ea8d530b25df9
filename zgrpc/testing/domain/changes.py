"""The history of a user, a project or an organization: events of one aggregate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.texts import EVENTS

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


class Span(NamedTuple):
    """The part of a history that is wanted."""

    beyond: int = 0
    """The sequence to go on from, exclusively; 0 for the end."""
    limit: int = 0
    """How many events at most; 0 for all."""
    ascending: bool = False


def history(ctx: Context, span: Span, aggregate: str, aggregate_id: str, owner: str, **data: str) -> list[sqlite3.Row]:
    """Return the events of an aggregate with their editors' `editor_name` and `login_name`, newest first by default.

    Args:
        ctx: the call.
        span: which part.
        aggregate: the kind of aggregate.
        aggregate_id: its id.
        owner: the organization that must own it.
        data: what the events must be about, such as ``appId="1"``.
    """
    filters = Filters().equals("aggregate", aggregate).equals("aggregate_id", aggregate_id).equals("owner", owner)
    for name, value in data.items():
        filters.where(f"json_extract(data, '$.{name}') = ?", value)
    if span.beyond:
        filters.where(f"sequence {'>' if span.ascending else '<'} ?", min(span.beyond, (1 << 63) - 1))
    direction = "ASC" if span.ascending else "DESC"
    return ctx.store.all(
        f"""SELECT e.*, coalesce(u.display_name, u.name, '') AS editor_name,
              coalesce(u.preferred_login_name, '') AS login_name
            FROM (SELECT * FROM events{filters.sql()} ORDER BY sequence {direction} LIMIT ?) e
            LEFT JOIN users u ON u.id = e.editor ORDER BY e.sequence {direction}""",  # noqa: S608  (our own names)
        *filters.parameters,
        span.limit or -1,
    )


def text(event_type: str) -> str:
    """Return the English text of an event type; its key where there is none."""
    key = f"EventTypes.{event_type}"
    return EVENTS.get(event_type, key)
