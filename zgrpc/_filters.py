"""What a search can be filtered by, read from the descriptor of its request.

Imports nothing of zgrpc, so that `scripts/typing_stubs.py` can load it on its own. Importing it loads protobuf.
"""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor

QUERY_FIELDS = frozenset({"queries", "filters"})
SUFFIXES = ("_query", "_filter")

# Queries whose `method` ZITADEL ignores: it compares exactly, whatever the method says.
EXACT = {
    "zitadel.user.v1.UserGrantRoleKeyQuery": "ZITADEL looks for the role key as it is among the grant's",
    "zitadel.project.v1.GrantRoleKeyQuery": "ZITADEL looks for the role key as it is among the grant's",
}

TYPE_NAMES = {
    value: name.removeprefix("TYPE_").lower()
    for name, value in vars(FieldDescriptor).items()
    if name.startswith("TYPE_")
}


class Filter(NamedTuple):
    """One key of `where=`.

    Attributes:
        key: The key: the name of the oneof's option without `_query`.
        option: The option's field in the query message.
        kind: `value` where one value is asked for, `fields` where several are (a dict), else how it combines others.
        value: The field that takes the value; None unless `kind` is `value`.
        method: The field that says how values are compared; None where there is none, or where ZITADEL ignores it.
        note: Why there is no method to choose although the contract has one; empty for most.
    """

    key: str
    option: FieldDescriptor
    kind: Literal["value", "fields", "and", "or", "not"]
    value: FieldDescriptor | None
    method: FieldDescriptor | None
    note: str

    @property
    def repeated(self) -> bool:
        """Whether it takes a list."""
        return self.kind in {"and", "or"} or (self.value is not None and is_repeated(self.value))

    @property
    def text_match(self) -> bool:
        """Whether it takes `equals`, `starts_with`, `contains` and `ends_with`."""
        return self.method is not None and is_text_method(self.method)

    @property
    def type(self) -> str:
        """The type of its value: a proto type such as `string`, or the full name of an enum or message."""
        return type_name(self.value or self.option)

    @property
    def enum_values(self) -> tuple[str, ...]:
        """The names that its value may take; empty unless it is an enum."""
        return tuple(enum_numbers(self.value)) if self.value is not None else ()


class Search(NamedTuple):
    """How a request is filtered.

    Attributes:
        request: The request's descriptor.
        field: Its repeated field of query messages.
        query: The descriptor of the query message.
        filters: What can be filtered by, by the key of `where=`.
    """

    request: Descriptor
    field: FieldDescriptor
    query: Descriptor
    filters: dict[str, Filter]


@functools.cache
def find_search(request: Descriptor) -> Search | None:
    """How requests of this type are filtered; None where their contract has no queries.

    Args:
        request: The descriptor of the request message.
    """
    for field in request.fields:
        if field.name in QUERY_FIELDS and is_repeated(field) and field.message_type is not None:
            options = [option for option in field.message_type.fields if _in_oneof(option)]
            if options:
                return Search(request, field, field.message_type, _filters(options))
    return None


def describe_filters(request: Descriptor) -> tuple[Filter, ...]:
    """What `where=` can filter requests of this type by; empty where it cannot.

    Args:
        request: The descriptor of the request message.
    """
    search = find_search(request)
    return tuple(search.filters.values()) if search else ()


def is_repeated(field: FieldDescriptor) -> bool:
    """Whether the field holds a list; protobuf 5 and 7 have no common name for it."""
    found = getattr(field, "is_repeated", None)
    return bool(found) if found is not None else getattr(field, "label", 0) == FieldDescriptor.LABEL_REPEATED


def is_text_method(field: FieldDescriptor) -> bool:
    """Whether the field chooses how texts are compared (a `TextQueryMethod`)."""
    return any(name.endswith("METHOD_STARTS_WITH") for name in enum_numbers(field))


def enum_numbers(field: FieldDescriptor) -> dict[str, int]:
    """The names and numbers of the field's enum; empty where it is none."""
    return {value.name: int(value.number) for value in field.enum_type.values} if field.enum_type is not None else {}


def type_name(field: FieldDescriptor) -> str:
    """The field's type: a proto type such as `string`, or the full name of its enum or message."""
    kind = field.enum_type or field.message_type
    return str(kind.full_name) if kind is not None else TYPE_NAMES[field.type]


def _in_oneof(field: FieldDescriptor) -> bool:
    # A proto3 `optional` field sits in a oneof of its own, called after it with an underscore.
    return field.containing_oneof is not None and not field.containing_oneof.name.startswith("_")


def _filters(options: list[FieldDescriptor]) -> dict[str, Filter]:
    found = (_filter(option) for option in options)
    return {filter_.key: filter_ for filter_ in found}


def _filter(option: FieldDescriptor) -> Filter:
    key = next((option.name[: -len(suffix)] for suffix in SUFFIXES if option.name.endswith(suffix)), option.name)
    message = option.message_type
    if message is None or message.full_name.startswith("google.protobuf."):
        return Filter(key, option, "value", option, None, "")
    fields = list(message.fields)
    if len(fields) == 1 and fields[0].message_type == option.containing_type:
        kind: Literal["and", "or", "not"] = key if key in ("and", "or") else "not"  # type: ignore[assignment]  # of the three
        return Filter(key, option, kind, None, None, "")
    methods = [field for field in fields if field.name == "method" and field.enum_type is not None]
    values = [field for field in fields if field not in methods]
    note = EXACT.get(message.full_name, "")
    method = methods[0] if methods and not note else None
    if len(values) == 1:
        return Filter(key, option, "value", values[0], method, note)
    return Filter(key, option, "fields", None, method, note)
