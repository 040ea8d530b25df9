"""gRPC channels with the client's settings and zgrpc's defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc

from zgrpc._secret import Secret
from zgrpc._transport.proxy import proxy_of
from zgrpc._version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol, TypeVar

    from zgrpc._transport.settings import Settings

    Channel_co = TypeVar("Channel_co", covariant=True)

    class _Opener(Protocol[Channel_co]):
        """A module that opens channels: `grpc` or `grpc.aio`."""

        def insecure_channel(self, target: str, options: Sequence[tuple[str, object]] | None = None) -> Channel_co: ...

        def secure_channel(
            self,
            target: str,
            credentials: grpc.ChannelCredentials,
            options: Sequence[tuple[str, object]] | None = None,
        ) -> Channel_co: ...


USER_AGENT = f"zgrpc/{__version__}"

# While calls are in flight, pings find a dead connection within 40 s: one ping every 30 s, answered within 10 s. gRPC's
# core waits up to a minute for the answer to a ping unless `ping_timeout_ms` bounds it too. An idle connection gets no
# pings. gRPC reconnects soon after a loss, so calls wait little longer than the server takes to restart.
_DEFAULTS: dict[str, object] = {
    "grpc.max_send_message_length": -1,
    "grpc.primary_user_agent": USER_AGENT,
    "grpc.keepalive_time_ms": 30_000,
    "grpc.keepalive_timeout_ms": 10_000,
    "grpc.http2.ping_timeout_ms": 10_000,
    "grpc.keepalive_permit_without_calls": 0,
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": 2_000,
}


def options(settings: Settings) -> list[tuple[str, object]]:
    """Return the channel arguments of a client. The caller's own override the defaults."""
    ours: dict[str, object] = {
        **_DEFAULTS,
        "grpc.max_receive_message_length": settings.max_response_bytes,
        # The client retries calls itself: gRPC ignores a pause that the server asks for in an HTTP header.
        "grpc.service_config": "{}",
        # Clients share no connections, neither with a parent process nor with each other.
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


def connect(settings: Settings) -> grpc.Channel:
    """Return a channel; over several connections if the settings ask for them."""
    if settings.channels > 1:
        from zgrpc._transport.pool import ChannelPool

        return ChannelPool([_open(grpc, settings) for _ in range(settings.channels)])
    return _open(grpc, settings)


def async_connect(settings: Settings) -> grpc.aio.Channel:
    """Return a channel for asyncio; over several connections if the settings ask for them."""
    if settings.channels > 1:
        from zgrpc._transport.pool import AsyncChannelPool

        return AsyncChannelPool([_open(grpc.aio, settings) for _ in range(settings.channels)])
    return _open(grpc.aio, settings)


def _open(module: _Opener[Channel_co], settings: Settings) -> Channel_co:
    address = settings.address
    assert address is not None  # noqa: S101 - a client without address brings its channel
    if not address.tls:
        return module.insecure_channel(address.target, options=options(settings))
    credentials = settings.tls.channel_credentials() if settings.tls else grpc.ssl_channel_credentials()
    return module.secure_channel(address.target, credentials, options=options(settings))
