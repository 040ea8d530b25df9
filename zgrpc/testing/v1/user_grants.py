"""User grants: roles of a project that a user has within an organization."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import user_grants
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.messages import repeated
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import changed_or_not

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# The queries by a text method, and those by equality: option of the oneof, its field, the column.
_TEXT = {
    "user_name_query": ("user_name", "u.user_name"),
    "first_name_query": ("first_name", "u.first_name"),
    "last_name_query": ("last_name", "u.last_name"),
    "email_query": ("email", "u.email"),
    "org_name_query": ("org_name", "o.name"),
    "org_domain_query": ("org_domain", "o.primary_domain"),
    "project_name_query": ("project_name", "p.name"),
    "display_name_query": ("display_name", "u.display_name"),
}
_EQUAL = {
    "project_id_query": ("project_id", "g.project_id"),
    "user_id_query": ("user_id", "g.user_id"),
    "project_grant_id_query": ("project_grant_id", "coalesce(g.project_grant_id, '')"),
    "user_type_query": ("type", "u.type"),
}


@rpc("management.AddUserGrant")
def add_user_grant(ctx: Context, request: m.AddUserGrantRequest) -> m.AddUserGrantResponse:
    """Give a user roles of a project."""
    new = user_grants.add(
        ctx, ctx.org_id, request.user_id, request.project_id, request.role_keys, request.project_grant_id
    )
    return m.AddUserGrantResponse(user_grant_id=new.id, details=added(new.event))


@rpc("management.UpdateUserGrant")
def update_user_grant(ctx: Context, request: m.UpdateUserGrantRequest) -> m.UpdateUserGrantResponse:
    """Give other roles; the request's user id is not looked at."""
    result = user_grants.update(ctx, request.grant_id, request.role_keys)
    return m.UpdateUserGrantResponse(details=changed_or_not(result))


@rpc("management.DeactivateUserGrant")
def deactivate_user_grant(ctx: Context, request: m.DeactivateUserGrantRequest) -> m.DeactivateUserGrantResponse:
    """Switch a grant off."""
    return m.DeactivateUserGrantResponse(details=changed(user_grants.deactivate(ctx, request.grant_id)))


@rpc("management.ReactivateUserGrant")
def reactivate_user_grant(ctx: Context, request: m.ReactivateUserGrantRequest) -> m.ReactivateUserGrantResponse:
    """Switch a grant on again."""
    return m.ReactivateUserGrantResponse(details=changed(user_grants.reactivate(ctx, request.grant_id)))


@rpc("management.RemoveUserGrant")
def remove_user_grant(ctx: Context, request: m.RemoveUserGrantRequest) -> m.RemoveUserGrantResponse:
    """Take a grant away."""
    event = user_grants.remove(ctx, request.grant_id)
    return m.RemoveUserGrantResponse(details=None if event is None else changed(event))


@rpc("management.BulkRemoveUserGrant")
def bulk_remove_user_grants(ctx: Context, request: m.BulkRemoveUserGrantRequest) -> m.BulkRemoveUserGrantResponse:
    """Take grants away, all or none."""
    user_grants.remove_all(ctx, request.grant_id)
    return m.BulkRemoveUserGrantResponse()


@rpc("management.GetUserGrantByID")
def get_user_grant(ctx: Context, request: m.GetUserGrantByIDRequest) -> m.GetUserGrantByIDResponse:
    """Answer with a grant of the organization; the request's user id is not looked at."""
    row = user_grants.get(ctx, request.grant_id)
    grant = _Serializer(user_grants.around(ctx, [row])).grant(row)
    return m.GetUserGrantByIDResponse(user_grant=user_pb2.UserGrant.FromString(grant))


@rpc("management.ListUserGrants")
def list_user_grants(ctx: Context, request: m.ListUserGrantRequest) -> bytes:
    """Answer with the organization's grants; any `with_granted_query` adds what others give of its projects.

    The answer is a serialized `ListUserGrantResponse`.
    """
    filters = Filters()
    if any(query.WhichOneof("query") == "with_granted_query" for query in request.queries):
        filters.where("(g.org_id = ? OR p.org_id = ?)", ctx.org_id, ctx.org_id)
    else:
        filters.equals("g.org_id", ctx.org_id)
    for query in request.queries:
        _filter(filters, query)
    rows, total = user_grants.search(ctx, filters, page(request.query), user_grants.BARE)
    serializer = _Serializer(user_grants.around(ctx, rows))
    answer = m.ListUserGrantResponse(details=list_details(ctx, total))
    return answer.SerializeToString() + repeated(m.ListUserGrantResponse, "result", map(serializer.grant, rows))


