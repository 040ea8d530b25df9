"""User grants: roles of a project that a user has within an organization."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import object_pb2, user_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.store import Event

ACTIVE, INACTIVE = user_pb2.USER_GRANT_STATE_ACTIVE, user_pb2.USER_GRANT_STATE_INACTIVE

# A grant with what it shows of its user, the user's organization (granted_…), its own organization, and its project.
SOURCE = """user_grants g
  LEFT JOIN users u ON u.id = g.user_id LEFT JOIN orgs h ON h.id = u.org_id
  LEFT JOIN orgs o ON o.id = g.org_id LEFT JOIN projects p ON p.id = g.project_id"""
COLUMNS = """g.id, g.sequence, g.created, g.changed, g.org_id, g.roles, g.state,
  g.user_id, g.project_id, g.project_grant_id,
  u.user_name, u.type, u.first_name, u.last_name, u.email, u.display_name,
  u.org_id AS granted_org_id, h.name AS granted_org_name, h.primary_domain AS granted_org_domain,
  o.name AS org_name, o.primary_domain AS org_domain, p.name AS project_name"""

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
def add_user_grant(call: Call, request: m.AddUserGrantRequest) -> dict[str, Any]:
    """Give a user roles of a project that the organization owns or was granted."""
    grant_id = call.store.new_id()
    project_grant = _permitted(call, request.user_id, request.project_id, request.project_grant_id, request.role_keys)
    event = call.push("usergrant", grant_id, "user.grant.added")
    call.add(
        "user_grants", event, id=grant_id, user_id=request.user_id, project_id=request.project_id, org_id=call.org_id,
        project_grant_id=project_grant, roles=json.dumps(list(request.role_keys)),
    )  # fmt: skip
    return {"user_grant_id": grant_id, "details": added(event)}


@rpc("management.UpdateUserGrant")
def update_user_grant(call: Call, request: m.UpdateUserGrantRequest) -> dict[str, Any]:
    """Give other roles. The grant may belong to any organization, and the request's user id is not looked at."""
    row = _grant(call, request.grant_id, "COMMAND-3M9sd", any_org=True)
    roles = json.dumps(list(request.role_keys))
    if row["roles"] == roles:
        raise Err("FAILED_PRECONDITION", "COMMAND-Rs8fy", "Errors.UserGrant.NotChanged")
    _permitted(
        call, row["user_id"], row["project_id"], row["project_grant_id"] or "", request.role_keys, owner=row["org_id"]
    )
    event = call.push("usergrant", row["id"], "user.grant.changed", owner=row["org_id"])
    call.change("user_grants", event, {"id": row["id"]}, roles=roles)
    return {"details": changed(event)}


@rpc("management.DeactivateUserGrant")
def deactivate_user_grant(call: Call, request: m.DeactivateUserGrantRequest) -> dict[str, Any]:
    """Switch a grant off; one that is off stays as it is."""
    return _switch(call, _grant(call, request.grant_id, "COMMAND-3M9sd"), INACTIVE, "user.grant.deactivated")


@rpc("management.ReactivateUserGrant")
def reactivate_user_grant(call: Call, request: m.ReactivateUserGrantRequest) -> dict[str, Any]:
    """Switch a grant on again; one that is on stays as it is."""
    return _switch(call, _grant(call, request.grant_id, "COMMAND-Lp0gs"), ACTIVE, "user.grant.reactivated")


@rpc("management.RemoveUserGrant")
def remove_user_grant(call: Call, request: m.RemoveUserGrantRequest) -> dict[str, Any]:
    """Take a grant away."""
    return {"details": changed(_remove(call, _removable(call, request.grant_id)))}


@rpc("management.BulkRemoveUserGrant")
def bulk_remove_user_grants(call: Call, request: m.BulkRemoveUserGrantRequest) -> dict[str, Any]:
    """Take grants away, all or none."""
    if not request.grant_id:
        raise Err("INVALID_ARGUMENT", "COMMAND-5M0sd", "Errors.UserGrant.IDMissing")
    for row in [_removable(call, grant_id) for grant_id in request.grant_id]:
        _remove(call, row)
    return {}


@rpc("management.GetUserGrantByID")
def get_user_grant(call: Call, request: m.GetUserGrantByIDRequest) -> dict[str, Any]:
    """A grant of the call's organization; the request's user id is not looked at."""
    row = call.store.one(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE g.id = ? AND g.org_id = ?",  # noqa: S608  (our own names)
        request.grant_id, call.org_id,
    )  # fmt: skip
    if row is None:
        raise Err("NOT_FOUND", "QUERY-wIPkA", "Errors.UserGrant.NotFound")
    return {"user_grant": as_user_grant(row)}


@rpc("management.ListUserGrants")
def list_user_grants(call: Call, request: m.ListUserGrantRequest) -> m.ListUserGrantResponse:
    """The grants of the organization; any `with_granted_query` adds what others give of the organization's projects."""
    filters = Filters()
    if any(query.WhichOneof("query") == "with_granted_query" for query in request.queries):
        filters.where("g.org_id = ? OR p.org_id = ?", call.org_id, call.org_id)
    else:
        filters.equals("g.org_id", call.org_id)
    for query in request.queries:
        _filter(filters, query)
    rows, total = call.rows(request.query, COLUMNS, SOURCE, filters)
    response = m.ListUserGrantResponse(details=call.list_details(total))
    shared: dict[tuple[str, str], bytes] = {}
    for row in rows:
        _fill(response.result.add(), row, shared)
    return response


@rpc("auth.ListMyUserGrants")
def list_my_user_grants(call: Call, request: a.ListMyUserGrantsRequest) -> dict[str, Any]:
    """The caller's grants, whatever the organization."""
    return call.page(request.query, COLUMNS, SOURCE, Filters().equals("g.user_id", call.user_id), _as_my_user_grant)


