"""What a fault is, and what the functions of :mod:`zgrpc.testing.faults` are made of."""

from __future__ import annotations

import functools
import heapq
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from zgrpc._contract.rpc import Rpc, all_rpcs, did_you_mean

if TYPE_CHECKING:
    from typing import Self

    import grpc
    from google.protobuf.message import Message


Names = str | Iterable[str] | None
"""The RPCs that a fault strikes: a name, several, or None for all.

A name is ``management.ListUserGrants``, ``management.list_user_grants``, ``v2.user.list_users``, or the full name.
Without a service, ``list_user_grants`` means Management's and Auth's RPCs of that name, else the only one there is.
"""


class Interrupted(Exception):  # noqa: N818 - it ends a call, and is no mistake of this program
    """A call that ends before ZITADEL could answer it: a gRPC status without ZITADEL's detail."""

    def __init__(self, code: str, details: str) -> None:
        super().__init__(code, details)
        self._code, self.details = code, details

    @property
    def code(self) -> grpc.StatusCode:
        """The status."""
        import grpc

        return grpc.StatusCode[self._code]

    def trailers(self) -> tuple[tuple[str, bytes], ...]:
        """Return no trailing metadata."""
        return ()


@dataclass(slots=True)
class Exchange:
    """A call as a fault sees it.

    Attributes:
        rpc: the RPC's full name, such as ``zitadel.management.v1.ManagementService/ListUserGrants``.
        request: what was asked; a fault may change it.
        peer: the client's address, as gRPC writes it.
        expire_token: makes the access token that the call carries invalid, where the emulator issued it.
        parse: makes a message of the bytes of a response.
        started: when serving began, by ``time.monotonic()``.
        response: what is answered; None as long as the call has not been served.
    """

    rpc: str
    request: Message
    peer: str = ""
    expire_token: Callable[[], None] = lambda: None
    parse: Callable[[bytes], Message] | None = None
    started: float = 0.0
    response: Message | None = None


@dataclass(frozen=True, slots=True)
class TokenFault:
    """What is done to a request of an HTTP endpoint; the arguments of `token_endpoint`, and the endpoint."""

    delay: float = 0.0
    hang: bool = False
    status: int | None = None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    replace: Mapping[str, object] = field(default_factory=dict)
    lifetime: float | None = None
    endpoint: str = "token"

    def and_then(self, other: TokenFault) -> TokenFault:
        """Return both faults as one: the delays add up; a ready-made answer or a lifetime that is set first stays."""
        first = self if self.status is not None else other
        return TokenFault(
            self.delay + other.delay,
            self.hang or other.hang,
            first.status,
            first.body,
            first.headers,
            {**self.replace, **other.replace},
            other.lifetime if self.lifetime is None else self.lifetime,
            self.endpoint,
        )


class Owner(Protocol):
    """The faults of an emulator; see `zgrpc.testing.faults.Faults`."""

    def remove(self, fault: Fault) -> None:
        """Let a fault strike no more."""
        ...


