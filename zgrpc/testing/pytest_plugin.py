"""The pytest plugin: `zitadel`, a client on an organization of the test's own, and `zitadel_emulator`.

pytest loads it in every project that has zgrpc installed, used or not: nothing is imported here that costs time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zgrpc
    from zgrpc.testing import Emulator


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
    import contextlib
    import secrets

    import zgrpc

    faults = zitadel_emulator.faults
    before = faults.active
    with zitadel_emulator.client() as client:
        org = client.management.add_org(name=f"test-{secrets.token_hex(8)}")
        try:
            yield client.with_org(org.id)
        finally:
            for fault in faults.active:
                if fault not in before:
                    fault.remove()
            with contextlib.suppress(zgrpc.ZitadelError):  # the test may have removed it, or reset the emulator
                client.with_org(org.id).management.remove_org()
