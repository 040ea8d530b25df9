"""Users of both kinds, as they are read, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import login_names, users
from zgrpc.testing.domain.users import MACHINE
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed, details, timestamp

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("management.GetUserByID")
def get_user_by_id(ctx: Context, request: m.GetUserByIDRequest) -> m.GetUserByIDResponse:
    """Answer with a user of the organization."""
    row = users.get(ctx, request.id)
    return m.GetUserByIDResponse(user=ctx.store.remember(("v1.User", row["id"]), lambda: as_user(row)))


@rpc("auth.GetMyUser")
def get_my_user(ctx: Context, request: a.GetMyUserRequest) -> a.GetMyUserResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the caller."""
    return a.GetMyUserResponse(user=as_user(users.get_self(ctx)))


@rpc("management.GetUserByLoginNameGlobal")
def get_user_by_login_name(
    ctx: Context, request: m.GetUserByLoginNameGlobalRequest
) -> m.GetUserByLoginNameGlobalResponse:
    """Answer with the user of any organization who logs in by a name."""
    return m.GetUserByLoginNameGlobalResponse(user=as_user(users.get_by_login_name(ctx, request.login_name)))


@rpc("management.IsUserUnique")
def is_user_unique(ctx: Context, request: m.IsUserUniqueRequest) -> m.IsUserUniqueResponse:
    """Answer whether no user has a name and an email."""
    return m.IsUserUniqueResponse(is_unique=users.is_unique(ctx, request.user_name, request.email))


@rpc("management.UpdateUserName")
def update_user_name(ctx: Context, request: m.UpdateUserNameRequest) -> m.UpdateUserNameResponse:
    """Rename a user of the organization."""
    event = users.rename(ctx, request.user_id, ctx.org_id, request.user_name)
    return m.UpdateUserNameResponse(details=changed(event))


def as_user(row: sqlite3.Row) -> user_pb2.User:
    """Return a user as a message, from a row of `users`."""
    user = user_pb2.User(
        id=row["id"],
        state=row["state"],
        user_name=row["user_name"],
        login_names=login_names.of(row),
        preferred_login_name=row["preferred_login_name"],
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
