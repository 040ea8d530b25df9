"""The HTTP routes of the contract, and the fields that paths and queries name."""

from __future__ import annotations

import functools
import urllib.parse
from typing import TYPE_CHECKING, Any, NamedTuple

from google.protobuf.descriptor import FieldDescriptor

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.wire.methods import find_method

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.descriptor import Descriptor

    from zgrpc.testing.wire.methods import Method

_PREFIXES = {"management": "/management/v1", "auth": "/auth/v1", "admin": "/admin/v1", "system": "/system/v1"}
_API = (*(f"{prefix}/" for prefix in _PREFIXES.values()), "/v2/")
_REST = "=**"
"""What ends the last variable of a route that takes the rest of a path."""


class _Route(NamedTuple):
    segments: tuple[str, ...]
    rpc: str
    """The path of the RPC."""

    def match(self, parts: list[str]) -> dict[str, str] | None:
        """Return the values of the route's variables in a path; None if the path is another's."""
        last = self.segments[-1].strip("{}")
        if last.endswith(_REST) and len(parts) > len(self.segments):
            parts = [*parts[: len(self.segments) - 1], "/".join(parts[len(self.segments) - 1 :])]
        if len(parts) != len(self.segments):
            return None
        variables = {}
        for segment, part in zip(self.segments, parts, strict=True):
            if segment.startswith("{") and part:
                variables[segment.strip("{}").removesuffix(_REST)] = urllib.parse.unquote(part)
            elif segment != part:
                return None
        return variables


@functools.cache
def _routes() -> dict[str, list[_Route]]:
    """Return the routes of all RPCs, by HTTP method. One with more literal segments comes before one with fewer."""
    routes: dict[str, list[_Route]] = {}
    for rpc in all_rpcs().values():
        if rpc.http_path:
            path = _PREFIXES.get(rpc.service, "") + rpc.http_path
            routes.setdefault(rpc.http_method, []).append(_Route(tuple(path.split("/")), rpc.path))
    for several in routes.values():
        several.sort(key=lambda route: sum(segment.startswith("{") for segment in route.segments) - len(route.segments))
    return routes


def find(verb: str, path: str) -> tuple[Method, dict[str, str]] | None:
    """Return the RPC of a path and the values of the path's variables; None without a route."""
    parts = path.split("/")
    for route in _routes().get(verb, ()):
        variables = route.match(parts)
        if variables is not None and (method := find_method(route.rpc)) is not None:
            return method, variables
    return None


def is_api(path: str) -> bool:
    """Return whether a path lies where the routes do."""
    return path.startswith(_API)


def query_fields(descriptor: Descriptor, given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return fields named as in a query, such as ``query.limit=5``, as the JSON of a message, without unknown ones.

    Raises:
        ValueError: the value of a field of type bool is neither true nor false.
    """
    fields: dict[str, Any] = {}
    for name, text in given:
        inner, at = fields, descriptor
        *parents, last = name.split(".")
        for parent in parents:
            field = _field(at, parent)
            if field is None or field.message_type is None or is_repeated(field):
                break
            inner, at = inner.setdefault(field.name, {}), field.message_type
        else:
            field = _field(at, last)
            if field is None:
                continue
            if is_repeated(field):
                inner.setdefault(field.name, []).append(_value(field, text))
            else:
                inner[field.name] = _value(field, text)
    return fields


def _field(descriptor: Descriptor, name: str) -> FieldDescriptor | None:
    return descriptor.fields_by_name.get(name) or descriptor.fields_by_camelcase_name.get(name)


def _value(field: FieldDescriptor, text: str) -> Any:
    if field.type == FieldDescriptor.TYPE_BOOL:
        if text not in ("true", "false"):
            raise ValueError(f"{field.name} must be true or false, not {text!r}")
        return text == "true"
    if field.type == FieldDescriptor.TYPE_ENUM and text.isdecimal():
        return int(text)
    return text
