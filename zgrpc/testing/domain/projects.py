"""Projects: what is stored of them, their states and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import members, payloads
from zgrpc.testing.domain.shared import only_permitted, require_org
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "projects",
    (
        f"""
CREATE TABLE projects (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1,
  role_assertion INTEGER NOT NULL DEFAULT 0, role_check INTEGER NOT NULL DEFAULT 0,
  has_project_check INTEGER NOT NULL DEFAULT 0, private_labeling INTEGER NOT NULL DEFAULT 0, {CHANGE});
CREATE UNIQUE INDEX project_name_taken ON projects(org_id, lower(name));
CREATE TABLE roles (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, key TEXT NOT NULL,
  display_name TEXT NOT NULL, role_group TEXT NOT NULL, {CHANGE});
CREATE UNIQUE INDEX role_taken ON roles(project_id, lower(key));
""",
    ),
    taken={
        "project_name_taken": "Errors.Project.AlreadyExists",
        "role_taken": "Errors.Project.Role.AlreadyExists",
    },
    since_first=True,
)

ACTIVE, INACTIVE = 1, 2
"""The states of projects."""

SETTINGS = ("name", "role_assertion", "role_check", "has_project_check", "private_labeling")
"""The settings of a project: columns of `projects`."""


class Added(NamedTuple):
    """A project that was added."""

    id: str
    event: Event


def add(
    ctx: Context,
    org_id: str,
    settings: dict[str, Any],
    *,
    project_id: str = "",
    admins: Sequence[tuple[str, Sequence[str]]] = (),
) -> Added:
    """Add a project.

    Args:
        ctx: the call.
        org_id: the organization that owns it.
        settings: the columns `SETTINGS`.
        project_id: its id; made up if it is empty.
        admins: its first members, each a user id and roles.

    Raises:
        Err: a member cannot be one, the name is taken, or the caller may not.
    """
    for user_id, roles in admins:
        members.check_project_roles(ctx, user_id, roles)
    if project_id and ctx.store.one("SELECT 1 FROM projects WHERE id = ?", project_id) is not None:
        raise Err("ALREADY_EXISTS", "COMMAND-opamwu", "Errors.Project.AlreadyExisting")
    project_id = project_id or ctx.store.new_id()
    ctx.require_unscoped("project.create", org_id, project_id)
    if ctx.scope is None:
        require_org(ctx, org_id)
    event = ctx.push("project", project_id, "project.added", owner=org_id, data=payloads.project(settings))
    ctx.add("projects", event, id=project_id, org_id=org_id, **settings)
    for user_id, roles in admins:
        event = members.join_project(ctx, project_id, org_id, user_id, roles)
    return Added(project_id, event)


def get(ctx: Context, project_id: str) -> sqlite3.Row:
    """Return a project.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM projects WHERE id = ?", project_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-fk2fs", "Errors.Project.NotFound")
    if not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "MANAG-SFf2a", "Errors.Project.NotFound")
    ctx.require_unscoped("project.read", row["org_id"], project_id)
    return row


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List projects; for v1, those of the organization that the caller may see.

    The columns for `filters` are those of `projects`. For v2, use `Context.holds` on each row.
    """
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
        only_permitted(filters, ctx, "project.read", "id")
    return ctx.rows(page, "*", "projects", filters)


_WITH_GRANTED = """(
  SELECT id, org_id, created, changed, name, state, role_assertion, role_check, has_project_check, private_labeling,
    NULL AS grant_id, NULL AS granted_org_id, NULL AS granted_org_name, 0 AS granted_state, rowid AS place
  FROM projects
  UNION ALL
  SELECT p.id, p.org_id, g.created, g.changed, p.name, p.state, p.role_assertion, p.role_check, p.has_project_check,
    p.private_labeling, g.id, g.granted_org_id, o.name, g.state, g.rowid
  FROM project_grants g JOIN projects p ON p.id = g.project_id JOIN orgs o ON o.id = g.granted_org_id)"""


def search_with_granted(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List projects and their grants, each grant as a row of its own with the dates of the grant.

    The columns for `filters` are those of `projects`, and `granted_org_id` (NULL where the row is no grant).
    """
    return ctx.rows(page, "*", _WITH_GRANTED, filters)


def shown(ctx: Context, row: sqlite3.Row) -> bool:
    """Return whether the caller may see a row of `search_with_granted`: a project, or a grant of one."""
    grant_id = row["grant_id"]
    if grant_id is None:
        return ctx.holds("project.read", row["org_id"], row["id"])
    return ctx.holds("project.grant.read", row["org_id"], grant_id, row["id"]) or ctx.holds(
        "project.grant.read", row["granted_org_id"], grant_id
    )


def update(ctx: Context, project_id: str, settings: dict[str, Any]) -> Event | sqlite3.Row:
    """Set the name and settings that are given; return the row if they are the same.

    Raises:
        Err: the project is not there, the name is taken, or the caller may not.
    """
    row = _find(ctx, project_id, "COMMAND-3M9sd")
    ctx.require_unscoped("project.write", row["org_id"], project_id)
    if all(row[column] == value for column, value in settings.items()):
        return row
    return _change(ctx, row, "project.changed", **{name: new for name, new in settings.items() if row[name] != new})


def deactivate(ctx: Context, project_id: str) -> Event:
    """Switch a project off.

    Raises:
        Err: it is not there, or off already; the caller may not.
    """
    row = _find(ctx, project_id, "COMMAND-112M9")
    if row["state"] != ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-mki55", "Errors.Project.NotActive")
    ctx.require_unscoped("project.write", row["org_id"], project_id)
    return _change(ctx, row, "project.deactivated", state=INACTIVE)


def reactivate(ctx: Context, project_id: str) -> Event:
    """Switch a project on again.

    Raises:
        Err: it is not there, or on already; the caller may not.
    """
    row = _find(ctx, project_id, "COMMAND-3M9sd")
    if row["state"] != INACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-5M9bs", "Errors.Project.NotInactive")
    ctx.require_unscoped("project.write", row["org_id"], project_id)
    return _change(ctx, row, "project.reactivated", state=ACTIVE)


def remove(ctx: Context, project_id: str) -> Event:
    """Remove a project with its roles, applications, grants, members and the user grants of it.

    Raises:
        Err: it is not there, or the caller may not.
    """
    row = _find(ctx, project_id, "COMMAND-3M9sd")
    ctx.require_unscoped("project.delete", row["org_id"], project_id)
    event = ctx.push("project", project_id, "project.removed", owner=row["org_id"])
    for grant in ctx.store.all("SELECT id, org_id FROM user_grants WHERE project_id = ?", project_id):
        ctx.push("usergrant", grant["id"], "user.grant.cascade.removed", owner=grant["org_id"])
    ctx.store.run("DELETE FROM projects WHERE id = ?", project_id)
    return event


def _find(ctx: Context, project_id: str, error_id: str) -> sqlite3.Row:
    row = ctx.store.one("SELECT * FROM projects WHERE id = ?", project_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", error_id, "Errors.Project.NotFound")
    return row


def _change(ctx: Context, row: sqlite3.Row, event_type: str, **columns: Any) -> Event:
    data = payloads.change(event_type, columns)
    event = ctx.push("project", row["id"], event_type, owner=row["org_id"], data=data)
    ctx.change("projects", event, {"id": row["id"]}, **columns)
    return event
