"""Memberships: what a user is a member of, and what that permits."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING, NoReturn

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import memberships, permissions
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import details, list_details
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context

# The field of a membership that names what it is of, by its kind.
_OBJECT = {"org": "org_id", "project": "project_id", "project_grant": "project_grant_id"}


@rpc("management.ListUserMemberships")
def list_user_memberships(ctx: Context, request: m.ListUserMembershipsRequest) -> m.ListUserMembershipsResponse:
    """Answer with a user's memberships of the organization, of what it owns, and of the instance."""
    owners = (ctx.store.fact("instance_id"), ctx.org_id)
    filters = Filters().equals("m.user_id", request.user_id).one_of("m.org_id", owners)
    found = memberships.search(ctx, _filtered(filters, request.queries), page(request.query))
    return m.ListUserMembershipsResponse(
        details=list_details(ctx, found.total), result=[as_membership(row) for row in found.rows]
    )


@rpc("auth.ListMyMemberships")
def list_my_memberships(ctx: Context, request: a.ListMyMembershipsRequest) -> a.ListMyMembershipsResponse:
    """Answer with the caller's memberships, whatever the organization."""
    filters = _filtered(Filters().equals("m.user_id", ctx.user_id), request.queries)
    found = memberships.search(ctx, filters, page(request.query))
    return a.ListMyMembershipsResponse(
        details=list_details(ctx, found.total), result=[as_membership(row) for row in found.rows]
    )


@rpc("auth.ListMyZitadelPermissions")
def list_my_zitadel_permissions(
    ctx: Context, request: a.ListMyZitadelPermissionsRequest
) -> a.ListMyZitadelPermissionsResponse:
    """Answer with what the caller may do within the organization of the call."""
    held = permissions.granted(ctx.store, ctx.user_id, ctx.org_id)
    return a.ListMyZitadelPermissionsResponse(result=[] if held is None else held.names)


@rpc("auth.ListMyProjectPermissions")
def list_my_project_permissions(ctx: Context, request: a.ListMyProjectPermissionsRequest) -> NoReturn:
    """Refuse: the roles are those in the project that an app issued the token for, and machine users have no app."""
    raise Err("NOT_FOUND", "QUERY-wIPkA", "Errors.UserGrant.NotFound")


@rpc("auth.ListMyProjectOrgs")
def list_my_project_orgs(ctx: Context, request: a.ListMyProjectOrgsRequest) -> a.ListMyProjectOrgsResponse:
    """Answer with nothing: the list is of the token's project, and tokens of machine users have none."""
    return a.ListMyProjectOrgsResponse(details=list_details(ctx, 0))


def as_membership(row: sqlite3.Row) -> user_pb2.Membership:
    """Return a membership, from a row of `COLUMNS`."""
    membership = user_pb2.Membership(
        user_id=row["user_id"],
        details=details(row),
        roles=json.loads(row["roles"]),
        display_name=row["display_name"],
    )
    if row["kind"] == "iam":
        membership.iam = True
    else:
        setattr(membership, _OBJECT[row["kind"]], row["object_id"])
    return membership


def _filtered(filters: Filters, queries: Iterable[user_pb2.MembershipQuery]) -> Filters:
    for query in queries:
        match query.WhichOneof("query"):
            case "org_query":
                filters.where("m.kind = 'org' AND m.object_id = ?", query.org_query.org_id)
            case "project_query":
                filters.equals("m.project_id", query.project_query.project_id)
            case "project_grant_query":
                filters.equals("m.project_grant_id", query.project_grant_query.project_grant_id)
            case "iam_query":
                # Its value is not looked at.
                filters.equals("m.kind", "iam")
    return filters
