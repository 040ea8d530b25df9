"""Members of organizations, projects and project grants, and the roles that they may have."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import member_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import (
    already_gone,
    require_org,
    require_permission,
    require_project,
    require_user,
    unchanged,
)
from zgrpc.testing.handlers.users import HUMAN
from zgrpc.testing.queries import Filters
from zgrpc.testing.roles import ROLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_ORG, _PROJECT, _GRANT = "org", "project", "project_grant"
_SELF = "SELF_MANAGEMENT_GLOBAL"
_COLUMNS = """m.*, u.type, u.org_id AS user_org_id, u.user_name, u.email, u.first_name, u.last_name,
  coalesce(u.display_name, u.name) AS shown"""
_SOURCE = "members m JOIN users u ON u.id = m.user_id"


# -- which roles there are -------------------------------------------------------------------------
@rpc("management.ListOrgMemberRoles")
def list_org_member_roles(call: Call, request: m.ListOrgMemberRolesRequest) -> dict[str, Any]:
    """The roles of members of an organization; the default one's may manage themselves besides."""
    return {"result": [*_roles("ORG_"), *([_SELF] if _in_default_org(call) else [])]}


@rpc("management.ListProjectMemberRoles")
def list_project_member_roles(call: Call, request: m.ListProjectMemberRolesRequest) -> dict[str, Any]:
    """The roles of members of a project: of one of the default organization the global ones only."""
    roles = [role for role in _roles("PROJECT_") if not role.startswith("PROJECT_GRANT_")]
    return {"result": [role for role in roles if role.endswith("GLOBAL") or not _in_default_org(call)]}


@rpc("management.ListProjectGrantMemberRoles")
def list_project_grant_member_roles(call: Call, request: m.ListProjectGrantMemberRolesRequest) -> dict[str, Any]:
    """The roles of members of a project grant: all of them, whatever offset and limit say."""
    roles = _roles("PROJECT_GRANT_")
    return {"details": call.list_details(len(roles)), "result": roles}


def _roles(prefix: str) -> list[str]:
    return sorted(role for role in ROLES if role.startswith(prefix))


def _in_default_org(call: Call) -> bool:
    return call.org_id == call.store.fact("default_org_id")


def _are(roles: Iterable[str], prefix: str) -> bool:
    """Whether each role exists and starts with the prefix, which is all that ZITADEL asks of it."""
    return all(role in ROLES and role.startswith(prefix) for role in roles)


# -- organizations ---------------------------------------------------------------------------------
@rpc("management.AddOrgMember")
def add_org_member(call: Call, request: m.AddOrgMemberRequest) -> dict[str, Any]:
    """Give a user of any organization roles in this one."""
    require_org(call)
    if not request.roles:
        raise Err("INVALID_ARGUMENT", "ORG-4Mlfs", "Errors.Invalid.Argument")
    if not _are(request.roles, "ORG") and not _are(request.roles, _SELF):
        raise Err("INVALID_ARGUMENT", "Org-4N8es", "Errors.Org.MemberInvalid")
    if call.store.one("SELECT 1 FROM users WHERE id = ?", request.user_id) is None:
        raise Err("FAILED_PRECONDITION", "ORG-GoXOn", "Errors.User.NotFound")
    if _member(call, request.user_id, _ORG, call.org_id) is not None:
        raise Err("ALREADY_EXISTS", "ORG-poWwe", "Errors.Org.Member.AlreadyExists")
    return {"details": added(join_org(call, call.org_id, request.user_id, request.roles))}


def join_org(call: Call, org_id: str, user_id: str, roles: Iterable[str]) -> Any:
    """Make a user a member of an organization; returns the event."""
    event = call.push("org", org_id, "org.member.added", owner=org_id, data={"userId": user_id})
    call.add(
        "members", event, user_id=user_id, kind=_ORG, object_id=org_id, org_id=org_id, roles=json.dumps(list(roles))
    )
    return event


