"""Members of the instance, of organizations, projects and project grants, and their roles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import member_roles
from zgrpc.testing.domain.shared import require_org, require_project, require_user
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "members",
    (
        f"""
-- A member of the instance (kind iam), of an organization, of a project or of a project grant; object_id is what of.
CREATE TABLE members (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, kind TEXT NOT NULL, object_id TEXT NOT NULL,
  org_id TEXT NOT NULL, roles TEXT NOT NULL,
  project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
  project_grant_id TEXT REFERENCES project_grants(id) ON DELETE CASCADE, {CHANGE},
  PRIMARY KEY (user_id, kind, object_id));
CREATE INDEX members_of ON members(kind, object_id);
""",
    ),
    since_first=True,
)

INSTANCE, ORG, PROJECT, GRANT = "iam", "org", "project", "project_grant"
"""The kinds of what a user is a member of."""

_COLUMNS = """m.*, u.type, u.org_id AS user_org_id, u.preferred_login_name, u.email, u.first_name, u.last_name,
  coalesce(u.display_name, u.name) AS shown"""
_SOURCE = "members m JOIN users u ON u.id = m.user_id LEFT JOIN project_grants g ON g.id = m.project_grant_id"


class Removed(NamedTuple):
    """The result of removing a member."""

    event: Event | None
    """The event of the removal; where there was nobody, the last event about that user, if any."""
    owner: str
    """The organization that owns what the user was a member of."""


# -- the instance ----------------------------------------------------------------------------------
def add_to_instance(ctx: Context, user_id: str, roles: Sequence[str]) -> Event:
    """Give a user roles on the instance; no roles at all are taken too.

    Raises:
        Err: the caller may not, a role is none of the instance's, the user is not there or a member already.
    """
    instance = ctx.store.fact("instance_id")
    ctx.require_unscoped("iam.member.write", instance, instance)
    if not member_roles.are(roles, "IAM_"):
        raise Err("INVALID_ARGUMENT", "INSTANCE-4m0fS", "Errors.IAM.MemberInvalid")
    if ctx.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is None:
        raise Err("FAILED_PRECONDITION", "INSTA-GSXOn", "Errors.User.NotFound")
    if find(ctx, user_id, INSTANCE, instance) is not None:
        raise Err("ALREADY_EXISTS", "INSTA-pFDwe", "Errors.Instance.Member.AlreadyExists")
    event = ctx.push("instance", instance, "instance.member.added", owner=instance, data=_payload(user_id, roles))
    _insert(ctx, event, user_id, INSTANCE, instance, instance, roles)
    return event


def change_on_instance(ctx: Context, user_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Give a member of the instance other roles; return the row if they are the same.

    Raises:
        Err: the roles are none, there is no such member, or the caller may not.
    """
    instance = ctx.store.fact("instance_id")
    if not roles:
        raise Err("INVALID_ARGUMENT", "INSTANCE-LiaZi", "Errors.IAM.MemberInvalid")
    if not member_roles.are(roles, "IAM_"):
        raise Err("INVALID_ARGUMENT", "INSTANCE-3m9fs", "Errors.IAM.MemberInvalid")
    row = find(ctx, user_id, INSTANCE, instance)
    if row is None:
        raise Err("NOT_FOUND", "INSTANCE-D8JxR", "Errors.NotFound")
    ctx.require_unscoped("iam.member.write", instance, instance)
    return _update(ctx, row, roles, "instance", instance, "instance.member.changed")


def remove_from_instance(ctx: Context, user_id: str) -> Removed:
    """Take a member's roles away; without effect on who is none.

    Raises:
        Err: the caller may not.
    """
    instance = ctx.store.fact("instance_id")
    ctx.require_unscoped("iam.member.delete", instance, instance)
    return _remove(ctx, user_id, INSTANCE, instance, "instance", instance, "instance.member.removed", owner=instance)


# -- organizations ---------------------------------------------------------------------------------
def add_to_org(ctx: Context, org_id: str, user_id: str, roles: Sequence[str]) -> Event:
    """Give a user of any organization roles in one.

    Raises:
        Err: the organization is not there, the caller may not; see `admit_to_org`.
    """
    require_org(ctx, org_id)
    ctx.require_unscoped("org.member.write", org_id, org_id)
    return admit_to_org(ctx, org_id, user_id, roles)


