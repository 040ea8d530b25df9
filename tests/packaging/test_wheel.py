"""What is built and published: the wheel's content, and that it works where nothing else is installed.

The wheel is installed into empty environments at both ends of the declared version ranges, and used there with warnings
as errors. These tests fetch packages, as `make test` itself does.
"""

from __future__ import annotations

import importlib.util
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SMOKE = Path(__file__).with_name("smoke.py")

pytestmark = pytest.mark.xdist_group("packaging")


def _release_check() -> Any:
    spec = importlib.util.spec_from_file_location("release_check", ROOT / "scripts/release_check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


release_check = _release_check()  # the same wheel that `make release-check` checks
installed, lower_bounds = release_check.installed, release_check.lower_bounds


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wheel, *_ = release_check.build(tmp_path_factory.mktemp("dist"), "--wheel")
    assert isinstance(wheel, Path)
    return wheel


def test_the_wheel_holds_what_it_should_and_nothing_else(wheel: Path) -> None:
    assert list(release_check.wheel_problems(wheel)) == []


def test_a_wheel_that_holds_something_else_is_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.whl", "w") as bad:
        for name in ("zgrpc/py.typed", "google/api/annotations_pb2.py", "zgrpc/__pycache__/a.pyc"):
            bad.writestr(name, "")
    problems = list(release_check.wheel_problems(tmp_path / "bad.whl"))
    assert "the wheel holds google, zgrpc, and not only zgrpc and zitadel" in problems
    assert "the wheel lacks zitadel/py.typed" in problems
    assert "the wheel lacks the LICENSE" in problems
    assert "the wheel holds zgrpc/__pycache__/a.pyc" in problems


def test_the_changelog_has_an_entry_for_this_version() -> None:
    assert list(release_check.changelog_problems(release=False)) == []


@pytest.mark.parametrize("end", ["oldest", "newest"])
def test_the_wheel_works_at_both_ends_of_the_version_ranges(wheel: Path, tmp_path: Path, end: str) -> None:
    python = installed(tmp_path / "venv", f"{wheel}[testing]", *(lower_bounds() if end == "oldest" else ()))
    done = subprocess.run(
        [python, "-W", "error", SMOKE], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "1000 of 1000 grants, sync and asyncio"


def test_the_core_needs_no_extra(wheel: Path, tmp_path: Path) -> None:
    python = installed(tmp_path / "venv", str(wheel))
    program = """
import zgrpc
client = zgrpc.Client("http://localhost:1", credentials=zgrpc.PersonalAccessToken("token"), timeout=5)
try:
    client.auth.get_my_user()
except zgrpc.UnavailableError:
    print("nothing there")
try:
    zgrpc.ClientCredentials("id", "secret")
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [python, "-W", "error", "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.startswith("nothing there\n"), done.stderr
    assert "zgrpc[oauth]" in done.stdout
