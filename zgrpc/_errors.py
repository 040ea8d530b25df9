"""The errors that calls raise.

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
   ├─ IncompleteListError   the list could not be shown to be complete
   └─ ListTooLargeError     one answer would pass max_response_bytes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import grpc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zitadel.message_pb2 import ErrorDetail

_Metadata = tuple[tuple[str, str | bytes], ...]

_STATUS_DETAILS = "grpc-status-details-bin"
# ZITADEL's v1 services wrap a status into the text of an UNKNOWN one; go-grpc names the code in CamelCase.
_WRAPPED = re.compile(r"^rpc error: code = (\w+) desc = (.*)$", re.DOTALL)
_ERROR_ID = re.compile(r"\s*\(([A-Z][A-Z0-9_]*-[A-Za-z0-9]+)?\)\s*$")
_REDACTED = "[redacted]"


class ZitadelError(grpc.RpcError):
    """A call that failed, with gRPC's status and what ZITADEL said of it.

    It answers as gRPC's own errors do (`code`, `details`, `trailing_metadata`, …); `__cause__` is the error as gRPC
    raised it.

    Attributes:
        id: ZITADEL's id of the error, such as ``QUERY-fRunu``, the same in every language; empty where it sent none.
        message: what went wrong, in the language of the request, without the id.
        method: the RPC, such as ``zitadel.management.v1.ManagementService/GetUserByID``.
        detail: the ``zitadel.v1.ErrorDetail`` of the status details; None where there is none.
        items_before: how many items of a list came before the error; None outside a list.
    """

    def __init__(
        self,
        code: grpc.StatusCode,
        details: str = "",
        *,
        method: str = "",
        id: str = "",
        message: str = "",
        detail: ErrorDetail | None = None,
        initial_metadata: Sequence[tuple[str, str | bytes]] = (),
        trailing_metadata: Sequence[tuple[str, str | bytes]] = (),
        debug_error_string: str = "",
    ) -> None:
        super().__init__(code, details)
        self.id = id
        self.message = message or details
        self.method = method
        self.detail = detail
        self.items_before: int | None = None
        self._code = code
        self._details = details
        self._initial_metadata = tuple(initial_metadata)
        self._trailing_metadata = tuple(trailing_metadata)
        self._debug_error_string = debug_error_string

    def code(self) -> grpc.StatusCode:
        """The status; the real one where the server hid it in UNKNOWN."""
        return self._code

    def details(self) -> str:
        """The status message as the server sent it."""
        return self._details

    def initial_metadata(self) -> _Metadata:
        """The metadata that came before the answer."""
        return self._initial_metadata

    def trailing_metadata(self) -> Any:
        """The metadata that came with the status."""
        return self._trailing_metadata

    def debug_error_string(self) -> str:
        """What gRPC's core knows of the error."""
        return self._debug_error_string

    def __str__(self) -> str:
        said_id = f" ({self.id})" if self.id else ""
        after = "" if self.items_before is None else f" [after {self.items_before} items]"
        return f"{self.method.rpartition('.')[2] or 'call'}: {self._code.name}: {self.message}{said_id}{after}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._code, self._details), _plain(self.__dict__)


class CancelledError(ZitadelError):
    """CANCELLED: the call was cancelled, by the caller or on the way."""


class UnknownError(ZitadelError):
    """UNKNOWN: the server said no more than that."""


class InvalidArgumentError(ZitadelError):
    """INVALID_ARGUMENT: the server refused a value of the request."""


class DeadlineExceededError(ZitadelError):
    """DEADLINE_EXCEEDED: no answer within the call's timeout; a write may have happened all the same."""


class NotFoundError(ZitadelError):
    """NOT_FOUND: there is no such thing, or not for this caller, or no such instance (then without an id)."""


class AlreadyExistsError(ZitadelError):
    """ALREADY_EXISTS: something with that name or key is there."""


class PermissionDeniedError(ZitadelError):
    """PERMISSION_DENIED: the token's user lacks the permission in this org, or there is no such org."""


class ResourceExhaustedError(ZitadelError):
    """RESOURCE_EXHAUSTED: a quota or a rate was passed, or an answer was larger than the receive limit."""


class FailedPreconditionError(ZitadelError):
    """FAILED_PRECONDITION: the thing is not in a state that allows this."""


class AbortedError(ZitadelError):
    """ABORTED: something else got in between."""


class OutOfRangeError(ZitadelError):
    """OUT_OF_RANGE: a value is past its range."""


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


def _plain(state: dict[str, Any]) -> dict[str, Any]:
    """An error's attributes for a pickle, which cannot hold the pairs of gRPC's core."""
    pairs = {name: tuple(map(tuple, state[name])) for name in ("_initial_metadata", "_trailing_metadata")}
    return {**state, **pairs}


_CLASSES: dict[grpc.StatusCode, type[ZitadelError]] = {
    code: globals()[_camel(code.name) + "Error"] for code in grpc.StatusCode if code is not grpc.StatusCode.OK
}
_BY_GO_NAME = {_camel(code.name): code for code in _CLASSES} | {"Canceled": grpc.StatusCode.CANCELLED}