def admit_to_org(ctx: Context, org_id: str, user_id: str, roles: Sequence[str]) -> Event:
    """Give a user roles in an organization, whoever calls.

    Raises:
        Err: the roles are none, the user is not there or a member already.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "ORG-4Mlfs", "Errors.Invalid.Argument")
    if not member_roles.are(roles, "ORG") and not member_roles.are(roles, member_roles.SELF):
        raise Err("INVALID_ARGUMENT", "Org-4N8es", "Errors.Org.MemberInvalid")
    if ctx.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is None:
        raise Err("FAILED_PRECONDITION", "ORG-GoXOn", "Errors.User.NotFound")
    if find(ctx, user_id, ORG, org_id) is not None:
        raise Err("ALREADY_EXISTS", "ORG-poWwe", "Errors.Org.Member.AlreadyExists")
    return join_org(ctx, org_id, user_id, roles)


def join_org(ctx: Context, org_id: str, user_id: str, roles: Sequence[str]) -> Event:
    """Make a user who is none a member of an organization, whoever calls."""
    event = ctx.push("org", org_id, "org.member.added", owner=org_id, data=_payload(user_id, roles))
    _insert(ctx, event, user_id, ORG, org_id, org_id, roles)
    return event


def change_in_org(ctx: Context, org_id: str, user_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Give a member other roles; return the row if they are the same.

    Raises:
        Err: the roles are none, there is no such member, or the caller may not.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "Org-LiaZi", "Errors.Org.MemberInvalid")
    if not member_roles.are(roles, "ORG"):
        raise Err("INVALID_ARGUMENT", "INST-m9fG8", "Errors.Org.MemberInvalid")
    row = find(ctx, user_id, ORG, org_id)
    if row is None:
        raise Err("NOT_FOUND", "Org-D8JxR", "Errors.NotFound")
    ctx.require_unscoped("org.member.write", org_id, org_id)
    return _update(ctx, row, roles, "org", org_id, "org.member.changed")


def remove_from_org(ctx: Context, org_id: str, user_id: str) -> Removed:
    """Take a member's roles away; without effect on who is none.

    Raises:
        Err: the caller may not.
    """
    if find(ctx, user_id, ORG, org_id) is not None:
        ctx.require_unscoped("org.member.delete", org_id, org_id)
    return _remove(ctx, user_id, ORG, org_id, "org", org_id, "org.member.removed", owner=org_id)


# -- projects --------------------------------------------------------------------------------------
def add_to_project(ctx: Context, project_id: str, user_id: str, roles: Sequence[str]) -> Event:
    """Give a user of any organization roles in a project.

    Raises:
        Err: the roles are none, the user or project is not there, the user is a member already, the caller may not.
    """
    check_project_roles(ctx, user_id, roles)
    project = require_project(ctx, project_id)
    ctx.require_unscoped("project.member.write", project["org_id"], project_id)
    if find(ctx, user_id, PROJECT, project_id) is not None:
        raise Err("ALREADY_EXISTS", "PROJECT-PtXi1", "Errors.Project.Member.AlreadyExists")
    return join_project(ctx, project_id, project["org_id"], user_id, roles)


def check_project_roles(ctx: Context, user_id: str, roles: Sequence[str]) -> None:
    """Refuse roles that members of a project cannot have, and users who do not exist.

    Raises:
        Err: INVALID_ARGUMENT or FAILED_PRECONDITION.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-W8m4l", "Errors.Project.Member.Invalid")
    if not member_roles.are(roles, "PROJECT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-3m9ds", "Errors.Project.Member.Invalid")
    require_user(ctx, user_id)


def join_project(ctx: Context, project_id: str, owner: str, user_id: str, roles: Sequence[str]) -> Event:
    """Make a user a member of a project, whoever calls."""
    event = ctx.push("project", project_id, "project.member.added", owner=owner, data=_payload(user_id, roles))
    _insert(ctx, event, user_id, PROJECT, project_id, owner, roles, project_id=project_id)
    return event


