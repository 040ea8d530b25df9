"""The check of `tests/conftest.py` itself: a suite that shows a secret fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TESTS = """
import logging
import zgrpc

TOKEN = "a-token-that-nobody-may-see"
credentials = zgrpc.PersonalAccessToken(TOKEN)

def test_printing():
    print(f"authorization: Bearer {credentials.token}")

def test_logging_at_debug():
    logging.getLogger("zgrpc").debug("token %s", str(TOKEN))

def test_an_assertion():
    assert credentials.token == "another"

def test_another_process():
    import subprocess, sys
    subprocess.run([sys.executable, "-c", f"print({TOKEN!r})"], check=True)

def test_nothing():
    print(credentials, [credentials.token])
"""


def test_a_test_that_prints_or_logs_a_secret_fails(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parents[1] / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_showing.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rfp", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    passed = [line.rpartition("::")[2] for line in done.stdout.splitlines() if line.startswith("PASSED")]
    assert passed == ["test_nothing"], done.stdout
    assert "4 failed, 1 passed" in done.stdout
    assert done.stdout.count("phase printed or logged a secret") >= 4
    assert "a-token-that-nobody-may-see" not in done.stdout
