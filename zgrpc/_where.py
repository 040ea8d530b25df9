"""The query messages that a `where=` means, built from the request's descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeGuard

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message

from zgrpc._filters import Filter, Search, enum_numbers, find_search, is_repeated, type_name
from zgrpc._match import And, Not, Or, TextMatch
from zgrpc._rpc import did_you_mean, message_class

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor

INTEGERS = frozenset({
    FieldDescriptor.CPPTYPE_INT32,
    FieldDescriptor.CPPTYPE_INT64,
    FieldDescriptor.CPPTYPE_UINT32,
    FieldDescriptor.CPPTYPE_UINT64,
})  # fmt: skip
FLOATS = frozenset({FieldDescriptor.CPPTYPE_FLOAT, FieldDescriptor.CPPTYPE_DOUBLE})


def build_queries(request: Descriptor, where: object) -> list[Message]:
    """The messages for the request's field of queries; the server ANDs them.

    `where` is one of:

    - A mapping: each key is an option of the query's oneof without its `_query`. The value is a scalar (for a text it
      means equals), an enum's name or number, a `datetime`, a list where the query has a list, a text match (`equals`,
      `starts_with`, `contains`, `ends_with`) where it has a text method, or a dict of the query's fields. Where the
      contract has them, `and` and `or` take a list of what `where` takes, and `not` takes one of it.
    - `and_`, `or_` or `not_` of the same.
    - A query message, which is copied.

    The role key of user grants and project grants takes no text match but an exact one, as ZITADEL ignores its method.

    Args:
        request: The descriptor of the request message.
        where: What to filter by. It is never changed.

    Raises:
        TypeError: If the request has no queries, a key is unknown (names the nearest) or a value has the wrong type.
        ValueError: If a value has the right type but no meaning: an empty list, an unknown enum name or number, a text
            match that ZITADEL would ignore, an empty query message, a number out of range, a naive `datetime`.
    """
    search = find_search(request)
    if search is None:
        raise TypeError(f"{request.name} takes no where=: its contract has no queries")
    return _all(search, where, f"{request.name}: where")


def _all(search: Search, where: object, path: str) -> list[Message]:
    """The messages which together mean `where`."""
    if isinstance(where, Mapping):
        return [_keyed(search, key, value, path) for key, value in where.items()]
    if isinstance(where, And):
        return [query for condition in where.conditions for query in _all(search, condition, path)]
    if isinstance(where, Or):
        return [_combined(search, "or", where.conditions, path)]
    if isinstance(where, Not):
        return [_combined(search, "not", where.conditions, path)]
    if _is_a(where, search.query):
        if not where.ListFields():
            raise ValueError(f"{path}: the {search.query.name} is empty")
        return [_copy(where)]
    given = type(where).__name__
    raise TypeError(f"{path} takes a mapping, and_(), or_(), not_() or a {search.query.full_name}, not {given}")


def _one(search: Search, where: object, path: str) -> Message:
    """The one message which means `where`."""
    queries = _all(search, where, path)
    if not queries:
        raise ValueError(f"{path} is empty, so there is nothing to combine")
    return queries[0] if len(queries) == 1 else _joined(search, "and", queries, path)


def _combined(search: Search, key: str, conditions: Iterable[object], path: str) -> Message:
    """The message of the search's `and_query`, `or_query` or `not_query`."""
    path = f"{path}[{key!r}]"
    queries = [_one(search, condition, f"{path}[{index}]") for index, condition in enumerate(conditions)]
    if not queries:
        raise ValueError(f"{path} is empty, which ZITADEL refuses; leave the key out to not filter by it")
    return _joined(search, key, queries, path)


