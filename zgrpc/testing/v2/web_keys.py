"""Web keys."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING

from zitadel.webkey.v2 import key_pb2
from zitadel.webkey.v2 import webkey_service_pb2 as w

from zgrpc.testing.domain import web_keys
from zgrpc.testing.messages import fill, plain
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, timestamp

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("v2.webkey.CreateWebKey")
def create_web_key(ctx: Context, request: w.CreateWebKeyRequest) -> w.CreateWebKeyResponse:
    """Add a key; of RSA with 2,048 bits and SHA-256 unless the request says otherwise."""
    config = plain(request) or {"rsa": {"bits": key_pb2.RSA_BITS_2048, "hasher": key_pb2.RSA_HASHER_SHA256}}
    key_id, event = web_keys.create(ctx, config)
    return w.CreateWebKeyResponse(id=key_id, creation_date=date(event))


@rpc("v2.webkey.ActivateWebKey")
def activate_web_key(ctx: Context, request: w.ActivateWebKeyRequest) -> w.ActivateWebKeyResponse:
    """Sign with a key."""
    return w.ActivateWebKeyResponse(change_date=timestamp(web_keys.activate(ctx, request.id)))


@rpc("v2.webkey.DeleteWebKey")
def delete_web_key(ctx: Context, request: w.DeleteWebKeyRequest) -> w.DeleteWebKeyResponse:
    """Remove a key; without a date if there never was one."""
    event = web_keys.delete(ctx, request.id)
    return w.DeleteWebKeyResponse(deletion_date=None if event is None else date(event))


@rpc("v2.webkey.ListWebKeys")
def list_web_keys(ctx: Context, request: w.ListWebKeysRequest) -> w.ListWebKeysResponse:
    """Answer with all keys."""
    return w.ListWebKeysResponse(web_keys=[_as_key(row) for row in web_keys.every(ctx)])


def _as_key(row: sqlite3.Row) -> key_pb2.WebKey:
    key = key_pb2.WebKey(
        id=row["id"], creation_date=timestamp(row["created"]), change_date=timestamp(row["changed"]), state=row["state"]
    )
    fill(key, json.loads(row["config"]))
    return key
