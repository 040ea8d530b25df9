"""Grants of projects to other organizations, from both sides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import project_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.project_roles import withdraw
from zgrpc.testing.handlers.shared import only_permitted, require_permission, require_project, unchanged
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_ACTIVE, _INACTIVE = project_pb2.PROJECT_GRANT_STATE_ACTIVE, project_pb2.PROJECT_GRANT_STATE_INACTIVE
_WRITE, _DELETE = "project.grant.write", "project.grant.delete"
_COLUMNS = "g.*, p.name AS project_name, o.name AS owner_name, t.name AS granted_org_name"
_SOURCE = """project_grants g JOIN projects p ON p.id = g.project_id JOIN orgs o ON o.id = g.org_id
  JOIN orgs t ON t.id = g.granted_org_id"""


@rpc("management.AddProjectGrant")
def add_project_grant(call: Call, request: m.AddProjectGrantRequest) -> dict[str, Any]:
    """A grant of a project to another organization, which may then give its users the granted roles."""
    require_project(call, request.project_id, "COMMAND-m9gsd")
    _check(call, request.project_id, request.granted_org_id, request.role_keys)
    require_permission(call, _WRITE, call.org_id, request.project_id)
    if request.granted_org_id == call.org_id:
        raise Err("FAILED_PRECONDITION", "PROJECT-ckUpbvboAH", "Errors.Project.Grant.Invalid")
    grant_id = call.store.new_id()
    event = call.push("project", request.project_id, "project.grant.added", data={"grantId": grant_id})
    call.add(
        "project_grants", event, id=grant_id, project_id=request.project_id, org_id=call.org_id,
        granted_org_id=request.granted_org_id, roles=json.dumps(list(request.role_keys)),
    )  # fmt: skip
    return {"grant_id": grant_id, "details": added(event)}


@rpc("management.UpdateProjectGrant")
def update_project_grant(call: Call, request: m.UpdateProjectGrantRequest) -> dict[str, Any]:
    """Grant other roles; user grants lose those that are granted no more."""
    row = _grant(call, request.project_id, request.grant_id)
    _permitted(call, row, _WRITE)
    _check(call, row["project_id"], row["granted_org_id"], request.role_keys)
    old, new = json.loads(row["roles"]), list(request.role_keys)
    if old == new:
        return {"details": unchanged(row)}
    event = _change(call, row, "project.grant.changed", roles=json.dumps(new))
    removed = set(old) - set(new)
    withdraw(call, call.store.all("SELECT * FROM user_grants WHERE project_grant_id = ?", row["id"]), removed)
    return event


@rpc("management.DeactivateProjectGrant")
def deactivate_project_grant(call: Call, request: m.DeactivateProjectGrantRequest) -> dict[str, Any]:
    """Switch a project grant off; without effect on one that is."""
    return _switch(call, request.project_id, request.grant_id, _INACTIVE, "project.grant.deactivated")


@rpc("management.ReactivateProjectGrant")
def reactivate_project_grant(call: Call, request: m.ReactivateProjectGrantRequest) -> dict[str, Any]:
    """Switch a project grant on again; without effect on one that is."""
    return _switch(call, request.project_id, request.grant_id, _ACTIVE, "project.grant.reactivated")


@rpc("management.RemoveProjectGrant")
def remove_project_grant(call: Call, request: m.RemoveProjectGrantRequest) -> dict[str, Any]:
    """Remove a project grant with its members and the user grants that came of it."""
    row = _grant(call, request.project_id, request.grant_id)
    _permitted(call, row, _DELETE)
    event = call.push("project", row["project_id"], "project.grant.removed", data={"grantId": row["id"]})
    for grant in call.store.all("SELECT id, org_id FROM user_grants WHERE project_grant_id = ?", row["id"]):
        call.push("usergrant", grant["id"], "user.grant.cascade.removed", owner=grant["org_id"])
    call.store.run("DELETE FROM project_grants WHERE id = ?", row["id"])
    return {"details": changed(event)}


@rpc("management.GetProjectGrantByID")
def get_project_grant(call: Call, request: m.GetProjectGrantByIDRequest) -> dict[str, Any]:
    """A project grant, for the project's owner and for whom it was granted to."""
    return {"project_grant": _found(call, request.grant_id)}


@rpc("management.GetGrantedProjectByID")
def get_granted_project(call: Call, request: m.GetGrantedProjectByIDRequest) -> dict[str, Any]:
    """A project grant, for whom it was granted to and for the project's owner."""
    return {"granted_project": _found(call, request.grant_id)}


@rpc("management.ListProjectGrants")
def list_project_grants(call: Call, request: m.ListProjectGrantsRequest) -> dict[str, Any]:
    """The grants of one project of the organization."""
    filters = Filters().equals("g.project_id", request.project_id).equals("g.org_id", call.org_id)
    return call.page(request.query, _COLUMNS, _SOURCE, _filtered(filters, request.queries), _as_grant)


