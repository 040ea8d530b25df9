"""Second factors, passkeys, recovery codes and linked accounts of people.

Registrations in a browser start as on the real server. They end with a refusal where it would read a credential.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from google.protobuf import json_format
from google.protobuf.struct_pb2 import Struct
from zitadel.object.v2 import object_pb2
from zitadel.user.v2 import idp_pb2
from zitadel.user.v2 import user_pb2 as types
from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import auth_factors, idp_intents, idps, recovery_codes, user_codes, users
from zgrpc.testing.domain.idps import Link
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import details, list_details
from zgrpc.testing.v2.lists import page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context

_KINDS = {m.OTP: "otp", m.OTP_SMS: "otp_sms", m.OTP_EMAIL: "otp_email", m.U2F: "u2f"}
_STATES = {
    types.AUTH_FACTOR_STATE_NOT_READY: auth_factors.NOT_READY,
    types.AUTH_FACTOR_STATE_READY: auth_factors.READY,
}
_METHODS = {
    "passwordless": m.AUTHENTICATION_METHOD_TYPE_PASSKEY,
    "otp": m.AUTHENTICATION_METHOD_TYPE_TOTP,
    "u2f": m.AUTHENTICATION_METHOD_TYPE_U2F,
    "otp_sms": m.AUTHENTICATION_METHOD_TYPE_OTP_SMS,
    "otp_email": m.AUTHENTICATION_METHOD_TYPE_OTP_EMAIL,
}


@rpc("v2.user.ListAuthenticationFactors")
def list_authentication_factors(
    ctx: Context, request: m.ListAuthenticationFactorsRequest
) -> m.ListAuthenticationFactorsResponse:
    """Answer with the factors of a user whom the caller may see; the ready ones by default."""
    kinds = [_KINDS[kind] for kind in request.auth_factors if kind in _KINDS] or list(_KINDS.values())
    states = [_STATES.get(state, 0) for state in request.states] or [auth_factors.READY]
    response = m.ListAuthenticationFactorsResponse()
    for row in _factors(ctx, request.user_id, kinds):
        if row["state"] in states:
            factor = response.result.add(state=row["state"])
            getattr(factor, row["kind"]).SetInParent()
            if row["kind"] == "u2f":
                factor.u2f.id, factor.u2f.name = row["id"], row["name"]
    return response


@rpc("v2.user.ListAuthenticationMethodTypes")
def list_authentication_method_types(
    ctx: Context, request: m.ListAuthenticationMethodTypesRequest
) -> m.ListAuthenticationMethodTypesResponse:
    """Answer by what a user can log in."""
    user_id = request.user_id
    kinds = dict.fromkeys(row["kind"] for row in auth_factors.ready(ctx.store, user_id, *_METHODS))
    found = [_METHODS[kind] for kind in kinds]
    if recovery_codes.how_many(ctx, user_id):
        found.append(m.AUTHENTICATION_METHOD_TYPE_RECOVERY_CODE)
    if ctx.store.value("SELECT password_hash FROM users WHERE id = ?", user_id):
        found.append(m.AUTHENTICATION_METHOD_TYPE_PASSWORD)
    if ctx.store.one("SELECT 1 FROM idp_links WHERE user_id = ?", user_id) is not None:
        found.append(m.AUTHENTICATION_METHOD_TYPE_IDP)
    return m.ListAuthenticationMethodTypesResponse(details=list_details(ctx, len(found)), auth_method_types=found)


# -- codes -----------------------------------------------------------------------------------------
@rpc("v2.user.RegisterTOTP")
def register_totp(ctx: Context, request: m.RegisterTOTPRequest) -> m.RegisterTOTPResponse:
    """Make a secret for an app; this answer alone shows it."""
    new = auth_factors.add_totp(ctx, request.user_id)
    return m.RegisterTOTPResponse(details=details(new.event), uri=new.url, secret=new.secret)


@rpc("v2.user.VerifyTOTPRegistration")
def verify_totp_registration(
    ctx: Context, request: m.VerifyTOTPRegistrationRequest
) -> m.VerifyTOTPRegistrationResponse:
    """Take the app into use."""
    event = auth_factors.verify_totp(ctx, request.user_id, request.code)
    return m.VerifyTOTPRegistrationResponse(details=details(event))


@rpc("v2.user.RemoveTOTP")
def remove_totp(ctx: Context, request: m.RemoveTOTPRequest) -> m.RemoveTOTPResponse:
    """Remove the app."""
    return m.RemoveTOTPResponse(details=details(auth_factors.remove_totp(ctx, request.user_id)))


@rpc("v2.user.AddOTPSMS")
def add_otp_sms(ctx: Context, request: m.AddOTPSMSRequest) -> m.AddOTPSMSResponse:
    """Let codes be sent to the verified number."""
    event = auth_factors.add_message(ctx, auth_factors.SMS, request.user_id)
    return m.AddOTPSMSResponse(details=details(event))


@rpc("v2.user.RemoveOTPSMS")
def remove_otp_sms(ctx: Context, request: m.RemoveOTPSMSRequest) -> m.RemoveOTPSMSResponse:
    """Let no more codes be sent to the number."""
    event = auth_factors.remove_message(ctx, auth_factors.SMS, request.user_id)
    return m.RemoveOTPSMSResponse(details=details(event))


@rpc("v2.user.AddOTPEmail")
def add_otp_email(ctx: Context, request: m.AddOTPEmailRequest) -> m.AddOTPEmailResponse:
    """Let codes be sent to the verified address."""
    event = auth_factors.add_message(ctx, auth_factors.EMAIL, request.user_id)
    return m.AddOTPEmailResponse(details=details(event))


@rpc("v2.user.RemoveOTPEmail")
def remove_otp_email(ctx: Context, request: m.RemoveOTPEmailRequest) -> m.RemoveOTPEmailResponse:
    """Let no more codes be sent to the address."""
    event = auth_factors.remove_message(ctx, auth_factors.EMAIL, request.user_id)
    return m.RemoveOTPEmailResponse(details=details(event))


@rpc("v2.user.GenerateRecoveryCodes")
def generate_recovery_codes(ctx: Context, request: m.GenerateRecoveryCodesRequest) -> m.GenerateRecoveryCodesResponse:
    """Make recovery codes; this answer alone shows them."""
    new = recovery_codes.generate(ctx, request.user_id, request.count)
    return m.GenerateRecoveryCodesResponse(
        details=object_pb2.Details(resource_owner=new.org_id), recovery_codes=new.codes
    )


@rpc("v2.user.RemoveRecoveryCodes")
def remove_recovery_codes(ctx: Context, request: m.RemoveRecoveryCodesRequest) -> m.RemoveRecoveryCodesResponse:
    """Remove all recovery codes; the details are empty, as the real server's are."""
    recovery_codes.remove(ctx, request.user_id)
    return m.RemoveRecoveryCodesResponse(details=object_pb2.Details())


