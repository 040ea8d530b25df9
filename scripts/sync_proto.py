"""Render proto/ from the descriptors in the npm package of ZITADEL's schema and from overlay.toml.

Run `python scripts/sync_proto.py` to write proto/, with `--check` to compare only. Exit codes: 1 when proto/ differs,
2 when something failed, 3 when npm is not installed.
"""

import argparse
import base64
import importlib
import io
import posixpath
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import _toolchain as toolchain
import _words as words

if __name__ == "__main__":
    toolchain.enter_venv()

from google.protobuf import descriptor_pb2 as pb
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.message import Message

Field = pb.FieldDescriptorProto
Files = dict[str, pb.FileDescriptorProto]

SCALARS = {name.removeprefix("TYPE_").lower(): number for name, number in Field.Type.items()}
SCALAR_NAMES = {number: name for name, number in SCALARS.items()}
HTTP_METHODS = ("get", "put", "post", "delete", "patch")


def main() -> None:
    """Read the package, render, and write or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when proto/ differs")
    parser.add_argument("--root", type=Path, default=toolchain.ROOT, help="the checkout to write to or to compare")
    arguments = parser.parse_args()
    config = toolchain.services()
    files = read_package(fetch(config["package"]))
    facts = Facts(files)
    apply_overlay(files, facts, tomllib.loads((toolchain.SCRIPTS / "overlay.toml").read_text()))
    names = reach(files, config["services"].values())
    rendered = {name: "\n".join(Renderer(files[name], facts).lines()) + "\n" for name in names}
    prove(rendered, {name: files[name] for name in names})
    texts = {f"proto/{name}": text for name, text in rendered.items()}
    toolchain.check_or_write(texts, [arguments.root / "proto/zitadel"], arguments.root, check=arguments.check)


# The package: JavaScript modules, each with its serialized descriptor in base64.


def fetch(package: str) -> bytes:
    """The package's archive as npm packs it, kept in .cache/."""
    archive = toolchain.CACHE / (re.sub(r"[@/]+", "-", package).strip("-") + ".tgz")
    if not archive.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise toolchain.fail(f"npm is not installed, so {package} cannot be read", toolchain.TOOL_MISSING)
        toolchain.CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=toolchain.CACHE) as folder:
            if subprocess.run([npm, "pack", package, "--silent", "--pack-destination", folder], stdout=subprocess.DEVNULL).returncode:
                raise toolchain.fail(f"npm cannot pack {package}")
            next(Path(folder).iterdir()).rename(archive)
    return archive.read_bytes()


