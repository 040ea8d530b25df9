"""Codes that the organization's users are sent, and what else is done to people by message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import management_pb2 as m

from zgrpc.testing.domain import human_codes as codes
from zgrpc.testing.domain import humans
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("management.ResendHumanInitialization")
def resend_initialization(
    ctx: Context, request: m.ResendHumanInitializationRequest
) -> m.ResendHumanInitializationResponse:
    """Make another code to initialize a user."""
    event = codes.resend_initialization(ctx, request.user_id, request.email.strip())
    return m.ResendHumanInitializationResponse(details=changed(event))


@rpc("management.ResendHumanEmailVerification")
def resend_email(
    ctx: Context, request: m.ResendHumanEmailVerificationRequest
) -> m.ResendHumanEmailVerificationResponse:
    """Make another code to verify an address."""
    return m.ResendHumanEmailVerificationResponse(details=changed(codes.resend_email(ctx, request.user_id)))


@rpc("management.ResendHumanPhoneVerification")
def resend_phone(
    ctx: Context, request: m.ResendHumanPhoneVerificationRequest
) -> m.ResendHumanPhoneVerificationResponse:
    """Make another code to verify a number."""
    return m.ResendHumanPhoneVerificationResponse(details=changed(codes.resend_phone(ctx, request.user_id)))


@rpc("management.SendHumanResetPasswordNotification")
def request_password(
    ctx: Context, request: m.SendHumanResetPasswordNotificationRequest
) -> m.SendHumanResetPasswordNotificationResponse:
    """Make a code to set another password."""
    event = codes.request_password(ctx, request.user_id)
    return m.SendHumanResetPasswordNotificationResponse(details=changed(event))


@rpc("management.SetHumanInitialPassword")
def set_initial_password(ctx: Context, request: m.SetHumanInitialPasswordRequest) -> m.SetHumanInitialPasswordResponse:
    """Set a password that is to be changed at the next login."""
    event = humans.set_password(ctx, request.user_id, request.password, change_required=True)
    return m.SetHumanInitialPasswordResponse(details=changed(event))


@rpc("management.RemoveHumanAvatar")
def remove_avatar(ctx: Context, request: m.RemoveHumanAvatarRequest) -> m.RemoveHumanAvatarResponse:
    """Remove the picture of a user."""
    return m.RemoveHumanAvatarResponse(details=changed(codes.remove_avatar(ctx, request.user_id)))
