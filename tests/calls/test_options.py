"""Call options: bound by with_options(), beside fields of the same names, and tokens of other callers."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import zgrpc
from tests.reachable import reachable


def test_a_field_wins_as_a_keyword_over_an_option_of_its_name(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        user_id = client.auth.get_my_user().user.id
        client.management.bulk_set_user_metadata(id=user_id, metadata=[{"key": "color", "value": b"blue"}])
        found = client.management.get_user_metadata(id=user_id, key="color").metadata
        assert found.value == b"blue"


def test_an_option_of_an_rpc_with_a_field_of_its_name_goes_to_with_options(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        user_id = client.auth.get_my_user().user.id
        write = client.management.bulk_set_user_metadata.with_options(metadata=[("x-trace", "7")])
        write(id=user_id, metadata=[{"key": "color", "value": b"blue"}])
        assert ("x-trace", "7") in [tuple(pair) for pair in own_emulator.calls[-1].metadata.items()]


def test_with_options_leaves_the_rpc_itself_as_it_was(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        rpc = client.auth.get_my_user
        once = rpc.with_options(retry=False)
        client.auth.get_my_user()
        with own_emulator.faults.unavailable(count=1), pytest.raises(zgrpc.UnavailableError):
            once()
        with own_emulator.faults.unavailable(count=1) as fault:
            rpc()
        assert fault.hits == 1


def test_options_are_checked_when_they_are_bound() -> None:
    with zgrpc.Client("http://localhost:1") as client:
        with pytest.raises(ValueError, match="timeout"):
            client.auth.get_my_user.with_options(timeout=-1)
        with pytest.raises(TypeError, match="retry must be True or False"):
            client.auth.get_my_user.with_options(retry=3)  # type: ignore[arg-type]  # wrong on purpose


def test_options_of_a_list_are_bound(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        for number in range(3):
            client.management.add_project(name=f"p{number}")
        two = client.management.list_projects.with_options(limit=2)
        assert len(list(two())) == 2
        assert len(list(two(limit=1))) == 1


def other_user(client: Any) -> tuple[str, str]:
    user_id = client.management.add_machine_user(user_name="bot", name="Bot").user_id
    return user_id, client.management.add_personal_access_token(user_id=user_id).token


def test_a_call_with_another_token_acts_as_its_user(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        user_id, token = other_user(client)
        assert client.auth.get_my_user(token=token).user.id == user_id
        assert client.with_token(token).auth.get_my_user().user.id == user_id
        assert client.auth.get_my_user().user.id != user_id


async def test_an_async_call_with_another_token_acts_as_its_user(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        user_id, token = other_user(client)
    async with own_emulator.async_client() as client:
        assert (await client.auth.get_my_user(token=token)).user.id == user_id
        assert (await client.with_token(token).auth.get_my_user()).user.id == user_id


def test_a_refused_token_of_the_caller_is_not_replaced(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        with pytest.raises(zgrpc.UnauthenticatedError):
            client.with_token("nobodys-token").auth.get_my_user()
        assert sum(call.method.endswith("GetMyUser") for call in own_emulator.calls) == 1


def test_no_repr_shows_a_token_that_was_passed() -> None:
    with zgrpc.Client("http://localhost:1") as client:
        scoped = client.with_token("sesame-open")
        assert not [type(each) for each in reachable(scoped) if "sesame" in repr(each)]
        assert scoped.token() == "sesame-open"
        with pytest.raises(ValueError, match='without "Bearer "'):
            client.with_token("Bearer sesame-open")


async def test_a_client_gives_its_current_token(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        assert client.with_token(client.token()).auth.get_my_user().user.id == client.auth.get_my_user().user.id
    async with own_emulator.async_client() as client:
        assert await client.token() == own_emulator.owner_token


def test_a_client_without_credentials_has_no_token() -> None:
    with zgrpc.Client("http://localhost:1") as client, pytest.raises(ValueError, match="needs credentials"):
        client.token()


def test_a_bound_rpc_has_the_signature_of_its_request() -> None:
    with zgrpc.Client("http://localhost:1") as client:
        names = list(inspect.signature(client.management.get_user_by_id).parameters)
        assert names == ["request", "id", "timeout", "org_id", "metadata", "token"]
        clashing = list(inspect.signature(client.management.create_action).parameters)
        assert clashing.count("timeout") == 1
