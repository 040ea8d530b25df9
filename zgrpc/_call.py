"""One RPC as a callable: the path that every call takes, in both flavours."""

from __future__ import annotations

import asyncio
import time
from logging import DEBUG
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

import grpc

from zgrpc._arguments import check_timeout
from zgrpc._errors import ZitadelError, from_grpc, unparsed
from zgrpc._hints import hint
from zgrpc._metadata import AUTHORIZATION, Metadata, Pairs, check_metadata, check_org_id, join
from zgrpc._recovery import REFRESH, next_step, raise_if_closed, recovery
from zgrpc._request import OPTIONS, builder
from zgrpc._retry import pauses
from zgrpc._secret import Secret
from zgrpc._watch import Watch, debug, event

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from google.protobuf.message import Message

    from zgrpc._core import Core
    from zgrpc._rpc import Rpc
    from zgrpc._tokens import Token

    _Repeat = Iterable[float] | None


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

    def metadata(self, token: Token, org_id: str | None = None, more: Pairs | None = None) -> Any:
        """The metadata of a call with `token`, as the flavour's channel takes it; `org_id` and `more` are checked."""
        if org_id is None and more is None:
            ready, sent = self.ready
            if ready is not token:
                sent = self.core.pack(join(token.header, self.org_id, self.extra))
                self.ready = token, sent
            return sent
        more = more or ()
        said = {key for key, _ in more}
        extra = (*(pair for pair in self.extra if pair[0] not in said), *more)
        return self.core.pack(join(token.header, self.org_id if org_id is None else org_id, extra))


class _Unbound:
    """In place of gRPC's callable until the first call, and again where the channel has to be another one."""

    __slots__ = ("_call",)

    def __init__(self, call: _Call) -> None:
        self._call = call

    def _bound(self) -> Any:
        call = self._call
        call._invoke = bound = call._core.multicallable(call.rpc)
        return bound

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._bound()(*args, **kwargs)

    def future(self, *args: Any, **kwargs: Any) -> Any:
        return self._bound().future(*args, **kwargs)


# Typed as Any because the checkers know `__doc__` as a plain string; computed, because most are never read.
documented: Any = property(lambda call: _documentation(call.rpc))


def _documentation(rpc: Rpc) -> str:
    from zgrpc._docs import rpc_doc

    return rpc_doc(rpc)


class _Call:
    """What both flavours share."""

    __slots__ = ("__weakref__", "_build", "_core", "_invoke", "_request_class", "_view", "rpc")
    _options: tuple[str, ...] = OPTIONS

    def __init__(self, view: View, rpc: Rpc) -> None:
        self.rpc = rpc
        self._view = view
        self._core = view.core
        self._request_class = rpc.request_class
        self._build = builder(self._request_class, self.__name__, self._options)
        self.unbind()
        view.core.bound.add(self)

    def unbind(self) -> None:
        """Take gRPC's callable anew at the next call."""
        self._invoke: Any = _Unbound(self)

    @property
    def __name__(self) -> str:
        return f"{self.rpc.service}.{self.rpc.python_name}"

    def __repr__(self) -> str:
        return f"<{self.__name__}: {self.rpc.full_name}>"

    def _refuse(self, request: object, fields: dict[str, Any]) -> NoReturn:
        wanted = self._request_class.__name__
        if not isinstance(request, self._request_class):
            raise TypeError(
                f"{self.__name__}() takes a {wanted} or its fields as keywords, not {type(request).__name__}"
            )
        raise TypeError(f"{self.__name__}() takes a {wanted} or its fields as keywords, not both ({', '.join(fields)})")

    def _check_credentials(self, token: Any, metadata: Pairs | None) -> None:
        """Refuse a call without a token that the server would refuse."""
        if token.header is not None or not self.rpc.permission or self._core.brought:
            return
        if not any(key == AUTHORIZATION for key, _ in (*self._view.extra, *(metadata or ()))):
            raise ValueError(f"{self.__name__}() needs credentials: pass credentials= to the client")

    def _error(self, error: Any, token: Any) -> ZitadelError:
        secret = None if token.header is None else Secret(token.header.partition(" ")[2])
        failed = from_grpc(error, self.rpc.full_name, secret)
        if failed.code() not in _UNCONNECTED:
            self._core.connected = True
        if not failed.id and (meaning := hint(failed.details())):
            failed.message = f"{failed.message} (likely cause: {meaning})"
        return failed

    def _pauses(self, failed: ZitadelError, wanted: _Repeat) -> Iterable[float]:
        """Before each repetition after UNAVAILABLE; none where it never was connected: that is told at once."""
        core = self._core
        if not core.connected and (wanted is None or hint(failed.details())):
            return ()
        if wanted is not None:
            return wanted
        return pauses() if (self.rpc.service, self.rpc.python_name) in core.settings.retry else ()


