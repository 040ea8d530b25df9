"""How the emulator checks a permission: the memberships of the caller must give the one that an RPC requires."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from zgrpc.testing.domain.roles import ROLES
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc.testing.store import Store


SYSTEM_OWNER = "SYSTEM_OWNER"
"""The role of every system user."""


@functools.cache
def permissions_of(role: str) -> tuple[str, ...]:
    """Return the permissions of a role; none for a role that does not exist."""
    return ROLES.get(role, ())


class Granted:
    """The permissions that memberships give.

    Args:
        memberships: the kind, the object's id and the roles as JSON of each.
    """

    def __init__(self, memberships: Iterable[tuple[str, str, str]]) -> None:
        self.names: dict[str, None] = {}
        """Each as `permission` or `permission:object`, in the order of memberships and roles."""
        self._objects: dict[str, frozenset[str]] = {}
        for kind, object_id, roles in memberships:
            bound = kind in ("project", "project_grant")
            for role in json.loads(roles):
                for permission in permissions_of(role):
                    self.names[f"{permission}:{object_id}" if bound and ":" not in permission else permission] = None
        for own in self.names:
            name, _, object_id = own.partition(":")
            self._objects[name] = self.objects(name) | {object_id}

    @classmethod
    @functools.lru_cache(maxsize=1024)
    def by(cls, memberships: tuple[tuple[str, str, str], ...]) -> Granted:
        """As the class itself, which reads memberships once: nearly every call asks for those of its caller."""
        return cls(memberships)

    def objects(self, permission: str) -> frozenset[str]:
        """Return the projects and project grants that a permission is held for; the empty id means everything."""
        return self._objects.get(permission, frozenset())


def granted(store: Store, user_id: str, org_id: str) -> Granted | None:
    """Return a user's permissions within an organization; None without membership.

    A membership of the instance counts everywhere; one of a project grant counts with its owner and with the
    organization that it was granted to.
    """
    return store.remember(("permissions", user_id, org_id), lambda: _granted(store, user_id, org_id))


def _granted(store: Store, user_id: str, org_id: str) -> Granted | None:
    rows = store.all(
        """SELECT m.kind, m.object_id, m.roles FROM members m
             LEFT JOIN project_grants g ON g.id = m.project_grant_id
             LEFT JOIN orgs o ON m.kind = 'org' AND o.id = m.object_id
           WHERE m.user_id = ? AND (m.kind = 'iam' OR m.org_id = ? OR g.granted_org_id = ?)
             AND coalesce(o.state, 1) <> 0""",
        user_id, org_id, org_id,
    )  # fmt: skip
    if not rows:
        return None
    return Granted.by(tuple(map(tuple, rows)))


def check(store: Store, user_id: str, org_id: str, permission: str, object_id: str | None) -> frozenset[str]:
    """Refuse a caller who lacks the permission that the contract asks for an RPC.

    Args:
        store: the memberships.
        user_id: the caller.
        org_id: the organization of the call.
        permission: the permission.
        object_id: the object that a permission for single objects must be held for; None where the RPC names none.

    Returns:
        the ids of the projects and project grants that the permission is held for; the empty id means everything.

    Raises:
        Err: NOT_FOUND without any membership in the organization, else PERMISSION_DENIED.
    """
    held = granted(store, user_id, org_id)
    if held is None:
        raise Err("NOT_FOUND", "AUTHZ-cdgFk", "Errors.AuthZ.MembershipNotFound")
    objects = held.objects(permission)
    if not objects:
        raise Err("PERMISSION_DENIED", "AUTH-5mWD2", "Errors.Permission.Denied")
    if object_id is None or "" in objects or object_id in objects:
        return objects
    raise Err("PERMISSION_DENIED", "AUTH-3jknH", "Errors.Permission.Denied")


def require(store: Store, user_id: str, permission: str, org_id: str, *object_ids: str) -> None:
    """Refuse a caller who lacks a permission for all of some objects: what commands ask once they know what they touch.

    Args:
        store: the memberships.
        user_id: the caller.
        permission: the permission.
        org_id: the organization that it must be held in, which need not be that of the call.
        object_ids: the projects and project grants any of which the permission may be held for.

    Raises:
        Err: NOT_FOUND without any membership in the organization, else PERMISSION_DENIED.
    """
    held = granted(store, user_id, org_id)
    if held is None:
        raise Err("NOT_FOUND", "AUTHZ-cdgFk", "Errors.AuthZ.MembershipNotFound")
    objects = held.objects(permission)
    if not objects:
        raise Err("PERMISSION_DENIED", "AUTH-AWfge", "Errors.Permission.Denied")
    if objects.isdisjoint(("", *object_ids)):
        raise Err("PERMISSION_DENIED", "AUTH-Swrgg2", "Errors.Permission.Denied")


def require_of_system(permission: str) -> None:
    """Refuse a system user who lacks a permission.

    Raises:
        Err: PERMISSION_DENIED.
    """
    if permission not in permissions_of(SYSTEM_OWNER):
        raise Err("PERMISSION_DENIED", "AUTH-5mWD2", "Errors.Permission.Denied")


def holds(store: Store, user_id: str, permission: str, org_id: str, *object_ids: str) -> bool:
    """Return whether a caller has a permission for any of some objects; see `require`."""
    held = granted(store, user_id, org_id)
    return held is not None and not held.objects(permission).isdisjoint(("", *object_ids))
