"""Where rows go: to stdout, or to a file that takes its place when it is whole."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import contextmanager, nullcontext
from typing import IO, TYPE_CHECKING, Any, Self

import click

from zgrpc._contract.rows import Column, columns
from zgrpc._files import NewFile, naming
from zgrpc.cli.writers import Csv, Json, JsonLines, Parquet, Table, Writer, Yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message

FORMATS = ("table", "json", "jsonl", "yaml", "csv", "parquet")
ENDINGS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".parquet": "parquet",
    ".txt": "table",
}
_NEEDS = {"parquet": ("pyarrow", "Parquet", "parquet"), "yaml": ("yaml", "YAML", "cli")}


def kind_of(path: Path | None) -> str:
    """Return the format that the ending of `path` means: a table for stdout and for a name without an ending.

    Raises:
        click.UsageError: The ending belongs to no format. A table would leave out columns unasked.
    """
    ending = path.suffix.lower() if path else ""
    if ending and ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise click.UsageError(f"--to {path}: {ending} is not the ending of a format ({known}); add --output")
    return ENDINGS.get(ending, "table")


def check_installed(kind: str) -> None:
    """Raise ValueError if a format needs a package that is not installed."""
    module, name, extra = _NEEDS.get(kind, ("json", "", ""))
    if not importlib.util.find_spec(module):
        raise ValueError(f"{name} needs {module}: pip install 'zgrpc[{extra}]'")


class Output:
    """A writer on a file or on stdout.

    The first row opens it, so that an error before the first row leaves a file as it was. A file gets its name only
    when it is whole. If the list ends early, the rows that came are kept in a valid file beside it, such as
    ``users.partial.csv``.

    Args:
        kind: One of `FORMATS`.
        path: The file; None for stdout.
        items: The field of the answer that holds the list.
        chosen: The columns; None for all.
        extra: Names of text columns before them, in CSV and Parquet. `write` takes their values.
        safe_csv: Whether CSV defuses formulas.
        keep_partial: Whether to keep the rows that came before an error.

    Attributes:
        rows: How many rows were written.
        partial: The file of the rows that came before an error; None if there is none.
        torn: Whether a write failed, as on a full disk. The last row may be cut, so no partial file is kept.

    Raises:
        ValueError: The format needs a package that is not installed.
    """

    def __init__(
        self,
        kind: str,
        path: Path | None,
        items: FieldDescriptor,
        chosen: Sequence[Column] | None,
        *,
        extra: Sequence[str] = (),
        safe_csv: bool = False,
        keep_partial: bool = True,
    ) -> None:
        check_installed(kind)
        self.rows = 0
        self.partial: Path | None = None
        self.torn = False
        self._kind, self._path, self._items, self._chosen, self._extra = kind, path, items, chosen, extra
        self._safe_csv, self._keep_partial = safe_csv, keep_partial
        self._new: NewFile | None = None
        self._writer: Writer | None = None

    def _open(self) -> Writer:
        every = self._chosen if self._chosen is not None else columns(self._items)
        if self._kind == "parquet":
            import pyarrow.parquet  # noqa: F401 - takes a while, and Ctrl-C meanwhile must find no file begun
        file: Any = sys.stdout
        if self._path:
            self._new = NewFile(self._path, binary=self._kind == "parquet")
            file = self._new.file
        elif self._kind == "parquet":
            file = _Sink(sys.stdout.buffer)
        if self._kind == "parquet":
            return Parquet(file, every, self._extra)
        if self._kind == "csv":
            return Csv(file, every, self._extra, safe=self._safe_csv, escape=file.isatty())
        by_name: dict[str, Callable[..., Writer]] = {"json": Json, "jsonl": JsonLines, "yaml": Yaml, "table": Table}
        return by_name[self._kind](file, self._items, self._chosen)

    def write(self, message: Message, *before: str) -> None:
        """Write one row."""
        if self._writer is None:
            self._writer = self._open()
        with self._watch():
            self._writer.write(message, *before)
        self.rows += 1

    @contextmanager
    def _watch(self) -> Iterator[None]:
        """Note that a write failed, and let its error name the file."""
        try:
            with naming(self._path) if self._path else nullcontext():
                yield
        except OSError:
            self.torn = True
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if self._writer is None and error is None:
                self._writer = self._open()
            if self._writer is not None and not self.torn:
                with self._watch():
                    self._writer.close()
            if self._new is not None and error is None:
                with self._watch():
                    self._new.commit()
            elif self._new is not None and self._keep_partial and self.rows and not self.torn:
                goal = self._new.goal
                partial = goal.with_name(f"{goal.stem}.partial{goal.suffix}")
                self._new.commit(partial)
                self.partial = partial
        finally:
            if self._new is not None:
                self._new.discard()  # does nothing after a commit


class _Sink:
    """A stream that has no position, such as a pipe, for a writer that asks for it."""

    closed = False

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._position = 0

    def write(self, data: bytes) -> int:
        self._file.write(data)
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.flush()

    def seekable(self) -> bool:
        return False

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True
