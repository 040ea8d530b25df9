"""How a guard asks its issuer: by httpx, as for tokens. It verifies TLS, keeps connections and bounds its waits."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

from zgrpc._transport.http_bound import import_http
from zgrpc._version import __version__
from zgrpc.guard.verifier import Reply

if TYPE_CHECKING:
    import ssl

    import httpx

    from zgrpc._transport.http_bound import Bound
    from zgrpc.guard.settings import Settings
    from zgrpc.guard.verifier import Request

__all__ = ["AsyncHttp", "Http", "require_guard"]

_MAX_BODY = 1 << 20
_CONNECTIONS = 32


def require_guard() -> None:
    """Raise ImportError that names the extra, unless what guards need is installed."""
    from importlib.util import find_spec

    missing = [name for name in ("httpx", "jwt", "cryptography") if find_spec(name) is None]
    if missing:
        raise ImportError(
            f"zgrpc.guard needs {', '.join(missing)}: install the extra, pip install 'zgrpc[guard]'", name=missing[0]
        )


def _options(settings: Settings) -> dict[str, Any]:
    import httpx

    options: dict[str, Any] = {
        "verify": _context(settings),
        "timeout": settings.timeout,
        "limits": httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS),
        "headers": {"accept": "application/json", "user-agent": f"zgrpc/{__version__} guard", "host": settings.host},
        "follow_redirects": False,
    }
    # The environment's proxy must not read what is plaintext because it stays on this machine.
    return {**options, "proxy": settings.proxy} if settings.proxy else {**options, "trust_env": _trusts_env(settings)}


def _trusts_env(settings: Settings) -> bool:
    return settings.proxy is None and not settings.stays_here


def _context(settings: Settings) -> ssl.SSLContext:
    import ssl

    from zgrpc._transport.tls import default_context

    if settings.tls is not None:
        return settings.tls.ssl_context()
    if settings.base.startswith("http:") and not settings.proxy:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody: loading the roots takes 20 ms for nothing
    return default_context()


def _arguments(settings: Settings, request: Request, bound: Bound | None = None) -> dict[str, Any]:
    arguments: dict[str, Any] = {"method": "GET" if request.form is None else "POST", "url": request.url}
    if request.form is not None:
        arguments["data"] = dict(request.form)
    if request.basic is not None:  # both parts form-encoded, as RFC 6749 (2.3.1) asks
        arguments["auth"] = (quote_plus(request.basic[0]), quote_plus(request.basic[1]))
    extensions: dict[str, Any] = {} if bound is None else {"trace": bound.trace}
    if settings.tls is not None and settings.tls.server_name:
        extensions["sni_hostname"] = settings.tls.server_name
    arguments["extensions"] = extensions
    return arguments


def _failed(error: BaseException, settings: Settings) -> Reply:
    """Return what to say about a failure. Its own text names hosts and ports at most, never the request's body."""
    import httpx

    if isinstance(error, (httpx.TimeoutException, TimeoutError)):
        return Reply(failure=f"no answer within {settings.timeout:g} s")
    return Reply(failure=f"{type(error).__name__}: {error}"[:200])


class Http:
    """HTTP for threads. Each request under way has a client of its own, so that it can be cut off alone."""

    def __init__(self, settings: Settings) -> None:
        import_http("jwt", "uuid")
        self._settings = settings
        self._slots = threading.BoundedSemaphore(_CONNECTIONS)
        self._shared: dict[str, Any] = {}
        self._idle: list[httpx.Client] = []
        self._closed = False

    def send(self, request: Request, bound: Bound) -> Reply:
        """Send a request; a failure is a `Reply` too."""
        if not self._slots.acquire(timeout=bound.left()):
            return _failed(TimeoutError(), self._settings)
        try:
            return self._send(request, bound)
        finally:
            self._slots.release()

    def _send(self, request: Request, bound: Bound) -> Reply:
        import httpx

        client = None
        try:
            client = self._take()
            bound.begin(client)
            reply = _exchange(client, _arguments(self._settings, request, bound), bound)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:  # RuntimeError: it was cut off
            reply = _failed(error if bound.left() else TimeoutError(), self._settings)
        bound.end()
        if client is not None:
            self._give_back(client, good=bool(reply.status and bound.left()))
        return reply

    def _take(self) -> httpx.Client:
        import httpx

        with suppress(IndexError):
            return self._idle.pop()
        self._shared = self._shared or _options(self._settings)
        return httpx.Client(**self._shared)

    def _give_back(self, client: httpx.Client, *, good: bool) -> None:
        if good:
            self._idle.append(client)
        else:
            client.close()
        if self._closed:
            self.close()

    def close(self) -> None:
        """Close the connections; those of requests under way as soon as they end."""
        self._closed = True
        while self._idle:
            with suppress(IndexError):  # another thread was first
                self._idle.pop().close()


def _exchange(client: httpx.Client, arguments: dict[str, Any], bound: Bound) -> Reply:
    with client.stream(**arguments) as answer:
        body = bytearray()
        for part in answer.iter_bytes():
            body += part
            bound.over()
            if len(body) > _MAX_BODY:
                return Reply(failure="the answer is larger than 1 MiB")
        return Reply(answer.status_code, bytes(body))


class AsyncHttp:
    """HTTP for one event loop. The connections are opened at first use."""

    def __init__(self, settings: Settings) -> None:
        import_http("jwt", "uuid")
        self._settings = settings
        self._client: httpx.AsyncClient | None = None

    async def send(self, request: Request) -> Reply:
        """Send a request; a failure is a `Reply` too."""
        import httpx

        settings = self._settings
        try:
            if self._client is None:
                self._client = httpx.AsyncClient(**_options(settings))
            async with (
                asyncio.timeout(settings.timeout),
                self._client.stream(**_arguments(settings, request)) as answer,
            ):
                body = bytearray()
                async for part in answer.aiter_bytes():
                    body += part
                    if len(body) > _MAX_BODY:
                        return Reply(failure="the answer is larger than 1 MiB")
                return Reply(answer.status_code, bytes(body))
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:  # TimeoutError is an OSError
            return _failed(error, settings)

    async def close(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()
