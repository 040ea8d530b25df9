"""Desired rows from YAML, JSON and CSV files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zgrpc._apply.desired import KINDS, Kind
from zgrpc._contract.rpc import did_you_mean
from zgrpc._text.documents import read_json, read_rows, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["load"]

_SWITCHES = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def load(path: Path, kind: str | None = None) -> dict[str, list[dict[str, object]]]:
    """Read desired rows from a file: YAML (``.yaml``, ``.yml``), JSON (``.json``) or CSV (``.csv``).

    YAML and JSON map kinds to lists of rows. A CSV file holds rows of one kind: `kind`, or the name of the file, such
    as ``users.csv``. Its columns are fields; an empty cell leaves the field unchanged. Commas or spaces
    separate the role keys in a cell. Users have the further columns ``metadata.KEY`` and ``grants.PROJECT``.

    Raises:
        ValueError: the file is not valid, or its kind is unknown.
        OSError: the file cannot be read.
        ModuleNotFoundError: YAML needs PyYAML.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        return {_kind(path, kind): _csv(path, KINDS[_kind(path, kind)])}
    if ending == ".json":
        loaded = read_json(path)
    elif ending in (".yaml", ".yml"):
        loaded = read_yaml(path)
    else:
        raise ValueError(f"{path.name} must end with .yaml, .json or .csv")
    if not isinstance(loaded, Mapping):
        raise ValueError(f"{path.name} must map kinds ({', '.join(KINDS)}) to lists of rows")
    return {str(name): rows for name, rows in loaded.items()}


def _kind(path: Path, kind: str | None) -> str:
    found = path.stem if kind is None else kind
    if found not in KINDS:
        hint = did_you_mean(found, KINDS) or f"; there are {', '.join(KINDS)}"
        raise ValueError(
            f"{path.name}: there is no kind {found!r}{hint}. Name the file after its kind, or pass the kind"
        )
    return found


def _csv(path: Path, kind: Kind) -> list[dict[str, object]]:
    return [
        _cells({name: cell for name, cell in cells.items() if cell}, kind, path, line)
        for line, cells in read_rows(path)
    ]


def _cells(cells: Mapping[str, str], kind: Kind, path: Path, line: int) -> dict[str, object]:
    row: dict[str, object] = {}
    metadata: dict[str, str] = {}
    grants: list[dict[str, object]] = []
    for name, cell in cells.items():
        group, _, key = name.partition(".")
        wanted = kind.fields.get(name, str)
        if group == "metadata" and key:
            row["metadata"] = metadata
            metadata[key] = cell
        elif group == "grants" and key:
            row["grants"] = grants
            grants.append({"project": key, "roles": _roles(cell)})
        elif wanted is set:
            row[name] = _roles(cell)
        elif wanted is bool:
            if cell.strip().lower() not in _SWITCHES:
                raise ValueError(f"{path.name}, line {line}: {name} must be true or false, not {cell!r}")
            row[name] = _SWITCHES[cell.strip().lower()]
        else:
            row[name] = cell
    return row


def _roles(cell: str) -> list[str]:
    return cell.replace(",", " ").split()
