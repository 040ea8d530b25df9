"""The tokens of sessions, and whom they authenticate: users who were checked, by two factors where that is forced."""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from typing import TYPE_CHECKING

from zgrpc.testing.domain import policies
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.users import HUMAN
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Store

_PREFIX = b"sess_"
_ENCODED = "c2Vzc"
"""The beginning of the prefix in base64."""
_METHODS = ("totp_checked", "otp_sms_checked", "otp_email_checked")
"""The columns of the checks that count as a factor, besides a password. A recovery code does not."""


def make(session_id: str) -> str:
    """Return a new token of a session. It names the session, as the real server's does for itself."""
    return base64.urlsafe_b64encode(_PREFIX + session_id.encode() + b":" + secrets.token_bytes(30)).decode().rstrip("=")


def session_id(token: str) -> str | None:
    """Return the id of the session that a token is of; None for any other token."""
    if not token.startswith(_ENCODED):
        return None
    try:
        decoded = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (ValueError, binascii.Error):
        return None
    name = decoded.removeprefix(_PREFIX).partition(b":")[0]
    return name.decode("ascii", "replace") if decoded.startswith(_PREFIX) else None


def is_current(row: sqlite3.Row, token: str) -> bool:
    """Return whether a token is the session's last one."""
    return row["token_hash"] is not None and hmac.compare_digest(row["token_hash"], token_hash(token))


def authenticate(store: Store, session: str, token: str) -> sqlite3.Row:
    """Return the user of a session's token, as `id` and `org_id`.

    Deactivating or locking a user ends the tokens issued before, for good.

    Args:
        store: the sessions.
        session: the id that `session_id` found in the token.
        token: the token.

    Raises:
        Err: NOT_FOUND without the session; PERMISSION_DENIED for an older token, a session at its end, and a user who
            was not checked enough; UNAUTHENTICATED for one who was deactivated since.
    """
    row = store.one("SELECT * FROM sessions WHERE id = ? AND NOT terminated", session)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-SFeaa", "Errors.Session.NotExisting")
    if not is_current(row, token):
        raise Err("PERMISSION_DENIED", "QUERY-dsfr3", "Errors.PermissionDenied")
    if row["expires"] is not None and row["expires"] < store.now():
        raise Err("PERMISSION_DENIED", "AUTHZ-EGDo3", "session expired")
    user = store.one("SELECT * FROM users WHERE id = ?", row["user_id"])
    factors = 0 if user is None else _factors(row, user)
    if user is None or not factors:
        raise Err("PERMISSION_DENIED", "AUTHZ-Kl3p0", "authentication required")
    if row["position"] <= user["tokens_after"]:
        raise Err("UNAUTHENTICATED", "AUTH-7fs1e", "Errors.Token.Invalid")
    if factors == 1 and user["type"] == HUMAN:
        login = policies.effective(store, policies.LOGIN, user["org_id"]).settings
        if login["force_mfa"] or login["force_mfa_local_only"]:
            raise Err("PERMISSION_DENIED", "AUTHZ-Kl3p0", "mfa required")
    return user


def _factors(row: sqlite3.Row, user: sqlite3.Row) -> int:
    """Return by how many factors the user of a session was checked. A password that was changed since is none."""
    password = row["password_checked"] is not None and row["password_checked"] >= (user["password_changed"] or 0)
    return password + sum(row[column] is not None for column in _METHODS)
