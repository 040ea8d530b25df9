"""Faults of an emulator: slow, unavailable, capped or wrong answers. With the same seed, a run repeats itself.

    with emulator.faults.unavailable(rpc="list_user_grants", count=2) as fault:
        assert len(list(zitadel.management.list_user_grants())) == 3
    assert fault.hits == 2

A fault strikes from when it is added until it is removed, has struck `count` times, or its ``with`` block ends. Where
several apply to a call they act in the order they were added. The same functions make a fault for
``Emulator(faults=[faults.latency(0.02)])`` and, as methods of ``emulator.faults``, add one to a running emulator.
"""

from __future__ import annotations

import bisect
import random
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from zgrpc.testing.fault import (
    Exchange,
    Fault,
    Interrupted,
    Names,
    Slots,
    TokenFault,
    not_negative,
    page_of,
    rows,
    rpc_names,
)
from zgrpc.testing.http_faults import introspection, key_set, token_endpoint

if TYPE_CHECKING:
    from google.protobuf.message import Message

__all__ = [
    "ZITADEL_LIST_COST",
    "Faults",
    "cap_limit",
    "curve",
    "drop_connection",
    "expire_tokens",
    "introspection",
    "key_set",
    "latency",
    "refuse_limit_above",
    "resource_exhausted",
    "token_endpoint",
    "unavailable",
    "wrong_total",
]

P = ParamSpec("P")
Seconds = float | Callable[[int], float]
"""Seconds that a call takes: a number, or a function of the rows it answers."""

ZITADEL_LIST_COST: Mapping[int, float] = {1: 0.16, 1_000: 0.19, 10_000: 0.29, 20_000: 0.47, 48_005: 0.64}
"""Seconds that one request for a list of user grants took the real server, by the rows it answered (ZITADEL v4.13.1 and
PostgreSQL 15 on one machine, 48,005 grants): each page pays for a count of the whole set. For `curve`."""


# -- the faults -----------------------------------------------------------------------------------
def latency(
    seconds: Seconds | Mapping[str, Seconds],
    *,
    rpc: Names = None,
    concurrency: int | None = None,
    total: bool = False,
    probability: float = 1.0,
    count: int | None = None,
) -> Fault:
    """Make calls take longer.

    Args:
        seconds: how much longer: a number, a function of the rows that are answered (see `curve`), or a mapping of RPC
            names to either, which then names the RPCs.
        rpc: the RPCs that are slow; None for all.
        concurrency: how many of these calls are worked on at a time; others queue. None for all at once.
        total: `seconds` is what the call takes in all; what the emulator itself took is taken off.
        probability: how likely a call is slow.
        count: how many calls are slow at most.
    """
    if isinstance(seconds, Mapping):
        if rpc is not None:
            raise TypeError("seconds= names the RPCs already; leave rpc= out")
        costs: dict[str, Seconds] = {name: cost for key, cost in seconds.items() for name in rpc_names(key)}
    else:
        costs = dict.fromkeys(rpc_names(rpc) or {""}, seconds)
    for cost in costs.values():
        if not callable(cost):
            not_negative("seconds", cost)
    slots = Slots(concurrency)

    def wait(exchange: Exchange) -> float:
        cost = costs.get(exchange.rpc) or costs.get("", 0.0)
        length = cost(rows(exchange)) if callable(cost) else cost
        return slots.wait(length, exchange.started if total else 0.0)

    # The rows, and what serving took, are known only afterwards; a plain delay comes before the call has any effect.
    late = total or any(callable(cost) for cost in costs.values())
    names = frozenset(costs) - {""}
    return Fault("latency", names, probability, count, before=None if late else wait, after=wait if late else None)


def curve(points: Mapping[int, float]) -> Callable[[int], float]:
    """Return a cost by rows for `latency`: straight lines through `points` (rows to seconds), and beyond the last."""
    known = sorted(points.items())
    if len(known) < 2:
        raise ValueError("a curve takes at least two points")

    def seconds(rows: int) -> float:
        at = min(max(bisect.bisect(known, (rows, 0.0)), 1), len(known) - 1)
        (left, low), (right, high) = known[at - 1], known[at]
        return max(low + (high - low) * (rows - left) / (right - left), 0.0)

    return seconds


def unavailable(
    *,
    rpc: Names = None,
    probability: float = 1.0,
    count: int | None = None,
    message: str = "the emulator was told to be unavailable",
) -> Fault:
    """Answer calls UNAVAILABLE, as a proxy does whose server is away; they have no effect."""
    return _refusing("unavailable", "UNAVAILABLE", message, rpc, probability, count)


