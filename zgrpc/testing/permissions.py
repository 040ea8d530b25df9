"""Who is let through: the permissions that a caller's memberships give, against the one that an RPC asks for."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from zgrpc.testing.errors import Err
from zgrpc.testing.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.message import Message

    from zgrpc.testing.store import Store

# The request field that names the object a project-bound permission must be for, by the service's RPCs that check one.
_CHECKED = {
    "id": ("GetProjectByID", "UpdateProject", "DeactivateProject", "ReactivateProject", "RemoveProject"),
    "grant_id": ("GetGrantedProjectByID", "ListGrantedProjectRoles", "ListProjectGrantChanges"),
    "project_id": (
        "ListProjectChanges", "ListProjectRoles", "AddProjectRole", "BulkAddProjectRoles", "UpdateProjectRole",
        "RemoveProjectRole", "ListProjectMembers", "AddProjectMember", "UpdateProjectMember", "RemoveProjectMember",
        "GetAppByID", "ListApps", "ListAppChanges", "AddOIDCApp", "AddSAMLApp", "AddAPIApp", "UpdateApp",
        "UpdateOIDCAppConfig", "UpdateSAMLAppConfig", "UpdateAPIAppConfig", "DeactivateApp", "ReactivateApp",
        "RemoveApp", "RegenerateOIDCClientSecret", "RegenerateAPIClientSecret", "GetAppKey", "ListAppKeys", "AddAppKey",
        "RemoveAppKey", "ListProjectGrants",
    ),
}  # fmt: skip
_CHECKED_FIELD = {name: field for field, names in _CHECKED.items() for name in names}


@functools.cache
def permissions_of(role: str) -> tuple[str, ...]:
    """The permissions of a role; none for a role that does not exist."""
    return ROLES.get(role, ())


def granted(store: Store, user_id: str, org_id: str) -> list[str] | None:
    """A user's permissions within an organization, as `permission` or `permission:object`; None without membership.

    A membership of the instance counts everywhere; one of a project grant counts with its owner and with the
    organization that it was granted to.
    """
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
    found: dict[str, None] = {}
    for row in rows:
        bound = row["kind"] in ("project", "project_grant")
        for role in json.loads(row["roles"]):
            for permission in permissions_of(role):
                own = f"{permission}:{row['object_id']}" if bound and ":" not in permission else permission
                found[own] = None
    return list(found)


def check(store: Store, user_id: str, org_id: str, rpc: str, permission: str, request: Message) -> frozenset[str]:
    """Refuse a caller who lacks the permission that an RPC asks for.

    Returns:
        the ids of the projects and project grants that the permission is held for; the empty id means everything.

    Raises:
        Err: NOT_FOUND without any membership in the organization, else PERMISSION_DENIED.
    """
    held = granted(store, user_id, org_id)
    if held is None:
        raise Err("NOT_FOUND", "AUTHZ-cdgFk", "Errors.AuthZ.MembershipNotFound")
    objects = _objects(held, permission)
    if not objects:
        raise Err("PERMISSION_DENIED", "AUTH-5mWD2", "Errors.Permission.Denied")
    field = _CHECKED_FIELD.get(rpc)
    if field is None or "" in objects or getattr(request, field) in objects:
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
    objects = _objects(held, permission)
    if not objects:
        raise Err("PERMISSION_DENIED", "AUTH-AWfge", "Errors.Permission.Denied")
    if objects.isdisjoint(("", *object_ids)):
        raise Err("PERMISSION_DENIED", "AUTH-Swrgg2", "Errors.Permission.Denied")


def _objects(held: Iterable[str], permission: str) -> frozenset[str]:
    """The objects that a permission is held for; the empty id means all of them."""
    found = set()
    for own in held:
        name, _, object_id = own.partition(":")
        if name == permission:
            found.add(object_id)
    return frozenset(found)
