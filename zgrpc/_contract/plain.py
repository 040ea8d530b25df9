"""Messages as plain Python values: `to_dict` and `enum_name`."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast, overload

from google.protobuf.message import Message

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import did_you_mean

if TYPE_CHECKING:
    from google.protobuf.any_pb2 import Any as AnyMessage
    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
    from google.protobuf.duration_pb2 import Duration
    from google.protobuf.timestamp_pb2 import Timestamp

__all__ = ["enum_name", "to_dict"]

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_Convert = Callable[[Any], object]  # Any: each converter takes its field's type


@overload
def to_dict(value: Message, /) -> dict[str, Any]: ...
@overload
def to_dict(value: Iterable[Message], /) -> list[dict[str, Any]]: ...
def to_dict(value: Message | Iterable[Message], /) -> dict[str, object] | list[dict[str, object]]:
    """Return a message as a dict of plain Python values, or the messages of a list as a list of dicts.

    Keys are the field names of the contract, as the messages have them. Numbers stay numbers (protobuf's JSON writes
    64-bit integers as strings), an enum value is its name, a Timestamp a `datetime` in UTC, a Duration a `timedelta`,
    bytes stay bytes. Every field is present, except unset messages and unset members of a oneof.

    Args:
        value: a message, or an iterable of messages such as a `Pager`. For an `AsyncPager` pass its items:
            ``zgrpc.to_dict(await pager.all())``.

    Raises:
        TypeError: `value` is neither.
        OverflowError: a Timestamp or a Duration is beyond what `datetime` can represent.
    """
    if isinstance(value, Message):
        return _plain(value)
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping)):
        return [_plain(_message(item)) for item in value]
    hint = "; pass the items: await pager.all()" if hasattr(value, "__aiter__") else ""
    raise TypeError(f"to_dict takes a message or an iterable of messages, not {type(value).__name__}{hint}")


def enum_name(message: Message, field: str) -> str:
    """Return the name of the value of an enum field, such as ``USER_STATE_ACTIVE``.

    Args:
        message: the message.
        field: the name of its enum field.

    Returns:
        the name in the contract; the number as a string if the contract has no such value.

    Raises:
        TypeError: `message` is not a message, or has no enum field of that name.
    """
    descriptor = cast("Descriptor", _message(message).DESCRIPTOR)
    found = descriptor.fields_by_name.get(field)
    if found is None or found.enum_type is None or is_repeated(found):
        enums = [each.name for each in descriptor.fields if each.enum_type is not None and not is_repeated(each)]
        hint = did_you_mean(field, enums) or (f"; it has {', '.join(enums)}" if enums else "")
        raise TypeError(f"{descriptor.name} has no enum field {field!r}{hint}")
    return str(_enum(found.enum_type)(getattr(message, field)))


def _message(value: object) -> Message:
    if not isinstance(value, Message):
        raise TypeError(f"expected a message, not {type(value).__name__}")
    return value


def _plain(message: Message) -> dict[str, object]:
    always, optional = _fields(message.DESCRIPTOR)
    plain = {name: convert(getattr(message, name)) for name, convert in always}
    for name, convert in optional:
        if message.HasField(name):
            plain[name] = convert(getattr(message, name))
    return plain


@functools.cache
def _fields(descriptor: Descriptor) -> tuple[tuple[tuple[str, _Convert], ...], tuple[tuple[str, _Convert], ...]]:
    """Return the fields that a dict always has, and those it has only if they are set, each with its converter."""
    always: list[tuple[str, _Convert]] = []
    optional: list[tuple[str, _Convert]] = []
    for field in descriptor.fields:
        if field.has_presence:
            optional.append((field.name, _value(field)))
        elif field.message_type is not None and field.message_type.GetOptions().map_entry:
            always.append((field.name, _map(_value(field.message_type.fields_by_name["value"]))))
        elif is_repeated(field):
            always.append((field.name, _list(_value(field))))
        else:
            always.append((field.name, _value(field)))
    return tuple(always), tuple(optional)


def _value(field: FieldDescriptor) -> _Convert:
    if field.enum_type is not None:
        return _enum(field.enum_type)
    if field.message_type is not None:
        return _WELL_KNOWN.get(field.message_type.full_name, _plain)
    return _same


def _same(value: object) -> object:
    return value


@functools.cache
def _enum(enum: EnumDescriptor) -> _Convert:
    names = {number: value.name for number, value in enum.values_by_number.items()}
    return lambda number: names.get(number, str(number))


def _list(convert: _Convert) -> _Convert:
    return lambda values: [convert(value) for value in values]


def _map(convert: _Convert) -> _Convert:
    return lambda values: {key: convert(value) for key, value in values.items()}


def _timestamp(value: Timestamp) -> datetime.datetime:
    return _EPOCH + datetime.timedelta(seconds=value.seconds, microseconds=value.nanos // 1000)


def _duration(value: Duration) -> datetime.timedelta:
    return datetime.timedelta(seconds=value.seconds, microseconds=value.nanos // 1000)


def _json(value: Message) -> object:
    from google.protobuf import json_format

    return json_format.MessageToDict(value)


def _any(value: AnyMessage) -> object:
    return {"type_url": value.type_url, "value": value.value}


_WELL_KNOWN: dict[str, _Convert] = {
    "google.protobuf.Timestamp": _timestamp,
    "google.protobuf.Duration": _duration,
    "google.protobuf.Struct": _json,
    "google.protobuf.Value": _json,
    "google.protobuf.ListValue": _json,
    "google.protobuf.Any": _any,
}
