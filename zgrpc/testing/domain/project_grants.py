"""Grants of projects to other organizations, from both sides."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain.project_roles import withdraw
from zgrpc.testing.domain.shared import free_id, require_project
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "project_grants",
    (
        f"""
CREATE TABLE project_grants (
  id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  granted_org_id TEXT NOT NULL REFERENCES orgs(id),
  roles TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, {CHANGE});
-- SQLite names a unique index in its error only if the index is of an expression.
CREATE UNIQUE INDEX project_grant_taken ON project_grants(project_id, lower(granted_org_id));
""",
    ),
    taken={
        "project_grant_taken": "Errors.Project.Grant.AlreadyExists",
    },
    since_first=True,
)

ACTIVE, INACTIVE = 1, 2
"""The states of project grants."""

_WRITE, _DELETE = "project.grant.write", "project.grant.delete"
_COLUMNS = "g.*, p.name AS project_name, o.name AS owner_name, t.name AS granted_org_name"
_SOURCE = """project_grants g JOIN projects p ON p.id = g.project_id JOIN orgs o ON o.id = g.org_id
  JOIN orgs t ON t.id = g.granted_org_id"""


class Added(NamedTuple):
    """A project grant that was added."""

    id: str
    event: Event


def add(ctx: Context, project_id: str, granted_org_id: str, roles: Sequence[str], *, grant_id: str = "") -> Added:
    """Grant a project to another organization, which may then give its users the granted roles.

    The grant has the id `grant_id`; one is made up if it is empty.

    Raises:
        Err: the project, the organization or a role is not there; it is granted already; the caller may not.
    """
    project = require_project(ctx, project_id, "COMMAND-m9gsd")
    _check(ctx, project_id, granted_org_id, roles)
    ctx.require(_WRITE, project["org_id"], project_id)
    if granted_org_id == project["org_id"]:
        raise Err("FAILED_PRECONDITION", "PROJECT-ckUpbvboAH", "Errors.Project.Grant.Invalid")
    grant_id = free_id(ctx, "project_grants", grant_id, "PROJECT-x8d2v", "Errors.Project.Grant.AlreadyExists")
    about = {"grantId": grant_id, "grantedOrgId": granted_org_id, "roleKeys": list(roles)}
    event = ctx.push("project", project_id, "project.grant.added", owner=project["org_id"], data=about)
    ctx.add(
        "project_grants", event, id=grant_id, project_id=project_id, org_id=project["org_id"],
        granted_org_id=granted_org_id, roles=json.dumps(list(roles)),
    )  # fmt: skip
    return Added(grant_id, event)


def update(ctx: Context, project_id: str, grant_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Grant other roles; user grants lose those that are granted no more. Return the row if they are the same.

    Raises:
        Err: the grant, its organization or a role is not there; the caller may not.
    """
    row = _find(ctx, project_id, grant_id)
    _permitted(ctx, row, _WRITE)
    _check(ctx, project_id, row["granted_org_id"], roles)
    old, new = json.loads(row["roles"]), list(roles)
    if old == new:
        return row
    event = _change(ctx, row, "project.grant.changed", {"roleKeys": new}, roles=json.dumps(new))
    withdraw(ctx, ctx.store.all("SELECT * FROM user_grants WHERE project_grant_id = ?", row["id"]), set(old) - set(new))
    return event


def deactivate(ctx: Context, project_id: str, grant_id: str) -> Event | sqlite3.Row:
    """Switch a project grant off; return the row of one that is.

    Raises:
        Err: it is not there, or the caller may not.
    """
    return _switch(ctx, project_id, grant_id, INACTIVE, "project.grant.deactivated")


def reactivate(ctx: Context, project_id: str, grant_id: str) -> Event | sqlite3.Row:
    """Switch a project grant on again; return the row of one that is.

    Raises:
        Err: it is not there, or the caller may not.
    """
    return _switch(ctx, project_id, grant_id, ACTIVE, "project.grant.reactivated")


def remove(ctx: Context, project_id: str, grant_id: str) -> Event:
    """Remove a project grant with its members and the user grants that are based on it.

    Raises:
        Err: it is not there, or the caller may not.
    """
    row = _find(ctx, project_id, grant_id)
    _permitted(ctx, row, _DELETE)
    about = {"grantId": row["id"], "grantedOrgId": row["granted_org_id"]}
    event = ctx.push("project", project_id, "project.grant.removed", owner=row["org_id"], data=about)
    for grant in ctx.store.all("SELECT id, org_id FROM user_grants WHERE project_grant_id = ?", row["id"]):
        ctx.push("usergrant", grant["id"], "user.grant.cascade.removed", owner=grant["org_id"])
    ctx.store.run("DELETE FROM project_grants WHERE id = ?", row["id"])
    return event


