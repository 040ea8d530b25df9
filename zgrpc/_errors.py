"""The errors that calls raise, and which of them a gRPC status becomes.

grpc.RpcError
└─ ZitadelError             one subclass a gRPC status
   ├─ CancelledError          ├─ ResourceExhaustedError
   ├─ UnknownError            ├─ FailedPreconditionError
   ├─ InvalidArgumentError    ├─ AbortedError
   ├─ DeadlineExceededError   ├─ OutOfRangeError
   ├─ NotFoundError           ├─ UnimplementedError
   ├─ AlreadyExistsError      ├─ InternalError
   ├─ PermissionDeniedError   ├─ UnavailableError
   ├─ UnauthenticatedError    └─ DataLossError
Exception
└─ ListError
   ├─ IncompleteListError   the list is not proven complete
   └─ ListTooLargeError     one answer would exceed max_response_bytes
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, cast

import grpc

from zgrpc._secret import without

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from zitadel.message_pb2 import ErrorDetail

    from zgrpc._failure import Failure

_Metadata = tuple[tuple[str, str | bytes], ...]

# Patterns are compiled by the first error and not by the import.
# ZITADEL's v1 services wrap a status into the text of an UNKNOWN one; go-grpc names the code in CamelCase.
_WRAPPED = r"(?s)^rpc error: code = (\w+) desc = (.*)$"
_ERROR_ID = r"\s*\(([A-Z][A-Z0-9_]*-[A-Za-z0-9]+)?\)\s*$"
# gRPC turns an HTTP status that came in place of its own into text.
_TOO_MANY_REQUESTS = r"(?i)HTTP2? ?(header with )?status:? ?(code )?429\b"
_TOO_LARGE = "larger than max"


class ZitadelError(grpc.RpcError):
    """A call that failed, with gRPC's status and ZITADEL's own facts about the error.

    It has the methods of gRPC's own errors (`code`, `details`, `trailing_metadata`, …). `__cause__` is the error that
    gRPC raised. Tests build one with a text, such as ``zgrpc.NotFoundError("no such user")``.

    Attributes:
        slug: ZITADEL's name of the error in newer servers, such as ``user.not_found``; empty if it sent none.
        id: ZITADEL's id of the error, such as ``QUERY-fRunu``, the same in every language; empty if it sent none.
        message: what went wrong, in the language of the request, without the id.
        method: the RPC, such as ``zitadel.management.v1.ManagementService/GetUserByID``.
        detail: the ``zitadel.v1.ErrorDetail`` of the status details; None without one.
        items_before: how many items of a list came before the error; None outside a list.
        retry_after: the seconds that the server or a proxy asks to wait before another attempt; None if it does not.
    """

    def __init__(
        self,
        code: grpc.StatusCode | str = "",
        details: str = "",
        *,
        method: str = "",
        id: str = "",
        slug: str = "",
        message: str = "",
        detail: ErrorDetail | None = None,
        initial_metadata: Sequence[tuple[str, str | bytes]] = (),
        trailing_metadata: Sequence[tuple[str, str | bytes]] = (),
        debug_error_string: str = "",
        retry_after: float | None = None,
    ) -> None:
        if not isinstance(code, grpc.StatusCode):
            details = details or code
            code = _code_of(type(self))
        super().__init__(code, details)
        self.id = id
        self.slug = slug
        self.message = message or details
        self.method = method
        self.detail = detail
        self.items_before: int | None = None
        self.retry_after = None if retry_after == inf else retry_after
        self._never_retry = retry_after == inf
        self._code = code
        self._details = details
        self._initial_metadata = tuple(initial_metadata)
        self._trailing_metadata = tuple(trailing_metadata)
        self._debug_error_string = debug_error_string

    def code(self) -> grpc.StatusCode:
        """Return the status; the real one if the server wrapped it in UNKNOWN."""
        return self._code

    def details(self) -> str:
        """Return the status message as the server sent it."""
        return self._details

    def initial_metadata(self) -> tuple[tuple[str, str | bytes], ...]:
        """Return the metadata that came before the answer."""
        return self._initial_metadata

    def trailing_metadata(  # type: ignore[override]  # as gRPC's own errors, despite its types
        self,
    ) -> tuple[tuple[str, str | bytes], ...]:
        """Return the metadata that came with the status."""
        return self._trailing_metadata

    def debug_error_string(self) -> str:
        """Return the text of gRPC's core about the error."""
        return self._debug_error_string

    @property
    def is_retryable(self) -> bool:
        """Whether the same call may succeed later, unchanged. A write may have happened all the same (UNAVAILABLE)."""
        if self._never_retry or (self._code is grpc.StatusCode.RESOURCE_EXHAUSTED and _TOO_LARGE in self._details):
            return False
        return self._code in _RETRYABLE

    @property
    def is_unchanged(self) -> bool:
        """Whether an update was refused because it changes nothing: FAILED_PRECONDITION with one of ZITADEL's ids."""
        from zgrpc._error_details import UNCHANGED

        return self.id in UNCHANGED or self.slug.endswith((".not_changed", ".unchanged", ".no_changes"))

    @property
    def is_conflict(self) -> bool:
        """Whether the object exists already: ALREADY_EXISTS, or one of ZITADEL's ids under another status."""
        if self._code is grpc.StatusCode.ALREADY_EXISTS:
            return True
        from zgrpc._error_details import CONFLICT

        return self.id in CONFLICT or self.slug.endswith(".already_exists")

    def __str__(self) -> str:
        from zgrpc._counted import counted

        names = ", ".join(filter(None, (self.id, self.slug)))
        known_as = f" ({names})" if names else ""
        after = "" if self.items_before is None else f" [after {counted(self.items_before, 'item')}]"
        return f"{self.method.rpartition('.')[2] or 'call'}: {self._code.name}: {self.message}{known_as}{after}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._code, self._details), self._plain()

    def _plain(self) -> dict[str, object]:
        """Return the attributes for a pickle, which cannot hold the pairs of gRPC's core."""
        return {
            **self.__dict__,
            "_initial_metadata": tuple(map(tuple, self._initial_metadata)),
            "_trailing_metadata": tuple(map(tuple, self._trailing_metadata)),
        }


