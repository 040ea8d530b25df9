"""Metadata of users and of organizations: values by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import payloads
from zgrpc.testing.domain.shared import require_org, require_user
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "metadata",
    (
        f"""
CREATE TABLE user_metadata (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL, key TEXT NOT NULL,
  value BLOB NOT NULL, {CHANGE}, PRIMARY KEY (user_id, key));
CREATE TABLE org_metadata (
  org_id TEXT NOT NULL REFERENCES orgs(id), key TEXT NOT NULL, value BLOB NOT NULL, {CHANGE},
  PRIMARY KEY (org_id, key));
""",
    ),
    since_first=True,
)


class Set(NamedTuple):
    """The result of setting one value."""

    event: Event | None
    """None where the value was the one that it had."""
    row: sqlite3.Row | None
    """The row as it was before; None for a new key."""


# -- users -----------------------------------------------------------------------------------------
def set_of_user(ctx: Context, user_id: str, key: str, value: bytes) -> Set:
    """Set one value of a user; the value that it has already is no change.

    Raises:
        Err: the user is not there.
    """
    owner = _owner(ctx, user_id)
    row = _user_row(ctx, user_id, key)
    if row is not None and row["value"] == value:
        return Set(None, row)
    return Set(_set_user(ctx, user_id, owner, key, value), row)


def set_all_of_user(ctx: Context, user_id: str, entries: Sequence[tuple[str, bytes]]) -> Event | None:
    """Set several values of a user, all or none; return the last event that set one, ever.

    Raises:
        Err: nothing is to be set, or the user is not there.
    """
    if not entries:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    owner = _owner(ctx, user_id)
    if any(not key or not value for key, value in entries):
        raise Err("INVALID_ARGUMENT", "META-2m00f", "Errors.Metadata.Invalid")
    event = ctx.store.last_event("user", user_id, "user.metadata.")
    for key, value in entries:
        row = _user_row(ctx, user_id, key)
        if row is None or row["value"] != value:
            event = _set_user(ctx, user_id, owner, key, value)
    return event


def of_new_user(entries: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the values that a user is to be added with, without white space around their keys.

    Raises:
        Err: INVALID_ARGUMENT for an empty key or value.
    """
    trimmed = [(key.strip(), value) for key, value in entries]
    for key, value in trimmed:
        if not key:
            raise Err("INVALID_ARGUMENT", "USER-Drght", "Errors.User.Metadata.KeyEmpty")
        if not value:
            raise Err("INVALID_ARGUMENT", "USER-Dbgth", "Errors.User.Metadata.ValueEmpty")
    return trimmed


def set_all_of_new_user(ctx: Context, user_id: str, org_id: str, entries: Sequence[tuple[str, bytes]]) -> Event:
    """Set the values of a user who is being added; return the last event."""
    return [_set_user(ctx, user_id, org_id, key, value) for key, value in entries][-1]


def get_of_user(ctx: Context, user_id: str, key: str) -> sqlite3.Row:
    """Return one value of a user.

    Raises:
        Err: NOT_FOUND.
    """
    row = _user_row(ctx, user_id, key)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Rgh32", "Errors.Metadata.NotFound")
    return row


def search_of_user(ctx: Context, user_id: str, filters: Filters, page: Page) -> Rows:
    """List the values of a user; the columns for `filters` are those of `user_metadata`."""
    filters.equals("user_id", user_id)
    if ctx.scope is not None and user_id != ctx.user_id:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "user_metadata", filters)


def remove_of_user(ctx: Context, user_id: str, keys: Sequence[str], missing: str = "META-2nnds") -> Event:
    """Remove values of a user, all or none; return the last event.

    Args:
        ctx: the call.
        user_id: whose.
        keys: which.
        missing: the error id for a key that is not there.

    Raises:
        Err: nothing is to be removed; the user or a key is not there.
    """
    if not keys:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    owner = _owner(ctx, user_id)
    if any(_user_row(ctx, user_id, key) is None for key in keys):
        text = "Errors.Metadata.NotFound" if missing == "META-ncnw3" else "Errors.Metadata.KeyNotExisting"
        raise Err("NOT_FOUND", missing, text)
    events = []
    for key in keys:
        ctx.store.run("DELETE FROM user_metadata WHERE user_id = ? AND key = ?", user_id, key)
        events.append(ctx.push("user", user_id, "user.metadata.removed", owner=owner, data={"key": key}))
    return events[-1]