def _joined(search: Search, key: str, queries: list[Message], path: str) -> Message:
    found = search.filters.get(key)
    if found is None or found.kind != key:
        raise TypeError(f"{path}: this search cannot combine conditions by {key}_(): its contract has no {key}_query")
    query = message_class(search.query)()
    target = getattr(query, found.option.name)
    field = target.DESCRIPTOR.fields[0]
    if is_repeated(field):
        getattr(target, field.name).extend(queries)
    else:
        getattr(target, field.name).CopyFrom(queries[0])
    return query


def _keyed(search: Search, key: object, value: object, path: str) -> Message:
    """The message that one key of a mapping means."""
    found = search.filters.get(key) if isinstance(key, str) else None
    if found is None:
        hint = did_you_mean(str(key), search.filters) or f"; it takes {', '.join(search.filters)}"
        raise TypeError(f"{path} has no key {key!r}{hint}")
    at = f"{path}[{key!r}]"
    if value is None:
        raise TypeError(f"{at} is None; leave the key out to not filter by it")
    if found.kind == "not":
        return _combined(search, "not", [value], path)
    if found.kind in {"and", "or"}:
        return _combined(search, found.kind, _listed(value, f"{at} takes a list of conditions"), path)
    query = message_class(search.query)()
    if found.option is found.value:
        _assign(query, found.option, value, at)
        return query
    option = getattr(query, found.option.name)
    # Present even where its fields are all at their defaults, such as `{"iam": False}`.
    option.SetInParent()
    if _is_a(value, option.DESCRIPTOR):
        option.CopyFrom(value)
    elif isinstance(value, Mapping):
        _fill(option, value, at)
        if found.note and option.method:
            raise ValueError(f"{at}: {found.note}, whatever the method; leave the method out")
    elif found.value is None:
        fields = ", ".join(field.name for field in option.DESCRIPTOR.fields)
        raise TypeError(f"{at} takes a dict of {fields}, not {type(value).__name__}")
    elif isinstance(value, TextMatch):
        _match(option, found, found.value, value, at)
    elif found.text_match and not isinstance(value, str):
        given = type(value).__name__
        raise TypeError(f"{at} takes a string, equals(), starts_with(), contains() or ends_with(), not {given}")
    else:
        _assign(option, found.value, value, at)
    return query


def _match(option: Message, found: Filter, field: FieldDescriptor, match: TextMatch, at: str) -> None:
    """Sets a text and how it is compared; a query that can only compare exactly takes no other comparison."""
    name = match.method + "_IGNORE_CASE" * match.ignore_case
    if found.method is not None and found.text_match:
        numbers = [number for key, number in enum_numbers(found.method).items() if key.endswith(f"METHOD_{name}")]
        if not numbers:
            raise ValueError(f"{at}: {type_name(found.method)} has no {name}")
        setattr(option, found.method.name, numbers[0])
    elif name != "EQUALS":
        call = f"{match.method.lower()}({'ignore_case=True' * match.ignore_case})"
        if found.note:
            raise ValueError(f"{at}: {found.note}; {call} would silently mean equals()")
        raise TypeError(f"{at} takes {_takes(field)}, not {call}: its query has no text method")
    _assign(option, field, match.value, at)


def _fill(message: Message, fields: Mapping[Any, object], at: str) -> None:
    """Sets the fields of a message from a dict."""
    known: dict[str, Any] = {field.name: field for field in message.DESCRIPTOR.fields}
    if not fields:
        raise ValueError(f"{at} is an empty dict; it takes {', '.join(known)}")
    for name, value in fields.items():
        if name not in known:
            hint = did_you_mean(name, known) or f"; it has {', '.join(known)}"
            raise TypeError(f"{at} has no field {name!r}{hint}")
        _assign(message, known[name], value, f"{at}[{name!r}]")


