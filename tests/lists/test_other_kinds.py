"""Over the wire: the lists that `ListServer` does not serve, from servers that cap, fail, and write meanwhile."""

from __future__ import annotations

import asyncio
import functools
import operator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from tests.filled import fill
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import SERVED
from zgrpc._contract.rpc import all_rpcs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zgrpc._contract.rpc import Rpc

    Listed = Callable[..., list[Any]]

LISTS = {rpc.short_name: rpc for rpc in all_rpcs().values() if rpc.paging and rpc not in SERVED}
CHANGES = sorted(name for name, rpc in LISTS.items() if rpc.paging and rpc.paging.kind == "cursor")
EVENTS = sorted(name for name, rpc in LISTS.items() if rpc.paging and rpc.paging.kind == "events")
FEW = ["admin.ListMilestones", "admin.ListSecretGenerators"]  # one item for each value of an enum
WHOLE = sorted(LISTS.keys() - {*CHANGES, *EVENTS, *FEW})
SECOND = 1_000_000


@dataclass
class Server:
    """Serves every list of `LISTS`.

    Attributes:
        count: the changes or events that there are.
        growth: how many further ones come after each of the first 30 requests.
        cap: the most that it gives.
        unavailable: which requests (counted from 0) it answers UNAVAILABLE.
        deaf: whether it ignores where a request begins.
        one_way: whether it ignores the direction.
        requests: how many came.
    """

    count: int = 0
    growth: int = 1
    cap: int = 10_000
    unavailable: frozenset[int] = frozenset()
    deaf: bool = False
    one_way: bool = False
    requests: int = field(default=0)

    def serve(self, rpc: Rpc, request: Any, context: grpc.ServicerContext) -> Any:
        self.requests += 1
        if self.requests - 1 in self.unavailable:
            context.abort(grpc.StatusCode.UNAVAILABLE, "restarting")
        response = whole(rpc)
        if rpc.short_name in WHOLE:
            return response
        assert rpc.paging is not None
        if rpc.short_name in FEW:
            return self._few(rpc, request.query)
        query = getattr(request, rpc.paging.field) if rpc.paging.field else request
        begin = getattr(request, "from").seconds if rpc.short_name in EVENTS else query.sequence
        ascending = query.asc or self.one_way
        numbers = sorted(range(1, self.count + 1), reverse=not ascending)
        if begin and not self.deaf:
            numbers = [number for number in numbers if (number > begin if ascending else number < begin)]
        items = getattr(response, rpc.items)
        del items[:]
        for number in numbers[: min(query.limit or self.cap, self.cap)]:
            item = items.add(sequence=number)
            if rpc.short_name in EVENTS:
                item.aggregate.id = "one"
                item.creation_date.FromMicroseconds(number * SECOND)
        self.count += self.growth * (self.requests <= 30)
        return response

    def _few(self, rpc: Rpc, query: Any) -> Any:
        response: Any = rpc.response_class()
        numbers = values(rpc)
        response.details.total_result = len(numbers)
        for number in numbers[query.offset :][: min(query.limit or self.cap, self.cap)]:
            getattr(response, rpc.items).add(**{key(rpc): number})
        return response


def key(rpc: Rpc) -> str:
    """The field that an item of a list of `FEW` is recognized by."""
    assert rpc.paging is not None
    return rpc.paging.identity[0]


def values(rpc: Rpc) -> list[int]:
    """The values of that field."""
    item = rpc.descriptor.output_type.fields_by_name[rpc.items].message_type
    assert item is not None
    enum = item.fields_by_name[key(rpc)].enum_type
    assert enum is not None
    return [value.number for value in enum.values]


def whole(rpc: Rpc) -> Any:
    """An answer with three items, two of which are equal."""
    response = fill(rpc.response_class())
    items = getattr(response, rpc.items)
    items.extend(list(items))
    items.extend([type(items[0])()])
    return response


@pytest.fixture(scope="module")
def wire() -> Iterator[tuple[str, Callable[[Server], None]]]:
    """The address of a server, and a function that says how it behaves."""
    now = [Server()]
    services: dict[str, dict[str, Any]] = {}

    def answer(rpc: Rpc, request: Any, context: grpc.ServicerContext) -> Any:
        return now[0].serve(rpc, request, context)

    for rpc in LISTS.values():
        service, method = rpc.full_name.split("/")
        services.setdefault(service, {})[method] = grpc.unary_unary_rpc_method_handler(
            functools.partial(answer, rpc),
            request_deserializer=rpc.request_class.FromString,
            response_serializer=rpc.response_class.SerializeToString,
        )
    server = grpc.server(ThreadPoolExecutor(2))
    server.add_generic_rpc_handlers(
        tuple(grpc.method_handlers_generic_handler(name, methods) for name, methods in services.items())
    )
    port = server.add_insecure_port("localhost:0")
    server.start()
    yield f"http://localhost:{port}", lambda behavior: now.__setitem__(0, behavior)
    server.stop(None).wait()


