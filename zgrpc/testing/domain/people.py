"""People as v2 creates and changes them: everything at once, in the organization that the request names."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain import (
    auth_factors,
    humans,
    idps,
    lockout,
    metadata,
    password_checks,
    payloads,
    people_rules,
    policies,
    user_codes,
    users,
)
from zgrpc.testing.domain.shared import require_org
from zgrpc.testing.domain.users import HUMAN
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.humans import Added, Person
    from zgrpc.testing.domain.idps import Link
    from zgrpc.testing.store import Event

ERRORS = {
    "Errors.User.Metadata.Conflicting": "Metadata must not be set on both the user and human fields",
    "Errors.User.Password.NotSupported": (
        "Password hash encoding not supported. "
        "Check out https://zitadel.com/docs/concepts/architecture/secrets#hashed-secrets"
    ),
    "Errors.User.Phone.VerifyingRemovalIsNotSupported": "Verifying phone removal is not supported",
}

# The encodings that ZITADEL verifies by default: argon2, bcrypt, md5, scrypt, PBKDF2.
_ENCODED = re.compile(r"\$(?:2[aby]?|argon2id?|argon2i|1|md5(?:plain|salted)?|scrypt|7|pbkdf2(?:-sha\d+)?)\$")


@dataclasses.dataclass(frozen=True)
class Password:
    """A password to set."""

    text: str = dataclasses.field(default="", repr=False)
    hash: str = dataclasses.field(default="", repr=False)
    """The password's hash, taken as it is, if there is no text."""
    change_required: bool = False
    current: str = dataclasses.field(default="", repr=False)
    """The password before, which proves the user."""
    code: str = dataclasses.field(default="", repr=False)
    """The code of a reset, which proves the user."""


@dataclasses.dataclass(frozen=True)
class Change:
    """The changes of a person; None or an empty value leaves something as it is."""

    user_name: str | None = None
    profile: Mapping[str, Any] | None = None
    """`first_name`, `last_name`, `nick_name`, `display_name`, `language`, `gender`; those that are to change."""
    email: str | None = None
    email_verified: bool = False
    phone: str | None = None
    phone_verified: bool = False
    remove_phone: bool = False
    password: Password | None = None
    metadata: Sequence[tuple[str, bytes]] = ()


def create(
    ctx: Context,
    org_id: str,
    person: Person,
    *,
    user_id: str = "",
    password: Password | None = None,
    entries: Sequence[tuple[str, bytes]] = (),
    links: Sequence[Link] = (),
    totp_secret: str = "",
) -> Added:
    """Add a person, who is active from the start. Without a user name, the email address is the name.

    Args:
        ctx: the call.
        org_id: the organization.
        person: who.
        user_id: the id; made up if it is empty.
        password: the password, if any.
        entries: metadata.
        links: accounts of identity providers.
        totp_secret: the secret of an app that makes codes, ready for use.

    Raises:
        Err: something about the person is missing or wrong; the id or the user name is taken.
    """
    password = password or Password()
    person = humans.checked(person if person.user_name else dataclasses.replace(person, user_name=person.email))
    entries = metadata.of_new_user(entries)
    _check_encoding(password, "USER-JDk4t")
    users.require_write(ctx, org_id, user_id)
    require_org(ctx, org_id)
    if user_id and ctx.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is not None:
        raise Err("FAILED_PRECONDITION", "COMMAND-7yiox1isql", "Errors.User.AlreadyExisting")
    users.check_domain(ctx, person.user_name, org_id)
    if password.text:
        policies.check_password(ctx.store, org_id, password.text, "COMMA")
    new = humans.insert(
        ctx, person, _hash(password), initial=False, change_required=password.change_required, user_id=user_id,
        org_id=org_id,
    )  # fmt: skip
    event: Event | None = None
    if entries:
        event = metadata.set_all_of_new_user(ctx, new.id, org_id, entries)
    for link in links:
        event = idps.attach(ctx, new.id, org_id, link)
    if totp_secret:
        event = auth_factors.import_totp(ctx, new.id, org_id, totp_secret)
    return new if event is None else new._replace(event=event)


