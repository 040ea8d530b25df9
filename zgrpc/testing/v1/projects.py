"""Projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import project_pb2

from zgrpc.testing.domain import projects
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import changed_or_not

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# The settings of a project: the column, and the field of its messages.
_SETTINGS = {
    "name": "name",
    "role_assertion": "project_role_assertion",
    "role_check": "project_role_check",
    "has_project_check": "has_project_check",
    "private_labeling": "private_labeling_setting",
}


@rpc("management.AddProject")
def add_project(ctx: Context, request: m.AddProjectRequest) -> m.AddProjectResponse:
    """Add a project, with its first members if any are named."""
    admins = [(admin.user_id, admin.roles) for admin in request.admins]
    new = projects.add(ctx, ctx.org_id, settings(request), admins=admins)
    return m.AddProjectResponse(id=new.id, details=added(new.event))


@rpc("management.GetProjectByID")
def get_project(ctx: Context, request: m.GetProjectByIDRequest) -> m.GetProjectByIDResponse:
    """Answer with a project of the organization."""
    return m.GetProjectByIDResponse(project=_as_project(projects.get(ctx, request.id)))


@rpc("management.ListProjects")
def list_projects(ctx: Context, request: m.ListProjectsRequest) -> m.ListProjectsResponse:
    """Answer with the projects of the organization that the caller may see."""
    filters = Filters()
    for query in request.queries:
        if query.HasField("name_query"):
            filters.text("name", query.name_query.name, query.name_query.method)
        else:
            filters.equals("org_id", query.project_resource_owner_query.resource_owner)
    found = projects.search(ctx, filters, page(request.query))
    return m.ListProjectsResponse(
        details=list_details(ctx, found.total), result=[_as_project(row) for row in found.rows]
    )


@rpc("management.UpdateProject")
def update_project(ctx: Context, request: m.UpdateProjectRequest) -> m.UpdateProjectResponse:
    """Set the name and all settings."""
    return m.UpdateProjectResponse(details=changed_or_not(projects.update(ctx, request.id, settings(request))))


@rpc("management.DeactivateProject")
def deactivate_project(ctx: Context, request: m.DeactivateProjectRequest) -> m.DeactivateProjectResponse:
    """Switch a project off."""
    return m.DeactivateProjectResponse(details=changed(projects.deactivate(ctx, request.id)))


@rpc("management.ReactivateProject")
def reactivate_project(ctx: Context, request: m.ReactivateProjectRequest) -> m.ReactivateProjectResponse:
    """Switch a project on again."""
    return m.ReactivateProjectResponse(details=changed(projects.reactivate(ctx, request.id)))


@rpc("management.RemoveProject")
def remove_project(ctx: Context, request: m.RemoveProjectRequest) -> m.RemoveProjectResponse:
    """Remove a project."""
    return m.RemoveProjectResponse(details=changed(projects.remove(ctx, request.id)))


def settings(request: m.AddProjectRequest | m.UpdateProjectRequest) -> dict[str, Any]:
    """Return the columns of a project that a request sets."""
    return {column: getattr(request, field) for column, field in _SETTINGS.items()}


def _as_project(row: sqlite3.Row) -> project_pb2.Project:
    values = {field: row[column] for column, field in _SETTINGS.items()}
    return project_pb2.Project(id=row["id"], state=row["state"], details=details(row), **values)