def usable_roles(ctx: Context, grant: sqlite3.Row) -> list[str]:
    """Return the roles that the organization may give its users under a project grant.

    They are those that the grant was last given, whether or not the project has removed one since: the real server's
    check (`UserGrantPreConditionReadModel`) does not read what follows from a removal.
    """
    row = ctx.store.one(
        """SELECT json_extract(data, '$.roleKeys') AS roles FROM events
           WHERE aggregate = 'project' AND aggregate_id = ? AND type IN ('project.grant.added', 'project.grant.changed')
             AND json_extract(data, '$.grantId') = ? ORDER BY position DESC LIMIT 1""",
        grant["project_id"], grant["id"],
    )  # fmt: skip
    given = None if row is None else row["roles"]
    return list(json.loads(grant["roles"] if given is None else given))  # older stores log no roles


def find_by_org(ctx: Context, project_id: str, granted_org_id: str) -> sqlite3.Row | None:
    """Return the grant of a project to an organization; None where there is none."""
    return ctx.store.one(
        "SELECT * FROM project_grants WHERE project_id = ? AND granted_org_id = ?", project_id, granted_org_id
    )


def shown(ctx: Context, row: sqlite3.Row) -> bool:
    """Return whether the caller may see a grant, as v2 asks: from the owner's side, or from whom it was granted to."""
    return ctx.holds("project.grant.read", row["org_id"], row["id"], row["project_id"]) or ctx.holds(
        "project.grant.read", row["granted_org_id"], row["id"]
    )


def get(ctx: Context, grant_id: str) -> sqlite3.Row:
    """Return a project grant, for the project's owner and for whom it was granted to.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE g.id = ?", grant_id)  # noqa: S608  (our own names)
    if row is None or not (ctx.finds(row["org_id"]) or ctx.finds(row["granted_org_id"])):
        raise Err("NOT_FOUND", "QUERY-n98GGs", "Errors.ProjectGrant.NotFound")
    return row


def get_granted(ctx: Context, grant_id: str) -> sqlite3.Row:
    """Return a project grant, for whom it was granted to.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM project_grants WHERE id = ?", grant_id)
    if row is None or not ctx.finds(row["granted_org_id"]):
        raise Err("NOT_FOUND", "QUERY-n98GGs", "Errors.ProjectGrant.NotFound")
    return row


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List project grants, whoever owns them.

    The columns for `filters` are those of ``project_grants g``, ``projects p``, ``orgs o`` (the owner) and ``orgs t``.
    """
    return ctx.rows(page, _COLUMNS, _SOURCE, filters)


def _check(ctx: Context, project_id: str, granted_org_id: str, roles: Iterable[str]) -> None:
    """Refuse a grant to an organization that is not there, or of roles that the project does not have."""
    if not ctx.store.value("SELECT state <> 0 FROM orgs WHERE id = ?", granted_org_id):
        raise Err("FAILED_PRECONDITION", "COMMAND-3m9gg", "Errors.Org.NotFound")
    known = {row["key"] for row in ctx.store.all("SELECT key FROM roles WHERE project_id = ?", project_id)}
    if not known.issuperset(roles):
        raise Err("FAILED_PRECONDITION", "COMMAND-6m9gd", "Errors.Project.Role.NotFound")


def _find(ctx: Context, project_id: str, grant_id: str) -> sqlite3.Row:
    row = ctx.store.one("SELECT * FROM project_grants WHERE id = ? AND project_id = ?", grant_id, project_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.Project.Grant.NotFound")
    return row


def _switch(ctx: Context, project_id: str, grant_id: str, state: int, event_type: str) -> Event | sqlite3.Row:
    require_project(ctx, project_id)
    row = _find(ctx, project_id, grant_id)
    if row["state"] == state:
        return row
    _permitted(ctx, row, _WRITE)
    return _change(ctx, row, event_type, state=state)


def _permitted(ctx: Context, row: sqlite3.Row, permission: str) -> None:
    """Refuse a caller whose permission is for other projects and project grants only."""
    ctx.require(permission, row["org_id"], row["id"], row["project_id"])


def _change(
    ctx: Context, row: sqlite3.Row, event_type: str, data: Mapping[str, object] = MappingProxyType({}), **columns: Any
) -> Event:
    about = {"grantId": row["id"], **data}
    event = ctx.push("project", row["project_id"], event_type, owner=row["org_id"], data=about)
    ctx.change("project_grants", event, {"id": row["id"]}, **columns)
    return event
