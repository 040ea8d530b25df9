"""Sessions: who was checked, how and when; the token of a session authenticates its user."""

from __future__ import annotations

import base64
import json
import secrets
import string
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import auth_factors, lockout, login_names, session_checks, session_tokens
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.lockout import Wrong
from zgrpc.testing.domain.users import ACTIVE, HUMAN, INITIAL
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.domain.session_checks import Checks
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "sessions",
    (
        f"""
CREATE TABLE sessions (
  id TEXT PRIMARY KEY, creator TEXT NOT NULL, user_id TEXT, user_org_id TEXT, token_hash BLOB, position INTEGER,
  user_checked INTEGER, password_checked INTEGER, totp_checked INTEGER, otp_sms_checked INTEGER,
  otp_email_checked INTEGER, recovery_code_checked INTEGER, otp_sms_code TEXT, otp_email_code TEXT,
  metadata TEXT NOT NULL DEFAULT '{{}}', user_agent TEXT NOT NULL DEFAULT '', fingerprint TEXT, expires INTEGER,
  terminated INTEGER NOT NULL DEFAULT 0, {CHANGE});
CREATE INDEX sessions_by_user ON sessions(user_id);
CREATE INDEX sessions_by_token ON sessions(token_hash);
""",
    ),
)
ERRORS = {
    "Errors.Session.Expired": "Session has expired",
    "Errors.Session.NotExisting": "Session does not exist",
    "Errors.Session.Terminated": "Session already terminated",
    "Errors.Session.Token.Invalid": "Session Token is invalid",
    "Errors.Session.WebAuthN.NoChallenge": "Session without WebAuthN challenge",
    "Errors.User.Locked": "User is locked",
    "Errors.User.UserIDMissing": "User ID missing",
}

# A change of the password takes back that it was checked.
_COLUMNS = """s.*, u.preferred_login_name, u.display_name,
  CASE WHEN s.password_checked >= u.password_changed THEN s.password_checked END AS password_valid"""
_SOURCE = "sessions s LEFT JOIN users u ON u.id = s.user_id"
_ENDED, _NEVER_CREATED = 1, 2
"""Why a session is `terminated`."""


class Set(NamedTuple):
    """The result of creating or changing a session."""

    id: str
    token: str
    """The new token; empty if nothing changed."""
    result: Event | sqlite3.Row | None
    """None if there is no such session, and nothing changed either."""
    challenges: Mapping[str, str]
    """The codes that the caller wants returned, by `otp_sms` and `otp_email`."""


