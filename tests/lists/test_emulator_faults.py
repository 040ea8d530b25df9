"""Lists are complete against the emulator too, with its unstable order and its faults."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zgrpc
from tests.fuzzing import examples
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Listed = Callable[..., list[str]]

GRANTS = 2_500  # the emulator's order is unstable above 1,000 rows, as the real server's is

over_the_wire = settings(
    max_examples=examples(6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
first_pages = st.sampled_from([200, 999, 1_000, 2_499, 2_500, 2_501, 10_000])


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        emulator.seed(users=500, grants=GRANTS)
        yield emulator


@pytest.fixture(scope="module", params=["sync", "asyncio"])
def listed(request: pytest.FixtureRequest, emulator: Emulator) -> Iterator[Listed]:
    """Lists the user grants with the options given, in either flavor; returns their ids."""
    if request.param == "sync":
        with emulator.client() as client:
            yield lambda **options: [grant.id for grant in client.management.list_user_grants(**options)]
        return
    with asyncio.Runner() as runner:
        async_client = emulator.async_client()

        async def collect(options: dict[str, Any]) -> list[str]:
            return [grant.id async for grant in async_client.management.list_user_grants(**options)]

        yield lambda **options: runner.run(collect(options))
        runner.run(async_client.close())


def test_the_obvious_loop_loses_rows(emulator: Emulator) -> None:
    found: list[str] = []
    with emulator.client() as client:
        while page := client.management.list_user_grants.page(offset=len(found), limit=100).result:
            found += [grant.id for grant in page]
    assert len(set(found)) < len(found) == GRANTS


@over_the_wire
@given(first_page=first_pages, off_by=st.integers(-GRANTS, GRANTS), unavailable=st.integers(0, 4))
def test_lists_are_complete_with_a_wrong_total_and_requests_that_fail(
    emulator: Emulator, listed: Listed, first_page: int, off_by: int, unavailable: int
) -> None:
    with emulator.faults.wrong_total(off_by), emulator.faults.unavailable(count=unavailable or None, probability=0.3):
        try:
            found = listed(first_page=first_page)
        except zgrpc.UnavailableError:
            assert not unavailable  # without a count it may strike more often than is repeated
            return
    assert len(found) == len(set(found)) == GRANTS


@over_the_wire
@given(first_page=first_pages, cap=st.integers(300, 3_000))
def test_capped_lists_are_complete_or_raise_with_the_number_missing(
    emulator: Emulator, listed: Listed, first_page: int, cap: int
) -> None:
    with emulator.faults.cap_limit(cap):
        try:
            found = listed(first_page=first_page)
        except zgrpc.IncompleteListError as error:
            assert error.received == GRANTS - (error.missing or 0)
            return
    assert len(found) == len(set(found)) == GRANTS


@pytest.mark.parametrize("hidden", [True, False])
def test_limits_refused_above_a_thousand_are_worked_around(emulator: Emulator, listed: Listed, hidden: bool) -> None:
    with emulator.faults.refuse_limit_above(1_000, hidden=hidden):
        try:
            found = listed()
        except zgrpc.IncompleteListError as error:
            assert error.missing
            return
    assert len(found) == len(set(found)) == GRANTS


def test_lists_with_an_order_are_complete_where_the_server_caps_them(emulator: Emulator) -> None:
    with emulator.faults.cap_limit(120), emulator.client() as client:
        assert len({user.id for user in client.management.list_users()}) >= 500


def test_a_list_names_the_exhausted_quota(emulator: Emulator, listed: Listed) -> None:
    with emulator.faults.resource_exhausted(), pytest.raises(zgrpc.ResourceExhaustedError):
        listed()
