"""System users: who signed a token for the system, by the public keys that the emulator was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MAX_AGE = 3600
"""Seconds after `iat` for which the real server takes a token (`internal/api/authz/system_token.go`)."""

_AHEAD = 1
"""Seconds by which `iat` may be ahead of the server's clock."""


class SystemUsers:
    """The system users of an emulator.

    Args:
        keys: their public RSA keys as PEM, by name.

    Raises:
        ValueError: a key is no public RSA key.
    """

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = {name: _public_key(name, key) for name, key in keys.items()}

    def name_of(self, token: str, audiences: Collection[str], now: float) -> str | None:
        """Return who signed a token.

        Args:
            token: a JWT, or any other token.
            audiences: the URLs of the system, one of which the token must be for.
            now: seconds since the epoch.

        Returns:
            the name; None if no system user signed the token, or it is not valid now.
        """
        if not self._keys:
            return None
        import jwt

        try:
            name = str(jwt.decode(token, options={"verify_signature": False}).get("iss"))
            # The emulator's clock may differ from this machine's, so that the dates are looked at below.
            claims = jwt.decode(
                token, self._keys[name], algorithms=["RS256"], audience=list(audiences),
                options={"require": ["iss", "sub", "iat", "exp"], "verify_exp": False, "verify_iat": False},
            )  # fmt: skip
        except (jwt.InvalidTokenError, KeyError, TypeError):
            return None
        issued, ends = claims["iat"], claims["exp"]
        if not isinstance(issued, int | float) or not isinstance(ends, int | float) or claims["sub"] != name:
            return None
        valid = now - MAX_AGE <= issued <= now + _AHEAD and now < ends
        return name if valid else None


def _public_key(name: str, key: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    wrong = f"system_users[{name!r}] must be a public RSA key as PEM, such as -----BEGIN PUBLIC KEY-----"
    try:
        public = load_pem_public_key(key.encode())
    except (ValueError, AttributeError):
        raise ValueError(wrong) from None
    if not isinstance(public, RSAPublicKey):
        raise ValueError(wrong)
    return public
