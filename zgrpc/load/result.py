"""What a run measured: kept exactly (HdrHistogram), saved as JSON, read back for comparison."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hdrh.histogram import HdrHistogram

from zgrpc._files import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = "zgrpc.load/1"
PERCENTILES = ("p50", "p90", "p95", "p99", "p99.9", "p99.99")
_LONGEST = 3_600_000_000  # microseconds: an hour


def new_histogram() -> Any:
    """Return an empty histogram of microseconds, exact to three digits."""
    return HdrHistogram(1, _LONGEST, 3)


def record(histogram: Any, seconds: float) -> None:
    """Add one duration, at least a microsecond and at most an hour."""
    histogram.record_value(min(max(int(seconds * 1e6), 1), _LONGEST))


def at(histogram: Any, percentile: float) -> float:
    """Return the duration, in seconds, that this percentage of the requests did not exceed; 0 if there were none."""
    return float(histogram.get_value_at_percentile(percentile)) / 1e6 if histogram.total_count else 0.0


def encode(histogram: Any) -> str:
    """Return the histogram in HdrHistogram's own compressed base64 encoding, which other tools read."""
    return str(histogram.encode().decode("ascii"))


def decode(text: str) -> Any:
    """Return the histogram of an encoding."""
    return HdrHistogram.decode(text.encode("ascii"))


