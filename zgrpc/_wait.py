"""Waiting until a read shows what a write did: ZITADEL's reads trail its writes."""

from __future__ import annotations

import asyncio
import inspect
import time
from random import random
from typing import TYPE_CHECKING, Any, TypeVar, overload

from zgrpc._errors import NotFoundError, ZitadelError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator

__all__ = ["wait_for"]

T = TypeVar("T")

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 0.5


class _Attempts:
    """What both flavours share: whether a result will do, and how long to pause where it does not."""

    def __init__(
        self,
        until: Callable[[Any], object],
        timeout: float,
        not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...],
    ) -> None:
        self._until = until
        self._timeout = timeout
        self._end = time.monotonic() + timeout
        self._count = 0
        self._last: BaseException | None = None
        self.not_yet = not_yet

    def will_do(self, result: Any) -> bool:
        self._last = None
        return bool(self._until(result))

    def missed(self, error: BaseException) -> None:
        self._last = error

    def pauses(self) -> Iterator[float]:
        """The seconds to pause before each further attempt; raises TimeoutError when there is no time for one."""
        pause = _FIRST_PAUSE
        while True:
            self._count += 1
            wait = pause * (0.75 + random() / 2)  # noqa: S311 - nothing secret hangs on it
            if time.monotonic() + wait >= self._end:
                what = f"the last one raised {self._last}" if self._last else "its predicate did not hold"
                raise TimeoutError(f"after {self._timeout} s and {self._count} reads: {what}") from self._last
            yield wait
            pause = min(_LONGEST_PAUSE, pause * 2)


@overload
def wait_for(
    read: Callable[[], Awaitable[T]],
    until: Callable[[T], object] = ...,
    *,
    timeout: float = ...,
    not_yet: type[ZitadelError] | tuple[type[ZitadelError], ...] = ...,
) -> Coroutine[Any, Any, T]: ...
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
    """Repeats a read until a predicate holds, and returns what the read then returned.

    Serves both flavours: where `read` returns an awaitable, so does `wait_for`.

        user = zgrpc.wait_for(lambda: zitadel.management.get_user_by_id(id=new.user_id))
        await zgrpc.wait_for(lambda: zitadel.management.list_user_grants(where={"user_id": id}).first())

    Args:
        read: called without arguments, again and again; its own timeout bounds each reading.
        until: given what was read; anything true ends the wait. By default, the result itself must be true.
        timeout: seconds in all. At least one reading happens.
        not_yet: errors that mean "not there yet" and not failure.

    Raises:
        TimeoutError: the time was up; `__cause__` is the last error of the kind `not_yet`, if that was what came.
        ZitadelError: the read failed in another way.
    """
    if not callable(read) or not callable(until):
        raise TypeError("wait_for takes functions: wait_for(lambda: zitadel.management.get_user_by_id(id=...))")
    attempts = _Attempts(until, timeout, not_yet)
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


async def _wait_async(read: Callable[[], Awaitable[T]], first: Awaitable[T], attempts: _Attempts) -> T:
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
