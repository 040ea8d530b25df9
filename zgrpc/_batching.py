"""What both flavours of batched look-ups decide: which keys share a search, and who gets what of its answer."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import grpc

from zgrpc._errors import NotFoundError
from zgrpc._rpc import find_rpc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zgrpc._lookups import Lookup

WINDOW = 0.002
MAX_KEYS = 100
IN_FLIGHT = 8
MAX_CACHED = 10_000

_LONGEST_KEY = 200
_MISSING = object()


class Waiter(Protocol):
    """Whoever waits for one key; an `asyncio.Future` is one."""

    def done(self) -> bool:
        """Whether nobody waits any more."""
        ...

    def set_result(self, result: Any, /) -> None:
        """Here it is: the item, the items, or the error to raise."""


@dataclass(eq=False, slots=True)
class Gathering:
    """The look-ups that will share one search.

    Attributes:
        lookup: of what kind they are.
        parent: whose children they ask for; empty where the kind has no parent.
        opened: when the first of them came, by `time.monotonic()`.
        waiters: who waits for each key.
        full: the flavour's event that tells that no more are taken.
    """

    lookup: Lookup[Any]
    parent: str
    full: Any
    opened: float = field(default_factory=monotonic)
    waiters: dict[str, list[Waiter]] = field(default_factory=dict)

    def keys(self) -> list[str]:
        """The keys that somebody still waits for."""
        return [key for key, waiters in self.waiters.items() if not all(waiter.done() for waiter in waiters)]


class Ask(NamedTuple):
    """The call that answers a gathering.

    Attributes:
        rpc: its Python name in the management service.
        fields: its request, as keywords.
        result: the field of the answer with the one item; None for a search, which gives a list of items.
    """

    rpc: str
    fields: dict[str, Any]
    result: str | None = None


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How look-ups are batched; the arguments of `Batch`, checked."""

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
            raise ValueError("negative_ttl needs ttl, without which nothing is kept")


class Desk:
    """Takes look-ups, gathers them into searches and hands out the answers. Holds no lock and does no I/O."""

    def __init__(self, options: BatchOptions) -> None:
        self.options = options
        self._open: dict[tuple[Lookup[Any], str], Gathering] = {}
        self._cache: Any = _cache(options) if options.ttl else None

    def cached(self, lookup: Lookup[Any], parent: str, key: str) -> Any:
        """What the cache knows of a key: the answer, or the error to raise; NotImplemented where it knows nothing."""
        if self._cache is None:
            return NotImplemented
        known = self._cache.get((lookup, parent, key), NotImplemented)
        if known is _MISSING:
            return not_found(lookup, parent, (key,))
        return known if known is NotImplemented else _own(known)

    def add(self, lookup: Lookup[Any], parent: str, key: str, waiter: Waiter, event: Any) -> Gathering | None:
        """Let `waiter` wait for a key.

        Args:
            lookup: of what kind.
            parent: whose child the key is of.
            key: what is asked for.
            waiter: who asks.
            event: makes an event of the flavour.

        Returns:
            the gathering that this began, which the caller is to see through; None where one is under way.
        """
        place = lookup, parent
        gathering = self._open.get(place)
        began = gathering is None
        if gathering is None:
            gathering = self._open[place] = Gathering(lookup, parent, event())
        gathering.waiters.setdefault(key, []).append(waiter)
        if len(gathering.waiters) >= self.options.max_keys:
            del self._open[place]
            gathering.full.set()
        return gathering if began else None

    def wait(self, gathering: Gathering) -> float:
        """For how many seconds a gathering that is not full yet is still open."""
        return max(0.0, gathering.opened + self.options.window - monotonic())

    def close(self, gathering: Gathering) -> Ask | None:
        """Take no further look-up into a gathering, and tell what to call; None where nobody waits any more."""
        place = gathering.lookup, gathering.parent
        if self._open.get(place) is gathering:
            del self._open[place]
        keys = gathering.keys()
        return _ask(gathering.lookup, gathering.parent, keys) if keys else None

    def settle(self, gathering: Gathering, items: Iterable[Any]) -> None:
        """Give everybody what they wait for, or the error that there is none."""
        lookup = gathering.lookup
        found: dict[str, Any] = {key: [] for key in gathering.waiters} if lookup.many else {}
        for item in items:
            for key in lookup.keys_of(item):
                if not lookup.many:
                    found[key] = item
                elif key in found:
                    found[key].append(item)
        for key, waiters in gathering.waiters.items():
            value = found.get(key, _MISSING)
            if self._cache is not None:
                self._cache[lookup, gathering.parent, key] = value
            fresh = self._cache is None
            for waiter in waiters:
                if waiter.done():
                    continue
                if value is _MISSING:
                    waiter.set_result(not_found(lookup, gathering.parent, (key,)))
                else:
                    waiter.set_result(value if fresh else _own(value))
                    fresh = False

    def fail(self, gathering: Gathering, error: BaseException) -> None:
        """Give everybody the error of their search, each one of their own."""
        # Without ZITADEL's id it is the instance that was not found.
        cache = self._cache if isinstance(error, NotFoundError) and error.id else None
        for key, waiters in gathering.waiters.items():
            if cache is not None:
                cache[gathering.lookup, gathering.parent, key] = _MISSING
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(_another(error))

    def forget(self) -> None:
        """Empty the cache."""
        if self._cache is not None:
            self._cache.clear()


