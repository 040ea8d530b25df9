"""`Guard` and `AsyncGuard` over the wire, against the emulator."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import os
import signal
import socket
import threading
import time
import traceback
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.frames import is_ours
from zgrpc._secret import Secret
from zgrpc.guard import (
    ApplicationKey,
    AsyncGuard,
    BadSignatureError,
    ExpiredTokenError,
    Guard,
    InactiveTokenError,
    IssuerUnavailableError,
    MalformedTokenError,
    MissingTokenError,
    NotYetValidError,
    RefusedError,
    WrongAudienceError,
)
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zgrpc.testing.tokens import Tokens

Make = Any


@pytest.fixture
def guard(zitadel_token: Tokens) -> Iterator[Guard]:
    with make(zitadel_token) as guard:
        yield guard


def make(tokens: Tokens, kind: Any = Guard, **options: Any) -> Any:
    project = tokens.project_id
    options = {"credentials": tokens.credentials, "audience": project, "project": project, **options}
    return kind(tokens.issuer, **options)


@pytest.mark.parametrize("jwt", [True, False])
def test_a_token_of_the_issuer_passes(guard: Guard, zitadel_token: Tokens, zitadel: zgrpc.Client, jwt: bool) -> None:
    identity = guard.verify(zitadel_token(roles=["admin"], jwt=jwt))
    assert (identity.org_id, identity.roles) == (zitadel.org_id, frozenset({"admin"}))
    assert identity.has_role("admin")
    assert identity.has_role("admin", org=zitadel.org_id)
    assert not identity.has_role("admin", org="other")
    assert not identity.has_role("admin", project="other")
    assert not identity.has_role("owner")


async def test_the_asyncio_guard_passes_the_same_tokens(zitadel_token: Tokens) -> None:
    async with make(zitadel_token, AsyncGuard) as guard:
        for jwt in (True, False):
            identity = await guard.verify(zitadel_token(roles=["admin"], jwt=jwt))
            assert identity.has_role("admin")
            assert await guard.verify_header(f"bearer {zitadel_token(jwt=jwt)}")


def test_a_personal_access_token_passes(guard: Guard, zitadel: zgrpc.Client, zitadel_token: Tokens) -> None:
    bot = zitadel.management.add_machine_user(user_name="bot", name="bot").user_id
    zitadel_token(roles=["viewer"], user=bot)
    pat = zitadel.management.add_personal_access_token(user_id=bot).token
    identity = guard.verify(pat)
    assert (identity.user_id, identity.roles) == (bot, frozenset({"viewer"}))


def test_an_application_key_introspects(zitadel: zgrpc.Client, zitadel_token: Tokens) -> None:
    app = zitadel.management.add_api_app(
        project_id=zitadel_token.project_id, name="by key", auth_method_type="API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"
    )
    details = zitadel.management.add_app_key(
        project_id=zitadel_token.project_id, app_id=app.app_id, type="KEY_TYPE_JSON"
    ).key_details
    key = ApplicationKey.from_json(details)
    assert "PRIVATE" not in repr(key)
    with make(zitadel_token, credentials=key) as guard:
        assert guard.verify(zitadel_token(jwt=False))


@pytest.mark.parametrize("jwt", [True, False])
def test_each_wrong_token_is_refused_for_its_reason(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, zitadel: zgrpc.Client, jwt: bool
) -> None:
    other = zitadel.management.add_project(name="other").id
    user = zitadel.auth.get_my_user().user.id
    refusals: list[type[RefusedError]] = []
    for token in (zitadel_token(jwt=jwt, lifetime=-60), zitadel_emulator.token_for(user, projects=[other], jwt=jwt)):
        with pytest.raises(RefusedError) as caught:
            guard.verify(token)
        refusals.append(type(caught.value))
    # The issuer says of opaque tokens only that they are not active.
    assert refusals == ([ExpiredTokenError, WrongAudienceError] if jwt else [InactiveTokenError, InactiveTokenError])


def test_headers_without_a_token_are_refused(guard: Guard) -> None:
    for header in (None, "", "Basic abc", "Bearer", "Bearer ", "Bearer  ", "Token x"):
        with pytest.raises(MissingTokenError):
            guard.verify_header(header)
    with pytest.raises(TypeError, match="token must be a str, not NoneType"):
        guard.verify(None)  # type: ignore[arg-type]  # wrong on purpose


def test_several_spaces_may_follow_the_scheme_of_a_header(guard: Guard, zitadel_token: Tokens) -> None:
    assert guard.verify_header(f"Bearer   {zitadel_token()}").user_id.isdigit()


@pytest.mark.parametrize("between", ["\t", " \t", "\u00a0", " \u00a0"])
def test_no_other_white_space_may_follow_the_scheme_of_a_header(
    guard: Guard, zitadel_token: Tokens, between: str
) -> None:
    with pytest.raises((MissingTokenError, MalformedTokenError)):
        guard.verify_header(f"Bearer{between}{zitadel_token()}")


def test_a_revoked_jwt_is_noticed_when_jwts_are_introspected(zitadel_token: Tokens, zitadel_emulator: Emulator) -> None:
    with make(zitadel_token, introspect_jwts=True, introspection_ttl=0.0, negative_ttl=0.0) as guard:
        token = zitadel_token()
        assert guard.verify(token)
        zitadel_emulator.revoke_token(token)
        with pytest.raises(InactiveTokenError):
            guard.verify(token)


def test_roles_of_another_project_never_count(zitadel: zgrpc.Client, zitadel_token: Tokens) -> None:
    # A JWT for two projects names the roles of both; a guard without a project trusts only the claim without an id.
    identity_token = zitadel_token(roles=["admin"])
    with make(zitadel_token, project="another") as guard:
        assert not guard.verify(identity_token).roles
    with make(zitadel_token, project=None) as guard:
        assert not guard.verify(identity_token).has_role("admin")
        assert guard.verify(identity_token).has_role("admin", project=zitadel_token.project_id)


def shown(error: BaseException) -> str:
    """What a report of an error says that shows the local variables of our frames."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours = [frame for frame in report.stack if is_ours(frame.filename)]
    assert ours
    return repr([frame.locals for frame in ours]) + repr(error) + str(error)


