"""What events of identity providers say.

Left out are secrets, keys and certificates, which the real server encrypts, and these settings, whose names or values
in its events we do not know: PKCE, linking by name or email, the authority of an LDAP server, and the binding, the
formats and the logout of SAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain.payloads import camel

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPTIONS = ("is_creation_allowed", "is_linking_allowed", "is_auto_creation", "is_auto_update")
_OAUTH = ("client_id", "scopes")
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "user_endpoint")
_SETTINGS = {
    "oauth": (*_OAUTH, *_ENDPOINTS, "id_attribute"),
    "oidc": (*_OAUTH, "issuer", "is_id_token_mapping"),
    "jwt": ("issuer", "jwt_endpoint", "keys_endpoint", "header_name"),
    "azure_ad": (*_OAUTH, "tenant", "email_verified"),
    "github": _OAUTH,
    "github_es": (*_OAUTH, *_ENDPOINTS),
    "gitlab": _OAUTH,
    "gitlab_self_hosted": (*_OAUTH, "issuer"),
    "google": _OAUTH,
    "ldap": (
        "servers", "start_tls", "base_dn", "bind_dn", "user_base", "user_object_classes", "user_filters", "timeout",
        "attributes",
    ),
    "apple": (*_OAUTH, "team_id", "key_id"),
    "saml": ("metadata_xml", "with_signed_request"),
}  # fmt: skip
"""The settings of each kind that its events say."""
_SPELLED = {
    "is_id_token_mapping": "idTokenMapping", "email_verified": "isEmailVerified", "start_tls": "startTLS",
    "base_dn": "baseDN", "bind_dn": "bindDN", "avatar_url_attribute": "avatarURLAttribute", "metadata_xml": "metadata",
}  # fmt: skip
_SNAKE = ("azure_ad", "gitlab", "gitlab_self_hosted")
"""The kinds whose events say ``client_id`` and not ``clientId``."""
_TENANTS = {0: "common", 1: "common", 2: "organizations", 3: "consumers"}


def added(idp_id: str, row: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a new provider says.

    Args:
        idp_id: its id.
        row: its `kind` and `name`, its `settings` and its `options`.
    """
    return {"id": idp_id, **{name: value for name, value in _said(row).items() if value}}


def changed(idp_id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a changed provider says; see `added`."""
    old = _said(before)
    return {"id": idp_id, **{name: value for name, value in _said(after).items() if old.get(name) != value}}


def tenant(settings: Mapping[str, Any]) -> str:
    """Return the tenant of a provider of Azure AD."""
    chosen = settings.get("tenant") or {}
    return chosen.get("tenant_id") or _TENANTS.get(chosen.get("tenant_type", 0), "common")


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    kind, settings, options = row["kind"], row["settings"], row["options"]
    values = {name: settings[name] for name in _SETTINGS[kind] if name in settings}
    values |= values.pop("attributes", {})
    if kind == "azure_ad":
        values["tenant"] = tenant(settings)
    values |= {name: options[name] for name in _OPTIONS if name in options}
    return {"name": row["name"], **{_spelled(kind, name): value for name, value in values.items()}}


def _spelled(kind: str, name: str) -> str:
    return name if name == "client_id" and kind in _SNAKE else _SPELLED.get(name, camel(name))
