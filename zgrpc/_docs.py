"""The docstring of an RPC: its route, its permission, and the limits of its fields, in words.

Used by the client at run time and by `scripts/typing_stubs.py` for editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from zgrpc._filters import QUERY_FIELDS, describe_filters, is_repeated, type_name

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

    from zgrpc._rpc import Rpc

Limits = Mapping[str, Mapping[str, Mapping[str, Any]]]

UNITS = {"string": "characters", "bytes": "bytes", "google.protobuf.Duration": "seconds"}
FLAGS = {
    "required": "required",
    "email": "an e-mail address",
    "uri": "a URI",
    "uri_ref": "a URI reference",
    "unique": "no item twice",
}


class Facts(Protocol):
    """What a docstring says of an RPC; a `zgrpc._rpc.Rpc` has it."""

    @property
    def full_name(self) -> str: ...
    @property
    def http_method(self) -> str: ...
    @property
    def http_path(self) -> str: ...
    @property
    def permission(self) -> str: ...
    @property
    def deprecated(self) -> bool: ...
    @property
    def paging(self) -> str: ...


def rpc_doc(rpc: Rpc) -> str:
    """The docstring of an RPC.

    Args:
        rpc: The RPC; its descriptor is loaded.
    """
    from zgrpc._generated.limits import LIMITS

    return render(rpc, rpc.descriptor.input_type, cast("Limits", LIMITS))


def render(rpc: Facts, request: Descriptor, limits: Limits) -> str:
    """The docstring of an RPC whose request is of the type `request`.

    Args:
        rpc: What the contract says of the RPC.
        request: The descriptor of its request message.
        limits: The rules of every message's fields, as in `_generated/limits.py`.
    """
    facts = [f"{rpc.http_method} {rpc.http_path}".strip(), _permission(rpc.permission)]
    parts = [f"{rpc.full_name}: {', '.join(filter(None, facts))}."]
    if rpc.deprecated:
        parts.append("Deprecated by ZITADEL.")
    arguments = [f"    {path}: {words}." for path, words in field_limits(request, limits)]
    keys = [found.key for found in describe_filters(request)]
    if keys:
        arguments.append(f"    where: filters by {', '.join(keys)}.")
    if arguments:
        parts.append("\n".join(["Args:", *arguments]))
    if rpc.paging:
        parts.append("Returns:\n    The items, complete; nothing is sent until they are asked for.")
    return "\n\n".join(parts)


def field_limits(message: Descriptor, limits: Limits) -> Iterator[tuple[str, str]]:
    """The limited fields of a message and of those nested in it: their dotted paths and their limits in words.

    Args:
        message: The descriptor of the message.
        limits: The rules of every message's fields, as in `_generated/limits.py`.
    """
    yield from _field_limits(message, limits, "", ())


def _field_limits(
    message: Descriptor, limits: Limits, path: str, above: tuple[Descriptor, ...]
) -> Iterator[tuple[str, str]]:
    rules = limits.get(message.full_name, {})
    for oneof in message.oneofs:
        if oneof.name in rules:
            yield f"{path}{oneof.name}", f"one of {', '.join(field.name for field in oneof.fields)} is required"
    for field in message.fields:
        many = is_repeated(field)
        words = limit_words(field, rules.get(field.name, {}))
        if words:
            yield path + field.name, words
        nested = field.message_type
        # What a search can be filtered by is described by its own keys, and may nest without end.
        if nested is not None and nested not in above and not (many and field.name in QUERY_FIELDS):
            yield from _field_limits(nested, limits, f"{path}{field.name}{'[]' * many}.", (*above, message))


def limit_words(field: FieldDescriptor, rules: Mapping[str, Any]) -> str:
    """The limits of one field in words, such as `1 to 200 characters`; empty where it has none.

    Args:
        field: The field.
        rules: Its rules, by protoc-gen-validate's names.
    """
    if is_repeated(field):
        each = _scalar_words(field, rules.get("items", {}))
        said = [_range(rules, "min_items", "max_items", "items"), "no item twice" if rules.get("unique") else ""]
        return ", ".join(filter(None, [*said, each and f"each {each}"]))
    return _scalar_words(field, rules)


def _scalar_words(field: FieldDescriptor, rules: Mapping[str, Any]) -> str:
    unit = UNITS.get(type_name(field), "")
    said = [words for name, words in FLAGS.items() if rules.get(name)]
    if "len" in rules:
        said.append(f"exactly {rules['len']} {unit}")
    said.append(_range(rules, "min_len", "max_len", unit))
    said.append(_range(rules, "gte", "lte", unit))
    if "max_bytes" in rules:
        said.append(f"at most {rules['max_bytes']} bytes")
    if "gt" in rules:
        said.append(f"more than {rules['gt']} {unit}".rstrip())
    if "lt" in rules:
        said.append(f"less than {rules['lt']} {unit}".rstrip())
    if "prefix" in rules:
        said.append(f"starting with {rules['prefix']!r}")
    if "not_in" in rules:
        said.append(f"not {' or '.join(_enum_name(field, value) for value in rules['not_in'])}")
    if rules.get("ignore_empty"):
        said.append("or empty")
    return ", ".join(filter(None, said))


def _range(rules: Mapping[str, Any], low: str, high: str, unit: str) -> str:
    least, most = rules.get(low), rules.get(high)
    if least is None and most is None:
        return ""
    if least is None:
        text = f"at most {most}"
    elif most is None:
        text = f"at least {least}"
    else:
        text = f"{least} to {most}"
    return f"{text} {unit}".rstrip()


def _enum_name(field: FieldDescriptor, number: int) -> str:
    return field.enum_type.values_by_number[number].name if field.enum_type is not None else str(number)


def _permission(permission: str) -> str:
    if permission == "authenticated":
        return "any authenticated user"
    return permission and f"permission {permission}"
