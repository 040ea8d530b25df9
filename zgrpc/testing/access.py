"""Authentication: who a call is from, and which organization it is about, out of its metadata."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zgrpc.testing.errors import Err, hidden

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Store

ACTIVE = 1
_PREFIX = "Bearer "


def token_hash(token: str) -> bytes:
    """How the store keeps a token: not to be read back."""
    return hashlib.sha256(token.encode()).digest()


def bearer(header: str | None) -> str:
    """The token of an `authorization` value, cut out as the real server cuts it.

    Raises:
        Err: UNAUTHENTICATED; hidden in UNKNOWN where there is no header at all.
    """
    if header is None:
        raise hidden("Unauthenticated", "auth header missing")
    parts = header.split(_PREFIX)
    if len(parts) != 2:
        raise Err("UNAUTHENTICATED", "AUTH-toLo1", "invalid auth header")
    return parts[1]


def authenticate(store: Store, token: str) -> sqlite3.Row:
    """The active user of a valid token, as `id` and `org_id`.

    Deactivating or locking a user ends the tokens issued before, for good.

    Raises:
        Err: UNAUTHENTICATED.
    """
    hashed, now = token_hash(token), store.now()
    for table in ("pats", "access_tokens"):
        row = store.one(
            f"""SELECT u.id, u.org_id FROM {table} t JOIN users u ON u.id = t.user_id
                WHERE t.token_hash = ? AND t.expires > ? AND t.position > u.tokens_after AND u.state = ?""",  # noqa: S608  (our own names)
            hashed, now, ACTIVE,
        )  # fmt: skip
        if row is not None:
            return row
    raise Err("UNAUTHENTICATED", "AUTH-7fs1e", "Errors.Token.Invalid")


def organization(store: Store, header: str | None, own: str) -> str:
    """The organization that a call is about: the one that `x-zitadel-orgid` names, else the caller's own.

    A removed organization still counts, as it does for the real server.

    Raises:
        Err: PERMISSION_DENIED for one that never was.
    """
    if not header:
        return own
    if store.one("SELECT 1 FROM orgs WHERE id = ?", header) is None:
        raise Err("PERMISSION_DENIED", "AUTH-Bs7Ds", "Organisation doesn't exist")
    return header
