"""Messages with every field set."""

from __future__ import annotations

from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from zgrpc._contract.filters import is_repeated

DEPTH = 3
SAMPLES: dict[int, Any] = {
    FieldDescriptor.CPPTYPE_BOOL: True,
    FieldDescriptor.CPPTYPE_FLOAT: 1.5,
    FieldDescriptor.CPPTYPE_DOUBLE: 2.5,
}


def fill(message: Any, depth: int = DEPTH, left_out: frozenset[str] = frozenset()) -> Any:
    """Set every field of a message, the first option of each oneof, and the same down to a depth."""
    chosen = set()
    for field in message.DESCRIPTOR.fields:
        oneof = field.containing_oneof
        if field.name in left_out or (oneof is not None and oneof.name in chosen):
            continue
        if field.message_type is not None and not depth:
            continue
        if oneof is not None:
            chosen.add(oneof.name)
        _set(message, field, depth)
    return message


def _set(message: Any, field: FieldDescriptor, depth: int) -> None:
    target = getattr(message, field.name)
    if field.message_type is None:
        if is_repeated(field):
            target.append(_sample(field))
        else:
            setattr(message, field.name, _sample(field))
    elif field.message_type.GetOptions().map_entry:
        value = field.message_type.fields_by_name["value"]
        if value.message_type is not None:
            fill(target["key"], depth - 1)
        else:
            target["key"] = _sample(value)
    elif field.message_type.full_name == "google.protobuf.Struct":
        target.update({"key": "value"})
    else:
        inner = target.add() if is_repeated(field) else target
        inner.SetInParent()
        if field.message_type.file.package == "google.protobuf":
            if "seconds" in field.message_type.fields_by_name:
                inner.seconds = 90
        else:
            fill(inner, depth - 1)


def _sample(field: FieldDescriptor) -> Any:
    if field.enum_type is not None:
        return field.enum_type.values[-1].number
    if field.type == FieldDescriptor.TYPE_BYTES:
        return b"\x00\xff"
    if field.cpp_type == FieldDescriptor.CPPTYPE_STRING:
        return field.name
    return SAMPLES.get(field.cpp_type, field.number)
