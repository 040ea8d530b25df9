"""The tables of a mirror: plain SQL for every reader, and one writer."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CREATE", "TABLES", "VERSION", "Table"]

VERSION = 1


class Table(NamedTuple):
    """One kind of thing.

    Attributes:
        name: the table.
        columns: its columns in order.
        key: how many of the first columns identify a row.
    """

    name: str
    columns: tuple[str, ...]
    key: int = 1


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("users", ("id", "org_id", "kind", "user_name", "display_name", "email", "state")),
        Table("projects", ("id", "org_id", "name", "state")),
        Table("roles", ("project_id", "key", "org_id", "display_name", "role_group"), key=2),
        Table("grants", ("id", "org_id", "user_id", "project_id", "project_grant_id", "state", "role_keys")),
        Table("memberships", ("user_id", "kind", "object_id", "org_id", "roles"), key=3),
    )
}
"""Every table. Lists (`role_keys`, `roles`) are sorted JSON arrays; states are the contract's names, without prefix."""

CREATE = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE users (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL, kind TEXT NOT NULL, user_name TEXT NOT NULL, display_name TEXT NOT NULL,
  email TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE projects (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE roles (
  project_id TEXT NOT NULL, key TEXT NOT NULL, org_id TEXT NOT NULL, display_name TEXT NOT NULL,
  role_group TEXT NOT NULL, PRIMARY KEY (project_id, key)
) WITHOUT ROWID;
CREATE TABLE grants (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL, user_id TEXT NOT NULL, project_id TEXT NOT NULL,
  project_grant_id TEXT NOT NULL, state TEXT NOT NULL, role_keys TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX grants_of_user ON grants (user_id, project_id);
CREATE INDEX grants_of_project ON grants (project_id);
CREATE TABLE memberships (
  user_id TEXT NOT NULL, kind TEXT NOT NULL, object_id TEXT NOT NULL, org_id TEXT NOT NULL, roles TEXT NOT NULL,
  PRIMARY KEY (user_id, kind, object_id)
) WITHOUT ROWID;
CREATE INDEX memberships_of_object ON memberships (object_id);
CREATE TABLE pending (user_id TEXT PRIMARY KEY, org_id TEXT NOT NULL, sequence INTEGER NOT NULL, since REAL NOT NULL)
  WITHOUT ROWID;
CREATE TABLE seen (aggregate TEXT NOT NULL, sequence INTEGER NOT NULL, created REAL NOT NULL,
  PRIMARY KEY (aggregate, sequence)) WITHOUT ROWID;
CREATE VIEW granted_roles AS
  SELECT g.user_id, g.project_id, role.value AS role_key, g.org_id, g.id AS grant_id
  FROM grants g, json_each(g.role_keys) role WHERE g.state = 'ACTIVE';
"""
