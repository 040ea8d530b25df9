"""A fork while a thread holds a lock: the child has the lock, but not the thread that would give it back."""

from __future__ import annotations

import os
import time
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from zitadel.management_pb2 import GetMyOrgResponse

import zgrpc
from tests.scripted import Scripted
from zgrpc._auth.endpoint import AccessToken, TokenEndpoint
from zgrpc._auth.source import TokenSource
from zgrpc._calls.limiter import Limiter

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")
SECONDS = 10.0  # until a child that hangs is killed


class Fork:
    """Forks when it is called for the first time; the child then does something, and ends."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self._child: int | None = None

    def __call__(self) -> None:
        if self._child is not None:
            return
        self._child = 0  # for the child, which may come here again
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of forking with threads
            child = os.fork()
        if child:
            self._child = child
            return
        try:
            self._act()
        except BaseException:  # noqa: BLE001 - the child must not go on as a second test run
            os._exit(1)
        os._exit(0)

    def outcome(self) -> str:
        """How the child ended."""
        assert self._child
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            ended, status = os.waitpid(self._child, os.WNOHANG)
            if ended:
                return "done" if status == 0 else f"status {status}"
            time.sleep(0.005)
        os.kill(self._child, 9)
        os.waitpid(self._child, 0)
        return "hangs"


class Moment(float):
    """A number that calls a function when it is compared or divided, which happens under the lock."""

    used: Callable[[], object]

    def __lt__(self, other: float) -> bool:
        self.used()
        return float(self) < other

    def __gt__(self, other: float) -> bool:
        self.used()
        return float(self) > other

    def __truediv__(self, other: float) -> float:
        self.used()
        return float(self) / other


def moment(seconds: float, used: Callable[[], object]) -> Moment:
    made = Moment(seconds)
    made.used = used
    return made


def test_a_child_opens_rpcs_though_another_was_being_opened() -> None:
    channel = Scripted(*[GetMyOrgResponse()] * 3)
    client = zgrpc.Client(channel=channel, credentials=zgrpc.PersonalAccessToken("t-forked"))
    fork = channel.on_open = Fork(client.management.get_my_org)
    client.management.get_my_org()
    assert fork.outcome() == "done"


def test_a_child_keeps_the_rate_though_a_slot_was_being_given() -> None:
    limiter = Limiter(1)

    def in_child() -> float | None:
        limiter.forked()
        return limiter.reserve(0.0, 9.0)

    fork = Fork(in_child)
    limiter.reserve(moment(0.0, fork), 9.0)
    assert fork.outcome() == "done"


def test_a_child_calls_though_a_slot_of_its_client_was_being_given() -> None:
    channel = Scripted(*[GetMyOrgResponse()] * 3)
    client = zgrpc.Client(channel=channel, credentials=zgrpc.PersonalAccessToken("t-forked"), rate=1000)
    # Only the limiter itself can be held at the moment of the fork: the client passes it no number of the test's.
    limiter: Any = client._scope.core.limiter
    fork = Fork(client.management.get_my_org)
    limiter.reserve(moment(0.0, fork), float("inf"))
    assert fork.outcome() == "done"


def test_a_child_fetches_a_token_though_another_was_being_stored() -> None:
    class Provider:
        def get_token(self) -> AccessToken:
            token = AccessToken("token-of-the-fork-tests")
            token.expires_in = moment(60.0, fork)
            return token

    source = TokenSource(Provider(), TokenEndpoint("http://localhost:1", "http://localhost:1"))
    fork = Fork(lambda: source.renew(time.monotonic() + 5))
    source.renew(time.monotonic() + 5)
    assert fork.outcome() == "done"
