"""A scenario of one RPC, from its name and ``FIELD=VALUE`` arguments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import yaml

from zgrpc._text.fields import build
from zgrpc._text.names import find

if TYPE_CHECKING:
    from pathlib import Path

    from google.protobuf.message import Message


def write(name: str, fields: Iterable[str], folder: Path) -> Path:
    """Write a scenario that calls one RPC; return its path.

    Args:
        name: the RPC, such as ``management.GetUserByID``.
        fields: the fields of its request, such as ``id=42``.
        folder: where to write it.

    Raises:
        ValueError: there is no such RPC or field, or a value does not fit.
    """
    rpc = find(name)
    request = build(rpc.descriptor.input_type, fields)
    step = {"list" if rpc.paging else "call": rpc.short_name, "fields": _set_fields(request)}
    path = folder / f"{rpc.short_name}.yaml"
    path.write_text(yaml.safe_dump({"name": rpc.short_name, "steps": [step]}))
    return path


def _set_fields(message: Message) -> dict[str, Any]:
    """Return the fields of a message that are set, as plain values."""
    return {field.name: _plain(value) for field, value in message.ListFields()}


def _plain(value: Any) -> Any:
    if hasattr(value, "ListFields"):
        return _set_fields(value)
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return [_plain(item) for item in value]
    return value
