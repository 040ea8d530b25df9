"""Check who calls a service: tokens, roles, and where the checks plug in. Needs the extra ``zgrpc[guard]``."""

from __future__ import annotations

from zgrpc.guard.application_key import ApplicationKey
from zgrpc.guard.asgi import ASGIMiddleware
from zgrpc.guard.grants import AsyncGrants, Grants
from zgrpc.guard.grpc_aio import AsyncServerInterceptor
from zgrpc.guard.grpc_sync import ServerInterceptor
from zgrpc.guard.guards import AsyncGuard, Guard
from zgrpc.guard.identity import Identity, current_identity
from zgrpc.guard.policy import requires
from zgrpc.guard.refusals import (
    BadSignatureError,
    ExpiredTokenError,
    InactiveTokenError,
    IssuerUnavailableError,
    MalformedTokenError,
    MissingRoleError,
    MissingTokenError,
    NotYetValidError,
    RefusedError,
    WrongAudienceError,
    WrongIssuerError,
)
from zgrpc.guard.wsgi import WSGIMiddleware

__all__ = [
    "ASGIMiddleware",
    "ApplicationKey",
    "AsyncGrants",
    "AsyncGuard",
    "AsyncServerInterceptor",
    "BadSignatureError",
    "ExpiredTokenError",
    "Grants",
    "Guard",
    "Identity",
    "InactiveTokenError",
    "IssuerUnavailableError",
    "MalformedTokenError",
    "MissingRoleError",
    "MissingTokenError",
    "NotYetValidError",
    "RefusedError",
    "ServerInterceptor",
    "WSGIMiddleware",
    "WrongAudienceError",
    "WrongIssuerError",
    "current_identity",
    "requires",
]
