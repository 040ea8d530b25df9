"""Names that attack a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_terminal import run_on
from zgrpc._text.visible import dump_json, is_visible, visible
from zgrpc.cli.writers import dump_yaml
from zgrpc.testing.fault import Exchange, Fault, Interrupted

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Org, Run
    from zgrpc.testing import Emulator

EVIL = "\x1b[2J\x1b]0;owned\x07 \u202eresu\u202c \x9b31m \u2066a\u2069\x7f =1+1"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def project(org: Org) -> Iterator[str]:
    made = org.client.management.add_project(name=EVIL).id
    yield EVIL
    org.client.management.remove_project(id=made)


@pytest.mark.parametrize("kind", ["table", "csv", "json", "jsonl", "yaml"])
def test_a_terminal_gets_no_controls_of_a_name(
    zgrpc_command: Path, environ: dict[str, str], project: str, tmp_path: Path, kind: str
) -> None:
    command = [str(zgrpc_command), "list", "management.ListProjects", "-o", kind, "-c", "name"]
    code, stdout, stderr = run_on(command, {**environ, "NO_COLOR": "1"}, folder=tmp_path, stderr="pipe")
    assert (code, stderr) == (0, b"")
    shown = stdout.decode().replace("\r\n", "\n")
    assert not RAW.search(shown)
    assert "owned" in shown
    assert "202e" in shown.lower()


def test_an_answer_and_an_error_show_no_controls(
    zgrpc_command: Path, environ: dict[str, str], project: str, tmp_path: Path
) -> None:
    command = [str(zgrpc_command), "call", "management.ListProjects"]
    _, stdout, _ = run_on(command, {**environ, "NO_COLOR": "1"}, folder=tmp_path, stderr="pipe")
    assert not RAW.search(stdout.decode().replace("\r\n", "\n"))
    command = [str(zgrpc_command), "call", EVIL.replace("\x00", "")]
    code, _, stderr = run_on(command, environ, folder=tmp_path, stdout="pipe")
    assert code == 2
    assert not RAW.search(stderr.decode().replace("\r\n", "\n"))


def test_an_error_of_the_server_shows_no_controls(zitadel_emulator: Emulator, run: Run) -> None:
    def refuse(_: Exchange) -> float:
        raise Interrupted("ABORTED", EVIL)

    with zitadel_emulator.faults.add(Fault("refuse", frozenset({"auth.GetMyUser"}), after=refuse)):
        plain, debug = run("call", "auth.GetMyUser"), run("call", "auth.GetMyUser", "--debug")
    assert "Traceback" in debug.stderr
    for done in (plain, debug):
        assert done.returncode == 1
        assert "owned" in done.stderr
        assert not RAW.search(done.stderr)


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl", "yaml"])
def test_a_file_holds_the_exact_name(run: Run, project: str, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"p.{kind}"
    assert run("list", "management.ListProjects", "--to", str(path), "-c", "name").returncode == 0
    written = path.read_text(encoding="utf-8")
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(written, newline="")))
    elif kind == "jsonl":
        rows = [json.loads(line) for line in written.splitlines()]
    else:
        rows = json.loads(written) if kind == "json" else yaml.safe_load(written)
    assert project in [row["name"] for row in rows]


def test_csv_to_a_pipe_is_exact(run: Run, project: str) -> None:
    done: subprocess.CompletedProcess[bytes] = run(
        "list", "management.ListProjects", "-o", "csv", "-c", "name", text=False
    )
    assert project.encode() in done.stdout


def test_safe_csv_defuses_formulas(run: Run, org: Org) -> None:
    made = org.client.management.add_project(name='=HYPERLINK("http://x")').id
    try:
        plain = run("list", "management.ListProjects", "-o", "csv", "-c", "name").stdout
        safe = run("list", "management.ListProjects", "-o", "csv", "-c", "name", "--safe-csv").stdout
    finally:
        org.client.management.remove_project(id=made)
    assert '\n"=HYPERLINK' in plain
    assert "\n\"'=HYPERLINK" in safe


@given(st.text())
def test_no_text_controls_a_terminal(text: str) -> None:
    assert is_visible(visible(text))
    assert not RAW.search(visible(text))


@given(st.recursive(TEXTS, lambda inner: st.dictionaries(TEXTS, inner) | st.lists(inner)))
def test_escaped_json_and_yaml_mean_the_same(data: object) -> None:
    assert json.loads(dump_json(data)) == data
    assert json.loads(dump_json(data, indent=2)) == data
    assert yaml.safe_load(dump_yaml(data)) == data


def test_plain_text_stays_as_it_is() -> None:
    for text in ("Jörg Müller", "李小龍", "مریم‌گل", "👩‍🚀", "a b"):
        assert visible(text) == text
