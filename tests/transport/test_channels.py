"""Several connections, proxies, and the options of a channel."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from tests.frames import is_ours
from tests.reachable import reachable
from tests.transport.peers import Peers
from zgrpc._transport import connect
from zgrpc._transport.address import parse_address
from zgrpc._transport.pool import AsyncChannelPool, ChannelPool
from zgrpc._transport.proxy import proxy_of
from zgrpc._transport.settings import Settings
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


GET_MY_USER = "/zitadel.auth.v1.AuthService/GetMyUser"
CREDENTIALS = zgrpc.PersonalAccessToken("token")


def options(**settings: Any) -> dict[str, Any]:
    return dict(connect.options(Settings(parse_address("https://acme.zitadel.cloud"), **settings)))


def test_a_channel_has_the_documented_defaults() -> None:
    found = options(max_response_bytes=1000)
    assert found["grpc.keepalive_time_ms"] == 30_000
    assert found["grpc.keepalive_timeout_ms"] == 10_000
    assert found["grpc.http2.ping_timeout_ms"] == 10_000
    assert found["grpc.keepalive_permit_without_calls"] == 0
    assert found["grpc.max_receive_message_length"] == 1000
    assert found["grpc.primary_user_agent"] == f"zgrpc/{zgrpc.__version__}"


def test_the_callers_channel_options_replace_the_defaults() -> None:
    assert options(channel_options=[("grpc.keepalive_time_ms", 1)])["grpc.keepalive_time_ms"] == 1


def test_calls_go_to_the_connection_with_the_fewest_in_flight() -> None:
    with (
        Peers(together=8) as server,
        zgrpc.Client(server.url, credentials=CREDENTIALS, channels=4) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        for call in [pool.submit(client.auth.get_my_user) for _ in range(8)]:
            call.result(10)
    assert [*Counter(server.seen).values()] == [2, 2, 2, 2]


async def test_async_calls_go_to_the_connection_with_the_fewest_in_flight() -> None:
    with Peers(together=8) as server:
        async with zgrpc.AsyncClient(server.url, credentials=CREDENTIALS, channels=4) as client:
            await asyncio.gather(*(client.auth.get_my_user() for _ in range(8)))
    assert [*Counter(server.seen).values()] == [2, 2, 2, 2]


def test_futures_of_raw_stubs_go_to_the_connection_with_the_fewest_in_flight() -> None:
    with Peers(together=4) as server, zgrpc.Client(server.url, credentials=CREDENTIALS, channels=2) as client:
        method: Any = client.channel.unary_unary(GET_MY_USER)
        for future in [method.future(b"") for _ in range(4)]:
            future.result(10)
    assert [*Counter(server.seen).values()] == [2, 2]


def test_lists_and_raw_stubs_use_several_connections_too(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    with own_emulator.client(channels=2) as client:
        assert list(client.management.list_projects()) == []
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        assert stub.GetMyOrg(management_pb2.GetMyOrgRequest()).org.id
        assert stub.GetMyOrg.future(management_pb2.GetMyOrgRequest()).result(10).org.id


@pytest.mark.parametrize("code", [grpc.StatusCode.OK, grpc.StatusCode.UNAVAILABLE])
@pytest.mark.parametrize("way", ["call", "with_call", "future"])
def test_a_call_that_ends_gives_its_connection_back(code: grpc.StatusCode, way: str) -> None:
    with Peers(code=code) as server, ChannelPool([grpc.insecure_channel(server.target) for _ in range(2)]) as pool:
        method: Any = pool.unary_unary(GET_MY_USER)
        begin: Any = {"call": method, "with_call": method.with_call, "future": lambda _: method.future(_).result(10)}[
            way
        ]
        with contextlib.suppress(grpc.RpcError):
            begin(b"")
        end = time.monotonic() + 5
        while pool.load != [0, 0] and time.monotonic() < end:
            time.sleep(0.001)  # gRPC runs a future's callbacks in a thread of its own
        assert (pool.load, len(server.seen)) == ([0, 0], 1)


async def test_failed_and_canceled_async_calls_give_their_connection_back() -> None:
    with Peers(code=grpc.StatusCode.UNAVAILABLE) as failing, Peers(together=2) as hanging:
        pool = AsyncChannelPool([grpc.aio.insecure_channel(server.target) for server in (failing, hanging)])
        method: Any = pool.unary_unary(GET_MY_USER)
        failed, canceled = method(b""), method(b"")
        assert pool.load == [1, 1]
        canceled.cancel()
        await asyncio.wait([asyncio.ensure_future(each.code()) for each in (failed, canceled)], timeout=10)
        assert (await failed.code(), await canceled.code()) == (
            grpc.StatusCode.UNAVAILABLE,
            grpc.StatusCode.CANCELLED,
        )
        await asyncio.sleep(0)
        assert pool.load == [0, 0]
        await pool.close()


def test_raw_stubs_have_the_clients_deadline(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    with own_emulator.client(timeout=0.2) as client, own_emulator.faults.latency(3.0):
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        with pytest.raises(grpc.RpcError) as error:
            stub.GetMyOrg(management_pb2.GetMyOrgRequest())
        assert error.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


async def test_raw_async_stubs_have_the_clients_deadline(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    async with own_emulator.async_client(timeout=0.2) as client:
        with own_emulator.faults.latency(3.0):
            stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
            with pytest.raises(grpc.aio.AioRpcError) as error:
                await stub.GetMyOrg(management_pb2.GetMyOrgRequest())
    assert error.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


@pytest.mark.parametrize("channels", [0, -1])
def test_channels_is_a_number_above_zero(channels: int) -> None:
    with pytest.raises(ValueError, match="channels must be a number of connections above 0"):
        zgrpc.Client("http://localhost:1", channels=channels)


@pytest.mark.parametrize("channels", [1.5, True, "2"])
def test_channels_is_a_whole_number(channels: Any) -> None:
    with pytest.raises(
        TypeError, match=f"channels must be a whole number of connections, not {type(channels).__name__}"
    ):
        zgrpc.Client("http://localhost:1", channels=channels)


# -- proxies --------------------------------------------------------------------------------------
def test_calls_and_tokens_go_through_the_proxy_argument(emulator: Any, machine: Any, proxy: Any) -> None:
    with emulator.client(credentials=machine.credentials["client"], proxy=proxy.url) as client:
        assert client.auth.get_my_user().user.id == machine.user_id
    assert f"CONNECT {emulator.target} HTTP/1.1" in proxy.requests
    assert f"POST {emulator.issuer}/oauth/v2/token HTTP/1.1" in proxy.requests


@pytest.fixture
def environments_proxy(proxy: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "grpc_proxy"):
        monkeypatch.setenv(name, proxy.url)
    for name in ("no_proxy", "NO_PROXY", "no_grpc_proxy"):
        monkeypatch.delenv(name, raising=False)
    return proxy


def test_the_environments_proxy_is_used_and_can_be_turned_off(make_machine: Any, environments_proxy: Any) -> None:
    with Emulator(tls=True) as emulator:
        credentials = make_machine(emulator).credentials["client"]
        environments_proxy.requests.clear()
        with emulator.client(credentials=credentials, proxy="") as client:
            client.auth.get_my_user()
        assert environments_proxy.requests == []
        with emulator.client(credentials=credentials) as client:
            client.auth.get_my_user()
        assert [request.split()[0] for request in environments_proxy.requests] == ["CONNECT", "CONNECT"]


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "GRPC_PROXY"])
def test_the_environments_proxy_may_be_written_in_either_case(
    emulator: Any, proxy: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """gRPC's core itself reads the lower case only."""
    for other in ("http_proxy", "https_proxy", "grpc_proxy", "no_proxy"):
        monkeypatch.delenv(other, raising=False)
        monkeypatch.delenv(other.upper(), raising=False)
    monkeypatch.setenv(name, proxy.url)
    proxy.hosts["elsewhere.example"] = "127.0.0.1"
    address = f"http://elsewhere.example:{emulator.port}"
    with zgrpc.Client(address, insecure=True, authority=emulator.target) as client:
        client.management.healthz()
    assert proxy.requests == [f"CONNECT elsewhere.example:{emulator.port} HTTP/1.1"]
    monkeypatch.setenv("NO_PROXY", "other.example, .example")
    with (
        zgrpc.Client(address, insecure=True, authority=emulator.target) as client,
        pytest.raises(zgrpc.UnavailableError, match="cannot be resolved"),
    ):
        client.management.healthz()
    assert len(proxy.requests) == 1


