"""Fields of a request that take their values from rows of data: ``"${users.id}"``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

_REFERENCE = re.compile(r"\$\{([A-Za-z_]\w*)\.([^}]+)\}")

Rows = Mapping[str, Mapping[str, Any]]


def sources(value: Any) -> set[str]:
    """The names of the data that a value refers to."""
    if isinstance(value, str):
        return {name for name, _ in _REFERENCE.findall(value)}
    if isinstance(value, Mapping):
        return set().union(*(sources(inner) for inner in value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*(sources(inner) for inner in value)) if value else set()
    return set()


def columns(value: Any) -> set[tuple[str, str]]:
    """The names of data and column that a value refers to."""
    if isinstance(value, str):
        return {(name, column) for name, column in _REFERENCE.findall(value)}
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return {found for part in inner for found in columns(part)}


def render(value: Any, rows: Rows) -> Any:
    """The value with every reference replaced; a text that is one reference takes the row's value with its type.

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
    """A function that renders a value as fast as it can: what refers to nothing is not looked at again.

    Args:
        value: fields of a request.
        descriptor: the request's type: texts that come from data become the numbers and booleans of its fields.
    """
    if not sources(value):
        return lambda _rows: value
    if not isinstance(value, Mapping):
        return lambda rows: render(value, rows)
    parts: list[tuple[str, Callable[[Rows], Any]]] = []
    for key, inner in value.items():
        field = descriptor.fields_by_name.get(key) if descriptor is not None else None
        parts.append((key, _prepare_field(inner, field)))
    return lambda rows: {key: part(rows) for key, part in parts}


def _prepare_field(value: Any, field: FieldDescriptor | None) -> Callable[[Rows], Any]:
    rendered = prepare(value, field.message_type if field is not None else None)
    if field is None or field.message_type is not None or not isinstance(value, str) or not sources(value):
        return rendered
    if field.cpp_type == field.CPPTYPE_STRING:
        return lambda rows: str(rendered(rows))
    from zgrpc._text.fields import scalar

    return lambda rows: scalar(field, str(rendered(rows)), field.name)
