"""A mirror that lists everything each time, over the wire."""

from __future__ import annotations

import datetime
import threading
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc.mirror import AsyncMirror, Mirror, Reader
from zgrpc.testing import Emulator, faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.mirror.conftest import World


def make(world: World, path: Path | None = None, **options: Any) -> Mirror:
    return Mirror(world.client, path, orgs=[world.org], events=False, **{"interval": 0.05, **options})


def test_a_mirror_answers_as_zitadel_does(world: World) -> None:
    with make(world) as mirror:
        assert mirror.has_role(world.ada, world.shop, "admin")
        assert mirror.has_role(world.ada, world.shop, "admin", org_id=world.org)
        assert not mirror.has_role(world.ada, world.shop, "admin", org_id="1")
        assert not mirror.has_role(world.ada, world.shop, "clerk")
        assert not mirror.has_role(world.bob, world.shop, "admin")
        (grant,) = mirror.grants_of(world.ada)
        assert grant == (world.grant, world.org, world.shop, ("admin",))
        assert mirror.grants_of("nobody") == []
        assert {table: mirror.count(table) for table in ("users", "projects", "roles", "grants")} == {
            "users": 2, "projects": 1, "roles": 2, "grants": 1,
        }  # fmt: skip
        assert mirror.count("memberships") >= 1
        assert mirror.lag < 30


def test_a_mirror_follows_changes_and_reports_them(world: World) -> None:
    reported: list[Any] = []
    with make(world, on_change=reported.extend) as mirror:
        reported.clear()
        world.client.management.update_user_grant(user_id=world.ada, grant_id=world.grant, role_keys=["clerk"])
        mirror.wait_until(timeout=10)
        assert mirror.has_role(world.ada, world.shop, "clerk")
        assert not mirror.has_role(world.ada, world.shop, "admin")
        world.client.management.deactivate_user_grant(user_id=world.ada, grant_id=world.grant)
        mirror.wait_until(timeout=10)
        assert not mirror.has_role(world.ada, world.shop, "clerk")
        assert mirror.grants_of(world.ada) == []
        world.client.management.remove_user(id=world.bob)
        mirror.wait_until(timeout=10)
        assert mirror.count("users") == 1
    changed = [(change.table, change.before is None, change.after is None) for change in reported]
    assert changed.count(("grants", False, False)) == 2
    assert ("users", False, True) in changed


def test_two_grants_of_a_role_outlive_one_of_them(world: World, emulator: Emulator) -> None:
    with make(world) as mirror:
        world.client.management.remove_user_grant(user_id=world.ada, grant_id=world.grant)
        again = world.give(world.ada, "admin", "clerk")
        mirror.sync()
        assert mirror.has_role(world.ada, world.shop, "admin")
        assert [grant.id for grant in mirror.grants_of(world.ada)] == [again]


def test_a_file_survives_a_restart_and_serves_readers(world: World, tmp_path: Path) -> None:
    path = tmp_path / "grants.db"
    with make(world, path):
        with Reader(path) as reader:
            assert reader.has_role(world.ada, world.shop, "admin")
        with pytest.raises(RuntimeError, match="another process keeps the mirror"):
            make(world, path)
    assert path.stat().st_mode & 0o777 == 0o600
    with Reader(path) as reader:
        assert [grant.id for grant in reader.grants_of(world.ada)] == [world.grant]
        assert reader.lag >= 0
    mirror = make(world, path)
    assert mirror.has_role(world.ada, world.shop, "admin"), "known before the first request"
    mirror.close()


