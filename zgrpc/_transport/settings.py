"""Settings: how a client connects and calls."""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import grpc

from zgrpc._transport.address import Address

if TYPE_CHECKING:
    from zgrpc._contract.rpc import Rpc
    from zgrpc._transport.tls import TLS

MAX_RESPONSE_BYTES = 256 * 1024 * 1024
TIMEOUT = 30.0


class Settings(NamedTuple):
    """How a client connects and calls.

    Attributes:
        address: the server; None if the caller brings a channel.
        authority: the `:authority` of calls, which selects the instance; None for the address's host.
        timeout: the default for the seconds that a call may take.
        max_response_bytes: the largest response that the client accepts, in bytes.
        channel_options: gRPC channel arguments that override the defaults.
        tls: certificates and names for TLS; None to trust the public authorities.
        proxy: URL of an HTTP proxy; None for the environment's, empty for no proxy.
        channels: how many connections the channel pool has; 1 for a plain channel.
        retry: RPCs, besides those that read, that are retried after UNAVAILABLE, as (service, name in
            snake_case); None for no retries.
        compression: how the requests of lists are compressed; None for no compression.
        warn_deprecated: whether the use of a deprecated RPC warns.
    """

    address: Address | None
    authority: str | None = None
    timeout: float = TIMEOUT
    max_response_bytes: int = MAX_RESPONSE_BYTES
    channel_options: Sequence[tuple[str, object]] = ()
    tls: "TLS | None" = None
    proxy: str | None = None
    channels: int = 1
    retry: frozenset[tuple[str, str]] | None = None
    compression: grpc.Compression | None = None
    warn_deprecated: bool = False

    def repeats(self, rpc: "Rpc") -> bool:
        """Return whether a call is retried after UNAVAILABLE."""
        return self.retry is not None and (rpc.read or (rpc.service, rpc.python_name) in self.retry)
