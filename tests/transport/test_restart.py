"""A server that restarts, and one that was never reachable."""

from __future__ import annotations

# ruff: noqa: SIM117 - the outer block says where, the inner one what is tested there
import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "owner-token-of-the-restarted-server"


class Process:
    """An emulator in a process of its own, which can be killed and started again with its data on its port."""

    def __init__(self, db: Path) -> None:
        self.db = db
        self.port = 0
        self.http_port = 0
        self.running: subprocess.Popen[str] | None = None

    def start(self) -> None:
        code = "import sys; from zgrpc.cli import main; sys.exit(main(sys.argv[1:]))"
        ports = ["--port", str(self.port), "--http-port", str(self.http_port)]
        command = [sys.executable, "-c", code, "emulator", *ports, "--owner-token", TOKEN, "--db", str(self.db)]
        self.running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.running.stdout is not None
        ready = self.running.stdout.readline()
        target, issuer = (part.partition("=")[2] for part in ready.split()[1:])
        self.port, self.http_port = (int(where.rpartition(":")[2]) for where in (target, issuer))

    def kill(self) -> None:
        if self.running is not None:
            self.running.kill()
            self.running.communicate()
            self.running = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def credentials(self) -> zgrpc.PersonalAccessToken:
        return zgrpc.PersonalAccessToken(TOKEN)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    server = Process(tmp_path / "zitadel.db")
    server.start()
    yield server
    server.kill()


def away(process: Process, seconds: float) -> None:
    time.sleep(0.5)
    process.kill()
    time.sleep(seconds)
    process.start()
    time.sleep(0.5)


def test_reads_of_64_threads_outlive_a_restart_of_the_server(process: Process) -> None:
    seen: list[Any] = []
    over = False
    with zgrpc.Client(process.address, credentials=process.credentials) as client:
        client.auth.get_my_user()

        def caller() -> int:
            calls = 0
            while not over:
                client.auth.get_my_user(timeout=20)
                calls += 1
                time.sleep(0.02)
            return calls

        with ThreadPoolExecutor(64) as pool:
            callers = [pool.submit(caller) for _ in range(64)]
            try:
                away(process, 3.5)
            finally:
                over = True
            seen = [each.result(30) for each in callers]
    assert min(seen) > 1


async def test_reads_of_64_tasks_outlive_a_restart_of_the_server(process: Process) -> None:
    over = False
    async with zgrpc.AsyncClient(process.address, credentials=process.credentials) as client:
        await client.auth.get_my_user()

        async def caller() -> int:
            calls = 0
            while not over:
                await client.auth.get_my_user(timeout=20)
                calls += 1
                await asyncio.sleep(0.02)
            return calls

        callers = [asyncio.create_task(caller()) for _ in range(64)]
        try:
            await asyncio.to_thread(away, process, 3.5)
        finally:
            over = True
        assert min(await asyncio.gather(*callers)) > 1


def test_a_list_outlives_a_restart_of_the_server(process: Process) -> None:
    with zgrpc.Client(process.address, credentials=process.credentials) as client, ThreadPoolExecutor(1) as pool:
        client.auth.get_my_user()
        process.kill()
        listed = pool.submit(lambda: list(client.management.list_projects()))
        time.sleep(1)
        process.start()
        assert listed.result(25) == []


def test_a_write_is_not_repeated_while_the_server_is_away(process: Process) -> None:
    with zgrpc.Client(process.address, credentials=process.credentials) as client:
        client.auth.get_my_user()
        process.kill()
        started = time.monotonic()
        with pytest.raises(zgrpc.UnavailableError):
            client.management.add_project(name="one", timeout=20)
        assert time.monotonic() - started < 5


def test_a_read_waits_no_longer_than_its_deadline(process: Process) -> None:
    with zgrpc.Client(process.address, credentials=process.credentials) as client:
        client.auth.get_my_user()
        process.kill()
        started = time.monotonic()
        with pytest.raises((zgrpc.UnavailableError, zgrpc.DeadlineExceededError)):
            client.auth.get_my_user(timeout=1)
        assert time.monotonic() - started < 3


def test_a_channel_that_never_connected_fails_fast_with_the_reason(unused_port: int) -> None:
    with zgrpc.Client(f"http://127.0.0.1:{unused_port}") as client:
        started = time.monotonic()
        with pytest.raises(zgrpc.UnavailableError, match=r"Connection refused.*nothing listens at this address"):
            client.management.healthz(timeout=20)
        assert time.monotonic() - started < 5


async def test_an_async_channel_that_never_connected_fails_fast_with_the_reason(unused_port: int) -> None:
    async with zgrpc.AsyncClient(f"http://127.0.0.1:{unused_port}") as client:
        started = time.monotonic()
        with pytest.raises(zgrpc.UnavailableError, match="Connection refused"):
            await client.management.healthz(timeout=20)
        assert time.monotonic() - started < 5


def test_a_name_that_does_not_resolve_fails_fast_and_is_named() -> None:
    with zgrpc.Client("https://zitadel.invalid") as client:
        with pytest.raises(zgrpc.UnavailableError, match="name is wrong or cannot be resolved"):
            client.management.healthz(timeout=20)
