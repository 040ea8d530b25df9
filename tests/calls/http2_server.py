"""A server that speaks HTTP/2 and answers as a proxy does: with an HTTP status in place of gRPC's."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import h2.config
import h2.connection
import h2.events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Proxy:
    """Answers each request with the next of `answers`, the last one again and again.

    Attributes:
        url: where it listens.
        times: when each request came, in `time.monotonic()` seconds.
    """

    def __init__(self, answers: Sequence[Sequence[tuple[str, str]]]) -> None:
        self.times: list[float] = []
        self._answers = list(answers)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._connections: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        for connection in (self._listener, *self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._connections.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        state.initiate_connection()
        with contextlib.suppress(OSError):
            connection.sendall(state.data_to_send())
            while data := connection.recv(65536):
                for event in state.receive_data(data):
                    self._handle(state, event)
                connection.sendall(state.data_to_send())

    def _handle(self, state: Any, event: object) -> None:
        if isinstance(event, h2.events.StreamEnded):
            self.times.append(time.monotonic())
            answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
            state.send_headers(event.stream_id, answer, end_stream=True)


@contextlib.contextmanager
def proxy_answering(*answers: Sequence[tuple[str, str]]) -> Iterator[Proxy]:
    """Serve these answers, one for each request."""
    proxy = Proxy(answers)
    try:
        yield proxy
    finally:
        proxy.close()