def read_package(archive: bytes) -> Files:
    """Every file descriptor of the package and of the well-known types, by file name, with its dependencies."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        modules = {
            member.name.removeprefix("package/es/"): content.read().decode()
            for member in tar
            if member.name.startswith("package/es/") and member.name.endswith("_pb.js") and (content := tar.extractfile(member))
        }
    by_module: Files = {}
    imports: dict[str, list[str]] = {}
    for module, text in modules.items():
        match = re.search(r'fileDesc\("([A-Za-z0-9+/=]*)"(?:,\s*\[([^\]]*)\])?\)', text)
        if match is None:
            raise toolchain.fail(f"{module} of the package holds no descriptor")
        by_module[module] = pb.FileDescriptorProto.FromString(base64.b64decode(match[1] + "=" * (-len(match[1]) % 4)))
        sources = {
            symbol.strip(): source
            for symbols, source in re.findall(r'import\s*{([^}]*)}\s*from\s*"([^"]+)"', text)
            for symbol in symbols.split(",")
        }
        imports[module] = [
            _well_known(symbol)
            if sources[symbol].startswith("@")
            else posixpath.normpath(posixpath.join(posixpath.dirname(module), sources[symbol]))
            for symbol in re.findall(r"\w+", match[2] or "")
        ]
    files = {file.name: file for file in by_module.values()}
    for module, file in by_module.items():
        file.dependency[:] = [by_module[name].name if name in by_module else name for name in imports[module]]
        for name in file.dependency:
            if name.startswith("google/protobuf/") and name not in files:
                files[name] = _from_runtime(name)
    return files


def _well_known(symbol: str) -> str:
    return "google/protobuf/" + symbol.removeprefix("file_google_protobuf_") + ".proto"


def _from_runtime(name: str) -> pb.FileDescriptorProto:
    module = importlib.import_module(name.removesuffix(".proto").replace("/", ".") + "_pb2")
    return pb.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb)


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
                said = [words.from_rules(words.kind_of(part.name), dict(_plain(value))) for part, value in rules.ListFields()]
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
    found = {name: message for file in files.values() for name, message in messages(file)}
    enums = {name: enum for file in files.values() for name, enum in all_enums(file)}
    for entry in overlay.get("value", ()):
        _add_value(enums[entry["enum"]], entry["is"])
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
    parent = dict(messages(file)).get(entry["name"].rpartition(".")[0])
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
    field = message.field.add(name=name, number=int(number), type=SCALARS.get(kind) or types[kind])  # type: ignore[arg-type]
    field.label = Field.LABEL_REPEATED if label == "repeated" else Field.LABEL_OPTIONAL
    if kind not in SCALARS:
        field.type_name = f".{kind}"
    if oneof := f"_{name}" if label == "optional" else entry.get("oneof"):
        field.proto3_optional = label == "optional"
        if oneof not in [known.name for known in message.oneof_decl]:
            message.oneof_decl.add(name=oneof)
        field.oneof_index = [known.name for known in message.oneof_decl].index(oneof)
    return field


# Walking and choosing.


def messages(file: pb.FileDescriptorProto) -> Iterator[tuple[str, pb.DescriptorProto]]:
    """Every message of the file with its full name, nested ones after their parent."""

    def walk(scope: str, nested: Any) -> Iterator[tuple[str, pb.DescriptorProto]]:
        for message in nested:
            yield f"{scope}.{message.name}", message
            yield from walk(f"{scope}.{message.name}", message.nested_type)

    return walk(file.package, file.message_type)


def all_enums(file: pb.FileDescriptorProto) -> Iterator[tuple[str, pb.EnumDescriptorProto]]:
    """Every enum of the file with its full name."""
    yield from ((f"{file.package}.{enum.name}", enum) for enum in file.enum_type)
    for scope, message in messages(file):
        yield from ((f"{scope}.{enum.name}", enum) for enum in message.enum_type)


def type_names(file: pb.FileDescriptorProto) -> Iterator[tuple[str, int]]:
    """Full name and field type of every message and enum of the file."""
    yield from ((name, Field.TYPE_MESSAGE) for name, _ in messages(file))
    yield from ((name, Field.TYPE_ENUM) for name, _ in all_enums(file))


def used_types(file: pb.FileDescriptorProto) -> set[str]:
    """Full names of the types that the file's fields and RPCs name."""
    used = {field.type_name for _, message in messages(file) for field in message.field if field.type_name}
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
            raise toolchain.fail(f"services.toml: the package has no service {name}" + (f"; it has {near}" if near else ""))
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


# Rendering.