def as_user_grant(row: sqlite3.Row) -> user_pb2.UserGrant:
    """A grant, from a row of `COLUMNS`."""
    grant = user_pb2.UserGrant()
    _fill(grant, row, {})
    return grant


def _fill(grant: user_pb2.UserGrant, row: sqlite3.Row, shared: dict[tuple[str, str], bytes]) -> None:
    """Fill a grant from a row of `COLUMNS`.

    Tens of thousands in one answer are common, so what all grants of a user in an organization have in common is put
    together once, and the rest is set field by field, which is the quickest way.
    """
    key = row["user_id"], row["org_id"]
    common = shared.get(key)
    if common is None:
        common = shared[key] = _common(row).SerializeToString()
    grant.MergeFromString(common)
    grant.id = row["id"]
    grant.project_id = row["project_id"]
    grant.project_name = row["project_name"]
    grant.role_keys.extend(json.loads(row["roles"]))
    grant.state = row["state"]
    if row["project_grant_id"] is not None:
        grant.project_grant_id = row["project_grant_id"]
    grant.details.sequence = row["sequence"]
    for moment, micros in ((grant.details.creation_date, row["created"]), (grant.details.change_date, row["changed"])):
        moment.seconds, nanos = divmod(micros, 1_000_000)
        moment.nanos = nanos * 1000


def _common(row: sqlite3.Row) -> user_pb2.UserGrant:
    return user_pb2.UserGrant(
        details=object_pb2.ObjectDetails(resource_owner=row["org_id"]),
        user_id=row["user_id"],
        user_name=row["user_name"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=row["email"],
        display_name=row["display_name"],
        org_id=row["org_id"],
        org_name=row["org_name"],
        org_domain=row["org_domain"],
        preferred_login_name=row["user_name"],
        user_type=row["type"],
        granted_org_id=row["granted_org_id"],
        granted_org_name=row["granted_org_name"],
        granted_org_domain=row["granted_org_domain"],
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


def _grant(call: Call, grant_id: str, error_id: str, *, any_org: bool = False) -> sqlite3.Row:
    row = call.store.one("SELECT * FROM user_grants WHERE id = ?", grant_id)
    if row is None or not (any_org or row["org_id"] == call.org_id):
        raise Err("NOT_FOUND", error_id, "Errors.UserGrant.NotFound")
    return row


def _switch(call: Call, row: sqlite3.Row, state: int, event_type: str) -> dict[str, Any]:
    if row["state"] == state:
        event = call.store.last_event("usergrant", row["id"], "")
        return {"details": changed(event)} if event is not None else {}
    _explicitly_permitted(call, row["project_id"], row["project_grant_id"])
    event = call.push("usergrant", row["id"], event_type, owner=row["org_id"])
    call.change("user_grants", event, {"id": row["id"]}, state=state)
    return {"details": changed(event)}


def _removable(call: Call, grant_id: str) -> sqlite3.Row:
    if not grant_id:
        raise Err("INVALID_ARGUMENT", "COMMAND-J9sc5", "Errors.UserGrant.IDMissing")
    row = _grant(call, grant_id, "COMMAND-1My0t")
    _explicitly_permitted(call, row["project_id"], row["project_grant_id"])
    return row


def _remove(call: Call, row: sqlite3.Row) -> Event:
    call.store.run("DELETE FROM user_grants WHERE id = ?", row["id"])
    return call.push("usergrant", row["id"], "user.grant.removed", owner=row["org_id"])


def _permitted(
    call: Call, user_id: str, project_id: str, project_grant_id: str, roles: Iterable[str], owner: str | None = None
) -> str | None:
    """Refuse roles that the organization cannot give; returns the id of the project grant that they are given under."""
    store, owner = call.store, owner or call.org_id
    if store.one("SELECT 1 FROM users WHERE id = ?", user_id) is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-4f8sg", "Errors.User.NotFound")
    project_owner = store.value("SELECT org_id FROM projects WHERE id = ?", project_id)
    if project_owner is None and _removed_from(call, project_id, owner):
        raise Err("FAILED_PRECONDITION", "COMMAND-3n77S", "Errors.Project.NotFound")
    if project_owner == owner:
        known = [row["key"] for row in store.all("SELECT key FROM roles WHERE project_id = ?", project_id)]
        granted_under = None
    else:
        grant = store.one(
            "SELECT id, roles FROM project_grants WHERE project_id = ? AND granted_org_id = ?", project_id, owner
        )
        if grant is None or project_grant_id not in ("", grant["id"]):
            raise Err("FAILED_PRECONDITION", "COMMAND-4m9ff", "Errors.Project.Grant.NotFound")
        known, granted_under = json.loads(grant["roles"]), grant["id"]
    if not set(roles) <= set(known):
        raise Err("FAILED_PRECONDITION", "COMMAND-mm9F4", "Errors.Project.Role.NotFound")
    _explicitly_permitted(call, project_id, granted_under)
    return granted_under


def _removed_from(call: Call, project_id: str, org_id: str) -> bool:
    """Whether a project was the organization's, which tells it from one that never was."""
    removed = call.store.last_event("project", project_id, "project.removed")
    return removed is not None and removed.owner == org_id


def _explicitly_permitted(call: Call, project_id: str, project_grant_id: str | None) -> None:
    """Refuse a caller whose permission is for other projects and project grants only."""
    if not call.objects & {"", project_id, project_grant_id or project_id}:
        raise Err("PERMISSION_DENIED", "EVENT-Shu7e", "Errors.UserGrant.NoPermissionForProject")
