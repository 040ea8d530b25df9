"""A mirror that follows events, over the wire."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.mirror.conftest import FileMirror, Writer
from zgrpc.mirror import AsyncMirror, Mirror
from zgrpc.testing import Emulator, faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.mirror.conftest import World


Make = Callable[..., FileMirror]


@pytest.fixture
def make(new_file: Callable[[], Path]) -> Make:
    """Make a mirror of the organization of a world."""
    return lambda world, **options: FileMirror(world.client, new_file(), orgs=[world.org], **options)


@pytest.fixture
def filled(world: World, make: Make) -> Iterator[FileMirror]:
    """A mirror that has seen the events of its own beginning too."""
    mirror = make(world)
    mirror.sync()
    mirror.sync()
    yield mirror
    mirror.close()


def test_a_hundred_changes_are_seen_with_one_request_for_events(
    world: World, filled: FileMirror, emulator: Emulator
) -> None:
    users = [world.client.management.add_machine_user(user_name=f"u{i}", name="U").user_id for i in range(100)]
    filled.sync()
    for user in users:
        world.give(user, "clerk")
    before = len(emulator.calls)
    changes = filled.sync()
    assert len(changes) == 100
    assert [call.method for call in emulator.calls[before:]] == ["admin.ListEvents"]
    assert all(filled.has_role(user, world.shop, "clerk") for user in users)


def test_many_users_are_looked_up_in_one_request(world: World, filled: FileMirror, emulator: Emulator) -> None:
    for number in range(50):
        world.client.management.add_machine_user(user_name=f"u{number}", name="U")
    before = len(emulator.calls)
    filled.sync()
    assert filled.count("users") == 52
    assert [call.method for call in emulator.calls[before:]] == ["admin.ListEvents", "management.ListUsers"]


@pytest.mark.parametrize("seed", range(6))
def test_random_writes_leave_no_difference(world: World, make: Make, seed: int) -> None:
    writer = Writer(world, seed)
    mirror = make(world)
    mirror.sync()
    for _ in range(12):
        for _ in range(12):
            writer.write()
        mirror.sync()
    assert mirror.differences(make(world, events=False)) == {}
    assert mirror.verify() == []
    mirror.close()


def test_restarts_lost_connections_and_lag_leave_no_difference(make: Make, new_file: Callable[[], Path]) -> None:
    from tests.mirror.conftest import World

    with Emulator(projection_lag=0.15) as emulator, emulator.client() as owner, emulator.client() as other:
        world = World(owner)
        time.sleep(0.3)
        writer, path = Writer(world, 42), new_file()
        client = other.with_org(world.org)  # whose connection breaks, and not the writer's
        for turn in range(8):
            mirror = FileMirror(client, path, orgs=[world.org], interval=0.02)
            with mirror:
                for number in range(25):
                    writer.write()
                    if number % 10 == 5:
                        emulator.faults.add(faults.drop_connection(rpc="admin.ListEvents", count=1))
                if turn % 2:
                    mirror.wait_until(timeout=20)
        time.sleep(0.5)
        mirror = FileMirror(world.client, path, orgs=[world.org])
        deadline = time.monotonic() + 20
        mirror.sync()
        while mirror.differences(make(world, events=False)) and time.monotonic() < deadline:
            time.sleep(0.2)
            mirror.sync()
        assert mirror.differences(make(world, events=False)) == {}
        mirror.close()


def test_a_full_comparison_repairs_and_reports(world: World, filled: FileMirror) -> None:
    before = filled.rows()
    filled.execute("DELETE FROM users WHERE id = ?", world.ada)
    filled.execute("INSERT INTO roles VALUES (?, 'ghost', ?, 'Ghost', '')", world.shop, world.org)
    found = {(change.table, change.before is None) for change in filled.verify()}
    assert found == {("users", True), ("roles", False)}
    assert filled.rows() == before
    assert filled.verify() == []


def test_counts_that_differ_lead_to_a_full_comparison(world: World, filled: FileMirror) -> None:
    assert filled.check() == []
    before = filled.rows()
    filled.execute("DELETE FROM grants WHERE id = ?", world.grant)
    assert [change.table for change in filled.check()] == ["grants"]
    assert filled.rows() == before


def viewer(world: World, *roles: str) -> str:
    """A token of a user with roles in the organization and none in the instance."""
    bot = world.client.management.add_machine_user(user_name="viewer", name="Viewer").user_id
    world.client.management.add_org_member(user_id=bot, roles=list(roles))
    return str(world.client.management.add_personal_access_token(user_id=bot).token)


def test_without_the_permission_for_events_it_lists_everything(world: World, emulator: Emulator) -> None:
    credentials = zgrpc.PersonalAccessToken(viewer(world, "ORG_OWNER"))
    with zgrpc.Client(emulator.url, credentials=credentials) as client:
        with Mirror(client, orgs=[world.org], interval=0.05) as mirror:
            assert not mirror.follows_events
            world.give(world.bob, "clerk")
            mirror.wait_until(timeout=10)
            assert mirror.has_role(world.bob, world.shop, "clerk")
        with pytest.raises(zgrpc.PermissionDeniedError), Mirror(client, orgs=[world.org], events=True):
            pass


async def test_asyncio_follows_events_too(world: World, emulator: Emulator) -> None:
    async with (
        emulator.async_client() as owner,
        AsyncMirror(owner.with_org(world.org), orgs=[world.org], interval=0.05) as mirror,
    ):
        world.give(world.bob, "clerk")
        await mirror.wait_until(timeout=10)
        assert mirror.has_role(world.bob, world.shop, "clerk")
        assert await mirror.verify() == []
        assert await mirror.check() == []


def test_a_program_that_fails_in_on_change_does_not_stop_the_mirror(world: World, make: Make) -> None:
    def fails(changes: Any) -> None:
        raise ZeroDivisionError

    mirror = make(world, on_change=fails)
    mirror.sync()
    assert mirror.has_role(world.ada, world.shop, "admin")
    mirror.close()
