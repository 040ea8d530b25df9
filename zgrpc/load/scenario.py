"""What a load test does: a weighted mix of steps, and the data they draw on."""

from __future__ import annotations

import csv
import importlib.util
import io
import itertools
import random
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from zgrpc._contract.rpc import Rpc, did_you_mean, nearest
from zgrpc._text.documents import read_text, read_yaml
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
_SCENARIO_KEYS = ("name", "steps", "data", "options", "thresholds")
_STEP_KEYS = ("call", "list", "name", "weight", "fields", "where", "limit", "org_id", "timeout")
_SOURCE_KEYS = {
    "csv": ("csv", "pick"),
    "list": ("list", "fields", "where", "limit", "pick"),
    "rows": ("rows", "pick"),
}
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
        _known(self.options, OPTIONS, "options")

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
        _known(fields or {}, [item.name for item in found.descriptor.input_type.fields], f"{found.short_name}: fields")
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


def read(path: Path) -> Scenario:
    """Return the scenario in a YAML file, or the one called ``scenario`` in a Python file.

    Raises:
        ScenarioError: the file is not there, or the scenario cannot be run.
    """
    if not path.is_file():
        raise ScenarioError(f"there is no scenario {path}")
    scenario = _from_python(path) if path.suffix == ".py" else _from_yaml(path)
    scenario.check()
    return scenario


def read_csv(path: Path) -> list[Row]:
    """Return the rows of a CSV file whose first line names the columns.

    Raises:
        ScenarioError: the file is not there, has no rows, or a row has too few or too many values.
    """
    try:
        reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    except OSError as error:
        raise ScenarioError(f"cannot read {path}: {error.strerror}") from None
    except ValueError as error:
        raise ScenarioError(str(error)) from None
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise ScenarioError(f"{path}, line {reader.line_num}: it has another number of values than the first line")
        rows.append(row)
    if not rows:
        raise ScenarioError(f"{path} has no rows below its first line")
    return list(rows)


def _from_python(path: Path) -> Scenario:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ScenarioError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses and pickle look their module up by name
    sys.path.insert(0, str(path.parent.resolve()))
    try:
        spec.loader.exec_module(module)
    except ScenarioError:
        raise
    except Exception as error:  # a mistake in the file, whatever it is
        raise ScenarioError(f"{path}{_line_of(error, path)}: {type(error).__name__}: {error}") from error
    finally:
        sys.path.pop(0)
    scenario = getattr(module, "scenario", None)
    if not isinstance(scenario, Scenario):
        raise ScenarioError(f"{path} must define `scenario = zgrpc.load.Scenario(...)`")
    return scenario


def _line_of(error: Exception, path: Path) -> str:
    """Return the last line of a scenario that an error came through; empty if the error names it."""
    own = str(path.absolute())
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == own]
    return f", line {lines[-1]}" if lines else ""


def _from_yaml(path: Path) -> Scenario:
    try:
        found = read_yaml(path)
    except ValueError as error:
        raise ScenarioError(str(error)) from None
    try:
        return from_dict(found, path)
    except ScenarioError as error:
        raise ScenarioError(f"{path}: {error}") from None


def from_dict(found: Any, path: Path) -> Scenario:
    """Return the scenario that a YAML document describes; file names in it are relative to `path`.

    Raises:
        ScenarioError: says which part is wrong.
    """
    if not isinstance(found, Mapping):
        raise ScenarioError("a scenario is a mapping with steps")
    _known(found, _SCENARIO_KEYS, "the scenario")
    thresholds = found.get("thresholds") or []
    scenario = Scenario(
        str(found.get("name") or path.stem),
        options=_mapping(found.get("options"), "options"),
        thresholds=[thresholds] if isinstance(thresholds, str) else thresholds,
    )
    for name, source in _mapping(found.get("data"), "data").items():
        scenario.data[name] = source_of(name, source, path)
    steps = found.get("steps")
    if not isinstance(steps, list):
        raise ScenarioError("steps must be a list, each with call: or list:")
    for number, given in enumerate(steps, 1):
        where = f"step {number}"
        step = _mapping(given, where)
        _known(step, _STEP_KEYS, where)
        if ("call" in step) == ("list" in step):
            raise ScenarioError(f"{where} needs either call: or list:, the name of an RPC")
        arguments = {key: value for key, value in step.items() if key not in ("call", "list")}
        try:
            scenario.call(str(step.get("call") or step["list"]), arguments.pop("fields", None), **arguments)
        except ScenarioError as error:
            raise ScenarioError(f"{where}: {error}") from None
        rpc = scenario.steps[-1].rpc
        if "list" in step and rpc is not None and not rpc.paging:
            raise ScenarioError(f"{where}: {rpc.short_name} is no list: write call:")
    return scenario


def source_of(name: str, source: Any, path: Path) -> Source:
    """Return the source that a YAML document describes; file names in it are relative to `path`.

    Raises:
        ScenarioError: says which part is wrong.
    """
    where = f"data {name!r}"
    source = _mapping({"csv": source} if isinstance(source, str) else source, where)
    kinds = [kind for kind in _SOURCE_KEYS if kind in source]
    if len(kinds) != 1:
        raise ScenarioError(f"{where} needs one of csv:, list: and rows:")
    _known(source, _SOURCE_KEYS[kinds[0]], where)
    pick = source.get("pick", "random")
    if pick not in PICKS:
        raise ScenarioError(f"{where}: pick must be one of {', '.join(PICKS)}, not {pick!r}")
    if "csv" in source:
        return Source(csv=path.parent / str(source["csv"]), pick=pick)
    if "rows" in source:
        return Source(rows=tuple(source["rows"]), pick=pick)
    try:
        rpc = find(str(source["list"]))
    except ValueError as error:
        raise ScenarioError(f"{where}: {error}") from None
    if not rpc.paging:
        raise ScenarioError(f"{where}: {rpc.short_name} is no list")
    fields, filters = _mapping(source.get("fields"), where), _mapping(source.get("where"), where)
    return Source(rpc=rpc, fields=fields, where=filters, limit=source.get("limit"), pick=pick)


def _mapping(value: Any, what: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ScenarioError(f"{what} must be a mapping, not {type(value).__name__}")
    return dict(value)


def _weight(weight: Any) -> float:
    if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not weight > 0:
        raise ScenarioError(f"weight must be a number above 0, not {weight!r}")
    return float(weight)


def _known(given: Mapping[str, Any], known: Sequence[str], what: str) -> None:
    for key in given:
        if key not in known:
            near = nearest(str(key), known)
            raise ScenarioError(
                f"{what}: {key!r} is unknown; "
                + (f"did you mean {near!r}?" if near else f"there are {', '.join(known)}")
            )
