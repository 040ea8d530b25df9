"""What holds for every test: nothing that is printed or logged, down to DEBUG, may contain a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zgrpc import _secret

if TYPE_CHECKING:
    from collections.abc import Generator

_seen: set[str] = set()


def _remember(cls: type[_secret.Secret], value: object = "") -> _secret.Secret:
    text = str(value)
    bare = text.removeprefix("Bearer ").removeprefix("Basic ")
    if len(bare) >= 12:
        middle = len(bare) // 2  # the ends of a PEM or a JWT look alike everywhere
        _seen.add(bare if len(bare) < 24 else bare[middle - 10 : middle + 10])
    return str.__new__(cls, text)


def leaks(text: str) -> bool:
    """Whether the text contains a secret that this process has held."""
    return any(secret in text for secret in _seen)


def pytest_configure(config: pytest.Config) -> None:
    _secret.Secret.__new__ = _remember  # type: ignore[assignment,method-assign]  # listens in
    if config.option.log_level is None:
        config.option.log_level = "DEBUG"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    report = yield
    said = [text for _, text in report.sections]
    if report.longrepr is not None:
        said.append(str(report.longrepr))
    if not item.get_closest_marker("shows_secrets") and any(map(leaks, said)):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: the {call.when} phase printed or logged a secret"
        report.sections = []
    return report


@pytest.fixture(scope="session")
def rsa_pem() -> str:
    """A private RSA key of the kind that ZITADEL gives out."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 2048)
    kind = serialization.PrivateFormat.TraditionalOpenSSL
    return key.private_bytes(serialization.Encoding.PEM, kind, serialization.NoEncryption()).decode()


@pytest.fixture
def key_json(rsa_pem: str) -> dict[str, str]:
    """The content of a key file."""
    return {"type": "serviceaccount", "keyId": "100", "key": rsa_pem, "userId": "200", "expirationDate": ""}
