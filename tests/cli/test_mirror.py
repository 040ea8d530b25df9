"""`zgrpc mirror`: once, verified, and kept up until Ctrl-C."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Org, Run


def test_once_fills_a_file_that_sql_reads(run: Run, org: Org, tmp_path: Path) -> None:
    file = tmp_path / "grants.db"
    answer = run("mirror", str(file), "--once")
    assert answer.returncode == 0, answer.stderr
    assert "15 grants" in answer.stdout
    with sqlite3.connect(file) as db:
        roles = db.execute("SELECT count(*) FROM granted_roles WHERE user_id = ?", (org.users[0],)).fetchone()[0]
    assert roles == 2
    assert "no row differed" in run("mirror", str(file), "--verify").stdout


def test_the_mirror_command_follows_until_ctrl_c(
    zgrpc_command: Path, environ: dict[str, str], org: Org, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [zgrpc_command, "mirror", str(tmp_path / "g.db"), "--interval", "100ms"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**environ, "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        org.client.management.add_project(name="Seen by the mirror")
        assert "1 rows added" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        assert process.returncode == 130
        assert "Traceback" not in errors


def test_wrong_options_are_rejected(run: Run, tmp_path: Path) -> None:
    for options, says in (
        (("--all", "--orgs", "1"), "leave out --orgs"),
        (("--only", "grant"), "no table 'grant'"),
        (("--interval", "0"), "more than 0 s"),
    ):
        answer = run("mirror", str(tmp_path / "g.db"), *options)
        assert answer.returncode == 2
        assert says in answer.stderr
