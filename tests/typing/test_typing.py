"""Both type checkers know the API: they accept `accepted*.py` and reject every marked line of `refused.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILES = ["accepted.py", "accepted_async.py", "accepted_batch.py", "deprecated.py", "refused.py", "refused_batch.py"]


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


WRONG_KEYS = """
import zgrpc

def calls(client: zgrpc.Client, aio: zgrpc.AsyncClient) -> None:
    client.management.list_users(where={"email": "a@b.c", "bogus_1": 1})
    client.management.list_user_grants.page(where={"bogus_2": 1}, limit=3)
    client.v2.user.list_users(where={"bogus_3": "x"})
    aio.management.list_projects(where={"bogus_4": "x"}, org_id="1")
"""


def errors(tmp_path: Path, *command: str) -> str:
    file = tmp_path / "wrong_keys.py"
    file.write_text(WRONG_KEYS)
    done = subprocess.run(
        [sys.executable, "-m", *command, str(file)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_mypy_names_a_wrong_key_of_where_and_the_keys_there_are(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    found = errors(tmp_path, "mypy", "--follow-imports=silent", f"--cache-dir={tmp_path}")
    wrong = re.findall(
        r"""wrong_keys.py:(\d+): error: .* type "Literal\['(bogus_\d)'\].*expected "Literal\['(\w+)'""", found
    )
    assert wrong == [
        ("5", "bogus_1", "user_name"),
        ("6", "bogus_2", "project_id"),
        ("7", "bogus_3", "user_name"),
        ("8", "bogus_4", "name"),
    ]


def test_pyright_names_a_wrong_key_of_where(tmp_path: Path) -> None:
    pytest.importorskip("basedpyright")
    found = errors(tmp_path, "basedpyright", "--pythonpath", sys.executable)
    assert re.findall(r'"(\w+)" is an undefined item in type "(\w+)"', found) == [
        ("bogus_1", "ListUsersWhere"),
        ("bogus_2", "ListUserGrantsWhere"),
        ("bogus_3", "UserV2ListUsersWhere"),
        ("bogus_4", "ListProjectsWhere"),
    ]


def test_every_refused_line_is_refused_by_both() -> None:
    lines = [line for line in (HERE / "refused.py").read_text().splitlines() if "ignore[" in line]
    assert len(lines) > 50
    assert all(re.search(r"# type: ignore\[[\w-]+\]  # pyright: ignore\[[\w, ]+\]$", line) for line in lines)
