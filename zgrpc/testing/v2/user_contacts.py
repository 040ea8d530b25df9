"""Addresses, numbers, passwords and invitations of people, with the codes that prove them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import contacts, people, user_codes
from zgrpc.testing.domain.contacts import EMAIL, PHONE
from zgrpc.testing.domain.people import Password
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import details

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("v2.user.SetEmail")
def set_email(ctx: Context, request: m.SetEmailRequest) -> m.SetEmailResponse:
    """Set another address."""
    _check_template(request)
    event = contacts.change(
        ctx, EMAIL, request.user_id, request.email, verified=request.is_verified, returned=_returns(request)
    )
    return m.SetEmailResponse(details=details(event), verification_code=_returned(ctx, request, "email"))


@rpc("v2.user.SendEmailCode")
def send_email_code(ctx: Context, request: m.SendEmailCodeRequest) -> m.SendEmailCodeResponse:
    """Make a code to verify the address."""
    _check_template(request)
    event = contacts.send_code(ctx, EMAIL, request.user_id, again=False, returned=_returns(request))
    return m.SendEmailCodeResponse(details=details(event), verification_code=_returned(ctx, request, "email"))


@rpc("v2.user.ResendEmailCode")
def resend_email_code(ctx: Context, request: m.ResendEmailCodeRequest) -> m.ResendEmailCodeResponse:
    """Make another code to verify the address."""
    _check_template(request)
    event = contacts.send_code(ctx, EMAIL, request.user_id, again=True, returned=_returns(request))
    return m.ResendEmailCodeResponse(details=details(event), verification_code=_returned(ctx, request, "email"))


@rpc("v2.user.VerifyEmail")
def verify_email(ctx: Context, request: m.VerifyEmailRequest) -> m.VerifyEmailResponse:
    """Verify the address by its code."""
    return m.VerifyEmailResponse(
        details=details(contacts.verify(ctx, EMAIL, request.user_id, request.verification_code))
    )


@rpc("v2.user.SetPhone")
def set_phone(ctx: Context, request: m.SetPhoneRequest) -> m.SetPhoneResponse:
    """Set another number."""
    event = contacts.change(
        ctx, PHONE, request.user_id, request.phone, verified=request.is_verified, returned=_returns(request)
    )
    return m.SetPhoneResponse(details=details(event), verification_code=_returned(ctx, request, "phone"))


@rpc("v2.user.RemovePhone")
def remove_phone(ctx: Context, request: m.RemovePhoneRequest) -> m.RemovePhoneResponse:
    """Remove the number."""
    return m.RemovePhoneResponse(details=details(contacts.remove_phone(ctx, request.user_id)))


@rpc("v2.user.ResendPhoneCode")
def resend_phone_code(ctx: Context, request: m.ResendPhoneCodeRequest) -> m.ResendPhoneCodeResponse:
    """Make another code to verify the number."""
    event = contacts.send_code(ctx, PHONE, request.user_id, again=True, returned=_returns(request))
    return m.ResendPhoneCodeResponse(details=details(event), verification_code=_returned(ctx, request, "phone"))


@rpc("v2.user.VerifyPhone")
def verify_phone(ctx: Context, request: m.VerifyPhoneRequest) -> m.VerifyPhoneResponse:
    """Verify the number by its code."""
    return m.VerifyPhoneResponse(
        details=details(contacts.verify(ctx, PHONE, request.user_id, request.verification_code))
    )


@rpc("v2.user.PasswordReset")
def password_reset(ctx: Context, request: m.PasswordResetRequest) -> m.PasswordResetResponse:
    """Make a code to set another password."""
    if request.WhichOneof("medium") == "send_link":
        user_codes.check_template(request.send_link.url_template)
    event = contacts.reset_password(ctx, request.user_id)
    return m.PasswordResetResponse(
        details=details(event), verification_code=_returned(ctx, request, "password", "medium")
    )


@rpc("v2.user.SetPassword")
def set_password(ctx: Context, request: m.SetPasswordRequest) -> m.SetPasswordResponse:
    """Set another password, by permission, by the one before or by a code."""
    new = request.new_password
    password = Password(
        text=new.password,
        change_required=new.change_required,
        current=request.current_password,
        code=request.verification_code,
    )
    event = people.set_password(ctx, request.user_id, password)
    return m.SetPasswordResponse(details=details(event))


@rpc("v2.user.CreateInviteCode")
def create_invite_code(ctx: Context, request: m.CreateInviteCodeRequest) -> m.CreateInviteCodeResponse:
    """Invite a person to set the first way to log in."""
    if request.WhichOneof("verification") == "send_code":
        user_codes.check_template(request.send_code.url_template, "LoginName", "PreferredLoginName")
    event = contacts.invite(ctx, request.user_id)
    return m.CreateInviteCodeResponse(details=details(event), invite_code=_returned(ctx, request, "invite"))


@rpc("v2.user.ResendInviteCode")
def resend_invite_code(ctx: Context, request: m.ResendInviteCodeRequest) -> m.ResendInviteCodeResponse:
    """Invite a person again."""
    return m.ResendInviteCodeResponse(details=details(contacts.invite_again(ctx, request.user_id)))


@rpc("v2.user.VerifyInviteCode")
def verify_invite_code(ctx: Context, request: m.VerifyInviteCodeRequest) -> m.VerifyInviteCodeResponse:
    """Accept an invitation."""
    return m.VerifyInviteCodeResponse(details=details(contacts.accept(ctx, request.user_id, request.verification_code)))


@rpc("v2.user.HumanMFAInitSkipped")
def human_mfa_init_skipped(ctx: Context, request: m.HumanMFAInitSkippedRequest) -> m.HumanMFAInitSkippedResponse:
    """Remember that a person did not want a second factor."""
    return m.HumanMFAInitSkippedResponse(details=details(contacts.skip_second_factor(ctx, request.user_id)))


def _check_template(request: Any) -> None:
    if request.WhichOneof("verification") == "send_code":
        user_codes.check_template(request.send_code.url_template)


def _returned(ctx: Context, request: Any, kind: str, choice: str = "verification") -> str | None:
    """Return the code that a request wants returned; None if it is to be sent."""
    return user_codes.reveal(ctx, request.user_id, kind) if _returns(request, choice) else None


def _returns(request: Any, choice: str = "verification") -> bool:
    return bool(request.WhichOneof(choice) == "return_code")
