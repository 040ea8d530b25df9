"""Keys with which machine users and applications sign assertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_n_key_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.domain import keys
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details, timestamp
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import moment

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("management.AddMachineKey")
def add_machine_key(ctx: Context, request: m.AddMachineKeyRequest) -> m.AddMachineKeyResponse:
    """Add a key of a machine user; this answer alone shows the private half."""
    new = keys.add_of_user(ctx, request.user_id, request.type, moment(request, "expiration_date"), request.public_key)
    return m.AddMachineKeyResponse(key_id=new.id, key_details=new.file, details=added(new.event))


@rpc("management.GetMachineKeyByIDs")
def get_machine_key(ctx: Context, request: m.GetMachineKeyByIDsRequest) -> m.GetMachineKeyByIDsResponse:
    """Answer with a key, without the key itself."""
    return m.GetMachineKeyByIDsResponse(key=as_key(keys.get_of_user(ctx, request.user_id, request.key_id)))


@rpc("management.ListMachineKeys")
def list_machine_keys(ctx: Context, request: m.ListMachineKeysRequest) -> m.ListMachineKeysResponse:
    """Answer with the keys of one machine user."""
    found = keys.search_of_users(ctx, Filters().equals("user_id", request.user_id), page(request.query))
    return m.ListMachineKeysResponse(details=list_details(ctx, found.total), result=[as_key(row) for row in found.rows])


@rpc("management.RemoveMachineKey")
def remove_machine_key(ctx: Context, request: m.RemoveMachineKeyRequest) -> m.RemoveMachineKeyResponse:
    """Remove a key."""
    return m.RemoveMachineKeyResponse(details=changed(keys.remove_of_user(ctx, request.user_id, request.key_id)))


@rpc("management.AddAppKey")
def add_app_key(ctx: Context, request: m.AddAppKeyRequest) -> m.AddAppKeyResponse:
    """Add a key pair of an application; this answer alone shows the private half."""
    new = keys.add_of_app(ctx, request.project_id, request.app_id, request.type, moment(request, "expiration_date"))
    return m.AddAppKeyResponse(id=new.id, key_details=new.file, details=added(new.event))


@rpc("management.GetAppKey")
def get_app_key(ctx: Context, request: m.GetAppKeyRequest) -> m.GetAppKeyResponse:
    """Answer with a key, without the key itself."""
    row = keys.get_of_app(ctx, request.project_id, request.app_id, request.key_id)
    return m.GetAppKeyResponse(key=as_key(row))


@rpc("management.ListAppKeys")
def list_app_keys(ctx: Context, request: m.ListAppKeysRequest) -> m.ListAppKeysResponse:
    """Answer with the keys of one application."""
    filters = Filters().equals("app_id", request.app_id).equals("project_id", request.project_id)
    found = keys.search_of_apps(ctx, filters, page(request.query))
    return m.ListAppKeysResponse(details=list_details(ctx, found.total), result=[as_key(row) for row in found.rows])


@rpc("management.RemoveAppKey")
def remove_app_key(ctx: Context, request: m.RemoveAppKeyRequest) -> m.RemoveAppKeyResponse:
    """Remove a key."""
    event = keys.remove_of_app(ctx, request.project_id, request.app_id, request.key_id)
    return m.RemoveAppKeyResponse(details=changed(event))


def as_key(row: sqlite3.Row) -> auth_n_key_pb2.Key:
    """Return a key as a message, from a row of `machine_keys` or `app_keys`."""
    return auth_n_key_pb2.Key(
        id=row["id"], type=row["type"], expiration_date=timestamp(row["expires"]), details=details(row)
    )
