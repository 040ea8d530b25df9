"""What a bound RPC knows and checks in either flavor: its options, the request, its documentation, and its errors."""

from __future__ import annotations

from functools import partial
from logging import DEBUG, getLogger
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self

import grpc

from zgrpc._backoff import READS
from zgrpc._calls.metadata import AUTHORIZATION, Metadata, Pairs, check_metadata, check_org_id, hide_metadata
from zgrpc._calls.timeout import check_timeout
from zgrpc._contract.rpc import OPTIONS
from zgrpc._errors import ZitadelError, from_grpc
from zgrpc._secret import Secret, hide_secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from inspect import Signature

    from google.protobuf.message import Message
    from typing_extensions import TypeVar

    from zgrpc._auth.protocols import AnyTokenSource, Token
    from zgrpc._backoff import Backoff
    from zgrpc._calls.core import AnyCore
    from zgrpc._calls.scope import Scope
    from zgrpc._contract.rpc import Rpc
    from zgrpc._failure import Failure

    # A bare `BoundRpc` in an annotation is one of either flavor.
    CoreT = TypeVar("CoreT", bound=AnyCore, default=AnyCore)
    SourceT = TypeVar("SourceT", bound=AnyTokenSource, default=AnyTokenSource)
    # What a call returns: the answer, or a coroutine that does.
    Returned_co = TypeVar("Returned_co", default=object, covariant=True)
    T = TypeVar("T")
else:
    from typing import TypeVar

    CoreT, SourceT, Returned_co = TypeVar("CoreT"), TypeVar("SourceT"), TypeVar("Returned_co")

__all__ = ["BoundRpc", "CoreT", "Returned_co", "SourceT", "documented"]

_enabled_for = getLogger("zgrpc").isEnabledFor  # not from `watch`, which a client does not load

# Typed as Any because the checkers know `__doc__` as a plain string; computed, because most are never read.
documented: Any = property(lambda call: _documentation(call.rpc))


def _documentation(rpc: Rpc) -> str:
    from zgrpc._contract.docs import rpc_doc

    return rpc_doc(rpc)


_VARIABLES = (
    "A client from the environment takes them from ZITADEL_TOKEN, ZITADEL_TOKEN_FILE, ZITADEL_KEY_FILE, ZITADEL_KEY, "
    "or ZITADEL_CLIENT_ID with ZITADEL_CLIENT_SECRET"
)

# What gRPC itself reports if there is no connection; every other status came from a server.
_UNCONNECTED = frozenset(
    {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED, grpc.StatusCode.UNKNOWN}
)


