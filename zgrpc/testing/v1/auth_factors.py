"""Second factors and passkeys, those of the organization's users and those of the caller."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
from typing import TYPE_CHECKING, Any, NoReturn

from google.protobuf.duration_pb2 import Duration
from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import auth_factors as domain
from zgrpc.testing.messages import response_of
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed
from zgrpc.testing.v1.shared import of_caller

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

_SECOND = ("otp", "otp_sms", "otp_email", "u2f")
_MESSAGES = {"SMS": domain.SMS, "Email": domain.EMAIL}


@rpc("management.ListHumanAuthFactors")
def list_auth_factors(ctx: Context, request: m.ListHumanAuthFactorsRequest) -> m.ListHumanAuthFactorsResponse:
    """Answer with the factors of a user that are ready, in a list without details."""
    return m.ListHumanAuthFactorsResponse(result=_factors(ctx, request.user_id))


@rpc("auth.ListMyAuthFactors")
def list_my_auth_factors(ctx: Context, request: a.ListMyAuthFactorsRequest) -> a.ListMyAuthFactorsResponse:
    """Answer with the caller's factors that are ready, in a list without details."""
    return a.ListMyAuthFactorsResponse(result=_factors(ctx, ctx.user_id))


@rpc("management.ListHumanPasswordless")
def list_passwordless(ctx: Context, request: m.ListHumanPasswordlessRequest) -> m.ListHumanPasswordlessResponse:
    """Answer with the passkeys of a user that are ready."""
    return m.ListHumanPasswordlessResponse(result=_passkeys(ctx, request.user_id))


@rpc("auth.ListMyPasswordless")
def list_my_passwordless(ctx: Context, request: a.ListMyPasswordlessRequest) -> a.ListMyPasswordlessResponse:
    """Answer with the caller's passkeys that are ready."""
    return a.ListMyPasswordlessResponse(result=_passkeys(ctx, ctx.user_id))


@rpc("auth.AddMyAuthFactorOTP")
def add_my_totp(ctx: Context, request: a.AddMyAuthFactorOTPRequest) -> a.AddMyAuthFactorOTPResponse:
    """Make a secret for an app; this answer alone shows it."""
    new = domain.add_totp(of_caller(ctx), ctx.user_id)
    return a.AddMyAuthFactorOTPResponse(url=new.url, secret=new.secret, details=added(new.event))


@rpc("auth.VerifyMyAuthFactorOTP")
def verify_my_totp(ctx: Context, request: a.VerifyMyAuthFactorOTPRequest) -> a.VerifyMyAuthFactorOTPResponse:
    """Take the app into use."""
    event = domain.verify_totp(of_caller(ctx), ctx.user_id, request.code)
    return a.VerifyMyAuthFactorOTPResponse(details=changed(event))


def _remove(name: str, mine: str, remove: Callable[[Context, str, str], Event]) -> None:
    """Enter the two handlers of a removal: of a user's factor, and of the caller's; `remove` gets the token's id."""
    answer, my_answer = response_of(name), response_of(mine)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(remove(ctx, request.user_id, getattr(request, "token_id", ""))))

    @rpc(mine)
    def my_handler(ctx: Context, request: Any) -> Message:
        token_id = getattr(request, "token_id", "")
        return my_answer(details=changed(remove(of_caller(ctx), ctx.user_id, token_id)))


def _add_message(name: str, message: domain.Message) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=added(domain.add_message(of_caller(ctx), message, ctx.user_id)))


def _remove_message(message: domain.Message) -> Callable[[Context, str, str], Event]:
    return lambda ctx, user_id, _: domain.remove_message(ctx, message, user_id)


def _remove_key(kind: str) -> Callable[[Context, str, str], Event]:
    return lambda ctx, user_id, token_id: domain.remove_key(ctx, kind, user_id, token_id)


_remove(
    "management.RemoveHumanAuthFactorOTP",
    "auth.RemoveMyAuthFactorOTP",
    lambda ctx, user_id, _: domain.remove_totp(ctx, user_id),
)
for _name, _message in _MESSAGES.items():
    _add_message(f"auth.AddMyAuthFactorOTP{_name}", _message)
    _remove(
        f"management.RemoveHumanAuthFactorOTP{_name}",
        f"auth.RemoveMyAuthFactorOTP{_name}",
        _remove_message(_message),
    )
