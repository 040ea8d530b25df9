"""Metadata of users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel.metadata.v2 import metadata_pb2
from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import metadata, users
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, timestamp
from zgrpc.testing.v2.lists import page, pagination

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("v2.user.SetUserMetadata")
def set_user_metadata(ctx: Context, request: m.SetUserMetadataRequest) -> m.SetUserMetadataResponse:
    """Set several values, all or none."""
    entries = [(entry.key, entry.value) for entry in request.metadata]
    event = metadata.set_all_of_user(ctx, request.user_id, entries)
    return m.SetUserMetadataResponse(set_date=None if event is None else date(event))


@rpc("v2.user.ListUserMetadata")
def list_user_metadata(ctx: Context, request: m.ListUserMetadataRequest) -> m.ListUserMetadataResponse:
    """Answer with the values of a user whom the caller may see, by creation date; the total counts all."""
    filters = Filters()
    for each in request.filters:
        filters.text("key", each.key_filter.key, each.key_filter.method)
    asked = page(request.pagination, "created", "rowid")
    found = metadata.search_of_user(ctx, request.user_id, filters, asked)
    shown = users.shown(ctx)
    return m.ListUserMetadataResponse(
        pagination=pagination(found.total, asked),
        metadata=[
            metadata_pb2.Metadata(
                creation_date=timestamp(row["created"]),
                change_date=timestamp(row["changed"]),
                key=row["key"],
                value=row["value"],
            )
            for row in found.rows
            if shown(row["org_id"], row["user_id"])
        ],
    )


@rpc("v2.user.DeleteUserMetadata")
def delete_user_metadata(ctx: Context, request: m.DeleteUserMetadataRequest) -> m.DeleteUserMetadataResponse:
    """Remove several values, all or none."""
    return m.DeleteUserMetadataResponse(deletion_date=date(metadata.remove_of_user(ctx, request.user_id, request.keys)))
