"""Keys with which applications sign assertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel.application.v2 import application_pb2
from zitadel.application.v2 import application_service_pb2 as m

from zgrpc.testing.domain import apps, keys
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, micros, timestamp
from zgrpc.testing.v2.lists import page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_JSON = 1  # the type of keys

_SORTED = {
    application_pb2.APPLICATION_KEYS_SORT_BY_PROJECT_ID: "sort_key(project_id)",
    application_pb2.APPLICATION_KEYS_SORT_BY_APPLICATION_ID: "sort_key(app_id)",
    application_pb2.APPLICATION_KEYS_SORT_BY_CREATION_DATE: "created",
    application_pb2.APPLICATION_KEYS_SORT_BY_ORGANIZATION_ID: "sort_key(org_id)",
    application_pb2.APPLICATION_KEYS_SORT_BY_EXPIRATION: "expires",
    application_pb2.APPLICATION_KEYS_SORT_BY_TYPE: "type",
}


@rpc("v2.application.CreateApplicationKey")
def create_key(ctx: Context, request: m.CreateApplicationKeyRequest) -> m.CreateApplicationKeyResponse:
    """Add a key pair; this answer alone shows the private half."""
    expires = micros(request.expiration_date)  # none is the year 1970, which has passed
    new = keys.add_of_app(ctx, request.project_id.strip(), request.application_id.strip(), _JSON, expires)
    return m.CreateApplicationKeyResponse(key_id=new.id, key_details=new.file, creation_date=date(new.event))


@rpc("v2.application.DeleteApplicationKey")
def delete_key(ctx: Context, request: m.DeleteApplicationKeyRequest) -> m.DeleteApplicationKeyResponse:
    """Remove a key."""
    project_id, app_id, key_id = request.project_id, request.application_id, request.key_id
    event = keys.remove_of_app(ctx, project_id.strip(), app_id.strip(), key_id.strip())
    return m.DeleteApplicationKeyResponse(deletion_date=date(event))


@rpc("v2.application.GetApplicationKey")
def get_key(ctx: Context, request: m.GetApplicationKeyRequest) -> m.GetApplicationKeyResponse:
    """Answer with a key, without the key itself."""
    row = keys.get_of_any_app(ctx, request.key_id.strip())
    return m.GetApplicationKeyResponse(
        key_id=row["id"], creation_date=timestamp(row["created"]), expiration_date=timestamp(row["expires"])
    )


@rpc("v2.application.ListApplicationKeys")
def list_keys(ctx: Context, request: m.ListApplicationKeysRequest) -> m.ListApplicationKeysResponse:
    """Answer with the keys that the caller may see; the total counts all of them."""
    filters = Filters()
    for query in request.filters:
        match query.WhichOneof("filter"):
            case "application_id_filter":
                filters.equals("app_id", query.application_id_filter.application_id.strip())
            case "project_id_filter":
                filters.equals("project_id", query.project_id_filter.project_id.strip())
            case _:
                filters.equals("org_id", query.organization_id_filter.organization_id.strip())
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "id"), "rowid")
    found = keys.search_of_apps(ctx, filters, asked)
    return m.ListApplicationKeysResponse(
        pagination=pagination(found.total, asked),
        keys=[_as_key(row) for row in found.rows if apps.shown(ctx, row)],
    )


def _as_key(row: sqlite3.Row) -> application_pb2.ApplicationKey:
    return application_pb2.ApplicationKey(
        key_id=row["id"],
        application_id=row["app_id"],
        project_id=row["project_id"],
        creation_date=timestamp(row["created"]),
        organization_id=row["org_id"],
        expiration_date=timestamp(row["expires"]),
    )
