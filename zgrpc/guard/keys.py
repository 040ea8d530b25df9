"""The issuer's keys: which ones count, and when they are fetched. Decisions without I/O, with the time passed in."""

from __future__ import annotations

import hashlib
import json
from math import inf
from typing import TYPE_CHECKING, Any

from zgrpc.guard.jwts import Key, parse_json

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KeyState", "read_keys"]

UNKNOWN_KEY_PAUSE = 60.0
"""Seconds between two fetches because of unknown key ids, which anybody can make up."""

_MAX_BACKOFF = 60.0
_SMALLEST_RSA = 2048  # bits


class KeyState:
    """Which keys the guard knows and when it asks for them again. Times are `time.monotonic()` seconds.

    Not safe for threads: the guards hold their lock around `fetched` and `failed`. The other methods only read.

    Args:
        ttl: seconds after which the keys are fetched again.
        grace: further seconds for which they are used while the issuer does not answer.
    """

    def __init__(self, ttl: float, grace: float) -> None:
        self._ttl, self._grace = ttl, grace
        self.keys: Mapping[str, Key] = {}
        self.problem = ""
        self.answers = 0  # how many were taken, good or bad
        self._fetched_at = -inf
        self._retry_at = -inf
        self._look_again_at = -inf
        self._failures = 0

    def find(self, kid: str) -> Key | None:
        """Return the key of that id."""
        return self.keys.get(kid)

    def usable(self, now: float) -> bool:
        """Return whether the keys may still be used."""
        return now < self._fetched_at + self._ttl + self._grace

    def wants_fetch(self, now: float) -> bool:
        """Return whether the keys are to be fetched: there are none yet, or they are too old."""
        return now >= self._fetched_at + self._ttl and now >= self._retry_at

    def may_look_again(self, now: float) -> bool:
        """Return whether an unknown key id is worth a fetch now."""
        return now >= self._look_again_at

    def checked_until(self, now: float) -> float:
        """Return until when a check by these keys counts: the next moment at which they should be fetched."""
        fresh = self._fetched_at + self._ttl
        return fresh if now < fresh else min(max(self._retry_at, now), fresh + self._grace)

    def fetched(self, keys: Mapping[str, Key], now: float) -> set[str]:
        """Take new keys; returns the ids of those that are gone or changed."""
        self.answers += 1
        gone = {kid for kid, key in self.keys.items() if kid not in keys or keys[kid].thumbprint != key.thumbprint}
        self.keys, self._fetched_at, self._failures, self.problem = keys, now, 0, ""
        self._retry_at = -inf
        self._look_again_at = now + UNKNOWN_KEY_PAUSE
        return gone

    def failed(self, problem: str, now: float) -> None:
        """Take note that a fetch failed."""
        self.answers += 1
        self._failures += 1
        self.problem = problem
        pause = min(_MAX_BACKOFF, 2.0 ** min(self._failures - 1, 10))
        self._retry_at = now + pause
        self._look_again_at = max(self._look_again_at, now + pause)


def read_keys(body: bytes) -> dict[str, Key] | None:
    """Return the keys of a JSON Web Key Set by their ids; None where it is none.

    Keys count that ZITADEL signs with: RSA of 2048 bits or more for RS256, P-256 for ES256, Ed25519 for EdDSA. Others
    are left out, as are keys for encryption, symmetric keys, and keys with the id of another one.
    """
    members = parse_json(body)
    listed = None if members is None else members.get("keys")
    if not isinstance(listed, list):
        return None
    found: dict[str, Key] = {}
    doubled: set[str] = set()
    for member in listed:
        kid = member.get("kid") if isinstance(member, dict) else None
        if not isinstance(kid, str) or not kid:
            continue
        if kid in found:
            doubled.add(kid)
        key = _read(member)
        if key is not None:
            found[kid] = key
    return {kid: key for kid, key in found.items() if kid not in doubled}


def _read(jwk: dict[str, Any]) -> Key | None:
    import jwt

    alg = {("RSA", None): "RS256", ("EC", "P-256"): "ES256", ("OKP", "Ed25519"): "EdDSA"}.get(
        (str(jwk.get("kty")), jwk.get("crv") if isinstance(jwk.get("crv"), str) else None)
    )
    if alg is None or jwk.get("alg", alg) != alg or jwk.get("use", "sig") != "sig" or "d" in jwk:
        return None
    try:
        public = jwt.PyJWK(jwk, algorithm=alg).key
    except (jwt.PyJWTError, ValueError, TypeError, KeyError):
        return None
    if alg == "RS256" and public.key_size < _SMALLEST_RSA:
        return None
    text = json.dumps({name: jwk.get(name) for name in ("kty", "crv", "n", "e", "x", "y")}).encode()
    return Key(alg, public, hashlib.sha256(text).hexdigest())
