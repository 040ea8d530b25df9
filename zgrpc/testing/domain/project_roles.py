"""Roles of projects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import payloads
from zgrpc.testing.domain.shared import require_project
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

_SOURCE = "roles r JOIN projects p ON p.id = r.project_id"


class Role(NamedTuple):
    """The attributes of a role."""

    key: str
    display_name: str
    group: str = ""


class Removed(NamedTuple):
    """The result of removing a role."""

    event: Event | None
    """The event of the removal; where there was none, the last event about the role, if any."""
    owner: str
    """The organization that owns the project; empty where there is no such project."""


def add(ctx: Context, project_id: str, roles: Sequence[Role]) -> list[Event]:
    """Add roles, all or none; return the event of each.

    Raises:
        Err: the project is not there, a role is, or the caller may not.
    """
    project = require_project(ctx, project_id)
    ctx.require_unscoped("project.role.write", project["org_id"], project_id)
    events = []
    for role in roles:
        about = payloads.stated(key=role.key, displayName=role.display_name, group=role.group)
        event = ctx.push("project", project_id, "project.role.added", owner=project["org_id"], data=about)
        ctx.add(
            "roles", event, project_id=project_id, key=role.key, display_name=role.display_name, role_group=role.group
        )
        events.append(event)
    return events


def find(ctx: Context, project_id: str, key: str) -> sqlite3.Row | None:
    """Return a role; None where there is none."""
    return ctx.store.one("SELECT * FROM roles WHERE project_id = ? AND key = ?", project_id, key)


def owner(ctx: Context, project_id: str) -> str:
    """Return the organization that owns a project.

    Raises:
        Err: the project is not there.
    """
    return str(require_project(ctx, project_id)["org_id"])


def update(ctx: Context, project_id: str, role: Role) -> Event | sqlite3.Row:
    """Set the display name and the group; return the row if they are the same.

    Raises:
        Err: the project or the role is not there, or the caller may not.
    """
    project = require_project(ctx, project_id)
    ctx.require_unscoped("project.role.write", project["org_id"], project_id)
    row = ctx.store.one("SELECT * FROM roles WHERE project_id = ? AND key = ?", project_id, role.key)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-vv8M9", "Errors.Project.Role.NotExisting")
    if (row["display_name"], row["role_group"]) == (role.display_name, role.group):
        return row
    about: dict[str, object] = {"key": role.key}
    if row["display_name"] != role.display_name:
        about["displayName"] = role.display_name
    if row["role_group"] != role.group:
        about["group"] = role.group
    event = ctx.push("project", project_id, "project.role.changed", owner=project["org_id"], data=about)
    where = {"project_id": project_id, "key": role.key}
    ctx.change("roles", event, where, display_name=role.display_name, role_group=role.group)
    return event


def remove(ctx: Context, project_id: str, key: str) -> Removed:
    """Remove a role, from grants too; without effect on one that is not there.

    Raises:
        Err: the role is there, and the caller may not.
    """
    store = ctx.store
    project = store.one("SELECT * FROM projects WHERE id = ?", project_id)
    if project is None or not ctx.finds(project["org_id"]):
        return Removed(store.last_event("project", project_id, "project.role.", key=key), ctx.org_id)
    of = project["org_id"]
    if find(ctx, project_id, key) is None:
        return Removed(store.last_event("project", project_id, "project.role.", key=key), of)
    ctx.require_unscoped("project.role.delete", of, project_id)
    store.run("DELETE FROM roles WHERE project_id = ? AND key = ?", project_id, key)
    event = ctx.push("project", project_id, "project.role.removed", owner=of, data={"key": key})
    for grant in store.all("SELECT * FROM project_grants WHERE project_id = ?", project_id):
        left = _without(grant, {key})
        if left is not None:
            about: dict[str, object] = {"grantId": grant["id"], "roleKeys": json.loads(left)}
            cascade = ctx.push("project", project_id, "project.grant.cascade.changed", owner=of, data=about)
            ctx.change("project_grants", cascade, {"id": grant["id"]}, roles=left)
    withdraw(ctx, store.all("SELECT * FROM user_grants WHERE project_id = ?", project_id), {key})
    return Removed(event, of)


def search(ctx: Context, project_id: str, filters: Filters, page: Page) -> Rows:
    """List the roles of a project; the columns for `filters` are those of ``roles r`` and ``projects p``."""
    filters.equals("r.project_id", project_id)
    if ctx.scope is not None:
        filters.equals("p.org_id", ctx.scope)
    return ctx.rows(page, "r.*, p.org_id", _SOURCE, filters)


def search_granted(ctx: Context, project_id: str, grant: sqlite3.Row, filters: Filters, page: Page) -> Rows:
    """List the roles of a project that a project grant gives; see `search`."""
    filters.equals("r.project_id", project_id).equals("p.id", grant["project_id"])
    return ctx.rows(page, "r.*, p.org_id", _SOURCE, filters.one_of("r.key", json.loads(grant["roles"])))


def withdraw(ctx: Context, user_grants: Iterable[sqlite3.Row], roles: Collection[str]) -> None:
    """Take roles out of user grants, because the project or the project grant has them no more."""
    for grant in user_grants:
        left = _without(grant, roles)
        if left is not None:
            data: dict[str, object] = {"roleKeys": json.loads(left)}
            event = ctx.push("usergrant", grant["id"], "user.grant.cascade.changed", owner=grant["org_id"], data=data)
            ctx.change("user_grants", event, {"id": grant["id"]}, roles=left)


def _without(row: sqlite3.Row, roles: Collection[str]) -> str | None:
    """Return the row's roles without some, as the column holds them; None if the row had none of those.

    Like the real server's loop (`removeRoleFromUserGrant`), this never looks at the role behind one that it takes out:
    of two such roles in a row, the second stays.
    """
    left: list[str] = json.loads(row["roles"])
    had = len(left)
    place = 0
    while place < len(left):
        if left[place] in roles:
            del left[place]
        place += 1
    return None if len(left) == had else json.dumps(left)
