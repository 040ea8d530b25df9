"""Memberships: what users are members of, seen from the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows

_SOURCE = """members m
  LEFT JOIN orgs o ON m.kind = 'org' AND o.id = m.object_id LEFT JOIN projects p ON p.id = m.project_id
  LEFT JOIN project_grants g ON g.id = m.project_grant_id LEFT JOIN users u ON u.id = m.user_id"""
_COLUMNS = """m.user_id, m.kind, m.object_id, m.org_id, m.roles, m.created, m.changed, m.sequence, m.project_id,
  coalesce(o.name, p.name, 'ZITADEL') AS display_name, o.name AS org_name, p.name AS project_name,
  p.org_id AS project_owner, g.granted_org_id, u.preferred_login_name, u.display_name AS user_display_name,
  u.org_id AS user_org_id"""


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List memberships, whatever the organization of the call.

    The columns for `filters` are those of ``members m``, ``orgs o``, ``projects p``, ``project_grants g``, ``users u``.
    """
    return ctx.rows(page, _COLUMNS, _SOURCE, filters)


def shown(ctx: Context, row: sqlite3.Row) -> bool:
    """Return whether the caller may see a membership, as v2 asks: one's own, or by the permission for what it is of."""
    kind, object_id = row["kind"], row["object_id"]
    if row["user_id"] == ctx.user_id:
        return True
    if kind == "project_grant":
        return any(
            ctx.holds("project.grant.member.read", owner, held_for)
            for owner, held_for in (
                (row["project_owner"], object_id),
                (row["granted_org_id"], object_id),
                (row["project_owner"], row["project_id"]),
            )
        )
    if kind == "project":
        return ctx.holds("project.member.read", row["project_owner"], object_id)
    return ctx.holds("org.member.read" if kind == "org" else "iam.member.read", object_id, object_id)
