"""Render proto/ from the descriptors in the npm package of ZITADEL's schema and from overlay.toml.

Run `python scripts/sync_proto.py` to write proto/, with `--check` to compare only. Exit codes: 1 when proto/ differs,
2 when something failed, 3 when npm is not installed.
"""

import re
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import _toolchain as toolchain
import _words as words

if __name__ == "__main__":
    toolchain.enter_venv()

from _descriptors import enums, messages, type_names
from _package import Files, fetch, read_package
from _render import render
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.message import Message

Field = pb.FieldDescriptorProto

SCALARS = {name.removeprefix("TYPE_").lower(): number for name, number in Field.Type.items()}
HTTP_METHODS = ("get", "put", "post", "delete", "patch")


def main() -> None:
    """Read the package, render, and write or compare."""
    arguments = toolchain.arguments(__doc__)
    config = tomllib.loads(arguments.services.read_text())
    files = read_package(fetch(config["package"]))
    facts = Facts(files)
    apply_overlay(files, facts, tomllib.loads((toolchain.SCRIPTS / "overlay.toml").read_text()))
    names = reach(files, config["services"].values())
    rendered = {name: render(files[name], facts) for name in names}
    prove(rendered, {name: files[name] for name in names})
    texts = {f"proto/{name}": text for name, text in rendered.items()}
    toolchain.check_or_write(texts, [arguments.root / "proto/zitadel"], arguments.root, check=arguments.check)


# What the foreign options say.


class Facts:
    """What the foreign options say of fields, oneofs and RPCs; `limits` overrides the words for a field's limits."""

    def __init__(self, files: Files) -> None:
        self.limits: dict[str, str] = {}
        self._pool = descriptor_pool.DescriptorPool()
        self._added: set[str] = set()
        for name in files:
            self._add(files, name)

    def _add(self, files: Files, name: str) -> None:
        if name not in self._added:
            self._added.add(name)
            for dependency in files[name].dependency:
                self._add(files, dependency)
            self._pool.AddSerializedFile(files[name].SerializeToString())

    def options(self, options: Message) -> dict[str, Any]:
        """The options by full name, foreign ones included."""
        known = message_factory.GetMessageClass(self._pool.FindMessageTypeByName(options.DESCRIPTOR.full_name))
        return {field.full_name: value for field, value in known.FromString(options.SerializeToString()).ListFields()}

    def rpc(self, method: pb.MethodDescriptorProto) -> tuple[str, str, str, bool]:
        """HTTP method, path, permission, and whether the RPC is deprecated."""
        options = self.options(method.options)
        verb = path = permission = ""
        if route := options.get("google.api.http"):
            verb, path = next((verb.upper(), getattr(route, verb)) for verb in HTTP_METHODS if getattr(route, verb))
        if v1 := options.get("zitadel.v1.auth_option"):
            permission = v1.permission
        elif v2 := options.get("zitadel.protoc_gen_zitadel.v2.options"):
            permission = v2.auth_option.permission
        documented = options.get("grpc.gateway.protoc_gen_openapiv2.options.openapiv2_operation")
        return verb, path, permission, method.options.deprecated or bool(documented and documented.deprecated)

    def oneof(self, oneof: pb.OneofDescriptorProto) -> str:
        """Words for what is asked of a oneof."""
        return words.ONEOF_REQUIRED if self.options(oneof.options).get("validate.required") else ""

    def field(self, scope: str, field: pb.FieldDescriptorProto) -> str:
        """Words for the limits of a field of the message called `scope`."""
        name = f"{scope}.{field.name}"
        if name in self.limits:
            return self.limits[name]
        said = []
        if rules := self.options(field.options).get("validate.rules"):
            try:
                # What is asked of a message stands beside the rules of its type, such as a time stamp's.
                said = [
                    words.from_rules(words.kind_of(part.name), dict(_plain(value)))
                    for part, value in rules.ListFields()
                ]
            except (ValueError, KeyError) as error:
                raise toolchain.fail(f"{name}: {error}; teach scripts/_words.py") from error
        return ", ".join(dict.fromkeys(filter(None, said)))


def _plain(rules: Any) -> Iterator[tuple[str, Any]]:
    for field, value in rules.ListFields():
        if field.name == "items":
            inner, item = next(iter(value.ListFields()))
            yield "items", (words.kind_of(inner.name), dict(_plain(item)))
        elif field.message_type and field.message_type.full_name == "google.protobuf.Duration":
            yield field.name, value.seconds + value.nanos / 1e9
        elif field.name in ("in", "not_in"):
            yield field.name, tuple(value)
        else:
            yield field.name, value


# The overlay.


def apply_overlay(files: Files, facts: Facts, overlay: dict[str, Any]) -> None:
    """Add the overlay's enums, messages, values, fields and limits; refuse what is there already."""
    types = {name: kind for file in files.values() for name, kind in type_names(file)}
    for entry in overlay.get("enum", ()):
        enum = _container(files, entry).enum_type.add(name=_new(types, entry["name"], Field.TYPE_ENUM))
        for value in entry["values"]:
            _add_value(enum, value)
    for entry in overlay.get("message", ()):
        _container(files, entry, nested=True).add(name=_new(types, entry["name"], Field.TYPE_MESSAGE))
    found = {name: message for file in files.values() for name, message, _ in messages(file)}
    values = {name: enum for file in files.values() for name, enum in enums(file)}
    for entry in overlay.get("value", ()):
        _add_value(values[entry["enum"]], entry["is"])
    for entry in overlay.get("field", ()):
        field = _add_field(found[entry["message"]], entry, types)
        if "limits" in entry:
            facts.limits[f"{entry['message']}.{field.name}"] = entry["limits"]
    for entry in overlay.get("limits", ()):
        scope, _, name = entry["field"].rpartition(".")
        field = next(field for field in found[scope].field if field.name == name)
        if facts.field(scope, field) == entry["are"]:
            raise toolchain.fail(f"overlay.toml: the package limits {entry['field']} so already")
        facts.limits[entry["field"]] = entry["are"]


