"""Writers of rows, one for each format. `close` makes the output valid whenever the writing stops."""

from __future__ import annotations

import csv
import functools
import json
from typing import IO, TYPE_CHECKING, Any, Protocol

from zgrpc._contract.request import shared_prefix
from zgrpc._contract.rows import Column, as_json, columns, pick, text
from zgrpc._counted import counted
from zgrpc._lists.frames import schema
from zgrpc._text.visible import dump_json, is_visible, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message

_ROW_GROUP = 10_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Writer(Protocol):
    """What all writers do."""

    def write(self, message: Message, *before: str) -> None:
        """Write one row; `before` are the values of the extra columns."""

    def close(self) -> None:
        """Write what is pending."""


def _values(items: FieldDescriptor, chosen: Sequence[Column] | None) -> Callable[[Any], Any]:
    """Return the function that makes a JSON value of an item: the whole message, or the chosen columns."""
    if chosen is not None:
        return lambda message: pick(message, chosen)
    return as_json if items.message_type is not None else columns(items)[0].value


class JsonLines:
    """One JSON object a line: all of a message, or the chosen columns."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._value = _values(items, chosen)

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only formats of columns have extra ones
        """Write one line, in one piece."""
        self._file.write(dump_json(self._value(message)) + "\n")

    def close(self) -> None:
        """Flush the file."""
        self._file.flush()


class Json:
    """One JSON array of all items, one item a line."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._value = _values(items, chosen)
        self._before = "["

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only formats of columns have extra ones
        """Write one item, in one piece."""
        self._file.write(f"{self._before}\n{dump_json(self._value(message))}")
        self._before = ","

    def close(self) -> None:
        """Write the end of the array."""
        self._file.write("[]\n" if self._before == "[" else "\n]\n")
        self._file.flush()


class Yaml:
    """One YAML sequence of all items (``zgrpc[cli]`` brings PyYAML)."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._value = _values(items, chosen)
        self._empty = True

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only formats of columns have extra ones
        """Write one item, in one piece."""
        self._file.write(dump_yaml([self._value(message)]))
        self._empty = False

    def close(self) -> None:
        """Write the empty sequence, where there is no item."""
        if self._empty:
            self._file.write("[]\n")
        self._file.flush()


def dump_yaml(data: Any) -> str:
    """Return YAML in which characters that act on a terminal are escaped; it means the same."""
    import yaml

    written = yaml.dump(data, Dumper=_yaml_dumper(), allow_unicode=True, sort_keys=False, width=1_000_000)
    return visible(written, keep="\n")


@functools.cache
def _yaml_dumper() -> Any:
    """Return a dumper that writes texts with unsafe characters in double quotes, where they can be escaped."""
    import yaml

    base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # PyYAML may be built without libyaml, which is faster
    dumper: Any = type("Dumper", (base,), {})

    def represent(dumper: Any, value: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if is_visible(value) else '"')

    dumper.add_representer(str, represent)
    return dumper


class Csv:
    """Comma-separated values (RFC 4180, but with plain line ends); the first line names the columns.

    Args:
        file: Where to write.
        chosen: The columns.
        extra: The names of the columns before them.
        safe: Whether texts that a spreadsheet would run as a formula get an apostrophe before them.
        escape: Whether characters that act on a terminal are escaped.
    """

    def __init__(
        self,
        file: IO[str],
        chosen: Sequence[Column],
        extra: Sequence[str] = (),
        *,
        safe: bool = False,
        escape: bool = False,
    ) -> None:
        self._file = file
        self._chosen = chosen
        self._safe, self._escape = safe, escape
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow([*extra, *(column.name for column in chosen)])

    def write(self, message: Message, *before: str) -> None:
        """Write one line."""
        self._writer.writerow([*before, *(self._cell(text(column.value(message))) for column in self._chosen)])

    def close(self) -> None:
        """Flush the file."""
        self._file.flush()

    def _cell(self, value: Any) -> Any:
        if isinstance(value, bool):
            return str(value).lower()
        if not isinstance(value, str):
            return value
        if self._safe and value.startswith(_FORMULA):
            value = f"'{value}"
        return visible(value) if self._escape else value


class Parquet:
    """Apache Parquet, in row groups of 10,000. The file is readable only after `close` writes its footer."""

    def __init__(self, file: IO[bytes], chosen: Sequence[Column], extra: Sequence[str] = ()) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._chosen = chosen
        self._schema = schema(chosen, extra)
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
    """A table for people. Without a choice of columns it shows those that say who and what, as many as fit."""

    def __init__(self, file: IO[str], items: FieldDescriptor, chosen: Sequence[Column] | None) -> None:
        self._file = file
        self._chosen = chosen
        self._items = items
        self._messages: list[Any] = []

    def write(self, message: Message, *before: str) -> None:  # noqa: ARG002 - only formats of columns have extra ones
        """Keep one row: widths are known at the end."""
        self._messages.append(message)

    def close(self) -> None:
        """Write the table."""
        from zgrpc.cli.common import note
        from zgrpc.cli.tables import default_columns, fitting, print_table

        every = columns(self._items)
        if self._chosen is not None:
            shown = {column.name: self._cells(column) for column in self._chosen}
        else:
            shown = fitting(default_columns(every), self._cells, cut=self._file.isatty())
        print_table(self._file, list(shown), list(zip(*shown.values(), strict=True)))
        hidden = 0 if self._chosen is not None else len(every) - len(shown)
        if hidden and self._file.isatty():
            note(f"{counted(hidden, 'more column')}: choose with --columns, or see all of them with --output yaml")

    def _cells(self, column: Column) -> list[str]:
        short = _shortener(column)
        return [short(text(column.value(message))) for message in self._messages]


def _shortener(column: Column) -> Callable[[Any], str]:
    """Return what makes a cell of a value: a list without brackets, an enum's value without the enum's name."""
    prefix = ""
    if column.field.enum_type is not None:
        prefix = shared_prefix([known.name for known in column.field.enum_type.values])

    def short(value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else ""
        cell = str(value)
        if cell.startswith('["'):
            items = json.loads(cell)
            if all(isinstance(item, str) for item in items):
                cell = ", ".join(items)
        if prefix:
            cell = cell.removeprefix(prefix).lower()
        return cell

    return short
