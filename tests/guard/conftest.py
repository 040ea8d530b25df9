"""An issuer that tests can make sign anything, and guards with clocks that tests set."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

import zgrpc
from zgrpc._secret import Secret
from zgrpc.guard import Guard, Identity, RefusedError
from zgrpc.guard.verifier import Reply, Verifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.guard.verifier import Ask

ISSUER = "https://acme.example"
AUDIENCE = "project-1"
NOW = 1_800_000_000.0

RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
ED_KEY = ed25519.Ed25519PrivateKey.generate()


def public_jwk(key: Any, kid: str, **more: Any) -> dict[str, Any]:
    kind: Any = RSAAlgorithm if hasattr(key, "private_numbers") and hasattr(key, "decrypt") else ECAlgorithm
    if isinstance(key, ed25519.Ed25519PrivateKey):
        kind = OKPAlgorithm
    jwk: dict[str, Any] = kind.to_jwk(key.public_key(), as_dict=True)
    jwk.pop("key_ops", None)
    return {**jwk, "kid": kid, "use": "sig", **more}


KEY_SET = {"keys": [public_jwk(RSA_KEY, "rsa"), public_jwk(EC_KEY, "ec"), public_jwk(ED_KEY, "ed")]}


def claims(**more: Any) -> dict[str, Any]:
    """Claims that pass; a claim of None is left out."""
    base = {"iss": ISSUER, "aud": [AUDIENCE], "sub": "user-1", "iat": NOW, "nbf": NOW, "exp": NOW + 600, "jti": "1"}
    return {name: value for name, value in {**base, **more}.items() if value is not None}


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(
    payload: Any = None, *, key: Any = RSA_KEY, alg: str = "RS256", kid: str | None = "rsa", **header: Any
) -> str:
    """A token; `payload` may be bytes that are no JSON."""
    raw = payload if isinstance(payload, bytes) else json.dumps(claims() if payload is None else payload).encode()
    headers = {**({} if kid is None else {"kid": kid}), **header}
    return jwt.PyJWS().encode(raw, key, algorithm=alg, headers=headers)


def by_hand(header: Any, payload: Any, sign: Callable[[bytes], bytes]) -> str:
    """A token with any header at all."""
    parts = [part if isinstance(part, bytes) else json.dumps(part).encode() for part in (header, payload)]
    signing = ".".join(map(b64, parts)).encode()
    return f"{signing.decode()}.{b64(sign(signing))}"


class Issuer:
    """Drives a `Verifier` by hand: what it is asked, and what it answers."""

    def __init__(self, **options: Any) -> None:
        self.wall = NOW
        self.ticks = 1000.0
        self.key_set: Any = KEY_SET
        self.reply: Reply | None = None
        self.tokens: dict[str, Any] = {}
        self.asked: list[str] = []
        options = {"audience": AUDIENCE, "credentials": zgrpc.ClientCredentials("api", "secret"), **options}
        with Guard(ISSUER, **options) as guard:
            self.verifier = Verifier(guard.settings, clock=lambda: self.wall, ticks=lambda: self.ticks)

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.ticks += seconds

    def answer(self, ask: Ask) -> Reply:
        self.asked.append("keys" if ask.token is None else "token")
        if self.reply is not None:
            return self.reply
        if ask.token is None:
            return Reply(200, json.dumps(self.key_set).encode())
        return Reply(200, json.dumps(self.tokens.get(ask.token, {"active": False})).encode())

    def verify(self, token: str) -> Identity:
        known = self.verifier.known(token)
        if known is not None:
            return known
        return self.drive(Secret(token))

    def drive(self, token: Secret) -> Identity:
        steps = self.verifier.steps(token)
        try:
            ask = next(steps)
            while True:
                ask = steps.send(self.verifier.settle(ask, self.answer(ask)))
        except StopIteration as done:
            return done.value

    def reason(self, token: str) -> str:
        """Why a token is refused; empty where it is not."""
        try:
            self.verify(token)
        except RefusedError as refusal:
            assert token not in str(refusal) or len(token) < 8
            return refusal.reason
        return ""


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def make_issuer() -> type[Issuer]:
    return Issuer
