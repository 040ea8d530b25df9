"""The drivers of a call, on channels with scripted answers: what they send, return and raise."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from opentelemetry.sdk.trace import TracerProvider
from zitadel.management_pb2 import GetMyOrgRequest, GetMyOrgResponse, ListUsersResponse

import zgrpc
from tests.scripted import AsyncScripted, Scripted, failure
from zgrpc._backoff import READS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = zgrpc.PersonalAccessToken("token-of-the-driver-tests")
ORG = GetMyOrgResponse()
REFUSED = "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:1: Connection refused"


class Tokens:
    """Credentials that give another token each time."""

    def __init__(self, seconds: float = 0.0, life: float | None = None) -> None:
        self.given = 0
        self._seconds = seconds
        self._life = life

    def get_token(self) -> zgrpc.AccessToken:
        threading.Event().wait(self._seconds)
        self.given += 1
        return zgrpc.AccessToken(f"driver-token-{self.given}", self._life)


class Driver:
    """Makes calls with a client of one flavor, on a channel with scripted answers."""

    def __init__(self, flavor: str, runner: asyncio.Runner) -> None:
        self.asyncio = flavor == "asyncio"
        self._runner = runner
        self.channel: Any = None
        self.client: Any = None

    def answers(self, *answers: Any, **options: Any) -> None:
        options.setdefault("credentials", TOKEN)
        self.channel = AsyncScripted(*answers) if self.asyncio else Scripted(*answers)
        made: Any = zgrpc.AsyncClient if self.asyncio else zgrpc.Client
        self.client = made(channel=self.channel, **options)

    def call(self, **options: Any) -> Any:
        return self.run(lambda: self.client.management.get_my_org(**options))

    def run(self, call: Callable[[], Any]) -> Any:
        async def awaited() -> Any:
            return await call()

        return self._runner.run(awaited()) if self.asyncio else call()

    @property
    def sent(self) -> list[Any]:
        return self.channel.sent


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Calls take the shortest path: the suite logs at DEBUG, which watches each call."""
    caplog.set_level(logging.INFO, "zgrpc")


@pytest.fixture(params=["sync", "asyncio"])
def driver(request: pytest.FixtureRequest) -> Iterator[Driver]:
    with asyncio.Runner() as runner:
        yield Driver(request.param, runner)


def test_the_first_attempt_is_sent_once_with_the_timeout_and_without_wait_for_ready(driver: Driver) -> None:
    driver.answers(ORG)
    assert driver.call(timeout=7) is ORG
    (sent,) = driver.sent
    assert sent.path == "/zitadel.management.v1.ManagementService/GetMyOrg"
    assert sent.timeout == 7
    assert not hasattr(sent, "wait_for_ready")


def test_the_timeout_of_the_client_holds_for_calls_without_one(driver: Driver) -> None:
    driver.answers(ORG, timeout=11)
    driver.call()
    assert driver.sent[0].timeout == 11


def test_a_repeated_read_gives_the_answer_of_the_last_attempt(driver: Driver) -> None:
    driver.answers(failure("UNAVAILABLE"), failure("UNAVAILABLE"), ORG)
    assert driver.call(timeout=30) is ORG
    first, second, third = driver.sent
    assert first.timeout == 30
    assert 30 > second.timeout > third.timeout > 20


def test_an_rpc_is_opened_once_however_often_it_is_called(driver: Driver) -> None:
    driver.answers(ORG, ORG, ORG)
    for _ in range(3):
        driver.call()
    assert len(driver.channel.opened) == 1


def test_a_server_that_was_never_reached_is_reported_at_once(driver: Driver) -> None:
    driver.answers(failure("UNAVAILABLE", REFUSED))
    with pytest.raises(zgrpc.UnavailableError, match=r"likely cause: nothing listens"):
        driver.call()


@pytest.mark.parametrize("before", [ORG, failure("NOT_FOUND", "no org (ORG-1)"), failure("INTERNAL", "broken")])
def test_a_server_that_answered_anything_is_waited_for_when_it_is_gone(driver: Driver, before: Any) -> None:
    driver.answers(before, failure("UNAVAILABLE", REFUSED), ORG)
    with contextlib.suppress(zgrpc.ZitadelError):
        driver.call()
    assert driver.call() is ORG
    assert driver.sent[-1].wait_for_ready is True


