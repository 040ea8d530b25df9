"""What a load test does: a weighted mix of steps, and the data they draw on."""

from __future__ import annotations

import itertools
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from zgrpc._contract.rpc import Rpc, did_you_mean, nearest
from zgrpc._text.names import find
from zgrpc.load import templates

if TYPE_CHECKING:
    from pathlib import Path

Row = Mapping[str, Any]
StepFunction = Callable[[Any, "Data"], Awaitable[object]]
Setup = Callable[[Any], Awaitable[Mapping[str, Sequence[Row]]]]
F = TypeVar("F", bound=StepFunction)
S = TypeVar("S", bound=Setup)

OPTIONS = (
    "rate",
    "concurrency",
    "arrival",
    "duration",
    "warmup",
    "processes",
    "requests",
    "max_in_flight",
    "timeout",
    "seed",
)
PICKS = ("random", "sequential")


class ScenarioError(ValueError):
    """A scenario that cannot be run; the message says where it is wrong."""


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of request of a scenario.

    Attributes:
        name: what it is called in the result.
        weight: how often it comes, relative to the others.
        rpc: what it calls; None for a function.
        fields: the request's fields, which may refer to data as ``"${users.id}"``.
        where: filters, for a list.
        limit: how many items to ask for at most, for a list; None for all.
        org_id: the organization it acts in; None for the client's.
        timeout: seconds; None for the run's.
        function: what it calls instead of an RPC: ``async def step(client, data)``.
    """

    name: str
    weight: float = 1.0
    rpc: Rpc | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    where: Mapping[str, Any] = field(default_factory=dict)
    limit: int | None = None
    org_id: str | None = None
    timeout: float | None = None
    function: StepFunction | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows of data come from: a CSV file, a list that is fetched before the run, or rows written out.

    Attributes:
        csv: the file; its first line names the columns.
        rpc: the list.
        fields: the list's request.
        where: its filters.
        limit: how many items to take at most.
        rows: rows as they are.
        pick: ``random``, or ``sequential``: row after row, each process its own share of them.
    """

    csv: Path | None = None
    rpc: Rpc | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    where: Mapping[str, Any] = field(default_factory=dict)
    limit: int | None = None
    rows: tuple[Row, ...] = ()
    pick: str = "random"


class Scenario:
    """A weighted mix of steps.

    Args:
        name: what the result is called.
        options: defaults for the command's options, such as ``{"rate": 100, "duration": 30}``.
        thresholds: conditions on every run, such as ``["p99<50ms"]``.
    """

    def __init__(self, name: str, *, options: Mapping[str, Any] | None = None, thresholds: Sequence[str] = ()) -> None:
        self.name = name
        self.steps: list[Step] = []
        self.data: dict[str, Source] = {}
        self.options = dict(options or {})
        self.thresholds = [str(threshold) for threshold in thresholds]
        self.set_up: Setup | None = None
        check_known(self.options, OPTIONS, "options")

    def call(
        self,
        rpc: str,
        fields: Mapping[str, Any] | None = None,
        *,
        name: str = "",
        weight: float = 1.0,
        where: Mapping[str, Any] | None = None,
        limit: int | None = None,
        org_id: str | None = None,
        timeout: float | None = None,
    ) -> None:
        """Add a step that calls an RPC; a list is fetched completely, or up to `limit` items.

        Raises:
            ScenarioError: the RPC, a field or the weight is wrong.
        """
        try:
            found = find(rpc)
        except ValueError as error:
            raise ScenarioError(str(error)) from None
        if (where or limit is not None) and not found.paging:
            raise ScenarioError(f"{found.short_name} is no list: where and limit are for lists")
        check_known(
            fields or {}, [item.name for item in found.descriptor.input_type.fields], f"{found.short_name}: fields"
        )
        self._add(
            Step(
                name or found.short_name,
                _weight(weight),
                found,
                dict(fields or {}),
                dict(where or {}),
                limit,
                org_id,
                timeout,
            )
        )

    def step(self, *, name: str = "", weight: float = 1.0) -> Callable[[F], F]:
        """Make a coroutine function of client and data a step, as a decorator; all that it awaits is one request."""

        def add(function: F) -> F:
            self._add(Step(name or getattr(function, "__name__", "step"), _weight(weight), function=function))
            return function

        return add

    def setup(self, function: S) -> S:
        """Decorate a coroutine function that takes the client and returns rows by source; it runs before the load."""
        self.set_up = function
        return function

    def _add(self, step: Step) -> None:
        if any(step.name == other.name for other in self.steps):
            raise ScenarioError(f"two steps are called {step.name!r}: give one a name")
        self.steps.append(step)

    def check(self) -> None:
        """Refuse a scenario without steps, or with references that are none or to data that it does not have.

        Raises:
            ScenarioError: says which.
        """
        if not self.steps:
            raise ScenarioError(f"scenario {self.name!r} has no steps")
        for step in self.steps:
            try:
                templates.check([dict(step.fields), dict(step.where)])
            except ValueError as error:
                raise ScenarioError(f"step {step.name!r}: {error}") from None
        if self.set_up is None:
            for step in self.steps:
                for name in sorted(templates.sources([dict(step.fields), dict(step.where)])):
                    if name not in self.data:
                        raise ScenarioError(
                            f"step {step.name!r} refers to data "
                            f"{name!r}{did_you_mean(name, self.data) or ', which there is not'}"
                        )


