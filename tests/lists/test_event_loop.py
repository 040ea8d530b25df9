"""A large list does not block the event loop."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

ROWS = 48_000


@pytest.fixture
async def client(server: ListServer) -> AsyncIterator[zgrpc.AsyncClient]:
    async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS) as client:
        yield client


class Stretches:
    """Measures for how long the event loop's thread computes until another task has its turn, in seconds.

    It counts the thread's own time, so that a busy machine does not matter.
    """

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def measure(self) -> None:
        while True:
            before = time.thread_time()
            await asyncio.sleep(0)
            self.seconds.append(time.thread_time() - before)


async def test_a_page_that_arrives_in_slices_is_one_message(server: ListServer, client: zgrpc.AsyncClient) -> None:
    server.behave(Behavior(rows=ids(5_000), row_bytes=300))
    page = await client.management.list_user_grants.page(limit=5_000)
    assert [grant.id for grant in page.result] == ids(5_000)
    assert page.details.total_result == 5_000


async def test_a_list_that_arrives_in_slices_is_complete(server: ListServer, client: zgrpc.AsyncClient) -> None:
    server.behave(Behavior(rows=ids(15_000), row_bytes=300))
    grants = client.management.list_user_grants()
    assert [grant.id for grant in await grants.all()] == ids(15_000)
    assert len(server.asked) == 2
    assert [grant.id async for grant in grants] == ids(15_000)
    assert len(server.asked) == 3


SERVER = f"""
import sys
from tests.lists.list_server import Behavior, ListServer, ids
server = ListServer()
server.behave(Behavior(rows=ids({ROWS}), row_bytes=280))
print(server.url, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_process() -> Iterator[str]:
    """The address of a server in a process of its own, which does not hold this one's GIL."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


@pytest.mark.parametrize("first_page", [10_000, ROWS + 1])
async def test_a_list_of_48_000_rows_does_not_block_the_event_loop(
    other_process: str, first_page: int, request: pytest.FixtureRequest
) -> None:
    longest = []
    request.addfinalizer(gc.unfreeze)
    gc.collect()
    gc.freeze()  # the garbage collector does not go through all that the tests before have left
    async with zgrpc.AsyncClient(other_process, credentials=CREDENTIALS) as client, asyncio.TaskGroup() as group:
        await client.management.list_user_grants().first()
        for _ in range(3):  # another program may cool the caches during one of them
            stretches = Stretches()
            measuring = group.create_task(stretches.measure())
            count = 0
            async for grant in client.management.list_user_grants(first_page=first_page):
                count += bool(grant.id)
            measuring.cancel()
            assert count == ROWS
            longest.append(max(stretches.seconds))
    assert min(longest) < 0.02
