"""The pytest plugin: clients of an emulator on organizations of their own (`zitadel`, `zitadel_module`), and fixtures.

pytest loads it in every project that has zgrpc installed, used or not: nothing is imported here that costs time.
"""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

    import zgrpc
    from zgrpc.testing import Emulator
    from zgrpc.testing.tokens import Tokens


@pytest.fixture(scope="session")
def zitadel_emulator_options() -> dict[str, Any]:
    """Keywords for the session's `zgrpc.testing.Emulator`; override it in a conftest.py."""
    return {}


@pytest.fixture(scope="session")
def zitadel_emulator(zitadel_emulator_options: dict[str, Any]) -> Iterator[Emulator]:
    """An emulator that serves for the whole session; under pytest-xdist, each worker has its own.

    Tests share its data. Use `zitadel` for an organization of one's own, or ``zitadel_emulator.reset()``.
    """
    from zgrpc.testing import Emulator

    with Emulator(**zitadel_emulator_options) as emulator:
        yield emulator


@pytest.fixture
def zitadel(zitadel_emulator: Emulator) -> Iterator[zgrpc.Client]:
    """A client of `zitadel_emulator`, as the instance's owner, on a new organization of the test's own.

    After the test, the faults that it added to the emulator are removed, and so is the organization: user names are
    unique within an instance, and the next test may use the same ones.
    """
    faults = zitadel_emulator.faults
    before = faults.active
    with _own_org(zitadel_emulator, {}) as client:
        try:
            yield client
        finally:
            for fault in faults.active:
                if fault not in before:
                    fault.remove()


@pytest.fixture(scope="module")
def zitadel_fixtures() -> Mapping[str, Any] | str | os.PathLike[str]:
    """What `zitadel_module` begins with: rows as `client.bulk.apply` takes them, or a file; override it."""
    return {}


@pytest.fixture(scope="module")
def zitadel_module(
    zitadel_emulator: Emulator, zitadel_fixtures: Mapping[str, Any] | str | os.PathLike[str]
) -> Iterator[zgrpc.Client]:
    """A client as `zitadel`, on an organization that the tests of a module share, with `zitadel_fixtures` in it."""
    with _own_org(zitadel_emulator, zitadel_fixtures) as client:
        yield client


@contextlib.contextmanager
def _own_org(emulator: Emulator, fixtures: Mapping[str, Any] | str | os.PathLike[str]) -> Iterator[zgrpc.Client]:
    """A client on a new organization with fixtures, which is removed in the end."""
    import zgrpc

    with emulator.client() as client:
        org = client.with_org(client.management.add_org(name=f"test-{secrets.token_hex(8)}").id)
        try:
            if fixtures:
                from zgrpc.testing.fixtures import load

                load(org, fixtures)
            yield org
        finally:
            with contextlib.suppress(zgrpc.ZitadelError):  # the test may have removed it, or reset the emulator
                org.management.remove_org()


@pytest.fixture
def zitadel_token(zitadel_emulator: Emulator, zitadel: zgrpc.Client) -> Tokens:
    """Make access tokens for the tests of a guarded service: ``zitadel_token(roles=["admin"], user=user_id)``.

    ``zitadel_token.issuer``, ``.project_id`` and ``.credentials`` are what its guard takes.
    """
    from zgrpc.testing.tokens import Tokens

    return Tokens(zitadel_emulator, zitadel)
