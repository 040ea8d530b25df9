"""`compression="gzip"`: requests of lists are sent compressed, and compressed answers are read."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from tests.lists.conftest import CREDENTIALS
from tests.lists.list_server import Behavior, ListServer, ids

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tap:
    """Forwards connections to a server, and keeps the bytes of either direction."""

    def __init__(self, port: int) -> None:
        self.sent = bytearray()
        self.received = bytearray()
        self._port = port
        self._listener = socket.create_server(("localhost", 0))
        self._sockets: list[socket.socket] = []
        self.url = f"http://localhost:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("localhost", self._port))
            self._sockets += [client, server]
            for source, target, kept in ((client, server, self.sent), (server, client, self.received)):
                threading.Thread(target=self._forward, args=(source, target, kept), daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket, kept: bytearray) -> None:
        try:
            while data := source.recv(65536):
                kept += data
                target.sendall(data)
        except OSError:
            return

    def close(self) -> None:
        for each in (self._listener, *self._sockets):
            each.close()


@pytest.fixture(scope="module")
def compressing() -> Iterator[ListServer]:
    server = ListServer(compression=grpc.Compression.Gzip)
    yield server
    server.stop()


@pytest.fixture
def tap(server: ListServer) -> Iterator[Tap]:
    tap = Tap(server.port)
    yield tap
    tap.close()


@pytest.fixture(params=["sync", "asyncio"])
def flavor(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def list_grants(flavor: str, url: str, **options: Any) -> list[str]:
    if flavor == "sync":
        with zgrpc.Client(url, credentials=CREDENTIALS, **options) as client:
            return [grant.id for grant in client.management.list_user_grants()]

    async def collect() -> list[str]:
        async with zgrpc.AsyncClient(url, credentials=CREDENTIALS, **options) as client:
            return [grant.id async for grant in client.management.list_user_grants()]

    return asyncio.run(collect())


@pytest.mark.parametrize(("compression", "compressed"), [("gzip", True), (None, False)])
def test_requests_of_lists_are_compressed_if_asked_for(
    server: ListServer, tap: Tap, flavor: str, compression: Any, compressed: bool
) -> None:
    server.behave(Behavior(rows=ids(50)))
    assert list_grants(flavor, tap.url, compression=compression) == ids(50)
    assert (b"grpc-encoding\x04gzip" in tap.sent) == compressed


@pytest.mark.parametrize("cap", [None, 3_000])
def test_compressed_answers_are_read_and_small(compressing: ListServer, flavor: str, cap: int | None) -> None:
    tap = Tap(compressing.port)
    compressing.behave(Behavior(rows=ids(12_000), row_bytes=300, cap=cap))
    assert sorted(list_grants(flavor, tap.url, compression="gzip")) == sorted(ids(12_000))
    tap.close()
    assert 0 < len(tap.received) < 12_000 * 300 / 4


@pytest.mark.parametrize(
    ("wrong", "error"), [("brotli", ValueError), (True, TypeError), (grpc.Compression.Gzip, TypeError)]
)
def test_another_compression_is_refused(wrong: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="compression must be 'gzip' or None"):
        zgrpc.Client("http://localhost:1", credentials=CREDENTIALS, compression=wrong)
