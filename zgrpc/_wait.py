"""Wait until a read shows what a write did: ZITADEL's reads lag behind its writes."""

from __future__ import annotations

import asyncio
import inspect
import time
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from zgrpc._backoff import Backoff
from zgrpc._counted import counted
from zgrpc._errors import NotFoundError, ZitadelError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator

__all__ = ["wait_for"]

T = TypeVar("T")

_BACKOFF = Backoff(first=0.02, longest=0.5)


class Attempts(Generic[T]):
    """What both flavors share: whether a result ends the wait, and the pauses until then."""

    def __init__(
        self,
        until: Callable[[T], object],
        timeout: float,
        not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...],
    ) -> None:
        self._until = until
        self._timeout = timeout
        self._end = time.monotonic() + timeout
        self._count = 0
        self._last: BaseException | None = None
        self.not_yet = not_yet

    def will_do(self, result: T) -> bool:
        self._last = None
        return bool(self._until(result))

    def missed(self, error: BaseException) -> None:
        self._last = error

    def pauses(self) -> Iterator[float]:
        """Yield the seconds to pause before each further attempt; raise TimeoutError if no time is left for one."""
        for wait in _BACKOFF.pauses():
            self._count += 1
            if time.monotonic() + wait >= self._end:
                what = f"the last one raised {self._last}" if self._last else "its predicate did not hold"
                raise TimeoutError(
                    f"after {self._timeout} s and {counted(self._count, 'read')}: {what}"
                ) from self._last
            yield wait


@overload
def wait_for(
    read: Callable[[], Awaitable[T]],
    until: Callable[[T], object] = ...,
    *,
    timeout: float = ...,
    not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...] = ...,
) -> Coroutine[object, object, T]: ...
@overload
def wait_for(
    read: Callable[[], T],
    until: Callable[[T], object] = ...,
    *,
    timeout: float = ...,
    not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...] = ...,
) -> T: ...
def wait_for(
    read: Callable[[], Any],
    until: Callable[[Any], object] = bool,
    *,
    timeout: float = 10.0,
    not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...] = NotFoundError,
) -> Any:
    """Repeat a read until a predicate holds, and return what the read then returned.

    Serves both flavors: if `read` returns an awaitable, so does `wait_for`.

        user = zgrpc.wait_for(lambda: zitadel.management.get_user_by_id(id=new.user_id))
        await zgrpc.wait_for(lambda: zitadel.management.list_user_grants(where={"user_id": id}).first())

    Args:
        read: called without arguments, again and again; its own timeout bounds each reading.
        until: called with the result; a true value ends the wait. By default, the result itself must be true.
        timeout: seconds in all. At least one read is made.
        not_yet: errors that mean "not there yet" and not failure.

    Raises:
        TimeoutError: the time was up; `__cause__` is the error of the last read, if that was one of `not_yet`.
        ZitadelError: the read failed in another way.
    """
    if not callable(read) or not callable(until):
        raise TypeError("wait_for takes functions: wait_for(lambda: zitadel.management.get_user_by_id(id=...))")
    attempts = Attempts(until, timeout, not_yet)
    try:
        result = read()
    except attempts.not_yet as error:
        attempts.missed(error)
    else:
        if inspect.isawaitable(result):
            return _wait_async(read, result, attempts)
        if attempts.will_do(result):
            return result
    for pause in attempts.pauses():
        time.sleep(pause)
        try:
            result = read()
        except attempts.not_yet as error:
            attempts.missed(error)
        else:
            if attempts.will_do(result):
                return result
    raise AssertionError  # pauses() ends by raising only


async def _wait_async(read: Callable[[], Awaitable[T]], first: Awaitable[T], attempts: Attempts[T]) -> T:
    pauses = attempts.pauses()
    under_way = first
    while True:
        try:
            result = await under_way
        except attempts.not_yet as error:
            attempts.missed(error)
        else:
            if attempts.will_do(result):
                return result
        await asyncio.sleep(next(pauses))
        under_way = read()
