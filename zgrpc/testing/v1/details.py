"""Details and dates, as v1 answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from google.protobuf.timestamp_pb2 import Timestamp
from zitadel import object_pb2

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

    Row = Mapping[str, Any] | sqlite3.Row


def timestamp(micros: int) -> Timestamp:
    """Return a moment as protobuf has it, from microseconds since the epoch."""
    return Timestamp(seconds=micros // 1_000_000, nanos=micros % 1_000_000 * 1000)


def micros(moment: Timestamp) -> int:
    """Return the microseconds since the epoch of a protobuf moment."""
    return moment.seconds * 1_000_000 + moment.nanos // 1000


def added(event: Event) -> object_pb2.ObjectDetails:
    """Return the details of something that was added, with a creation date."""
    return object_pb2.ObjectDetails(
        sequence=event.sequence, creation_date=timestamp(event.created), resource_owner=event.owner
    )


def changed(event: Event) -> object_pb2.ObjectDetails:
    """Return the details of something that was changed, with a change date."""
    return object_pb2.ObjectDetails(
        sequence=event.sequence, change_date=timestamp(event.created), resource_owner=event.owner
    )


def details(row: Row, owner: str | None = None) -> object_pb2.ObjectDetails:
    """Return the details of a stored row; `owner` is its column `org_id` if it is left out."""
    return object_pb2.ObjectDetails(
        sequence=row["sequence"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        resource_owner=row["org_id"] if owner is None else owner,
    )


def list_details(ctx: Context, total: int) -> object_pb2.ListDetails:
    """Return the details of a list."""
    return object_pb2.ListDetails(total_result=total, view_timestamp=timestamp(ctx.store.now()))
