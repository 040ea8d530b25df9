"""The types of a client's arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from zgrpc._calls.compressed import Compression
    from zgrpc._calls.metadata import Metadata
    from zgrpc._calls.otel import OpenTelemetry
    from zgrpc._calls.watch import CallInfo
    from zgrpc._transport.tls import TLS


class Options(TypedDict, total=False):
    """The arguments of a client that may be given beside the environment; `Client` describes them."""

    org_id: str | None
    timeout: float
    metadata: Metadata | None
    insecure: bool
    authority: str | None
    instance_host: str | None
    issuer: str | None
    tls: TLS | None
    proxy: str | None
    channels: int
    retry: bool | Iterable[str]
    rate: float | None
    on_call: Callable[[CallInfo], object] | None
    otel: bool | OpenTelemetry
    max_response_bytes: int
    channel_options: Mapping[str, object] | Iterable[tuple[str, object]]
    compression: Compression | None
    warn_deprecated: bool
