"""Dates, as v2 answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf.timestamp_pb2 import Timestamp
from zitadel.object.v2 import object_pb2

from zgrpc.testing.store import Event

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


NEVER_WAS = Timestamp(seconds=-62_135_596_800)
"""The moment zero of Go, which the real server answers for some removals of what is not there."""


def timestamp(micros: int) -> Timestamp:
    """Return a moment as protobuf has it, from microseconds since the epoch."""
    return Timestamp(seconds=micros // 1_000_000, nanos=micros % 1_000_000 * 1000)


def micros(moment: Timestamp) -> int:
    """Return microseconds since the epoch of a protobuf moment."""
    return moment.seconds * 1_000_000 + moment.nanos // 1000


def details(result: Event | sqlite3.Row) -> object_pb2.Details:
    """Return what a write answers that changed something, or found a row with nothing to change in."""
    if isinstance(result, Event):
        return object_pb2.Details(sequence=result.sequence, change_date=date(result), resource_owner=result.owner)
    return object_pb2.Details(
        sequence=result["sequence"], change_date=timestamp(result["changed"]), resource_owner=result["org_id"]
    )


def row_details(row: sqlite3.Row) -> object_pb2.Details:
    """Return what a read answers: with the creation date."""
    found = details(row)
    found.creation_date.CopyFrom(timestamp(row["created"]))
    return found


def list_details(ctx: Context, total: int) -> object_pb2.ListDetails:
    """Return the details of a list."""
    return object_pb2.ListDetails(total_result=total, timestamp=timestamp(ctx.store.now()))


def date(event: Event) -> Timestamp:
    """Return when an event happened: what `creation_date`, `change_date` and `deletion_date` say."""
    return timestamp(event.created)


def date_or_changed(result: Event | sqlite3.Row) -> Timestamp:
    """Return when an event happened, or when a row was changed last that a command found nothing to change in."""
    return date(result) if isinstance(result, Event) else timestamp(result["changed"])
