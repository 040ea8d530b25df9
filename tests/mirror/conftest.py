"""An organization with users, a project and grants, and random writes to it."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.writer import World, Writer
from zgrpc.mirror import Mirror
from zgrpc.mirror._schema import TABLES
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import zgrpc

__all__ = ["FileMirror", "World", "Writer"]


class FileMirror(Mirror):
    """A mirror in a file, which a test reads and writes as another process could."""

    def __init__(self, client: zgrpc.Client, path: Path, **options: Any) -> None:
        self.path = path
        super().__init__(client, path, **{"interval": 0.05, **options})

    def rows(self) -> dict[str, set[tuple[Any, ...]]]:
        """Return the rows of each table."""
        with contextlib.closing(sqlite3.connect(self.path)) as file:
            return {table: set(file.execute(f"SELECT * FROM {table}")) for table in TABLES}

    def execute(self, statement: str, *parameters: str) -> None:
        """Change the file behind the mirror's back."""
        with contextlib.closing(sqlite3.connect(self.path)) as file, file:
            file.execute(statement, parameters)

    def differences(self, fresh: FileMirror) -> dict[str, set[tuple[Any, ...]]]:
        """Return the rows by which this mirror and a new one, which is filled and closed, differ."""
        fresh.sync()
        fresh.close()
        ours, theirs = self.rows(), fresh.rows()
        return {table: ours[table] ^ theirs[table] for table in TABLES if ours[table] != theirs[table]}


@pytest.fixture
def new_file(tmp_path: Path) -> Callable[[], Path]:
    """Name a file that does not exist."""
    numbers = itertools.count()
    return lambda: tmp_path / f"mirror-{next(numbers)}.db"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def world(emulator: Emulator) -> Iterator[World]:
    with emulator.client() as owner:
        yield World(owner)
