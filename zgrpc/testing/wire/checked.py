"""Which request field names the object that a permission must be held for, and which one the organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from zgrpc.testing.errors import Err
from zgrpc.testing.registry import full_name

if TYPE_CHECKING:
    from google.protobuf.message import Message
    from zitadel.user.v2.user_service_pb2 import AddHumanUserRequest

    from zgrpc.testing.store import Store

# The request field that names the object a project-bound permission must be for, by Management's RPCs that check one.
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
CHECKED_FIELD = {full_name(f"management.{name}"): field for field, names in _CHECKED.items() for name in names}
"""The request field, by the full name of the RPC."""


def named_organization(store: Store, request: Message) -> str | None:
    """Return the organization that a request names and that counts before `x-zitadel-orgid`; None for none.

    Raises:
        Err: PERMISSION_DENIED for a domain that is no organization's.
    """
    if request.DESCRIPTOR.full_name != "zitadel.user.v2.AddHumanUserRequest":
        return None
    organization = cast("AddHumanUserRequest", request).organization
    if organization.WhichOneof("org") != "org_domain":
        return organization.org_id or None
    found: str | None = store.value(
        "SELECT org_id FROM org_domains WHERE lower(domain) = ? AND is_verified", organization.org_domain.lower()
    )
    if found is None:
        raise Err("PERMISSION_DENIED", "AUTH-Bs7Ds", "Organisation doesn't exist")
    return found
