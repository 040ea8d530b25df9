"""The tables that generate.py writes, from the descriptors of proto/ and the comments in them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import _toolchain as toolchain
import _words as words
from _descriptors import comments, enums, find_service, messages
from google.protobuf import descriptor_pb2 as pb

Field = pb.FieldDescriptorProto
Row = tuple[str, str, str, str, bool, bool, tuple[str, str] | None]

ACRONYMS = "GitHub|GitLab|OTP|SMS|SMTP|SAML|OIDC|JWT|LDAP|OAuth|WebAuthN|U2F|TOTP|IDPs|IdPs|IDs|IAM|IDP|API"
"""Parts of RPC names that are one word although their spelling looks like several."""
READ_WORDS = ("Get", "List", "Search")
PAGED_BY = {
    ("query", ".zitadel.v1.ListQuery"): "offset",
    ("query", ".zitadel.change.v1.ChangeQuery"): "cursor",
    ("query", ".zitadel.object.v2.ListQuery"): "v2",
    ("query", ".zitadel.object.v2beta.ListQuery"): "v2",
    ("pagination", ".zitadel.filter.v2.PaginationRequest"): "v2",
    ("pagination", ".zitadel.filter.v2beta.PaginationRequest"): "v2",
}
"""How a list is paged, by the request's field and its type."""


TYPES = {
    "SERVICES": "dict[str, tuple[str, str]]",
    "RPCS": "dict[str, dict[str, tuple[str, str, str, str, bool, bool, tuple[str, str] | None]]]",
    "LIMITS": "dict[str, dict[str, dict[str, Any]]]",
}


def tables(contract: pb.FileDescriptorSet, services: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """`SERVICES`, `RPCS` and `LIMITS`, as zgrpc/_rpc.py and zgrpc/_generated/limits.py describe them."""
    modules = {}
    for attribute, full_name in services.items():
        file, _ = find_service(contract, full_name)
        modules[attribute] = (full_name, file.name.removesuffix(".proto").replace("/", ".") + "_pb2")
    rows = {attribute: dict(sorted(rpcs(contract, name).items())) for attribute, name in services.items()}
    return {"SERVICES": modules, "RPCS": rows, "LIMITS": limits(contract)}


def literal(name: str, table: Mapping[str, Any]) -> str:
    """An assignment of the table, with one row a line; the type is quoted so that importing it costs nothing."""

    def lines(mapping: Mapping[str, Any], indent: str, depth: int) -> Iterator[str]:
        for key, value in mapping.items():
            if depth and isinstance(value, dict):
                yield f"{indent}{key!r}: {{"
                yield from lines(value, indent + "    ", depth - 1)
                yield f"{indent}}},"
            else:
                yield f"{indent}{key!r}: {value!r},"

    return "\n".join([f'{name}: "{TYPES[name]}" = {{', *lines(table, "    ", 1), "}", ""])


def rpcs(contract: pb.FileDescriptorSet, full_name: str) -> dict[str, Row]:
    """The rows of one service by the Python name of the RPC, in the contract's order."""
    types = {name: message for file in contract.file for name, message, _ in messages(file)}
    file, index = find_service(contract, full_name)
    said = comments(file)
    rows: dict[str, Row] = {}
    for position, method in enumerate(file.service[index].method):
        name = snake_case(method.name)
        if name in rows:
            raise toolchain.fail(f"two RPCs of {full_name} would be called {name}")
        rows[name] = rpc(method, said.get((6, index, 2, position), ""), types)
    return rows


def rpc(method: pb.MethodDescriptorProto, said: str, types: Mapping[str, Any]) -> Row:
    """One row: name, HTTP method, path, permission, whether it reads only, whether deprecated, paging."""
    verb, path, permission = words.to_rpc(said)
    first_word = split_words(method.name)[0]
    read = verb == "GET" or (verb in ("", "POST") and first_word in READ_WORDS)
    return method.name, verb, path, permission, read, method.options.deprecated, paging(method, types)


def paging(method: pb.MethodDescriptorProto, types: Mapping[str, Any]) -> tuple[str, str] | None:
    """How the RPC pages and the response's field of items; None when it returns no list."""
    if split_words(method.name)[0] not in ("List", "Search"):
        return None
    answer = types[method.output_type.removeprefix(".")]
    items = [field.name for field in answer.field if field.label == Field.LABEL_REPEATED]
    if len(items) != 1:
        return None
    request = types[method.input_type.removeprefix(".")]
    kinds = [PAGED_BY[key] for field in request.field if (key := (field.name, field.type_name)) in PAGED_BY]
    return (kinds[0] if kinds else "unpaged"), items[0]


def split_words(name: str) -> list[str]:
    """The words of a name in CamelCase, acronyms in one piece."""
    return re.findall(rf"(?:{ACRONYMS})(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*", name)


def snake_case(name: str) -> str:
    """A name in CamelCase as Python spells it."""
    return "_".join(split_words(name)).lower()


def limits(contract: pb.FileDescriptorSet) -> dict[str, dict[str, dict[str, Any]]]:
    """Rules by message and by field, or by oneof where one of its fields is required."""
    known = {name for file in contract.file for name, _ in enums(file)}
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for file in contract.file:
        said = comments(file)
        for name, message, path in messages(file):
            rules = {}
            for index, field in enumerate(message.field):
                if text := said.get((*path, 2, index)):
                    rules[field.name] = words.to_rules(*_kinds(field, text, known))
            for index, oneof in enumerate(message.oneof_decl):
                if text := said.get((*path, 8, index)):
                    if text != words.ONEOF_REQUIRED:
                        raise toolchain.fail(f"{name}.{oneof.name}: cannot read the comment {text!r}")
                    rules[oneof.name] = {"required": True}
            if rules:
                found[name] = rules
    return dict(sorted(found.items()))


def _kinds(field: pb.FieldDescriptorProto, text: str, enums: set[str]) -> tuple[str, str, str | None]:
    if field.type_name:
        name = field.type_name.removeprefix(".")
        known = {"google.protobuf.Duration": "duration", "google.protobuf.Timestamp": "timestamp"}
        kind = "enum" if name in enums else known.get(name, "message")
    else:
        kind = words.kind_of(Field.Type.Name(field.type).removeprefix("TYPE_").lower())
    return ("repeated", text, kind) if field.label == Field.LABEL_REPEATED else (kind, text, None)
