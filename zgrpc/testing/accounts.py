"""What the OAuth side reads from the store, and writes to it."""

from __future__ import annotations

import base64
import hmac
import json
from typing import TYPE_CHECKING

from zgrpc.testing.domain import devices, login_names, oauth_tokens
from zgrpc.testing.domain.access import ACTIVE, token_hash
from zgrpc.testing.domain.users import HUMAN
from zgrpc.testing.oauth_claims import Roles, User
from zgrpc.testing.oauth_types import Client, MachineUser
from zgrpc.testing.oidc_rules import DEVICE_CODE, NONE

if TYPE_CHECKING:
    import sqlite3

    from zitadel import app_pb2

    from zgrpc.testing.domain.oauth_tokens import Issued
    from zgrpc.testing.store import Store

_MACHINE = """SELECT id, preferred_login_name, state, access_token_type, secret_hash FROM users
  WHERE type = 2 AND id = ?"""
_TOKEN_EXCHANGE = 4  # OIDC_GRANT_TYPE_TOKEN_EXCHANGE
_JWT = 1  # ACCESS_TOKEN_TYPE_JWT
_KEY_FACT = "oauth_signing_key"


class StoredAccounts:
    """The users, applications and tokens of a store; a `zgrpc.testing.oauth_types.Accounts`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def machine_user(self, user_id: str) -> MachineUser | None:
        """Return the machine user of that id."""
        with self._store.lock:
            row = self._store.one(_MACHINE, user_id)
        return None if row is None else _as_user(row)

    def machine_client(self, client_id: str) -> MachineUser | None:
        """Return the machine user who logs in by the name `client_id`."""
        with self._store.lock:
            user = login_names.find(self._store, client_id)
        return None if user is None else self.machine_user(user["id"])

    def machine_key(self, user_id: str, key_id: str) -> bytes | None:
        """Return the public key (PEM) of that user and key id; None if there is none or it has expired."""
        store = self._store
        with store.lock:
            found: bytes | None = store.value(
                "SELECT public_key FROM machine_keys WHERE id = ? AND user_id = ? AND expires > ?",
                key_id,
                user_id,
                store.now(),
            )
        return found

    def client(self, client_id: str) -> Client | None:
        """Return the active application of that client id."""
        store = self._store
        with store.lock:
            row = store.one(
                """SELECT a.kind, a.config, a.secret_hash, a.project_id, p.role_assertion
                   FROM apps a JOIN projects p ON p.id = a.project_id
                   WHERE a.client_id = ? AND a.state = ? AND p.state = ?""",
                client_id, ACTIVE, ACTIVE,
            )  # fmt: skip
        if row is None:
            return None
        kept: bytes | None = row["secret_hash"]
        matches = None if kept is None else lambda secret: hmac.compare_digest(kept, token_hash(secret))
        of_app = (client_id, row["project_id"], bool(row["role_assertion"]))
        if row["kind"] != "oidc":
            return Client(*of_app, exchanges=False, secret_matches=matches)
        config = _oidc_config(row["config"])
        return Client(
            *of_app,
            exchanges=_TOKEN_EXCHANGE in config.grant_types,
            secret_matches=matches,
            devices=DEVICE_CODE in config.grant_types,
            public=config.auth_method_type == NONE,
        )

    def client_key(self, client_id: str, key_id: str) -> bytes | None:
        """Return the public key (PEM) of that client and key id; None if there is none or it has expired."""
        store = self._store
        with store.lock:
            found: bytes | None = store.value(
                """SELECT k.public_key FROM app_keys k JOIN apps a ON a.id = k.app_id
                   WHERE k.id = ? AND a.client_id = ? AND k.expires > ?""",
                key_id, client_id, store.now(),
            )  # fmt: skip
        return found

    def user(self, user_id: str) -> User | None:
        """Return the active user of that id."""
        store = self._store
        with store.lock:
            row = store.one(
                """SELECT u.*, o.name AS org_name, o.primary_domain FROM users u JOIN orgs o ON o.id = u.org_id
                   WHERE u.id = ? AND u.state = ?""",
                user_id, ACTIVE,
            )  # fmt: skip
        if row is None:
            return None
        human = row["type"] == HUMAN
        return User(
            row["id"], row["org_id"], row["org_name"], row["primary_domain"], row["user_name"],
            row["preferred_login_name"], human, (row["display_name"] if human else row["name"]) or "", row["changed"],
            row["first_name"], row["last_name"], row["nick_name"], row["language"], row["gender"], row["email"],
            bool(row["email_verified"]), row["phone"], bool(row["phone_verified"]),
        )  # fmt: skip

    def roles(self, user_id: str, project_ids: list[str]) -> Roles:
        """Return the roles of a user in projects, by active grants."""
        store = self._store
        found: Roles = {}
        with store.lock:
            rows = store.all(
                """SELECT g.project_id, g.org_id, g.roles, o.primary_domain
                   FROM user_grants g JOIN orgs o ON o.id = g.org_id
                   WHERE g.user_id = ? AND g.state = ? ORDER BY g.created""",
                user_id, ACTIVE,
            )  # fmt: skip
        for row in rows:
            if row["project_id"] in project_ids:
                for role in json.loads(row["roles"]):
                    orgs = found.setdefault(row["project_id"], {}).setdefault(role, {})
                    orgs[row["org_id"]] = row["primary_domain"]
        return found

    def role_keys(self, project_id: str) -> list[str]:
        """Return the keys of a project's roles."""
        with self._store.lock:
            rows = self._store.all("SELECT key FROM roles WHERE project_id = ? ORDER BY key", project_id)
        return [row["key"] for row in rows]

    def metadata(self, user_id: str) -> dict[str, bytes]:
        """Return a user's metadata."""
        with self._store.lock:
            rows = self._store.all("SELECT key, value FROM user_metadata WHERE user_id = ? ORDER BY key", user_id)
        return {row["key"]: bytes(row["value"]) for row in rows}

    def add_token(self, token: str, issued: Issued, *, api: bool) -> None:
        """Remember an issued token. The gRPC side accepts it only with `api`."""
        with self._store.write():
            oauth_tokens.add(self._store, token, issued, api=api)

    def token(self, token: str) -> Issued | None:
        """Return an issued token or a personal access token that counts."""
        with self._store.lock:
            return oauth_tokens.find(self._store, token)

    def remove_token(self, token: str) -> None:
        """End an issued token."""
        with self._store.write():
            oauth_tokens.remove(self._store, token)

    def ask_for_device(self, client_id: str, scopes: list[str]) -> devices.Codes:
        """Note that a device asks for authorization."""
        with self._store.write():
            return devices.ask(self._store, client_id, scopes)

    def poll_for_device(self, code: str, client_id: str) -> devices.Decision:
        """Return what was decided for a device."""
        with self._store.write():
            return devices.poll(self._store, code, client_id)

    def expire_access_token(self, token: str) -> None:
        """Make an issued token invalid; without effect on a personal access token."""
        self.remove_token(token)

    def load_key(self) -> bytes | None:
        """Return the signing key that `save_key` kept."""
        with self._store.lock:
            kept = self._store.value("SELECT value FROM facts WHERE name = ?", _KEY_FACT)
        return None if kept is None else base64.b64decode(kept)

    def save_key(self, pem: bytes) -> None:
        """Keep the key that tokens are signed with."""
        with self._store.write():
            self._store.run("DELETE FROM facts WHERE name = ?", _KEY_FACT)
            self._store.insert("facts", name=_KEY_FACT, value=base64.b64encode(pem).decode())


def _as_user(row: sqlite3.Row) -> MachineUser:
    kept: bytes | None = row["secret_hash"]
    return MachineUser(
        row["id"],
        row["preferred_login_name"],
        row["state"] == ACTIVE,
        row["access_token_type"] == _JWT,
        None if kept is None else lambda secret: hmac.compare_digest(kept, token_hash(secret)),
    )


def _oidc_config(config: bytes) -> app_pb2.OIDCConfig:
    from zitadel import app_pb2

    return app_pb2.OIDCConfig.FromString(config)