@rpc("management.UpdateOrgMember")
def update_org_member(call: Call, request: m.UpdateOrgMemberRequest) -> dict[str, Any]:
    """Give a member other roles."""
    if not request.roles:
        raise Err("INVALID_ARGUMENT", "Org-LiaZi", "Errors.Org.MemberInvalid")
    if not _are(request.roles, "ORG"):
        raise Err("INVALID_ARGUMENT", "INST-m9fG8", "Errors.Org.MemberInvalid")
    row = _member(call, request.user_id, _ORG, call.org_id)
    if row is None:
        raise Err("NOT_FOUND", "Org-D8JxR", "Errors.NotFound")
    return _update(call, row, request.roles, _ORG, call.org_id, "org.member.changed")


@rpc("management.RemoveOrgMember")
def remove_org_member(call: Call, request: m.RemoveOrgMemberRequest) -> dict[str, Any]:
    """Take a member's roles away; without effect on who is none."""
    return _remove(call, request.user_id, _ORG, call.org_id, _ORG, call.org_id, "org.member.removed")


@rpc("management.ListOrgMembers")
def list_org_members(call: Call, request: m.ListOrgMembersRequest) -> dict[str, Any]:
    """The members of the organization."""
    filters = Filters().equals("m.kind", _ORG).equals("m.object_id", call.org_id)
    return call.page(request.query, _COLUMNS, _SOURCE, _filtered(filters, request.queries), _as_member)


# -- projects --------------------------------------------------------------------------------------
@rpc("management.AddProjectMember")
def add_project_member(call: Call, request: m.AddProjectMemberRequest) -> dict[str, Any]:
    """Give a user of any organization roles in a project of this one."""
    check_project_roles(call, request.user_id, request.roles)
    require_project(call, request.project_id)
    if _member(call, request.user_id, _PROJECT, request.project_id) is not None:
        raise Err("ALREADY_EXISTS", "PROJECT-PtXi1", "Errors.Project.Member.AlreadyExists")
    return {"details": added(join_project(call, request.project_id, request.user_id, request.roles))}


def check_project_roles(call: Call, user_id: str, roles: Iterable[str]) -> None:
    """Refuse roles that members of a project cannot have, and users who do not exist.

    Raises:
        Err: INVALID_ARGUMENT or FAILED_PRECONDITION.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-W8m4l", "Errors.Project.Member.Invalid")
    if not _are(roles, "PROJECT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-3m9ds", "Errors.Project.Member.Invalid")
    require_user(call, user_id)


def join_project(call: Call, project_id: str, user_id: str, roles: Iterable[str]) -> Any:
    """Make a user a member of a project of the call's organization; returns the event."""
    event = call.push("project", project_id, "project.member.added", data={"userId": user_id})
    call.add(
        "members", event, user_id=user_id, kind=_PROJECT, object_id=project_id, org_id=call.org_id,
        roles=json.dumps(list(roles)), project_id=project_id,
    )  # fmt: skip
    return event


@rpc("management.UpdateProjectMember")
def update_project_member(call: Call, request: m.UpdateProjectMemberRequest) -> dict[str, Any]:
    """Give a member other roles."""
    if not request.roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-LiaZi", "Errors.Project.Member.Invalid")
    if not _are(request.roles, "PROJECT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-3m9d", "Errors.Project.Member.Invalid")
    row = _member(call, request.user_id, _PROJECT, request.project_id)
    if row is None or row["org_id"] != call.org_id:
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.NotFound")
    return _update(call, row, request.roles, "project", request.project_id, "project.member.changed")


@rpc("management.RemoveProjectMember")
def remove_project_member(call: Call, request: m.RemoveProjectMemberRequest) -> dict[str, Any]:
    """Take a member's roles away; without effect on who is none."""
    project_id = request.project_id
    return _remove(call, request.user_id, _PROJECT, project_id, "project", project_id, "project.member.removed")


