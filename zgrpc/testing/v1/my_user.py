"""The auth service about the caller: name, profile, addresses, password.

A machine user has no profile and no addresses, and is refused in the real server's ways. A person calls with a token
that the token endpoint made for them.
"""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
from typing import TYPE_CHECKING, NoReturn

from zitadel import auth_pb2 as a

from zgrpc.testing.domain import human_codes as codes
from zgrpc.testing.domain import humans, users
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed, details, list_details
from zgrpc.testing.v1.shared import of_caller
from zgrpc.testing.v1.users import as_user

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("auth.UpdateMyUserName")
def update_my_user_name(ctx: Context, request: a.UpdateMyUserNameRequest) -> a.UpdateMyUserNameResponse:
    """Rename the caller; login names follow."""
    event = users.rename(ctx, ctx.user_id, users.get_self(ctx)["org_id"], request.user_name)
    return a.UpdateMyUserNameResponse(details=changed(event))


@rpc("auth.GetMyProfile")
def get_my_profile(ctx: Context, request: a.GetMyProfileRequest) -> a.GetMyProfileResponse:
    """Answer with names, language and gender."""
    row = humans.get(of_caller(ctx), ctx.user_id, "QUERY-HNhb3", "QUERY-WLTce")
    return a.GetMyProfileResponse(details=details(row), profile=as_user(row).human.profile)


@rpc("auth.UpdateMyProfile")
def update_my_profile(ctx: Context, request: a.UpdateMyProfileRequest) -> a.UpdateMyProfileResponse:
    """Set all of the profile."""
    profile = {
        "first_name": request.first_name,
        "last_name": request.last_name,
        "nick_name": request.nick_name,
        "display_name": request.display_name,
        "language": request.preferred_language,
        "gender": request.gender,
    }
    return a.UpdateMyProfileResponse(details=changed(humans.set_profile(of_caller(ctx), ctx.user_id, profile)))


@rpc("auth.GetMyEmail")
def get_my_email(ctx: Context, request: a.GetMyEmailRequest) -> a.GetMyEmailResponse:
    """Answer with the address."""
    row = humans.get(of_caller(ctx), ctx.user_id, "QUERY-Hms2s", "QUERY-pt7HY")
    return a.GetMyEmailResponse(details=details(row), email=as_user(row).human.email)


@rpc("auth.SetMyEmail")
def set_my_email(ctx: Context, request: a.SetMyEmailRequest) -> a.SetMyEmailResponse:
    """Set another address, which is to be verified."""
    event = humans.set_email(of_caller(ctx), ctx.user_id, request.email, verified=False)
    return a.SetMyEmailResponse(details=changed(event))


@rpc("auth.VerifyMyEmail")
def verify_my_email(ctx: Context, request: a.VerifyMyEmailRequest) -> a.VerifyMyEmailResponse:
    """Verify the caller's address by its code."""
    return a.VerifyMyEmailResponse(details=changed(codes.verify_email(of_caller(ctx), ctx.user_id, request.code)))


@rpc("auth.ResendMyEmailVerification")
def resend_my_email(ctx: Context, request: a.ResendMyEmailVerificationRequest) -> a.ResendMyEmailVerificationResponse:
    """Make another code to verify the address."""
    return a.ResendMyEmailVerificationResponse(details=changed(codes.resend_email(of_caller(ctx), ctx.user_id)))


@rpc("auth.GetMyPhone")
def get_my_phone(ctx: Context, request: a.GetMyPhoneRequest) -> a.GetMyPhoneResponse:
    """Answer with the number."""
    row = humans.get(of_caller(ctx), ctx.user_id, "QUERY-DAvb3", "QUERY-hliQl")
    return a.GetMyPhoneResponse(details=details(row), phone=as_user(row).human.phone)


@rpc("auth.SetMyPhone")
def set_my_phone(ctx: Context, request: a.SetMyPhoneRequest) -> a.SetMyPhoneResponse:
    """Set another number, which is to be verified."""
    event = humans.set_phone(of_caller(ctx), ctx.user_id, request.phone, verified=False)
    return a.SetMyPhoneResponse(details=changed(event))


@rpc("auth.VerifyMyPhone")
def verify_my_phone(ctx: Context, request: a.VerifyMyPhoneRequest) -> a.VerifyMyPhoneResponse:
    """Verify the caller's number by its code."""
    return a.VerifyMyPhoneResponse(details=changed(codes.verify_phone(of_caller(ctx), ctx.user_id, request.code)))


@rpc("auth.ResendMyPhoneVerification")
def resend_my_phone(ctx: Context, request: a.ResendMyPhoneVerificationRequest) -> a.ResendMyPhoneVerificationResponse:
    """Make another code to verify the number."""
    return a.ResendMyPhoneVerificationResponse(details=changed(codes.resend_phone(of_caller(ctx), ctx.user_id)))


@rpc("auth.RemoveMyPhone")
def remove_my_phone(ctx: Context, request: a.RemoveMyPhoneRequest) -> a.RemoveMyPhoneResponse:
    """Remove the number."""
    return a.RemoveMyPhoneResponse(details=changed(humans.remove_phone(of_caller(ctx), ctx.user_id)))


@rpc("auth.RemoveMyAvatar")
def remove_my_avatar(ctx: Context, request: a.RemoveMyAvatarRequest) -> a.RemoveMyAvatarResponse:
    """Remove the picture."""
    return a.RemoveMyAvatarResponse(details=changed(codes.remove_avatar(of_caller(ctx), ctx.user_id)))


@rpc("auth.UpdateMyPassword")
def update_my_password(ctx: Context, request: a.UpdateMyPasswordRequest) -> a.UpdateMyPasswordResponse:
    """Set another password by the one before."""
    event = codes.change_password(of_caller(ctx), ctx.user_id, request.old_password, request.new_password)
    return a.UpdateMyPasswordResponse(details=changed(event))


@rpc("auth.ListMyUserSessions")
def list_my_user_sessions(ctx: Context, request: a.ListMyUserSessionsRequest) -> a.ListMyUserSessionsResponse:
    """Answer with no sessions of a browser, in a list without details."""
    return a.ListMyUserSessionsResponse()


@rpc("auth.ListMyRefreshTokens")
def list_my_refresh_tokens(ctx: Context, request: a.ListMyRefreshTokensRequest) -> a.ListMyRefreshTokensResponse:
    """Answer with no refresh tokens. This list alone says which event it has seen last."""
    seen = list_details(ctx, 0)
    seen.processed_sequence = ctx.store.value("SELECT max(position) FROM events")
    return a.ListMyRefreshTokensResponse(details=seen)


@rpc("auth.RevokeMyRefreshToken")
def revoke_my_refresh_token(ctx: Context, request: a.RevokeMyRefreshTokenRequest) -> NoReturn:
    """Refuse, as there are no refresh tokens."""
    raise Err("NOT_FOUND", "COMMAND-BHt2w", "Errors.User.RefreshToken.NotFound")


@rpc("auth.RevokeAllMyRefreshTokens")
def revoke_all_my_refresh_tokens(ctx: Context, request: a.RevokeAllMyRefreshTokensRequest) -> NoReturn:
    """Refuse, as there are no refresh tokens; the real server asks for some to revoke."""
    raise Err("INVALID_ARGUMENT", "COMMAND-Gfj42", "Errors.IDMissing")