@rpc("auth.ListMyUserGrants")
def list_my_user_grants(ctx: Context, request: a.ListMyUserGrantsRequest) -> a.ListMyUserGrantsResponse:
    """Answer with the caller's grants, whatever the organization."""
    found = user_grants.search(ctx, Filters().equals("g.user_id", ctx.user_id), page(request.query))
    return a.ListMyUserGrantsResponse(
        details=list_details(ctx, found.total), result=[_as_my_user_grant(row) for row in found.rows]
    )


class _Serializer:
    """Serializes grants from rows of `user_grants.BARE`.

    Tens of thousands in one answer are common. So what many of them have in common is serialized once: what is a user's
    in an organization, and what is a project's. A message is what its parts are one after another.
    """

    def __init__(self, around: user_grants.Around) -> None:
        self._around = around
        self._people: dict[tuple[str, str], bytes] = {}
        self._projects: dict[tuple[str, str, int], bytes] = {}
        self._own = user_pb2.UserGrant()

    def grant(self, row: sqlite3.Row) -> bytes:
        """Return a grant, serialized."""
        # By position, which is quicker than by name.
        id_, sequence, created, changed, org_id, roles, state, user_id, project_id, project_grant_id = row
        person = self._people.get((user_id, org_id))
        if person is None:
            person = self._people[user_id, org_id] = self._person(user_id, org_id).SerializeToString()
        project = self._projects.get((project_id, roles, state))
        if project is None:
            project = self._project(project_id, roles, state).SerializeToString()
            self._projects[project_id, roles, state] = project
        own = self._own
        own.id = id_
        own.project_grant_id = project_grant_id or ""
        details = own.details
        details.sequence = sequence
        details.resource_owner = org_id
        for moment, micros in ((details.creation_date, created), (details.change_date, changed)):
            moment.seconds = micros // 1_000_000
            moment.nanos = micros % 1_000_000 * 1000
        return own.SerializeToString() + person + project

    def _person(self, user_id: str, org_id: str) -> user_pb2.UserGrant:
        user, org = self._around.users[user_id], self._around.orgs[org_id]
        home = self._around.orgs[user["org_id"]]
        return user_pb2.UserGrant(
            user_id=user_id,
            user_name=user["user_name"],
            first_name=user["first_name"],
            last_name=user["last_name"],
            email=user["email"],
            display_name=user["display_name"],
            org_id=org_id,
            org_name=org["name"],
            org_domain=org["primary_domain"],
            preferred_login_name=user["preferred_login_name"],
            user_type=user["type"],
            granted_org_id=home["id"],
            granted_org_name=home["name"],
            granted_org_domain=home["primary_domain"],
        )

    def _project(self, project_id: str, roles: str, state: Any) -> user_pb2.UserGrant:
        return user_pb2.UserGrant(
            project_id=project_id,
            project_name=self._around.projects[project_id]["name"],
            role_keys=json.loads(roles),
            state=state,
        )


def _as_my_user_grant(row: sqlite3.Row) -> a.UserGrant:
    roles = json.loads(row["roles"])
    return a.UserGrant(
        org_id=row["org_id"],
        project_id=row["project_id"],
        user_id=row["user_id"],
        roles=roles,
        org_name=row["org_name"],
        grant_id=row["id"],
        details=details(row),
        org_domain=row["org_domain"],
        project_name=row["project_name"],
        project_grant_id=row["project_grant_id"],
        role_keys=roles,
        user_type=row["type"],
        state=row["state"],
    )


def _filter(filters: Filters, query: user_pb2.UserGrantQuery) -> None:
    option = query.WhichOneof("query")
    value = getattr(query, option)
    if option in _TEXT:
        field, column = _TEXT[option]
        filters.text(column, getattr(value, field), value.method)
    elif option in _EQUAL:
        field, column = _EQUAL[option]
        filters.equals(column, getattr(value, field))
    elif option == "role_key_query":
        # Its method is not looked at.
        filters.where("EXISTS (SELECT 1 FROM json_each(g.roles) WHERE value = ?)", value.role_key)
    elif option == "in_user_ids_query":
        filters.one_of("g.user_id", value.in_user_ids)
