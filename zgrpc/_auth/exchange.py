"""Token exchange (RFC 8693): another token for the subject of a token, for other audiences or to impersonate a user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._auth.credentials import ClientCredentials, Credentials
from zgrpc._auth.endpoint import TokenRequest, check_token, require_oauth, token_request
from zgrpc._secret import hide_secret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc._auth.endpoint import TokenEndpoint

__all__ = ["TokenExchange"]

GRANT = "urn:ietf:params:oauth:grant-type:token-exchange"

TOKEN_TYPES = {
    "access_token": "urn:ietf:params:oauth:token-type:access_token",
    "id_token": "urn:ietf:params:oauth:token-type:id_token",
    "jwt": "urn:ietf:params:oauth:token-type:jwt",
    "user_id": "urn:zitadel:params:oauth:token-type:user_id",
}
"""Short names of the types that ZITADEL takes."""


class TokenExchange(Credentials):
    """An application that exchanges a token for another one, at each fetch (RFC 8693).

    To impersonate a user, give the user's id or token as the subject and the token of the user who impersonates as the
    actor. ZITADEL demands that the application allows the grant type, that the instance allows impersonation, and that
    the actor has an impersonation role. ZITADEL's own API refuses tokens of impersonated users: such a token
    is for your own services.

    Needs the extra `zgrpc[oauth]`.

    Args:
        client_id: The client id of the application.
        client_secret: Its secret.
        subject_token: The token, or for the type ``user_id`` the id, of the user whom the new token is for.
        subject_type: ``access_token``, ``id_token``, ``jwt`` or ``user_id``; or a URN.
        actor_token: The token of the user who acts; None where nobody impersonates.
        actor_type: As `subject_type`, without ``user_id``.
        scopes: The scopes of the new token; empty for those of the subject's.
        audience: Ids of projects or applications that the new token is for; empty for those of the given tokens.
        requested_type: ``access_token`` (opaque), ``jwt`` or ``id_token``; or a URN.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: An argument is empty, or a type is unknown; or the subject is a user's id and there is no actor.
        ImportError: The extra is not installed.
    """

    __slots__ = ("_actor", "_client", "_subject", "audience", "requested_type", "scopes")
    _needs_issuer = True

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        subject_token: str,
        subject_type: str = "access_token",
        actor_token: str | None = None,
        actor_type: str = "access_token",
        scopes: Iterable[str] = (),
        audience: Iterable[str] = (),
        requested_type: str = "access_token",
    ) -> None:
        client_secret, subject_token = hide_secret(client_secret), hide_secret(subject_token)
        actor_token = hide_secret(actor_token)
        require_oauth()
        self._client = ClientCredentials(client_id, client_secret)
        self._subject = (check_token(subject_token, "subject_token"), _type(subject_type, "subject_type"))
        self._actor = None
        if actor_token is not None:
            if actor_type == "user_id":
                raise ValueError("actor_type must be the type of a token, not 'user_id': an actor proves who it is")
            self._actor = (check_token(actor_token, "actor_token"), _type(actor_type, "actor_type"))
        elif subject_type == "user_id":
            raise ValueError("subject_type 'user_id' needs actor_token=, the token of the user who impersonates")
        self.scopes = _words(scopes, "scopes")
        self.audience = _words(audience, "audience")
        self.requested_type = _type(requested_type, "requested_type")
        if requested_type == "user_id":
            raise ValueError("requested_type must be 'access_token', 'jwt' or 'id_token', not 'user_id'")

    def _token_request(self, endpoint: TokenEndpoint) -> TokenRequest:
        form: dict[str, str] = {
            "grant_type": GRANT,
            "subject_token": self._subject[0],
            "subject_token_type": self._subject[1],
            "requested_token_type": self.requested_type,
        }
        secrets = [self._subject[0]]
        if self._actor is not None:
            form |= {"actor_token": self._actor[0], "actor_token_type": self._actor[1]}
            secrets.append(self._actor[0])
        if self.scopes:
            form["scope"] = " ".join(self.scopes)
        if self.audience:
            form["audience"] = " ".join(self.audience)
        client = token_request(self._client, endpoint)
        return TokenRequest(
            form,
            basic=client.basic,
            hint="the subject's or the actor's token is invalid, impersonation is not allowed, or the application "
            "lacks the grant type token exchange",
            secrets=(*client.secrets, *secrets),
        )

    def _shown(self) -> str:
        acts = ", actor_token='***'" if self._actor else ""
        return f"client_id={self._client.client_id!r}, subject_token='***'{acts}"


def _type(name: str, argument: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"{argument} must be a str, not {type(name).__name__}")
    if name in TOKEN_TYPES:
        return TOKEN_TYPES[name]
    if not name.startswith("urn:"):
        raise ValueError(f"{argument} must be one of {', '.join(TOKEN_TYPES)}, or a URN, not {name!r}")
    return name


def _words(values: Iterable[str], argument: str) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"{argument} must be a list of str, e.g. {values.split()!r}")
    words = tuple(values)
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"{argument} must be a list of str, not of {type(word).__name__}")
        if not word or any(c.isspace() for c in word):
            raise ValueError(f"{argument} must hold words without white space, not {word!r}")
    return words
