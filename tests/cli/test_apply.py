"""`zgrpc apply`: the difference, the question, the changes and the report."""

from __future__ import annotations

import csv
import json
import os
import pty
import secrets
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zgrpc._apply.files import load
from zgrpc.testing.fault import Exchange, Fault

if TYPE_CHECKING:
    from tests.cli.conftest import Org, Run
    from zgrpc.testing import Emulator


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A file with two machine users of names that no other test has."""
    tag = secrets.token_hex(4)
    file = tmp_path / "team.yaml"
    file.write_text(
        f"""
users:
  - user_name: one-{tag}
    name: One
    metadata: {{team: blue}}
  - user_name: two-{tag}
    name: Two
    grants:
      - project: Project 0
        roles: [reader]
"""
    )
    return file


def test_a_dry_run_shows_the_difference_and_changes_nothing(run: Run, org: Org, team: Path) -> None:
    before = org.client.management.list_users().total()
    answer = run("apply", str(team), "--dry-run")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[-1] == "4 to create, 0 to change, 0 to remove, 0 unchanged"
    assert "+ metadata one-" in answer.stdout
    assert org.client.management.list_users().total() == before


def test_apply_changes_once_and_then_reports_no_change(run: Run, team: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    answer = run("apply", str(team), "--yes", "--report", str(report))
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[-1] == "4 created"
    assert {row["result"] for row in json.loads(report.read_text())} == {"created"}
    assert report.stat().st_mode & 0o777 == 0o600
    again = run("apply", str(team), "--yes")
    assert again.stdout.splitlines() == ["0 to create, 0 to change, 0 to remove, 4 unchanged"]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_report_of_a_run_without_changes_has_every_row(run: Run, team: Path, tmp_path: Path, ending: str) -> None:
    report = tmp_path / f"report.{ending}"
    assert run("apply", str(team), "--yes").returncode == 0
    again = run("apply", str(team), "--report", str(report))
    assert again.returncode == 0, again.stderr
    assert again.stdout.splitlines()[-1] == "4 unchanged"
    text = report.read_text()
    rows = json.loads(text) if ending == "json" else list(csv.DictReader(text.splitlines()))
    assert [row["result"] for row in rows] == ["unchanged"] * 4


def test_a_file_that_is_not_a_journal_is_a_usage_error_and_stays(run: Run, team: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("keep me")
    answer = run("apply", str(team), "--yes", "--journal", str(precious))
    assert (answer.returncode, precious.read_text()) == (2, "keep me")
    assert f"--journal {precious} is not a journal of zgrpc: name another file" in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_journal_that_is_no_regular_file_is_a_usage_error(run: Run, org: Org, team: Path) -> None:
    before = org.client.management.list_users().total()
    answer = run("apply", str(team), "--yes", "--journal", "/dev/full")  # to read it would never end
    assert answer.returncode == 2
    assert "--journal /dev/full is no regular file: name another file" in answer.stderr
    assert org.client.management.list_users().total() == before


def test_a_journal_that_cannot_be_opened_leaves_everything_unchanged(run: Run, org: Org, team: Path) -> None:
    before = org.client.management.list_users().total()
    missing = team.with_name("missing")
    (team.parent / "link.jsonl").symlink_to(missing / "run.jsonl")
    answer = run("apply", str(team), "--yes", "--journal", str(team.parent / "link.jsonl"))
    assert answer.returncode == 1
    assert answer.stderr.endswith("link.jsonl: No such file or directory\n")
    assert org.client.management.list_users().total() == before


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files")
@pytest.mark.parametrize(("size", "changed"), [(10, 0), (120, 1)], ids=["at the start", "in the middle"])
def test_a_journal_that_does_not_fit_on_the_disk_ends_the_run_and_the_next_one_completes_it(
    run: Run, org: Org, team: Path, tmp_path: Path, size: int, changed: int
) -> None:
    before = org.client.management.list_users().total()
    journal = tmp_path / "run.jsonl"
    command = ["apply", str(team), "--yes", "--concurrency", "1", "--journal", str(journal)]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(  # as a full disk: what is over it cannot be written
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    )
    answer = run(*command, env={"PYTHONPATH": str(tmp_path / "site"), "PYTHONDONTWRITEBYTECODE": "1"})
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1] == f"zgrpc: {journal}: File too large"
    assert org.client.management.list_users().total() - before in range(changed, changed + 2)
    assert run(*command).returncode == 0
    assert run("apply", str(team), "--dry-run").stdout.splitlines()[-1].endswith("0 to remove, 4 unchanged")


def test_apply_needs_yes_without_a_terminal(run: Run, team: Path) -> None:
    answer = run("apply", str(team))
    assert answer.returncode == 2
    assert "pass --yes" in answer.stderr


def test_apply_asks_on_a_terminal_and_no_changes_nothing(
    zgrpc_command: Path, environ: dict[str, str], team: Path
) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [zgrpc_command, "apply", str(team)], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
    )
    os.close(theirs)
    os.write(ours, b"n\n")
    out, err = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 1
    assert b"Change this?" in err
    assert b"nothing was changed" in err
    assert b"4 to create" in out


def test_failed_rows_are_named_and_set_the_exit_code(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("user_name,first_name,last_name,email,password\nweak-x,W,K,w@acme.com,Zq1\n")
    answer = run("apply", str(file), "--yes")
    assert answer.returncode == 1
    assert "! user weak-x (users[0]): " in answer.stdout
    assert "1 of 1 row failed" in answer.stderr
    assert "Zq1" not in answer.stdout + answer.stderr


def test_a_name_with_control_sequences_does_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "users.json"
    file.write_text(json.dumps({"users": [{"user_name": "evil\u001b[31m", "name": "\u202eevil"}]}))
    answer = run("apply", str(file), "--dry-run")
    assert answer.returncode == 0
    assert "\u001b" not in answer.stdout
    assert "\u202e" not in answer.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("team.txt", "", "must end with .yaml, .json or .csv"),
        ("team.yaml", "users: [", "team.yaml, line 1"),
        ("team.json", '{"users": [}', "team.json, line 1: Expecting value"),
        ("team.yaml", "- 1", "must map kinds"),
        (
            "team.yaml",
            "users: [{user_name: x, metadata: {floor: 2}}]",
            "users[0].metadata['floor'].value must be a str",
        ),
        ("team.yaml", "users: [{user_nam: x}]", "did you mean 'user_name'"),
        ("user.csv", "user_name\nx\n", "no kind 'user'; did you mean 'users'"),
        ("users.csv", "user_name,email_verified\nx,maybe\n", "line 2: email_verified must be true or false"),
        ("users.csv", "user_name\nx,y\n", "line 2: more cells than columns"),
        ("users.csv", "user_name,,\nx,y,\n", "line 2: a cell stands in a column without a name"),
        ("users.csv", "", "users.csv is empty: its first line must name the columns"),
        ("users.csv", "user_name,name,user_name\na,b,c\n", "line 1: the column 'user_name' is given twice"),
        ("users.csv", 'user_name,name\na,b\n"c,d\ne,f\n', "users.csv, line 3: a quote is not closed"),
        ("team.yaml", "users: []\nroles: []\nusers: []", "team.yaml, line 3: the key 'users' is given twice"),
        ("team.json", '{"users": [], "users": []}', "team.json: the key 'users' is given twice"),
        ("team.yaml", "[" * 30_000, "team.yaml: it is nested too deeply"),
        ("team.json", "[" * 30_000, "team.json: it is nested too deeply"),
        ("users.csv", b"user_name,first_name\nana,Mar\xeda\n", "users.csv, line 2: not UTF-8"),
    ],
)
def test_a_bad_file_is_rejected_with_the_place(
    run: Run, tmp_path: Path, name: str, content: str | bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    answer = run("apply", str(file), "--dry-run")
    assert answer.returncode == 2
    assert says in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_report_that_does_not_fit_on_the_disk_costs_no_outcome(run: Run, team: Path, tmp_path: Path) -> None:
    (tmp_path / "report.csv").symlink_to("/dev/full")
    answer = run("apply", str(team), "--yes", "--report", str(tmp_path / "report.csv"))
    assert answer.returncode == 1
    assert "created" in answer.stdout
    assert answer.stderr.endswith("report.csv: No space left on device\n")


def test_a_mapping_of_yaml_may_override_what_it_merges(tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text(
        "users:\n- &a {user_name: ada, name: Ada}\n- {<<: *a, user_name: bob}\n- &b {<<: *a, name: C}\n- *b\n"
    )
    assert [row["user_name"] + "/" + row["name"] for row in load(file)["users"]] == [  # type: ignore[operator]  # texts
        "ada/Ada",
        "bob/Ada",
        "ada/C",
        "ada/C",
    ]


def test_columns_without_a_name_and_without_cells_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("user_name,,\nada,,\n")
    assert load(file) == {"users": [{"user_name": "ada"}]}


def test_a_csv_file_may_hold_metadata_and_grants_in_columns(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text('user_name,email_verified,metadata.team,grants.Shop\nada,true,blue,"admin, clerk"\nbob,,,\n')
    assert load(file, "users") == {
        "users": [
            {
                "user_name": "ada",
                "email_verified": True,
                "metadata": {"team": "blue"},
                "grants": [{"project": "Shop", "roles": ["admin", "clerk"]}],
            },
            {"user_name": "bob"},
        ]
    }


@pytest.mark.parametrize("rpc", ["management.ListUsers", "management.AddMachineUser"], ids=["comparing", "changing"])
def test_ctrl_c_ends_apply_with_130_and_the_next_run_completes_it(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], run: Run, team: Path, rpc: str
) -> None:
    hanging = threading.Event()

    def hang(_: Exchange) -> float:
        hanging.set()
        return 60.0  # a command that waited for it would outlast the test

    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({rpc}), before=hang)),
        subprocess.Popen(
            [str(zgrpc_command), "apply", str(team), "--yes"], env=environ, stderr=subprocess.PIPE, text=True
        ) as process,
    ):
        seen = hanging.wait(30)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=30)
    assert seen
    assert process.returncode == 130
    assert "interrupted" in complaint
    assert "Traceback" not in complaint
    assert run("apply", str(team), "--yes").returncode == 0
    assert run("apply", str(team), "--yes").stdout.startswith("0 to create, 0 to change, 0 to remove, 4 unchanged")


def test_after_ctrl_c_the_journal_holds_what_was_done(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], run: Run, team: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "run.jsonl"
    second = threading.Event()
    asked = iter([0.0])

    def hang(_: Exchange) -> float:
        seconds = next(asked, 60.0)
        if seconds:
            second.set()
        return seconds

    def entries() -> list[str]:
        return journal.read_text().splitlines()[1:] if journal.exists() else []

    command = ["apply", str(team), "--yes", "--journal", str(journal)]
    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({"management.AddMachineUser"}), before=hang)),
        subprocess.Popen(
            [str(zgrpc_command), *command, "--concurrency", "1"], env=environ, stderr=subprocess.PIPE
        ) as process,
    ):
        seen = second.wait(30)
        for _ in range(3000):
            if entries():
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert seen
    assert process.returncode == 130
    assert [json.loads(entry)["result"] for entry in entries()] == ["created"]
    done = run(*command)
    assert done.returncode == 0, done.stderr
    assert len(entries()) == 4
