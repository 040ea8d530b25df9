"""OpenTelemetry: a client span and a duration for each call, by the semantic conventions for RPC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import TracerProvider

    from zgrpc._contract.rpc import Rpc
    from zgrpc._transport.address import Address

__all__ = ["OpenTelemetry"]

# The buckets that the conventions advise for durations in seconds.
_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]


class OpenTelemetry:
    """Spans and metrics of a client's calls, for ``Client(otel=)``. Needs the extra ``zgrpc[otel]``.

    A call is one span of kind CLIENT, named by the RPC, with `rpc.system.name`, `rpc.method`,
    `rpc.response.status_code`, `server.address`, `server.port` and, if it failed, `error.type`. Attempts and token
    fetches are its events. The request carries its trace context. `rpc.client.call.duration` (seconds) counts it.

    Args:
        tracer_provider: where spans go; None for the global one.
        meter_provider: where metrics go; None for the global one.

    Raises:
        ImportError: the OpenTelemetry API is not installed.
    """

    def __init__(
        self, tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None
    ) -> None:
        try:
            from opentelemetry import metrics, propagate, trace
        except ImportError:
            raise ImportError(
                "otel= needs opentelemetry-api: pip install 'zgrpc[otel]'", name="opentelemetry"
            ) from None
        self._trace = trace
        self._inject = propagate.inject
        self._tracer = trace.get_tracer("zgrpc", __version__, tracer_provider)
        meter = metrics.get_meter("zgrpc", __version__, meter_provider)
        self._durations = meter.create_histogram(
            "rpc.client.call.duration",
            unit="s",
            description="How long calls took",
            explicit_bucket_boundaries_advisory=_BUCKETS,
        )

    def begin(self, rpc: Rpc, address: Address | None) -> _Span:
        """Return the span of a call that begins now."""
        attributes: dict[str, str | int] = {"rpc.system.name": "grpc", "rpc.method": rpc.full_name}
        if address is not None:
            attributes |= {"server.address": address.host, "server.port": address.port}
        return _Span(self, rpc.full_name, attributes)


class _Span:
    __slots__ = ("_attributes", "_span", "_telemetry", "metadata")

    def __init__(self, telemetry: OpenTelemetry, name: str, attributes: dict[str, str | int]) -> None:
        trace = telemetry._trace
        self._telemetry = telemetry
        self._attributes = attributes
        self._span = telemetry._tracer.start_span(name, kind=trace.SpanKind.CLIENT, attributes=attributes)
        carrier: dict[str, str] = {}
        telemetry._inject(carrier, context=trace.set_span_in_context(self._span))
        self.metadata = tuple((key.lower(), value) for key, value in carrier.items())

    def event(self, name: str, attributes: Mapping[str, str | int | float]) -> None:
        self._span.add_event(name, attributes)

    def end(self, code: grpc.StatusCode, error: BaseException | None, seconds: float) -> None:
        outcome = {"rpc.response.status_code": code.name}
        if error is not None:
            outcome["error.type"] = code.name
            trace = self._telemetry._trace
            self._span.set_status(trace.Status(trace.StatusCode.ERROR, str(error)))
        self._span.set_attributes(outcome)
        self._span.end()
        self._telemetry._durations.record(seconds, {**self._attributes, **outcome})
