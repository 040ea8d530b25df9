"""Calls that are begun ahead: what is left of them if they are interrupted, fail, or are stuck."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from zgrpc._calls.begin import NotBegunError, begin, cancel

if TYPE_CHECKING:
    from collections.abc import Iterator


class Begun:
    """A call that was begun; it keeps the thread that canceled it."""

    def __init__(self) -> None:
        self.canceled = threading.Event()
        self.canceled_by: threading.Thread | None = None

    def cancel(self) -> None:
        self.canceled_by = threading.current_thread()
        self.canceled.set()


def raises(error: Exception) -> Any:
    raise error


def test_the_main_thread_begins_no_call_itself() -> None:
    threads: list[threading.Thread] = []

    def start() -> Begun:
        threads.append(threading.current_thread())
        return Begun()

    begin(start, 10)
    assert len(threads) == 1
    assert threads != [threading.main_thread()]


def test_another_thread_begins_its_calls_itself() -> None:
    threads: list[threading.Thread] = []

    def start() -> Begun:
        threads.append(threading.current_thread())
        return Begun()

    thread = threading.Thread(target=begin, args=(start,))
    thread.start()
    thread.join()
    assert threads == [thread]


def test_a_call_that_fails_to_begin_raises_its_own_error() -> None:
    with pytest.raises(ValueError, match="closed channel"):
        begin(lambda: raises(ValueError("closed channel")), 10)
    assert isinstance(begin(Begun, 10), Begun)


def test_a_call_that_began_in_time_is_not_canceled() -> None:
    assert not begin(Begun).canceled.is_set()


def test_a_call_may_take_longer_to_begin_than_a_lock_can_wait() -> None:
    assert isinstance(begin(Begun, 1e300), Begun)


def test_the_main_thread_cancels_no_call_itself() -> None:
    calls = Begun(), Begun()
    cancel(*calls)
    for call in calls:
        assert call.canceled.wait(10)
        assert call.canceled_by is not threading.main_thread()


def test_another_thread_cancels_its_calls_itself() -> None:
    calls = Begun(), Begun()
    thread = threading.Thread(target=cancel, args=calls)
    thread.start()
    thread.join()
    assert [call.canceled_by for call in calls] == [thread, thread]


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_a_call_whose_beginning_is_interrupted_is_canceled() -> None:
    begun = Begun()

    def start() -> Begun:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        time.sleep(0.2)  # the main thread is interrupted meanwhile
        return begun

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            begin(start)
    finally:
        signal.signal(signal.SIGINT, before)
    assert begun.canceled.wait(10)


@pytest.fixture
def stuck() -> Iterator[tuple[Begun, threading.Event]]:
    """A call that was given up, for the thread that begins calls is stuck until the event is set."""
    released, begun = threading.Event(), Begun()

    def start() -> Begun:
        released.wait(60)
        return begun

    with pytest.raises(NotBegunError):
        begin(start, 0.05)
    yield begun, released
    released.set()


def test_a_call_that_is_stuck_is_given_up_and_the_next_one_begins(stuck: tuple[Begun, threading.Event]) -> None:
    begun, released = stuck
    assert isinstance(begin(Begun, 10), Begun)
    released.set()
    assert begun.canceled.wait(10)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit the size of a stack in other ways")
@pytest.mark.usefixtures("stuck")
def test_without_another_thread_a_call_is_begun_all_the_same() -> None:
    threads: list[threading.Thread] = []

    def start() -> Begun:
        threads.append(threading.current_thread())
        return Begun()

    before = threading.stack_size(1 << 47)  # more than there is of memory: no thread can start
    try:
        call = begin(start)
        cancel(call)
    finally:
        threading.stack_size(before)
    assert threads == [threading.main_thread()]
    assert not call.canceled.is_set()
