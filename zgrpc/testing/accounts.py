"""What the token endpoint reads from the store, and writes to it."""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING

from zgrpc.testing.access import ACTIVE, token_hash
from zgrpc.testing.oauth import MachineUser

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Store

_MACHINE = "SELECT id, user_name, state, access_token_type, secret_hash FROM users WHERE type = 2 AND "
_JWT = 1  # ACCESS_TOKEN_TYPE_JWT
_KEY_FACT = "oauth_signing_key"


class StoredAccounts:
    """The machine users of a store; an `zgrpc.testing.oauth.Accounts`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def machine_user(self, user_id: str) -> MachineUser | None:
        """The machine user of that id."""
        return self._user("id = ?", user_id)

    def machine_client(self, client_id: str) -> MachineUser | None:
        """The machine user whose user name is `client_id`."""
        return self._user("lower(user_name) = lower(?)", client_id)

    def _user(self, condition: str, value: str) -> MachineUser | None:
        with self._store.lock:
            row = self._store.one(_MACHINE + condition, value)
        return None if row is None else _as_user(row)

    def machine_key(self, user_id: str, key_id: str) -> bytes | None:
        """The public key (PEM) of that user and key id; None where there is none or it has expired."""
        store = self._store
        with store.lock:
            found: bytes | None = store.value(
                "SELECT public_key FROM machine_keys WHERE id = ? AND user_id = ? AND expires > ?",
                key_id,
                user_id,
                store.now(),
            )
        return found

    def add_access_token(self, token: str, user_id: str, expires_at: float, *, api: bool) -> None:
        """Take an issued token down, if it is one for ZITADEL's API."""
        if not api:
            return
        store = self._store
        with store.write():
            # Tokens are no events here; one is as old as what happened last, which orders it among the user's states.
            position = store.value("SELECT max(position) FROM events")
            expires = int(expires_at * 1_000_000)
            store.insert(
                "access_tokens", token_hash=token_hash(token), user_id=user_id, expires=expires, position=position
            )

    def expire_access_token(self, token: str) -> None:
        """Make an issued token invalid; without effect on a personal access token."""
        with self._store.write():
            self._store.run("DELETE FROM access_tokens WHERE token_hash = ?", token_hash(token))

    def load_key(self) -> bytes | None:
        """The signing key that `save_key` kept."""
        with self._store.lock:
            kept = self._store.value("SELECT value FROM facts WHERE name = ?", _KEY_FACT)
        return None if kept is None else base64.b64decode(kept)

    def save_key(self, pem: bytes) -> None:
        """Keep the key that tokens are signed with."""
        with self._store.write():
            self._store.insert("facts", name=_KEY_FACT, value=base64.b64encode(pem).decode())


def _as_user(row: sqlite3.Row) -> MachineUser:
    kept: bytes | None = row["secret_hash"]
    return MachineUser(
        row["id"],
        row["user_name"],
        row["state"] == ACTIVE,
        row["access_token_type"] == _JWT,
        None if kept is None else lambda secret: hmac.compare_digest(kept, token_hash(secret)),
    )
