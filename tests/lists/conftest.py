from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.lists.list_server import ListServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CREDENTIALS = zgrpc.PersonalAccessToken("token-of-the-list-tests")


@pytest.fixture(scope="module")
def server() -> Iterator[ListServer]:
    server = ListServer()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def client(server: ListServer) -> Iterator[zgrpc.Client]:
    with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
        yield client


@pytest.fixture(scope="module", params=["sync", "asyncio"])
def listed(request: pytest.FixtureRequest, server: ListServer) -> Iterator[Callable[..., list[str]]]:
    """Lists the user grants with the options given, in either flavor; returns their ids."""
    if request.param == "sync":
        with zgrpc.Client(server.url, credentials=CREDENTIALS) as client:
            yield lambda **options: [grant.id for grant in client.management.list_user_grants(**options)]
        return
    with asyncio.Runner() as runner:
        async_client = zgrpc.AsyncClient(server.url, credentials=CREDENTIALS)

        async def collect(options: dict[str, Any]) -> list[str]:
            return [grant.id async for grant in async_client.management.list_user_grants(**options)]

        yield lambda **options: runner.run(collect(options))
        runner.run(async_client.close())
