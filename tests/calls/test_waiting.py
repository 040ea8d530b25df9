"""Ctrl-C ends a wait of the main thread although the signal did not wake it, because it came right before."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._waiting import SLICE, in_slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zgrpc.testing.fault import Exchange

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
LONG = 30.0


@pytest.fixture
def hanging(own_emulator: Any) -> Iterator[threading.Event]:
    """Set when a call has reached the emulator, which answers none."""
    from zgrpc.testing.fault import Fault

    reached = threading.Event()

    def hang(_: Exchange) -> float:
        reached.set()
        return LONG

    with own_emulator.faults.add(Fault("hang", before=hang)):
        yield reached


def interrupted(act: Callable[[], object], reached: threading.Event) -> float:
    """The seconds from a SIGINT to a thread of its own until `act` ends."""
    sent: list[float] = []

    def send() -> None:
        assert reached.wait(LONG)
        time.sleep(0.05)  # the main thread waits by then
        sent.append(time.monotonic())
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    sender = threading.Thread(target=send)
    try:
        sender.start()
        with pytest.raises(KeyboardInterrupt):
            act()
        ended = time.monotonic()
        sender.join()
    finally:
        signal.signal(signal.SIGINT, before)
    return ended - sent[0]


def test_a_map_ends(own_emulator: Any, hanging: threading.Event) -> None:
    with own_emulator.client(timeout=LONG) as client:
        mapped = client.map(lambda _: client.auth.get_my_user(), range(2))
        assert interrupted(lambda: list(mapped), hanging) < LONG / 3


def test_a_batched_look_up_ends(own_emulator: Any, hanging: threading.Event) -> None:
    with own_emulator.client(timeout=LONG) as client:
        assert interrupted(lambda: client.batch.user("4711"), hanging) < LONG / 3


def test_a_call_that_was_begun_ends(own_emulator: Any, hanging: threading.Event) -> None:
    with own_emulator.client(timeout=LONG) as client:
        call = client.auth.get_my_user
        started = call.start(call.rpc.request_class(), LONG, None, None, None)
        assert interrupted(started.result, hanging) < LONG / 3


def test_a_call_that_waits_for_its_token_ends() -> None:
    reached = threading.Event()

    class Slow:
        def get_token(self) -> zgrpc.AccessToken:
            reached.set()
            time.sleep(4)
            return zgrpc.AccessToken("token", 3600)

    with zgrpc.Client("http://localhost:1", credentials=Slow(), timeout=LONG) as client:
        assert interrupted(client.auth.get_my_user, reached) < 3


def test_the_main_thread_waits_in_slices() -> None:
    slices: list[float] = []

    def wait(seconds: float) -> bool:
        slices.append(seconds)
        time.sleep(seconds)
        return False

    assert not in_slices(wait, 2.5 * SLICE)
    assert max(slices) <= SLICE
    assert sum(slices) >= 2.4 * SLICE


def test_another_thread_waits_in_one_piece() -> None:
    slices: list[float] = []

    def wait(seconds: float) -> bool:
        slices.append(seconds)
        return True

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(in_slices, wait, 9.0).result()
    assert slices == [9.0]
