"""Tables: drawn on a terminal, columns aligned by spaces in a pipe; no cell is broken over two lines."""

from __future__ import annotations

import os
import shutil
from typing import IO, TYPE_CHECKING

from zgrpc._text.visible import visible
from zgrpc.cli.common import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zgrpc._contract.rows import Column

TABLE_COLUMNS = 8
CELL_WIDTH = 40
_LINES = 1_000  # written at once

# What says who and what, in the order in which a person looks for it; the ends of columns' names.
_LOGIN = ("user_name", "username", "preferred_login_name", "login_name")
_FIRST = (
    "email.email",
    "email",
    "name",
    "domain_name",
    "key",
    "project_name",
    "role_keys",
    "granted_role_keys",
    "roles",
    "state",
)


def default_columns(every: Sequence[Column]) -> list[Column]:
    """Return columns in the order of their use: who and what, then other values, ids, and ``details`` last."""
    first = _who(every)

    def rank(column: Column) -> tuple[int, int]:
        if column in first:
            return 0, first.index(column)
        if column.name.startswith("details."):
            return 4, 0
        last = column.name.rpartition(".")[2]
        if last == "id" or (column is every[0] and last.endswith("_id")):
            return 1, 0
        return (3 if last.endswith("_id") else 2), 0

    return sorted(every, key=rank)


def _who(every: Sequence[Column]) -> list[Column]:
    """Return the columns that say who and what: one login name, and of each other kind the least nested."""
    logins = [column for end in _LOGIN if (column := _shallowest(every, end))]
    others = [column for end in _FIRST if (column := _shallowest(every, end))]
    return list(dict.fromkeys([*logins[:1], *others]))


def _shallowest(every: Sequence[Column], end: str) -> Column | None:
    ending = [column for column in every if _ends(column, end)]
    return min(ending, key=lambda column: column.name.count("."), default=None)


def _ends(column: Column, end: str) -> bool:
    return column.name == end or column.name.endswith(f".{end}")


def fitting(every: Sequence[Column], cells_of: Callable[[Column], list[str]], *, cut: bool) -> dict[str, list[str]]:
    """Return the cells of those of `every`, in this order, that say something and fit beside each other.

    Args:
        every: The columns.
        cells_of: A function that gives a column's cells.
        cut: Whether to cut long cells of columns that do not say who.
    """
    who = {column.name for column in _who(every)}
    shown: dict[str, list[str]] = {}
    left = shutil.get_terminal_size((160, 40)).columns
    for column in every:
        if shown and len(column.name) > left:
            continue
        cells = cells_of(column)
        # A value that is the same in every row says nothing, unless there is only one row or it says who.
        if not any(cells) or (len(cells) > 1 and column.name not in who and len(set(cells)) == 1):
            continue
        if cut and column.name not in who:
            cells = [cell if len(cell) <= CELL_WIDTH else cell[: CELL_WIDTH - 1] + "…" for cell in cells]
        width = max(len(column.name), *map(width_of, cells))
        if shown and width > left:
            continue
        left -= width + 2
        shown[column.name] = cells
        if len(shown) == TABLE_COLUMNS:
            break
    return shown or {
        column.name: cells_of(column) for column in every[:TABLE_COLUMNS] if not column.name.startswith("details.")
    }


def print_table(
    file: IO[str], names: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[str] = ()
) -> None:
    """Print rows under their names.

    Args:
        file: Where to print.
        names: The columns.
        rows: Their cells. Characters that act on a terminal are escaped.
        numbers: The columns that are aligned to the right.
    """
    body = [[visible(cell) for cell in row] for row in rows]
    widths = [
        max([len(name), *map(width_of, cells)]) for name, cells in zip(names, zip(*body, strict=True), strict=False)
    ]
    widths = widths or [len(name) for name in names]
    right = [name in numbers for name in names]

    def line(row: Sequence[str]) -> str:
        cells = [
            " " * (width - width_of(cell)) + cell if flush else cell + " " * (width - width_of(cell))
            for cell, width, flush in zip(row, widths, right, strict=True)
        ]
        return "  ".join(cells).rstrip() + "\n"

    head = line(names)
    if on_terminal(file) and "NO_COLOR" not in os.environ:
        head = f"\x1b[1m{head[:-1]}\x1b[0m\n"
    if file.isatty():
        head += _rule(file) * min(sum(widths) + 2 * (len(widths) - 1), shutil.get_terminal_size((160, 40)).columns)
        head += "\n"
    file.write(head)
    for start in range(0, len(body), _LINES):
        file.write("".join(map(line, body[start : start + _LINES])))
    file.flush()


def width_of(text: str) -> int:
    """Return how many places `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _rule(file: IO[str]) -> str:
    try:
        "─".encode(getattr(file, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return "-"
    return "─"
