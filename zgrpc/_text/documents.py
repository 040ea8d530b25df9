"""Text, YAML, JSON and CSV from files that people write. An error names the file and the line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["parse_json", "read_json", "read_rows", "read_text", "read_yaml"]

_OPEN_QUOTE = "unexpected end of data"  # of Python's csv


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, with its line ends as they are.

    Raises:
        ValueError: The file is not UTF-8, as files of older spreadsheets are.
        OSError: The file cannot be read.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{path.name}, line {line}: not UTF-8; save the file as UTF-8") from None


def parse_json(text: str, what: str) -> object:
    """Return what JSON text holds.

    Args:
        text: The JSON.
        what: What it is, for errors, such as ``the request``.

    Raises:
        ValueError: The text is not JSON, is nested too deeply, or has a key twice, of which one value would be lost.
    """
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{what} is not JSON: {error}") from None
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from None


def _loaded(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(_given_twice(next(name for name in names if names.count(name) > 1)))
    return found


def _given_twice(key: str) -> str:
    return f"the key {key!r} is given twice in one object"


def read_json(path: Path) -> object:
    """Return what a JSON file holds.

    Raises:
        ValueError: The file is not JSON, or an object in it has a key twice.
        OSError: The file cannot be read.
    """
    text = read_text(path)
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: {error.msg}") from None
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None


def read_yaml(path: Path) -> object:
    """Return what a YAML file holds.

    Raises:
        ValueError: The file is not YAML, or a mapping in it has a key twice.
        OSError: The file cannot be read.
        ModuleNotFoundError: YAML needs PyYAML.
    """
    try:
        import yaml
    except ModuleNotFoundError:
        raise ModuleNotFoundError("YAML files need PyYAML: pip install 'zgrpc[cli]'", name="yaml") from None

    class Loader(yaml.SafeLoader):
        """Rejects a key that is given twice. PyYAML would keep the last value."""

        def compose_mapping_node(self, anchor: dict[Any, yaml.Node]) -> yaml.MappingNode:
            node = super().compose_mapping_node(anchor)
            keys = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    if (key.tag, key.value) in keys and key.tag != "tag:yaml.org,2002:merge":
                        raise yaml.MarkedYAMLError(problem=_given_twice(key.value), problem_mark=key.start_mark)
                    keys.add((key.tag, key.value))
            return node

    text = read_text(path)
    try:
        return yaml.load(text, Loader=Loader)  # noqa: S506 - a safe loader
    except RecursionError:
        raise ValueError(f"{path.name}: it is nested too deeply") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise ValueError(f"{path.name}{where}: {getattr(error, 'problem', None) or 'not valid YAML'}") from None


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str | None]]]:
    """Yield the last line number and the cells of each row of a CSV file, whose first line names the columns.

    A row that is too short has None in place of its last cells.

    Raises:
        ValueError: The file is not CSV, has no first line, names a column twice, or has a cell in no named column.
        OSError: The file cannot be read.
    """
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    line = 0
    try:
        # A sheet may have empty columns. Each gets a name of its own, so that none hides a cell of another.
        reader.fieldnames = [name or f"\0{number}" for number, name in enumerate(reader.fieldnames or ())]
        unnamed = [name for name in reader.fieldnames if name.startswith("\0")]
        names = [name for name in reader.fieldnames if name not in unnamed]
        if not names:
            raise ValueError(f"{path.name} is empty: its first line must name the columns")
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"{path.name}, line 1: the column {twice!r} is given twice")
        line = reader.line_num
        for cells in reader:
            line = reader.line_num
            if None in cells:
                raise ValueError(f"{path.name}, line {line}: more cells than columns")
            nameless = [cells.pop(name) for name in unnamed]
            if any(nameless):
                raise ValueError(f"{path.name}, line {line}: a cell stands in a column without a name")
            yield line, cells
    except csv.Error as error:
        problem = "a quote is not closed" if str(error) == _OPEN_QUOTE else str(error)
        raise ValueError(f"{path.name}, line {line + 1}: {problem}") from None
