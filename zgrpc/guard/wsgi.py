"""WSGI middleware, for Flask, Django, Pyramid and every other WSGI application."""

from __future__ import annotations

import contextvars
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret
from zgrpc.guard.asgi import SCOPE_KEY, body_of
from zgrpc.guard.identity import identity_var
from zgrpc.guard.policy import PathPolicy
from zgrpc.guard.refusals import RefusedError
from zgrpc.guard.verifier import bearer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from zgrpc.guard.guards import Guard
    from zgrpc.guard.policy import Roles

    StartResponse = Callable[..., Any]
    App = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

__all__ = ["WSGIMiddleware"]


class WSGIMiddleware:
    """`ASGIMiddleware` for WSGI, with the same arguments except `end_at_expiry`, and a `Guard`.

    The application finds the identity by `zgrpc.guard.current_identity`, or as ``environ["zgrpc.identity"]``.
    """

    def __init__(
        self, app: App, *, guard: Guard, roles: Mapping[str, Roles] | None = None, exempt: Iterable[str] = ()
    ) -> None:
        from zgrpc.guard.guards import Guard

        if not isinstance(guard, Guard):
            raise TypeError(f"guard must be a zgrpc.guard.Guard, not {type(guard).__name__}")
        self._app, self._guard = app, guard
        self._policy = PathPolicy(roles, exempt)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Check a request, and pass it on."""
        raw = environ.get("PATH_INFO", "")
        path = _text(f"{environ.get('SCRIPT_NAME', '')}{raw}") or "/"
        if self._policy.exempts(_text(raw) or "/"):  # as the application's router reads it
            return self._app(environ, start_response)
        header = environ.get("HTTP_AUTHORIZATION")
        try:
            identity = self._guard.verify(bearer(None if header is None else Secret(header)))
            for roles in self._policy.roles(path, _text(raw), raw):
                identity.require_role(*roles)
        except RefusedError as refusal:
            body = body_of(refusal)
            status = f"{refusal.status} {HTTPStatus(refusal.status).phrase}"
            headers = {**refusal.headers, "content-type": "application/json", "content-length": str(len(body))}
            start_response(status, [(name.title(), value) for name, value in headers.items()])
            return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]  # not every server leaves it out
        context = contextvars.copy_context()
        context.run(identity_var.set, identity)
        parts = context.run(self._app, {**environ, SCOPE_KEY: identity}, start_response)
        # A list is done; what is made while the server reads it is made within the request's context.
        return parts if isinstance(parts, (list, tuple)) else _Parts(parts, context)


def _text(path: str) -> str:
    """Return a path as applications read it: WSGI (PEP 3333) gives bytes as Latin-1, and frameworks read UTF-8."""
    try:
        return path.encode("latin-1").decode("utf-8", "replace")
    except UnicodeEncodeError:  # the server has read it already
        return path


class _Parts:
    def __init__(self, parts: Iterable[bytes], context: contextvars.Context) -> None:
        self._parts, self._context = parts, context

    def __iter__(self) -> Iterator[bytes]:
        parts = self._context.run(iter, self._parts)
        end = object()
        while (part := self._context.run(next, parts, end)) is not end:
            yield part  # type: ignore[misc]  # not the end, hence bytes

    def close(self) -> None:
        """Close the application's iterable."""
        close = getattr(self._parts, "close", None)
        if close is not None:
            self._context.run(close)