def _new(types: dict[str, int], name: str, kind: int) -> str:
    if name in types:
        raise toolchain.fail(f"overlay.toml: {name} is in the package")
    types[name] = kind
    return name.rpartition(".")[2]


def _container(files: Files, entry: dict[str, Any], *, nested: bool = False) -> Any:
    file = files[entry["file"]]
    parent = {name: message for name, message, _ in messages(file)}.get(entry["name"].rpartition(".")[0])
    holder = parent or file
    if not nested:
        return holder
    return parent.nested_type if parent else file.message_type


def _add_value(enum: pb.EnumDescriptorProto, declaration: str) -> None:
    name, number = declaration.split(" = ")
    if any(value.name == name or value.number == int(number) for value in enum.value):
        raise toolchain.fail(f"overlay.toml: {enum.name}.{name} is in the package")
    enum.value.add(name=name, number=int(number))


def _add_field(message: pb.DescriptorProto, entry: dict[str, Any], types: dict[str, int]) -> pb.FieldDescriptorProto:
    match = re.fullmatch(r"(?:(optional|repeated) )?(\S+) (\w+) = (\d+)", entry["is"])
    if match is None:
        raise toolchain.fail(f"overlay.toml: cannot read {entry['is']!r}")
    label, kind, name, number = match.groups()
    if any(field.name == name or field.number == int(number) for field in message.field):
        raise toolchain.fail(f"overlay.toml: {entry['message']}.{name} is in the package")
    field = message.field.add(name=name, number=int(number), type=SCALARS.get(kind) or types[kind])
    field.label = Field.LABEL_REPEATED if label == "repeated" else Field.LABEL_OPTIONAL
    if kind not in SCALARS:
        field.type_name = f".{kind}"
    if oneof := f"_{name}" if label == "optional" else entry.get("oneof"):
        field.proto3_optional = label == "optional"
        if oneof not in [known.name for known in message.oneof_decl]:
            message.oneof_decl.add(name=oneof)
        field.oneof_index = [known.name for known in message.oneof_decl].index(oneof)
    return field


# Choosing.


def used_types(file: pb.FileDescriptorProto) -> set[str]:
    """Full names of the types that the file's fields and RPCs name."""
    used = {field.type_name for _, message, _ in messages(file) for field in message.field if field.type_name}
    for service in file.service:
        for method in service.method:
            used |= {method.input_type, method.output_type}
    return {name.removeprefix(".") for name in used}


def reach(files: Files, services: Any) -> list[str]:
    """Names of the files that declare the services and all that they reach; their dependencies become what they use."""
    home = {name: file.name for file in files.values() for name, _ in type_names(file)}
    declared = {f"{file.package}.{service.name}": file for file in files.values() for service in file.service}
    chosen: set[str] = set()
    todo = []
    for name in services:
        if name not in declared:
            near = ", ".join(known for known in sorted(declared) if name.rpartition(".")[2] == known.rpartition(".")[2])
            raise toolchain.fail(
                f"services.toml: the package has no service {name}" + (f"; it has {near}" if near else "")
            )
        todo.append(declared[name].name)
    while todo:
        if (name := todo.pop()) in chosen:
            continue
        if not name.startswith("zitadel/"):
            raise toolchain.fail(f"the services reach {name}, a foreign file that proto/ does not hold")
        chosen.add(name)
        file = files[name]
        file.dependency[:] = sorted({home[used] for used in used_types(file)} - {name})
        todo += [used for used in file.dependency if not used.startswith("google/protobuf/")]
    return sorted(chosen)


def prove(rendered: dict[str, str], files: Files) -> None:
    """Compile the text and see that it declares what the descriptors declare, so that no rendering loses a fact."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in rendered.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        output = Path(folder, "set.binpb")
        toolchain.protoc(f"-I{folder}", f"--descriptor_set_out={output}", *rendered)
        compiled = pb.FileDescriptorSet.FromString(output.read_bytes())
    for file in compiled.file:
        if _shape(file) != _shape(files[file.name]):
            raise toolchain.fail(
                f"{file.name} does not say what its descriptor says; scripts/sync_proto.py needs teaching"
            )


def _shape(file: pb.FileDescriptorProto) -> dict[str, Any]:
    """All that the file declares, by full name, without what is foreign or derived."""
    shape: dict[str, Any] = {}
    for scope, message, _ in messages(file):
        shape[scope] = (
            sorted(message.reserved_name),
            [(part.start, part.end) for part in message.reserved_range],
            message.options.map_entry,
        )
        for field in message.field:
            oneof = message.oneof_decl[field.oneof_index].name if field.HasField("oneof_index") else ""
            facts = (
                field.number,
                field.type,
                field.label,
                field.type_name,
                oneof,
                field.proto3_optional,
                field.options.deprecated,
            )
            shape[f"{scope}.{field.name}"] = facts
    for scope, enum in enums(file):
        shape[scope] = [(value.name, value.number) for value in enum.value]
    for service in file.service:
        for method in service.method:
            streams = (method.client_streaming, method.server_streaming)
            shape[f"{service.name}/{method.name}"] = (method.input_type, method.output_type, *streams)
    return shape


if __name__ == "__main__":
    main()
