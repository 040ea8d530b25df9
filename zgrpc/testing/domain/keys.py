"""Keys with which machine users and applications sign assertions."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import apps, payloads, users
from zgrpc.testing.domain.shared import expiry, free_id
from zgrpc.testing.domain.users import MACHINE
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "keys",
    (
        f"""
CREATE TABLE machine_keys (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  type INTEGER NOT NULL, expires INTEGER NOT NULL, public_key BLOB NOT NULL, {CHANGE});
CREATE INDEX machine_keys_by_user ON machine_keys(user_id);
CREATE TABLE app_keys (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL REFERENCES apps(id) ON DELETE CASCADE, project_id TEXT NOT NULL,
  org_id TEXT NOT NULL, type INTEGER NOT NULL, expires INTEGER NOT NULL, public_key BLOB NOT NULL, {CHANGE});
CREATE INDEX app_keys_by_app ON app_keys(app_id);
""",
    ),
    since_first=True,
)

_SIZE = 2048  # bits


class NewKey(NamedTuple):
    """A key that was made; the only place that shows its private half, where ZITADEL made that."""

    id: str
    file: bytes
    """The key file as JSON; empty if the request brought a public key."""
    event: Event


# -- machine users ---------------------------------------------------------------------------------
def add_of_user(
    ctx: Context, user_id: str, type: int, expires: int | None, public_key: bytes, *, key_id: str = ""
) -> NewKey:
    """Add a key of a machine user: the public half of one's own, or of a new pair.

    Args:
        ctx: the call.
        user_id: whose key.
        type: the type of the key; JSON is 1.
        expires: when it ends, in microseconds since the epoch; None for never.
        public_key: the public half as PEM; empty for a new pair.
        key_id: its id; made up if it is empty.

    Raises:
        Err: the key is none, the moment has passed, or the user is no machine user that the call finds.
    """
    public = public_key
    if public and not _is_public_key(public):
        raise Err("INVALID_ARGUMENT", "COMMAND-5F3h1", "Errors.User.Machine.Key.Invalid")
    expires = expiry(ctx, expires)
    user = users.find(ctx, user_id)
    if user is None or user["type"] != MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-bnipwm1", "Errors.User.NotFound")
    users.require_write(ctx, user["org_id"], user_id)
    key_id = free_id(ctx, "machine_keys", key_id, "COMMAND-p22101", "Errors.User.Machine.Key.AlreadyExisting")
    file = b""
    if not public:
        private, public = _new_pair()
        file = _key_file("serviceaccount", key_id, private, expires, userId=user_id)
    about = payloads.stated(
        keyId=key_id, type=type, expirationDate=payloads.moment(expires), publicKey=payloads.binary(public)
    )
    event = ctx.push("user", user_id, "user.machine.key.added", owner=user["org_id"], data=about)
    ctx.add(
        "machine_keys", event, id=key_id, user_id=user_id, org_id=user["org_id"], type=type,
        expires=expires, public_key=public,
    )  # fmt: skip
    return NewKey(key_id, file, event)


def get_of_user(ctx: Context, user_id: str, key_id: str) -> sqlite3.Row:
    """Return a key, without the key itself.

    Raises:
        Err: NOT_FOUND.
    """
    return _shown(_machine_key(ctx, user_id, key_id))


def search_of_users(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List keys of machine users; the columns for `filters` are those of `machine_keys`."""
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "machine_keys", filters)