@dataclass(eq=False, slots=True)
class Fault:
    """A fault; made by the functions of this module.

    Attributes:
        name: the function that made it.
        rpcs: the RPCs it strikes, kept by their full names; empty for all.
        probability: how likely it strikes a call, from 0 to 1.
        count: how many calls it strikes at most; None for any number.
        hits: how many it has struck.
    """

    name: str
    rpcs: frozenset[str] = frozenset()
    probability: float = 1.0
    count: int | None = None
    hits: int = 0
    # Either hook gives the seconds that the call is to wait, and may raise; `after` sees the response.
    before: Callable[[Exchange], float] | None = field(default=None, repr=False)
    after: Callable[[Exchange], float] | None = field(default=None, repr=False)
    token: TokenFault | None = field(default=None, repr=False)
    owner: Owner | None = field(default=None, repr=False)
    random: Random = field(default_factory=lambda: Random(0), repr=False)  # noqa: S311 - repeatable

    def __post_init__(self) -> None:
        self.rpcs = rpc_names(self.rpcs)
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"probability must be between 0 and 1, not {self.probability!r}")
        if self.count is not None and self.count < 1:
            raise ValueError(f"count must be at least 1, or None for any number, not {self.count!r}")

    def remove(self) -> None:
        """Take it out of its emulator; without effect where it is not in one."""
        if self.owner is not None:
            self.owner.remove(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def strikes(self, rpc: str) -> bool:
        """Return whether it strikes this call or request of an HTTP endpoint such as ``token``; count it if so."""
        if rpc != self.token.endpoint if self.token else "/" not in rpc or (self.rpcs and rpc not in self.rpcs):
            return False
        if self.count is not None and self.hits >= self.count:
            return False
        if self.probability < 1.0 and self.random.random() >= self.probability:
            return False
        self.hits += 1
        return True


class Slots:
    """Works out how long a call waits where only so many are worked on at a time, without anybody having to block."""

    def __init__(self, concurrency: int | None) -> None:
        if concurrency is not None and concurrency < 1:
            raise ValueError(f"concurrency must be at least 1, or None for no bound, not {concurrency!r}")
        self._free = [0.0] * (concurrency or 0)  # when each worker is free again
        self._lock = threading.Lock()

    def wait(self, length: float, since: float = 0.0) -> float:
        """Return the seconds until work of that length is done, begun as soon as a worker is free.

        `since` is when it could begin at the earliest, by ``time.monotonic()``: now, if it is left out.
        """
        now = time.monotonic()
        since = since or now
        with self._lock:
            end = max(since, self._free[0] if self._free else 0.0) + max(length, 0.0)
            if self._free:
                heapq.heapreplace(self._free, end)
        return max(end - now, 0.0)


def rpc_names(rpc: Names) -> frozenset[str]:
    """Return the full names of the RPCs that were named.

    Raises:
        ValueError: there is no such RPC, or there are several; names the nearest, or all of them.
    """
    known = _known()
    found: set[str] = set()
    for name in [rpc] if isinstance(rpc, str) else list(rpc or ()):
        meant = known.get(name)
        if meant is None:
            raise ValueError(f"no RPC is called {name!r}{did_you_mean(name, known)}")
        if len(meant) > 1 and not all(rpc.service in _BARE for rpc in meant):
            raise ValueError(f"{name!r} may be {' or '.join(f'{rpc.service}.{rpc.name}' for rpc in meant)}: name one")
        found.update(rpc.full_name for rpc in meant)
    return frozenset(found)


_BARE = ("management", "auth")


@functools.cache
def _known() -> dict[str, list[Rpc]]:
    """Return every RPC by every name that it has. Only those of Management and Auth have a name without a service."""
    exact: dict[str, list[Rpc]] = {}
    bare: dict[str, list[Rpc]] = {}
    for rpc in all_rpcs().values():
        for name in (rpc.name, rpc.python_name):
            exact[f"{rpc.service}.{name}"] = [rpc]
        exact[rpc.full_name] = [rpc]
        for name in {rpc.name, rpc.python_name}:
            bare.setdefault(name, []).append(rpc)
    return {
        **{name: [rpc for rpc in rpcs if rpc.service in _BARE] or rpcs for name, rpcs in bare.items()},
        **exact,
    }


def page_of(request: Message) -> Any:
    """Return the part of a request that has offset and limit; None if the RPC is not paged."""
    fields = request.DESCRIPTOR.fields_by_name
    for name in ("query", "pagination"):
        part = fields[name].message_type if name in fields else None
        if part is not None and "limit" in part.fields_by_name:
            return getattr(request, name)
    return None


def rows(exchange: Exchange) -> int:
    """Return how many rows the response lists; 1 if it is no list."""
    items = _items().get(exchange.rpc)
    return len(getattr(exchange.response, items)) if items and exchange.response is not None else 1


@functools.cache
def _items() -> dict[str, str]:
    """Return the field of each list's response that holds its rows."""
    return {rpc.full_name: rpc.items for rpc in all_rpcs().values() if rpc.items}


def not_negative(argument: str, value: float) -> None:
    """Raise ValueError that names the argument, if its value is below zero."""
    if not value >= 0.0:
        raise ValueError(f"{argument} must be 0 or more, not {value!r}")
