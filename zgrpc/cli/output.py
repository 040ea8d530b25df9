"""Writers of rows: a table, JSON lines, CSV or Parquet; what was written is a valid file at any moment."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import shutil
import sys
from typing import IO, TYPE_CHECKING, Any, Protocol, Self

import click

from zgrpc.cli.common import note
from zgrpc.cli.rows import Column, as_json, columns, pick, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message

FORMATS = ("table", "jsonl", "csv", "parquet")
ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".txt": "table"}
TABLE_COLUMNS = 8
CELL_WIDTH = 40
_ROW_GROUP = 10_000


def kind_of(path: Path | None) -> str:
    """The format that the ending of `path` says: a table for stdout and for a name without one.

    Raises:
        click.UsageError: the ending is of none, where a table would leave out columns unasked.
    """
    ending = path.suffix.lower() if path else ""
    if ending and ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise click.UsageError(f"--to {path}: {ending} is not the ending of a format ({known}); add --output")
    return ENDINGS.get(ending, "table")


class Writer(Protocol):
    """What all writers do; `close` makes the file whole, also after an error or Ctrl-C."""

    def write(self, message: Message, *before: str) -> None:
        """Write one row; `before` are the values of the extra columns."""

    def close(self) -> None:
        """Write what is pending."""


class JsonLines:
    """One JSON object a line; all of a message, or the chosen columns."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._chosen = chosen
        self._row: Callable[[Any], Any] = as_json if items.message_type is not None else columns(items)[0].value

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only files of columns have extra ones
        """Write one line, in one piece."""
        row = self._row(message) if self._chosen is None else pick(message, self._chosen)
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Hand it to the operating system."""
        self._file.flush()


class Csv:
    """Comma-separated values (RFC 4180, but with plain line ends), the first line names the columns."""

    def __init__(self, file: IO[str], chosen: Sequence[Column], extra: Sequence[str] = ()) -> None:
        self._file = file
        self._chosen = chosen
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow([*extra, *(column.name for column in chosen)])

    def write(self, message: Message, *before: str) -> None:
        """Write one line."""
        self._writer.writerow([*before, *(_csv(text(column, column.value(message))) for column in self._chosen)])

    def close(self) -> None:
        """Hand it to the operating system."""
        self._file.flush()


class Parquet:
    """Apache Parquet, in row groups of 10,000; its footer comes with `close`, so `close` comes whatever happens."""

    def __init__(self, file: IO[bytes], chosen: Sequence[Column], extra: Sequence[str] = ()) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds = {
            "integer": pa.int64(),
            "number": pa.float64(),
            "boolean": pa.bool_(),
            "timestamp": pa.timestamp("us", tz="UTC"),
        }
        self._chosen = chosen
        self._schema = pa.schema(
            [
                *((name, pa.string()) for name in extra),
                *((column.name, kinds.get(column.kind, pa.string())) for column in chosen),
            ]
        )
        self._table = pa.Table
        self._writer = pq.ParquetWriter(file, self._schema)
        self._rows: list[list[Any]] = [[] for _ in self._schema]

    def write(self, message: Message, *before: str) -> None:
        """Add one row."""
        row = [*before, *(column.value(message) for column in self._chosen)]
        for value, values in zip(row, self._rows, strict=True):
            values.append(value)
        if len(self._rows[0]) >= _ROW_GROUP:
            self._write_group()

    def close(self) -> None:
        """Write the last row group and the footer."""
        whole = min(len(values) for values in self._rows)  # Ctrl-C may have come in the middle of a row
        self._rows = [values[:whole] for values in self._rows]
        if whole:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        self._writer.write_table(self._table.from_arrays(self._rows, schema=self._schema))
        self._rows = [[] for _ in self._schema]


class Table:
    """A table for people. Without a choice: columns that tell rows apart, as many as fit the terminal."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._chosen = chosen
        self._columns = chosen if chosen is not None else columns(items)
        self._rows: list[list[str]] = []

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only files of columns have extra ones
        """Keep one row: widths are known at the end."""
        self._rows.append([_short(column, text(column, column.value(message))) for column in self._columns])

    def close(self) -> None:
        """Write the table."""
        from zgrpc.cli.tables import print_table

        shown = self._shown()
        rows = [[row[number] for number in shown] for row in self._rows]
        print_table(self._file, [self._columns[number].name for number in shown], rows)
        hidden = len(self._columns) - len(shown)
        if self._chosen is None and hidden and self._file.isatty():
            note(f"{hidden} more columns: choose with --columns, or take --output jsonl")

    def _shown(self) -> list[int]:
        numbers = range(len(self._columns))
        if self._chosen is not None:
            return list(numbers)
        if not self._rows:
            return [number for number in numbers if not self._columns[number].name.startswith("details.")][
                :TABLE_COLUMNS
            ]
        cells = [[row[number] for row in self._rows] for number in numbers]
        # What is the same in every row tells nothing, unless there is only one.
        telling = [
            number for number in numbers if any(cells[number]) and (len(self._rows) == 1 or len(set(cells[number])) > 1)
        ]
        plain = [number for number in telling if not self._columns[number].name.startswith("details.")] or telling
        shown: list[int] = []
        left = shutil.get_terminal_size((160, 40)).columns
        for number in plain or [0]:
            left -= min(max(len(self._columns[number].name), *map(len, cells[number])), CELL_WIDTH) + 3
            if shown and left < 0:
                break
            shown.append(number)
        return shown


