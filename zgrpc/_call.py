"""One RPC as a callable: the path that every call takes, in both flavours."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn, cast

import grpc

from zgrpc._errors import ZitadelError, from_grpc, unparsed
from zgrpc._metadata import AUTHORIZATION, Metadata, Pairs, check_metadata, check_org_id, join
from zgrpc._request import builder

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from zgrpc._core import Core
    from zgrpc._rpc import Rpc
    from zgrpc._tokens import Token


class View:
    """What the calls of one client share: the core, the org, and the metadata built for the current token.

    Attributes:
        core: channel, credentials and settings, shared by all views.
        org_id: the value of `x-zitadel-orgid`; None for the organization of the token's user.
        ready: the last token seen and the metadata of a call with it.
    """

    __slots__ = ("core", "extra", "org_id", "ready")

    def __init__(self, core: Core, org_id: str | None, extra: Pairs) -> None:
        self.core = core
        self.org_id = org_id
        self.extra = extra
        self.ready: tuple[Token | None, Any] = (None, ())

    def metadata(self, token: Token, org_id: str | None = None, more: Metadata | None = None) -> Any:
        """The metadata of a call with `token`, as the flavour's channel takes it."""
        if org_id is None and more is None:
            ready, sent = self.ready
            if ready is not token:
                sent = self.core.pack(join(token.header, self.org_id, self.extra))
                self.ready = token, sent
            return sent
        org_id = self.org_id if org_id is None else check_org_id(org_id)
        more = check_metadata(more)
        said = {key for key, _ in more}
        extra = (*(pair for pair in self.extra if pair[0] not in said), *more)
        return self.core.pack(join(token.header, org_id, extra))


def check_timeout(timeout: Any, argument: str = "timeout") -> float:
    """`timeout` in seconds.

    Raises:
        TypeError: it is no number.
        ValueError: it is not above zero.
    """
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise TypeError(f"{argument} must be a number of seconds, not {type(timeout).__name__}")
    if not 0 < timeout < float("inf"):
        raise ValueError(f"{argument} must be a number of seconds above 0, not {timeout}")
    return timeout


class _Call:
    """What both flavours share."""

    __slots__ = ("_build", "_core", "_invoke", "_request_class", "_view", "rpc")

    def __init__(self, view: View, rpc: Rpc) -> None:
        self.rpc = rpc
        self._view = view
        self._core = view.core
        self._request_class = rpc.request_class
        self._build = builder(self._request_class, self.__name__)
        self._invoke: Any = view.core.multicallable(rpc)

    @property
    def __name__(self) -> str:
        return f"{self.rpc.service}.{self.rpc.python_name}"

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # computed, because most are never read
        from zgrpc._docs import rpc_doc

        return rpc_doc(self.rpc)

    def __repr__(self) -> str:
        return f"<{self.__name__}: {self.rpc.full_name}>"

    def _refuse(self, request: object, fields: dict[str, Any]) -> NoReturn:
        wanted = self._request_class.__name__
        if not isinstance(request, self._request_class):
            raise TypeError(
                f"{self.__name__}() takes a {wanted} or its fields as keywords, not {type(request).__name__}"
            )
        raise TypeError(f"{self.__name__}() takes a {wanted} or its fields as keywords, not both ({', '.join(fields)})")

    def _check_credentials(self, token: Token, metadata: Metadata | None) -> None:
        """Refuse a call without a token that the server would refuse."""
        if token.header is not None or not self.rpc.permission or self._core.brought:
            return
        if not any(key == AUTHORIZATION for key, _ in (*self._view.extra, *check_metadata(metadata))):
            raise ValueError(f"{self.__name__}() needs credentials: pass credentials= to the client")

    def _error(self, error: Any, token: Token) -> ZitadelError:
        return from_grpc(error, self.rpc.full_name, None if token.header is None else token.header.partition(" ")[2])


