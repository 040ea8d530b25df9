"""Human users: adding and importing them; profile, email, phone, password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf.duration_pb2 import Duration
from zitadel import management_pb2 as m

from zgrpc.testing.domain import humans, idps
from zgrpc.testing.domain.humans import Person
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details
from zgrpc.testing.v1.users import as_user

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("management.AddHumanUser")
def add_human_user(ctx: Context, request: m.AddHumanUserRequest) -> m.AddHumanUserResponse:
    """Add a human user."""
    new = humans.add(ctx, person(request), request.initial_password)
    return m.AddHumanUserResponse(user_id=new.id, details=added(new.event))


@rpc("management.ImportHumanUser")
def import_human_user(ctx: Context, request: m.ImportHumanUserRequest) -> m.ImportHumanUserResponse:
    """Add a human user from elsewhere."""
    new = humans.import_(
        ctx,
        person(request),
        password=request.password,
        password_hash=request.hashed_password.value,
        change_required=request.password_change_required,
        passkey=request.request_passwordless_registration,
        links=[idps.Link(idp.config_id, idp.external_user_id, idp.display_name) for idp in request.idps],
    )
    response = m.ImportHumanUserResponse(user_id=new.id, details=added(new.event))
    if new.link:
        lasts = Duration(seconds=humans.LINK_LIFETIME)
        registration = response.passwordless_registration
        registration.link = new.link
        registration.lifetime.CopyFrom(lasts)
        registration.expiration.CopyFrom(lasts)
    return response


def person(request: m.AddHumanUserRequest | m.ImportHumanUserRequest) -> Person:
    """Return what a request says of a new person."""
    profile = request.profile
    return Person(
        user_name=request.user_name,
        first_name=profile.first_name,
        last_name=profile.last_name,
        nick_name=profile.nick_name,
        display_name=profile.display_name,
        language=profile.preferred_language,
        gender=profile.gender,
        email=request.email.email,
        email_verified=request.email.is_email_verified,
        phone=request.phone.phone,
        phone_verified=request.phone.is_phone_verified,
    )


@rpc("management.GetHumanProfile")
def get_human_profile(ctx: Context, request: m.GetHumanProfileRequest) -> m.GetHumanProfileResponse:
    """Answer with names, language and gender."""
    row = humans.get(ctx, request.user_id, "QUERY-HNhb3", "QUERY-WLTce")
    return m.GetHumanProfileResponse(details=details(row), profile=as_user(row).human.profile)


@rpc("management.UpdateHumanProfile")
def update_human_profile(ctx: Context, request: m.UpdateHumanProfileRequest) -> m.UpdateHumanProfileResponse:
    """Set all of the profile."""
    profile = {
        "first_name": request.first_name,
        "last_name": request.last_name,
        "nick_name": request.nick_name,
        "display_name": request.display_name,
        "language": request.preferred_language,
        "gender": request.gender,
    }
    return m.UpdateHumanProfileResponse(details=changed(humans.set_profile(ctx, request.user_id, profile)))


@rpc("management.GetHumanEmail")
def get_human_email(ctx: Context, request: m.GetHumanEmailRequest) -> m.GetHumanEmailResponse:
    """Answer with the email address."""
    row = humans.get(ctx, request.user_id, "QUERY-Hms2s", "QUERY-pt7HY")
    return m.GetHumanEmailResponse(details=details(row), email=as_user(row).human.email)


@rpc("management.UpdateHumanEmail")
def update_human_email(ctx: Context, request: m.UpdateHumanEmailRequest) -> m.UpdateHumanEmailResponse:
    """Set another email address, or say that the one there is verified."""
    event = humans.set_email(ctx, request.user_id, request.email, verified=request.is_email_verified)
    return m.UpdateHumanEmailResponse(details=changed(event))


@rpc("management.GetHumanPhone")
def get_human_phone(ctx: Context, request: m.GetHumanPhoneRequest) -> m.GetHumanPhoneResponse:
    """Answer with the phone number, empty where there is none."""
    row = humans.get(ctx, request.user_id, "QUERY-DAvb3", "QUERY-hliQl")
    return m.GetHumanPhoneResponse(details=details(row), phone=as_user(row).human.phone)


@rpc("management.UpdateHumanPhone")
def update_human_phone(ctx: Context, request: m.UpdateHumanPhoneRequest) -> m.UpdateHumanPhoneResponse:
    """Set another phone number, or say that the one there is verified."""
    event = humans.set_phone(ctx, request.user_id, request.phone, verified=request.is_phone_verified)
    return m.UpdateHumanPhoneResponse(details=changed(event))


@rpc("management.RemoveHumanPhone")
def remove_human_phone(ctx: Context, request: m.RemoveHumanPhoneRequest) -> m.RemoveHumanPhoneResponse:
    """Remove the phone number."""
    return m.RemoveHumanPhoneResponse(details=changed(humans.remove_phone(ctx, request.user_id)))


@rpc("management.SetHumanPassword")
def set_human_password(ctx: Context, request: m.SetHumanPasswordRequest) -> m.SetHumanPasswordResponse:
    """Set another password."""
    event = humans.set_password(ctx, request.user_id, request.password, change_required=not request.no_change_required)
    return m.SetHumanPasswordResponse(details=changed(event))
