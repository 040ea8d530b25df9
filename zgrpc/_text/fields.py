"""Requests from text: ``name=value`` and JSON, checked against the contract."""

from __future__ import annotations

import base64
import binascii
import json
from types import NoneType
from typing import TYPE_CHECKING

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.request import enum_number
from zgrpc._contract.rpc import did_you_mean, message_class
from zgrpc._text.documents import parse_json
from zgrpc._text.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from google.protobuf.message import Message

BASE64 = ":base64"
TIME = "a date and time with a time zone, such as 2026-01-31T12:00:00Z"
_WELL_KNOWN = {
    "google.protobuf.Timestamp": TIME,
    "google.protobuf.Duration": "a duration in seconds, such as 90s",
    "google.protobuf.Struct": "an object",
}
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def build(descriptor: Descriptor, assignments: Iterable[str] = (), document: str | None = None) -> Message:
    """Return the request of a JSON document with assignments on top.

    Args:
        descriptor: The request's type.
        assignments: ``name=value`` each. Names are in snake_case or camelCase, ``a.b=value`` sets a field of a
            message. A repeated field takes several assignments or a JSON array, a message a JSON object, a map
            ``field.key=value``. A value of bytes is text; ``name:base64=value`` takes base64.
        document: A JSON object in protobuf's JSON mapping, where bytes are base64.

    Raises:
        ValueError: A field is unknown or a value does not fit. The error names the field.
    """
    data = _document(descriptor, document)
    given: set[str] = set()
    for assignment in assignments:
        path, equals, value = assignment.partition("=")
        if not equals or not path:
            raise ValueError(f"{assignment!r} is not of the form name=value")
        _assign(data, descriptor, path.split("."), value, path, given)
    return _parse(descriptor, data)


def _parse(descriptor: Descriptor, data: Mapping[str, object]) -> Message:
    """Return the message of JSON values whose fields `descriptor` has."""
    from google.protobuf import json_format

    check_base64(descriptor, data)
    message = message_class(descriptor)()
    try:
        return json_format.ParseDict(dict(data), message)
    except json_format.ParseError as error:
        raise ValueError(f"{descriptor.name}: {_mistake(descriptor, data) or error}") from None


def _mistake(descriptor: Descriptor, data: object, path: str = "") -> str:
    """Return what is wrong with JSON values that protobuf rejects; empty if no single field is wrong."""
    if not isinstance(data, dict):
        return f"{path} takes {_taken(descriptor)}, not {_json_kind(data)}"
    for oneof in descriptor.oneofs:
        given = [field.name for field in oneof.fields if {field.name, field.json_name} & data.keys()]
        if len(given) > 1:
            return f"{path or descriptor.name} takes one of {' and '.join(given)}, not both"
    for name, value in data.items():
        try:
            field = find_field(descriptor, name)
        except ValueError as error:
            return f"{path}: {error}"
        place = f"{path}.{name}" if path else name
        inner = field.message_type
        is_map = inner is not None and inner.GetOptions().map_entry
        if is_repeated(field) and not isinstance(value, dict if is_map else list) and value is not None:
            return f"{place} takes {'an object' if is_map else 'an array'}, not {_json_kind(value)}"
        if inner is None or is_map or inner.full_name.startswith("google.protobuf."):
            found = _wrong_leaf(descriptor, field, value, place)
        elif is_repeated(field):
            mistakes = (_mistake(inner, each, f"{place}[{number}]") for number, each in enumerate(value or ()))
            found = next(filter(None, mistakes), "")
        else:
            found = "" if value is None else _mistake(inner, value, place)
        if found:
            return found
    return ""


def _wrong_leaf(descriptor: Descriptor, field: FieldDescriptor, value: object, path: str) -> str:
    """Return what is wrong with the JSON value of a field that holds no message of the contract."""
    from google.protobuf import json_format

    items = value if isinstance(value, list) and is_repeated(field) else None
    for number, each in enumerate([value] if items is None else items):
        try:
            json_format.ParseDict({field.name: each if items is None else [each]}, message_class(descriptor)())
        except json_format.ParseError:
            shown = (
                repr(each) if isinstance(each, str) and (field.enum_type or field.message_type) else _json_kind(each)
            )
            place = path if items is None else f"{path}[{number}]"
            if isinstance(each, str) and not _is_utf8(each):
                return f"{place} takes text in UTF-8; this is not UTF-8"
            return f"{place} takes {_taken(field.message_type, field)}, not {shown}"
    return ""


