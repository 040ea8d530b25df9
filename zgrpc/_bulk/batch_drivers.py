"""Run batched look-ups with threads or with coroutines; `batcher` decides what to send."""

# ruff: noqa: ASYNC109 - a caller's timeout, which the error names and which leaves the search to the others
from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from math import inf
from operator import attrgetter
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

import grpc

from zgrpc._bulk.batcher import IN_FLIGHT, MAX_CACHED, MAX_KEYS, UNKNOWN, WINDOW, Batcher, BatchOptions, E, not_found
from zgrpc._calls.timeout import check_timeout
from zgrpc._contract.rpc import find_rpc
from zgrpc._errors import DeadlineExceededError, NotFoundError
from zgrpc._waiting import in_slices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._bulk.batcher import MergedSearch, SearchCall
    from zgrpc._bulk.lookups import Lookup

R = TypeVar("R")


class _Client(Protocol):
    """A client of either flavor."""

    @property
    def management(self) -> object: ...

    @property
    def v2(self) -> object: ...


C = TypeVar("C", bound=_Client)


class BatchBase(Generic[C, E]):
    """What the sync and the asyncio batch share."""

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
        # The client holds its batch. Holding the client here too would be a cycle, which delays garbage collection.
        self._roots: dict[str, object] = {"management": client.management, "v2": client.v2}
        self._prepare()

    def _prepare(self) -> None:
        """Start without open searches, for a new batch and in a forked child, which lacks the parent's threads."""
        self._process = os.getpid()
        self._batcher: Batcher[E] = Batcher(self._options)

    def _start(self, call: SearchCall) -> Any:  # an awaitable or a list of either flavor
        """Call the RPC of a search."""
        root, _, rest = f"{call.service}.{call.rpc}".partition(".")
        return attrgetter(rest)(self._roots[root])(**call.fields)

    def forget(self) -> None:
        """Empty the cache, for example after a write. Does nothing without `ttl`."""
        self._batcher.forget()

    def __repr__(self) -> str:
        options = self._options
        kept = f", ttl={options.ttl:g}" if options.ttl else ""
        return f"<{type(self).__name__} window={options.window:g}, max_keys={options.max_keys}{kept}>"


class _LateError(Exception):
    """A waiter's time is up. Not TimeoutError: the handler of a signal may raise that in the thread that waits."""


class _Waiter:
    """A thread that waits for one key, by a lock that the answer releases."""

    __slots__ = ("_gone", "_lock", "_result")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()
        self._result: object = None
        self._gone = False

    def leave(self) -> None:
        self._gone = True

    def done(self) -> bool:
        return self._gone

    def set_result(self, result: object, /) -> None:
        self._result = result
        self._lock.release()

    def result(self, timeout: float) -> object:
        if not in_slices(lambda left: self._lock.acquire(timeout=left), timeout):
            raise _LateError
        return self._result


class SyncBatch(BatchBase[C, threading.Event]):
    """Batched look-ups for threads."""

    def _prepare(self) -> None:
        super()._prepare()
        self._lock = threading.Lock()
        # One thread waits out the window of a search and sends it, so the thread count bounds the searches in flight.
        self._threads = ThreadPoolExecutor(self._options.in_flight, thread_name_prefix="zgrpc-batch")

    def _get(self, lookup: Lookup[R], parent: str, key: str, timeout: float | None) -> R:
        """Return the answer for one key."""
        return one(lookup, self._answers(lookup, parent, [key], timeout))

    def _all(self, lookup: Lookup[R], keys: Sequence[str], timeout: float | None, missing_ok: bool = False) -> list[R]:
        """Return the answers for several keys, in their order."""
        return several(lookup, keys, self._answers(lookup, "", keys, timeout), missing_ok)

    def _answers(self, lookup: Lookup[object], parent: str, keys: Sequence[str], timeout: float | None) -> list[object]:
        deadline = None if timeout is None else monotonic() + check_timeout(timeout)
        answers = self._join(lookup, parent, keys)
        for i, answer in enumerate(answers):
            if isinstance(answer, _Waiter):
                try:
                    answers[i] = answer.result(inf if deadline is None else max(0.0, deadline - monotonic()))
                except BaseException as ended:  # signals too; a search without callers is not sent
                    for other in answers[i:]:
                        if isinstance(other, _Waiter):
                            other.leave()
                    if isinstance(ended, _LateError):
                        raise late(lookup, timeout) from None
                    raise
        return answers

    def _join(self, lookup: Lookup[object], parent: str, keys: Sequence[str]) -> list[object]:
        answers: list[object] = []
        if self._process != os.getpid():
            self._prepare()
        with self._lock:
            for key in keys:
                answer = self._batcher.cached(lookup, parent, key)
                if answer is UNKNOWN:
                    answer = _Waiter()
                    began = self._batcher.add(lookup, parent, key, answer, threading.Event)
                    if began is not None:
                        self._begin(began)
                answers.append(answer)
        return answers

    def _begin(self, merged: MergedSearch[threading.Event]) -> None:
        try:
            self._threads.submit(self._run, merged)
        except BaseException:
            self._batcher.close(merged)  # the interpreter is shutting down; no caller can wait for this search
            raise

    def _run(self, merged: MergedSearch[threading.Event]) -> None:
        try:
            merged.full.wait(self._batcher.wait(merged))
            with self._lock:
                call = self._batcher.close(merged)
            if call is None:
                return
            answer = self._start(call)
            items = list(answer) if call.result is None else [getattr(answer, call.result)]
            with self._lock:
                self._batcher.settle(merged, items)
        except BaseException as error:  # noqa: BLE001 - raised in the threads that wait
            with self._lock:
                self._batcher.fail(merged, error)


