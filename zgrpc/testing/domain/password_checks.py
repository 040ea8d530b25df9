"""The check of a person's password, whose failures count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.domain import humans, lockout
from zgrpc.testing.domain.users import LOCKED
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

ERRORS = {
    "Errors.User.Password.Empty": "Password is empty",
}


def check(ctx: Context, user: sqlite3.Row, password: str) -> None:
    """Refuse a password that is not a person's; see `lockout.counted`.

    Raises:
        Err: FAILED_PRECONDITION for a person who is locked or has no password.
        Failed: INVALID_ARGUMENT for a wrong password.
    """
    if user["state"] == LOCKED:
        refusal = Err("FAILED_PRECONDITION", "COMMAND-JLK35", "Errors.User.Locked")
        refusal.failed_attempts = lockout.failures(ctx, user["id"], "password")
        raise refusal
    if not user["password_hash"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-3nJ4t", "Errors.User.Password.NotSet")
    if not humans.matches(password, user["password_hash"]):
        refusal = Err("INVALID_ARGUMENT", "COMMAND-3M0fs", "Errors.User.Password.Invalid")
        raise lockout.Failed(user, "password", refusal)