@pytest.mark.parametrize("jwt", [True, False])
@pytest.mark.parametrize("fault", [{"status": 500}, {"replace": {"aud": ["x"]}}, {"replace": {"active": False}}])
async def test_no_traceback_shows_the_token(
    zitadel_token: Tokens, zitadel_emulator: Emulator, jwt: bool, fault: dict[str, Any]
) -> None:
    token = zitadel_token(jwt=jwt, lifetime=-60 if jwt else None)
    with zitadel_emulator.faults.introspection(**fault), make(zitadel_token) as guard:
        async with make(zitadel_token, AsyncGuard) as other:
            for call in (guard.verify, guard.verify_header):
                with pytest.raises(RefusedError) as caught:
                    call(token if call == guard.verify else f"Bearer {token}")
                assert token not in shown(caught.value)
            for wait in (other.verify, other.verify_header):
                with pytest.raises(RefusedError) as caught:
                    await wait(token if wait == other.verify else f"Bearer {token}")
                assert token not in shown(caught.value)


def test_no_traceback_shows_the_password_of_another_scheme(guard: Guard) -> None:
    with pytest.raises(MissingTokenError) as caught:
        guard.verify_header("Basic c2VjcmV0OnNlY3JldA==")
    assert "c2VjcmV0" not in shown(caught.value)


