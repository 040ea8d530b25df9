"""Codes that people are sent to prove an address or a number, and what else is done to people by message.

Nothing is sent. v2 shows a code on request (`zgrpc.testing.domain.user_codes`); any other code is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.domain import humans, lockout, password_checks, user_codes
from zgrpc.testing.domain.users import HUMAN, INITIAL
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

ERRORS = {
    "Errors.User.AlreadyInitialised": "User is already initialized",
    "Errors.User.Code.Invalid": "Code is invalid",
    "Errors.User.Email.AlreadyVerified": "Email is already verified",
    "Errors.User.Password.Invalid": "Password is invalid",
    "Errors.User.Password.NotChanged": "New password cannot be the same as your current password",
    "Errors.User.Password.NotSet": "User has not set a password",
    "Errors.User.Phone.AlreadyVerified": "Phone already verified",
}
EVENTS = {
    "user.human.avatar.removed": "Avatar removed",
    "user.human.password.code.added": "Password code generated",
}


def resend_initialization(ctx: Context, user_id: str, email: str) -> Event:
    """Make another code to initialize a user, for another address if one is given.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION for a user who is initialized.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-2M9df", "Errors.User.NotFound")
    if row["state"] != INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M9sd", "Errors.User.AlreadyInitialised")
    if email and email != row["email"]:
        changed = _push(ctx, row, "email.changed")
        ctx.change("users", changed, {"id": user_id}, email=humans.check_email(email), email_verified=False)
    return _touch(ctx, row, "initialization.code.added")


def resend_email(ctx: Context, user_id: str) -> Event:
    """Make another code to verify an address.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION for an address that is verified or a user who is not initialized.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-0Pe4r", "Errors.User.Email.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-E3fbw", "Errors.User.NotInitialised")
    if row["email_verified"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M9ds", "Errors.User.Email.AlreadyVerified")
    return _touch(ctx, row, "email.code.added")


def resend_phone(ctx: Context, user_id: str) -> Event:
    """Make another code to verify a number.

    Raises:
        Err: NOT_FOUND without a number, FAILED_PRECONDITION for one that is verified or a user who is no person.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M0fs", "Errors.User.NotFound")
    if not row["phone"]:
        raise Err("NOT_FOUND", "COMMAND-2b7Hf", "Errors.User.Phone.NotFound")
    if row["phone_verified"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M9sf", "Errors.User.Phone.AlreadyVerified")
    return _touch(ctx, row, "phone.code.added")


def request_password(ctx: Context, user_id: str) -> Event:
    """Make a code to set another password.

    Raises:
        Err: FAILED_PRECONDITION for a user who is not there or not initialized.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Hj9ds", "Errors.User.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M9sd", "Errors.User.NotInitialised")
    return _touch(ctx, row, "password.code.added")


def verify_email(ctx: Context, user_id: str, code: str) -> Event:
    """Verify an address by its code.

    Raises:
        Err: NOT_FOUND where there is nothing to verify, else INVALID_ARGUMENT.
    """
    row = _person(ctx, user_id)
    if row is None or row["email_verified"]:
        raise Err("NOT_FOUND", "COMMAND-3n8ud", "Errors.User.Code.NotFound")
    if not user_codes.matches(ctx, user_id, "email", code):
        raise Err("INVALID_ARGUMENT", "COMMAND-Gdsgs", "Errors.User.Code.Invalid")
    event = _push(ctx, row, "email.verified")
    ctx.change("users", event, {"id": user_id}, email_verified=True)
    return event


def verify_phone(ctx: Context, user_id: str, code: str) -> Event:
    """Verify a number by its code.

    Raises:
        Err: FAILED_PRECONDITION for a user who is no person, NOT_FOUND where there is nothing to verify, else
            INVALID_ARGUMENT.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Rsj8c", "Errors.User.NotFound")
    if not row["phone"] or row["phone_verified"]:
        raise Err("NOT_FOUND", "COMMAND-Rsj8c", "Errors.User.Code.NotFound")
    if not user_codes.matches(ctx, user_id, "phone", code):
        raise Err("INVALID_ARGUMENT", "COMMAND-sM0cs", "Errors.User.Code.Invalid")
    event = _push(ctx, row, "phone.verified")
    ctx.change("users", event, {"id": user_id}, phone_verified=True)
    return event


def change_password(ctx: Context, user_id: str, old: str, new: str) -> Event:
    """Set another password by the one before.

    Raises:
        Err: FAILED_PRECONDITION for a user without a password, INVALID_ARGUMENT for a wrong one or one that breaks the
            policy.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-G8dh3", "Errors.User.Password.NotFound")
    with lockout.counted(ctx):
        password_checks.check(ctx, row, old)
    if old == new:
        raise Err("FAILED_PRECONDITION", "COMMAND-Aesh5", "Errors.User.Password.NotChanged")
    return humans.set_password(ctx, user_id, new, change_required=False, proven=True)


def remove_avatar(ctx: Context, user_id: str) -> Event:
    """Remove the picture of a person; that there is none does not matter.

    Raises:
        Err: NOT_FOUND for a user who is no person.
    """
    row = _person(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "USER-35N8f", "Errors.Users.NotFound")
    return _touch(ctx, row, "avatar.removed")


def _person(ctx: Context, user_id: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM users WHERE id = ? AND type = ?", user_id, HUMAN)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _push(ctx: Context, row: sqlite3.Row, what: str) -> Event:
    ctx.require_unscoped("user.write", row["org_id"], row["id"])
    user_codes.follow(ctx, row["id"], [f"user.human.{what}"])
    return ctx.push("user", row["id"], f"user.human.{what}", owner=row["org_id"])


def _touch(ctx: Context, row: sqlite3.Row, what: str) -> Event:
    """Append an event that changes nothing of a user but the date and the sequence."""
    event = _push(ctx, row, what)
    ctx.change("users", event, {"id": row["id"]}, id=row["id"])
    return event