def resource_exhausted(
    *,
    rpc: Names = None,
    probability: float = 1.0,
    count: int | None = None,
    message: str = "the emulator was told to be exhausted",
) -> Fault:
    """Answer calls RESOURCE_EXHAUSTED, as a rate limit or a quota does; they have no effect."""
    return _refusing("resource_exhausted", "RESOURCE_EXHAUSTED", message, rpc, probability, count)


def drop_connection(
    *, rpc: Names = None, served: bool = False, probability: float = 1.0, count: int | None = None
) -> Fault:
    """Cut the TCP connection of a call, and with it every other call on it.

    Args:
        rpc: the RPCs that are struck; None for all.
        served: cut it after the call took effect, so that only its answer is lost.
        probability: how likely a call is struck.
        count: how many calls are struck at most.
    """

    def cut(exchange: Exchange) -> float:
        from zgrpc.testing import _sockets

        _sockets.shut_down(exchange.peer)
        # The client sees the end of the connection; only the server records this status.
        raise Interrupted("UNAVAILABLE", "the emulator was told to drop the connection")

    names = rpc_names(rpc)
    return Fault(
        "drop_connection", names, probability, count, before=None if served else cut, after=cut if served else None
    )


def expire_tokens(*, rpc: Names = None, probability: float = 1.0, count: int | None = None) -> Fault:
    """Let the access token of a call expire: UNAUTHENTICATED ``Errors.Token.Invalid (AUTH-7fs1e)``.

    A token from the token endpoint stays invalid; a personal access token is refused for the struck calls alone. For
    tokens that live shorter from the start there is ``token_endpoint(lifetime=)``.
    """

    def expire(exchange: Exchange) -> float:
        from zgrpc.testing.errors import Err

        exchange.expire_token()
        raise Err("UNAUTHENTICATED", "AUTH-7fs1e", "Errors.Token.Invalid")

    return Fault("expire_tokens", rpc_names(rpc), probability, count, before=expire)


def cap_limit(limit: int, *, rpc: Names = None, probability: float = 1.0, count: int | None = None) -> Fault:
    """Let lists answer at most `limit` rows, whatever the request asks for, and report no error."""
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit!r}")

    def cap(exchange: Exchange) -> float:
        page = page_of(exchange.request)
        if page is not None and not 0 < page.limit <= limit:
            page.limit = limit
        return 0.0

    return Fault("cap_limit", rpc_names(rpc), probability, count, before=cap)


