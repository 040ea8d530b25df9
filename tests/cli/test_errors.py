"""Exit codes and one-line errors, through the installed entry point."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Org, Run


@pytest.mark.parametrize(
    ("arguments", "env", "code", "part"),
    [
        (["call", "management.GetUserByID", "id=1"], {}, 1, "NOT_FOUND: User could not be found (QUERY-Dfbg2)"),
        (["call", "management.GetUsrByID"], {}, 2, "did you mean 'management.GetUserByID'"),
        (["call", "management.GetUserByID", "idd=1"], {}, 2, "no field 'idd'; did you mean 'id'"),
        (["cal"], {}, 2, "there is no command 'cal'; did you mean 'call'"),
        (["call", "auth.GetMyUser", "--nope"], {}, 2, "--nope"),
        (["list", "ListUsers", "-w", "emial=x"], {}, 2, "did you mean 'email'"),
        (["list", "ListUsers", "-c", "idd"], {}, 2, "did you mean 'id'"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": ""}, 2, "ZITADEL_URL"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": "http://zitadel.example"}, 2, "--insecure"),
        (["call", "auth.GetMyUser"], {"ZITADEL_INSECURE": "perhaps"}, 2, "ZITADEL_INSECURE"),
        (["call", "auth.GetMyUser", "--profile", "x"], {}, 2, "no file of profiles"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": "http://127.0.0.1:1"}, 3, "UNAVAILABLE"),
        (["call", "auth.GetMyUser"], {"ZITADEL_TOKEN": "not-the-token"}, 3, "UNAUTHENTICATED"),
        (["call", "auth.GetMyUser"], {"ZITADEL_TOKEN": ""}, 3, "no credentials"),
        (["list", "ListUsers", "--to", "users.xlsx"], {}, 2, ".xlsx is not the ending of a format"),
        (["list", "ListUsers", "--to", "/no/such/folder/users.csv"], {}, 1, "/no/such/folder/users.csv"),
    ],
)
def test_an_error_is_one_line_and_has_its_exit_code(
    run: Run, arguments: list[str], env: dict[str, str], code: int, part: str
) -> None:
    done = run(*arguments, env=env)
    assert done.returncode == code
    assert part in done.stderr
    assert done.stderr.startswith("zgrpc: ")
    assert len(done.stderr.splitlines()) == 1


def test_debug_shows_the_rest_and_no_secret(run: Run, org: Org) -> None:
    done = run("call", "management.GetUserByID", "id=1", "--debug")
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("zgrpc: ")
    assert org.environ["ZITADEL_TOKEN"] not in done.stderr


@pytest.mark.parametrize(
    "command", ["call", "list", "export", "methods", "describe", "doctor", "token", "load", "completion"]
)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"Examples:\n  {''}" in done.stdout
    assert f"zgrpc {command}" in done.stdout.partition("Examples:")[2]


def test_help_lists_the_commands_and_the_exit_codes(run: Run) -> None:
    shown = run("--help").stdout
    assert "Exit codes:" in shown
    for command in (
        "call",
        "list",
        "export",
        "methods",
        "describe",
        "doctor",
        "token",
        "load",
        "emulator",
        "completion",
    ):
        assert f"\n  {command} " in shown


def test_the_command_is_a_module_too(environ: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-m", "zgrpc", "--version"], env=environ, capture_output=True, text=True)
    assert done.stdout.startswith("zgrpc, version ")


def test_a_profile_connects(run: Run, org: Org, tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(f'[local]\nurl = "{org.environ["ZITADEL_URL"]}"\ntoken_file = "token"\norg_id = "{org.id}"\n')
    path.chmod(0o600)
    (tmp_path / "token").write_text(org.environ["ZITADEL_TOKEN"])
    env = {"ZITADEL_URL": "", "ZITADEL_TOKEN": "", "ZITADEL_ORG_ID": "", "ZGRPC_PROFILES": str(path)}
    done = run("call", "management.GetMyOrg", "--compact", "--profile", "local", env=env)
    assert done.returncode == 0, done.stderr
    assert org.id in done.stdout
