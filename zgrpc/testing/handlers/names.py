"""The user name, and who may have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc.testing.call import Call, changed
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.users import as_user
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    from zitadel import management_pb2 as m


@rpc("management.UpdateUserName")
def update_user_name(call: Call, request: m.UpdateUserNameRequest) -> dict[str, Any]:
    """Another user name for a user of the organization."""
    return rename(call, request.user_id, call.org_id, request.user_name)


@rpc("management.GetUserByLoginNameGlobal")
def get_user_by_login_name(call: Call, request: m.GetUserByLoginNameGlobalRequest) -> dict[str, Any]:
    """The user of any organization who logs in by that name, in upper or lower case."""
    row = call.store.one("SELECT * FROM users WHERE lower(user_name) = ?", request.login_name.lower())
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    return {"user": as_user(row)}


@rpc("management.IsUserUnique")
def is_user_unique(call: Call, request: m.IsUserUniqueRequest) -> dict[str, Any]:
    """Whether no user of any organization has that name and that email, as far as they are given."""
    filters = Filters()
    for column in ("user_name", "email"):
        if getattr(request, column):
            filters.equals(column, getattr(request, column))
    return {"is_unique": call.store.one(f"SELECT 1 FROM users{filters.sql()}", *filters.parameters) is None}  # noqa: S608  (our own names)


def rename(call: Call, user_id: str, org_id: str, user_name: str) -> dict[str, Any]:
    """Give a user of an organization another user name.

    Raises:
        Err: the name is blank, the user's already, or another organization's domain is in it; the user is not there.
    """
    user_name = user_name.strip()
    if not user_name:
        raise Err("INVALID_ARGUMENT", "COMMAND-2N9fs", "Errors.IDMissing")
    row = call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ?", user_id, org_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-5N9ds", "Errors.User.NotFound")
    if row["user_name"] == user_name:
        raise Err("FAILED_PRECONDITION", "COMMAND-6m9gs", "Errors.User.UsernameNotChanged")
    check_domain(call, user_name, org_id)
    event = call.push("user", user_id, "user.username.changed", owner=org_id)
    call.change("users", event, {"id": user_id}, user_name=user_name)
    return {"details": changed(event)}


def check_domain(call: Call, user_name: str, org_id: str) -> None:
    """Refuse a name that ends in a domain of another organization.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    _, at, domain = user_name.rpartition("@")
    if not at:
        return
    owner = call.store.value("SELECT org_id FROM org_domains WHERE lower(domain) = ? AND is_verified", domain.lower())
    if owner is not None and owner != org_id:
        raise Err("INVALID_ARGUMENT", "COMMAND-SFd21", "Errors.User.DomainNotAllowedAsUsername")