@pytest.mark.parametrize("code", ["UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "UNKNOWN"])
def test_an_error_of_grpc_itself_does_not_count_as_an_answer(driver: Driver, code: str) -> None:
    driver.answers(failure(code), failure("UNAVAILABLE", REFUSED), retry=False)
    for _ in range(2):
        with pytest.raises(zgrpc.ZitadelError):
            driver.call()
    driver.channel.answers[:] = [failure("UNAVAILABLE", REFUSED), ORG]
    with pytest.raises(zgrpc.UnavailableError):
        driver.run(driver.client.management.get_my_org.with_options(retry=True))


def test_a_repetition_before_the_first_answer_does_not_wait_for_the_connection(driver: Driver) -> None:
    driver.answers(failure("UNAVAILABLE", "restarting"), ORG)
    driver.call()
    assert driver.sent[-1].wait_for_ready is False


def test_a_refused_token_is_replaced_once_for_a_call(driver: Driver) -> None:
    driver.answers(failure("UNAUTHENTICATED", "too old"), failure("UNAUTHENTICATED", "still"), credentials=Tokens())
    with pytest.raises(zgrpc.UnauthenticatedError, match="still"):
        driver.call()
    assert [sent.metadata["authorization"] for sent in driver.sent] == [
        "Bearer driver-token-1",
        "Bearer driver-token-2",
    ]


def test_the_replacement_of_a_refused_token_answers_the_call(driver: Driver) -> None:
    tokens = Tokens()
    driver.answers(failure("UNAUTHENTICATED"), ORG, ORG, credentials=tokens)
    assert driver.call() is ORG
    assert driver.call() is ORG
    assert tokens.given == 2
    assert driver.sent[-1].metadata["authorization"] == "Bearer driver-token-2"


def test_a_token_that_was_accepted_may_be_replaced_at_once_again(driver: Driver) -> None:
    tokens = Tokens()
    driver.answers(*[failure("UNAUTHENTICATED"), ORG] * 3, credentials=tokens)
    for _ in range(3):
        assert driver.call() is ORG
    assert tokens.given == 4


def test_the_wait_for_a_token_is_taken_off_the_timeout_of_grpc(driver: Driver) -> None:
    driver.answers(ORG, credentials=Tokens(seconds=0.1))
    driver.call(timeout=5)
    assert driver.sent[0].timeout <= 4.9


def test_a_token_past_its_renewal_is_asked_for_before_the_call_is_sent(driver: Driver) -> None:
    tokens = Tokens(life=0.02)
    driver.answers(ORG, ORG, credentials=tokens)
    driver.call()
    threading.Event().wait(0.03)
    driver.call()
    assert [sent.metadata["authorization"] for sent in driver.sent] == [
        "Bearer driver-token-1",
        "Bearer driver-token-2",
    ]


def test_a_call_without_credentials_is_sent_over_the_callers_channel(driver: Driver) -> None:
    driver.answers(ORG, credentials=None)
    assert driver.call() is ORG
    assert "authorization" not in driver.sent[0].metadata


def test_the_error_does_not_show_the_token_that_was_sent(driver: Driver) -> None:
    driver.answers(failure("NOT_FOUND", "you sent token-of-the-driver-tests"))
    with pytest.raises(zgrpc.NotFoundError) as caught:
        driver.call()
    assert "token-of-the-driver-tests" not in str(caught.value)


def test_an_error_with_an_id_gets_no_likely_cause(driver: Driver) -> None:
    driver.answers(failure("NOT_FOUND", "Connection refused (QUERY-1abcd)"))
    with pytest.raises(zgrpc.NotFoundError) as caught:
        driver.call()
    assert caught.value.id == "QUERY-1abcd"
    assert "likely cause" not in str(caught.value)


@pytest.mark.parametrize("error", [ValueError("Cannot invoke RPC on closed channel!"), grpc.aio.UsageError("closed")])
def test_a_channel_that_was_closed_elsewhere_raises_its_own_error(driver: Driver, error: Exception) -> None:
    driver.answers(error)
    with pytest.raises(type(error), match="closed"):
        driver.call()


def test_a_call_names_the_closed_client_if_it_is_closed_during_the_call(driver: Driver) -> None:
    closed = {
        True: grpc.aio.UsageError("Channel is closed."),
        False: ValueError("Cannot invoke RPC on closed channel!"),
    }
    isasync = isinstance(driver, Driver) and driver.asyncio

    def close() -> Exception:
        closing: Any = driver.client.close()
        if isasync:  # the call's own event loop runs; a client on the caller's channel closes without a wait
            with contextlib.suppress(StopIteration):
                closing.send(None)
        return closed[isasync]

    driver.answers(close)
    with pytest.raises(RuntimeError, match="the client is closed"):
        driver.call()


def test_an_asyncio_client_that_is_closed_says_so_without_an_event_loop() -> None:
    """As in a child process, where `asyncio` finds no running event loop."""
    client = zgrpc.AsyncClient(channel=AsyncScripted(), credentials=TOKEN)
    call: Any = client.management.get_my_org()
    asyncio.run(client.close())
    with pytest.raises(RuntimeError, match="the client is closed"):
        call.send(None)


def test_an_asyncio_client_serves_one_event_loop_at_a_time() -> None:
    client = zgrpc.AsyncClient(channel=AsyncScripted(ORG, ORG, ORG), credentials=TOKEN)

    async def call() -> Any:
        return await client.management.get_my_org()

    with asyncio.Runner() as first, asyncio.Runner() as second:
        assert first.run(call()) is ORG
        with pytest.raises(RuntimeError, match="make one AsyncClient for each event loop"):
            second.run(call())
        first.close()
        assert second.run(call()) is ORG


async def test_an_asyncio_call_whose_channel_is_closed_is_canceled_with_its_own_error() -> None:
    client = zgrpc.AsyncClient(channel=AsyncScripted(asyncio.CancelledError()), credentials=TOKEN)
    with pytest.raises(zgrpc.CancelledError, match="Channel closed"):
        await client.management.get_my_org()


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_after_a_call_that_a_signal_ended_the_client_connects_anew() -> None:
    with contextlib.ExitStack() as opened, ThreadPoolExecutor(2) as pool:
        silent = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        silent.settimeout(10)

        def interrupt() -> None:
            opened.enter_context(silent.accept()[0])  # the call waits for an answer
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            opened.enter_context(silent.accept()[0])

        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            interrupting = pool.submit(interrupt)
            with zgrpc.Client(f"http://127.0.0.1:{silent.getsockname()[1]}", credentials=TOKEN) as client:
                with pytest.raises(KeyboardInterrupt):
                    client.management.get_my_org(timeout=30)
                pool.submit(client.management.get_my_org, timeout=30)
                interrupting.result()
        finally:
            signal.signal(signal.SIGINT, before)


async def test_an_answer_that_cannot_be_parsed_is_an_internal_error() -> None:
    async with zgrpc.AsyncClient(channel=AsyncScripted(None), credentials=TOKEN) as client:
        with pytest.raises(zgrpc.InternalError, match="GetMyOrg"):
            await client.management.get_my_org()


def test_the_hook_receives_the_attempts_of_a_call(driver: Driver) -> None:
    infos: list[zgrpc.CallInfo] = []
    driver.answers(failure("UNAVAILABLE"), ORG, on_call=infos.append)
    driver.call(org_id="7")
    ((method, code, _, attempts, org, error),) = infos
    assert method == "zitadel.management.v1.ManagementService/GetMyOrg"
    assert (code, attempts, org, error) == (grpc.StatusCode.OK, 2, "7", None)


def test_the_hook_receives_calls_whose_options_are_bound(driver: Driver) -> None:
    infos: list[zgrpc.CallInfo] = []
    driver.answers(ListUsersResponse(), ORG, on_call=infos.append)
    driver.run(lambda: driver.client.management.list_users.page(org_id="7"))
    driver.run(driver.client.management.get_my_org.with_options(org_id="8"))
    assert [(info.method.partition("/")[2], info.org_id) for info in infos] == [("ListUsers", "7"), ("GetMyOrg", "8")]


def test_a_prepared_call_is_watched_as_any_other(driver: Driver) -> None:
    request = GetMyOrgRequest()
    infos: list[zgrpc.CallInfo] = []
    driver.answers(ORG, on_call=infos.append)
    driver.run(driver.client.management.get_my_org.prepared(request))
    assert [info.method.partition("/")[2] for info in infos] == ["GetMyOrg"]


def test_a_prepared_call_is_logged_at_debug_only(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    request = GetMyOrgRequest()
    driver.answers(ORG, ORG)
    driver.run(driver.client.management.get_my_org.prepared(request))
    assert "GetMyOrg" not in caplog.text
    caplog.set_level(logging.DEBUG, "zgrpc")
    driver.run(driver.client.management.get_my_org.prepared(request))
    assert "GetMyOrg OK" in caplog.text


def test_a_prepared_call_of_an_unwatched_client_takes_the_shortest_path(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.answers(ORG)
    monkeypatch.setattr("zgrpc._calls.watch.Watch", None)  # else nothing shows that the call was watched
    assert driver.run(driver.client.management.get_my_org.prepared(GetMyOrgRequest())) is ORG


def test_the_trace_context_is_sent_beside_the_metadata_of_a_call(driver: Driver) -> None:
    driver.answers(ORG, ORG, otel=zgrpc.OpenTelemetry(TracerProvider()))
    driver.call(metadata=[("x-a", "1")])
    driver.call()
    first, second = (sent.metadata for sent in driver.sent)
    assert first["x-a"] == "1"
    assert first["traceparent"] != second["traceparent"]


def test_a_call_whose_slot_comes_too_late_is_not_sent(driver: Driver) -> None:
    driver.answers(ORG, ORG, rate=0.01)
    driver.call()
    with pytest.raises(zgrpc.DeadlineExceededError, match=r"rate=0\.01"):
        driver.call(timeout=1)
    assert len(driver.sent) == 1


class TestStarted:
    """A call that a list begins ahead of time, in the sync flavor."""

    call: Any

    def start(self, *answers: Any, timeout: float = 5.0, **options: Any) -> tuple[Any, Any]:
        options.setdefault("credentials", TOKEN)
        channel = Scripted(*answers)
        client = zgrpc.Client(channel=channel, **options)
        call: Any = client.management.get_my_org
        self.call = call
        return channel, call.start(GetMyOrgRequest(), timeout, "7", (("x-a", "1"),), READS)

    @pytest.mark.skipif(os.name != "posix", reason="sends SIGALRM")
    def test_a_timeout_error_of_a_signals_handler_stays_what_it_is(self) -> None:
        def hang() -> Any:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGALRM)
            time.sleep(0.3)  # the main thread is interrupted meanwhile
            return ORG

        def alarm(*_: object) -> None:
            raise TimeoutError("of the program")

        before = signal.signal(signal.SIGALRM, alarm)
        try:
            with pytest.raises(TimeoutError, match="of the program"):
                self.start(hang)
        finally:
            signal.signal(signal.SIGALRM, before)

    def test_a_started_call_is_sent_at_once_with_its_metadata(self) -> None:
        channel, started = self.start(ORG)
        (sent,) = channel.sent
        assert sent.metadata == {
            "authorization": "Bearer token-of-the-driver-tests", "x-zitadel-orgid": "7", "x-a": "1",
        }  # fmt: skip
        assert 4 < sent.timeout <= 5
        assert started.result() is ORG

    def test_the_wait_for_a_token_is_taken_off_its_timeout(self) -> None:
        channel, _ = self.start(ORG, credentials=Tokens(seconds=0.1))
        assert channel.sent[0].timeout <= 4.9

    def test_an_answer_counts_as_a_connection(self) -> None:
        channel, started = self.start(ORG)
        started.result()
        channel.answers[:] = [failure("UNAVAILABLE", REFUSED), ORG]
        assert self.call() is ORG

    def test_unavailable_is_repeated_with_the_same_metadata(self) -> None:
        channel, started = self.start(failure("UNAVAILABLE", "restarting"), ORG)
        assert started.result() is ORG
        first, second = channel.sent
        assert first.metadata == second.metadata

    def test_a_refused_token_is_replaced_and_the_call_repeated(self) -> None:
        channel, started = self.start(failure("UNAUTHENTICATED"), ORG, credentials=Tokens())
        assert started.result() is ORG
        assert [sent.metadata["authorization"] for sent in channel.sent] == [
            "Bearer driver-token-1",
            "Bearer driver-token-2",
        ]

    def test_the_error_hides_the_token_that_it_was_sent_with(self) -> None:
        _, started = self.start(failure("NOT_FOUND", "you sent driver-token-1"), credentials=Tokens())
        with pytest.raises(zgrpc.NotFoundError) as caught:
            started.result()
        assert "driver-token-1" not in str(caught.value)

    def test_a_call_that_grpc_does_not_end_is_given_up_a_second_after_its_deadline(self) -> None:
        channel, started = self.start(grpc.FutureTimeoutError(), timeout=0.1)
        before = time.monotonic()
        with pytest.raises(zgrpc.DeadlineExceededError, match="no answer 1 s after the deadline"):
            started.result()
        assert time.monotonic() - before > 1
        (future,) = channel.futures
        assert future.canceled.wait(10)

    def test_the_hook_receives_the_outcome(self) -> None:
        infos: list[zgrpc.CallInfo] = []
        self.start(ORG, on_call=infos.append)
        self.start(failure("NOT_FOUND", "you sent driver-token-1"), on_call=infos.append, credentials=Tokens())
        assert [(info.code.name, info.org_id) for info in infos] == [("OK", "7"), ("NOT_FOUND", "7")]
        assert infos[0].error is None
        assert "driver-token-1" not in str(infos[1].error)
