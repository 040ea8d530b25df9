"""A token endpoint on loopback that can be slow, hang and fail; emulators, machine users and a proxy for tests."""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote_plus

import pytest

from zgrpc._auth.endpoint import TokenEndpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Answer = tuple[int, dict[str, str], bytes]


class TokenServer:
    """Answers with a new token each time, or as `answer` defines; records the requests."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.expires_in: object = 43199
        self.delay = 0.0
        self.drip = 0.0
        self.drip_headers = 0.0
        self.hung_up = threading.Event()  # a client has closed its connection
        self.hang = threading.Event()
        self.hang.set()
        self.answer: Callable[[int], Answer] | None = None
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def endpoint(self) -> TokenEndpoint:
        return TokenEndpoint(self.issuer, self.issuer)

    def json(self, status: int, **body: object) -> None:
        """From now on answers with this."""
        self.answer = lambda _: (status, {"content-type": "application/json"}, json.dumps(body).encode())

    def close(self) -> None:
        self.hang.set()
        self._server.shutdown()
        self._server.server_close()

    def _reply(self, handler: BaseHTTPRequestHandler) -> Answer:
        form = parse_qs(handler.rfile.read(int(handler.headers.get("content-length", 0))).decode())
        request: dict[str, Any] = {"path": handler.path, "headers": dict(handler.headers.items())}
        request |= {"form": {name: values[0] for name, values in form.items()}}
        if (authorization := handler.headers.get("authorization", "")).startswith("Basic "):
            pair = base64.b64decode(authorization[6:]).decode().split(":")
            request["basic"] = tuple(map(unquote_plus, pair))
        with self._lock:
            self.requests.append(request)
            number = len(self.requests)
        time.sleep(self.delay)
        self.hang.wait(20)
        if self.answer is not None:
            return self.answer(number)
        body = {
            "access_token": f"opaque-access-token-{number:04}",
            "token_type": "Bearer",
            "expires_in": self.expires_in,
        }
        return 200, {"content-type": "application/json"}, json.dumps(body).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                status, headers, body = server._reply(self)
                with suppress(OSError):  # the client has hung up
                    if server.drip_headers:
                        self.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
                        for _ in range(1000):
                            time.sleep(server.drip_headers)
                            self.wfile.write(b"x")
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("content-length", str(len(body)))
                    self.end_headers()
                    size = 1 if server.drip else max(1, len(body))
                    for start in range(0, len(body), size):
                        time.sleep(server.drip)
                        self.wfile.write(body[start : start + size])

            def do_GET(self) -> None:
                self.do_POST()

            def finish(self) -> None:
                with suppress(OSError):
                    super().finish()
                server.hung_up.set()  # also if no request came over the connection

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def token_server() -> Iterator[TokenServer]:
    server = TokenServer()
    yield server
    server.close()


@pytest.fixture
def unused_port() -> int:
    """A loopback port where nobody listens."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def oauth_recordings() -> str:
    """What the real server's token endpoint answered."""
    from pathlib import Path

    return (Path(__file__).parent / "auth/data/oauth.yaml").read_text()


class Machine:
    """A service user of an emulator, with a key and a secret, and the role to look around."""

    def __init__(self, emulator: Any) -> None:
        import zgrpc

        with emulator.client() as owner:
            management = owner.management
            name = f"robot-{time.monotonic_ns()}"
            self.user_id = management.add_machine_user(user_name=name, name=name).user_id
            management.add_org_member(user_id=self.user_id, roles=["ORG_OWNER"])
            made = management.add_machine_key(user_id=self.user_id, type="KEY_TYPE_JSON")
            self.key_id, self.key = made.key_id, json.loads(made.key_details)
            secret = management.generate_machine_secret(user_id=self.user_id)
        self.credentials: dict[str, Any] = {
            "key": zgrpc.ServiceAccountKey.from_dict(self.key),
            "client": zgrpc.ClientCredentials(secret.client_id, secret.client_secret),
        }


@pytest.fixture(scope="session")
def emulator() -> Iterator[Any]:
    """An emulator that these tests share; what one changes for good, it must have made itself."""
    from zgrpc.testing import Emulator

    with Emulator() as running:
        yield running


@pytest.fixture(scope="session")
def machine(emulator: Any) -> Machine:
    return Machine(emulator)


@pytest.fixture
def own_emulator() -> Iterator[Any]:
    """An emulator for one test."""
    from zgrpc.testing import Emulator

    with Emulator() as running:
        yield running


@pytest.fixture(scope="session")
def make_machine() -> type[Machine]:
    return Machine


class Proxy:
    """An HTTP proxy that tunnels (CONNECT) and forwards whole requests to their destination."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.hosts: dict[str, str] = {}  # addresses of hosts that are not at their name
        self.refuses = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=(client,), daemon=True).start()

    def _handle(self, client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(4096)
                if not piece:
                    return
                head += piece
            line = head.partition(b"\r\n")[0].decode()
            self.requests.append(line)
            method, goal, _ = line.split()
            where = goal if method == "CONNECT" else goal.split("/")[2]
            host, _, port = where.rpartition(":")
            host = self.hosts.get(host, host)
            if self.refuses:
                client.sendall(b"HTTP/1.1 " + self.refuses + b"\r\n\r\n")
                return
            with socket.create_connection((host, int(port)), 5) as server:
                if method == "CONNECT":
                    client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                else:
                    path = "/" + goal.split("/", 3)[3]
                    server.sendall(head.replace(goal.encode(), path.encode(), 1))
                back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
                back.start()
                self._pump(client, server)
                back.join(5)

    @staticmethod
    def _pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    made = Proxy()
    yield made
    made.close()
