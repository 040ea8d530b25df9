"""``zgrpc migrate``: deprecated RPCs in code and scenarios, and what changes."""

from __future__ import annotations

import itertools
import json
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from zgrpc._contract.docs import rpc_doc
from zgrpc._contract.rpc import all_rpcs, find_rpc
from zgrpc._migrate import files, uses
from zgrpc._migrate_changes import Use, changes, successors
from zgrpc.cli.migrate import command

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    assert not any(change.startswith("where") for change in notes(use) if "organization_id" not in change)


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
        "where 'organization_id': new; without it, v2 covers all organizations that you may see",
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


@pytest.mark.parametrize(
    "code",
    [
        "def service(): return client.management\nservice().list_users()",
        "def service():\n  m = client.management\n  return m\nservice().list_users()",
        "def service() -> zgrpc.types.ManagementService: ...\nservice().list_users()",
        "class A:\n  @property\n  def m(self): return self.client.management\n  def f(self): self.m.list_users()",
        "services['m'] = client.management; services['m'].list_users()",
        "m = client.management if ready else other; m.list_users()",
        "m = given or client.management; m.list_users()",
        "def f(m=client.management): m.list_users()",
        "def f(*, n, m=client.management): m.list_users()",
        "class A:\n  m = client.management\n  def f(self): self.m.list_users()",
        "class A:\n  m: zgrpc.types.ManagementService\n  def f(self): self.m.list_users()",
        "def f(m: zgrpc.types.ManagementService | None = None): m.list_users()",
        "def f(m: 'zgrpc.types.ManagementService | None'): m.list_users()",
        "def f(m: Optional[ManagementServiceStub]): m.ListUsers(request)",
    ],
)
def test_a_service_is_followed_through_functions_classes_choices_and_items(tmp_path: Path, code: str) -> None:
    (use,) = found(tmp_path, code)
    assert use.rpc.short_name == "management.ListUsers"


@pytest.mark.parametrize("annotation", ["'not an expression ('", "'\\0'", "3", "None", "dict[str, int]"])
def test_an_annotation_that_is_no_service_does_no_harm(tmp_path: Path, annotation: str) -> None:
    assert found(tmp_path, f"def f(m: {annotation}): m.list_users()") == []


@pytest.mark.parametrize("goal", ["services", "make()"])
def test_an_item_that_holds_a_service_makes_nothing_else_one(tmp_path: Path, goal: str) -> None:
    assert found(tmp_path, f"{goal}['m'] = client.management; warehouse()['x'].list_users()") == []


def test_the_line_is_that_of_the_rpc_in_a_chain_over_several_lines(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "x = (\n  client\n  .management\n  .list_users(\n    where={'email': 'x'},\n  )\n)")
    assert (use.line, use.filters) == (4, ("email",))


def test_filters_that_with_options_takes_are_read(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_user_grants.with_options(where={'email': 'x'})()")
    assert use.filters == ("email",)


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("add_oidc_app(redirect_uris=[])", "redirect_uris: now in oidc_configuration.redirect_uris"),
        ("add_machine_user(name='x')", "name: now in machine.name"),
        ("set_user_metadata(value=b'x')", "value: now in metadata[].value"),
        ("set_human_password(password='x')", "password: not in the successor; perhaps new_password"),
        ("bulk_add_project_roles(roles=[])", "roles: not in the successor"),
        ("add_project_member(project_id='1')", "project_id: now in resource.project_id"),
    ],
)
def test_a_field_that_moved_into_a_message_is_found_there(tmp_path: Path, call: str, note: str) -> None:
    (use,) = found(tmp_path, f"client.management.{call}")
    assert note in notes(use)


@pytest.mark.parametrize("verb", ["add", "remove"])
def test_a_write_whose_successor_only_reads_is_noted_with_the_right_one(tmp_path: Path, verb: str) -> None:
    (use,) = found(tmp_path, f"client.admin.{verb}_instance_trusted_domain(domain='x')")
    note = f"ZITADEL names a list as the successor. `v2.instance.{verb}_trusted_domain` {verb}s a domain."
    assert f"note: {note}" in notes(use)
    assert note in rpc_doc(use.rpc)
    assert find_rpc("v2.instance", f"{verb}_trusted_domain")


def test_a_field_that_is_guessed_is_not_new(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.deactivate_user(id='1')")
    assert notes(use) == ["id: not in the successor; perhaps user_id"]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("list_projects()", "where 'organization_id': new; without it, v2 covers all organizations that you may see"),
        (
            "add_org_member(user_id='1', roles=[])",
            "resource.organization_id: names the organization, which with_org() and org_id= do not fill",
        ),
    ],
)
def test_the_organization_of_v2_is_named_where_it_goes(tmp_path: Path, call: str, note: str) -> None:
    (use,) = found(tmp_path, f"client.management.{call}")
    assert note in notes(use)