@pytest.mark.parametrize(
    ("exceptions", "none"),
    [
        ("", False),
        (" , ", False),
        ("*", True),
        ("10.1.2.3", True),
        ("10.0.0.0/8", True),
        ("11.0.0.0/8, 10.1.0.0/16", True),
        ("192.168.0.0/16", False),
        ("acme.example", False),
    ],
)
def test_exceptions_from_the_environments_proxy_may_be_networks(exceptions: str, none: bool) -> None:
    environ = {"HTTPS_PROXY": "proxy:3128", "NO_PROXY": exceptions}
    assert proxy_of(parse_address("https://10.1.2.3"), None, environ) == ("" if none else "http://proxy:3128")


@pytest.mark.parametrize(
    ("exceptions", "none"),
    [("acme.example", True), (".example", True), ("*.Example", True), ("cme.example", False), ("example.com", False)],
)
def test_exceptions_from_the_environments_proxy_may_be_domains(exceptions: str, none: bool) -> None:
    environ = {"HTTPS_PROXY": "http://proxy:3128", "NO_PROXY": exceptions}
    assert proxy_of(parse_address("https://Acme.example"), None, environ) == ("" if none else "http://proxy:3128")


def test_plaintext_to_this_machine_never_takes_the_environments_proxy(
    emulator: Any, machine: Any, environments_proxy: Any
) -> None:
    with emulator.client(credentials=machine.credentials["client"]) as client:
        client.auth.get_my_user()
    assert environments_proxy.requests == []


