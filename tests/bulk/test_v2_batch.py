"""Batched look-ups by the services of v2, over the wire."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.testing import Emulator

WIDE = 0.15
"""Long enough to hold all look-ups of a test; a full batch does not wait for it."""


class World:
    """An emulator with users, of whom the first three have a grant, and the first one is an administrator."""

    def __init__(self, emulator: Emulator, client: zgrpc.Client) -> None:
        self.emulator = emulator
        self.client = client
        management = client.management
        self.users = [management.add_machine_user(user_name=f"bee-{i}", name=f"Bee {i}").user_id for i in range(12)]
        self.human = management.add_human_user(
            user_name="mira",
            profile={"first_name": "Mira", "last_name": "Meerkat"},
            email={"email": "mira@zoo.example", "is_email_verified": True},
        ).user_id
        self.project = management.add_project(name="Hive").id
        management.add_project_role(project_id=self.project, role_key="keeper", display_name="Keeper")
        for user in self.users[:3]:
            management.add_user_grant(user_id=user, project_id=self.project, role_keys=["keeper"])
        management.add_org_member(user_id=self.users[0], roles=["ORG_OWNER_VIEWER"])

    def sent(self, act: Callable[[], Any]) -> list[str]:
        """The RPCs that `act` sends."""
        before = len(self.emulator.calls)
        act()
        return [call.method for call in self.emulator.calls[before:]]


@pytest.fixture(scope="module")
def world(emulator: Emulator, client: zgrpc.Client) -> World:
    return World(emulator, client)


def test_users_come_from_one_search_in_the_order_of_their_ids(world: World) -> None:
    found: list[Any] = []
    wanted = world.users[::-1]
    assert world.sent(lambda: found.extend(world.client.batch.v2_users(wanted))) == ["v2.user.ListUsers"]
    assert [user.user_id for user in found] == wanted


def test_a_user_is_the_message_that_the_single_call_gives(world: World) -> None:
    assert world.client.batch.v2_user(world.human) == world.client.v2.user.get_user_by_id(user_id=world.human).user


def test_look_ups_of_many_threads_share_a_search(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=10, max_keys=len(world.users))  # a full batch does not wait
    with ThreadPoolExecutor(len(world.users)) as threads:
        assert world.sent(lambda: list(threads.map(batch.v2_user, world.users))) == ["v2.user.ListUsers"]


def test_searches_of_both_versions_do_not_mix(world: World) -> None:
    batch = zgrpc.Batch(world.client, window=WIDE)
    user = world.users[0]
    with ThreadPoolExecutor(2) as threads:
        v1, v2 = threads.submit(batch.user, user), threads.submit(batch.v2_user, user)
        assert (v1.result().id, v2.result().user_id) == (user, user)


def test_a_missing_user_raises_and_names_the_search(world: World) -> None:
    with pytest.raises(zgrpc.NotFoundError, match="no user for '404'") as caught:
        world.client.batch.v2_user("404")
    assert caught.value.method == "zitadel.user.v2.UserService/ListUsers"
    assert world.client.batch.v2_users(["404"], missing_ok=True) == [None]


def test_users_are_found_by_email(world: World) -> None:
    found = world.client.batch.v2_users_by_emails(["mira@zoo.example", "nobody@zoo.example"])
    assert {email: [user.user_id for user in users] for email, users in found.items()} == {
        "mira@zoo.example": [world.human],
        "nobody@zoo.example": [],
    }


def test_authorizations_of_many_users_come_from_one_search(world: World) -> None:
    found: dict[str, list[Any]] = {}
    sent = world.sent(lambda: found.update(world.client.batch.authorizations_by_user(world.users)))
    assert sent == ["v2.authorization.ListAuthorizations"]
    assert [len(found[user]) for user in world.users] == [1, 1, 1] + [0] * 9
    assert found[world.users[0]][0].project.id == world.project


def test_administrator_roles_of_many_users_come_from_one_search(world: World) -> None:
    found: dict[str, list[Any]] = {}
    sent = world.sent(lambda: found.update(world.client.batch.administrators_by_user(world.users)))
    assert sent == ["v2.internal_permission.ListAdministrators"]
    assert [list(one.roles) for one in found[world.users[0]]] == [["ORG_OWNER_VIEWER"]]
    assert found[world.users[1]] == []


def test_the_organization_of_the_client_does_not_narrow_a_search_of_v2(world: World) -> None:
    other = world.client.with_org(world.client.management.add_org(name="Elsewhere").id)
    assert other.batch.v2_user(world.human).user_id == world.human
    assert len(other.batch.authorizations(world.users[0])) == 1


def test_a_search_is_complete_from_a_server_that_answers_a_part_in_silence(world: World) -> None:
    world.emulator.faults.cap_limit(5, rpc="v2.user.ListUsers")
    assert [user.user_id for user in world.client.batch.v2_users(world.users)] == world.users


def test_a_search_is_complete_from_a_server_that_refuses_a_large_limit(world: World) -> None:
    world.emulator.faults.refuse_limit_above(100, rpc="v2.authorization.ListAuthorizations")
    found = world.client.batch.authorizations_by_user(world.users)
    assert [len(found[user]) for user in world.users] == [1, 1, 1] + [0] * 9


def test_a_failed_search_fails_its_callers_each_with_an_error_of_its_own(world: World) -> None:
    world.emulator.faults.resource_exhausted(rpc="v2.authorization.ListAuthorizations")
    batch = zgrpc.Batch(world.client, window=WIDE)
    with ThreadPoolExecutor(2) as threads:
        errors = [threads.submit(batch.authorizations, user).exception() for user in world.users[:2]]
    assert all(isinstance(error, zgrpc.ResourceExhaustedError) for error in errors)
    assert errors[0] is not errors[1]
