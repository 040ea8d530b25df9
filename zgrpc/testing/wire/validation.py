"""The request rules of the contract, checked in the order and with the words of ZITADEL's protoc-gen-validate code."""

from __future__ import annotations

import functools
import re
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from zgrpc._contract.filters import is_repeated
from zgrpc._contract.limits import limits_of
from zgrpc.testing.errors import bare, hidden

_Rules = Mapping[str, Any]
_Check = Callable[[Message], "str | None"]
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_NO_EMAIL = "value must be a valid email address | caused by: mail: missing '@' or angle-addr"
_EMBEDDED = "embedded message failed validation | caused by: "


def validate(request: Message, *, native: bool = False) -> None:
    """Refuse a request that breaks one of its rules, naming the first that it breaks.

    Args:
        request: the request.
        native: refuse with INVALID_ARGUMENT, as v2 does; v1 hides it in UNKNOWN.

    Raises:
        Err: INVALID_ARGUMENT, or UNKNOWN.
    """
    broken = _broken(request)
    if broken is not None:
        raise bare("INVALID_ARGUMENT", broken) if native else hidden("InvalidArgument", broken)


def _broken(message: Message) -> str | None:
    for check in checks_of(message.DESCRIPTOR):
        broken = check(message)
        if broken is not None:
            return broken
    return None


@functools.cache
def checks_of(descriptor: Descriptor) -> tuple[_Check, ...]:
    """Return the checks of one message: its plain fields in their order, then its oneofs."""
    rules = limits_of(descriptor)
    plain = [f for f in descriptor.fields if f.containing_oneof is None or _is_optional(f)]
    checks: list[_Check] = []
    for field in plain:
        checks.extend(_field_checks(field, rules.get(field.name, {})))
    for oneof in descriptor.oneofs:
        if len(oneof.fields) == 1 and _is_optional(oneof.fields[0]):
            continue
        for field in oneof.fields:
            checks.extend(_when_set(field, check) for check in _field_checks(field, rules.get(field.name, {})))
        if rules.get(oneof.name, {}).get("required"):
            checks.append(_oneof_check(descriptor, oneof.name))
    return tuple(checks)


def _is_optional(field: FieldDescriptor) -> bool:
    """Return whether a field is a proto3 `optional` scalar, which the descriptor shows as a oneof of its own."""
    oneof = field.containing_oneof
    return oneof is not None and len(oneof.fields) == 1 and oneof.name == f"_{field.name}"


def _when_set(field: FieldDescriptor, check: _Check) -> _Check:
    return lambda message: check(message) if message.HasField(field.name) else None


def _oneof_check(descriptor: Descriptor, name: str) -> _Check:
    text = f"invalid {_go_type(descriptor)}.{_go_name(name)}: value is required"
    return lambda message: None if message.WhichOneof(name) else text


def _field_checks(field: FieldDescriptor, rules: _Rules) -> Iterable[_Check]:
    where = f"invalid {_go_type(field.containing_type)}.{_go_name(field.name)}"
    name = field.name
    if is_repeated(field):
        count = _count_rule(rules)
        if count is not None:
            yield lambda m: None if count[0](len(getattr(m, name))) else f"{where}: {count[1]}"
        if rules.get("unique"):
            yield lambda m: _first_repeated_item(getattr(m, name), where)
        item = _scalar_rules(field, rules.get("items", {}))
        nested = field.message_type is not None
        if item or (nested and not _is_map(field)):
            yield lambda m: _first_broken_item(getattr(m, name), where, item, nested)
        return
    if field.message_type is not None:
        if rules.get("required"):
            yield lambda m: None if m.HasField(name) else f"{where}: value is required"
        if field.message_type.full_name == "google.protobuf.Duration":
            for test, text in _number_rules(rules, unit="s"):
                yield lambda m, test=test, text=text: (  # type: ignore[misc]  # defaults hold the loop's values
                    None if not m.HasField(name) or test(_seconds(getattr(m, name))) else f"{where}: {text}"
                )
        elif not rules.get("skip"):
            yield lambda m: _embedded(m, name, where)
        return
    for test, text in _scalar_rules(field, rules):
        if rules.get("ignore_empty"):
            yield lambda m, test=test, text=text: (  # type: ignore[misc]  # defaults hold the loop's values
                None if not getattr(m, name) or test(getattr(m, name)) else f"{where}: {text}"
            )
        elif _is_optional(field):
            yield lambda m, test=test, text=text: (  # type: ignore[misc]  # defaults hold the loop's values
                None if not m.HasField(name) or test(getattr(m, name)) else f"{where}: {text}"
            )
        else:
            yield lambda m, test=test, text=text: None if test(getattr(m, name)) else f"{where}: {text}"  # type: ignore[misc]  # defaults hold the loop's values


def _is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def _embedded(message: Message, name: str, where: str) -> str | None:
    if not message.HasField(name):
        return None
    broken = _broken(getattr(message, name))
    return None if broken is None else f"{where}: {_EMBEDDED}{broken}"


def _first_broken_item(items: Any, where: str, rules: list[tuple[Any, str]], nested: bool) -> str | None:
    for index, item in enumerate(items):
        for test, text in rules:
            if not test(item):
                return f"{where}[{index}]: {text}"
        if nested:
            broken = _broken(item)
            if broken is not None:
                return f"{where}[{index}]: {_EMBEDDED}{broken}"
    return None


def _first_repeated_item(items: Any, where: str) -> str | None:
    seen = set()
    for index, item in enumerate(items):
        if item in seen:
            return f"{where}[{index}]: repeated value must contain unique items"
        seen.add(item)
    return None


