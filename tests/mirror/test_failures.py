"""A mirror whose file, thread or task fails goes on, or says why it does not."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from typing import TYPE_CHECKING

import pytest

import zgrpc
from tests.mirror.conftest import FileMirror
from zgrpc.mirror import AsyncMirror, Mirror
from zgrpc.mirror._store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.mirror.conftest import World
    from zgrpc.testing import Emulator


def test_a_full_disk_is_reported_and_does_not_end_the_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "mirror.db", "a scope")
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(sqlite3.OperationalError, match="disk is full"), store.transaction():
        store.put("projects", ("1", "org", "name" * 100_000, "ACTIVE"))
    store.connection.execute("PRAGMA max_page_count = 100000")
    with store.transaction():
        store.put("projects", ("1", "org", "name", "ACTIVE"))
    assert list(store.rows("projects")) == [("1",)]
    store.close()


def test_a_file_that_is_refused_is_closed(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    path = tmp_path / "mirror.db"
    store = Store(path, "a scope")
    store.note("fresh", "1.0")
    store.close()
    with pytest.raises(ValueError, match="another scope"):
        Store(path, "another scope")
    assert not path.with_name("mirror.db-wal").exists()  # the last connection removes it
    assert not recwarn.list


def test_a_file_that_was_never_filled_takes_another_scope(world: World, new_file: Callable[[], Path]) -> None:
    file = new_file()
    with pytest.raises(zgrpc.PermissionDeniedError), Mirror(world.client, file, orgs=["1"]):
        pass
    with Mirror(world.client, file, orgs=[world.org]) as mirror:
        assert mirror.count("users")
    with pytest.raises(ValueError, match=f"mirrors {world.org}"):
        Mirror(world.client, file, orgs=["1"])


@pytest.mark.slow
def test_the_thread_survives_a_failing_file(world: World, new_file: Callable[[], Path]) -> None:
    with FileMirror(world.client, new_file(), orgs=[world.org]) as mirror:
        mirror.execute("ALTER TABLE seen RENAME TO away")
        _wait(lambda: mirror.error is not None)
        assert isinstance(mirror.error, sqlite3.OperationalError)
        mirror.execute("ALTER TABLE away RENAME TO seen")
        world.give(world.bob, "clerk")
        mirror.wait_until(timeout=10)
        assert mirror.has_role(world.bob, world.shop, "clerk")
        assert mirror.error is None


@pytest.mark.slow
async def test_the_task_survives_a_failing_file(emulator: Emulator, world: World, new_file: Callable[[], Path]) -> None:
    path = new_file()
    async with (
        emulator.async_client() as owner,
        AsyncMirror(owner.with_org(world.org), path, orgs=[world.org], interval=0.05) as mirror,
    ):
        with sqlite3.connect(path) as file:
            file.execute("ALTER TABLE seen RENAME TO away")
        await asyncio.to_thread(_wait, lambda: mirror.error is not None)
        with sqlite3.connect(path) as file:
            file.execute("ALTER TABLE away RENAME TO seen")
        await mirror.wait_until(timeout=10)
        assert mirror.error is None
    file.close()


def test_a_closed_mirror_can_be_printed(world: World) -> None:
    mirror = Mirror(world.client, orgs=[world.org], what=["grants"])
    mirror.close()
    assert repr(mirror) == f"<Mirror of {world.org}: grants>"


def test_a_list_that_is_not_permitted_is_no_reason_to_list_everything_each_time(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(zgrpc.PermissionDeniedError, match="ListUsers"):
        Mirror(world.client, orgs=["4711"]).sync()
    assert "events are not permitted" not in caplog.text


@pytest.mark.parametrize(
    ("every", "damage"),
    [("check_every", "DELETE FROM grants"), ("verify_every", "UPDATE grants SET role_keys = '[]'")],
)
def test_a_mirror_that_runs_repairs_what_a_regular_check_finds(
    world: World, new_file: Callable[[], Path], every: str, damage: str
) -> None:
    with FileMirror(world.client, new_file(), orgs=[world.org], interval=0.02, **{every: 0.1}) as mirror:
        whole = mirror.rows()["grants"]
        mirror.execute(damage)
        _wait(lambda: mirror.rows()["grants"] == whole)
        assert mirror.error is None


async def test_a_mirror_in_a_task_repairs_what_a_regular_check_finds(
    emulator: Emulator, world: World, new_file: Callable[[], Path]
) -> None:
    path = new_file()
    async with (
        emulator.async_client() as owner,
        AsyncMirror(owner.with_org(world.org), path, orgs=[world.org], interval=0.02, check_every=0.1) as mirror,
    ):
        with sqlite3.connect(path) as file:
            file.execute("DELETE FROM grants")
        file.close()
        await asyncio.to_thread(_wait, lambda: mirror.count("grants") == 1)


async def test_closing_waits_for_the_thread_of_a_canceled_sync(emulator: Emulator, world: World) -> None:
    entered, go_on = threading.Event(), threading.Event()
    go_on.set()

    def clock() -> float:
        entered.set()
        assert go_on.wait(20)
        return time.time()

    async with emulator.async_client() as owner:
        mirror = AsyncMirror(owner.with_org(world.org), orgs=[world.org], clock=clock)
        entered.clear()
        go_on.clear()
        syncing = asyncio.create_task(mirror.sync())
        assert await asyncio.to_thread(entered.wait, 20)
        syncing.cancel()
        closing = asyncio.create_task(mirror.close())
        await asyncio.wait([closing], timeout=0.1)
        assert not closing.done()
        go_on.set()
        await closing
        assert syncing.cancelled()


def _wait(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.01)
