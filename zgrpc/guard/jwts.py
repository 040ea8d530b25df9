"""JWTs: what is accepted as one, and the checks of header, signature and claims. No I/O.

PyJWT reads the keys and checks the signatures, not joserfc: ``zgrpc[oauth]`` signs with PyJWT already, and both rest
on the same `cryptography`. The guard uses neither library's `decode`. They take the last of duplicate members, let the
token's header pick among the allowed algorithms, and report most failures alike; the guard needs its own reasons, and
the one algorithm that the key is for.
"""

from __future__ import annotations

import base64
import functools
import json
import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from zgrpc.guard.refusals import (
    BadSignatureError,
    ExpiredTokenError,
    MalformedTokenError,
    NotYetValidError,
    WrongAudienceError,
    WrongIssuerError,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from zgrpc._secret import Secret

__all__ = ["Claims", "Header", "Key", "check_claims", "check_signature", "is_jwt", "parse_json", "read_header"]

MAX_TOKEN = 16_384
"""The most characters of a token. HTTP servers take headers of 8 to 64 KiB."""

_FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_TYPES = frozenset({"jwt", "at+jwt", "application/at+jwt"})
# They name or hold keys, or change what is signed. ZITADEL sends none of them.
_FOREIGN = ("jku", "jwk", "x5u", "x5c", "crit", "b64", "enc", "zip", "cty")


class Header(NamedTuple):
    """The header of a JWT, as far as it may be trusted: it only names a key."""

    alg: str
    kid: str


class Key(NamedTuple):
    """A public key of the issuer, and the one algorithm that it is for."""

    alg: str
    public: Any  # a public key of `cryptography`, which is imported at need
    thumbprint: str


class Claims(NamedTuple):
    """Claims that passed."""

    user_id: str
    expires_at: float
    all: Mapping[str, Any]


def is_jwt(token: str) -> bool:
    """Return whether a token claims to be a JWT. ZITADEL's opaque tokens hold no dots."""
    return "." in token


def parse_json(text: bytes) -> dict[str, Any] | None:
    """Return the members of a JSON object; None for anything else, and for duplicate members, NaN and Infinity."""
    try:
        value = json.loads(text.decode(), object_pairs_hook=_unique, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def _no_number(_: str) -> NoReturn:
    raise ValueError


def read_header(token: Secret) -> Header:
    """Return the header of a JWT.

    Raises:
        MalformedTokenError: the token is none that ZITADEL makes; says why.
    """
    if not _FORM.fullmatch(token):
        raise MalformedTokenError("the token is not a signed JWT: three base64url parts are expected")
    members = _part(token.partition(".")[0])
    if members is None:
        raise MalformedTokenError("the token's header is not a JSON object with unique members")
    for name in _FOREIGN:
        if name in members:
            raise MalformedTokenError(f"the token's header has the member {name!r}, which ZITADEL does not send")
    alg, kid, kind = members.get("alg"), members.get("kid"), members.get("typ", "JWT")
    if not isinstance(alg, str) or not isinstance(kid, str) or not kid:
        raise MalformedTokenError("the token's header lacks alg or kid")
    if not isinstance(kind, str) or kind.lower() not in _TYPES:
        raise MalformedTokenError("the token's header has a typ that no access token has")
    return Header(alg, kid)


def _part(text: str) -> dict[str, Any] | None:
    raw = _decode(text)
    return None if raw is None else parse_json(raw)


def _decode(text: str) -> bytes | None:
    """Return the bytes of base64url without padding, whose alphabet was checked; None where a character is too many."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None


@functools.cache
def _algorithm(name: str) -> Any:
    import jwt

    return jwt.get_algorithm_by_name(name)


def check_signature(token: Secret, header: Header, key: Key) -> Mapping[str, Any]:
    """Return the claims of a token that `key` has signed, with the algorithm that the key is for.

    Raises:
        BadSignatureError: it has not.
        MalformedTokenError: the claims are not a JSON object.
    """
    signed, _, signature = token.rpartition(".")
    raw = _decode(signature)
    # The key says which algorithm counts; the token's own word for it must only agree.
    proven = header.alg == key.alg and raw is not None and _algorithm(key.alg).verify(signed.encode(), key.public, raw)
    payload = signed.partition(".")[2]
    signed = signature = ""  # parts of a token must not show in a traceback
    raw = None
    if not proven:
        raise BadSignatureError("the token's signature does not match the issuer's key")
    members = _part(payload)
    if members is None:
        raise MalformedTokenError("the token's claims are not a JSON object with unique members")
    return members


def check_claims(
    claims: Mapping[str, Any], *, issuer: str, audience: Collection[str], leeway: float, now: float
) -> Claims:
    """Return the claims of a JWT, checked.

    Args:
        claims: the claims, whose signature was checked.
        issuer: the issuer, to the letter.
        audience: the names of this service; the token must name one of them.
        leeway: seconds that the clocks may be apart.
        now: this machine's clock in Unix seconds.

    Raises:
        RefusedError: one does not; the class says which.
    """
    if claims.get("iss") != issuer:
        raise WrongIssuerError("the token was issued by another issuer")
    check_audience(claims.get("aud"), audience)
    # An ID token names the application as its audience too, but it is proof of a login and not leave to call.
    if "nonce" in claims or "at_hash" in claims or ("azp" in claims and "jti" not in claims):
        raise MalformedTokenError("the token is an ID token; an access token is expected")
    user_id = claims.get("sub")
    if not isinstance(user_id, str) or not user_id:
        raise MalformedTokenError("the token has no sub")
    expires = moment(claims, "exp")
    if expires is None:
        raise MalformedTokenError("the token has no exp")
    check_times(claims, expires, leeway=leeway, now=now)
    return Claims(user_id, expires, claims)


def check_times(claims: Mapping[str, Any], expires: float | None, *, leeway: float, now: float) -> None:
    """Refuse claims whose time is over or has not begun."""
    if expires is not None and now >= expires + leeway:
        raise ExpiredTokenError("the token has expired")
    for name in ("nbf", "iat"):
        begins = moment(claims, name)
        if begins is not None and begins > now + leeway:
            raise NotYetValidError(f"the token's {name} lies in the future; are the clocks apart?")


def check_audience(named: object, audience: Collection[str]) -> None:
    """Refuse a token that names none of `audience`."""
    names = named if isinstance(named, list) else [named]
    if not any(isinstance(name, str) and name in audience for name in names):
        raise WrongAudienceError("the token was not issued for this service")


def moment(claims: Mapping[str, Any], name: str) -> float | None:
    """Return a claim that is a time, in Unix seconds; None where it is missing.

    Raises:
        MalformedTokenError: it is no finite number.
    """
    value = claims.get(name)
    if value is None:
        if name in claims:
            raise MalformedTokenError(f"the token's {name} is not a number of seconds")
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > 1e15 or math.isnan(value):
        raise MalformedTokenError(f"the token's {name} is not a number of seconds")
    return float(value)