def remove_of_user(ctx: Context, user_id: str, key_id: str) -> Event:
    """Remove a key, which signs no more.

    Raises:
        Err: NOT_FOUND.
    """
    row = _machine_key(ctx, user_id, key_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.User.Machine.Key.NotFound")
    users.require_write(ctx, row["org_id"], user_id)
    ctx.store.run("DELETE FROM machine_keys WHERE id = ?", key_id)
    return ctx.push("user", user_id, "user.machine.key.removed", owner=row["org_id"], data={"keyId": key_id})


def _machine_key(ctx: Context, user_id: str, key_id: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM machine_keys WHERE id = ? AND user_id = ?", key_id, user_id)
    return row if row is not None and ctx.finds(row["org_id"]) else None


# -- applications ----------------------------------------------------------------------------------
def add_of_app(ctx: Context, project_id: str, app_id: str, type: int, expires: int | None) -> NewKey:
    """Add a new key pair of an application that authenticates by one; see `add_of_user`.

    Raises:
        Err: the application is not there, or authenticates otherwise; the moment has passed.
    """
    app = apps.find(ctx, project_id, app_id)
    if app is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-sak25", "Errors.Project.App.NotFound")
    if not apps.takes_keys(app):
        raise Err("FAILED_PRECONDITION", "COMMAND-Dff54", "Errors.Project.App.AuthMethodNoPrivateKeyJWT")
    ctx.require_unscoped("project.app.write", app["org_id"], app["project_id"])
    expires = expiry(ctx, expires)
    key_id = ctx.store.new_id()
    private, public = _new_pair()
    event = _push(ctx, app, "added", {"keyId": key_id})
    ctx.add(
        "app_keys", event, id=key_id, app_id=app["id"], project_id=app["project_id"], org_id=app["org_id"],
        type=type, expires=expires, public_key=public,
    )  # fmt: skip
    file = _key_file("application", key_id, private, expires, appId=app["id"], clientId=app["client_id"])
    return NewKey(key_id, file, event)


def get_of_app(ctx: Context, project_id: str, app_id: str, key_id: str) -> sqlite3.Row:
    """Return a key, without the key itself.

    Raises:
        Err: NOT_FOUND.
    """
    return _shown(_app_key(ctx, project_id, app_id, key_id))


def get_of_any_app(ctx: Context, key_id: str) -> sqlite3.Row:
    """Return a key of any application that the caller may read.

    Raises:
        Err: it is not there, or the caller may not.
    """
    row = _shown(ctx.store.one("SELECT * FROM app_keys WHERE id = ?", key_id))
    ctx.require_unscoped("project.app.read", row["org_id"], row["project_id"])
    return row


def search_of_apps(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List keys of applications; the columns for `filters` are those of `app_keys`."""
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "app_keys", filters)


def remove_of_app(ctx: Context, project_id: str, app_id: str, key_id: str) -> Event:
    """Remove a key, which signs no more.

    Raises:
        Err: NOT_FOUND.
    """
    row = _app_key(ctx, project_id, app_id, key_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.Project.App.Key.NotFound")
    ctx.require_unscoped("project.app.write", row["org_id"], row["project_id"])
    ctx.store.run("DELETE FROM app_keys WHERE id = ?", key_id)
    return _push(ctx, row, "removed", None)


def _app_key(ctx: Context, project_id: str, app_id: str, key_id: str) -> sqlite3.Row | None:
    row = ctx.store.one(
        "SELECT * FROM app_keys WHERE id = ? AND app_id = ? AND project_id = ?", key_id, app_id, project_id
    )
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _push(ctx: Context, row: sqlite3.Row, what: str, data: dict[str, str] | None) -> Event:
    event_type = f"project.application.oidc.key.{what}"
    return ctx.push("project", row["project_id"], event_type, owner=row["org_id"], data=data)


# -- both ------------------------------------------------------------------------------------------
def _shown(row: sqlite3.Row | None) -> sqlite3.Row:
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dgr3g", "Errors.AuthNKey.NotFound")
    return row


def _new_pair() -> tuple[str, bytes]:
    """Return a new RSA key: the private half as PKCS#1 PEM, the public half as PKIX PEM."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, _SIZE)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public


def _is_public_key(pem: bytes) -> bool:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    try:
        return isinstance(serialization.load_pem_public_key(pem), RSAPublicKey)
    except ValueError:
        return False


def _key_file(kind: str, key_id: str, private: str, expires: int, **of: str) -> bytes:
    """Return the JSON file that ZITADEL hands out for a key."""
    moment = datetime.datetime.fromtimestamp(expires // 1_000_000, datetime.UTC)
    until = moment.replace(microsecond=expires % 1_000_000).isoformat().replace("+00:00", "Z")
    file = {"type": kind, "keyId": key_id, "key": private, "expirationDate": until, **of}
    return json.dumps(file, separators=(",", ":")).encode()