class BoundRpc(Generic[CoreT, SourceT, Returned_co]):
    """What `Call` and `AsyncCall` share."""

    __slots__ = ("_backoff", "_build", "_core", "_fields_first", "_path", "_request_class", "_scope", "_timeout", "rpc")
    _options: tuple[str, ...] = OPTIONS
    _copied: tuple[str, ...] = __slots__

    def __init__(self, scope: Scope[CoreT, SourceT], rpc: Rpc) -> None:
        from zgrpc._contract.request import builder

        self.rpc = rpc
        self._scope = scope
        self._core = core = scope.core
        self._path = rpc.path
        self._timeout = core.timeout
        self._backoff = READS if core.settings.repeats(rpc) else None
        self._request_class = rpc.request_class
        self._build = builder(self._request_class, self.__name__, self._options)
        self._fields_first = frozenset(self._options).intersection(self._request_class.DESCRIPTOR.fields_by_name)

    @property
    def __name__(self) -> str:
        return f"{self.rpc.service}.{self.rpc.python_name}"

    @property
    def __signature__(self) -> Signature:
        from zgrpc._calls.signature import signature

        return signature(self._request_class, self._options)

    def __repr__(self) -> str:
        return f"<{self.__name__}: {self.rpc.full_name}>"

    def with_options(
        self,
        *,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        retry: bool | None = None,
        token: str | None = None,
    ) -> Self:
        """Return the RPC bound anew, with other call options; None leaves an option as it is.

        For RPCs whose request has a field with an option's name: as a keyword of the call, that name means the field.

        Args:
            timeout: seconds that a call may take.
            org_id: the organization to act in (`x-zitadel-orgid`).
            metadata: pairs of key and value, added to the client's.
            retry: whether a call that is answered UNAVAILABLE is repeated.
            token: the access token to send instead of the client's.

        Raises:
            TypeError: an option is of the wrong type.
            ValueError: an option is out of its range.
        """
        token, metadata = hide_secret(token), hide_metadata(metadata)
        scope = self._scope
        if org_id is not None:
            scope = scope.with_org(check_org_id(org_id))
        if metadata is not None:
            scope = scope.with_metadata(check_metadata(metadata))
        bound = self._in(scope if token is None else self._with_token(scope, token))
        if timeout is not None:
            bound._timeout = check_timeout(timeout)
        if retry is not None:
            if not isinstance(retry, bool):
                raise TypeError(f"retry must be True or False, not {type(retry).__name__}")
            bound._backoff = READS if retry else None
        return bound

    def _in(self, scope: Scope[CoreT, SourceT]) -> Self:
        """Return the RPC bound in another scope."""
        bound = object.__new__(type(self))
        for name in self._copied:
            setattr(bound, name, getattr(self, name))
        bound._scope = scope
        return bound

    def _with_token(self, scope: Scope[CoreT, SourceT], token: str) -> Scope[CoreT, SourceT]:
        from zgrpc._auth.endpoint import check_token

        return scope.with_token(self.given_token(check_token(token, "token")))

    def __call__(
        self,
        request: Message | None = None,
        /,
        *,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        token: str | None = None,
        **fields: Any,
    ) -> Returned_co:
        if token is not None or metadata is not None:
            token, metadata = self._hidden(token, metadata)
        if self._fields_first:
            self = self.with_options(  # noqa: PLW0642 - this call of this RPC, with its options bound
                timeout=self._unless_field("timeout", timeout, fields),
                org_id=self._unless_field("org_id", org_id, fields),
                metadata=self._unless_field("metadata", metadata, fields),
                token=self._unless_field("token", token, fields),
            )
            timeout = org_id = metadata = None
        elif token is not None:
            self = self._in(self._with_token(self._scope, token))  # noqa: PLW0642 - with its token bound
        if request is None:
            request = self._build(fields)
        elif fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        timeout = self._timeout if timeout is None else check_timeout(timeout)
        if org_id is not None:
            check_org_id(org_id)
        if metadata is not None:
            metadata = check_metadata(metadata)
        if self._core.watched or _enabled_for(DEBUG):
            return self._watch(request, timeout, org_id, metadata, self._backoff)
        return self._send(request, timeout, org_id, metadata, self._backoff)

    def send(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Returned_co:
        """Make the call with arguments that were checked; `backoff` is for UNAVAILABLE, None not to repeat."""
        how = self._watch if self._core.watched or _enabled_for(DEBUG) else self._send
        return how(request, timeout, org_id, metadata, backoff)

    def prepared(self, request: Message) -> Callable[[], Returned_co]:
        """Return a function that makes the call with `request` each time, and checks nothing again; not for lists."""
        how = self._watch if self._core.watched or _enabled_for(DEBUG) else self._send
        return partial(how, request, self._timeout, None, None, self._backoff)

    def _hidden(self, token: str | None, metadata: Metadata | None) -> tuple[str | None, Metadata | None]:
        """Return what may hold a secret so that no traceback shows it; metadata that is a field stays as it is."""
        return hide_secret(token), metadata if "metadata" in self._fields_first else hide_metadata(metadata)

    def _unless_field(self, name: str, value: T, fields: dict[str, object]) -> T | None:
        """Return the value of a call option; None if it names a field of the request, which then goes to `fields`."""
        if value is None or name not in self._fields_first:
            return value
        fields[name] = value
        return None

    given_token: Callable[[Secret], SourceT]
    """Makes the flavor's source for a token that the caller passes."""

    _watch: Callable[[Message, float, str | None, Pairs | None, Backoff | None], Returned_co]
    _send: Callable[[Message, float, str | None, Pairs | None, Backoff | None], Returned_co]

    def _refuse(self, request: object, fields: dict[str, object]) -> NoReturn:
        wanted = self._request_class.__name__
        if not isinstance(request, self._request_class):
            raise TypeError(
                f"{self.__name__}() takes a {wanted} or its fields as keywords, not {type(request).__name__}"
            )
        options = sorted(self._fields_first.intersection(fields))
        hint = f"; pass call options to with_options(): {', '.join(options)}" if options else ""
        raise TypeError(
            f"{self.__name__}() takes a {wanted} or its fields as keywords, not both ({', '.join(fields)}){hint}"
        )

    def _check_credentials(self, token: Token, metadata: Pairs | None) -> None:
        """Reject a call without a token that the server would refuse."""
        if token.header is not None or not self.rpc.permission or self._core.own_channel:
            return
        if not any(key == AUTHORIZATION for key, _ in (*self._scope.extra, *(metadata or ()))):
            raise ValueError(f"{self.__name__}() needs credentials: pass credentials= to the client. {_VARIABLES}")

    def _error(self, error: Failure | grpc.RpcError, token: Token) -> ZitadelError:
        """Return the error of an attempt that was made with `token`, without that token in it."""
        from zgrpc._transport.hints import hint

        secret = None if token.header is None else Secret(token.header.partition(" ")[2])
        failed = from_grpc(error, self.rpc.full_name, secret)
        if failed.code() not in _UNCONNECTED:
            self._core.answered()
        if not failed.id and (meaning := hint(failed.details())):
            failed.message = f"{failed.message} (likely cause: {meaning})"
        return failed
