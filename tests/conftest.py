"""Setup of every test: a test that prints or logs a secret, down to DEBUG, fails."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests.fuzzing import examples
from tests.wire_fixtures import (  # noqa: F401 - fixtures of all folders
    emulator,
    machine,
    make_machine,
    oauth_recordings,
    own_emulator,
    proxy,
    token_server,
    unused_port,
)
from zgrpc import _secret

# pytest parses the modules of packages that have a plugin, and two threads that parse at once crash CPython 3.11.
# So what threads would import at their first use is imported here.
from zgrpc._bulk import batch, map_drivers  # noqa: F401
from zgrpc._lists.call import PagedCall  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

TESTS = Path(__file__).parent
LETTERS = 6
"""The least different characters of a secret. Property tests make up "000000000000", and ids look like it."""
HARMLESS = re.compile(
    r"[a-z-]+(?:\.[a-z-]+)+"
    r"|(?:https?://)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?/?"  # the next server may get the same port
)
"""Not secrets: names of instances, and addresses of proxies that have no password. They are hidden all the same."""
_seen: dict[str, str] = {}
"""The middle of each secret, and the test that it is from."""
_made_up: dict[str, str] = {}
"""The same for what Hypothesis drew. It draws words of our source too, which other tests may log."""


def _remember(cls: type[_secret.Secret], value: object = "") -> _secret.Secret:
    text = str(value)
    bare = text.removeprefix("Bearer ").removeprefix("Basic ")
    if len(bare) >= 12 and len(set(bare)) >= LETTERS and not HARMLESS.fullmatch(bare):
        middle = len(bare) // 2  # the ends of a PEM or a JWT look alike everywhere
        known = bare if len(bare) < 24 else bare[middle - 10 : middle + 10]
        test = os.environ.get("PYTEST_CURRENT_TEST", "no test (collection)").rpartition(" ")[0]
        (_made_up if hypothesis.currently_in_test_context() else _seen)[known] = test
    return str.__new__(cls, text)


def leaks(text: str, test: str) -> list[str]:
    """The tests whose secrets the text of this test contains."""
    own = {secret: origin for secret, origin in _made_up.items() if origin == test}
    return [origin for secret, origin in {**_seen, **own}.items() if secret in text]


def pytest_configure(config: pytest.Config) -> None:
    # How long an example takes depends on the machine; pytest-timeout ends a test that hangs.
    hypothesis.settings.register_profile("zgrpc", deadline=None, max_examples=examples())
    # For scripts/mutants.py: the same examples for each mutant, and no search for the smallest one that fails.
    hypothesis.settings.register_profile(
        "mutants", deadline=None, derandomize=True, phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate]
    )
    hypothesis.settings.load_profile("mutants" if os.environ.get("ZGRPC_MUTANTS") else "zgrpc")
    _secret.Secret.__new__ = _remember  # type: ignore[assignment,method-assign]  # listens in
    if config.option.log_level is None:
        config.option.log_level = "DEBUG"


SLOW = (
    "cli", "conformance", "docs", "emulator", "examples", "live", "load", "mirror", "packaging", "typing",
    "auth/test_fetched_tokens.py", "auth/test_imports.py", "client/test_secret_check.py", "contract/test_scripts.py",
    "guard/test_grpc.py", "guard/test_guards.py", "guard/test_properties.py", "lists/test_emulator_faults.py",
    "lists/test_event_loop.py", "lists/test_interrupted.py", "lists/test_proof.py", "lists/test_signals.py",
    "lists/test_writers.py", "transport/test_processes.py", "transport/test_restart.py",
)  # fmt: skip
"""Folders and modules whose tests start processes, build the site, play long recordings, or wait for seconds."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        path = item.path.relative_to(TESTS) if item.path.is_relative_to(TESTS) else item.path
        if any(path.is_relative_to(slow) for slow in SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    report = yield
    texts = [text for _, text in report.sections]
    if report.longrepr is not None:
        texts.append(str(report.longrepr))
    origins = leaks("\n".join(texts), item.nodeid)
    if origins and not item.get_closest_marker("shows_secrets"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: the {call.when} phase printed or logged a secret of {origins[0]}"
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
def hang_up_ends() -> Iterator[None]:
    """SIGHUP ends the processes that a test starts, even if the tests themselves run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture
def key_json(rsa_pem: str) -> dict[str, str]:
    """The content of a key file."""
    return {"type": "serviceaccount", "keyId": "100", "key": rsa_pem, "userId": "200", "expirationDate": ""}
