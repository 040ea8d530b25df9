"""Tables: drawn on a terminal, columns aligned by spaces in a pipe."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_table(
    file: IO[str], names: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()
) -> None:
    """Print rows under their names.

    Args:
        file: where to.
        names: the columns.
        rows: their cells.
        numbers: the columns that are set to the right.
    """
    if not file.isatty():
        print_plain(file, names, rows)
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold", justify="right" if name in numbers else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=file).print(table)


def print_plain(file: IO[str], names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows with the columns aligned by spaces."""
    widths = [max([len(name), *(len(row[number]) for row in rows)]) for number, name in enumerate(names)]
    for row in [names, *rows]:
        file.write("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n")
    file.flush()
