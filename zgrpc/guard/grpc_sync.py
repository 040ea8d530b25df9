"""The server interceptor for `grpc`."""

from __future__ import annotations

import contextvars
import queue
import threading
import time
from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._secret import Secret
from zgrpc.guard.identity import identity_var
from zgrpc.guard.policy import MethodPolicy
from zgrpc.guard.refusals import ExpiredTokenError, MalformedTokenError, MissingTokenError, RefusedError
from zgrpc.guard.verifier import bearer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from zgrpc.guard.guards import Guard
    from zgrpc.guard.identity import Identity
    from zgrpc.guard.policy import Roles

__all__ = ["ServerInterceptor", "make_handler", "time_left", "token_of"]

_END = object()


class ServerInterceptor(grpc.ServerInterceptor):
    """Let only callers with a valid token and the roles of a method through; see `zgrpc.guard.current_identity`.

    A refused call ends with UNAUTHENTICATED, PERMISSION_DENIED or, if the issuer cannot be reached, UNAVAILABLE.

    Args:
        guard: verifies the tokens, from the metadata ``authorization: Bearer …``.
        roles: the roles by method: ``{"pkg.Service/Method": "admin", "pkg.Service": ["admin", "viewer"]}``; one of
            several is enough. ``"*"`` is every method that is not named. See `requires` for a decorator instead.
        exempt: methods and services that are not checked, beside health and reflection.
        end_at_expiry: end a stream with UNAUTHENTICATED when its token expires. It takes a further thread for each
            stream. By default, a stream is checked at its start only.

    Raises:
        TypeError: an argument is of another type.
        ValueError: a method or a role is malformed.
    """

    def __init__(
        self,
        guard: Guard,
        *,
        roles: Mapping[str, Roles] | None = None,
        exempt: Iterable[str] = (),
        end_at_expiry: bool = False,
    ) -> None:
        from zgrpc.guard.guards import Guard

        if not isinstance(guard, Guard):
            raise TypeError(f"guard must be a zgrpc.guard.Guard, not {type(guard).__name__}")
        self._guard = guard
        self._policy = MethodPolicy(roles, exempt)
        self._end_at_expiry = end_at_expiry

    def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], grpc.RpcMethodHandler[Any, Any] | None],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Return the method's handler with the check before it."""
        handler: Any = continuation(handler_call_details)
        path = handler_call_details.method
        if handler is None or self._policy.exempts(path):
            unchecked: grpc.RpcMethodHandler[Any, Any] | None = handler
            return unchecked
        behavior = behavior_of(handler)
        roles = self._policy.roles(path, behavior)

        def check(context: grpc.ServicerContext) -> Identity:
            # In the handler's thread: an introspection here holds up no other call.
            try:
                identity = self._guard.verify(token_of(context.invocation_metadata()))
                if roles:
                    identity.require_role(*roles)
            except RefusedError as refusal:
                code, message = refusal.code, refusal.message
            else:
                return identity
            return context.abort(code, message)  # outside of the handling: no traceback leads to the token

        def unary(request: Any, context: grpc.ServicerContext) -> Any:
            identity = check(context)
            if self._end_at_expiry and handler.request_streaming:
                return next(_until(identity, context, lambda: iter([_within(identity, behavior, request, context)])))
            return _within(identity, behavior, request, context)

        def streaming(request: Any, context: grpc.ServicerContext) -> Iterator[Any]:
            identity = check(context)
            if self._end_at_expiry:
                yield from _until(identity, context, lambda: _stream(identity, behavior, request, context))
            else:
                yield from _stream(identity, behavior, request, context)

        return make_handler(handler, streaming if handler.response_streaming else unary)


def token_of(metadata: Sequence[tuple[str, str | bytes]] | None) -> Secret:
    """Return the bearer token of a call's metadata.

    Raises:
        RefusedError: there is none, or several.
    """
    values = [Secret(value) for key, value in metadata or () if key == "authorization" and isinstance(value, str)]
    metadata = None  # it must not show in a traceback
    if not values:
        raise MissingTokenError("the call carries no authorization metadata")
    if len(values) > 1:
        raise MalformedTokenError("the call carries several tokens")
    return bearer(values[0])


def behavior_of(handler: Any) -> Any:
    """Return the function of a handler, whichever of the four kinds it is."""
    return handler.unary_unary or handler.unary_stream or handler.stream_unary or handler.stream_stream


def make_handler(handler: Any, behavior: Any) -> grpc.RpcMethodHandler[Any, Any]:
    """Return a handler of the same kind with another function."""
    kind = {
        (False, False): grpc.unary_unary_rpc_method_handler,
        (False, True): grpc.unary_stream_rpc_method_handler,
        (True, False): grpc.stream_unary_rpc_method_handler,
        (True, True): grpc.stream_stream_rpc_method_handler,
    }[handler.request_streaming, handler.response_streaming]
    made: grpc.RpcMethodHandler[Any, Any] = kind(behavior, handler.request_deserializer, handler.response_serializer)
    return made


def time_left(identity: Identity) -> float | None:
    """Return the seconds until the identity's token expires; None if nobody knows."""
    return None if identity.expires_at is None else identity.expires_at - time.time()


def _context(identity: Identity) -> contextvars.Context:
    context = contextvars.copy_context()
    context.run(identity_var.set, identity)
    return context


def _within(identity: Identity, behavior: Any, request: Any, context: Any) -> Any:
    return _context(identity).run(behavior, request, context)


def _stream(identity: Identity, behavior: Any, request: Any, context: Any) -> Iterator[Any]:
    """Yield the responses of a method, each step of it within the identity's context, whichever thread takes it."""
    own = _context(identity)
    responses = own.run(lambda: iter(behavior(request, context)))
    try:
        while (response := own.run(next, responses, _END)) is not _END:
            yield response
    finally:
        own.run(getattr(responses, "close", _nothing))


def _nothing() -> None:
    """Close an iterator that is no generator."""


def _until(identity: Identity, context: Any, start: Callable[[], Iterator[Any]]) -> Iterator[Any]:
    """Yield the responses of a method until the token expires; then end the call, even while the method waits."""
    handed: queue.Queue[tuple[Any, BaseException | None]] = queue.Queue(maxsize=1)
    over = threading.Event()

    def put(item: Any, error: BaseException | None = None) -> bool:
        while not over.is_set():
            try:
                handed.put((item, error), timeout=0.1)
            except queue.Full:
                continue
            return True
        return False

    def work() -> None:
        try:
            responses = start()
            for response in responses:
                if not put(response):
                    break
            getattr(responses, "close", _nothing)()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread of the call
            put(_END, error)
        else:
            put(_END)

    own = contextvars.copy_context()  # what interceptors before this one have set, such as a trace
    threading.Thread(target=own.run, args=(work,), name="zgrpc-guard-stream", daemon=True).start()
    try:
        while True:
            left = time_left(identity)
            try:
                item, error = handed.get(timeout=None if left is None else max(left, 0.0))
            except queue.Empty:
                break
            if error is not None:
                raise error
            if item is _END:
                return
            yield item
    finally:
        over.set()
    expired = ExpiredTokenError("the token has expired")
    context.abort(expired.code, expired.message)
