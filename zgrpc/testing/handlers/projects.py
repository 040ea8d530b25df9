"""Projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import project_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.members import check_project_roles, join_project
from zgrpc.testing.handlers.shared import only_permitted, unchanged
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3

_ACTIVE, _INACTIVE = project_pb2.PROJECT_STATE_ACTIVE, project_pb2.PROJECT_STATE_INACTIVE

# The settings of a project: the column, and the field of its messages.
_SETTINGS = {
    "name": "name",
    "role_assertion": "project_role_assertion",
    "role_check": "project_role_check",
    "has_project_check": "has_project_check",
    "private_labeling": "private_labeling_setting",
}


@rpc("management.AddProject")
def add_project(call: Call, request: m.AddProjectRequest) -> dict[str, Any]:
    """A new project, with its first members if any are named."""
    for admin in request.admins:
        check_project_roles(call, admin.user_id, admin.roles)
    project_id = call.store.new_id()
    event = call.push("project", project_id, "project.added")
    call.add("projects", event, id=project_id, org_id=call.org_id, **_settings(request))
    for admin in request.admins:
        event = join_project(call, project_id, admin.user_id, admin.roles)
    return {"id": project_id, "details": added(event)}


@rpc("management.GetProjectByID")
def get_project(call: Call, request: m.GetProjectByIDRequest) -> dict[str, Any]:
    """A project of the organization."""
    row = call.store.one("SELECT * FROM projects WHERE id = ?", request.id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-fk2fs", "Errors.Project.NotFound")
    if row["org_id"] != call.org_id:
        raise Err("NOT_FOUND", "MANAG-SFf2a", "Errors.Project.NotFound")
    return {"project": _as_project(row)}


@rpc("management.ListProjects")
def list_projects(call: Call, request: m.ListProjectsRequest) -> dict[str, Any]:
    """The projects of the organization that the caller may see."""
    filters = only_permitted(Filters().equals("org_id", call.org_id), call, "project.read", "id")
    for query in request.queries:
        if query.HasField("name_query"):
            filters.text("name", query.name_query.name, query.name_query.method)
        else:
            filters.equals("org_id", query.project_resource_owner_query.resource_owner)
    return call.page(request.query, "*", "projects", filters, _as_project)


@rpc("management.UpdateProject")
def update_project(call: Call, request: m.UpdateProjectRequest) -> dict[str, Any]:
    """Set the name and all settings."""
    row = _project(call, request.id, "COMMAND-3M9sd")
    settings = _settings(request)
    if all(row[column] == value for column, value in settings.items()):
        return {"details": unchanged(row)}
    event = call.push("project", row["id"], "project.changed")
    call.change("projects", event, {"id": row["id"]}, **settings)
    return {"details": changed(event)}


@rpc("management.DeactivateProject")
def deactivate_project(call: Call, request: m.DeactivateProjectRequest) -> dict[str, Any]:
    """Switch a project off."""
    row = _project(call, request.id, "COMMAND-112M9")
    if row["state"] != _ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-mki55", "Errors.Project.NotActive")
    event = call.push("project", row["id"], "project.deactivated")
    call.change("projects", event, {"id": row["id"]}, state=_INACTIVE)
    return {"details": changed(event)}


@rpc("management.ReactivateProject")
def reactivate_project(call: Call, request: m.ReactivateProjectRequest) -> dict[str, Any]:
    """Switch a project on again."""
    row = _project(call, request.id, "COMMAND-3M9sd")
    if row["state"] != _INACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-5M9bs", "Errors.Project.NotInactive")
    event = call.push("project", row["id"], "project.reactivated")
    call.change("projects", event, {"id": row["id"]}, state=_ACTIVE)
    return {"details": changed(event)}


@rpc("management.RemoveProject")
def remove_project(call: Call, request: m.RemoveProjectRequest) -> dict[str, Any]:
    """Remove a project with its roles, applications, grants, members and the user grants of it."""
    row = _project(call, request.id, "COMMAND-3M9sd")
    event = call.push("project", row["id"], "project.removed")
    call.store.run("DELETE FROM projects WHERE id = ?", row["id"])
    return {"details": changed(event)}


def _settings(request: m.AddProjectRequest | m.UpdateProjectRequest) -> dict[str, Any]:
    return {column: getattr(request, field) for column, field in _SETTINGS.items()}


def _project(call: Call, project_id: str, error_id: str) -> sqlite3.Row:
    row = call.store.one("SELECT * FROM projects WHERE id = ? AND org_id = ?", project_id, call.org_id)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Project.NotFound")
    return row


def _as_project(row: sqlite3.Row) -> project_pb2.Project:
    settings = {field: row[column] for column, field in _SETTINGS.items()}
    return project_pb2.Project(id=row["id"], state=row["state"], details=details(row), **settings)
