"""What is built and published: the wheel's content, and that it works where nothing else is installed.

The wheel is installed into empty environments at both ends of the declared version ranges, and used there with warnings
as errors. These tests fetch packages, as `make test` itself does.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SMOKE = Path(__file__).with_name("smoke.py")
TESTING = ("grpcio-health-checking", "grpcio-reflection")

pytestmark = pytest.mark.xdist_group("packaging")


def lower_bounds() -> list[str]:
    """The oldest versions of the core dependencies that pyproject.toml permits."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    oldest = [re.sub(r">=([^,]+).*", r"==\1", requirement) for requirement in project["dependencies"]]
    grpcio = next(pin.partition("==")[2] for pin in oldest if pin.startswith("grpcio"))
    return [*oldest, *(f"{name}=={grpcio}" for name in TESTING)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def installed(folder: Path, *packages: str) -> Path:
    """The interpreter of an empty environment in which the packages are installed."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
        check=True, timeout=300,
    )  # fmt: skip
    return python


def test_the_wheel_holds_zgrpc_and_zitadel_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {name.split("/")[0] for name in names}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == {"zgrpc", "zitadel"}


def test_the_wheel_is_typed_and_credits_the_schema(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"zgrpc/py.typed", "zitadel/py.typed", "zgrpc/_generated/services.pyi", "zitadel/user_pb2.pyi"} <= {*names}
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


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
