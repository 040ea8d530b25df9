"""Authorizations: roles of a project that a user has within an organization; v1 calls them user grants."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel.authorization.v2 import authorization_pb2 as types
from zitadel.authorization.v2 import authorization_service_pb2 as m

from zgrpc.testing.domain import lists, user_grants
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import NEVER_WAS, date, date_or_changed, timestamp
from zgrpc.testing.v2.lists import in_ids, page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# The filters by text, by equality and by ids: option of the oneof, its field, the column.
_TEXT = {
    "user_preferred_login_name": ("login_name", "u.preferred_login_name"),
    "user_display_name": ("display_name", "u.display_name"),
    "project_name": ("name", "p.name"),
}
_EQUAL = {
    "organization_id": ("id", "g.org_id"),
    "state": ("state", "g.state"),
    "user_organization_id": ("id", "u.org_id"),
    "project_id": ("id", "g.project_id"),
    "project_grant_id": ("id", "coalesce(g.project_grant_id, '')"),
}
_IDS = {"authorization_ids": "g.id", "in_user_ids": "g.user_id"}

_SORTED = {
    types.AUTHORIZATION_FIELD_NAME_CHANGED_DATE: "g.changed",
    types.AUTHORIZATION_FIELD_NAME_ID: "g.id",
    types.AUTHORIZATION_FIELD_NAME_USER_ID: "sort_key(g.user_id)",
    types.AUTHORIZATION_FIELD_NAME_PROJECT_ID: "sort_key(g.project_id)",
    types.AUTHORIZATION_FIELD_NAME_ORGANIZATION_ID: "sort_key(g.org_id)",
    types.AUTHORIZATION_FIELD_NAME_USER_ORGANIZATION_ID: "sort_key(u.org_id)",
}


@rpc("v2.authorization.CreateAuthorization")
def create_authorization(ctx: Context, request: m.CreateAuthorizationRequest) -> m.CreateAuthorizationResponse:
    """Give a user roles of a project."""
    new = user_grants.add(ctx, request.organization_id, request.user_id, request.project_id, request.role_keys)
    return m.CreateAuthorizationResponse(id=new.id, creation_date=date(new.event))


@rpc("v2.authorization.UpdateAuthorization")
def update_authorization(ctx: Context, request: m.UpdateAuthorizationRequest) -> m.UpdateAuthorizationResponse:
    """Give other roles."""
    result = user_grants.update(ctx, request.id, request.role_keys)
    return m.UpdateAuthorizationResponse(change_date=date_or_changed(result))


@rpc("v2.authorization.DeactivateAuthorization")
def deactivate_authorization(
    ctx: Context, request: m.DeactivateAuthorizationRequest
) -> m.DeactivateAuthorizationResponse:
    """Switch an authorization off; without effect on one that is."""
    return m.DeactivateAuthorizationResponse(change_date=date(user_grants.deactivate(ctx, request.id)))


@rpc("v2.authorization.ActivateAuthorization")
def activate_authorization(ctx: Context, request: m.ActivateAuthorizationRequest) -> m.ActivateAuthorizationResponse:
    """Switch an authorization on again; without effect on one that is."""
    return m.ActivateAuthorizationResponse(change_date=date(user_grants.reactivate(ctx, request.id)))


@rpc("v2.authorization.DeleteAuthorization")
def delete_authorization(ctx: Context, request: m.DeleteAuthorizationRequest) -> m.DeleteAuthorizationResponse:
    """Take an authorization away; without effect on one that is not there."""
    event = user_grants.remove(ctx, request.id)
    return m.DeleteAuthorizationResponse(deletion_date=NEVER_WAS if event is None else date(event))


@rpc("v2.authorization.ListAuthorizations")
def list_authorizations(ctx: Context, request: m.ListAuthorizationsRequest) -> m.ListAuthorizationsResponse:
    """Answer with the authorizations that the caller may see; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "g.created"), "g.rowid")
    filters = Filters()
    for query in request.filters:
        filters.add(_condition(query))
    found = user_grants.search(ctx, filters, asked)
    roles: dict[str, dict[str, types.Role]] = {}
    return m.ListAuthorizationsResponse(
        pagination=pagination(found.total, asked),
        authorizations=[_as_authorization(ctx, row, roles) for row in found.rows if user_grants.shown(ctx, row)],
    )


def _condition(query: types.AuthorizationsSearchFilter) -> Condition:
    kind = query.WhichOneof("filter")
    value: Any = getattr(query, kind)
    if kind in _TEXT:
        field, column = _TEXT[kind]
        return lists.text_condition(column, getattr(value, field), value.method)
    if kind in _EQUAL:
        field, column = _EQUAL[kind]
        return lists.equals(column, getattr(value, field))
    if kind in _IDS:
        return in_ids(_IDS[kind], value.ids)
    # The method of the one that is left, `role_key`, is not looked at.
    return Condition("EXISTS (SELECT 1 FROM json_each(g.roles) WHERE value = ?)", [value.key])


def _as_authorization(ctx: Context, row: sqlite3.Row, roles: dict[str, dict[str, types.Role]]) -> types.Authorization:
    project_id = row["project_id"]
    if project_id not in roles:
        roles[project_id] = {
            role["key"]: types.Role(key=role["key"], display_name=role["display_name"], group=role["role_group"])
            for role in user_grants.roles_of(ctx, project_id)
        }
    held = set(json.loads(row["roles"]))
    return types.Authorization(
        id=row["id"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        project=types.Project(id=project_id, name=row["project_name"], organization_id=row["project_owner"]),
        organization=types.Organization(id=row["org_id"], name=row["org_name"]),
        user=types.User(
            id=row["user_id"],
            preferred_login_name=row["preferred_login_name"],
            display_name=row["display_name"],
            organization_id=row["granted_org_id"],
        ),
        state=row["state"],
        roles=[role for key, role in roles[project_id].items() if key in held],
    )