def _taken(message: Descriptor | None, field: FieldDescriptor | None = None) -> str:
    """Return what JSON a message or a field takes, in words."""
    if message is not None:
        return _WELL_KNOWN.get(message.full_name, f"the JSON of a {message.name}")
    if field is None or field.type == FieldDescriptor.TYPE_BYTES:
        return "base64"
    if field.enum_type is not None:
        return f"one of {', '.join(value.name for value in field.enum_type.values)}"
    if field.cpp_type == FieldDescriptor.CPPTYPE_STRING:
        return "text"
    if field.cpp_type == FieldDescriptor.CPPTYPE_BOOL:
        return "true or false"
    whole = field.cpp_type not in (FieldDescriptor.CPPTYPE_DOUBLE, FieldDescriptor.CPPTYPE_FLOAT)
    return "a whole number in the range of its type" if whole else "a number"


def _json_kind(value: object) -> str:
    """Return what kind of JSON a value is; the value itself may be a secret."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds: dict[type, str] = {str: "text", dict: "an object", list: "an array"}
    return kinds.get(type(value), "a number")


def check_base64(descriptor: Descriptor, data: object, path: str = "") -> None:
    """Check that the bytes in JSON values are base64. Protobuf skips invalid characters and stores the rest.

    Raises:
        ValueError: A value is not base64. The error names the field.
    """
    if not isinstance(data, dict):
        return
    for field in descriptor.fields:
        for name in {field.name, field.json_name} & data.keys():
            values = data[name] if is_repeated(field) else [data[name]]
            kind = field
            if field.message_type is not None and field.message_type.GetOptions().map_entry:
                kind = field.message_type.fields_by_name["value"]
                values = values.values() if isinstance(values, dict) else ()
            for value in values if not isinstance(values, (str, int, float, NoneType)) else ():
                if kind.message_type is not None:
                    check_base64(kind.message_type, value, f"{path}{name}.")
                elif kind.type == FieldDescriptor.TYPE_BYTES and isinstance(value, str):
                    _decode(value, f"{path}{name}")


def find_field(descriptor: Descriptor, name: str) -> FieldDescriptor:
    """Return the field of that name in snake_case or camelCase.

    Raises:
        ValueError: There is no such field. The error names the nearest.
    """
    for field in descriptor.fields:
        if name in (field.name, field.json_name):
            return field
    names = [field.name for field in descriptor.fields]
    hint = did_you_mean(name, names) or (f"; it has {', '.join(names)}" if names else "; it has no fields")
    raise ValueError(f"{descriptor.name} has no field {name!r}{hint}")


def message_of(field: FieldDescriptor) -> Descriptor:
    """Return the type of a field that is known to be a message."""
    if field.message_type is None:
        raise TypeError(f"{field.full_name} is not a message")
    return field.message_type


def scalar(field: FieldDescriptor, text: str, path: str) -> str | bytes | bool | float:
    """Return one value of a scalar field for protobuf's Python classes.

    Raises:
        ValueError: The text is not a value of the field's type.
    """
    kind = field.cpp_type
    if field.type == FieldDescriptor.TYPE_BYTES:
        return _from_shell(text)
    if kind == FieldDescriptor.CPPTYPE_BOOL:
        if text.lower() not in _WORDS:
            raise ValueError(f"{path} takes true or false, not {text!r}")
        return _WORDS[text.lower()]
    if kind == FieldDescriptor.CPPTYPE_ENUM:
        return enum_value(field, text, path)
    if kind == FieldDescriptor.CPPTYPE_STRING:
        return check_utf8(text, path)
    number = float if kind in (FieldDescriptor.CPPTYPE_DOUBLE, FieldDescriptor.CPPTYPE_FLOAT) else int
    try:
        return number(text)
    except ValueError:
        raise ValueError(f"{path} takes a {'number' if number is float else 'whole number'}, not {text!r}") from None


def check_utf8(text: str, path: str) -> str:
    """Return text that is UTF-8, the only text that protobuf takes.

    Raises:
        ValueError: The shell gave other bytes, or JSON has half of a surrogate pair.
    """
    if not _is_utf8(text):
        raise ValueError(f"{path} takes text in UTF-8; this is not UTF-8")  # not shown: it may be a secret
    return text


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _from_shell(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def enum_value(field: FieldDescriptor, text: str, path: str) -> int:
    """Return the value of an enum by number, or by name as in Python (``active`` for ``USER_STATE_ACTIVE``).

    Raises:
        ValueError: The enum has no such value. The error lists the values.
    """
    if field.enum_type is None:
        raise TypeError(f"{field.full_name} is not an enum")
    values = field.enum_type.values
    numbers = {str(value.number): int(value.number) for value in values}
    found = numbers.get(text, enum_number(field.enum_type, text))
    if found is None:
        raise ValueError(f"{path} takes one of {', '.join(value.name for value in values)}, not {text!r}")
    return found


def _document(descriptor: Descriptor, document: str | None) -> dict[str, object]:
    if document is None or not document.strip():
        return {}
    data = parse_json(document, "the request")
    if not isinstance(data, dict):
        raise ValueError(f"the request must be a JSON object, not {type(data).__name__}")
    return {find_field(descriptor, name).name: value for name, value in data.items()}


def _assign(
    data: dict[str, object], descriptor: Descriptor, names: list[str], text: str, path: str, given: set[str]
) -> None:
    """Add one assignment to the JSON values; `given` holds the plain fields that earlier assignments set."""
    field = find_field(descriptor, names[0] if len(names) > 1 else names[0].removesuffix(BASE64))
    rest = names[1:]
    if rest and field.message_type is None:
        raise ValueError(f"{path}: {field.name} has no fields of its own")
    if rest and message_of(field).GetOptions().map_entry:
        value_field = message_of(field).fields_by_name["value"]
        key = ".".join(rest)
        if value_field.type == FieldDescriptor.TYPE_BYTES:
            key = key.removesuffix(BASE64)
        entries = data.setdefault(field.name, {})
        if not isinstance(entries, dict):
            raise ValueError(f"{path}: {field.name} was given a value before")
        entries[key] = _value(value_field, text, path)
    elif rest and is_repeated(field):
        raise ValueError(f"{path}: {field.name} is repeated: give each as a JSON object, {field.name}='{{...}}'")
    elif rest:
        inner = data.setdefault(field.name, {})
        if not isinstance(inner, dict):
            raise ValueError(f"{path}: {field.name} was given a value before")
        given_inside = {name.partition(".")[2] for name in given if name.partition(".")[0] == field.name}
        _assign(inner, message_of(field), rest, text, path, given_inside)
        given |= {f"{field.name}.{name}" for name in given_inside}
    elif not is_repeated(field):
        if field.name in given:
            raise ValueError(f"{path} is given twice, and is not repeated")
        given.add(field.name)
        data[field.name] = _value(field, text, path)
    elif field.type != FieldDescriptor.TYPE_BYTES and text.lstrip().startswith("["):
        data[field.name] = [*_items(data, field), *_items({field.name: parse_json(text, path)}, field)]
    else:
        data[field.name] = [*_items(data, field), _value(field, text, path)]


def _items(data: Mapping[str, object], field: FieldDescriptor) -> list[object]:
    """Return the values of a repeated field in JSON values.

    Raises:
        ValueError: They are not an array.
    """
    found = data.get(field.name, [])
    if not isinstance(found, list):
        raise ValueError(f"{field.name} is repeated: its JSON is an array, not {type(found).__name__}")
    return found


def _value(field: FieldDescriptor, text: str, path: str) -> object:
    """Return the JSON value of one field."""
    is_bytes = field.type == FieldDescriptor.TYPE_BYTES
    if path.endswith(BASE64) and not is_bytes:
        name = path.removesuffix(BASE64)
        raise ValueError(f"{path}: {field.name} holds no bytes; write {name}=value")
    if is_bytes:
        raw = _decode(text, path) if path.endswith(BASE64) else _from_shell(text)
        return base64.b64encode(raw).decode("ascii")
    if field.message_type is None:
        return scalar(field, text, path)
    if text.lstrip()[:1] in ("{", "["):
        return parse_json(text, path)
    if field.message_type.full_name == "google.protobuf.Duration":
        return _duration(text, path)
    if field.message_type.full_name.startswith("google.protobuf.") and _is_plain(field.message_type):
        return text  # a Timestamp or wrapper: its JSON is a plain value
    raise ValueError(f"{path} is a {field.message_type.name}: give its fields as {path}.name=value, or a JSON object")


def _is_plain(descriptor: Descriptor) -> bool:
    return descriptor.name not in ("Any", "Struct", "ListValue", "Empty")


def _duration(text: str, path: str) -> str:
    try:
        return f"{seconds(text):.9f}".rstrip("0").rstrip(".") + "s"
    except ValueError as error:
        raise ValueError(f"{path} {error}") from None


def _decode(text: str, path: str) -> bytes:
    """Return the bytes of base64, in its plain or its URL-safe alphabet, with padding."""
    try:
        raw = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if base64.b64encode(raw).decode() != text.replace("-", "+").replace("_", "/"):
        raise ValueError(f"{path} is not base64 with padding: {text!r}")
    return raw