@rpc("management.ListProjectMembers")
def list_project_members(call: Call, request: m.ListProjectMembersRequest) -> dict[str, Any]:
    """The members of a project."""
    filters = Filters().equals("m.kind", _PROJECT).equals("m.object_id", request.project_id)
    filters = _filtered(filters.equals("m.org_id", call.org_id), request.queries)
    return call.page(request.query, _COLUMNS, _SOURCE, filters, _as_member)


# -- project grants --------------------------------------------------------------------------------
@rpc("management.AddProjectGrantMember")
def add_project_grant_member(call: Call, request: m.AddProjectGrantMemberRequest) -> dict[str, Any]:
    """Give a user of any organization roles in a project grant; what is added belongs to the project's owner."""
    if not request.roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-8fi7G", "Errors.Project.Grant.Member.Invalid")
    if not _are(request.roles, "PROJECT_GRANT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-m9gKK", "Errors.Project.Grant.Member.Invalid")
    require_user(call, request.user_id)
    grant = _project_grant(call, request)
    if grant is None:
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.Project.Grant.NotFound")
    if _member(call, request.user_id, _GRANT, request.grant_id) is not None:
        raise Err("NOT_FOUND", "PROJECT-37fug", "Errors.AlreadyExists")
    _permitted(call, grant, "project.grant.member.write")
    event = call.push(
        "project", grant["project_id"], "project.grant.member.added", owner=grant["org_id"],
        data={"grantId": grant["id"], "userId": request.user_id},
    )  # fmt: skip
    call.add(
        "members", event, user_id=request.user_id, kind=_GRANT, object_id=grant["id"], org_id=grant["org_id"],
        roles=json.dumps(list(request.roles)), project_id=grant["project_id"], project_grant_id=grant["id"],
    )  # fmt: skip
    return {"details": added(event)}


@rpc("management.UpdateProjectGrantMember")
def update_project_grant_member(call: Call, request: m.UpdateProjectGrantMemberRequest) -> dict[str, Any]:
    """Give a member other roles."""
    if not request.roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-109fs", "Errors.Project.Grant.Member.Invalid")
    if not _are(request.roles, "PROJECT_GRANT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-m0sDf", "Errors.Project.Grant.Member.Invalid")
    row = _member(call, request.user_id, _GRANT, request.grant_id)
    if row is None or row["project_id"] != request.project_id:
        raise Err("NOT_FOUND", "PROJECT-37fug", "Errors.NotFound")
    _permitted(call, _project_grant(call, request), "project.grant.member.write")
    return _update(
        call, row, request.roles, "project", row["project_id"], "project.grant.member.changed", grantId=request.grant_id
    )


@rpc("management.RemoveProjectGrantMember")
def remove_project_grant_member(call: Call, request: m.RemoveProjectGrantMemberRequest) -> dict[str, Any]:
    """Take a member's roles away; without effect on who is none."""
    grant = _project_grant(call, request)
    if _member(call, request.user_id, _GRANT, request.grant_id) is not None:
        _permitted(call, grant, "project.grant.member.delete")
    return _remove(
        call, request.user_id, _GRANT, request.grant_id, "project", request.project_id, "project.grant.member.removed",
        owner="" if grant is None else grant["org_id"], grantId=request.grant_id,
    )  # fmt: skip


def _project_grant(
    call: Call,
    request: m.AddProjectGrantMemberRequest | m.UpdateProjectGrantMemberRequest | m.RemoveProjectGrantMemberRequest,
) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM project_grants WHERE id = ? AND project_id = ?", request.grant_id, request.project_id
    )


def _permitted(call: Call, grant: sqlite3.Row | None, permission: str) -> None:
    """Refuse who may not do it in the organization that the project is granted to, whatever else is permitted."""
    if grant is not None:
        require_permission(call, permission, grant["granted_org_id"], grant["id"])


