"""What is known of a human user: profile, email, phone, password."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing import people_rules
from zgrpc.testing.call import Call, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.humans import check_email, check_password, hashed, phone_number
from zgrpc.testing.handlers.users import HUMAN, as_user

if TYPE_CHECKING:
    import sqlite3


@rpc("management.GetHumanProfile")
def get_human_profile(call: Call, request: m.GetHumanProfileRequest) -> dict[str, Any]:
    """The names, the language and the gender."""
    row = read(call, request.user_id, call.org_id, "QUERY-HNhb3", "QUERY-WLTce")
    return {"details": details(row), "profile": as_user(row).human.profile}


@rpc("management.UpdateHumanProfile")
def update_human_profile(call: Call, request: m.UpdateHumanProfileRequest) -> dict[str, Any]:
    """Set all of the profile."""
    row = _human(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M9sd", "Errors.User.Profile.NotFound")
    profile = {
        "first_name": request.first_name,
        "last_name": request.last_name,
        "nick_name": request.nick_name,
        "display_name": request.display_name,
        "language": people_rules.language(request.preferred_language),
        "gender": people_rules.gender(request.gender),
    }
    new = {name: value for name, value in profile.items() if (row[name] or type(value)()) != value}
    if not new:
        raise Err("FAILED_PRECONDITION", "COMMAND-2M0fs", "Errors.User.Profile.NotChanged")
    return _write(call, row, ["user.human.profile.changed"], **new)


@rpc("management.GetHumanEmail")
def get_human_email(call: Call, request: m.GetHumanEmailRequest) -> dict[str, Any]:
    """The email address."""
    row = read(call, request.user_id, call.org_id, "QUERY-Hms2s", "QUERY-pt7HY")
    return {"details": details(row), "email": as_user(row).human.email}


@rpc("management.UpdateHumanEmail")
def update_human_email(call: Call, request: m.UpdateHumanEmailRequest) -> dict[str, Any]:
    """Another email address, or the word that the one there is verified."""
    check_email(request.email)
    row = _human(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-0Pe4r", "Errors.User.Email.NotFound")
    if row["state"] == user_pb2.USER_STATE_INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-J8dsk", "Errors.User.NotInitialised")
    verified = request.is_email_verified
    other = row["email"] != request.email
    if not other and not (verified and not row["email_verified"]):
        raise Err("FAILED_PRECONDITION", "COMMAND-2b7fM", "Errors.User.Email.NotChanged")
    events = ["user.human.email.changed"] if other else []
    events.append(f"user.human.email.{'verified' if verified else 'code.added'}")
    return _write(call, row, events, email=request.email, email_verified=verified)


@rpc("management.GetHumanPhone")
def get_human_phone(call: Call, request: m.GetHumanPhoneRequest) -> dict[str, Any]:
    """The phone number, empty where there is none."""
    row = read(call, request.user_id, call.org_id, "QUERY-DAvb3", "QUERY-hliQl")
    return {"details": details(row), "phone": as_user(row).human.phone}


@rpc("management.UpdateHumanPhone")
def update_human_phone(call: Call, request: m.UpdateHumanPhoneRequest) -> dict[str, Any]:
    """Another phone number, or the word that the one there is verified."""
    number = phone_number(request.phone)
    row = _human(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M0fs", "Errors.User.NotFound")
    verified = request.is_phone_verified
    other = row["phone"] != number
    if not other and not (verified and not row["phone_verified"]):
        raise Err("FAILED_PRECONDITION", "COMMAND-wF94r", "Errors.User.Phone.NotChanged")
    events = ["user.human.phone.changed"] if other else []
    events.append(f"user.human.phone.{'verified' if verified else 'code.added'}")
    return _write(call, row, events, phone=number, phone_verified=verified)


@rpc("management.RemoveHumanPhone")
def remove_human_phone(call: Call, request: m.RemoveHumanPhoneRequest) -> dict[str, Any]:
    """No phone number any more."""
    row = _human(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-3M9fs", "Errors.User.NotFound")
    if not row["phone"]:
        raise Err("NOT_FOUND", "COMMAND-p6rsc", "Errors.User.Phone.NotFound")
    return _write(call, row, ["user.human.phone.removed"], phone="", phone_verified=False)


@rpc("management.SetHumanPassword")
def set_human_password(call: Call, request: m.SetHumanPasswordRequest) -> dict[str, Any]:
    """Another password, to be changed at the next login unless `no_change_required` is set."""
    row = _human(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-G8dh3", "Errors.User.Password.NotFound")
    if row["state"] == user_pb2.USER_STATE_INITIAL:
        raise Err("FAILED_PRECONDITION", "COMMAND-M9dse", "Errors.User.NotInitialised")
    check_password(request.password, "DOMAIN")
    return _write(
        call, row, ["user.human.password.changed"], password_hash=hashed(request.password),
        password_changed=call.store.now(), password_change_required=not request.no_change_required,
    )  # fmt: skip


@rpc("management.ListHumanAuthFactors")
def list_human_auth_factors(call: Call, request: m.ListHumanAuthFactorsRequest) -> dict[str, Any]:
    """The second factors, of which users of the emulator have none."""
    return {}


def read(call: Call, user_id: str, org_id: str, missing: str, machine: str) -> sqlite3.Row:
    """A human user of an organization, for an answer.

    Args:
        call: the call.
        user_id: whose row.
        org_id: the organization that the user must belong to.
        missing: the error id for a user who is not there.
        machine: the error id for a machine user.

    Raises:
        Err: NOT_FOUND or FAILED_PRECONDITION.
    """
    row = call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ?", user_id, org_id)
    if row is None:
        raise Err("NOT_FOUND", missing, "Errors.User.NotFound")
    if row["type"] != HUMAN:
        raise Err("FAILED_PRECONDITION", machine, "Errors.User.NotHuman")
    return row


def _human(call: Call, user_id: str) -> sqlite3.Row | None:
    return call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ? AND type = ?", user_id, call.org_id, HUMAN)


def _write(call: Call, row: sqlite3.Row, events: list[str], **columns: Any) -> dict[str, Any]:
    event = [call.push("user", row["id"], kind, owner=row["org_id"]) for kind in events][-1]
    call.change("users", event, {"id": row["id"]}, **columns)
    return {"details": changed(event)}
