"""What changed in the contract: the RPCs and fields that were added, changed or removed.

    python scripts/contract_diff.py                 since the last release (proto/released.binpb)
    python scripts/contract_diff.py v0.1.0          since a git revision
    python scripts/contract_diff.py v0.1.0 v0.2.0   between two

Between revisions, routes, permissions and the limits of fields are compared too; the record of a release holds none.
Either side may also be a file with a FileDescriptorSet. `--exit-code` exits with 1 when there are differences. Run it
after `make sync`: what it prints belongs into CHANGELOG.md.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

ROOT = Path(__file__).resolve().parents[1]
RELEASED = ROOT / "proto/released.binpb"

Facts = dict[str, str]
"""What can be said of a contract: a thing's name, such as `message zitadel.v1.User field id`, and what it is."""

_Type = pb.FieldDescriptorProto.Type
_REPEATED = pb.FieldDescriptorProto.Label.LABEL_REPEATED


def load(source: str | None) -> pb.FileDescriptorSet:
    """A contract: of the working tree (None), a file, or a git revision.

    Raises:
        SystemExit: there is none there; says why.
    """
    if source is None:
        return _build(ROOT / "proto")
    if Path(source).is_file():
        return pb.FileDescriptorSet.FromString(Path(source).read_bytes())
    done = subprocess.run(["git", "-C", ROOT, "archive", source, "proto"], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"contract_diff: {source} is no file, and no git revision with proto/")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return _build(Path(folder, "proto"))


def _build(folder: Path) -> pb.FileDescriptorSet:
    buf = Path(sys.executable).with_name("buf")
    command = [buf if buf.exists() else "buf", "build", folder, "--as-file-descriptor-set", "-o", "-#format=binpb"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"contract_diff: buf refuses {folder}: {done.stderr.decode()}")
    return pb.FileDescriptorSet.FromString(done.stdout)


def facts(contract: pb.FileDescriptorSet, *, comments: bool = False) -> Facts:
    """Everything of a contract that a caller can notice, but for Google's own messages.

    Args:
        contract: The contract.
        comments: Whether to take its comments too, which hold routes, permissions and the limits of fields.
    """
    found: Facts = {}
    for file in contract.file:
        if file.package.startswith("google."):
            continue
        said = _comments(file) if comments else {}
        for at, service in enumerate(file.service):
            name = f"{file.package}.{service.name}"
            for number, method in enumerate(service.method):
                types = f"{_short(method.input_type)} -> {_short(method.output_type)}"
                found[f"rpc {name}/{method.name}"] = types + said.get((6, at, 2, number), "")
        for at, message in enumerate(file.message_type):
            _message(message, file.package, found, said, (4, at))
        for enum in file.enum_type:
            _enum(enum, file.package, found)
    return found


def has_comments(contract: pb.FileDescriptorSet) -> bool:
    """Whether a contract was recorded with its comments; released.binpb is not."""
    return any(file.source_code_info.location for file in contract.file)


def _comments(file: pb.FileDescriptorProto) -> dict[tuple[int, ...], str]:
    """The comments before and behind things, by the things' paths in the file."""
    found = {}
    for place in file.source_code_info.location:
        text = " ".join(f"{place.leading_comments} {place.trailing_comments}".split())
        if text:
            found[tuple(place.path)] = f" ({text})"
    return found


def _message(
    message: pb.DescriptorProto, above: str, found: Facts, said: dict[tuple[int, ...], str], path: tuple[int, ...]
) -> None:
    name = f"{above}.{message.name}"
    found[f"message {name}"] = ""
    for at, field in enumerate(message.field):
        kind = _short(field.type_name) or _Type.Name(field.type).removeprefix("TYPE_").lower()
        many = "repeated " if field.label == _REPEATED else ""
        oneof = ""
        if field.HasField("oneof_index") and not field.proto3_optional:
            oneof = f" in oneof {message.oneof_decl[field.oneof_index].name}"
        deprecated = ", deprecated" if field.options.deprecated else ""
        comment = said.get((*path, 2, at), "")
        found[f"field {name}.{field.name}"] = f"{many}{kind} = {field.number}{oneof}{deprecated}{comment}"
    for at, nested in enumerate(message.nested_type):
        _message(nested, name, found, said, (*path, 3, at))
    for enum in message.enum_type:
        _enum(enum, name, found)


def _enum(enum: pb.EnumDescriptorProto, above: str, found: Facts) -> None:
    name = f"{above}.{enum.name}"
    found[f"enum {name}"] = ""
    found.update({f"value {name}.{value.name}": str(value.number) for value in enum.value})


def _short(type_name: str) -> str:
    return type_name.removeprefix(".")


def difference(before: Facts, now: Facts) -> list[str]:
    """The differences, one line each; what lies within a message or an enum that came or went is not told again."""
    lines = [f"+ {name}{_said(now[name])}" for name in now.keys() - before.keys() if not _within(name, now, before)]
    lines += [f"- {name}{_said(before[name])}" for name in before.keys() - now.keys() if not _within(name, before, now)]
    lines += [
        f"~ {name}: {before[name]} -> {now[name]}" for name in before.keys() & now.keys() if before[name] != now[name]
    ]
    return sorted(lines, key=lambda line: (line.split()[1] != "rpc", line[2:]))


def _within(name: str, here: Facts, there: Facts) -> bool:
    """Whether a thing lies within a message or an enum that is only here."""
    parts = name.partition(" ")[2].split(".")
    above = (".".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    return any(key in here and key not in there for a in above for key in (f"message {a}", f"enum {a}"))


def _said(text: str) -> str:
    return f": {text}" if text else ""


def main() -> int:
    """Print the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", nargs="?", default=str(RELEASED), help="a git revision or a file; the last release")
    parser.add_argument("now", nargs="?", help="a git revision or a file; the working tree")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when there are differences")
    arguments = parser.parse_args()
    before, now = load(arguments.before), load(arguments.now)
    comments = has_comments(before) and has_comments(now)
    lines = difference(facts(before, comments=comments), facts(now, comments=comments))
    print("\n".join(lines) or "no difference")
    return 1 if lines and arguments.exit_code else 0


if __name__ == "__main__":
    raise SystemExit(main())
