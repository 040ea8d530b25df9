"""Output for a terminal: color, a drawn table, progress."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from zgrpc.testing.fault import Exchange, Fault, rows

if TYPE_CHECKING:
    from zgrpc.testing import Emulator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")


STREAMS = ("file", "pipe", "terminal")


def run_on(
    command: list[str],
    environ: dict[str, str],
    *,
    folder: Path,
    stdin: str = "terminal",
    stdout: str = "terminal",
    stderr: str = "terminal",
) -> tuple[int, bytes, bytes]:
    """Run `command` with each of its streams on a file, a pipe or a terminal; return exit code, stdout, stderr."""
    import pty

    environ = {**environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    ours: list[int] = []
    theirs: list[int] = []
    seen: dict[str, bytes] = {}

    def collect(name: str, end: int) -> None:
        parts = []
        with contextlib.suppress(OSError):  # Linux reports the closed end of a terminal as an error
            while part := os.read(end, 65536):
                parts.append(part)
        seen[name] = b"".join(parts)

    readers = []
    for name, kind in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
        if kind == "terminal":
            our, their = pty.openpty()
        elif kind == "pipe":
            read, write = os.pipe()
            our, their = (write, read) if name == "stdin" else (read, write)
        else:
            (folder / name).touch()
            our, their = -1, os.open(folder / name, os.O_RDONLY if name == "stdin" else os.O_WRONLY)
        theirs.append(their)
        if our >= 0:
            ours.append(our)
            if name != "stdin":
                readers.append(threading.Thread(target=collect, args=(name, our), daemon=True))
    process = subprocess.Popen(command, env=environ, stdin=theirs[0], stdout=theirs[1], stderr=theirs[2])
    for end in theirs:
        os.close(end)
    for reader in readers:
        reader.start()
    code = process.wait(timeout=60)
    for reader in readers:
        reader.join(timeout=30)
    for end in ours:
        os.close(end)
    written = [seen.get(name) if name in seen else (folder / name).read_bytes() for name in ("stdout", "stderr")]
    return code, written[0] or b"", written[1] or b""


def on_a_terminal(command: list[str], environ: dict[str, str]) -> str:
    """Return all that the command writes to a terminal of 120 columns."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        _, stdout, stderr = run_on(command, environ, folder=Path(folder))
    return (stdout + stderr).decode()


def rows_of(kind: str, written: bytes) -> list[str]:
    """The user names in an output of `kind`."""
    if kind == "parquet":
        return [str(name) for name in pq.read_table(io.BytesIO(written)).column("user_name").to_pylist()]
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", written.decode())
    return re.findall(r"user\d-[0-9a-f]+", text)


@pytest.mark.parametrize(("stdin", "stdout", "stderr"), list(itertools.product(STREAMS, repeat=3)))
def test_rows_reach_stdout_whatever_the_streams_are(
    zgrpc_command: Path, environ: dict[str, str], tmp_path: Path, stdin: str, stdout: str, stderr: str
) -> None:
    kinds = ["jsonl", "csv", "table"] if stdout == "terminal" else ["jsonl", "csv", "table", "parquet"]
    turn = STREAMS.index(stdin) + STREAMS.index(stderr)  # each pair of stdout and stderr meets three formats
    kind = kinds[turn % len(kinds)]
    command = [str(zgrpc_command), "list", "management.ListUsers", "-o", kind, "-c", "user_name"]
    code, rows, remarks = run_on(command, environ, folder=tmp_path, stdin=stdin, stdout=stdout, stderr=stderr)
    assert code == 0, remarks
    names = rows_of(kind, rows)
    assert len(set(names)) == len(names) == 10
    assert b"user0-" not in remarks
    if stdout != "terminal":
        assert b"\x1b" not in rows
    if stderr != "terminal":
        assert remarks == b""


@pytest.mark.parametrize(("stdout", "stderr"), list(itertools.product(STREAMS, repeat=2)))
def test_an_answer_reaches_stdout_whatever_the_streams_are(
    zgrpc_command: Path, environ: dict[str, str], tmp_path: Path, stdout: str, stderr: str
) -> None:
    command = [str(zgrpc_command), "call", "auth.GetMyUser", "--compact"]
    code, answer, remarks = run_on(command, environ, folder=tmp_path, stdout=stdout, stderr=stderr)
    assert code == 0, remarks
    assert json.loads(answer)["user"]["id"]
    assert remarks == b""


@pytest.mark.parametrize("stdout", STREAMS)
def test_an_export_shows_its_progress_on_stderr_only(
    zgrpc_command: Path, environ: dict[str, str], tmp_path: Path, stdout: str
) -> None:
    command = [str(zgrpc_command), "export", str(tmp_path / "backup")]
    code, path, remarks = run_on(command, environ, folder=tmp_path, stdout=stdout)
    assert code == 0, remarks
    assert path.decode().strip() == str(tmp_path / "backup/manifest.json")
    assert len((tmp_path / "backup/users.jsonl").read_text().splitlines()) == 10


def test_a_table_is_drawn_and_hints_at_more_columns(zgrpc_command: Path, environ: dict[str, str]) -> None:
    shown = on_a_terminal([str(zgrpc_command), "list", "management.ListUserGrants"], environ)
    assert "─" in shown
    assert "more columns" in shown


def test_json_is_colored(zgrpc_command: Path, environ: dict[str, str]) -> None:
    assert "\x1b[" in on_a_terminal([str(zgrpc_command), "call", "management.GetMyOrg"], environ)


def test_a_long_list_shows_its_progress(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    waited = threading.Event()

    def slow(exchange: Exchange) -> float:
        waited.set()
        return 0.7 if rows(exchange) > 4 else 0.0

    command = [
        str(zgrpc_command),
        "list",
        "management.ListUsers",
        "--first-page",
        "4",
        "--to",
        str(tmp_path / "users.csv"),
    ]
    with zitadel_emulator.faults.add(Fault("slow", frozenset({"ListUsers"}), after=slow)):
        shown = on_a_terminal(command, environ)
    assert waited.is_set()
    assert "/10" in shown
    assert "management.ListUsers" in shown


def test_parquet_is_not_written_to_a_terminal(zgrpc_command: Path, environ: dict[str, str]) -> None:
    assert "not for terminals" in on_a_terminal(
        [str(zgrpc_command), "list", "management.ListUsers", "-o", "parquet"], environ
    )
