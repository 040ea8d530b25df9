"""Human users: adding and importing them; profile, email, phone, password."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import auth_factors, idps, lockout, login_names, payloads, people_rules, policies, user_codes
from zgrpc.testing.domain.shared import new_secret
from zgrpc.testing.domain.users import ACTIVE, HUMAN, INITIAL, check_domain
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.idps import Link
    from zgrpc.testing.store import Event

LINK_LIFETIME = 43_200
"""Seconds that a link to register a passkey lasts."""


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """The attributes of a new human user."""

    user_name: str
    first_name: str
    last_name: str
    email: str
    nick_name: str = ""
    display_name: str = ""
    language: str = ""
    gender: int = 0
    email_verified: bool = False
    phone: str = ""
    phone_verified: bool = False


class Added(NamedTuple):
    """A user who was added."""

    id: str
    event: Event
    link: str = ""
    """Where to register a passkey, if that was asked for."""


def add(ctx: Context, person: Person, password: str) -> Added:
    """Add a human user, who is to set a password first unless the email is verified and a password given.

    Raises:
        Err: something about the person is missing or wrong, or the user name is taken.
    """
    person = checked(person)
    check_domain(ctx, person.user_name, ctx.org_id)
    if password:
        policies.check_password(ctx.store, ctx.org_id, password, "COMMA")
    initial = not person.email_verified or not password
    return insert(ctx, person, hashed(password) if password else None, initial=initial, change_required=True)


def checked(person: Person) -> Person:
    """Return a new person without white space around names and addresses, and with the number in E.164 form.

    Raises:
        Err: INVALID_ARGUMENT for what is missing or wrong.
    """
    email = check_email(person.email)
    user_name = person.user_name.strip()
    if not user_name:
        raise Err("INVALID_ARGUMENT", "V2-zzad3", "Errors.Invalid.Argument")
    first, last = person.first_name.strip(), person.last_name.strip()
    if not first:
        raise Err("INVALID_ARGUMENT", "USER-UCej2", "Errors.User.Profile.FirstNameEmpty")
    if not last:
        raise Err("INVALID_ARGUMENT", "USER-4hB7d", "Errors.User.Profile.LastNameEmpty")
    phone = phone_number(person.phone) if person.phone else ""
    return dataclasses.replace(person, user_name=user_name, first_name=first, last_name=last, email=email, phone=phone)


def import_(
    ctx: Context,
    person: Person,
    *,
    password: str = "",
    password_hash: str = "",
    change_required: bool = False,
    passkey: bool = False,
    links: Sequence[Link] = (),
    user_id: str = "",
) -> Added:
    """Add a human user from elsewhere.

    Args:
        ctx: the call.
        person: who.
        password: the password.
        password_hash: its hash, taken as it is, in place of the password.
        change_required: whether the password is to be changed at the next login; a hash never is.
        passkey: whether to make a link to register a passkey.
        links: the accounts of identity providers to link; with one, nothing is to be initialized.
        user_id: the id; made up if it is empty.

    Raises:
        Err: something about the person is missing or wrong, or the user name is taken.
    """
    email = check_email(person.email)
    phone = phone_number(person.phone) if person.phone else ""
    user_name = person.user_name.strip()
    check_domain(ctx, user_name, ctx.org_id)
    if password:
        policies.check_password(ctx.store, ctx.org_id, password, "DOMAIN")
    stored = password_hash or (hashed(password) if password else None)
    change_required = change_required and not password_hash
    initial = not links and (not person.email_verified or not (stored or passkey))
    clean = dataclasses.replace(
        # The initialization of a user verifies the email, not the import.
        person, user_name=user_name, email=email, phone=phone, email_verified=person.email_verified and not initial
    )  # fmt: skip
    if user_id and ctx.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is not None:
        raise Err("FAILED_PRECONDITION", "COMMAND-ziuna", "Errors.User.AlreadyExisting")
    new = insert(ctx, clean, stored, initial=initial, change_required=change_required, user_id=user_id)
    for to in links:
        event = idps.link(ctx, new.id, ctx.org_id, to)
        new = Added(new.id, event)
    if not passkey:
        return new
    event = ctx.push("user", new.id, "user.human.passwordless.initialization.code.added")
    link = (
        f"http://{ctx.domain}/ui/login/login/passwordless/init?userID={new.id}&orgID={ctx.org_id}"
        f"&codeID={ctx.store.new_id()}&code={new_secret()[:12]}"
    )
    return Added(new.id, event, link)


def insert(
    ctx: Context,
    person: Person,
    password: str | None,
    *,
    initial: bool,
    change_required: bool,
    user_id: str = "",
    org_id: str = "",
) -> Added:
    """Store a new person.

    Args:
        ctx: the call.
        person: who, as `checked` returns it.
        password: the hash of the password; None without one.
        initial: whether the person is to set a password first.
        change_required: whether the password is to be changed at the next login.
        user_id: the id; made up if it is empty.
        org_id: the organization; that of the call if it is empty.
    """
    user_id, org_id = user_id or ctx.store.new_id(), org_id or ctx.org_id
    events = ["user.human.added"]
    if person.email_verified:
        events.append("user.human.email.verified")
    if initial:
        events.append("user.human.initialization.code.added")
    elif not person.email_verified:
        events.append("user.human.email.code.added")
    if person.phone:
        events.append(f"user.human.phone.{'verified' if person.phone_verified else 'code.added'}")
    shown = person.display_name if person.display_name.strip() else f"{person.first_name} {person.last_name}"
    language, gender = people_rules.language(person.language), people_rules.gender(person.gender)
    about = payloads.stated(
        userName=person.user_name, firstName=person.first_name, lastName=person.last_name, nickName=person.nick_name,
        displayName=shown, preferredLanguage=language, gender=gender, email=person.email, phone=person.phone,
        changeRequired=change_required and password is not None,
    )  # fmt: skip
    pushed = [ctx.push("user", user_id, kind, owner=org_id, data=about if kind == events[0] else {}) for kind in events]
    ctx.store.insert(
        "users", id=user_id, org_id=org_id, user_name=person.user_name, type=HUMAN,
        state=INITIAL if initial else ACTIVE, first_name=person.first_name, last_name=person.last_name,
        nick_name=person.nick_name or None, display_name=shown, language=language,
        gender=gender, email=person.email, email_verified=person.email_verified,
        phone=person.phone, phone_verified=bool(person.phone) and person.phone_verified,
        password_hash=password, password_changed=pushed[0].created if password else None,
        password_change_required=change_required and password is not None,
        created=pushed[0].created, changed=pushed[-1].created, sequence=pushed[-1].sequence,
        **login_names.columns(ctx.store, org_id),
    )  # fmt: skip
    user_codes.follow(ctx, user_id, events)
    return Added(user_id, pushed[-1])


# -- what is known of a person ---------------------------------------------------------------------
def get(ctx: Context, user_id: str, missing: str, machine: str) -> sqlite3.Row:
    """Return a human user of the organization.

    Args:
        ctx: the call.
        user_id: whose row.
        missing: the error id for a user who is not there.
        machine: the error id for a machine user.

    Raises:
        Err: NOT_FOUND or FAILED_PRECONDITION.
    """
    row = ctx.store.one("SELECT * FROM users WHERE id = ?", user_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", missing, "Errors.User.NotFound")
    if row["type"] != HUMAN:
        raise Err("FAILED_PRECONDITION", machine, "Errors.User.NotHuman")
    return row


def set_profile(ctx: Context, user_id: str, profile: dict[str, Any]) -> Event:
    """Set all of a profile.

    Args:
        ctx: the call.
        user_id: whose.
        profile: `first_name`, `last_name`, `nick_name`, `display_name`, `language`, `gender`.

    Raises:
        Err: the user is not there, or has this profile already.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M9sd", "Errors.User.Profile.NotFound")
    profile = {
        **profile,
        "language": people_rules.language(profile["language"]),
        "gender": people_rules.gender(profile["gender"]),
    }
    new = {name: value for name, value in profile.items() if (row[name] or type(value)()) != value}
    if not new:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M0fs", "Errors.User.Profile.NotChanged")
    return _write(ctx, row, ["user.human.profile.changed"], **new)


