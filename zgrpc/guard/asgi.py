"""ASGI middleware, for Starlette, FastAPI, Quart, Litestar, Django and every other ASGI application."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret
from zgrpc.guard.identity import identity_var
from zgrpc.guard.policy import PathPolicy
from zgrpc.guard.refusals import ExpiredTokenError, MalformedTokenError, MissingTokenError, RefusedError
from zgrpc.guard.verifier import bearer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping

    from zgrpc.guard.guards import AsyncGuard
    from zgrpc.guard.policy import Roles

    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]

__all__ = ["ASGIMiddleware", "body_of"]

SCOPE_KEY = "zgrpc.identity"


class ASGIMiddleware:
    """Let only requests with a valid token and the roles of a path through to an ASGI application.

    The application finds the identity by `zgrpc.guard.current_identity`, or as ``scope["zgrpc.identity"]``. A refused
    request is answered with 401, 403 or, if the issuer cannot be reached, 503, and a JSON body; a refused WebSocket is
    closed before it is accepted. CORS preflight requests of browsers carry no token: put the middleware for CORS around
    this one.

    Args:
        app: the application.
        guard: verifies the tokens, from the header ``Authorization: Bearer …``.
        roles: the roles by path: ``{"/reports": "viewer", "/admin/*": ["admin", "owner"]}``; one of several is enough.
            If the application is served below a root path, such as ``/api``, they hold with and without it.
        exempt: the paths that are not checked, such as ``/health`` or ``/public/*``, as the application's routes have
            them: without the root path.
        end_at_expiry: end what still runs when its token expires. A WebSocket is closed with 1008. An event stream
            (``text/event-stream``) ends; any other response without Content-Length is broken off, so that no client
            takes it for whole. By default, requests are checked when they begin only.

    Raises:
        TypeError: an argument is of another type.
        ValueError: a path or a role is malformed.
    """

    def __init__(
        self,
        app: App,
        *,
        guard: AsyncGuard,
        roles: Mapping[str, Roles] | None = None,
        exempt: Iterable[str] = (),
        end_at_expiry: bool = False,
    ) -> None:
        from zgrpc.guard.guards import AsyncGuard

        if not isinstance(guard, AsyncGuard):
            raise TypeError(f"guard must be a zgrpc.guard.AsyncGuard, not {type(guard).__name__}")
        self._app, self._guard = app, guard
        self._policy = PathPolicy(roles, exempt)
        self._end_at_expiry = end_at_expiry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request, and pass it on."""
        path = scope.get("path", "")
        below = below_root(path, scope.get("root_path", "").rstrip("/"))
        if scope["type"] not in ("http", "websocket") or self._policy.exempts(below or "/"):
            return await self._app(scope, receive, send)
        refusal = None
        try:
            identity = await self._guard.verify(token_of(scope["headers"]))
            for roles in self._policy.roles(path, below):
                identity.require_role(*roles)
        except RefusedError as refused:
            refusal = refused.copy()
        else:
            before = identity_var.set(identity)
            try:
                scope = {**scope, SCOPE_KEY: identity}
                if self._end_at_expiry and identity.expires_at is not None:
                    return await _until(identity.expires_at, self._app, scope, receive, send)
                return await self._app(scope, receive, send)
            finally:
                identity_var.reset(before)
        if scope["type"] == "websocket":
            await receive()  # the request to connect
            return await send({"type": "websocket.close", "code": 1008, "reason": refusal.reason})
        body = body_of(refusal)
        headers = {**refusal.headers, "content-type": "application/json", "content-length": str(len(body))}
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": refusal.status, "headers": raw})
        return await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


async def _until(expires_at: float, app: App, scope: Scope, receive: Receive, send: Send) -> None:
    """Run an application, and end its WebSocket or its streamed response at a moment, in Unix seconds.

    A response that has a length is not ended: its request was valid when it began.
    """
    loop = asyncio.get_running_loop()
    is_websocket = is_open = scope["type"] == "websocket"
    is_event_stream = False
    limit = asyncio.timeout(expires_at - time.time() if is_open else None)

    def watch(message: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        nonlocal is_open, is_event_stream
        was_open = is_open
        if message["type"] == "http.response.start":
            message = {**message, "headers": list(message.get("headers", ()))}  # it may be an iterator
            headers = {bytes(name).lower(): bytes(value) for name, value in message["headers"]}
            is_open = b"content-length" not in headers
            is_event_stream = headers.get(b"content-type", b"").lower().startswith(b"text/event-stream")
        elif message["type"] in ("websocket.close", "websocket.disconnect"):
            is_open = False
        elif message["type"] == "http.response.body":
            is_open = is_open and message.get("more_body", False)
        if is_open != was_open and not limit.expired():
            limit.reschedule(loop.time() + expires_at - time.time() if is_open else None)
        return message

    async def watched_receive() -> MutableMapping[str, Any]:
        return watch(await receive())

    async def watched_send(message: MutableMapping[str, Any]) -> None:
        await send(watch(message))

    try:
        async with limit:
            await app(scope, watched_receive, watched_send)
    except TimeoutError:
        if not limit.expired():
            raise  # the application's own
    if not (is_open and limit.expired()):
        return
    if is_websocket:
        await send({"type": "websocket.close", "code": 1008, "reason": "expired"})
    elif is_event_stream:
        await send({"type": "http.response.body", "body": b""})
    else:
        raise ExpiredTokenError("the token expired before the response ended")  # the server cuts the connection


def below_root(path: str, root: str) -> str:
    """Return a path as the routes of an application have it that is served below a root path."""
    inside = path.startswith(root) and path[len(root) : len(root) + 1] in ("", "/")
    return path[len(root) :] if inside else path


def token_of(headers: Iterable[tuple[bytes, bytes]]) -> Secret:
    """Return the bearer token of a request's headers.

    Raises:
        RefusedError: there is none, or several.
    """
    values = [Secret(value.decode("latin-1")) for name, value in headers if name.lower() == b"authorization"]
    headers = ()  # they must not show in a traceback
    if not values:
        raise MissingTokenError("the request carries no bearer token")
    if len(values) > 1:
        raise MalformedTokenError("the request carries several tokens")
    return bearer(values[0])


def body_of(refusal: RefusedError) -> bytes:
    """Return the JSON body of a refusal."""
    return json.dumps({"error": refusal.reason, "message": refusal.message}).encode()
