"""The compatibility policy names the versions that the project declares."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POLICY = (ROOT / "docs/compatibility.md").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.mark.parametrize("package", ["grpcio", "protobuf"])
def test_compatibility_names_the_version_range(package: str) -> None:
    wanted = next(text for text in PROJECT["dependencies"] if re.match(rf"{package}>", text))
    least, below = re.findall(r"[\d.]+", wanted)
    assert f"| {package} | {least} to below {below} |" in POLICY


def test_compatibility_names_the_oldest_python() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    assert f"| Python | {oldest} and newer |" in POLICY


def test_compatibility_names_the_zitadel_of_the_contract() -> None:
    recorded = next((ROOT / "tests/data").glob("zitadel-v*.tsv")).stem.removeprefix("zitadel-")
    assert f"the contract of {recorded}:" in POLICY
    assert f"ZITADEL {recorded}" in (ROOT / "CHANGELOG.md").read_text()
