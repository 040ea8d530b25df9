"""One port for gRPC, gRPC-Web, Connect, JSON and OAuth, in plaintext and with TLS, over the wire."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from typing import TYPE_CHECKING, Any

import grpc
import httpx
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from zitadel import management_pb2
from zitadel.management_pb2_grpc import ManagementServiceStub

import zgrpc
from zgrpc.testing import Emulator, _splice, oauth_http
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from google.protobuf.message import Message

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
SETTINGS = b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"


@pytest.fixture(scope="module", params=["plaintext", "tls"])
def one(request: pytest.FixtureRequest) -> Iterator[Emulator]:
    """An emulator with one port."""
    with Emulator(http_port=None, tls=request.param == "tls") as emulator:
        yield emulator


@pytest.fixture
def plain() -> Iterator[Emulator]:
    """One with one port, in plaintext, of the test's own."""
    with Emulator(http_port=None) as emulator:
        yield emulator


def verify(emulator: Emulator) -> ssl.SSLContext | bool:
    return ssl.create_default_context(cafile=str(emulator.ca_file)) if emulator.ca_file else True


def owner(emulator: Emulator) -> dict[str, str]:
    return {"authorization": f"Bearer {str.__str__(emulator.owner_token)}"}


def http(emulator: Emulator, **options: Any) -> httpx.Client:
    return httpx.Client(
        base_url=emulator.issuer, headers=owner(emulator), verify=verify(emulator), trust_env=False, **options
    )


def channel(emulator: Emulator, **options: Any) -> grpc.Channel:
    target = f"localhost:{emulator.http_port}"
    own = list(options.items())
    if emulator.ca_file is None:
        return grpc.insecure_channel(target, own)
    return grpc.secure_channel(target, grpc.ssl_channel_credentials(emulator.ca_file.read_bytes()), own)


def my_org(channel: grpc.Channel, emulator: Emulator, timeout: float = 20.0) -> str:
    stub: Any = ManagementServiceStub(channel)
    answer = stub.GetMyOrg(management_pb2.GetMyOrgRequest(), metadata=list(owner(emulator).items()), timeout=timeout)
    return str(answer.org.name)


def framed(message: Message) -> bytes:
    return struct.pack(">BI", 0, message.ByteSize()) + message.SerializeToString()


@contextlib.contextmanager
def raw(emulator: Emulator) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", emulator.port), timeout=20.0) as connection:
        yield connection


# -- what is spoken ------------------------------------------------------------------------------------
def test_the_issuer_and_the_api_have_one_origin(one: Emulator) -> None:
    assert one.url == one.issuer
    assert one.port == one.http_port
    with http(one) as client:
        document = client.get("/.well-known/openid-configuration").json()
    assert document["issuer"] == one.url
    assert document["token_endpoint"] == f"{one.url}/oauth/v2/token"


def test_grpc_passes(one: Emulator) -> None:
    with one.client() as client:
        assert client.management.get_my_org().org.name == "ZITADEL"


async def test_grpc_aio_passes(one: Emulator) -> None:
    async with one.async_client() as client:
        assert (await client.management.get_my_org()).org.name == "ZITADEL"


def test_json_grpc_web_and_connect_pass(one: Emulator) -> None:
    with http(one) as client:
        assert client.get("/management/v1/orgs/me").json()["org"]["name"] == "ZITADEL"
        assert "result" in client.post("/v2/users", json={}).json()
        connect = client.post("/zitadel.user.v2.UserService/ListUsers", json={})
        assert "result" in connect.json()
        web = client.post(
            "/zitadel.management.v1.ManagementService/GetMyOrg",
            content=framed(management_pb2.GetMyOrgRequest()),
            headers={"content-type": "application/grpc-web+proto"},
        )
    assert b"grpc-status: 0" in web.content
    assert b"ZITADEL" in web.content


def test_a_machine_fetches_its_token_from_the_origin_that_it_calls(one: Emulator) -> None:
    with one.client() as client:
        user_id = client.management.add_machine_user(user_name=f"bot-{one.port}", name="Bot").user_id
        key = client.management.add_machine_key(user_id=user_id, type="KEY_TYPE_JSON").key_details
    tls = zgrpc.TLS(ca=one.ca_file) if one.ca_file else None
    with zgrpc.Client(one.url, credentials=zgrpc.ServiceAccountKey.from_json(key), tls=tls) as service:
        assert service.auth.get_my_user().user.id == user_id


