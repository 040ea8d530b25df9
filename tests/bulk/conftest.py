"""An emulator for each module, and a client of its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zgrpc


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(scope="module")
def client(emulator: Emulator) -> Iterator[zgrpc.Client]:
    with emulator.client() as client:
        yield client


@pytest.fixture(autouse=True)
def no_faults(emulator: Emulator) -> Iterator[None]:
    yield
    emulator.faults.clear()
