"""Addresses, numbers, password resets and invitations, as v2 proves them by codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import auth_factors, humans, payloads, user_codes, users
from zgrpc.testing.domain.users import HUMAN, INITIAL
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

EVENTS = {
    "user.human.invite.code.added": "Invitation code generated",
    "user.human.invite.check.succeeded": "Invitation check succeeded",
    "user.human.mfa.init.skipped": "Multifactor initialization skipped",
}


class Way(NamedTuple):
    """How a person is reached."""

    kind: str
    name: str
    """As in message keys."""
    nothing_sent: str
    """The error id for a code that is to be sent again, and never was sent."""


EMAIL = Way("email", "Email", "EMAIL-5w5ilin4yt")
PHONE = Way("phone", "Phone", "PHONE-5xrra88eq8")


def change(ctx: Context, way: Way, user_id: str, value: str, *, verified: bool, returned: bool) -> Event:
    """Set another address or number.

    Args:
        ctx: the call.
        way: which of them.
        user_id: whose.
        value: the address or the number.
        verified: whether it counts as verified.
        returned: whether the code is shown to the caller.

    Raises:
        Err: it is none or the one there is; the user is not there or not initialized.
    """
    row = _reached(ctx, way, user_id)
    _require(ctx, row, alone=not verified and not returned)
    value = humans.check_email(value) if way is EMAIL else humans.phone_number(value)
    if value == row[way.kind]:
        raise Err("FAILED_PRECONDITION", "COMMAND-Uch5e", f"Errors.User.{way.name}.NotChanged")
    events = (f"{way.kind}.changed", f"{way.kind}.{'verified' if verified else 'code.added'}")
    return _push(ctx, row, *events, **{way.kind: value, f"{way.kind}_verified": verified})


def send_code(ctx: Context, way: Way, user_id: str, *, again: bool, returned: bool) -> Event:
    """Make a code to verify an address or a number.

    Args:
        ctx: the call.
        way: which of them.
        user_id: whose.
        again: whether there must be a code already.
        returned: whether the code is shown to the caller.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION.
    """
    row = _reached(ctx, way, user_id)
    _require(ctx, row, alone=not returned)
    if again and user_codes.find(ctx, user_id, way.kind) is None:
        raise Err("FAILED_PRECONDITION", way.nothing_sent, "Errors.User.Code.Empty")
    return _push(ctx, row, f"{way.kind}.code.added")


def verify(ctx: Context, way: Way, user_id: str, code: str) -> Event:
    """Take an address or a number for verified, by its code; anybody may.

    Raises:
        Err: NOT_FOUND, INVALID_ARGUMENT for a wrong code.
    """
    row = _reached(ctx, way, user_id)
    if not user_codes.matches(ctx, user_id, way.kind, code):
        raise Err("INVALID_ARGUMENT", "COMMAND-eis9R", "Errors.User.Code.Invalid")
    return _push(ctx, row, f"{way.kind}.verified", **{f"{way.kind}_verified": True})


def remove_phone(ctx: Context, user_id: str) -> Event:
    """Remove the number.

    Raises:
        Err: NOT_FOUND for a user who is not there, FAILED_PRECONDITION without a number.
    """
    row = _reached(ctx, PHONE, user_id)
    users.require_write(ctx, row["org_id"], user_id)
    if not row["phone"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-ieJ2e", "Errors.User.Phone.NotFound")
    return _push(ctx, row, "phone.removed", phone="", phone_verified=False)


def reset_password(ctx: Context, user_id: str) -> Event:
    """Make a code to set another password.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION for a user who is not initialized.
    """
    row = find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-SAF4f", "Errors.User.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-Sfe4g", "Errors.User.NotInitialised")
    users.require_write(ctx, row["org_id"], user_id)
    return _push(ctx, row, "password.code.added")


# -- invitations -----------------------------------------------------------------------------------
def invite(ctx: Context, user_id: str) -> Event:
    """Make a code by which a new person sets the first way to log in.

    Raises:
        Err: FAILED_PRECONDITION for a user who is not there or has such a way.
    """
    return _invite(ctx, _invited(ctx, user_id))


def invite_again(ctx: Context, user_id: str) -> Event:
    """Make another code of an invitation that was sent.

    Raises:
        Err: FAILED_PRECONDITION, also if the code was shown instead of being sent.
    """
    row = _invited(ctx, user_id)
    code = user_codes.find(ctx, user_id, "invite")
    if code is None or code["returned"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-Wr3gq", "Errors.User.Code.NotFound")
    return _invite(ctx, row)


def accept(ctx: Context, user_id: str, code: str) -> Event:
    """Accept an invitation, which verifies the email address.

    Raises:
        Err: FAILED_PRECONDITION for a user who is not there, INVALID_ARGUMENT for a wrong code.
    """
    row = find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-F5g2h", "Errors.User.NotFound")
    if not user_codes.matches(ctx, user_id, "invite", code):
        user_codes.failed(ctx, user_id, "invite")
        refusal = Err("INVALID_ARGUMENT", "COMMAND-Wgn4q", "Errors.User.Code.Invalid")
        refusal.keeps = True
        raise refusal
    user_codes.drop(ctx, user_id, "invite")
    return _push(ctx, row, "invite.check.succeeded", "email.verified", email_verified=True)


def skip_second_factor(ctx: Context, user_id: str) -> Event:
    """Remember that a person did not want a second factor.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-auj6jeBei4", "Errors.User.NotFound")
    users.require_write(ctx, row["org_id"], user_id)
    return _push(ctx, row, "mfa.init.skipped", mfa_init_skipped=ctx.store.now())


def find(ctx: Context, user_id: str) -> sqlite3.Row | None:
    """Return a person of any organization, if there is one of that id."""
    return ctx.store.one("SELECT * FROM users WHERE id = ? AND type = ?", user_id, HUMAN)


def _reached(ctx: Context, way: Way, user_id: str) -> sqlite3.Row:
    row = find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-ieJ2e", f"Errors.User.{way.name}.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-uz0Uu", "Errors.User.NotInitialised")
    return row


def _require(ctx: Context, row: sqlite3.Row, *, alone: bool) -> None:
    """Ask for the permission to write a person's data; `alone` says that people need none for their own."""
    if alone:
        users.require_write(ctx, row["org_id"], row["id"])
    else:
        ctx.require("user.write", row["org_id"], row["id"])


def _invited(ctx: Context, user_id: str) -> sqlite3.Row:
    row = find(ctx, user_id)
    users.require_write(ctx, "" if row is None else row["org_id"], user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Wgvn4", "Errors.User.NotFound")
    linked = ctx.store.one("SELECT 1 FROM idp_links WHERE user_id = ?", row["id"])
    if row["password_hash"] or linked or auth_factors.ready(ctx.store, row["id"], "passwordless"):
        raise Err("FAILED_PRECONDITION", "COMMAND-EF34g", "Errors.User.AlreadyInitialised")
    return row


def _invite(ctx: Context, row: sqlite3.Row) -> Event:
    user_codes.make(ctx, row["id"], "invite")
    return _push(ctx, row, "invite.code.added")


def _push(ctx: Context, row: sqlite3.Row, *events: str, **columns: Any) -> Event:
    names = [f"user.human.{event}" for event in events]
    event = [
        ctx.push("user", row["id"], name, owner=row["org_id"], data=payloads.change(name, columns)) for name in names
    ][-1]
    user_codes.follow(ctx, row["id"], names)
    auth_factors.follow(ctx, row["id"], names)
    ctx.change("users", event, {"id": row["id"]}, **(columns or {"id": row["id"]}))
    return event
