"""The HTTP server of the emulator's OAuth side: HTTP/1.1 with keep-alive, a thread a connection."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar

from zgrpc.testing.oauth import LIFETIME, Answer, OAuth, TokenRequest, answer_json, parse_form

if TYPE_CHECKING:
    import ssl

    from zgrpc.testing.faults import Faults

_MAX_BODY = 1 << 20  # bytes; a token request is a thousandth of that
_IDLE = 60.0  # seconds that a connection is kept without a request
_READY = Answer(200, b'"ok"')
_HEALTHY = Answer(200, b"ok", "text/plain; charset=utf-8")
_NOT_FOUND = Answer(404, b"404 page not found\n", "text/plain; charset=utf-8")


class OAuthServer(ThreadingHTTPServer):
    """Serves `oauth` until it is stopped.

    Args:
        oauth: what is answered.
        faults: strikes token requests.
        host: the address to bind to.
        port: the port; 0 takes a free one.
        tls: serve HTTPS with this context.
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(
        self, oauth: OAuth | None, faults: Faults, *, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None
    ) -> None:
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)
        self.oauth = oauth
        self.faults = faults
        self.token_requests: deque[TokenRequest] = deque(maxlen=100_000)
        self.stopping = threading.Event()
        self._tls = tls
        self._open: set[socket.socket] = set()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def start(self) -> None:
        """Begin to serve, in a thread of its own."""
        # A poll is what it costs to notice that it is to stop; a short one keeps stopping prompt.
        threading.Thread(target=self.serve_forever, args=(0.05,), name="zgrpc-emulator-oauth", daemon=True).start()

    def stop(self) -> None:
        """Stop serving, and close every connection."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def server_bind(self) -> None:
        """Bind the socket."""
        # The base class asks the name service for the host's full name, which can take seconds and is used for nothing.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection."""
        # Here, in the connection's own thread, a client that never finishes its handshake holds up nobody else.
        self._open.add(request)
        try:
            if self._tls is None:
                super().finish_request(request, client_address)
                return
            request.settimeout(_IDLE)
            with self._tls.wrap_socket(request, server_side=True) as wrapped:
                self._open.add(wrapped)
                try:
                    super().finish_request(wrapped, client_address)
                finally:
                    self._open.discard(wrapped)
        finally:
            self._open.discard(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients hang up and fail handshakes; that is no news, and a traceback on stderr would be noise."""


class _Handler(BaseHTTPRequestHandler):
    server: OAuthServer  # pyright: ignore[reportIncompatibleVariableOverride] - only it makes handlers
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "zgrpc-emulator", ""
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer
    timeout = _IDLE
    _with_body: ClassVar = {"POST", "PUT", "PATCH"}

    def date_time_string(self, timestamp: float | None = None) -> str:
        oauth = self.server.oauth
        return super().date_time_string(timestamp or (oauth.clock() if oauth else time.time()))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what was received is in ``token_requests``."""

    def do_GET(self) -> None:
        body = self._body() if self.command in self._with_body else b""
        if body is not None:
            self._respond(body)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the same

    def _body(self) -> bytes | None:
        """The body of the request; None where it was refused."""
        try:
            length = int(self.headers["content-length"])
        except (TypeError, ValueError):
            self.send_error(411)
            return None
        if not 0 <= length <= _MAX_BODY:
            self.send_error(413)
            return None
        return self.rfile.read(length)

    def _respond(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        oauth = self.server.oauth
        if path == "/debug/healthz":
            return self._send(_HEALTHY)
        if oauth is None:
            return self._send(answer_json("not ready", 412) if path == "/debug/ready" else _NOT_FOUND)
        match path:
            case "/oauth/v2/token":
                return self._token(oauth, parse_form(query, self.headers.get("content-type", ""), body))
            case "/debug/ready":
                return self._send(_READY)
            case "/.well-known/openid-configuration":
                return self._send(oauth.discovery())
            case "/oauth/v2/keys":
                return self._send(oauth.keys())
            case _:
                return self._send(_NOT_FOUND)

    def _token(self, oauth: OAuth, form: dict[str, str]) -> None:
        """Answer a token request, or do to it what the faults say."""
        headers: dict[str, str] = {}
        fault = self.server.faults.token_request()
        grant_type = form.get("grant_type", "")
        if fault and (fault.hang or self.server.stopping.wait(fault.delay)):
            self.server.token_requests.append(TokenRequest(grant_type, 0, ""))
            self.server.stopping.wait()
            self.close_connection = True
            return
        if fault and fault.status is not None:
            answer, headers = Answer(fault.status, fault.body, ""), dict(fault.headers)
        else:
            lifetime = LIFETIME if fault is None or fault.lifetime is None else fault.lifetime
            answer = oauth.token(form, self.headers.get("authorization", ""), lifetime=lifetime)
            if fault and fault.replace and answer.status == 200:
                told = {**json.loads(answer.body), **fault.replace}
                answer = answer_json({name: value for name, value in told.items() if value is not None})
        self.server.token_requests.append(TokenRequest(grant_type, answer.status, _error(answer)))
        self._send(answer, headers)

    def _send(self, answer: Answer, headers: dict[str, str] | None = None) -> None:
        self.send_response(answer.status)
        if answer.content_type:
            self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)


def _error(answer: Answer) -> str:
    """The OAuth error code of an answer; empty where it has none."""
    try:
        told = json.loads(answer.body)
    except ValueError:
        return ""
    return str(told.get("error", "")) if isinstance(told, dict) else ""
