"""One channel over several connections: each call goes to the one with the fewest in flight.

A connection carries as many streams as the server allows it, 250 with ZITADEL; more calls at a time wait in line.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import grpc

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AsyncSpread", "Spread"]


class _Spread:
    """What both flavours share. `load` counts the calls in flight on each channel."""

    def __init__(self, channels: Sequence[Any]) -> None:
        self.channels = channels
        self.load = [0] * len(channels)

    def _made(self, kind: str, args: Any, kwargs: Any) -> list[Any]:
        return [getattr(channel, kind)(*args, **kwargs) for channel in self.channels]

    # ZITADEL has no streams; those of other services, through `client.channel`, use the first connection.
    def unary_stream(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self.channels[0].unary_stream(*args, **kwargs)

    def stream_unary(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self.channels[0].stream_unary(*args, **kwargs)

    def stream_stream(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self.channels[0].stream_stream(*args, **kwargs)


class _Balanced:
    """A method's callable on each of the channels."""

    __slots__ = ("_inner", "_load", "_lock")

    def __init__(self, inner: list[Any], load: list[int], lock: threading.Lock) -> None:
        self._inner = inner
        self._load = load
        self._lock = lock

    def _take(self) -> int:
        load = self._load
        with self._lock:
            least = load.index(min(load))
            load[least] += 1
        return least

    def _give_back(self, number: int) -> None:
        with self._lock:
            self._load[number] -= 1

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        number = self._take()
        try:
            return self._inner[number](*args, **kwargs)
        finally:
            self._give_back(number)

    def with_call(self, *args: Any, **kwargs: Any) -> Any:
        """Call, and return the answer and the finished call."""
        number = self._take()
        try:
            return self._inner[number].with_call(*args, **kwargs)
        finally:
            self._give_back(number)

    def future(self, *args: Any, **kwargs: Any) -> Any:
        """Begin the call, and return its future."""
        number = self._take()
        try:
            future = self._inner[number].future(*args, **kwargs)
        except BaseException:
            self._give_back(number)
            raise
        future.add_done_callback(lambda _: self._give_back(number))
        return future


class Spread(_Spread, grpc.Channel):
    """Several channels as one."""

    def __init__(self, channels: Sequence[Any]) -> None:
        super().__init__(channels)
        self._lock = threading.Lock()

    def unary_unary(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return _Balanced(self._made("unary_unary", args, kwargs), self.load, self._lock)

    def subscribe(self, callback: Any, try_to_connect: bool = False) -> None:
        """Hear of changes of the first connection's state."""
        self.channels[0].subscribe(callback, try_to_connect)

    def unsubscribe(self, callback: Any) -> None:
        """Hear of them no longer."""
        self.channels[0].unsubscribe(callback)

    def close(self) -> None:
        """Close all connections."""
        for channel in self.channels:
            channel.close()

    def __enter__(self) -> Spread:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _AsyncBalanced:
    """A method's callable on each of the channels; the event loop makes a lock needless."""

    __slots__ = ("_inner", "_load")

    def __init__(self, inner: list[Any], load: list[int]) -> None:
        self._inner = inner
        self._load = load

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        load = self._load
        least = load.index(min(load))
        call = self._inner[least](*args, **kwargs)
        load[least] += 1

        def give_back(_: object) -> None:
            load[least] -= 1

        call.add_done_callback(give_back)
        return call


class AsyncSpread(_Spread, grpc.aio.Channel):
    """Several asyncio channels as one."""

    def unary_unary(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return _AsyncBalanced(self._made("unary_unary", args, kwargs), self.load)

    async def close(self, grace: float | None = None) -> None:
        """Close all connections, giving calls in flight `grace` seconds."""
        import asyncio

        await asyncio.gather(*(channel.close(grace) for channel in self.channels))

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """The first connection's state."""
        return self.channels[0].get_state(try_to_connect)  # type: ignore[no-any-return]  # the channel is either flavour of gRPC

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Wait until the first connection's state is another one."""
        await self.channels[0].wait_for_state_change(last_observed_state)

    async def channel_ready(self) -> None:
        """Wait until all connections are ready."""
        import asyncio

        await asyncio.gather(*(channel.channel_ready() for channel in self.channels))

    async def __aenter__(self) -> AsyncSpread:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
