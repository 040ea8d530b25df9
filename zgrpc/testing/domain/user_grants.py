"""User grants: roles of a project that a user has within an organization. v2 calls them authorizations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import payloads, project_grants
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "user_grants",
    (
        f"""
CREATE TABLE user_grants (
  id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, roles TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, {CHANGE});
CREATE UNIQUE INDEX user_grant_taken ON user_grants(user_id, project_id, org_id, coalesce(project_grant_id, ''));
CREATE INDEX user_grants_by_org ON user_grants(org_id);
CREATE INDEX user_grants_by_project ON user_grants(project_id);
""",
    ),
    taken={
        "user_grant_taken": "Errors.UserGrant.AlreadyExists",
    },
    since_first=True,
)

ACTIVE, INACTIVE = 1, 2
"""The states of user grants."""

# A grant with what it shows of its user, the user's organization (granted_…), its own organization, and its project.
SOURCE = """user_grants g
  LEFT JOIN users u ON u.id = g.user_id LEFT JOIN orgs h ON h.id = u.org_id
  LEFT JOIN orgs o ON o.id = g.org_id LEFT JOIN projects p ON p.id = g.project_id"""
COLUMNS = """g.id, g.sequence, g.created, g.changed, g.org_id, g.roles, g.state,
  g.user_id, g.project_id, g.project_grant_id,
  u.user_name, u.preferred_login_name, u.type, u.first_name, u.last_name, u.email, u.display_name,
  u.org_id AS granted_org_id, h.name AS granted_org_name, h.primary_domain AS granted_org_domain,
  o.name AS org_name, o.primary_domain AS org_domain, p.name AS project_name, p.org_id AS project_owner"""

BARE = """g.id, g.sequence, g.created, g.changed, g.org_id, g.roles, g.state, g.user_id, g.project_id,
  g.project_grant_id"""
"""The columns of a grant alone: SQLite leaves out the joins, which take most of the time of a large list."""

_WRITE, _DELETE = "user.grant.write", "user.grant.delete"


class Added(NamedTuple):
    """A user grant that was added."""

    id: str
    event: Event


def add(
    ctx: Context, org_id: str, user_id: str, project_id: str, roles: Sequence[str], project_grant_id: str = ""
) -> Added:
    """Give a user roles of a project that the organization owns or was granted.

    Args:
        ctx: the call.
        org_id: the organization.
        user_id: the user, of any organization.
        project_id: the project.
        roles: the keys of its roles.
        project_grant_id: the grant of the project to the organization; found if it is empty.

    Raises:
        Err: the user, project, grant or role is not there; the user has a grant already; the caller may not.
    """
    grant_id = ctx.store.new_id()
    under = _permitted(ctx, user_id, project_id, project_grant_id, roles, org_id)
    data = payloads.stated(userId=user_id, projectId=project_id, grantId=under, roleKeys=list(roles))
    event = ctx.push("usergrant", grant_id, "user.grant.added", owner=org_id, data=data)
    ctx.add(
        "user_grants", event, id=grant_id, user_id=user_id, project_id=project_id, org_id=org_id,
        project_grant_id=under, roles=json.dumps(list(roles)),
    )  # fmt: skip
    return Added(grant_id, event)


def update(ctx: Context, grant_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Give other roles, in a grant of any organization. For v2, return the row if they are the same.

    Raises:
        Err: the grant or a role is not there; the caller may not; for v1, nothing would change.
    """
    row = _find(ctx, grant_id, "COMMAND-3M9sd", any_org=True)
    new = json.dumps(list(roles))
    if row["roles"] == new:
        if ctx.scope is None:
            return row
        raise Err("FAILED_PRECONDITION", "COMMAND-Rs8fy", "Errors.UserGrant.NotChanged")
    _permitted(ctx, row["user_id"], row["project_id"], row["project_grant_id"] or "", roles, row["org_id"])
    event_type, data = "user.grant.changed", {"userId": row["user_id"], "roleKeys": list(roles)}
    if ctx.scope is None:  # v2 logs it as what follows from a change elsewhere
        event_type, data = "user.grant.cascade.changed", {"roleKeys": list(roles)}
    event = ctx.push("usergrant", grant_id, event_type, owner=row["org_id"], data=data)
    ctx.change("user_grants", event, {"id": grant_id}, roles=new)
    return event


