"""Text, YAML and JSON from files that people write. An error names the file and the line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_json", "read_text", "read_yaml"]


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


def read_json(path: Path) -> object:
    """Return what a JSON file holds.

    Raises:
        ValueError: The file is not JSON.
        OSError: The file cannot be read.
    """
    text = read_text(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: {error.msg}") from None


def read_yaml(path: Path) -> object:
    """Return what a YAML file holds.

    Raises:
        ValueError: The file is not YAML.
        OSError: The file cannot be read.
        ModuleNotFoundError: YAML needs PyYAML.
    """
    try:
        import yaml
    except ModuleNotFoundError:
        raise ModuleNotFoundError("YAML files need PyYAML: pip install 'zgrpc[cli]'", name="yaml") from None
    text = read_text(path)
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise ValueError(f"{path.name}{where}: {getattr(error, 'problem', None) or 'not valid YAML'}") from None
