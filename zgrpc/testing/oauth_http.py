"""The port for everything: OAuth and the API over HTTP/1.1 with keep-alive, and gRPC, which is forwarded.

One thread serves each connection.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections import Counter, deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Protocol

from zgrpc.testing import _splice, oauth_tokens
from zgrpc.testing.oauth import LIFETIME, Answer, OAuth, TokenRequest, answer_json, parse_form

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping

    from zgrpc.testing.fault import TokenFault
    from zgrpc.testing.faults import Faults

_MAX_BODY = 1 << 24  # bytes; a token request has a thousand, and an import of many users some million
_MAX_LINE = 1 << 10
_IDLE = 60.0  # seconds that a connection is kept without a request
_OAUTH = ("/oauth/", "/oidc/", "/.well-known/")
_READY = Answer(200, b'"ok"')
_HEALTHY = Answer(200, b"ok", "text/plain; charset=utf-8")
_ALLOWED = Answer(204, b"", "")
_NOT_FOUND = Answer(404, b"404 page not found\n", "text/plain; charset=utf-8")


class Api(Protocol):
    """What answers the requests that are not OAuth's."""

    def answer(self, verb: str, target: str, headers: Mapping[str, str], body: bytes, peer: str) -> Answer | None:
        """Return the answer; None if the path is not part of the API."""
        ...