def test_plaintext_is_not_sent_to_a_proxy_on_another_machine_without_insecure() -> None:
    with pytest.raises(ValueError, match="proxy would read what is sent to http://localhost:1, which is plaintext"):
        zgrpc.Client("http://localhost:1", proxy="http://proxy:3128")
    zgrpc.Client("http://localhost:1", proxy="http://proxy:3128", insecure=True).close()


@pytest.mark.parametrize(
    "proxy_url", ["localhost:3128", "https://proxy:1", "http://proxy", "http://user:secret-of-proxy@"]
)
def test_a_proxy_is_a_url_and_its_password_is_not_shown(proxy_url: str) -> None:
    with pytest.raises(ValueError, match="proxy must be a URL") as error:
        zgrpc.Client("http://localhost:1", proxy=proxy_url)
    assert "secret-of-proxy" not in str(error.value)
    with_password = zgrpc.Client("https://localhost:1", proxy="http://user:secret-of-proxy@proxy:3128")
    assert "secret-of-proxy" not in repr(reachable(with_password))


@pytest.mark.parametrize(
    "given", [{"channels": 2}, {"authority": "x"}, {"proxy": "http://p:1"}, {"channel_options": [("a", 1)]}]
)
def test_arguments_that_the_callers_channel_would_ignore_are_rejected(given: Any) -> None:
    with (
        grpc.insecure_channel("localhost:1") as channel,
        pytest.raises(ValueError, match=f"{next(iter(given))}= have no effect with channel="),
    ):
        zgrpc.Client(channel=channel, **given)


