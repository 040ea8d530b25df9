"""Fields of a request that take their values from rows of data: ``"${users.id}"``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from zgrpc._text.durations import seconds

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

_REFERENCE = re.compile(r"\$\{([A-Za-z_]\w*)\.([^}]+)\}")
_OPENED = re.compile(r"\$\{[^}]*\}?")

Rows = Mapping[str, Mapping[str, Any]]


def sources(value: Any) -> set[str]:
    """Return the names of the data that a value refers to."""
    return {name for name, _ in columns(value)}


def columns(value: Any) -> set[tuple[str, str]]:
    """Return the data and columns that a value refers to, by name."""
    if isinstance(value, str):
        return {(name, column) for name, column in _REFERENCE.findall(value)}
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return {found for part in inner for found in columns(part)}


def check(value: Any) -> None:
    """Reject a text in which ``${`` begins no reference; such a text may still come from data.

    Raises:
        ValueError: it names what stands there.
    """
    if isinstance(value, str):
        for found in _OPENED.findall(value):
            if not _REFERENCE.fullmatch(found):
                raise ValueError(
                    f"{found!r} refers to no data: write it as ${{data.column}}; a text with '${{' may come from data"
                )
    elif isinstance(value, (Mapping, list)):
        for inner in value.values() if isinstance(value, Mapping) else value:
            check(inner)


def render(value: Any, rows: Rows) -> Any:
    """Return the value with every reference replaced; a text that is one reference becomes the row's value.

    Raises:
        KeyError: a row has no such column.
    """
    if isinstance(value, str):
        if (whole := _REFERENCE.fullmatch(value)) is not None:
            return rows[whole[1]][whole[2]]
        return _REFERENCE.sub(lambda found: str(rows[found[1]][found[2]]), value)
    if isinstance(value, Mapping):
        return {key: render(inner, rows) for key, inner in value.items()}
    if isinstance(value, list):
        return [render(inner, rows) for inner in value]
    return value


def prepare(value: Any, descriptor: Descriptor | None = None) -> Callable[[Rows], Any]:
    """Return a function that renders a value. Parts without references are converted once, here.

    Args:
        value: fields of a request.
        descriptor: the request's type: texts become times, durations and bytes as its fields have them; those that come
            from data become numbers and booleans too.

    Raises:
        ValueError: a text without references is no time or duration, and its field holds one.
    """
    if not isinstance(value, Mapping):
        return (lambda rows: render(value, rows)) if sources(value) else (lambda _rows: value)
    parts = [(key, _prepare_field(inner, _field(descriptor, key))) for key, inner in value.items()]
    if not sources(value):
        fixed = {key: part({}) for key, part in parts}
        return lambda _rows: fixed
    return lambda rows: {key: part(rows) for key, part in parts}


def _field(descriptor: Descriptor | None, key: str) -> FieldDescriptor | None:
    if descriptor is None:
        return None
    return descriptor.fields_by_name.get("value" if descriptor.GetOptions().map_entry else key)


def _prepare_field(value: Any, field: FieldDescriptor | None) -> Callable[[Rows], Any]:
    part = _converted(value, field)
    if sources(value):
        return part
    fixed = part({})
    return lambda _rows: fixed


def _converted(value: Any, field: FieldDescriptor | None) -> Callable[[Rows], Any]:
    if isinstance(value, list):
        items = [_prepare_field(item, field) for item in value]
        return lambda rows: [item(rows) for item in items]
    rendered = prepare(value, field.message_type if field is not None else None)
    if field is None or not isinstance(value, str):
        return rendered
    kind = field.message_type.full_name if field.message_type is not None else ""
    if kind == "google.protobuf.Timestamp":
        return lambda rows: _time(rendered(rows), field.name)
    if kind == "google.protobuf.Duration":
        return lambda rows: _duration(rendered(rows), field.name)
    if kind or not (sources(value) or field.type == field.TYPE_BYTES):
        return rendered
    if field.cpp_type == field.CPPTYPE_STRING and field.type != field.TYPE_BYTES:
        return lambda rows: str(rendered(rows))
    from zgrpc._text.fields import scalar

    return lambda rows: scalar(field, str(rendered(rows)), field.name)


def _time(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{name} takes a time such as 2030-01-31T12:00:00Z, not {value!r}") from None


def _duration(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return timedelta(seconds=seconds(value))
    except ValueError as error:
        raise ValueError(f"{name} {error}") from None