def test_a_mapped_port_is_part_of_the_issuer(plain: Emulator) -> None:
    with plain.client() as client:
        user_id = client.management.add_machine_user(user_name="bot", name="Bot").user_id
        key = client.management.add_machine_key(user_id=user_id, type="KEY_TYPE_JSON").key_details
    with mapped(plain.port) as port, httpx.Client(trust_env=False) as client:
        document = client.get(f"http://localhost:{port}/.well-known/openid-configuration").json()
        assert (document["issuer"], port != plain.port) == (f"http://localhost:{port}", True)
        elsewhere = client.get(f"http://127.0.0.1:{port}/.well-known/openid-configuration").json()
        assert elsewhere["issuer"] == plain.issuer
        # The assertion is for the issuer as the client knows it.
        credentials = zgrpc.ServiceAccountKey.from_json(key)
        with zgrpc.Client(f"http://localhost:{port}", credentials=credentials) as service:
            assert service.auth.get_my_user().user.id == user_id


def test_health_and_reflection_pass(one: Emulator) -> None:
    with channel(one) as grpc_channel:
        health: Any = health_pb2_grpc.HealthStub(grpc_channel)
        assert health.Check(health_pb2.HealthCheckRequest(), timeout=20.0).status == 1
        asked = reflection_pb2.ServerReflectionRequest(list_services="")
        stub: Any = reflection_pb2_grpc.ServerReflectionStub(grpc_channel)
        (answer,) = stub.ServerReflectionInfo(iter([asked]), timeout=20.0)
    assert "zitadel.user.v2.UserService" in {service.name for service in answer.list_services_response.service}


