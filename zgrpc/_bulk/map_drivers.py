"""Run `map`: one set of decisions, and the threads or tasks that make the calls."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterable, Iterator, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from zgrpc._calls.metadata import hide_metadata
from zgrpc._errors import ListError, ZitadelError
from zgrpc._secret import hide_secret
from zgrpc._waiting import in_slices

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Iterable

T = TypeVar("T")

_END = object()
"""There are no further requests."""
_NOTHING = object()
"""No result is ready."""
_DONE = object()
"""All results were given."""
_AHEAD = 4
"""How many results per concurrent call may be finished or under way beyond the last one given."""


@dataclass(frozen=True, slots=True, repr=False)
class Plan:
    """The checked arguments of `Client.map`. It has no repr, because a request may hold a token."""

    call: Callable[..., Any]
    fields: bool  # whether a mapping holds the fields of a request
    metadata: bool  # whether `metadata` in such a mapping is the option of the call, and not a field
    requests: Iterable[object] | AsyncIterable[object]
    concurrency: int
    ordered: bool
    returned: bool
    pairs: bool
    progress: Callable[[int, int | None], object] | None
    total: int | None


class _Outcome(NamedTuple):
    """A finished call."""

    place: int
    request: object
    result: object
    error: BaseException | None


class _Flow:
    """Decide when to take another request, and which result comes next."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._begun = self._finished = self._given = 0
        self._ready: deque[_Outcome] = deque()
        self._waiting: dict[int, _Outcome] = {}  # finished before their turn
        self._ended = False
        self._error: Exception | None = None

    @property
    def wants(self) -> bool:
        """Whether to begin another call. A slow consumer stops new calls, which bounds memory."""
        if self._ended or self._begun - self._finished >= self._plan.concurrency:
            return False
        return self._begun - self._given < _AHEAD * self._plan.concurrency

    def begin(self) -> int:
        """Count a request and return its place."""
        self._begun += 1
        return self._begun - 1

    def end(self, error: Exception | None = None) -> None:
        """Note that there are no further requests, or that taking one failed."""
        self._ended, self._error = True, error

    def finish(self, outcome: _Outcome) -> None:
        """Take the result of a call."""
        self._finished += 1
        if self._plan.ordered:
            self._waiting[outcome.place] = outcome
        else:
            self._ready.append(outcome)
        if self._plan.progress is not None:
            self._plan.progress(self._finished, self._plan.total)

    def next(self) -> object:
        """Return the next result, `_NOTHING` if none is ready, or `_DONE` after the last one.

        Raises:
            BaseException: the error of a call, unless errors are returned.
        """
        if self._plan.ordered and self._given in self._waiting:
            outcome = self._waiting.pop(self._given)
        elif self._ready:
            outcome = self._ready.popleft()
        elif self._ended and self._given == self._begun:
            if self._error is not None:
                raise self._error
            return _DONE
        else:
            return _NOTHING
        self._given += 1
        value = outcome.result
        if outcome.error is not None:
            if not self._plan.returned or not isinstance(outcome.error, (ZitadelError, ListError)):
                raise outcome.error
            value = outcome.error
        return (outcome.request, value) if self._plan.pairs else value


def _hidden(plan: Plan, request: object) -> object:
    """Return a request so that no traceback shows the token and the metadata among its keywords."""
    if not plan.fields or not isinstance(request, Mapping) or ("token" not in request and "metadata" not in request):
        return request
    keywords = {**request, "token": hide_secret(request.get("token"))}
    if plan.metadata:
        keywords["metadata"] = hide_metadata(request.get("metadata"))
    return {name: value for name, value in keywords.items() if name in request}


def _called(plan: Plan, request: object) -> Any:  # an awaitable for an AsyncClient
    return plan.call(**request) if plan.fields and isinstance(request, Mapping) else plan.call(request)


