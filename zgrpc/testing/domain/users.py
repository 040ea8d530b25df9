"""Users of both kinds: what is stored, how they are read and listed, and their names."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from zgrpc.testing.domain import login_names
from zgrpc.testing.domain.lists import Filters, Page, Rows
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "users",
    (
        f"""
CREATE TABLE users (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL REFERENCES orgs(id), user_name TEXT NOT NULL, type INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, {CHANGE},
  tokens_after INTEGER NOT NULL DEFAULT 0,
  first_name TEXT, last_name TEXT, nick_name TEXT, display_name TEXT, language TEXT, gender INTEGER,
  email TEXT, email_verified INTEGER, phone TEXT, phone_verified INTEGER,
  password_hash TEXT, password_changed INTEGER, password_change_required INTEGER,
  name TEXT, description TEXT, access_token_type INTEGER, secret_hash TEXT);
CREATE UNIQUE INDEX user_name_taken ON users(lower(user_name));
CREATE INDEX users_by_org ON users(org_id);
CREATE TABLE access_tokens (
  token_hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  expires INTEGER NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
""",
        "ALTER TABLE users ADD COLUMN mfa_init_skipped INTEGER;",
        """
ALTER TABLE users ADD COLUMN login_domains TEXT;
ALTER TABLE users ADD COLUMN login_domain TEXT;
ALTER TABLE users ADD COLUMN preferred_login_name TEXT GENERATED ALWAYS AS (
  CASE WHEN login_domain IS NULL THEN user_name ELSE user_name || '@' || login_domain END) VIRTUAL;
DROP INDEX user_name_taken;
CREATE UNIQUE INDEX user_name_taken ON users(
  lower(user_name) || CASE WHEN login_domain IS NULL THEN '' ELSE ' ' || org_id END);
CREATE INDEX users_by_name ON users(lower(user_name));
""",
        # The login names of a file from before the step above, as `login_names.following` makes them. A name that would
        # be taken without its domain keeps it.
        """
UPDATE users SET
  login_domains = (
    SELECT json_group_array(domain) FROM (
      SELECT domain FROM org_domains d WHERE d.org_id = users.org_id AND is_verified ORDER BY d.created, d.rowid)),
  login_domain = coalesce(
    (SELECT domain FROM org_domains d WHERE d.org_id = users.org_id AND is_verified AND is_primary), ''),
  user_name = coalesce(
    (SELECT substr(user_name, 1, length(user_name) - length(domain) - 1) AS bare FROM org_domains d
     WHERE d.org_id = users.org_id AND is_verified
       AND substr(user_name, -length(domain) - 1) = '@' || domain AND length(user_name) > length(domain) + 1
       AND NOT EXISTS (SELECT 1 FROM users o WHERE o.org_id = users.org_id AND lower(o.user_name) = lower(
         substr(users.user_name, 1, length(users.user_name) - length(domain) - 1)))
     ORDER BY d.created, d.rowid LIMIT 1),
    user_name)
WHERE login_domains IS NULL AND (
  SELECT json_extract(settings, '$.user_login_must_be_domain') FROM policies
  WHERE kind = 'domain' AND owner IN (users.org_id, (SELECT value FROM facts WHERE name = 'instance_id'))
  ORDER BY owner = (SELECT value FROM facts WHERE name = 'instance_id') LIMIT 1);
""",
    ),
    taken={"user_name_taken": "Errors.User.AlreadyExists"},
    since_first=True,
)

HUMAN, MACHINE = 1, 2
"""The types of users."""

ACTIVE, INACTIVE, DELETED, LOCKED, SUSPENDED, INITIAL = 1, 2, 3, 4, 5, 6
"""The states of users."""

# NULL, which machine users have for what only people have, sorts last upwards and first downwards.
SORTED = {
    "id": "sort_key(id)",
    "user_name": "sort_key(lower(user_name))",
    "first_name": "sort_key(lower(first_name))",
    "last_name": "sort_key(lower(last_name))",
    "nick_name": "sort_key(lower(nick_name))",
    "display_name": "sort_key(lower(display_name))",
    "email": "sort_key(lower(email))",
    "state": "state",
    "type": "type",
    "created": "created",
}
"""What `search` can sort by, and the SQL of it."""


def find(ctx: Context, user_id: str) -> sqlite3.Row | None:
    """Return a user whom the call finds; None where there is none."""
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def get(ctx: Context, user_id: str) -> sqlite3.Row:
    """Return a user; for v2, one whom the caller may see.

    Raises:
        Err: NOT_FOUND, as the read side answers it.
    """
    row = find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    if user_id != ctx.user_id:
        ctx.require_unscoped("user.read", row["org_id"], user_id)
    return row


def get_self(ctx: Context) -> sqlite3.Row:
    """Return the caller, whatever the organization of the call.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", ctx.user_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    return row


def get_by_login_name(ctx: Context, login_name: str) -> sqlite3.Row:
    """Return the user of any organization who logs in by that name, in upper or lower case.

    A user whom the caller may not read is not found.

    Raises:
        Err: NOT_FOUND.
    """
    row = login_names.find(ctx.store, login_name)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    if row["id"] != ctx.user_id and not ctx.holds("user.read", row["org_id"], row["id"]):
        raise Err("NOT_FOUND", "MANAG-fpo4B", "Errors.User.NotFound")
    return row


def shown(ctx: Context, permission: str = "user.read") -> Callable[[str, str], bool]:
    """Return whether the caller may see a user, given their organization and id: what a list of v2 leaves out."""

    @functools.cache
    def within(org_id: str) -> bool:
        return ctx.holds(permission, org_id)

    return lambda org_id, user_id: user_id == ctx.user_id or within(org_id)


def require_write(ctx: Context, org_id: str, user_id: str, permission: str = "user.write") -> None:
    """Refuse a v2 caller who is neither the user nor has a permission in the user's organization.

    Raises:
        Err: see `Context.require`.
    """
    if user_id != ctx.user_id:
        ctx.require_unscoped(permission, org_id, user_id)


def require_write_to(ctx: Context, user_id: str, permission: str = "user.write") -> None:
    """Check as `require_write`, but the permission first, where the real server does so.

    Raises:
        Err: NOT_FOUND for a user who never was; see `Context.require`.
    """
    if ctx.scope is not None or user_id == ctx.user_id:
        return
    sql = "SELECT owner FROM events WHERE aggregate = 'user' AND aggregate_id = ? ORDER BY sequence LIMIT 1"
    row = ctx.store.one("SELECT org_id AS owner FROM users WHERE id = ?", user_id) or ctx.store.one(sql, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-4g3xq", "Errors.NotFound")
    ctx.require(permission, row["owner"], user_id)


def is_unique(ctx: Context, user_name: str, email: str) -> bool:
    """Return whether no user has that name and that email; an empty text is not looked for.

    Where login names end in the organization's domains, only its own users are looked at.
    """
    filters = Filters()
    if login_names.has_domain(ctx.store, ctx.org_id):
        filters.equals("org_id", ctx.org_id)
    for column, value in (("user_name", user_name), ("email", email)):
        if value:
            filters.equals(column, value)
    return ctx.store.one(f"SELECT 1 FROM users{filters.sql()}", *filters.parameters) is None  # noqa: S608  (our own names)


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List users that the call finds; the columns for `filters` are those of `users`.

    For v2 the caller's permissions are not looked at here: use `Context.holds` on each row.
    """
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "users", filters)


def order(column: str, *, ascending: bool) -> str:
    """Return the SQL that sorts `search` by a key of `SORTED`."""
    return f"{SORTED[column]} ASC NULLS LAST" if ascending else f"{SORTED[column]} DESC NULLS FIRST"


def rename(ctx: Context, user_id: str, org_id: str, user_name: str) -> Event:
    """Give a user of an organization another user name.

    Raises:
        Err: the name is blank, the user's already, or another organization's domain is in it; the user is not there.
    """
    user_name = user_name.strip()
    if not user_name:
        raise Err("INVALID_ARGUMENT", "COMMAND-2N9fs", "Errors.IDMissing")
    row = ctx.store.one("SELECT * FROM users WHERE id = ? AND org_id = ?", user_id, org_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-5N9ds", "Errors.User.NotFound")
    if row["user_name"] == user_name:
        raise Err("FAILED_PRECONDITION", "COMMAND-6m9gs", "Errors.User.UsernameNotChanged")
    check_domain(ctx, user_name, org_id)
    event = ctx.push("user", user_id, "user.username.changed", owner=org_id, data={"userName": user_name})
    ctx.change("users", event, {"id": user_id}, user_name=user_name)
    return event


def set_name(ctx: Context, row: sqlite3.Row, user_name: str) -> Event:
    """Give a user another name, as v2 does with others of their data.

    Raises:
        Err: another organization's domain is in the name, or it is taken.
    """
    check_domain(ctx, user_name, row["org_id"], "COMMAND-Di2ei")
    event = ctx.push("user", row["id"], "user.username.changed", owner=row["org_id"], data={"userName": user_name})
    ctx.change("users", event, {"id": row["id"]}, user_name=user_name)
    return event


def check_domain(ctx: Context, user_name: str, org_id: str, id: str = "COMMAND-SFd21") -> None:
    """Refuse a name that ends in a domain of another organization, unless login names end in domains anyway.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    _, at, domain = user_name.rpartition("@")
    if not at or login_names.has_domain(ctx.store, org_id):
        return
    owner = ctx.store.value("SELECT org_id FROM org_domains WHERE lower(domain) = ? AND is_verified", domain.lower())
    if owner is not None and owner != org_id:
        raise Err("INVALID_ARGUMENT", id, "Errors.User.DomainNotAllowedAsUsername")
