"""Read scenarios from YAML and Python files, and rows from CSV files."""

from __future__ import annotations

import importlib.util
import sys
import traceback
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zgrpc._text.documents import read_rows, read_yaml
from zgrpc._text.names import find
from zgrpc.load.scenario import PICKS, Row, Scenario, ScenarioError, Source, check_known

if TYPE_CHECKING:
    from pathlib import Path

_SCENARIO_KEYS = ("name", "steps", "data", "options", "thresholds")
_STEP_KEYS = ("call", "list", "name", "weight", "fields", "where", "limit", "org_id", "timeout")
_SOURCE_KEYS = {
    "csv": ("csv", "pick"),
    "list": ("list", "fields", "where", "limit", "pick"),
    "rows": ("rows", "pick"),
}


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
    rows: list[Row] = []
    try:
        for line, cells in read_rows(path):
            row = {name: cell for name, cell in cells.items() if cell is not None}
            if len(row) < len(cells):
                raise ScenarioError(f"{path.name}, line {line}: fewer cells than columns")
            rows.append(row)
    except OSError as error:
        raise ScenarioError(f"cannot read {path}: {error.strerror}") from None
    except ValueError as error:
        raise ScenarioError(str(error)) from None
    if not rows:
        raise ScenarioError(f"{path} has no rows below its first line")
    return rows


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
    check_known(found, _SCENARIO_KEYS, "the scenario")
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
        check_known(step, _STEP_KEYS, where)
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
    check_known(source, _SOURCE_KEYS[kinds[0]], where)
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