def test_the_tokens_of_one_user_need_no_organization(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.management.list_personal_access_tokens(user_id='1')")
    assert not any("organization_id" in change for change in notes(use))


def test_a_list_of_your_own_must_name_you_in_v2(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "client.auth.list_my_user_grants()")
    assert notes(use)[0] == "where 'in_user_ids': new; name yourself, because v2 covers all users that you may see"


# Hostile files.


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sum.py", "x = " + "+".join(["1"] * 20_000)),
        ("minus.py", "x = " + "-" * 5_000 + "1"),
        ("chain.py", "x = a" + ".b" * 3_000),
        ("deep.yaml", "steps: " + "[" * 2_000 + "]" * 2_000),
    ],
)
def test_a_file_that_is_nested_too_deeply_is_named(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ValueError, match=rf"{name}:1: nested too deeply to be read"):
        found(tmp_path, text, name)


@pytest.mark.parametrize("escape", ["U00110000", "UFFFFFFFF"])
def test_yaml_with_escapes_beyond_unicode_is_named(tmp_path: Path, escape: str) -> None:
    with pytest.raises(ValueError, match=r"load.yaml:1: not YAML$"):
        found(tmp_path, f'steps: "\\{escape}"', "load.yaml")


def test_an_alias_to_a_node_above_it_is_read_once(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "steps:\n- &a\n  call: management.GetUserByID\n  fields: *a\n", "load.yaml")
    assert use.line == 3


@pytest.mark.timeout(20)
def test_aliases_that_multiply_are_read_once(tmp_path: Path) -> None:
    names = "abcdefghijklmnop"
    lists = [f"- &{name} [{', '.join([f'*{above}'] * 9)}]" for above, name in itertools.pairwise(names)]
    text = "\n".join(["steps:", "- &a {call: management.GetUserByID}", *lists])
    assert [use.line for use in found(tmp_path, text, "load.yaml")] == [2]


def test_steps_that_merge_another_one_are_read(tmp_path: Path) -> None:
    text = "steps:\n- &a {list: management.ListUserGrants, limit: 3}\n- <<: [*a, {limit: 4}]\n  where: {email: x}\n"
    lines = [(use.line, use.filters) for use in found(tmp_path, text, "load.yaml")]
    assert lines == [(2, ()), (3, ("email",))]


@pytest.mark.timeout(20)
def test_links_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg/a.py").write_text("")
    for name in ("one", "two"):
        (tmp_path / "pkg" / name).symlink_to(tmp_path / "pkg")
    (tmp_path / "pkg/self.py").symlink_to("self.py")
    (tmp_path / "pkg/nowhere.py").symlink_to("gone.py")
    (tmp_path / "pkg/same.py").symlink_to("a.py")
    assert [path.name for path in files(tmp_path)] == ["a.py"]


@pytest.mark.timeout(20)
def test_what_is_no_file_is_skipped_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert list(files(tmp_path)) == []


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text("client.management.list_users()\n")
    read = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "iterdir", refuse)  # the mode of a folder does not keep root out
    done = CliRunner().invoke(command, [str(tmp_path)])
    assert done.exit_code == 1
    assert f"Permission denied: '{tmp_path / 'a'}'" in done.output
    assert f"{tmp_path / 'b/app.py'}:1: management.ListUsers" in done.output


def test_a_link_that_cannot_be_followed_keeps_no_file_beside_it_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("x" * 300)
    (tmp_path / "app.py").write_text("")
    assert [path.name for path in files(tmp_path)] == ["app.py"]


def test_a_folder_without_code_is_reported(run: Run, tmp_path: Path) -> None:
    done = run("migrate", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "no deprecated RPC\n")
    assert done.stderr == f"zgrpc: no Python or YAML file in {tmp_path}\n"


def test_a_script_that_names_python_in_its_first_line_is_python(tmp_path: Path) -> None:
    (use,) = found(tmp_path, "#!/usr/bin/env python3\nclient.management.list_users()\n", "tool")
    assert use.line == 2


def test_a_file_of_another_kind_is_refused_with_the_kinds_that_are_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"load.toml:2: not YAML; zgrpc migrate reads .py, .yaml and .yml files"):
        found(tmp_path, '[[steps]]\ncall = "management.GetUserByID"\n', "load.toml")


def test_the_code_that_is_read_gives_no_warnings(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found(tmp_path, "x = '\\d'\nassert (x, 'y')\n") == []
        assert found(tmp_path, "def f(m: 'Literal[\"\\\\d\"] | ManagementService'): m.list_users()")
