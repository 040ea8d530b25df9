"""The roles that members may have, by what they are members of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.domain.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context

SELF = "SELF_MANAGEMENT_GLOBAL"
"""The role by which members of the default organization manage themselves."""


def of_instance() -> list[str]:
    """Return the roles of members of the instance."""
    return _named("IAM_")


def of_org(ctx: Context) -> list[str]:
    """Return the roles of members of an organization; the default one's may manage themselves besides."""
    return [*_named("ORG_"), *([SELF] if _in_default_org(ctx) else [])]


def of_project(ctx: Context) -> list[str]:
    """Return the roles of members of a project: of one of the default organization the global ones only."""
    roles = [role for role in _named("PROJECT_") if not role.startswith("PROJECT_GRANT_")]
    return [role for role in roles if role.endswith("GLOBAL") or not _in_default_org(ctx)]


def of_grant() -> list[str]:
    """Return the roles of members of a project grant."""
    return _named("PROJECT_GRANT_")


def are(roles: Iterable[str], prefix: str) -> bool:
    """Return whether each role exists and starts with the prefix, which is all that ZITADEL asks of it."""
    return all(role in ROLES and role.startswith(prefix) for role in roles)


def _named(prefix: str) -> list[str]:
    return sorted(role for role in ROLES if role.startswith(prefix))


def _in_default_org(ctx: Context) -> bool:
    return ctx.org_id == ctx.store.fact("default_org_id")
