"""Members of organizations, projects and project grants, and the roles that they may have."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
import json
from typing import TYPE_CHECKING

from zitadel import management_pb2 as m
from zitadel import member_pb2

from zgrpc.testing.domain import member_roles, members
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.members import GRANT, ORG, PROJECT
from zgrpc.testing.domain.users import HUMAN
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import already_gone, changed_or_not

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context


# -- which roles there are -------------------------------------------------------------------------
@rpc("management.ListOrgMemberRoles")
def list_org_member_roles(ctx: Context, request: m.ListOrgMemberRolesRequest) -> m.ListOrgMemberRolesResponse:
    """Answer with the roles of members of an organization."""
    return m.ListOrgMemberRolesResponse(result=member_roles.of_org(ctx))


@rpc("management.ListProjectMemberRoles")
def list_project_member_roles(
    ctx: Context, request: m.ListProjectMemberRolesRequest
) -> m.ListProjectMemberRolesResponse:
    """Answer with the roles of members of a project."""
    return m.ListProjectMemberRolesResponse(result=member_roles.of_project(ctx))


@rpc("management.ListProjectGrantMemberRoles")
def list_project_grant_member_roles(
    ctx: Context, request: m.ListProjectGrantMemberRolesRequest
) -> m.ListProjectGrantMemberRolesResponse:
    """Answer with the roles of members of a project grant: all of them, whatever offset and limit say."""
    roles = member_roles.of_grant()
    return m.ListProjectGrantMemberRolesResponse(details=list_details(ctx, len(roles)), result=roles)


# -- organizations ---------------------------------------------------------------------------------
@rpc("management.AddOrgMember")
def add_org_member(ctx: Context, request: m.AddOrgMemberRequest) -> m.AddOrgMemberResponse:
    """Give a user of any organization roles in this one."""
    event = members.add_to_org(ctx, ctx.org_id, request.user_id, request.roles)
    return m.AddOrgMemberResponse(details=added(event))


@rpc("management.UpdateOrgMember")
def update_org_member(ctx: Context, request: m.UpdateOrgMemberRequest) -> m.UpdateOrgMemberResponse:
    """Give a member other roles."""
    result = members.change_in_org(ctx, ctx.org_id, request.user_id, request.roles)
    return m.UpdateOrgMemberResponse(details=changed_or_not(result))


@rpc("management.RemoveOrgMember")
def remove_org_member(ctx: Context, request: m.RemoveOrgMemberRequest) -> m.RemoveOrgMemberResponse:
    """Take a member's roles away; without effect on who is none."""
    return m.RemoveOrgMemberResponse(details=already_gone(*members.remove_from_org(ctx, ctx.org_id, request.user_id)))


@rpc("management.ListOrgMembers")
def list_org_members(ctx: Context, request: m.ListOrgMembersRequest) -> m.ListOrgMembersResponse:
    """Answer with the members of the organization."""
    found = members.search(ctx, ORG, ctx.org_id, member_filters(request.queries), page(request.query))
    return m.ListOrgMembersResponse(
        details=list_details(ctx, found.total), result=[as_member(row) for row in found.rows]
    )


# -- projects --------------------------------------------------------------------------------------
@rpc("management.AddProjectMember")
def add_project_member(ctx: Context, request: m.AddProjectMemberRequest) -> m.AddProjectMemberResponse:
    """Give a user of any organization roles in a project of this one."""
    event = members.add_to_project(ctx, request.project_id, request.user_id, request.roles)
    return m.AddProjectMemberResponse(details=added(event))


@rpc("management.UpdateProjectMember")
def update_project_member(ctx: Context, request: m.UpdateProjectMemberRequest) -> m.UpdateProjectMemberResponse:
    """Give a member other roles."""
    result = members.change_in_project(ctx, request.project_id, request.user_id, request.roles)
    return m.UpdateProjectMemberResponse(details=changed_or_not(result))


