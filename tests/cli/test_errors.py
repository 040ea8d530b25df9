"""Exit codes and one-line errors, through the installed entry point."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zgrpc.cli.app import COMMANDS
from zgrpc.testing.fault import Exchange, Fault

if TYPE_CHECKING:
    from tests.cli.conftest import Org, Run
    from zgrpc.testing import Emulator


@pytest.mark.parametrize(
    ("arguments", "env", "code", "part"),
    [
        (["call", "management.GetUserByID", "id=1"], {}, 1, "NOT_FOUND: User could not be found (QUERY-Dfbg2)"),
        (["call", "management.GetUsrByID"], {}, 2, "did you mean 'management.GetUserByID'"),
        (["call", "management.GetUserByID", "idd=1"], {}, 2, "no field 'idd'; did you mean 'id'"),
        (["cal"], {}, 2, "there is no command 'cal'; did you mean 'call'"),
        (["call", "auth.GetMyUser", "--nope"], {}, 2, "--nope"),
        (["--token-file", "x", "call", "auth.GetMyUser"], {}, 2, "'--token-file'; options of a command come after it"),
        (["list", "auth.ListMyUserGrants", "--format", "json"], {}, 2, "'--format'; did you mean '--output'"),
        (["token", "--rot", "1"], {}, 2, "there is no option '--rot' (see"),
        (["--debg"], {}, 2, "there is no option '--debg'; did you mean '--debug'"),
        (["list", "management.ListUsers", "-w", "emial=x"], {}, 2, "did you mean 'email'"),
        (["list", "management.ListUsers", "-c", "idd"], {}, 2, "did you mean 'id'"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": ""}, 2, "ZITADEL_URL"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": "http://zitadel.example"}, 2, "--insecure"),
        (["call", "auth.GetMyUser"], {"ZITADEL_INSECURE": "perhaps"}, 2, "ZITADEL_INSECURE"),
        (["call", "auth.GetMyUser", "--profile", "x"], {}, 2, "no file of profiles"),
        (["call", "auth.GetMyUser"], {"ZITADEL_URL": "http://127.0.0.1:1"}, 3, "UNAVAILABLE"),
        (["call", "auth.GetMyUser"], {"ZITADEL_TOKEN": "not-the-token"}, 3, "UNAUTHENTICATED"),
        (["call", "auth.GetMyUser"], {"ZITADEL_TOKEN": "not-the-token"}, 3, "`zgrpc doctor` checks the credentials"),
        (["call", "auth.GetMyUser"], {"ZITADEL_TOKEN": ""}, 3, "no credentials"),
        (["list", "management.ListUsers", "--to", "users.xlsx"], {}, 2, ".xlsx is not the ending of a format"),
        (["list", "management.ListUsers", "--to", "/no/folder/users.csv"], {}, 2, "there is no folder '/no/folder'"),
        (["mirror", "/no/folder/mirror.db"], {}, 2, "there is no folder '/no/folder'"),
        (["emulator", "--dump", "/no/folder/data.yaml"], {}, 2, "there is no folder '/no/folder'"),
        (["list", "management.ListUsers", "--total", "--to", "users.csv"], {}, 2, "leave out --to"),
        (["list", "management.ListUsers", "--columns", ""], {}, 2, "--columns is empty: give a value, or leave it out"),
        (["list", "management.ListUsers", "--limit", "x"], {}, 2, "must be a whole number from 1, not x"),
        (["load", "auth.GetMyUser", "--rate", "inf"], {}, 2, "must be a number above 0, not inf"),
        (["call", "auth.GetMyUser", "--org-id", ""], {}, 2, "--org-id is empty"),
        (["call", "auth.GetMyUser", "--url", "https://a:b@c"], {}, 2, "give --token-file or --key-file instead"),
        (["call", "auth.GetMyUser", "--key-file", "nope"], {}, 2, "zgrpc: cannot read the key file"),
        (["call", "auth.GetMyUser", "--ca-file", "nope"], {}, 2, "cannot read --ca-file"),
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


def test_the_command_alone_shows_its_help(run: Run) -> None:
    done = run()
    assert done.returncode == 0
    assert done.stdout == run("--help").stdout
    assert done.stderr == ""


def test_a_file_that_is_no_database_is_not_served(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("milk, eggs\n" * 100)
    done = run("emulator", "--db", str(file), "--port", "0")
    assert done.returncode == 1
    assert done.stderr == f"zgrpc: {file} is not a database of the emulator: name another file\n"
    assert file.read_text() == "milk, eggs\n" * 100


def test_debug_shows_the_rest_and_no_secret(run: Run, org: Org) -> None:
    done = run("call", "management.GetUserByID", "id=1", "--debug")
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("zgrpc: ")
    assert org.environ["ZITADEL_TOKEN"] not in done.stderr


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"Examples:\n  {''}" in done.stdout
    assert f"zgrpc {command}" in done.stdout.partition("Examples:")[2]


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_option_is_explained_in_a_sentence(run: Run, command: str) -> None:
    shown = run(command, "--help").stdout.partition("Examples:")[0]
    whole = re.sub(r"\n {5,}(?=\S)", "  ", shown)  # each option on one line
    options = re.findall(r"^  (-.*)", whole, re.MULTILINE)
    assert [option for option in options if option.startswith("-h, --help ")]
    for option in options:
        sentence = re.sub(r"( +\[[^\]]*\])+$", "", option)  # the default, the range and the variable come after it
        assert re.search(r"  \S.*[.!]$", sentence), option
        assert "None" not in option


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_default_and_the_range_of_an_option_are_in_one_bracket(run: Run, command: str) -> None:
    shown = " ".join(run(command, "--help").stdout.split())
    assert "] [default" not in shown
    assert not re.search(r"\[default: [^]]*\] \[", shown)
    assert "None]" not in shown


def test_the_help_of_offset_says_that_a_list_may_have_no_order(run: Run) -> None:
    shown = " ".join(run("list", "--help").stdout.split())
    assert "--offset N Skip the first N items. Most of ZITADEL's lists have no fixed order" in shown


def test_help_lists_the_commands_and_the_exit_codes(run: Run) -> None:
    shown = run("--help").stdout
    assert "Exit codes:" in shown
    for command in COMMANDS:
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


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.usefixtures("hang_up_ends")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("command", [["call", "auth.GetMyUser"], ["token"], ["doctor"]])
def test_ctrl_c_ends_any_command_with_130(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], command: list[str], number: signal.Signals
) -> None:
    hanging = threading.Event()

    def hang(_: Exchange) -> float:
        hanging.set()
        return 5.0

    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({"auth.GetMyUser"}), before=hang)),
        subprocess.Popen([str(zgrpc_command), *command], env=environ, stderr=subprocess.PIPE, text=True) as process,
    ):
        assert hanging.wait(30)
        process.send_signal(number)
        _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (130, "zgrpc: interrupted\n")


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
def test_nohup_keeps_a_command_running_when_the_terminal_closes(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str]
) -> None:
    hanging, go_on = threading.Event(), threading.Event()

    def hang(_: Exchange) -> float:
        hanging.set()
        go_on.wait(30)
        return 0.0

    command = ["nohup", str(zgrpc_command), "call", "auth.GetMyUser"]
    with (
        zitadel_emulator.faults.add(Fault("hang", frozenset({"auth.GetMyUser"}), before=hang)),
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
    ):
        assert hanging.wait(30)
        process.send_signal(signal.SIGHUP)
        go_on.set()
        answer, _ = process.communicate(timeout=30)
    assert (process.returncode, '"user"' in answer) == (0, True)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_a_full_disk_under_what_stands_before_the_command_is_one_line(run: Run, option: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = run(option, capture_output=False, stdout=full, stderr=subprocess.PIPE)

    assert (ended.returncode, ended.stderr) == (1, "zgrpc: stdout: No space left on device\n")


def test_a_closed_stdout_is_no_error(zgrpc_command: Path, environ: dict[str, str]) -> None:
    for arguments in ("methods user_grant", "completion bash"):
        ended = subprocess.run(
            ["/bin/sh", "-c", f'"$0" {arguments} >&-', str(zgrpc_command)],
            env=environ, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip

        assert (ended.returncode, ended.stderr) == (0, "")
