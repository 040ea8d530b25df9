"""Batched look-ups over the wire: which searches are sent, and what each caller gets."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._bulk import lookups
from zgrpc._contract.rpc import find_rpc

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.testing import Emulator

# Long enough to hold all look-ups of a test; a full batch does not wait for it.
WIDE = 0.15


class World:
    """An emulator with users and grants, and a client of it."""

    def __init__(self, emulator: Emulator, client: zgrpc.Client) -> None:
        self.emulator = emulator
        self.client = client
        management = client.management
        self.users = [management.add_machine_user(user_name=f"robot-{i}", name=f"Robot {i}").user_id for i in range(12)]
        self.human = management.add_human_user(
            user_name="gigi",
            profile={"first_name": "Gigi", "last_name": "Giraffe"},
            email={"email": "gigi@zoo.example", "is_email_verified": True},
        ).user_id
        self.project = management.add_project(name="Zoo").id
        management.add_project_role(project_id=self.project, role_key="keeper", display_name="Keeper")
        self.grants = {
            user: management.add_user_grant(user_id=user, project_id=self.project, role_keys=["keeper"]).user_grant_id
            for user in self.users[:3]
        }
        for key in ("team", "shift"):
            management.set_user_metadata(id=self.human, key=key, value=key.encode())

    def sent(self, act: Callable[[], Any]) -> list[str]:
        """The RPCs that `act` sends, without the service."""
        before = len(self.emulator.calls)
        act()
        return [call.method.partition(".")[2] for call in self.emulator.calls[before:]]


@pytest.fixture(scope="module")
def world(emulator: Emulator, client: zgrpc.Client) -> World:
    return World(emulator, client)


def in_threads(*calls: Callable[[], Any]) -> list[Any]:
    """The results of calls made at the same time, or their errors."""

    def outcome(call: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error

    barrier = threading.Barrier(len(calls))
    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(outcome, calls))


def test_users_are_looked_up_in_one_search_in_the_order_of_their_ids(world: World) -> None:
    found: list[Any] = []
    asked = world.users[::-1]
    assert world.sent(lambda: found.extend(world.client.batch.users(asked))) == ["ListUsers"]
    assert [user.id for user in found] == asked


def test_a_user_from_a_batch_is_the_message_that_the_single_call_gives(world: World) -> None:
    single = world.client.management.get_user_by_id(id=world.human).user
    assert world.client.batch.user(world.human) == single


def test_look_ups_of_many_threads_share_a_search(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=WIDE)
    found: list[Any] = []
    calls = [lambda user_id=user_id: batch.user(user_id) for user_id in world.users]
    assert world.sent(lambda: found.extend(in_threads(*calls))) == ["ListUsers"]
    assert [user.id for user in found] == world.users


def test_a_search_has_no_more_keys_than_allowed_and_a_full_one_does_not_wait(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=30, max_keys=4)
    assert world.sent(lambda: batch.users(world.users)) == ["ListUsers"] * 3


def test_a_search_that_is_not_full_goes_out_after_the_window(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=0.1)
    started = time.monotonic()
    batch.user(world.human)
    assert 0.1 <= time.monotonic() - started < 5


def test_the_same_key_is_asked_for_once_and_each_caller_has_a_message_of_its_own(world: World) -> None:
    first, second = world.client.batch.users([world.human, world.human])
    assert len(world.emulator.calls[-1].request.queries[0].in_user_ids_query.user_ids) == 1  # type: ignore[attr-defined]  # a list's request
    first.user_name = "changed"
    assert second.user_name == "gigi"


def test_each_caller_gets_its_own_not_found_error(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=WIDE)
    one, other, user = in_threads(lambda: batch.user("404"), lambda: batch.user("405"), lambda: batch.user(world.human))
    assert (type(one), type(other)) == (zgrpc.NotFoundError, zgrpc.NotFoundError)
    assert "'404'" in str(one)
    assert "'405'" in str(other)
    assert user.id == world.human


def test_missing_users_raise_an_error_with_their_number(world: World) -> None:
    with pytest.raises(zgrpc.NotFoundError, match="2 of the keys, such as '404'"):
        world.client.batch.users(["404", world.human, "405"])


def test_missing_users_may_be_none(world: World) -> None:
    missing, user = world.client.batch.users(["404", world.human], missing_ok=True)
    assert missing is None
    assert user is not None
    assert user.id == world.human


def test_a_failed_search_fails_its_callers_each_with_an_error_of_its_own(world: World) -> None:
    world.emulator.faults.resource_exhausted(rpc="list_users")
    batch = zgrpc.Batch(world.client, window=WIDE)
    one, other = in_threads(lambda: batch.user(world.human), lambda: batch.user(world.users[0]))
    assert isinstance(one, zgrpc.ResourceExhaustedError)
    assert isinstance(other, zgrpc.ResourceExhaustedError)
    assert one is not other


def test_a_failed_search_fails_no_other(world: World) -> None:
    world.emulator.faults.resource_exhausted(rpc="list_users", count=1)
    batch = zgrpc.Batch(world.client, window=WIDE, max_keys=1)
    outcomes = in_threads(lambda: batch.user(world.human), lambda: batch.user(world.users[0]))
    assert sorted(isinstance(outcome, zgrpc.ResourceExhaustedError) for outcome in outcomes) == [False, True]


def test_a_look_up_sees_what_was_written_before_it(world: World) -> None:
    world.emulator.faults.latency(0.2, rpc="list_users", count=1)
    batch = world.client.batch
    with ThreadPoolExecutor(1) as thread:
        earlier = thread.submit(lambda: batch.users_by_login_name(["late"], missing_ok=True))
        time.sleep(0.1)  # its search is on the wire
        user_id = world.client.management.add_machine_user(user_name="late", name="Late").user_id
        assert batch.user_by_login_name("late").id == user_id
        earlier.result()


def test_no_more_searches_are_on_the_wire_than_allowed(world: World) -> None:
    world.emulator.faults.latency(0.05, rpc="list_users")
    batch = zgrpc.Batch(world.client, max_keys=1, in_flight=2)
    started = time.monotonic()
    batch.users(world.users[:6])
    assert time.monotonic() - started >= 3 * 0.05


def test_a_caller_stops_waiting_at_its_timeout_and_the_others_still_get_the_search(world: World) -> None:
    world.emulator.faults.latency(0.4, rpc="list_users")
    batch = zgrpc.Batch(world.client, window=WIDE)
    hasty, patient = in_threads(lambda: batch.user(world.human, timeout=0.2), lambda: batch.user(world.human))
    assert isinstance(hasty, zgrpc.DeadlineExceededError)
    assert patient.id == world.human


def test_a_timeout_error_of_a_signal_is_not_taken_for_the_deadline(world: World) -> None:
    def alarm(*_: object) -> None:
        raise TimeoutError("of the caller")

    world.emulator.faults.latency(0.5, rpc="list_users")
    answered = len(world.emulator.calls)
    before = signal.signal(signal.SIGUSR1, alarm)
    timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1))
    timer.start()
    try:
        with pytest.raises(TimeoutError, match="of the caller"):
            world.client.batch.user(world.human)
    finally:
        timer.join()
        signal.signal(signal.SIGUSR1, before)
    end = time.monotonic() + 10
    while len(world.emulator.calls) == answered and time.monotonic() < end:
        time.sleep(0.01)  # else the search would be counted among those of the next test


def test_a_search_that_nobody_waits_for_is_not_sent(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=0.1)

    def leave() -> None:
        with pytest.raises(zgrpc.DeadlineExceededError):
            batch.user(world.human, timeout=0.01)
        time.sleep(0.2)

    assert world.sent(leave) == []


def test_another_org_has_a_batch_of_its_own(world: World) -> None:
    org = world.client.management.add_org(name="elsewhere").id
    elsewhere = world.client.with_org(org)
    assert elsewhere.batch is not world.client.batch
    with pytest.raises(zgrpc.NotFoundError):
        elsewhere.batch.user(world.human)
    assert world.emulator.calls[-1].metadata["x-zitadel-orgid"] == org


def test_the_batch_of_a_closed_client_names_the_closed_client(world: World) -> None:
    with world.emulator.client() as client:
        batch = client.batch
    with pytest.raises(RuntimeError, match="closed"):
        batch.user(world.human)


def test_a_batch_that_was_used_before_a_fork_serves_parent_and_child(world: World) -> None:
    program = """
        import os, sys, zgrpc
        client = zgrpc.Client(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]))
        assert client.batch.user(sys.argv[3]).user_name == "gigi"
        child = os.fork()
        if child == 0:
            os._exit(0 if client.batch.user(sys.argv[3]).user_name == "gigi" else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert client.batch.user(sys.argv[3]).user_name == "gigi"
    """
    arguments = world.emulator.url, str.__str__(world.emulator.owner_token), world.human
    command = [sys.executable, "-c", textwrap.dedent(program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr


# -- what can be looked up -------------------------------------------------------------------------
@pytest.mark.parametrize("lookup", lookups.ALL, ids=lambda lookup: f"{lookup.service}.{lookup.search}")
def test_every_look_up_names_rpcs_and_fields_of_the_contract(lookup: lookups.Lookup[Any]) -> None:
    request = find_rpc(lookup.service, lookup.search).request_class.DESCRIPTOR.fields_by_name
    assert find_rpc(lookup.service, lookup.search).items
    assert not lookup.parent or lookup.parent in request
    if lookup.single is not None:
        single = find_rpc(lookup.service, lookup.single.rpc)
        assert {lookup.parent, lookup.single.key} == set(single.request_class.DESCRIPTOR.fields_by_name)
        assert lookup.single.result in single.response_class.DESCRIPTOR.fields_by_name


def test_a_user_is_found_by_login_name(world: World) -> None:
    found: list[Any] = []
    names = ["robot-3", "gigi"]
    assert world.sent(lambda: found.extend(world.client.batch.users_by_login_name(names))) == ["ListUsers"]
    assert [user.id for user in found] == [world.users[3], world.human]


def test_users_are_found_by_email(world: World) -> None:
    found = world.client.batch.users_by_emails(["gigi@zoo.example", "nobody@zoo.example"])
    assert {email: [user.id for user in users] for email, users in found.items()} == {
        "gigi@zoo.example": [world.human],
        "nobody@zoo.example": [],
    }


def test_the_grants_of_many_users_come_from_one_search(world: World) -> None:
    found: dict[str, Any] = {}
    asked = world.users[:4]
    sent = world.sent(lambda: found.update(world.client.batch.user_grants_by_user(asked)))
    assert sent == ["ListUserGrants"]
    assert {user: [grant.id for grant in grants] for user, grants in found.items()} == {
        user: [world.grants[user]] if user in world.grants else [] for user in asked
    }


def test_an_unknown_user_has_no_grants(world: World) -> None:
    assert world.client.batch.user_grants("4711") == []


def test_a_grant_is_the_message_that_the_single_call_gives(world: World) -> None:
    user, grant = next(iter(world.grants.items()))
    single = world.client.management.get_user_grant_by_id(user_id=user, grant_id=grant).user_grant
    assert world.client.batch.user_grant(user, grant) == single


def test_a_grant_of_another_user_is_not_found(world: World) -> None:
    with pytest.raises(zgrpc.NotFoundError):
        world.client.batch.user_grant(world.human, world.grants[world.users[0]])


def test_one_key_of_a_parent_is_got_alone(world: World) -> None:
    found: list[Any] = []
    assert world.sent(lambda: found.append(world.client.batch.user_metadata(world.human, "team"))) == [
        "GetUserMetadata"
    ]
    assert found[0].value == b"team"


def test_several_keys_of_a_parent_come_from_its_list(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=WIDE)
    found: list[Any] = []
    calls = [lambda key=key: batch.user_metadata(world.human, key) for key in ("team", "shift", "none")]
    assert world.sent(lambda: found.extend(in_threads(*calls))) == ["ListUserMetadata"]
    assert [found[0].value, found[1].value] == [b"team", b"shift"]
    assert isinstance(found[2], zgrpc.NotFoundError)


# -- bad arguments ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda batch: batch.user(42), TypeError, "id must be a str, not int"),
        (lambda batch: batch.user(""), ValueError, "id must have 1 to 200 characters"),
        (lambda batch: batch.user("4" * 201), ValueError, "not 201"),
        (lambda batch: batch.users("42"), TypeError, "ids must be a list"),
        (lambda batch: batch.users(["42", None]), TypeError, r"ids\[1\] must be a str"),
        (lambda batch: batch.user("42", timeout=0), ValueError, "timeout must be a number of seconds above 0"),
    ],
)
def test_a_bad_key_is_rejected_before_it_can_spoil_a_search(
    world: World, call: Callable[[Any], Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        call(world.client.batch)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"window": -1}, ValueError), ({"window": "1"}, TypeError), ({"max_keys": 0}, ValueError),
        ({"max_keys": 1.5}, TypeError), ({"in_flight": 0}, ValueError), ({"ttl": float("inf")}, ValueError),
        ({"negative_ttl": 1}, ValueError),
    ],
)  # fmt: skip
def test_a_bad_setting_is_rejected_and_named(world: World, options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(options))):
        zgrpc.Batch(world.client, **options)


# -- the cache -------------------------------------------------------------------------------------
def test_nothing_is_cached_by_default(world: World) -> None:
    assert world.sent(lambda: [world.client.batch.user(world.human) for _ in range(2)]) == ["ListUsers"] * 2


def test_an_answer_is_cached_for_its_ttl(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)
    assert world.sent(lambda: [batch.user(world.human) for _ in range(3)]) == ["ListUsers"]


def test_an_answer_is_asked_for_again_after_its_ttl(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=0.05)
    batch.user(world.human)
    time.sleep(0.1)
    assert world.sent(lambda: batch.user(world.human)) == ["ListUsers"]


def test_a_caller_cannot_change_a_cached_message(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)
    for _ in range(3):
        user = batch.user(world.human)
        assert user.user_name == "gigi"
        user.user_name = "changed"


def test_a_missing_user_is_cached_too(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)

    def ask() -> None:
        with pytest.raises(zgrpc.NotFoundError, match="404"):
            batch.user("404")

    assert world.sent(ask) == ["ListUsers"]
    assert world.sent(ask) == []


def test_a_missing_user_may_be_cached_for_a_shorter_time(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60, negative_ttl=0)
    assert batch.users(["404"], missing_ok=True) == [None]
    assert world.sent(lambda: batch.users(["404"], missing_ok=True)) == ["ListUsers"]


def test_a_single_call_that_finds_nothing_is_cached_too(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)

    def ask() -> None:
        with pytest.raises(zgrpc.NotFoundError):
            batch.user_metadata(world.human, "none")

    assert world.sent(ask) == ["GetUserMetadata"]
    assert world.sent(ask) == []


def test_a_failure_is_not_cached(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)
    world.emulator.faults.resource_exhausted(rpc="list_users", count=1)
    with pytest.raises(zgrpc.ResourceExhaustedError):
        batch.user(world.human)
    assert batch.user(world.human).id == world.human


def test_forget_empties_the_cache(world: World) -> None:
    batch = zgrpc.Batch(world.client, ttl=60)
    batch.user(world.human)
    batch.forget()
    assert world.sent(lambda: batch.user(world.human)) == ["ListUsers"]


def test_a_cache_without_cachetools_names_the_extra(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "cachetools", None)
    with pytest.raises(ModuleNotFoundError, match=r"zgrpc\[cache\]"):
        zgrpc.Batch(world.client, ttl=1)


# -- asyncio ---------------------------------------------------------------------------------------
async def test_coroutines_share_a_search(world: World) -> None:
    async with world.emulator.async_client() as client:
        before = len(world.emulator.calls)
        found = await asyncio.gather(*(client.batch.user(user_id) for user_id in world.users))
        assert [user.id for user in found] == world.users
        assert [call.method for call in world.emulator.calls[before:]] == ["management.ListUsers"]


async def test_more_coroutines_than_a_search_holds_make_several(world: World) -> None:
    async with world.emulator.async_client() as client:
        batch = zgrpc.AsyncBatch(client, max_keys=5)
        before = len(world.emulator.calls)
        await batch.users(world.users)
        assert len(world.emulator.calls) - before == 3


async def test_a_canceled_coroutine_leaves_the_others_their_search(world: World) -> None:
    world.emulator.faults.latency(0.1, rpc="list_users")
    async with world.emulator.async_client() as client:
        tasks = [asyncio.create_task(client.batch.user(world.human)) for _ in range(3)]
        await asyncio.sleep(0.05)
        tasks[0].cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(outcomes[0], asyncio.CancelledError)
        assert [user.id for user in outcomes[1:] if not isinstance(user, BaseException)] == [world.human] * 2


async def test_a_search_whose_coroutines_were_all_canceled_is_not_sent(world: World) -> None:
    async with world.emulator.async_client() as client:
        batch = zgrpc.AsyncBatch(client, window=0.05)
        before = len(world.emulator.calls)
        task = asyncio.create_task(batch.user(world.human))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0.1)
        assert len(world.emulator.calls) == before


async def test_a_failed_search_fails_each_coroutine_with_an_error_of_its_own(world: World) -> None:
    world.emulator.faults.resource_exhausted(rpc="list_users", count=1)
    async with world.emulator.async_client() as client:
        outcomes = await asyncio.gather(
            *(client.batch.user(user_id) for user_id in world.users[:2]), return_exceptions=True
        )
        assert all(isinstance(outcome, zgrpc.ResourceExhaustedError) for outcome in outcomes)
        assert outcomes[0] is not outcomes[1]
        assert (await client.batch.user(world.human)).id == world.human


async def test_a_coroutine_stops_waiting_at_its_timeout(world: World) -> None:
    world.emulator.faults.latency(0.3, rpc="list_users")
    async with world.emulator.async_client() as client:
        with pytest.raises(zgrpc.DeadlineExceededError, match=r"0\.05 s"):
            await client.batch.user(world.human, timeout=0.05)


async def test_a_timeout_error_thrown_into_a_coroutine_is_not_taken_for_the_deadline(world: World) -> None:
    world.emulator.faults.latency(0.3, rpc="list_users")
    async with world.emulator.async_client() as client:
        waiting = client.batch.user(world.human, timeout=5.0)
        waiting.send(None)
        with pytest.raises(TimeoutError, match="of the caller"):
            waiting.throw(TimeoutError("of the caller"))


async def test_the_cache_serves_coroutines(world: World) -> None:
    async with world.emulator.async_client() as client:
        batch = zgrpc.AsyncBatch(client, ttl=60)
        await batch.users(world.users)
        before = len(world.emulator.calls)
        assert [user.id for user in await batch.users(world.users)] == world.users
        assert len(world.emulator.calls) == before


async def test_every_look_up_of_the_asyncio_flavor_finds_what_the_other_finds(world: World) -> None:
    user, grant = next(iter(world.grants.items()))
    sync = world.client.batch
    async with world.emulator.async_client() as client:
        batch = client.batch
        assert await batch.user(user) == sync.user(user)
        assert await batch.user_by_login_name("gigi") == sync.user_by_login_name("gigi")
        assert await batch.users_by_login_name(["gigi"]) == sync.users_by_login_name(["gigi"])
        assert await batch.users_by_email("gigi@zoo.example") == sync.users_by_email("gigi@zoo.example")
        assert await batch.users_by_emails(["gigi@zoo.example"]) == sync.users_by_emails(["gigi@zoo.example"])
        assert await batch.user_grants(user) == sync.user_grants(user)
        assert await batch.user_grants_by_user([user]) == sync.user_grants_by_user([user])
        assert await batch.user_grant(user, grant) == sync.user_grant(user, grant)
        assert await batch.user_metadata(world.human, "team") == sync.user_metadata(world.human, "team")
        assert await batch.v2_user(user) == sync.v2_user(user)
        assert await batch.v2_users([user]) == sync.v2_users([user])
        assert await batch.v2_users_by_email("gigi@zoo.example") == sync.v2_users_by_email("gigi@zoo.example")
        assert await batch.v2_users_by_emails(["gigi@zoo.example"]) == sync.v2_users_by_emails(["gigi@zoo.example"])
        assert await batch.authorizations(user) == sync.authorizations(user)
        assert await batch.authorizations_by_user([user]) == sync.authorizations_by_user([user])
        assert await batch.administrators(user) == sync.administrators(user)
        assert await batch.administrators_by_user([user]) == sync.administrators_by_user([user])
        for name in ("app", "project_grant", "machine_key", "personal_access_token"):
            with pytest.raises(zgrpc.NotFoundError):
                await getattr(batch, name)(world.project, "404")
            with pytest.raises(zgrpc.NotFoundError):
                getattr(sync, name)(world.project, "404")


def test_both_flavors_offer_the_same_look_ups() -> None:
    def offered(flavor: type) -> set[str]:
        return {name for name in dir(flavor) if not name.startswith("_")}

    assert offered(zgrpc.Batch) == offered(zgrpc.AsyncBatch)
