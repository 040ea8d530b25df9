"""Messages as plain values by field name and back, for handlers that are made from a table."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, cast

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.registry import full_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from google.protobuf.descriptor import FieldDescriptor

_BYTES = 12  # FieldDescriptor.TYPE_BYTES, which is not in every version's stubs
_SECOND = 1_000_000_000
_LENGTH_DELIMITED = 2


def plain(message: Message, *, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of a message as values that JSON knows.

    A duration becomes nanoseconds, an enum its number, bytes base64, a message a dict of its own. A field that can be
    unset (of a oneof, or optional) is left out while it is.

    Args:
        message: the message.
        leave_out: names of fields to skip.
    """
    values = {}
    for field in _fields(message):
        if field.name in leave_out:
            continue
        if field.containing_oneof is not None and not message.HasField(field.name):
            continue
        value = getattr(message, field.name)
        values[field.name] = [_plain(field, each) for each in value] if is_repeated(field) else _plain(field, value)
    return values


def fill(message: Message, values: Mapping[str, Any]) -> None:
    """Set the fields of a message from the values of `plain`; values of fields that the message lacks are skipped."""
    for field in _fields(message):
        if field.name not in values:
            continue
        value = values[field.name]
        if is_repeated(field):
            target = getattr(message, field.name)
            if field.message_type is None:
                target.extend(_scalar(field, each) for each in value)
            else:
                for each in value:
                    fill(target.add(), each)
        elif field.message_type is None:
            setattr(message, field.name, _scalar(field, value))
        else:
            target = getattr(message, field.name)
            target.SetInParent()
            if isinstance(target, Duration):
                target.seconds, target.nanos = divmod(value, _SECOND)
            else:
                fill(target, value)


def _fields(message: Message) -> Sequence[FieldDescriptor]:
    return cast("Sequence[FieldDescriptor]", message.DESCRIPTOR.fields)


def nanoseconds(duration: Duration) -> int:
    """Return the length of a duration."""
    return duration.seconds * _SECOND + duration.nanos


def response_of(name: str) -> Callable[..., Message]:
    """Return the response message of an RPC, for handlers that are made from a table.

    Args:
        name: the RPC, such as ``management.AddOrg``.
    """
    response: Callable[..., Message] = all_rpcs()[full_name(name)].response_class
    return response


def _plain(field: FieldDescriptor, value: Any) -> Any:
    if isinstance(value, Duration):
        return nanoseconds(value)
    if isinstance(value, Message):
        return plain(value)
    return base64.b64encode(value).decode() if field.type == _BYTES else value


def _scalar(field: FieldDescriptor, value: Any) -> Any:
    return base64.b64decode(value) if field.type == _BYTES else value


def repeated(message: type[Message], field: str, values: Iterable[bytes]) -> bytes:
    """Return a repeated field of a message, serialized, from its serialized values."""
    tag = _varint(message.DESCRIPTOR.fields_by_name[field].number << 3 | _LENGTH_DELIMITED)
    return b"".join([part for value in values for part in (tag, _varint(len(value)), value)])


def _varint(number: int) -> bytes:
    if number < 1 << 7:
        return bytes((number,))
    if number < 1 << 14:  # nearly all messages are shorter than 16 KiB
        return bytes((number & 0x7F | 0x80, number >> 7))
    return bytes((number & 0x7F | 0x80,)) + _varint(number >> 7)
