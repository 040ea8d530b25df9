"""The key of an API application, with which a guard proves who asks for an introspection."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zgrpc._auth.credentials import Credentials
from zgrpc._secret import Secret, hide_secret, kind_of

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

__all__ = ["ApplicationKey"]

_PARTS = ("clientId", "keyId", "key")


class ApplicationKey(Credentials):
    """The key of an API application, for introspection by the JWT profile (RFC 7523).

    Create it in the console, in the application under "Keys", or with `AddAppKey`, and load it with `from_file`,
    `from_json` or `from_dict`.

    Args:
        client_id: the application's client id.
        key_id: the key's id.
        key: the private RSA key, PEM.

    Raises:
        TypeError: an argument is not a string.
        ValueError: an argument is empty, or the key is not a private RSA key.
    """

    __slots__ = ("_key", "client_id", "key_id")

    def __init__(self, *, client_id: str, key_id: str, key: str) -> None:
        key = hide_secret(key)
        for name, value in (("client_id", client_id), ("key_id", key_id), ("key", key)):
            if not isinstance(value, str):
                raise TypeError(f"{name} must be a str, not {kind_of(value)}")
            if not value:
                raise ValueError(f"{name} is empty")
        self.client_id = client_id
        self.key_id = key_id
        self._key = _private_key(Secret(key))

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> ApplicationKey:
        """Load the JSON file that ZITADEL gave out for the key.

        Raises:
            OSError: the file cannot be read.
            ValueError: it does not hold the key of an application; says what it holds.
        """
        return cls._load(Secret(Path(path).read_bytes().decode("utf-8", "replace")), f"the key file {path}")

    @classmethod
    def from_json(cls, text: str | bytes) -> ApplicationKey:
        """Load the content of such a file, e.g. from an environment variable."""
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"text must be a str or bytes, not {type(text).__name__}")
        text = Secret(text if isinstance(text, str) else text.decode("utf-8", "replace"))
        return cls._load(text, "the key")

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> ApplicationKey:
        """Load the parsed content of such a file."""
        content = _hidden(dict(content))
        return cls._from(content, "the key")

    @classmethod
    def _load(cls, text: Secret, what: str) -> ApplicationKey:
        import json

        try:
            content = json.loads(text, object_hook=_hidden)
        except ValueError:  # it holds the text
            content = None
        if not isinstance(content, dict):
            raise ValueError(f"{what} is not a JSON object with type, clientId, keyId and key")
        return cls._from(content, what)

    @classmethod
    def _from(cls, content: dict[str, Any], what: str) -> ApplicationKey:
        kind = content.get("type")
        if kind == "serviceaccount":
            raise ValueError(
                f"{what} is the key of a service user, which fetches tokens (zgrpc.ServiceAccountKey): a key of an API "
                'application is expected (type "application")'
            )
        if kind != "application":
            raise ValueError(f'{what} has the type {kind!r}; the key of an application has "application"')
        missing = [name for name in _PARTS if not (isinstance(content.get(name), str) and content[name])]
        if missing:
            raise ValueError(f"{what} lacks {', '.join(missing)}")
        return cls(client_id=content["clientId"], key_id=content["keyId"], key=content["key"])

    def assertion(self, issuer: str) -> Secret:
        """Sign an assertion for one request. It is dated back, because ZITADEL takes no `iat` ahead of its clock."""
        import uuid

        import jwt

        now = int(time.time())
        claims = {
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": issuer,
            "iat": now - 600,
            "exp": now + 1800,
            "jti": uuid.uuid4().hex,
        }
        return Secret(jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": self.key_id}))

    def _shown(self) -> str:
        return f"client_id={self.client_id!r}, key_id={self.key_id!r}"


def _hidden(parts: dict[str, Any]) -> dict[str, Any]:
    key = parts.get("key")
    return {**parts, "key": Secret(key) if isinstance(key, str) else None}


def _private_key(pem: Secret) -> Any:  # RSAPrivateKey; cryptography is imported only here
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(Secret(pem.strip()).encode(), password=None)
    except (TypeError, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPrivateKey):
        raise ValueError("key must be a private RSA key as PEM, without a password")
    return key
