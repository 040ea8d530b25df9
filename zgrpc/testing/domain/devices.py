"""Device authorizations (RFC 8628): a device asks, a person decides elsewhere, the device polls for the decision."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import session_tokens
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.errors import Err
from zgrpc.testing.store import Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Store

SCHEMA = Schema(
    "device_authorizations",
    (
        """
CREATE TABLE device_authorizations (
  id TEXT PRIMARY KEY, code_hash BLOB NOT NULL UNIQUE, user_code TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL,
  scopes TEXT NOT NULL, state INTEGER NOT NULL, user_id TEXT NOT NULL, expires INTEGER NOT NULL,
  wait INTEGER NOT NULL, next_poll INTEGER NOT NULL) WITHOUT ROWID;
""",
    ),
)

LIFETIME = 300
"""Seconds that a device has."""
INTERVAL = 5
"""Seconds between two polls, and how many more each poll that comes too soon costs."""

_ASKED, _APPROVED, _DENIED = 1, 2, 3
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that no words come out
_SECOND = 1_000_000


class Codes(NamedTuple):
    """The codes of a new request: the device's own, and the one that a person types."""

    device: str
    user: str


class Decision(NamedTuple):
    """What a poll finds: an OAuth error, or whose token the device gets, with which scopes."""

    error: str = ""
    user_id: str = ""
    scopes: tuple[str, ...] = ()


def ask(store: Store, client_id: str, scopes: Sequence[str]) -> Codes:
    """Note the request of a device."""
    code, letters = secrets.token_urlsafe(32), "".join(secrets.choice(_LETTERS) for _ in range(8))
    store.insert(
        "device_authorizations", id=store.new_id(), code_hash=token_hash(code), user_code=letters,
        client_id=client_id, scopes=json.dumps(list(scopes)), state=_ASKED, user_id="",
        expires=store.now() + LIFETIME * _SECOND, wait=INTERVAL * _SECOND, next_poll=0,
    )  # fmt: skip
    return Codes(code, f"{letters[:4]}-{letters[4:]}")


def poll(store: Store, code: str, client_id: str) -> Decision:
    """Return what was decided, for a device. It gets an approval once."""
    row = store.one("SELECT * FROM device_authorizations WHERE code_hash = ?", token_hash(code))
    if row is None or row["client_id"] != client_id:
        return Decision("invalid_grant")
    now = store.now()
    if row["expires"] <= now:
        return Decision("expired_token")
    if row["state"] == _DENIED:
        return Decision("access_denied")
    if row["state"] == _APPROVED:
        store.run("DELETE FROM device_authorizations WHERE id = ?", row["id"])
        return Decision("", row["user_id"], tuple(json.loads(row["scopes"])))
    early = now < row["next_poll"]
    wait = row["wait"] + (INTERVAL * _SECOND if early else 0)
    store.update("device_authorizations", {"id": row["id"]}, wait=wait, next_poll=now + wait)
    return Decision("slow_down" if early else "authorization_pending")


def by_user_code(ctx: Context, user_code: str) -> sqlite3.Row:
    """Return an undecided request, with the names of its application and project; hyphens and case do not matter.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(
        """SELECT d.*, a.name AS app_name, p.name AS project_name FROM device_authorizations d
           JOIN apps a ON a.client_id = d.client_id JOIN projects p ON p.id = a.project_id
           WHERE d.user_code = ? AND d.state = ? AND d.expires > ?""",
        user_code.replace("-", "").upper(), _ASKED, ctx.store.now(),
    )  # fmt: skip
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Sah9a", "Errors.DeviceAuth.NotExisting")
    return row


def approve(ctx: Context, request_id: str, session_id: str, session_token: str) -> None:
    """Give the device a token of the session's user.

    Raises:
        Err: NOT_FOUND without such an undecided request; as `session_tokens.authenticate` for the session.
    """
    _require(ctx, request_id)
    user = session_tokens.authenticate(ctx.store, session_id, session_token)
    ctx.store.update("device_authorizations", {"id": request_id}, state=_APPROVED, user_id=user["id"])


def deny(ctx: Context, request_id: str) -> None:
    """Give the device nothing.

    Raises:
        Err: NOT_FOUND without such an undecided request.
    """
    _require(ctx, request_id)
    ctx.store.update("device_authorizations", {"id": request_id}, state=_DENIED)


def _require(ctx: Context, request_id: str) -> None:
    sql = "SELECT 1 FROM device_authorizations WHERE id = ? AND state = ? AND expires > ?"
    if ctx.store.one(sql, request_id, _ASKED, ctx.store.now()) is None:
        raise Err("NOT_FOUND", "COMMAND-Hief9", "Errors.DeviceAuth.NotFound")
