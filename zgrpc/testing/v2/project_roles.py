"""Roles of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel.project.v2 import project_service_pb2 as m
from zitadel.project.v2 import query_pb2 as types

from zgrpc.testing.domain import project_roles
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.project_roles import Role
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, date_or_changed, timestamp
from zgrpc.testing.v2.lists import page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_SORTED = {types.PROJECT_ROLE_FIELD_NAME_KEY: "sort_key(r.key)", types.PROJECT_ROLE_FIELD_NAME_CHANGE_DATE: "r.changed"}


@rpc("v2.project.AddProjectRole")
def add_project_role(ctx: Context, request: m.AddProjectRoleRequest) -> m.AddProjectRoleResponse:
    """Add a role."""
    role = Role(request.role_key, request.display_name, request.group)
    return m.AddProjectRoleResponse(creation_date=date(project_roles.add(ctx, request.project_id, [role])[0]))


@rpc("v2.project.UpdateProjectRole")
def update_project_role(ctx: Context, request: m.UpdateProjectRoleRequest) -> m.UpdateProjectRoleResponse:
    """Set the display name and the group; one that is not given becomes empty, as with the real server."""
    role = Role(request.role_key, request.display_name, request.group)
    result = project_roles.update(ctx, request.project_id, role)
    return m.UpdateProjectRoleResponse(change_date=date_or_changed(result))


@rpc("v2.project.RemoveProjectRole")
def remove_project_role(ctx: Context, request: m.RemoveProjectRoleRequest) -> m.RemoveProjectRoleResponse:
    """Remove a role, from grants too; without effect on one that is not there."""
    removed = project_roles.remove(ctx, request.project_id, request.role_key)
    return m.RemoveProjectRoleResponse(removal_date=None if removed.event is None else date(removed.event))


@rpc("v2.project.ListProjectRoles")
def list_project_roles(ctx: Context, request: m.ListProjectRolesRequest) -> m.ListProjectRolesResponse:
    """Answer with the roles of a project, if the caller may see them; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "r.created"), "r.rowid")
    filters = Filters()
    for query in request.filters:
        if query.WhichOneof("filter") == "role_key_filter":
            filters.text("r.key", query.role_key_filter.key, query.role_key_filter.method)
        else:
            name = query.display_name_filter
            filters.text("r.display_name", name.display_name, name.method)
    found = project_roles.search(ctx, request.project_id, filters, asked)
    return m.ListProjectRolesResponse(
        pagination=pagination(found.total, asked),
        project_roles=[
            _as_role(row) for row in found.rows if ctx.holds("project.role.read", row["org_id"], row["project_id"])
        ],
    )


def _as_role(row: sqlite3.Row) -> types.ProjectRole:
    return types.ProjectRole(
        project_id=row["project_id"],
        key=row["key"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        display_name=row["display_name"],
        group=row["role_group"],
    )
