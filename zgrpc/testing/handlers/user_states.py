"""The states of a user: deactivated, locked, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zitadel import user_pb2

from zgrpc.testing.call import Call, changed
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import members, rpc

if TYPE_CHECKING:
    import sqlite3

    from zitadel import auth_pb2 as a
    from zitadel import management_pb2 as m

ACTIVE, INACTIVE = user_pb2.USER_STATE_ACTIVE, user_pb2.USER_STATE_INACTIVE
LOCKED, INITIAL = user_pb2.USER_STATE_LOCKED, user_pb2.USER_STATE_INITIAL


class _Step(NamedTuple):
    """One change of state: where it may start, where it leads, and how it refuses."""

    allowed: tuple[int, ...]
    to: int
    event: str
    not_found: str
    refused: tuple[str, str]


_STEPS = {
    "management.DeactivateUser": _Step(
        (ACTIVE, LOCKED), INACTIVE, "user.deactivated", "COMMAND-3M9ds",
        ("COMMAND-5M0sf", "Errors.User.AlreadyInactive"),
    ),
    "management.ReactivateUser": _Step(
        (INACTIVE,), ACTIVE, "user.reactivated", "COMMAND-4M0sd", ("COMMAND-6M0sf", "Errors.User.NotInactive")
    ),
    "management.LockUser": _Step(
        (ACTIVE, INITIAL), LOCKED, "user.locked", "COMMAND-5M9fs",
        ("COMMAND-3NN8v", "Errors.User.ShouldBeActiveOrInitial"),
    ),
    "management.UnlockUser": _Step(
        (LOCKED,), ACTIVE, "user.unlocked", "COMMAND-M0dos", ("COMMAND-4M0ds", "Errors.User.NotLocked")
    ),
}  # fmt: skip


@rpc(*_STEPS)
def change_state(call: Call, request: m.DeactivateUserRequest) -> dict[str, Any]:
    """Move a user of the organization to another state. Deactivating and locking end the user's tokens for good."""
    step = _STEPS[call.name]
    row = _user(call, request.id, step.not_found)
    if step.to == INACTIVE and row["state"] == INITIAL:
        raise Err("NOT_FOUND", "COMMAND-ke0fw", "Errors.User.CantDeactivateInitial")
    if row["state"] not in step.allowed:
        raise Err("FAILED_PRECONDITION", *step.refused)
    event = call.push("user", row["id"], step.event)
    call.change("users", event, {"id": row["id"]}, state=step.to)
    if step.to in (INACTIVE, LOCKED):
        call.store.update("users", {"id": row["id"]}, tokens_after=event.position)
    return {"details": changed(event)}


@rpc("management.RemoveUser")
def remove_user(call: Call, request: m.RemoveUserRequest) -> dict[str, Any]:
    """Remove a user of the organization with all grants, memberships, tokens and metadata."""
    return _remove(call, _user(call, request.id, "COMMAND-m9od"))


@rpc("auth.RemoveMyUser")
def remove_my_user(call: Call, request: a.RemoveMyUserRequest) -> dict[str, Any]:  # noqa: ARG001  (every handler has both)
    """Remove the caller."""
    row = call.store.one("SELECT * FROM users WHERE id = ?", call.user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-m9od", "Errors.User.NotFound")
    return _remove(call, row)


def _user(call: Call, user_id: str, error_id: str) -> sqlite3.Row:
    row = call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ?", user_id, call.org_id)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.User.NotFound")
    return row


def _remove(call: Call, row: sqlite3.Row) -> dict[str, Any]:
    event = call.push("user", row["id"], "user.removed", owner=row["org_id"])
    for grant in call.store.all("SELECT id, org_id FROM user_grants WHERE user_id = ?", row["id"]):
        call.push("usergrant", grant["id"], "user.grant.cascade.removed", owner=grant["org_id"])
    members.tell_of_leaving(call, row["id"])
    call.store.run("DELETE FROM users WHERE id = ?", row["id"])
    return {"details": changed(event)}