def refuse_limit_above(
    limit: int, *, rpc: Names = None, hidden: bool = False, probability: float = 1.0, count: int | None = None
) -> Fault:
    """Let lists refuse a larger limit than `limit`, as ZITADEL's v2 lists do above 1000.

    They answer INVALID_ARGUMENT ``Errors.Query.LimitExceeded (QUERY-4M0fs)``. A request without a limit gets 100 rows,
    the default of the v2 lists.

    Args:
        limit: the largest that is taken.
        rpc: the lists that refuse; None for all.
        hidden: answer UNKNOWN with the real status inside the text, as ZITADEL does where a request breaks a rule of
            the contract.
        probability: how likely a call is struck.
        count: how many calls are struck at most.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit!r}")

    def refuse(exchange: Exchange) -> float:
        from zgrpc.testing import errors

        page = page_of(exchange.request)
        if page is None:
            return 0.0
        if page.limit > limit:
            if hidden:
                raise errors.hidden("InvalidArgument", f"limit above {limit}")
            raise errors.Err("INVALID_ARGUMENT", "QUERY-4M0fs", "Errors.Query.LimitExceeded")
        page.limit = page.limit or min(limit, 100)
        return 0.0

    return Fault("refuse_limit_above", rpc_names(rpc), probability, count, before=refuse)


def wrong_total(
    by: int = 1, *, to: int | None = None, rpc: Names = None, probability: float = 1.0, count: int | None = None
) -> Fault:
    """Let lists report a wrong ``details.total_result``.

    Args:
        by: how much too many (negative: too few; never below 0).
        to: what is reported instead, whatever the truth.
        rpc: the lists that are wrong; None for all.
        probability: how likely a call is struck.
        count: how many calls are struck at most.
    """

    def report(exchange: Exchange) -> float:
        details: Any = getattr(exchange.response, "details", None)
        if details is not None and "total_result" in details.DESCRIPTOR.fields_by_name:
            details.total_result = max(details.total_result + by if to is None else to, 0)
        return 0.0

    return Fault("wrong_total", rpc_names(rpc), probability, count, after=report)


ALL: Mapping[str, Callable[..., Fault]] = {
    make.__name__: make
    for make in (
        latency,
        unavailable,
        resource_exhausted,
        drop_connection,
        expire_tokens,
        cap_limit,
        refuse_limit_above,
        wrong_total,
        token_endpoint,
        introspection,
        key_set,
    )
}


def _adding(make: Callable[P, Fault]) -> Callable[Concatenate[Faults, P], Fault]:
    """`make` as a method that adds what it makes."""

    def method(self: Faults, /, *args: P.args, **kwargs: P.kwargs) -> Fault:
        return self.add(make(*args, **kwargs))

    method.__name__, method.__doc__ = make.__name__, make.__doc__
    return method


class Faults:
    """The faults of a running emulator. Every fault of this module is also a method, which makes one and adds it.

    Args:
        initial: faults to begin with.
        seed: what chance is drawn from; the same seed and calls in the same order give the same strikes.
    """

    latency = _adding(latency)
    unavailable = _adding(unavailable)
    resource_exhausted = _adding(resource_exhausted)
    drop_connection = _adding(drop_connection)
    expire_tokens = _adding(expire_tokens)
    cap_limit = _adding(cap_limit)
    refuse_limit_above = _adding(refuse_limit_above)
    wrong_total = _adding(wrong_total)
    token_endpoint = _adding(token_endpoint)
    introspection = _adding(introspection)
    key_set = _adding(key_set)

    def __init__(self, initial: Iterable[Fault] = (), *, seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._seed = seed
        self._added = 0
        self.active: tuple[Fault, ...] = ()
        """The faults there are, in their order. Empty, it is all that a call looks at."""
        for fault in initial:
            self.add(fault)

    def add(self, fault: Fault) -> Fault:
        """Let `fault` strike from now on, and give it back."""
        with self._lock:
            if fault.owner is not None:
                raise ValueError(f"{fault!r} has been added before; make one for each emulator")
            self._added += 1
            # A chance of its own for each, so that one fault's strikes do not depend on the others.
            fault.random = random.Random(f"{self._seed}/{self._added}")  # noqa: S311 - repeatable
            fault.owner = self
            self.active = (*self.active, fault)
        return fault

    def remove(self, fault: Fault) -> None:
        """Let `fault` strike no more; without effect where it is not among them."""
        with self._lock:
            self.active = tuple(other for other in self.active if other is not fault)

    def clear(self) -> None:
        """Remove all of them."""
        with self._lock:
            self.active = ()

    def struck(self, rpc: str) -> list[Fault]:
        """Return the faults that strike this call, or this request of an HTTP endpoint such as ``token``."""
        with self._lock:
            return [fault for fault in self.active if fault.strikes(rpc)]

    def serve(self, exchange: Exchange, serve: Callable[[Message], Any]) -> Generator[float, None, Any]:
        """Serve a call with what strikes it.

        Whoever drives this waits the seconds it yields; the answer is its return value.

        Args:
            exchange: the call.
            serve: answers its request, by a message or by the bytes of one.

        Raises:
            Interrupted: the call ends here.
            Err: it is refused in ZITADEL's name.
        """
        struck = self.struck(exchange.rpc)
        for fault in struck:
            if fault.before is not None:
                yield fault.before(exchange)
        exchange.started = time.monotonic()
        response = serve(exchange.request)
        if not any(fault.after for fault in struck):
            return response
        exchange.response = exchange.parse(response) if exchange.parse and isinstance(response, bytes) else response
        for fault in struck:
            if fault.after is not None:
                yield fault.after(exchange)
        return exchange.response

    def http_request(self, endpoint: str) -> TokenFault | None:
        """Return what is to be done to a request of ``token``, ``introspect`` or ``keys``; None for nothing."""
        if not self.active:
            return None
        merged: TokenFault | None = None
        for fault in self.struck(endpoint):
            assert fault.token is not None  # noqa: S101 - `strikes` picked these
            merged = merged.and_then(fault.token) if merged else fault.token
        return merged


def _refusing(name: str, code: str, message: str, rpc: Names, probability: float, count: int | None) -> Fault:
    def refuse(_: Exchange) -> float:
        raise Interrupted(code, message)

    return Fault(name, rpc_names(rpc), probability, count, before=refuse)
