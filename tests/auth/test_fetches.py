"""How a token fetch begins and ends: its thread or task, interrupts, log records, and what ends its callers' waits."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from zgrpc._auth.credentials import ClientCredentials, TokenFile
from zgrpc._auth.endpoint import AccessToken, TokenEndpoint
from zgrpc._auth.source import AsyncTokenSource, TokenSource
from zgrpc._auth.system_user import SystemUser
from zgrpc._auth.token_error import TokenError
from zgrpc._errors import CancelledError, DeadlineExceededError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOWHERE = TokenEndpoint("http://localhost:1", "http://localhost:1")


def soon(seconds: float = 5.0) -> float:
    return monotonic() + seconds


class Provider:
    """A token provider that does something in each fetch; what it returns or raises, the fetch does.

    Attributes:
        threads: The thread of each fetch.
    """

    def __init__(self, *acts: Callable[[], object], expires_in: float | None = None) -> None:
        self.threads: list[threading.Thread] = []
        self._acts, self._expires_in = list(acts), expires_in

    def get_token(self) -> AccessToken:
        self.threads.append(threading.current_thread())
        if self._acts:
            self._acts.pop(0)()
        return AccessToken(f"provided-token-{len(self.threads):04}", self._expires_in)


class AsyncProvider:
    """An asynchronous token provider that awaits something in each fetch.

    Attributes:
        fetches: How many fetches began.
        began: Set when the first one did.
        canceled: Set when one was canceled.
    """

    def __init__(self, *acts: Callable[[], Any]) -> None:
        self.fetches, self.began, self.canceled = 0, asyncio.Event(), asyncio.Event()
        self._acts = list(acts)

    async def get_token(self) -> AccessToken:
        self.fetches += 1
        self.began.set()
        try:
            if self._acts:
                await self._acts.pop(0)()
        except asyncio.CancelledError:
            self.canceled.set()
            raise
        return AccessToken(f"provided-token-{self.fetches:04}")


def raising(exception: BaseException) -> Callable[[], object]:
    def act() -> object:
        raise exception

    return act


async def forever() -> None:
    await asyncio.Event().wait()


@pytest.fixture
def no_threads() -> Iterator[None]:
    """Let the system refuse each new thread, for it has no room for a stack of this size."""
    size = threading.stack_size(1 << 47)
    yield
    threading.stack_size(size)


needs_stacks = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems limit the size of a stack in other ways"
)


def test_a_fetch_does_not_keep_the_interpreter_from_ending() -> None:
    provider = Provider()
    TokenSource(provider, NOWHERE).renew(soon())
    (thread,) = provider.threads
    assert thread.daemon
    assert thread.name == "zgrpc-token"


@needs_stacks
@pytest.mark.usefixtures("no_threads")
def test_a_fetch_runs_in_its_caller_if_no_thread_can_start() -> None:
    provider = Provider()
    assert TokenSource(provider, NOWHERE).renew(soon()).header == "Bearer provided-token-0001"
    assert provider.threads == [threading.current_thread()]


@needs_stacks
@pytest.mark.usefixtures("no_threads")
def test_a_failed_fetch_in_its_caller_raises_token_error() -> None:
    source = TokenSource(Provider(raising(RuntimeError("vault is sealed"))), NOWHERE)
    with pytest.raises(TokenError, match=r"get_token\(\) of Provider raised RuntimeError: vault is sealed"):
        source.renew(soon())


@needs_stacks
@pytest.mark.usefixtures("no_threads")
def test_an_interrupt_of_a_fetch_in_its_caller_is_raised_and_the_next_call_fetches() -> None:
    source = TokenSource(Provider(raising(KeyboardInterrupt())), NOWHERE)
    with pytest.raises(KeyboardInterrupt):
        source.renew(soon())
    assert source.renew(soon()).header == "Bearer provided-token-0002"


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_of_a_fetch_in_the_event_loop_is_raised_and_the_next_call_fetches(
    interrupt: type[BaseException],
) -> None:
    async def interrupted() -> None:
        raise interrupt

    source = AsyncTokenSource(AsyncProvider(interrupted), NOWHERE)
    with pytest.raises(interrupt):
        asyncio.run(source.renew(soon()))
    assert asyncio.run(source.renew(soon())).header == "Bearer provided-token-0002"


class Late:
    """A fetch that ends after it was given up, as it is told.

    Attributes:
        source: The source that gave it up.
    """

    def __init__(self, end: Callable[[], object]) -> None:
        go = threading.Event()
        provider = Provider(lambda: go.wait(5) and end())
        self.source = TokenSource(provider, NOWHERE, fetch_timeout=0.05)
        with pytest.raises(TokenError, match=r"no token after 0\.05 s"):
            self.source.renew(soon())
        go.set()
        provider.threads[0].join(5)


def test_the_late_failure_of_a_fetch_that_was_given_up_does_not_count(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "zgrpc.token")
    Late(raising(RuntimeError("late-failure")))
    assert "late-failure" not in caplog.text


def test_the_late_token_of_a_fetch_that_was_given_up_is_used() -> None:
    assert Late(lambda: None).source.current.header == "Bearer provided-token-0001"


def test_a_fetched_token_is_logged_with_the_time_to_its_renewal(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "zgrpc.token")
    provider = Provider(expires_in=1e9)
    TokenSource(provider, NOWHERE).renew(soon())
    provider.threads[0].join(5)
    assert "token 1 fetched, renewal in 999999940.0 s" in caplog.messages


def failed_reads(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.getMessage().startswith("cannot read the token file")]


def test_a_failed_renewal_is_logged_as_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "token"
    path.write_text("token-of-yesterday")
    source = TokenSource(TokenFile(path), NOWHERE, look_again=0.0)
    source.renew(soon())
    path.unlink()
    source.renew(soon())
    (record,) = failed_reads(caplog)
    assert record.levelno == logging.WARNING
    assert record.getMessage().endswith("; next attempt in 0.0 s")


def test_a_failure_that_the_call_raises_is_no_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "zgrpc.token")
    with pytest.raises(TokenError):
        TokenSource(TokenFile(tmp_path / "token"), NOWHERE).renew(soon())
    assert [record.levelno for record in failed_reads(caplog)] == [logging.DEBUG]


def test_a_token_file_is_read_once_a_second(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("token-of-today")
    source = TokenSource(TokenFile(path), NOWHERE)
    before = monotonic()
    token = source.renew(soon())
    assert before + 1.0 <= token.renew_at <= monotonic() + 1.0


def test_a_call_that_waits_for_a_replacement_until_its_deadline_says_so() -> None:
    go = threading.Event()
    source = TokenSource(Provider(lambda: None, lambda: go.wait(5)), NOWHERE)
    old = source.renew(soon())
    with pytest.raises(DeadlineExceededError, match="before the token that was refused was replaced"):
        source.rejected(old, soon(0.05))
    go.set()


async def test_a_task_that_waits_for_a_replacement_until_its_deadline_says_so() -> None:
    source = AsyncTokenSource(AsyncProvider(lambda: asyncio.sleep(0), forever), NOWHERE)
    old = await source.renew(soon())
    with pytest.raises(DeadlineExceededError, match="before the token that was refused was replaced"):
        await source.rejected(old, soon(0.05))
    source.close()


async def test_tokens_that_are_always_refused_cause_few_fetches_in_the_event_loop_too() -> None:
    provider = AsyncProvider()
    source = AsyncTokenSource(provider, NOWHERE)
    for _ in range(20):
        await source.rejected(await source.renew(soon()), soon())
    assert provider.fetches == 2


async def test_an_async_provider_that_returns_the_refused_token_again_has_no_fresher_token() -> None:
    class Same:
        async def get_token(self) -> AccessToken:
            return AccessToken("always-the-same-token")

    source = AsyncTokenSource(Same(), NOWHERE)
    assert await source.rejected(await source.renew(soon()), soon()) is None


async def test_a_refused_token_makes_its_file_be_read_at_once_in_the_event_loop_too(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("token-of-yesterday")
    source = AsyncTokenSource(TokenFile(path), NOWHERE)
    old = await source.renew(soon())
    path.write_text("token-of-today")
    fresh = await source.rejected(old, soon())
    assert fresh is not None
    assert fresh.header == "Bearer token-of-today"


async def test_a_waiting_task_looks_again_when_the_fetch_is_given_up() -> None:
    go = threading.Event()
    source = AsyncTokenSource(Provider(lambda: go.wait(5)), NOWHERE, fetch_timeout=0.05)
    async with asyncio.timeout(0.9):
        with pytest.raises(TokenError, match=r"no token after 0\.05 s"):
            await source.renew(soon())
    go.set()


async def test_a_fetch_in_the_event_loop_is_canceled_after_its_time(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "zgrpc.token")
    provider = AsyncProvider(forever)
    source = AsyncTokenSource(provider, NOWHERE, fetch_timeout=0.07)
    waiting = asyncio.create_task(source.renew(soon()))
    await provider.began.wait()
    waiting.cancel()
    await asyncio.wait_for(provider.canceled.wait(), 5)
    await asyncio.sleep(0)
    assert "no token after 0.07 s" in caplog.text


async def test_a_timeout_of_the_providers_own_is_reported_as_such() -> None:
    async def times_out() -> None:
        raise TimeoutError("vault did not answer")

    with pytest.raises(TokenError, match="raised TimeoutError: vault did not answer"):
        await AsyncTokenSource(AsyncProvider(times_out), NOWHERE).renew(soon())


async def test_close_cancels_the_fetch_in_the_event_loop() -> None:
    provider = AsyncProvider(forever)
    source = AsyncTokenSource(provider, NOWHERE)
    waiting = asyncio.create_task(source.renew(soon()))
    await provider.began.wait()
    source.close()
    with pytest.raises(CancelledError, match="closed"):
        await waiting
    await asyncio.wait_for(provider.canceled.wait(), 5)


def test_a_source_that_never_fetched_can_be_closed() -> None:
    AsyncTokenSource(AsyncProvider(), NOWHERE).close()


def test_a_source_whose_event_loop_is_closed_can_be_closed() -> None:
    provider = AsyncProvider(forever)
    source = AsyncTokenSource(provider, NOWHERE)
    loop = asyncio.new_event_loop()
    waiting = loop.create_task(source.renew(soon()))
    loop.run_until_complete(provider.began.wait())
    waiting.cancel()
    loop.run_until_complete(asyncio.wait([waiting]))
    loop.close()
    source.close()
    del source, loop, waiting
    gc.collect()  # the fetch ends here, without an event loop


def test_a_system_user_signs_its_token(rsa_pem: str) -> None:
    assert TokenSource(SystemUser("me", rsa_pem), NOWHERE).renew(soon()).generation == 1


@pytest.mark.parametrize("method", ["no-function", None])
def test_get_token_must_be_a_method(method: Any) -> None:
    class Wrong:
        get_token = method

    with pytest.raises(TypeError, match="an object with a method get_token"):
        TokenSource(Wrong(), NOWHERE)


def test_credentials_that_fetch_need_an_endpoint(rsa_pem: str) -> None:
    for credentials in (ClientCredentials("me", "client-secret-of-the-tests"), SystemUser("me", rsa_pem)):
        with pytest.raises(TypeError, match="credentials must be"):
            TokenSource(credentials, None)
