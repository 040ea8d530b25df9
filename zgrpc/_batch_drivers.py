"""Who waits for batched look-ups, and for how long: threads, or coroutines. What is decided is in `_batching`."""

# ruff: noqa: ASYNC109 - a caller's timeout, which the error names and which leaves the search to the others
from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc

from zgrpc._arguments import check_timeout
from zgrpc._batching import IN_FLIGHT, MAX_CACHED, MAX_KEYS, WINDOW, BatchOptions, Desk, not_found
from zgrpc._errors import DeadlineExceededError, NotFoundError
from zgrpc._rpc import find_rpc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._batching import Gathering
    from zgrpc._lookups import Lookup

C = TypeVar("C")
R = TypeVar("R")


class BatchBase(Generic[C]):
    """What both flavours share."""

    def __init__(
        self,
        client: C,
        *,
        window: float = WINDOW,
        max_keys: int = MAX_KEYS,
        in_flight: int = IN_FLIGHT,
        ttl: float | None = None,
        negative_ttl: float | None = None,
        max_cached: int = MAX_CACHED,
    ) -> None:
        self._options = BatchOptions(window, max_keys, in_flight, ttl, negative_ttl, max_cached)
        # Not the client, which holds its batch: a cycle would keep both from being collected at once.
        self._service: Any = client.management  # type: ignore[attr-defined]  # of either flavour
        self._prepare()

    def _prepare(self) -> None:
        """Begin with nothing gathered: at first, and in a forked process, where the others' threads are gone."""
        self._process = os.getpid()
        self._desk = Desk(self._options)

    def forget(self) -> None:
        """Empty the cache, such as after a write; without effect where nothing is kept."""
        self._desk.forget()

    def __repr__(self) -> str:
        options = self._options
        kept = f", ttl={options.ttl:g}" if options.ttl else ""
        return f"<{type(self).__name__} window={options.window:g}, max_keys={options.max_keys}{kept}>"


class _Waiter:
    """A thread that waits for one key: a lock that is released once there is an answer."""

    __slots__ = ("_gone", "_lock", "_result")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()
        self._result: Any = None
        self._gone = False

    def leave(self) -> None:
        self._gone = True

    def done(self) -> bool:
        return self._gone

    def set_result(self, result: Any, /) -> None:
        self._result = result
        self._lock.release()

    def result(self, timeout: float) -> Any:
        if not self._lock.acquire(timeout=timeout):
            raise TimeoutError
        return self._result


class SyncBatch(BatchBase[C]):
    """Look-ups for threads."""

    def _prepare(self) -> None:
        super()._prepare()
        self._lock = threading.Lock()
        # A thread takes a search through its window and over the wire, so their number bounds what is in flight.
        self._threads = ThreadPoolExecutor(self._options.in_flight, thread_name_prefix="zgrpc-batch")

    def _get(self, lookup: Lookup[R], parent: str, key: str, timeout: float | None) -> R:
        """What there is for one key."""
        answer: R = one(self._answers(lookup, parent, [key], timeout))
        return answer

    def _all(self, lookup: Lookup[R], keys: Sequence[str], timeout: float | None, missing_ok: bool = False) -> list[R]:
        """What there is for several keys, in their order."""
        return several(lookup, keys, self._answers(lookup, "", keys, timeout), missing_ok)

    def _answers(self, lookup: Lookup[Any], parent: str, keys: Sequence[str], timeout: float | None) -> list[Any]:
        deadline = None if timeout is None else monotonic() + check_timeout(timeout)
        answers = self._ask(lookup, parent, keys)
        for i, answer in enumerate(answers):
            if isinstance(answer, _Waiter):
                try:
                    answers[i] = answer.result(-1 if deadline is None else max(0.0, deadline - monotonic()))
                except BaseException as ended:  # a signal too: a search for nobody is not sent
                    for other in answers[i:]:
                        if isinstance(other, _Waiter):
                            other.leave()
                    if isinstance(ended, TimeoutError):
                        raise late(lookup, timeout) from None
                    raise
        return answers

    def _ask(self, lookup: Lookup[Any], parent: str, keys: Sequence[str]) -> list[Any]:
        answers: list[Any] = []
        if self._process != os.getpid():
            self._prepare()
        with self._lock:
            for key in keys:
                answer = self._desk.cached(lookup, parent, key)
                if answer is NotImplemented:
                    answer = _Waiter()
                    began = self._desk.add(lookup, parent, key, answer, threading.Event)
                    if began is not None:
                        self._begin(began)
                answers.append(answer)
        return answers

    def _begin(self, gathering: Gathering) -> None:
        try:
            self._threads.submit(self._see_through, gathering)
        except BaseException:
            self._desk.close(gathering)  # the interpreter is ending: let nobody wait for this one
            raise

    def _see_through(self, gathering: Gathering) -> None:
        try:
            gathering.full.wait(self._desk.wait(gathering))
            with self._lock:
                ask = self._desk.close(gathering)
            if ask is None:
                return
            answer = getattr(self._service, ask.rpc)(**ask.fields)
            items = list(answer) if ask.result is None else [getattr(answer, ask.result)]
            with self._lock:
                self._desk.settle(gathering, items)
        except BaseException as error:  # noqa: BLE001 - raised in the threads that wait for it
            with self._lock:
                self._desk.fail(gathering, error)


