"""Some minutes of simulated time, and one test for each thing that a day of them found."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from benchmarks.simulate import Late, simulate
from benchmarks.writer import World
from tests.mirror.conftest import FileMirror
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from pathlib import Path

Make = Callable[..., FileMirror]
Trailing = tuple[Emulator, World, FileMirror]


@pytest.fixture
def late(emulator: Emulator) -> Late:
    """Faults that hide events."""
    faults = emulator.faults = Late(lambda: time.time() + emulator.clock_offset)
    return faults


@pytest.fixture
def make(new_file: Callable[[], Path], world: World) -> Iterator[Make]:
    """Make mirrors of the organization of a world, filled a minute after it was made."""
    made = []

    def new(**options: Any) -> FileMirror:
        made.append(FileMirror(world.client, new_file(), orgs=[world.org], **options))
        made[-1].sync()
        return made[-1]

    yield new
    for mirror in made:
        mirror.close()


@pytest.fixture
def trailing(new_file: Callable[[], Path]) -> Iterator[Trailing]:
    """An emulator whose lists may trail its writes, a world, and a mirror that is filled."""
    with Emulator(projection_lag=0.001) as emulator, emulator.client() as owner:
        world = World(owner)
        mirror = FileMirror(world.client, new_file(), orgs=[world.org])
        time.sleep(0.01)
        mirror.sync()
        yield emulator, world, mirror
        mirror.close()


def hide(emulator: Emulator, late: Late, aggregate_id: str, seconds: float) -> None:
    rows = emulator.store.all(
        "SELECT aggregate, aggregate_id, sequence FROM events WHERE aggregate_id = ?", aggregate_id
    )
    assert late.hide([tuple(row) for row in rows], seconds) == len(rows)


@pytest.mark.parametrize("seed", [1, 2])
def test_minutes_of_writes_lags_restarts_and_lost_connections_leave_no_difference(seed: int) -> None:
    report = simulate(0.1, seed)
    assert report.polls == 72
    assert report.writes > 20
    assert report.comparisons == 1
    assert (report.differences, report.first) == (0, [])


def test_an_event_that_becomes_visible_late_does_not_undo_a_later_one(
    emulator: Emulator, world: World, make: Make, late: Late
) -> None:
    mirror = make()
    grant = world.give(world.bob, "clerk")
    hide(emulator, late, grant, 3600.0)
    world.client.management.remove_user(id=world.bob)
    # Its aggregate alone is late, as if it was written while the user was removed.
    emulator.store.run("DELETE FROM events WHERE aggregate_id = ? AND sequence > 1", grant)
    mirror.sync()
    late.visible.clear()
    mirror.sync()
    assert mirror.grants_of(world.bob) == []


def test_lists_that_trail_do_not_undo_what_events_told(trailing: Trailing) -> None:
    emulator, world, mirror = trailing
    emulator.clock_offset += 3600.0
    emulator.store.lag = 5.0
    management = world.client.management
    grant = world.give(world.bob, "clerk")
    management.remove_project_role(project_id=world.shop, role_key="admin")
    management.remove_user(id=world.ada)
    mirror.sync()
    before = mirror.rows()
    assert mirror.verify() == []
    assert mirror.rows() == before
    assert [each.id for each in mirror.grants_of(world.bob)] == [grant]


def test_wait_until_waits_for_a_user_whose_look_up_trails(trailing: Trailing) -> None:
    emulator, world, mirror = trailing
    mirror.sync()
    emulator.store.lag = 3600.0
    changed = world.client.management.update_machine(user_id=world.ada, name="Countess")
    mirror.sync()
    with pytest.raises(TimeoutError):
        mirror.wait_until(changed.details, timeout=0.01)
    emulator.clock_offset += 7200.0
    mirror.sync()
    mirror.wait_until(changed.details, timeout=1)
    assert "Countess" in {row[4] for row in mirror.rows()["users"]}


def test_a_removed_user_does_not_come_back_by_a_list_that_trails(trailing: Trailing) -> None:
    emulator, world, mirror = trailing
    mirror.sync()
    emulator.store.lag = 5.0
    world.client.management.update_machine(user_id=world.ada, name="Countess")
    mirror.sync()
    emulator.clock_offset += 3.0
    world.client.management.remove_user(id=world.ada)
    emulator.clock_offset += 3.0  # the list has the new name, and the removal not yet
    mirror.sync()
    assert world.ada not in {row[0] for row in mirror.rows()["users"]}


def test_changes_are_told_even_if_the_way_to_them_fails_in_between(
    emulator: Emulator, world: World, make: Make
) -> None:
    told: list[Any] = []
    mirror = make(on_change=told.extend)
    mirror.sync()
    told.clear()
    world.give(world.bob, "clerk")
    world.client.management.update_machine(user_id=world.ada, name="Countess")
    emulator.faults.resource_exhausted(rpc="management.ListUsers")
    with pytest.raises(zgrpc.ResourceExhaustedError):
        mirror.sync()
    assert [change.table for change in told] == ["grants"]
    emulator.faults.clear()
    world.client.management.update_project(id=world.shop, name="Store")
    told.clear()
    mirror.verify()
    assert {change.table for change in told} == {"projects", "users"}


def fail_one_write(mirror: FileMirror) -> None:
    """Let the next write of events fail, as on a full disk."""
    mirror.execute("CREATE TRIGGER full BEFORE INSERT ON seen BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    with pytest.raises(sqlite3.DatabaseError, match="the disk is full"):
        mirror.sync()
    mirror.execute("DROP TRIGGER full")


def test_lists_that_trail_lose_nothing_if_the_first_write_failed(trailing: Trailing, new_file: Any) -> None:
    emulator, world, _ = trailing
    emulator.store.lag = 3600.0
    world.client.management.remove_user_grant(user_id=world.ada, grant_id=world.grant)
    emulator.clock_offset += 5.0
    world.client.management.update_project(id=world.shop, name="Store")
    mirror = FileMirror(world.client, new_file(), orgs=[world.org])
    fail_one_write(mirror)
    mirror.sync()
    assert mirror.grants_of(world.ada) == []
    mirror.close()


def test_an_event_that_becomes_visible_late_is_fetched_again_if_its_write_failed(
    emulator: Emulator, world: World, make: Make, late: Late
) -> None:
    mirror = make(clock=lambda: time.time() + emulator.clock_offset)
    removed = world.give(world.bob, "clerk")
    mirror.sync()
    world.client.management.remove_user_grant(user_id=world.bob, grant_id=removed)
    (row,) = emulator.store.all(
        "SELECT aggregate, aggregate_id, sequence FROM events WHERE aggregate_id = ? ORDER BY sequence DESC LIMIT 1",
        removed,
    )
    late.hide([tuple(row)], 8.0)
    emulator.clock_offset += 1.0
    world.client.management.update_project(id=world.shop, name="Store")
    mirror.sync()
    emulator.clock_offset += 11.0
    fail_one_write(mirror)
    mirror.sync()
    assert mirror.grants_of(world.bob) == []
