"""Fixtures: loading and dumping what an emulator holds."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.emulator.test_cli import run, serving
from tests.emulator.test_plugin import outcome, run_tests
from zgrpc.testing import Emulator
from zgrpc.testing.fixtures import PASSWORD, read, write

if TYPE_CHECKING:
    from pathlib import Path

SHOP: dict[str, Any] = {
    "projects": [{"name": "Shop", "project_role_check": True}],
    "roles": [{"project": "Shop", "key": "admin", "display_name": "Admin"}],
    "users": [
        {
            "user_name": "ada", "first_name": "Ada", "last_name": "Lovelace", "display_name": "Ada Lovelace",
            "preferred_language": "en", "email": "ada@example.com", "email_verified": True,
            "password": PASSWORD, "password_change_required": False,
        },
        {"user_name": "bot", "name": "Bot"},
    ],
    "metadata": [{"user": "ada", "key": "blob", "value": b"\xff\x00"}, {"user": "bot", "key": "team", "value": "blue"}],
    "grants": [{"user": "ada", "project": "Shop", "roles": ["admin"]}],
    "memberships": [
        {"user": "bot", "roles": ["ORG_OWNER"]},
        {"user": "bot", "project": "Shop", "roles": ["PROJECT_OWNER"]},
    ],
}  # fmt: skip
TWO_ORGS: dict[str, Any] = {
    "projects": [{"name": "Base"}],
    "orgs": [{"name": "Acme", **SHOP}, {"name": "Beta", "users": [{"user_name": "beta-bot", "name": "Bot"}]}],
}


def test_dump_returns_what_was_loaded(own_emulator: Emulator) -> None:
    ids = own_emulator.load(TWO_ORGS)
    assert own_emulator.dump() == TWO_ORGS
    with own_emulator.client(org_id=ids["Acme"]) as client:
        assert client.management.list_user_grants().one().role_keys == ["admin"]


def test_a_dump_survives_a_file_and_another_emulator(own_emulator: Emulator, tmp_path: Path) -> None:
    own_emulator.load(TWO_ORGS)
    write(own_emulator.dump(), tmp_path / "fixtures.yaml")
    assert read(tmp_path / "fixtures.yaml") == TWO_ORGS
    with Emulator() as other:
        other.load(tmp_path / "fixtures.yaml")
        assert other.dump() == TWO_ORGS


def test_loading_twice_changes_nothing(own_emulator: Emulator) -> None:
    assert own_emulator.load(TWO_ORGS) == own_emulator.load(TWO_ORGS)
    assert own_emulator.dump() == TWO_ORGS


@pytest.mark.parametrize(
    ("fixtures", "error", "message"),
    [
        ({"orgs": [{"name": "Acme", "usres": []}]}, TypeError, r"\(Acme\) has no 'usres'; did you mean 'users'"),
        ({"ogs": []}, TypeError, "did you mean 'orgs'"),
        ({"orgs": [{"users": []}]}, ValueError, r"orgs\[0\]\.name must be"),
        ({"orgs": [{"name": "A"}, {"name": "A"}]}, ValueError, "same name"),
        ({"orgs": {"name": "A"}}, TypeError, "orgs must be a list"),
        ({"orgs": [{"name": "A", "grants": [{"user": "x"}]}]}, ValueError, r"orgs\[0\] \(A\): grants\[0\]"),
        ([], TypeError, "must be a mapping"),
    ],
)  # fmt: skip
def test_wrong_fixtures_are_rejected_before_anything_is_sent(
    own_emulator: Emulator, fixtures: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        own_emulator.load(fixtures)
    assert own_emulator.calls == []


def test_a_row_that_zitadel_refuses_raises(own_emulator: Emulator) -> None:
    own_emulator.load({"users": [{"user_name": "bot", "name": "Bot"}], "projects": [{"name": "Shop"}]})
    with pytest.raises(ValueError, match=r"grants\[0\]"):
        own_emulator.load({"grants": [{"user": "bot", "project": "Shop", "roles": ["nobody"]}]})


@pytest.mark.usefixtures("hang_up_ends")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_command_line_imports_and_dumps(tmp_path: Path, number: signal.Signals) -> None:
    given, written = tmp_path / "in.yaml", tmp_path / "out.yaml"
    given.write_text(yaml.safe_dump(TWO_ORGS))
    with serving("--import", str(given), "--dump", str(written)) as (process, _, _):
        process.send_signal(number)
        assert process.wait(20) == 0
    assert read(written) == TWO_ORGS


def test_command_line_names_a_wrong_row(tmp_path: Path) -> None:
    given = tmp_path / "in.yaml"
    given.write_text("users: [{name: Bot}]\n")
    ended = run("--port", "0", "--http-port", "0", "--import", str(given), "--db", str(tmp_path / "zitadel.db"))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert not (tmp_path / "zitadel.db").exists()
    assert "users[0] needs user_name" in ended.stderr
    assert "Traceback" not in ended.stderr


MODULE = """
import pytest

@pytest.fixture(scope="module")
def zitadel_fixtures():
    return {"users": [{"user_name": "bot", "name": "Bot"}]}

@pytest.mark.parametrize("number", range(3))
def test_all_share_the_organization(zitadel_module, number):
    names = {user.user_name for user in zitadel_module.management.list_users()}
    assert names == {"bot", *(f"bot{before}" for before in range(number))}
    zitadel_module.management.add_machine_user(user_name=f"bot{number}", name="Bot")
"""


def test_plugin_loads_fixtures_for_a_module(tmp_path: Path) -> None:
    assert outcome(run_tests(tmp_path, MODULE)) == "3 passed"
