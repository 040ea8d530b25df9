"""`zgrpc mirror`: once, verified, and kept up until Ctrl-C."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from typing import IO, TYPE_CHECKING

import pytest

from zgrpc.testing import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Org, Run
    from zgrpc.testing import Emulator

    Following = tuple[subprocess.Popen[str], IO[str], IO[str]]


def test_once_fills_a_file_that_sql_reads(run: Run, org: Org, tmp_path: Path) -> None:
    file = tmp_path / "grants.db"
    answer = run("mirror", str(file), "--once")
    assert answer.returncode == 0, answer.stderr
    assert "15 grants" in answer.stdout
    with sqlite3.connect(file) as db:
        roles = db.execute("SELECT count(*) FROM granted_roles WHERE user_id = ?", (org.users[0],)).fetchone()[0]
    assert roles == 2
    assert "no row differed" in run("mirror", str(file), "--verify").stdout


@pytest.fixture
def following(zgrpc_command: Path, environ: dict[str, str], tmp_path: Path) -> Iterator[Following]:
    """A command that has filled its file and follows."""
    with subprocess.Popen(
        [zgrpc_command, "mirror", str(tmp_path / "g.db"), "--interval", "100ms"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**environ, "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        assert "15 grants" in process.stdout.readline()
        assert "rows added" in process.stdout.readline()  # to the new file
        yield process, process.stdout, process.stderr
        process.kill()


def test_the_mirror_command_follows_until_ctrl_c(following: Following, org: Org) -> None:
    process, stdout, _ = following
    org.client.management.add_project(name="Seen by the mirror")
    assert " 1 row added" in stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors


@pytest.mark.slow
def test_the_mirror_command_outlives_an_outage(following: Following, org: Org, zitadel_emulator: Emulator) -> None:
    _, stdout, stderr = following
    with zitadel_emulator.faults.add(faults.resource_exhausted(rpc="admin.ListEvents", message="\x1b[31mred")):
        line = stderr.readline()
    assert line.startswith("zgrpc: the mirror could not catch up and tries again: ResourceExhaustedError: ")
    assert "\x1b" not in line
    org.client.management.add_project(name="Seen after the outage")
    assert " 1 row added" in stdout.readline()


@pytest.mark.parametrize("options", [("--orgs", "1"), ("--orgs", "{org},1")])
def test_an_organization_that_does_not_exist_is_named_and_leaves_no_file(
    run: Run, org: Org, tmp_path: Path, options: tuple[str, str]
) -> None:
    file = tmp_path / "grants.db"
    answer = run("mirror", str(file), "--once", options[0], options[1].format(org=org.id))
    assert answer.returncode == 1
    assert answer.stderr.startswith("zgrpc: organization 1: ")
    assert not list(tmp_path.glob("grants.db*"))
    assert run("mirror", str(file), "--once", "--orgs", org.id).returncode == 0


def test_wrong_options_are_rejected(run: Run, tmp_path: Path) -> None:
    for options, says in (
        (("--all", "--orgs", "1"), "leave out --orgs"),
        (("--only", "grant"), "no table 'grant'"),
        (("--orgs", " , "), "--orgs ' , ' names nothing"),
        (("--only", ","), "--only ',' names nothing"),
        (("--interval", "0"), "more than 0 s"),
    ):
        answer = run("mirror", str(tmp_path / "g.db"), *options)
        assert answer.returncode == 2
        assert says in answer.stderr
