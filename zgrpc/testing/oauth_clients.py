"""Who sends a request to the OAuth endpoints: an application with its secret, or the author of a signed assertion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc.testing.oauth_types import Accounts, Client, Refusal, parse_basic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["authenticate_client", "author_of"]

_MAX_AGE = 3600  # seconds that an assertion's iat may lie back
_LEEWAY = 1  # seconds that the clock of an assertion's author may be ahead


def authenticate_client(
    accounts: Accounts, issuer: str, now: float, form: Mapping[str, str], authorization: str
) -> Client:
    """Return the application that sends a request: by HTTP basic, by id and secret in the form, or by an assertion.

    Args:
        accounts: the store.
        issuer: the audience that an assertion must name.
        now: the server's time in Unix seconds.
        form: the form of the request.
        authorization: its `Authorization` header; may be empty.

    Raises:
        Refusal: it cannot prove who it is; HTTP 401.
    """
    if assertion := form.get("client_assertion"):
        client_id = author_of(assertion, accounts.client_key, issuer, now)
        client = accounts.client(client_id) if client_id else None
        if client is not None:
            return client
        raise Refusal("invalid_client", "client assertion is invalid", 401)
    client_id, secret = parse_basic(authorization) or (form.get("client_id", ""), form.get("client_secret", ""))
    client = accounts.client(client_id) if client_id else None
    if client is None or client.secret_matches is None or not client.secret_matches(secret):
        raise Refusal("invalid_client", "client id or secret is invalid", 401)
    return client


def author_of(assertion: str, key_of: Callable[[str, str], bytes | None], issuer: str, now: float) -> str | None:
    """Return the `iss` of a valid assertion; None for any other.

    Args:
        assertion: the JWT.
        key_of: gives the public key (PEM) of an author and a key id.
        issuer: the audience that it must name.
        now: the server's time in Unix seconds.
    """
    import jwt

    try:
        key_id = jwt.get_unverified_header(assertion).get("kid", "")
        author = jwt.decode(assertion, options={"verify_signature": False}).get("iss")
        if not isinstance(author, str) or not isinstance(key_id, str):
            return None
        pem = key_of(author, key_id)
        if pem is None:
            return None
        # _acceptable() checks the times against this server's clock, which a test may have set wrong on purpose.
        names = ("verify_aud", "verify_exp", "verify_iat", "verify_nbf", "verify_sub")
        options: Any = dict.fromkeys(names, False)
        claims = jwt.decode(assertion, pem, algorithms=["RS256"], options=options)
    except (jwt.PyJWTError, ValueError):
        return None
    return author if claims.get("sub") == author and _acceptable(claims, issuer, now) else None


def _acceptable(claims: Mapping[str, Any], issuer: str, now: float) -> bool:
    """Return whether ZITADEL accepts the audience and the times of an assertion."""
    audience = claims.get("aud")
    if issuer not in (audience if isinstance(audience, list) else [audience]):
        return False
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int | float) or not isinstance(expires, int | float):
        return False
    # Whole seconds, and one more for the transport: an iat that was an hour old when it was written still counts.
    oldest, newest = int(now) - _MAX_AGE - 1, round(now + _LEEWAY)
    return oldest <= issued <= newest and expires > newest
