"""The server interceptor for `grpc.aio`."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

import grpc.aio

from zgrpc.guard.grpc_sync import behavior_of, make_handler, time_left, token_of
from zgrpc.guard.identity import identity_var
from zgrpc.guard.policy import MethodPolicy
from zgrpc.guard.refusals import ExpiredTokenError, RefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping

    from zgrpc.guard.guards import AsyncGuard
    from zgrpc.guard.identity import Identity
    from zgrpc.guard.policy import Roles

__all__ = ["AsyncServerInterceptor"]


class AsyncServerInterceptor(grpc.aio.ServerInterceptor):
    """`ServerInterceptor` for `grpc.aio`, with the same arguments and an `AsyncGuard`.

    Methods may be coroutines, async generators, or coroutines that write to the context. A method that is a plain
    function is refused with a TypeError: it would run in a thread where the guard's event loop is not.
    """

    def __init__(
        self,
        guard: AsyncGuard,
        *,
        roles: Mapping[str, Roles] | None = None,
        exempt: Iterable[str] = (),
        end_at_expiry: bool = False,
    ) -> None:
        from zgrpc.guard.guards import AsyncGuard

        if not isinstance(guard, AsyncGuard):
            raise TypeError(f"guard must be a zgrpc.guard.AsyncGuard, not {type(guard).__name__}")
        self._guard = guard
        self._policy = MethodPolicy(roles, exempt)
        self._end_at_expiry = end_at_expiry

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[grpc.RpcMethodHandler[Any, Any] | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Return the method's handler with the check before it."""
        handler: Any = await continuation(handler_call_details)
        path = handler_call_details.method
        if handler is None or self._policy.exempts(path):
            unchecked: grpc.RpcMethodHandler[Any, Any] | None = handler
            return unchecked
        behavior = behavior_of(handler)
        roles = self._policy.roles(path, behavior)
        ends = self._end_at_expiry and (handler.request_streaming or handler.response_streaming)

        async def check(context: Any) -> float | None:
            """Let the caller in, as the identity of this call's task; return the event loop's time at which it ends."""
            try:
                identity = await self._guard.verify(token_of(context.invocation_metadata()))
                if roles:
                    identity.require_role(*roles)
            except RefusedError as refusal:
                code, message = refusal.code, refusal.message
            else:
                identity_var.set(identity)
                return _deadline(identity) if ends else None
            await context.abort(code, message)  # outside of the handling: no traceback leads to the token
            raise AssertionError("abort() raises")

        async def call(request: Any, context: Any) -> Any:
            until = await check(context)
            try:
                return await _before(until, behavior(request, context))
            except _TimeIsUpError:
                pass
            return await _expire(context)

        async def stream(request: Any, context: Any) -> AsyncIterator[Any]:
            until = await check(context)
            responses = behavior(request, context)
            try:
                while True:
                    try:
                        # Not around the whole: a generator must not hold a timeout while its caller runs.
                        response = await _before(until, anext(responses, _END))
                    except _TimeIsUpError:
                        break
                    if response is _END:
                        return
                    yield response
            finally:
                await responses.aclose()
            await _expire(context)

        if inspect.isasyncgenfunction(behavior):
            return make_handler(handler, stream)
        if not inspect.iscoroutinefunction(behavior):
            raise TypeError(f"{path} must be an async def: zgrpc.guard.AsyncServerInterceptor checks no plain function")
        return make_handler(handler, call)


_END = object()


class _TimeIsUpError(Exception):
    """The token expired while a method ran."""


async def _before(until: float | None, step: Awaitable[Any]) -> Any:
    """Return what a step of a method returns, or raise what it raises, a TimeoutError of its own too.

    Raises:
        _TimeIsUpError: it was not done at that time of the event loop, and was canceled.
    """
    of_the_method = None
    try:
        async with asyncio.timeout_at(until):
            try:
                return await step
            except TimeoutError as error:
                of_the_method = error
                raise
    except TimeoutError as error:
        if error is of_the_method:
            raise
        raise _TimeIsUpError from None


def _deadline(identity: Identity) -> float | None:
    left = time_left(identity)
    return None if left is None else asyncio.get_running_loop().time() + left


async def _expire(context: Any) -> Any:
    expired = ExpiredTokenError("the token has expired")
    await context.abort(expired.code, expired.message)
