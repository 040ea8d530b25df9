"""One port for gRPC and HTTP: the first bytes of a client show what it speaks, and gRPC is forwarded."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time

FIRST_BYTES = 10.0
"""Seconds in which a client must complete its first bytes once it has sent some."""
PROTOCOLS = ("http/1.1", "h2")
"""What TLS offers by ALPN. A client that can speak HTTP/1.1 gets it: HTTP/2 is for gRPC alone here."""
_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
_PEEKED = 1 << 16  # bytes; a TLS hello is a twentieth of that
_CHUNK = 1 << 16  # bytes
_CONNECT = 5.0  # seconds
_LINGER = 5.0  # seconds; gRPC's own server does not wait at all


def speaks_grpc(connection: socket.socket, tls: ssl.SSLContext | None, idle: float) -> bool:
    """Return whether the client opens an HTTP/2 connection, without taking a byte from it.

    Args:
        connection: a connection that was just accepted.
        tls: what the server speaks TLS with; it offers `PROTOCOLS`.
        idle: seconds to wait for the first byte.

    Raises:
        OSError: the client sent nothing in time, or left.
    """
    connection.settimeout(idle)
    pause, deadline = 0.001, float("inf")
    while True:
        seen = connection.recv(_PEEKED, socket.MSG_PEEK)
        answer = False if not seen else _opens_http2(seen) if tls is None else _agrees_on_http2(seen, tls)
        if answer is not None:
            return answer
        # The bytes stay in the socket, so it is always readable: only another look shows further ones.
        deadline = min(deadline, time.monotonic() + FIRST_BYTES)
        if time.monotonic() > deadline or len(seen) == _PEEKED:
            raise TimeoutError("the first bytes were not completed")
        time.sleep(pause)
        pause = min(2 * pause, 0.1)


def _opens_http2(seen: bytes) -> bool | None:
    """Return whether plain bytes are the preface of HTTP/2; None if more are needed."""
    if len(seen) < len(_PREFACE):
        return None if _PREFACE.startswith(seen) else False
    return seen.startswith(_PREFACE)


def _agrees_on_http2(hello: bytes, tls: ssl.SSLContext) -> bool | None:
    """Return whether a client's TLS hello leads to HTTP/2; None if more of it is needed.

    A handshake on a copy of the bytes answers that. Its answer is thrown away.
    """
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    incoming.write(hello)
    trial = tls.wrap_bio(incoming, outgoing, server_side=True)
    try:
        trial.do_handshake()
    except ssl.SSLWantReadError:
        if not outgoing.pending:
            return None
    except ssl.SSLError:
        return False
    return trial.selected_alpn_protocol() == "h2"


def forward(client: socket.socket, server: socket.socket, *, linger: float = _LINGER) -> None:
    """Forward bytes between a client and a server, both ways, until both have ended.

    Args:
        client: the connection of the client.
        server: the connection to the server.
        linger: seconds that the client has to close its connection after the server closed its own.
    """
    for end in (client, server):
        end.settimeout(None)
        end.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client_ended = threading.Event()

    def back() -> None:
        _copy(server, client)
        if not client_ended.wait(linger):
            _shut(client, socket.SHUT_RDWR)

    answers = threading.Thread(target=back, name="zgrpc-emulator-answers", daemon=True)
    answers.start()
    _copy(client, server)
    client_ended.set()
    answers.join()


def connected(address: tuple[str, int]) -> socket.socket:
    """Return a connection to a server on this machine."""
    return socket.create_connection(address, timeout=_CONNECT)


def _copy(source: socket.socket, sink: socket.socket) -> None:
    """Copy until the source ends, which ends the sink: a half-closed connection is so on both sides."""
    buffer = memoryview(bytearray(_CHUNK))
    with contextlib.suppress(OSError):  # reset by either side
        while count := source.recv_into(buffer):
            sink.sendall(buffer[:count])
    _shut(source, socket.SHUT_RD)
    _shut(sink, socket.SHUT_WR)


def _shut(end: socket.socket, how: int) -> None:
    with contextlib.suppress(OSError):  # closed already
        end.shutdown(how)