@pytest.fixture(scope="module", params=["sync", "asyncio"])
def list_from(request: pytest.FixtureRequest, wire: tuple[str, Callable[[Server], None]]) -> Iterator[Listed]:
    """Gives the items of a list, by its name, from a server that behaves so."""
    address, behave = wire

    def bound(client: Any, name: str) -> Any:
        return getattr(operator.attrgetter(LISTS[name].service)(client), LISTS[name].python_name)

    if request.param == "sync":
        with zgrpc.Client(address, credentials=CREDENTIALS) as client:

            def listed(server: Server, name: str, **asked: Any) -> list[Any]:
                behave(server)
                return list(bound(client, name)(**asked))

            yield listed
        return
    with asyncio.Runner() as runner:
        async_client = zgrpc.AsyncClient(address, credentials=CREDENTIALS)

        async def collect(name: str, asked: dict[str, Any]) -> list[Any]:
            return [item async for item in bound(async_client, name)(**asked)]

        def listed_async(server: Server, name: str, **asked: Any) -> list[Any]:
            behave(server)
            return runner.run(collect(name, asked))

        yield listed_async
        runner.run(async_client.close())


@pytest.mark.parametrize("name", WHOLE)
def test_a_list_that_is_not_paged_comes_out_as_the_server_answers_it(list_from: Listed, name: str) -> None:
    server = Server(unavailable=frozenset([0]))
    assert list_from(server, name) == list(getattr(whole(LISTS[name]), LISTS[name].items))
    assert server.requests == 2


@pytest.mark.parametrize("name", FEW)
def test_a_list_of_few_items_is_complete_although_answers_are_capped(list_from: Listed, name: str) -> None:
    found = list_from(Server(cap=2, unavailable=frozenset([1])), name)
    assert sorted(getattr(item, key(LISTS[name])) for item in found) == values(LISTS[name])


def asked_in(name: str, ascending: bool) -> dict[str, Any]:
    """The keywords that ask for a direction."""
    return {"asc": ascending} if name in EVENTS else {"query": {"asc": ascending}}


@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("name", [*CHANGES, *EVENTS])
def test_changes_and_events_are_complete_although_answers_are_capped_and_more_come(
    list_from: Listed, name: str, ascending: bool
) -> None:
    server = Server(count=300, cap=64, unavailable=frozenset([1, 3]))
    found = [item.sequence for item in list_from(server, name, **asked_in(name, ascending))]
    assert found == sorted(set(found), reverse=not ascending)
    assert set(range(1, 301)) <= set(found)
    assert server.requests > 5


@pytest.mark.parametrize("name", [*CHANGES, *EVENTS])
def test_an_ascending_list_ends_although_more_items_come_than_a_request_returns(list_from: Listed, name: str) -> None:
    server = Server(count=1_500, growth=1_000)
    found = [item.sequence for item in list_from(server, name, **asked_in(name, ascending=True))]
    assert found == list(range(1, len(found) + 1))
    assert len(found) >= 1_500
    assert server.requests < 10


@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("name", [*CHANGES, *EVENTS])
def test_a_server_that_ignores_where_a_request_begins_raises(list_from: Listed, name: str, ascending: bool) -> None:
    with pytest.raises(zgrpc.IncompleteListError):
        list_from(Server(count=300, cap=64, deaf=True), name, **asked_in(name, ascending))


@pytest.mark.parametrize("name", [*CHANGES, *EVENTS])
def test_a_server_that_ignores_the_direction_does_not_end_a_list_early(list_from: Listed, name: str) -> None:
    server = Server(count=300, growth=0, cap=64, one_way=True)
    found = [item.sequence for item in list_from(server, name, **asked_in(name, ascending=True))]
    assert found == list(range(1, 301))


@pytest.mark.parametrize("name", [*CHANGES, *EVENTS])
def test_a_limit_of_changes_or_events_holds_over_several_answers(list_from: Listed, name: str) -> None:
    found = list_from(Server(count=300, cap=64), name, limit=150, **asked_in(name, ascending=True))
    assert [item.sequence for item in found] == list(range(1, 151))
