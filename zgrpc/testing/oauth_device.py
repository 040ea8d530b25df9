"""The device flow (RFC 8628) over HTTP: how it starts, and what a poll of the token endpoint answers.

It is checked against no real server and no recording.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.domain.devices import INTERVAL, LIFETIME
from zgrpc.testing.oauth_clients import authenticate_client
from zgrpc.testing.oauth_types import Accounts, Answer, Client, Refusal, answer_json, parse_basic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc.testing.domain.devices import Decision

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"

_TOLD = {
    "authorization_pending": "The user has not decided yet.",
    "slow_down": f"Polled too soon; wait {INTERVAL} seconds more from now on.",
    "access_denied": "The user denied the request.",
    "expired_token": "The device code has expired.",
    "invalid_grant": "The device code is invalid.",
}


def authorize_device(
    accounts: Accounts, issuer: str, now: float, form: Mapping[str, str], authorization: str
) -> Answer:
    """Answer ``/oauth/v2/device_authorization``."""
    try:
        client = _client(accounts, issuer, now, form, authorization)
        scopes = form.get("scope", "").split()
        if not scopes:
            raise Refusal("invalid_request", "scope missing")
    except Refusal as refusal:
        return refusal.answer
    codes = accounts.ask_for_device(client.client_id, scopes)
    page = f"{issuer}/device"
    return answer_json(
        {
            "device_code": codes.device,
            "user_code": codes.user,
            "verification_uri": page,
            "verification_uri_complete": f"{page}?user_code={codes.user}",
            "expires_in": LIFETIME,
            "interval": INTERVAL,
        }
    )


def poll(
    accounts: Accounts, issuer: str, now: float, form: Mapping[str, str], authorization: str
) -> tuple[Client, Decision]:
    """Return the polling client and the approval.

    Raises:
        Refusal: there is no approval (yet).
    """
    client = _client(accounts, issuer, now, form, authorization)
    if not form.get("device_code"):
        raise Refusal("invalid_request", "device_code missing")
    decision = accounts.poll_for_device(form["device_code"], client.client_id)
    if decision.error:
        raise Refusal(decision.error, _TOLD[decision.error])
    if accounts.user(decision.user_id) is None:
        raise Refusal("access_denied", "The user is not active.")
    return client, decision


def _client(accounts: Accounts, issuer: str, now: float, form: Mapping[str, str], authorization: str) -> Client:
    """Return the application that asks; one without authentication (AUTH_METHOD_NONE) gives its id alone."""
    client_id = (parse_basic(authorization) or (form.get("client_id", ""), ""))[0]
    client = accounts.client(client_id) if client_id else None
    if client is None or not client.public:
        client = authenticate_client(accounts, issuer, now, form, authorization)
    if not client.devices:
        raise Refusal("unauthorized_client", "grant_type device_code is not allowed for this client")
    return client
