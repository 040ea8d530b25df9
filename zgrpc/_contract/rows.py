"""Messages as rows: one column for each scalar, named by its path, such as ``human.email.email``."""

from __future__ import annotations

import base64
import functools
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zgrpc._contract.rpc import Rpc

_INTEGERS = {
    FieldDescriptor.CPPTYPE_INT32,
    FieldDescriptor.CPPTYPE_INT64,
    FieldDescriptor.CPPTYPE_UINT32,
    FieldDescriptor.CPPTYPE_UINT64,
}


class Column(NamedTuple):
    """One column.

    Attributes:
        name: its path, such as ``details.creation_date``.
        kind: ``string``, ``integer``, ``number``, ``boolean``, ``timestamp`` or ``json`` (more than one value).
        field: the field.
        value: a function that returns its value in an item, in Python's types; None if a message on the path is absent.
    """

    name: str
    kind: str
    field: FieldDescriptor
    value: Callable[[Any], object]  # Any: an item, which is a message or a plain value


def items_field(rpc: Rpc) -> FieldDescriptor:
    """Return the field of a list's response that holds the items."""
    return rpc.descriptor.output_type.fields_by_name[rpc.items]


@functools.cache
def columns(items: FieldDescriptor) -> tuple[Column, ...]:
    """Return all columns of a list's items, in the order of the contract.

    Args:
        items: the field of the response that holds the list; plain values make one column of its name.
    """
    if items.message_type is None:
        return (Column(items.name, _kind(items), items, _converter(items, _kind(items)) or _same),)
    return message_columns(items.message_type)


@functools.cache
def message_columns(descriptor: Descriptor) -> tuple[Column, ...]:
    """Return all columns of a message type, in the order of the contract."""
    return tuple(_columns(descriptor, (), (descriptor.full_name,)))


def choose(items: FieldDescriptor, names: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of these names, in this order; the name of a message means all columns below it.

    Raises:
        ValueError: a name is not a column; the message names the nearest.
    """
    descriptor = items.message_type or items
    known = {column.name: column for column in columns(items)}
    chosen: list[Column] = []
    for name in (_snake(items.message_type, given) for given in names):
        below = [column for column in known.values() if column.name.startswith(f"{name}.")]
        if name not in known and not below:
            raise ValueError(
                f"{descriptor.name} has no column {name!r}{did_you_mean(name, known) or '; it has ' + ', '.join(known)}"
            )
        chosen += below if name not in known else [known[name]]
    return tuple(chosen)


def flat(message: Message) -> dict[str, object]:
    """Return a message as a row of JSON values."""
    return {column.name: text(column.value(message), empty=None) for column in message_columns(message.DESCRIPTOR)}


def as_json(message: Message) -> dict[str, object]:
    """Return a message as JSON values by the contract's field names; fields at their default are left out."""
    from google.protobuf import json_format

    return dict(json_format.MessageToDict(message, preserving_proto_field_name=True))


def pick(message: Message, chosen: Iterable[Column]) -> dict[str, object]:
    """Return some columns of a message as JSON values."""
    return {column.name: text(column.value(message), empty=None) for column in chosen}


def text(value: object, *, empty: object = "") -> object:
    """Return a value for CSV and JSON: times in ISO 8601, all others unchanged."""
    if value is None:
        return empty
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value


def _columns(descriptor: Descriptor, path: tuple[FieldDescriptor, ...], seen: tuple[str, ...]) -> Iterable[Column]:
    for field in descriptor.fields:
        here = (*path, field)
        inner = field.message_type
        if is_repeated(field):
            yield _column(here, "json")
        elif inner is None:
            yield _column(here, _kind(field))
        elif inner.full_name == "google.protobuf.Timestamp":
            yield _column(here, "timestamp")
        elif inner.full_name.startswith("google.protobuf.") or inner.full_name in seen:
            yield _column(here, "json")
        else:
            yield from _columns(inner, here, (*seen, inner.full_name))


def _column(path: tuple[FieldDescriptor, ...], kind: str) -> Column:
    """Return a column with its value function. All that is the same for every item is looked up here."""
    field = path[-1]
    convert = _converter(field, kind)
    name = field.name
    optional = field.has_presence
    above = tuple(parent.name for parent in path[:-1])

    def value(item: Message) -> object:
        for parent in above:
            if not item.HasField(parent):
                return None
            item = getattr(item, parent)
        if optional and not item.HasField(name):
            return None
        found = getattr(item, name)
        return found if convert is None else convert(found)

    return Column(".".join((*above, name)), kind, field, value)


def _kind(field: FieldDescriptor) -> str:
    if field.cpp_type in _INTEGERS:
        return "integer"
    if field.cpp_type in (FieldDescriptor.CPPTYPE_DOUBLE, FieldDescriptor.CPPTYPE_FLOAT):
        return "number"
    return "boolean" if field.cpp_type == FieldDescriptor.CPPTYPE_BOOL else "string"


def _snake(descriptor: Descriptor | None, name: str) -> str:
    """Return the column name of a path whose parts may be in camelCase."""
    parts = []
    current: Descriptor | None = descriptor
    for part in name.split("."):
        field = next(
            (field for field in (current.fields if current else ()) if part in (field.name, field.json_name)), None
        )
        parts.append(field.name if field is not None else part)
        current = field.message_type if field is not None else None
    return ".".join(parts)


def _converter(field: FieldDescriptor, kind: str) -> Callable[[Any], object] | None:  # Any: the field's type
    """Return the function that converts a field's value for a row; None if it needs no conversion."""
    if kind == "timestamp":
        return lambda value: value.ToDatetime(tzinfo=UTC)
    if kind == "json":
        return lambda value: _as_json_text(field, value)
    if field.enum_type is not None:
        names = {known.number: known.name for known in field.enum_type.values}
        return lambda value: names.get(value, str(value))
    if field.type == FieldDescriptor.TYPE_BYTES:
        return lambda value: base64.b64encode(value).decode("ascii")
    return None


def _same(value: object) -> object:
    return value


def _as_json_text(field: FieldDescriptor, value: Any) -> str | None:  # Any: a message, list or map
    """Return a list, map or message as JSON; None for an empty list or map."""
    inner = field.message_type
    if not is_repeated(field):
        # A Duration and the like have a form of their own.
        return value.ToJsonString() if hasattr(value, "ToJsonString") else json.dumps(as_json(value))
    if not value:
        return None
    if inner is not None and inner.GetOptions().map_entry:
        return json.dumps(
            {str(key): as_json(found) if isinstance(found, Message) else found for key, found in value.items()}
        )
    convert = as_json if inner is not None else _converter(field, _kind(field)) or _same
    return json.dumps([convert(found) for found in value], ensure_ascii=False)
