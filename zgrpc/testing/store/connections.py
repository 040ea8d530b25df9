"""Connections to one database: one that writes, and as many that read as are needed at once."""

from __future__ import annotations

import contextlib
import errno
import secrets
import sqlite3
import unicodedata
from typing import TYPE_CHECKING

from zgrpc.testing.store.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator

# Seconds that a statement waits for another program that has the file open.
_BUSY_TIMEOUT = 5.0


class Connections:
    """The connections of a store; the caller's lock lets one thread write at a time.

    In a file, a reader sees the state of its beginning, whatever is written meanwhile. In memory, readers and the
    writer take turns.

    Args:
        path: the file; None for memory.

    Raises:
        OSError: another emulator has the file open.
        ValueError: the file is not a database.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._uri = path or f"file:/zgrpc-{secrets.token_hex(8)}?vfs=memdb"
        self._claim = None if path is None else _claim(path)
        self._gate = Gate()
        self._free: list[sqlite3.Connection] = []
        self._readers: list[sqlite3.Connection] = []
        try:
            self.writer = self._open()
        except sqlite3.DatabaseError as error:
            if self._claim is not None:
                self._claim.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise ValueError(f"{path} is not a database of the emulator: name another file") from None
            raise

    def _open(self) -> sqlite3.Connection:
        db = connect(self._uri, uri=self._path is None)
        try:
            if self._path is None:
                db.execute("PRAGMA journal_mode = MEMORY")
                db.execute("PRAGMA synchronous = OFF")
            else:
                db.execute("PRAGMA journal_mode = WAL")
                # A commit in the log outlives a killed process; only a power cut could take the last ones.
                db.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            db.close()
            raise
        return db

    def begin_read(self) -> sqlite3.Connection:
        """Return a connection that sees one state until `end_read`."""
        if self._path is None:
            self._gate.enter()
        try:
            # In memory, even to open a connection is to read: it fails while another one writes.
            try:
                db = self._free.pop()
            except IndexError:
                db = self._open_reader()
            if self._path is not None:
                db.execute("BEGIN")
        except BaseException:
            if self._path is None:
                self._gate.leave()
            raise
        return db

    def end_read(self, db: sqlite3.Connection) -> None:
        """Give back a connection of `begin_read`."""
        try:
            if self._path is not None:
                db.execute("COMMIT")
        finally:
            self._free.append(db)
            if self._path is None:
                self._gate.leave()

    def _open_reader(self) -> sqlite3.Connection:
        db = self._open()
        db.execute("PRAGMA query_only = ON")
        self._readers.append(db)
        return db

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection that writes; without a transaction."""
        if self._path is not None:
            yield self.writer
            return
        with self._gate.exclusive():
            yield self.writer

    def close(self) -> None:
        """Close all of them."""
        for db in (*self._readers, self.writer):
            db.close()
        if self._claim is not None:
            self._claim.close()


def connect(name: str = ":memory:", *, uri: bool = False) -> sqlite3.Connection:
    """Open a database with PostgreSQL's `lower` and its order of texts (`sort_key`)."""
    db = sqlite3.connect(
        name, uri=uri, timeout=_BUSY_TIMEOUT, check_same_thread=False, isolation_level=None, cached_statements=512
    )
    db.row_factory = sqlite3.Row
    # SQLite's own lower() knows ASCII only; PostgreSQL's, whose behavior is wanted, knows all letters.
    db.create_function("lower", 1, _lower, deterministic=True)
    db.create_function("sort_key", 1, _sort_key, deterministic=True)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _claim(path: str) -> sqlite3.Connection:
    """Lock a file beside the database as long as the process lives, so that a second emulator is refused.

    Raises:
        OSError: another emulator has it.
    """
    claim = sqlite3.connect(f"{path}-lock", timeout=0.0, check_same_thread=False, isolation_level=None)
    try:
        claim.execute("PRAGMA journal_mode = MEMORY")
        claim.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        claim.close()
        if "locked" in str(error):
            raise OSError(
                errno.EBUSY, "another emulator has this file open; stop it, or name another file", path
            ) from None
        raise OSError(errno.EIO, f"cannot lock the file: {error}", path) from None
    return claim


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


# glibc's en_US, which PostgreSQL sorts by: punctuation in this order, then digits, then letters whatever their accents
# and case; of texts that differ in case alone, the one with small letters comes first.
_PUNCTUATION = str.maketrans({mark: chr(1 + place) for place, mark in enumerate(" _-,;:!?/.`^~'\"()[]{}@$*\\&#%+<=>|")})


def _sort_key(text: str | None) -> str | None:
    if text is None:
        return None
    bare = (
        text
        if text.isascii()
        else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    )
    case = "" if bare == bare.lower() else "".join("1" if letter.isupper() else "0" for letter in bare)
    return f"{bare.lower().translate(_PUNCTUATION)}\0{case}\0{text}"