@dataclass(slots=True)
class StepResult:
    """What one step, or the whole run, measured.

    Attributes:
        name: the step's name.
        count: requests that ended, well or not.
        errors: how often which error came, by ZITADEL's error id, else by status code.
        histogram: latencies of all requests, failed ones too, in microseconds.
    """

    name: str
    count: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    histogram: Any = field(default_factory=new_histogram)

    @property
    def failed(self) -> int:
        """How many requests failed."""
        return self.errors.total()

    def add(self, seconds: float, error: str = "") -> None:
        """Record one request."""
        self.count += 1
        record(self.histogram, seconds)
        if error:
            self.errors[error] += 1

    def add_all(self, latencies: Sequence[float]) -> None:
        """Record requests that succeeded, by their latencies in seconds.

        HdrHistogram is plain Python, so values of one of its buckets (11 significant bits) are recorded together.
        """
        buckets: Counter[int] = Counter()
        for microseconds, count in Counter([int(seconds * 1e6) for seconds in latencies]).items():
            value = min(max(microseconds, 1), _LONGEST)
            shift = max(value.bit_length() - 11, 0)
            buckets[value >> shift << shift] += count
        for value, count in buckets.items():
            self.histogram.record_value(value, count)
        self.count += len(latencies)

    def merge(self, other: StepResult) -> None:
        """Add another's requests to these."""
        self.count += other.count
        self.errors.update(other.errors)
        self.histogram.add(other.histogram)

    def latency(self, metric: str) -> float:
        """``p99`` and the like, ``mean`` or ``max``, in seconds."""
        if not self.histogram.total_count:
            return 0.0
        if metric == "mean":
            return float(self.histogram.get_mean_value()) / 1e6
        return at(self.histogram, 100.0 if metric == "max" else float(metric[1:]))

    def to_dict(self) -> dict[str, Any]:
        """Return the attributes as JSON values."""
        latency = {metric: round(self.latency(metric), 6) for metric in ("mean", *PERCENTILES, "max")}
        return {
            "name": self.name,
            "count": self.count,
            "errors": dict(self.errors),
            "latency_seconds": latency,
            "histogram": encode(self.histogram),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> StepResult:
        """Read back from JSON values."""
        return cls(data["name"], data["count"], Counter(data["errors"]), decode(data["histogram"]))


@dataclass(frozen=True, slots=True)
class Second:
    """One second of the run, by when requests ended.

    Attributes:
        t: seconds from the start of the measurement.
        count: requests that ended in it.
        errors: how many of them failed.
        p50: median latency, seconds; 0 where none ended.
        p99: 99th percentile, seconds.
        max: longest, seconds.
        in_flight: requests under way at its end.
    """

    t: int
    count: int
    errors: int
    p50: float
    p99: float
    max: float
    in_flight: int


@dataclass(frozen=True, slots=True)
class Generator:
    """How the load generator itself did.

    Attributes:
        lag_p50: how late requests left, for reasons of the generator's own; seconds.
        lag_p99: the same, 99th percentile.
        lag_max: the same, worst.
        busy: share of the time for which the busiest process's event loop was computing (0 to 1).
        in_flight_max: most requests under way at once, all processes.
        waited: requests that waited for one of the slots of ``max_in_flight``; their wait counts as latency.
        unsent: requests that were due and had not left when the run ended.
        faults: why the run is not valid: the generator, not the server, was the limit. Empty for a valid run.
    """

    lag_p50: float = 0.0
    lag_p99: float = 0.0
    lag_max: float = 0.0
    busy: float = 0.0
    in_flight_max: int = 0
    waited: int = 0
    unsent: int = 0
    faults: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether the run says something about the server."""
        return not self.faults


@dataclass(slots=True)
class Result:
    """A whole run.

    Attributes:
        scenario: its name.
        target: the address.
        mode: ``open`` or ``closed``.
        arrival: ``constant`` or ``poisson``; empty for a closed loop.
        rate: requests a second that were due; 0 for a closed loop.
        concurrency: callers of a closed loop; 0 for an open one.
        processes: generator processes.
        started: when, ISO 8601 with zone.
        duration: seconds measured, without the warm-up.
        warmup: seconds of warm-up before it.
        steps: by step.
        series: second by second.
        generator: how the generator did.
        interrupted: whether it was stopped early.
        thresholds: the conditions of the run: text, measured value, met.
        version: of zgrpc.
    """

    scenario: str
    target: str
    mode: str
    arrival: str
    rate: float
    concurrency: int
    processes: int
    started: str
    duration: float
    warmup: float
    steps: list[StepResult]
    series: list[Second]
    generator: Generator
    interrupted: bool = False
    thresholds: list[tuple[str, str, bool]] = field(default_factory=list)
    version: str = ""

    def step(self, name: str) -> StepResult | None:
        """Return the step of that name; None if there is none."""
        return next((step for step in self.steps if step.name == name), None)

    @property
    def total(self) -> StepResult:
        """All steps together."""
        return merged("all", self.steps)

    def to_dict(self) -> dict[str, Any]:
        """Return the attributes as JSON values."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        series = [{name: getattr(second, name) for name in Second.__slots__} for second in self.series]
        generator = {name: getattr(self.generator, name) for name in Generator.__slots__} | {
            "valid": self.generator.valid
        }
        return {
            "format": FORMAT,
            **plain,
            "total": self.total.to_dict(),
            "steps": [step.to_dict() for step in self.steps],
            "generator": generator,
            "series": series,
        }

    def save(self, path: str | Path) -> None:
        """Write it as JSON."""
        with replacing(Path(path)) as file:
            file.write(json.dumps(self.to_dict(), indent=1) + "\n")

    @classmethod
    def read(cls, path: str | Path) -> Result:
        """Read what ``save`` wrote.

        Raises:
            ValueError: the file is no result of a load test.
        """
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
            if data.get("format") != FORMAT:
                raise ValueError(f"its format is {data.get('format')!r}, not {FORMAT!r}")
            data["generator"].pop("valid")
            generator = Generator(**{**data["generator"], "faults": tuple(data["generator"]["faults"])})
            plain = {name: data[name] for name in _PLAIN}
            plain["thresholds"] = [(str(text), str(value), bool(met)) for text, value, met in data["thresholds"]]
            steps = [StepResult.from_dict(step) for step in data["steps"]]
            return cls(
                **plain, steps=steps, series=[Second(**second) for second in data["series"]], generator=generator
            )
        except KeyError as error:
            raise ValueError(f"{path} is not the result of a zgrpc load test: it has no {error}") from None
        except (AttributeError, TypeError, ValueError) as error:
            raise ValueError(f"{path} is not the result of a zgrpc load test: {error}") from None


_PLAIN = tuple(name for name in Result.__slots__ if name not in ("steps", "series", "generator"))


def merged(name: str, steps: Iterable[StepResult]) -> StepResult:
    """Return several steps as one."""
    total = StepResult(name)
    for step in steps:
        total.merge(step)
    return total
