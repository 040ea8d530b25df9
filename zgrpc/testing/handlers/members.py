"""Members of organizations, projects and project grants."""

from __future__ import annotations

import json
from typing import Any

from zgrpc.testing.call import Call, added, changed
from zgrpc.testing.handlers import rpc
from zitadel import management_pb2 as m


@rpc("management.AddOrgMember")
def add_org_member(call: Call, request: m.AddOrgMemberRequest) -> dict[str, Any]:
    """Give a user roles in the organization."""
    event = call.push("org", call.org_id, "org.member.added")
    call.add(
        "members", event, user_id=request.user_id, kind="org", object_id=call.org_id, org_id=call.org_id,
        roles=json.dumps(list(request.roles)),
    )  # fmt: skip
    return {"details": added(event)}


@rpc("management.RemoveOrgMember")
def remove_org_member(call: Call, request: m.RemoveOrgMemberRequest) -> dict[str, Any]:
    """Take a user's roles in the organization away."""
    call.store.run(
        "DELETE FROM members WHERE user_id = ? AND kind = 'org' AND object_id = ?", request.user_id, call.org_id
    )
    return {"details": changed(call.push("org", call.org_id, "org.member.removed"))}


@rpc("management.AddProjectMember")
def add_project_member(call: Call, request: m.AddProjectMemberRequest) -> dict[str, Any]:
    """Give a user roles in a project."""
    event = call.push("project", request.project_id, "project.member.added")
    call.add(
        "members", event, user_id=request.user_id, kind="project", object_id=request.project_id, org_id=call.org_id,
        roles=json.dumps(list(request.roles)), project_id=request.project_id,
    )  # fmt: skip
    return {"details": added(event)}


@rpc("management.AddProjectGrantMember")
def add_project_grant_member(call: Call, request: m.AddProjectGrantMemberRequest) -> dict[str, Any]:
    """Give a user roles in a project grant."""
    event = call.push("project", request.project_id, "project.grant.member.added")
    call.add(
        "members", event, user_id=request.user_id, kind="project_grant", object_id=request.grant_id, org_id=call.org_id,
        roles=json.dumps(list(request.roles)), project_id=request.project_id, project_grant_id=request.grant_id,
    )  # fmt: skip
    return {"details": added(event)}
