"""What all views of one client share: the channel, the token and the settings."""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import grpc

from zgrpc import _channel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zgrpc._address import Address
    from zgrpc._call import _Call
    from zgrpc._otel import OpenTelemetry
    from zgrpc._rpc import Rpc
    from zgrpc._tls import TLS
    from zgrpc._tokens import AsyncTokenSource, TokenSource
    from zgrpc._watch import CallInfo

MAX_RESPONSE_BYTES = 256 * 1024 * 1024
TIMEOUT = 30.0


class Settings(NamedTuple):
    """How a client connects.

    Attributes:
        address: where to; None with a channel of the caller's own.
        authority: the `:authority` of calls, which picks the instance; None for the address's own.
        timeout: seconds that a call may take, unless it says otherwise.
        max_response_bytes: the largest answer the client takes, in bytes.
        channel_options: gRPC channel arguments that take the place of ours.
        tls: certificates and names for TLS; None for the public authorities.
        proxy: URL of an HTTP proxy; None for what the environment says, empty for none.
        channels: how many connections calls are spread over.
        retry: the RPCs that are repeated after UNAVAILABLE, as (service, name in snake_case).
    """

    address: Address | None
    authority: str | None = None
    timeout: float = TIMEOUT
    max_response_bytes: int = MAX_RESPONSE_BYTES
    channel_options: Sequence[tuple[str, Any]] = ()
    tls: TLS | None = None
    proxy: str | None = None
    channels: int = 1
    retry: frozenset[tuple[str, str]] = frozenset()


class _NoToken:
    """Stands in for a token where there is none."""

    def __init__(self, renew_at: float) -> None:
        self.header = None
        self.renew_at = renew_at
        self.expires_at = inf
        self.generation = 0


class Anonymous:
    """The token source of a client without credentials: each call is checked for whether it needs them."""

    def __init__(self) -> None:
        self.current = _NoToken(-inf)

    def renew(self, deadline: float) -> _NoToken:  # noqa: ARG002 - a token source's signature
        return self.current

    def rejected(self, token: object, deadline: float) -> None:  # noqa: ARG002 - a token source's signature
        return None

    def close(self) -> None:
        """Nothing to end."""


class AsyncAnonymous(Anonymous):
    """`Anonymous` for asyncio."""

    async def renew(self, deadline: float) -> _NoToken:  # type: ignore[override]  # awaited, as its flavour is
        return super().renew(deadline)

    async def rejected(self, token: object, deadline: float) -> None:  # type: ignore[override]  # awaited
        return super().rejected(token, deadline)


class _Ended:
    """The token source of a client that cannot be used any more: whatever asks it for a token is told why."""

    def __init__(self, why: str) -> None:
        self.why = why
        self.current = _NoToken(-inf)

    def renew(self, deadline: float = 0) -> NoReturn:  # noqa: ARG002 - a token source's signature
        raise RuntimeError(self.why)

    rejected = accepted = renew

    def close(self) -> None:
        """Ended already."""


_CLOSED = _Ended("the client is closed; make a new one")
_FORKED = _Ended(
    "this AsyncClient was connected before the process was forked, and asyncio's gRPC does not survive that: make the "
    "AsyncClient in the child process"
)
_OTHER_LOOP = "this AsyncClient is in use by another event loop: make one AsyncClient for each event loop, inside of it"

_cores: weakref.WeakSet[Core] = weakref.WeakSet()


class Core:
    """The sync flavour's channel, token and settings; nothing is built before it is used."""

    channel_module: Any = grpc
    wrapper: Any = _channel.Channel

    def __init__(
        self,
        settings: Settings,
        source: TokenSource | AsyncTokenSource | Anonymous,
        channel: Any,
        *,
        on_call: Callable[[CallInfo], object] | None = None,
        telemetry: OpenTelemetry | None = None,
    ) -> None:
        self.settings = settings
        self.timeout = settings.timeout
        self.source: Any = source
        self.brought = channel is not None
        self.on_call = on_call
        self.telemetry = telemetry
        self.watched = on_call is not None or telemetry is not None
        self.connected = False  # whether the server has answered before
        self.bound: weakref.WeakSet[_Call] = weakref.WeakSet()
        self._channel = channel
        self._multicallables: dict[str, Any] = {}
        self._lock = threading.Lock()
        _cores.add(self)

    @staticmethod
    def pack(pairs: Any) -> Any:
        """The metadata of a call as the channel takes it fastest."""
        return pairs

    @property
    def channel(self) -> Any:
        """The bare channel, made at first use: after a fork, and inside the event loop."""
        with self._lock:
            self.check_open()
            if self._channel is None:
                self._channel = _channel.connect(self.channel_module, self.settings)
            return self._channel

    def check_open(self) -> None:
        """Raises RuntimeError where the client was closed or has ended otherwise."""
        if isinstance(self.source, _Ended):
            self.source.renew()

    def multicallable(self, rpc: Rpc) -> Any:
        """The callable that gRPC has for an RPC."""
        found = self._multicallables.get(rpc.path)
        if found is None:
            found = self._multicallables[rpc.path] = self.channel.unary_unary(
                rpc.path,
                request_serializer=rpc.request_class.SerializeToString,
                response_deserializer=rpc.response_class.FromString,
                _registered_method=True,
            )
        return found

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return self.source is _CLOSED

    def end(self) -> Any:
        """Let no further call begin; returns the channel that is left to close, if any."""
        with self._lock:  # else a first call of another thread could open a channel that nobody closes
            source, self.source = self.source, _CLOSED
            channel, self._channel = self._channel, None
            self._multicallables.clear()
        source.close()
        return None if self.brought else channel

    def unbind(self) -> Any:
        """Let the next call make a channel anew; returns the one until now."""
        channel, self._channel = self._channel, None
        self._multicallables.clear()
        for call in list(self.bound):
            call.unbind()
        return channel

    def forked(self) -> None:
        """In a child process: connect anew, for the parent goes on with the connection."""
        self._lock = threading.Lock()
        if not self.brought and self._channel is not None:
            self._inherited = self.unbind()  # kept, because to close it could wait for threads that stayed behind


class AsyncCore(Core):
    """The asyncio flavour's."""

    channel_module = grpc.aio
    wrapper = _channel.AsyncChannel

    @staticmethod
    def pack(pairs: Any) -> Any:
        return grpc.aio.Metadata.from_tuple(pairs)

    loop: asyncio.AbstractEventLoop | None = None

    def enter_loop(self) -> None:
        """The client is used by an event loop for the first time, or by another one than before.

        Raises:
            RuntimeError: the one before may still be using it.
        """
        loop = asyncio.get_running_loop()
        if self.loop is not None:
            if not self.loop.is_closed():
                raise RuntimeError(_OTHER_LOOP)
            if not self.brought:
                self.unbind()
        self.loop = loop

    def forked(self) -> None:
        """In a child process: grpc.aio's poller stayed behind."""
        self._lock = threading.Lock()
        if self._channel is not None and not self.closed:
            self.source = _FORKED
            self._inherited = self.unbind()


def _after_fork() -> None:
    for core in list(_cores):
        core.forked()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_after_fork)