def deactivate(ctx: Context, grant_id: str) -> Event:
    """Switch a grant off; one that is off stays as it is: return its last event.

    Raises:
        Err: the grant is not there, or the caller may not.
    """
    return _switch(ctx, _find(ctx, grant_id, "COMMAND-3M9sd"), INACTIVE, "user.grant.deactivated")


def reactivate(ctx: Context, grant_id: str) -> Event:
    """Switch a grant on again; one that is on stays as it is: return its last event.

    Raises:
        Err: the grant is not there, or the caller may not.
    """
    return _switch(ctx, _find(ctx, grant_id, "COMMAND-Lp0gs"), ACTIVE, "user.grant.reactivated")


def remove(ctx: Context, grant_id: str) -> Event | None:
    """Take a grant away. For v2, one that is not there is fine: return its last event, None where it never was.

    Raises:
        Err: the caller may not; for v1, the grant is not there.
    """
    if ctx.scope is None and ctx.store.one("SELECT 1 FROM user_grants WHERE id = ?", grant_id) is None:
        return ctx.store.last_event("usergrant", grant_id, "")
    return _remove(ctx, _removable(ctx, grant_id))


def remove_all(ctx: Context, grant_ids: Sequence[str]) -> None:
    """Take grants away, all or none.

    Raises:
        Err: no grant is named, one is not there, or the caller may not.
    """
    if not grant_ids:
        raise Err("INVALID_ARGUMENT", "COMMAND-5M0sd", "Errors.UserGrant.IDMissing")
    for row in [_removable(ctx, grant_id) for grant_id in grant_ids]:
        _remove(ctx, row)


def get(ctx: Context, grant_id: str) -> sqlite3.Row:
    """Return a grant of the organization, with the columns `BARE`.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(f"SELECT {BARE} FROM user_grants g WHERE g.id = ?", grant_id)  # noqa: S608  (our own names)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "QUERY-wIPkA", "Errors.UserGrant.NotFound")
    return row


def search(ctx: Context, filters: Filters, page: Page, columns: str = COLUMNS) -> Rows:
    """List user grants, whoever owns them, with `COLUMNS` or `BARE`; the columns for `filters` are in `SOURCE`."""
    return ctx.rows(page, columns, SOURCE, filters)


class Around(NamedTuple):
    """The rows that grants refer to, by id."""

    users: dict[str, sqlite3.Row]
    orgs: dict[str, sqlite3.Row]
    projects: dict[str, sqlite3.Row]


def around(ctx: Context, grants: Sequence[sqlite3.Row]) -> Around:
    """Return the users, organizations and projects of some grants, for rows with the columns `BARE`."""
    users = _by_id(ctx, "users", {row["user_id"] for row in grants})
    projects = _by_id(ctx, "projects", {row["project_id"] for row in grants})
    org_ids = {row["org_id"] for row in grants} | {row["org_id"] for row in users.values()}
    return Around(users, _by_id(ctx, "orgs", org_ids), projects)


def _by_id(ctx: Context, table: str, ids: set[str]) -> dict[str, sqlite3.Row]:
    filters = Filters().one_of("id", ids)
    rows = ctx.store.all(f"SELECT * FROM {table}{filters.sql()}", *filters.parameters)  # noqa: S608  (our own names)
    return {row["id"]: row for row in rows}


def roles_of(ctx: Context, project_id: str) -> list[sqlite3.Row]:
    """Return the rows of `roles` of a project, in the order of their creation."""
    return ctx.store.all("SELECT * FROM roles WHERE project_id = ? ORDER BY created, rowid", project_id)


def shown(ctx: Context, row: sqlite3.Row) -> bool:
    """Return whether the caller may see a grant, as v2 asks: one's own, or by the permission for it or its project."""
    if row["user_id"] == ctx.user_id:
        return True
    return ctx.holds("user.grant.read", row["org_id"], row["project_grant_id"] or row["project_id"])