def _assign(message: Message, field: FieldDescriptor, value: object, at: str) -> None:
    """Sets one field of a message, checking the value's type as protobuf's own errors do not name the field."""
    try:
        if is_repeated(field):
            items = _listed(value, f"{at} takes {_takes(field)}")
            if not items:
                raise ValueError(f"{at} is empty, which ZITADEL refuses; leave the key out to not filter by it")
            getattr(message, field.name).extend(_converted(field, item, f"{at}[{i}]") for i, item in enumerate(items))
        elif field.message_type is not None:
            getattr(message, field.name).CopyFrom(_converted(field, value, at))
        else:
            setattr(message, field.name, _converted(field, value, at))
    except (TypeError, ValueError) as error:
        if str(error).startswith(at):
            raise
        # A number out of range, or text that is not UTF-8.
        kind = ValueError if isinstance(error, ValueError) else TypeError
        raise kind(f"{at}: {error}") from None


def _listed(value: object, expected: str) -> list[Any]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise TypeError(f"{expected}, not {type(value).__name__}")
    return list(value)


def _converted(field: FieldDescriptor, value: object, at: str) -> Any:
    """The value as protobuf takes it."""
    kind = field.cpp_type
    if field.message_type is not None:
        return _message(field, field.message_type, value, at)
    if field.enum_type is not None:
        return _enum(field, value, at)
    if kind in INTEGERS:
        fits = isinstance(value, int) and not isinstance(value, bool)
    elif kind in FLOATS:
        fits = isinstance(value, (int, float)) and not isinstance(value, bool)
    elif kind == FieldDescriptor.CPPTYPE_BOOL:
        fits = isinstance(value, bool)
    else:
        fits = isinstance(value, bytes if field.type == FieldDescriptor.TYPE_BYTES else str)
    if not fits:
        raise TypeError(f"{at} takes {_takes(field, item=True)}, not {type(value).__name__}")
    return value


def _message(field: FieldDescriptor, descriptor: Descriptor, value: object, at: str) -> Message:
    result = message_class(descriptor)()
    if _is_a(value, descriptor):
        result.CopyFrom(value)
    elif isinstance(value, datetime) and descriptor.full_name == "google.protobuf.Timestamp":
        if value.tzinfo is None:
            raise ValueError(f"{at} takes a datetime with a timezone, such as datetime.now(UTC)")
        result.FromDatetime(value)  # type: ignore[attr-defined]
    elif isinstance(value, timedelta) and descriptor.full_name == "google.protobuf.Duration":
        result.FromTimedelta(value)  # type: ignore[attr-defined]
    elif isinstance(value, Mapping):
        _fill(result, value, at)
    else:
        raise TypeError(f"{at} takes {_takes(field, item=True)}, not {type(value).__name__}")
    return result


def _enum(field: FieldDescriptor, value: object, at: str) -> int:
    numbers = enum_numbers(field)
    if isinstance(value, str):
        if value not in numbers:
            hint = did_you_mean(value, numbers) or f"; it has {', '.join(numbers)}"
            raise ValueError(f"{at}: {type_name(field)} has no {value!r}{hint}")
        return numbers[value]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{at} takes {_takes(field, item=True)}, not {type(value).__name__}")
    if value not in numbers.values():
        known = ", ".join(f"{number} ({name})" for name, number in numbers.items())
        raise ValueError(f"{at}: {type_name(field)} has no {value}; it has {known}")
    return value


def _takes(field: FieldDescriptor, *, item: bool = False) -> str:
    """What to pass for a field, in words."""
    kind = type_name(field)
    if is_repeated(field) and not item:
        return f"a list of {kind}" if field.enum_type or field.message_type else f"a list of {kind}s"
    if kind == "google.protobuf.Timestamp":
        return "a datetime with a timezone"
    if kind == "google.protobuf.Duration":
        return "a timedelta"
    if field.enum_type is not None:
        return f"{_article(kind)} by name or number"
    return _article(kind)


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _is_a(value: object, descriptor: Descriptor) -> TypeGuard[Message]:
    return isinstance(value, Message) and descriptor == value.DESCRIPTOR


def _copy(message: Message) -> Message:
    copied = type(message)()
    copied.CopyFrom(message)
    return copied
