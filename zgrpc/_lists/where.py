"""Build the query messages of a `where=` from the request's descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from google.protobuf.message import Message

from zgrpc._contract.filters import Filter, Search, enum_numbers, find_search, is_repeated
from zgrpc._contract.request import keyword_type, message_from
from zgrpc._contract.rpc import did_you_mean, message_class
from zgrpc._lists.match import And, Not, Or, TextMatch

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor


def build_queries(request: Descriptor, where: object, what: str = "") -> list[Message]:
    """Return the messages for the request's field of queries; the server ANDs them.

    `where` is one of:

    - A mapping: each key is an option of the query's oneof without its `_query`. The value is a scalar (for a text it
      means equals), an enum's name or number, a `datetime`, a list where the query has a list, a text match (`equals`,
      `starts_with`, `contains`, `ends_with`) where it has a text method, or a dict of the query's fields. Where the
      contract has them, `and` and `or` take a list of what `where` takes, and `not` takes one of it.
    - `and_`, `or_` or `not_` of the same.
    - A query message, which is copied.

    The role key of user grants and project grants takes only an exact match, because ZITADEL ignores its method.

    Args:
        request: The descriptor of the request message.
        where: What to filter by. It is never changed.
        what: What errors call the request; by default its message's name.

    Raises:
        TypeError: If the request has no queries, a key is unknown (the message names the nearest), or a value has the
            wrong type.
        ValueError: If a value has the right type but no meaning: an empty list, an unknown enum name or number, a text
            match that ZITADEL would ignore, an empty query message, a number out of range, a naive `datetime`.
    """
    search = find_search(request)
    if search is None:
        raise TypeError(f"{what or request.name} takes no where=: its contract has no queries")
    return _Place(search, what or request.name, "where").all(where)


class _Place(NamedTuple):
    """A place in a `where=`; errors show its `path`."""

    search: Search
    what: str
    path: str

    def __str__(self) -> str:
        return f"{self.what}: {self.path}"

    def at(self, key: object) -> _Place:
        return self._replace(path=f"{self.path}[{key!r}]")

    def all(self, where: object) -> list[Message]:
        """Return the messages that together mean `where`."""
        if isinstance(where, Mapping):
            return [self.keyed(key, value) for key, value in where.items()]
        if isinstance(where, And):
            return [query for condition in where.conditions for query in self.all(condition)]
        if isinstance(where, Or):
            return [self.at("or").combined("or", where.conditions)]
        if isinstance(where, Not):
            return [self.at("not").combined("not", where.conditions)]
        if _is_a(where, self.search.query):
            if not where.ListFields():
                raise ValueError(f"{self}: the {self.search.query.name} is empty")
            copied = type(where)()
            copied.CopyFrom(where)
            return [copied]
        name = self.search.query.full_name
        raise TypeError(f"{self} takes a mapping, and_(), or_(), not_() or a {name}, not {type(where).__name__}")

    def one(self, where: object) -> Message:
        """Return the one message that means `where`."""
        queries = self.all(where)
        if not queries:
            raise ValueError(f"{self} is empty, so there is nothing to combine")
        return queries[0] if len(queries) == 1 else self.joined("and", queries)

    def combined(self, key: str, conditions: Iterable[object]) -> Message:
        """Return the message of the search's `and_query`, `or_query` or `not_query`."""
        conditions = list(conditions)
        if not conditions:
            raise ValueError(f"{self} is empty, which ZITADEL refuses; leave the key out to not filter by it")
        places = [self.at(index) for index in range(len(conditions))] if key != "not" else [self]
        return self.joined(key, [place.one(condition) for place, condition in zip(places, conditions, strict=True)])

    def joined(self, key: str, queries: list[Message]) -> Message:
        found = self.search.filters.get(key)
        if found is None or found.kind != key:
            raise TypeError(f"{self}: this search has no {key}_(), as its contract has no {key}_query")
        query = message_class(self.search.query)()
        option = getattr(query, found.option.name)
        field = option.DESCRIPTOR.fields[0]
        if is_repeated(field):
            getattr(option, field.name).extend(queries)
        else:
            getattr(option, field.name).CopyFrom(queries[0])
        return query

    def keyed(self, key: object, value: object) -> Message:
        """Return the message for one key of a mapping."""
        found = self.search.filters.get(key) if isinstance(key, str) else None
        if found is None:
            hint = did_you_mean(str(key), self.search.filters) or f"; it takes {', '.join(self.search.filters)}"
            raise TypeError(f"{self} has no key {key!r}{hint}")
        place = self.at(key)
        if value is None:
            raise TypeError(f"{place} is None; leave the key out to not filter by it")
        if found.kind == "not":
            return place.combined("not", [value])
        if found.kind != "value" and found.kind != "fields":
            if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
                raise TypeError(f"{place} takes a list of conditions, not {type(value).__name__}")
            return place.combined(found.kind, value)
        option = found.option
        if option is not found.value:
            value = place.fields(found, value)
        return message_from(self.search.query, {option.name: value}, self.what, place.path)

    def fields(self, found: Filter, value: object) -> Message:
        """Return the message of one option of the oneof, such as an `EmailQuery`."""
        descriptor = found.option.message_type
        assert descriptor is not None  # noqa: S101 -- for the type checkers: options of this kind are messages
        if _is_a(value, descriptor):
            return value
        given = type(value).__name__
        if not descriptor.fields:  # such as the default organization's
            if value is not True:
                raise TypeError(f"{self} takes True, not {value!r}; leave the key out to not filter by it")
            return message_class(descriptor)()
        if isinstance(value, Mapping):
            if not value and descriptor.fields:
                raise ValueError(f"{self} is an empty dict; it takes {', '.join(descriptor.fields_by_name)}")
        elif found.value is None:
            raise TypeError(f"{self} takes a dict of {', '.join(descriptor.fields_by_name)}, not {given}")
        elif isinstance(value, TextMatch):
            value = {found.value.name: value.value, **self.method(found, value)}
        elif found.text_match and not isinstance(value, str):
            raise TypeError(f"{self} takes a string, equals(), starts_with(), contains() or ends_with(), not {given}")
        else:
            return self.checked(found, self.only(descriptor, found.value.name, value))
        return self.checked(found, message_from(descriptor, value, self.what, self.path))

    def only(self, descriptor: Descriptor, name: str, value: object) -> Message:
        """Return the message with one field. The caller did not name the field, so errors do not name it either."""
        try:
            return message_from(descriptor, {name: value}, self.what, self.path)
        except (TypeError, ValueError) as error:
            text = str(error).replace(f"{self.path}.{name}", self.path)
            raise (TypeError if isinstance(error, TypeError) else ValueError)(text) from None

    def checked(self, found: Filter, message: Message) -> Message:
        """Return the message; raise ValueError if ZITADEL would ignore or reject it."""
        if found.note and getattr(message, "method"):  # noqa: B009 - the contract's, not the class's
            raise ValueError(f"{self}: {found.note}, whatever the method; leave the method out")
        if found.value is not None and found.repeated and not getattr(message, found.value.name):
            raise ValueError(f"{self} is empty, which ZITADEL refuses; leave the key out to not filter by it")
        return message

    def method(self, found: Filter, match: TextMatch) -> dict[str, int]:
        """Return the field that selects how to compare; empty for a query that only compares exactly."""
        name = match.method + "_IGNORE_CASE" * match.ignore_case
        if found.method is not None and found.text_match:
            numbers = [number for key, number in enum_numbers(found.method).items() if key.endswith(f"METHOD_{name}")]
            if not numbers:
                raise ValueError(f"{self}: its method has no {name}")
            return {found.method.name: numbers[0]}
        if name == "EQUALS":
            return {}
        call = f"{match.method.lower()}({'ignore_case=True' * match.ignore_case})"
        if found.note:
            raise ValueError(f"{self}: {found.note}; {call} would silently mean equals()")
        expected = keyword_type(found.value or found.option)
        raise TypeError(f"{self} takes {expected}, not {call}: its query has no text method")


def _is_a(value: object, descriptor: Descriptor) -> TypeGuard[Message]:
    return isinstance(value, Message) and descriptor == value.DESCRIPTOR