def check_key(key: Any, argument: str) -> str:
    """`key`, as the contract takes it; a bad one would make everybody's search fail.

    Raises:
        TypeError: it is no str.
        ValueError: it is empty or longer than 200 characters.
    """
    if not isinstance(key, str):
        raise TypeError(f"{argument} must be a str, not {type(key).__name__}")
    if not 0 < len(key) <= _LONGEST_KEY:
        raise ValueError(f"{argument} must have 1 to {_LONGEST_KEY} characters, not {len(key)}")
    return key


def check_keys(keys: Any, argument: str) -> list[str]:
    """Several keys; errors as of `check_key`."""
    if isinstance(keys, (str, bytes)):
        raise TypeError(f"{argument} must be several, such as a list; {type(keys).__name__} is one")
    return [check_key(key, f"{argument}[{i}]") for i, key in enumerate(keys)]


def not_found(lookup: Lookup[Any], parent: str, keys: Sequence[str]) -> NotFoundError:
    """The error of keys that the server has nothing for."""
    of = f" {parent!r}" if parent else ""
    some = f"{len(keys)} of the keys asked for, such as " if len(keys) > 1 else ""
    text = f"no {lookup.what}{of} for {some}{keys[0]!r}"
    return NotFoundError(
        grpc.StatusCode.NOT_FOUND, text, method=find_rpc("management", lookup.search).full_name, message=text
    )


def _ask(lookup: Lookup[Any], parent: str, keys: Sequence[str]) -> Ask:
    fields: dict[str, Any] = {lookup.parent: parent} if lookup.parent else {}
    if lookup.query is not None:
        return Ask(lookup.search, fields | lookup.query(keys))
    if len(keys) == 1 and lookup.single is not None:
        return Ask(lookup.single.rpc, fields | {lookup.single.key: keys[0]}, lookup.single.result)
    return Ask(lookup.search, fields)


def _own(value: Any) -> Any:
    """A copy for one caller, who may change it."""
    return [copy.deepcopy(item) for item in value] if isinstance(value, list) else copy.deepcopy(value)


def _another(error: BaseException) -> BaseException:
    """The same error to be raised once more: raised twice, one object would collect the tracebacks of both."""
    another = copy.copy(error)
    another.__cause__ = error
    return another


def _cache(options: BatchOptions) -> Any:
    try:
        from cachetools import TLRUCache
    except ModuleNotFoundError:
        raise ModuleNotFoundError("ttl= needs cachetools: pip install 'zgrpc[cache]'") from None
    found, missing = options.ttl or 0.0, options.ttl if options.negative_ttl is None else options.negative_ttl

    def until(_: Any, value: Any, now: float) -> float:
        return now + (missing if value is _MISSING else found)  # type: ignore[operator]  # ttl is set here

    return TLRUCache(options.max_cached, until, timer=monotonic)
