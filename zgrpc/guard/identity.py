"""Who calls: what a verified token says about its user."""

from __future__ import annotations

import contextvars
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from zgrpc.guard.refusals import MissingRoleError

__all__ = ["Identity", "current_identity", "identity_of", "identity_var"]

_ROLES = "urn:zitadel:iam:org:project:roles"
_PROJECT, _OF_PROJECT = "urn:zitadel:iam:org:project:", ":roles"
_ORG = "urn:zitadel:iam:user:resourceowner:id"


@dataclass(frozen=True, slots=True)
class Identity:
    """The user that a token stands for. It cannot be changed, because concurrent requests share it.

    Attributes:
        user_id: the user's id (`sub`).
        org_id: the organization that the user belongs to; None if the token was requested without the scope
            ``urn:zitadel:iam:user:resourceowner``.
        scopes: the granted scopes; empty for a JWT, in which ZITADEL writes none.
        roles: the keys of the user's roles in the guard's project, in any organization; see `has_role`.
        claims: all claims of the token or of the introspection, read-only.
        expires_at: when the token expires, in Unix seconds; None if the issuer does not say.
    """

    user_id: str
    org_id: str | None
    scopes: frozenset[str]
    roles: frozenset[str]
    claims: Mapping[str, Any] = field(repr=False, hash=False)
    expires_at: float | None = None
    project: str | None = field(default=None, repr=False)
    """The guard's project; None for that of the claim ``urn:zitadel:iam:org:project:roles``."""

    def has_role(self, role: str, *, project: str | None = None, org: str | None = None) -> bool:
        """Return whether the user has a role.

        Args:
            role: the role's key.
            project: the id of the project; None for the guard's own project. A role of the same name in another
                project never counts.
            org: the id of the organization that the role was granted in; None for any.
        """
        granted = _granted(self.claims, project or self.project).get(role)
        return granted is not None and (org is None or org in granted)

    def require_role(self, *roles: str, project: str | None = None, org: str | None = None) -> None:
        """Refuse the user unless they have at least one of `roles`; see `has_role`.

        Raises:
            MissingRoleError: they have none of them.
        """
        if not any(self.has_role(role, project=project, org=org) for role in roles):
            raise MissingRoleError(f"the user lacks the role {' or '.join(repr(role) for role in roles)}")

    def __reduce__(self) -> tuple[object, ...]:
        plain = _thaw(self.claims)
        return identity_of, (plain, self.user_id, self.scopes, self.expires_at, self.project)


def identity_of(
    claims: Mapping[str, Any], user_id: str, scopes: Iterable[str], expires_at: float | None, project: str | None
) -> Identity:
    """Make an identity of verified claims."""
    frozen = _freeze(claims)
    org = frozen.get(_ORG)
    return Identity(
        user_id,
        org if isinstance(org, str) and org else None,
        frozenset(scopes),
        frozenset(_granted(frozen, project)),
        frozen,
        expires_at,
        project,
    )


def _granted(claims: Mapping[str, Any], project: str | None) -> Mapping[str, Mapping[str, Any]]:
    """Return the roles in a project, each with the organizations that granted it.

    ZITADEL writes ``{role: {org id: the org's primary domain}}``. The claim without an id is about the project of the
    application that requested the token, which need not be the project of the service that receives it.
    """
    found = claims.get(_ROLES if project is None else f"{_PROJECT}{project}{_OF_PROJECT}")
    if not isinstance(found, Mapping):
        return {}
    return {role: orgs for role, orgs in found.items() if isinstance(orgs, Mapping) and orgs}


def _freeze(value: Any) -> Any:
    kind = type(value)  # JSON makes no other types, and isinstance() with abstract classes is slow
    if kind is dict:
        return MappingProxyType({key: _freeze(part) for key, part in value.items()})
    if kind is list:
        return tuple([_freeze(part) for part in value])
    return value


def _thaw(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _thaw(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_thaw(part) for part in value]
    return value


identity_var: contextvars.ContextVar[Identity | None] = contextvars.ContextVar("zgrpc_identity", default=None)
"""The identity of the request that is served; None outside of one and in exempt methods."""


def current_identity() -> Identity:
    """Return the identity of the request that is served.

    Raises:
        LookupError: no guard has checked this request: it is exempt, or there is none.
    """
    identity = identity_var.get()
    if identity is None:
        raise LookupError("no identity: no guard checks this request, or its method or path is exempt")
    return identity