class AsyncioBatch(BatchBase[C]):
    """Look-ups for coroutines."""

    def _prepare(self) -> None:
        super()._prepare()
        self._slots = asyncio.Semaphore(self._options.in_flight)
        self._tasks: set[asyncio.Task[None]] = set()

    async def _get(self, lookup: Lookup[R], parent: str, key: str, timeout: float | None) -> R:
        """What there is for one key."""
        answer: R = one(await self._answers(lookup, parent, [key], timeout))
        return answer

    async def _all(
        self,
        lookup: Lookup[R],
        keys: Sequence[str],
        timeout: float | None,
        missing_ok: bool = False,
    ) -> list[R]:
        """What there is for several keys, in their order."""
        return several(lookup, keys, await self._answers(lookup, "", keys, timeout), missing_ok)

    async def _answers(
        self,
        lookup: Lookup[Any],
        parent: str,
        keys: Sequence[str],
        timeout: float | None,
    ) -> list[Any]:
        answers = self._ask(lookup, parent, keys)
        try:
            async with asyncio.timeout(None if timeout is None else check_timeout(timeout)):
                return [await answer if isinstance(answer, asyncio.Future) else answer for answer in answers]
        except TimeoutError:
            raise late(lookup, timeout) from None
        finally:
            for answer in answers:
                if isinstance(answer, asyncio.Future):
                    answer.cancel()  # where it has not come yet: a search for nobody is not sent

    def _ask(self, lookup: Lookup[Any], parent: str, keys: Sequence[str]) -> list[Any]:
        answers: list[Any] = []
        loop = asyncio.get_running_loop()
        for key in keys:
            answer = self._desk.cached(lookup, parent, key)
            if answer is NotImplemented:
                answer = loop.create_future()
                began = self._desk.add(lookup, parent, key, answer, asyncio.Event)
                if began is not None:
                    task = loop.create_task(self._see_through(began))
                    self._tasks.add(task)  # the loop itself keeps no hold of it
                    task.add_done_callback(self._tasks.discard)
            answers.append(answer)
        return answers

    async def _see_through(self, gathering: Gathering) -> None:
        try:
            async with self._slots:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._desk.wait(gathering)):
                        await gathering.full.wait()
                ask = self._desk.close(gathering)
                if ask is None:
                    return
                answer = getattr(self._service, ask.rpc)(**ask.fields)
                items = [item async for item in answer] if ask.result is None else [getattr(await answer, ask.result)]
            self._desk.settle(gathering, items)
        except BaseException as error:
            self._desk.close(gathering)
            self._desk.fail(gathering, error)
            if not isinstance(error, Exception):
                raise


def one(answers: Sequence[Any]) -> Any:
    """The only answer; raises the one that is an error."""
    (answer,) = answers
    if isinstance(answer, BaseException):
        raise answer
    return answer


def several(lookup: Lookup[Any], keys: Sequence[str], answers: list[Any], missing_ok: bool) -> list[Any]:
    """The answers; raises the first one that is an error.

    Args:
        lookup: what was looked up.
        keys: what was asked for.
        answers: what came.
        missing_ok: give None for what there is not, in place of raising.

    Raises:
        NotFoundError: there is nothing for some of the keys.
    """
    missing = [key for key, answer in zip(keys, answers, strict=True) if isinstance(answer, NotFoundError)]
    for answer in answers:
        if isinstance(answer, BaseException) and not isinstance(answer, NotFoundError):
            raise answer
    if missing and not missing_ok:
        raise not_found(lookup, "", missing)
    return [None if isinstance(answer, NotFoundError) else answer for answer in answers] if missing else answers


def late(lookup: Lookup[Any], timeout: float | None) -> DeadlineExceededError:
    """The error of a caller that waited for as long as it said."""
    return DeadlineExceededError(
        grpc.StatusCode.DEADLINE_EXCEEDED,
        f"no answer within {timeout:g} s",
        method=find_rpc("management", lookup.search).full_name,
    )
