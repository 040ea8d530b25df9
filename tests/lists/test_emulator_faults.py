"""The same promise held against the emulator: its unstable order, and the faults that it can be told to have."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Listed = Callable[..., list[str]]

GRANTS = 2_500  # the emulator's order is unstable above 1,000 rows, as the real server's is

over_the_wire = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
page_sizes = st.sampled_from([200, 999, 1_000, 2_499, 2_500, 2_501, 10_000])


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        emulator.seed(users=500, grants=GRANTS)
        yield emulator


@pytest.fixture(scope="module", params=["sync", "asyncio"])
def listed(request: pytest.FixtureRequest, emulator: Emulator) -> Iterator[Listed]:
    """Lists the user grants with the options given, in either flavour; returns their ids."""
    if request.param == "sync":
        with emulator.client() as client:
            yield lambda **options: [grant.id for grant in client.management.list_user_grants(**options)]
        return
    with asyncio.Runner() as runner:
        client = emulator.async_client()

        async def collect(options: dict[str, Any]) -> list[str]:
            return [grant.id async for grant in client.management.list_user_grants(**options)]

        yield lambda **options: runner.run(collect(options))
        runner.run(client.close())


def test_the_obvious_loop_loses_rows(emulator: Emulator) -> None:
    found: list[str] = []
    with emulator.client() as client:
        while page := client.management.list_user_grants.page(offset=len(found), limit=100).result:
            found += [grant.id for grant in page]
    assert len(set(found)) < len(found) == GRANTS


@over_the_wire
@given(page_size=page_sizes, off_by=st.integers(-GRANTS, GRANTS), unavailable=st.integers(0, 4))
def test_lists_are_complete_with_a_wrong_total_and_requests_that_fail(
    emulator: Emulator, listed: Listed, page_size: int, off_by: int, unavailable: int
) -> None:
    with emulator.faults.wrong_total(off_by), emulator.faults.unavailable(count=unavailable or None, probability=0.3):
        try:
            found = listed(page_size=page_size)
        except zgrpc.UnavailableError:
            assert not unavailable  # without a count it may strike more often than is repeated
            return
    assert len(found) == len(set(found)) == GRANTS


@over_the_wire
@given(page_size=page_sizes, cap=st.integers(300, 3_000))
def test_capped_lists_are_complete_or_say_how_many_are_missing(
    emulator: Emulator, listed: Listed, page_size: int, cap: int
) -> None:
    with emulator.faults.cap_limit(cap):
        try:
            found = listed(page_size=page_size)
        except zgrpc.IncompleteListError as error:
            assert error.received == GRANTS - (error.missing or 0) < GRANTS
            return
    assert len(found) == len(set(found)) == GRANTS


@pytest.mark.parametrize("hidden", [True, False])
def test_limits_refused_above_a_thousand_are_got_round(emulator: Emulator, listed: Listed, hidden: bool) -> None:
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


def test_a_list_behind_an_exhausted_quota_says_so(emulator: Emulator, listed: Listed) -> None:
    with emulator.faults.resource_exhausted(), pytest.raises(zgrpc.ResourceExhaustedError):
        listed()