# -- queries ---------------------------------------------------------------------------------------
def get(ctx: Context, session_id: str, token: str | None) -> sqlite3.Row:
    """Return a session: to who has its token, created it, is its user, or may read it.

    Raises:
        Err: NOT_FOUND, PERMISSION_DENIED.
    """
    row = ctx.store.one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE s.id = ? AND NOT s.terminated", session_id)  # noqa: S608  (our own names)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-SFeaa", "Errors.Session.NotExisting")
    if token is None:
        if ctx.user_id not in (row["creator"], row["user_id"]):
            ctx.require("session.read", row["user_org_id"] or "", row["user_id"] or "")
    elif not session_tokens.is_current(row, token):
        raise Err("PERMISSION_DENIED", "QUERY-dsfr3", "Errors.PermissionDenied")
    return row


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List the sessions of everybody; the columns for `filters` are those of `sessions`, as `s`. See `shown`."""
    return ctx.rows(page, _COLUMNS, _SOURCE, filters.where("NOT s.terminated"))


def shown(ctx: Context) -> Callable[[sqlite3.Row], bool]:
    """Return whether the caller may see a session: what a list leaves out."""
    within: dict[str, bool] = {}

    def may_see(row: sqlite3.Row) -> bool:
        if ctx.user_id in (row["creator"], row["user_id"]):
            return True
        org_id = row["user_org_id"] or ""
        if org_id not in within:
            within[org_id] = ctx.holds("session.read", org_id)
        return within[org_id]

    return may_see


def metadata(row: sqlite3.Row) -> dict[str, bytes]:
    """Return the metadata of a session."""
    return {key: base64.b64decode(value) for key, value in json.loads(row["metadata"]).items()}


# -- commands --------------------------------------------------------------------------------------
def create(
    ctx: Context,
    checks: Checks,
    entries: Mapping[str, bytes],
    *,
    user_agent: str = "",
    fingerprint: str | None = None,
    lifetime: int = 0,
    challenges: Mapping[str, bool] | None = None,
) -> Set:
    """Create a session.

    Args:
        ctx: the call.
        checks: what to check.
        entries: metadata.
        user_agent: the description of the browser, in the form that the caller reads again.
        fingerprint: the id of the browser.
        lifetime: microseconds that the session lives; 0 for no end.
        challenges: the challenges to make, by `otp_sms`, `otp_email` and `web_auth_n`, and whether to return the code.

    Raises:
        Err: a check fails; the caller lacks the permission.
    """
    found = _find_user(ctx, checks)
    ctx.require("session.write", "")
    session_id = ctx.store.new_id()
    with lockout.counted(ctx):
        event = _push(ctx, session_id, "added")
        ctx.add("sessions", event, id=session_id, creator=ctx.user_id, user_agent=user_agent, fingerprint=fingerprint)
        return _set(ctx, session_id, found, checks, entries, lifetime, challenges or {}, changed=True)


def update(
    ctx: Context,
    session_id: str,
    checks: Checks,
    entries: Mapping[str, bytes],
    *,
    lifetime: int = 0,
    challenges: Mapping[str, bool] | None = None,
) -> Set:
    """Check more of a session's user, or change the session; see `create`. An empty value removes an entry.

    The server does not ask whether the session exists: changes to one that does not are kept, and never shown.

    Raises:
        Err: a check fails; the session is at its end; the caller lacks the permission.
    """
    found = _find_user(ctx, checks)
    row = _row(ctx, session_id)
    org_id, user_id = ("", "") if row is None else (row["user_org_id"] or "", row["user_id"] or "")
    ctx.require("session.write", org_id, user_id)
    if row is None:
        ctx.store.insert(
            "sessions", id=session_id, creator="", terminated=_NEVER_CREATED, created=0, changed=0, sequence=0
        )
    elif row["terminated"] == _ENDED:
        raise Err("FAILED_PRECONDITION", "COMMAND-Hewfq", "Errors.Session.Terminated")
    elif row["expires"] is not None and row["expires"] < ctx.store.now():
        raise Err("FAILED_PRECONDITION", "COMMAND-Hkl3d", "Errors.Session.Expired")
    with lockout.counted(ctx):
        return _set(ctx, session_id, found, checks, entries, lifetime, challenges or {}, changed=False)


def terminate(ctx: Context, session_id: str, token: str | None) -> Event | sqlite3.Row | None:
    """End a session: for who has its token, is its user, or may delete it. Returns None if there never was one.

    Raises:
        Err: PERMISSION_DENIED, NOT_FOUND without a membership.
    """
    row = _row(ctx, session_id)
    if token is not None:
        if row is None or not session_tokens.is_current(row, token):
            raise Err("PERMISSION_DENIED", "COMMAND-sGr42", "Errors.Session.Token.Invalid")
    elif row is None:
        ctx.require("session.delete", "")
    elif row["user_id"] is None or row["user_id"] != ctx.user_id:
        ctx.require("session.delete", row["user_org_id"] or "", row["user_id"] or "")
    if row is None or row["terminated"]:
        return None if row is None else _touched(row)
    event = _push(ctx, session_id, "terminated")
    ctx.change("sessions", event, {"id": session_id}, terminated=_ENDED)
    return event


def _find_user(ctx: Context, checks: Checks) -> sqlite3.Row | None:
    """Return the user to check, who is looked for before anything else."""
    if checks.user_id is not None:
        row = ctx.store.one("SELECT * FROM users WHERE id = ?", checks.user_id)
    elif checks.login_name is not None:
        row = login_names.find(ctx.store, checks.login_name)
    else:
        return None
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    if row["state"] not in (ACTIVE, INITIAL):
        raise Err("FAILED_PRECONDITION", "SESSION-Gj4ko", "Errors.User.NotActive")
    return row


def _set(
    ctx: Context,
    session_id: str,
    user: sqlite3.Row | None,
    checks: Checks,
    entries: Mapping[str, bytes],
    lifetime: int,
    challenges: Mapping[str, bool],
    *,
    changed: bool,
) -> Set:
    row = _row(ctx, session_id)
    assert row is not None  # noqa: S101  (the callers have made or found it)
    if user is not None and row["user_id"] not in (None, user["id"]):
        raise Err("INVALID_ARGUMENT", "", "user change not possible")
    user = user or ctx.store.one("SELECT * FROM users WHERE id = ?", row["user_id"])
    events, columns = _checked(ctx, row, user, checks)
    codes: dict[str, str] = {}
    for kind, returned in challenges.items():
        code = _challenge(ctx, kind, user)
        events.append(f"{kind.replace('_', '.')}.challenged")
        columns[f"{kind}_code"] = code
        if returned:
            codes[kind] = code
    new = _merged(metadata(row), entries)
    if new is not None:
        events.append("metadata.set")
        columns["metadata"] = json.dumps({key: base64.b64encode(value).decode() for key, value in new.items()})
    if lifetime:
        events.append("lifetime.set")
        columns["expires"] = ctx.store.now() + lifetime
    if not events and not changed:
        return Set(session_id, "", _touched(row), codes)
    token = session_tokens.make(session_id)
    event = [_push(ctx, session_id, name) for name in (*events, "token.set")][-1]
    columns |= {"token_hash": token_hash(token), "position": event.position}
    ctx.change("sessions", event, {"id": session_id}, **columns)
    return Set(session_id, token, event, codes)


def _checked(
    ctx: Context, row: sqlite3.Row, user: sqlite3.Row | None, checks: Checks
) -> tuple[list[str], dict[str, Any]]:
    """Return the events and the columns that the checks come to, each of which may fail."""
    now = ctx.store.now()
    events: list[str] = []
    columns: dict[str, Any] = {}
    if checks.user_id is not None or checks.login_name is not None:
        assert user is not None  # noqa: S101  (`_find_user` has refused)
        events.append("user.checked")
        columns |= {"user_id": user["id"], "user_org_id": user["org_id"], "user_checked": now}
    for name, check in session_checks.in_order(ctx, row, checks):
        try:
            check(user)
        except Wrong as refusal:
            assert user is not None  # noqa: S101  (a check without a user is refused, and not wrong)
            raise lockout.Failed(user, name, refusal) from None
        if user is not None and name in lockout.KINDS:
            lockout.succeeded(ctx, user, name)
        events.append(f"{name.replace('_', '.')}.checked")
        columns[f"{name}_checked"] = now
        if name in ("otp_sms", "otp_email"):
            columns[f"{name}_code"] = None
    return events, columns


_CHALLENGES = {
    "web_auth_n": ("COMMAND-eeR2e", ""),
    "otp_sms": ("COMMAND-JKL3g", "COMMAND-BJ2g3"),
    "otp_email": ("COMMAND-JK3gp", "COMMAND-JKLJ3"),
}


def _challenge(ctx: Context, kind: str, user: sqlite3.Row | None) -> str:
    """Return a new code that is sent, or returned."""
    without_user, not_ready = _CHALLENGES[kind]
    if user is None:
        raise Err("FAILED_PRECONDITION", without_user, "Errors.User.UserIDMissing")
    if kind == "web_auth_n":  # No passkey is ever ready here.
        if user["type"] != HUMAN or user["state"] != ACTIVE:
            raise Err("FAILED_PRECONDITION", "COMMAND-Df4b3", "Errors.User.NotFound")
        raise Err("INTERNAL", "WEBAU-4G8sw", "Errors.User.WebAuthN.BeginLoginFailed")
    if not auth_factors.ready(ctx.store, user["id"], kind):
        raise Err("FAILED_PRECONDITION", not_ready, "Errors.User.MFA.OTP.NotReady")
    return "".join(secrets.choice(string.digits) for _ in range(8))


def _merged(before: dict[str, bytes], entries: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """Return the metadata after a change; None if nothing changes."""
    after = {key: value for key, value in {**before, **entries}.items() if value}
    return None if after == before else after


def _row(ctx: Context, session_id: str) -> sqlite3.Row | None:
    # Sessions are the instance's, which the answers name as their owner.
    return ctx.store.one(
        "SELECT s.*, ? AS org_id FROM sessions s WHERE s.id = ?", ctx.store.fact("instance_id"), session_id
    )


def _touched(row: sqlite3.Row) -> sqlite3.Row | None:
    """Return a session that anything happened to; see `_NEVER_CREATED`."""
    return row if row["sequence"] else None


def _push(ctx: Context, session_id: str, what: str) -> Event:
    return ctx.push("session", session_id, f"session.{what}", owner=ctx.store.fact("instance_id"))
