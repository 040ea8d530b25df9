"""Calls that are begun ahead: what is left of them if they are interrupted, fail, or are stuck."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Any

import pytest

from zgrpc._calls.begin import begin


class Begun:
    def __init__(self) -> None:
        self.canceled = threading.Event()

    def cancel(self) -> None:
        self.canceled.set()


def raises(error: Exception) -> Any:
    raise error


def test_the_main_thread_begins_no_call_itself() -> None:
    threads: list[threading.Thread] = []

    def start() -> Begun:
        threads.append(threading.current_thread())
        return Begun()

    begin(start)
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


def test_what_fails_to_begin_raises_its_own_error() -> None:
    with pytest.raises(ValueError, match="closed channel"):
        begin(lambda: raises(ValueError("closed channel")))
    assert isinstance(begin(Begun), Begun)


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


def test_a_call_that_is_stuck_is_given_up_and_the_next_one_begins() -> None:
    released, begun = threading.Event(), Begun()

    def stuck() -> Begun:
        released.wait(60)
        return begun

    with pytest.raises(TimeoutError):
        begin(stuck, 0.05)
    assert isinstance(begin(Begun, 10), Begun)
    released.set()
    assert begun.canceled.wait(10)
