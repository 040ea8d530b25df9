"""A request from what a shell can say: ``name=value`` and JSON, checked against the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from zgrpc._filters import is_repeated
from zgrpc._rpc import did_you_mean, message_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from google.protobuf.message import Message

_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def build(descriptor: Descriptor, assignments: Iterable[str] = (), document: str | None = None) -> Message:
    """The request that assignments, on top of a JSON document, describe.

    Args:
        descriptor: the request's type.
        assignments: ``name=value`` each, names in snake_case or camelCase, ``a.b=value`` for nested ones; a repeated
            field by
            several assignments or a JSON array, a message by a JSON object, a map by ``field.key=value``.
        document: a JSON object in protobuf's JSON mapping.

    Raises:
        ValueError: names the field that is unknown or whose value does not fit.
    """
    data = _document(descriptor, document)
    given: set[str] = set()
    for assignment in assignments:
        path, equals, value = assignment.partition("=")
        if not equals or not path:
            raise ValueError(f"{assignment!r} is not of the form name=value")
        _assign(data, descriptor, path.split("."), value, path, given)
    return parse(descriptor, data)


def parse(descriptor: Descriptor, data: Mapping[str, Any]) -> Message:
    """The message that JSON values describe.

    Raises:
        ValueError: names the field that is unknown or whose value does not fit.
    """
    from google.protobuf import json_format

    message = message_class(descriptor)()
    try:
        return json_format.ParseDict(dict(data), message)
    except json_format.ParseError as error:
        raise ValueError(f"{descriptor.name}: {str(error).removeprefix('Failed to parse ').rstrip('.')}") from None


def find_field(descriptor: Descriptor, name: str) -> FieldDescriptor:
    """The field of that name in snake_case or camelCase.

    Raises:
        ValueError: there is none; names the nearest.
    """
    for field in descriptor.fields:
        if name in (field.name, field.json_name):
            return field
    names = [field.name for field in descriptor.fields]
    hint = did_you_mean(name, names) or (f"; it has {', '.join(names)}" if names else "; it has no fields")
    raise ValueError(f"{descriptor.name} has no field {name!r}{hint}")


def message_of(field: FieldDescriptor) -> Descriptor:
    """The type of a field that is known to be a message."""
    if field.message_type is None:
        raise TypeError(f"{field.full_name} is no message")
    return field.message_type


def scalar(field: FieldDescriptor, text: str, path: str) -> Any:
    """One value of a scalar field, as protobuf's JSON mapping has it.

    Raises:
        ValueError: the text is no value of the field's type.
    """
    kind = field.cpp_type
    if kind == FieldDescriptor.CPPTYPE_BOOL:
        if text.lower() not in _WORDS:
            raise ValueError(f"{path} takes true or false, not {text!r}")
        return _WORDS[text.lower()]
    if kind == FieldDescriptor.CPPTYPE_ENUM:
        return enum_value(field, text, path)
    if kind == FieldDescriptor.CPPTYPE_STRING:
        return text
    number = float if kind in (FieldDescriptor.CPPTYPE_DOUBLE, FieldDescriptor.CPPTYPE_FLOAT) else int
    try:
        return number(text)
    except ValueError:
        raise ValueError(f"{path} takes a {'number' if number is float else 'whole number'}, not {text!r}") from None


def enum_value(field: FieldDescriptor, text: str, path: str) -> str | int:
    """The value of an enum by name, by number, or by the end of its name (``active`` for ``USER_STATE_ACTIVE``).

    Raises:
        ValueError: the enum has no such value; lists them.
    """
    values = field.enum_type.values if field.enum_type is not None else []
    for value in values:
        if text in (value.name, str(value.number)):
            return int(value.number)
    wanted = "_" + text.upper()
    ending = [value for value in values if value.name.endswith(wanted)]
    if ending:
        # The shortest: `active` must not mean `USER_STATE_INACTIVE`, nor `NOT_ACTIVE`.
        return int(min(ending, key=lambda value: len(value.name)).number)
    raise ValueError(f"{path} takes one of {', '.join(value.name for value in values)}, not {text!r}")


def _document(descriptor: Descriptor, document: str | None) -> dict[str, Any]:
    if document is None or not document.strip():
        return {}
    try:
        data = json.loads(document)
    except json.JSONDecodeError as error:
        raise ValueError(f"the request is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise ValueError(f"the request must be a JSON object, not {type(data).__name__}")
    return {find_field(descriptor, name).name: value for name, value in data.items()}


def _assign(
    data: dict[str, Any], descriptor: Descriptor, names: list[str], text: str, path: str, given: set[str]
) -> None:
    """Put one assignment into the JSON values; `given` holds the plain fields that earlier assignments set."""
    field = find_field(descriptor, names[0])
    rest = names[1:]
    if rest and field.message_type is None:
        raise ValueError(f"{path}: {field.name} has no fields of its own")
    if rest and message_of(field).GetOptions().map_entry:
        value_field = message_of(field).fields_by_name["value"]
        data.setdefault(field.name, {})[".".join(rest)] = _value(value_field, text, path)
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
    elif text.lstrip().startswith("["):
        data[field.name] = [*data.get(field.name, []), *_json(text, path)]
    else:
        data[field.name] = [*data.get(field.name, []), _value(field, text, path)]


def _value(field: FieldDescriptor, text: str, path: str) -> Any:
    if field.message_type is None:
        return scalar(field, text, path)
    if text.lstrip()[:1] in ("{", "["):
        return _json(text, path)
    if field.message_type.full_name.startswith("google.protobuf."):
        return text  # a Timestamp, Duration or wrapper: its JSON is a plain value
    raise ValueError(f"{path} is a {field.message_type.name}: give its fields as {path}.name=value, or a JSON object")


def _json(text: str, path: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
