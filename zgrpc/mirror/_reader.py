"""Read the file of a mirror."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from pathlib import Path
from typing import NamedTuple, Self

from zgrpc._fork import in_child
from zgrpc.mirror._schema import VERSION

__all__ = ["Grant", "Reader", "connect", "grants_of", "has_role", "lag"]


class Grant(NamedTuple):
    """An active user grant.

    Attributes:
        id: its id.
        org_id: the organization that granted it.
        project_id: the project.
        role_keys: the roles, sorted.
    """

    id: str
    org_id: str
    project_id: str
    role_keys: tuple[str, ...]


def connect(path: str | None, *, write: bool) -> sqlite3.Connection:
    """Open the file of a mirror for any thread; None opens a database in memory."""
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    if write:
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=10)


class Reader:
    """Read a mirror's file that another process keeps.

    Safe to use from many threads. The tables may be queried by plain SQL as well; see the guide for their columns.

    Args:
        path: the file.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file is not a mirror, or of another version.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)
        if not Path(self._path).is_file():
            raise FileNotFoundError(f"there is no mirror {self._path}: start one with `zgrpc mirror {self._path}`")
        self._local = threading.local()
        self._check(self._connection)
        in_child(self, Reader.close)  # a connection of the parent would not see what later writers write

    @property
    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self._path, write=False)
        return found

    def _check(self, connection: sqlite3.Connection) -> None:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            raise ValueError(f"{self._path} is not a mirror") from None
        if version != VERSION:
            raise ValueError(f"{self._path} is not a mirror of this version of zgrpc: create it again")

    def grants_of(self, user_id: str) -> list[Grant]:
        """Return the active grants of a user, in every organization that the mirror keeps."""
        return grants_of(self._connection, user_id)

    def has_role(self, user_id: str, project_id: str, role: str, *, org_id: str | None = None) -> bool:
        """Return whether an active grant gives a user a role of a project.

        Args:
            user_id: the user.
            project_id: the project.
            role: the key of the role.
            org_id: the organization that granted it; None for any.
        """
        return has_role(self._connection, user_id, project_id, role, org_id)

    @property
    def lag(self) -> float:
        """Seconds since the mirror last knew that it was up to date; infinite before its first list was whole."""
        return lag(self._connection, time.time())

    def close(self) -> None:
        """Close the connection of this thread."""
        if (found := getattr(self._local, "connection", None)) is not None:
            found.close()
            del self._local.connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def grants_of(connection: sqlite3.Connection, user_id: str) -> list[Grant]:
    """Return the active grants of a user."""
    rows = connection.execute(
        "SELECT id, org_id, project_id, role_keys FROM grants WHERE user_id = ? AND state = 'ACTIVE' ORDER BY id",
        (user_id,),
    )
    return [Grant(grant, org, project, tuple(json.loads(roles))) for grant, org, project, roles in rows]


def has_role(connection: sqlite3.Connection, user_id: str, project_id: str, role: str, org_id: str | None) -> bool:
    """Return whether an active grant gives a user a role of a project."""
    rows = connection.execute(
        "SELECT role_keys FROM grants WHERE user_id = ? AND project_id = ? AND state = 'ACTIVE'"
        " AND (? IS NULL OR org_id = ?)",
        (user_id, project_id, org_id, org_id),
    )
    return any(role in json.loads(keys) for (keys,) in rows)


def lag(connection: sqlite3.Connection, now: float) -> float:
    """Return the seconds from when the mirror was last up to date until now."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'fresh'").fetchone()
    return float("inf") if row is None else max(0.0, now - float(row[0]))
