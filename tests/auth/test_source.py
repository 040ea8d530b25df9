"""The client's token over time: one fetch for all, renewed in the background, waits bounded by each caller's own."""

from __future__ import annotations

import asyncio
import os
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx  # noqa: F401 - a fork while a thread imports it would leave the child with half of it
import pytest

from zgrpc._auth.credentials import ClientCredentials, PersonalAccessToken, TokenFile
from zgrpc._auth.endpoint import AccessToken, TokenEndpoint
from zgrpc._auth.source import AsyncTokenSource, TokenSource
from zgrpc._auth.token_error import TokenError
from zgrpc._errors import CancelledError, DeadlineExceededError

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = TokenEndpoint("http://localhost:1", "http://localhost:1")
CREDENTIALS = ClientCredentials("me", "client-secret-of-the-tests")


class Provider:
    """A token provider that counts its calls."""

    def __init__(self, expires_in: float | None = None, delay: float = 0.0) -> None:
        self.calls, self.expires_in, self.delay = 0, expires_in, delay
        self.error: Exception | None = None

    def get_token(self) -> AccessToken:
        self.calls += 1
        time.sleep(self.delay)
        if self.error is not None:
            raise self.error
        return AccessToken(f"provided-token-{self.calls:04}", self.expires_in)


def soon(seconds: float = 5.0) -> float:
    return monotonic() + seconds


def until(condition: Any, seconds: float = 5.0) -> None:
    end = soon(seconds)
    while not condition():
        assert monotonic() < end, "it did not come about in time"
        time.sleep(0.005)


def test_sixty_four_threads_share_one_fetch(token_server: Any) -> None:
    token_server.delay = 0.1
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    with ThreadPoolExecutor(64) as pool:
        tokens = set(pool.map(lambda _: source.renew(soon()).header, range(64)))
    assert tokens == {"Bearer opaque-access-token-0001"}
    assert len(token_server.requests) == 1


async def test_sixty_four_tasks_share_one_fetch(token_server: Any) -> None:
    token_server.delay = 0.1
    source = AsyncTokenSource(CREDENTIALS, token_server.endpoint)
    tokens = await asyncio.gather(*(source.renew(soon()) for _ in range(64)))
    assert {token.header for token in tokens} == {"Bearer opaque-access-token-0001"}
    assert len(token_server.requests) == 1


def test_a_valid_token_asks_for_nothing(token_server: Any) -> None:
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    source.renew(soon())
    assert monotonic() < source.current.renew_at


def test_renewal_runs_in_the_background_and_calls_go_on_with_the_old_token(token_server: Any) -> None:
    token_server.expires_in = 3
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    first = source.renew(soon())
    until(lambda: monotonic() >= first.renew_at)
    token_server.hang.clear()
    for _ in range(3):
        assert source.renew(soon()).header == first.header
    token_server.hang.set()
    until(lambda: source.current.generation == 2)
    assert len(token_server.requests) == 2


def test_each_caller_waits_no_longer_than_its_own_deadline(token_server: Any) -> None:
    token_server.hang.clear()
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    started = monotonic()
    with pytest.raises(DeadlineExceededError, match="before a token was fetched"):
        source.renew(soon(0.1))
    assert monotonic() - started < 1
    patient = ThreadPoolExecutor(1).submit(source.renew, soon(5))
    token_server.hang.set()
    assert patient.result(5).generation == 1
    assert len(token_server.requests) == 1, "the fetch went on for who waits longer"


async def test_each_task_waits_no_longer_than_its_own_deadline(token_server: Any) -> None:
    token_server.hang.clear()
    source = AsyncTokenSource(CREDENTIALS, token_server.endpoint)
    patient = asyncio.create_task(source.renew(soon(5)))
    with pytest.raises(DeadlineExceededError):
        await source.renew(soon(0.1))
    token_server.hang.set()
    assert (await patient).generation == 1
    assert len(token_server.requests) == 1


async def test_canceling_one_task_leaves_the_fetch_to_the_others(token_server: Any) -> None:
    token_server.delay = 0.2
    source = AsyncTokenSource(CREDENTIALS, token_server.endpoint)
    first, second = (asyncio.create_task(source.renew(soon())) for _ in range(2))
    await asyncio.sleep(0.05)
    first.cancel()
    assert (await second).generation == 1
    assert first.cancelled()


def test_the_shared_fetch_is_given_up_after_its_time() -> None:
    source = TokenSource(Provider(delay=1.0), NOWHERE, fetch_timeout=0.2)
    started = monotonic()
    with pytest.raises(TokenError, match=r"get_token\(\) does"):
        source.renew(soon(5))
    assert monotonic() - started < 0.9


def test_a_failing_endpoint_is_asked_once_and_all_callers_fail_at_once(token_server: Any) -> None:
    token_server.json(500, error="server_error")
    source = TokenSource(CREDENTIALS, token_server.endpoint)

    def attempt(_: int) -> str:
        with pytest.raises(TokenError) as error:
            source.renew(soon())
        return str(error.value)

    with ThreadPoolExecutor(32) as pool:
        assert len(set(pool.map(attempt, range(200)))) == 1
    assert len(token_server.requests) == 1


