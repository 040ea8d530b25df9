"""The store: SQLite, in memory or in a file, and the event log that sequences, dates and change lists come from."""

from __future__ import annotations

import collections
import contextlib
import json
import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from zgrpc.testing.errors import Err
from zgrpc.testing.store.connections import Connections, connect
from zgrpc.testing.store.schema import LOG, Schema, migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

# Sonyflake's epoch and unit: ids count tens of milliseconds since 2014-09-01, shifted, and so have 18 digits.
_ID_EPOCH = 1409529600.0
_ID_SHIFT = 24
_REMEMBERED = 1024
"""How many computed values are kept."""
_T = TypeVar("_T")


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
    """One SQLite database, which many threads read and one at a time writes.

    Args:
        schemas: the tables of the areas.
        path: the file to keep the data in, or None for memory.
        lag: seconds by which reads trail writes; 0 for none.
        clock: returns seconds since the epoch.
    """

    def __init__(
        self, schemas: Iterable[Schema], path: str | None = None, *, lag: float = 0.0, clock: Any = time.time
    ) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.lag = lag
        self._last_id = 0
        self.fresh = path is None or not Path(path).exists() or Path(path).stat().st_size == 0
        self._local = threading.local()
        self._connections = Connections(path)
        schemas = (LOG, *schemas)
        self._writes = 0
        self._remembered: dict[object, tuple[int, Any]] = {}
        self._taken = {index: key for schema in schemas for index, key in schema.taken.items()}
        try:
            migrate(self._connections.writer, schemas, path)
        except BaseException:
            self._connections.close()
            raise
        self._pending: collections.deque[tuple[float, list[tuple[str, Any, bool]]]] = collections.deque()
        self._written: list[tuple[str, Any, bool]] = []
        # Readers take these: at the writers' lock they would wait for a writer that waits for them to leave.
        self._trailing, self._ids = threading.Lock(), threading.Lock()
        self._replica: sqlite3.Connection | None = None
        if lag:
            self._replica = connect()
            self._connections.writer.backup(self._replica)

    def close(self) -> None:
        """Close the database; the store cannot be used afterwards."""
        with self.lock:
            self._connections.close()
            if self._replica is not None:
                self._replica.close()

    def clear(self) -> None:
        """Remove every row of every table, within `write`."""
        self.run("PRAGMA defer_foreign_keys = ON")  # until the commit
        for row in self.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_steps'"):
            self.run(f'DELETE FROM "{row["name"]}"')  # noqa: S608  (names come from the database itself)

    @contextlib.contextmanager
    def write(self) -> Iterator[None]:
        """Begin a transaction: all or nothing, except for a refusal that keeps what was written before it.

        A unique index that is run into becomes ALREADY_EXISTS.

        Writers wait for one another. A thread that reads must not begin to write.
        """
        with self.lock, self._connections.writing() as db, self._using(db):
            db.execute("BEGIN IMMEDIATE")
            refusal: Err | None = None
            try:
                try:
                    yield
                except Err as error:
                    if not error.keeps:
                        raise
                    refusal = error
                db.execute("COMMIT")
                self._writes += 1
            except BaseException as error:
                self._written.clear()
                if db.in_transaction:
                    db.execute("ROLLBACK")
                taken = self._already(error)
                if taken is not None:
                    raise taken from None
                raise
            if self._replica is not None and self._written:
                self._pending.append((self.clock() + self.lag, self._written))
                self._written = []
        if refusal is not None:
            raise refusal

    @contextlib.contextmanager
    def attempt(self) -> Iterator[None]:
        """Begin a part of `write` that an exception rolls back alone. A unique index becomes ALREADY_EXISTS."""
        db: sqlite3.Connection = self._local.db
        mark = len(self._written)
        db.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException as error:
            db.execute("ROLLBACK TO attempt")
            del self._written[mark:]
            taken = self._already(error)
            if taken is not None:
                raise taken from None
            raise
        finally:
            db.execute("RELEASE attempt")

    @contextlib.contextmanager
    def _using(self, db: sqlite3.Connection) -> Iterator[None]:
        """Let the statements of this thread run on a connection."""
        before = getattr(self._local, "db", None)
        self._local.db = db
        try:
            yield
        finally:
            self._local.db = before

    def _already(self, error: BaseException) -> Err | None:
        """Return the refusal of a write that runs into a unique index; None for another error."""
        if not isinstance(error, sqlite3.IntegrityError):
            return None
        text = str(error)
        for index, key in self._taken.items():
            if index in text:
                return Err("ALREADY_EXISTS", "V3-DKcYh", key)
        return None

    @contextlib.contextmanager
    def read(self) -> Iterator[None]:
        """Begin reads that see one state. Readers do not wait for one another."""
        local = self._local
        before = getattr(local, "db", None)
        local.db = db = self._connections.begin_read()
        local.writes = self._writes
        try:
            yield
        finally:
            local.db, local.writes = before, None
            self._connections.end_read(db)

    def remember(self, key: object, compute: Callable[[], _T]) -> _T:
        """Return what is computed from the store for a key; within `read`, it is computed once until the next write."""
        writes = getattr(self._local, "writes", None)
        if writes is None:
            return compute()
        found = self._remembered.get(key)
        if found is not None and found[0] == writes:
            value: _T = found[1]
            return value
        value = compute()
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = writes, value
        return value

    def trail(self) -> contextlib.AbstractContextManager[None]:
        """Go on within `read` with the state that trails the writes by the lag."""
        return contextlib.nullcontext() if self._replica is None else self._trail(self._replica)

    @contextlib.contextmanager
    def _trail(self, replica: sqlite3.Connection) -> Iterator[None]:
        with self._trailing:
            now = self.clock()
            while self._pending and self._pending[0][0] <= now:
                replica.execute("BEGIN")
                for sql, parameters, many in self._pending.popleft()[1]:
                    (replica.executemany if many else replica.execute)(sql, parameters)
                replica.execute("COMMIT")
            self._local.writes = None  # what trails is not what the others remember
            with self._using(replica):
                yield

    def _execute(self, sql: str, parameters: tuple[Any, ...]) -> sqlite3.Cursor:
        """Run a statement: on the connection of this thread's `read` or `write`, else at once on the writer's."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is not None:
            return db.execute(sql, parameters)
        with self.lock, self._connections.writing() as db:
            return db.execute(sql, parameters)

    def one(self, sql: str, *parameters: Any) -> sqlite3.Row | None:
        """Return the first row, or None. Within `read`, it is remembered until the next write."""
        row: sqlite3.Row | None = self.remember((sql, parameters), lambda: self._execute(sql, parameters).fetchone())
        return row

    def all(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """Return all rows."""
        return self._execute(sql, parameters).fetchall()

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first column of the first row, or None. Within `read`, it is remembered until the next write."""
        row = self.one(sql, *parameters)
        return None if row is None else row[0]

    def run(self, sql: str, *parameters: Any) -> int:
        """Run a statement that writes; returns how many rows it touched."""
        if self._replica is not None:
            self._written.append((sql, parameters, False))
        count = self._execute(sql, parameters).rowcount
        if getattr(self._local, "db", None) is None:
            self._writes += 1
        return count

    def run_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement that writes once for each row of parameters."""
        rows = list(rows)
        if self._replica is not None:
            self._written.append((sql, rows, True))
        db = getattr(self._local, "db", None)
        if db is not None:
            db.executemany(sql, rows)
            return
        with self.lock, self._connections.writing() as db:
            db.executemany(sql, rows)
            self._writes += 1

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
        """Return the server's time, in microseconds since the epoch."""
        return int(self.clock() * 1_000_000)

    def new_id(self) -> str:
        """Return a new id: 18 digits, larger than every earlier one."""
        with self._ids:
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
        data: Mapping[str, object] | None = None,
    ) -> Event:
        """Append an event to the log.

        Args:
            aggregate: the kind of thing that changed: ``"user"``, ``"org"``, ``"project"``, ``"usergrant"``, …
            aggregate_id: its id.
            type: what happened, such as ``"user.username.changed"``.
            owner: the id of the organization that owns it.
            editor: the id of the user who did it.
            data: its payload under ZITADEL's names, such as `appId`, `grantId`, `userId`, `key`.
        """
        last = self.value(
            "SELECT max(sequence) FROM events WHERE aggregate = ? AND aggregate_id = ?", aggregate, aggregate_id
        )
        sequence, created = (last or 0) + 1, self.now()
        position = (self.value("SELECT max(position) FROM events") or 0) + 1
        self.insert(
            "events", position=position, aggregate=aggregate, aggregate_id=aggregate_id, sequence=sequence, type=type,
            owner=owner, editor=editor, created=created, data=json.dumps(dict(data or {})),
        )  # fmt: skip
        return Event(sequence, created, owner, position)

    def last_event(self, aggregate: str, aggregate_id: str, type: str, **data: str) -> Event | None:
        """Return the newest event of an aggregate whose type starts with `type` and whose data hold `data`, if any."""
        tests = "".join(f" AND json_extract(data, '$.{name}') = ?" for name in data)
        row = self.one(
            f"""SELECT sequence, created, owner, position FROM events WHERE aggregate = ? AND aggregate_id = ?
                AND substr(type, 1, ?) = ?{tests} ORDER BY sequence DESC LIMIT 1""",  # noqa: S608  (our own names)
            aggregate, aggregate_id, len(type), type, *data.values(),
        )  # fmt: skip
        return None if row is None else Event(*row)

    def fact(self, name: str) -> str:
        """Return a fact about the instance: `instance_id`, `default_org_id`, `owner_id`."""
        return str(self.value("SELECT value FROM facts WHERE name = ?", name))
