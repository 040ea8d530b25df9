"""Grants of projects to other organizations, which name them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel.project.v2 import project_service_pb2 as m
from zitadel.project.v2 import query_pb2 as types

from zgrpc.testing.domain import lists, project_grants
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, date_or_changed, timestamp
from zgrpc.testing.v2.lists import in_ids, page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_SORTED = {
    types.PROJECT_GRANT_FIELD_NAME_PROJECT_ID: "sort_key(g.project_id)",
    types.PROJECT_GRANT_FIELD_NAME_CHANGE_DATE: "g.changed",
}


@rpc("v2.project.CreateProjectGrant")
def create_project_grant(ctx: Context, request: m.CreateProjectGrantRequest) -> m.CreateProjectGrantResponse:
    """Grant a project to another organization."""
    new = project_grants.add(ctx, request.project_id, request.granted_organization_id, request.role_keys)
    return m.CreateProjectGrantResponse(creation_date=date(new.event))


@rpc("v2.project.UpdateProjectGrant")
def update_project_grant(ctx: Context, request: m.UpdateProjectGrantRequest) -> m.UpdateProjectGrantResponse:
    """Grant other roles."""
    grant_id = _id(ctx, request.project_id, request.granted_organization_id)
    result = project_grants.update(ctx, request.project_id, grant_id, request.role_keys)
    return m.UpdateProjectGrantResponse(change_date=date_or_changed(result))


@rpc("v2.project.DeactivateProjectGrant")
def deactivate_project_grant(
    ctx: Context, request: m.DeactivateProjectGrantRequest
) -> m.DeactivateProjectGrantResponse:
    """Switch a project grant off; without effect on one that is."""
    grant_id = _id(ctx, request.project_id, request.granted_organization_id)
    result = project_grants.deactivate(ctx, request.project_id, grant_id)
    return m.DeactivateProjectGrantResponse(change_date=date_or_changed(result))


@rpc("v2.project.ActivateProjectGrant")
def activate_project_grant(ctx: Context, request: m.ActivateProjectGrantRequest) -> m.ActivateProjectGrantResponse:
    """Switch a project grant on again; without effect on one that is."""
    grant_id = _id(ctx, request.project_id, request.granted_organization_id)
    result = project_grants.reactivate(ctx, request.project_id, grant_id)
    return m.ActivateProjectGrantResponse(change_date=date_or_changed(result))


@rpc("v2.project.DeleteProjectGrant")
def delete_project_grant(ctx: Context, request: m.DeleteProjectGrantRequest) -> m.DeleteProjectGrantResponse:
    """Remove a project grant; without effect on one that is not there."""
    project_id, org_id = request.project_id, request.granted_organization_id
    grant_id = _id(ctx, project_id, org_id)
    if not grant_id:
        last = ctx.store.last_event("project", project_id, "project.grant.removed", grantedOrgId=org_id)
        return m.DeleteProjectGrantResponse(deletion_date=None if last is None else date(last))
    return m.DeleteProjectGrantResponse(deletion_date=date(project_grants.remove(ctx, project_id, grant_id)))


@rpc("v2.project.ListProjectGrants")
def list_project_grants(ctx: Context, request: m.ListProjectGrantsRequest) -> m.ListProjectGrantsResponse:
    """Answer with the project grants that the caller may see; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "g.created"), "g.rowid")
    filters = Filters()
    for query in request.filters:
        filters.add(_condition(query))
    found = project_grants.search(ctx, filters, asked)
    return m.ListProjectGrantsResponse(
        pagination=pagination(found.total, asked),
        project_grants=[_as_grant(row) for row in found.rows if project_grants.shown(ctx, row)],
    )


def _id(ctx: Context, project_id: str, granted_org_id: str) -> str:
    """Return the id of a grant; empty if there is none."""
    row = project_grants.find_by_org(ctx, project_id, granted_org_id)
    return "" if row is None else str(row["id"])


def _condition(query: types.ProjectGrantSearchFilter) -> Condition:
    kind = query.WhichOneof("filter")
    value: Any = getattr(query, kind)
    match kind:
        case "project_name_filter":
            return lists.text_condition("p.name", value.project_name, value.method)
        case "role_key_filter":  # Its method is not looked at.
            return Condition("EXISTS (SELECT 1 FROM json_each(g.roles) WHERE value = ?)", [value.key])
        case "in_project_ids_filter":
            return in_ids("g.project_id", value.ids)
        case "organization_id_filter":
            return lists.equals("g.org_id", value.id)
        case _:
            return lists.equals("g.granted_org_id", value.id)


def _as_grant(row: sqlite3.Row) -> types.ProjectGrant:
    return types.ProjectGrant(
        organization_id=row["org_id"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        granted_organization_id=row["granted_org_id"],
        granted_organization_name=row["granted_org_name"],
        granted_role_keys=json.loads(row["roles"]),
        project_id=row["project_id"],
        project_name=row["project_name"],
        state=row["state"],
    )