def test_after_the_pause_a_failing_endpoint_is_asked_again(token_server: Any) -> None:
    token_server.json(503)
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    with pytest.raises(TokenError):
        source.renew(soon())
    token_server.answer = None
    time.sleep(1.3)
    assert source.renew(soon()).generation == 1


def test_errors_are_one_object_a_caller() -> None:
    provider = Provider()
    provider.error = RuntimeError("vault is sealed")
    source = TokenSource(provider, NOWHERE)
    errors = []
    for _ in range(2):
        with pytest.raises(
            TokenError, match=r"get_token\(\) of Provider raised RuntimeError: vault is sealed"
        ) as error:
            source.renew(soon())
        assert isinstance(error.value.__cause__, RuntimeError)
        errors.append(error.value)
    assert errors[0] is not errors[1]


def test_a_refused_token_is_replaced_once_for_all_threads(token_server: Any) -> None:
    token_server.delay = 0.05
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    old = source.renew(soon())
    with ThreadPoolExecutor(64) as pool:
        fresh = list(pool.map(lambda _: source.rejected(old, soon()), range(64)))
    assert {token and token.generation for token in fresh} == {2}
    assert len(token_server.requests) == 2


async def test_a_refused_token_is_replaced_once_for_all_tasks(token_server: Any) -> None:
    source = AsyncTokenSource(CREDENTIALS, token_server.endpoint)
    old = await source.renew(soon())
    fresh = await asyncio.gather(*(source.rejected(old, soon()) for _ in range(64)))
    assert {token and token.generation for token in fresh} == {2}
    assert len(token_server.requests) == 2


def test_tokens_that_are_always_refused_cause_few_requests(token_server: Any) -> None:
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    for _ in range(200):
        source.rejected(source.renew(soon()), soon())
    assert len(token_server.requests) == 2


def test_an_accepted_replacement_may_be_replaced_at_once(token_server: Any) -> None:
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    for generation in range(2, 6):
        fresh = source.rejected(source.renew(soon()), soon())
        assert fresh is not None
        assert fresh.generation == generation
        source.accepted()


def test_a_provider_that_returns_the_refused_token_again_has_no_fresher_token() -> None:
    class Same:
        def get_token(self) -> AccessToken:
            return AccessToken("always-the-same-token")

    source = TokenSource(Same(), NOWHERE)
    assert source.rejected(source.renew(soon()), soon()) is None


def test_a_given_token_is_never_renewed() -> None:
    source = TokenSource(PersonalAccessToken("a-personal-access-token"), NOWHERE)
    assert source.current.header == "Bearer a-personal-access-token"
    assert source.current.renew_at == float("inf")
    assert source.rejected(source.current, soon()) is None


async def test_a_given_token_is_never_renewed_by_asyncio_either() -> None:
    source = AsyncTokenSource(PersonalAccessToken("a-personal-access-token"), NOWHERE)
    assert await source.rejected(source.current, soon()) is None


def test_a_token_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("token-of-yesterday")
    source = TokenSource(TokenFile(path), NOWHERE, look_again=0.05)
    assert source.renew(soon()).header == "Bearer token-of-yesterday"
    path.write_text("token-of-today")
    time.sleep(0.06)
    assert source.renew(soon()).header == "Bearer token-of-today"
    path.unlink()
    time.sleep(0.06)
    assert source.renew(soon()).header == "Bearer token-of-today", "the last one stays in use"


def test_a_refused_token_makes_its_file_be_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("token-of-yesterday")
    source = TokenSource(TokenFile(path), NOWHERE)
    old = source.renew(soon())
    path.write_text("token-of-today")
    fresh = source.rejected(old, soon())
    assert fresh is not None
    assert fresh.header == "Bearer token-of-today"


def test_a_token_file_that_appears_later_is_found(tmp_path: Path) -> None:
    source = TokenSource(TokenFile(tmp_path / "token"), NOWHERE)
    with pytest.raises(TokenError, match="cannot read the token file"):
        source.renew(soon())
    (tmp_path / "token").write_text("token-of-today")
    time.sleep(0.06)
    assert source.renew(soon()).header == "Bearer token-of-today"


class AsyncProvider:
    def __init__(self) -> None:
        self.loops: list[object] = []

    async def get_token(self) -> AccessToken:
        self.loops.append(asyncio.get_running_loop())
        await asyncio.sleep(0.01)
        return AccessToken(f"provided-token-{len(self.loops):04}", 3600)


async def test_an_async_provider_runs_in_the_clients_event_loop() -> None:
    provider = AsyncProvider()
    source = AsyncTokenSource(provider, NOWHERE)
    await asyncio.gather(*(source.renew(soon()) for _ in range(8)))
    assert provider.loops == [asyncio.get_running_loop()]


