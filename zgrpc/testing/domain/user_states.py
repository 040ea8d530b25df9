"""The states of a user: deactivated, locked, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import lockout, members, users
from zgrpc.testing.domain.users import ACTIVE, INACTIVE, INITIAL, LOCKED
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event


class _Step(NamedTuple):
    """One change of state: where it may start, where it leads, and how it refuses; ids of v1, then of v2."""

    allowed: tuple[int, ...]
    to: int
    event: str
    not_found: tuple[str, str]
    refused: tuple[str, str]
    key: str


_DEACTIVATE = _Step(
    (ACTIVE, LOCKED), INACTIVE, "user.deactivated", ("COMMAND-3M9ds", "COMMAND-5gp2p62iin"),
    ("COMMAND-5M0sf", "COMMAND-5gunjw0cd7"), "Errors.User.AlreadyInactive",
)  # fmt: skip
_REACTIVATE = _Step(
    (INACTIVE,), ACTIVE, "user.reactivated", ("COMMAND-4M0sd", "COMMAND-9hy5kzbuk6"),
    ("COMMAND-6M0sf", "COMMAND-s5qqcz97hf"), "Errors.User.NotInactive",
)  # fmt: skip
_LOCK = _Step(
    (ACTIVE, INITIAL), LOCKED, "user.locked", ("COMMAND-5M9fs", "COMMAND-450yxuqrh1"),
    ("COMMAND-3NN8v", "COMMAND-lgws8wtsqf"), "Errors.User.ShouldBeActiveOrInitial",
)  # fmt: skip
_UNLOCK = _Step(
    (LOCKED,), ACTIVE, "user.unlocked", ("COMMAND-M0dos", "COMMAND-x377t913pw"),
    ("COMMAND-4M0ds", "COMMAND-olb9vb0oca"), "Errors.User.NotLocked",
)  # fmt: skip


def deactivate(ctx: Context, user_id: str) -> Event:
    """Deactivate a user, which ends the tokens issued before for good.

    Raises:
        Err: NOT_FOUND, or FAILED_PRECONDITION in another state.
    """
    return _move(ctx, user_id, _DEACTIVATE)


def reactivate(ctx: Context, user_id: str) -> Event:
    """Make a deactivated user active again.

    Raises:
        Err: NOT_FOUND, or FAILED_PRECONDITION in another state.
    """
    return _move(ctx, user_id, _REACTIVATE)


def lock(ctx: Context, user_id: str) -> Event:
    """Lock a user, which ends the tokens issued before for good.

    Raises:
        Err: NOT_FOUND, or FAILED_PRECONDITION in another state.
    """
    return _move(ctx, user_id, _LOCK)


def unlock(ctx: Context, user_id: str) -> Event:
    """Make a locked user active again, without failed checks.

    Raises:
        Err: NOT_FOUND, or FAILED_PRECONDITION in another state.
    """
    event = _move(ctx, user_id, _UNLOCK)
    lockout.forget(ctx, user_id)
    return event


def _move(ctx: Context, user_id: str, step: _Step) -> Event:
    row = users.find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", ctx.by_version(*step.not_found), "Errors.User.NotFound")
    if step is _DEACTIVATE and row["state"] == INITIAL:
        code = "NOT_FOUND" if ctx.scope is not None else "FAILED_PRECONDITION"
        raise Err(code, ctx.by_version("COMMAND-ke0fw", "COMMAND-gvx4kct9r2"), "Errors.User.CantDeactivateInitial")
    if row["state"] not in step.allowed:
        raise Err("FAILED_PRECONDITION", ctx.by_version(*step.refused), step.key)
    ctx.require_unscoped("user.write", row["org_id"], user_id)  # v2 asks users themselves as well
    event = ctx.push("user", user_id, step.event, owner=row["org_id"])
    ctx.change("users", event, {"id": user_id}, state=step.to)
    if step.to in (INACTIVE, LOCKED):
        ctx.store.update("users", {"id": user_id}, tokens_after=event.position)
    return event


def remove(ctx: Context, user_id: str) -> Event:
    """Remove a user with all grants, memberships, tokens and metadata.

    Raises:
        Err: NOT_FOUND.
    """
    row = users.find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", ctx.by_version("COMMAND-m9od", "COMMAND-bd4ir1mblj"), "Errors.User.NotFound")
    if ctx.scope is None:
        own = user_id == ctx.user_id and ctx.holds("user.self.delete", row["org_id"], user_id)
        if not own:
            ctx.require("user.delete", row["org_id"], user_id)
    return _remove(ctx, row)


def remove_self(ctx: Context) -> Event:
    """Remove the caller.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", ctx.user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-m9od", "Errors.User.NotFound")
    return _remove(ctx, row)


def _remove(ctx: Context, row: sqlite3.Row) -> Event:
    event = ctx.push("user", row["id"], "user.removed", owner=row["org_id"])
    for grant in ctx.store.all("SELECT id, org_id FROM user_grants WHERE user_id = ?", row["id"]):
        ctx.push("usergrant", grant["id"], "user.grant.cascade.removed", owner=grant["org_id"])
    members.leave_all(ctx, row["id"])
    ctx.store.run("DELETE FROM users WHERE id = ?", row["id"])
    return event