def change(ctx: Context, user_id: str, to: Change) -> Event | sqlite3.Row:
    """Change a person; returns the row if nothing changes.

    Raises:
        Err: NOT_FOUND for a user who is no person, ALREADY_EXISTS for a taken name; what `to` names is wrong.
    """
    email = humans.check_email(to.email) if to.email else None
    phone = humans.phone_number(to.phone) if to.phone else None
    if to.password is not None:
        _check_encoding(to.password, "USER-oz74onzvqr")
        if not to.password.text and not to.password.hash:
            raise Err("INVALID_ARGUMENT", "COMMAND-3klek4sbns", "Errors.User.Password.Empty")
    row = ctx.store.one("SELECT * FROM users WHERE id = ? AND type = ?", user_id, HUMAN)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-ugjs0upun6", "Errors.User.NotFound")
    if to.metadata or to.email_verified or to.phone_verified:  # nobody does these for themselves
        ctx.require("user.write", row["org_id"], user_id)
    elif to != Change():
        users.require_write(ctx, row["org_id"], user_id)
    with lockout.counted(ctx):
        result: Event | sqlite3.Row = row
        if to.user_name is not None and to.user_name != row["user_name"]:
            result = users.set_name(ctx, row, to.user_name)
        events, columns = _changes(row, to, email, phone)
        if events:
            result = _push(ctx, row, events, **columns)
        if to.password is not None:
            result = _set_password(ctx, user_id, to.password)
        if to.metadata:
            result = metadata.set_all_of_user(ctx, user_id, to.metadata) or result
        return result


def set_password(ctx: Context, user_id: str, password: Password) -> Event:
    """Set another password: by a code, by the one before, or by permission.

    Args:
        ctx: the call.
        user_id: whose.
        password: the password, as text.

    Raises:
        Err: the user is not there or not initialized; the proof is wrong, or the password breaks the policy.
    """
    if password.code and not password.text:
        raise Err("INVALID_ARGUMENT", "COMMAND-Mf0sd", "Errors.User.Password.Empty")
    if password.current and not password.text:
        raise Err("INVALID_ARGUMENT", "COMMAND-3M0fs", "Errors.User.Password.Empty")
    with lockout.counted(ctx):
        return _set_password(ctx, user_id, password)


def _set_password(ctx: Context, user_id: str, password: Password) -> Event:
    row = humans.initialized(ctx, user_id)
    if password.code:
        user_codes.check(ctx, user_id, "password", password.code)
    elif password.current:
        password_checks.check(ctx, row, password.current)
        if password.current == password.text:
            raise Err("FAILED_PRECONDITION", "COMMAND-Aesh5", "Errors.User.Password.NotChanged")
    else:
        ctx.require("user.write", row["org_id"], user_id)
    change_required = password.change_required
    if password.text:
        return humans.set_password(ctx, user_id, password.text, change_required=change_required, proven=True)
    return humans.set_hash(ctx, user_id, password.hash or humans.hashed(""), change_required=change_required)


def _changes(row: sqlite3.Row, to: Change, email: str | None, phone: str | None) -> tuple[list[str], dict[str, Any]]:
    """Return the events, without their common start, and the columns that a change comes to."""
    events: list[str] = []
    columns: dict[str, Any] = {}
    profile = dict(to.profile or {})
    if "language" in profile:
        profile["language"] = people_rules.language(profile["language"])
    if "gender" in profile:
        profile["gender"] = people_rules.gender(profile["gender"])
    new = {name: value for name, value in profile.items() if (row[name] or type(value)()) != value}
    if new:
        events.append("profile.changed")
        columns.update(new)
    for kind, value, verified in (("email", email, to.email_verified), ("phone", phone, to.phone_verified)):
        if value is not None and value != row[kind]:
            events += [f"{kind}.changed", f"{kind}.{'verified' if verified else 'code.added'}"]
            columns |= {kind: value, f"{kind}_verified": verified}
        elif verified and not row[f"{kind}_verified"]:
            events.append(f"{kind}.verified")
            columns[f"{kind}_verified"] = True
    if to.remove_phone:
        events.append("phone.removed")
        columns |= {"phone": "", "phone_verified": False}
    return events, columns


def _push(ctx: Context, row: sqlite3.Row, events: Sequence[str], **columns: Any) -> Event:
    names = [f"user.human.{event}" for event in events]
    event = [
        ctx.push("user", row["id"], name, owner=row["org_id"], data=payloads.change(name, columns)) for name in names
    ][-1]
    user_codes.follow(ctx, row["id"], names)
    auth_factors.follow(ctx, row["id"], names)
    ctx.change("users", event, {"id": row["id"]}, **columns)
    return event


def _hash(password: Password) -> str | None:
    return humans.hashed(password.text) if password.text else password.hash or None


def _check_encoding(password: Password, id: str) -> None:
    if password.hash and not _ENCODED.match(password.hash):
        raise Err("INVALID_ARGUMENT", id, "Errors.User.Password.NotSupported")
