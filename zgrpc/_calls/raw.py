"""Channels for raw stubs, which send the client's metadata with each call."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, Self

import grpc

from zgrpc._calls.begin import begin
from zgrpc._calls.metadata import check_metadata, hide_metadata

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from zgrpc._auth.protocols import AsyncTokenSource, Token, TokenSource
    from zgrpc._calls.core import AsyncCore, Core
    from zgrpc._calls.metadata import Metadata
    from zgrpc._calls.protocols import Future
    from zgrpc._calls.scope import Scope

    Connectivity = Callable[[grpc.ChannelConnectivity], None]
    _UnaryCall = grpc.aio.UnaryUnaryCall[object, object]


class _Inner(Protocol):
    """gRPC's callable of a method. Only those with one answer have `with_call` and `future`."""

    def __call__(self, *args: object, **named: object) -> object:
        """Call."""
        ...

    def with_call(self, *args: object, **named: object) -> object:
        """Call, and return the answer and the finished call."""
        ...

    def future(self, *args: object, **named: object) -> Future:
        """Begin the call."""
        ...


class _AsyncInner(Protocol):
    """grpc.aio's callable of a method."""

    def __call__(self, request: object, **named: object) -> _UnaryCall:
        """Begin the call."""
        ...


class _MultiCallable:
    """gRPC's callable of a method, called with the client's metadata before the caller's own."""

    def __init__(self, inner: _Inner, scope: Scope[Core, TokenSource], timeout: float | None) -> None:
        self._inner = inner
        self._scope = scope
        self._timeout = timeout

    # Each frame below hides the metadata that it was given, for a traceback may show it.
    def __call__(
        self,
        request: object,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        *rest: object,
        **named: object,
    ) -> object:
        metadata = hide_metadata(metadata)
        return self._inner(request, *self._prepared(timeout, metadata), *rest, **named)

    def with_call(
        self,
        request: object,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        *rest: object,
        **named: object,
    ) -> object:
        """Call, and return the answer and the finished call."""
        metadata = hide_metadata(metadata)
        return self._inner.with_call(request, *self._prepared(timeout, metadata), *rest, **named)

    def future(
        self,
        request: object,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        *rest: object,
        **named: object,
    ) -> object:
        """Begin the call, and return its future."""
        metadata = hide_metadata(metadata)
        prepared = self._prepared(timeout, metadata)
        return begin(lambda: self._inner.future(request, *prepared, *rest, **named))

    def _prepared(self, timeout: float | None, metadata: Metadata | None) -> tuple[float | None, object]:
        """Return the timeout and the metadata of a call, with a token that may be sent."""
        pairs = None if metadata is None else check_metadata(metadata)
        timeout = self._timeout if timeout is None else timeout
        core, now = self._scope.core, monotonic()
        core.check_open()
        token = self._scope.source.current
        if now >= token.renew_at:
            token = self._scope.source.renew(now + (core.timeout if timeout is None else timeout))
            timeout = _left(timeout, now)
        return timeout, self._scope.metadata(token, None, pairs)


class _Methods:
    """The callables of a wrapped channel, by gRPC's kinds of methods. Their types are those of the method."""

    _callable: Callable[[Any, Any, float | None], object]

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def _wrapped(self, kind: str, args: tuple[object, ...], named: dict[str, object]) -> Any:
        inner = getattr(self._scope.core.channel, kind)(*args, **named)
        return self._callable(inner, self._scope, _limit(self._scope, kind))

    def unary_unary(self, *args: object, **named: object) -> Any:
        """Return the callable of a method."""
        return self._wrapped("unary_unary", args, named)

    def unary_stream(self, *args: object, **named: object) -> Any:
        """Return the callable of a method."""
        return self._wrapped("unary_stream", args, named)

    def stream_unary(self, *args: object, **named: object) -> Any:
        """Return the callable of a method."""
        return self._wrapped("stream_unary", args, named)

    def stream_stream(self, *args: object, **named: object) -> Any:
        """Return the callable of a method."""
        return self._wrapped("stream_stream", args, named)