def test_a_channel_of_the_other_flavor_is_rejected() -> None:
    with (
        grpc.insecure_channel("localhost:1") as channel,
        pytest.raises(TypeError, match=r"channel must be a grpc\.aio\.Channel, not grpc\._channel\.Channel"),
    ):
        zgrpc.AsyncClient(channel=channel)
    wrong: Any = object()
    with pytest.raises(TypeError, match=r"channel must be a grpc\.Channel, not builtins\.object"):
        zgrpc.Client(channel=wrong)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"channel_options": [5]}, TypeError, "channel_options must be pairs of name and value"),
        ({"channel_options": "grpc.x"}, TypeError, "channel_options must be pairs of name and value"),
        ({"max_response_bytes": 2**31}, ValueError, "max_response_bytes must be below 2\\*\\*31"),
        ({"authority": 5}, TypeError, "authority must be a host such as 'acme.zitadel.cloud', not int"),
        ({"authority": ""}, ValueError, "authority must be a host"),
        ({"authority": "https://acme.zitadel.cloud"}, ValueError, "authority must be a host"),
    ],
)
def test_options_of_the_connection_are_checked(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        zgrpc.Client("http://localhost:1", **options)


async def test_a_raw_asyncio_call_that_waits_for_a_token_is_a_call_like_any_other(emulator: Any, machine: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    async with emulator.async_client(credentials=machine.credentials["client"]) as client:
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        call = stub.GetMyOrg(management_pb2.GetMyOrgRequest(), timeout=10)
        assert not call.done()
        assert await call.code() is grpc.StatusCode.OK
        assert (await call).org.id == (await call).org.id
        assert call.done()
        assert not call.cancelled()


async def test_a_raw_asyncio_call_that_waits_for_a_token_can_be_cancelled(emulator: Any, machine: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    async with emulator.async_client(credentials=machine.credentials["client"]) as client:
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        call = stub.GetMyOrg(management_pb2.GetMyOrgRequest())
        assert call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert call.cancelled()


@pytest.mark.parametrize(
    ("options", "secret"),
    [
        ({"credentials": "secret-of-a-caller"}, "secret-of-a-caller"),
        ({"proxy": "http://user:secret-of-proxy@proxy"}, "secret-of-proxy"),
        ({"metadata": [("authorization", "Bearer secret-of-a-caller")], "timeout": -1}, "secret-of-a-caller"),
        ({"metadata": [("authorization", "secret-of-a-caller\n")]}, "secret-of-a-caller"),
        ({"metadata": {"Authorization": "secret-of-a-caller"}}, "secret-of-a-caller"),
        ({"metadata": {"Bearer secret-of-a-caller, as the key": "42"}}, "secret-of-a-caller"),
        ({"metadata": "authorization: secret-of-a-caller"}, "secret-of-a-caller"),
        ({"metadata": [["authorization", "secret-of-a-caller"]]}, "secret-of-a-caller"),
    ],
)
def test_a_rejected_argument_leaves_no_secret_in_the_frames_of_the_traceback(options: Any, secret: str) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        zgrpc.Client("https://localhost:1", **options)
    ours = [entry.locals for entry in error.traceback if is_ours(entry.path)]
    assert ours
    assert secret not in repr(ours)


@pytest.mark.parametrize(
    "url", ["https://proxy:3128", "socks5://proxy:1080", "socks5h://proxy:1080", "proxy:not-a-port", " ", "a b:3128"]
)
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "grpc_proxy"])
def test_a_proxy_of_the_environment_that_grpc_cannot_use_is_rejected(variable: str, url: str) -> None:
    address = parse_address("https://acme.zitadel.cloud")
    with pytest.raises(ValueError, match=r"not https:// or socks5://.*NO_PROXY"):
        proxy_of(address, None, {variable: url})
    assert proxy_of(address, None, {variable: url, "NO_PROXY": "acme.zitadel.cloud"}) == ""
    assert proxy_of(address, "http://mine:1", {variable: url}) == "http://mine:1"


def test_a_rejected_proxy_of_the_environment_ends_the_first_call_and_does_not_show_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("https_proxy", "grpc_proxy", "GRPC_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "socks5://user:password-of-proxy@proxy:1080")
    with zgrpc.Client("https://acme.zitadel.cloud") as client, pytest.raises(ValueError, match="socks5") as error:
        client.management.healthz(timeout=5)
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert "password-of-proxy" not in "".join(frames.format())


# -- connections that died ------------------------------------------------------------------------
class Swallower:
    """A tunnel that passes bytes until `swallowing`; then it reads and drops them, as a dead NAT entry does."""

    def __init__(self, port: int) -> None:
        self.swallowing = False
        self.accepted = 0
        self._port = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            self.accepted += 1
            if self.swallowing:
                self._open.append(client)
                continue
            server = socket.create_connection(("127.0.0.1", self._port))
            self._open += [client, server]
            for ends in ((client, server), (server, client)):
                threading.Thread(target=self._pump, args=ends, daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while piece := source.recv(65536):
                if not self.swallowing:
                    sink.sendall(piece)
        except OSError:
            pass

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        for each in (self._server, *self._open):
            each.close()


def test_two_clients_with_the_same_settings_have_a_connection_each(own_emulator: Any, swallower: Swallower) -> None:
    options: Any = {"authority": own_emulator.target}
    with zgrpc.Client(swallower.url, **options) as one, zgrpc.Client(swallower.url, **options) as other:
        one.management.healthz()
        other.management.healthz()
        assert swallower.accepted == 2


QUICK = {
    "grpc.keepalive_time_ms": 1_000,
    "grpc.keepalive_timeout_ms": 500,
    "grpc.http2.ping_timeout_ms": 500,
}


@pytest.fixture
def swallower(own_emulator: Any) -> Iterator[Swallower]:
    made = Swallower(own_emulator.port)
    yield made
    made.close()


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_a_connection_through_which_nothing_passes_ends_its_calls_within_the_ping_timeout(
    own_emulator: Any, swallower: Swallower, state: str
) -> None:
    options: Any = {"authority": own_emulator.target, "channel_options": QUICK, "retry": False}
    with (
        own_emulator.client() as owner,
        zgrpc.Client(
            swallower.url, credentials=zgrpc.PersonalAccessToken(own_emulator.owner_token), **options
        ) as client,
        ThreadPoolExecutor(1) as pool,
    ):
        assert owner.auth.get_my_user() == client.auth.get_my_user()
        if state == "idle":
            swallower.swallowing = True
            started = time.monotonic()
            call = pool.submit(client.auth.get_my_user, timeout=20)
        else:
            own_emulator.faults.latency(30.0, count=1)
            call = pool.submit(client.auth.get_my_user, timeout=20)
            time.sleep(0.3)
            swallower.swallowing = True
            started = time.monotonic()
        with pytest.raises(zgrpc.UnavailableError, match=r"(?i)ping|keepalive|connection"):
            call.result(20)
    assert time.monotonic() - started < 6


@pytest.mark.parametrize("state", ["idle", "busy"])
async def test_an_asyncio_connection_through_which_nothing_passes_ends_its_calls_within_the_ping_timeout(
    own_emulator: Any, swallower: Swallower, state: str
) -> None:
    options: Any = {"authority": own_emulator.target, "channel_options": QUICK, "retry": False}
    credentials = zgrpc.PersonalAccessToken(own_emulator.owner_token)
    async with zgrpc.AsyncClient(swallower.url, credentials=credentials, **options) as client:
        assert (await client.auth.get_my_user()).user.id
        if state == "busy":
            own_emulator.faults.latency(30.0, count=1)
        else:
            swallower.swallowing = True
        started = time.monotonic()
        call = asyncio.ensure_future(client.auth.get_my_user(timeout=20))
        await asyncio.sleep(0.3)
        swallower.swallowing = True
        with pytest.raises(zgrpc.UnavailableError, match=r"(?i)ping|keepalive|connection"):
            await asyncio.wait_for(call, 20)
    assert time.monotonic() - started < 6
