"""The filters of a list, read from the descriptor of its request.

It imports nothing of zgrpc, so `scripts/typing_stubs.py` can load it alone. Importing it loads protobuf.
"""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor

QUERY_FIELDS = frozenset({"queries", "filters"})
SUFFIXES = ("_query", "_filter")

# Queries whose `method` ZITADEL ignores: it always compares exactly.
EXACT = {
    "zitadel.user.v1.UserGrantRoleKeyQuery": "ZITADEL compares the role key exactly",
    "zitadel.project.v1.GrantRoleKeyQuery": "ZITADEL compares the role key exactly",
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
        kind: `value` if it takes one value, `fields` if it takes several (a dict), else how it combines filters.
        value: The field that takes the value; None unless `kind` is `value`.
        method: The field that selects how values are compared; None if there is none, or if ZITADEL ignores it.
        note: Why `method` is None although the contract has the field; empty for most.
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
        """The names of its enum's values; empty if it is not an enum."""
        return tuple(enum_numbers(self.value)) if self.value is not None else ()


class Search(NamedTuple):
    """How a request is filtered.

    Attributes:
        request: The request's descriptor.
        field: Its repeated field of query messages.
        query: The descriptor of the query message.
        filters: The filters, by the key of `where=`.
    """

    request: Descriptor
    field: FieldDescriptor
    query: Descriptor
    filters: dict[str, Filter]


@functools.cache
def find_search(request: Descriptor) -> Search | None:
    """Return how requests of this type are filtered; None if they have no queries.

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
    """Return the filters of `where=` for requests of this type; empty if there are none.

    Args:
        request: The descriptor of the request message.
    """
    search = find_search(request)
    return tuple(search.filters.values()) if search else ()


def is_repeated(field: FieldDescriptor) -> bool:
    """Return whether the field holds a list; protobuf 5 and 7 have no common name for it."""
    found = getattr(field, "is_repeated", None)
    return bool(found) if found is not None else getattr(field, "label", 0) == FieldDescriptor.LABEL_REPEATED


def is_text_method(field: FieldDescriptor) -> bool:
    """Return whether the field selects how texts are compared (a `TextQueryMethod`)."""
    return any(name.endswith("METHOD_STARTS_WITH") for name in enum_numbers(field))


def enum_numbers(field: FieldDescriptor) -> dict[str, int]:
    """Return the names and numbers of the field's enum; empty if it is not one."""
    return {value.name: int(value.number) for value in field.enum_type.values} if field.enum_type is not None else {}


def type_name(field: FieldDescriptor) -> str:
    """Return the field's type: a proto type such as `string`, or the full name of its enum or message."""
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
        kind: Literal["and", "or", "not"] = "and" if key == "and" else "or" if key == "or" else "not"
        return Filter(key, option, kind, None, None, "")
    methods = [field for field in fields if field.name == "method" and field.enum_type is not None]
    values = [field for field in fields if field not in methods]
    note = EXACT.get(message.full_name, "")
    method = methods[0] if methods and not note else None
    if len(values) == 1:
        return Filter(key, option, "value", values[0], method, note)
    return Filter(key, option, "fields", None, method, note)
