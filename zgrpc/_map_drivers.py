"""How many calls over many requests are kept under way: the decisions once, and threads and tasks that follow them."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterable, Mapping
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc._errors import ListError, ZitadelError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

_END = object()
# How far results may run ahead of the one whose turn it is, in calls for each that may be under way.
_AHEAD = 4


class Plan(NamedTuple):
    """What was asked for; the arguments of `Client.map`, checked."""

    call: Callable[..., Any]
    fields: bool  # whether a mapping is the fields of a request
    requests: Any
    concurrency: int
    ordered: bool
    returned: bool
    pairs: bool
    progress: Callable[[int, int | None], object] | None
    total: int | None


class _Outcome(NamedTuple):
    """A finished call."""

    place: int
    request: Any
    result: Any
    error: BaseException | None


class _Flow:
    """When to take another request, and which result is next."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._begun = self._finished = self._given = 0
        self._ready: deque[_Outcome] = deque()
        self._waiting: dict[int, _Outcome] = {}  # finished, though not their turn yet
        self._ended = False
        self._error: Exception | None = None

    @property
    def wants(self) -> bool:
        """Whether to begin another call: not while the consumer is behind, so that memory stays bounded."""
        if self._ended or self._begun - self._finished >= self._plan.concurrency:
            return False
        return self._begun - self._given < _AHEAD * self._plan.concurrency

    def begin(self) -> int:
        """Count a request; returns its place."""
        self._begun += 1
        return self._begun - 1

    def end(self, error: Exception | None = None) -> None:
        """There are no further requests, or getting them failed."""
        self._ended, self._error = True, error

    def finish(self, outcome: _Outcome) -> None:
        """Take a result."""
        self._finished += 1
        if self._plan.ordered:
            self._waiting[outcome.place] = outcome
        else:
            self._ready.append(outcome)
        if self._plan.progress is not None:
            self._plan.progress(self._finished, self._plan.total)

    def next(self) -> Any:
        """What to give now, `_END` for nothing yet; raises the error of a call where errors are raised.

        Raises:
            StopIteration: everything was given.
        """
        if self._plan.ordered and self._given in self._waiting:
            outcome = self._waiting.pop(self._given)
        elif self._ready:
            outcome = self._ready.popleft()
        elif self._ended and self._given == self._begun:
            if self._error is not None:
                raise self._error
            raise StopIteration
        else:
            return _END
        self._given += 1
        value = outcome.result
        if outcome.error is not None:
            if not self._plan.returned or not isinstance(outcome.error, (ZitadelError, ListError)):
                raise outcome.error
            value = outcome.error
        return (outcome.request, value) if self._plan.pairs else value


def _called(plan: Plan, request: Any) -> Any:
    return plan.call(**request) if plan.fields and isinstance(request, Mapping) else plan.call(request)


def run_threads(plan: Plan) -> Generator[Any, None, None]:
    """The results of the calls, made by threads; requests are taken in the thread that iterates."""
    flow = _Flow(plan)
    todo: SimpleQueue[Any] = SimpleQueue()
    done: SimpleQueue[_Outcome] = SimpleQueue()
    stopped = threading.Event()
    threads = 0
    requests = iter(plan.requests)
    try:
        while True:
            while flow.wants:
                try:
                    request = next(requests, _END)
                except Exception as error:  # noqa: BLE001 - raised once the results before it were given
                    flow.end(error)
                    break
                if request is _END:
                    flow.end()
                    break
                todo.put((flow.begin(), request))
                if threads < plan.concurrency:
                    threads += 1
                    worker = threading.Thread(
                        target=_work, args=(plan, todo, done, stopped), name=f"zgrpc-map_{threads}", daemon=True
                    )
                    worker.start()
                if not done.empty():
                    break
            while not done.empty():
                flow.finish(done.get())
            try:
                value = flow.next()
            except StopIteration:
                return
            if value is _END:
                if not flow.wants:
                    flow.finish(done.get())
            else:
                yield value
    finally:
        stopped.set()
        for _ in range(threads):
            todo.put(None)


def _work(plan: Plan, todo: SimpleQueue[Any], done: SimpleQueue[_Outcome], stopped: threading.Event) -> None:
    while (job := todo.get()) is not None and not stopped.is_set():
        place, request = job
        try:
            result = _called(plan, request)
        except BaseException as error:  # noqa: BLE001 - raised in the thread that iterates
            done.put(_Outcome(place, request, None, error))
        else:
            done.put(_Outcome(place, request, result, None))


async def run_tasks(plan: Plan) -> AsyncGenerator[Any, None]:
    """The results of the calls, made by tasks."""
    flow = _Flow(plan)
    done: deque[_Outcome] = deque()
    wake = asyncio.Event()
    tasks: set[asyncio.Task[Any]] = set()
    source = _Source(plan.requests, wake)

    async def work(place: int, request: Any) -> None:
        try:
            done.append(_Outcome(place, request, await _called(plan, request), None))
        except Exception as error:  # noqa: BLE001 - raised in the task that iterates
            done.append(_Outcome(place, request, None, error))
        wake.set()

    try:
        while True:
            while flow.wants:
                try:
                    request = source.take()
                except Exception as error:  # noqa: BLE001 - raised once the results before it were given
                    flow.end(error)
                    break
                if request is _END:
                    flow.end()
                    break
                if request is _Source.LATER:
                    break
                task = asyncio.create_task(work(flow.begin(), request))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            while done:
                flow.finish(done.popleft())
            try:
                value = flow.next()
            except StopIteration:
                return
            if value is not _END:
                yield value
            elif not done:
                wake.clear()
                await wake.wait()
    finally:
        source.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Source:
    """Requests from a plain iterable, or from an asynchronous one that is not waited for."""

    LATER = object()

    def __init__(self, requests: Any, wake: asyncio.Event) -> None:
        self._async = isinstance(requests, AsyncIterable)
        self._requests: Any = aiter(requests) if self._async else iter(requests)
        self._wake = wake
        self._coming: asyncio.Future[Any] | None = None

    def take(self) -> Any:
        """The next request, `_END` after the last one, `LATER` where it has not come yet."""
        if not self._async:
            return next(self._requests, _END)
        if self._coming is None:
            self._coming = asyncio.ensure_future(anext(self._requests, _END))
            self._coming.add_done_callback(lambda _: self._wake.set())
        if not self._coming.done():
            return self.LATER
        coming, self._coming = self._coming, None
        return coming.result()

    def close(self) -> None:
        """Take no more."""
        if self._coming is not None:
            self._coming.cancel()