# -- single flight -----------------------------------------------------------------------------------
def test_requests_of_threads_with_one_token_share_one_introspection(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    token = zitadel_token(jwt=False)
    before = zitadel_emulator.introspections
    with zitadel_emulator.faults.introspection(delay=0.2), ThreadPoolExecutor(16) as pool:
        found = list(pool.map(guard.verify, [token] * 64))
    assert {identity.user_id for identity in found} == {found[0].user_id}
    assert zitadel_emulator.introspections - before == 1


def test_threads_that_need_the_keys_at_once_share_one_fetch_even_if_one_is_late(
    zitadel_token: Tokens, token_server: Any
) -> None:
    """Between its look at the keys and its question, the late one is overtaken by the answer to another."""
    token_server.json(200, keys=[])
    with make(zitadel_token, address=token_server.issuer) as guard:
        late = guard._verifier.steps(Secret(zitadel_token()))
        question = next(late)
        with pytest.raises(BadSignatureError):
            guard.verify(zitadel_token())
        with pytest.raises(BadSignatureError):
            late.send(guard._answer(question))
    assert len(token_server.requests) == 1


def test_threads_share_one_refusal_and_one_failure_too(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    def reason(token: str) -> str:
        with pytest.raises(RefusedError) as caught:
            guard.verify(token)
        return caught.value.reason

    before = zitadel_emulator.introspections
    barrier_delay = zitadel_emulator.faults.introspection(delay=0.3)
    with barrier_delay, ThreadPoolExecutor(8) as pool:
        assert set(pool.map(reason, ["unknown"] * 8)) == {"inactive"}
    assert zitadel_emulator.introspections - before == 1
    with zitadel_emulator.faults.introspection(delay=0.3, status=500), ThreadPoolExecutor(8) as pool:
        assert set(pool.map(reason, ["another"] * 8)) == {"unavailable"}
    assert zitadel_emulator.introspections - before <= 3


async def test_ten_thousand_requests_with_500_tokens_make_500_introspections(
    zitadel_token: Tokens, zitadel_emulator: Emulator, zitadel: zgrpc.Client
) -> None:
    user = zitadel.auth.get_my_user().user.id
    tokens = [zitadel_token(user=user, jwt=False) for _ in range(500)]
    before = zitadel_emulator.introspections
    async with make(zitadel_token, AsyncGuard, timeout=30.0) as guard:
        for _ in range(2):
            await asyncio.gather(*(guard.verify(token) for token in tokens * 10))
    assert zitadel_emulator.introspections - before == 500


async def test_a_canceled_request_leaves_the_fetch_to_the_others(
    zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    token = zitadel_token(jwt=False)
    before = zitadel_emulator.introspections
    async with make(zitadel_token, AsyncGuard) as guard:
        with zitadel_emulator.faults.introspection(delay=0.3):
            first = asyncio.create_task(guard.verify(token))
            await asyncio.sleep(0.05)
            others = [asyncio.create_task(guard.verify(token)) for _ in range(3)]
            await asyncio.sleep(0.05)
            first.cancel()
            others[0].cancel()
            assert (await others[1]).user_id == (await others[2]).user_id
        assert first.cancelled()
    assert zitadel_emulator.introspections - before == 1


def interrupt(thread: threading.Thread) -> None:
    """Raise KeyboardInterrupt in a thread, as Ctrl-C does in the main one."""
    assert thread.ident is not None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(KeyboardInterrupt))


def no_thread_starts(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the start of a guard's thread raise an error."""
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name == "zgrpc-guard":
            raise error
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)


@pytest.fixture
def no_more_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guard can start no thread, as at the end of the interpreter."""
    no_thread_starts(monkeypatch, RuntimeError("can't start new thread"))


def test_an_interrupted_thread_wakes_those_that_wait(
    guard: Guard, zitadel_emulator: Emulator, no_more_threads: None
) -> None:
    reasons: list[str] = []

    def first() -> None:
        with pytest.raises(KeyboardInterrupt):
            guard.verify("opaque")

    def second() -> None:
        with pytest.raises(IssuerUnavailableError) as caught:
            guard.verify("opaque")
        reasons.append(caught.value.message)

    before = zitadel_emulator.introspections
    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    with zitadel_emulator.faults.introspection(delay=0.5):
        threads[0].start()
        while zitadel_emulator.introspections == before:
            time.sleep(0.01)
        threads[1].start()
        time.sleep(0.1)
        interrupt(threads[0])
        for thread in threads:
            thread.join(10)
    assert len(reasons) == 1
    assert "interrupted" in reasons[0]


def test_a_caller_interrupted_before_its_request_begins_blocks_nobody_beyond_the_timeout(
    zitadel_token: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = zitadel_token(jwt=False)
    with make(zitadel_token, timeout=0.2) as guard, ThreadPoolExecutor(1) as pool:
        with monkeypatch.context() as patch:
            no_thread_starts(patch, KeyboardInterrupt())
            with pytest.raises(KeyboardInterrupt):
                guard.verify(token)
        with pytest.raises(IssuerUnavailableError, match=r"within 0.2 s"):
            pool.submit(guard.verify, token).result(10.0)
        assert guard.verify(token)


# -- the end of a guard ------------------------------------------------------------------------------
@pytest.mark.parametrize("jwt", [True, False])
def test_closing_a_guard_refuses_those_that_wait_at_once(
    zitadel_token: Tokens, zitadel_emulator: Emulator, jwt: bool
) -> None:
    token = zitadel_token(jwt=jwt)
    faults = zitadel_emulator.faults
    with make(zitadel_token, timeout=20.0) as guard, ThreadPoolExecutor(4) as pool:
        with faults.key_set(hang=True, count=1) as keys, faults.introspection(hang=True, count=1) as introspection:
            asked = [pool.submit(guard.verify, token) for _ in range(4)]
            while not keys.hits + introspection.hits:
                time.sleep(0.01)
            time.sleep(0.1)
            guard.close()
            for future in asked:
                with pytest.raises(IssuerUnavailableError, match="the guard was closed"):
                    future.result(5.0)
        assert guard.verify(token)


@pytest.mark.parametrize("jwt", [True, False])
async def test_closing_an_asyncio_guard_refuses_those_that_wait_at_once(
    zitadel_token: Tokens, zitadel_emulator: Emulator, jwt: bool
) -> None:
    token = zitadel_token(jwt=jwt)
    faults = zitadel_emulator.faults
    async with make(zitadel_token, AsyncGuard, timeout=20.0) as guard:
        for pause in (0.0, 0.1):  # before the request has begun, and while it is under way
            with faults.key_set(hang=True, count=1), faults.introspection(hang=True, count=1):
                asked = [asyncio.create_task(guard.verify(token)) for _ in range(4)]
                await asyncio.sleep(pause)
                await guard.close()
                for outcome in await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), 5.0):
                    assert isinstance(outcome, IssuerUnavailableError)
                    assert "the guard was closed" in outcome.message
        assert await guard.verify(token)


def test_threads_that_ask_while_others_close_the_guard_get_an_identity_or_a_refusal(zitadel_token: Tokens) -> None:
    token = zitadel_token(jwt=False)
    with make(zitadel_token, introspection_ttl=0.0) as guard, ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(guard.verify, token) for _ in range(200)]
        while not asked[-1].done():
            guard.close()
        for future in asked:
            refusal = future.exception(10.0)
            assert refusal is None or isinstance(refusal, IssuerUnavailableError), repr(refusal)


def test_an_event_loop_after_another_goes_on(zitadel_token: Tokens) -> None:
    guard = make(zitadel_token, AsyncGuard)

    async def verify() -> str:
        user: str = (await guard.verify(zitadel_token(jwt=False))).user_id
        await guard.close()
        return user

    assert asyncio.run(verify()) != asyncio.run(verify())


# -- faults of the issuer ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 429},
        {"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}},
        {"body": "<html>proxy</html>"},
        {"body": b"x" * (2 << 20)},
        {"replace": {"active": "yes"}},
    ],
)
def test_a_failing_introspection_is_unavailable_and_recovers(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, fault: dict[str, Any]
) -> None:
    token = zitadel_token(jwt=False)
    with zitadel_emulator.faults.introspection(**fault), pytest.raises(IssuerUnavailableError):
        guard.verify(token)
    assert guard.verify(token)


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        ({"iss": "https://evil.example"}, "wrong_issuer"),
        ({"aud": ["other"]}, "wrong_audience"),
        ({"exp": 1}, "expired"),
        ({"nbf": 9_999_999_999}, "not_yet_valid"),
        ({"sub": None}, "malformed"),
    ],
)
def test_an_implausible_introspection_is_rejected(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, lie: dict[str, Any], reason: str
) -> None:
    with zitadel_emulator.faults.introspection(replace=lie), pytest.raises(RefusedError) as caught:
        guard.verify(zitadel_token(jwt=False))
    assert caught.value.reason == reason


async def test_a_slow_issuer_is_waited_for_no_longer_than_the_timeout(
    zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    token = zitadel_token(jwt=False)
    with zitadel_emulator.faults.introspection(hang=True):
        with make(zitadel_token, timeout=0.3) as guard, pytest.raises(IssuerUnavailableError, match=r"within 0.3 s"):
            guard.verify(token)
        async with make(zitadel_token, AsyncGuard, timeout=0.3) as waiting:
            with pytest.raises(IssuerUnavailableError, match=r"within 0.3 s"):
                await waiting.verify(token)


def test_a_timeout_error_of_a_signal_is_not_taken_for_the_timeout(
    zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    def alarm(*_: object) -> None:
        raise TimeoutError("of the caller")

    token = zitadel_token(jwt=False)
    before = signal.signal(signal.SIGUSR1, alarm)
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1))
    try:
        with make(zitadel_token) as guard, zitadel_emulator.faults.introspection(hang=True):
            timer.start()
            with pytest.raises(TimeoutError, match="of the caller"):
                guard.verify(token)
    finally:
        timer.join()
        signal.signal(signal.SIGUSR1, before)


@pytest.mark.parametrize("part", ["drip", "drip_headers"])
@pytest.mark.parametrize("jwt", [True, False])
async def test_an_issuer_that_drips_is_waited_for_no_longer_than_the_timeout(
    zitadel_token: Tokens, token_server: Any, jwt: bool, part: str
) -> None:
    token = zitadel_token(jwt=jwt)
    token_server.json(200, active=True, keys=[], padding="x" * 1000)
    setattr(token_server, part, 0.02)
    options: dict[str, Any] = {"address": token_server.issuer, "timeout": 0.2}
    with make(zitadel_token, **options) as guard, pytest.raises(IssuerUnavailableError, match=r"within 0.2 s"):
        guard.verify(token)
    assert token_server.hung_up.wait(5.0), "the connection is closed, and the thread ends"
    async with make(zitadel_token, AsyncGuard, **options) as waiting:
        with pytest.raises(IssuerUnavailableError, match=r"within 0.2 s"):
            await waiting.verify(token)


def test_a_look_up_of_the_issuers_name_is_waited_for_no_longer_than_the_timeout(
    zitadel_token: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, resolve = threading.Event(), socket.getaddrinfo

    def hang(*arguments: Any, **options: Any) -> Any:
        asked.wait(20.0)
        return resolve(*arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with make(zitadel_token, timeout=0.2) as guard:
        with pytest.raises(IssuerUnavailableError, match=r"within 0.2 s"):
            guard.verify("opaque")
        asked.set()


def test_keys_that_drip_while_nobody_waits_are_asked_for_again(
    zitadel_token: Tokens, zitadel_emulator: Emulator, token_server: Any
) -> None:
    token = zitadel_token()
    with urllib.request.urlopen(f"{zitadel_token.issuer}/oauth/v2/keys") as answer:
        body = answer.read()
    token_server.answer = lambda _: (200, {}, body)
    with make(zitadel_token, address=token_server.issuer, timeout=0.2, keys_ttl=1.0) as guard:
        guard.verify(token)
        token_server.drip_headers = 0.02
        until = time.monotonic() + 10.0
        while len(token_server.requests) < 3 and time.monotonic() < until:
            guard.verify(token)
            time.sleep(0.02)
    assert len(token_server.requests) >= 3


def test_wrong_credentials_are_the_services_fault_and_logged(
    zitadel_token: Tokens, caplog: pytest.LogCaptureFixture
) -> None:
    token = zitadel_token(jwt=False)
    with (
        make(zitadel_token, credentials=zgrpc.ClientCredentials("nobody", "secret")) as guard,
        pytest.raises(IssuerUnavailableError, match="does not let this service"),
    ):
        guard.verify(token)
    assert "check the guard's credentials=" in caplog.text
    assert token not in caplog.text


def test_an_issuer_that_is_away_is_unavailable() -> None:
    with (
        Guard("http://127.0.0.1:9", audience="a", credentials=zgrpc.ClientCredentials("a", "b")) as guard,
        pytest.raises(IssuerUnavailableError, match="Connect"),
    ):
        guard.verify("opaque")


@pytest.mark.parametrize("offset", [-60.0, 60.0])
def test_clocks_that_are_far_apart_are_named_as_the_cause(offset: float) -> None:
    with Emulator(clock_offset=offset) as emulator, emulator.client() as client:
        project = client.management.add_project(name="p").id
        user = client.auth.get_my_user().user.id
        with Guard(emulator.issuer, audience=project) as guard:
            if offset > 0:
                with pytest.raises(NotYetValidError, match="clocks"):
                    guard.verify(emulator.token_for(user, projects=[project]))
            else:
                with pytest.raises(ExpiredTokenError):
                    guard.verify(emulator.token_for(user, projects=[project], lifetime=30))
        with Guard(emulator.issuer, audience=project, leeway=120) as guard:
            assert guard.verify(emulator.token_for(user, projects=[project], lifetime=30))


def test_keys_that_rotate_under_load_refuse_nobody() -> None:
    with Emulator() as emulator, emulator.client() as client:
        project = client.management.add_project(name="p").id
        user = client.auth.get_my_user().user.id
        tokens = [emulator.token_for(user, projects=[project])]
        stop = threading.Event()
        with Guard(emulator.issuer, audience=project) as guard:
            guard.verify(tokens[0])
            # As if a minute had passed, which no argument shortens; test_cache sets the clock to test the minute.
            guard._verifier.keys._look_again_at = 0.0

            def load() -> int:
                done = 0
                while not stop.is_set():
                    for token in tuple(tokens):
                        guard.verify(token)
                        done += 1
                return done

            with ThreadPoolExecutor(4) as pool:
                loads = [pool.submit(load) for _ in range(4)]
                time.sleep(0.1)
                emulator.rotate_keys()
                fresh = [emulator.token_for(user, projects=[project]) for _ in range(20)]
                tokens.extend(fresh)
                time.sleep(0.3)
                stop.set()
                assert all(future.result() > 20 for future in loads)
        assert emulator.key_fetches == 2


async def test_old_keys_are_fetched_again_while_nobody_waits(zitadel_token: Tokens, zitadel_emulator: Emulator) -> None:
    tokens = [zitadel_token() for _ in range(4)]
    with make(zitadel_token, keys_ttl=1.0) as guard:
        async with make(zitadel_token, AsyncGuard, keys_ttl=1.0) as other:
            guard.verify(tokens[0])
            await other.verify(tokens[0])
            await asyncio.sleep(1.1)
            with zitadel_emulator.faults.key_set(hang=True) as fault:
                started = time.monotonic()
                for token in tokens:
                    guard.verify(token)
                    await other.verify(token)
                assert time.monotonic() - started < 2.0
                await asyncio.sleep(0.3)
            assert fault.hits == 2


def test_an_issuer_with_a_private_authority_is_reached() -> None:
    with Emulator(tls=True) as emulator, emulator.client() as client:
        project = client.management.add_project(name="p").id
        token = emulator.token_for(client.auth.get_my_user().user.id, projects=[project])
        assert emulator.ca_file is not None
        with Guard(emulator.issuer, audience=project, tls=zgrpc.TLS(ca=emulator.ca_file)) as guard:
            assert guard.verify(token)
        with (
            Guard(emulator.issuer, audience=project) as guard,
            pytest.raises(IssuerUnavailableError, match="certificate"),
        ):
            guard.verify(token)


# -- identities --------------------------------------------------------------------------------------
def test_an_identity_cannot_be_changed_and_can_be_pickled_and_hashed(guard: Guard, zitadel_token: Tokens) -> None:
    import copy
    import pickle

    identity = guard.verify(zitadel_token(roles=["admin"]))
    with pytest.raises(TypeError):
        identity.claims["sub"] = "other"  # type: ignore[index]  # wrong on purpose
    with pytest.raises(TypeError):
        identity.claims[f"urn:zitadel:iam:org:project:{zitadel_token.project_id}:roles"]["owner"] = {}
    with pytest.raises(AttributeError):
        identity.user_id = "other"  # type: ignore[misc]  # wrong on purpose
    assert isinstance(identity.claims["aud"], tuple)
    for other in (pickle.loads(pickle.dumps(identity)), copy.deepcopy(identity)):
        assert (other, hash(other)) == (identity, hash(identity))
    assert "urn:zitadel" not in repr(identity)


# -- forks -------------------------------------------------------------------------------------------
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_worker_goes_on_though_a_thread_of_its_parent_was_asking(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    token = zitadel_token(jwt=False)
    with zitadel_emulator.faults.introspection(delay=1.0, count=1):
        asking = threading.Thread(target=guard.verify, args=(token,))
        asking.start()
        time.sleep(0.2)
        guard._lock.acquire()  # nothing else makes a thread hold the lock for certain at the moment of the fork
        gc.disable()
        pid = os.fork()
        if pid == 0:  # the lock is held and the request made by threads that are not here
            code = 1
            try:
                code = 0 if guard.verify(token).user_id else 2
            finally:
                os._exit(code)
        gc.enable()
        guard._lock.release()
        _, status = os.waitpid(pid, 0)
        asking.join()
    assert os.waitstatus_to_exitcode(status) == 0


# -- arguments ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"audience": []}, ValueError, "audience must not be empty"),
        ({"audience": ""}, ValueError, "audience must not be empty"),
        ({"audience": None}, TypeError, "audience must be the id of this service's project"),
        ({"audience": [1]}, ValueError, "audience"),
        ({"issuer": "acme.example"}, ValueError, "issuer must be a URL"),
        ({"issuer": None}, TypeError, "issuer must be a URL"),
        ({"issuer": "http://acme.example"}, ValueError, "plaintext"),
        ({"issuer": "https://a:b@acme.example"}, ValueError, "issuer must not hold a user name"),
        ({"address": "http://zitadel:8080"}, ValueError, "address"),
        ({"credentials": zgrpc.PersonalAccessToken("x")}, TypeError, "credentials must be those of an API application"),
        ({"leeway": -1}, ValueError, "leeway must be a number of seconds"),
        ({"leeway": "1"}, TypeError, "leeway must be a number of seconds"),
        ({"keys_ttl": 0}, ValueError, "keys_ttl"),
        ({"timeout": float("inf")}, ValueError, "timeout"),
        ({"max_cached": 0}, ValueError, "max_cached must be at least 1"),
        ({"max_cached": 1.5}, TypeError, "max_cached"),
        ({"project": ""}, ValueError, "project"),
        ({"introspect_jwts": True}, ValueError, "introspect_jwts=True needs credentials="),
    ],
)
def test_a_wrong_argument_is_rejected_by_name(options: dict[str, Any], error: type[Exception], words: str) -> None:
    arguments: dict[str, Any] = {"issuer": "https://acme.example", "audience": "a", **options}
    with pytest.raises(error, match=words):
        Guard(arguments.pop("issuer"), **arguments)


def test_an_issuer_may_be_reached_by_another_address(zitadel_token: Tokens, zitadel_emulator: Emulator) -> None:
    # The emulator knows one name; the header that names the issuer is what counts.
    address = f"http://127.0.0.1:{zitadel_emulator.http_port}"
    with make(zitadel_token, address=address) as guard:
        assert guard.verify(zitadel_token())
        assert guard.verify(zitadel_token(jwt=False))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("x", "not a JSON object"),
        ({"type": "serviceaccount", "key": "SECRET"}, "zgrpc.ServiceAccountKey"),
        ({"type": "odd", "key": "SECRET"}, "has the type 'odd'"),
        ({"type": "application", "keyId": "1"}, "lacks clientId, key"),
        ({"type": "application", "keyId": "1", "clientId": "c", "key": "SECRET"}, "private RSA key"),
    ],
)
def test_an_invalid_application_key_is_rejected(content: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        ApplicationKey.from_json(json.dumps(content))
    assert "SECRET" not in shown(caught.value)
    if isinstance(content, dict):
        with pytest.raises(ValueError, match=words) as caught:
            ApplicationKey.from_dict(content)
        assert "SECRET" not in shown(caught.value)


def test_importing_zgrpc_does_not_import_the_guard() -> None:
    import subprocess
    import sys

    code = (
        "import zgrpc, sys; zgrpc.Client; "
        "sys.exit(any(m.startswith(('zgrpc.guard', 'zgrpc.actions', 'httpx')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


# -- grants ------------------------------------------------------------------------------------------
def test_grants_are_fresh_where_the_token_is_old(zitadel: zgrpc.Client, zitadel_token: Tokens) -> None:
    token = zitadel_token(roles=["admin"])
    with make(zitadel_token, client=zitadel, grants_ttl=0.2) as guard:
        identity = guard.verify(token)
        assert guard.grants.roles(identity) == {"admin"}
        grant = zitadel.management.list_user_grants(where={"user_id": identity.user_id}).one()
        zitadel.management.deactivate_user_grant(user_id=identity.user_id, grant_id=grant.id)
        time.sleep(0.25)
        assert guard.verify(token).has_role("admin")
        assert not guard.grants.has_role(identity, "admin")
        with pytest.raises(RefusedError) as caught:
            guard.grants.require_role(identity, "admin")
        assert caught.value.reason == "role_missing"


async def test_grants_of_concurrent_requests_share_a_search(
    zitadel_emulator: Emulator, zitadel: zgrpc.Client, zitadel_token: Tokens
) -> None:
    tokens = [zitadel_token(roles=["admin"]) for _ in range(10)]
    async with (
        zitadel_emulator.async_client(org_id=zitadel.org_id) as client,
        make(zitadel_token, AsyncGuard, client=client) as guard,
    ):
        identities = [await guard.verify(token) for token in tokens]
        before = len(zitadel_emulator.calls)
        held = await asyncio.gather(*(guard.grants.roles(identity) for identity in identities * 10))
    assert all(roles == {"admin"} for roles in held)
    assert len(zitadel_emulator.calls) - before <= 2


def test_grants_need_a_client_and_a_project(guard: Guard, zitadel: zgrpc.Client, zitadel_token: Tokens) -> None:
    with pytest.raises(ValueError, match="grants needs client="):
        _ = guard.grants
    with make(zitadel_token, client=zitadel, project=None) as other:
        identity = other.verify(zitadel_token())
        with pytest.raises(ValueError, match="project must name"):
            other.grants.roles(identity)


@pytest.fixture
def no_reply_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reply is known that causes such a fault, so one is made up."""

    def settle(*_: object) -> None:
        raise ArithmeticError("a fault of the guard")

    monkeypatch.setattr("zgrpc.guard.verifier.Verifier.settle", settle)


def test_a_fault_of_the_guard_is_raised_to_every_caller(
    guard: Guard, zitadel_token: Tokens, no_reply_is_understood: None
) -> None:
    token = zitadel_token(jwt=False)
    pool = ThreadPoolExecutor(1)
    for _ in range(2):
        with pytest.raises(ArithmeticError):
            pool.submit(guard.verify, token).result(timeout=10.0)
    pool.shutdown()


async def test_a_fault_of_the_asyncio_guard_is_raised_to_every_caller(
    zitadel_token: Tokens, no_reply_is_understood: None
) -> None:
    async with make(zitadel_token, AsyncGuard) as guard:
        token = zitadel_token(jwt=False)
        for _ in range(2):
            with pytest.raises(ArithmeticError):
                await asyncio.wait_for(guard.verify(token), 10.0)
