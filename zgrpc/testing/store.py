"""The store: SQLite, in memory or in a file, and the event log that sequences, dates and change lists come from."""

from __future__ import annotations

import collections
import contextlib
import json
import sqlite3
import threading
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing import schema
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Sonyflake's epoch and unit: ids count tens of milliseconds since 2014-09-01, shifted, and so have 18 digits.
_ID_EPOCH = 1409529600.0
_ID_SHIFT = 24


class Event(NamedTuple):
    """A change that was stored."""

    sequence: int
    """Its number within its aggregate, counting from 1."""
    created: int
    """Microseconds since the epoch."""
    owner: str
    """The id of the organization that owns the aggregate."""
    position: int
    """Its number within the whole log."""


class Store:
    """One SQLite database behind one lock.

    Args:
        path: the file to keep the data in, or None for memory.
        lag: seconds by which reads trail writes; 0 for none.
        clock: returns seconds since the epoch.
    """

    def __init__(self, path: str | None = None, *, lag: float = 0.0, clock: Any = time.time) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.lag = lag
        self._last_id = 0
        self.fresh = path is None or not Path(path).exists() or Path(path).stat().st_size == 0
        self._primary = self._open(path)
        if self.fresh:
            self._primary.executescript(schema.TABLES + f"PRAGMA user_version = {schema.VERSION};")
        else:
            version = self._primary.execute("PRAGMA user_version").fetchone()[0]
            if version != schema.VERSION:
                self._primary.close()
                raise ValueError(
                    f"{path} holds version {version} of the emulator's tables; this one needs {schema.VERSION}"
                )
        self._db = self._primary
        self._pending: collections.deque[tuple[float, list[tuple[str, Any, bool]]]] = collections.deque()
        self._written: list[tuple[str, Any, bool]] = []
        self._replica: sqlite3.Connection | None = None
        if lag:
            self._replica = self._open(None)
            self._primary.backup(self._replica)

    @staticmethod
    def _open(path: str | None) -> sqlite3.Connection:
        db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, cached_statements=512)
        db.row_factory = sqlite3.Row
        # SQLite's own lower() knows ASCII only; PostgreSQL's, whose behaviour is wanted, knows all letters.
        db.create_function("lower", 1, _lower, deterministic=True)
        db.create_function("sort_key", 1, _sort_key, deterministic=True)
        db.execute("PRAGMA foreign_keys = ON")
        if path:
            db.execute("PRAGMA journal_mode = WAL")
            # A commit in the log outlives a killed process; only a power cut could take the last ones.
            db.execute("PRAGMA synchronous = NORMAL")
        return db

    def close(self) -> None:
        """Close the database; the store cannot be used afterwards."""
        with self.lock:
            self._primary.close()
            if self._replica is not None:
                self._replica.close()

    def clear(self) -> None:
        """Remove every row of every table, the ones that refer to others first."""
        with self.write():
            for row in self.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid DESC"):
                self.run(f'DELETE FROM "{row["name"]}"')  # noqa: S608  (names come from the database itself)

    @contextlib.contextmanager
    def write(self) -> Iterator[None]:
        """A transaction: all or nothing. A unique index that is run into becomes ALREADY_EXISTS."""
        with self.lock:
            self._primary.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._primary.execute("COMMIT")
            except BaseException as error:
                self._written.clear()
                if self._primary.in_transaction:
                    self._primary.execute("ROLLBACK")
                taken = _taken(error)
                if taken is not None:
                    raise taken from None
                raise
            if self._replica is not None and self._written:
                self._pending.append((time.monotonic() + self.lag, self._written))
                self._written = []

    @contextlib.contextmanager
    def read(self) -> Iterator[None]:
        """Reads that see one state, which trails the writes by the lag."""
        with self.lock:
            if self._replica is None:
                yield
                return
            now = time.monotonic()
            while self._pending and self._pending[0][0] <= now:
                for sql, parameters, many in self._pending.popleft()[1]:
                    (self._replica.executemany if many else self._replica.execute)(sql, parameters)
            self._db = self._replica
            try:
                yield
            finally:
                self._db = self._primary

    def one(self, sql: str, *parameters: Any) -> sqlite3.Row | None:
        """The first row, or None."""
        row: sqlite3.Row | None = self._db.execute(sql, parameters).fetchone()
        return row

    def all(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """All rows."""
        return self._db.execute(sql, parameters).fetchall()

    def value(self, sql: str, *parameters: Any) -> Any:
        """The first column of the first row, or None."""
        row = self._db.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, *parameters: Any) -> int:
        """Run a statement that writes; returns how many rows it touched."""
        if self._replica is not None:
            self._written.append((sql, parameters, False))
        return self._db.execute(sql, parameters).rowcount

    def run_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement that writes once for each row of parameters."""
        rows = list(rows)
        if self._replica is not None:
            self._written.append((sql, rows, True))
        self._db.executemany(sql, rows)

    def insert(self, table: str, **columns: Any) -> None:
        """Insert one row."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", *columns.values())  # noqa: S608  (our own names)

    def update(self, table: str, where: dict[str, Any], **columns: Any) -> int:
        """Update the rows whose columns equal `where`; returns how many."""
        sets = ", ".join(f"{name} = ?" for name in columns)
        keys = " AND ".join(f"{name} = ?" for name in where)
        return self.run(f"UPDATE {table} SET {sets} WHERE {keys}", *columns.values(), *where.values())  # noqa: S608  (our own names)

    def now(self) -> int:
        """The server's time, in microseconds since the epoch."""
        return int(self.clock() * 1_000_000)

    def new_id(self) -> str:
        """A new id: 18 digits, larger than every earlier one."""
        with self.lock:
            self._last_id = max(self._last_id + 1, int((time.time() - _ID_EPOCH) * 100) << _ID_SHIFT)
            return str(self._last_id)

    def push(
        self,
        aggregate: str,
        aggregate_id: str,
        type: str,
        *,
        owner: str,
        editor: str,
        data: dict[str, str] | None = None,
    ) -> Event:
        """Append an event to the log.

        Args:
            aggregate: the kind of thing that changed: ``"user"``, ``"org"``, ``"project"``, ``"usergrant"``, …
            aggregate_id: its id.
            type: what happened, such as ``"user.username.changed"``.
            owner: the id of the organization that owns it.
            editor: the id of the user who did it.
            data: what of the aggregate it is about, under ZITADEL's names: `appId`, `grantId`, `userId`, `key`.
        """
        last = self.value(
            "SELECT max(sequence) FROM events WHERE aggregate = ? AND aggregate_id = ?", aggregate, aggregate_id
        )
        sequence, created = (last or 0) + 1, self.now()
        position = (self.value("SELECT max(position) FROM events") or 0) + 1
        self.insert(
            "events", position=position, aggregate=aggregate, aggregate_id=aggregate_id, sequence=sequence, type=type,
            owner=owner, editor=editor, created=created, data=json.dumps(data or {}),
        )  # fmt: skip
        return Event(sequence, created, owner, position)

    def last_event(self, aggregate: str, aggregate_id: str, type: str, **data: str) -> Event | None:
        """The newest event of an aggregate whose type starts with `type` and whose data hold `data`, if any."""
        tests = "".join(f" AND json_extract(data, '$.{name}') = ?" for name in data)
        row = self.one(
            f"""SELECT sequence, created, owner, position FROM events WHERE aggregate = ? AND aggregate_id = ?
                AND substr(type, 1, ?) = ?{tests} ORDER BY sequence DESC LIMIT 1""",  # noqa: S608  (our own names)
            aggregate, aggregate_id, len(type), type, *data.values(),
        )  # fmt: skip
        return None if row is None else Event(*row)

    def fact(self, name: str) -> str:
        """A fact about the instance: `instance_id`, `default_org_id`, `owner_id`."""
        return str(self.value("SELECT value FROM facts WHERE name = ?", name))


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


# glibc's en_US, which PostgreSQL sorts by: punctuation in this order, then digits, then letters whatever their accents.
_PUNCTUATION = str.maketrans({mark: chr(1 + place) for place, mark in enumerate(" _-,;:!?/.`^~'\"()[]{}@$*\\&#%+<=>|")})


def _sort_key(text: str | None) -> str | None:
    if text is None:
        return None
    bare = (
        text
        if text.isascii()
        else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    )
    return f"{bare.translate(_PUNCTUATION)}\0{text}"


def _taken(error: BaseException) -> Err | None:
    if not isinstance(error, sqlite3.IntegrityError):
        return None
    text = str(error)
    for index, key in schema.TAKEN.items():
        if index in text:
            return Err("ALREADY_EXISTS", "V3-DKcYh", key)
    return None
