"""Keys with which machine users and applications sign assertions."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from zitadel import app_pb2, auth_n_key_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.call import Call, added, changed, details, timestamp
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import expiry
from zgrpc.testing.handlers.users import MACHINE
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3

_SIZE = 2048  # bits


@rpc("management.AddMachineKey")
def add_machine_key(call: Call, request: m.AddMachineKeyRequest) -> dict[str, Any]:
    """A key of a machine user: the public half of one's own, or of a new pair, whose private half only this shows."""
    public = request.public_key
    if public and not _is_public_key(public):
        raise Err("INVALID_ARGUMENT", "COMMAND-5F3h1", "Errors.User.Machine.Key.Invalid")
    expires = expiry(call, request.expiration_date if request.HasField("expiration_date") else None)
    row = call.store.one("SELECT org_id, type FROM users WHERE id = ?", request.user_id)
    if row is None or row["org_id"] != call.org_id or row["type"] != MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-bnipwm1", "Errors.User.NotFound")
    key_id, file = call.store.new_id(), b""
    if not public:
        private, public = _new_pair()
        file = _key_file("serviceaccount", key_id, private, expires, userId=request.user_id)
    event = call.push("user", request.user_id, "user.machine.key.added", data={"keyId": key_id})
    call.add(
        "machine_keys", event, id=key_id, user_id=request.user_id, org_id=call.org_id, type=request.type,
        expires=expires, public_key=public,
    )  # fmt: skip
    return {"key_id": key_id, "key_details": file, "details": added(event)}


@rpc("management.GetMachineKeyByIDs")
def get_machine_key(call: Call, request: m.GetMachineKeyByIDsRequest) -> dict[str, Any]:
    """A key, without the key itself."""
    return {"key": _found(_machine_key(call, request.user_id, request.key_id))}


@rpc("management.ListMachineKeys")
def list_machine_keys(call: Call, request: m.ListMachineKeysRequest) -> dict[str, Any]:
    """The keys of one machine user."""
    filters = Filters().equals("user_id", request.user_id).equals("org_id", call.org_id)
    return call.page(request.query, "*", "machine_keys", filters, _as_key)


@rpc("management.RemoveMachineKey")
def remove_machine_key(call: Call, request: m.RemoveMachineKeyRequest) -> dict[str, Any]:
    """The key signs no more."""
    if _machine_key(call, request.user_id, request.key_id) is None:
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.User.Machine.Key.NotFound")
    call.store.run("DELETE FROM machine_keys WHERE id = ?", request.key_id)
    return {"details": changed(call.push("user", request.user_id, "user.machine.key.removed"))}


@rpc("management.AddAppKey")
def add_app_key(call: Call, request: m.AddAppKeyRequest) -> dict[str, Any]:
    """A new key pair of an application that authenticates by one; this answer alone shows the private half."""
    app = call.store.one(
        "SELECT * FROM apps WHERE id = ? AND project_id = ? AND org_id = ?",
        request.app_id,
        request.project_id,
        call.org_id,
    )
    if app is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-sak25", "Errors.Project.App.NotFound")
    if not _takes_keys(app):
        raise Err("FAILED_PRECONDITION", "COMMAND-Dff54", "Errors.Project.App.AuthMethodNoPrivateKeyJWT")
    expires = expiry(call, request.expiration_date if request.HasField("expiration_date") else None)
    key_id = call.store.new_id()
    private, public = _new_pair()
    event = call.push("project", app["project_id"], "project.application.oidc.key.added", data={"keyId": key_id})
    call.add(
        "app_keys", event, id=key_id, app_id=app["id"], project_id=app["project_id"], org_id=call.org_id,
        type=request.type, expires=expires, public_key=public,
    )  # fmt: skip
    file = _key_file("application", key_id, private, expires, appId=app["id"], clientId=app["client_id"])
    return {"id": key_id, "key_details": file, "details": added(event)}


@rpc("management.GetAppKey")
def get_app_key(call: Call, request: m.GetAppKeyRequest) -> dict[str, Any]:
    """A key, without the key itself."""
    return {"key": _found(_app_key(call, request))}


@rpc("management.ListAppKeys")
def list_app_keys(call: Call, request: m.ListAppKeysRequest) -> dict[str, Any]:
    """The keys of one application."""
    filters = Filters().equals("app_id", request.app_id).equals("project_id", request.project_id)
    return call.page(request.query, "*", "app_keys", filters.equals("org_id", call.org_id), _as_key)


@rpc("management.RemoveAppKey")
def remove_app_key(call: Call, request: m.RemoveAppKeyRequest) -> dict[str, Any]:
    """The key signs no more."""
    if _app_key(call, request) is None:
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.Project.App.Key.NotFound")
    call.store.run("DELETE FROM app_keys WHERE id = ?", request.key_id)
    return {"details": changed(call.push("project", request.project_id, "project.application.oidc.key.removed"))}


def _machine_key(call: Call, user_id: str, key_id: str) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM machine_keys WHERE id = ? AND user_id = ? AND org_id = ?", key_id, user_id, call.org_id
    )


def _app_key(call: Call, request: m.GetAppKeyRequest | m.RemoveAppKeyRequest) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM app_keys WHERE id = ? AND app_id = ? AND project_id = ? AND org_id = ?",
        request.key_id, request.app_id, request.project_id, call.org_id,
    )  # fmt: skip


def _takes_keys(app: sqlite3.Row) -> bool:
    if app["kind"] == "api":
        return (
            app_pb2.APIConfig.FromString(app["config"]).auth_method_type == app_pb2.API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT
        )
    method = app_pb2.OIDCConfig.FromString(app["config"]).auth_method_type
    return method == app_pb2.OIDC_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT


def _found(row: sqlite3.Row | None) -> auth_n_key_pb2.Key:
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dgr3g", "Errors.AuthNKey.NotFound")
    return _as_key(row)


def _as_key(row: sqlite3.Row) -> auth_n_key_pb2.Key:
    return auth_n_key_pb2.Key(
        id=row["id"], type=row["type"], expiration_date=timestamp(row["expires"]), details=details(row)
    )


def _new_pair() -> tuple[str, bytes]:
    """A new RSA key: the private half as PKCS#1 PEM, the public half as PKIX PEM."""
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
    """The JSON file that ZITADEL hands out for a key."""
    moment = datetime.datetime.fromtimestamp(expires // 1_000_000, datetime.UTC)
    until = moment.replace(microsecond=expires % 1_000_000).isoformat().replace("+00:00", "Z")
    file = {"type": kind, "keyId": key_id, "key": private, "expirationDate": until, **of}
    return json.dumps(file, separators=(",", ":")).encode()
