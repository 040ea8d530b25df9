"""Second factors and passkeys of people: one-time passwords by app, SMS and email, security keys.

A browser registers security keys and passkeys. The emulator starts that as the real server does, and refuses to finish
it. So they stay in the state `NOT_READY`, and lists, which show what is ready, leave them out.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import secrets
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from urllib.parse import quote, urlencode

from zgrpc.testing.domain import totp, user_codes, users
from zgrpc.testing.domain.shared import new_secret
from zgrpc.testing.domain.users import HUMAN, LOCKED
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event, Store

SCHEMA = Schema(
    "auth_factors",
    (
        f"""
CREATE TABLE auth_factors (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, kind TEXT NOT NULL,
  state INTEGER NOT NULL, secret TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', {CHANGE});
CREATE INDEX auth_factors_of ON auth_factors(user_id);
""",
    ),
)

ERRORS = {
    "Errors.User.MFA.OTP.AlreadyReady": "Multifactor OTP (OneTimePassword) is already set up",
    "Errors.User.MFA.OTP.InvalidCode": "Invalid code",
    "Errors.User.MFA.OTP.NotExisting": "Multifactor OTP (OneTimePassword) doesn't exist",
    "Errors.User.MFA.OTP.NotReady": "Multifactor OTP (OneTimePassword) isn't ready",
    "Errors.User.WebAuthN.BeginLoginFailed": "WebAuthN begin login failed",
    "Errors.User.WebAuthN.ErrorOnParseCredential": "Error on parse credential data",
    "Errors.User.WebAuthN.NotFound": "WebAuthN Token could not be found",
}
EVENTS = {
    "user.human.mfa.otp.added": "Multifactor OTP added",
    "user.human.mfa.otp.verified": "Multifactor OTP verified",
    "user.human.mfa.otp.removed": "Multifactor OTP removed",
    "user.human.mfa.otp.sms.added": "Multifactor OTP SMS added",
    "user.human.mfa.otp.sms.removed": "Multifactor OTP SMS removed",
    "user.human.mfa.otp.email.added": "Multifactor OTP Email added",
    "user.human.mfa.otp.email.removed": "Multifactor OTP Email removed",
    "user.human.mfa.u2f.token.added": "Multifactor U2F Token added",
    "user.human.mfa.u2f.token.removed": "Multifactor U2F Token removed",
    "user.human.passwordless.token.added": "Token for Passkey Login added",
    "user.human.passwordless.token.removed": "Token for Passkey Login removed",
    "user.human.passwordless.initialization.code.requested": "Passkey initialization code requested",
}

NOT_READY, READY = 1, 2
"""The states of a factor."""
LINK_LIFETIME = 43_200
"""Seconds that a link to register a passkey lasts."""
_ISSUER = "ZITADEL"
_CREDENTIALS = "user.credential.write"


@dataclasses.dataclass(frozen=True)
class Message:
    """A factor whose codes are sent: which column must be verified, and error ids."""

    kind: str
    event: str
    verified: str
    exists: str
    unverified: str
    missing: str


SMS = Message("otp_sms", "mfa.otp.sms", "phone_verified", "COMMAND-Ad3g2", "COMMAND-Q54j2", "COMMAND-Sr3h3")
EMAIL = Message("otp_email", "mfa.otp.email", "email_verified", "COMMAND-MKL2s", "COMMAND-KLJ2d", "COMMAND-b312D")
KEYS = {"u2f": "mfa.u2f.token", "passwordless": "passwordless.token"}
"""The kinds that a browser registers, with the middle of their event types."""


class NewTOTP(NamedTuple):
    """A secret for an app that makes codes; the only place that shows it."""

    secret: str
    url: str
    event: Event


class NewKey(NamedTuple):
    """A registration that a browser is to finish."""

    id: str
    options: bytes
    """What the browser's `navigator.credentials.create` takes, as JSON."""
    event: Event


class NewLink(NamedTuple):
    """Where to register a passkey."""

    link: str
    event: Event


def ready(store: Store, user_id: str, *kinds: str) -> list[sqlite3.Row]:
    """Return the factors of a user that are ready."""
    marks = ", ".join("?" * len(kinds))
    return store.all(
        f"SELECT * FROM auth_factors WHERE user_id = ? AND state = ? AND kind IN ({marks}) ORDER BY created",  # noqa: S608  (our own names)
        user_id, READY, *kinds,
    )  # fmt: skip


def search(store: Store, user_id: str, kinds: Sequence[str]) -> list[sqlite3.Row]:
    """Return the factors of a user, ready or not, with the user's organization."""
    marks = ", ".join("?" * len(kinds))
    return store.all(
        f"""SELECT f.*, u.org_id FROM auth_factors f JOIN users u ON u.id = f.user_id
            WHERE f.user_id = ? AND f.kind IN ({marks}) ORDER BY f.created""",  # noqa: S608  (our own names)
        user_id, *kinds,
    )  # fmt: skip


# -- codes by an app -------------------------------------------------------------------------------
def add_totp(ctx: Context, user_id: str) -> NewTOTP:
    """Make a secret for an app, which is ready once a code of it was verified.

    Raises:
        Err: FAILED_PRECONDITION for a user who is no person, ALREADY_EXISTS.
    """
    user = _person(ctx, user_id)
    if user is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-SqyJz", "Errors.User.NotFound")
    users.require_write(ctx, user["org_id"], user_id, _CREDENTIALS)
    if ready(ctx.store, user_id, "otp"):
        raise Err("ALREADY_EXISTS", "COMMAND-do9se", "Errors.User.MFA.OTP.AlreadyReady")
    secret = base64.b32encode(secrets.token_bytes(20)).decode()
    query = urlencode({"algorithm": "SHA1", "digits": 6, "issuer": _ISSUER, "period": totp.PERIOD, "secret": secret})
    ctx.store.run("DELETE FROM auth_factors WHERE user_id = ? AND kind = 'otp'", user_id)
    event = _push(ctx, user, "mfa.otp.added")
    ctx.add("auth_factors", event, id=ctx.store.new_id(), user_id=user_id, kind="otp", state=NOT_READY, secret=secret)
    return NewTOTP(secret, f"otpauth://totp/{_ISSUER}:{quote(user['preferred_login_name'])}?{query}", event)


def import_totp(ctx: Context, user_id: str, org_id: str, secret: str) -> Event:
    """Give a new user a factor by app, ready for use, of a secret from elsewhere."""
    ctx.push("user", user_id, "user.human.mfa.otp.added", owner=org_id)
    event = ctx.push("user", user_id, "user.human.mfa.otp.verified", owner=org_id)
    ctx.add("auth_factors", event, id=ctx.store.new_id(), user_id=user_id, kind="otp", state=READY, secret=secret)
    return event


def check_ready_totp(ctx: Context, user: sqlite3.Row, code: str) -> None:
    """Refuse a code that the app of a person does not show now.

    Raises:
        Err: FAILED_PRECONDITION without a ready factor or for a locked person, INVALID_ARGUMENT for a wrong code.
    """
    found = ready(ctx.store, user["id"], "otp")
    if not found:
        raise Err("FAILED_PRECONDITION", "COMMAND-3Mif9s", "Errors.User.MFA.OTP.NotReady")
    if user["state"] == LOCKED:
        raise Err("FAILED_PRECONDITION", "COMMAND-SF3fg", "Errors.User.Locked")
    totp.check(ctx, found[0]["secret"], code)


def passkey_code(ctx: Context, user_id: str) -> tuple[str, Event]:
    """Make a code to register a passkey; return its id and the event.

    Raises:
        Err: NOT_FOUND for a user who is no person; see `users.require_write_to`.
    """
    users.require_write_to(ctx, user_id, "user.passkey.write")
    user = _person(ctx, user_id)
    if user is None:
        raise Err("NOT_FOUND", "COMMAND-M9dsd", "Errors.User.NotFound")
    code_id = ctx.store.new_id()
    user_codes.make(ctx, user_id, f"passkey:{code_id}")
    return code_id, _push(ctx, user, "passwordless.initialization.code.requested")


def add_key_by_code(ctx: Context, user_id: str, code_id: str, code: str) -> NewKey:
    """Start to register a passkey by a code, which does not replace the permission.

    Raises:
        Err: INVALID_ARGUMENT for a wrong code; see `add_key`.
    """
    kind = f"passkey:{code_id}"
    if not user_codes.matches(ctx, user_id, kind, code):
        raise Err("INVALID_ARGUMENT", "COMMAND-Eeb2a", "Errors.User.Code.Invalid")
    user_codes.drop(ctx, user_id, kind)
    return add_key(ctx, "passwordless", user_id)


def verify_totp(ctx: Context, user_id: str, code: str) -> Event:
    """Take a factor by app into use, once a code proves that the app has its secret.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION if it is ready, INVALID_ARGUMENT for a wrong code.
    """
    users.require_write_to(ctx, user_id, _CREDENTIALS)
    row = _of_kind(ctx, user_id, "otp")
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-3Mif9s", "Errors.User.MFA.OTP.NotExisting")
    if row["state"] == READY:
        raise Err("FAILED_PRECONDITION", "COMMAND-qx4ls", "Errors.Users.MFA.OTP.AlreadyReady")
    totp.check(ctx, row["secret"], code)
    event = _push(ctx, row, "mfa.otp.verified")
    ctx.change("auth_factors", event, {"id": row["id"]}, state=READY)
    return event


def remove_totp(ctx: Context, user_id: str) -> Event:
    """Remove a factor by app, ready or not.

    Raises:
        Err: NOT_FOUND.
    """
    row = _of_kind(ctx, user_id, "otp")
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-Hd9sd", "Errors.User.MFA.OTP.NotExisting")
    return _remove(ctx, row, "mfa.otp.removed")


# -- codes that are sent ---------------------------------------------------------------------------
def add_message(ctx: Context, message: Message, user_id: str) -> Event:
    """Let codes be sent to a number or an address that is verified.

    Raises:
        Err: ALREADY_EXISTS, FAILED_PRECONDITION where nothing is verified.
    """
    users.require_write_to(ctx, user_id, _CREDENTIALS)
    if _of_kind(ctx, user_id, message.kind) is not None:
        raise Err("ALREADY_EXISTS", message.exists, "Errors.User.MFA.OTP.AlreadyReady")
    user = _person(ctx, user_id)
    if user is None or not (user[message.verified] or _was_verified(ctx, message, user_id)):
        raise Err("FAILED_PRECONDITION", message.unverified, "Errors.User.MFA.OTP.NotReady")
    event = _push(ctx, user, f"{message.event}.added")
    ctx.add("auth_factors", event, id=ctx.store.new_id(), user_id=user_id, kind=message.kind, state=READY)
    return event


def follow(ctx: Context, user_id: str, events: Iterable[str]) -> None:
    """Drop the factor of a number that is removed, as the events of a user say."""
    if "user.human.phone.removed" in events:
        ctx.store.run("DELETE FROM auth_factors WHERE user_id = ? AND kind = ?", user_id, SMS.kind)


def remove_message(ctx: Context, message: Message, user_id: str) -> Event:
    """Let no more codes be sent.

    Raises:
        Err: NOT_FOUND.
    """
    users.require_write_to(ctx, user_id)
    row = _of_kind(ctx, user_id, message.kind)
    if row is None:
        raise Err("NOT_FOUND", message.missing, "Errors.User.MFA.OTP.NotExisting")
    return _remove(ctx, row, f"{message.event}.removed")


# -- what a browser registers ----------------------------------------------------------------------
def add_key(ctx: Context, kind: str, user_id: str) -> NewKey:
    """Start to register a security key or a passkey.

    Args:
        ctx: the call.
        kind: one of `KEYS`.
        user_id: whose.

    Raises:
        Err: NOT_FOUND for a user who is no person.
    """
    user = _person(ctx, user_id)
    if user is None:
        raise Err("NOT_FOUND", "COMMAND-M9dsd", "Errors.User.NotFound")
    users.require_write(ctx, user["org_id"], user_id, _CREDENTIALS)
    key_id = ctx.store.new_id()
    event = _push(ctx, user, f"{KEYS[kind]}.added")
    ctx.add("auth_factors", event, id=key_id, user_id=user_id, kind=kind, state=NOT_READY)
    person = {"name": user["preferred_login_name"], "displayName": user["display_name"]}
    options = {
        "publicKey": {
            "rp": {"name": _ISSUER, "id": ctx.domain},
            "user": {**person, "id": _url64(user_id.encode())},
            "challenge": _url64(secrets.token_bytes(32)),
            "pubKeyCredParams": [{"type": "public-key", "alg": algorithm} for algorithm in (-7, -257)],
            "timeout": 300_000,
            "authenticatorSelection": {
                "userVerification": "required" if kind == "passwordless" else "discouraged"
            },
        }
    }  # fmt: skip
    return NewKey(key_id, json.dumps(options).encode(), event)


def add_passkey(ctx: Context, user_id: str) -> NewKey:
    """Start to register a passkey without a code, for which v2 asks for the permission first; see `add_key`."""
    users.require_write_to(ctx, user_id, _CREDENTIALS)
    return add_key(ctx, "passwordless", user_id)


def verify_key(ctx: Context, kind: str, user_id: str) -> NoReturn:
    """Refuse to finish a registration, which takes a browser and a device.

    Raises:
        Err: NOT_FOUND for a user who is no person; else INTERNAL, which is what the real server answers to a credential
            that it cannot read, and without a registration that was started.
    """
    if _person(ctx, user_id) is None:
        raise Err("NOT_FOUND", "COMMAND-M9dsd", "Errors.User.NotFound")
    if _of_kind(ctx, user_id, kind) is None:
        raise Err("INTERNAL", "WEBAU-5M9so", "Errors.User.WebAuthN.NotFound")
    raise Err("INTERNAL", "WEBAU-sEr8c", "Errors.User.WebAuthN.ErrorOnParseCredential")


def remove_key(ctx: Context, kind: str, user_id: str, key_id: str) -> Event:
    """Remove a security key or a passkey.

    Raises:
        Err: NOT_FOUND.
    """
    row = _of_kind(ctx, user_id, kind, key_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-DAfb2", "Errors.User.WebAuthN.NotFound")
    return _remove(ctx, row, f"{KEYS[kind]}.removed")


def passkey_link(ctx: Context, user_id: str, *, send: bool) -> NewLink:
    """Make a link to register a passkey.

    Args:
        ctx: the call.
        user_id: for whom.
        send: whether the link is to be sent, instead of being shown.

    Raises:
        Err: NOT_FOUND for a user who is no person.
    """
    user = _person(ctx, user_id)
    if user is None:
        raise Err("NOT_FOUND", "COMMAND-M9dsd", "Errors.User.NotFound")
    ctx.require_unscoped("user.passkey.write", user["org_id"], user_id)
    event = _push(ctx, user, f"passwordless.initialization.code.{'requested' if send else 'added'}")
    link = (
        f"http://{ctx.domain}/ui/login/login/passwordless/init?userID={user_id}&orgID={user['org_id']}"
        f"&codeID={ctx.store.new_id()}&code={new_secret()[:12]}"
    )
    return NewLink(link, event)


def _person(ctx: Context, user_id: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM users WHERE id = ? AND type = ?", user_id, HUMAN)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _was_verified(ctx: Context, message: Message, user_id: str) -> bool:
    """Return whether an address or a number was verified, though it has been changed since. A removal ends that."""
    way = message.verified.removesuffix("_verified")
    sql = """SELECT type FROM events WHERE aggregate = 'user' AND aggregate_id = ? AND type IN (?, ?, 'user.removed')
             ORDER BY sequence DESC LIMIT 1"""
    verified, removed = (f"user.human.{way}.{what}" for what in ("verified", "removed"))
    return bool(ctx.store.value(sql, user_id, verified, removed) == verified)


def _of_kind(ctx: Context, user_id: str, kind: str, key_id: str = "") -> sqlite3.Row | None:
    """Return a factor of a user whom the call finds, with the user's organization."""
    row = ctx.store.one(
        """SELECT f.*, u.org_id FROM auth_factors f JOIN users u ON u.id = f.user_id
           WHERE f.user_id = ?1 AND f.kind = ?2 AND (?3 = '' OR f.id = ?3)""",
        user_id, kind, key_id,
    )  # fmt: skip
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _push(ctx: Context, row: sqlite3.Row, what: str) -> Event:
    """Append an event of a user; `row` is the user's, or one of a factor."""
    user_id = row["user_id"] if "user_id" in row.keys() else row["id"]  # noqa: SIM118  (a row has no other test)
    return ctx.push("user", user_id, f"user.human.{what}", owner=row["org_id"])


def _remove(ctx: Context, row: sqlite3.Row, what: str) -> Event:
    users.require_write(ctx, row["org_id"], row["user_id"])
    ctx.store.run("DELETE FROM auth_factors WHERE id = ?", row["id"])
    return _push(ctx, row, what)


def _url64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")
