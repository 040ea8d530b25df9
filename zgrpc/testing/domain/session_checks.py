"""What a session checks of its user: password, codes, and what takes a browser."""

from __future__ import annotations

import dataclasses
import hmac
from typing import TYPE_CHECKING

from zgrpc.testing.domain import auth_factors, idp_intents, password_checks, recovery_codes
from zgrpc.testing.domain.lockout import Wrong
from zgrpc.testing.domain.users import HUMAN, LOCKED
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from zgrpc.testing.domain.context import Context


@dataclasses.dataclass(frozen=True)
class Checks:
    """What is to be checked of a user, in this order; None for what is not."""

    user_id: str | None = None
    login_name: str | None = None
    password: str | None = dataclasses.field(default=None, repr=False)
    intent: str | None = dataclasses.field(default=None, repr=False)
    """The token of a login at an identity provider."""
    web_auth_n: bool = False
    """Whether a credential of a browser is to count."""
    totp: str | None = dataclasses.field(default=None, repr=False)
    otp_sms: str | None = dataclasses.field(default=None, repr=False)
    otp_email: str | None = dataclasses.field(default=None, repr=False)
    recovery_code: str | None = dataclasses.field(default=None, repr=False)


def in_order(
    ctx: Context, row: sqlite3.Row, checks: Checks
) -> Sequence[tuple[str, Callable[[sqlite3.Row | None], None]]]:
    """Return the checks to make in a session, each with its name; they take the user, and raise `Err` if they fail."""
    found: list[tuple[str, Callable[[sqlite3.Row | None], None]]] = []
    if checks.password is not None:
        found.append(("password", lambda user: _check_password(ctx, user, checks.password or "")))
    if checks.intent is not None:
        found.append(("intent", lambda user: _check_intent(user, checks.intent or "")))
    if checks.web_auth_n:
        found.append(("web_auth_n", _refuse_web_auth_n))
    if checks.totp is not None:
        found.append(("totp", lambda user: auth_factors.check_ready_totp(ctx, _known(user), checks.totp or "")))
    if checks.otp_sms is not None:
        found.append(("otp_sms", lambda user: _check_code(ctx, row, "otp_sms", user, checks.otp_sms or "")))
    if checks.otp_email is not None:
        found.append(("otp_email", lambda user: _check_code(ctx, row, "otp_email", user, checks.otp_email or "")))
    if checks.recovery_code is not None:
        code = checks.recovery_code
        found.append(("recovery_code", lambda user: recovery_codes.use(ctx, _known(user, "COMMAND-4m9s2"), code)))
    return found


def _known(user: sqlite3.Row | None, id: str = "COMMAND-8N9ds") -> sqlite3.Row:
    if user is None:
        raise Err("INVALID_ARGUMENT", id, "Errors.User.UserIDMissing")
    return user


def _check_password(ctx: Context, user: sqlite3.Row | None, password: str) -> None:
    if user is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Sfw3f", "Errors.User.UserIDMissing")
    if user["type"] != HUMAN:
        raise Err("FAILED_PRECONDITION", "COMMAND-3n77z", "Errors.User.NotFound")
    password_checks.check(ctx, user, password)


def _check_intent(user: sqlite3.Row | None, token: str) -> None:
    if user is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Sfw3r", "Errors.User.UserIDMissing")
    idp_intents.refuse_token(token)


def _refuse_web_auth_n(user: sqlite3.Row | None) -> None:  # noqa: ARG001  (every check is given the user)
    raise Err("FAILED_PRECONDITION", "COMMAND-Ioqu5", "Errors.Session.WebAuthN.NoChallenge")


def _check_code(ctx: Context, row: sqlite3.Row, kind: str, user: sqlite3.Row | None, code: str) -> None:
    user, stored = _known(user, "COMMAND-S453v"), row[f"{kind}_code"]
    if not code:
        raise Err("INVALID_ARGUMENT", "COMMAND-SJl2g", "Errors.User.Code.Empty")
    if not auth_factors.ready(ctx.store, user["id"], kind):
        raise Err("FAILED_PRECONDITION", "COMMAND-d2r52", "Errors.User.MFA.OTP.NotReady")
    if stored is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-S34gh", "Errors.User.Code.NotFound")
    if user["state"] == LOCKED:
        raise Err("FAILED_PRECONDITION", "COMMAND-S6h4R", "Errors.User.Locked")
    if not hmac.compare_digest(stored.encode(), code.encode()):
        raise Wrong("INVALID_ARGUMENT", "CODE-woT0xc", "Errors.User.Code.Invalid")
