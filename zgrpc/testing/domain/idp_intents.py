"""Logins at identity providers, as far as they go without a browser: the address to send it to."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import urlencode, urlsplit

from zgrpc.testing.domain import idp_payloads
from zgrpc.testing.errors import Err, bare

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

ERRORS = {
    "Errors.Intent.InvalidToken": "Intent Token is invalid",
    "Errors.IDPConfig.NotExisting": "Identity Provider Configuration doesn't exist",
    "Errors.User.ExternalIDP.LoginFailed": "Login at External IDP failed",
}

# Where the providers that set no address of their own send the browser, with what their tenant is put in.
_ENDPOINTS = {
    "apple": "https://appleid.apple.com/auth/authorize",
    "azure_ad": "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
    "github": "https://github.com/login/oauth/authorize",
    "gitlab": "https://gitlab.com/oauth/authorize",
    "google": "https://accounts.google.com/o/oauth2/v2/auth",
}
_RAW_BASE64 = re.compile(r"[A-Za-z0-9_-]*")
_SCOPES = ("openid", "profile", "email")


class Started(NamedTuple):
    """A login that was started."""

    url: str
    """Where the browser goes."""
    event: Event


def start(ctx: Context, idp_id: str, success_url: str, failure_url: str) -> Started:
    """Start a login at a provider that a browser is sent to.

    Args:
        ctx: the call.
        idp_id: the provider, of the instance or any organization.
        success_url: where the browser goes after a login.
        failure_url: where it goes otherwise.

    Raises:
        Err: FAILED_PRECONDITION without the provider; UNIMPLEMENTED for LDAP and SAML.
    """
    row = _find(ctx, idp_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-as02jin", "Errors.IDPConfig.NotExisting")
    settings, intent = json.loads(row["settings"]), ctx.store.new_id()
    url = _url(ctx, row["kind"], settings, intent)
    instance = ctx.store.fact("instance_id")
    data = {"idpId": idp_id, "successURL": success_url, "failureURL": failure_url}
    return Started(url, ctx.push("idpintent", intent, "idpintent.started", owner=instance, data=data))


def refuse_token(token: str) -> NoReturn:
    """Refuse the token of a login at a provider: none succeeds here, so that no token is right.

    Raises:
        Err: PERMISSION_DENIED.
    """
    if not token:
        raise Err("PERMISSION_DENIED", "CRYPTO-Sfefs", "Errors.Intent.InvalidToken")
    encoded = _RAW_BASE64.fullmatch(token) and len(token) % 4 != 1
    raise Err("PERMISSION_DENIED", "CRYPTO-Sf4gt" if encoded else "CRYPTO-Swg31", "Errors.Intent.InvalidToken")


def refuse_ldap(ctx: Context, idp_id: str) -> Err:
    """Return why a login by LDAP fails: no directory is asked."""
    row = _find(ctx, idp_id)
    if row is None:
        return Err("FAILED_PRECONDITION", "COMMAND-39n221fs", "Errors.IDPConfig.NotExisting")
    if row["kind"] != "ldap":
        return Err("INVALID_ARGUMENT", "IDP-9a02j2n2bh", "Errors.ExternalIDP.IDPTypeNotImplemented")
    return Err("INVALID_ARGUMENT", "COMMAND-nzun2i", "Errors.User.ExternalIDP.LoginFailed")


def _find(ctx: Context, idp_id: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM idps WHERE id = ?", idp_id)


def _url(ctx: Context, kind: str, settings: dict[str, Any], intent: str) -> str:
    if kind in ("ldap", "saml"):
        raise bare("UNIMPLEMENTED", f"v2.user.StartIdentityProviderIntent is not emulated for providers of kind {kind}")
    origin = ctx.issuer
    if kind == "jwt":
        return f"{settings['jwt_endpoint']}?{urlencode({'authRequestID': intent, 'userAgentID': intent})}"
    query = {
        "client_id": settings.get("client_id", ""),
        "prompt": "select_account",
        "redirect_uri": f"{origin}/idps/callback",
        "response_type": "code",
        "scope": " ".join(settings.get("scopes") or _SCOPES),
        "state": intent,
    }
    if settings.get("use_pkce"):
        challenge = hashlib.sha256(secrets.token_bytes(32)).digest()
        query["code_challenge"] = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        query["code_challenge_method"] = "S256"
    endpoint = settings.get("authorization_endpoint") or _ENDPOINTS.get(kind) or f"{settings.get('issuer')}/authorize"
    endpoint = endpoint.replace("{tenant}", idp_payloads.tenant(settings))
    return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"
