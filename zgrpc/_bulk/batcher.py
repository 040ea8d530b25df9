"""The decisions of batched look-ups: which keys share a search, and which caller gets which item."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

import grpc

from zgrpc._contract.rpc import find_rpc
from zgrpc._errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping, Sequence

    from zgrpc._bulk.lookups import Lookup

WINDOW = 0.002
MAX_KEYS = 100
IN_FLIGHT = 8
MAX_CACHED = 10_000

_LONGEST_KEY = 200
UNKNOWN = object()
"""The cache has no answer for a key."""
_MISSING = object()


class Waiter(Protocol):
    """A caller that waits for one key. An `asyncio.Future` is one."""

    def done(self) -> bool:
        """Return whether the caller stopped waiting or has its answer."""
        ...

    def set_result(self, result: object, /) -> None:
        """Give the caller the item, the items, or the error to raise."""


class Event(Protocol):
    """An event of either flavor, which differ in how one waits for it."""

    def set(self) -> None:
        """End the waits for the event."""


E = TypeVar("E", bound=Event)


@dataclass(eq=False, slots=True)
class MergedSearch(Generic[E]):
    """Look-ups that share one search.

    Attributes:
        lookup: the kind of look-up.
        parent: the parent of the children looked up; empty if the kind has no parent.
        opened: when the first look-up came, by `time.monotonic()`.
        waiters: the callers that wait for each key.
        full: an event of the flavor, set when the search takes no more keys.
    """

    lookup: Lookup[object]
    parent: str
    full: E
    opened: float = field(default_factory=monotonic)
    waiters: dict[str, list[Waiter]] = field(default_factory=dict)

    def keys(self) -> list[str]:
        """Return the keys that a caller still waits for."""
        return [key for key, waiters in self.waiters.items() if not all(waiter.done() for waiter in waiters)]


class SearchCall(NamedTuple):
    """The call that answers a merged search.

    Attributes:
        service: the service of the RPC.
        rpc: the Python name of the RPC.
        fields: the fields of the request.
        result: the response field with the one item; None for a search, which returns a list of items.
    """

    service: str
    rpc: str
    fields: dict[str, object]
    result: str | None = None


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """The checked arguments of `Batch`."""

    window: float = WINDOW
    max_keys: int = MAX_KEYS
    in_flight: int = IN_FLIGHT
    ttl: float | None = None
    negative_ttl: float | None = None
    max_cached: int = MAX_CACHED

    def __post_init__(self) -> None:
        for name in ("window", "ttl", "negative_ttl"):
            value = getattr(self, name)
            if value is None and name != "window":
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise TypeError(f"{name} must be a number of seconds, not {type(value).__name__}")
            if not 0 <= value < float("inf"):
                raise ValueError(f"{name} must be a number of seconds from 0, not {value}")
        for name in ("max_keys", "in_flight", "max_cached"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError(f"{name} must be an int, not {type(value).__name__}")
            if value < 1:
                raise ValueError(f"{name} must be at least 1, not {value}")
        if self.negative_ttl is not None and not self.ttl:
            raise ValueError("negative_ttl needs ttl: without ttl the batch keeps no answers")


class Batcher(Generic[E]):
    """Merge look-ups into searches and give each caller its answer. Holds no lock and does no I/O."""

    def __init__(self, options: BatchOptions) -> None:
        self.options = options
        self._open: dict[tuple[Lookup[object], str], MergedSearch[E]] = {}
        self._cache = _cache(options) if options.ttl else None

    def cached(self, lookup: Lookup[object], parent: str, key: str) -> object:
        """Return the cached answer of a key, or the error to raise; `UNKNOWN` if the cache has neither."""
        if self._cache is None:
            return UNKNOWN
        known = self._cache.get((lookup, parent, key), UNKNOWN)
        if known is _MISSING:
            return not_found(lookup, parent, (key,))
        return known if known is UNKNOWN else _own(known)

    def add(
        self, lookup: Lookup[object], parent: str, key: str, waiter: Waiter, event: Callable[[], E]
    ) -> MergedSearch[E] | None:
        """Add a caller's key to the open search of its kind and parent.

        Args:
            lookup: the kind of look-up.
            parent: the parent of the looked-up object; empty if the kind has no parent.
            key: the key to look up.
            waiter: the caller.
            event: creates an event of the flavor.

        Returns:
            a new search, which the caller must run; None if the key joined an open one.
        """
        place = lookup, parent
        merged = self._open.get(place)
        began = merged is None
        if merged is None:
            merged = self._open[place] = MergedSearch(lookup, parent, event())
        merged.waiters.setdefault(key, []).append(waiter)
        if len(merged.waiters) >= self.options.max_keys:
            del self._open[place]
            merged.full.set()
        return merged if began else None

    def wait(self, merged: MergedSearch[E]) -> float:
        """Return the seconds for which a search that is not full stays open."""
        return max(0.0, merged.opened + self.options.window - monotonic())

    def close(self, merged: MergedSearch[E]) -> SearchCall | None:
        """Close a search to further keys and return its call; None if no caller waits any more."""
        place = merged.lookup, merged.parent
        if self._open.get(place) is merged:
            del self._open[place]
        keys = merged.keys()
        return _search_call(merged.lookup, merged.parent, keys) if keys else None

    def settle(self, merged: MergedSearch[E], items: Iterable[object]) -> None:
        """Give each caller its items, or `NotFoundError` if there are none."""
        lookup = merged.lookup
        found: dict[str, object] = {}
        lists: dict[str, list[object]] = {key: [] for key in merged.waiters} if lookup.many else {}
        for item in items:
            for key in lookup.keys_of(item):
                if not lookup.many:
                    found[key] = item
                elif key in lists:
                    lists[key].append(item)
        found.update(lists)
        for key, waiters in merged.waiters.items():
            value = found.get(key, _MISSING)
            if self._cache is not None:
                self._cache[lookup, merged.parent, key] = value
            fresh = self._cache is None
            for waiter in waiters:
                if waiter.done():
                    continue
                if value is _MISSING:
                    waiter.set_result(not_found(lookup, merged.parent, (key,)))
                else:
                    waiter.set_result(value if fresh else _own(value))
                    fresh = False

    def fail(self, merged: MergedSearch[E], error: BaseException) -> None:
        """Give each caller its own copy of the error of the search."""
        # NOT_FOUND without an error id means that the instance was not found, not the key.
        cache = self._cache if isinstance(error, NotFoundError) and error.id else None
        for key, waiters in merged.waiters.items():
            if cache is not None:
                cache[merged.lookup, merged.parent, key] = _MISSING
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(_another(error))

    def forget(self) -> None:
        """Empty the cache."""
        if self._cache is not None:
            self._cache.clear()


def check_key(key: object, argument: str) -> str:
    """Return a valid key. An invalid one would fail the search of every caller.

    Raises:
        TypeError: it is not a str.
        ValueError: it is empty or longer than 200 characters.
    """
    if not isinstance(key, str):
        raise TypeError(f"{argument} must be a str, not {type(key).__name__}")
    if not 0 < len(key) <= _LONGEST_KEY:
        raise ValueError(f"{argument} must have 1 to {_LONGEST_KEY} characters, not {len(key)}")
    return key


def check_keys(keys: Iterable[object], argument: str) -> list[str]:
    """Return a list of valid keys; raises as `check_key` does."""
    if isinstance(keys, (str, bytes)):
        raise TypeError(f"{argument} must be a list or another iterable, not one {type(keys).__name__}")
    return [check_key(key, f"{argument}[{i}]") for i, key in enumerate(keys)]


def not_found(lookup: Lookup[object], parent: str, keys: Sequence[str]) -> NotFoundError:
    """Return the error of keys that the server did not find."""
    of = f" {parent!r}" if parent else ""
    some = f"{len(keys)} of the keys, such as " if len(keys) > 1 else ""
    text = f"no {lookup.what}{of} for {some}{keys[0]!r}"
    return NotFoundError(
        grpc.StatusCode.NOT_FOUND, text, method=find_rpc(lookup.service, lookup.search).full_name, message=text
    )


def _search_call(lookup: Lookup[object], parent: str, keys: Sequence[str]) -> SearchCall:
    fields: dict[str, object] = {lookup.parent: parent} if lookup.parent else {}
    if lookup.query is not None:
        return SearchCall(lookup.service, lookup.search, fields | lookup.query(keys))
    if len(keys) == 1 and lookup.single is not None:
        return SearchCall(
            lookup.service, lookup.single.rpc, fields | {lookup.single.key: keys[0]}, lookup.single.result
        )
    return SearchCall(lookup.service, lookup.search, fields)


def _own(value: object) -> object:
    """Return a copy that one caller may change."""
    return [copy.deepcopy(item) for item in value] if isinstance(value, list) else copy.deepcopy(value)


def _another(error: BaseException) -> BaseException:
    """Return a copy of an error. One object raised by two callers would collect both tracebacks."""
    another = copy.copy(error)
    another.__cause__ = error
    return another


def _cache(options: BatchOptions) -> MutableMapping[tuple[Lookup[object], str, str], object]:
    try:
        from cachetools import TLRUCache
    except ModuleNotFoundError:
        raise ModuleNotFoundError("ttl= needs cachetools: pip install 'zgrpc[cache]'") from None
    found, missing = options.ttl or 0.0, options.ttl if options.negative_ttl is None else options.negative_ttl

    def until(_: object, value: object, now: float) -> float:
        return now + (missing if value is _MISSING else found)  # type: ignore[operator]  # ttl is set here

    return TLRUCache(options.max_cached, until, timer=monotonic)
