"""How a list is paged, as declared in `scripts/lists.toml`."""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["offset", "v2", "cursor", "events", "unpaged"]

V2_LIMIT = 1000
"""The most items that a v2 list returns; it rejects a higher limit with INVALID_ARGUMENT (``QUERY-4M0fs``)."""
V2_DEFAULT_LIMIT = 100
"""How many items a v2 list returns if the request has no limit."""
EVENTS_LIMIT = 1000
"""The most events that ``admin.ListEvents`` returns, whatever the limit."""


class Paging(NamedTuple):
    """How a list is paged.

    Attributes:
        kind: ``offset`` (by offset and limit, any limit), ``v2`` (by offset and limit, capped), ``cursor`` (a change
            list, by an exclusive sequence), ``events`` (by time, capped), or ``unpaged`` (one response holds all).
        field: The request's field that holds offset, sequence and limit; empty if the request itself holds them,
            and for an unpaged list.
        items: The response's field that holds the items.
        identity: The key fields of an item, as dotted paths. A oneof's name stands for the option that is set. Empty
            if an item is a plain value.
        total: The dotted path in the response to the number of all items; empty if there is none.
        creation_column: The value of the request's ``sorting_column`` that sorts by creation; empty if the service
            has none.
    """

    kind: Kind
    field: str
    items: str
    identity: tuple[str, ...]
    total: str
    creation_column: str

    @property
    def cap(self) -> int:
        """The most items that the server returns at once; 0 for no known limit."""
        return {"v2": V2_LIMIT, "events": EVENTS_LIMIT}.get(self.kind, 0)
