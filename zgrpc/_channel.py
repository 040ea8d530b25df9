"""gRPC channels: opened with our defaults, and wrapped so that raw stubs send the client's metadata."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._metadata import check_metadata
from zgrpc._proxy import proxy_of
from zgrpc._secret import Secret
from zgrpc._service_config import service_config
from zgrpc._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from zgrpc._call import View
    from zgrpc._core import Settings

USER_AGENT = f"zgrpc/{__version__}"

# Pings tell a dead connection within 40 s where calls are in flight; an idle one is left alone. A connection that was
# lost is tried again soon, so that calls which wait for a restarted server do not wait much longer than it takes.
_DEFAULTS: dict[str, Any] = {
    "grpc.max_send_message_length": -1,
    "grpc.primary_user_agent": USER_AGENT,
    "grpc.keepalive_time_ms": 30_000,
    "grpc.keepalive_timeout_ms": 10_000,
    "grpc.keepalive_permit_without_calls": 0,
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": 2_000,
}


def options(settings: Settings) -> list[tuple[str, Any]]:
    """The channel arguments of a client; the caller's own come last, which is what gRPC goes by."""
    ours: dict[str, Any] = {
        **_DEFAULTS,
        "grpc.max_receive_message_length": settings.max_response_bytes,
        "grpc.service_config": service_config(settings.retry),
        # A connection that another process, or another client of this one, made is not to be shared.
        "grpc.use_local_subchannel_pool": 1,
    }
    if settings.authority is not None:
        ours["grpc.default_authority"] = settings.authority
    if settings.tls is not None and settings.tls.server_name is not None:
        ours["grpc.ssl_target_name_override"] = settings.tls.server_name
    if proxy := proxy_of(settings.address, settings.proxy):
        ours["grpc.http_proxy"] = Secret(proxy)
    elif proxy is not None:
        ours["grpc.enable_http_proxy"] = 0
    return [*(ours | dict(settings.channel_options)).items()]


def connect(module: Any, settings: Settings) -> Any:
    """A channel of `module`, which is `grpc` or `grpc.aio`; over several connections where the settings say so."""
    if settings.channels > 1:
        from zgrpc._spread import AsyncSpread, Spread

        opened = [_connect(module, settings) for _ in range(settings.channels)]
        return Spread(opened) if module is grpc else AsyncSpread(opened)
    return _connect(module, settings)


def _connect(module: Any, settings: Settings) -> Any:
    address = settings.address
    assert address is not None  # noqa: S101 - a client without address brings its channel
    if not address.tls:
        return module.insecure_channel(address.target, options=options(settings))
    credentials = settings.tls.channel_credentials() if settings.tls else grpc.ssl_channel_credentials()
    return module.secure_channel(address.target, credentials, options=options(settings))