class Channel(_Methods, grpc.Channel):
    """A channel for raw stubs: the client's connection, credentials, organization and timeout.

    Closing it closes the client's connection.
    """

    _callable = _MultiCallable
    _scope: Scope[Core, TokenSource]

    def subscribe(self, callback: Connectivity, try_to_connect: bool = False) -> None:
        """Call `callback` with the connection's state, now and whenever it changes."""
        self._scope.core.channel.subscribe(callback, try_to_connect)

    def unsubscribe(self, callback: Connectivity) -> None:
        """Call `callback` no more."""
        self._scope.core.channel.unsubscribe(callback)

    def close(self) -> None:
        """Close the connection."""
        self._scope.core.channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _limit(scope: Scope, kind: str) -> float | None:
    """Return the timeout of calls that name none: the client's; none for streams, which may be meant to last."""
    return scope.core.timeout if kind == "unary_unary" else None


def _left(timeout: float | None, since: float) -> float | None:
    """Return what is left of a timeout that began to run at `since`."""
    return None if timeout is None else timeout - (monotonic() - since)


class _PendingCall:
    """A unary call that begins once there is a token; it is awaited and asked as `grpc.aio`'s own."""

    def __init__(
        self, begin: Callable[[Token], _UnaryCall], renew: Callable[[float], Awaitable[Token]], deadline: float
    ) -> None:
        async def begun() -> _UnaryCall:
            return begin(await renew(deadline))

        self._begun = asyncio.ensure_future(begun())

    async def _answer(self) -> object:
        return await (await self._begun)

    def __await__(self) -> Generator[object, None, object]:
        return self._answer().__await__()

    async def initial_metadata(self) -> grpc.aio.Metadata:
        """Return the metadata that came before the answer."""
        return await (await self._begun).initial_metadata()

    async def trailing_metadata(self) -> grpc.aio.Metadata:
        """Return the metadata that came with the status."""
        return await (await self._begun).trailing_metadata()

    async def code(self) -> grpc.StatusCode:
        """Return the status."""
        return await (await self._begun).code()

    async def details(self) -> str:
        """Return the status message."""
        return await (await self._begun).details()

    def done(self) -> bool:
        """Return whether the call ended."""
        begun = self._begun
        return begun.done() and (begun.cancelled() or begun.exception() is not None or begun.result().done())

    def cancelled(self) -> bool:
        """Return whether the call was canceled."""
        begun = self._begun
        return begun.cancelled() or (begun.done() and begun.exception() is None and begun.result().cancelled())

    def cancel(self) -> bool:
        """Cancel the call."""
        begun = self._begun
        begins = begun.done() and not begun.cancelled() and begun.exception() is None
        return begun.result().cancel() if begins else begun.cancel()


class _AsyncMultiCallable:
    """grpc.aio's callable of a method, called with the client's metadata before the caller's own."""

    def __init__(self, inner: _AsyncInner, scope: Scope[AsyncCore, AsyncTokenSource], timeout: float | None) -> None:
        self._inner = inner
        self._scope = scope
        self._timeout = timeout

    def __call__(
        self, request: object, *, timeout: float | None = None, metadata: Metadata | None = None, **named: object
    ) -> _UnaryCall | _PendingCall:
        metadata = hide_metadata(metadata)  # for a traceback may show it
        pairs = None if metadata is None else check_metadata(metadata)
        timeout = self._timeout if timeout is None else timeout
        core, now = self._scope.core, monotonic()
        core.check_open()
        source = self._scope.source

        def begin(token: Token, limit: float | None) -> _UnaryCall:
            return self._inner(request, timeout=limit, metadata=self._scope.metadata(token, None, pairs), **named)

        token = source.current
        if now < token.renew_at:
            return begin(token, timeout)
        deadline = now + (core.timeout if timeout is None else timeout)
        return _PendingCall(lambda token: begin(token, _left(timeout, now)), source.renew, deadline)


class AsyncChannel(_Methods, grpc.aio.Channel):
    """`Channel` for raw asyncio stubs."""

    _callable = _AsyncMultiCallable
    _scope: Scope[AsyncCore, AsyncTokenSource]

    async def close(self, grace: float | None = None) -> None:
        """Close the connection, giving calls in flight `grace` seconds."""
        await self._scope.core.channel.close(grace)

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """Return the connection's state."""
        return self._scope.core.channel.get_state(try_to_connect)

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Wait until the connection's state is another one."""
        await self._scope.core.channel.wait_for_state_change(last_observed_state)

    async def channel_ready(self) -> None:
        """Wait until the connection is ready."""
        await self._scope.core.channel.channel_ready()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