def _find(ctx: Context, grant_id: str, error_id: str, *, any_org: bool = False) -> sqlite3.Row:
    row = ctx.store.one("SELECT * FROM user_grants WHERE id = ?", grant_id)
    if row is None or not (any_org or ctx.finds(row["org_id"])):
        raise Err("NOT_FOUND", error_id, "Errors.UserGrant.NotFound")
    return row


def _switch(ctx: Context, row: sqlite3.Row, state: int, event_type: str) -> Event:
    if row["state"] == state:
        event = ctx.store.last_event("usergrant", row["id"], "")
        if event is not None:
            return event
    _require(ctx, _WRITE, row["org_id"], row["project_id"], row["project_grant_id"])
    event = ctx.push("usergrant", row["id"], event_type, owner=row["org_id"])
    ctx.change("user_grants", event, {"id": row["id"]}, state=state)
    return event


def _removable(ctx: Context, grant_id: str) -> sqlite3.Row:
    if not grant_id:
        raise Err("INVALID_ARGUMENT", "COMMAND-J9sc5", "Errors.UserGrant.IDMissing")
    row = _find(ctx, grant_id, "COMMAND-1My0t")
    _require(ctx, _DELETE, row["org_id"], row["project_id"], row["project_grant_id"])
    return row


def _remove(ctx: Context, row: sqlite3.Row) -> Event:
    ctx.store.run("DELETE FROM user_grants WHERE id = ?", row["id"])
    return ctx.push("usergrant", row["id"], "user.grant.removed", owner=row["org_id"])


def _permitted(
    ctx: Context, user_id: str, project_id: str, project_grant_id: str, roles: Sequence[str], owner: str
) -> str | None:
    """Refuse roles that the organization cannot give; return the id of the project grant that they are given under."""
    store = ctx.store
    if store.one("SELECT 1 FROM users WHERE id = ?", user_id) is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-4f8sg", "Errors.User.NotFound")
    project_owner = store.value("SELECT org_id FROM projects WHERE id = ?", project_id)
    if project_owner is None and _removed_from(ctx, project_id, owner):
        raise Err("FAILED_PRECONDITION", "COMMAND-3n77S", "Errors.Project.NotFound")
    if project_owner == owner:
        known = [row["key"] for row in store.all("SELECT key FROM roles WHERE project_id = ?", project_id)]
        granted_under = None
    else:
        grant = project_grants.find_by_org(ctx, project_id, owner)
        if grant is None or project_grant_id not in ("", grant["id"]):
            raise Err("FAILED_PRECONDITION", "COMMAND-4m9ff", "Errors.Project.Grant.NotFound")
        known, granted_under = project_grants.usable_roles(ctx, grant), grant["id"]
    if not set(roles) <= set(known):
        raise Err("FAILED_PRECONDITION", "COMMAND-mm9F4", "Errors.Project.Role.NotFound")
    _require(ctx, _WRITE, owner, project_id, granted_under)
    return granted_under


def _removed_from(ctx: Context, project_id: str, org_id: str) -> bool:
    """Return whether a project was the organization's, other than one that never was."""
    removed = ctx.store.last_event("project", project_id, "project.removed")
    return removed is not None and removed.owner == org_id


def _require(ctx: Context, permission: str, org_id: str, project_id: str, project_grant_id: str | None) -> None:
    """Refuse a caller who lacks the permission, or holds it for other projects and project grants only."""
    if ctx.scope is None:
        ctx.require(permission, org_id, project_grant_id or project_id)
    elif not ctx.objects & {"", project_id, project_grant_id or project_id}:
        raise Err("PERMISSION_DENIED", "EVENT-Shu7e", "Errors.UserGrant.NoPermissionForProject")