def test_a_reader_in_a_thread_sees_committed_rows_only(world: World, tmp_path: Path) -> None:
    with make(world, tmp_path / "grants.db") as mirror:
        seen: set[int] = set()
        stop = threading.Event()

        def read() -> None:
            while not stop.is_set():
                seen.add(len(mirror.grants_of(world.ada)))

        thread = threading.Thread(target=read)
        thread.start()
        for _ in range(5):
            mirror.verify()
        stop.set()
        thread.join()
        assert seen == {1}


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to look at" * 10])
def test_a_file_that_is_not_a_mirror_is_left_alone(world: World, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "precious.txt"
    path.write_bytes(content)
    if not content:  # an empty file may become one
        make(world, path).close()
        return
    with pytest.raises(ValueError, match="is not a mirror"):
        make(world, path)
    with pytest.raises(ValueError, match="is not a mirror"):
        Reader(path)
    assert path.read_bytes() == content


def test_a_mirror_file_of_other_organizations_is_rejected(world: World, tmp_path: Path) -> None:
    with make(world, tmp_path / "a.db", what=["grants"]):
        pass
    with pytest.raises(ValueError, match=r"mirrors \d+: grants, not \d+: users"):
        make(world, tmp_path / "a.db", what=["users"])


def test_errors_are_kept_and_the_mirror_recovers(world: World, emulator: Emulator) -> None:
    with make(world, interval=0.02) as mirror:
        emulator.faults.add(faults.drop_connection())
        with pytest.raises(TimeoutError, match=r"did not catch up within 1 s"):
            mirror.wait_until(timeout=1.0)
        emulator.faults.clear()
        mirror.wait_until(timeout=30)
        assert mirror.error is None


async def test_asyncio_keeps_errors_and_recovers(world: World, emulator: Emulator) -> None:
    async with emulator.async_client() as owner:
        client = owner.with_org(world.org)
        async with AsyncMirror(client, orgs=[world.org], events=False, interval=0.02) as mirror:
            emulator.faults.add(faults.resource_exhausted())
            with pytest.raises(TimeoutError, match=r"did not catch up within 1 s"):
                await mirror.wait_until(timeout=1.0)
            assert isinstance(mirror.error, zgrpc.ZitadelError)
            emulator.faults.clear()
            await mirror.wait_until(timeout=30)
            assert mirror.error is None


async def test_asyncio_applies_the_same(emulator: Emulator, world: World) -> None:
    async with emulator.async_client() as owner:
        client = owner.with_org(world.org)
        async with AsyncMirror(client, orgs=[world.org], events=False, interval=0.05) as mirror:
            assert mirror.has_role(world.ada, world.shop, "admin")
            added = await client.management.add_user_grant(
                user_id=world.bob, project_id=world.shop, role_keys=["clerk"]
            )
            await mirror.wait_until(timeout=10)
            assert [grant.id for grant in mirror.grants_of(world.bob)] == [added.user_grant_id]
            assert await mirror.verify() == []


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"what": ["grant"]}, ValueError, "no table 'grant'; there are users"),
        ({"interval": 0}, ValueError, "interval must be a number of seconds above 0"),
        ({"orgs": "1"}, TypeError, "orgs must be a list of ids"),
    ],
)
def test_bad_arguments_are_refused(world: World, options: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        Mirror(world.client, **options)


async def test_each_flavor_refuses_the_client_of_the_other_before_it_opens_a_file(
    emulator: Emulator, world: World, tmp_path: Path
) -> None:
    path = tmp_path / "mirror.db"
    with pytest.raises(TypeError, match="client: AsyncMirror takes an AsyncClient, not Client"):
        AsyncMirror(world.client, path)
    async with emulator.async_client() as client:
        with pytest.raises(TypeError, match="client: Mirror takes a Client, not AsyncClient"):
            Mirror(client, path)
    assert not path.exists()


def test_waiting_takes_a_moment_or_the_details_of_a_write(world: World) -> None:
    with make(world) as mirror:
        details = world.client.management.update_machine(user_id=world.ada, name="Countess").details
        mirror.wait_until(details, timeout=10)
        mirror.wait_until(datetime.datetime.now(datetime.UTC), timeout=10)
        with pytest.raises(ValueError, match="time zone"):
            mirror.wait_until(datetime.datetime(2026, 1, 1))
        with pytest.raises(TypeError, match="not int"):
            mirror.wait_until(5)
