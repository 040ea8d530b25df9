"""Roles of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import management_pb2 as m
from zitadel import object_pb2, project_pb2

from zgrpc.testing.domain import project_grants, project_roles
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.project_roles import Role
from zgrpc.testing.registry import rpc
from zgrpc.testing.store import Event
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import already_gone, unchanged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context


@rpc("management.AddProjectRole")
def add_project_role(ctx: Context, request: m.AddProjectRoleRequest) -> m.AddProjectRoleResponse:
    """Add a role."""
    role = Role(request.role_key, request.display_name, request.group)
    return m.AddProjectRoleResponse(details=added(project_roles.add(ctx, request.project_id, [role])[0]))


@rpc("management.BulkAddProjectRoles")
def add_roles(ctx: Context, request: m.BulkAddProjectRolesRequest) -> m.BulkAddProjectRolesResponse:
    """Add roles, all or none; the answer's details name the owner and nothing else."""
    roles = [Role(role.key, role.display_name, role.group) for role in request.roles]
    project_roles.add(ctx, request.project_id, roles)
    owner = project_roles.owner(ctx, request.project_id)
    return m.BulkAddProjectRolesResponse(details=object_pb2.ObjectDetails(resource_owner=owner))


@rpc("management.UpdateProjectRole")
def update_project_role(ctx: Context, request: m.UpdateProjectRoleRequest) -> m.UpdateProjectRoleResponse:
    """Set the display name and the group."""
    role = Role(request.role_key, request.display_name, request.group)
    result = project_roles.update(ctx, request.project_id, role)
    if isinstance(result, Event):
        return m.UpdateProjectRoleResponse(details=changed(result))
    return m.UpdateProjectRoleResponse(details=unchanged(result, owner=project_roles.owner(ctx, request.project_id)))


@rpc("management.RemoveProjectRole")
def remove_project_role(ctx: Context, request: m.RemoveProjectRoleRequest) -> m.RemoveProjectRoleResponse:
    """Remove a role, from grants too; without effect on one that is not there."""
    removed = project_roles.remove(ctx, request.project_id, request.role_key)
    return m.RemoveProjectRoleResponse(details=already_gone(*removed))


@rpc("management.ListProjectRoles")
def list_project_roles(ctx: Context, request: m.ListProjectRolesRequest) -> m.ListProjectRolesResponse:
    """Answer with the roles of a project of the organization."""
    found = project_roles.search(ctx, request.project_id, _filters(request.queries), page(request.query))
    return m.ListProjectRolesResponse(
        details=list_details(ctx, found.total), result=[_as_role(row) for row in found.rows]
    )


@rpc("management.ListGrantedProjectRoles")
def list_granted_project_roles(
    ctx: Context, request: m.ListGrantedProjectRolesRequest
) -> m.ListGrantedProjectRolesResponse:
    """Answer with the roles of a project that were granted to the organization."""
    grant = project_grants.get_granted(ctx, request.grant_id)
    found = project_roles.search_granted(ctx, request.project_id, grant, _filters(request.queries), page(request.query))
    return m.ListGrantedProjectRolesResponse(
        details=list_details(ctx, found.total), result=[_as_role(row) for row in found.rows]
    )


def _filters(queries: Iterable[project_pb2.RoleQuery]) -> Filters:
    filters = Filters()
    for query in queries:
        if query.HasField("key_query"):
            filters.text("r.key", query.key_query.key, query.key_query.method)
        else:
            filters.text("r.display_name", query.display_name_query.display_name, query.display_name_query.method)
    return filters


def _as_role(row: sqlite3.Row) -> project_pb2.Role:
    return project_pb2.Role(
        key=row["key"], display_name=row["display_name"], group=row["role_group"], details=details(row)
    )