class ListError(Exception):
    """A list that could not be given whole."""


class IncompleteListError(ListError):
    """The server's answers do not add up to the whole list.

    Attributes:
        received: how many distinct items came out before this error.
        total: how many the server said there are; None where its answers contradict each other.
        missing: how many are missing; None where that cannot be told.
        identities: what the received items are told apart by (their `id` in most lists).
        method: the RPC, such as ``zitadel.management.v1.ManagementService/ListUserGrants``.
    """

    def __init__(
        self, received: int, total: int | None, *, method: str = "", identities: frozenset[Any] = frozenset()
    ) -> None:
        self.received = received
        self.total = total
        self.missing = total - received if total is not None and total > received else None
        self.identities = identities
        self.method = method
        lacking = f"{self.missing} missing" if self.missing is not None else "an unknown number missing"
        said = f"the server says {total}" if total is not None else "the server's totals contradict each other"
        super().__init__(
            f"{method.rpartition('.')[2] or 'list'}: {lacking}: {received} distinct items received, {said}; "
            "it caps its answers and gives them in no stable order, so divide the list with where="
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class ListTooLargeError(ListError):
    """One answer with the whole list would be larger than the client takes.

    Attributes:
        expected_bytes: how large it would be, in bytes; None where gRPC refused it without saying.
        max_response_bytes: how large an answer the client takes, in bytes, or the channel that was given to it.
        total: how many items the server said there are; None where that is not known.
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
        self.expected_bytes = expected_bytes
        self.max_response_bytes = max_response_bytes
        self.total = total
        self.method = method
        size = f"about {expected_bytes:,} bytes" if expected_bytes is not None else "larger than the receive limit"
        items = f" for {total:,} items" if total is not None else ""
        divide = f"divide it with where= ({', '.join(filters)}) or " if filters else ""
        super().__init__(
            f"{method.rpartition('.')[2] or 'list'}: the answer would be {size}{items}, more than "
            f"max_response_bytes={max_response_bytes:,}; {divide}raise max_response_bytes of the client, or "
            "grpc.max_receive_message_length of a channel of your own"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(cls: type[ListError], args: tuple[Any, ...], state: dict[str, Any]) -> ListError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def from_grpc(error: Any, method: str, secret: str | None = None) -> ZitadelError:
    """The error to raise in place of one that gRPC raised (a `grpc.Call` or a `grpc.aio.AioRpcError`).

    Args:
        error: what gRPC raised.
        method: the RPC's full name.
        secret: the token of the call, taken out wherever the server or a proxy said it back.
    """
    code, details = error.code() or grpc.StatusCode.UNKNOWN, error.details() or ""
    initial, trailing = tuple(error.initial_metadata() or ()), tuple(error.trailing_metadata() or ())
    # A future that was cancelled here has none, and would wait for it forever.
    debug = "" if code is grpc.StatusCode.CANCELLED else getattr(error, "debug_error_string", str)() or ""
    leaks = False
    if secret and secret in f"{details}{debug}{initial}{trailing}":
        leaks = True
        details, debug = details.replace(secret, _REDACTED), debug.replace(secret, _REDACTED)
        initial, trailing = _without(initial, secret), _without(trailing, secret)
    detail = _error_detail(trailing)
    text, error_id = details, ""
    if found := _ERROR_ID.search(text):
        text, error_id = text[: found.start()], found[1] or ""
    if detail is not None:
        text, error_id = detail.message or text, detail.id or error_id
    if code is grpc.StatusCode.UNKNOWN and (wrapped := _WRAPPED.match(text)):
        code, text = _BY_GO_NAME.get(wrapped[1], code), wrapped[2]
    raised = _CLASSES[code](
        code,
        details,
        method=method,
        id=error_id,
        message=text,
        detail=detail,
        initial_metadata=initial,
        trailing_metadata=trailing,
        debug_error_string=debug,
    )
    raised.__cause__ = None if leaks else error
    raised.__suppress_context__ = True
    return raised


def unparsed(method: str) -> ZitadelError:
    """The error for an answer that could not be parsed, for which asyncio's gRPC raises none itself."""
    return InternalError(grpc.StatusCode.INTERNAL, "Exception deserializing response!", method=method)


def _without(metadata: _Metadata, secret: str) -> _Metadata:
    hidden = secret.encode()
    return tuple(
        (key, value.replace(secret, _REDACTED) if isinstance(value, str) else value.replace(hidden, b"[redacted]"))
        for key, value in metadata
    )


def _error_detail(trailing: _Metadata) -> ErrorDetail | None:
    for key, value in trailing:
        if key == _STATUS_DETAILS and isinstance(value, bytes):
            from google.protobuf.message import DecodeError
            from google.rpc.status_pb2 import Status
            from zitadel.message_pb2 import ErrorDetail

            found = ErrorDetail()
            try:
                if any(part.Unpack(found) for part in Status.FromString(value).details):
                    return found
            except DecodeError:
                return None  # another proxy's idea of status details says nothing about the call
    return None
