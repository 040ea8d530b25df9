"""Change lists: the events of a user, a project, an application, a project grant or the organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_pb2 as a
from zitadel import change_pb2, message_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.domain import changes, users
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import timestamp

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("management.ListUserChanges")
def list_user_changes(ctx: Context, request: m.ListUserChangesRequest) -> m.ListUserChangesResponse:
    """Answer with what happened to a user of the organization."""
    return m.ListUserChangesResponse(result=_history(ctx, request.query, "user", request.user_id, ctx.org_id))


@rpc("auth.ListMyUserChanges")
def list_my_user_changes(ctx: Context, request: a.ListMyUserChangesRequest) -> a.ListMyUserChangesResponse:
    """Answer with what happened to the caller, whatever the organization of the call."""
    owner = users.get_self(ctx)["org_id"]
    return a.ListMyUserChangesResponse(result=_history(ctx, request.query, "user", ctx.user_id, owner))


@rpc("management.ListOrgChanges")
def list_org_changes(ctx: Context, request: m.ListOrgChangesRequest) -> m.ListOrgChangesResponse:
    """Answer with what happened to the organization."""
    return m.ListOrgChangesResponse(result=_history(ctx, request.query, "org", ctx.org_id, ctx.org_id))


@rpc("management.ListProjectChanges")
def list_project_changes(ctx: Context, request: m.ListProjectChangesRequest) -> m.ListProjectChangesResponse:
    """Answer with what happened to a project, its roles, applications, grants and members."""
    return m.ListProjectChangesResponse(result=_history(ctx, request.query, "project", request.project_id, ctx.org_id))


@rpc("management.ListAppChanges")
def list_app_changes(ctx: Context, request: m.ListAppChangesRequest) -> m.ListAppChangesResponse:
    """Answer with what happened to an application; its keys are not part of that."""
    found = _history(ctx, request.query, "project", request.project_id, ctx.org_id, appId=request.app_id)
    return m.ListAppChangesResponse(result=found)


@rpc("management.ListProjectGrantChanges")
def list_project_grant_changes(
    ctx: Context, request: m.ListProjectGrantChangesRequest
) -> m.ListProjectGrantChangesResponse:
    """Answer with what happened to a project grant and its members."""
    found = _history(ctx, request.query, "project", request.project_id, ctx.org_id, grantId=request.grant_id)
    return m.ListProjectGrantChangesResponse(result=found)


def _history(
    ctx: Context, query: change_pb2.ChangeQuery, aggregate: str, aggregate_id: str, owner: str, **data: str
) -> list[change_pb2.Change]:
    span = changes.Span(query.sequence, query.limit, query.asc)
    return [_as_change(row) for row in changes.history(ctx, span, aggregate, aggregate_id, owner, **data)]


def _as_change(row: sqlite3.Row) -> change_pb2.Change:
    return change_pb2.Change(
        change_date=timestamp(row["created"]),
        event_type=message_pb2.LocalizedMessage(
            key=f"EventTypes.{row['type']}", localized_message=changes.text(row["type"])
        ),
        sequence=row["sequence"],
        editor_id=row["editor"],
        editor_display_name=row["editor_name"],
        editor_preferred_login_name=row["login_name"],
        resource_owner_id=row["owner"],
    )
