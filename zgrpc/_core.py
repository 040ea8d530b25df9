"""What all views of one client share: the channel, the token and the settings."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any, NoReturn

import grpc

from zgrpc import _channel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._address import Address
    from zgrpc._rpc import Rpc
    from zgrpc._tokens import AsyncTokenSource, TokenSource

MAX_RESPONSE_BYTES = 256 * 1024 * 1024
TIMEOUT = 30.0


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a client connects.

    Attributes:
        address: where to; None with a channel of the caller's own.
        authority: the `:authority` of calls, which picks the instance; None for the address's own.
        timeout: seconds that a call may take, unless it says otherwise.
        max_response_bytes: the largest answer the client takes, in bytes.
        channel_options: gRPC channel arguments that take the place of ours.
    """

    address: Address | None
    authority: str | None = None
    timeout: float = TIMEOUT
    max_response_bytes: int = MAX_RESPONSE_BYTES
    channel_options: Sequence[tuple[str, Any]] = ()


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


class _Closed:
    """The token source of a closed client: whatever asks it for a token is told."""

    current = _NoToken(-inf)

    def renew(self, deadline: float) -> NoReturn:  # noqa: ARG002 - a token source's signature
        raise RuntimeError("the client is closed; make a new one")

    rejected = accepted = renew

    def close(self) -> None:
        """Closed already."""


class Core:
    """The sync flavour's channel, token and settings; nothing is built before it is used."""

    channel_module: Any = grpc
    wrapper: Any = _channel.Channel

    def __init__(self, settings: Settings, source: TokenSource | AsyncTokenSource | Anonymous, channel: Any) -> None:
        self.settings = settings
        self.timeout = settings.timeout
        self.source: Any = source
        self.brought = channel is not None
        self._channel = channel
        self._multicallables: dict[str, Any] = {}

    @staticmethod
    def pack(pairs: Any) -> Any:
        """The metadata of a call as the channel takes it fastest."""
        return pairs

    @property
    def channel(self) -> Any:
        """The bare channel, made at first use: after a fork, and inside the event loop."""
        if self.closed:
            _Closed().renew(0)
        if self._channel is None:
            self._channel = _channel.connect(self.channel_module, self.settings)
        return self._channel

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
        return isinstance(self.source, _Closed)

    def end(self) -> Any:
        """Let no further call begin; returns the channel that is left to close, if any."""
        source, self.source = self.source, _Closed()
        source.close()
        channel, self._channel = self._channel, None
        self._multicallables.clear()
        return None if self.brought else channel


class AsyncCore(Core):
    """The asyncio flavour's."""

    channel_module = grpc.aio
    wrapper = _channel.AsyncChannel

    @staticmethod
    def pack(pairs: Any) -> Any:
        return grpc.aio.Metadata.from_tuple(pairs)
