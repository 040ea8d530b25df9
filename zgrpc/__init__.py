"""The Python gRPC client for ZITADEL: complete lists, errors with the real status, sync and asyncio.

    with zgrpc.Client("https://acme.zitadel.cloud", credentials=zgrpc.PersonalAccessToken(token)) as zitadel:
        for user in zitadel.management.list_users():
            print(user.user_name)

`Client` and `AsyncClient` have each service as an attribute, and each RPC as an attribute of its service. A list RPC
returns a `Pager` or an `AsyncPager`. A failed call raises a subclass of `ZitadelError`.

Each package imports only from those above it:

- `_contract`: what the API of ZITADEL has: RPCs, filters, limits, and requests from keywords.
- `_transport`: how bytes reach ZITADEL. `_auth`: where tokens come from.
- `_calls`: one call. `_lists`: complete lists. `_bulk`: many calls.
- `_text`: RPCs, fields and filters as text. `_apply`: desired state.
- `guard`, `actions`, `mirror`, `testing`, `load`, `locust`, `cli`: tools that use the client, or serve beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc._version import __version__

if TYPE_CHECKING:
    from zgrpc._apply.bulk import AsyncBulk, Bulk
    from zgrpc._apply.plan import Change, Plan
    from zgrpc._apply.report import Outcome, Report
    from zgrpc._auth.credentials import (
        AccessToken,
        ClientCredentials,
        PersonalAccessToken,
        ServiceAccountKey,
        TokenFile,
        TokenProvider,
    )
    from zgrpc._auth.exchange import TokenExchange
    from zgrpc._auth.system_user import SystemUser
    from zgrpc._auth.token_error import TokenError
    from zgrpc._bulk.batch import AsyncBatch, Batch
    from zgrpc._calls.otel import OpenTelemetry
    from zgrpc._calls.watch import CallInfo
    from zgrpc._client import AsyncClient, Client
    from zgrpc._contract.plain import enum_name, to_dict
    from zgrpc._diagnose import Check, Diagnosis
    from zgrpc._errors import (
        AbortedError,
        AlreadyExistsError,
        CancelledError,
        DataLossError,
        DeadlineExceededError,
        FailedPreconditionError,
        IncompleteListError,
        InternalError,
        InvalidArgumentError,
        ListError,
        ListTooLargeError,
        NotFoundError,
        OutOfRangeError,
        PermissionDeniedError,
        ResourceExhaustedError,
        UnauthenticatedError,
        UnavailableError,
        UnimplementedError,
        UnknownError,
        ZitadelError,
    )
    from zgrpc._lists.match import TextMatch, and_, contains, ends_with, equals, not_, or_, starts_with
    from zgrpc._lists.pager import AsyncPager, Pager
    from zgrpc._transport.tls import TLS
    from zgrpc._wait import wait_for

_LAZY = {
    "AbortedError": "zgrpc._errors",
    "AccessToken": "zgrpc._auth.credentials",
    "AlreadyExistsError": "zgrpc._errors",
    "AsyncBatch": "zgrpc._bulk.batch",
    "AsyncBulk": "zgrpc._apply.bulk",
    "AsyncClient": "zgrpc._client",
    "AsyncPager": "zgrpc._lists.pager",
    "Batch": "zgrpc._bulk.batch",
    "Bulk": "zgrpc._apply.bulk",
    "CallInfo": "zgrpc._calls.watch",
    "CancelledError": "zgrpc._errors",
    "Change": "zgrpc._apply.plan",
    "Check": "zgrpc._diagnose",
    "Client": "zgrpc._client",
    "ClientCredentials": "zgrpc._auth.credentials",
    "DataLossError": "zgrpc._errors",
    "DeadlineExceededError": "zgrpc._errors",
    "Diagnosis": "zgrpc._diagnose",
    "FailedPreconditionError": "zgrpc._errors",
    "IncompleteListError": "zgrpc._errors",
    "InternalError": "zgrpc._errors",
    "InvalidArgumentError": "zgrpc._errors",
    "ListError": "zgrpc._errors",
    "ListTooLargeError": "zgrpc._errors",
    "NotFoundError": "zgrpc._errors",
    "OpenTelemetry": "zgrpc._calls.otel",
    "OutOfRangeError": "zgrpc._errors",
    "Outcome": "zgrpc._apply.report",
    "Pager": "zgrpc._lists.pager",
    "PermissionDeniedError": "zgrpc._errors",
    "PersonalAccessToken": "zgrpc._auth.credentials",
    "Plan": "zgrpc._apply.plan",
    "Report": "zgrpc._apply.report",
    "ResourceExhaustedError": "zgrpc._errors",
    "ServiceAccountKey": "zgrpc._auth.credentials",
    "SystemUser": "zgrpc._auth.system_user",
    "TLS": "zgrpc._transport.tls",
    "TextMatch": "zgrpc._lists.match",
    "TokenError": "zgrpc._auth.token_error",
    "TokenExchange": "zgrpc._auth.exchange",
    "TokenFile": "zgrpc._auth.credentials",
    "TokenProvider": "zgrpc._auth.credentials",
    "UnauthenticatedError": "zgrpc._errors",
    "UnavailableError": "zgrpc._errors",
    "UnimplementedError": "zgrpc._errors",
    "UnknownError": "zgrpc._errors",
    "ZitadelError": "zgrpc._errors",
    "and_": "zgrpc._lists.match",
    "contains": "zgrpc._lists.match",
    "ends_with": "zgrpc._lists.match",
    "enum_name": "zgrpc._contract.plain",
    "equals": "zgrpc._lists.match",
    "not_": "zgrpc._lists.match",
    "or_": "zgrpc._lists.match",
    "starts_with": "zgrpc._lists.match",
    "to_dict": "zgrpc._contract.plain",
    "wait_for": "zgrpc._wait",
}
"""Where each name comes from. A name is imported at its first use, so importing a part of `zgrpc` does not import gRPC.
pytest does that in every project that has zgrpc installed, because it loads the plugin."""

__all__ = [
    "TLS",
    "AbortedError",
    "AccessToken",
    "AlreadyExistsError",
    "AsyncBatch",
    "AsyncBulk",
    "AsyncClient",
    "AsyncPager",
    "Batch",
    "Bulk",
    "CallInfo",
    "CancelledError",
    "Change",
    "Check",
    "Client",
    "ClientCredentials",
    "DataLossError",
    "DeadlineExceededError",
    "Diagnosis",
    "FailedPreconditionError",
    "IncompleteListError",
    "InternalError",
    "InvalidArgumentError",
    "ListError",
    "ListTooLargeError",
    "NotFoundError",
    "OpenTelemetry",
    "OutOfRangeError",
    "Outcome",
    "Pager",
    "PermissionDeniedError",
    "PersonalAccessToken",
    "Plan",
    "Report",
    "ResourceExhaustedError",
    "ServiceAccountKey",
    "SystemUser",
    "TextMatch",
    "TokenError",
    "TokenExchange",
    "TokenFile",
    "TokenProvider",
    "UnauthenticatedError",
    "UnavailableError",
    "UnimplementedError",
    "UnknownError",
    "ZitadelError",
    "__version__",
    "and_",
    "contains",
    "ends_with",
    "enum_name",
    "equals",
    "not_",
    "or_",
    "starts_with",
    "to_dict",
    "wait_for",
]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    from zgrpc._python import refuse_free_threading

    refuse_free_threading()  # before grpc is imported, which would fail there without saying why
    value = getattr(importlib.import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
