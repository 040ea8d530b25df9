"""Administrators: members of the instance, of organizations, projects and project grants."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel.internal_permission.v2 import internal_permission_service_pb2 as m
from zitadel.internal_permission.v2 import query_pb2 as types

from zgrpc.testing.domain import lists, members, memberships, project_grants
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, date_or_changed, timestamp
from zgrpc.testing.v2.lists import in_ids, moment, page, pagination

if TYPE_CHECKING:
    import sqlite3

    from google.protobuf.timestamp_pb2 import Timestamp

    from zgrpc.testing.domain.context import Context

_MAX_DEPTH = 20

_SORTED = {
    types.ADMINISTRATOR_FIELD_NAME_USER_ID: "sort_key(m.user_id)",
    types.ADMINISTRATOR_FIELD_NAME_CHANGE_DATE: "m.changed",
}


@rpc("v2.internal_permission.CreateAdministrator")
def create_administrator(ctx: Context, request: m.CreateAdministratorRequest) -> m.CreateAdministratorResponse:
    """Give a user roles."""
    of, user_id, roles = request.resource, request.user_id, request.roles
    match of.WhichOneof("resource"):
        case "instance":
            if not of.instance:
                return m.CreateAdministratorResponse()
            event = members.add_to_instance(ctx, user_id, roles)
        case "organization_id":
            event = members.add_to_org(ctx, of.organization_id, user_id, roles)
        case "project_id":
            event = members.add_to_project(ctx, of.project_id, user_id, roles)
        case "project_grant":
            event = members.add_to_grant(ctx, _grant(ctx, of), user_id, roles)
        case _:
            raise Err("INVALID_ARGUMENT", "ADMIN-IbPp47HDP5", "Errors.Invalid.Argument")
    return m.CreateAdministratorResponse(creation_date=date(event))


@rpc("v2.internal_permission.UpdateAdministrator")
def update_administrator(ctx: Context, request: m.UpdateAdministratorRequest) -> m.UpdateAdministratorResponse:
    """Give an administrator other roles."""
    of, user_id, roles = request.resource, request.user_id, request.roles
    match of.WhichOneof("resource"):
        case "instance":
            if not of.instance:
                return m.UpdateAdministratorResponse()
            result = members.change_on_instance(ctx, user_id, roles)
        case "organization_id":
            result = members.change_in_org(ctx, of.organization_id, user_id, roles)
        case "project_id":
            result = members.change_in_project(ctx, of.project_id, user_id, roles)
        case "project_grant":
            result = members.change_in_grant(ctx, _grant(ctx, of), user_id, roles)
        case _:
            raise Err("INVALID_ARGUMENT", "ADMIN-i0V2IbdloZ", "Errors.Invalid.Argument")
    return m.UpdateAdministratorResponse(change_date=date_or_changed(result))


@rpc("v2.internal_permission.DeleteAdministrator")
def delete_administrator(ctx: Context, request: m.DeleteAdministratorRequest) -> m.DeleteAdministratorResponse:
    """Take an administrator's roles away; without effect on who is none."""
    of, user_id = request.resource, request.user_id
    match of.WhichOneof("resource"):
        case "instance":
            if not of.instance:
                return m.DeleteAdministratorResponse()
            removed = members.remove_from_instance(ctx, user_id)
        case "organization_id":
            removed = members.remove_from_org(ctx, of.organization_id, user_id)
        case "project_id":
            removed = members.remove_from_project(ctx, of.project_id, user_id)
        case "project_grant":
            grant = _grant(ctx, of)
            grant_id = "" if grant is None else grant["id"]
            removed = members.remove_from_grant(ctx, of.project_grant.project_id, grant_id, user_id)
        case _:
            raise Err("INVALID_ARGUMENT", "ADMIN-3UOjLtuohh", "Errors.Invalid.Argument")
    return m.DeleteAdministratorResponse(deletion_date=_deletion(removed))


