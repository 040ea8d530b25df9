"""A mirror of a whole instance: every organization, and the members of the instance."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

import zgrpc
from tests.mirror.conftest import FileMirror, World, Writer

if TYPE_CHECKING:
    from pathlib import Path

    from zgrpc.testing import Emulator


Make = Callable[..., FileMirror]


@pytest.fixture
def make(new_file: Callable[[], Path]) -> Make:
    """Make a mirror of every organization that a client sees."""
    return lambda owner, **options: FileMirror(owner, new_file(), orgs=None, **options)


class Instance:
    """Some organizations, and writes to all of them and to the instance."""

    def __init__(self, owner: zgrpc.Client, seed: int) -> None:
        self.owner = owner
        self._random = random.Random(seed)
        self._worlds = [World(owner, f"-{number}") for number in range(3)]
        self._writers = [Writer(world, seed + number) for number, world in enumerate(self._worlds)]

    def write(self) -> None:
        """Make one change; a change that the server refuses is none."""
        step = self._random.randrange(10)
        if step < 7:
            self._random.choice(self._writers).write()
            return
        user = self._random.choice(self._worlds).ada
        with contextlib.suppress(zgrpc.AlreadyExistsError, zgrpc.NotFoundError, zgrpc.FailedPreconditionError):
            if step == 7:
                self.owner.admin.add_iam_member(user_id=user, roles=["IAM_OWNER_VIEWER"])
            elif step == 8:
                self.owner.admin.update_iam_member(user_id=user, roles=["IAM_ORG_MANAGER"])
            else:
                self.owner.admin.remove_iam_member(user_id=user)

    def add_org(self) -> None:
        """Add an organization with everything that a mirror holds."""
        self._worlds.append(World(self.owner, f"-{len(self._worlds)}"))

    def remove_org(self) -> None:
        """Remove an organization with all that it has."""
        index = self._random.randrange(len(self._writers))
        self.owner.admin.remove_org.with_options()(org_id=self._worlds.pop(index).org)
        self._writers.pop(index)


@pytest.mark.parametrize("events", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_random_writes_to_an_instance_leave_no_difference(
    emulator: Emulator, make: Make, seed: int, events: bool
) -> None:
    with emulator.client() as owner:
        instance = Instance(owner, seed * 10)
        mirror = make(owner, events=events)
        mirror.sync()
        for turn in range(6):
            for _ in range(12):
                instance.write()
            if turn == 2:
                instance.add_org()
            if turn == 4:
                instance.remove_org()
            mirror.sync()
        assert mirror.differences(make(owner, events=False)) == {}
        mirror.close()


def test_members_of_the_instance_are_mirrored(emulator: Emulator, make: Make, world: World) -> None:
    with emulator.client() as owner:
        owner.admin.add_iam_member(user_id=world.bob, roles=["IAM_OWNER_VIEWER"])
        mirror = make(owner)
        mirror.sync()
        found = [row for row in mirror.rows()["memberships"] if row[:2] == (world.bob, "iam")]
        assert [row[-1] for row in found] == ['["IAM_OWNER_VIEWER"]']
        mirror.close()


@pytest.mark.parametrize("what", [None, ["grants"]])
def test_removing_an_org_removes_what_its_users_have_elsewhere(
    emulator: Emulator, make: Make, world: World, what: list[str] | None
) -> None:
    with emulator.client() as owner:
        other = World(owner, "-other")
        grant = world.give(other.ada, "clerk")
        owner.admin.add_iam_member(user_id=other.bob, roles=["IAM_OWNER_VIEWER"])
        mirror = make(owner, **({} if what is None else {"what": what}))
        mirror.sync()
        assert [each.id for each in mirror.grants_of(other.ada) if each.project_id == world.shop] == [grant]
        owner.admin.remove_org.with_options()(org_id=other.org)
        mirror.sync()
        assert mirror.grants_of(other.ada) == []
        assert not [row for row in mirror.rows()["memberships"] if row[0] == other.bob]
        mirror.close()
