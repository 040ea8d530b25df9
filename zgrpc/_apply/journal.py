"""A file that remembers which rows are done, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from zgrpc._files import naming

if TYPE_CHECKING:
    from zgrpc._apply.report import Outcome

__all__ = ["Journal"]

_FORMAT = "zgrpc journal 1"


class Journal:
    """The done rows of a run, one JSON line a row, appended as they finish. Holds no secrets.

    Args:
        path: the file; created with mode 0600 if it is missing.

    Raises:
        ValueError: the file is not a journal, or no regular file; nothing is overwritten.
        OSError: the file cannot be read or written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self.done: set[str] = set()
        if self._path.exists() and not self._path.is_file():  # to read a pipe or a device may never end
            raise ValueError(f"{self._path} is no regular file: name another file")
        content = self._path.read_bytes() if self._path.exists() else b""
        head = json.dumps({"format": _FORMAT}).encode()
        *lines, self._torn = content.split(b"\n")  # a crash may have cut off the last line
        if content and not (lines[0] == head if lines else head.startswith(self._torn)):
            raise ValueError(f"{self._path} is not a journal of zgrpc: name another file")
        for number, line in enumerate(lines[1:], 2):
            try:
                self.done.add(json.loads(line)["row"])
            except (ValueError, KeyError, TypeError):
                raise ValueError(f"{self._path}, line {number}, is not a line of a journal") from None
        self._whole = len(content) - len(self._torn)
        self._new = not lines

    def __enter__(self) -> Self:
        """Open the file and write its first line, so that a full disk is found before the first row is changed."""
        self._file = os.fdopen(os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a")
        try:
            with naming(self._path):
                if self._torn:
                    self._file.truncate(self._whole)
                if self._new:
                    self._file.write(json.dumps({"format": _FORMAT}) + "\n")
                    self._file.flush()
        except OSError:
            with contextlib.suppress(OSError):
                self._file.close()
            raise
        return self

    def add(self, outcome: Outcome) -> None:
        """Note the outcome of a row; a failed one is tried again by the next run."""
        if outcome.result != "failed":
            with naming(self._path):
                self._file.write(json.dumps({"row": outcome.row.digest, "result": outcome.result}) + "\n")
                self._file.flush()

    def __exit__(self, *_: object) -> None:
        with naming(self._path), self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