class CancelledError(ZitadelError):
    """CANCELLED: the call was canceled, by the caller or on the way."""


class UnknownError(ZitadelError):
    """UNKNOWN: the server gave no other status."""


class InvalidArgumentError(ZitadelError):
    """INVALID_ARGUMENT: the server refused a value of the request."""


class DeadlineExceededError(ZitadelError):
    """DEADLINE_EXCEEDED: no answer within the call's timeout; a write may have happened all the same."""


class NotFoundError(ZitadelError):
    """NOT_FOUND: there is no such object, or not for this caller, or no such instance (then without an id)."""


class AlreadyExistsError(ZitadelError):
    """ALREADY_EXISTS: an object with that name or key exists."""


class PermissionDeniedError(ZitadelError):
    """PERMISSION_DENIED: the token's user lacks the permission in this organization, or it does not exist."""


class ResourceExhaustedError(ZitadelError):
    """RESOURCE_EXHAUSTED: a quota or a rate was exceeded, or an answer was larger than the receive limit.

    HTTP 429 of a proxy, which gRPC reports as UNAVAILABLE, is raised as this error.
    """


class FailedPreconditionError(ZitadelError):
    """FAILED_PRECONDITION: the object is not in a state that allows this."""


class AbortedError(ZitadelError):
    """ABORTED: a concurrent change interfered."""


class OutOfRangeError(ZitadelError):
    """OUT_OF_RANGE: a value is outside its range."""


class UnimplementedError(ZitadelError):
    """UNIMPLEMENTED: the server does not know this RPC."""


class InternalError(ZitadelError):
    """INTERNAL: the server failed, or its answer could not be parsed."""


class UnavailableError(ZitadelError):
    """UNAVAILABLE: the server could not be reached."""


class DataLossError(ZitadelError):
    """DATA_LOSS: the server lost data."""


class UnauthenticatedError(ZitadelError):
    """UNAUTHENTICATED: the token is missing, malformed, expired or revoked."""


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


_CLASSES: dict[grpc.StatusCode, type[ZitadelError]] = {
    code: globals()[_camel(code.name) + "Error"] for code in grpc.StatusCode if code is not grpc.StatusCode.OK
}
_RETRYABLE = frozenset({grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED, grpc.StatusCode.ABORTED})


def _code_of(cls: type[ZitadelError]) -> grpc.StatusCode:
    """Return the status of an error class; UNKNOWN for ZitadelError itself."""
    return next((code for code, known in _CLASSES.items() if issubclass(cls, known)), grpc.StatusCode.UNKNOWN)


_BY_GO_NAME = {_camel(code.name): code for code in _CLASSES} | {"Canceled": grpc.StatusCode.CANCELLED}


class ListError(Exception):
    """A list that cannot be returned whole."""


