"""Deduplicate the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from google.protobuf.message import Message

T = TypeVar("T")


class Known:
    """The items that the consumer has, by identity.

    Within one answer every copy of an item counts, so a copy gets a key of its own. An item whose identity is empty is
    recognized by its content.

    Args:
        identity: returns an item's identity.
        limit: how many items the consumer wants; None for all.
    """

    def __init__(self, identity: Callable[[object], Hashable], limit: int | None = None) -> None:
        self._identity = identity
        self._limit = limit
        self._seen: set[Hashable] = set()
        self._empty: Hashable = None

    def __len__(self) -> int:
        return len(self._seen)

    @property
    def full(self) -> bool:
        """Whether the consumer wants no more."""
        return self._limit is not None and len(self._seen) >= self._limit

    def identities(self) -> frozenset[Hashable]:
        """Return the identities of the items that the consumer has."""
        return frozenset(self._seen)

    def keyed(self, parts: Iterable[Sequence[T]]) -> Iterator[tuple[list[Hashable], list[T]]]:
        """Yield the keys and the items of each part of one answer."""
        answer: set[Hashable] = set()
        copies: dict[Hashable, int] = {}
        for part in parts:
            items = list(part)  # a repeated field creates its items again at each access
            keys = list(map(self._identity, items))
            distinct = set(keys)
            if self._is_empty(distinct, items):
                keys = [_content(item) if key == self._empty else key for key, item in zip(keys, items, strict=True)]
                distinct = set(keys)
            if len(distinct) < len(keys) or not answer.isdisjoint(distinct):
                keys = [_numbered(key, answer, copies) for key in keys]
            elif answer:
                answer |= distinct
            else:
                answer = distinct
            yield keys, items

    def keys(self, parts: Iterable[Sequence[object]]) -> list[Hashable]:
        """Return the keys of one answer."""
        return [key for keys, _ in self.keyed(parts) for key in keys]

    def add(self, keys: Sequence[Hashable], items: Sequence[T]) -> list[T]:
        """Return the items that are new to the consumer, and record them."""
        seen = self._seen
        if self._limit is None:
            fresh = [item for key, item in zip(keys, items, strict=True) if key not in seen]
            if fresh:
                seen.update(keys)
            return fresh
        new = [(key, item) for key, item in zip(keys, items, strict=True) if key not in seen]
        del new[max(0, self._limit - len(seen)) :]
        seen.update(key for key, _ in new)
        return [item for _, item in new]

    def fresh(self, parts: Iterable[Sequence[T]]) -> Iterator[list[T]]:
        """Yield the new items of each part of one answer, as `add` does."""
        for keys, items in self.keyed(parts):
            yield self.add(keys, items)

    def note(self, parts: Iterable[Sequence[object]]) -> Iterator[list[object]]:
        """Record an answer that the consumer has already; yield an empty list after each part, for a pause."""
        for keys, _ in self.keyed(parts):
            self._seen.update(keys)
            yield []

    def has_all(self, parts: Iterable[Sequence[object]]) -> bool:
        """Return whether an answer has no new item."""
        return self._seen.issuperset(self.keys(parts))

    def has_any(self, keys: Iterable[Hashable]) -> bool:
        """Return whether the consumer has an item with one of these keys."""
        return not self._seen.isdisjoint(keys)

    def _is_empty(self, keys: set[Hashable], items: Sequence[object]) -> bool:
        """Return whether the identity of one of the items is empty."""
        if self._empty is None and items:
            self._empty = _empty_identity(self._identity, items[0])
        return self._empty in keys


def _numbered(key: Hashable, answer: set[Hashable], copies: dict[Hashable, int]) -> Hashable:
    """Return the key of an item of an answer; a copy of an earlier item gets a number."""
    number = copies[key] = copies.get(key, int(key in answer)) + 1
    answer.add(key)
    return (key, number) if number > 1 else key


def _empty_identity(identity: Callable[[object], Hashable], item: object) -> Hashable:
    """Return the identity of an empty message; an item that is not a message has none."""
    return identity(type(item)()) if hasattr(item, "SerializeToString") else _NO_MESSAGE


def _content(item: object) -> Hashable:
    return cast("Message", item).SerializeToString(deterministic=True)  # an item with an empty identity is one


_NO_MESSAGE = object()  # equal to no identity
