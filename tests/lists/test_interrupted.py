"""Lists that are interrupted while they fetch ahead: the client is left as it was, and the next list comes at once."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids

ROUNDS = 50
DEADLINE = 30.0
CAPPED: Any = {"rows": ids(200), "cap": 10}
STUCK = Behavior(**CAPPED, delay=600.0, slow_from=7)
"""Requests fetched ahead take a thread of the server until they are canceled; it has eight."""


def fetches_ahead(server: ListServer) -> None:
    """Wait until requests are stuck at the server."""
    while len(server.asked) < STUCK.slow_from + 1:
        time.sleep(0.001)


async def test_a_canceled_task_leaves_nothing_under_way(server: ListServer) -> None:
    async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS, timeout=DEADLINE) as client:
        for _ in range(ROUNDS):
            server.behave(STUCK)
            task = asyncio.ensure_future(client.management.list_user_grants().all())
            await asyncio.to_thread(fetches_ahead, server)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            server.behave(Behavior(**CAPPED))
            started = time.monotonic()
            grants = [grant.id async for grant in client.management.list_user_grants()]
            assert sorted(grants) == sorted(CAPPED["rows"])
            assert time.monotonic() - started < DEADLINE / 3