def run_threads(plan: Plan) -> Generator[object, None, None]:
    """Yield the results of calls made by threads. The iterating thread takes the requests."""
    flow = _Flow(plan)
    todo: SimpleQueue[tuple[int, object] | None] = SimpleQueue()
    done: SimpleQueue[_Outcome] = SimpleQueue()
    stopped = threading.Event()
    threads = 0
    requests = iter(cast("Iterable[object]", plan.requests))  # a `Client` takes no others

    def arrived(seconds: float) -> bool:
        try:
            flow.finish(done.get(timeout=seconds))
        except Empty:
            return False
        return True

    try:
        while True:
            while flow.wants:
                try:
                    request = next(requests, _END)
                except Exception as error:  # noqa: BLE001 - raised after the results before it
                    flow.end(error)
                    break
                if request is _END:
                    flow.end()
                    break
                request = _hidden(plan, request)
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
            value = flow.next()
            if value is _DONE:
                return
            if value is _NOTHING:
                if not flow.wants:
                    in_slices(arrived)
            else:
                yield value
    finally:
        stopped.set()
        for _ in range(threads):
            todo.put(None)


def _work(
    plan: Plan, todo: SimpleQueue[tuple[int, object] | None], done: SimpleQueue[_Outcome], stopped: threading.Event
) -> None:
    while (job := todo.get()) is not None and not stopped.is_set():
        place, request = job
        try:
            result = _called(plan, request)
        except BaseException as error:  # noqa: BLE001 - raised in the thread that iterates
            done.put(_Outcome(place, request, None, error))
        else:
            done.put(_Outcome(place, request, result, None))


def canceled(task: asyncio.Task[T] | None) -> bool:
    """Return whether someone asked to cancel a task, unlike a CancelledError that the called function raised."""
    return task is not None and task.cancelling() > 0


async def run_tasks(plan: Plan) -> AsyncGenerator[object, None]:
    """Yield the results of calls made by tasks."""
    flow = _Flow(plan)
    done: deque[_Outcome] = deque()
    wake = asyncio.Event()
    tasks: set[asyncio.Task[None]] = set()
    source = _Source(plan.requests, wake)

    async def work(place: int, request: object) -> None:
        try:
            done.append(_Outcome(place, request, await _called(plan, request), None))
        except (KeyboardInterrupt, SystemExit):
            raise  # asyncio ends the event loop with them
        except BaseException as error:
            if isinstance(error, asyncio.CancelledError) and canceled(asyncio.current_task()):
                raise
            done.append(_Outcome(place, request, None, error))  # raised in the task that iterates
        finally:
            wake.set()

    try:
        while True:
            while flow.wants:
                try:
                    request = source.take()
                except Exception as error:  # noqa: BLE001 - raised after the results before it
                    flow.end(error)
                    break
                if request is _END:
                    flow.end()
                    break
                if request is _Source.LATER:
                    break
                request = _hidden(plan, request)
                task = asyncio.create_task(work(flow.begin(), request))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            while done:
                flow.finish(done.popleft())
            value = flow.next()
            if value is _DONE:
                return
            if value is not _NOTHING:
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
    """Requests from an iterable, or from an async iterable without waiting for it."""

    LATER = object()

    def __init__(self, requests: Iterable[object] | AsyncIterable[object], wake: asyncio.Event) -> None:
        self._requests = aiter(requests) if isinstance(requests, AsyncIterable) else iter(requests)
        self._wake = wake
        self._coming: asyncio.Future[object] | None = None

    def take(self) -> object:
        """Return the next request, `_END` after the last one, or `LATER` if it has not arrived."""
        if isinstance(self._requests, Iterator):
            return next(self._requests, _END)
        if self._coming is None:
            self._coming = asyncio.ensure_future(anext(self._requests, _END))
            self._coming.add_done_callback(lambda _: self._wake.set())
        if not self._coming.done():
            return self.LATER
        coming, self._coming = self._coming, None
        return coming.result()

    def close(self) -> None:
        """Take no further request."""
        if self._coming is not None:
            self._coming.cancel()