@rpc("management.ListAllProjectGrants")
def list_all_project_grants(call: Call, request: m.ListAllProjectGrantsRequest) -> dict[str, Any]:
    """The grants of all projects of the organization that the caller may see."""
    filters = only_permitted(Filters().equals("g.org_id", call.org_id), call, "project.grant.read", "g.id")
    return call.page(request.query, _COLUMNS, _SOURCE, _filtered(filters, request.queries), _as_grant)


@rpc("management.ListGrantedProjects")
def list_granted_projects(call: Call, request: m.ListGrantedProjectsRequest) -> dict[str, Any]:
    """The grants of other organizations' projects to this one that the caller may see."""
    filters = only_permitted(Filters().equals("g.granted_org_id", call.org_id), call, "project.read", "g.id")
    for query in request.queries:
        if query.HasField("name_query"):
            filters.text("p.name", query.name_query.name, query.name_query.method)
        else:
            filters.equals("g.org_id", query.project_resource_owner_query.resource_owner)
    return call.page(request.query, _COLUMNS, _SOURCE, filters, _as_grant)


def _check(call: Call, project_id: str, granted_org_id: str, roles: Iterable[str]) -> None:
    """What both adding and changing a grant ask for."""
    if not call.store.value("SELECT state <> 0 FROM orgs WHERE id = ?", granted_org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-3m9gg", "Errors.Org.NotFound")
    known = {row["key"] for row in call.store.all("SELECT key FROM roles WHERE project_id = ?", project_id)}
    if not known.issuperset(roles):
        raise Err("FAILED_PRECONDITION", "COMMAND-6m9gd", "Errors.Project.Role.NotFound")


def _grant(call: Call, project_id: str, grant_id: str) -> sqlite3.Row:
    row = call.store.one(
        "SELECT * FROM project_grants WHERE id = ? AND project_id = ? AND org_id = ?", grant_id, project_id, call.org_id
    )
    if row is None:
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.Project.Grant.NotFound")
    return row


def _switch(call: Call, project_id: str, grant_id: str, state: int, type: str) -> dict[str, Any]:
    require_project(call, project_id)
    row = _grant(call, project_id, grant_id)
    if row["state"] == state:
        return {"details": unchanged(row)}
    _permitted(call, row, _WRITE)
    return _change(call, row, type, state=state)


def _permitted(call: Call, row: sqlite3.Row, permission: str) -> None:
    """Refuse a caller whose permission is for other projects and project grants only."""
    require_permission(call, permission, row["org_id"], row["id"], row["project_id"])


def _change(call: Call, row: sqlite3.Row, type: str, **columns: Any) -> dict[str, Any]:
    event = call.push("project", row["project_id"], type, data={"grantId": row["id"]})
    call.change("project_grants", event, {"id": row["id"]}, **columns)
    return {"details": changed(event)}


def _found(call: Call, grant_id: str) -> project_pb2.GrantedProject:
    row = call.store.one(
        f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE g.id = ? AND ? IN (g.org_id, g.granted_org_id)",  # noqa: S608  (our own names)
        grant_id, call.org_id,
    )  # fmt: skip
    if row is None:
        raise Err("NOT_FOUND", "QUERY-n98GGs", "Errors.ProjectGrant.NotFound")
    return _as_grant(row)


def _filtered(
    filters: Filters, queries: Iterable[project_pb2.ProjectGrantQuery | project_pb2.AllProjectGrantQuery]
) -> Filters:
    for query in queries:
        kind = query.WhichOneof("query")
        if kind == "project_name_query":
            filters.text("p.name", query.project_name_query.name, query.project_name_query.method)
        elif kind == "role_key_query":
            # Whatever method is asked for, the real server looks for the very key.
            filters.where("EXISTS (SELECT 1 FROM json_each(g.roles) WHERE value = ?)", query.role_key_query.role_key)
        elif isinstance(query, project_pb2.AllProjectGrantQuery) and kind == "project_id_query":
            filters.equals("g.project_id", query.project_id_query.project_id)
        elif isinstance(query, project_pb2.AllProjectGrantQuery) and kind == "granted_org_id_query":
            filters.equals("g.granted_org_id", query.granted_org_id_query.granted_org_id)
    return filters


def _as_grant(row: sqlite3.Row) -> project_pb2.GrantedProject:
    return project_pb2.GrantedProject(
        grant_id=row["id"],
        granted_org_id=row["granted_org_id"],
        granted_org_name=row["granted_org_name"],
        granted_role_keys=json.loads(row["roles"]),
        state=row["state"],
        project_id=row["project_id"],
        project_name=row["project_name"],
        project_owner_id=row["org_id"],
        project_owner_name=row["owner_name"],
        details=details(row),
    )
