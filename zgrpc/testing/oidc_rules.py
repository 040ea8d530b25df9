"""How ZITADEL judges the settings of an OIDC application: whether they are consistent, and comply with OIDC 1.0.

Pure functions over the numbers of `zitadel.app.v1`'s enums, whose order is the order of ZITADEL's own constants.
"""

from __future__ import annotations

import ipaddress
import urllib.parse
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CODE, ID_TOKEN, ID_TOKEN_TOKEN = 0, 1, 2  # OIDCResponseType
AUTHORIZATION_CODE, IMPLICIT, REFRESH_TOKEN, DEVICE_CODE = 0, 1, 2, 3  # OIDCGrantType
WEB, USER_AGENT, NATIVE = 0, 1, 2  # OIDCAppType
BASIC, POST, NONE, PRIVATE_KEY_JWT = 0, 1, 2, 3  # OIDCAuthMethodType

_V1 = "Application.OIDC.V1."

MESSAGES = {
    _V1 + "NotCompliant": "Your configuration is not compliant and differs from OIDC 1.0 standard.",
    _V1 + "NoRedirectUris": "At least one redirect uri must be registered.",
    _V1 + "NotAllCombinationsAreAllowed": "Configuration is compliant, but not all possible combinations are allowed.",
    _V1 + "Code.RedirectUris.HttpOnlyForWeb": 'Grant type "code" only allows http redirect uris for apptype "web".',
    _V1
    + "Code.RedirectUris.CustomOnlyForNative": 'Grant type "code" only allows custom redirect uris for apptype "native"'
    "  (e.g appname:// )",
    _V1 + "Implicit.RedirectUris.CustomNotAllowed": "Grant type implicit doesn't allow custom redirect uris",
    _V1 + "Implicit.RedirectUris.HttpNotAllowed": "Grant type implicit doesn't allow http redirect uris",
    _V1 + "Native.AuthMethodType.NotNone": "Native applications should have authmethodtype none.",
    _V1
    + "Native.RedirectUris.MustBeHttpLocalhost": "Redirect URIs must begin with your own protocol, http://127.0.0.1,"
    " http://[::1] or http://localhost.",
    _V1 + "UserAgent.AuthMethodType.NotNone": "User agent app should have authmethodtype none.",
    _V1 + "GrantType.Refresh.NoAuthCode": "Refresh Token only allowed in combination with Authorization Code.",
}
"""The English message of each problem, by its key."""


class Compliance(NamedTuple):
    """Whether a configuration departs from OIDC 1.0, and the keys of the problems, in order."""

    none_compliant: bool
    problems: list[str]


def is_valid(response_types: Iterable[int], grant_types: Sequence[int], origins: Iterable[str]) -> bool:
    """Return whether every response type has the grant type that it needs, and every origin is valid."""
    required = {
        (DEVICE_CODE if DEVICE_CODE in grant_types else AUTHORIZATION_CODE)
        if kind not in (ID_TOKEN, ID_TOKEN_TOKEN)
        else IMPLICIT
        for kind in response_types
    }
    return required.issubset(grant_types) and all(_is_origin(origin.strip()) for origin in origins)


def compliance(app_type: int, grant_types: Sequence[int], auth_method: int, redirect_uris: Sequence[str]) -> Compliance:
    """Return the problems of a configuration, with the duplicates that the real server reports."""
    problems: list[str] = []
    code, implicit = AUTHORIZATION_CODE in grant_types, IMPLICIT in grant_types
    device = DEVICE_CODE in grant_types
    if REFRESH_TOKEN in grant_types and not code and not device:
        problems.append(_V1 + "GrantType.Refresh.NoAuthCode")
    if not redirect_uris and (not device or code):
        problems.insert(0, _V1 + "NoRedirectUris")
    compliant = not problems
    found = _redirects(app_type, code, implicit, redirect_uris)
    compliant = compliant and not found
    problems += found
    if code and implicit and compliant and not _all_https(redirect_uris):
        problems.append(_V1 + "NotAllCombinationsAreAllowed")
    if app_type != WEB:
        if auth_method != NONE:
            compliant = False
            kind = "Native" if app_type == NATIVE else "UserAgent"
            problems.append(f"{_V1}{kind}.AuthMethodType.NotNone")
        if not compliant:
            problems.insert(0, _V1 + "NotCompliant")
    if not compliant:
        problems.insert(0, _V1 + "NotCompliant")
    return Compliance(not compliant, problems)


def _redirects(app_type: int, code: bool, implicit: bool, uris: Sequence[str]) -> list[str]:
    """Return the problems of the redirect URIs, for the flows that use them."""
    if _all_https(uris) or not (code or implicit):
        return []
    http = any(uri.startswith("http://") for uri in uris)
    custom = any(not uri.startswith(("http://", "https://")) for uri in uris)
    only_local = all(_is_local(uri) for uri in uris)
    found = []
    if implicit:
        if custom and (not code or app_type != NATIVE):
            found.append("Implicit.RedirectUris.CustomNotAllowed")
        if http and app_type == NATIVE:
            if not only_local:
                found.append("Native.RedirectUris.MustBeHttpLocalhost")
        elif http and not code:
            found.append("Implicit.RedirectUris.HttpNotAllowed")
        elif http and app_type == USER_AGENT:
            found.append("Code.RedirectUris.HttpOnlyForWeb")
    else:
        if http and app_type == USER_AGENT:
            found.append("Code.RedirectUris.HttpOnlyForWeb")
        if http and app_type == NATIVE and not only_local:
            found.append("Native.RedirectUris.MustBeHttpLocalhost")
        if custom and app_type != NATIVE:
            found.append("Code.RedirectUris.CustomOnlyForNative")
    return [_V1 + key for key in found]


def allowed_origins(redirect_uris: Iterable[str], additional: Iterable[str]) -> list[str]:
    """Return the origins of the redirect URIs and the additional origins, each once."""
    parts = (urllib.parse.urlsplit(uri) for uri in redirect_uris)
    return list(dict.fromkeys([*(f"{part.scheme}://{part.netloc}" for part in parts), *additional]))


def _all_https(uris: Iterable[str]) -> bool:
    return all(uri.startswith("https://") for uri in uris)


def _is_local(uri: str) -> bool:
    try:
        part = urllib.parse.urlsplit(uri)
        if part.scheme != "http" or part.hostname == "localhost":
            return True
        return ipaddress.ip_address(part.hostname or "").is_loopback
    except ValueError:
        return False


def _is_origin(text: str) -> bool:
    try:
        part = urllib.parse.urlsplit(text)
    except ValueError:
        return False
    return bool(part.scheme and part.netloc) and not (part.path or part.query or part.fragment or part.username)
