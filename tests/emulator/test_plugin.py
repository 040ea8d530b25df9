"""The pytest plugin, as other projects' tests use it; and the test that docs/emulator.md shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run_tests(folder: Path, source: str, *arguments: str, conftest: str = "") -> subprocess.CompletedProcess[str]:
    """A pytest run in a project of its own."""
    (folder / "test_it.py").write_text(source)
    (folder / "conftest.py").write_text(conftest)
    (folder / "pytest.ini").write_text(f"[pytest]\npythonpath = {ROOT} {ROOT / 'generated'}\nfilterwarnings = error\n")
    # Named rather than found, so that a run is the same whether or not this checkout is installed.
    plugins = ["-p", "zgrpc.testing.pytest_plugin", "-p", "xdist", "-p", "no:cacheprovider"]
    code = f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'generated')]}; import pytest; sys.exit(pytest.main())"
    return subprocess.run(
        [sys.executable, "-c", code, *plugins, "-q", *arguments, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )


def outcome(ended: subprocess.CompletedProcess[str]) -> str:
    """The counts of a run, such as ``2 passed``."""
    found = re.search(r"^(.*\b(?:passed|failed|error).*) in [\d.]+s", ended.stdout, re.MULTILINE)
    assert found, ended.stdout + ended.stderr
    return found[1]


def documented() -> str:
    """The test that the page about the emulator shows."""
    page = (ROOT / "docs" / "emulator.md").read_text()
    found = re.search(r"```python title=\"test_access.py\"\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def test_the_documented_test_passes(tmp_path: Path) -> None:
    assert outcome(run_tests(tmp_path, documented())) == f"{documented().count('def test_')} passed"


ORG_OF_ITS_OWN = """
import pytest

@pytest.mark.parametrize("number", range(4))
def test_an_organization_is_empty(zitadel, number):
    assert list(zitadel.management.list_user_grants()) == []
    zitadel.management.add_project(name="same name")
"""


def test_each_test_has_an_organization_of_its_own(tmp_path: Path) -> None:
    assert outcome(run_tests(tmp_path, ORG_OF_ITS_OWN)) == "4 passed"


def test_the_plugin_works_under_xdist(tmp_path: Path) -> None:
    assert outcome(run_tests(tmp_path, ORG_OF_ITS_OWN, "-n", "2")) == "4 passed"


def test_a_session_has_one_emulator(tmp_path: Path) -> None:
    source = """
seen = []

def test_one(zitadel_emulator):
    seen.append(zitadel_emulator)

def test_two(zitadel_emulator):
    assert seen == [zitadel_emulator]
"""
    assert outcome(run_tests(tmp_path, source)) == "2 passed"


def test_the_next_test_may_use_the_same_user_names(tmp_path: Path) -> None:
    test = """
import pytest

@pytest.mark.parametrize("number", range(2))
def test_the_same_user_is_added_again(zitadel, number):
    zitadel.management.add_machine_user(user_name="bot", name="Bot")
"""
    assert outcome(run_tests(tmp_path, test)) == "2 passed"


def test_faults_end_with_the_test_that_added_them(tmp_path: Path) -> None:
    source = """
def test_one(zitadel, zitadel_emulator):
    zitadel_emulator.faults.latency(60.0)

def test_two(zitadel, zitadel_emulator):
    assert [fault.name for fault in zitadel_emulator.faults.active] == ["wrong_total"]
    zitadel.management.get_my_org()
"""
    conftest = """
import pytest
from zgrpc.testing import faults

@pytest.fixture(scope="session")
def zitadel_emulator_options():
    return {"faults": [faults.wrong_total(1, rpc="ListUsers")], "owner_token": "chosen-by-the-project"}
"""
    assert outcome(run_tests(tmp_path, source, conftest=conftest)) == "2 passed"


@pytest.mark.parametrize("module", ["grpc", "google.protobuf", "sqlite3", "zgrpc.testing.emulator"])
def test_the_plugin_costs_nothing_if_unused(module: str, tmp_path: Path) -> None:
    source = f"""
import sys

def test_the_module_is_not_loaded():
    assert "zgrpc.testing.pytest_plugin" in sys.modules
    assert {module!r} not in sys.modules
"""
    assert outcome(run_tests(tmp_path, source)) == "1 passed"
