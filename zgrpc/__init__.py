"""The Python gRPC client for ZITADEL: complete lists, errors that tell the truth, sync and asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc._client import AsyncClient, Client
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
from zgrpc._pager import AsyncPager, Pager
from zgrpc._version import __version__

if TYPE_CHECKING:
    from zgrpc._credentials import (
        AccessToken,
        ClientCredentials,
        PersonalAccessToken,
        ServiceAccountKey,
        TokenFile,
    )
    from zgrpc._token_error import TokenError

_LAZY = {
    "AccessToken": "zgrpc._credentials",
    "ClientCredentials": "zgrpc._credentials",
    "PersonalAccessToken": "zgrpc._credentials",
    "ServiceAccountKey": "zgrpc._credentials",
    "TokenError": "zgrpc._token_error",
    "TokenFile": "zgrpc._credentials",
}
"""What is imported at its first use, for `import zgrpc` is to cost little more than `import grpc`."""

__all__ = [
    "AbortedError",
    "AccessToken",
    "AlreadyExistsError",
    "AsyncClient",
    "AsyncPager",
    "CancelledError",
    "Client",
    "ClientCredentials",
    "DataLossError",
    "DeadlineExceededError",
    "FailedPreconditionError",
    "IncompleteListError",
    "InternalError",
    "InvalidArgumentError",
    "ListError",
    "ListTooLargeError",
    "NotFoundError",
    "OutOfRangeError",
    "Pager",
    "PermissionDeniedError",
    "PersonalAccessToken",
    "ResourceExhaustedError",
    "ServiceAccountKey",
    "TextMatch",
    "TokenError",
    "TokenFile",
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
