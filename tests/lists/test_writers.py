"""Over the wire: what existed throughout comes out exactly once, or an error is raised, with writers at work."""

from __future__ import annotations

import asyncio
import operator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zgrpc
from tests.fuzzing import examples
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import SERVED, Behavior, ListServer, Served, ids
from tests.lists.simulated import Simulated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Listed = Callable[..., list[str]]

over_the_wire = settings(
    max_examples=examples(50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
counts = st.integers(0, 60)
caps = st.none() | st.integers(2, 40)
first_pages = st.integers(1, 80)
writes = st.lists(st.sampled_from(["", "", "+", "-", "~", "+-", "-+", "--"]), max_size=8).map(tuple)


BY_NAME = {rpc.short_name: Served(rpc) for rpc in SERVED}


@pytest.fixture(params=["sync", "asyncio"])  # a client of its own, because a client remembers sizes
def list_rpc(request: pytest.FixtureRequest, server: ListServer) -> Iterator[Listed]:
    """Lists what the RPC of a name gives, in either flavor; returns the ids."""

    def bound(client: Any, name: str) -> Any:
        service = operator.attrgetter(BY_NAME[name].rpc.service)(client)
        return getattr(service, BY_NAME[name].rpc.python_name)

    if request.param == "sync":
        with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
            yield lambda name, **options: [BY_NAME[name].row(item) for item in bound(client, name)(**options)]
        return
    with asyncio.Runner() as runner:
        async_client = zgrpc.AsyncClient(server.url, credentials=CREDENTIALS)

        async def collect(name: str, options: dict[str, Any]) -> list[str]:
            return [BY_NAME[name].row(item) async for item in bound(async_client, name)(**options)]

        yield lambda name, **options: runner.run(collect(name, options))
        runner.run(async_client.close())


@over_the_wire
@given(
    name=st.sampled_from(sorted(BY_NAME)),
    count=counts,
    order=st.sampled_from(["creation", "name", "none"]),
    cap=caps,
    writes=writes,
    first_page=first_pages,
    seed=st.integers(0, 9),
)
def test_nothing_that_existed_throughout_is_lost(
    server: ListServer,
    list_rpc: Listed,
    name: str,
    count: int,
    order: str,
    cap: int | None,
    writes: tuple[str, ...],
    first_page: int,
    seed: int,
) -> None:
    simulated = Simulated(count, order, orderable=True, cap=cap, writes=writes, seed=seed)
    server.behave(Behavior(simulated=simulated))
    try:
        found = list_rpc(name, first_page=first_page)
    except zgrpc.IncompleteListError:
        return
    assert len(found) == len(set(found))
    assert set(map(str, simulated.throughout)) <= set(found)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_list_is_complete_although_the_server_caps_it_and_rows_come_and_go(
    server: ListServer, list_rpc: Listed, name: str
) -> None:
    sorted_by_creation = bool(BY_NAME[name].paging.creation_column)
    writes = ("-+", "", "~", "+", "-") if sorted_by_creation else ()
    simulated = Simulated(150, "name", orderable=True, cap=40, writes=writes, seed=3)
    server.behave(Behavior(simulated=simulated))
    found = list_rpc(name)
    assert len(found) == len(set(found))
    assert set(map(str, simulated.throughout)) <= set(found)


@pytest.mark.parametrize("name", sorted(name for name in BY_NAME if BY_NAME[name].paging.kind == "v2"))
def test_a_v2_list_comes_in_chunks_of_a_thousand(server: ListServer, list_rpc: Listed, name: str) -> None:
    server.behave(Behavior(rows=ids(2_500)))
    assert sorted(list_rpc(name)) == sorted(ids(2_500))
    assert max(limit for _, limit in server.asked) == 1_000
    # Without an order by creation a second pass has to agree with the first one.
    assert len(server.asked) == (3 if BY_NAME[name].paging.creation_column else 7)


def test_an_instance_that_takes_less_than_a_thousand_is_asked_for_a_hundred(
    server: ListServer, list_rpc: Listed
) -> None:
    server.behave(Behavior(rows=ids(450), refuse_above=200))
    assert list_rpc("v2.user.ListUsers") == ids(450)
    assert {limit for _, limit in server.asked} == {100}  # behind a refused thousand


@over_the_wire
@given(count=st.integers(0, 200), cap=st.integers(8, 60), seed=st.integers(0, 9))
def test_a_capped_list_that_the_server_sorts_is_complete_although_users_come_and_go(
    server: ListServer, list_rpc: Listed, count: int, cap: int, seed: int
) -> None:
    simulated = Simulated(count, "name", orderable=True, cap=cap, writes=("-+", "", "~", "+", "-"), seed=seed)
    server.behave(Behavior(simulated=simulated))
    try:
        found = list_rpc("management.ListUsers")
    except zgrpc.IncompleteListError:
        assert cap < 24  # with a write at each request, two small chunks may share too few users
        return
    assert len(found) == len(set(found))
    assert set(map(str, simulated.throughout)) <= set(found)
