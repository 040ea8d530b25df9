"""Count the failed checks of people, and lock those who fail more often than the lockout policy allows."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import policies
from zgrpc.testing.domain.users import LOCKED
from zgrpc.testing.errors import Err
from zgrpc.testing.store import Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "lockout",
    (
        """
CREATE TABLE failed_checks (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, kind TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (user_id, kind)) WITHOUT ROWID;
""",
    ),
)
EVENTS = {
    "user.human.mfa.otp.check.failed": "Multifactor OTP check failed",
    "user.human.mfa.otp.check.succeeded": "Multifactor OTP check succeeded",
    "user.human.mfa.otp.email.check.failed": "Multifactor OTP Email check failed",
    "user.human.mfa.otp.email.check.succeeded": "Multifactor OTP Email check succeeded",
    "user.human.mfa.otp.sms.check.failed": "Multifactor OTP SMS check failed",
    "user.human.mfa.otp.sms.check.succeeded": "Multifactor OTP SMS check succeeded",
    "user.human.password.check.failed": "Password check failed",
    "user.human.password.check.succeeded": "Password check succeeded",
}


class _Kind(NamedTuple):
    """A kind of check: the middle of its event types, and the setting of the policy that bounds it."""

    event: str
    bound: str


KINDS = {
    "password": _Kind("password", "max_password_attempts"),
    "totp": _Kind("mfa.otp", "max_otp_attempts"),
    "otp_sms": _Kind("mfa.otp.sms", "max_otp_attempts"),
    "otp_email": _Kind("mfa.otp.email", "max_otp_attempts"),
    "recovery_code": _Kind("mfa.recoverycode", "max_otp_attempts"),
}
"""The kinds of checks that are counted, each for itself."""


class Wrong(Err):
    """The refusal of a password or a code that is wrong, and not of a check that cannot be made."""


class Failed(Exception):  # noqa: N818  (it is an answer, not an error)
    """A check that was made and failed, and whose."""

    def __init__(self, user: sqlite3.Row, kind: str, refusal: Err) -> None:
        super().__init__(user, kind, refusal)
        self.user, self.kind, self.refusal = user, kind, refusal


@contextlib.contextmanager
def counted(ctx: Context) -> Iterator[None]:
    """Undo what a failed check leaves half done, and keep that it failed.

    Raises:
        Err: why the check failed.
    """
    try:
        with ctx.store.attempt():
            yield
    except Failed as check:
        count = failed(ctx, check.user, check.kind)
        check.refusal.keeps = True
        check.refusal.failed_attempts = count if check.kind == "password" else None
        raise check.refusal from None


def failures(ctx: Context, user_id: str, kind: str) -> int:
    """Return how often a check of a user has failed since it last succeeded."""
    return ctx.store.value("SELECT count FROM failed_checks WHERE user_id = ? AND kind = ?", user_id, kind) or 0


def succeeded(ctx: Context, user: sqlite3.Row, kind: str) -> Event:
    """Note that a check of a user succeeded, and forget those that failed before."""
    forget(ctx, user["id"], kind)
    return _push(ctx, user, f"human.{KINDS[kind].event}.check.succeeded")


def failed(ctx: Context, user: sqlite3.Row, kind: str) -> int:
    """Note that a check of a user failed, and lock the user if it was one too many; return how many failed."""
    count = failures(ctx, user["id"], kind) + 1
    ctx.store.run("REPLACE INTO failed_checks (user_id, kind, count) VALUES (?, ?, ?)", user["id"], kind, count)
    _push(ctx, user, f"human.{KINDS[kind].event}.check.failed")
    bound = policies.effective(ctx.store, policies.LOCKOUT, user["org_id"]).settings[KINDS[kind].bound]
    if 0 < bound <= count and user["state"] != LOCKED:
        event = _push(ctx, user, "locked")
        ctx.change("users", event, {"id": user["id"]}, state=LOCKED, tokens_after=event.position)
    return count


def forget(ctx: Context, user_id: str, *kinds: str) -> None:
    """Forget the failed checks of a user: those of some kinds, or all of them."""
    for kind in kinds or KINDS:
        ctx.store.run("DELETE FROM failed_checks WHERE user_id = ? AND kind = ?", user_id, kind)


def _push(ctx: Context, user: sqlite3.Row, what: str) -> Event:
    return ctx.push("user", user["id"], f"user.{what}", owner=user["org_id"])