# -- what a browser registers ----------------------------------------------------------------------
@rpc("v2.user.RegisterPasskey")
def register_passkey(ctx: Context, request: m.RegisterPasskeyRequest) -> m.RegisterPasskeyResponse:
    """Start to register a passkey, with a code or without one."""
    if request.HasField("code"):
        new = auth_factors.add_key_by_code(ctx, request.user_id, request.code.id, request.code.code)
    else:
        new = auth_factors.add_passkey(ctx, request.user_id)
    return m.RegisterPasskeyResponse(
        details=details(new.event), passkey_id=new.id, public_key_credential_creation_options=_struct(new.options)
    )


@rpc("v2.user.VerifyPasskeyRegistration")
def verify_passkey_registration(ctx: Context, request: m.VerifyPasskeyRegistrationRequest) -> NoReturn:
    """Refuse what takes a browser."""
    auth_factors.verify_key(ctx, "passwordless", request.user_id)


@rpc("v2.user.CreatePasskeyRegistrationLink")
def create_passkey_registration_link(
    ctx: Context, request: m.CreatePasskeyRegistrationLinkRequest
) -> m.CreatePasskeyRegistrationLinkResponse:
    """Make a code to register a passkey."""
    if request.WhichOneof("medium") == "send_link":
        user_codes.check_template(request.send_link.url_template, "CodeID")
    code_id, event = auth_factors.passkey_code(ctx, request.user_id)
    response = m.CreatePasskeyRegistrationLinkResponse(details=details(event))
    if request.WhichOneof("medium") == "return_code":
        response.code.id = code_id
        response.code.code = user_codes.reveal(ctx, request.user_id, f"passkey:{code_id}") or ""
    return response


@rpc("v2.user.ListPasskeys")
def list_passkeys(ctx: Context, request: m.ListPasskeysRequest) -> m.ListPasskeysResponse:
    """Answer with the passkeys of a user whom the caller may see that are ready."""
    ready = [row for row in _factors(ctx, request.user_id, ["passwordless"]) if row["state"] == auth_factors.READY]
    return m.ListPasskeysResponse(
        details=list_details(ctx, len(ready)),
        result=[types.Passkey(id=row["id"], state=row["state"], name=row["name"]) for row in ready],
    )


