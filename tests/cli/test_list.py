"""``zgrpc list``, through the installed entry point."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
import yaml

from zgrpc.testing.fault import Exchange, Fault, Interrupted, rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Org, Run
    from zgrpc.testing import Emulator


def test_a_table_in_a_pipe_is_plain_and_without_progress(run: Run) -> None:
    done = run("list", "management.ListProjects", "--columns", "name,state")
    assert done.stdout.splitlines()[0].split() == ["name", "state"]
    assert sorted(line.split("  ")[0] for line in done.stdout.splitlines()[1:]) == ["Project 0", "Project 1"]
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("rpc", "first"),
    [
        ("management.ListUsers", ["user_name", "human.email.email", "state", "id"]),
        ("management.ListUserGrants", ["user_name", "email", "project_name", "role_keys", "state", "id"]),
        ("management.ListOrgMembers", ["preferred_login_name", "email", "roles"]),
        ("management.ListProjects", ["name", "state", "id"]),
    ],
)
def test_a_table_shows_first_who_and_what(run: Run, rpc: str, first: list[str]) -> None:
    head = run("list", rpc, env={"COLUMNS": "140"}).stdout.splitlines()[0]
    assert head.split()[: len(first)] == first


def test_a_table_breaks_no_name_and_fits_the_width(run: Run, org: Org) -> None:
    name = "a-name-that-is-much-longer-than-a-column-of-forty-places"
    made = org.client.management.add_project(name=name).id
    try:
        lines = run("list", "management.ListProjects", env={"COLUMNS": "80"}).stdout.splitlines()
        narrow = run("list", "management.ListProjects", env={"COLUMNS": "30"}).stdout.splitlines()
    finally:
        org.client.management.remove_project(id=made)
    assert [line for line in lines if line.startswith(f"{name}  ")]
    assert max(map(len, lines)) <= 80
    assert name in narrow
    assert len(lines) == len(narrow) == 4


def test_json_and_yaml_hold_all_items(run: Run, org: Org) -> None:
    from_json = json.loads(run("list", "management.ListUsers", "-o", "json").stdout)
    from_yaml = yaml.safe_load(run("list", "management.ListUsers", "-o", "yaml").stdout)
    assert sorted(user["id"] for user in from_json) == sorted(org.users)
    assert from_yaml == from_json


def test_conditions_filter_a_list(run: Run, org: Org) -> None:
    done = run(
        "list", "management.ListUserGrants", "-w", "role_key=admin", "-w", "email~=@ACME.com", "-i", "-o", "jsonl"
    )
    assert {json.loads(line)["user_id"] for line in done.stdout.splitlines()} == {org.users[1]}


def test_fields_of_the_request_are_given_as_in_call(run: Run, org: Org) -> None:
    done = run(
        "list", "management.ListProjectMembers", f"project_id={org.projects[0]}", "-o", "csv", "-c", "user_id,roles"
    )
    assert list(csv.reader(done.stdout.splitlines()))[1] == [org.users[1], '["PROJECT_OWNER"]']


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_the_ending_of_the_file_chooses_the_format(run: Run, org: Org, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"users.{ending}"
    done = run("list", "management.ListUsers", "--to", str(path))
    assert done.returncode == 0, done.stderr
    assert f"10 items in {path}" in done.stderr
    if ending == "parquet":
        ids = pq.read_table(path).column("id").to_pylist()
    elif ending == "jsonl":
        ids = [json.loads(line)["id"] for line in path.read_text().splitlines()]
    else:
        ids = [row["id"] for row in csv.DictReader(path.read_text().splitlines())]
    assert sorted(ids) == sorted(org.users)


def test_parquet_goes_through_a_pipe(zgrpc_command: Path, environ: dict[str, str], tmp_path: Path) -> None:
    command = f"'{zgrpc_command}' list management.ListProjects -o parquet | cat > '{tmp_path}/p.parquet'"
    subprocess.run(command, shell=True, check=True, env=environ, timeout=60)
    assert pq.read_table(tmp_path / "p.parquet").num_rows == 2


def test_a_list_can_be_limited_and_counted(run: Run) -> None:
    assert len(run("list", "management.ListUsers", "--limit", "3", "-o", "jsonl").stdout.splitlines()) == 3
    assert run("list", "management.ListUsers", "--total").stdout == "10\n"


def test_a_reader_that_closes_early_ends_it_silently(zgrpc_command: Path, environ: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{zgrpc_command}' list management.ListUsers -o jsonl | true; echo ${{PIPESTATUS[0]}}"],
        env=environ, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_an_rpc_that_is_not_a_list_is_rejected(run: Run) -> None:
    done = run("list", "auth.GetMyUser")
    assert done.returncode == 2
    assert "zgrpc call auth.GetMyUser" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.usefixtures("hang_up_ends")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_leaves_a_valid_partial_file_and_the_old_one(
    number: signal.Signals, zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    """The first request's four items are in the file when the second one, for everything, hangs."""
    path = tmp_path / "users.parquet"
    path.write_bytes(b"yesterday's")
    hanging = threading.Event()

    def hang(exchange: Exchange) -> float:
        if rows(exchange) <= 4:
            return 0.0
        hanging.set()
        return 5.0

    with zitadel_emulator.faults.add(Fault("hang", frozenset({"ListUsers"}), after=hang)):
        command = [str(zgrpc_command), "list", "management.ListUsers", "--first-page", "4", "--to", str(path)]
        with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process:
            seen = hanging.wait(30)
            process.send_signal(number)
            _, complaint = process.communicate(timeout=30)
    assert seen
    assert process.returncode == 130
    assert "users.partial.parquet holds the first 4 items; it is valid but not complete" in complaint
    assert pq.read_table(tmp_path / "users.partial.parquet").num_rows == 4
    assert path.read_bytes() == b"yesterday's"
    assert len(list(tmp_path.iterdir())) == 2


