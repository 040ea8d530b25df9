"""Which claims a user has, by scope. Checked against no real server and no recording.

Roles: the claim ``urn:zitadel:iam:org:project:{id}:roles`` for each project that was asked about, and
``urn:zitadel:iam:org:project:roles`` for the project of the client that asks. Each is
``{role: {org id: the org's primary domain}}``, out of the user's active grants. These projects are asked about:

- with the scope ``urn:zitadel:iam:org:projects:roles``, those of ``urn:zitadel:iam:org:project:id:{id}:aud``;
- with a scope ``urn:zitadel:iam:org:project:role:{role}``, or where the project asserts roles on authentication, the
  project of the client.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

API_SCOPE = "urn:zitadel:iam:org:project:id:zitadel:aud"
"""The scope without which ZITADEL's own API takes no token."""

PROJECTS_ROLES = "urn:zitadel:iam:org:projects:roles"
PROJECT_ROLE = "urn:zitadel:iam:org:project:role:"
RESOURCE_OWNER = "urn:zitadel:iam:user:resourceowner"
METADATA = "urn:zitadel:iam:user:metadata"
_PROJECT_SCOPE = "urn:zitadel:iam:org:project:id:"

Roles = dict[str, dict[str, dict[str, str]]]
"""By project, role and organization: the organization's primary domain."""


class User(NamedTuple):
    """A user as claims show them; what a machine user has not is None."""

    id: str
    org_id: str
    org_name: str
    org_domain: str
    user_name: str
    login_name: str
    human: bool
    name: str
    changed: int
    first_name: str | None = None
    last_name: str | None = None
    nick_name: str | None = None
    language: str | None = None
    gender: int | None = None
    email: str | None = None
    email_verified: bool = False
    phone: str | None = None
    phone_verified: bool = False


def audience_of(scopes: Iterable[str], own_project: str) -> list[str]:
    """Return the projects that scopes ask a token for; `own_project` is ZITADEL's own, whose scope names no id."""
    named = [
        scope.removeprefix(_PROJECT_SCOPE).removesuffix(":aud")
        for scope in scopes
        if scope.startswith(_PROJECT_SCOPE) and scope.endswith(":aud")
    ]
    found = [own_project if name == "zitadel" else name for name in named]
    return list(dict.fromkeys(sorted(found, key=lambda project: project != own_project)))


def claims_of(
    user: User,
    scopes: Sequence[str],
    *,
    own_project: str,
    client_project: str = "",
    role_assertion: bool = False,
    roles_of: Callable[[list[str]], Roles],
    metadata_of: Callable[[], Mapping[str, bytes]],
) -> dict[str, Any]:
    """Return the claims of a user beyond `sub`.

    Args:
        user: the user.
        scopes: the granted scopes.
        own_project: the id of ZITADEL's own project.
        client_project: the project of the client that asks; empty for none.
        role_assertion: whether that project asserts roles on authentication.
        roles_of: gives the user's roles in projects.
        metadata_of: gives the user's metadata.
    """
    claims: dict[str, Any] = {}
    if "profile" in scopes:
        gender = {1: "female", 2: "male", 3: "diverse"}.get(user.gender or 0)
        claims |= _filled(
            name=user.name, given_name=user.first_name, family_name=user.last_name, nickname=user.nick_name,
            gender=gender, locale=user.language, preferred_username=user.login_name,
            updated_at=user.changed // 1_000_000,
        )  # fmt: skip
    if "email" in scopes and user.email:
        claims |= {"email": user.email, "email_verified": user.email_verified}
    if "phone" in scopes and user.phone:
        claims |= {"phone_number": user.phone, "phone_number_verified": user.phone_verified}
    if RESOURCE_OWNER in scopes:
        claims |= {
            f"{RESOURCE_OWNER}:id": user.org_id,
            f"{RESOURCE_OWNER}:name": user.org_name,
            f"{RESOURCE_OWNER}:primary_domain": user.org_domain,
        }
    if METADATA in scopes and (metadata := metadata_of()):
        claims[METADATA] = {
            key: base64.urlsafe_b64encode(value).decode().rstrip("=") for key, value in metadata.items()
        }
    projects = audience_of(scopes, own_project) if PROJECTS_ROLES in scopes else []
    asked = role_assertion or any(scope.startswith(PROJECT_ROLE) for scope in scopes)
    if client_project and asked and client_project not in projects:
        projects.append(client_project)
    for project, roles in roles_of(projects).items() if projects else ():
        claims[f"urn:zitadel:iam:org:project:{project}:roles"] = roles
        if project == client_project:
            claims["urn:zitadel:iam:org:project:roles"] = roles
    return claims


def _filled(**claims: object) -> dict[str, object]:
    return {name: value for name, value in claims.items() if value}
