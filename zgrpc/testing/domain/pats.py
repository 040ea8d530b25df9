"""Personal access tokens."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import payloads, users
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.shared import expiry
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "pats",
    (
        f"""
CREATE TABLE pats (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  token_hash BLOB NOT NULL, expires INTEGER NOT NULL, scopes TEXT NOT NULL, position INTEGER NOT NULL, {CHANGE});
CREATE UNIQUE INDEX pats_by_token ON pats(token_hash);
CREATE INDEX pats_by_user ON pats(user_id);
""",
    ),
    since_first=True,
)

SCOPES = json.dumps(["openid", "profile", "urn:zitadel:iam:user:metadata", "urn:zitadel:iam:user:resourceowner"])

_MACHINE = 2
_OF_USER = "SELECT * FROM pats WHERE id = ? AND user_id = ?"


class NewToken(NamedTuple):
    """A token that was made; the only place that shows it."""

    id: str
    token: str
    event: Event


def add(ctx: Context, user_id: str, expires: int | None) -> NewToken:
    """Give a machine user a new token.

    Args:
        ctx: the call.
        user_id: whose token.
        expires: when it ends, in microseconds since the epoch; None for never.

    Raises:
        Err: the moment has passed; the user is not there, or no machine user.
    """
    expires = expiry(ctx, expires)
    user = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if user is None or not ctx.finds(user["org_id"]):
        raise Err("FAILED_PRECONDITION", "COMMAND-Dggw2", "Errors.User.NotFound")
    if user["type"] != _MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-Df2f1", "Errors.User.WrongType")
    users.require_write(ctx, user["org_id"], user_id)
    token_id, token = ctx.store.new_id(), secrets.token_urlsafe(53)
    about = {"tokenId": token_id, "expiration": payloads.moment(expires), "scopes": json.loads(SCOPES)}
    event = ctx.push("user", user_id, "user.pat.added", owner=user["org_id"], data=about)
    ctx.add(
        "pats", event, id=token_id, user_id=user_id, org_id=user["org_id"], token_hash=token_hash(token),
        expires=expires, scopes=SCOPES, position=event.position,
    )  # fmt: skip
    return NewToken(token_id, token, event)


def remove(ctx: Context, user_id: str, token_id: str) -> Event:
    """End a token.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(_OF_USER, token_id, user_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.User.PAT.NotFound")
    users.require_write(ctx, row["org_id"], user_id)
    ctx.store.run("DELETE FROM pats WHERE id = ?", token_id)
    return ctx.push("user", user_id, "user.pat.removed", owner=row["org_id"], data={"tokenId": token_id})


def get(ctx: Context, user_id: str, token_id: str) -> sqlite3.Row:
    """Return a token, without its secret.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(_OF_USER, token_id, user_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "QUERY-fRunu", "Errors.PersonalAccessToken.NotFound")
    return row


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List tokens; the columns for `filters` are those of `pats`."""
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "pats", filters)
