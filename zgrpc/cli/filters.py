"""``where=`` from what a shell or a YAML file can say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from zgrpc._filters import Filter, describe_filters
from zgrpc._match import contains, ends_with, equals, starts_with
from zgrpc._rpc import did_you_mean
from zgrpc.cli.fields import find_field, message_of, scalar

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor

OPERATORS = {"=": equals, "~=": contains, "^=": starts_with, "$=": ends_with}
_METHODS = {function.__name__: function for function in OPERATORS.values()}
_CONDITION = re.compile(r"(?P<key>[A-Za-z_][\w.]*)(?P<op>[~^$]?=)(?P<value>.*)", re.DOTALL)


def parse(request: Descriptor, conditions: Iterable[str], *, ignore_case: bool = False) -> dict[str, Any]:
    """The ``where=`` that conditions of the command line mean; all of them must hold.

    Args:
        request: the request's type.
        conditions: ``key=value``, ``key~=part``, ``key^=start``, ``key$=end`` or a JSON object, each.
        ignore_case: whether texts are compared without regard to case.

    Raises:
        ValueError: names the condition that is not understood.
    """
    known = {found.key: found for found in describe_filters(request)}
    where: dict[str, Any] = {}
    for condition in conditions:
        if condition.lstrip().startswith("{"):
            where.update(plain(_object(condition)))
            continue
        found = _CONDITION.fullmatch(condition)
        if not found:
            raise ValueError(
                f"--where {condition!r} is not of the form key=value, key~=part, key^=start, key$=end or JSON"
            )
        key, _, inner = found["key"].partition(".")
        if key not in known:
            hint = did_you_mean(key, known) or (f"; it takes {', '.join(known)}" if known else "; it takes none")
            raise ValueError(f"{request.name} cannot be filtered by {key!r}{hint}")
        _put(where, known[key], inner, found["op"], found["value"], ignore_case)
    return where


def plain(where: Any) -> Any:
    """A ``where`` from JSON or YAML: ``{"email": {"ends_with": "@acme.com"}}`` becomes the text match it means."""
    if isinstance(where, Mapping):
        method = next((name for name in _METHODS if name in where), None)
        if method and set(where) <= {method, "ignore_case"}:
            return _METHODS[method](where[method], ignore_case=bool(where.get("ignore_case", False)))
        return {key: plain(value) for key, value in where.items()}
    if isinstance(where, list):
        return [plain(value) for value in where]
    return where


def _put(where: dict[str, Any], known: Filter, inner: str, op: str, text: str, ignore_case: bool) -> None:
    key = known.key
    if inner:
        if known.kind != "fields":
            raise ValueError(f"--where {key} takes one value, {key}=value")
        field = find_field(message_of(known.option), inner)
        where.setdefault(key, {})[field.name] = scalar(field, text, f"{key}.{inner}")
        return
    if known.kind in ("and", "or", "not"):
        raise ValueError(f"""--where {key} combines others; give it as JSON: --where '{{"{key}": ...}}'""")
    if known.value is None or (known.value.message_type is not None and text.lstrip().startswith("{")):
        names = ", ".join(f"{key}.{field.name}=…" for field in message_of(known.option).fields)
        raise ValueError(f"--where {key} takes several fields: {names}")
    if op != "=" and not known.text_match:
        raise ValueError(
            f"--where {key} is always compared exactly{f' ({known.note})' if known.note else ''}: write {key}={text}"
        )
    if known.value.message_type is not None:
        from datetime import datetime

        try:
            where[key] = datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(
                f"--where {key} takes a date and time with zone, such as 2026-01-31T12:00:00Z, not {text!r}"
            ) from None
        return
    if known.repeated:
        where.setdefault(key, []).extend(scalar(known.value, part, key) for part in text.split(","))
        return
    if key in where:
        raise ValueError(f"--where {key} is given twice: the server would ask for both at once")
    if known.text_match:
        where[key] = OPERATORS[op](text, ignore_case=ignore_case)
    else:
        where[key] = scalar(known.value, text, key)


def _object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"--where {text!r} is not JSON: {error}") from None
    return dict(data)