@rpc("management.RemoveProjectMember")
def remove_project_member(ctx: Context, request: m.RemoveProjectMemberRequest) -> m.RemoveProjectMemberResponse:
    """Take a member's roles away; without effect on who is none."""
    removed = members.remove_from_project(ctx, request.project_id, request.user_id)
    return m.RemoveProjectMemberResponse(details=already_gone(*removed))


@rpc("management.ListProjectMembers")
def list_project_members(ctx: Context, request: m.ListProjectMembersRequest) -> m.ListProjectMembersResponse:
    """Answer with the members of a project."""
    found = members.search(ctx, PROJECT, request.project_id, member_filters(request.queries), page(request.query))
    return m.ListProjectMembersResponse(
        details=list_details(ctx, found.total), result=[as_member(row) for row in found.rows]
    )


# -- project grants --------------------------------------------------------------------------------
@rpc("management.AddProjectGrantMember")
def add_project_grant_member(ctx: Context, request: m.AddProjectGrantMemberRequest) -> m.AddProjectGrantMemberResponse:
    """Give a user of any organization roles in a project grant."""
    event = members.add_to_grant(ctx, _grant(ctx, request), request.user_id, request.roles)
    return m.AddProjectGrantMemberResponse(details=added(event))


@rpc("management.UpdateProjectGrantMember")
def update_project_grant_member(
    ctx: Context, request: m.UpdateProjectGrantMemberRequest
) -> m.UpdateProjectGrantMemberResponse:
    """Give a member other roles."""
    result = members.change_in_grant(ctx, _grant(ctx, request), request.user_id, request.roles)
    return m.UpdateProjectGrantMemberResponse(details=changed_or_not(result))


@rpc("management.RemoveProjectGrantMember")
def remove_project_grant_member(
    ctx: Context, request: m.RemoveProjectGrantMemberRequest
) -> m.RemoveProjectGrantMemberResponse:
    """Take a member's roles away; without effect on who is none."""
    removed = members.remove_from_grant(ctx, request.project_id, request.grant_id, request.user_id)
    return m.RemoveProjectGrantMemberResponse(details=already_gone(*removed))


@rpc("management.ListProjectGrantMembers")
def list_project_grant_members(
    ctx: Context, request: m.ListProjectGrantMembersRequest
) -> m.ListProjectGrantMembersResponse:
    """Answer with the members of a project grant, for the project's owner and for whom it was granted to."""
    filters = member_filters(request.queries).equals("m.project_id", request.project_id)
    found = members.search(ctx, GRANT, request.grant_id, filters, page(request.query))
    return m.ListProjectGrantMembersResponse(
        details=list_details(ctx, found.total), result=[as_member(row) for row in found.rows]
    )


def _grant(
    ctx: Context, request: m.AddProjectGrantMemberRequest | m.UpdateProjectGrantMemberRequest
) -> sqlite3.Row | None:
    return ctx.store.one(
        "SELECT * FROM project_grants WHERE id = ? AND project_id = ?", request.grant_id, request.project_id
    )


def member_filters(queries: Iterable[member_pb2.SearchQuery]) -> Filters:
    """Return the filters of a list of members."""
    filters = Filters()
    for query in queries:
        kind = query.WhichOneof("query")
        if kind == "user_id_query":
            filters.equals("m.user_id", query.user_id_query.user_id)
        elif kind is not None:
            column = kind.removesuffix("_query")
            inner = getattr(query, kind)
            filters.text(f"u.{column}", getattr(inner, column), inner.method)
    return filters


def as_member(row: sqlite3.Row) -> member_pb2.Member:
    """Return a member as a message, from a row of `members.search`."""
    member = member_pb2.Member(
        user_id=row["user_id"],
        details=details(row),
        roles=json.loads(row["roles"]),
        preferred_login_name=row["preferred_login_name"],
        display_name=row["shown"],
        user_type=row["type"],
        user_resource_owner=row["user_org_id"],
    )
    if row["type"] == HUMAN:
        member.email, member.first_name, member.last_name = row["email"], row["first_name"], row["last_name"]
    return member