class Renderer:
    """Renders one file as .proto text."""

    def __init__(self, file: pb.FileDescriptorProto, facts: Facts) -> None:
        self.file, self.facts = file, facts

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        yield f"// Rendered by scripts/sync_proto.py from the npm package of ZITADEL's schema; do not edit."
        yield "// The schema is ZITADEL's, under the MIT licence: see NOTICE. What was added to it stands in scripts/overlay.toml."
        yield ""
        yield f'syntax = "{self.file.syntax}";'
        yield ""
        yield f"package {self.file.package};"
        if self.file.dependency:
            yield ""
            yield from (f'import "{name}";' for name in self.file.dependency)
        for service in self.file.service:
            yield ""
            yield from self._service(service)
        for message in self.file.message_type:
            yield ""
            yield from self._message(message, self.file.package, "")
        for enum in self.file.enum_type:
            yield ""
            yield from self._enum(enum, "")

    def _service(self, service: pb.ServiceDescriptorProto) -> Iterator[str]:
        yield f"service {service.name} {{"
        for index, method in enumerate(service.method):
            verb, path, permission, deprecated = self.facts.rpc(method)
            if index:
                yield ""
            if said := words.from_rpc(verb, path, permission, deprecated=deprecated):
                yield f"  // {said}"
            asked = ("stream " if method.client_streaming else "") + self._type(method.input_type)
            answered = ("stream " if method.server_streaming else "") + self._type(method.output_type)
            end = " {" if deprecated else ";"
            yield f"  rpc {method.name}({asked}) returns ({answered}){end}"
            if deprecated:
                yield "    option deprecated = true;"
                yield "  }"
        yield "}"

    def _message(self, message: pb.DescriptorProto, scope: str, indent: str) -> Iterator[str]:
        body = list(self._body(message, f"{scope}.{message.name}", indent + "  "))
        if not body:
            yield f"{indent}message {message.name} {{}}"
            return
        yield f"{indent}message {message.name} {{"
        yield from body
        yield f"{indent}}}"

    def _body(self, message: pb.DescriptorProto, scope: str, indent: str) -> Iterator[str]:
        maps = {f".{scope}.{nested.name}": nested for nested in message.nested_type if nested.options.map_entry}
        if message.options.deprecated:
            yield f"{indent}option deprecated = true;"
        for enum in message.enum_type:
            yield from self._enum(enum, indent)
            yield ""
        for nested in message.nested_type:
            if not nested.options.map_entry:
                yield from self._message(nested, scope, indent)
                yield ""
        numbers = [f"{part.start} to {part.end - 1}" if part.end - part.start > 1 else f"{part.start}" for part in message.reserved_range]
        for reserved in (numbers, [f'"{name}"' for name in message.reserved_name]):
            if reserved:
                yield f"{indent}reserved {', '.join(reserved)};"
        opened: int | None = None
        for field in message.field:
            inside = field.oneof_index if field.HasField("oneof_index") and not field.proto3_optional else None
            if opened is not None and inside != opened:
                yield f"{indent}}}"
            if inside is not None and inside != opened:
                oneof = message.oneof_decl[inside]
                if said := self.facts.oneof(oneof):
                    yield f"{indent}// {said}"
                yield f"{indent}oneof {oneof.name} {{"
            opened = inside
            yield from self._field(field, scope, indent if inside is None else indent + "  ", maps)
        if opened is not None:
            yield f"{indent}}}"

    def _field(self, field: pb.FieldDescriptorProto, scope: str, indent: str, maps: dict[str, Any]) -> Iterator[str]:
        if entry := maps.get(field.type_name):
            kind = f"map<{self._field_type(entry.field[0])}, {self._field_type(entry.field[1])}>"
        elif field.label == Field.LABEL_REPEATED:
            kind = f"repeated {self._field_type(field)}"
        elif field.proto3_optional:
            kind = f"optional {self._field_type(field)}"
        else:
            kind = self._field_type(field)
        deprecated = " [deprecated = true]" if field.options.deprecated else ""
        said = self.facts.field(scope, field)
        yield f"{indent}{kind} {field.name} = {field.number}{deprecated};" + (f" // {said}" if said else "")

    def _field_type(self, field: pb.FieldDescriptorProto) -> str:
        return self._type(field.type_name) if field.type_name else SCALAR_NAMES[field.type]

    def _enum(self, enum: pb.EnumDescriptorProto, indent: str) -> Iterator[str]:
        yield f"{indent}enum {enum.name} {{"
        if enum.options.allow_alias:
            yield f"{indent}  option allow_alias = true;"
        numbers = [f"{part.start} to {part.end}" if part.end > part.start else f"{part.start}" for part in enum.reserved_range]
        for reserved in (numbers, [f'"{name}"' for name in enum.reserved_name]):
            if reserved:
                yield f"{indent}  reserved {', '.join(reserved)};"
        for value in enum.value:
            deprecated = " [deprecated = true]" if value.options.deprecated else ""
            yield f"{indent}  {value.name} = {value.number}{deprecated};"
        yield f"{indent}}}"

    def _type(self, name: str) -> str:
        return name.removeprefix(f".{self.file.package}.").removeprefix(".")


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
            raise toolchain.fail(f"{file.name} does not say what its descriptor says; scripts/sync_proto.py needs teaching")


def _shape(file: pb.FileDescriptorProto) -> dict[str, Any]:
    """All that the file declares, by full name, without what is foreign or derived."""
    shape: dict[str, Any] = {}
    for scope, message in messages(file):
        shape[scope] = (sorted(message.reserved_name), [(part.start, part.end) for part in message.reserved_range], message.options.map_entry)
        for field in message.field:
            oneof = message.oneof_decl[field.oneof_index].name if field.HasField("oneof_index") else ""
            facts = (field.number, field.type, field.label, field.type_name, oneof, field.proto3_optional, field.options.deprecated)
            shape[f"{scope}.{field.name}"] = facts
    for scope, enum in all_enums(file):
        shape[scope] = [(value.name, value.number) for value in enum.value]
    for service in file.service:
        for method in service.method:
            facts = (method.input_type, method.output_type, method.client_streaming, method.server_streaming)
            shape[f"{service.name}/{method.name}"] = facts
    return shape


if __name__ == "__main__":
    main()
