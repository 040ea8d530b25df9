"""OpenTelemetry metrics of a mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Metrics"]


class Metrics:
    """Record a mirror's lag, its rows, its requests and its changes.

    Raises:
        ModuleNotFoundError: opentelemetry-api is missing.
    """

    def __init__(self, mirror: Any) -> None:
        try:
            from opentelemetry import metrics
        except ModuleNotFoundError:
            raise ModuleNotFoundError("otel=True needs opentelemetry: pip install 'zgrpc[otel]'") from None
        meter = metrics.get_meter("zgrpc")

        def lag(_: object) -> Iterable[metrics.Observation]:
            if (seconds := mirror.lag) != float("inf"):
                yield metrics.Observation(seconds)

        def rows(_: object) -> Iterable[metrics.Observation]:
            for table in mirror._plan.what:
                yield metrics.Observation(mirror.count(table), {"table": table})

        meter.create_observable_gauge("zgrpc.mirror.lag", [lag], unit="s", description="Age of the mirror")
        meter.create_observable_gauge("zgrpc.mirror.rows", [rows], description="Rows of the mirror")
        self._requests = meter.create_counter("zgrpc.mirror.requests", description="Requests of the mirror")
        self._changes = meter.create_counter("zgrpc.mirror.changes", description="Rows that the mirror changed")

    def requested(self, count: int) -> None:
        """Count requests."""
        self._requests.add(count)

    def changed(self, count: int) -> None:
        """Count changed rows."""
        self._changes.add(count)