def change_in_project(ctx: Context, project_id: str, user_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Give a member other roles; return the row if they are the same.

    Raises:
        Err: the roles are none, there is no such member, or the caller may not.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-LiaZi", "Errors.Project.Member.Invalid")
    if not member_roles.are(roles, "PROJECT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-3m9d", "Errors.Project.Member.Invalid")
    row = find(ctx, user_id, PROJECT, project_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.NotFound")
    ctx.require_unscoped("project.member.write", row["org_id"], project_id)
    return _update(ctx, row, roles, "project", project_id, "project.member.changed")


def remove_from_project(ctx: Context, project_id: str, user_id: str) -> Removed:
    """Take a member's roles away; without effect on who is none.

    Raises:
        Err: the caller may not.
    """
    row = find(ctx, user_id, PROJECT, project_id)
    if row is not None:
        ctx.require_unscoped("project.member.delete", row["org_id"], project_id)
    owner = ctx.scope
    if owner is None:
        owner = "" if row is None else row["org_id"]
    return _remove(ctx, user_id, PROJECT, project_id, "project", project_id, "project.member.removed", owner=owner)


# -- project grants --------------------------------------------------------------------------------
def add_to_grant(ctx: Context, grant: sqlite3.Row | None, user_id: str, roles: Sequence[str]) -> Event:
    """Give a user of any organization roles in a project grant; what is added belongs to the project's owner.

    Args:
        ctx: the call.
        grant: the row of `project_grants`; None where there is no such one.
        user_id: the user.
        roles: the roles.

    Raises:
        Err: the roles are none, the grant or user is not there, the user is a member already, the caller may not.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-8fi7G", "Errors.Project.Grant.Member.Invalid")
    if not member_roles.are(roles, "PROJECT_GRANT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-m9gKK", "Errors.Project.Grant.Member.Invalid")
    require_user(ctx, user_id)
    if grant is None:
        raise Err("NOT_FOUND", "PROJECT-D8JxR", "Errors.Project.Grant.NotFound")
    is_member = find(ctx, user_id, GRANT, grant["id"]) is not None
    if is_member and ctx.scope is None:
        raise Err("NOT_FOUND", "PROJECT-37fug", "Errors.AlreadyExists")
    ctx.require("project.grant.member.write", grant["granted_org_id"], grant["id"])
    if is_member:
        raise Err("ALREADY_EXISTS", "V3-DKcYh", "Errors.Project.Member.AlreadyExists")
    event = ctx.push(
        "project", grant["project_id"], "project.grant.member.added", owner=grant["org_id"],
        data=_payload(user_id, roles) | {"grantId": grant["id"]},
    )  # fmt: skip
    _insert(
        ctx, event, user_id, GRANT, grant["id"], grant["org_id"], roles,
        project_id=grant["project_id"], project_grant_id=grant["id"],
    )  # fmt: skip
    return event


def change_in_grant(ctx: Context, grant: sqlite3.Row | None, user_id: str, roles: Sequence[str]) -> Event | sqlite3.Row:
    """Give a member other roles; return the row if they are the same. See `add_to_grant`.

    Raises:
        Err: the roles are none, there is no such member, or the caller may not.
    """
    if not roles:
        raise Err("INVALID_ARGUMENT", "PROJECT-109fs", "Errors.Project.Grant.Member.Invalid")
    if not member_roles.are(roles, "PROJECT_GRANT"):
        raise Err("INVALID_ARGUMENT", "PROJECT-m0sDf", "Errors.Project.Grant.Member.Invalid")
    row = None if grant is None else find(ctx, user_id, GRANT, grant["id"])
    if grant is None or row is None:
        raise Err("NOT_FOUND", "PROJECT-37fug", "Errors.NotFound")
    ctx.require("project.grant.member.write", grant["granted_org_id"], grant["id"])
    event_type = "project.grant.member.changed"
    return _update(ctx, row, roles, "project", row["project_id"], event_type, grantId=grant["id"])


def remove_from_grant(ctx: Context, project_id: str, grant_id: str, user_id: str) -> Removed:
    """Take a member's roles away; without effect on who is none.

    Raises:
        Err: the caller may not.
    """
    grant = ctx.store.one("SELECT * FROM project_grants WHERE id = ? AND project_id = ?", grant_id, project_id)
    if grant is not None and find(ctx, user_id, GRANT, grant_id) is not None:
        ctx.require("project.grant.member.delete", grant["granted_org_id"], grant["id"])
    return _remove(
        ctx, user_id, GRANT, grant_id, "project", project_id, "project.grant.member.removed",
        owner="" if grant is None else grant["org_id"], grantId=grant_id,
    )  # fmt: skip


# -- reading ---------------------------------------------------------------------------------------
def find(ctx: Context, user_id: str, kind: str, object_id: str) -> sqlite3.Row | None:
    """Return a member; None where there is none."""
    return ctx.store.one(
        "SELECT * FROM members WHERE user_id = ? AND kind = ? AND object_id = ?", user_id, kind, object_id
    )


def search(ctx: Context, kind: str, object_id: str, filters: Filters, page: Page) -> Rows:
    """List the members of something; the columns for `filters` are those of ``members m`` and ``users u``."""
    filters.equals("m.kind", kind).equals("m.object_id", object_id)
    if ctx.scope is not None and kind == GRANT:
        filters.where("m.org_id = ? OR g.granted_org_id = ?", ctx.scope, ctx.scope)
    elif ctx.scope is not None and kind != INSTANCE:
        filters.equals("m.org_id", ctx.scope)
    return ctx.rows(page, _COLUMNS, _SOURCE, filters)


# -- what they share -------------------------------------------------------------------------------
def leave_all(ctx: Context, user_id: str) -> None:
    """Log for whatever a user is a member of that the user is removed."""
    instance = ctx.store.fact("instance_id")
    for row in ctx.store.all("SELECT * FROM members WHERE user_id = ?", user_id):
        aggregate, aggregate_id, event, data = {
            ORG: ("org", row["object_id"], "org.member", {}),
            PROJECT: ("project", row["object_id"], "project.member", {}),
            GRANT: ("project", row["project_id"], "project.grant.member", {"grantId": row["object_id"]}),
        }.get(row["kind"], ("instance", instance, "instance.member", {}))
        about = {"userId": user_id, **data}
        ctx.push(aggregate, aggregate_id, f"{event}.cascade.removed", owner=row["org_id"], data=about)


def _payload(user_id: str, roles: Sequence[str]) -> dict[str, object]:
    return {"userId": user_id, "roles": list(roles)}


def _insert(
    ctx: Context, event: Event, user_id: str, kind: str, object_id: str, owner: str, roles: Sequence[str], **of: str
) -> None:
    ctx.add(
        "members", event, user_id=user_id, kind=kind, object_id=object_id, org_id=owner,
        roles=json.dumps(list(roles)), **of,
    )  # fmt: skip


def _update(
    ctx: Context, row: sqlite3.Row, roles: Sequence[str], aggregate: str, aggregate_id: str, type: str, **data: str
) -> Event | sqlite3.Row:
    new = json.dumps(list(roles))
    if row["roles"] == new:
        return row
    about = _payload(row["user_id"], roles) | data
    event = ctx.push(aggregate, aggregate_id, type, owner=row["org_id"], data=about)
    where = {name: row[name] for name in ("user_id", "kind", "object_id")}
    ctx.change("members", event, where, roles=new)
    return event


def _remove(
    ctx: Context,
    user_id: str,
    kind: str,
    object_id: str,
    aggregate: str,
    aggregate_id: str,
    type: str,
    *,
    owner: str,
    **data: str,
) -> Removed:
    row = find(ctx, user_id, kind, object_id)
    if row is None or row["org_id"] != owner or (aggregate == "project" and row["project_id"] != aggregate_id):
        family = type.removesuffix("removed")
        return Removed(ctx.store.last_event(aggregate, aggregate_id, family, userId=user_id, **data), owner)
    event = ctx.push(aggregate, aggregate_id, type, owner=row["org_id"], data={"userId": user_id, **data})
    ctx.store.run("DELETE FROM members WHERE user_id = ? AND kind = ? AND object_id = ?", user_id, kind, object_id)
    return Removed(event, owner)