@rpc("v2.user.RemovePasskey")
def remove_passkey(ctx: Context, request: m.RemovePasskeyRequest) -> m.RemovePasskeyResponse:
    """Remove a passkey."""
    event = auth_factors.remove_key(ctx, "passwordless", request.user_id, request.passkey_id)
    return m.RemovePasskeyResponse(details=details(event))


@rpc("v2.user.RegisterU2F")
def register_u2f(ctx: Context, request: m.RegisterU2FRequest) -> m.RegisterU2FResponse:
    """Start to register a security key."""
    new = auth_factors.add_key(ctx, "u2f", request.user_id)
    return m.RegisterU2FResponse(
        details=details(new.event), u2f_id=new.id, public_key_credential_creation_options=_struct(new.options)
    )


@rpc("v2.user.VerifyU2FRegistration")
def verify_u2f_registration(ctx: Context, request: m.VerifyU2FRegistrationRequest) -> NoReturn:
    """Refuse what takes a browser."""
    auth_factors.verify_key(ctx, "u2f", request.user_id)


@rpc("v2.user.RemoveU2F")
def remove_u2f(ctx: Context, request: m.RemoveU2FRequest) -> m.RemoveU2FResponse:
    """Remove a security key."""
    event = auth_factors.remove_key(ctx, "u2f", request.user_id, request.u2f_id)
    return m.RemoveU2FResponse(details=details(event))


# -- accounts of identity providers ----------------------------------------------------------------
@rpc("v2.user.AddIDPLink")
def add_idp_link(ctx: Context, request: m.AddIDPLinkRequest) -> m.AddIDPLinkResponse:
    """Link a user to an account."""
    user = ctx.store.one("SELECT * FROM users WHERE id = ?", request.user_id)
    if user is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-vzktar7b7f", "Errors.User.NotFound")
    users.require_write(ctx, user["org_id"], user["id"])
    link = request.idp_link
    event = idps.attach(ctx, user["id"], user["org_id"], Link(link.idp_id, link.user_id, link.user_name))
    return m.AddIDPLinkResponse(details=details(event))


@rpc("v2.user.ListIDPLinks")
def list_idp_links(ctx: Context, request: m.ListIDPLinksRequest) -> m.ListIDPLinksResponse:
    """Answer with the accounts of a user whom the caller may see; the total counts all."""
    found = idps.links(ctx, Filters().equals("l.user_id", request.user_id), page(request.query, "l.created", "l.rowid"))
    shown = users.shown(ctx)
    return m.ListIDPLinksResponse(
        details=list_details(ctx, found.total),
        result=[
            idp_pb2.IDPLink(idp_id=row["idp_id"], user_id=row["external_id"], user_name=row["display_name"])
            for row in found.rows
            if shown(row["org_id"], row["user_id"])
        ],
    )


@rpc("v2.user.RemoveIDPLink")
def remove_idp_link(ctx: Context, request: m.RemoveIDPLinkRequest) -> m.RemoveIDPLinkResponse:
    """Unlink a user from an account."""
    event = idps.unlink(ctx, request.user_id, request.idp_id, request.linked_user_id)
    return m.RemoveIDPLinkResponse(details=details(event))


@rpc("v2.user.StartIdentityProviderIntent")
def start_identity_provider_intent(
    ctx: Context, request: m.StartIdentityProviderIntentRequest
) -> m.StartIdentityProviderIntentResponse:
    """Answer with the address of a provider's login; no directory of LDAP is asked."""
    match request.WhichOneof("content"):
        case "urls":
            started = idp_intents.start(ctx, request.idp_id, request.urls.success_url, request.urls.failure_url)
            return m.StartIdentityProviderIntentResponse(details=details(started.event), auth_url=started.url)
        case "ldap":
            raise idp_intents.refuse_ldap(ctx, request.idp_id)
    text = "type oneOf <nil> in method StartIdentityProviderIntent not implemented"
    raise Err("UNIMPLEMENTED", "USERv2-S2g21", text)


@rpc("v2.user.RetrieveIdentityProviderIntent")
def retrieve_identity_provider_intent(
    ctx: Context,  # noqa: ARG001  (every handler has both)
    request: m.RetrieveIdentityProviderIntentRequest,
) -> NoReturn:
    """Refuse what takes a login at a provider."""
    idp_intents.refuse_token(request.idp_intent_token)


def _factors(ctx: Context, user_id: str, kinds: Sequence[str]) -> list[sqlite3.Row]:
    rows = auth_factors.search(ctx.store, user_id, kinds)
    shown = users.shown(ctx)
    return [row for row in rows if shown(row["org_id"], user_id)]


def _struct(options: bytes) -> Struct:
    return json_format.Parse(options, Struct())
