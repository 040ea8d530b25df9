"""Memberships: what a user is a member of, and what that permits."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING, Any

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing import permissions
from zgrpc.testing.call import Call, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

SOURCE = """members m
  LEFT JOIN orgs o ON m.kind = 'org' AND o.id = m.object_id LEFT JOIN projects p ON p.id = m.project_id"""
COLUMNS = """m.user_id, m.kind, m.object_id, m.org_id, m.roles, m.created, m.changed, m.sequence,
  coalesce(o.name, p.name, 'ZITADEL') AS display_name"""

# The field of a membership that names what it is of, by its kind.
_OBJECT = {"org": "org_id", "project": "project_id", "project_grant": "project_grant_id"}


@rpc("management.ListUserMemberships")
def list_user_memberships(call: Call, request: m.ListUserMembershipsRequest) -> dict[str, Any]:
    """A user's memberships of the organization, of what it owns, and of the instance."""
    owners = (call.store.fact("instance_id"), call.org_id)
    filters = Filters().equals("m.user_id", request.user_id).one_of("m.org_id", owners)
    return call.page(request.query, COLUMNS, SOURCE, _filtered(filters, request.queries), as_membership)


@rpc("auth.ListMyMemberships")
def list_my_memberships(call: Call, request: a.ListMyMembershipsRequest) -> dict[str, Any]:
    """The caller's memberships, whatever the organization."""
    filters = _filtered(Filters().equals("m.user_id", call.user_id), request.queries)
    return call.page(request.query, COLUMNS, SOURCE, filters, as_membership)


@rpc("auth.ListMyZitadelPermissions")
def list_my_zitadel_permissions(call: Call, request: a.ListMyZitadelPermissionsRequest) -> dict[str, Any]:
    """What the caller may do within the organization of the call."""
    return {"result": permissions.granted(call.store, call.user_id, call.org_id) or []}


@rpc("auth.ListMyProjectPermissions")
def list_my_project_permissions(call: Call, request: a.ListMyProjectPermissionsRequest) -> dict[str, Any]:
    """The caller's roles in the project that the token was issued by an app of; tokens of machine users have none."""
    raise Err("NOT_FOUND", "QUERY-wIPkA", "Errors.UserGrant.NotFound")


@rpc("auth.ListMyProjectOrgs")
def list_my_project_orgs(call: Call, request: a.ListMyProjectOrgsRequest) -> dict[str, Any]:
    """The organizations with grants for the token's project; tokens of machine users have no project."""
    return {"details": call.list_details(0)}


def as_membership(row: sqlite3.Row) -> user_pb2.Membership:
    """A membership, from a row of `COLUMNS`."""
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
