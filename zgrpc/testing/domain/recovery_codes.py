"""Recovery codes: each logs a person in once in place of a second factor."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import users
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.lockout import Wrong
from zgrpc.testing.domain.users import LOCKED
from zgrpc.testing.errors import Err
from zgrpc.testing.store import Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

SCHEMA = Schema(
    "recovery_codes",
    (
        """
CREATE TABLE recovery_codes (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, code_hash BLOB NOT NULL,
  PRIMARY KEY (user_id, code_hash)) WITHOUT ROWID;
""",
    ),
)
ERRORS = {
    "Errors.User.MFA.RecoveryCodes.MaxCountExceeded": "Maximum number of recovery codes exceeded",
}

MAX_COUNT = 10
"""How many codes a user can have."""
_LETTERS = string.ascii_lowercase + string.digits


class NewCodes(NamedTuple):
    """Codes that were made; the only place that shows them."""

    org_id: str
    codes: list[str]


def generate(ctx: Context, user_id: str, count: int) -> NewCodes:
    """Make more codes.

    Raises:
        Err: FAILED_PRECONDITION without the user, INVALID_ARGUMENT for a wrong count, ALREADY_EXISTS for too many.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-uXHNj", "Errors.User.NotFound")
    users.require_write(ctx, row["org_id"], user_id, "user.credential.write")
    if not 0 < count <= MAX_COUNT:
        raise Err("INVALID_ARGUMENT", "COMMAND-7c0nx", "Errors.User.RecoveryCodes.CountInvalid")
    if how_many(ctx, user_id) + count > MAX_COUNT:
        raise Err("ALREADY_EXISTS", "COMMAND-8f2k9", "Errors.User.MFA.RecoveryCodes.MaxCountExceeded")
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(10)) for _ in range(count)]
    for code in codes:
        ctx.store.insert("recovery_codes", user_id=user_id, code_hash=token_hash(code))
    ctx.push("user", user_id, "user.human.mfa.recoverycode.added", owner=row["org_id"])
    return NewCodes(row["org_id"], codes)


def remove(ctx: Context, user_id: str) -> None:
    """Remove all codes of a user.

    Raises:
        Err: NOT_FOUND for a locked user, INVALID_ARGUMENT without codes.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    org_id = "" if row is None else row["org_id"]
    users.require_write(ctx, org_id, user_id, "user.credential.write")
    if row is not None and row["state"] == LOCKED:
        raise Err("NOT_FOUND", "COMMAND-d9u8q", "Errors.User.RecoveryCodes.Locked")
    if not how_many(ctx, user_id):
        raise Err("INVALID_ARGUMENT", "COMMAND-84rgg", "Errors.User.RecoveryCodes.NotAdded")
    ctx.store.run("DELETE FROM recovery_codes WHERE user_id = ?", user_id)
    ctx.push("user", user_id, "user.human.mfa.recoverycode.removed", owner=org_id)


def use(ctx: Context, user: sqlite3.Row, code: str) -> None:
    """Use up a code of a person.

    Raises:
        Err: NOT_FOUND for a locked person, INVALID_ARGUMENT without codes or for a wrong one.
    """
    if user["state"] == LOCKED:
        raise Err("NOT_FOUND", "COMMAND-2w6oa", "Errors.User.MFA.RecoveryCodes.Locked")
    if not how_many(ctx, user["id"]):
        raise Err("INVALID_ARGUMENT", "COMMAND-84rgg", "Errors.User.RecoveryCodes.NotReady")
    sql = "DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?"
    if not ctx.store.run(sql, user["id"], token_hash(code)):
        raise Wrong("INVALID_ARGUMENT", "DOMAIN-84rgg", "Errors.User.RecoveryCodes.InvalidCode")


def how_many(ctx: Context, user_id: str) -> int:
    """Return how many codes of a user are left."""
    return int(ctx.store.value("SELECT count(*) FROM recovery_codes WHERE user_id = ?", user_id))
