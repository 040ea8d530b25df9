"""Filters from text: ``where=`` from conditions of the command line, JSON and YAML."""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from zgrpc._contract.filters import Filter, describe_filters
from zgrpc._contract.rpc import did_you_mean
from zgrpc._lists.match import TextMatch, contains, ends_with, equals, starts_with
from zgrpc._text.documents import parse_json
from zgrpc._text.fields import TIME, check_utf8, enum_value, find_field, message_of, scalar

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

OPERATORS = {"=": equals, "~=": contains, "^=": starts_with, "$=": ends_with}
_METHODS = {function.__name__: function for function in OPERATORS.values()}
_CONDITION = re.compile(r"(?P<key>[A-Za-z_][\w.]*)(?P<op>[~^$]?=)(?P<value>.*)", re.DOTALL)
_CALL = re.compile(rf"(zgrpc\.)?({'|'.join(_METHODS)})\(.*\)", re.DOTALL)
_LIKE_CALL = re.compile(r"""(?:zgrpc\.)?(\w+)\(\s*["'].*\)""", re.DOTALL)


def parse(request: Descriptor, conditions: Iterable[str], *, ignore_case: bool = False) -> dict[str, object]:
    """Return the ``where=`` for conditions of the command line. All of them must hold.

    Args:
        request: The request's type.
        conditions: ``key=value``, ``key~=part``, ``key^=start``, ``key$=end``, ``key=ends_with("part")`` as in
            Python, or a JSON object, each.
        ignore_case: Whether texts are compared without regard to case. A text match with an `ignore_case` of its own
            keeps that.

    Raises:
        ValueError: A condition is not understood, or `ignore_case` would change nothing. The error names it.
    """
    known = {found.key: found for found in describe_filters(request)}
    where: dict[str, object] = {}
    for condition in conditions:
        if condition.lstrip().startswith("{"):
            given = _typed_mapping(known, _matched(known, _object(condition), ignore_case), "")
            for key in given:
                if key in where:
                    raise ValueError(f"--where {key} is given twice: the server would ask for both at once")
            where.update(given)
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
    if ignore_case and where and not _ignores_case(where):
        raise ValueError(f"no --where ({', '.join(where)}) can ignore case: leave out --ignore-case")
    return where


def plain(where: object, *, ignore_case: bool = False) -> object:
    """Return a ``where`` from JSON or YAML with text matches: ``{"email": {"ends_with": "@acme.com"}}``.

    Args:
        where: What JSON or YAML gave.
        ignore_case: Whether text matches that do not say so themselves ignore case.
    """
    if isinstance(where, Mapping):
        method = next((name for name in _METHODS if name in where), None)
        if method and set(where) <= {method, "ignore_case"}:
            return _METHODS[method](where[method], ignore_case=bool(where.get("ignore_case", ignore_case)))
        return {key: plain(value, ignore_case=ignore_case) for key, value in where.items()}
    if isinstance(where, list):
        return [plain(value, ignore_case=ignore_case) for value in where]
    return where


def _matched(known: Mapping[str, Filter], where: Mapping[str, object], ignore_case: bool) -> Mapping[str, object]:
    """Return a ``where`` from JSON with text matches, those that plain texts stand for among them."""
    try:
        found = {key: plain(value, ignore_case=ignore_case) for key, value in where.items()}
    except TypeError as error:
        raise ValueError(f"--where {json.dumps(where)}: {error}") from None
    return _without_case(known, found) if ignore_case else found


def _without_case(known: Mapping[str, Filter], where: Mapping[str, object]) -> dict[str, object]:
    """Return a ``where`` whose plain texts ignore case."""
    found = dict(where)
    for key, value in where.items():
        if key not in known:
            continue
        if known[key].text_match and isinstance(value, str):
            found[key] = equals(value, ignore_case=True)
        elif known[key].kind == "not" and isinstance(value, Mapping):
            found[key] = _without_case(known, value)
        elif known[key].kind in ("and", "or") and isinstance(value, list):
            found[key] = [_without_case(known, inner) if isinstance(inner, Mapping) else inner for inner in value]
    return found


def _ignores_case(where: object) -> bool:
    if isinstance(where, TextMatch):
        return where.ignore_case
    inner = where.values() if isinstance(where, Mapping) else where if isinstance(where, list) else ()
    return any(map(_ignores_case, inner))