def test_an_http_client_that_supports_http2_gets_json() -> None:
    with Emulator(http_port=None, tls=True) as emulator:
        context = ssl.create_default_context(cafile=str(emulator.ca_file))
        context.set_alpn_protocols(["h2", "http/1.1"])
        with raw(emulator) as connection, context.wrap_socket(connection, server_hostname="localhost") as wrapped:
            assert wrapped.selected_alpn_protocol() == "http/1.1"
            wrapped.sendall(b"GET /debug/ready HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            assert wrapped.recv(1024).startswith(b"HTTP/1.1 200 ")


def test_client_certificates_are_demanded_by_both_servers(tmp_path: Path) -> None:
    authority = CertificateAuthority()
    cert, key, ca = authority.issue("client").write(tmp_path)
    with Emulator(http_port=None, tls=authority.issue("localhost", client_ca=authority.pem)) as emulator:
        with emulator.client(tls=zgrpc.TLS(ca=ca, cert=cert, key=key)) as client:
            assert client.management.get_my_org().org.name == "ZITADEL"
        with emulator.client(retry=False, timeout=5.0) as anonymous, pytest.raises(zgrpc.UnavailableError):
            anonymous.management.get_my_org()
        context = ssl.create_default_context(cafile=str(ca))
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{emulator.issuer}/debug/ready", verify=context, trust_env=False)
        context.load_cert_chain(cert, key)
        with httpx.Client(base_url=emulator.issuer, verify=context, trust_env=False) as friend:
            assert friend.get("/debug/ready").status_code == 200


def test_a_client_whose_tls_hello_is_asked_for_again_gets_grpc(monkeypatch: pytest.MonkeyPatch) -> None:
    made = CertificateAuthority().issue("localhost")
    context = made.server_context()
    context.set_ecdh_curve("secp521r1")  # no client offers a key for it at first
    monkeypatch.setattr(type(made), "server_context", lambda _: context)  # no option sets the curve
    with Emulator(http_port=None, tls=made) as emulator:
        assert emulator.ca_file is not None
        with emulator.client() as client:
            assert client.management.get_my_org().org.name == "ZITADEL"


def test_large_answers_pass_whole(one: Emulator) -> None:
    org_id = one.seed(users=300, grants=20_000, org=f"large-{one.port}").org_id
    with one.client(org_id=org_id) as client:
        assert len(list(client.management.list_user_grants())) == 20_000


def test_the_separate_http_port_serves_grpc_too(emulator: Emulator) -> None:
    assert emulator.port != emulator.http_port
    with channel(emulator) as through:
        assert my_org(through, emulator) == "ZITADEL"


# -- connections ------------------------------------------------------------------------------------------
def test_many_connections_are_served_at_once(one: Emulator) -> None:
    with contextlib.ExitStack() as stack:
        # Without the option, gRPC would share one connection.
        channels = [
            stack.enter_context(channel(one, **{"grpc.use_local_subchannel_pool": 1, "grpc.id": number}))
            for number in range(60)
        ]
        clients = [stack.enter_context(http(one)) for _ in range(20)]
        assert {my_org(each, one) for each in channels} == {"ZITADEL"}
        assert {client.get("/debug/ready").status_code for client in clients} == {200}
        assert {my_org(each, one) for each in channels} == {"ZITADEL"}


def test_a_ping_of_http2_is_answered(plain: Emulator) -> None:
    ping = b"\x00\x00\x08\x06\x00\x00\x00\x00\x00" + b"12345678"
    with raw(plain) as connection:
        connection.sendall(PREFACE + SETTINGS + ping)
        received = b""
        while b"12345678" not in received:
            more = connection.recv(4096)
            assert more, "closed without an answer"
            received += more


def test_slow_first_bytes_lead_to_the_right_server(plain: Emulator) -> None:
    for opening, answer in ((PREFACE + SETTINGS, b"\x00\x00"), (b"PRINT / HTTP/1.1\r\n\r\n", b"HTTP/1.1 501 ")):
        with raw(plain) as connection:
            for byte in opening:
                connection.sendall(bytes([byte]))
                time.sleep(0.002)
            assert connection.recv(13).startswith(answer)


def test_a_split_tls_hello_reaches_the_right_server() -> None:
    with Emulator(http_port=None, tls=True) as emulator:
        context = ssl.create_default_context(cafile=str(emulator.ca_file))
        for protocol in ("h2", "http/1.1"):
            context.set_alpn_protocols([protocol])
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            session = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
            with raw(emulator) as connection:
                while session.version() is None or outgoing.pending:
                    with contextlib.suppress(ssl.SSLWantReadError):
                        session.do_handshake()
                    flight = outgoing.read()
                    for start in range(0, len(flight), 100):
                        connection.sendall(flight[start : start + 100])
                        time.sleep(0.002)
                    if session.version() is None:
                        incoming.write(connection.recv(1 << 16))
                assert session.selected_alpn_protocol() == protocol


@pytest.mark.parametrize(
    "garbage", [b"\x00" * 64, b"PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", b"\x16\x03\x01\x00\x05hello\r\n\r\n"]
)
def test_garbage_is_refused_and_disturbs_no_other_client(plain: Emulator, garbage: bytes) -> None:
    with raw(plain) as connection:
        connection.sendall(garbage)
        answer = b""
        with contextlib.suppress(OSError):  # cut already
            connection.shutdown(socket.SHUT_WR)
            while more := connection.recv(4096):
                answer += more
    assert not answer.startswith(b"HTTP/1.1 200")
    with plain.client() as client:
        assert client.management.get_my_org().org.name == "ZITADEL"


def test_garbage_instead_of_tls_is_refused() -> None:
    with Emulator(http_port=None, tls=True) as emulator:
        for garbage in (b"GET / HTTP/1.1\r\n\r\n", PREFACE + SETTINGS, b"\x16\x03\x01\x00\x05hello"):
            with raw(emulator) as connection:
                connection.sendall(garbage)
                answer = b""
                with contextlib.suppress(OSError):  # cut already
                    connection.shutdown(socket.SHUT_WR)
                    answer = connection.recv(4096)
                assert b"HTTP" not in answer
        with emulator.client() as client:
            assert client.management.get_my_org().org.name == "ZITADEL"


def test_silent_clients_delay_no_other(plain: Emulator) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(50):
            stack.enter_context(raw(plain))
        stack.enter_context(raw(plain)).sendall(PREFACE[:5])
        with plain.client() as client:
            assert client.management.get_my_org().org.name == "ZITADEL"


def test_silent_clients_are_disconnected_in_the_end(plain: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oauth_http, "_IDLE", 0.1)  # a minute for users, and no option
    with raw(plain) as connection:
        assert connection.recv(1) == b""


def test_clients_with_incomplete_first_bytes_are_disconnected_in_the_end(
    plain: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_splice, "FIRST_BYTES", 0.1)  # seconds for users, and no option
    with raw(plain) as connection:
        connection.sendall(PREFACE[:20])
        with contextlib.suppress(ConnectionResetError):
            assert connection.recv(1) == b""


def test_a_client_that_leaves_frees_both_connections(plain: Emulator) -> None:
    _until(lambda: _threads() == 0)  # those of the tests before
    with raw(plain) as connection:
        connection.sendall(PREFACE + SETTINGS)
        assert connection.recv(9)
        assert _threads() == 1
    _until(lambda: _threads() == 0)


def test_stopping_ends_connections_and_calls(plain: Emulator) -> None:
    with channel(plain) as grpc_channel, raw(plain) as silent:
        my_org(grpc_channel, plain)
        with plain.faults.latency(30.0):
            stub: Any = ManagementServiceStub(grpc_channel)
            call = stub.GetMyOrg.future(
                management_pb2.GetMyOrgRequest(), metadata=list(owner(plain).items()), timeout=20.0
            )
            _until(lambda: bool(plain.faults.active) and plain.faults.active[0].hits == 1)
            began = time.monotonic()
            plain.stop()
            assert time.monotonic() - began < 5.0
        assert isinstance(call.exception(timeout=5.0), grpc.RpcError)
        with contextlib.suppress(ConnectionResetError):
            assert silent.recv(1) == b""
    _until(lambda: _threads() == 0)


def test_the_emulator_is_ready_once_its_fixtures_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def ready() -> int:
        return httpx.get(f"{emulator.issuer}/debug/ready", trust_env=False).status_code

    def slowly(emulator: Emulator, fixtures: Any) -> dict[str, str]:
        seen.append(ready())
        return load(emulator, fixtures)

    seen: list[int] = []
    load = Emulator.load
    monkeypatch.setattr(Emulator, "load", slowly)  # no test can look between two steps of the start otherwise
    emulator = Emulator(http_port=None, fixtures={"users": [{"user_name": "bot", "name": "Bot"}]})
    with emulator, emulator.client() as client:
        assert (seen, ready()) == ([412], 200)
        assert client.management.list_users(where={"user_name": "bot"}).one().user_name == "bot"


def test_a_restarted_emulator_has_the_same_port(plain: Emulator) -> None:
    port = plain.port
    plain.stop()
    plain.start()
    assert (plain.port, plain.http_port) == (port, port)


def test_a_connection_that_a_fault_cuts_is_cut_for_the_client(plain: Emulator) -> None:
    with plain.faults.drop_connection(count=1) as fault, plain.client() as client:
        # The client reads again, over another connection.
        assert client.management.get_my_org().org.name == "ZITADEL"
    assert fault.hits == 1
    assert len([call for call in plain.calls if call.method == "management.GetMyOrg"]) == 2


@contextlib.contextmanager
def mapped(port: int) -> Iterator[int]:
    """Another port that leads to `port`, as a container's is mapped."""

    def serve(near: socket.socket) -> None:
        with near, socket.create_connection(("127.0.0.1", port)) as far:
            _splice.forward(near, far)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                served.append(threading.Thread(target=serve, args=(listening.accept()[0],)))
                served[-1].start()

    served: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepts = threading.Thread(target=accept)
        accepts.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        for thread in (accepts, *served):
            thread.join(20.0)


# -- bytes in between -----------------------------------------------------------------------------------
@contextlib.contextmanager
def forwarded(**options: float) -> Iterator[tuple[socket.socket, socket.socket]]:
    """A client and a server with `forward` between them."""
    client, near = _pair()
    far, server = _pair()
    thread = threading.Thread(target=_splice.forward, args=(near, far), kwargs=options, daemon=True)
    thread.start()
    with client, server:
        client.settimeout(20.0)
        server.settimeout(20.0)
        yield client, server
    thread.join(20.0)
    near.close()
    far.close()
    assert not thread.is_alive()


def _pair() -> tuple[socket.socket, socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        one = socket.create_connection(listening.getsockname())
        return one, listening.accept()[0]


def test_a_half_closed_connection_still_gets_its_answer() -> None:
    with forwarded() as (client, server):
        client.sendall(b"question")
        client.shutdown(socket.SHUT_WR)
        received = b""
        while more := server.recv(100):
            received += more
        assert received == b"question"
        server.sendall(b"answer")
        assert client.recv(100) == b"answer"


def test_a_server_that_closes_after_its_answer_ends_the_client() -> None:
    with forwarded(linger=0.1) as (client, server):
        server.sendall(b"bye")
        server.close()
        assert client.recv(100) == b"bye"
        assert client.recv(100) == b""
        with pytest.raises(OSError):  # noqa: PT011 - reset or a broken pipe
            _until(lambda: client.send(b"x") != 1)


def test_a_reader_that_stands_still_stops_the_writer() -> None:
    with forwarded() as (client, server):
        server.settimeout(0.5)
        sent = 0
        with contextlib.suppress(TimeoutError):
            while sent < 1 << 28:
                sent += server.send(bytes(1 << 20))
        assert sent < 1 << 28, "256 MiB were taken in although nobody reads them"
        received = 0
        while received < sent:
            received += len(client.recv(1 << 20))


def _threads() -> int:
    return sum(thread.name == "zgrpc-emulator-answers" for thread in threading.enumerate())


def _until(condition: Any) -> None:
    deadline = time.monotonic() + 20.0
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
