"""File descriptors as .proto text."""

from collections.abc import Iterator
from typing import Any

from google.protobuf import descriptor_pb2 as pb

Field = pb.FieldDescriptorProto


def render(file: pb.FileDescriptorProto) -> str:
    """Return the file as .proto text, without comments and foreign options."""
    return "".join(f"{line}\n" for line in _Renderer(file).lines())


class _Renderer:
    """Renders one file as .proto text."""

    def __init__(self, file: pb.FileDescriptorProto) -> None:
        self.file = file

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield "// Rendered by scripts/sync_proto.py from the Go module of ZITADEL's schema; do not edit."
        yield "// The schema is ZITADEL's, under the Apache License 2.0: see NOTICE."
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
        for method in service.method:
            deprecated = method.options.deprecated
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
        numbers = [
            f"{part.start} to {part.end - 1}" if part.end - part.start > 1 else f"{part.start}"
            for part in message.reserved_range
        ]
        for reserved in (numbers, [f'"{name}"' for name in message.reserved_name]):
            if reserved:
                yield f"{indent}reserved {', '.join(reserved)};"
        opened: int | None = None
        for field in message.field:
            inside = field.oneof_index if field.HasField("oneof_index") and not field.proto3_optional else None
            if opened is not None and inside != opened:
                yield f"{indent}}}"
            if inside is not None and inside != opened:
                yield f"{indent}oneof {message.oneof_decl[inside].name} {{"
            opened = inside
            yield from self._field(field, indent if inside is None else indent + "  ", maps)
        if opened is not None:
            yield f"{indent}}}"

    def _field(self, field: pb.FieldDescriptorProto, indent: str, maps: dict[str, Any]) -> Iterator[str]:
        if entry := maps.get(field.type_name):
            kind = f"map<{self._field_type(entry.field[0])}, {self._field_type(entry.field[1])}>"
        elif field.label == Field.LABEL_REPEATED:
            kind = f"repeated {self._field_type(field)}"
        elif field.proto3_optional:
            kind = f"optional {self._field_type(field)}"
        else:
            kind = self._field_type(field)
        deprecated = " [deprecated = true]" if field.options.deprecated else ""
        yield f"{indent}{kind} {field.name} = {field.number}{deprecated};"

    def _field_type(self, field: pb.FieldDescriptorProto) -> str:
        return (
            self._type(field.type_name)
            if field.type_name
            else Field.Type.Name(field.type).removeprefix("TYPE_").lower()
        )

    def _enum(self, enum: pb.EnumDescriptorProto, indent: str) -> Iterator[str]:
        yield f"{indent}enum {enum.name} {{"
        if enum.options.allow_alias:
            yield f"{indent}  option allow_alias = true;"
        numbers = [
            f"{part.start} to {part.end}" if part.end > part.start else f"{part.start}" for part in enum.reserved_range
        ]
        for reserved in (numbers, [f'"{name}"' for name in enum.reserved_name]):
            if reserved:
                yield f"{indent}  reserved {', '.join(reserved)};"
        for value in enum.value:
            deprecated = " [deprecated = true]" if value.options.deprecated else ""
            yield f"{indent}  {value.name} = {value.number}{deprecated};"
        yield f"{indent}}}"

    def _type(self, name: str) -> str:
        return name.removeprefix(f".{self.file.package}.").removeprefix(".")