@rpc("v2.internal_permission.ListAdministrators")
def list_administrators(ctx: Context, request: m.ListAdministratorsRequest) -> m.ListAdministratorsResponse:
    """Answer with the administrators that the caller may see; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "m.created"), "m.rowid")
    filters = Filters()
    for query in request.filters:
        filters.add(_condition(query, 0))
    found = memberships.search(ctx, filters, asked)
    return m.ListAdministratorsResponse(
        pagination=pagination(found.total, asked),
        administrators=[_as_administrator(row) for row in found.rows if memberships.shown(ctx, row)],
    )


def _grant(ctx: Context, of: m.ResourceType) -> sqlite3.Row | None:
    return project_grants.find_by_org(ctx, of.project_grant.project_id, of.project_grant.organization_id)


def _deletion(removed: members.Removed) -> Timestamp | None:
    return None if removed.event is None else date(removed.event)


def _condition(query: types.AdministratorSearchFilter, depth: int) -> Condition:
    if depth > _MAX_DEPTH:
        raise Err("INVALID_ARGUMENT", "PERM-zsQ97", "Errors.Query.TooManyNestingLevels")
    kind = query.WhichOneof("filter")
    value: Any = getattr(query, kind) if kind else None
    match kind:
        case "in_user_ids_filter":
            return in_ids("m.user_id", value.ids)
        case "creation_date":
            return moment("m.created", value)
        case "change_date":
            return moment("m.changed", value)
        case "user_organization_id":
            return lists.equals("u.org_id", value.id)
        case "user_preferred_login_name":  # The methods of this one and of the next are not looked at.
            return lists.equals("u.preferred_login_name", value.preferred_login_name)
        case "user_display_name":
            return lists.equals("u.display_name", value.display_name)
        case "resource":
            return _of(value)
        case "role":
            return Condition("EXISTS (SELECT 1 FROM json_each(m.roles) WHERE value = ?)", [value.role_key])
        case "not":
            return lists.none_of(_condition(value.query, depth + 1))
        case "and" | "or":
            parts = [_condition(part, depth + 1) for part in value.queries]
            if not parts:
                raise Err("UNKNOWN", "", "missing column")
            return lists.all_of(parts) if kind == "and" else lists.any_of(parts)
    raise Err("INVALID_ARGUMENT", "PERM-vR9nC", "List.Query.Invalid")


def _of(query: types.ResourceFilter) -> Condition:
    match query.WhichOneof("resource"):
        case "instance":
            return lists.equals("m.kind", "iam")
        case "organization_id":
            return Condition("m.kind = 'org' AND m.object_id = ?", [query.organization_id])
        case "project_id":
            return Condition("m.kind = 'project' AND m.object_id = ?", [query.project_id])
        case _:
            grant = query.project_grant
            return Condition("m.project_id = ? AND g.granted_org_id = ?", [grant.project_id, grant.organization_id])


def _as_administrator(row: sqlite3.Row) -> types.Administrator:
    administrator = types.Administrator(
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        user=types.User(
            id=row["user_id"],
            preferred_login_name=row["preferred_login_name"],
            display_name=row["user_display_name"],
            organization_id=row["user_org_id"],
        ),
        roles=json.loads(row["roles"]),
    )
    if row["kind"] == "iam":
        administrator.instance = True
    elif row["kind"] == "org":
        administrator.organization.CopyFrom(types.Organization(id=row["object_id"], name=row["org_name"]))
    elif row["kind"] == "project":
        administrator.project.CopyFrom(
            types.Project(id=row["object_id"], name=row["project_name"], organization_id=row["project_owner"])
        )
    else:
        administrator.project_grant.CopyFrom(
            types.ProjectGrant(
                id=row["object_id"],
                project_id=row["project_id"],
                project_name=row["project_name"],
                organization_id=row["project_owner"],
                granted_organization_id=row["granted_org_id"],
            )
        )
    return administrator