def set_email(ctx: Context, user_id: str, email: str, *, verified: bool) -> Event:
    """Set another email address, or say that the one there is verified.

    Raises:
        Err: the address is none; the user is not there or not initialized; nothing would change.
    """
    email = check_email(email)
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-0Pe4r", "Errors.User.Email.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-J8dsk", "Errors.User.NotInitialised")
    other = row["email"] != email
    if not other and not (verified and not row["email_verified"]):
        raise Err("FAILED_PRECONDITION", "COMMAND-2b7fM", "Errors.User.Email.NotChanged")
    events = ["user.human.email.changed"] if other else []
    events.append(f"user.human.email.{'verified' if verified else 'code.added'}")
    return _write(ctx, row, events, email=email, email_verified=verified)


def set_phone(ctx: Context, user_id: str, phone: str, *, verified: bool) -> Event:
    """Set another phone number, or say that the one there is verified.

    Raises:
        Err: the number is none; the user is not there; nothing would change.
    """
    number = phone_number(phone)
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M0fs", "Errors.User.NotFound")
    other = row["phone"] != number
    if not other and not (verified and not row["phone_verified"]):
        raise Err("FAILED_PRECONDITION", "COMMAND-wF94r", "Errors.User.Phone.NotChanged")
    events = ["user.human.phone.changed"] if other else []
    events.append(f"user.human.phone.{'verified' if verified else 'code.added'}")
    return _write(ctx, row, events, phone=number, phone_verified=verified)


