"""Users of both kinds, as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.call import Call, details, timestamp
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc

if TYPE_CHECKING:
    import sqlite3

HUMAN, MACHINE = user_pb2.TYPE_HUMAN, user_pb2.TYPE_MACHINE


@rpc("management.GetUserByID")
def get_user_by_id(call: Call, request: m.GetUserByIDRequest) -> dict[str, Any]:
    """A user of the call's organization."""
    return {"user": as_user(user_row(call, request.id, within=call.org_id))}


@rpc("auth.GetMyUser")
def get_my_user(call: Call, request: Any) -> dict[str, Any]:  # noqa: ARG001  (every handler has both)
    """The caller."""
    return {"user": as_user(user_row(call, call.user_id))}


def user_row(call: Call, user_id: str, within: str | None = None) -> sqlite3.Row:
    """A row of `users`.

    Args:
        call: the call.
        user_id: whose row.
        within: the organization that the user must belong to; any if it is left out.

    Raises:
        Err: NOT_FOUND, as the read side answers it.
    """
    row = call.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None or (within is not None and row["org_id"] != within):
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    return row


def as_user(row: sqlite3.Row) -> user_pb2.User:
    """A user, from a row of `users`."""
    user = user_pb2.User(
        id=row["id"],
        state=row["state"],
        user_name=row["user_name"],
        login_names=[row["user_name"]],
        preferred_login_name=row["user_name"],
        details=details(row),
    )
    if row["type"] == MACHINE:
        user.machine.name = row["name"]
        user.machine.description = row["description"]
        user.machine.access_token_type = row["access_token_type"]
        user.machine.has_secret = row["secret_hash"] is not None
        return user
    profile = user.human.profile
    profile.first_name, profile.last_name = row["first_name"], row["last_name"]
    profile.nick_name, profile.display_name = row["nick_name"] or "", row["display_name"]
    profile.preferred_language, profile.gender = row["language"], row["gender"]
    user.human.email.email, user.human.email.is_email_verified = row["email"], bool(row["email_verified"])
    user.human.phone.phone, user.human.phone.is_phone_verified = row["phone"], bool(row["phone_verified"])
    if row["password_changed"] is not None:
        user.human.password_changed.CopyFrom(timestamp(row["password_changed"]))
    return user