def _count_rule(rules: _Rules) -> tuple[Callable[[int], bool], str] | None:
    low, high = rules.get("min_items"), rules.get("max_items")
    if low is not None and high is not None:
        if low == high:
            return lambda n: n == low, f"value must contain exactly {low} item(s)"
        return lambda n: low <= n <= high, f"value must contain between {low} and {high} items, inclusive"
    if low is not None:
        return lambda n: n >= low, f"value must contain at least {low} item(s)"
    if high is not None:
        return lambda n: n <= high, f"value must contain no more than {high} item(s)"
    return None


def _scalar_rules(field: FieldDescriptor, rules: _Rules) -> list[tuple[Callable[[Any], bool], str]]:
    """Return each rule of one scalar: a test that a good value passes, and the words for one that does not."""
    found: list[tuple[Callable[[Any], bool], str]] = []
    if "const" in rules:
        const = rules["const"]
        found.append((lambda v: v == const, f"value must equal {str(const).lower() if const in (0, 1) else const}"))
    length = _length_rule(
        rules, "bytes" if field.type == FieldDescriptor.TYPE_BYTES else "runes", "min_len", "max_len", "len"
    )
    size = _length_rule(rules, "bytes", "min_bytes", "max_bytes", "len_bytes")
    if length is not None:
        found.append(length)
    if size is not None:
        test, text = size
        found.append((lambda v: test(v.encode()), text))
    if "prefix" in rules:
        prefix = rules["prefix"]
        found.append((lambda v: v.startswith(prefix), f'value does not have prefix "{prefix}"'))
    if "pattern" in rules:
        pattern = re.compile(rules["pattern"])
        found.append(
            (lambda v: pattern.search(v) is not None, f'value does not match regex pattern "{rules["pattern"]}"')
        )
    if rules.get("email"):
        found.append((lambda v: _EMAIL.fullmatch(v.strip()) is not None, _NO_EMAIL))
    if rules.get("uri_ref"):
        found.append((_is_uri_reference, "value must be a valid URI"))
    found.extend(_number_rules(rules))
    if rules.get("defined_only"):
        numbers = frozenset(field.enum_type.values_by_number if field.enum_type else ())
        found.append((lambda v: v in numbers, "value must be one of the defined enum values"))
    for key, words in (("in", "value must be in list"), ("not_in", "value must not be in list")):
        if rules.get(key):
            members = frozenset(_enum_number(field, v) for v in rules[key])
            shown = " ".join(_shown(field, v) for v in rules[key])
            wanted = key == "in"
            found.append((lambda v, m=members, w=wanted: (v in m) == w, f"{words} [{shown}]"))  # type: ignore[misc]  # defaults hold the loop's values
    return found


def _is_uri_reference(value: str) -> bool:
    try:
        urllib.parse.urlsplit(value)
    except ValueError:
        return False
    return not any(ord(character) < 0x20 or ord(character) == 0x7F for character in value)


def _enum_number(field: FieldDescriptor, value: Any) -> Any:
    return field.enum_type.values_by_name[value].number if isinstance(value, str) and field.enum_type else value


def _shown(field: FieldDescriptor, value: Any) -> str:
    if field.enum_type is None or isinstance(value, str):
        return str(value)
    return str(field.enum_type.values_by_number[value].name)


def _length_rule(
    rules: _Rules, unit: str, least: str, most: str, exact: str
) -> tuple[Callable[[Any], bool], str] | None:
    low, high = rules.get(least), rules.get(most)
    if exact in rules or (low is not None and low == high):
        size = rules.get(exact, low)
        return lambda v: len(v) == size, f"value length must be {size} {unit}"
    if low is not None and high is not None:
        return lambda v: low <= len(v) <= high, f"value length must be between {low} and {high} {unit}, inclusive"
    if low is not None:
        return lambda v: len(v) >= low, f"value length must be at least {low} {unit}"
    if high is not None:
        return lambda v: len(v) <= high, f"value length must be at most {high} {unit}"
    return None


def _seconds(duration: Any) -> float:
    return float(duration.seconds + duration.nanos / 1e9)


def _number_rules(rules: _Rules, unit: str = "") -> Iterable[tuple[Callable[[Any], bool], str]]:
    low, high = rules.get("gte"), rules.get("lte")
    if low is not None and high is not None:
        yield (lambda v: low <= v <= high), f"value must be inside range [{low}{unit}, {high}{unit}]"
        return
    if low is not None:
        yield (lambda v: v >= low), f"value must be greater than or equal to {low}{unit}"
    if high is not None:
        yield (lambda v: v <= high), f"value must be less than or equal to {high}{unit}"
    if "gt" in rules:
        yield (lambda v: v > rules["gt"]), f"value must be greater than {rules['gt']}{unit}"
    if "lt" in rules:
        yield (lambda v: v < rules["lt"]), f"value must be less than {rules['lt']}{unit}"


def _go_name(name: str) -> str:
    """Return a field as Go's protobuf compiler names it: `in_user_ids` is `InUserIds`."""
    return re.sub(r"(?:^|_)([a-z0-9])", lambda m: m[1].upper() if m[1].isalpha() else m[0], name)


def _go_type(descriptor: Descriptor | None) -> str:
    """Return a message as Go's protobuf compiler names it: nested ones are joined by an underscore."""
    names: list[str] = []
    while descriptor is not None:
        names.insert(0, descriptor.name)
        descriptor = descriptor.containing_type
    return "_".join(names)
