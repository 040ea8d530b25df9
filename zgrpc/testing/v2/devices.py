"""Device authorizations: a login shows what a device asks for, and sends what the person decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zitadel.oidc.v2 import authorization_pb2
from zitadel.oidc.v2 import oidc_service_pb2 as m

from zgrpc.testing.domain import devices
from zgrpc.testing.registry import rpc

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("v2.oidc.GetDeviceAuthorizationRequest")
def get_request(
    ctx: Context, request: m.GetDeviceAuthorizationRequestRequest
) -> m.GetDeviceAuthorizationRequestResponse:
    """Return what a device asks for."""
    row = devices.by_user_code(ctx, request.user_code)
    asked = authorization_pb2.DeviceAuthorizationRequest(
        id=row["id"],
        client_id=row["client_id"],
        scope=json.loads(row["scopes"]),
        app_name=row["app_name"],
        project_name=row["project_name"],
    )
    return m.GetDeviceAuthorizationRequestResponse(device_authorization_request=asked)


@rpc("v2.oidc.AuthorizeOrDenyDeviceAuthorization")
def decide(
    ctx: Context, request: m.AuthorizeOrDenyDeviceAuthorizationRequest
) -> m.AuthorizeOrDenyDeviceAuthorizationResponse:
    """Approve or deny what a device asks for."""
    if request.HasField("session"):
        session = request.session
        devices.approve(ctx, request.device_authorization_id, session.session_id, session.session_token)
    else:
        devices.deny(ctx, request.device_authorization_id)
    return m.AuthorizeOrDenyDeviceAuthorizationResponse()
