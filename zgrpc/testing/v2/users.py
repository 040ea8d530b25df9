"""Users: creating, reading and changing them, and their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.user.v2 import email_pb2, password_pb2
from zitadel.user.v2 import user_pb2 as types
from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import contacts, login_names, machines, metadata, people, user_codes, user_states, users
from zgrpc.testing.domain.humans import Person
from zgrpc.testing.domain.idps import Link
from zgrpc.testing.domain.people import Change, Password
from zgrpc.testing.domain.users import MACHINE
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, date_or_changed, details, row_details, timestamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.humans import Added
    from zgrpc.testing.store import Event

STATES = {
    users.ACTIVE: types.USER_STATE_ACTIVE,
    users.INACTIVE: types.USER_STATE_INACTIVE,
    users.DELETED: types.USER_STATE_DELETED,
    users.LOCKED: types.USER_STATE_LOCKED,
    users.INITIAL: types.USER_STATE_INITIAL,
}
"""The states of the store, as v2 numbers them."""


@rpc("v2.user.CreateUser")
def create_user(ctx: Context, request: m.CreateUserRequest) -> m.CreateUserResponse:
    """Add a user of either kind to an organization."""
    org_id = request.organization_id
    if request.HasField("machine"):
        machine = request.machine
        new = machines.add(
            ctx, request.username, user_id=request.user_id, org_id=org_id, name=machine.name,
            description=machine.description, access_token_type=machine.access_token_type,
            entries=_entries(request.metadata),
        )  # fmt: skip
        return m.CreateUserResponse(id=new.id, creation_date=date(new.event))
    human = request.human
    if request.metadata and human.metadata:
        raise Err("INVALID_ARGUMENT", "USERv2-j0z7uy", "Errors.User.Metadata.Conflicting")
    added = create_person(ctx, org_id, request, human, request.metadata or human.metadata)
    response = m.CreateUserResponse(id=added.id, creation_date=date(added.event))
    reveal(ctx, added.id, human.email, human.phone, response)
    return response


@rpc("v2.user.AddHumanUser")
def add_human_user(ctx: Context, request: m.AddHumanUserRequest) -> m.AddHumanUserResponse:
    """Add a person to the organization that the request or the call names."""
    added = create_person(ctx, ctx.org_id, request, request, request.metadata)
    response = m.AddHumanUserResponse(user_id=added.id, details=details(added.event))
    reveal(ctx, added.id, request.email, request.phone, response)
    return response


@rpc("v2.user.GetUserByID")
def get_user_by_id(ctx: Context, request: m.GetUserByIDRequest) -> m.GetUserByIDResponse:
    """Answer with a user of any organization."""
    row = users.get(ctx, request.user_id)
    return m.GetUserByIDResponse(details=row_details(row), user=as_user(row))


@rpc("v2.user.UpdateUser")
def update_user(ctx: Context, request: m.UpdateUserRequest) -> m.UpdateUserResponse:
    """Change what the request sets of a user."""
    user_name = request.username if request.HasField("username") else None
    if request.HasField("machine"):
        result = machines.change(ctx, request.user_id, user_name, **_set_fields(request.machine))
        if request.metadata:
            result = metadata.set_all_of_user(ctx, request.user_id, _entries(request.metadata)) or result
        return m.UpdateUserResponse(change_date=date_or_changed(result))
    human = request.human
    number = human.phone.phone
    if human.HasField("phone") and not number and human.phone.WhichOneof("verification"):
        raise Err("INVALID_ARGUMENT", "USERv2-4f3d6", "Errors.User.Phone.VerifyingRemovalIsNotSupported")
    removes = human.HasField("phone") and not number
    before = contacts.find(ctx, request.user_id)
    result = _change(ctx, request.user_id, user_name, human, removes=removes, entries=request.metadata)
    response = m.UpdateUserResponse(change_date=date_or_changed(result))
    reveal(ctx, request.user_id, human.email, human.phone, response, before)
    return response


@rpc("v2.user.UpdateHumanUser")
def update_human_user(ctx: Context, request: m.UpdateHumanUserRequest) -> m.UpdateHumanUserResponse:
    """Change what the request sets of a person."""
    user_name = request.username if request.HasField("username") else None
    before = contacts.find(ctx, request.user_id)
    result = _change(ctx, request.user_id, user_name, request)
    response = m.UpdateHumanUserResponse(details=details(result))
    reveal(ctx, request.user_id, request.email, request.phone, response, before)
    return response


# -- states ----------------------------------------------------------------------------------------
@rpc("v2.user.DeactivateUser")
def deactivate_user(ctx: Context, request: m.DeactivateUserRequest) -> m.DeactivateUserResponse:
    """Deactivate a user."""
    return m.DeactivateUserResponse(details=details(user_states.deactivate(ctx, request.user_id)))


@rpc("v2.user.ReactivateUser")
def reactivate_user(ctx: Context, request: m.ReactivateUserRequest) -> m.ReactivateUserResponse:
    """Make a deactivated user active again."""
    return m.ReactivateUserResponse(details=details(user_states.reactivate(ctx, request.user_id)))


@rpc("v2.user.LockUser")
def lock_user(ctx: Context, request: m.LockUserRequest) -> m.LockUserResponse:
    """Lock a user."""
    return m.LockUserResponse(details=details(user_states.lock(ctx, request.user_id)))


@rpc("v2.user.UnlockUser")
def unlock_user(ctx: Context, request: m.UnlockUserRequest) -> m.UnlockUserResponse:
    """Make a locked user active again."""
    return m.UnlockUserResponse(details=details(user_states.unlock(ctx, request.user_id)))


@rpc("v2.user.DeleteUser")
def delete_user(ctx: Context, request: m.DeleteUserRequest) -> m.DeleteUserResponse:
    """Remove a user."""
    return m.DeleteUserResponse(details=details(user_states.remove(ctx, request.user_id)))


# -- messages --------------------------------------------------------------------------------------
def as_user(row: sqlite3.Row) -> types.User:
    """Return a user as a message, from a row of `users`."""
    user = types.User(
        user_id=row["id"],
        details=row_details(row),
        state=STATES.get(row["state"], types.USER_STATE_UNSPECIFIED),
        username=row["user_name"],
        login_names=login_names.of(row),
        preferred_login_name=row["preferred_login_name"],
    )
    if row["type"] == MACHINE:
        machine = user.machine
        machine.name, machine.description = row["name"], row["description"]
        machine.access_token_type = row["access_token_type"]
        machine.has_secret = row["secret_hash"] is not None
        return user
    human = user.human
    human.profile.CopyFrom(
        types.HumanProfile(
            given_name=row["first_name"],
            family_name=row["last_name"],
            nick_name=row["nick_name"] or "",
            display_name=row["display_name"],
            preferred_language=row["language"],
            gender=row["gender"],
        )
    )
    human.email.email, human.email.is_verified = row["email"], bool(row["email_verified"])
    human.phone.SetInParent()
    human.phone.phone, human.phone.is_verified = row["phone"] or "", bool(row["phone_verified"])
    human.password_change_required = bool(row["password_change_required"])
    if row["password_changed"] is not None:
        human.password_changed.CopyFrom(timestamp(row["password_changed"]))
    if row["mfa_init_skipped"] is not None:
        human.mfa_init_skipped.CopyFrom(timestamp(row["mfa_init_skipped"]))
    return user


def password_of(message: Any) -> Password | None:
    """Return the password that a message sets, as text or as a hash; None without one."""
    kind = message.WhichOneof("password_type")
    if kind is None:
        return None
    given = getattr(message, kind)
    is_set = isinstance(message, password_pb2.SetPassword)
    return Password(
        text=given.password if kind == "password" else "",
        hash=given.hash if kind == "hashed_password" else "",
        change_required=given.change_required,
        current=message.current_password if is_set else "",
        code=message.verification_code if is_set else "",
    )


def create_person(ctx: Context, org_id: str, request: Any, human: Any, entries: Iterable[Any]) -> Added:
    """Add a person. `request` has the id and the name, `human` all the rest; of AddHumanUser both are one message."""
    _check_template(human.email)
    profile = human.profile
    person = Person(
        user_name=request.username,
        first_name=profile.given_name,
        last_name=profile.family_name,
        email=human.email.email,
        nick_name=profile.nick_name,
        display_name=profile.display_name,
        language=profile.preferred_language,
        gender=profile.gender,
        email_verified=human.email.is_verified,
        phone=human.phone.phone,
        phone_verified=human.phone.is_verified,
    )
    links = [Link(link.idp_id, link.user_id, link.user_name) for link in human.idp_links]
    return people.create(
        ctx, org_id, person, user_id=request.user_id, password=password_of(human), entries=_entries(entries),
        links=links, totp_secret=human.totp_secret,
    )  # fmt: skip


_PROFILE = {
    "given_name": "first_name",
    "family_name": "last_name",
    "nick_name": "nick_name",
    "display_name": "display_name",
    "preferred_language": "language",
    "gender": "gender",
}


def _change(
    ctx: Context,
    user_id: str,
    user_name: str | None,
    human: Any,
    *,
    removes: bool = False,
    entries: Iterable[Any] = (),
) -> Event | sqlite3.Row:
    _check_template(human.email)
    profile = None
    if human.HasField("profile"):
        profile = {_PROFILE[name]: value for name, value in _set_fields(human.profile).items()}
    has_email, has_phone = human.HasField("email"), human.HasField("phone") and not removes
    to = Change(
        user_name=user_name,
        profile=profile,
        email=human.email.email if has_email else None,
        email_verified=human.email.is_verified if has_email else False,
        phone=human.phone.phone if has_phone else None,
        phone_verified=human.phone.is_verified if has_phone else False,
        remove_phone=removes,
        password=(password_of(human.password) or Password()) if human.HasField("password") else None,
        metadata=_entries(entries),
    )
    return people.change(ctx, user_id, to)


def _set_fields(message: Any) -> dict[str, Any]:
    """Return the fields that a message sets, by name; those without presence if they are not empty."""
    return {field.name: value for field, value in message.ListFields()}


def _entries(entries: Iterable[Any]) -> list[tuple[str, bytes]]:
    return [(entry.key, entry.value) for entry in entries]


def _check_template(email: email_pb2.SetHumanEmail) -> None:
    if email.WhichOneof("verification") == "send_code":
        user_codes.check_template(email.send_code.url_template)


def reveal(
    ctx: Context, user_id: str, email: Any, phone: Any, response: Any, before: sqlite3.Row | None = None
) -> None:
    """Put the codes into a response that the request wants returned: those of what is new, given the user before."""
    after = contacts.find(ctx, user_id)
    for kind, message in (("email", email), ("phone", phone)):
        if message.WhichOneof("verification") != "return_code":
            continue
        if before is not None and after is not None and before[kind] == after[kind]:
            continue
        code = user_codes.reveal(ctx, user_id, kind)
        if code is not None:
            setattr(response, f"{kind}_code", code)
