"""Access tokens that the token endpoint issued: for whom, by which client, for what, until when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain.access import ACTIVE, token_hash
from zgrpc.testing.store import Schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc.testing.store import Store

SCHEMA = Schema(
    "oauth_tokens",
    (
        """
CREATE TABLE oauth_tokens (
  token_hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, client_id TEXT NOT NULL,
  scopes TEXT NOT NULL, audience TEXT NOT NULL, actor TEXT NOT NULL, issued INTEGER NOT NULL, expires INTEGER NOT NULL,
  position INTEGER NOT NULL) WITHOUT ROWID;
""",
    ),
)


class Issued(NamedTuple):
    """An issued token that counts: it has not expired, and its user is active.

    Attributes:
        user_id: whose it is.
        client_id: the client that requested it; empty for a personal access token.
        scopes: the granted scopes.
        audience: for whom it is.
        issued: when it was issued, in Unix seconds.
        expires: when it expires, in Unix seconds.
        actor: the id of the user who impersonates; empty for none.
        pat: whether it is a personal access token.
    """

    user_id: str
    client_id: str
    scopes: tuple[str, ...]
    audience: tuple[str, ...]
    issued: float
    expires: float
    actor: str = ""
    pat: bool = False


def add(store: Store, token: str, issued: Issued, *, api: bool) -> None:
    """Remember a token. Calls of the API accept it only with `api`."""
    # Tokens are no events here; one is as old as what happened last, which orders it among the user's states.
    position = store.value("SELECT max(position) FROM events")
    hashed, expires = token_hash(token), int(issued.expires * 1_000_000)
    store.insert(
        "oauth_tokens", token_hash=hashed, user_id=issued.user_id, client_id=issued.client_id,
        scopes=json.dumps(issued.scopes), audience=json.dumps(issued.audience), actor=issued.actor,
        issued=int(issued.issued * 1_000_000), expires=expires, position=position,
    )  # fmt: skip
    if api:
        store.insert("access_tokens", token_hash=hashed, user_id=issued.user_id, expires=expires, position=position)


def find(store: Store, token: str) -> Issued | None:
    """Return the token, if it counts."""
    for table, columns in (("oauth_tokens", "t.*"), ("pats", "t.*, t.created AS issued")):
        row = store.one(
            f"""SELECT {columns} FROM {table} t JOIN users u ON u.id = t.user_id
                WHERE t.token_hash = ? AND t.expires > ? AND t.position > u.tokens_after AND u.state = ?""",  # noqa: S608  (our own names)
            token_hash(token), store.now(), ACTIVE,
        )  # fmt: skip
        if row is None:
            continue
        pat = table == "pats"
        return Issued(
            row["user_id"],
            "" if pat else row["client_id"],
            _texts(row["scopes"]),
            () if pat else _texts(row["audience"]),
            row["issued"] / 1_000_000,
            row["expires"] / 1_000_000,
            "" if pat else row["actor"],
            pat,
        )
    return None


def remove(store: Store, token: str) -> None:
    """End a token; without effect on a personal access token."""
    for table in ("oauth_tokens", "access_tokens"):
        store.run(f"DELETE FROM {table} WHERE token_hash = ?", token_hash(token))  # noqa: S608  (our own names)


def _texts(stored: str) -> tuple[str, ...]:
    found: Sequence[str] = json.loads(stored)
    return tuple(found)