class Call(_Call):
    """A unary RPC of a `Client`.

    Takes the request message, or its fields as keywords. `timeout` is in seconds (the client's when None), `org_id`
    takes the place of the client's, `metadata` is added to the client's.

    Raises:
        TypeError: an unknown field, or a value of another type.
        ValueError: a value out of its range.
        ZitadelError: the call failed; the subclass tells the status.
    """

    __slots__ = ()
    __doc__ = _Call.__doc__

    def __call__(
        self,
        request: Message | None = None,
        /,
        *,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        **fields: Any,
    ) -> Any:
        if request is None:
            request = self._build(fields)
        elif fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        core = self._core
        now = monotonic()
        timeout = core.timeout if timeout is None else check_timeout(timeout)
        token = core.source.current
        limit = timeout
        if now >= token.renew_at:
            token = core.source.renew(now + timeout)
            self._check_credentials(token, metadata)
            limit = now + timeout - monotonic()
        try:
            return self._invoke(request, limit, self._view.metadata(token, org_id, metadata))
        except grpc.RpcError as error:
            failed = self._error(error, token)
        if failed.code() is grpc.StatusCode.UNAUTHENTICATED:
            fresh = core.source.rejected(token, now + timeout)
            if fresh is not None:
                limit = now + timeout - monotonic()
                try:
                    answer = self._invoke(request, limit, self._view.metadata(fresh, org_id, metadata))
                except grpc.RpcError as error:
                    failed = self._error(error, fresh)
                else:
                    core.source.accepted()
                    return answer
        raise failed

    def start(self, request: Message, *, timeout: float, org_id: str | None, metadata: Metadata | None) -> Any:
        """Begin the call and return at once; the result has `result()` and `cancel()`, and raises gRPC's own errors."""
        token = self._core.source.current
        if monotonic() >= token.renew_at:
            token = self._core.source.renew(monotonic() + timeout)
        return self._invoke.future(request, timeout, self._view.metadata(token, org_id, metadata))


class AsyncCall(_Call):
    """A unary RPC of an `AsyncClient`; as `Call`, and awaited."""

    __slots__ = ()
    __doc__ = _Call.__doc__

    async def __call__(
        self,
        request: Message | None = None,
        /,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - a gRPC deadline, which the server hears of
        org_id: str | None = None,
        metadata: Metadata | None = None,
        **fields: Any,
    ) -> Any:
        if request is None:
            request = self._build(fields)
        elif fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        core = self._core
        now = monotonic()
        timeout = core.timeout if timeout is None else check_timeout(timeout)
        token = core.source.current
        limit = timeout
        if now >= token.renew_at:
            token = await core.source.renew(now + timeout)
            self._check_credentials(token, metadata)
            limit = now + timeout - monotonic()
        try:
            answer = await self._invoke(request, timeout=limit, metadata=self._view.metadata(token, org_id, metadata))
            if answer is None:
                raise unparsed(self.rpc.full_name)
            return answer
        except grpc.aio.AioRpcError as error:
            failed = self._error(error, token)
        if failed.code() is grpc.StatusCode.UNAUTHENTICATED:
            fresh = await core.source.rejected(token, now + timeout)
            if fresh is not None:
                limit = now + timeout - monotonic()
                try:
                    answer = await self._invoke(
                        request, timeout=limit, metadata=self._view.metadata(fresh, org_id, metadata)
                    )
                except grpc.aio.AioRpcError as error:
                    failed = self._error(error, fresh)
                else:
                    core.source.accepted()
                    if answer is None:
                        raise unparsed(self.rpc.full_name)
                    return answer
        raise failed

    def start(
        self, request: Message, *, timeout: float, org_id: str | None, metadata: Metadata | None
    ) -> asyncio.Task[Any]:
        """Begin the call in a task of its own."""
        return asyncio.ensure_future(
            cast("Any", AsyncCall.__call__(self, request, timeout=timeout, org_id=org_id, metadata=metadata))
        )