for _name, _kind in (("AuthFactorU2F", "u2f"), ("Passwordless", "passwordless")):
    _remove(f"management.RemoveHuman{_name}", f"auth.RemoveMy{_name}", _remove_key(_kind))


# -- what a browser registers ----------------------------------------------------------------------
@rpc("auth.AddMyAuthFactorU2F")
def add_my_u2f(ctx: Context, request: a.AddMyAuthFactorU2FRequest) -> a.AddMyAuthFactorU2FResponse:
    """Start to register a security key."""
    new = domain.add_key(of_caller(ctx), "u2f", ctx.user_id)
    return a.AddMyAuthFactorU2FResponse(key=user_pb2.WebAuthNKey(public_key=new.options), details=added(new.event))


@rpc("auth.AddMyPasswordless")
def add_my_passwordless(ctx: Context, request: a.AddMyPasswordlessRequest) -> a.AddMyPasswordlessResponse:
    """Start to register a passkey."""
    new = domain.add_key(of_caller(ctx), "passwordless", ctx.user_id)
    return a.AddMyPasswordlessResponse(key=user_pb2.WebAuthNKey(public_key=new.options), details=added(new.event))


@rpc("auth.VerifyMyAuthFactorU2F")
def verify_my_u2f(ctx: Context, request: a.VerifyMyAuthFactorU2FRequest) -> NoReturn:
    """Refuse what takes a browser."""
    domain.verify_key(of_caller(ctx), "u2f", ctx.user_id)


@rpc("auth.VerifyMyPasswordless")
def verify_my_passwordless(ctx: Context, request: a.VerifyMyPasswordlessRequest) -> NoReturn:
    """Refuse what takes a browser."""
    domain.verify_key(of_caller(ctx), "passwordless", ctx.user_id)


@rpc("management.AddPasswordlessRegistration")
def add_passkey_link(
    ctx: Context, request: m.AddPasswordlessRegistrationRequest
) -> m.AddPasswordlessRegistrationResponse:
    """Answer with a link to register a passkey."""
    new = domain.passkey_link(ctx, request.user_id, send=False)
    return m.AddPasswordlessRegistrationResponse(
        details=added(new.event), link=new.link, expiration=Duration(seconds=domain.LINK_LIFETIME)
    )


@rpc("management.SendPasswordlessRegistration")
def send_passkey_link(
    ctx: Context, request: m.SendPasswordlessRegistrationRequest
) -> m.SendPasswordlessRegistrationResponse:
    """Make a link to register a passkey, which is to be sent."""
    new = domain.passkey_link(ctx, request.user_id, send=True)
    return m.SendPasswordlessRegistrationResponse(details=added(new.event))


@rpc("auth.AddMyPasswordlessLink")
def add_my_passkey_link(ctx: Context, request: a.AddMyPasswordlessLinkRequest) -> a.AddMyPasswordlessLinkResponse:
    """Answer with a link to register a passkey."""
    new = domain.passkey_link(of_caller(ctx), ctx.user_id, send=False)
    return a.AddMyPasswordlessLinkResponse(
        details=added(new.event), link=new.link, expiration=Duration(seconds=domain.LINK_LIFETIME)
    )


@rpc("auth.SendMyPasswordlessLink")
def send_my_passkey_link(ctx: Context, request: a.SendMyPasswordlessLinkRequest) -> a.SendMyPasswordlessLinkResponse:
    """Make a link to register a passkey, which is to be sent."""
    new = domain.passkey_link(of_caller(ctx), ctx.user_id, send=True)
    return a.SendMyPasswordlessLinkResponse(details=added(new.event))


def _factors(ctx: Context, user_id: str) -> list[user_pb2.AuthFactor]:
    found = []
    for row in domain.ready(ctx.store, user_id, *_SECOND):
        factor = user_pb2.AuthFactor(state=user_pb2.AUTH_FACTOR_STATE_READY)
        getattr(factor, row["kind"]).SetInParent()
        found.append(factor)
    return found


def _passkeys(ctx: Context, user_id: str) -> list[user_pb2.WebAuthNToken]:
    return [_as_token(row) for row in domain.ready(ctx.store, user_id, "passwordless")]


def _as_token(row: sqlite3.Row) -> user_pb2.WebAuthNToken:
    return user_pb2.WebAuthNToken(id=row["id"], state=row["state"], name=row["name"])
