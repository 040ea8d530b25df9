"""The fastest unary gRPC server that Python can be: it parses frames, never headers, and gives every call one answer.

No header block is ever decoded, which is sound because nothing in it is looked at and its compression state is not
needed. That leaves about 10 µs a call, so that the client is what is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import struct
from typing import Any

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, PING, WINDOW_UPDATE = 0x0, 0x1, 0x4, 0x6, 0x8
END_STREAM, END_HEADERS, ACK = 0x1, 0x4, 0x1


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def text(value: bytes) -> bytes:
    return bytes((len(value),)) + value


# Static table: 8 is ":status: 200", 31 is "content-type"; neither string enters the dynamic table.
HEAD = b"\x88" + b"\x0f\x10" + text(b"application/grpc")
TAIL = b"\x00" + text(b"grpc-status") + text(b"0")


class Connection(asyncio.Protocol):
    def __init__(self, answer: bytes, delay: float, streams: int) -> None:
        self._delay = delay
        self._streams = streams
        self._buffer = b""
        self._window = 65_535  # what the client lets us send on the connection
        self._held: list[int] = []
        message = b"\0" + struct.pack(">I", len(answer)) + answer
        self._size = len(message)
        first, second, third = (
            frame(HEADERS, END_HEADERS, 0, HEAD), frame(DATA, 0, 0, message),
            frame(HEADERS, END_HEADERS | END_STREAM, 0, TAIL),
        )  # fmt: skip
        self._parts = first[:5], first[9:] + second[:5], second[9:] + third[:5], third[9:]

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        settings = struct.pack(">HIHI", 0x3, self._streams, 0x4, 1 << 24)
        transport.write(
            frame(SETTINGS, 0, 0, settings) + frame(WINDOW_UPDATE, 0, 0, struct.pack(">I", (1 << 31) - 65_536))
        )

    def data_received(self, data: bytes) -> None:
        data = self._buffer + data
        at, size = 0, len(data)
        if data[: len(PREFACE)] == PREFACE:
            at = len(PREFACE)
        ended: list[int] = []
        while at + 9 <= size:
            length = int.from_bytes(data[at : at + 3], "big")
            if at + 9 + length > size:
                break
            kind, flags = data[at + 3], data[at + 4]
            if kind == DATA:
                if flags & END_STREAM:
                    ended.append(at + 5)
            elif kind != HEADERS:
                self._control(kind, flags, data[at + 5 : at + 9], data[at + 9 : at + 9 + length])
            at += 9 + length
        streams = [data[start : start + 4] for start in ended]
        self._buffer = data[at:]
        if not streams:
            return
        if self._delay:
            self._loop.call_later(self._delay, self._answer, streams)
        else:
            self._answer(streams)

    def _control(self, kind: int, flags: int, stream: bytes, payload: bytes) -> None:
        if kind == SETTINGS and not flags & ACK:
            self._transport.write(frame(SETTINGS, ACK, 0, b""))
        elif kind == PING and not flags & ACK:
            self._transport.write(frame(PING, ACK, 0, payload))
        elif kind == WINDOW_UPDATE and stream == b"\0\0\0\0":
            self._window += int.from_bytes(payload, "big") & 0x7FFFFFFF
            held, self._held = self._held, []
            if held:
                self._answer(held)

    def _answer(self, streams: list[Any]) -> None:
        a, b, c, d = self._parts
        out: list[bytes] = []
        for i, stream in enumerate(streams):
            if self._window < self._size:
                self._held += streams[i:]
                break
            self._window -= self._size
            out += (a, stream, b, stream, c, stream, d)
        if not self._transport.is_closing():
            self._transport.write(b"".join(out))


async def serve(answer: bytes, delay: float, streams: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(answer, delay, streams), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--streams", type=int, default=100_000)
    given = parser.parse_args()
    from zitadel import management_pb2, user_pb2

    user = user_pb2.User(id="69629023906488334", user_name="gigi", preferred_login_name="gigi@zoo.example")
    user.human.profile.first_name, user.human.profile.last_name = "Gigi", "Giraffe"
    user.human.email.email = "gigi@zoo.example"
    answer = management_pb2.GetUserByIDResponse(user=user).SerializeToString()
    try:
        import uvloop
    except ModuleNotFoundError:
        asyncio.run(serve(answer, given.delay, given.streams))
    else:
        uvloop.run(serve(answer, given.delay, given.streams))


if __name__ == "__main__":
    main()
