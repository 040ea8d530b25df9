"""Authentication: who a call is from, and which organization it is about, out of its metadata."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zgrpc.testing.errors import Err, bare, hidden

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Store

ACTIVE = 1
_PREFIX = "Bearer "


def token_hash(token: str) -> bytes:
    """Return a token as the store keeps it: nobody can read it back."""
    return hashlib.sha256(token.encode()).digest()


def bearer(header: str | None, *, native: bool = False) -> str:
    """Return the token of an `authorization` value, cut out as the real server cuts it.

    Args:
        header: the value; None where there is no header at all.
        native: refuse a missing header with UNAUTHENTICATED, as v2 does; v1 hides it in UNKNOWN.

    Raises:
        Err: UNAUTHENTICATED, or UNKNOWN.
    """
    if header is None:
        text = "auth header missing"
        raise bare("UNAUTHENTICATED", text) if native else hidden("Unauthenticated", text)
    parts = header.split(_PREFIX)
    if len(parts) != 2:
        raise Err("UNAUTHENTICATED", "AUTH-toLo1", "invalid auth header")
    return parts[1]


def authenticate(store: Store, token: str) -> sqlite3.Row:
    """Return the user of a valid token that is no session's, as `id` and `org_id`.

    Deactivating or locking a user ends the tokens issued before, for good. Those issued after it work.

    Raises:
        Err: UNAUTHENTICATED.
    """
    hashed = token_hash(token)
    row = store.remember(("token", hashed), lambda: _of_token(store, hashed))
    if row is not None and row["expires"] > store.now():
        return row
    raise Err("UNAUTHENTICATED", "AUTH-7fs1e", "Errors.Token.Invalid")


def _of_token(store: Store, hashed: bytes) -> sqlite3.Row | None:
    for table in ("pats", "access_tokens"):
        row = store.one(
            f"""SELECT u.id, u.org_id, t.expires FROM {table} t JOIN users u ON u.id = t.user_id
                WHERE t.token_hash = ? AND t.position > u.tokens_after""",  # noqa: S608  (our own names)
            hashed,
        )  # fmt: skip
        if row is not None:
            return row
    return None


def organization(store: Store, header: str | None, own: str) -> str:
    """Return the organization that a call is about: the one that `x-zitadel-orgid` names, else the caller's own.

    A removed organization still counts, as it does for the real server.

    Raises:
        Err: PERMISSION_DENIED for one that never was.
    """
    if not header:
        return own
    if store.one("SELECT 1 FROM orgs WHERE id = ?", header) is None:
        raise Err("PERMISSION_DENIED", "AUTH-Bs7Ds", "Organisation doesn't exist")
    return header
