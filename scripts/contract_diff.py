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
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from google.protobuf import descriptor_pb2 as pb

ROOT = Path(__file__).resolve().parents[1]
RELEASED = ROOT / "proto/released.binpb"

Facts = dict[str, str]
"""What a contract says: a thing's name, such as `field zitadel.user.v1.User.id`, and what it is."""


class Contract(NamedTuple):
    """The declarations of a contract, and its `facts.json`; None where none was recorded."""

    declared: pb.FileDescriptorSet
    facts: dict[str, dict[str, Any]] | None


_Type = pb.FieldDescriptorProto.Type
_REPEATED = pb.FieldDescriptorProto.Label.LABEL_REPEATED


def load(source: str | None) -> Contract:
    """Return the contract of the working tree (None), a file, or a git revision.

    Raises:
        SystemExit: There is no contract; says why.
    """
    if source is None:
        return _read(ROOT / "proto")
    if Path(source).is_file():
        return Contract(pb.FileDescriptorSet.FromString(Path(source).read_bytes()), None)
    done = subprocess.run(["git", "-C", ROOT, "archive", source, "proto"], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"contract_diff: {source} is no file, and no git revision with proto/")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return _read(Path(folder, "proto"))


def _read(folder: Path) -> Contract:
    buf = Path(sys.executable).with_name("buf")
    command = [buf if buf.exists() else "buf", "build", folder, "--as-file-descriptor-set", "-o", "-#format=binpb"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"contract_diff: buf refuses {folder}: {done.stderr.decode()}")
    facts = folder / "facts.json"
    known = json.loads(facts.read_text()) if facts.exists() else None
    return Contract(pb.FileDescriptorSet.FromString(done.stdout), known)


def facts(contract: Contract, *, options: bool = False) -> Facts:
    """Everything in a contract that a caller can notice, except Google's own messages.

    Args:
        contract: The contract.
        options: Whether to take its `facts.json` too: routes, permissions and the limits of fields.
    """
    found: Facts = {}
    for file in contract.declared.file:
        if file.package.startswith("google."):
            continue
        for service in file.service:
            name = f"{file.package}.{service.name}"
            for method in service.method:
                types = f"{_short(method.input_type)} -> {_short(method.output_type)}"
                deprecated = ", deprecated" if method.options.deprecated else ""
                found[f"rpc {name}/{method.name}"] = types + deprecated
        for message in file.message_type:
            _message(message, file.package, found)
        for enum in file.enum_type:
            _enum(enum, file.package, found)
    if options and contract.facts is not None:
        for kind, said in contract.facts.items():
            prefix = {"rpcs": "options of rpc", "limits": "limits of field"}[kind]
            found.update(
                (f"{prefix} {name}", ", ".join(f"{key} {value}" for key, value in sorted(values.items())))
                for name, values in said.items()
                if values
            )
    return found


def _message(message: pb.DescriptorProto, above: str, found: Facts) -> None:
    name = f"{above}.{message.name}"
    found[f"message {name}"] = ""
    for field in message.field:
        kind = _short(field.type_name) or _Type.Name(field.type).removeprefix("TYPE_").lower()
        many = "repeated " if field.label == _REPEATED else ""
        oneof = ""
        if field.HasField("oneof_index") and not field.proto3_optional:
            oneof = f" in oneof {message.oneof_decl[field.oneof_index].name}"
        deprecated = ", deprecated" if field.options.deprecated else ""
        found[f"field {name}.{field.name}"] = f"{many}{kind} = {field.number}{oneof}{deprecated}"
    for nested in message.nested_type:
        _message(nested, name, found)
    for enum in message.enum_type:
        _enum(enum, name, found)


def _enum(enum: pb.EnumDescriptorProto, above: str, found: Facts) -> None:
    name = f"{above}.{enum.name}"
    found[f"enum {name}"] = ""
    found.update({f"value {name}.{value.name}": str(value.number) for value in enum.value})


def _short(type_name: str) -> str:
    return type_name.removeprefix(".")


def difference(before: Facts, now: Facts) -> list[str]:
    """Return the differences, one line each, without what lies within an added or removed message or enum."""
    lines = [f"+ {name}{_said(now[name])}" for name in now.keys() - before.keys() if not _within(name, now, before)]
    lines += [f"- {name}{_said(before[name])}" for name in before.keys() - now.keys() if not _within(name, before, now)]
    lines += [
        f"~ {name}: {before[name]} -> {now[name]}" for name in before.keys() & now.keys() if before[name] != now[name]
    ]
    return sorted(lines, key=lambda line: (line.split()[1] != "rpc", line[2:]))


def _within(name: str, here: Facts, there: Facts) -> bool:
    """Return whether a thing lies within a message or an enum that is only here."""
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
    options = before.facts is not None and now.facts is not None
    lines = difference(facts(before, options=options), facts(now, options=options))
    print("\n".join(lines) or "no difference")
    return 1 if lines and arguments.exit_code else 0


if __name__ == "__main__":
    raise SystemExit(main())
