"""Which calls are repeated after UNAVAILABLE, by gRPC and by the client."""

from __future__ import annotations

# ruff: noqa: SIM117 - the outer block says where, the inner one what is tested there
from typing import Any

import pytest

import zgrpc
from zgrpc._client_arguments import check_retry
from zgrpc._contract.rpc import all_rpcs
from zgrpc._transport.settings import Settings


def attempts(emulator: Any, rpc: str) -> int:
    return sum(call.method.endswith(rpc) for call in emulator.calls)


def test_a_read_is_repeated_after_unavailable(own_emulator: Any) -> None:
    with own_emulator.client() as client, own_emulator.faults.unavailable(count=3) as fault:
        client.auth.get_my_user()
        assert fault.hits == 3


async def test_an_async_read_is_repeated_after_unavailable(own_emulator: Any) -> None:
    async with own_emulator.async_client() as client:
        with own_emulator.faults.unavailable(count=3) as fault:
            await client.auth.get_my_user()
        assert fault.hits == 3


def test_a_write_is_not_repeated(own_emulator: Any) -> None:
    with own_emulator.client() as client, own_emulator.faults.unavailable() as fault:
        with pytest.raises(zgrpc.UnavailableError):
            client.management.add_project(name="one")
        assert fault.hits == 1


def test_a_write_is_repeated_if_asked_for(own_emulator: Any) -> None:
    with own_emulator.client(retry=["management.add_project"]) as client:
        with own_emulator.faults.unavailable(count=2) as fault:
            client.management.add_project(name="one")
        assert fault.hits == 2


def test_repeating_can_be_turned_off(own_emulator: Any) -> None:
    with own_emulator.client(retry=False) as client:
        client.auth.get_my_user()
        with own_emulator.faults.unavailable() as fault, pytest.raises(zgrpc.UnavailableError):
            client.auth.get_my_user()
        assert fault.hits == 1


def test_resource_exhausted_is_never_repeated(own_emulator: Any) -> None:
    with own_emulator.client() as client, own_emulator.faults.resource_exhausted() as fault:
        with pytest.raises(zgrpc.ResourceExhaustedError):
            client.auth.get_my_user()
        assert fault.hits == 1


def test_a_read_whose_connection_was_cut_is_repeated(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        client.auth.get_my_user()
        with own_emulator.faults.drop_connection(count=2) as fault:
            client.auth.get_my_user()
        assert fault.hits == 2


def test_lasting_unavailability_ends_in_its_error_within_the_deadline(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        client.auth.get_my_user()
        with own_emulator.faults.unavailable() as fault:
            with pytest.raises((zgrpc.UnavailableError, zgrpc.DeadlineExceededError)):
                client.auth.get_my_user(timeout=2)
        assert 4 <= fault.hits <= 30


def test_a_retry_names_rpcs_that_exist() -> None:
    with pytest.raises(ValueError, match=r"did you mean 'management.add_project'"):
        zgrpc.Client("http://localhost:1", retry=["management.add_projct"])
    with pytest.raises(TypeError, match="retry must be"):
        zgrpc.Client("http://localhost:1", retry="management.add_project")


def test_reads_are_repeated_and_writes_are_not() -> None:
    settings = Settings(None, retry=check_retry(True))
    repeated = {rpc.name for rpc in all_rpcs().values() if settings.repeats(rpc)}
    assert {"GetUserByID", "ListUserGrants", "ListUsers"} <= repeated
    assert not [
        name for name in repeated if name.startswith(("Add", "Remove", "Update", "Set", "Bulk", "Import", "Deact"))
    ]