def _owner(ctx: Context, user_id: str) -> str:
    """Return the organization of a user whose metadata the caller may write."""
    owner = str(require_user(ctx, user_id, ctx.scope)["org_id"])
    ctx.require_unscoped("user.write", owner, user_id)  # v2 asks users themselves as well
    return owner


def _user_row(ctx: Context, user_id: str, key: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM user_metadata WHERE user_id = ? AND key = ?", user_id, key)
    return row if row is not None and (ctx.finds(row["org_id"]) or user_id == ctx.user_id) else None


def _set_user(ctx: Context, user_id: str, owner: str, key: str, value: bytes) -> Event:
    about = {"key": key, "value": payloads.binary(value)}
    event = ctx.push("user", user_id, "user.metadata.set", owner=owner, data=about)
    if not ctx.change("user_metadata", event, {"user_id": user_id, "key": key}, value=value):
        ctx.add("user_metadata", event, user_id=user_id, org_id=owner, key=key, value=value)
    return event


# -- organizations ---------------------------------------------------------------------------------
def set_of_org(ctx: Context, org_id: str, entries: Sequence[tuple[str, bytes]]) -> Event:
    """Set values of an organization, all or none; return the last event.

    Raises:
        Err: nothing is to be set, the organization is not there, the caller may not, or a value is empty.
    """
    if not entries:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    require_org(ctx, org_id)
    ctx.require_unscoped("org.write", org_id, org_id)
    if any(not key or not value for key, value in entries):
        raise Err("INVALID_ARGUMENT", "META-2ml0f", "Errors.Metadata.Invalid")
    return [_set_org(ctx, org_id, key, value) for key, value in entries][-1]


def get_of_org(ctx: Context, org_id: str, key: str) -> sqlite3.Row:
    """Return one value of an organization.

    Raises:
        Err: NOT_FOUND.
    """
    row = _org_row(ctx, org_id, key)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Rph32", "Errors.Metadata.NotFound")
    return row


def search_of_org(ctx: Context, org_id: str, filters: Filters, page: Page) -> Rows:
    """List the values of an organization; the columns for `filters` are those of `org_metadata`."""
    return ctx.rows(page, "*", "org_metadata", filters.equals("org_id", org_id))


def remove_of_org(ctx: Context, org_id: str, keys: Sequence[str], missing: str = "META-2npds") -> Event:
    """Remove values of an organization, all or none; return the last event. See `remove_of_user`.

    Raises:
        Err: nothing is to be removed; the organization or a key is not there.
    """
    if not keys:
        raise Err("FAILED_PRECONDITION", "META-9mw2d", "Errors.Metadata.NoData")
    require_org(ctx, org_id)
    ctx.require_unscoped("org.write", org_id, org_id)
    if any(_org_row(ctx, org_id, key) is None for key in keys):
        text = "Errors.Metadata.NotFound" if missing == "META-mcnw3" else "Errors.Metadata.KeyNotExisting"
        raise Err("NOT_FOUND", missing, text)
    events = []
    for key in keys:
        ctx.store.run("DELETE FROM org_metadata WHERE org_id = ? AND key = ?", org_id, key)
        events.append(ctx.push("org", org_id, "org.metadata.removed", owner=org_id, data={"key": key}))
    return events[-1]


def _org_row(ctx: Context, org_id: str, key: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM org_metadata WHERE org_id = ? AND key = ?", org_id, key)


def _set_org(ctx: Context, org_id: str, key: str, value: bytes) -> Event:
    about = {"key": key, "value": payloads.binary(value)}
    event = ctx.push("org", org_id, "org.metadata.set", owner=org_id, data=about)
    if not ctx.change("org_metadata", event, {"org_id": org_id, "key": key}, value=value):
        ctx.add("org_metadata", event, org_id=org_id, key=key, value=value)
    return event
