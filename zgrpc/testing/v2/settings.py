"""The settings that hold for an organization or the instance: the policies, under the names of v2."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING, Any

from zitadel.object.v2 import object_pb2
from zitadel.settings.v2 import login_settings_pb2, settings_pb2
from zitadel.settings.v2 import settings_service_pb2 as s

from zgrpc.testing.domain import idps, instance_settings, languages, login_policy, policies
from zgrpc.testing.domain.lists import Page
from zgrpc.testing.messages import fill, response_of
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import timestamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context

# The kind of policy behind each of the settings, and the fields that v2 calls otherwise.
_SETTINGS: dict[str, tuple[policies.Kind, Mapping[str, str]]] = {
    "Login": (policies.LOGIN, {"passwordless_type": "passkeys_type"}),
    "PasswordComplexity": (
        policies.PASSWORD_COMPLEXITY,
        {f"has_{what}": f"requires_{what}" for what in ("uppercase", "lowercase", "number", "symbol")},
    ),
    "PasswordExpiry": (policies.PASSWORD_AGE, {}),
    "Domain": (
        policies.DOMAIN,
        {
            "user_login_must_be_domain": "login_name_includes_domain",
            "validate_org_domains": "require_org_domain_verification",
        },
    ),
    "LegalAndSupport": (policies.PRIVACY, {"privacy_link": "privacy_policy_link"}),
    "Lockout": (policies.LOCKOUT, {}),
    "Branding": (policies.ACTIVE_LABEL, {}),
}
_THEMES = (("light_theme", ""), ("dark_theme", "_dark"))
_THEME = ("primary_color", "background_color", "warn_color", "font_color")


def _get(name: str, kind: policies.Kind, names: Mapping[str, str]) -> None:
    answer = response_of(f"v2.settings.Get{name}Settings")

    @rpc(f"v2.settings.Get{name}Settings")
    def handler(ctx: Context, request: Any) -> Message:
        policy = policies.effective(ctx.store, kind, _owner(ctx, request))
        response: Any = answer(details=_details(policy.row))
        settings = response.settings
        fill(settings, {names.get(key, key): value for key, value in policy.settings.items()})
        settings.resource_owner_type = (
            settings_pb2.RESOURCE_OWNER_TYPE_INSTANCE if policy.is_default else settings_pb2.RESOURCE_OWNER_TYPE_ORG
        )
        if kind is policies.LOGIN:
            settings.allow_local_authentication = settings.allow_username_password
            owner = policy.row["owner"]
            settings.second_factors.extend(login_policy.factors(ctx.store, login_policy.SECOND, owner))
            settings.multi_factors.extend(login_policy.factors(ctx.store, login_policy.MULTI, owner))
        elif kind is policies.ACTIVE_LABEL:
            for theme, suffix in _THEMES:
                fill(getattr(settings, theme), {color: policy.settings[f"{color}{suffix}"] for color in _THEME})
        return response  # type: ignore[no-any-return]


for _name, (_kind, _names) in _SETTINGS.items():
    _get(_name, _kind, _names)


@rpc("v2.settings.GetActiveIdentityProviders")
def get_active_identity_providers(
    ctx: Context, request: s.GetActiveIdentityProvidersRequest
) -> s.GetActiveIdentityProvidersResponse:
    """Answer with the identity providers of the login policy that holds, of those that allow what is asked for."""
    owner = login_policy.owner_of(ctx.store, _owner(ctx, request))
    found = []
    for row in login_policy.idps(ctx, owner, Page()).rows:
        provider = _as_provider(row)
        options = provider.options
        allowed = {
            "creation_allowed": options.is_creation_allowed,
            "linking_allowed": options.is_linking_allowed,
            "auto_creation": options.is_auto_creation,
            "auto_linking": bool(options.auto_linking),
        }
        wanted = {name: getattr(request, name) for name in allowed if request.HasField(name)}
        if row["state"] == idps.ACTIVE and all(allowed[name] == value for name, value in wanted.items()):
            found.append(provider)
    return s.GetActiveIdentityProvidersResponse(
        details=object_pb2.ListDetails(total_result=len(found), timestamp=timestamp(ctx.store.now())),
        identity_providers=found,
    )


@rpc("v2.settings.GetGeneralSettings")
def get_general_settings(ctx: Context, request: s.GetGeneralSettingsRequest) -> s.GetGeneralSettingsResponse:
    """Answer with the default organization and the languages."""
    org_id = ctx.store.fact("default_org_id")
    return s.GetGeneralSettingsResponse(
        default_org_id=org_id,
        default_organization_id=org_id,
        default_language=languages.default(ctx.store),
        supported_languages=languages.SUPPORTED,
        allowed_languages=languages.allowed(ctx.store),
    )


def _owner(ctx: Context, request: Any) -> str:
    """Return the owner of the settings: the instance, an organization, or the organization of the caller."""
    if request.ctx.WhichOneof("resource_owner") == "instance":
        return ctx.store.fact("instance_id")
    return str(request.ctx.org_id or ctx.org_id)


def _details(row: sqlite3.Row) -> object_pb2.Details:
    return object_pb2.Details(
        sequence=row["sequence"], change_date=timestamp(row["changed"]), resource_owner=row["owner"],
        creation_date=timestamp(row["created"]),
    )  # fmt: skip


def _as_provider(row: sqlite3.Row) -> login_settings_pb2.IdentityProvider:
    provider = login_settings_pb2.IdentityProvider(
        id=row["id"],
        name=row["name"],
        type=getattr(login_settings_pb2, f"IDENTITY_PROVIDER_TYPE_{row['kind'].upper()}"),
    )
    provider.options.SetInParent()
    fill(provider.options, json.loads(row["options"]))
    return provider


@rpc("v2.settings.GetSecuritySettings")
def get_security_settings(ctx: Context, request: s.GetSecuritySettingsRequest) -> s.GetSecuritySettingsResponse:
    """Answer with what of ZITADEL may be embedded, and whether users may be impersonated."""
    values = instance_settings.read(ctx.store, instance_settings.SECURITY).values
    response = s.GetSecuritySettingsResponse()  # the only settings that come without details
    fill(
        response.settings,
        {
            "embedded_iframe": {
                "enabled": values["enable_iframe_embedding"],
                "allowed_origins": values["allowed_origins"],
            },
            "enable_impersonation": values["enable_impersonation"],
        },
    )
    return response


@rpc("v2.settings.SetSecuritySettings")
def set_security_settings(ctx: Context, request: s.SetSecuritySettingsRequest) -> s.SetSecuritySettingsResponse:
    """Set what of ZITADEL may be embedded, and whether users may be impersonated."""
    values = {
        "enable_iframe_embedding": request.embedded_iframe.enabled,
        "allowed_origins": list(request.embedded_iframe.allowed_origins),
        "enable_impersonation": request.enable_impersonation,
    }
    instance_settings.write(ctx, instance_settings.SECURITY, values)
    row = instance_settings.read(ctx.store, instance_settings.SECURITY).row
    owner = ctx.store.fact("instance_id")
    return s.SetSecuritySettingsResponse(
        details=object_pb2.Details(resource_owner=owner) if row is None else _details(row)
    )
