"""Credentials that fetch tokens, from a client to an emulator's token endpoint and back."""

from __future__ import annotations

# ruff: noqa: SIM117 - the outer block says where, the inner one what is tested there
import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from zgrpc._auth import source
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from types import FrameType


@pytest.fixture
def own_machine(own_emulator: Any, make_machine: Any) -> Any:
    return make_machine(own_emulator)


@pytest.mark.parametrize("kind", ["key", "client"])
def test_a_client_fetches_its_token_and_calls(emulator: Any, machine: Any, kind: str) -> None:
    with emulator.client(credentials=machine.credentials[kind]) as client:
        assert client.auth.get_my_user().user.id == machine.user_id


@pytest.mark.parametrize("kind", ["key", "client"])
async def test_an_async_client_fetches_its_token_and_calls(emulator: Any, machine: Any, kind: str) -> None:
    async with emulator.async_client(credentials=machine.credentials[kind]) as client:
        assert (await client.auth.get_my_user()).user.id == machine.user_id


def test_all_scopes_and_threads_of_a_client_share_one_token(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client, ThreadPoolExecutor(16) as pool:
        scopes = [client, client.with_org(client.management.get_my_org().org.id)]
        list(pool.map(lambda n: scopes[n % 2].auth.get_my_user(), range(64)))
    assert len(own_emulator.token_requests) == 1


def test_a_call_with_a_valid_token_runs_no_code_of_the_token_source(emulator: Any, machine: Any) -> None:
    """So it takes no lock and waits for no other call."""
    entered: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename == source.__file__:
            entered.append(frame.f_code.co_name)

    def call(client: zgrpc.Client) -> list[str]:
        entered.clear()
        sys.setprofile(note)
        try:
            client.auth.get_my_user()
        finally:
            sys.setprofile(None)
        return [*entered]

    with emulator.client(credentials=machine.credentials["key"]) as client:
        assert "renew" in call(client)
        assert call(client) == []


@pytest.mark.parametrize("offset", [-300, 300])
@pytest.mark.parametrize("kind", ["key", "client"])
def test_clocks_five_minutes_apart_do_not_matter(make_machine: Any, offset: float, kind: str) -> None:
    with Emulator(clock_offset=offset) as emulator:
        machine = make_machine(emulator)
        with emulator.client(credentials=machine.credentials[kind]) as client:
            assert client.auth.get_my_user().user.id == machine.user_id


def test_a_clock_that_is_far_off_is_named(make_machine: Any) -> None:
    with Emulator(clock_offset=-7200) as emulator:
        machine = make_machine(emulator)
        with (
            emulator.client(credentials=machine.credentials["key"]) as client,
            pytest.raises(zgrpc.TokenError, match=r"the server's clock is 7\d\d\d s behind this machine's"),
        ):
            client.auth.get_my_user()


def test_an_expired_token_is_replaced_and_the_call_repeated_once(own_emulator: Any, own_machine: Any) -> None:
    infos: list[zgrpc.CallInfo] = []
    with own_emulator.client(credentials=own_machine.credentials["key"], on_call=infos.append) as client:
        client.auth.get_my_user()
        with own_emulator.faults.expire_tokens(count=1):
            client.auth.get_my_user()
    assert [info.attempts for info in infos] == [1, 2]
    assert len(own_emulator.token_requests) == 2


async def test_an_expired_token_is_replaced_in_asyncio_too(own_emulator: Any, own_machine: Any) -> None:
    async with own_emulator.async_client(credentials=own_machine.credentials["key"]) as client:
        await client.auth.get_my_user()
        with own_emulator.faults.expire_tokens(count=1):
            await client.auth.get_my_user()
    assert len(own_emulator.token_requests) == 2


def test_a_token_that_is_always_refused_raises_and_causes_few_requests(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        with own_emulator.faults.expire_tokens(), ThreadPoolExecutor(16) as pool:

            def attempt(_: int) -> None:
                with pytest.raises(zgrpc.UnauthenticatedError, match="AUTH-7fs1e"):
                    client.auth.get_my_user()

            list(pool.map(attempt, range(64)))
    assert len(own_emulator.token_requests) <= 3


def test_a_writing_call_is_repeated_too_for_a_refused_token_has_no_effect(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        client.auth.get_my_user()
        with own_emulator.faults.expire_tokens(count=1):
            client.management.add_project(name="after expiry")
        assert [p.name for p in client.management.list_projects(where={"name": "after expiry"})] == ["after expiry"]


def test_the_refusal_of_a_given_token_is_raised_at_once(own_emulator: Any) -> None:
    with own_emulator.client() as client, own_emulator.faults.expire_tokens(count=1):
        with pytest.raises(zgrpc.UnauthenticatedError):
            client.auth.get_my_user()
        client.auth.get_my_user()


def test_a_revoked_key_is_named_as_a_likely_cause(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client() as owner:
        owner.management.remove_machine_key(user_id=own_machine.user_id, key_id=own_machine.key_id)
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        with pytest.raises(zgrpc.TokenError, match=f"the key {own_machine.key_id} .* was removed") as error:
            client.auth.get_my_user()
        assert (error.value.status, error.value.error) == (500, "server_error")
        assert error.value.code() is grpc.StatusCode.UNAUTHENTICATED


def test_a_wrong_issuer_is_named_as_a_likely_cause(emulator: Any, machine: Any) -> None:
    issuer = emulator.issuer.replace("localhost", "127.0.0.1")
    with (
        emulator.client(credentials=machine.credentials["key"], issuer=issuer) as client,
        pytest.raises(zgrpc.TokenError, match=f"the issuer is not '{issuer}' to the letter"),
    ):
        client.auth.get_my_user()


def test_a_trailing_slash_of_the_issuer_does_not_matter(emulator: Any, machine: Any) -> None:
    with emulator.client(credentials=machine.credentials["key"], issuer=emulator.issuer + "/") as client:
        client.auth.get_my_user()


def test_a_slow_endpoint_counts_towards_the_calls_deadline(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        with own_emulator.faults.token_endpoint(delay=0.5):
            started = time.monotonic()
            with pytest.raises(zgrpc.DeadlineExceededError, match="before a token was fetched"):
                client.auth.get_my_user(timeout=0.1)
            assert time.monotonic() - started < 0.4
            client.auth.get_my_user(timeout=5)
    assert len(own_emulator.token_requests) == 1


def test_the_servers_deadline_is_what_the_token_fetch_left(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        with own_emulator.faults.token_endpoint(delay=0.3), own_emulator.faults.latency(1.0):
            started = time.monotonic()
            with pytest.raises(zgrpc.DeadlineExceededError):
                client.auth.get_my_user(timeout=0.8)
            assert time.monotonic() - started < 1.2


@pytest.mark.parametrize("flavor", ["sync", "asyncio"])
def test_one_deadline_covers_the_token_the_refresh_and_the_repetitions(
    own_emulator: Any, own_machine: Any, flavor: str
) -> None:
    """Half a second goes for the first token; the call is then refused, its token replaced, and the rest goes wrong."""
    faults, credentials = own_emulator.faults, own_machine.credentials["client"]

    def call() -> None:
        with own_emulator.client(credentials=credentials) as client:
            client.auth.get_my_user(timeout=1.5)

    async def call_async() -> None:
        async with own_emulator.async_client(credentials=credentials) as client:
            await client.auth.get_my_user(timeout=1.5)

    with faults.token_endpoint(delay=0.4), faults.expire_tokens(count=1), faults.unavailable():
        started = time.monotonic()
        with pytest.raises((zgrpc.UnavailableError, zgrpc.DeadlineExceededError)):
            call() if flavor == "sync" else asyncio.run(call_async())
        assert time.monotonic() - started < 1.5 + 0.5


def test_a_deadline_error_names_the_replacement_of_a_refused_token(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["client"]) as client:
        client.auth.get_my_user()
        with own_emulator.faults.expire_tokens(count=1), own_emulator.faults.token_endpoint(delay=1):
            with pytest.raises(zgrpc.DeadlineExceededError, match="before the token that was refused was replaced"):
                client.auth.get_my_user(timeout=0.3)


def test_sixty_four_callers_whose_token_is_refused_cause_one_request(own_emulator: Any, own_machine: Any) -> None:
    with own_emulator.client(credentials=own_machine.credentials["client"]) as client, ThreadPoolExecutor(64) as pool:
        client.auth.get_my_user()
        with own_emulator.faults.latency(0.3), own_emulator.faults.expire_tokens(count=64):
            list(pool.map(lambda _: client.auth.get_my_user(), range(64)))
    assert len(own_emulator.token_requests) == 2


async def test_sixty_four_tasks_whose_token_is_refused_cause_one_request(own_emulator: Any, own_machine: Any) -> None:
    async with own_emulator.async_client(credentials=own_machine.credentials["client"]) as client:
        await client.auth.get_my_user()
        with own_emulator.faults.latency(0.3), own_emulator.faults.expire_tokens(count=64):
            await asyncio.gather(*(client.auth.get_my_user() for _ in range(64)))
    assert len(own_emulator.token_requests) == 2


def test_sixty_four_callers_do_not_hammer_a_token_endpoint_that_fails(own_emulator: Any, own_machine: Any) -> None:
    """Attempts at 0, about 1 and about 3 seconds; in between, callers get the last error at once."""
    end = time.monotonic() + 2
    with own_emulator.client(credentials=own_machine.credentials["client"]) as client, ThreadPoolExecutor(64) as pool:

        def caller(_: int) -> int:
            errors = 0
            while time.monotonic() < end:
                with pytest.raises(zgrpc.TokenError, match="HTTP 503"):
                    client.auth.get_my_user()
                errors += 1
                time.sleep(0.05)
            return errors

        with own_emulator.faults.token_endpoint(status=503):
            assert sum(pool.map(caller, range(64))) > 128
    assert 1 <= len(own_emulator.token_requests) <= 4


def test_a_token_file_that_changes_under_load_fails_no_call(own_emulator: Any, tmp_path: Any) -> None:
    """The old token is revoked as soon as the new one is in the file, long before the file is looked at again."""
    path, over = tmp_path / "token", False
    with own_emulator.client() as owner, ThreadPoolExecutor(16) as pool:
        management = owner.management
        user_id = management.add_machine_user(user_name="robot", name="robot").user_id
        old = management.add_personal_access_token(user_id=user_id)
        path.write_text(old.token)
        with own_emulator.client(credentials=zgrpc.TokenFile(path)) as client:

            def caller(_: int) -> int:
                calls = 0
                while not over:
                    assert client.auth.get_my_user().user.id == user_id
                    calls += 1
                    time.sleep(0.01)
                return calls

            callers = [pool.submit(caller, number) for number in range(16)]
            try:
                for _ in range(3):
                    time.sleep(0.2)
                    new = management.add_personal_access_token(user_id=user_id)
                    path.with_suffix(".new").write_text(new.token + "\n")
                    path.with_suffix(".new").replace(path)
                    management.remove_personal_access_token(user_id=user_id, token_id=old.token_id)
                    old = new
                time.sleep(0.2)
            finally:
                over = True
            assert min(done.result(10) for done in callers) > 3


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"status": 500}, "HTTP 500"),
        ({"body": "<html>Log in</html>"}, "an HTML page"),
        ({"replace": {"expires_in": "soon"}}, "an expires_in"),
        ({"replace": {"access_token": None}}, "no usable access_token"),
        ({"status": 302, "headers": {"Location": "http://elsewhere.example"}}, "a redirect to http://elsewhere"),
    ],
)
def test_an_implausible_token_answer_fails_the_call_with_the_reason(
    own_emulator: Any, own_machine: Any, fault: dict[str, Any], says: str
) -> None:
    with own_emulator.client(credentials=own_machine.credentials["key"]) as client:
        with own_emulator.faults.token_endpoint(**fault), pytest.raises(zgrpc.TokenError, match=says):
            client.auth.get_my_user()


def test_tokens_are_not_sent_in_plaintext_to_another_machine(machine: Any) -> None:
    with pytest.raises(ValueError, match=r"issuer .* would send tokens in plaintext"):
        zgrpc.Client("https://acme.example", credentials=machine.credentials["key"], issuer="http://acme.example")


class Vault:
    """Credentials of a user's own, which may fetch tokens, but not from an issuer."""

    def get_token(self) -> zgrpc.AccessToken:
        return zgrpc.AccessToken("a-token", expires_in=60)


@pytest.mark.parametrize("client", [zgrpc.Client, zgrpc.AsyncClient])
@pytest.mark.parametrize(
    ("credentials", "which"),
    [
        (None, "no credentials"),
        (zgrpc.PersonalAccessToken("a-token"), "PersonalAccessToken, which needs no issuer"),
        (Vault(), "Vault, which needs no issuer"),
    ],
)
def test_an_issuer_that_would_have_no_effect_is_rejected(client: Any, credentials: Any, which: str) -> None:
    with pytest.raises(ValueError, match=f"issuer= has no effect with {which}: leave it out"):
        client("https://acme.example", credentials=credentials, issuer="https://acme.example")


# -- expiry every second under load ---------------------------------------------------------------
SECONDS = 30.0
CALLERS = 64
PAUSE = 0.5  # seconds; clients and servers share a machine, and a call that is starved for one outlives its token


class Storm:
    """Callers of one client for half a minute, with tokens that live for a second."""

    def __init__(self, emulator: Emulator, make_machine: Any, kind: str) -> None:
        self.emulator = emulator
        self.credentials = make_machine(self.emulator).credentials[kind]
        self.emulator.faults.token_endpoint(lifetime=1)
        self.calls = 0

    def in_threads(self) -> None:
        end = time.monotonic() + SECONDS
        with self.emulator.client(credentials=self.credentials) as client, ThreadPoolExecutor(CALLERS) as pool:

            def caller() -> int:
                calls = 0
                while time.monotonic() < end:
                    client.auth.get_my_user()
                    calls += 1
                    time.sleep(PAUSE)
                return calls

            self.calls = sum(done.result() for done in [pool.submit(caller) for _ in range(CALLERS)])

    async def in_tasks(self) -> None:
        end = time.monotonic() + SECONDS
        async with self.emulator.async_client(credentials=self.credentials) as client:

            async def caller() -> None:
                while time.monotonic() < end:
                    await client.auth.get_my_user()
                    self.calls += 1
                    await asyncio.sleep(PAUSE)

            async with asyncio.TaskGroup() as group:
                for _ in range(CALLERS):
                    group.create_task(caller())

    def check(self) -> None:
        assert self.calls > CALLERS * SECONDS
        # A token is renewed after half of its second at the earliest, so that is how often there may be a request.
        assert SECONDS / 4 <= len(self.emulator.token_requests) <= SECONDS / 0.5 + 1


async def test_tokens_that_expire_every_second_fail_no_call_and_cause_one_request_a_renewal(make_machine: Any) -> None:
    """Both flavors at the same time, each with an emulator of its own, for the test takes half a minute."""
    with Emulator() as one, Emulator() as other:
        threads, tasks = Storm(one, make_machine, "client"), Storm(other, make_machine, "key")
        await asyncio.gather(asyncio.to_thread(threads.in_threads), tasks.in_tasks())
        threads.check()
        tasks.check()