def _typed(known: Mapping[str, Filter], where: object, path: str) -> object:
    """Return a ``where`` from JSON with Python's times and enum values; the rest is checked later."""
    return _typed_mapping(known, where, path) if isinstance(where, Mapping) else where


def _typed_mapping(known: Mapping[str, Filter], where: Mapping[str, object], path: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in where.items():
        filter_ = known.get(key)
        place = f"{path}{key}"
        if filter_ is None:
            found[key] = value
        elif filter_.kind in ("and", "or") and isinstance(value, list):
            found[key] = [_typed(known, inner, f"{place}[{number}].") for number, inner in enumerate(value)]
        elif filter_.kind == "not":
            found[key] = _typed(known, value, f"{place}.")
        elif filter_.value is not None:
            field = filter_.value
            found[key] = (
                [_leaf(field, v, place) for v in value] if isinstance(value, list) else _leaf(field, value, place)
            )
        elif isinstance(value, Mapping):
            fields = message_of(filter_.option)
            found[key] = {name: _leaf(find_field(fields, name), v, f"{place}.{name}") for name, v in value.items()}
        else:
            found[key] = value
    return found


def _leaf(field: FieldDescriptor, value: object, path: str) -> object:
    if isinstance(value, str) and field.message_type is not None:
        return _time(value, path)
    if isinstance(value, str) and field.enum_type is not None:
        return enum_value(field, value, f"--where {path}")
    return value


def _put(where: dict[str, object], known: Filter, inner: str, op: str, text: str, ignore_case: bool) -> None:
    """Add one condition of the command line to `where`."""
    key = known.key
    if inner:
        if known.kind != "fields":
            raise ValueError(f"--where {key} takes one value, {key}=value")
        field = find_field(message_of(known.option), inner)
        value = (
            _time(text, f"{key}.{inner}") if field.message_type is not None else scalar(field, text, f"{key}.{inner}")
        )
        fields = where.setdefault(key, {})
        if not isinstance(fields, dict):
            raise ValueError(f"--where {key} is given twice: the server would ask for both at once")
        fields[field.name] = value
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
    if key in where and not known.repeated:
        raise ValueError(f"--where {key} is given twice: the server would ask for both at once")
    if known.value.message_type is not None:
        where[key] = _time(text, key)
    elif known.repeated:
        before = where.get(key)
        where[key] = [
            *(before if isinstance(before, list) else ()),
            *(scalar(known.value, part, key) for part in _parts(text)),
        ]
    elif known.text_match:
        check_utf8(text, f"--where {key}")
        where[key] = _python_match(text, key, ignore_case) or OPERATORS[op](text, ignore_case=ignore_case)
    else:
        where[key] = scalar(known.value, text, key)


def _parts(text: str) -> list[str]:
    """Return the values of a list: separated by commas, or a JSON array."""
    if text.lstrip().startswith("["):
        try:
            return [value if isinstance(value, str) else json.dumps(value) for value in json.loads(text)]
        except (json.JSONDecodeError, TypeError):
            pass
    return text.split(",")


def _python_match(text: str, key: str, ignore_case: bool) -> TextMatch | None:
    """Return the text match that is written as in Python, such as ``ends_with("@acme.com")``; None for other text."""
    found = _CALL.fullmatch(text)
    if found is None:
        like = _LIKE_CALL.fullmatch(text)
        if like and (hint := did_you_mean(like[1], _METHODS, 0.7)):
            raise ValueError(
                f"--where {key}={text} calls {like[1]!r}{hint} "
                f"For this very text: --where {shlex.quote(json.dumps({key: text}))}"
            )
        return None
    try:
        call = ast.parse(text, mode="eval").body
        if not isinstance(call, ast.Call):
            return None
        options = {keyword.arg or "**": ast.literal_eval(keyword.value) for keyword in call.keywords}
        return _METHODS[found[2]](*map(ast.literal_eval, call.args), **{"ignore_case": ignore_case, **options})
    except (SyntaxError, TypeError, ValueError):
        raise ValueError(
            f'--where {key}={text} is not of the form {found[2]}("text") or with ignore_case=True'
        ) from None


def _time(text: str, key: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise ValueError(f"--where {key} takes {TIME}, not {text!r}")
    return found


def _object(text: str) -> dict[str, object]:
    data = parse_json(text, f"--where {text!r}")
    return cast("dict[str, object]", data)  # the text begins with a brace
