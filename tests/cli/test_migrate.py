"""``zgrpc migrate``: deprecated RPCs in code and scenarios, and what changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zgrpc._contract.rpc import all_rpcs
from zgrpc._migrate import Use, changes, files, successors, uses

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def found(tmp_path: Path, text: str, name: str = "app.py") -> list[Use]:
    path = tmp_path / name
    path.write_text(text)
    return uses(path)


def notes(use: Use) -> list[str]:
    (successor,) = successors(use.rpc)
    return list(changes(use, successor))


@pytest.mark.parametrize(
    "line",
    [
        "client.management.list_users()",
        "self.zitadel.management.list_users(where={})",
        "call = client.management.list_users",
        "client.management.list_users.page(limit=3)",
        "management = client.management; management.list_users()",
        "stub = ManagementServiceStub(client.channel); stub.ListUsers(request)",
        "pb.ManagementServiceStub(channel).ListUsers(request)",
        "self.m = client.management; self.m.list_users()",
        "self.stub = ManagementServiceStub(channel); self.stub.ListUsers(request)",
        "m: object = client.management; m.list_users()",
        "print(m := client.management, m.list_users())",
        "a, m = client.auth, client.management; m.list_users()",
        "def f(m: zgrpc.types.AsyncManagementService): return m.list_users()",
        "def f(m: 'ManagementServiceStub'): return m.ListUsers(request)",
        "getattr(client.management, 'list_users')()",
        "client.with_org('1').management.list_users()",
        "zgrpc.Client(url, retry=['management.list_users'])",
        "scenario.list('management.ListUsers')",
    ],
)
def test_each_spelling_of_a_use_is_found(tmp_path: Path, line: str) -> None:
    (use,) = found(tmp_path, f"\n{line}\n")
    assert (use.line, use.rpc.short_name) == (2, "management.ListUsers")


@pytest.mark.parametrize(
    "line",
    [
        "client.v2.user.list_users()",
        "client.management.list_actions()",
        "warehouse.list_users()",
        "print('management.ListUsers is deprecated')",
    ],
)
def test_other_code_is_left_alone(tmp_path: Path, line: str) -> None:
    assert found(tmp_path, line) == []


def test_a_keyword_that_the_successor_filters_by_becomes_a_key_of_where(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_personal_access_tokens(user_id='1')")
    assert notes(use)[0] == "user_id: now a key of where=, 'user_id'"


def test_a_key_of_where_that_the_successor_lacks_is_named(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_user_grants(where={'email': 'x', 'project_id': '1'})")
    assert "where 'email': not in the successor" in notes(use)
    assert not any("project_id" in change for change in notes(use))


@pytest.mark.parametrize(
    "call",
    [
        "list_user_grants(where={'email': 'x'})",
        "list_user_grants.page(where={'email': 'x'}, limit=3)",
        "list_user_grants.with_options(timeout=3)(where={'email': 'x'})",
        "list_user_grants.with_options(timeout=3).page(where={'email': 'x'})",
    ],
)
def test_the_arguments_of_a_call_are_read_behind_its_options(tmp_path: Path, call: str) -> None:
    (use,) = found(tmp_path, f"client.management.{call}")
    assert (use.fields, use.filters) == ((), ("email",))


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("{'or': [{'email': 'x'}, {'not': {'user_name': 'y'}}]}", ("or", "email", "not", "user_name")),
        ("zgrpc.or_({'email': 'x'}, and_({'state': 1}))", ("or", "email", "and", "state")),
        ("{'email': 'x', **more}", None),
        ("zgrpc.or_(condition)", None),
        ("conditions", None),
    ],
)
def test_the_keys_of_combinations_are_read_if_they_can_be(
    tmp_path: Path, where: str, keys: tuple[str, ...] | None
) -> None:
    (use,) = found(tmp_path, f"client.management.list_users(where={where})")
    assert use.filters == keys


def test_a_combination_that_the_successor_has_too_needs_no_change(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_users(where={'or': [{'email': 'x'}, {'user_name': 'y'}]})")
    assert not any(change.startswith("where") for change in notes(use))


@pytest.mark.parametrize(
    ("request_", "fields"),
    [
        ("GetUserByIDRequest(id='1')", ("id",)),
        ("pb.GetUserByIDRequest(id='1')", ("id",)),
        ("GetUserByIDRequest(**fields)", None),
        ("request", None),
    ],
)
def test_the_fields_of_a_request_that_is_built_in_place_are_read(
    tmp_path: Path, request_: str, fields: tuple[str, ...] | None
) -> None:
    (use,) = found(tmp_path, f"ManagementServiceStub(channel).GetUserByID({request_})")
    assert use.fields == fields


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("get_app_by_id(project_id='1', app_id='2')", "app_id: not in the successor; perhaps application_id"),
        (
            "list_user_memberships(user_id='1')",
            "user_id: not in the successor; perhaps the key 'in_user_ids' of where=",
        ),
        ("list_user_grants(where={'first_name': 'x'})", "where 'first_name': not in the successor"),
    ],
)
def test_a_name_that_changed_is_guessed_by_its_words(tmp_path: Path, call: str, note: str) -> None:
    (use,) = found(tmp_path, f"client.management.{call}")
    assert note in notes(use)


def test_the_organization_of_v2_goes_into_the_request(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.add_user_grant(user_id='1', project_id='2', role_keys=[])")
    assert notes(use) == ["organization_id: names the organization, which with_org() and org_id= do not fill"]


def test_a_migrated_list_shows_the_new_items_and_requests(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_users()")
    assert notes(use) == [
        "items: zitadel.user.v2.User in place of zitadel.user.v1.User",
        "cost: one request for 1,000 items, in place of one or two for the whole list",
    ]


def test_every_deprecated_rpc_names_current_successors_or_has_none() -> None:
    deprecated = [rpc for rpc in all_rpcs().values() if rpc.deprecated]
    for rpc in deprecated:
        for successor in successors(rpc):
            list(changes(Use(Path("a.py"), 1, rpc, None, None), successor))
            assert not successor.deprecated or not successor.successors
    assert len(deprecated) == 208


def test_steps_and_data_of_a_scenario_are_read(tmp_path: Path) -> None:
    text = """\
    data:
      users: {list: management.ListUsers, limit: 5}
    steps:
      - call: management.GetUserByID
        fields: {id: "${users.id}"}
      - list: v2.user.ListUsers
    """
    lines = [(use.line, use.rpc.name, use.fields) for use in found(tmp_path, text, "load.yaml")]
    assert lines == [(2, "ListUsers", ()), (4, "GetUserByID", ("id",))]


def test_other_yaml_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "call: management.ListUsers\n", "ci.yml") == []


def test_every_document_of_a_yaml_file_is_read(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "kind: ConfigMap\n---\nsteps: [{call: management.GetUserByID}]\n", "all.yaml")
    assert use.line == 3


def test_keys_of_yaml_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "? [a]: 1\n? {b: 1}\n: 2\nsteps: [{call: management.GetUserByID}]\n", "load.yaml")
    assert use.rpc.name == "GetUserByID"


def test_the_encoding_that_python_code_declares_is_used(tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_bytes(b"# -*- coding: latin-1 -*-\nname = '\xe9'\nclient.management.list_users()\n")
    assert [use.line for use in uses(path)] == [3]


def test_hidden_and_installed_files_are_skipped(tmp_path: Path) -> None:
    for name in ("a.py", ".git/b.py", "env/pyvenv.cfg", "env/c.py", "pkg/d.yml", "pkg/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [path.name for path in files(tmp_path)] == ["a.py", "d.yml"]


def test_the_command_prints_file_line_and_successor(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_text("client.auth.list_my_user_grants()\n")
    done = run("migrate", str(tmp_path))
    assert f"{path}:1: auth.ListMyUserGrants -> v2.authorization.ListAuthorizations" in done.stdout
    assert done.stdout.endswith("1 use of deprecated RPCs\n")
    assert done.returncode == 0
    assert run("migrate", str(tmp_path), "--check").returncode == 1
    (line,) = run("migrate", str(tmp_path), "--json").stdout.splitlines()
    assert json.loads(line)["successors"][0]["rpc"] == "v2.authorization.ListAuthorizations"


def test_the_name_of_a_file_does_not_control_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "\x1b]0;a\x07.py").write_text("client.management.list_users()\n")
    (tmp_path / "\x1b]0;b\x07.py").write_text("print(\n")
    done = run("migrate", str(tmp_path))
    assert "\\x1b]0;a\\x07.py:1: management.ListUsers" in done.stdout
    assert "\\x1b]0;b\\x07.py:1: not Python" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("content", [b"print(\n", b"x = '\xe9'\n", b"\0"])
def test_a_file_that_is_not_python_is_named_and_the_others_are_read(run: Run, tmp_path: Path, content: bytes) -> None:
    bad, good = tmp_path / "a.py", tmp_path / "b.py"
    bad.write_bytes(content)
    good.write_text("client.management.list_users()\n")
    done = run("migrate", str(tmp_path))
    assert done.returncode == 1
    assert f"{bad}:1: not Python" in done.stderr
    assert f"{good}:1: management.ListUsers" in done.stdout


def test_yaml_that_is_a_template_does_not_stop_the_reading_of_a_folder(run: Run, tmp_path: Path) -> None:
    template = tmp_path / "chart.yaml"
    template.write_text("{{ if .Values.x }}\ndata: 1\n{{ end }}\n")
    done = run("migrate", str(tmp_path), "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no deprecated RPC\n", "")
    done = run("migrate", str(template))
    assert done.returncode == 1
    assert f"{template}:" in done.stderr
    assert "not YAML" in done.stderr
