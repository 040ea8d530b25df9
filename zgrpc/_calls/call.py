"""One RPC as a callable: the path that every call takes, in both flavors.

`recovery` decides what a call does; the classes here do it. Only a first attempt that has nothing to wait for is made
without `recovery`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from time import monotonic
from typing import TYPE_CHECKING

import grpc

from zgrpc._auth.fixed import AsyncFixedSource, FixedSource
from zgrpc._calls.bound_rpc import BoundRpc, documented
from zgrpc._calls.core import AsyncCore, Core
from zgrpc._errors import ZitadelError, unparsed

if TYPE_CHECKING:
    from collections.abc import Generator

    from google.protobuf.message import Message

    from zgrpc._auth.protocols import AsyncTokenSource, Token, TokenSource  # noqa: F401 - the bases name them
    from zgrpc._backoff import Backoff
    from zgrpc._calls.metadata import Pairs
    from zgrpc._calls.recovery import Step
    from zgrpc._calls.started import AsyncStarted, Started

    Steps = Generator[Step, Token | ZitadelError | None, None]


class Call(BoundRpc[Core, "TokenSource", "Message"]):
    """A unary RPC of a `Client`.

    It takes the request message, or its fields as keywords. `timeout` is in seconds (None for the client's). `org_id`
    and `token` replace the client's, and `metadata` is added to the client's. A field of the request with one of these
    names wins as a keyword; `with_options()` then sets the option.

    Raises:
        TypeError: an unknown field, or a value of another type.
        ValueError: a value out of its range.
        ZitadelError: the call failed; the subclass stands for the status.
    """

    __slots__ = ()
    __doc__ = documented
    given_token = FixedSource

    def _watch(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Message:
        from zgrpc._calls.watch import Watch

        watch = Watch(self.rpc, self._scope, org_id)
        if watch.metadata:
            metadata = (*watch.metadata, *(metadata or ()))
        with watch:
            return self._send(request, timeout, org_id, metadata, backoff)

    def _send(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Message:
        now = monotonic()
        token = self._scope.source.current
        failed = None
        if now < token.renew_at and self._core.limiter is None:  # else the first attempt has to wait for something
            answer = self._attempt(request, timeout, token, org_id, metadata)
            if not isinstance(answer, ZitadelError):
                return answer
            failed = answer
        from zgrpc._calls.recovery import attempts

        return self._run(attempts(self._scope, failed, token, now + timeout, backoff), request, org_id, metadata)

    def _attempt(
        self,
        request: Message,
        timeout: float,
        token: Token,
        org_id: str | None,
        metadata: Pairs | None,
        wait: bool | None = None,
    ) -> Message | ZitadelError:
        """Send the request once, and return the answer or the error."""
        core = self._core
        invoke = core.methods.get(self._path) or core.method(self.rpc)
        scope = self._scope
        try:
            if wait is None:  # not passed on, for channels of the caller's own may not know it
                answer = invoke(request, timeout, scope.metadata(token, org_id, metadata))
            else:
                answer = invoke(request, timeout, scope.metadata(token, org_id, metadata), wait_for_ready=wait)
        except grpc.RpcError as error:
            return self._error(error, token)
        except ValueError:
            core.check_open()  # gRPC raises it for a channel that was closed meanwhile
            raise
        except BaseException as error:
            if not isinstance(error, Exception):  # a signal's
                core.abandon()
            raise
        if core.state != "connected":
            core.answered()
        return answer

    def _run(self, steps: Steps, request: Message, org_id: str | None, metadata: Pairs | None) -> Message:
        """Carry out the steps of a call, and return the answer."""
        from zgrpc._calls.recovery import Send, Sleep

        answer: Message | None = None
        got: Token | ZitadelError | None = None
        source = self._scope.source
        while True:
            try:
                step = steps.send(got)
            except StopIteration:
                assert answer is not None  # noqa: S101 - the last step was answered
                return answer
            if isinstance(step, Send):
                got, answer = None, None
                outcome = self._attempt(request, step.timeout, step.token, org_id, metadata, step.wait_for_ready)
                if isinstance(outcome, ZitadelError):
                    got = outcome
                else:
                    answer = outcome
            elif isinstance(step, Sleep):
                time.sleep(step.seconds)
                got = None
            elif step.refused is not None:
                got = source.rejected(step.refused, step.deadline)
            else:
                got = renewed = source.renew(step.deadline)
                self._check_credentials(renewed, metadata)

    def start(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Started:
        """Begin the call, and return it at once. With a limiter, wait for the slot first."""
        from zgrpc._calls.started import Started

        return Started(self, request, timeout, org_id, metadata, backoff)


class AsyncCall(BoundRpc[AsyncCore, "AsyncTokenSource", Coroutine[object, object, "Message | bytes"]]):
    """A unary RPC of an `AsyncClient`. As `Call`, and awaited."""

    __slots__ = ()
    __doc__ = documented
    given_token = AsyncFixedSource

    async def _watch(
        self, request: Message, seconds: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Message | bytes:
        from zgrpc._calls.watch import Watch

        watch = Watch(self.rpc, self._scope, org_id)
        if watch.metadata:
            metadata = (*watch.metadata, *(metadata or ()))
        with watch:
            return await self._send(request, seconds, org_id, metadata, backoff)

    async def _send(
        self, request: Message, seconds: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Message | bytes:
        now = monotonic()
        token = self._scope.source.current
        failed = None
        if now < token.renew_at and self._core.limiter is None:  # else the first attempt has to wait for something
            answer = await self._attempt(request, seconds, token, org_id, metadata)
            if not isinstance(answer, ZitadelError):
                return answer
            failed = answer
        from zgrpc._calls.recovery import attempts

        return await self._run(attempts(self._scope, failed, token, now + seconds, backoff), request, org_id, metadata)

    async def _attempt(
        self,
        request: Message,
        seconds: float,
        token: Token,
        org_id: str | None,
        metadata: Pairs | None,
        wait: bool | None = None,
    ) -> Message | bytes | ZitadelError:
        """Send the request once, and return the answer or the error."""
        core = self._core
        invoke = core.methods.get(self._path)
        if invoke is None:
            core.check_open()  # before the loop is asked for: a forked child has none
        if core.loop is not asyncio.get_running_loop():
            core.enter_loop()
            invoke = None
        if invoke is None:
            invoke = core.method(self.rpc)
        scope = self._scope
        try:
            if wait is None:
                answer = await invoke(request, timeout=seconds, metadata=scope.metadata(token, org_id, metadata))
            else:
                sent = scope.metadata(token, org_id, metadata)
                answer = await invoke(request, timeout=seconds, metadata=sent, wait_for_ready=wait)
        except grpc.aio.AioRpcError as error:
            return self._error(error, token)
        except asyncio.CancelledError:
            from zgrpc._calls.recovery import raise_if_closed

            raise_if_closed(self.rpc.full_name)
            raise
        except grpc.aio.UsageError:
            core.check_open()  # gRPC raises it for a channel that was closed meanwhile
            raise
        if core.state != "connected":
            core.answered()
        return unparsed(self.rpc.full_name) if answer is None else answer

    async def _run(self, steps: Steps, request: Message, org_id: str | None, metadata: Pairs | None) -> Message | bytes:
        """Carry out the steps of a call, and return the answer."""
        from zgrpc._calls.recovery import Send, Sleep

        answer: Message | bytes | None = None
        got: Token | ZitadelError | None = None
        source = self._scope.source
        while True:
            try:
                step = steps.send(got)
            except StopIteration:
                assert answer is not None  # noqa: S101 - the last step was answered
                return answer
            if isinstance(step, Send):
                got, answer = None, None
                outcome = await self._attempt(request, step.timeout, step.token, org_id, metadata, step.wait_for_ready)
                if isinstance(outcome, ZitadelError):
                    got = outcome
                else:
                    answer = outcome
            elif isinstance(step, Sleep):
                await asyncio.sleep(step.seconds)
                got = None
            elif step.refused is not None:
                got = await source.rejected(step.refused, step.deadline)
            else:
                got = renewed = await source.renew(step.deadline)
                self._check_credentials(renewed, metadata)

    def start(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> AsyncStarted[Message | bytes]:
        """Begin the call in a task of its own."""
        from zgrpc._calls.started import AsyncStarted

        return AsyncStarted(self.send(request, timeout, org_id, metadata, backoff))
