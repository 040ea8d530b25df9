"""Ctrl-C at any moment of a list leaves nothing under way, and lets the next list of the same client through."""

from __future__ import annotations

import contextlib
import functools
import os
import random
import signal
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
DEADLINE = 30.0
CAPPED: Any = {"rows": ids(200), "cap": 10}
STUCK = Behavior(**CAPPED, delay=600.0, slow_from=7)
"""Requests that are fetched ahead take a thread of the server until they are canceled; it has eight."""


def ctrl_c(when: Callable[[], object], act: Callable[[], object]) -> None:
    """Send this process SIGINT once `when` has returned; the KeyboardInterrupt ends what `act` does, and is caught."""
    armed = True

    def interrupt(*_: object) -> None:
        if armed:
            raise KeyboardInterrupt

    def send() -> None:
        when()
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.signal(signal.SIGINT, interrupt)
    sender = threading.Thread(target=send)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            sender.start()
            act()
        armed = False
    finally:
        sender.join()
        signal.signal(signal.SIGINT, before)


def listed_soon(server: ListServer, client: zgrpc.Client) -> None:
    server.behave(Behavior(**CAPPED))
    started = time.monotonic()
    assert sorted(grant.id for grant in client.management.list_user_grants()) == sorted(CAPPED["rows"])
    assert time.monotonic() - started < DEADLINE / 3


@pytest.fixture
def client(server: ListServer) -> Iterator[zgrpc.Client]:
    with zgrpc.Client(server.url, credentials=CREDENTIALS, timeout=DEADLINE) as client:
        yield client


def test_ctrl_c_while_a_list_begins_requests_lets_the_next_one_through(
    server: ListServer, client: zgrpc.Client
) -> None:
    def fetches_ahead() -> None:
        deadline = time.monotonic() + DEADLINE
        while len(server.asked) < STUCK.slow_from + 1 and time.monotonic() < deadline:
            time.sleep(0.001)

    for _ in range(40):
        server.behave(STUCK)
        ctrl_c(fetches_ahead, client.management.list_user_grants().all)
        assert len(server.asked) < 20
        listed_soon(server, client)


@pytest.mark.parametrize("seed", range(4))
def test_ctrl_c_at_any_moment_of_a_list_lets_the_next_one_through(
    server: ListServer, client: zgrpc.Client, seed: int
) -> None:
    moments = random.Random(seed)
    for _ in range(30):
        server.behave(Behavior(**CAPPED))
        moment = moments.uniform(0.005, 0.05)
        ctrl_c(functools.partial(time.sleep, moment), client.management.list_user_grants().all)
        listed_soon(server, client)