# What gRPC itself says where there is no connection; anything else came from a server.
_UNCONNECTED = frozenset(
    {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED, grpc.StatusCode.UNKNOWN}
)


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
    __doc__ = documented

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
        timeout = self._core.timeout if timeout is None else check_timeout(timeout)
        if org_id is not None:
            check_org_id(org_id)
        if metadata is not None:
            metadata = check_metadata(metadata)
        if self._core.watched or debug(DEBUG):
            return self._watch(request, timeout, org_id, metadata, None)
        return self._send(request, timeout, org_id, metadata, None)

    def send(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, repeat: _Repeat
    ) -> Any:
        """Make the call; `repeat` is the seconds to pause before each repetition after UNAVAILABLE; None: as usual."""
        how = self._watch if self._core.watched or debug(DEBUG) else self._send
        return how(request, timeout, org_id, metadata, repeat)

    def _watch(self, request: Any, timeout: float, org_id: Any, metadata: Any, repeat: Any) -> Any:
        watch = Watch(self, org_id)
        if watch.metadata:
            metadata = (*watch.metadata, *(metadata or ()))
        with watch:
            return self._send(request, timeout, org_id, metadata, repeat)

    def _send(self, request: Any, timeout: float, org_id: Any, metadata: Any, repeat: Any) -> Any:
        core = self._core
        now = monotonic()
        token = core.source.current
        limit = timeout
        if now >= token.renew_at:
            token = core.source.renew(now + timeout)
            self._check_credentials(token, metadata)
            limit = now + timeout - monotonic()
            event("zgrpc.token", generation=token.generation, waited=timeout - limit)
        try:
            answer = self._invoke(request, limit, self._view.metadata(token, org_id, metadata))
        except grpc.RpcError as error:
            failed = self._error(error, token)
        except ValueError:
            core.check_open()  # gRPC says it of a channel that was closed meanwhile
            raise
        else:
            core.connected = True
            return answer
        repeat = self._pauses(failed, repeat)
        return self._recover(failed, request, token, now + timeout, org_id, metadata, repeat)

    def _recover(
        self, failed: ZitadelError, request: Any, token: Any, deadline: float, org_id: Any, metadata: Any, repeat: Any
    ) -> Any:
        core, refreshed, how = self._core, False, {}
        steps = recovery(failed, repeat)
        step = next(steps, None)
        while step is not None:
            if step is REFRESH:
                token = core.source.rejected(token, deadline)
                if token is None:
                    break
                refreshed = True
                event("zgrpc.token", generation=token.generation)
            elif monotonic() + step >= deadline:
                break
            else:
                time.sleep(step)
                how = {"wait_for_ready": core.connected}
            event("zgrpc.attempt", after=failed.code().name)
            if (limit := deadline - monotonic()) <= 0:
                break
            try:
                answer = self._invoke(request, limit, self._view.metadata(token, org_id, metadata), **how)
            except grpc.RpcError as error:
                failed = self._error(error, token)
                step = next_step(steps, failed)
            else:
                core.connected = True
                if refreshed:
                    core.source.accepted()
                return answer
        raise failed

    def start(self, request: Message, *, timeout: float, org_id: str | None, metadata: Pairs | None) -> Any:
        """Begin the call and return at once; the result has `result()` and `cancel()`, and raises gRPC's own errors."""
        token = self._core.source.current
        if monotonic() >= token.renew_at:
            token = self._core.source.renew(monotonic() + timeout)
        if not (self._core.watched or debug(DEBUG)):
            return self._invoke.future(request, timeout, self._view.metadata(token, org_id, metadata))
        watch = Watch(self, org_id)
        sent = self._view.metadata(token, org_id, (*watch.metadata, *(metadata or ())))
        future = self._invoke.future(request, timeout, sent)
        future.add_done_callback(lambda ended: watch.end(self._error(ended, token) if ended.code().value[0] else None))
        return future


