"""Both type checkers know the API: they accept `accepted*.py` and refuse every marked line of `refused.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILES = ["accepted.py", "accepted_async.py", "accepted_batch.py", "refused.py", "refused_batch.py"]


def check(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_accepts_and_refuses_what_it_should(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    # Errors within the package are not asked for here: they are the linters' business.
    files = [str(HERE / name) for name in FILES]
    check("mypy", "--strict", "--follow-imports=silent", f"--cache-dir={tmp_path}", *files)


def test_pyright_accepts_and_refuses_what_it_should() -> None:
    pytest.importorskip("basedpyright")
    check("basedpyright", "--project", str(HERE), "--pythonpath", sys.executable)


def test_every_refused_line_is_refused_by_both() -> None:
    lines = [line for line in (HERE / "refused.py").read_text().splitlines() if "ignore[" in line]
    assert len(lines) > 50
    assert all(re.search(r"# type: ignore\[[\w-]+\]  # pyright: ignore\[[\w, ]+\]$", line) for line in lines)