@rpc("management.ListProjectGrantMembers")
def list_project_grant_members(call: Call, request: m.ListProjectGrantMembersRequest) -> dict[str, Any]:
    """The members of a project grant, for the project's owner and for whom it was granted to."""
    filters = Filters().equals("m.kind", _GRANT).equals("m.object_id", request.grant_id)
    filters.equals("m.project_id", request.project_id)
    filters.where("m.org_id = ? OR g.granted_org_id = ?", call.org_id, call.org_id)
    source = f"{_SOURCE} JOIN project_grants g ON g.id = m.project_grant_id"
    return call.page(request.query, _COLUMNS, source, _filtered(filters, request.queries), _as_member)


# -- what they share --------------------------------------------------------------------------
def _member(call: Call, user_id: str, kind: str, object_id: str) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM members WHERE user_id = ? AND kind = ? AND object_id = ?", user_id, kind, object_id
    )


def tell_of_leaving(call: Call, user_id: str) -> None:
    """Tell the history of whatever a user is a member of that the user is no more."""
    instance = call.store.fact("instance_id")
    for row in call.store.all("SELECT * FROM members WHERE user_id = ?", user_id):
        aggregate, aggregate_id, event, data = {
            _ORG: ("org", row["object_id"], "org.member", {}),
            _PROJECT: ("project", row["object_id"], "project.member", {}),
            _GRANT: ("project", row["project_id"], "project.grant.member", {"grantId": row["object_id"]}),
        }.get(row["kind"], ("instance", instance, "instance.member", {}))
        about = {"userId": user_id, **data}
        call.push(aggregate, aggregate_id, f"{event}.cascade.removed", owner=row["org_id"], data=about)


def _key(row: sqlite3.Row) -> dict[str, str]:
    return {name: row[name] for name in ("user_id", "kind", "object_id")}


def _update(
    call: Call, row: sqlite3.Row, roles: Iterable[str], aggregate: str, aggregate_id: str, type: str, **data: str
) -> dict[str, Any]:
    new = json.dumps(list(roles))
    if row["roles"] == new:
        return {"details": unchanged(row)}
    event = call.push(aggregate, aggregate_id, type, owner=row["org_id"], data={"userId": row["user_id"], **data})
    call.change("members", event, _key(row), roles=new)
    return {"details": changed(event)}


def _remove(
    call: Call,
    user_id: str,
    kind: str,
    object_id: str,
    aggregate: str,
    aggregate_id: str,
    type: str,
    *,
    owner: str | None = None,
    **data: str,
) -> dict[str, Any]:
    owner = call.org_id if owner is None else owner
    row = _member(call, user_id, kind, object_id)
    if row is None or row["org_id"] != owner or (aggregate == "project" and row["project_id"] != aggregate_id):
        family = type.removesuffix("removed")
        return already_gone(call, call.store.last_event(aggregate, aggregate_id, family, userId=user_id, **data), owner)
    event = call.push(aggregate, aggregate_id, type, owner=row["org_id"], data={"userId": user_id, **data})
    call.store.run("DELETE FROM members WHERE user_id = ? AND kind = ? AND object_id = ?", user_id, kind, object_id)
    return {"details": changed(event)}


def _filtered(filters: Filters, queries: Iterable[member_pb2.SearchQuery]) -> Filters:
    for query in queries:
        kind = query.WhichOneof("query")
        if kind == "user_id_query":
            filters.equals("m.user_id", query.user_id_query.user_id)
        elif kind is not None:
            column = kind.removesuffix("_query")
            inner = getattr(query, kind)
            filters.text(f"u.{column}", getattr(inner, column), inner.method)
    return filters


def _as_member(row: sqlite3.Row) -> member_pb2.Member:
    member = member_pb2.Member(
        user_id=row["user_id"],
        details=details(row),
        roles=json.loads(row["roles"]),
        preferred_login_name=row["user_name"],
        display_name=row["shown"],
        user_type=row["type"],
        user_resource_owner=row["user_org_id"],
    )
    if row["type"] == HUMAN:
        member.email, member.first_name, member.last_name = row["email"], row["first_name"], row["last_name"]
    return member