class AsyncioBatch(BatchBase[C, asyncio.Event]):
    """Batched look-ups for coroutines."""

    def _prepare(self) -> None:
        super()._prepare()
        self._slots = asyncio.Semaphore(self._options.in_flight)
        self._tasks: set[asyncio.Task[None]] = set()

    async def _get(self, lookup: Lookup[R], parent: str, key: str, timeout: float | None) -> R:
        """Return the answer for one key."""
        return one(lookup, await self._answers(lookup, parent, [key], timeout))

    async def _all(
        self,
        lookup: Lookup[R],
        keys: Sequence[str],
        timeout: float | None,
        missing_ok: bool = False,
    ) -> list[R]:
        """Return the answers for several keys, in their order."""
        return several(lookup, keys, await self._answers(lookup, "", keys, timeout), missing_ok)

    async def _answers(
        self,
        lookup: Lookup[object],
        parent: str,
        keys: Sequence[str],
        timeout: float | None,
    ) -> list[object]:
        limit = asyncio.timeout(None if timeout is None else check_timeout(timeout))
        answers = self._join(lookup, parent, keys)
        try:
            async with limit:
                return [await answer if isinstance(answer, asyncio.Future) else answer for answer in answers]
        except TimeoutError:
            if not limit.expired():
                raise  # thrown into the coroutine that waits
            raise late(lookup, timeout) from None
        finally:
            for answer in answers:
                if isinstance(answer, asyncio.Future):
                    answer.cancel()  # no effect on finished ones; a search without callers is not sent

    def _join(self, lookup: Lookup[object], parent: str, keys: Sequence[str]) -> list[object]:
        answers: list[object] = []
        loop = asyncio.get_running_loop()
        for key in keys:
            answer = self._batcher.cached(lookup, parent, key)
            if answer is UNKNOWN:
                answer = loop.create_future()
                began = self._batcher.add(lookup, parent, key, answer, asyncio.Event)
                if began is not None:
                    task = loop.create_task(self._run(began))
                    self._tasks.add(task)  # the event loop keeps only a weak reference
                    task.add_done_callback(self._tasks.discard)
            answers.append(answer)
        return answers

    async def _run(self, merged: MergedSearch[asyncio.Event]) -> None:
        try:
            async with self._slots:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._batcher.wait(merged)):
                        await merged.full.wait()
                call = self._batcher.close(merged)
                if call is None:
                    return
                answer = self._start(call)
                items = [item async for item in answer] if call.result is None else [getattr(await answer, call.result)]
            self._batcher.settle(merged, items)
        except BaseException as error:
            self._batcher.close(merged)
            self._batcher.fail(merged, error)
            if not isinstance(error, Exception):
                raise


def one(lookup: Lookup[R], answers: Sequence[object]) -> R:  # noqa: ARG001 - it has the type of the answers
    """Return the only answer of a look-up, or raise it if it is an error."""
    (answer,) = answers
    if isinstance(answer, BaseException):
        raise answer
    return cast("R", answer)


def several(lookup: Lookup[R], keys: Sequence[str], answers: list[object], missing_ok: bool) -> list[R]:
    """Return the answers, or raise the first error among them.

    Args:
        lookup: the kind of look-up.
        keys: the keys looked up.
        answers: an answer or an error for each key.
        missing_ok: return None for a key that was not found instead of raising.

    Raises:
        NotFoundError: some keys were not found.
    """
    missing = [key for key, answer in zip(keys, answers, strict=True) if isinstance(answer, NotFoundError)]
    for answer in answers:
        if isinstance(answer, BaseException) and not isinstance(answer, NotFoundError):
            raise answer
    if missing and not missing_ok:
        raise not_found(lookup, "", missing)
    found = [None if isinstance(answer, NotFoundError) else answer for answer in answers]
    return cast("list[R]", found)  # with `missing_ok`, None is among them


def late(lookup: Lookup[object], timeout: float | None) -> DeadlineExceededError:
    """Return the error of a caller whose timeout passed."""
    return DeadlineExceededError(
        grpc.StatusCode.DEADLINE_EXCEEDED,
        f"no answer within {timeout:g} s",
        method=find_rpc(lookup.service, lookup.search).full_name,
    )