def test_an_async_provider_serves_a_sync_client_too() -> None:
    assert TokenSource(AsyncProvider(), NOWHERE).renew(soon()).header == "Bearer provided-token-0001"


async def test_a_sync_provider_does_not_block_the_event_loop() -> None:
    source = AsyncTokenSource(Provider(delay=0.3), NOWHERE)
    task = asyncio.create_task(source.renew(soon()))
    ticks = 0
    while not task.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 5


def test_an_event_loop_that_ended_in_the_middle_of_a_fetch_does_not_spoil_the_next() -> None:
    provider = AsyncProvider()
    source = AsyncTokenSource(provider, NOWHERE)

    async def start_and_leave() -> None:
        waiting = asyncio.create_task(source.renew(soon()))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(start_and_leave())
    assert asyncio.run(source.renew(soon())).generation == 1


@pytest.mark.parametrize("wrong", ["a-token-as-str", None, ("token", 3600)])
def test_a_provider_must_return_an_access_token(wrong: object) -> None:
    class Wrong:
        def get_token(self) -> Any:
            return wrong

    with pytest.raises(TokenError, match=r"must return a zgrpc\.AccessToken, not") as error:
        TokenSource(Wrong(), NOWHERE).renew(soon())
    assert "a-token-as-str" not in str(error.value)


@pytest.mark.parametrize("wrong", ["token", 7, object()])
def test_credentials_of_the_wrong_type_are_rejected(wrong: Any) -> None:
    with pytest.raises(TypeError, match="credentials must be a PersonalAccessToken"):
        TokenSource(wrong, NOWHERE)


def test_a_forked_child_fetches_for_itself_even_if_a_fetch_was_under_way(token_server: Any) -> None:
    token_server.hang.clear()
    source = TokenSource(CREDENTIALS, token_server.endpoint)
    with pytest.raises(DeadlineExceededError):
        source.renew(soon(0.05))
    token_server.hang.set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of forking with threads, as this does
        child = os.fork()
    if child == 0:
        try:
            source.renew(soon(5))
        except BaseException:  # noqa: BLE001 - the child must not go on as a second test run
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_no_caller_hangs_on_a_closed_source() -> None:
    source = TokenSource(Provider(), NOWHERE)
    source.close()
    with pytest.raises(CancelledError, match="closed"):
        source.renew(soon())


@pytest.mark.parametrize("failure", [SystemExit(3), KeyboardInterrupt(), asyncio.CancelledError(), GeneratorExit()])
def test_a_fetch_that_ends_in_any_way_wakes_all_waiters_with_a_token_error(failure: BaseException) -> None:
    class Ends:
        def get_token(self) -> AccessToken:
            time.sleep(0.05)
            raise failure

    source = TokenSource(Ends(), NOWHERE)

    def ask(_: int) -> BaseException | None:
        try:
            source.renew(soon(5.0))
        except TokenError as error:
            return error
        return None

    started = monotonic()
    with ThreadPoolExecutor(4) as pool:
        errors = list(pool.map(ask, range(4)))
    assert monotonic() - started < 2.0, "nobody waits for the timeout"
    assert all(type(failure).__name__ in str(error) for error in errors)


async def test_an_async_fetch_that_cancels_itself_raises_token_error() -> None:
    class Ends:
        async def get_token(self) -> AccessToken:
            raise asyncio.CancelledError

    with pytest.raises(TokenError, match="CancelledError"):
        await AsyncTokenSource(Ends(), NOWHERE).renew(soon())


def test_a_token_with_an_invalid_lifetime_raises_token_error() -> None:
    class Changed:
        def get_token(self) -> AccessToken:
            token = AccessToken("a-token-of-the-tests", 60)
            token.expires_in = 10**400
            return token

    started = monotonic()
    with pytest.raises(TokenError, match="OverflowError"):
        TokenSource(Changed(), NOWHERE).renew(soon())
    assert monotonic() - started < 2.0


@pytest.mark.parametrize("life", [10**400, 10**4000, 1e300, 10**11])
def test_an_absurd_lifetime_from_the_token_endpoint_raises_token_error(token_server: Any, life: float) -> None:
    token_server.expires_in = life
    with pytest.raises(TokenError, match="an expires_in that is not a number of seconds"):
        TokenSource(CREDENTIALS, token_server.endpoint).renew(soon())


def test_a_source_apart_keeps_the_bounds_of_its_own(token_server: Any) -> None:
    token_server.hang.clear()
    source = TokenSource(CREDENTIALS, token_server.endpoint, fetch_timeout=0.1)
    with pytest.raises(TokenError, match=r"no token after 0.1 s"):
        source.apart().renew(soon())


def test_a_source_apart_reads_a_file_again_as_often(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("before")
    apart = TokenSource(TokenFile(path), None, look_again=0.0).apart()
    assert apart.renew(soon()).header == "Bearer before"
    path.write_text("after")
    assert apart.renew(soon()).header == "Bearer after"
