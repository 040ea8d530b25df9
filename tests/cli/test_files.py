"""A file is complete or unchanged, and only its owner can read it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Environ
from zgrpc._files import FolderLock, NewFile, replacing
from zgrpc.testing.fault import Exchange, Fault

if TYPE_CHECKING:
    from tests.cli.conftest import Run
    from zgrpc.testing import Emulator

posix = pytest.mark.skipif(os.name != "posix", reason="modes and signals are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_error_keeps_the_old_file_and_leaves_no_other(tmp_path: Path) -> None:
    goal = tmp_path / "file"
    goal.write_text("old")

    def write() -> None:
        with replacing(goal) as file:
            file.write("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert goal.read_text() == "old"
    assert list(tmp_path.iterdir()) == [goal]


def test_the_file_changes_only_when_it_is_whole(tmp_path: Path) -> None:
    goal = tmp_path / "file"
    goal.write_text("old")
    with replacing(goal) as file:
        file.write("new")
        file.flush()
        assert goal.read_text() == "old"
    assert goal.read_text() == "new"
    assert list(tmp_path.iterdir()) == [goal]


@posix
def test_a_link_keeps_pointing_where_it_does(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with replacing(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "new"


@posix
def test_a_target_that_is_not_a_file_is_written_directly() -> None:
    null = Path("/dev/null")
    new = NewFile(null)
    new.file.write("x")
    new.commit()
    assert stat.S_ISCHR(null.stat().st_mode)


@posix
@pytest.mark.parametrize("kind", ["csv", "jsonl", "json", "yaml", "parquet", "table"])
def test_files_of_lists_are_readable_by_their_owner_only(run: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "users.csv"
    path.write_text("yesterday's")
    path.chmod(0o644)
    assert run("list", "management.ListProjects", "-o", kind, "--to", str(path)).returncode == 0
    assert mode(path) == 0o600


@posix
def test_files_of_an_export_are_readable_by_their_owner_only(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "backup"), "-o", "csv").returncode == 0
    files = [path for path in (tmp_path / "backup").iterdir() if path.name not in (".zgrpc-lock", ".zgrpc-sizes.json")]
    assert len(files) == 7
    assert {mode(path) for path in files} == {0o600}


@posix
def test_ctrl_c_while_pyarrow_is_imported_leaves_the_file_that_was_there(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """The import of pyarrow hangs here until the signal comes."""
    slow = tmp_path / "slow" / "pyarrow" / "__init__.py"
    slow.parent.mkdir(parents=True)
    slow.write_text("print('importing', flush=True)\nimport time\ntime.sleep(30)")
    path = tmp_path / "users.parquet"
    path.write_bytes(b"yesterday's")
    code = "import sys; from zgrpc.cli import main; sys.exit(main(sys.argv[1:]))"
    environ = {**environ, "PYTHONPATH": str(tmp_path / "slow")}
    command = [sys.executable, "-c", code, "list", "management.ListProjects", "--to", str(path)]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "importing\n"
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (130, "zgrpc: interrupted: nothing was written\n")
    assert path.read_bytes() == b"yesterday's"
    assert {found.name for found in tmp_path.iterdir()} == {"slow", "users.parquet"}


def test_a_second_export_into_the_same_folder_is_rejected(
    zitadel_emulator: Emulator, run: Run, zgrpc_command: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    hanging, go = threading.Event(), threading.Event()

    def hang(_: Exchange) -> float:
        hanging.set()
        go.wait(30)
        return 0.0

    command = [str(zgrpc_command), "export", str(tmp_path), "--only", "users"]
    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({"ListUsers"}), before=hang)),
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as first,
    ):
        assert hanging.wait(30)
        second = run("export", str(tmp_path), "--only", "projects")
        go.set()
        first.communicate(timeout=30)
    assert (second.returncode, second.stderr) == (1, f"zgrpc: another process writes into {tmp_path}\n")
    assert first.returncode == 0
    assert not (tmp_path / "projects.jsonl").exists()
    assert run("export", str(tmp_path), "--only", "projects").returncode == 0


def test_a_released_lock_can_be_taken(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(BlockingIOError):
        FolderLock(tmp_path)
    lock.release()
    FolderLock(tmp_path).release()


@posix
@pytest.mark.parametrize("ending", ["csv", "jsonl", "json", "yaml", "parquet", "txt"])
def test_a_full_disk_keeps_the_old_file_and_claims_no_rows(
    tmp_path: Path, zgrpc_command: Path, environ: dict[str, str], ending: str
) -> None:
    goal = tmp_path / f"users.{ending}"
    goal.write_text("old")

    limited = f'ulimit -f 1; exec "$0" list management.ListUsers --to "{goal}"'  # no file may hold more than one block
    ended = subprocess.run(
        ["/bin/bash", "-c", limited, str(zgrpc_command)],
        env=Environ(environ, COLUMNS="200"), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert (ended.returncode, ended.stderr) == (1, f"zgrpc: {goal}: File too large\n")
    assert goal.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == [goal.name]


@posix
def test_a_full_disk_under_stdout_claims_no_rows(run: Run) -> None:
    with Path("/dev/full").open("w") as full:
        ended = run("list", "management.ListUsers", "-o", "csv", capture_output=False, stdout=full, stderr=-1)

    assert (ended.returncode, ended.stderr) == (1, "zgrpc: stdout: No space left on device\n")


@posix
def test_a_full_disk_under_a_mirror_is_no_unexpected_error(
    tmp_path: Path, zgrpc_command: Path, environ: dict[str, str]
) -> None:
    ended = subprocess.run(
        ["/bin/bash", "-c", f'ulimit -f 8; exec "$0" mirror "{tmp_path}/m.db" --once', str(zgrpc_command)],
        env=environ, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stderr.startswith("zgrpc: the SQLite file: ")
    assert "unexpected" not in ended.stderr
