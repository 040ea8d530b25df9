"""What is exported of an organization, and the states of what is imported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import orgs, user_states
from zgrpc.testing.domain.users import ACTIVE, INACTIVE, LOCKED
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from zgrpc.testing.domain.context import Context

_DURATION = re.compile(r"[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+)")


class Exported(NamedTuple):
    """The rows of one organization."""

    org: sqlite3.Row
    domains: list[sqlite3.Row]
    users: list[sqlite3.Row]
    user_metadata: list[sqlite3.Row]
    machine_keys: list[sqlite3.Row]
    projects: list[sqlite3.Row]
    roles: list[sqlite3.Row]
    apps: list[sqlite3.Row]
    actions: list[sqlite3.Row]
    project_grants: list[sqlite3.Row]
    user_grants: list[sqlite3.Row]
    members: list[sqlite3.Row]


def export(ctx: Context, only: Collection[str], but: Collection[str]) -> list[Exported]:
    """Return organizations with all that they own, as far as what that hangs on is exported too.

    Args:
        ctx: the call.
        only: the ids of the organizations; all if it is empty.
        but: those that are left out.
    """
    store = ctx.store
    rows = store.all("SELECT * FROM orgs WHERE state <> ? ORDER BY created, id", orgs.REMOVED)
    rows = [row for row in rows if (not only or row["id"] in only) and row["id"] not in but]
    ids = {row["id"] for row in rows}

    def owned(table: str, org_id: str, column: str = "org_id", order: str = "created, rowid") -> list[sqlite3.Row]:
        return store.all(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY {order}", org_id)  # noqa: S608  (our own names)

    users = {row["id"]: owned("users", row["id"]) for row in rows}
    projects = {row["id"]: owned("projects", row["id"]) for row in rows}
    grants = {
        row["id"]: [each for each in owned("project_grants", row["id"]) if each["granted_org_id"] in ids]
        for row in rows
    }
    there = {each["id"] for found in (users, projects, grants) for all_of in found.values() for each in all_of}
    exported = []
    for row in rows:
        org_id = row["id"]
        exported.append(
            Exported(
                org=row,
                domains=owned("org_domains", org_id),
                users=users[org_id],
                user_metadata=owned("user_metadata", org_id),
                machine_keys=owned("machine_keys", org_id),
                projects=projects[org_id],
                roles=store.all(
                    """SELECT r.* FROM roles r JOIN projects p ON p.id = r.project_id
                       WHERE p.org_id = ? ORDER BY r.created, r.rowid""",
                    org_id,
                ),
                apps=owned("apps", org_id),
                actions=owned("actions", org_id),
                project_grants=grants[org_id],
                user_grants=[
                    each
                    for each in owned("user_grants", org_id)
                    if {each["user_id"], each["project_id"], each["project_grant_id"] or each["project_id"]} <= there
                ],
                members=[
                    each
                    for each in owned("members", org_id)
                    if each["user_id"] in there and each["object_id"] in there | {org_id}
                ],
            )
        )
    return exported


def set_user_state(ctx: Context, user_id: str, state: int) -> None:
    """Give a new user the state that it had where it comes from.

    Raises:
        Err: the user cannot have it.
    """
    now = ctx.store.value("SELECT state FROM users WHERE id = ?", user_id)
    if state == INACTIVE:
        user_states.deactivate(ctx, user_id)
    elif state == LOCKED and now == ACTIVE:
        user_states.lock(ctx, user_id)


def check_duration(text: str) -> None:
    """Refuse what Go does not read as a duration, such as ``"10s"``.

    Raises:
        Err: UNKNOWN.
    """
    if _DURATION.fullmatch(text) is None:
        raise Err("UNKNOWN", "", f'time: invalid duration "{text}"')
