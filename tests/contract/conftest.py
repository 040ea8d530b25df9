"""Setup for the scripts, which are not a package: their modules import one another by name."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