class IncompleteListError(ListError):
    """The server's answers do not prove that the list is complete.

    Attributes:
        received: how many distinct items came out before this error.
        total: how many items the server counts; None if its answers contradict each other.
        missing: how many items are missing at least; None if unknown.
        identities: the identities of the received items (their `id` in most lists).
        method: the RPC, such as ``zitadel.management.v1.ManagementService/ListUserGrants``.
    """

    def __init__(
        self, received: int, total: int | None, *, method: str = "", identities: frozenset[Hashable] = frozenset()
    ) -> None:
        from zgrpc._counted import counted

        self.received = received
        self.total = total
        self.missing = total - received if total is not None and total > received else None
        self.identities = identities
        self.method = method
        lacking = f"{self.missing:,} missing" if self.missing is not None else "not proven complete"
        counts = f"the server counts {total:,}" if total is not None else "the server's totals contradict each other"
        came = counted(received, "distinct item")
        super().__init__(
            f"{method.rpartition('.')[2] or 'list'}: {lacking}: {came} received, {counts}; "
            "divide the list with where=, so that each part fits in one answer, or list it while fewer changes are made"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class ListTooLargeError(ListError):
    """One answer with the whole list would be larger than the client accepts.

    Attributes:
        expected_bytes: the size of that answer, in bytes; None if gRPC refused it without a size.
        max_response_bytes: the largest answer that the client, or its channel, accepts, in bytes.
        total: how many items the server counts; None if unknown.
        method: the RPC, such as ``zitadel.management.v1.ManagementService/ListUserGrants``.
    """

    def __init__(
        self,
        expected_bytes: int | None,
        max_response_bytes: int,
        *,
        total: int | None = None,
        method: str = "",
        filters: Sequence[str] = (),
    ) -> None:
        from zgrpc._counted import counted

        self.expected_bytes = expected_bytes
        self.max_response_bytes = max_response_bytes
        self.total = total
        self.method = method
        size = f"about {expected_bytes:,} bytes" if expected_bytes is not None else "larger than the receive limit"
        items = f" for {counted(total, 'item')}" if total is not None else ""
        divide = f"divide it with where= ({', '.join(filters)}) or " if filters else ""
        super().__init__(
            f"{method.rpartition('.')[2] or 'list'}: the answer would be {size}{items}, more than "
            f"max_response_bytes={max_response_bytes:,}; {divide}raise max_response_bytes of the client, or "
            "grpc.max_receive_message_length of a channel of your own"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(cls: type[ListError], args: tuple[object, ...], state: Mapping[str, object]) -> ListError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def from_grpc(error: Failure | grpc.RpcError, method: str, secret: str | None = None) -> ZitadelError:
    """Return the error to raise in place of one that gRPC raised (a `grpc.Call` or a `grpc.aio.AioRpcError`).

    Args:
        error: what gRPC raised.
        method: the RPC's full name.
        secret: the token of the call, removed wherever the server or a proxy sent it back.
    """
    from zgrpc._error_details import retry_after, status_details

    failed = cast("Failure", error)  # every RpcError that gRPC raises is one, which its types do not say
    code, details = failed.code() or grpc.StatusCode.UNKNOWN, failed.details() or ""
    initial, trailing = tuple(failed.initial_metadata() or ()), tuple(failed.trailing_metadata() or ())
    # A future that was canceled here has none, and would wait for it forever.
    debug = "" if code is grpc.StatusCode.CANCELLED else getattr(error, "debug_error_string", str)() or ""
    given = details, debug, initial, trailing
    if secret:
        details, debug = without(details, secret), without(debug, secret)
        initial, trailing = _without(initial, secret), _without(trailing, secret)
    leaks = given != (details, debug, initial, trailing)
    found_details = status_details(trailing)
    detail = found_details.detail
    text, error_id = details, ""
    if found := re.search(_ERROR_ID, text):
        text, error_id = text[: found.start()], found[1] or ""
    if detail is not None:
        text, error_id = detail.message or text, detail.id or error_id
    elif found_details.slug:
        text, error_id = found_details.message or text, found_details.id or error_id
    if code is grpc.StatusCode.UNAVAILABLE and re.search(_TOO_MANY_REQUESTS, details):
        code = grpc.StatusCode.RESOURCE_EXHAUSTED
    if code is grpc.StatusCode.UNKNOWN and (wrapped := re.match(_WRAPPED, text)):
        code, text = _BY_GO_NAME.get(wrapped[1], code), wrapped[2]
    raised = _CLASSES[code](
        code,
        details,
        method=method,
        id=error_id or found_details.id,
        slug=found_details.slug,
        message=text,
        detail=detail,
        initial_metadata=initial,
        trailing_metadata=trailing,
        debug_error_string=debug,
        retry_after=retry_after((*initial, *trailing), found_details.retry_delay),
    )
    raised.__cause__ = error if isinstance(error, BaseException) and not leaks else None
    raised.__suppress_context__ = True
    return raised


def unparsed(method: str) -> ZitadelError:
    """Return the error for an answer that cannot be parsed; asyncio's gRPC raises none itself."""
    return InternalError(grpc.StatusCode.INTERNAL, "Exception deserializing response!", method=method)


def _without(metadata: _Metadata, secret: str) -> _Metadata:
    return tuple((key, without(value, secret)) for key, value in metadata)