class Output:
    """Where rows go: a writer on a file or on stdout.

    It is opened by the first row, so that an error before it leaves a file as it was.

    Args:
        kind: ``table``, ``jsonl``, ``csv`` or ``parquet``.
        path: the file; None for stdout.
        items: the field of the answer that holds the list.
        chosen: the columns; None for all.
        extra: columns of texts before them, in CSV and Parquet, whose values `write` is given.
    """

    def __init__(
        self,
        kind: str,
        path: Path | None,
        items: FieldDescriptor,
        chosen: Sequence[Column] | None,
        *,
        extra: Sequence[str] = (),
    ) -> None:
        if kind == "parquet" and not importlib.util.find_spec("pyarrow"):
            raise ValueError("Parquet needs pyarrow: pip install 'zgrpc[parquet]'")
        self.rows = 0
        self._kind, self._path, self._items, self._chosen, self._extra = kind, path, items, chosen, extra
        self._file: Any = None
        self._writer: Writer | None = None

    def _open(self) -> Writer:
        every = self._chosen if self._chosen is not None else columns(self._items)
        if self._kind == "parquet":
            self._file = self._path.open("wb") if self._path else _Sink(sys.stdout.buffer)
            return Parquet(self._file, every, self._extra)
        self._file = self._path.open("w", encoding="utf-8", newline="") if self._path else sys.stdout
        if self._kind == "csv":
            return Csv(self._file, every, self._extra)
        if self._kind == "jsonl":
            return JsonLines(self._file, self._items, self._chosen)
        return Table(self._file, self._items, self._chosen)

    def write(self, message: Message, *before: str) -> None:
        """Write one row."""
        if self._writer is None:
            self._writer = self._open()
        self._writer.write(message, *before)
        self.rows += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if self._writer is None and error is None:
                self._writer = self._open()
            if self._writer is not None and not isinstance(error, BrokenPipeError):
                self._writer.close()
        finally:
            if self._path and self._file:
                self._file.close()


class _Sink:
    """A stream that cannot tell its position, such as a pipe, for a writer that asks for it."""

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


def _csv(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _short(column: Column, value: Any) -> str:
    """A cell: a list without its brackets, an enum's value without the enum's name, one line."""
    if isinstance(value, bool):
        return "true" if value else ""
    cell = str(value)
    if cell.startswith('["'):
        items = json.loads(cell)
        if all(isinstance(item, str) for item in items):
            cell = ", ".join(items)
    enum = column.field.enum_type
    if enum is not None:
        prefix = os.path.commonprefix([known.name for known in enum.values])  # noqa: RUF071 - cut at a word below
        cell = cell.removeprefix(prefix[: prefix.rfind("_") + 1]).lower()
    return " ".join(cell.split())
