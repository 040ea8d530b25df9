"""Human users: adding and importing them."""

from __future__ import annotations

import hashlib
import os
from typing import Any

from google.protobuf.duration_pb2 import Duration
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing import people_rules
from zgrpc.testing.call import Call, added
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.names import check_domain
from zgrpc.testing.handlers.shared import new_secret
from zgrpc.testing.handlers.users import HUMAN

_LINK_LIFETIME = 43_200  # seconds that a link to register a passkey lasts


@rpc("management.AddHumanUser")
def add_human_user(call: Call, request: m.AddHumanUserRequest) -> dict[str, Any]:
    """A new human user, who is to set a password first unless the email is verified and a password given."""
    check_email(request.email.email)
    user_name = request.user_name.strip()
    if not user_name:
        raise Err("INVALID_ARGUMENT", "V2-zzad3", "Errors.Invalid.Argument")
    first, last = request.profile.first_name.strip(), request.profile.last_name.strip()
    if not first:
        raise Err("INVALID_ARGUMENT", "USER-UCej2", "Errors.User.Profile.FirstNameEmpty")
    if not last:
        raise Err("INVALID_ARGUMENT", "USER-4hB7d", "Errors.User.Profile.LastNameEmpty")
    phone = phone_number(request.phone.phone) if request.phone.phone else ""
    check_domain(call, user_name, call.org_id)
    if request.initial_password:
        check_password(request.initial_password, "COMMA")
    initial = not request.email.is_email_verified or not request.initial_password
    return _add(
        call, request, user_name, first, last, phone, initial=initial, verified=request.email.is_email_verified,
        password=hashed(request.initial_password) if request.initial_password else None, change_required=True,
    )  # fmt: skip


@rpc("management.ImportHumanUser")
def import_human_user(call: Call, request: m.ImportHumanUserRequest) -> dict[str, Any]:
    """A human user from elsewhere, with a password, its hash (taken as it is), or a link to register a passkey."""
    check_email(request.email.email)
    phone = phone_number(request.phone.phone) if request.phone.phone else ""
    user_name = request.user_name.strip()
    check_domain(call, user_name, call.org_id)
    if request.password:
        check_password(request.password, "DOMAIN")
    password = hashed(request.password) if request.password else request.hashed_password.value or None
    if request.idps:  # The emulator has no identity providers that one could be linked to.
        raise Err("FAILED_PRECONDITION", "COMMAND-39nfs", "Errors.IDPConfig.NotExisting")
    passkey = request.request_passwordless_registration
    verified = request.email.is_email_verified
    initial = not verified or not (password or passkey)
    response = _add(
        call, request, user_name, request.profile.first_name, request.profile.last_name, phone, initial=initial,
        # What is to be initialised gets its email verified by that, and not by the import.
        verified=verified and not initial, password=password, change_required=request.password_change_required,
    )  # fmt: skip
    if passkey:
        event = call.push("user", response["user_id"], "user.human.passwordless.initialization.code.added")
        link = (
            f"http://{call.domain}/ui/login/login/passwordless/init?userID={response['user_id']}&orgID={call.org_id}"
            f"&codeID={call.store.new_id()}&code={new_secret()[:12]}"
        )
        lasts = Duration(seconds=_LINK_LIFETIME)
        response["details"] = added(event)
        response["passwordless_registration"] = {"link": link, "lifetime": lasts, "expiration": lasts}
    return response


def _add(
    call: Call,
    request: m.AddHumanUserRequest | m.ImportHumanUserRequest,
    user_name: str,
    first: str,
    last: str,
    phone: str,
    *,
    initial: bool,
    verified: bool,
    password: str | None,
    change_required: bool,
) -> dict[str, Any]:
    profile, user_id = request.profile, call.store.new_id()
    events = ["user.human.added"]
    if verified:
        events.append("user.human.email.verified")
    if initial:
        events.append("user.human.initialization.code.added")
    elif not verified:
        events.append("user.human.email.code.added")
    if phone:
        events.append(f"user.human.phone.{'verified' if request.phone.is_phone_verified else 'code.added'}")
    pushed = [call.push("user", user_id, kind) for kind in events]
    call.store.insert(
        "users", id=user_id, org_id=call.org_id, user_name=user_name, type=HUMAN,
        state=user_pb2.USER_STATE_INITIAL if initial else user_pb2.USER_STATE_ACTIVE,
        first_name=first, last_name=last, nick_name=profile.nick_name or None,
        display_name=profile.display_name if profile.display_name.strip() else f"{first} {last}",
        language=people_rules.language(profile.preferred_language), gender=people_rules.gender(profile.gender),
        email=request.email.email, email_verified=verified,
        phone=phone, phone_verified=bool(phone) and request.phone.is_phone_verified,
        password_hash=password, password_changed=pushed[0].created if password else None,
        password_change_required=change_required,
        created=pushed[0].created, changed=pushed[-1].created, sequence=pushed[-1].sequence,
    )  # fmt: skip
    return {"user_id": user_id, "details": added(pushed[-1])}


def check_email(email: str) -> None:
    """Refuse what is no email address.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    if not email:
        raise Err("INVALID_ARGUMENT", "EMAIL-spblu", "Errors.User.Email.Empty")
    if not people_rules.is_email(email):
        raise Err("INVALID_ARGUMENT", "EMAIL-599BI", "Errors.User.Email.Invalid")


def phone_number(phone: str) -> str:
    """The number in E.164 form.

    Raises:
        Err: INVALID_ARGUMENT for what is none.
    """
    number = people_rules.phone_number(phone)
    if number is None:
        raise Err("INVALID_ARGUMENT", "PHONE-so0wa", "Errors.User.Phone.Invalid")
    return number


def check_password(password: str, area: str) -> None:
    """Refuse a password that breaks the policy; `area` is the first part of the error's id.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    problem = people_rules.password_problem(password)
    if problem is not None:
        raise Err("INVALID_ARGUMENT", f"{area}-{problem[0]}", problem[1])


def hashed(password: str) -> str:
    """How the store keeps a password."""
    salt = os.urandom(16)
    return f"$scrypt${salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, n=1024, r=8, p=1).hex()}"
