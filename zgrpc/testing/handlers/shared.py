"""What handlers of several areas share."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, Any

from zitadel import object_pb2

from zgrpc.testing import permissions
from zgrpc.testing.call import Call, changed, micros, timestamp
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from google.protobuf.internal.containers import RepeatedScalarFieldContainer
    from google.protobuf.timestamp_pb2 import Timestamp

    from zgrpc.testing.queries import Filters
    from zgrpc.testing.store import Event

NEVER = 253_402_300_799_000_000
"""When keys and tokens without an expiration date end: with the year 9999, in microseconds since the epoch."""

_SECRET_LETTERS = string.ascii_letters + string.digits


def new_secret() -> str:
    """A client secret as ZITADEL makes them: 64 letters and digits."""
    return "".join(secrets.choice(_SECRET_LETTERS) for _ in range(64))


def unchanged(row: Mapping[str, Any] | sqlite3.Row, owner: str | None = None) -> object_pb2.ObjectDetails:
    """What a write answers that found nothing to change: the details of the last change."""
    return object_pb2.ObjectDetails(
        sequence=row["sequence"],
        change_date=timestamp(row["changed"]),
        resource_owner=row["org_id"] if owner is None else owner,
    )


def already_gone(call: Call, event: Event | None, owner: str | None = None) -> dict[str, Any]:
    """What removing something answers that is not there: the details of its last event, if it ever was the owner's.

    The owner is the organization of the call if it is left out, and otherwise all there is to tell.
    """
    owner = call.org_id if owner is None else owner
    if event is None or event.owner != owner:
        return {"details": object_pb2.ObjectDetails(resource_owner=owner)}
    return {"details": changed(event)}


def expiry(call: Call, moment: Timestamp | None) -> int:
    """When a key or token ends, in microseconds since the epoch.

    Raises:
        Err: INVALID_ARGUMENT for a moment that has passed.
    """
    if moment is None:
        return NEVER
    expires = micros(moment)
    if expires < call.store.now():
        raise Err("INVALID_ARGUMENT", "DOMAIN-dv3t5", "Errors.AuthNKey.ExpireBeforeNow")
    return expires


def only_permitted(filters: Filters, call: Call, permission: str, column: str) -> Filters:
    """Keep a list to the objects that the caller holds the permission for, where not all of them."""
    held = permissions.granted(call.store, call.user_id, call.org_id) or ()
    objects = {own.partition(":")[2] for own in held if own.partition(":")[0] == permission}
    return filters if "" in objects else filters.one_of(column, sorted(objects))


def require_permission(call: Call, permission: str, org_id: str, *object_ids: str) -> None:
    """Refuse a caller who lacks a permission for what a command is about; see `permissions.require`."""
    permissions.require(call.store, call.user_id, permission, org_id, *object_ids)


def require_org(call: Call) -> None:
    """Refuse what only an existing organization can have.

    Raises:
        Err: FAILED_PRECONDITION for a removed one.
    """
    if not call.store.value("SELECT state <> 0 FROM orgs WHERE id = ?", call.org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-QXPGs", "Errors.Org.NotFound")


def require_user(call: Call, user_id: str, org_id: str | None = None) -> sqlite3.Row:
    """The user whom a command is about; of the organization only, if one is given.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    row = call.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None or (org_id is not None and row["org_id"] != org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-uXHNj", "Errors.User.NotFound")
    return row


def require_project(call: Call, project_id: str, id: str = "COMMAND-EbFMN") -> sqlite3.Row:
    """The project of the organization that a command is about.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    row = call.store.one("SELECT * FROM projects WHERE id = ? AND org_id = ?", project_id, call.org_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", id, "Errors.Project.NotFound")
    return row


def trimmed(values: RepeatedScalarFieldContainer[str] | Iterable[str]) -> list[str]:
    """The texts without white space around them."""
    return [value.strip() for value in values]
