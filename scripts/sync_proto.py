"""Render proto/ from the descriptors that ZITADEL's Go module carries.

The .proto files declare services and types. `proto/facts.json` holds what ZITADEL says in options: the route and the
permission of each RPC, and the limits of fields.

Run `python scripts/sync_proto.py` to write proto/, with `--check` to compare only. Exit codes: 1 when proto/ differs,
2 when something failed, 3 when Go is not installed.
"""

import json
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import _toolchain as toolchain

if __name__ == "__main__":
    toolchain.enter_venv()

from _descriptors import enums, messages, type_names
from _package import Files, fetch, read_modules
from _render import render
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.message import Message

Rules = dict[str, Any]
"""The limits of a field, by protoc-gen-validate's names; `items` holds those of each item."""

HTTP_METHODS = ("get", "put", "post", "delete", "patch")
FACTS = "proto/facts.json"


def main() -> None:
    """Read the descriptors, render them, and write or compare."""
    arguments = toolchain.arguments(__doc__)
    config = tomllib.loads(arguments.services.read_text())
    files = read_modules(fetch(config["modules"]))
    options = Options(files)
    names = reach(files, config["services"].values())
    for name in names:
        options.mark_deprecated(files[name])
    rendered = {name: render(files[name]) for name in names}
    prove(rendered, {name: files[name] for name in names})
    texts = {f"proto/{name}": text for name, text in rendered.items()}
    texts[FACTS] = facts_text([files[name] for name in names], options)
    toolchain.check_or_write(texts, [arguments.root / "proto/zitadel"], arguments.root, check=arguments.check)


def facts_text(files: Iterable[pb.FileDescriptorProto], options: "Options") -> str:
    """`facts.json`: one RPC and one limited field a line, so that a change shows as a line."""
    rpcs: dict[str, dict[str, str]] = {}
    limits: dict[str, Rules] = {}
    for file in files:
        for service in file.service:
            for method in service.method:
                rpcs[f"{file.package}.{service.name}/{method.name}"] = options.rpc(method)
        for name, message, _ in messages(file):
            limits |= options.limits(name, message)
    return "".join(
        [
            '{\n"rpcs": {\n',
            ",\n".join(f"{json.dumps(name)}: {json.dumps(fact)}" for name, fact in sorted(rpcs.items())),
            '\n},\n"limits": {\n',
            ",\n".join(f"{json.dumps(name)}: {json.dumps(fact)}" for name, fact in sorted(limits.items())),
            "\n}\n}\n",
        ]
    )


class Options:
    """What foreign options say about fields, oneofs and RPCs."""

    def __init__(self, files: Files) -> None:
        self._pool = descriptor_pool.DescriptorPool()
        self._added: set[str] = set()
        for name in filter(lambda name: name.startswith("zitadel/"), files):
            self._add(files, name)

    def _add(self, files: Files, name: str) -> None:
        if name not in self._added:
            self._added.add(name)
            for dependency in files[name].dependency:
                self._add(files, dependency)
            self._pool.AddSerializedFile(files[name].SerializeToString())

    def _read(self, options: Message) -> dict[str, Any]:
        """Return the options by full name, foreign ones included."""
        known = message_factory.GetMessageClass(self._pool.FindMessageTypeByName(options.DESCRIPTOR.full_name))
        return {field.full_name: value for field, value in known.FromString(options.SerializeToString()).ListFields()}

    def rpc(self, method: pb.MethodDescriptorProto) -> dict[str, str]:
        """Return the `route` (HTTP method and path) and the `permission` of an RPC."""
        options = self._read(method.options)
        found = {}
        if route := options.get("google.api.http"):
            verb, path = next((verb.upper(), getattr(route, verb)) for verb in HTTP_METHODS if getattr(route, verb))
            found["route"] = f"{verb} {path}"
        if v1 := options.get("zitadel.v1.auth_option"):
            found["permission"] = v1.permission
        elif v2 := options.get("zitadel.protoc_gen_zitadel.v2.options"):
            found["permission"] = v2.auth_option.permission
        return {name: value for name, value in found.items() if value}

    def mark_deprecated(self, file: pb.FileDescriptorProto) -> None:
        """Mark the RPCs deprecated that only their documentation calls so."""
        for service in file.service:
            for method in service.method:
                documented = self._read(method.options).get(
                    "grpc.gateway.protoc_gen_openapiv2.options.openapiv2_operation"
                )
                if documented and documented.deprecated:
                    method.options.deprecated = True

    def limits(self, scope: str, message: pb.DescriptorProto) -> dict[str, Rules]:
        """Return the limits of a message's fields and oneofs, by their full names."""
        found = {f"{scope}.{field.name}": self._field(field) for field in message.field}
        for oneof in message.oneof_decl:
            if self._read(oneof.options).get("validate.required"):
                found[f"{scope}.{oneof.name}"] = {"required": True}
        return {name: rules for name, rules in found.items() if rules}

    def _field(self, field: pb.FieldDescriptorProto) -> Rules:
        rules = self._read(field.options).get("validate.rules")
        if rules is None:
            return {}
        # Rules of a message stand beside those of its type, such as a time stamp's.
        return {key: value for _, part in rules.ListFields() for key, value in _plain(part)}


def _plain(rules: Any) -> Iterator[tuple[str, Any]]:
    for field, value in rules.ListFields():
        if field.name == "items":
            _, item = next(iter(value.ListFields()))
            yield "items", dict(_plain(item))
        elif field.message_type and field.message_type.full_name == "google.protobuf.Duration":
            yield field.name, _number(value.seconds + value.nanos / 1e9)
        elif field.name in ("in", "not_in"):
            yield field.name, list(value)
        elif value is not False:
            yield field.name, _number(value)


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def used_types(file: pb.FileDescriptorProto) -> set[str]:
    """Return the full names of the types that the file's fields and RPCs name."""
    used = {field.type_name for _, message, _ in messages(file) for field in message.field if field.type_name}
    for service in file.service:
        for method in service.method:
            used |= {method.input_type, method.output_type}
    return {name.removeprefix(".") for name in used}


def reach(files: Files, services: Any) -> list[str]:
    """Return the names of the files that declare the services, and of all files that they need.

    The dependencies of each become those that it uses.
    """
    home = {name: file.name for file in files.values() for name, _ in type_names(file)}
    declared = {f"{file.package}.{service.name}": file for file in files.values() for service in file.service}
    chosen: set[str] = set()
    todo = []
    for name in services:
        if name not in declared:
            near = ", ".join(known for known in sorted(declared) if name.rpartition(".")[2] == known.rpartition(".")[2])
            raise toolchain.fail(
                f"services.toml: the Go modules have no service {name}" + (f"; it has {near}" if near else "")
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
    """Fail unless the compiled text declares what the descriptors declare."""
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
            raise toolchain.fail(f"{file.name} differs from its descriptor; mend scripts/_render.py")


def _shape(file: pb.FileDescriptorProto) -> dict[str, Any]:
    """Return all that the file declares, by full name, without foreign options."""
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
