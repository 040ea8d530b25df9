"""Calls on their way: how a list fetches ahead."""

from __future__ import annotations

import asyncio
import time
from _thread import allocate_lock
from contextlib import nullcontext
from logging import DEBUG
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

import grpc

from zgrpc._calls.begin import NotBegunError, begin, cancel
from zgrpc._calls.recovery import attempts, slot
from zgrpc._calls.watch import Watch, debug
from zgrpc._errors import DeadlineExceededError
from zgrpc._waiting import in_slices

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from google.protobuf.message import Message

    from zgrpc._backoff import Backoff
    from zgrpc._calls.call import Call
    from zgrpc._calls.metadata import Pairs
    from zgrpc._calls.protocols import Future

__all__ = ["AsyncStarted", "Started"]

T_co = TypeVar("T_co", covariant=True)

_REPEATED = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNAUTHENTICATED, grpc.StatusCode.RESOURCE_EXHAUSTED)
"""The statuses after which `result()` may repeat a call, so that nobody knows yet how it ends."""
_GRACE = 1.0
"""Seconds after a call's deadline that its caller waits for gRPC to end it."""


class Started:
    """A call of a `Client` on its way. It knows the token that it was sent with."""

    __slots__ = ("_awaited", "_call", "_deadline", "_ended", "_future", "_sent", "_token", "_watches")

    def __init__(
        self,
        call: Call,
        request: Message,
        timeout: float,
        org_id: str | None,
        metadata: Pairs | None,
        backoff: Backoff | None,
    ) -> None:
        core, scope = call._core, call._scope
        invoke = core.methods.get(call._path) or core.method(call.rpc)
        now = monotonic()
        self._awaited = True
        self._call = call
        self._sent = (request, timeout, org_id, metadata, backoff)
        self._deadline = now + timeout
        self._token = scope.source.current
        if now >= self._token.renew_at:
            self._token = scope.source.renew(self._deadline)
        if core.limiter is not None:
            time.sleep(slot(core.limiter, now, self._deadline))
        left = self._deadline - monotonic()
        watch = Watch(call.rpc, scope, org_id) if core.watched or debug(DEBUG) else None
        self._watches = [] if watch is None else [watch]
        if watch is not None:
            metadata = (*watch.metadata, *(metadata or ()))
        pairs = scope.metadata(self._token, org_id, metadata)
        self._ended = ended = allocate_lock()
        ended.acquire()

        def start() -> Future:
            future = invoke.future(request, left, pairs)
            if watch is not None:
                future.add_done_callback(lambda future: None if future.code() in _REPEATED else self._end(future))
            future.add_done_callback(lambda _: ended.release())
            if watch is not None:  # and once more, for `cancel()` may come at any moment
                future.add_done_callback(lambda future: None if self._awaited else self._end(future))
            return future

        try:
            self._future = begin(start, left + _GRACE)
        except NotBegunError:
            raise self._late() from None

    def result(self) -> Message:
        """Wait for the answer, not past the deadline; go on as other calls do if the attempt failed.

        Raises:
            ZitadelError: the call failed.
        """
        call = self._call
        # gRPC ends the call at its deadline; the grace is for the case that its thread is held up.
        left = max(0.0, self._deadline - monotonic()) + _GRACE
        if not in_slices(lambda seconds: self._ended.acquire(timeout=seconds), left):
            self.cancel()
            raise self._late()
        self._ended.release()  # for the next who asks
        try:
            answer = self._future.result(0)
        except grpc.FutureCancelledError:
            raise call._error(self._future, self._token) from None
        except grpc.RpcError as error:
            failed = call._error(error, self._token)
        else:
            call._core.answered()
            return answer
        request, timeout, org_id, metadata, backoff = self._sent
        with self._watches.pop() if self._watches else nullcontext():
            steps = attempts(call._scope, failed, self._token, monotonic() + timeout, backoff)
            return call._run(steps, request, org_id, metadata)

    def _end(self, future: Future) -> None:
        """Record once how the call ended, if it is watched."""
        try:
            watch = self._watches.pop()
        except IndexError:
            return
        watch.end(None if future.code() is grpc.StatusCode.OK else self._call._error(future, self._token))

    def _late(self) -> DeadlineExceededError:
        """Return the error of a call that gRPC did not end in time, and connect again: gRPC's locks may be stuck."""
        self._call._core.abandon()
        text = f"no answer {_GRACE:g} s after the deadline"
        return DeadlineExceededError(grpc.StatusCode.DEADLINE_EXCEEDED, text, method=self._call.rpc.full_name)

    def cancel(self) -> None:
        """Cancel the call if it has not ended."""
        self._awaited = False
        if self._ended.locked():
            cancel(self._future)
        else:
            self._end(self._future)


class AsyncStarted(Generic[T_co]):
    """A call of an `AsyncClient` on its way, in a task."""

    __slots__ = ("_task",)

    def __init__(self, call: Coroutine[object, object, T_co]) -> None:
        self._task = asyncio.ensure_future(call)
        self._task.add_done_callback(_retrieved)

    async def result(self) -> T_co:
        """Wait for the answer.

        Raises:
            ZitadelError: the call failed.
        """
        return await self._task

    def cancel(self) -> None:
        """Cancel the call if it has not ended."""
        self._task.cancel()


def _retrieved(task: asyncio.Task[object]) -> None:
    """Retrieve the error of a call that nobody waits for any more; otherwise asyncio would log it."""
    if not task.cancelled():
        task.exception()
