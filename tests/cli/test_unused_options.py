"""An option that would change nothing is a usage error, and so is a file that cannot be written: nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from zgrpc.cli.app import app
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from pathlib import Path

LIST = ["list", "management.ListUsers"]


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing to connect to, and files to name."""
    monkeypatch.setenv("ZITADEL_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("ZITADEL_TOKEN", "x")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "team.yaml").write_text("users: []\n")
    (tmp_path / "users.csv").write_text("user_name\n")
    (tmp_path / "result.json").write_text("{}")
    (tmp_path / "ca.pem").write_bytes(CertificateAuthority().pem)
    (tmp_path / "closed.yaml").write_text("steps: [{call: auth.GetMyUser}]\noptions: {concurrency: 1}\n")


def rejected(*arguments: str) -> str:
    """The error of a command that sends nothing."""
    ended = CliRunner().invoke(app, list(arguments))
    assert ended.exit_code == 2, ended.output
    return ended.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([*LIST, "--safe-csv"], "the output is table, not csv: leave out --safe-csv"),
        ([*LIST, "--safe-csv", "--to", "a.jsonl"], "the output is jsonl, not csv: leave out --safe-csv"),
        ([*LIST, "-i"], "there is no --where: leave out --ignore-case"),
        ([*LIST, "--total", "-o", "csv"], "--total prints one number, of all items: leave out --output"),
        ([*LIST, "--total", "--first-page", "5"], "of all items: leave out --first-page"),
        ([*LIST, "--total", "--safe-csv"], "of all items: leave out --safe-csv"),
        (["call", "auth.GetMyUser", "-o", "yaml", "--compact"], "the output is yaml, not json: leave out --compact"),
        (["export", "backup", "--safe-csv"], "the output is jsonl, not csv: leave out --safe-csv"),
        (["export", "backup", "--only", "users,grants", "--concurrency", "2"], "a list of these: leave out --concurr"),
        (["token", "--issuer", "https://a.com"], "only --key-file and --client-id fetch tokens"),
        (["doctor", "--token", "x", "--issuer", "https://a.com"], "from an issuer: leave out --issuer"),
        (["token", "--ca-file", "ca.pem"], "the CA file (--ca-file, ZITADEL_CA_FILE) has no effect with http://"),
        (["apply", "team.yaml", "--kind", "users"], "team.yaml names the kinds of its rows itself: leave out --kind"),
        (["apply", "users.csv", "--dry-run", "--journal", "j"], "--dry-run changes nothing: leave out --journal"),
        (["apply", "users.csv", "--dry-run", "--report", "r.csv"], "--dry-run changes nothing: leave out --report"),
        (["apply", "users.csv", "--dry-run", "--concurrency", "2"], "changes nothing: leave out --concurrency"),
        (["apply", "users.csv", "--dry-run", "--yes"], "--dry-run changes nothing: leave out --yes"),
        (["mirror", "g.db", "--all", "--orgs", "1"], "--all mirrors every organization: leave out --orgs"),
        (["mirror", "g.db", "--once", "--verify"], "--verify catches up once, too: leave out --once"),
        (["mirror", "g.db", "--once", "--interval", "2s"], "asks for events once: leave out --interval"),
        (["mirror", "g.db", "--verify", "--interval", "2s"], "asks for events once: leave out --interval"),
        (["load", "result.json", "--rate", "5"], "result.json is a result, and nothing runs: leave out --rate"),
        (["load", "result.json", "--json", "new.json"], "and nothing runs: leave out --json"),
        (["load", "result.json", "--url", "http://localhost:1"], "and nothing runs: leave out --url"),
        (["load", "result.json", "--token", "x"], "and nothing runs: leave out --token"),
        (["load", "closed.yaml", "--locust", "-", "--org-id", "1"], "--locust runs nothing: leave out --org-id"),
        (["load", "closed.yaml", "--locust", "-", "--keep-going"], "--locust runs nothing: leave out --keep-going"),
        (["load", "result.json", "--locust", "-"], "and nothing runs: leave out --locust"),
        (["load", "closed.yaml", "--locust", "-", "-t", "p99<1s"], "--locust runs nothing: leave out --threshold"),
        (["load", "closed.yaml", "--locust", "-", "--html", "a.html"], "--locust runs nothing: leave out --html"),
        (["load", "closed.yaml", "--arrival", "poisson"], "the load is a closed loop: leave out --arrival"),
        (["load", "closed.yaml", "--max-in-flight", "9"], "the load is a closed loop: leave out --max-in-flight"),
        (["emulator", "--fault-seed", "5"], "there is no --fault: leave out --fault-seed"),
    ],
)  # fmt: skip
def test_an_option_that_would_change_nothing_is_rejected(arguments: list[str], says: str) -> None:
    assert says in rejected(*arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([*LIST, "--to", ""], "--to is empty: give a value, or leave it out"),
        (["load", "closed.yaml", "--html", ""], "--html is empty: give a value, or leave it out"),
        (["emulator", "--db", ""], "--db is empty: give a value, or leave it out"),
        (["export", ""], "DIRECTORY is empty: give a value ("),
        (["mirror", ""], "FILE is empty: give a value ("),
        (["migrate", ""], "PATH is empty: give a value ("),
        (["methods", ""], "PATTERN is empty: give a value, or leave it out"),
        ([*LIST, "--columns", ", ,"], "--columns ', ,' names nothing: give names separated by commas"),
        (["export", "backup", "--only", ","], "--only ',' names nothing: give names separated by commas"),
    ],
)
def test_an_empty_argument_does_not_mean_the_current_folder_or_nothing(
    arguments: list[str], says: str, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    assert says in rejected(*arguments)
    assert set(tmp_path.iterdir()) == before


def test_a_variable_of_an_option_that_changes_nothing_may_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZGRPC_EMULATOR_FAULT_SEED", "5")
    assert "fault" not in rejected("emulator", "--host", "192.0.2.1")


def test_an_issuer_of_the_environment_or_a_profile_may_stay_where_a_token_needs_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ZITADEL_ISSUER", "https://login.acme.com")
    assert CliRunner().invoke(app, ["token"]).exit_code == 3  # nothing listens there
    (tmp_path / "profiles.toml").write_text('[acme]\nurl = "http://127.0.0.1:1"\nissuer = "https://login.acme.com"\n')
    (tmp_path / "profiles.toml").chmod(0o600)
    monkeypatch.setenv("ZGRPC_PROFILES", str(tmp_path / "profiles.toml"))
    assert CliRunner().invoke(app, ["token", "--profile", "acme", "--token", "x"]).exit_code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        [*LIST, "--to"],
        ["apply", "team.yaml", "--yes", "--report"],
        ["load", "closed.yaml", "--json"],
        ["load", "closed.yaml", "--html"],
        ["load", "closed.yaml", "--locust"],
        ["emulator", "--dump"],
        ["emulator", "--tls"],
    ],
    ids=lambda arguments: " ".join((arguments[0], arguments[-1])),
)
def test_a_file_that_cannot_be_written_is_rejected_before_anything_is_sent(
    arguments: list[str], tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    name = "x" * 300 + ".csv"
    assert f"cannot write {name}: File name too long" in rejected(*arguments, name)
    assert set(tmp_path.iterdir()) == before


def test_a_file_that_can_be_written_is_not_touched_before_the_command_is_done(tmp_path: Path) -> None:
    goal = tmp_path / "users.csv"
    ended = CliRunner().invoke(app, [*LIST, "--to", str(goal), "--timeout", "100ms"])
    assert ended.exit_code == 3, ended.output
    assert goal.read_text() == "user_name\n"
    assert len(list(tmp_path.iterdir())) == 5
