"""Credentials of a system user: JWTs that the client signs itself, for the System API."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from zgrpc._auth.credentials import Credentials, private_key
from zgrpc._auth.endpoint import AccessToken, require_oauth
from zgrpc._secret import Secret, hide, hide_secret, kind_of, read_path
from zgrpc._transport.address import parse_address

if TYPE_CHECKING:
    import os

__all__ = ["SystemUser"]

LIFETIME = 3600
"""Seconds from `iat` to `exp`: ZITADEL refuses a system user's token that is good for longer."""

IAT_AGE = 60
"""Seconds by which `iat` is dated back, so that this machine's clock may be that much ahead of the server's."""


class SystemUser(Credentials):
    """A system user, as ``SystemAPIUsers`` in ZITADEL's configuration names it; for `client.system` and its rights.

    The client signs a JWT itself (RS256, good for an hour) and signs another one ahead of its expiry. It asks no token
    endpoint. `iss` and `sub` are the user's id, `aud` is the audience.

    Needs the extra `zgrpc[oauth]`.

    Args:
        user_id: The name of the user in ``SystemAPIUsers``.
        key: The private RSA key, PEM; the configuration holds its public key. `from_file` reads it from a file.
        audience: The URL of the ZITADEL system, ``ExternalDomain`` with scheme (and port): such as
            ``https://zitadel.example.com``. None takes the client's `issuer`, else its address under the name that
            picks the instance.

    Raises:
        TypeError: An argument is not a string.
        ValueError: An argument is empty, the key is not a private RSA key, or the audience is not a URL.
        ImportError: The extra is not installed.
    """

    __slots__ = ("_audience", "_key", "user_id")
    _needs_issuer = True

    def __init__(self, user_id: str, key: str, *, audience: str | None = None) -> None:
        key = hide_secret(key)
        require_oauth()
        for name, value in (("user_id", user_id), ("key", key)):
            if not isinstance(value, str):
                raise TypeError(f"{name} must be a str, not {kind_of(value)}")
            if not value.strip():
                raise ValueError(f"{name} is empty")
        self.user_id = user_id
        self._audience = None if audience is None else _url(audience)
        self._key = private_key(Secret(key.replace("\\r", "").replace("\\n", "\n")))

    @classmethod
    def from_file(cls, user_id: str, path: str | os.PathLike[str], *, audience: str | None = None) -> SystemUser:
        """Read the key from a PEM file.

        Raises:
            OSError: The file cannot be read.
            ValueError: As for `SystemUser`.
        """
        path = hide(path)  # type: ignore[assignment]  # Hidden
        key = Secret(read_path(path, "the key file").decode("utf-8-sig", "replace"))
        return cls(user_id, key, audience=audience)

    def token(self, audience: str) -> AccessToken:
        """Return a signed token; `audience` is the client's, for a user that has none of its own."""
        import jwt

        now = int(time.time()) - IAT_AGE
        claims = {
            "iss": self.user_id,
            "sub": self.user_id,
            "aud": self._audience or audience,
            "iat": now,
            "exp": now + LIFETIME,
        }
        return AccessToken(Secret(jwt.encode(claims, self._key, algorithm="RS256")), LIFETIME - IAT_AGE)

    def _shown(self) -> str:
        return f"user_id={self.user_id!r}"


def _url(audience: str) -> str:
    if not isinstance(audience, str):
        raise TypeError(f"audience must be a URL such as 'https://zitadel.example.com', not {type(audience).__name__}")
    if "://" not in audience:
        raise ValueError(f"audience must be a URL such as 'https://zitadel.example.com', not {audience!r}")
    problem = ""
    try:
        parse_address(audience, insecure=True)
    except ValueError as error:
        problem = str(error).replace("address", "audience")
    if problem:
        raise ValueError(problem)
    return audience.rstrip("/")