def remove_phone(ctx: Context, user_id: str) -> Event:
    """Remove the phone number.

    Raises:
        Err: the user or the number is not there.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M9fs", "Errors.User.NotFound")
    if not row["phone"]:
        raise Err("NOT_FOUND", "COMMAND-p6rsc", "Errors.User.Phone.NotFound")
    return _write(ctx, row, ["user.human.phone.removed"], phone="", phone_verified=False)


def set_password(ctx: Context, user_id: str, password: str, *, change_required: bool, proven: bool = False) -> Event:
    """Set another password.

    Args:
        ctx: the call.
        user_id: whose.
        password: the password.
        change_required: whether it is to be changed at the next login.
        proven: whether a code or the password before proved the user, so that v2 asks for no permission.

    Raises:
        Err: the user is not there or not initialized; the password breaks the policy.
    """
    row = initialized(ctx, user_id)
    policies.check_password(ctx.store, row["org_id"], password, "DOMAIN")
    return _set_hash(ctx, row, hashed(password), change_required=change_required, proven=proven)


def set_hash(ctx: Context, user_id: str, hash: str, *, change_required: bool) -> Event:
    """Set the hash of a password, taken as it is, for a user who is proven; see `set_password`.

    Raises:
        Err: the user is not there or not initialized.
    """
    return _set_hash(ctx, initialized(ctx, user_id), hash, change_required=change_required, proven=True)


def initialized(ctx: Context, user_id: str) -> sqlite3.Row:
    """Return a person whose password can be set.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-G8dh3", "Errors.User.Password.NotFound")
    if row["state"] == INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-M9dse", "Errors.User.NotInitialised")
    return row


def _set_hash(ctx: Context, row: sqlite3.Row, hash: str, *, change_required: bool, proven: bool) -> Event:
    lockout.forget(ctx, row["id"], "password")
    return _write(
        ctx, row, ["user.human.password.changed"], password_hash=hash, password_changed=ctx.store.now(),
        password_change_required=change_required, proven=proven,
    )  # fmt: skip


def _find(ctx: Context, user_id: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM users WHERE id = ? AND type = ?", user_id, HUMAN)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _write(ctx: Context, row: sqlite3.Row, events: list[str], *, proven: bool = False, **columns: Any) -> Event:
    if not proven:
        ctx.require_unscoped("user.write", row["org_id"], row["id"])
    user_codes.follow(ctx, row["id"], events)
    auth_factors.follow(ctx, row["id"], events)
    event = [
        ctx.push("user", row["id"], kind, owner=row["org_id"], data=payloads.change(kind, columns)) for kind in events
    ][-1]
    ctx.change("users", event, {"id": row["id"]}, **columns)
    return event


# -- rules -----------------------------------------------------------------------------------------
def check_email(email: str) -> str:
    """Return an email address without white space around it, upper case kept.

    Raises:
        Err: INVALID_ARGUMENT for what is none.
    """
    email = email.strip()
    if not email:
        raise Err("INVALID_ARGUMENT", "EMAIL-spblu", "Errors.User.Email.Empty")
    if not people_rules.is_email(email):
        raise Err("INVALID_ARGUMENT", "EMAIL-599BI", "Errors.User.Email.Invalid")
    return email


def phone_number(phone: str) -> str:
    """Return the number in E.164 form.

    Raises:
        Err: INVALID_ARGUMENT for what is none.
    """
    number = people_rules.phone_number(phone)
    if number is None:
        raise Err("INVALID_ARGUMENT", "PHONE-so0wa", "Errors.User.Phone.Invalid")
    return number


def hashed(password: str) -> str:
    """Return what the store keeps of a password: a salted scrypt hash."""
    salt = os.urandom(16)
    return f"$scrypt${salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, n=1024, r=8, p=1).hex()}"


def matches(password: str, stored: str) -> bool:
    """Return whether a password is the one that `hashed` made; False for a hash of another kind."""
    parts = stored.split("$")
    if len(parts) != 4 or parts[1] != "scrypt":
        return False
    found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(parts[2]), n=1024, r=8, p=1)
    return found.hex() == parts[3]
