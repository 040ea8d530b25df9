"""One channel over several connections: each call goes to the one with the fewest in flight.

A connection carries as many streams as the server allows, 250 with ZITADEL. Further calls wait for a stream.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

import grpc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grpc import UnaryUnaryMultiCallable, _CallFuture
    from grpc.aio import UnaryUnaryCall
    from grpc.aio import UnaryUnaryMultiCallable as AsyncUnaryUnaryMultiCallable

Req = TypeVar("Req")
Res = TypeVar("Res")
if not TYPE_CHECKING:
    UnaryUnaryMultiCallable = AsyncUnaryUnaryMultiCallable = Generic  # gRPC's classes take no types at run time

__all__ = ["AsyncChannelPool", "ChannelPool"]


class _Balanced(UnaryUnaryMultiCallable[Req, Res]):
    """A method's callable on each of the channels."""

    __slots__ = ("_inner", "_load", "_lock")

    def __init__(
        self, inner: Sequence[UnaryUnaryMultiCallable[Req, Res]], load: list[int], lock: threading.Lock
    ) -> None:
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

    def __call__(
        self,
        request: Req,
        timeout: float | None = None,
        metadata: tuple[tuple[str, str | bytes], ...] | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Res:
        number = self._take()
        try:
            return self._inner[number](request, timeout, metadata, credentials, wait_for_ready, compression)
        finally:
            self._give_back(number)

    def with_call(
        self,
        request: Req,
        timeout: float | None = None,
        metadata: tuple[tuple[str, str | bytes], ...] | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> tuple[Res, grpc.Call]:
        """Call, and return the response and the finished call."""
        number = self._take()
        try:
            return self._inner[number].with_call(request, timeout, metadata, credentials, wait_for_ready, compression)
        finally:
            self._give_back(number)

    def future(
        self,
        request: Req,
        timeout: float | None = None,
        metadata: tuple[tuple[str, str | bytes], ...] | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> _CallFuture[Res]:
        """Begin the call, and return its future."""
        number = self._take()
        try:
            future = self._inner[number].future(request, timeout, metadata, credentials, wait_for_ready, compression)
        except BaseException:
            self._give_back(number)
            raise
        future.add_done_callback(lambda _: self._give_back(number))
        return future


# ZITADEL has no streams; those of other services, through `client.channel`, use the first connection.
# `private` is what gRPC's stubs pass, such as `_registered_method`, which its types do not have.
class ChannelPool(grpc.Channel):
    """Several channels as one. `load` counts the calls in flight on each channel."""

    def __init__(self, channels: Sequence[grpc.Channel]) -> None:
        self.channels = channels
        self.load = [0] * len(channels)
        self._lock = threading.Lock()

    def unary_unary(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> UnaryUnaryMultiCallable[Req, Res]:
        """Return the callable of a method."""
        inner = [
            channel.unary_unary(method, request_serializer, response_deserializer, **private)
            for channel in self.channels
        ]
        return _Balanced(inner, self.load, self._lock)

    def unary_stream(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.UnaryStreamMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].unary_stream(method, request_serializer, response_deserializer, **private)

    def stream_unary(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.StreamUnaryMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].stream_unary(method, request_serializer, response_deserializer, **private)

    def stream_stream(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.StreamStreamMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].stream_stream(method, request_serializer, response_deserializer, **private)

    def subscribe(self, callback: Callable[[grpc.ChannelConnectivity], None], try_to_connect: bool = False) -> None:
        """Report changes of the first connection's state to `callback`."""
        self.channels[0].subscribe(callback, try_to_connect)

    def unsubscribe(self, callback: Callable[[grpc.ChannelConnectivity], None]) -> None:
        """Report no more changes to `callback`."""
        self.channels[0].unsubscribe(callback)

    def close(self) -> None:
        """Close all connections."""
        for channel in self.channels:
            channel.close()

    def __enter__(self) -> ChannelPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _AsyncBalanced(AsyncUnaryUnaryMultiCallable[Req, Res]):
    """A method's callable on each of the channels. It needs no lock: only the event loop's thread runs it."""

    __slots__ = ("_inner", "_load")

    def __init__(self, inner: Sequence[AsyncUnaryUnaryMultiCallable[Req, Res]], load: list[int]) -> None:
        self._inner = inner
        self._load = load

    def __call__(
        self,
        request: Req,
        *,
        timeout: float | None = None,
        metadata: grpc.aio.Metadata | Sequence[tuple[str, str | bytes]] | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> UnaryUnaryCall[Req, Res]:
        load = self._load
        least = load.index(min(load))
        call = self._inner[least](
            request,
            timeout=timeout,
            metadata=metadata,
            credentials=credentials,
            wait_for_ready=wait_for_ready,
            compression=compression,
        )
        load[least] += 1

        def give_back(_: object) -> None:
            load[least] -= 1

        call.add_done_callback(give_back)
        return call


class AsyncChannelPool(grpc.aio.Channel):
    """`ChannelPool` for asyncio."""

    def __init__(self, channels: Sequence[grpc.aio.Channel]) -> None:
        self.channels = channels
        self.load = [0] * len(channels)

    def unary_unary(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> AsyncUnaryUnaryMultiCallable[Req, Res]:
        """Return the callable of a method."""
        inner = [
            channel.unary_unary(method, request_serializer, response_deserializer, **private)
            for channel in self.channels
        ]
        return _AsyncBalanced(inner, self.load)

    def unary_stream(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.aio.UnaryStreamMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].unary_stream(method, request_serializer, response_deserializer, **private)

    def stream_unary(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.aio.StreamUnaryMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].stream_unary(method, request_serializer, response_deserializer, **private)

    def stream_stream(
        self,
        method: str,
        request_serializer: Callable[[Req], bytes] | None = None,
        response_deserializer: Callable[[bytes], Res] | None = None,
        **private: bool | None,
    ) -> grpc.aio.StreamStreamMultiCallable[Req, Res]:
        """Return the callable of a method."""
        return self.channels[0].stream_stream(method, request_serializer, response_deserializer, **private)

    async def close(self, grace: float | None = None) -> None:
        """Close all connections.

        Args:
            grace: seconds in which the calls in flight may end; None cancels them at once.
        """
        import asyncio

        await asyncio.gather(*(channel.close(grace) for channel in self.channels))

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """Return the first connection's state."""
        return self.channels[0].get_state(try_to_connect)

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Wait until the first connection's state is another one."""
        await self.channels[0].wait_for_state_change(last_observed_state)

    async def channel_ready(self) -> None:
        """Wait until all connections are ready."""
        import asyncio

        await asyncio.gather(*(channel.channel_ready() for channel in self.channels))

    async def __aenter__(self) -> AsyncChannelPool:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
