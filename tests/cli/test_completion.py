"""Shell completion, through the installed entry point."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def complete(run: Run, *words: str, env: dict[str, str] | None = None) -> list[str]:
    env = {
        **(env or {}),
        "_ZGRPC_COMPLETE": "bash_complete",
        "COMP_WORDS": "\n".join(["zgrpc", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = run(env=env)
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["des"], "describe"),
        (["call", "management.GetUserBy"], "management.GetUserByID"),
        (["call", "management.get_user_by"], "management.get_user_by_id"),
        (["call", "getuserby"], "management.GetUserByID"),
        (["list", "management.ListUserGr"], "management.ListUserGrants"),
        (["call", "management.AddHumanUser", "profile.fi"], "profile.first_name="),
        (["call", "management.AddHumanUser", "profile.gender=GENDER_F"], "profile.gender=GENDER_FEMALE"),
        (["list", "management.ListUserGrants", "--where", "role"], "role_key="),
        (["list", "management.ListUsers", "--where", "state=USER_STATE_AC"], "state=USER_STATE_ACTIVE"),
        (["list", "management.ListUsers", "--columns", "id,human.em"], "id,human.email.email"),
        (["list", "management.ListUsers", "--where", "state=act"], "state=active"),
        (["call", "v2.project.ListProjects", "pagination.asc=t"], "pagination.asc=true"),
        (["list", "management.ListUsers", "-o", "j"], "jsonl"),
        (["completion", "f"], "fish"),
        (["export", "folder", "--only", "users,gr"], "users,grants"),
        (["apply", "people.csv", "--kind", "u"], "users"),
        (["mirror", "grants.db", "--only", "users,gr"], "users,grants"),
        (["load", "management.GetUserBy"], "management.GetUserByID"),
        (["load", "management.GetUserByID", "i"], "id="),
        (["load", "x.yaml", "--arrival", "p"], "poisson"),
        (["emulator", "--fault", "lat"], "latency"),
        (["emulator", "--seed", "users=3,gr"], "users=3,grants="),
    ],
)
def test_commands_rpcs_fields_filters_and_columns_are_completed(run: Run, words: list[str], expected: str) -> None:
    assert expected in complete(run, *words)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("call", "--timeout"),
        ("list", "--first-page"),
        ("export", "--restart"),
        ("apply", "--dry-run"),
        ("methods", "--lists"),
        ("describe", "--debug"),
        ("doctor", "--url"),
        ("token", "--show"),
        ("load", "--rate"),
        ("emulator", "--projection-lag"),
        ("completion", "--help"),
    ],
)
def test_options_of_every_command_are_completed(run: Run, command: str, option: str) -> None:
    assert option in complete(run, command, option[:3])


def test_profiles_are_completed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "profiles.toml").write_text("[prod]\n[local]\n")
    assert complete(run, "call", "--profile", "pr", env={"ZGRPC_PROFILES": str(tmp_path / "profiles.toml")}) == ["prod"]


def test_list_completes_only_lists(run: Run) -> None:
    assert "management.GetUserByID" not in complete(run, "list", "management.Get")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_valid_completion_script(run: Run, shell: str) -> None:
    script = run("completion", shell).stdout
    assert "_ZGRPC_COMPLETE" in script
    if shutil.which(shell):
        done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("zgrpc call management.AddHumanUser profile.fir", "profile.first_name="),
        ("zgrpc call management.AddHumanUser profile.gender = GENDER_F", "GENDER_FEMALE "),
        ("zgrpc des", "describe "),
    ],
)
def test_bash_replaces_only_the_word_it_sees(
    zgrpc_command: Path, environ: dict[str, str], words: str, expected: str
) -> None:
    """Bash makes three words of name=value; what is completed is the last of them."""
    script = f"""
        eval "$('{zgrpc_command}' completion bash)"
        COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _zgrpc_completion '{zgrpc_command}'
        printf '%s|' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", script], env=environ, capture_output=True, text=True, timeout=60)
    assert expected in done.stdout.split("|"), done.stderr
