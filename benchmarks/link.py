"""A forwarder that behaves like a long link: `python -m benchmarks.link --to PORT --mbit 100 --delay 0.02`."""

from __future__ import annotations

import argparse
import asyncio
from time import monotonic


class Link:
    """Forwards connections to a port, at most so many bytes a second, each after a delay (half of the round trip)."""

    def __init__(self, port: int, rate: float, delay: float) -> None:
        self._port, self._rate, self._delay = port, rate, delay

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._forward(reader, back), self._forward(there, writer))

    async def _forward(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(4096)
        delivering = asyncio.create_task(self._deliver(on_the_way, target))
        free = monotonic()  # when the link has sent all that it was given
        while data := await source.read(16_384):
            free = max(free, monotonic()) + len(data) / self._rate
            await on_the_way.put((free + self._delay, data))
            if (ahead := free - monotonic()) > 0.01:
                await asyncio.sleep(ahead)
        await on_the_way.put((0.0, b""))
        await delivering

    async def _deliver(self, on_the_way: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
        while True:
            at, data = await on_the_way.get()
            if not data:
                target.close()
                return
            await asyncio.sleep(max(0.0, at - monotonic()))
            target.write(data)
            await target.drain()


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=int, required=True)
    parser.add_argument("--mbit", type=float, required=True)
    parser.add_argument("--delay", type=float, required=True)
    given = parser.parse_args()
    link = Link(given.to, given.mbit * 1e6 / 8, given.delay / 2)
    server = await asyncio.start_server(link.connect, "127.0.0.1", 0, limit=64 * 1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
