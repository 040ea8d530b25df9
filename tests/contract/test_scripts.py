"""The scripts notice what is not as they would write it, and say what they cannot do."""

import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import _package
import _toolchain
import _words
import pytest
import sync_proto
from _render import render
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import text_format
from hypothesis import given
from hypothesis import strategies as st

Field = pb.FieldDescriptorProto


# The writer.


@pytest.fixture
def written(tmp_path: Path) -> tuple[dict[str, str], list[Path], Path]:
    files = {"out/a.py": "a = 1\n", "out/deep/b.py": "b = 2\n"}
    folders = [tmp_path / "out"]
    _toolchain.write(files, folders, tmp_path)
    return files, folders, tmp_path


def test_what_was_written_has_no_differences(written: Any) -> None:
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


def test_bytecode_is_no_difference(written: Any) -> None:
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
    for folder in ("proto", "generated", "zgrpc/_generated"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(root: Path, script: str, checkout: Path, *options: str) -> subprocess.CompletedProcess[str]:
    if not (root / ".venv-generate/requirements.txt").exists():
        pytest.skip("the generator's virtual environment is made by the first run of scripts/generate.py")
    if script == "sync_proto.py" and not list((root / ".cache").glob("zitadel-proto-*.tgz")):
        pytest.skip("the package is fetched by the first run of scripts/sync_proto.py")
    command = [sys.executable, str(root / "scripts" / script), "--root", str(checkout), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_generate_check_names_each_file_that_differs(root: Path, checkout: Path) -> None:
    (checkout / "generated/zitadel/old_pb2.py").write_text("")
    (checkout / "zgrpc/_generated/limits.py").write_text("LIMITS = {}\n")
    result = run(root, "generate.py", checkout, "--check")
    found = result.stderr.splitlines()
    assert found[:2] == ["generated/zitadel/old_pb2.py: stale", "zgrpc/_generated/limits.py: differs"]
    assert result.returncode == 1


def test_generate_check_notices_a_changed_contract(root: Path, checkout: Path) -> None:
    user = checkout / "proto/zitadel/user.proto"
    user.write_text(user.read_text().replace("// at most 200 characters", "// at most 201 characters", 1))
    result = run(root, "generate.py", checkout, "--check")
    assert "zgrpc/_generated/limits.py: differs" in result.stderr.splitlines()
    assert result.returncode == 1


def test_sync_check_notices_an_edited_contract(root: Path, checkout: Path) -> None:
    with (checkout / "proto/zitadel/user.proto").open("a") as file:
        file.write("// more\n")
    result = run(root, "sync_proto.py", checkout, "--check")
    assert result.stderr.splitlines()[0] == "proto/zitadel/user.proto: differs"
    assert result.returncode == 1


def test_another_service_is_one_more_line_in_the_list(root: Path, tmp_path: Path) -> None:
    services = tmp_path / "services.toml"
    more = 'admin = "zitadel.admin.v1.AdminService"\nuser_v2 = "zitadel.user.v2.UserService"\n'
    services.write_text((root / "scripts/services.toml").read_text() + more)
    for script in ("sync_proto.py", "generate.py"):
        assert run(root, script, tmp_path, "--services", str(services)).stderr == ""
    tables = runpy.run_path(str(tmp_path / "zgrpc/_generated/rpcs.py"))
    module = "zitadel.user.v2.user_service_pb2"
    assert tables["SERVICES"]["user_v2"] == ("zitadel.user.v2.UserService", module)
    assert (tmp_path / "generated" / f"{module.replace('.', '/')}_grpc.py").exists()
    assert tables["RPCS"]["user_v2"]["list_users"][4:] == (True, False, ("v2", "result"))
    assert tables["RPCS"]["admin"]["list_orgs"][4:] == (True, True, ("offset", "result"))
    stub = (tmp_path / "zgrpc/_generated/services.pyi").read_text()
    assert "def user_v2(self) -> AsyncUserService:" in stub


def test_sync_without_npm_has_its_own_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_toolchain, "CACHE", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as caught:
        _package.fetch("@zitadel/proto@0.0.0")
    assert caught.value.code == _toolchain.TOOL_MISSING
    assert "npm is not installed" in capsys.readouterr().err


def test_a_service_that_the_package_lacks_is_named_with_its_namesake(capsys: pytest.CaptureFixture[str]) -> None:
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
  method { name: "GetA" input_type: ".zitadel.a.v1.Empty" output_type: ".zitadel.a.v1.A" }
  method { name: "Watch" input_type: ".zitadel.a.v1.Empty" output_type: ".zitadel.a.v1.A" server_streaming: true }
}
"""

RENDERED = """
syntax = "proto3";

package zitadel.a.v1;

import "zitadel/b.proto";

service AService {
  // GET /a/{id}, permission a.read, deprecated
  rpc GetA(Empty) returns (A) {
    option deprecated = true;
  }

  rpc Watch(Empty) returns (stream A);
}

message A {
  reserved 7, 9 to 11;
  reserved "gone";
  string id = 1; // at most 200 characters
  optional string note = 2;
  // one is required
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


class Facts:
    """What the example's options would say."""

    def rpc(self, method: pb.MethodDescriptorProto) -> tuple[str, str, str, bool]:
        return ("GET", "/a/{id}", "a.read", True) if method.name == "GetA" else ("", "", "", False)

    def oneof(self, oneof: pb.OneofDescriptorProto) -> str:
        return _words.ONEOF_REQUIRED if oneof.name == "choice" else ""

    def field(self, scope: str, field: pb.FieldDescriptorProto) -> str:
        return "at most 200 characters" if f"{scope}.{field.name}" == "zitadel.a.v1.A.id" else ""


def example() -> pb.FileDescriptorProto:
    return text_format.Parse(EXAMPLE, pb.FileDescriptorProto())


def test_every_construct_is_rendered() -> None:
    assert render(example(), Facts()).partition("\n\n")[2] == RENDERED.lstrip()


# The overlay.


@pytest.mark.parametrize(
    "overlay",
    [
        {"enum": [{"name": "zitadel.a.v1.E", "file": "zitadel/a.proto", "values": ["E_UNSPECIFIED = 0"]}]},
        {"value": [{"enum": "zitadel.a.v1.E", "is": "E_ONE = 2"}]},
        {"value": [{"enum": "zitadel.a.v1.E", "is": "E_TWO = 1"}]},
        {"message": [{"name": "zitadel.a.v1.A", "file": "zitadel/a.proto"}]},
        {"field": [{"message": "zitadel.a.v1.A", "is": "string id = 20"}]},
        {"field": [{"message": "zitadel.a.v1.A", "is": "string other = 1"}]},
        {"limits": [{"field": "zitadel.a.v1.A.id", "are": "at most 200 characters"}]},
    ],
    ids=lambda overlay: next(iter(overlay)),
)
def test_an_overlay_that_the_package_has_caught_up_with_is_refused(
    overlay: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    facts: Any = Facts()
    facts.limits = {}
    with pytest.raises(SystemExit):
        sync_proto.apply_overlay({"zitadel/a.proto": example()}, facts, overlay)
    assert "overlay.toml: " in capsys.readouterr().err


def test_an_overlay_adds_to_what_is_there() -> None:
    file = example()
    facts: Any = Facts()
    facts.limits = {}
    overlay = {
        "enum": [{"name": "zitadel.a.v1.F", "file": "zitadel/a.proto", "values": ["F_UNSPECIFIED = 0"]}],
        "message": [{"name": "zitadel.a.v1.A.Inner", "file": "zitadel/a.proto"}],
        "field": [
            {"message": "zitadel.a.v1.A.Inner", "is": "optional zitadel.a.v1.F f = 1"},
            {"message": "zitadel.a.v1.A", "is": "zitadel.a.v1.A.Inner three = 20", "oneof": "choice"},
            {"message": "zitadel.a.v1.A", "is": "repeated string tags = 21", "limits": "at most 20 items"},
        ],
    }
    sync_proto.apply_overlay({"zitadel/a.proto": file}, facts, overlay)
    a = file.message_type[0]
    inner = next(message for message in a.nested_type if message.name == "Inner")
    assert [value.name for value in file.enum_type[1].value] == ["F_UNSPECIFIED"]
    assert (inner.field[0].type, inner.field[0].proto3_optional) == (Field.TYPE_ENUM, True)
    assert [inner.oneof_decl[0].name, a.oneof_decl[a.field[-2].oneof_index].name] == ["_f", "choice"]
    assert (a.field[-1].label, facts.limits) == (Field.LABEL_REPEATED, {"zitadel.a.v1.A.tags": "at most 20 items"})


# Words.

sizes = st.integers(0, 10**6)
strings = st.fixed_dictionaries(
    {},
    optional={
        "min_len": sizes,
        "max_len": sizes,
        "max_bytes": sizes,
        "len": sizes,
        "prefix": st.text("abc+-: ", min_size=1),
        "email": st.just(True),
        "ignore_empty": st.just(True),
    },
)
numbers = st.fixed_dictionaries({}, optional={"gte": sizes | st.floats(0, 1e7), "lte": sizes, "gt": sizes, "lt": sizes})
enums = st.fixed_dictionaries(
    {}, optional={"defined_only": st.just(True), "not_in": st.lists(sizes, min_size=1, max_size=3).map(tuple)}
)
items = st.sampled_from(["string", "enum"]).flatmap(
    lambda kind: st.tuples(st.just(kind), (strings if kind == "string" else enums).filter(bool))
)
lists = st.fixed_dictionaries({}, optional={"min_items": sizes, "max_items": sizes, "items": items})


@given(
    st.one_of(
        st.tuples(st.just("string"), strings),
        st.tuples(st.just("duration"), numbers),
        st.tuples(st.just("number"), numbers),
        st.tuples(st.just("enum"), enums),
        st.tuples(st.just("repeated"), lists),
    )
)
def test_words_for_limits_read_back_as_the_same_limits(case: tuple[str, Any]) -> None:
    kind, rules = case
    item, inner = rules.get("items", (None, None))
    expected = rules | ({"items": inner} if item else {})
    assert _words.to_rules(kind, _words.from_rules(kind, rules), item) == expected


@pytest.mark.parametrize(("kind", "rules"), [("string", {"pattern": "^a$"}), ("string", {"prefix": "a, or empty"})])
def test_limits_without_words_are_refused(kind: str, rules: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no words for|cannot read"):
        _words.from_rules(kind, rules)


@pytest.mark.parametrize("words", ["at most many characters", "at most 5 items", "something else"])
def test_words_that_mean_nothing_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        _words.to_rules("string", words)


@pytest.mark.parametrize("deprecated", [True, False])
@pytest.mark.parametrize("permission", ["user.read", "authenticated", ""])
@pytest.mark.parametrize(("verb", "path"), [("POST", "/users/{id}/_search"), ("", "")])
def test_words_for_an_rpc_read_back_as_its_facts(verb: str, path: str, permission: str, deprecated: bool) -> None:
    said = _words.from_rpc(verb, path, permission, deprecated=deprecated)
    assert _words.to_rpc(said) == (verb, path, permission)


def test_words_for_an_rpc() -> None:
    said = _words.from_rpc("POST", "/users/grants/_search", "user.grant.read", deprecated=True)
    assert said == "POST /users/grants/_search, permission user.grant.read, deprecated"


def test_an_rpc_comment_that_means_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot read the comment"):
        _words.to_rpc("POST /users; see the docs")
