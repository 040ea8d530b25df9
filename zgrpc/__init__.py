"""The Python gRPC client for ZITADEL: complete lists, errors that tell the truth, sync and asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc._version import __version__

if TYPE_CHECKING:
    from zgrpc._batch import AsyncBatch, Batch
    from zgrpc._client import AsyncClient, Client
    from zgrpc._credentials import (
        AccessToken,
        ClientCredentials,
        PersonalAccessToken,
        ServiceAccountKey,
        TokenFile,
        TokenProvider,
    )
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
    from zgrpc._match import TextMatch, and_, contains, ends_with, equals, not_, or_, starts_with
    from zgrpc._otel import OpenTelemetry
    from zgrpc._pager import AsyncPager, Pager
    from zgrpc._tls import TLS
    from zgrpc._token_error import TokenError
    from zgrpc._wait import wait_for
    from zgrpc._watch import CallInfo

_LAZY = {
    "AbortedError": "zgrpc._errors",
    "AccessToken": "zgrpc._credentials",
    "AlreadyExistsError": "zgrpc._errors",
    "AsyncBatch": "zgrpc._batch",
    "AsyncClient": "zgrpc._client",
    "AsyncPager": "zgrpc._pager",
    "Batch": "zgrpc._batch",
    "CallInfo": "zgrpc._watch",
    "CancelledError": "zgrpc._errors",
    "Check": "zgrpc._diagnose",
    "Client": "zgrpc._client",
    "ClientCredentials": "zgrpc._credentials",
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
    "OpenTelemetry": "zgrpc._otel",
    "OutOfRangeError": "zgrpc._errors",
    "Pager": "zgrpc._pager",
    "PermissionDeniedError": "zgrpc._errors",
    "PersonalAccessToken": "zgrpc._credentials",
    "ResourceExhaustedError": "zgrpc._errors",
    "ServiceAccountKey": "zgrpc._credentials",
    "TLS": "zgrpc._tls",
    "TextMatch": "zgrpc._match",
    "TokenError": "zgrpc._token_error",
    "TokenFile": "zgrpc._credentials",
    "TokenProvider": "zgrpc._credentials",
    "UnauthenticatedError": "zgrpc._errors",
    "UnavailableError": "zgrpc._errors",
    "UnimplementedError": "zgrpc._errors",
    "UnknownError": "zgrpc._errors",
    "ZitadelError": "zgrpc._errors",
    "and_": "zgrpc._match",
    "contains": "zgrpc._match",
    "ends_with": "zgrpc._match",
    "equals": "zgrpc._match",
    "not_": "zgrpc._match",
    "or_": "zgrpc._match",
    "starts_with": "zgrpc._match",
    "wait_for": "zgrpc._wait",
}
"""Where each name comes from, imported at its first use: whoever imports `zgrpc` for one of its parts does not wait for
gRPC. pytest is one of them, in every project that has zgrpc installed: it loads the plugin."""

__all__ = [
    "TLS",
    "AbortedError",
    "AccessToken",
    "AlreadyExistsError",
    "AsyncBatch",
    "AsyncClient",
    "AsyncPager",
    "Batch",
    "CallInfo",
    "CancelledError",
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
    "Pager",
    "PermissionDeniedError",
    "PersonalAccessToken",
    "ResourceExhaustedError",
    "ServiceAccountKey",
    "TextMatch",
    "TokenError",
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
    "equals",
    "not_",
    "or_",
    "starts_with",
    "wait_for",
]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
