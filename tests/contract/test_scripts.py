"""The scripts find files that differ from what they would write, and report what they cannot do."""

import importlib
import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import _package
import _toolchain
import pytest
import sync_proto
from _render import render
from _tables import Declared, tables
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import text_format

Field = pb.FieldDescriptorProto


# The writer.


@pytest.fixture
def written(tmp_path: Path) -> tuple[dict[str, str], list[Path], Path]:
    files = {"out/a.py": "a = 1\n", "out/deep/b.py": "b = 2\n"}
    folders = [tmp_path / "out"]
    _toolchain.write(files, folders, tmp_path)
    return files, folders, tmp_path


def test_written_files_have_no_differences(written: Any) -> None:
    assert _toolchain.differences(*written) == []


def test_a_stale_file_is_a_difference(written: Any) -> None:
    files, folders, root = written
    (root / "out/deep/old.py").write_text("")
    assert _toolchain.differences(files, folders, root) == ["out/deep/old.py: stale"]


def test_a_missing_file_is_a_difference(written: Any) -> None:
    files, folders, root = written
    (root / "out/a.py").unlink()
    assert _toolchain.differences(files, folders, root) == ["out/a.py: missing"]


def test_an_edited_file_is_a_difference(written: Any) -> None:
    files, folders, root = written
    (root / "out/a.py").write_text("a = 2\n")
    assert _toolchain.differences(files, folders, root) == ["out/a.py: differs"]


def test_bytecode_makes_no_difference(written: Any) -> None:
    files, folders, root = written
    (root / "out/__pycache__").mkdir()
    (root / "out/__pycache__/a.pyc").write_bytes(b"\0")
    assert _toolchain.differences(files, folders, root) == []


def test_writing_deletes_stale_files_and_the_folders_left_empty(written: Any) -> None:
    files, folders, root = written
    _toolchain.write({"out/a.py": files["out/a.py"]}, folders, root)
    assert sorted(path.name for path in (root / "out").rglob("*")) == ["a.py"]


