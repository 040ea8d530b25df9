"""Codes that prove an address, a number or an invitation; v2 shows them on request instead of sending them.

Nothing is sent. A code that nobody asked to see exists all the same, so that it can be resent.
"""

from __future__ import annotations

import hmac
import re
import secrets
import string
from typing import TYPE_CHECKING

from zgrpc.testing.errors import Err
from zgrpc.testing.store import Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context

SCHEMA = Schema(
    "user_codes",
    (
        """
CREATE TABLE user_codes (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, kind TEXT NOT NULL, code TEXT NOT NULL,
  expires INTEGER NOT NULL, returned INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (user_id, kind)) WITHOUT ROWID;
""",
        "ALTER TABLE user_codes ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;",
    ),
)
ERRORS = {
    "Errors.User.Code.Empty": "Code is empty",
    "Errors.User.Code.Expired": "Code is expired",
    "Errors.User.InvalidURLTemplate": "URL Template is invalid",
}

_HOUR = 3_600_000_000  # microseconds
_LIFETIMES = {"invite": 72 * _HOUR}
_MAX_FAILURES = 3
"""After how many wrong ones an invitation's code ends."""
_LETTERS = string.ascii_uppercase + string.digits
_LENGTH = 6

_ADDED = re.compile(r"user\.human\.(email|phone|password)\.code\.added")
_SETTLED = re.compile(r"user\.human\.(email|phone|password)\.(?:changed|verified|removed)")
_ACTION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_FIELD = re.compile(r"\.([A-Za-z_]\w*)")


def make(ctx: Context, user_id: str, kind: str) -> str:
    """Make and return a code, which replaces the one before.

    Args:
        ctx: the call.
        user_id: whose.
        kind: ``email``, ``phone``, ``password``, ``invite`` or ``passkey:ID``.
    """
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    expires = ctx.store.now() + _LIFETIMES.get(kind, _HOUR)
    drop(ctx, user_id, kind)
    ctx.store.insert("user_codes", user_id=user_id, kind=kind, code=code, expires=expires)
    return code


def drop(ctx: Context, user_id: str, kind: str) -> None:
    """Forget a code, if there is one."""
    ctx.store.run("DELETE FROM user_codes WHERE user_id = ? AND kind = ?", user_id, kind)


def follow(ctx: Context, user_id: str, events: Iterable[str]) -> None:
    """Make and drop codes as the events of a user say."""
    for event in events:
        if found := _ADDED.fullmatch(event):
            make(ctx, user_id, found[1])
        elif found := _SETTLED.fullmatch(event):
            drop(ctx, user_id, found[1])
        if event == "user.human.email.verified":
            drop(ctx, user_id, "invite")


def find(ctx: Context, user_id: str, kind: str) -> sqlite3.Row | None:
    """Return a code that was made and not used, expired or not; None where there is none."""
    return ctx.store.one("SELECT * FROM user_codes WHERE user_id = ? AND kind = ?", user_id, kind)


def reveal(ctx: Context, user_id: str, kind: str) -> str | None:
    """Return a code to the caller instead of sending it; None where there is none."""
    row = find(ctx, user_id, kind)
    if row is None:
        return None
    ctx.store.update("user_codes", {"user_id": user_id, "kind": kind}, returned=True)
    return str(row["code"])


def matches(ctx: Context, user_id: str, kind: str, code: str) -> bool:
    """Return whether a code is the right one, and has not expired."""
    row = find(ctx, user_id, kind)
    return row is not None and row["expires"] > ctx.store.now() and _equal(row["code"], code)


def failed(ctx: Context, user_id: str, kind: str) -> None:
    """Count a wrong code, and drop the right one if it has expired or if this was one too many."""
    row = find(ctx, user_id, kind)
    if row is None:
        return
    failures = row["failures"] + 1
    if failures >= _MAX_FAILURES or row["expires"] <= ctx.store.now():
        drop(ctx, user_id, kind)
    else:
        ctx.store.update("user_codes", {"user_id": user_id, "kind": kind}, failures=failures)


def check(ctx: Context, user_id: str, kind: str, code: str) -> None:
    """Refuse a code, saying why.

    Raises:
        Err: FAILED_PRECONDITION without a code or with an expired one, INVALID_ARGUMENT for a wrong one.
    """
    row = find(ctx, user_id, kind)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M9fs", "Errors.User.Code.NotFound")
    if row["expires"] <= ctx.store.now():
        raise Err("FAILED_PRECONDITION", "CODE-QvUQ4P", "Errors.User.Code.Expired")
    if not _equal(row["code"], code):
        raise Err("INVALID_ARGUMENT", "CODE-woT0xc", "Errors.User.Code.Invalid")


def check_template(template: str, *fields: str) -> None:
    """Refuse the template of a link in a message (Go's text/template).

    Args:
        template: the template; the empty one is right.
        fields: what it can refer to beyond the user, the code and the organization.

    Raises:
        Err: INVALID_ARGUMENT for one that cannot be parsed, or refers to what there is not.
    """
    rest = _ACTION.sub("", template)
    actions = _ACTION.findall(template)
    if "{{" in rest or any(not action for action in actions):
        raise Err("INVALID_ARGUMENT", "DOMAIN-oGh5e", "Errors.User.InvalidURLTemplate")
    known = {"UserID", "Code", "OrgID", *fields}
    if any(name not in known for action in actions for name in _FIELD.findall(action)):
        raise Err("INVALID_ARGUMENT", "DOMAIN-ieYa7", "Errors.User.InvalidURLTemplate")


def _equal(stored: str, code: str) -> bool:
    return hmac.compare_digest(stored.encode(), code.encode())
