"""What commands of several areas share: what must exist, expiry, secrets."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING

from zgrpc.testing.domain import permissions
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters

NEVER = 253_402_300_799_000_000
"""When keys and tokens without an expiration date end: with the year 9999, in microseconds since the epoch."""

_SECRET_LETTERS = string.ascii_letters + string.digits


def new_secret() -> str:
    """Return a client secret as ZITADEL makes them: 64 letters and digits."""
    return "".join(secrets.choice(_SECRET_LETTERS) for _ in range(64))


def free_id(ctx: Context, table: str, wanted: str, taken: str, key: str) -> str:
    """Return the id that a new row is to have: the wanted one, or a new one if none is wanted.

    Args:
        ctx: the call.
        table: where the row goes.
        wanted: the id that the caller chose; empty for any.
        taken: the error id if another row has it.
        key: the message key of that error.

    Raises:
        Err: ALREADY_EXISTS.
    """
    if wanted and ctx.store.one(f"SELECT 1 FROM {table} WHERE id = ?", wanted) is not None:  # noqa: S608  (our own names)
        raise Err("ALREADY_EXISTS", taken, key)
    return wanted or ctx.store.new_id()


def expiry(ctx: Context, micros: int | None) -> int:
    """Return when a key or token ends, in microseconds since the epoch.

    Args:
        ctx: the call.
        micros: the moment that was asked for; None for never.

    Raises:
        Err: INVALID_ARGUMENT for a moment that has passed, or lies beyond the year 9999.
    """
    if micros is None:
        return NEVER
    if micros > NEVER:
        raise Err("INVALID_ARGUMENT", "", "the expiration date is beyond the year 9999")
    if micros < ctx.store.now():
        raise Err("INVALID_ARGUMENT", "DOMAIN-dv3t5", "Errors.AuthNKey.ExpireBeforeNow")
    return micros


def only_permitted(filters: Filters, ctx: Context, permission: str, column: str) -> Filters:
    """Keep a list to the objects that the caller holds the permission for, where not all of them."""
    held = permissions.granted(ctx.store, ctx.user_id, ctx.org_id)
    objects = frozenset[str]() if held is None else held.objects(permission)
    return filters if "" in objects else filters.one_of(column, sorted(objects))


def require_org(ctx: Context, org_id: str | None = None) -> None:
    """Refuse what only an existing organization can have; that of the call if it is left out.

    Raises:
        Err: FAILED_PRECONDITION for a removed one.
    """
    if not ctx.store.value("SELECT state <> 0 FROM orgs WHERE id = ?", ctx.org_id if org_id is None else org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-QXPGs", "Errors.Org.NotFound")


def require_user(ctx: Context, user_id: str, org_id: str | None = None) -> sqlite3.Row:
    """Return the user whom a command is about; of the organization only, if one is given.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None or (org_id is not None and row["org_id"] != org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-uXHNj", "Errors.User.NotFound")
    return row


def require_project(ctx: Context, project_id: str, id: str = "COMMAND-EbFMN") -> sqlite3.Row:
    """Return the project that a command is about.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    row = ctx.store.one("SELECT * FROM projects WHERE id = ?", project_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("FAILED_PRECONDITION", id, "Errors.Project.NotFound")
    return row


def trimmed(values: Iterable[str]) -> list[str]:
    """Return the texts without white space around them."""
    return [value.strip() for value in values]