def test_an_error_in_the_middle_reports_what_the_file_holds(
    zitadel_emulator: Emulator, run: Run, tmp_path: Path
) -> None:
    def refuse(exchange: Exchange) -> float:
        if rows(exchange) > 4:
            raise Interrupted("RESOURCE_EXHAUSTED", "enough for today")
        return 0.0

    with zitadel_emulator.faults.add(Fault("refuse", frozenset({"ListUsers"}), after=refuse)):
        done = run("list", "management.ListUsers", "--first-page", "4", "--to", str(tmp_path / "users.csv"))
    assert done.returncode == 1
    assert "users.partial.csv holds the first 4 items; it is valid but not complete" in done.stderr
    assert "RESOURCE_EXHAUSTED: enough for today" in done.stderr
    assert len((tmp_path / "users.partial.csv").read_text().splitlines()) == 5


def test_an_unproven_list_raises_with_the_number_of_missing_items(
    zitadel_emulator: Emulator, org: Org, run: Run
) -> None:
    project = org.client.management.add_project(name="Roles").id
    for role in range(7):
        org.client.management.add_project_role(project_id=project, role_key=f"r{role}", display_name="Role")
    with (
        zitadel_emulator.faults.cap_limit(4, rpc="list_project_roles"),
        zitadel_emulator.faults.wrong_total(2, rpc="list_project_roles"),
    ):
        done = run("list", "management.ListProjectRoles", f"project_id={project}", "-o", "csv", "-c", "key")
    assert done.returncode == 1
    assert "2 missing: 7 distinct items received" in done.stderr
    assert "it is valid but not complete" in done.stderr


def test_a_missing_extra_leaves_the_file_that_is_there(environ: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "users.parquet"
    path.write_bytes(b"yesterday's")
    without = "import sys; sys.modules['pyarrow'] = None; from zgrpc.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", without, "list", "management.ListUsers", "--to", str(path)],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Parquet needs pyarrow: pip install 'zgrpc[parquet]'" in done.stderr
    assert path.read_bytes() == b"yesterday's"


def test_an_error_before_the_first_item_leaves_the_file_that_is_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "users.csv"
    path.write_text("yesterday's")
    done = run("list", "management.ListUsers", "--to", str(path), env={"ZITADEL_TOKEN": "not-the-token"})
    assert done.returncode == 3
    assert path.read_text() == "yesterday's"


def test_an_empty_list_is_a_file_of_its_columns(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "users.csv"
    assert run("list", "management.ListUsers", "-w", "user_name=nobody", "--to", str(path)).returncode == 0
    assert path.read_text().startswith("id,")
    assert len(path.read_text().splitlines()) == 1


def test_a_limit_works_although_the_request_has_a_field_of_that_name(run: Run) -> None:
    done = run("list", "admin.ListEvents", "--limit", "2", "-c", "sequence", "-o", "csv")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)


def test_an_organization_that_does_not_filter_a_v2_list_is_reported(run: Run, org: Org) -> None:
    remark = "--org-id does not filter v2.user.ListUsers: `zgrpc list` does, with --where organization_id=ID"
    users = ("list", "v2.user.ListUsers", "--limit", "1")
    assert remark in run(*users, "--org-id", org.id).stderr
    for where in (f"organization_id={org.id}", f'{{"or": [{{"organization_id": "{org.id}"}}]}}'):
        assert remark not in run(*users, "--org-id", org.id, "--where", where).stderr
    assert remark not in run(*users).stderr  # ZITADEL_ORG_ID is set for every command
    assert "--org-id" not in run("list", "management.ListUsers", "--limit", "1", "--org-id", org.id).stderr
