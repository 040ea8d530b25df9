"""Projects, their roles and their grants to other organizations."""

from __future__ import annotations

import json
from typing import Any

from zgrpc.testing.call import Call, added, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zitadel import management_pb2 as m
from zitadel import object_pb2, project_pb2


@rpc("management.AddProject")
def add_project(call: Call, request: m.AddProjectRequest) -> dict[str, Any]:
    """A new project."""
    project_id = call.store.new_id()
    event = call.push("project", project_id, "project.added")
    call.add(
        "projects", event, id=project_id, org_id=call.org_id, name=request.name,
        role_assertion=request.project_role_assertion, role_check=request.project_role_check,
        has_project_check=request.has_project_check, private_labeling=request.private_labeling_setting,
    )  # fmt: skip
    return {"id": project_id, "details": added(event)}


@rpc("management.GetProjectByID")
def get_project(call: Call, request: m.GetProjectByIDRequest) -> dict[str, Any]:
    """A project of the call's organization."""
    row = call.store.one("SELECT * FROM projects WHERE id = ? AND org_id = ?", request.id, call.org_id)
    if row is None:
        raise Err("NOT_FOUND", "MANAG-SFf2a", "Errors.Project.NotFound")
    project = project_pb2.Project(
        id=row["id"],
        name=row["name"],
        state=row["state"],
        project_role_assertion=bool(row["role_assertion"]),
        project_role_check=bool(row["role_check"]),
        has_project_check=bool(row["has_project_check"]),
        private_labeling_setting=row["private_labeling"],
        details=details(row),
    )
    return {"project": project}


@rpc("management.BulkAddProjectRoles")
def add_roles(call: Call, request: m.BulkAddProjectRolesRequest) -> dict[str, Any]:
    """New roles of a project, all or none."""
    project = call.store.one("SELECT * FROM projects WHERE id = ? AND org_id = ?", request.project_id, call.org_id)
    if project is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-EbFMN", "Errors.Project.NotFound")
    for role in request.roles:
        event = call.push("project", project["id"], "project.role.added")
        call.add(
            "roles",
            event,
            project_id=project["id"],
            key=role.key,
            display_name=role.display_name,
            role_group=role.group,
        )
    return {"details": object_pb2.ObjectDetails(resource_owner=project["org_id"])}


@rpc("management.AddProjectGrant")
def add_project_grant(call: Call, request: m.AddProjectGrantRequest) -> dict[str, Any]:
    """A grant of a project to another organization, which may then give its users the granted roles."""
    grant_id = call.store.new_id()
    event = call.push("project", request.project_id, "project.grant.added")
    call.add(
        "project_grants", event, id=grant_id, project_id=request.project_id, org_id=call.org_id,
        granted_org_id=request.granted_org_id, roles=json.dumps(list(request.role_keys)),
    )  # fmt: skip
    return {"grant_id": grant_id, "details": added(event)}


@rpc("management.DeactivateProjectGrant")
def deactivate_project_grant(call: Call, request: m.DeactivateProjectGrantRequest) -> dict[str, Any]:
    """Switch a project grant off."""
    from zgrpc.testing.call import changed

    event = call.push("project", request.project_id, "project.grant.deactivated")
    call.change("project_grants", event, {"id": request.grant_id}, state=project_pb2.PROJECT_GRANT_STATE_INACTIVE)
    return {"details": changed(event)}
