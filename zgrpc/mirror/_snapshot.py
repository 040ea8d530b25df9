"""Complete lists as the rows of a mirror."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Sequence
from typing import Any, NamedTuple

from zgrpc._contract.plain import enum_name
from zgrpc.mirror._schema import TABLES

__all__ = ["Fetch", "Fetching", "snapshot", "user_row"]

Row = tuple[str, ...]


class Fetch(NamedTuple):
    """One complete list to fetch.

    Attributes:
        rpc: the RPC in Python, such as ``management.list_users``.
        fields: its keywords.
        org_id: the organization to act in; None for that of the client.
    """

    rpc: str
    fields: dict[str, Any]
    org_id: str | None = None


Fetching = Generator[list[Fetch], list[list[Any]], dict[str, dict[Row, Row]]]


def snapshot(what: Sequence[str], orgs: Sequence[str] | None) -> Fetching:
    """Yield the lists to fetch, and return their rows by table and key.

    Args:
        what: the tables to fill.
        orgs: the organizations; None for all of the instance.
    """
    rows: dict[str, list[Row]] = {table: [] for table in what}
    if orgs is None:
        (found,) = yield [Fetch("admin.list_orgs", {})]
        orgs = [org.id for org in found]
        if "memberships" in what:
            (members,) = yield [Fetch("admin.list_iam_members", {})]
            rows["memberships"] += [_member(member, "iam", "", member.details.resource_owner) for member in members]
    fetches = [fetch for org in orgs for fetch in _of_org(what, org)]
    projects: list[tuple[str, str]] = []
    for fetch, items in zip(fetches, (yield fetches) if fetches else (), strict=True):
        org = fetch.org_id or ""
        if fetch.rpc == "management.list_users":
            rows["users"] += map(user_row, items)
        elif fetch.rpc == "management.list_user_grants":
            rows["grants"] += [_grant(grant, org) for grant in items]
        elif fetch.rpc == "management.list_org_members":
            rows["memberships"] += [_member(member, "org", org, org) for member in items]
        else:
            projects += [(project.id, org) for project in items]
            if "projects" in what:
                rows["projects"] += [(each.id, org, each.name, state(each)) for each in items]
    fetches = [fetch for project, org in projects for fetch in _of_project(what, project, org)]
    for fetch, items in zip(fetches, (yield fetches) if fetches else (), strict=True):
        org, project = fetch.org_id or "", fetch.fields["project_id"]
        if fetch.rpc == "management.list_project_roles":
            rows["roles"] += [(project, role.key, org, role.display_name, role.group) for role in items]
        else:
            rows["memberships"] += [_member(member, "project", project, org) for member in items]
    return {table: {row[: TABLES[table].key]: row for row in found} for table, found in rows.items()}


def _of_org(what: Sequence[str], org: str) -> Iterable[Fetch]:
    if "users" in what:
        yield Fetch("management.list_users", {}, org)
    if "grants" in what:
        yield Fetch("management.list_user_grants", {}, org)
    if {"projects", "roles", "memberships"} & set(what):
        yield Fetch("management.list_projects", {}, org)
    if "memberships" in what:
        yield Fetch("management.list_org_members", {}, org)


def _of_project(what: Sequence[str], project: str, org: str) -> Iterable[Fetch]:
    if "roles" in what:
        yield Fetch("management.list_project_roles", {"project_id": project}, org)
    if "memberships" in what:
        yield Fetch("management.list_project_members", {"project_id": project}, org)


def user_row(user: Any) -> Row:
    """Return the row of a user."""
    if user.HasField("machine"):
        kind, name, email = "MACHINE", user.machine.name, ""
    else:
        kind, name, email = "HUMAN", user.human.profile.display_name, user.human.email.email
    return (user.id, user.details.resource_owner, kind, user.user_name, name, email, state(user))


def state(item: Any) -> str:
    """Return the state of an item without the prefix of its enum, such as ``ACTIVE``."""
    return enum_name(item, "state").rpartition("_STATE_")[2]


def roles_text(roles: Iterable[str]) -> str:
    """Return roles as a row holds them: a sorted JSON array."""
    return json.dumps(sorted(roles), ensure_ascii=False, separators=(",", ":"))


def _grant(grant: Any, org: str) -> Row:
    roles = roles_text(grant.role_keys)
    return (grant.id, org, grant.user_id, grant.project_id, grant.project_grant_id, state(grant), roles)


def _member(member: Any, kind: str, object_id: str, org: str) -> Row:
    return (member.user_id, kind, object_id, org, roles_text(member.roles))
