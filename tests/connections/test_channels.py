"""Several connections, proxies, and what a channel is told."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
import pytest

import zgrpc
from zgrpc import _channel
from zgrpc._address import parse_address
from zgrpc._proxy import proxy_of
from zgrpc._spread import Spread
from zgrpc.testing import Emulator


def options(client: Any) -> dict[str, Any]:
    return dict(_channel.options(client._view.core.settings))


def test_the_defaults_of_a_channel() -> None:
    told = options(zgrpc.Client("https://acme.zitadel.cloud", max_response_bytes=1000))
    assert told["grpc.keepalive_time_ms"] == 30_000
    assert told["grpc.keepalive_timeout_ms"] == 10_000
    assert told["grpc.keepalive_permit_without_calls"] == 0
    assert told["grpc.max_receive_message_length"] == 1000
    assert told["grpc.primary_user_agent"] == f"zgrpc/{zgrpc.__version__}"


def test_options_of_ones_own_come_before_the_defaults() -> None:
    told = options(zgrpc.Client("https://acme.zitadel.cloud", channel_options=[("grpc.keepalive_time_ms", 1)]))
    assert told["grpc.keepalive_time_ms"] == 1


def test_calls_go_to_the_connection_with_the_fewest_in_flight(own_emulator: Any) -> None:
    with own_emulator.client(channels=4) as client, own_emulator.faults.latency(0.3), ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(client.auth.get_my_user) for _ in range(8)]
        spread = client._view.core.channel
        assert isinstance(spread, Spread)
        deadline = threading.Event()
        for _ in range(100):
            if sum(spread.load) == 8:
                break
            deadline.wait(0.01)
        assert spread.load == [2, 2, 2, 2]
        for call in calls:
            call.result(10)
        assert spread.load == [0, 0, 0, 0]


async def test_async_calls_go_to_the_connection_with_the_fewest_in_flight(own_emulator: Any) -> None:
    async with own_emulator.async_client(channels=4) as client:
        with own_emulator.faults.latency(0.3):
            calls = [asyncio.create_task(client.auth.get_my_user()) for _ in range(8)]
            await asyncio.sleep(0.15)
            spread = client._view.core.channel
            assert spread.load == [2, 2, 2, 2]
            await asyncio.gather(*calls)
        await asyncio.sleep(0)
        assert spread.load == [0, 0, 0, 0]


async def test_failed_and_cancelled_calls_give_their_connection_back(own_emulator: Any) -> None:
    async with own_emulator.async_client(channels=2, retry=False) as client:
        with own_emulator.faults.unavailable(count=1), pytest.raises(zgrpc.UnavailableError):
            await client.auth.get_my_user()
        with own_emulator.faults.latency(1.0):
            call = asyncio.create_task(client.auth.get_my_user())
            await asyncio.sleep(0.1)
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
        await asyncio.sleep(0.05)
        assert client._view.core.channel.load == [0, 0]


def test_lists_and_raw_stubs_use_several_connections_too(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    with own_emulator.client(channels=2) as client:
        assert list(client.management.list_projects()) == []
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        assert stub.GetMyOrg(management_pb2.GetMyOrgRequest()).org.id
        assert stub.GetMyOrg.future(management_pb2.GetMyOrgRequest()).result(10).org.id
        assert client._view.core.channel.load == [0, 0]


def test_raw_stubs_have_the_clients_deadline(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    with own_emulator.client(timeout=0.2) as client, own_emulator.faults.latency(3.0):
        stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
        with pytest.raises(grpc.RpcError) as error:
            stub.GetMyOrg(management_pb2.GetMyOrgRequest())
        assert error.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED  # type: ignore[attr-defined]  # a Call too


async def test_raw_async_stubs_have_the_clients_deadline(own_emulator: Any) -> None:
    from zitadel import management_pb2, management_pb2_grpc

    async with own_emulator.async_client(timeout=0.2) as client:
        with own_emulator.faults.latency(3.0):
            stub: Any = management_pb2_grpc.ManagementServiceStub(client.channel)
            with pytest.raises(grpc.aio.AioRpcError) as error:
                await stub.GetMyOrg(management_pb2.GetMyOrgRequest())
    assert error.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


@pytest.mark.parametrize("channels", [0, -1, 1.5, True, "2"])
def test_channels_is_a_number_above_zero(channels: Any) -> None:
    with pytest.raises(ValueError, match="channels must be a number of connections above 0"):
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


def test_plaintext_is_not_sent_to_a_proxy_on_another_machine_unless_asked() -> None:
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
    assert "secret-of-proxy" not in repr(with_password._view.core.settings)


@pytest.mark.parametrize(
    "given", [{"channels": 2}, {"authority": "x"}, {"proxy": "http://p:1"}, {"channel_options": [("a", 1)]}]
)
def test_what_a_channel_of_ones_own_would_not_hear_of_is_refused(given: Any) -> None:
    with (
        grpc.insecure_channel("localhost:1") as channel,
        pytest.raises(ValueError, match=f"{next(iter(given))}= have no effect with channel="),
    ):
        zgrpc.Client(channel=channel, **given)


def test_a_channel_of_the_other_flavour_is_refused() -> None:
    with (
        grpc.insecure_channel("localhost:1") as channel,
        pytest.raises(TypeError, match=r"channel must be a grpc\.aio\.Channel, not grpc\._channel\.Channel"),
    ):
        zgrpc.AsyncClient(channel=channel)
    wrong: Any = object()
    with pytest.raises(TypeError, match=r"channel must be a grpc\.Channel, not builtins\.object"):
        zgrpc.Client(channel=wrong)


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"channel_options": [5]}, TypeError, "channel_options must be pairs of name and value"),
        ({"channel_options": "grpc.x"}, TypeError, "channel_options must be pairs of name and value"),
        ({"max_response_bytes": 2**31}, ValueError, "max_response_bytes must be below 2\\*\\*31"),
        ({"authority": 5}, TypeError, "authority must be a host such as 'acme.zitadel.cloud', not int"),
        ({"authority": ""}, ValueError, "authority must be a host"),
        ({"authority": "https://acme.zitadel.cloud"}, ValueError, "authority must be a host"),
    ],
)
def test_options_of_the_connection_are_checked(options: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
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
    ],
)
def test_a_refused_argument_leaves_no_secret_in_the_frames_of_the_traceback(options: Any, secret: str) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        zgrpc.Client("https://localhost:1", **options)
    ours = [entry.locals for entry in error.traceback if "zgrpc" in str(entry.path.parent.name)]
    assert ours
    assert secret not in repr(ours)