class _MultiCallable:
    """gRPC's callable of a method, called with the client's metadata before the caller's own."""

    def __init__(self, inner: Any, view: View, timeout: float | None) -> None:
        self._inner = inner
        self._view = view
        self._timeout = timeout

    def __call__(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return self._via(self._inner, request, *args, **kwargs)

    def with_call(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Call, and return the answer and the finished call."""
        return self._via(self._inner.with_call, request, *args, **kwargs)

    def future(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Begin the call, and return its future."""
        return self._via(self._inner.future, request, *args, **kwargs)

    def _via(
        self,
        how: Callable[..., Any],
        request: Any,
        timeout: Any = None,
        metadata: Any = None,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        pairs = None if metadata is None else check_metadata(metadata)
        timeout = self._timeout if timeout is None else timeout
        core, now = self._view.core, monotonic()
        token = core.source.current
        if now >= token.renew_at:
            token = core.source.renew(now + (core.timeout if timeout is None else timeout))
            timeout = _left(timeout, now)
        return how(request, timeout, self._view.metadata(token, None, pairs), *args, **kwargs)


class _Methods:
    """The callables of a wrapped channel, by gRPC's kinds of methods."""

    _callable: type[_MultiCallable | _AsyncMultiCallable]

    def __init__(self, view: View) -> None:
        self._view = view

    @property
    def _inner(self) -> Any:
        return self._view.core.channel

    def _wrapped(self, kind: str, args: Any, kwargs: Any) -> Any:
        return self._callable(getattr(self._inner, kind)(*args, **kwargs), self._view, _limit(self._view, kind))

    def unary_unary(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self._wrapped("unary_unary", args, kwargs)

    def unary_stream(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self._wrapped("unary_stream", args, kwargs)

    def stream_unary(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self._wrapped("stream_unary", args, kwargs)

    def stream_stream(self, *args: Any, **kwargs: Any) -> Any:
        """A callable of a method."""
        return self._wrapped("stream_stream", args, kwargs)


class Channel(_Methods, grpc.Channel):
    """A channel for raw stubs: the client's connection, credentials, org and timeout. Closing it closes that."""

    _callable = _MultiCallable

    def subscribe(self, callback: Any, try_to_connect: bool = False) -> None:
        """Hear of changes of the connection's state."""
        self._inner.subscribe(callback, try_to_connect)

    def unsubscribe(self, callback: Any) -> None:
        """Hear of them no longer."""
        self._inner.unsubscribe(callback)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def __enter__(self) -> Channel:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _limit(view: View, kind: str) -> float | None:
    """The timeout of calls that name none: the client's; none for streams, which may be meant to last."""
    return view.core.timeout if kind == "unary_unary" else None


def _left(timeout: float | None, since: float) -> float | None:
    """What is left of a timeout that began to run at `since`."""
    return None if timeout is None else timeout - (monotonic() - since)


class _PendingCall:
    """A unary call that begins once there is a token; it is awaited and asked as `grpc.aio`'s own."""

    def __init__(self, begin: Callable[[Any], Any], renew: Callable[[float], Any], deadline: float) -> None:
        async def begun() -> Any:
            return begin(await renew(deadline))

        self._begun = asyncio.ensure_future(begun())

    async def _answer(self) -> Any:
        return await (await self._begun)

    def __await__(self) -> Generator[Any, None, Any]:
        return self._answer().__await__()

    async def initial_metadata(self) -> Any:
        """The metadata that came before the answer."""
        return await (await self._begun).initial_metadata()

    async def trailing_metadata(self) -> Any:
        """The metadata that came with the status."""
        return await (await self._begun).trailing_metadata()

    async def code(self) -> Any:
        """The status."""
        return await (await self._begun).code()

    async def details(self) -> Any:
        """The status message."""
        return await (await self._begun).details()

    def done(self) -> bool:
        """Whether the call ended."""
        begun = self._begun
        return begun.done() and (begun.cancelled() or begun.exception() is not None or begun.result().done())

    def cancelled(self) -> bool:
        """Whether the call was cancelled."""
        begun = self._begun
        return begun.cancelled() or (begun.done() and begun.exception() is None and begun.result().cancelled())

    def cancel(self) -> bool:
        """Cancel the call."""
        begun = self._begun
        begins = begun.done() and not begun.cancelled() and begun.exception() is None
        return bool(begun.result().cancel() if begins else begun.cancel())


class _AsyncMultiCallable:
    """grpc.aio's callable of a method, called with the client's metadata before the caller's own."""

    def __init__(self, inner: Any, view: View, timeout: float | None) -> None:
        self._inner = inner
        self._view = view
        self._timeout = timeout

    def __call__(self, request: Any, *, timeout: float | None = None, metadata: Any = None, **kwargs: Any) -> Any:
        pairs = None if metadata is None else check_metadata(metadata)
        timeout = self._timeout if timeout is None else timeout
        core, now = self._view.core, monotonic()

        def begin(token: Any, limit: float | None) -> Any:
            return self._inner(request, timeout=limit, metadata=self._view.metadata(token, None, pairs), **kwargs)

        token = core.source.current
        if now < token.renew_at:
            return begin(token, timeout)
        deadline = now + (core.timeout if timeout is None else timeout)
        return _PendingCall(lambda token: begin(token, _left(timeout, now)), core.source.renew, deadline)


class AsyncChannel(_Methods, grpc.aio.Channel):
    """`Channel` for raw asyncio stubs."""

    _callable = _AsyncMultiCallable

    async def close(self, grace: float | None = None) -> None:
        """Close the connection, giving calls in flight `grace` seconds."""
        await self._inner.close(grace)

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """The connection's state."""
        return self._inner.get_state(try_to_connect)  # type: ignore[no-any-return]  # the channel is either flavour of gRPC

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Wait until the connection's state is another one."""
        await self._inner.wait_for_state_change(last_observed_state)

    async def channel_ready(self) -> None:
        """Wait until the connection is ready."""
        await self._inner.channel_ready()

    async def __aenter__(self) -> AsyncChannel:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
