"""Metadata of users and of organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import metadata_pb2, object_pb2

from zgrpc.testing.domain import metadata
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details, timestamp
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context


# -- users -----------------------------------------------------------------------------------------
@rpc("management.SetUserMetadata")
def set_user_metadata(ctx: Context, request: m.SetUserMetadataRequest) -> m.SetUserMetadataResponse:
    """Set one value of a user of the organization."""
    result = metadata.set_of_user(ctx, request.id, request.key, request.value)
    if result.event is not None:
        return m.SetUserMetadataResponse(details=added(result.event))
    row = result.row
    assert row is not None  # noqa: S101  (nothing is unchanged that was not there)
    same = object_pb2.ObjectDetails(
        sequence=row["sequence"], creation_date=timestamp(row["changed"]), resource_owner=row["org_id"]
    )
    return m.SetUserMetadataResponse(details=same)


@rpc("management.BulkSetUserMetadata")
def bulk_set_user_metadata(ctx: Context, request: m.BulkSetUserMetadataRequest) -> m.BulkSetUserMetadataResponse:
    """Set several values, all or none."""
    event = metadata.set_all_of_user(ctx, request.id, [(entry.key, entry.value) for entry in request.metadata])
    return m.BulkSetUserMetadataResponse(details=None if event is None else changed(event))


@rpc("management.GetUserMetadata")
def get_user_metadata(ctx: Context, request: m.GetUserMetadataRequest) -> m.GetUserMetadataResponse:
    """Answer with one value."""
    return m.GetUserMetadataResponse(metadata=as_metadata(metadata.get_of_user(ctx, request.id, request.key)))


@rpc("management.ListUserMetadata")
def list_user_metadata(ctx: Context, request: m.ListUserMetadataRequest) -> m.ListUserMetadataResponse:
    """Answer with the values of one user of the organization."""
    filters = with_keys(Filters().equals("org_id", ctx.org_id), request.queries)
    found = metadata.search_of_user(ctx, request.id, filters, page(request.query))
    return m.ListUserMetadataResponse(
        details=list_details(ctx, found.total), result=[as_metadata(row) for row in found.rows]
    )


@rpc("management.RemoveUserMetadata")
def remove_user_metadata(ctx: Context, request: m.RemoveUserMetadataRequest) -> m.RemoveUserMetadataResponse:
    """Remove one value."""
    event = metadata.remove_of_user(ctx, request.id, [request.key], "META-ncnw3")
    return m.RemoveUserMetadataResponse(details=changed(event))


@rpc("management.BulkRemoveUserMetadata")
def bulk_remove_user_metadata(
    ctx: Context, request: m.BulkRemoveUserMetadataRequest
) -> m.BulkRemoveUserMetadataResponse:
    """Remove several values, all or none."""
    return m.BulkRemoveUserMetadataResponse(details=changed(metadata.remove_of_user(ctx, request.id, request.keys)))


@rpc("auth.ListMyMetadata")
def list_my_metadata(ctx: Context, request: a.ListMyMetadataRequest) -> a.ListMyMetadataResponse:
    """Answer with the caller's values."""
    found = metadata.search_of_user(ctx, ctx.user_id, with_keys(Filters(), request.queries), page(request.query))
    return a.ListMyMetadataResponse(
        details=list_details(ctx, found.total), result=[as_metadata(row) for row in found.rows]
    )


@rpc("auth.GetMyMetadata")
def get_my_metadata(ctx: Context, request: a.GetMyMetadataRequest) -> a.GetMyMetadataResponse:
    """Answer with one of the caller's values."""
    return a.GetMyMetadataResponse(metadata=as_metadata(metadata.get_of_user(ctx, ctx.user_id, request.key)))


# -- organizations ---------------------------------------------------------------------------------
@rpc("management.SetOrgMetadata")
def set_org_metadata(ctx: Context, request: m.SetOrgMetadataRequest) -> m.SetOrgMetadataResponse:
    """Set one value of the organization."""
    event = metadata.set_of_org(ctx, ctx.org_id, [(request.key, request.value)])
    return m.SetOrgMetadataResponse(details=added(event))


@rpc("management.BulkSetOrgMetadata")
def bulk_set_org_metadata(ctx: Context, request: m.BulkSetOrgMetadataRequest) -> m.BulkSetOrgMetadataResponse:
    """Set several values, all or none."""
    event = metadata.set_of_org(ctx, ctx.org_id, [(entry.key, entry.value) for entry in request.metadata])
    return m.BulkSetOrgMetadataResponse(details=changed(event))


@rpc("management.GetOrgMetadata")
def get_org_metadata(ctx: Context, request: m.GetOrgMetadataRequest) -> m.GetOrgMetadataResponse:
    """Answer with one value."""
    return m.GetOrgMetadataResponse(metadata=as_metadata(metadata.get_of_org(ctx, ctx.org_id, request.key)))


@rpc("management.ListOrgMetadata")
def list_org_metadata(ctx: Context, request: m.ListOrgMetadataRequest) -> m.ListOrgMetadataResponse:
    """Answer with the organization's values."""
    found = metadata.search_of_org(ctx, ctx.org_id, with_keys(Filters(), request.queries), page(request.query))
    return m.ListOrgMetadataResponse(
        details=list_details(ctx, found.total), result=[as_metadata(row) for row in found.rows]
    )


@rpc("management.RemoveOrgMetadata")
def remove_org_metadata(ctx: Context, request: m.RemoveOrgMetadataRequest) -> m.RemoveOrgMetadataResponse:
    """Remove one value."""
    event = metadata.remove_of_org(ctx, ctx.org_id, [request.key], "META-mcnw3")
    return m.RemoveOrgMetadataResponse(details=changed(event))


@rpc("management.BulkRemoveOrgMetadata")
def bulk_remove_org_metadata(ctx: Context, request: m.BulkRemoveOrgMetadataRequest) -> m.BulkRemoveOrgMetadataResponse:
    """Remove several values, all or none."""
    return m.BulkRemoveOrgMetadataResponse(details=changed(metadata.remove_of_org(ctx, ctx.org_id, request.keys)))


def as_metadata(row: sqlite3.Row) -> metadata_pb2.Metadata:
    """Return a value as a message, from a row of `user_metadata` or `org_metadata`."""
    return metadata_pb2.Metadata(key=row["key"], value=row["value"], details=details(row))


def with_keys(filters: Filters, queries: Iterable[metadata_pb2.MetadataQuery]) -> Filters:
    """Add the filters of a metadata list."""
    for query in queries:
        filters.text("key", query.key_query.key, query.key_query.method)
    return filters
