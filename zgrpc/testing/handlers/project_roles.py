"""Roles of projects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import object_pb2, project_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import already_gone, require_project, unchanged
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from zgrpc.testing.store import Event

_SOURCE = "roles r JOIN projects p ON p.id = r.project_id"


@rpc("management.AddProjectRole")
def add_project_role(call: Call, request: m.AddProjectRoleRequest) -> dict[str, Any]:
    """A new role."""
    require_project(call, request.project_id)
    return {"details": added(_add(call, request.project_id, request.role_key, request.display_name, request.group))}


@rpc("management.BulkAddProjectRoles")
def add_roles(call: Call, request: m.BulkAddProjectRolesRequest) -> dict[str, Any]:
    """New roles, all or none; the answer's details name the owner and nothing else."""
    project = require_project(call, request.project_id)
    for role in request.roles:
        _add(call, project["id"], role.key, role.display_name, role.group)
    return {"details": object_pb2.ObjectDetails(resource_owner=project["org_id"])}


@rpc("management.UpdateProjectRole")
def update_project_role(call: Call, request: m.UpdateProjectRoleRequest) -> dict[str, Any]:
    """Set the display name and the group."""
    project = require_project(call, request.project_id)
    where = {"project_id": project["id"], "key": request.role_key}
    row = call.store.one("SELECT * FROM roles WHERE project_id = ? AND key = ?", *where.values())
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-vv8M9", "Errors.Project.Role.NotExisting")
    if (row["display_name"], row["role_group"]) == (request.display_name, request.group):
        return {"details": unchanged(row, owner=project["org_id"])}
    event = call.push("project", project["id"], "project.role.changed", data={"key": row["key"]})
    call.change("roles", event, where, display_name=request.display_name, role_group=request.group)
    return {"details": changed(event)}


@rpc("management.RemoveProjectRole")
def remove_project_role(call: Call, request: m.RemoveProjectRoleRequest) -> dict[str, Any]:
    """Remove a role, from grants too; without effect on one that is not there."""
    project_id, key, store = request.project_id, request.role_key, call.store
    project = store.one("SELECT 1 FROM projects WHERE id = ? AND org_id = ?", project_id, call.org_id)
    if project is None or not store.run("DELETE FROM roles WHERE project_id = ? AND key = ?", project_id, key):
        return already_gone(call, store.last_event("project", project_id, "project.role.", key=key))
    event = call.push("project", project_id, "project.role.removed", data={"key": key})
    for grant in store.all("SELECT * FROM project_grants WHERE project_id = ?", project_id):
        left = _without(grant, {key})
        if left is not None:
            cascade = call.push("project", project_id, "project.grant.cascade.changed", data={"grantId": grant["id"]})
            call.change("project_grants", cascade, {"id": grant["id"]}, roles=left)
    withdraw(call, store.all("SELECT * FROM user_grants WHERE project_id = ?", project_id), {key})
    return {"details": changed(event)}


@rpc("management.ListProjectRoles")
def list_project_roles(call: Call, request: m.ListProjectRolesRequest) -> dict[str, Any]:
    """The roles of a project of the organization."""
    filters = Filters().equals("r.project_id", request.project_id).equals("p.org_id", call.org_id)
    return _page(call, request.query, filters, request.queries)


@rpc("management.ListGrantedProjectRoles")
def list_granted_project_roles(call: Call, request: m.ListGrantedProjectRolesRequest) -> dict[str, Any]:
    """The roles of a project that were granted to the organization."""
    grant = call.store.one(
        "SELECT * FROM project_grants WHERE id = ? AND granted_org_id = ?", request.grant_id, call.org_id
    )
    if grant is None:
        raise Err("NOT_FOUND", "QUERY-n98GGs", "Errors.ProjectGrant.NotFound")
    filters = Filters().equals("r.project_id", request.project_id).equals("p.id", grant["project_id"])
    return _page(call, request.query, filters.one_of("r.key", json.loads(grant["roles"])), request.queries)


def withdraw(call: Call, user_grants: Iterable[sqlite3.Row], roles: Collection[str]) -> None:
    """Take roles out of user grants, because the project or the project grant has them no more."""
    for grant in user_grants:
        left = _without(grant, roles)
        if left is not None:
            event = call.push("usergrant", grant["id"], "user.grant.cascade.changed", owner=grant["org_id"])
            call.change("user_grants", event, {"id": grant["id"]}, roles=left)


def _without(row: sqlite3.Row, roles: Collection[str]) -> str | None:
    """The row's roles but for some, as the column holds them; None if it had none of those."""
    had = json.loads(row["roles"])
    left = [role for role in had if role not in roles]
    return None if left == had else json.dumps(left)


def _add(call: Call, project_id: str, key: str, display_name: str, group: str) -> Event:
    event = call.push("project", project_id, "project.role.added", data={"key": key})
    call.add("roles", event, project_id=project_id, key=key, display_name=display_name, role_group=group)
    return event


def _page(
    call: Call, query: object_pb2.ListQuery, filters: Filters, queries: Iterable[project_pb2.RoleQuery]
) -> dict[str, Any]:
    for one in queries:
        if one.HasField("key_query"):
            filters.text("r.key", one.key_query.key, one.key_query.method)
        else:
            filters.text("r.display_name", one.display_name_query.display_name, one.display_name_query.method)
    return call.page(query, "r.*, p.org_id", _SOURCE, filters, _as_role)


def _as_role(row: sqlite3.Row) -> project_pb2.Role:
    return project_pb2.Role(
        key=row["key"], display_name=row["display_name"], group=row["role_group"], details=details(row)
    )