class OAuthServer(ThreadingHTTPServer):
    """Serve OAuth and the API until `stop` is called.

    Args:
        find: returns what makes the answers of OAuth, for the headers of a request.
        clock: the server's time in Unix seconds.
        faults: strikes requests.
        host: the address to bind to.
        port: the port; 0 takes a free one.
        tls: serve HTTPS with this context; it then offers HTTP/2 as well, for gRPC.
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(
        self,
        find: Callable[[Mapping[str, str]], OAuth],
        clock: Callable[[], float],
        faults: Faults,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None,
    ) -> None:
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)
        self.find = find
        self.clock = clock
        self.api: Api | None = None
        self.grpc: tuple[str, int] | None = None
        """Where gRPC's server listens."""
        self.ready = False
        """What ``/debug/ready`` says."""
        self.faults = faults
        self.token_requests: deque[TokenRequest] = deque(maxlen=100_000)
        self.requests: Counter[str] = Counter()
        self.stopping = threading.Event()
        self._tls = tls
        if tls is not None:
            tls.set_alpn_protocols(_splice.PROTOCOLS)
        self._open: set[socket.socket] = set()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def start(self) -> None:
        """Serve in a thread of its own."""
        # serve_forever() notices a stop at its next poll; a short interval makes stopping quick.
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
        with self._kept(request):
            if _splice.speaks_grpc(request, self._tls, _IDLE):
                self._forward(request)
            elif self._tls is None:
                super().finish_request(request, client_address)
            else:
                request.settimeout(_IDLE)
                with self._tls.wrap_socket(request, server_side=True) as wrapped, self._kept(wrapped):
                    super().finish_request(wrapped, client_address)

    def _forward(self, client: socket.socket) -> None:
        if self.grpc is not None:
            with _splice.connected(self.grpc) as server, self._kept(server):
                _splice.forward(client, server)

    @contextlib.contextmanager
    def _kept(self, connection: socket.socket) -> Iterator[None]:
        """Let `stop` end a connection."""
        self._open.add(connection)
        try:
            yield
        finally:
            self._open.discard(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print no traceback: clients hang up and fail handshakes all the time."""


class _Handler(BaseHTTPRequestHandler):
    server: OAuthServer  # pyright: ignore[reportIncompatibleVariableOverride] - only it makes handlers
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "zgrpc-emulator", ""
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer
    timeout = _IDLE

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(timestamp or self.server.clock())

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: ``token_requests`` holds what was received."""

    def do_GET(self) -> None:
        body = self._body()
        if body is not None:
            self._respond(body)

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815 - the same

    def _body(self) -> bytes | None:
        """Return the body of the request; None if it was refused."""
        try:
            if self.headers.get("transfer-encoding", "").strip().lower() == "chunked":
                body = b"".join(self._chunks())
            else:
                body = self.rfile.read(_checked(int(self.headers.get("content-length", 0))))
        except OverflowError:
            self.send_error(413)
        except ValueError:
            self.send_error(400)
        else:
            return body
        return None

    def _chunks(self) -> Iterator[bytes]:
        """Read a body that comes in chunks, each with its size before it.

        Raises:
            ValueError: it is not what it says.
            OverflowError: it is too large.
        """
        total = 0
        while size := int(self.rfile.readline(_MAX_LINE).partition(b";")[0], 16):
            total = _checked(total + _checked(size))
            yield self.rfile.read(size)
            if self.rfile.readline(_MAX_LINE).strip():
                raise ValueError("a chunk is longer than its size")
        while self.rfile.readline(_MAX_LINE).strip():  # trailers
            pass

    def _respond(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        if path == "/debug/healthz":
            return self._send(_HEALTHY)
        if path == "/debug/ready":
            return self._send(_READY if self.server.ready else answer_json("not ready", 412))
        if not path.startswith(_OAUTH):
            return self._send(self._api(body))
        oauth = self.server.find(self._named)
        match path:
            case "/oauth/v2/token":
                return self._token(oauth, self._form(query, body))
            case "/oauth/v2/introspect" if self.command == "POST":
                form = self._form(query, body)
                return self._with_faults(
                    "introspect", lambda: oauth_tokens.introspect(oauth, form, self._authorization)
                )
            case "/oauth/v2/revoke" if self.command == "POST":
                return self._send(oauth_tokens.revoke(oauth, self._form(query, body), self._authorization))
            case "/oauth/v2/device_authorization" if self.command == "POST":
                return self._send(oauth.authorize_device(self._form(query, body), self._authorization))
            case "/oidc/v1/userinfo":
                return self._send(oauth_tokens.userinfo(oauth, self._authorization))
            case "/.well-known/openid-configuration":
                return self._send(oauth.discovery())
            case "/oauth/v2/keys":
                return self._with_faults("keys", lambda: answer_json(oauth.keys.key_set()))
            case _:
                return self._send(self._api(body))

    def _api(self, body: bytes) -> Answer:
        """Return the answer of the API."""
        if self.command == "OPTIONS" and "origin" in self.headers:
            return _ALLOWED
        if self.server.api is None:
            return _NOT_FOUND
        host, port = self.client_address[:2]
        peer = f"ipv6:[{host}]:{port}" if ":" in host else f"ipv4:{host}:{port}"
        return self.server.api.answer(self.command, self.path, self._named, body, peer) or _NOT_FOUND

    @property
    def _named(self) -> dict[str, str]:
        """The headers, by name in lower case."""
        return {name.lower(): value for name, value in self.headers.items()}

    @property
    def _authorization(self) -> str:
        return str(self.headers.get("authorization", ""))

    def _form(self, query: str, body: bytes) -> dict[str, str]:
        return parse_form(query, self.headers.get("content-type", ""), body)

    def _with_faults(self, endpoint: str, answer: Callable[[], Answer]) -> None:
        """Answer a request as the faults demand."""
        self.server.requests[endpoint] += 1
        fault = self.server.faults.http_request(endpoint)
        if fault is None:
            return self._send(answer())
        if fault.hang or self.server.stopping.wait(fault.delay):
            self.server.stopping.wait()
            self.close_connection = True
            return None
        if fault.status is not None:
            return self._send(Answer(fault.status, fault.body, ""), dict(fault.headers))
        return self._send(_replaced(answer(), fault))

    def _token(self, oauth: OAuth, form: dict[str, str]) -> None:
        """Answer a token request as the faults demand."""
        headers: dict[str, str] = {}
        fault = self.server.faults.http_request("token")
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
            answer = oauth.token(form, self._authorization, lifetime=lifetime)
            if fault:
                answer = _replaced(answer, fault)
        self.server.token_requests.append(TokenRequest(grant_type, answer.status, _error(answer)))
        self._send(answer, headers)

    def _send(self, answer: Answer, headers: dict[str, str] | None = None) -> None:
        self.send_response(answer.status)
        if answer.content_type:
            self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        if "origin" in self.headers:  # a browser
            self.send_header("Access-Control-Allow-Origin", self.headers["origin"])
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS")
            self.send_header("Access-Control-Allow-Headers", self.headers.get("access-control-request-headers", "*"))
            self.send_header("Access-Control-Expose-Headers", "grpc-status, grpc-message, grpc-status-details-bin")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)


def _checked(length: int) -> int:
    """Return the length of a body.

    Raises:
        ValueError: it is below zero.
        OverflowError: it is too large.
    """
    if length < 0:
        raise ValueError("a length below zero")
    if length > _MAX_BODY:
        raise OverflowError("a body too large")
    return length


def _replaced(answer: Answer, fault: TokenFault) -> Answer:
    """Return an answer with the fields that a fault replaces."""
    if not fault.replace or answer.status != 200:
        return answer
    members = {**json.loads(answer.body), **fault.replace}
    return answer_json({name: value for name, value in members.items() if value is not None})


def _error(answer: Answer) -> str:
    """Return the OAuth error code of an answer; empty without one."""
    try:
        members = json.loads(answer.body)
    except ValueError:
        return ""
    return str(members.get("error", "")) if isinstance(members, dict) else ""
