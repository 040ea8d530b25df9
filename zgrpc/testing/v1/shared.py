"""What handlers of several areas share."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from zitadel import object_pb2

from zgrpc.testing.store import Event
from zgrpc.testing.v1.details import changed, micros, timestamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context

    Owner = Callable[[Context], str]


def unchanged(row: Mapping[str, Any] | sqlite3.Row, owner: str | None = None) -> object_pb2.ObjectDetails:
    """Return what a write answers that found nothing to change: the details of the last change."""
    return object_pb2.ObjectDetails(
        sequence=row["sequence"],
        change_date=timestamp(row["changed"]),
        resource_owner=row["org_id"] if owner is None else owner,
    )


def changed_or_not(result: Event | sqlite3.Row, owner: str | None = None) -> object_pb2.ObjectDetails:
    """Return the details of an event, or of a row that a command found nothing to change in."""
    return changed(result) if isinstance(result, Event) else unchanged(result, owner)


def already_gone(event: Event | None, owner: str) -> object_pb2.ObjectDetails:
    """Return what a removal answers whether or not something was there.

    Args:
        event: the removal, or the last event about what is not there any more.
        owner: the organization that owns it; all there is to say if the event is of another one's, or none.
    """
    if event is None or event.owner != owner:
        return object_pb2.ObjectDetails(resource_owner=owner)
    return changed(event)


def moment(message: Message, field: str) -> int | None:
    """Return a Timestamp field in microseconds since the epoch; None where it is not set."""
    return micros(getattr(message, field)) if message.HasField(field) else None


def organization(ctx: Context) -> str:
    """Return who owns what a call of Management sets: the organization of the call."""
    return ctx.org_id


def instance(ctx: Context) -> str:
    """Return who owns what a call of Admin sets: the instance."""
    return ctx.store.fact("instance_id")


def of_caller(ctx: Context) -> Context:
    """Return the context of a call about the caller, which goes by the caller's own organization."""
    own = str(ctx.store.value("SELECT org_id FROM users WHERE id = ?", ctx.user_id))
    return dataclasses.replace(ctx, org_id=own, scope=own)
