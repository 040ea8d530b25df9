"""Run the quick tests on every other Python that zgrpc supports and that this machine has.

Creates one virtual environment for each version (``.venv-3.12``). Prints which versions it left out, and why. The exit
code is 1 if a test failed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
SECONDS = 900


def interpreter(version: str) -> str | None:
    """Return a Python of this version: the one on the PATH, or one that pyenv installed; None without any."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    installed = sorted(pyenv.glob(f"{version}.*/bin/python"), reverse=True)
    for candidate in (shutil.which(f"python{version}"), *map(str, installed)):
        if candidate and runs(candidate, version):
            return candidate
    return None


def runs(candidate: str, version: str) -> bool:
    """Return whether a program is a Python of this version. A shim of pyenv may exist without its Python."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([candidate, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    return answer.stdout.strip() == version


def test(version: str, python: str) -> bool:
    """Install zgrpc for one Python and run the quick tests there; return whether they passed."""
    environment = ROOT / f".venv-{version}"
    own = environment / "bin/python"
    if not own.exists():
        subprocess.run([python, "-m", "venv", str(environment)], check=True, timeout=SECONDS)
    install = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", ".[dev]"]
    subprocess.run(install, cwd=ROOT, check=True, timeout=SECONDS)
    pytest = [str(own), "-m", "pytest", "-q", "--numprocesses", "2", "--dist", "loadgroup", "-m", "not slow"]
    return subprocess.run(pytest, cwd=ROOT, check=False, timeout=SECONDS).returncode == 0


def main() -> int:
    """Test every other version; return the exit code."""
    failed = []
    for version in VERSIONS:
        if version == "{}.{}".format(*sys.version_info[:2]):
            continue
        python = interpreter(version)
        if python is None:
            print(f"LEFT OUT: Python {version} was not tested, because this machine does not have it", flush=True)
            continue
        print(f"Python {version}: the quick tests", flush=True)
        if not test(version, python):
            failed.append(version)
    if failed:
        print(f"FAILED on Python {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