# The command lines.


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    for folder in ("proto", "generated", "zgrpc/_contract/_generated"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(root: Path, script: str, checkout: Path, *options: str) -> subprocess.CompletedProcess[str]:
    if not (root / ".venv-generate/requirements.txt").exists():
        pytest.skip("the generator's virtual environment is made by the first run of scripts/generate.py")
    if script == "sync_proto.py" and shutil.which("go") is None:
        pytest.skip("Go is not installed")
    command = [sys.executable, str(root / "scripts" / script), "--root", str(checkout), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_generate_check_names_each_file_that_differs(root: Path, checkout: Path) -> None:
    (checkout / "generated/zitadel/old_pb2.py").write_text("")
    (checkout / "zgrpc/_contract/_generated/limits/user_v1.py").write_text("LIMITS = {}\n")
    result = run(root, "generate.py", checkout, "--check")
    found = result.stderr.splitlines()
    assert found[:2] == ["generated/zitadel/old_pb2.py: stale", "zgrpc/_contract/_generated/limits/user_v1.py: differs"]
    assert result.returncode == 1


def test_generate_check_notices_a_changed_contract(root: Path, checkout: Path) -> None:
    facts = checkout / "proto/facts.json"
    facts.write_text(facts.read_text().replace('"max_len": 200', '"max_len": 201'))
    result = run(root, "generate.py", checkout, "--check")
    assert "zgrpc/_contract/_generated/limits/user_v1.py: differs" in result.stderr.splitlines()
    assert result.returncode == 1


def test_sync_check_notices_an_edited_contract(root: Path, checkout: Path) -> None:
    with (checkout / "proto/zitadel/user.proto").open("a") as file:
        file.write("// more\n")
    result = run(root, "sync_proto.py", checkout, "--check")
    assert result.stderr.splitlines()[0] == "proto/zitadel/user.proto: differs"
    assert result.returncode == 1


def test_another_service_is_one_more_line_in_the_list(root: Path, tmp_path: Path) -> None:
    services = tmp_path / "services.toml"
    lines = (root / "scripts/services.toml").read_text().splitlines(keepends=True)
    services.write_text("".join(line for line in lines if " = " not in line or line.startswith(("modules", "admin"))))
    (tmp_path / "zgrpc/_contract/_generated").mkdir(parents=True)
    for script in ("sync_proto.py", "generate.py"):
        assert run(root, script, tmp_path, "--services", str(services)).stderr == ""
    generated = tmp_path / "zgrpc/_contract/_generated"
    assert runpy.run_path(str(generated / "index.py"))["SERVICES"] == {
        "admin": ("zitadel.admin.v1.AdminService", "zitadel.admin_pb2")
    }
    with services.open("a") as file:
        file.write('"v2.user" = "zitadel.user.v2.UserService"\n')
    for script in ("sync_proto.py", "generate.py"):
        assert run(root, script, tmp_path, "--services", str(services)).stderr == ""
    module = "zitadel.user.v2.user_service_pb2"
    assert runpy.run_path(str(generated / "index.py"))["SERVICES"]["v2.user"] == ("zitadel.user.v2.UserService", module)
    assert (tmp_path / "generated" / f"{module.replace('.', '/')}_grpc.py").exists()
    assert "\nlist_users|ListUsers|POST|/v2/users|" in runpy.run_path(str(generated / "rpcs_v2_user.py"))["RPCS"]
    assert "def user(self) -> AsyncUserService:" in (generated / "types/services.pyi").read_text()


def test_sync_without_go_has_its_own_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as caught:
        _package.fetch(["example.com/module@v1.0.0"])
    assert caught.value.code == _toolchain.TOOL_MISSING
    assert "Go is not installed" in capsys.readouterr().err


def test_descriptors_are_read_from_the_bytes_in_go_files(tmp_path: Path) -> None:
    content = pb.FileDescriptorProto(name="zitadel/a.proto", package="zitadel.a.v1").SerializeToString()
    bytes_ = ", ".join(f"0x{byte:02x}" for byte in content)
    (tmp_path / "a.pb.go").write_text(f"var file_zitadel_a_proto_rawDesc = []byte{{\n\t{bytes_},\n}}\n")
    assert list(_package.read_modules([tmp_path])) == ["zitadel/a.proto"]


def test_modules_without_descriptors_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _package.read_modules([tmp_path])
    assert "hold no descriptor" in capsys.readouterr().err


def test_a_service_that_the_modules_lack_is_named_with_its_namesake(capsys: pytest.CaptureFixture[str]) -> None:
    file = pb.FileDescriptorProto(name="zitadel/a.proto", package="zitadel.a.v2")
    file.service.add(name="AService")
    with pytest.raises(SystemExit):
        sync_proto.reach({file.name: file}, ["zitadel.a.v1.AService"])
    assert "no service zitadel.a.v1.AService; it has zitadel.a.v2.AService" in capsys.readouterr().err


# Rendering.

EXAMPLE = """
name: "zitadel/a.proto" package: "zitadel.a.v1" syntax: "proto3" dependency: "zitadel/b.proto"
message_type {
  name: "A"
  field { name: "id" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
  field { name: "note" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 1 proto3_optional: true }
  field { name: "one" number: 3 type: TYPE_INT64 label: LABEL_OPTIONAL oneof_index: 0 }
  field { name: "two" number: 4 type: TYPE_MESSAGE type_name: ".zitadel.b.v1.B" label: LABEL_OPTIONAL oneof_index: 0 }
  field { name: "all" number: 5 type: TYPE_MESSAGE type_name: ".zitadel.a.v1.A.AllEntry" label: LABEL_REPEATED }
  field { name: "old" number: 6 type: TYPE_ENUM type_name: ".zitadel.a.v1.E" label: LABEL_REPEATED
          options { deprecated: true } }
  nested_type {
    name: "AllEntry" options { map_entry: true }
    field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
    field { name: "value" number: 2 type: TYPE_BYTES label: LABEL_OPTIONAL }
  }
  oneof_decl { name: "choice" } oneof_decl { name: "_note" }
  reserved_range { start: 7 end: 8 } reserved_range { start: 9 end: 12 } reserved_name: "gone"
}
message_type { name: "Empty" }
enum_type { name: "E" value { name: "E_UNSPECIFIED" number: 0 } value { name: "E_ONE" number: 1 } }
service {
  name: "AService"
  method { name: "GetA" input_type: ".zitadel.a.v1.Empty" output_type: ".zitadel.a.v1.A"
           options { deprecated: true } }
  method { name: "Watch" input_type: ".zitadel.a.v1.Empty" output_type: ".zitadel.a.v1.A" server_streaming: true }
}
"""

RENDERED = """
syntax = "proto3";

package zitadel.a.v1;

import "zitadel/b.proto";

service AService {
  rpc GetA(Empty) returns (A) {
    option deprecated = true;
  }
  rpc Watch(Empty) returns (stream A);
}

message A {
  reserved 7, 9 to 11;
  reserved "gone";
  string id = 1;
  optional string note = 2;
  oneof choice {
    int64 one = 3;
    zitadel.b.v1.B two = 4;
  }
  map<string, bytes> all = 5;
  repeated E old = 6 [deprecated = true];
}

message Empty {}

enum E {
  E_UNSPECIFIED = 0;
  E_ONE = 1;
}
"""


def example() -> pb.FileDescriptorProto:
    return text_format.Parse(EXAMPLE, pb.FileDescriptorProto())


def test_every_construct_is_rendered() -> None:
    assert render(example()).partition("\n\n")[2] == RENDERED.lstrip()


# The tables.

LISTS = """
file {
  name: "zitadel/a.proto" package: "zitadel.a.v1"
  message_type { name: "Item" field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL } }
  message_type {
    name: "ListRequest"
    field { name: "query" number: 1 type: TYPE_MESSAGE type_name: ".zitadel.v1.ListQuery" label: LABEL_OPTIONAL }
    field { name: "sorting_column" number: 2 type: TYPE_ENUM type_name: ".zitadel.a.v1.By" label: LABEL_OPTIONAL }
  }
  enum_type { name: "By" value { name: "BY_NAME" number: 0 } value { name: "BY_CREATION_DATE" number: 1 } }
  message_type {
    name: "ListResponse"
    field { name: "result" number: 1 type: TYPE_MESSAGE type_name: ".zitadel.a.v1.Item" label: LABEL_REPEATED }
  }
  service {
    name: "AService"
    method { name: "ListItems" input_type: ".zitadel.a.v1.ListRequest" output_type: ".zitadel.a.v1.ListResponse" }
  }
}
"""
LIST = {"kind": "offset", "field": "query", "items": "result", "creation_column": "BY_CREATION_DATE"}
DECLARED = {"lists": {"a.ListItems": LIST}}
UNPAGED = {"kind": "unpaged", "items": "result"}
KEYS = {"identity": {"zitadel.a.v1.Item": ["key"]}}


def tables_of(lists: dict[str, Any]) -> Any:
    contract = text_format.Parse(LISTS, pb.FileDescriptorSet())
    facts = {"rpcs": {"zitadel.a.v1.AService/ListItems": {"route": "POST /items/_search"}}, "limits": {}}
    return tables(contract, {"a": "zitadel.a.v1.AService"}, Declared(facts, lists, {}))


def test_a_declared_list_has_its_paging_and_its_identity() -> None:
    row = tables_of(DECLARED | KEYS).rpcs["a"]["list_items"]
    assert row.paging == ("offset", "query", "result", ("key",), "", "BY_CREATION_DATE")
    assert row.read


def test_a_list_whose_paging_the_server_ignores_says_so() -> None:
    lists = {"lists": {"a.ListItems": UNPAGED | {"ignores": "query", "creation_column": "BY_CREATION_DATE"}}} | KEYS
    assert tables_of(lists).rpcs["a"]["list_items"].paging[0] == "unpaged"


@pytest.mark.parametrize(
    ("lists", "error"),
    [
        ({"lists": {}} | KEYS, "a.ListItems returns a list: declare it in scripts/lists.toml"),
        (DECLARED | {"identity": {}}, "declare the key fields of zitadel.a.v1.Item"),
        (DECLARED | {"identity": {"zitadel.a.v1.Item": ["name"]}}, "zitadel.a.v1.Item has no 'name'"),
        (
            {"lists": {"a.ListItems": {"kind": "v2", "field": "query", "items": "result"}}} | KEYS,
            "a.ListItems: the request has no field 'query' that pages by v2",
        ),
        (
            {"lists": {"a.ListItems": {"kind": "unpaged", "items": "items"}}} | KEYS,
            "a.ListItems: the response has no list 'items'",
        ),
        (
            {"lists": {"a.ListItems": DECLARED["lists"]["a.ListItems"] | {"creation_column": "X"}}} | KEYS,
            "a.ListItems: there is no sorting column X",
        ),
        ({"lists": DECLARED["lists"] | {"a.ListOthers": {}}} | KEYS, "no RPC a.ListOthers"),
        (
            {"lists": {"a.ListItems": LIST | {"creation_column": ""}}} | KEYS,
            "a.ListItems: declare its creation_column, BY_CREATION_DATE",
        ),
        (
            {"lists": {"a.ListItems": UNPAGED}} | KEYS,
            "a.ListItems: the request pages by 'query', so the list is not unpaged",
        ),
        (
            {"lists": {"a.ListItems": UNPAGED | {"ignores": "page"}}} | KEYS,
            "a.ListItems: the request has no field 'page' that the server could ignore",
        ),
        ({"lists": {"a.ListItems": LIST | {"ignores": "query"}}} | KEYS, "only an unpaged list ignores a field"),
    ],
)
def test_a_list_that_is_not_declared_rightly_fails(
    lists: dict[str, Any], error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        tables_of(lists)
    assert error in capsys.readouterr().err


def test_facts_hold_one_rpc_and_one_field_a_line(root: Path) -> None:
    lines = (root / "proto/facts.json").read_text().splitlines()
    facts = json.loads("\n".join(lines))
    assert len(lines) == len(facts["rpcs"]) + len(facts["limits"]) + 6


def test_the_table_of_mutants_has_a_row_for_every_module_that_decides() -> None:
    pytest.importorskip("resource", reason="scripts/mutants.py runs on Unix")
    mutants = importlib.import_module("mutants")
    assert list(mutants.table(mutants.PAGE.read_text())) == list(mutants.TARGETS)


def test_signatures_and_what_only_type_checkers_read_are_not_mutated() -> None:
    pytest.importorskip("cosmic_ray", reason="the mutants are made by it")
    mutants = importlib.import_module("mutants")
    code = "def f(a, /, *, b): ...\nif TYPE_CHECKING:\n    x = not 1\nelse:\n    x = 2\n"
    assert {mutant.before for mutant in mutants.mutants_of(code)} == {("x = 2",)}


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_clean_removes_what_other_targets_make_and_nothing_else(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "Makefile", tmp_path)
    kept = {"Makefile", "pyproject.toml", "docs", "zgrpc"}
    made = {".venv", ".venv-generate", ".venv-3.13", ".cache", "build", "dist", "site", ".mypy_cache", ".ruff_cache"}
    for folder in made | kept - {"Makefile"}:
        (tmp_path / folder).mkdir()
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert {path.name for path in tmp_path.iterdir()} == kept