class Data:
    """The rows a step draws on, in one process of a run."""

    def __init__(
        self,
        rows: Mapping[str, Sequence[Row]],
        picks: Mapping[str, str],
        *,
        seed: int = 0,
        share: int = 0,
        shares: int = 1,
    ) -> None:
        for name, found in rows.items():
            if not found:
                raise ScenarioError(f"data {name!r} has no rows")
        self._rows = rows
        source = random.Random(f"rows {seed} {share}")  # noqa: S311 - a load pattern, no secret
        self._pickers = {
            name: _in_turn(share, shares, len(found))
            if picks.get(name) == "sequential"
            else _at_random(source, len(found))
            for name, found in rows.items()
        }

    def pick(self, name: str) -> Row:
        """Return a row of a source, at random or the next one, as the source says.

        Raises:
            ScenarioError: there is no such data.
        """
        rows = self.rows(name)
        return rows[self._pickers[name]()]

    def picker(self, name: str) -> Callable[[], int]:
        """Return what picks the rows of a source: each call returns the number of one.

        Raises:
            ScenarioError: there is no such data.
        """
        self.rows(name)
        return self._pickers[name]

    def rows(self, name: str) -> Sequence[Row]:
        """Return all rows of a source.

        Raises:
            ScenarioError: there is no such data.
        """
        found = self._rows.get(name)
        if found is None:
            raise ScenarioError(f"there is no data {name!r}{did_you_mean(name, self._rows)}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)


def _at_random(source: random.Random, count: int) -> Callable[[], int]:
    draw = source.random
    return lambda: int(draw() * count)


def _in_turn(share: int, shares: int, count: int) -> Callable[[], int]:
    """Return what counts through the rows of one process."""
    numbers = itertools.count(share, shares)
    return lambda: next(numbers) % count


def _weight(weight: Any) -> float:
    if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not weight > 0:
        raise ScenarioError(f"weight must be a number above 0, not {weight!r}")
    return float(weight)


def check_known(given: Mapping[str, Any], known: Sequence[str], what: str) -> None:
    """Reject a key that is not known.

    Raises:
        ScenarioError: it names the key and the nearest known one.
    """
    for key in given:
        if key not in known:
            near = nearest(str(key), known)
            raise ScenarioError(
                f"{what}: {key!r} is unknown; "
                + (f"did you mean {near!r}?" if near else f"there are {', '.join(known)}")
            )
