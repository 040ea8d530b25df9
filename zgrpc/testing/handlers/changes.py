"""Change lists: the events of a user, a project, an application, a project grant or the organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import change_pb2, message_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.call import Call, timestamp
from zgrpc.testing.handlers import rpc
from zgrpc.testing.queries import Filters
from zgrpc.testing.texts import EVENTS

if TYPE_CHECKING:
    import sqlite3


@rpc("management.ListUserChanges")
def list_user_changes(call: Call, request: m.ListUserChangesRequest) -> dict[str, Any]:
    """What happened to a user of the organization."""
    return history(call, request.query, "user", request.user_id, call.org_id)


@rpc("management.ListOrgChanges")
def list_org_changes(call: Call, request: m.ListOrgChangesRequest) -> dict[str, Any]:
    """What happened to the organization."""
    return history(call, request.query, "org", call.org_id, call.org_id)


@rpc("management.ListProjectChanges")
def list_project_changes(call: Call, request: m.ListProjectChangesRequest) -> dict[str, Any]:
    """What happened to a project, its roles, applications, grants and members."""
    return history(call, request.query, "project", request.project_id, call.org_id)


@rpc("management.ListAppChanges")
def list_app_changes(call: Call, request: m.ListAppChangesRequest) -> dict[str, Any]:
    """What happened to an application; its keys are not part of that."""
    return history(call, request.query, "project", request.project_id, call.org_id, appId=request.app_id)


@rpc("management.ListProjectGrantChanges")
def list_project_grant_changes(call: Call, request: m.ListProjectGrantChangesRequest) -> dict[str, Any]:
    """What happened to a project grant and its members."""
    return history(call, request.query, "project", request.project_id, call.org_id, grantId=request.grant_id)


def history(
    call: Call, query: change_pb2.ChangeQuery, aggregate: str, aggregate_id: str, owner: str, **data: str
) -> dict[str, Any]:
    """The events of an aggregate, newest first unless `asc` is set, beyond the sequence that the query names.

    Args:
        call: the call.
        query: the sequence cursor (exclusive), the limit (0 for all) and the direction.
        aggregate: the kind of aggregate.
        aggregate_id: its id.
        owner: the organization that must own it.
        data: what the events must be about.
    """
    filters = Filters().equals("aggregate", aggregate).equals("aggregate_id", aggregate_id).equals("owner", owner)
    for name, value in data.items():
        filters.where(f"json_extract(data, '$.{name}') = ?", value)
    if query.sequence:
        filters.where(f"sequence {'>' if query.asc else '<'} ?", min(query.sequence, (1 << 63) - 1))
    rows = call.store.all(
        f"""SELECT e.*, coalesce(u.display_name, u.name, '') AS editor_name, coalesce(u.user_name, '') AS login_name
            FROM (SELECT * FROM events{filters.sql()} ORDER BY sequence {"ASC" if query.asc else "DESC"} LIMIT ?) e
            LEFT JOIN users u ON u.id = e.editor ORDER BY e.sequence {"ASC" if query.asc else "DESC"}""",  # noqa: S608  (our own names)
        *filters.parameters,
        query.limit or -1,
    )
    return {"result": [_as_change(row) for row in rows]}


def _as_change(row: sqlite3.Row) -> change_pb2.Change:
    key = f"EventTypes.{row['type']}"
    return change_pb2.Change(
        change_date=timestamp(row["created"]),
        event_type=message_pb2.LocalizedMessage(key=key, localized_message=EVENTS.get(row["type"], key)),
        sequence=row["sequence"],
        editor_id=row["editor"],
        editor_display_name=row["editor_name"],
        editor_preferred_login_name=row["login_name"],
        resource_owner_id=row["owner"],
    )