class AsyncCall(_Call):
    """A unary RPC of an `AsyncClient`; as `Call`, and awaited."""

    __slots__ = ()
    __doc__ = documented

    def __call__(
        self,
        request: Message | None = None,
        /,
        *,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        **fields: Any,
    ) -> Coroutine[Any, Any, Any]:
        if request is None:
            request = self._build(fields)
        elif fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        timeout = self._core.timeout if timeout is None else check_timeout(timeout)
        if org_id is not None:
            check_org_id(org_id)
        if metadata is not None:
            metadata = check_metadata(metadata)
        if self._core.watched or debug(DEBUG):
            return self._watch(request, timeout, org_id, metadata, None)
        return self._send(request, timeout, org_id, metadata, None)

    def send(
        self, request: Message, limit: float, org_id: str | None, metadata: Pairs | None, repeat: _Repeat
    ) -> Coroutine[Any, Any, Any]:
        """Make the call; `repeat` is the seconds to pause before each repetition after UNAVAILABLE; None: as usual."""
        how = self._watch if self._core.watched or debug(DEBUG) else self._send
        return how(request, limit, org_id, metadata, repeat)

    async def _watch(self, request: Any, limit: float, org_id: Any, metadata: Any, repeat: Any) -> Any:
        watch = Watch(self, org_id)
        if watch.metadata:
            metadata = (*watch.metadata, *(metadata or ()))
        with watch:
            return await self._send(request, limit, org_id, metadata, repeat)

    async def _send(self, request: Any, limit: float, org_id: Any, metadata: Any, repeat: Any) -> Any:
        core: Any = self._core
        now = monotonic()
        deadline = now + limit
        token = core.source.current
        if now >= token.renew_at:
            token = await core.source.renew(deadline)
            self._check_credentials(token, metadata)
            limit = deadline - monotonic()
            event("zgrpc.token", generation=token.generation, waited=monotonic() - now)
        if core.loop is not asyncio.get_running_loop():
            core.enter_loop()
        try:
            sent = self._view.metadata(token, org_id, metadata)
            answer = await self._invoke(request, timeout=limit, metadata=sent)
        except grpc.aio.AioRpcError as error:
            failed = self._error(error, token)
        except asyncio.CancelledError:
            raise_if_closed(self.rpc.full_name)
            raise
        except grpc.aio.UsageError:
            core.check_open()  # gRPC says it of a channel that was closed meanwhile
            raise
        else:
            core.connected = True
            if answer is None:
                raise unparsed(self.rpc.full_name)
            return answer
        repeat = self._pauses(failed, repeat)
        return await self._recover(failed, request, token, deadline, org_id, metadata, repeat)

    async def _recover(
        self, failed: ZitadelError, request: Any, token: Any, deadline: float, org_id: Any, metadata: Any, repeat: Any
    ) -> Any:
        core, refreshed, how = self._core, False, {}
        steps = recovery(failed, repeat)
        step = next(steps, None)
        while step is not None:
            if step is REFRESH:
                token = await core.source.rejected(token, deadline)
                if token is None:
                    break
                refreshed = True
                event("zgrpc.token", generation=token.generation)
            elif monotonic() + step >= deadline:
                break
            else:
                await asyncio.sleep(step)
                how = {"wait_for_ready": core.connected}
            event("zgrpc.attempt", after=failed.code().name)
            if (limit := deadline - monotonic()) <= 0:
                break
            try:
                sent = self._view.metadata(token, org_id, metadata)
                answer = await self._invoke(request, timeout=limit, metadata=sent, **how)
            except asyncio.CancelledError:
                raise_if_closed(self.rpc.full_name)
                raise
            except grpc.aio.AioRpcError as error:
                failed = self._error(error, token)
                step = next_step(steps, failed)
            else:
                core.connected = True
                if refreshed:
                    core.source.accepted()
                if answer is None:
                    raise unparsed(self.rpc.full_name)
                return answer
        raise failed

    def start(
        self, request: Message, *, timeout: float, org_id: str | None, metadata: Pairs | None
    ) -> asyncio.Task[Any]:
        """Begin the call in a task of its own."""
        return asyncio.ensure_future(self.send(request, timeout, org_id, metadata, None))
