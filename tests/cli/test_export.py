"""``zgrpc export``, through the installed entry point."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import threading
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from zgrpc.testing import Emulator
from zgrpc.testing.fault import Exchange, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Org, Run

COUNTS = {"users": 10, "grants": 15, "projects": 2, "org_members": 2, "memberships": 2, "project_members": 1}


def manifest(directory: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((directory / "manifest.json").read_text())
    return found


def counts(directory: Path) -> dict[str, int]:
    return {name: entry["count"] for name, entry in manifest(directory)["resources"].items()}


def test_everything_of_an_organization_is_saved_and_counted(run: Run, org: Org, tmp_path: Path) -> None:
    done = run("export", str(tmp_path / "backup"))
    assert done.returncode == 0, done.stderr
    assert counts(tmp_path / "backup") == COUNTS
    assert manifest(tmp_path / "backup")["org_id"] == org.id
    for name, count in COUNTS.items():
        assert len((tmp_path / "backup" / f"{name}.jsonl").read_text().splitlines()) == count
    members = json.loads((tmp_path / "backup/project_members.jsonl").read_text())
    assert (members["project_id"], members["user_id"]) == (org.projects[0], org.users[1])
    assert not list((tmp_path / "backup").glob("*.part"))


def test_owners_have_a_column_in_csv_and_parquet(run: Run, org: Org, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "c"), "--only", "project_members", "-o", "csv").returncode == 0
    assert run("export", str(tmp_path / "p"), "--only", "project_members", "-o", "parquet").returncode == 0
    with (tmp_path / "c/project_members.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["project_id"], row["user_id"]) for row in rows] == [(org.projects[0], org.users[1])]
    assert pq.read_table(tmp_path / "p/project_members.parquet").column("project_id").to_pylist() == [org.projects[0]]
    assert counts(tmp_path / "c") == {"projects": 2, "project_members": 1}


def test_a_second_run_fetches_nothing_again(zitadel_emulator: Emulator, org: Org, run: Run, tmp_path: Path) -> None:
    run("export", str(tmp_path / "backup"))
    before = len(zitadel_emulator.calls)
    done = run("export", str(tmp_path / "backup"))
    assert "users: 10, complete since" in done.stderr
    asked = [call.method for call in zitadel_emulator.calls[before:] if call.metadata.get("x-zitadel-orgid") == org.id]
    assert asked == ["management.GetMyOrg"]


def test_an_export_resumes_after_ctrl_c(
    zitadel_emulator: Emulator, run: Run, zgrpc_command: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    hanging = threading.Event()

    def hang(_: Exchange) -> float:
        hanging.set()
        return 60.0  # an export that waited for it would outlast the test

    command = [str(zgrpc_command), "export", str(tmp_path), "--concurrency", "1"]
    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({"ListUserMemberships"}), before=hang)),
        subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process,
    ):
        seen = hanging.wait(30)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=30)
    assert seen
    assert process.returncode == 130
    assert "again to continue" in complaint
    done = run("export", str(tmp_path))
    assert "users: 10, complete since" in done.stderr
    assert counts(tmp_path) == COUNTS


def test_a_part_is_continued_after_the_owners_that_are_done(run: Run, tmp_path: Path) -> None:
    """A killed run leaves finished owners, and half a line behind them."""
    run("export", str(tmp_path), "--only", "memberships")
    whole = (tmp_path / "memberships.jsonl").read_bytes()
    found = manifest(tmp_path)
    users = [json.loads(line)["id"] for line in (tmp_path / "users.jsonl").read_text().splitlines()]
    first = whole.splitlines(keepends=True)[0]
    done = users.index(json.loads(first)["user_id"]) + 1
    mine = [line for line in whole.splitlines(keepends=True) if json.loads(line)["user_id"] in users[:done]]
    (tmp_path / "memberships.jsonl").unlink()
    (tmp_path / "memberships.jsonl.part").write_bytes(b"".join(mine) + b'{"half')
    found["resources"]["memberships"] = {
        "complete": False,
        "count": len(mine),
        "owners_done": done,
        "bytes": len(b"".join(mine)),
    }
    (tmp_path / "manifest.json").write_text(json.dumps(found))
    assert run("export", str(tmp_path), "--only", "memberships").returncode == 0
    assert (tmp_path / "memberships.jsonl").read_bytes() == whole


def test_the_folder_of_another_organization_is_rejected(run: Run, tmp_path: Path) -> None:
    run("export", str(tmp_path), "--only", "projects")
    done = run("export", str(tmp_path), "--only", "projects", env={"ZITADEL_ORG_ID": ""})
    assert done.returncode == 2
    assert "holds an export with org_id" in done.stderr


def test_a_folder_of_exact_csv_takes_no_safe_csv(run: Run, tmp_path: Path) -> None:
    command = ("export", str(tmp_path / "backup"), "--only", "projects", "-o", "csv")
    assert run(*command).returncode == 0
    again = run(*command, "--safe-csv")
    assert again.returncode == 2
    assert "holds an export with safe_csv False, not True: take another folder, or --restart" in again.stderr


def test_a_format_whose_package_is_missing_is_rejected_before_there_is_a_folder(run: Run, tmp_path: Path) -> None:
    hidden = tmp_path / "site"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *package: None if name == 'pyarrow' else find(name, *package)\n"
    )
    backup = tmp_path / "backup"
    done = run("export", str(backup), "-o", "parquet", env={"PYTHONPATH": str(hidden)})
    assert done.returncode == 2
    assert "Parquet needs pyarrow: pip install 'zgrpc[parquet]'" in done.stderr
    assert not backup.exists()


def test_an_unknown_resource_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("export", str(tmp_path), "--only", "user")
    assert done.returncode == 2
    assert "did you mean 'users'" in done.stderr


SIZES = ".zgrpc-sizes.json"


@pytest.fixture(scope="module")
def crowd() -> Iterator[Emulator]:
    """A ZITADEL with more users than the 10,000 of a first page."""
    with Emulator(seed={"users": 10_200}) as emulator:
        yield emulator


def requests_for_users(emulator: Emulator, run: Run, directory: Path) -> int:
    """Export all users, whatever an earlier run completed; return how many requests listed them."""
    before = len(emulator.calls)
    environ = {
        "ZITADEL_URL": f"http://{emulator.target}",
        "ZITADEL_TOKEN": str.__str__(emulator.owner_token),
        "ZITADEL_ORG_ID": "",
    }
    done = run("export", str(directory), "--only", "users", "--restart", env=environ)
    assert done.returncode == 0, done.stderr
    assert counts(directory) == {"users": 10_201}
    return [call.method for call in list(emulator.calls)[before:]].count("management.ListUsers")


def test_the_second_export_of_a_long_list_makes_one_request(crowd: Emulator, run: Run, tmp_path: Path) -> None:
    assert requests_for_users(crowd, run, tmp_path) == 2
    assert requests_for_users(crowd, run, tmp_path) == 1
    assert (tmp_path / SIZES).stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "content",
    [
        b"\xff{",
        b"[" * 100_000,
        b"[1]",
        b'{"format": "zgrpc.export.sizes/1", "org_id": "ORG", "items": {"management.ListUsers": "many"}}',
        b'{"format": "zgrpc.export.sizes/1", "org_id": "ORG", "items": {"management.ListUsers": 1' + b"0" * 30 + b"}}",
        b'{"format": "zgrpc.export.sizes/1", "org_id": "1", "items": {"management.ListUsers": 10201}}',
    ],
    ids=["no text", "deep", "no object", "no number", "huge", "another org"],
)
def test_sizes_that_cannot_be_used_cost_a_request_and_are_replaced(
    crowd: Emulator, run: Run, tmp_path: Path, content: bytes
) -> None:
    with crowd.client() as client:
        org_id = client.management.get_my_org().org.id
    (tmp_path / SIZES).write_bytes(content.replace(b"ORG", org_id.encode()))
    assert requests_for_users(crowd, run, tmp_path) == 2
    assert json.loads((tmp_path / SIZES).read_text()) == {
        "format": "zgrpc.export.sizes/1",
        "org_id": org_id,
        "items": {"management.ListUsers": 10_201},
    }


def test_a_wrong_size_loses_nothing(crowd: Emulator, run: Run, tmp_path: Path) -> None:
    requests_for_users(crowd, run, tmp_path)
    found = json.loads((tmp_path / SIZES).read_text())
    for wrong in (1, 2**31):
        found["items"]["management.ListUsers"] = wrong
        (tmp_path / SIZES).write_text(json.dumps(found))
        assert requests_for_users(crowd, run, tmp_path) in (1, 2)
