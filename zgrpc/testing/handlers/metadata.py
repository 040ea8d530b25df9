"""Metadata of users and of organizations: values by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import metadata_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import require_org, require_user, unchanged
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.store import Event


@rpc("management.SetUserMetadata")
def set_user_metadata(call: Call, request: m.SetUserMetadataRequest) -> dict[str, Any]:
    """Set one value; the value that it has already is no change."""
    require_user(call, request.id, call.org_id)
    row = _user_row(call, request.id, request.key)
    if row is not None and row["value"] == request.value:
        same = unchanged(row)
        same.creation_date.CopyFrom(same.change_date)
        same.ClearField("change_date")
        return {"details": same}
    return {"details": added(_set_user(call, request.id, request.key, request.value))}


@rpc("management.BulkSetUserMetadata")
def bulk_set_user_metadata(call: Call, request: m.BulkSetUserMetadataRequest) -> dict[str, Any]:
    """Set several values, all or none."""
    if not request.metadata:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    require_user(call, request.id, call.org_id)
    event = call.store.last_event("user", request.id, "user.metadata.")
    for entry in request.metadata:
        row = _user_row(call, request.id, entry.key)
        if row is None or row["value"] != entry.value:
            event = _set_user(call, request.id, entry.key, entry.value)
    return {"details": changed(event) if event is not None else None}


@rpc("management.GetUserMetadata")
def get_user_metadata(call: Call, request: m.GetUserMetadataRequest) -> dict[str, Any]:
    """One value."""
    row = _user_row(call, request.id, request.key)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Rgh32", "Errors.Metadata.NotFound")
    return {"metadata": as_metadata(row)}


@rpc("management.ListUserMetadata")
def list_user_metadata(call: Call, request: m.ListUserMetadataRequest) -> dict[str, Any]:
    """The values of one user of the organization."""
    filters = Filters().equals("user_id", request.id).equals("org_id", call.org_id)
    return call.page(request.query, "*", "user_metadata", with_keys(filters, request.queries), as_metadata)


@rpc("management.RemoveUserMetadata")
def remove_user_metadata(call: Call, request: m.RemoveUserMetadataRequest) -> dict[str, Any]:
    """Remove one value."""
    require_user(call, request.id, call.org_id)
    if _user_row(call, request.id, request.key) is None:
        raise Err("NOT_FOUND", "META-ncnw3", "Errors.Metadata.NotFound")
    return {"details": changed(_remove_user(call, request.id, request.key))}


@rpc("management.BulkRemoveUserMetadata")
def bulk_remove_user_metadata(call: Call, request: m.BulkRemoveUserMetadataRequest) -> dict[str, Any]:
    """Remove several values, all or none."""
    if not request.keys:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    require_user(call, request.id, call.org_id)
    if any(_user_row(call, request.id, key) is None for key in request.keys):
        raise Err("NOT_FOUND", "META-2nnds", "Errors.Metadata.KeyNotExisting")
    return {"details": changed([_remove_user(call, request.id, key) for key in request.keys][-1])}


@rpc("management.SetOrgMetadata")
def set_org_metadata(call: Call, request: m.SetOrgMetadataRequest) -> dict[str, Any]:
    """Set one value."""
    require_org(call)
    return {"details": added(_set_org(call, request.key, request.value))}


@rpc("management.BulkSetOrgMetadata")
def bulk_set_org_metadata(call: Call, request: m.BulkSetOrgMetadataRequest) -> dict[str, Any]:
    """Set several values, all or none."""
    if not request.metadata:
        raise Err("FAILED_PRECONDITION", "META-9mm2d", "Errors.Metadata.NoData")
    require_org(call)
    return {"details": changed([_set_org(call, entry.key, entry.value) for entry in request.metadata][-1])}


@rpc("management.GetOrgMetadata")
def get_org_metadata(call: Call, request: m.GetOrgMetadataRequest) -> dict[str, Any]:
    """One value."""
    row = _org_row(call, request.key)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Rph32", "Errors.Metadata.NotFound")
    return {"metadata": as_metadata(row)}


@rpc("management.ListOrgMetadata")
def list_org_metadata(call: Call, request: m.ListOrgMetadataRequest) -> dict[str, Any]:
    """The organization's values."""
    filters = with_keys(Filters().equals("org_id", call.org_id), request.queries)
    return call.page(request.query, "*", "org_metadata", filters, as_metadata)


@rpc("management.RemoveOrgMetadata")
def remove_org_metadata(call: Call, request: m.RemoveOrgMetadataRequest) -> dict[str, Any]:
    """Remove one value."""
    require_org(call)
    if _org_row(call, request.key) is None:
        raise Err("NOT_FOUND", "META-mcnw3", "Errors.Metadata.NotFound")
    return {"details": changed(_remove_org(call, request.key))}


@rpc("management.BulkRemoveOrgMetadata")
def bulk_remove_org_metadata(call: Call, request: m.BulkRemoveOrgMetadataRequest) -> dict[str, Any]:
    """Remove several values, all or none."""
    if not request.keys:
        raise Err("FAILED_PRECONDITION", "META-9mw2d", "Errors.Metadata.NoData")
    require_org(call)
    if any(_org_row(call, key) is None for key in request.keys):
        raise Err("NOT_FOUND", "META-2npds", "Errors.Metadata.KeyNotExisting")
    return {"details": changed([_remove_org(call, key) for key in request.keys][-1])}


def as_metadata(row: sqlite3.Row) -> metadata_pb2.Metadata:
    """A value, from a row of `user_metadata` or `org_metadata`."""
    return metadata_pb2.Metadata(key=row["key"], value=row["value"], details=details(row))


def with_keys(filters: Filters, queries: Iterable[metadata_pb2.MetadataQuery]) -> Filters:
    """Add the filters of a metadata list."""
    for query in queries:
        filters.text("key", query.key_query.key, query.key_query.method)
    return filters


def _user_row(call: Call, user_id: str, key: str) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM user_metadata WHERE user_id = ? AND key = ? AND org_id = ?", user_id, key, call.org_id
    )


def _set_user(call: Call, user_id: str, key: str, value: bytes) -> Event:
    event = call.push("user", user_id, "user.metadata.set", data={"key": key})
    if not call.change("user_metadata", event, {"user_id": user_id, "key": key}, value=value):
        call.add("user_metadata", event, user_id=user_id, org_id=call.org_id, key=key, value=value)
    return event


def _remove_user(call: Call, user_id: str, key: str) -> Event:
    call.store.run("DELETE FROM user_metadata WHERE user_id = ? AND key = ?", user_id, key)
    return call.push("user", user_id, "user.metadata.removed", data={"key": key})


def _org_row(call: Call, key: str) -> sqlite3.Row | None:
    return call.store.one("SELECT * FROM org_metadata WHERE org_id = ? AND key = ?", call.org_id, key)


def _set_org(call: Call, key: str, value: bytes) -> Event:
    event = call.push("org", call.org_id, "org.metadata.set", data={"key": key})
    if not call.change("org_metadata", event, {"org_id": call.org_id, "key": key}, value=value):
        call.add("org_metadata", event, org_id=call.org_id, key=key, value=value)
    return event


def _remove_org(call: Call, key: str) -> Event:
    call.store.run("DELETE FROM org_metadata WHERE org_id = ? AND key = ?", call.org_id, key)
    return call.push("org", call.org_id, "org.metadata.removed", data={"key": key})
