"""The file of a mirror: one writer, any number of readers."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from zgrpc.mirror._reader import Grant, connect, grants_of
from zgrpc.mirror._schema import CREATE, TABLES, VERSION

__all__ = ["Change", "Store", "net"]

Row = tuple[str, ...]
Snapshot = Mapping[str, Mapping[Row, Row]]
"""Rows by table and key."""


class Change(NamedTuple):
    """One row that changed.

    Attributes:
        table: ``users``, ``projects``, ``roles``, ``grants`` or ``memberships``.
        before: the row's columns until now; None for a new row.
        after: its columns from now on; None for a removed row.
    """

    table: str
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None

    @property
    def place(self) -> tuple[str, Row]:
        """The table and the key of the row."""
        about, row = TABLES[self.table], self.after or self.before or {}
        return self.table, tuple(row[column] for column in about.columns[: about.key])


def net(changes: Iterable[Change]) -> list[Change]:
    """Return one change for each row that is not as it was before all of them."""
    rows: dict[tuple[str, Row], Change] = {}
    for change in changes:
        first = rows.get(change.place, change)
        rows[change.place] = change._replace(before=first.before)
    return [change for change in rows.values() if change.before != change.after]


class Store:
    """The writer's side of a mirror.

    Args:
        path: the file; None keeps the mirror in memory.
        scope: what the mirror holds; a file of another scope is refused.

    Raises:
        ValueError: the file is not a mirror, of another version or of another scope.
        RuntimeError: another process writes it.
    """

    def __init__(self, path: str | os.PathLike[str] | None, scope: str) -> None:
        self.path = None if path is None else os.fspath(path)
        self._lock_file: int | None = None
        if self.path is not None:
            self._lock()
        try:
            self._create_file()
            self.connection = connect(self.path, write=True)
            try:
                self._open(scope)
            except BaseException:
                self.connection.close()
                raise
        except BaseException:
            self._unlock()
            raise
        self._writing = threading.RLock()
        self._local = threading.local()
        self._active: dict[
            tuple[str, str], dict[str, frozenset[str]]
        ] = {}  # organizations by role, by user and project
        self._stale: set[tuple[str, str]] = set(
            self.connection.execute("SELECT DISTINCT user_id, project_id FROM grants")
        )
        self._granted: dict[str, tuple[Grant, ...]] = {}  # grants that were asked for, by user
        self._refresh()

    def _lock(self) -> None:
        try:
            import fcntl
        except ModuleNotFoundError:  # Windows: SQLite's own locks keep the file whole, two writers only waste requests
            return
        created = os.open(f"{self.path}.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(created, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(created)
            raise RuntimeError(f"another process keeps the mirror {self.path}: read it with Reader") from None
        self._lock_file = created

    def _unlock(self) -> None:
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    def _create_file(self) -> None:
        if self.path is not None and not Path(self.path).exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))

    def _open(self, scope: str) -> None:
        try:
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            tables = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError:
            raise ValueError(f"{self.path} is not a mirror: name another file") from None
        if version == 0 and tables == 0:
            if self.path is not None:
                self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.executescript(f"BEGIN; {CREATE} PRAGMA user_version = {VERSION}; COMMIT;")
            self.note("scope", scope)
        elif version != VERSION:
            raise ValueError(f"{self.path} is not a mirror of this version of zgrpc: remove it, or name another file")
        elif self.noted("scope") != scope and self._is_empty():
            self.note("scope", scope)
        elif self.noted("scope") != scope:
            raise ValueError(f"{self.path} mirrors {self.noted('scope')}, not {scope}: name another file")
        if self.path is not None:
            self.connection.execute("PRAGMA synchronous = NORMAL")

    def _is_empty(self) -> bool:
        """Return whether nothing was ever listed, such as for an organization that does not exist."""
        return self.noted("position") is None and self.noted("fresh") is None

    def leave(self) -> None:
        """Leave the file to the parent of this process, the lock too, which lasts as long as a process has it."""
        _inherited.append(self)  # to close its connection here could undo what the parent is writing
        self._unlock()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()
        if (reader := getattr(self._local, "connection", None)) is not None:
            reader.close()
        self._unlock()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside, or nothing of it."""
        with self._writing:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self._stale.clear()
                if self.connection.in_transaction:  # SQLite itself rolls back when the disk is full
                    self.connection.execute("ROLLBACK")
                raise
            self._refresh()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees committed rows only, to any thread."""
        if self.path is None:
            with self._writing:
                yield self.connection
            return
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self.path, write=False)
        yield found

    def noted(self, key: str) -> str | None:
        """Return a value that belongs to the mirror as a whole."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, key: str, value: str) -> None:
        """Set a value that belongs to the mirror as a whole."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def rows(self, table: str, where: str = "", *parameters: str) -> dict[Row, Row]:
        """Return rows by key."""
        about = TABLES[table]
        condition = f" WHERE {where}" if where else ""
        query = f"SELECT {', '.join(about.columns)} FROM {table}{condition}"  # noqa: S608 - names of our own
        return {row[: about.key]: row for row in self.connection.execute(query, parameters)}

    def put(self, table: str, row: Row) -> Change | None:
        """Write a row; None if it is there already."""
        about = TABLES[table]
        before = self.find(table, row[: about.key])
        if before == row:
            return None
        marks = ", ".join("?" * len(row))
        self.connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of our own
        self._reindex(table, before, row)
        return _change(table, before, row)

    def remove(self, table: str, key: Row) -> Change | None:
        """Remove a row; None if there is none."""
        before = self.find(table, key)
        if before is None:
            return None
        self.connection.execute(f"DELETE FROM {table} WHERE {_by_key(table)}", key)  # noqa: S608 - names of our own
        self._reindex(table, before, None)
        return _change(table, before, None)

    def remove_where(self, table: str, where: str, *parameters: str) -> list[Change]:
        """Remove every row that a condition selects."""
        return [change for key in self.rows(table, where, *parameters) if (change := self.remove(table, key))]

    def replace(
        self, snapshot: Snapshot, keep: Mapping[str, set[Row]], orgs: Sequence[str] | None = None
    ) -> list[Change]:
        """Make the tables equal to complete lists; returns the differences.

        Args:
            snapshot: the rows as listed.
            keep: keys to leave alone, because they changed while the lists were fetched.
            orgs: the organizations that were listed; None for all that the mirror holds.
        """
        changes: list[Change] = []
        for table, wanted in snapshot.items():
            kept = keep.get(table, set())
            known = self.rows(table)
            for key, row in wanted.items():
                if key not in kept and known.get(key) != row and (change := self.put(table, row)):
                    changes.append(change)
            place = TABLES[table].columns.index("org_id")
            for key, row in known.items():
                here = orgs is None or row[place] in orgs
                if key not in wanted and key not in kept and here and (change := self.remove(table, key)):
                    changes.append(change)
        return changes

    def has_role(self, user_id: str, project_id: str, role: str, org_id: str | None) -> bool:
        """Return whether an active grant gives a user a role, from memory."""
        roles = self._active.get((user_id, project_id))
        if roles is None or role not in roles:
            return False
        return org_id is None or org_id in roles[role]

    def grants_of(self, user_id: str) -> list[Grant]:
        """Return the active grants of a user; from memory from the second time on."""
        granted = self._granted  # `_refresh` replaces it, so that no row from before is kept in the new one
        found = granted.get(user_id)
        if found is None:
            with self.reading() as connection:
                found = granted[user_id] = tuple(grants_of(connection, user_id))
        return list(found)

    def find(self, table: str, key: Row) -> Row | None:
        """Return the row of a key; None if there is none."""
        about = TABLES[table]
        query = f"SELECT {', '.join(about.columns)} FROM {table} WHERE {_by_key(table)}"  # noqa: S608 - names of our own
        found: Row | None = self.connection.execute(query, key).fetchone()
        return found

    def _reindex(self, table: str, *rows: Row | None) -> None:
        """Note whose active roles must be read again once the transaction is committed."""
        if table == "grants":
            self._stale |= {(row[2], row[3]) for row in rows if row is not None}

    def _refresh(self) -> None:
        """Read the active roles of the users and projects whose grants changed, and forget their grants."""
        query = "SELECT org_id, role_keys FROM grants WHERE user_id = ? AND project_id = ? AND state = 'ACTIVE'"
        for place in self._stale:
            roles: dict[str, frozenset[str]] = {}
            for org, keys in self.connection.execute(query, place):
                for role in json.loads(keys):
                    roles[role] = roles.get(role, frozenset()) | {org}
            if roles:
                self._active[place] = roles
            else:
                self._active.pop(place, None)
        if self._stale:
            self._granted = {}
        self._stale.clear()


_inherited: list[Store] = []


def _by_key(table: str) -> str:
    about = TABLES[table]
    return " AND ".join(f"{column} = ?" for column in about.columns[: about.key])


def _change(table: str, before: Row | None, after: Row | None) -> Change:
    columns = TABLES[table].columns

    def named(row: Iterable[Any] | None) -> dict[str, str] | None:
        return None if row is None else dict(zip(columns, row, strict=True))

    return Change(table, named(before), named(after))
