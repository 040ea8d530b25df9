"""Projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.project.v2 import project_service_pb2 as m
from zitadel.project.v2 import query_pb2 as types

from zgrpc.testing.domain import lists, projects
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, date_or_changed, timestamp
from zgrpc.testing.v2.lists import in_ids, page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# The settings of a project: the column, and the field of its messages.
_SETTINGS = {
    "name": "name",
    "role_assertion": "project_role_assertion",
    "role_check": "authorization_required",
    "has_project_check": "project_access_required",
    "private_labeling": "private_labeling_setting",
}

_SORTED = {
    types.PROJECT_FIELD_NAME_ID: "sort_key(id)",
    types.PROJECT_FIELD_NAME_CHANGE_DATE: "changed",
    types.PROJECT_FIELD_NAME_NAME: "sort_key(lower(name))",
}


@rpc("v2.project.CreateProject")
def create_project(ctx: Context, request: m.CreateProjectRequest) -> m.CreateProjectResponse:
    """Add a project."""
    settings = {column: getattr(request, field) for column, field in _SETTINGS.items()}
    new = projects.add(ctx, request.organization_id, settings, project_id=request.project_id)
    return m.CreateProjectResponse(project_id=new.id, creation_date=date(new.event))


@rpc("v2.project.UpdateProject")
def update_project(ctx: Context, request: m.UpdateProjectRequest) -> m.UpdateProjectResponse:
    """Set the name and the settings that are given."""
    settings = {column: getattr(request, field) for column, field in _SETTINGS.items() if request.HasField(field)}
    result = projects.update(ctx, request.project_id, settings)
    return m.UpdateProjectResponse(change_date=date_or_changed(result))


@rpc("v2.project.DeactivateProject")
def deactivate_project(ctx: Context, request: m.DeactivateProjectRequest) -> m.DeactivateProjectResponse:
    """Switch a project off."""
    return m.DeactivateProjectResponse(change_date=date(projects.deactivate(ctx, request.project_id)))


@rpc("v2.project.ActivateProject")
def activate_project(ctx: Context, request: m.ActivateProjectRequest) -> m.ActivateProjectResponse:
    """Switch a project on again."""
    return m.ActivateProjectResponse(change_date=date(projects.reactivate(ctx, request.project_id)))


@rpc("v2.project.DeleteProject")
def delete_project(ctx: Context, request: m.DeleteProjectRequest) -> m.DeleteProjectResponse:
    """Remove a project; without effect on one that is not there."""
    if ctx.store.one("SELECT 1 FROM projects WHERE id = ?", request.project_id) is None:
        last = ctx.store.last_event("project", request.project_id, "project.removed")
        return m.DeleteProjectResponse(deletion_date=None if last is None else date(last))
    return m.DeleteProjectResponse(deletion_date=date(projects.remove(ctx, request.project_id)))


@rpc("v2.project.GetProject")
def get_project(ctx: Context, request: m.GetProjectRequest) -> m.GetProjectResponse:
    """Answer with a project."""
    return m.GetProjectResponse(project=_as_project(projects.get(ctx, request.project_id)))


@rpc("v2.project.ListProjects")
def list_projects(ctx: Context, request: m.ListProjectsRequest) -> m.ListProjectsResponse:
    """Answer with the projects and granted projects that the caller may see; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "created"), "place")
    filters = Filters()
    for query in request.filters:
        filters.add(_condition(query))
    found = projects.search_with_granted(ctx, filters, asked)
    return m.ListProjectsResponse(
        pagination=pagination(found.total, asked),
        projects=[_as_listed(row) for row in found.rows if projects.shown(ctx, row)],
    )


def _condition(query: types.ProjectSearchFilter) -> Condition:
    kind = query.WhichOneof("filter")
    value: Any = getattr(query, kind)
    if kind == "project_name_filter":
        return lists.text_condition("name", value.project_name, value.method)
    if kind == "in_project_ids_filter":
        return in_ids("id", value.ids)
    owned = lists.equals("org_id", value.organization_id)  # of a granted project, too, this is the project's owner
    granted = lists.equals("granted_org_id", value.organization_id)
    if value.type == types.ProjectOrganizationIDFilter.OWNED:
        return owned
    if value.type == types.ProjectOrganizationIDFilter.GRANTED:
        return granted
    return lists.any_of([owned, granted])


def _as_project(row: sqlite3.Row) -> types.Project:
    settings = {field: row[column] for column, field in _SETTINGS.items()}
    return types.Project(
        project_id=row["id"],
        organization_id=row["org_id"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        state=row["state"],
        **settings,
    )


def _as_listed(row: sqlite3.Row) -> types.Project:
    project = _as_project(row)
    if row["granted_org_id"] is not None:
        project.granted_organization_id = row["granted_org_id"]
        project.granted_organization_name = row["granted_org_name"]
        project.granted_state = row["granted_state"]
    return project
