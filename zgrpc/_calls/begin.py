"""Begin calls ahead of their use, out of reach of Ctrl-C.

gRPC counts the calls that a thread of its own serves, and guards each call and channel by locks that are written in
Python. If a signal raises an exception in the midst of that, later calls of the channel wait forever, as does
`close()`. Signals interrupt the main thread only, so there another thread deals with gRPC, and the main thread waits
for it at locks and queues that are written in C.
"""

from __future__ import annotations

import functools
from _thread import allocate_lock, start_new_thread
from contextlib import suppress
from contextvars import copy_context
from math import inf
from queue import SimpleQueue
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from zgrpc._fork import in_child
from zgrpc._waiting import in_slices

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NotBegunError", "begin", "cancel"]


class NotBegunError(TimeoutError):
    """gRPC did not begin a call in time. No TimeoutError that a signal's handler raises passes for it."""


class _Cancelable(Protocol):
    def cancel(self) -> object: ...


CallT = TypeVar("CallT", bound=_Cancelable)


def begin(start: Callable[[], CallT], seconds: float = inf) -> CallT:
    """Return the call that `start` begins. If a signal interrupts this, the call is canceled.

    Args:
        start: Begins the call.
        seconds: The longest to wait until it is begun.

    Raises:
        NotBegunError: gRPC did not begin it in time. The call is canceled if it begins after all.
        Exception: what `start` raises.
    """
    if current_thread() is not main_thread():
        return start()
    try:
        jobs = _jobs()
    except RuntimeError:  # no more threads, as while the interpreter ends
        return start()
    context = copy_context()
    begun: list[CallT] = []
    failed: list[Exception] = []
    abandoned = False
    done = allocate_lock()
    done.acquire()

    def run() -> None:
        try:
            begun.append(context.run(start))
        except Exception as error:  # noqa: BLE001 - raised by the caller
            failed.append(error)
        if abandoned:
            cancel(*begun)
        done.release()

    try:
        jobs.put(run)
        if not in_slices(lambda left: done.acquire(timeout=left), seconds):
            _jobs.cache_clear()  # the thread is stuck in gRPC
            raise NotBegunError
    except BaseException:
        abandoned = True
        cancel(*begun)
        raise
    if failed:
        raise failed[0]
    return begun[0]


def cancel(*calls: _Cancelable) -> None:
    """Cancel calls; in the main thread without waiting, for gRPC's locks may be stuck if a signal interrupted it."""
    for call in calls:
        if current_thread() is main_thread():
            with suppress(RuntimeError):  # no more threads: the interpreter ends, and the call with it
                start_new_thread(call.cancel, ())
        else:
            call.cancel()


@functools.cache
def _jobs() -> SimpleQueue[Callable[[], None]]:
    """Return the jobs of a thread that lives as long as the process."""
    jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
    start_new_thread(_work, (jobs,))
    return jobs


def _work(jobs: SimpleQueue[Callable[[], None]]) -> None:
    while True:
        jobs.get()()


in_child(_jobs, lambda jobs: jobs.cache_clear())
