"""The emulator's signing keys: made at first use, published, rotated."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class SigningKeys:
    """The key that signs, and those before it that are still published.

    Args:
        load: gives the signing key (PEM) that an earlier run kept; None where there is none.
        save: keeps the signing key (PEM), so that a later run signs with the same one.
    """

    def __init__(self, load: Callable[[], bytes | None], save: Callable[[bytes], None]) -> None:
        self._load, self._save = load, save
        self._keys: list[RSAPrivateKey] = []  # the current one last
        self._lock = threading.Lock()

    def rotate(self, *, retire: bool = False) -> None:
        """Sign with a new key from now on.

        Args:
            retire: stop publishing the keys before it, which ends the JWTs that they signed.
        """
        fresh = _make()
        with self._lock:
            if not retire and not self._keys:
                self._keys = [self._first()]
            self._keys = [fresh] if retire else [*self._keys, fresh]
            self._save(_pem(fresh))

    def sign(self, claims: Mapping[str, object]) -> str:
        """Return a JWT."""
        import jwt

        key = self._current()
        return jwt.encode(dict(claims), key, algorithm="RS256", headers={"kid": _jwk(key)["kid"]})

    def key_set(self) -> dict[str, object]:
        """Return the JSON Web Key Set that checks issued JWTs, the current key first."""
        self._current()
        with self._lock:
            return {"keys": [_jwk(key) for key in reversed(self._keys)]}

    def claims(self, token: str) -> dict[str, Any] | None:
        """Return the claims of a JWT that one of the published keys signed; None for any other."""
        import jwt

        self._current()
        options: Any = dict.fromkeys(("verify_aud", "verify_exp", "verify_iat", "verify_nbf"), False)
        for key in self._keys:
            with contextlib.suppress(jwt.PyJWTError, ValueError):
                return jwt.decode(token, key.public_key(), algorithms=["RS256"], options=options)
        return None

    def _current(self) -> RSAPrivateKey:
        with self._lock:
            if not self._keys:
                self._keys = [self._first()]
            return self._keys[-1]

    def _first(self) -> RSAPrivateKey:
        """Return the kept key, or a new one. Making one takes about 0.1 seconds, so that it is made at first use."""
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import rsa

        if pem := self._load():
            kept = serialization.load_pem_private_key(pem, None)
            assert isinstance(kept, rsa.RSAPrivateKey)  # noqa: S101 - only this class writes it
            return kept
        key = _make()
        self._save(_pem(key))
        return key


def _make() -> RSAPrivateKey:
    from cryptography.hazmat.primitives.asymmetric import rsa

    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _pem(key: RSAPrivateKey) -> bytes:
    from cryptography.hazmat.primitives import serialization

    plain = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)


def _jwk(key: RSAPrivateKey) -> dict[str, object]:
    from jwt.algorithms import RSAAlgorithm

    public = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    # An id of digits, as ZITADEL's are; of the key itself, so that a later run names the kept key the same.
    kid = str(int.from_bytes(hashlib.sha256(str(public["n"]).encode()).digest()[:8], "big") % 10**18)
    return {"use": "sig", "kty": "RSA", "kid": kid, "alg": "RS256", "n": public["n"], "e": public["e"]}
