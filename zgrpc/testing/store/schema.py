"""The tables of an area, and how a file that an older version wrote gets those of this one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

VERSION = 2
"""The version of the file's layout (``PRAGMA user_version``). From 2 on, each area counts its own steps."""

_FIRST_LAYOUT = 1
"""The layout that had all tables of its areas as one step, and did not count."""

CHANGE = "created INTEGER NOT NULL, changed INTEGER NOT NULL, sequence INTEGER NOT NULL"
"""The columns of every changing row: microseconds since the epoch, and the sequence of the event that changed it."""


@dataclasses.dataclass(frozen=True)
class Schema:
    """The tables of one area.

    A released step is never edited. To change a table, append a step with ``ALTER TABLE``.
    """

    area: str
    """The name under which a file counts the steps; never change it."""
    steps: tuple[str, ...]
    """SQL scripts. A new file runs them all; an older file runs those that it lacks."""
    taken: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """For each unique index, the message key of ALREADY_EXISTS ``V3-DKcYh``. The index must be of an expression, such
    as ``lower(name)``: SQLite names no other index in its error."""
    since_first: bool = False
    """Whether the first layout had step one already."""


LOG = Schema(
    "log",
    (
        """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
  position INTEGER PRIMARY KEY, aggregate TEXT NOT NULL, aggregate_id TEXT NOT NULL, sequence INTEGER NOT NULL,
  type TEXT NOT NULL, owner TEXT NOT NULL, editor TEXT NOT NULL, created INTEGER NOT NULL,
  data TEXT NOT NULL DEFAULT '{}');
CREATE INDEX events_of ON events(aggregate, aggregate_id, sequence);
""",
    ),
    since_first=True,
)
"""Facts about the instance, and the log of events."""


def migrate(db: sqlite3.Connection, schemas: Iterable[Schema], path: str | None) -> None:
    """Create the tables that a database lacks, and change those of an older version; all or nothing.

    Raises:
        ValueError: a newer version wrote the file.
    """
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise ValueError(f"{path} holds version {version} of the emulator's tables; this one knows {VERSION} at most")
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("CREATE TABLE IF NOT EXISTS schema_steps (area TEXT PRIMARY KEY, steps INTEGER NOT NULL)")
        done = dict(db.execute("SELECT area, steps FROM schema_steps").fetchall())
        for schema in schemas:
            have = done.get(schema.area, 1 if version == _FIRST_LAYOUT and schema.since_first else 0)
            if have > len(schema.steps):
                raise ValueError(f"{path} holds a newer version of the emulator's tables for {schema.area}")
            for step in schema.steps[have:]:
                for statement in _statements(step):
                    db.execute(statement)
            db.execute("INSERT OR REPLACE INTO schema_steps VALUES (?, ?)", (schema.area, len(schema.steps)))
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """Return the statements of a script; `executescript` would commit the transaction."""
    import sqlite3

    found, current = [], ""
    for part in script.split(";"):
        current += part
        if current.strip() and sqlite3.complete_statement(f"{current};"):
            found.append(current)
            current = ""
        elif current.strip():
            current += ";"
    return found
