"""`diagnose()` finds the first failing check, and advises what to do."""

from __future__ import annotations

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from zgrpc.testing import Emulator
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator


@contextlib.contextmanager
def web_server(tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port of a server that speaks HTTP/1.1 alone."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a quiet server
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def wrong(diagnosis: Any) -> tuple[str, str]:
    assert diagnosis.problem is not None, str(diagnosis)
    assert diagnosis.problem is diagnosis.checks[-1], "nothing is looked at after it"
    return diagnosis.problem.name, f"{diagnosis.problem.detail} | {diagnosis.problem.advice}"


def test_a_working_connection_passes_every_check(emulator: Any, machine: Any) -> None:
    with emulator.client(credentials=machine.credentials["key"]) as client:
        diagnosis = client.diagnose()
    assert diagnosis.ok, str(diagnosis)
    assert [check.name for check in diagnosis.checks] == [
        "address",
        "connection",
        "http2",
        "instance",
        "issuer",
        "clock",
        "token",
        "user",
        "org",
        "permission",
    ]
    assert str(diagnosis).count("ok    ") == 10


async def test_an_async_client_is_diagnosed_too(emulator: Any) -> None:
    async with emulator.async_client() as client:
        assert (await client.diagnose()).ok


def test_an_unresolvable_name_is_reported() -> None:
    name, says = wrong(zgrpc.Client("https://zitadel.invalid").diagnose())
    assert name == "address"
    assert "does not resolve" in says


def test_a_closed_port_is_named(unused_port: int) -> None:
    name, says = wrong(zgrpc.Client(f"http://localhost:{unused_port}").diagnose())
    assert name == "connection"
    assert "is the port right" in says


def test_tls_on_a_plaintext_port(emulator: Any) -> None:
    name, says = wrong(zgrpc.Client(f"https://localhost:{emulator.port}").diagnose())
    assert name == "tls"
    assert "use an http:// address" in says


def test_plaintext_on_a_tls_port_is_named() -> None:
    with Emulator(tls=True) as emulator:
        name, says = wrong(zgrpc.Client(f"http://localhost:{emulator.port}").diagnose())
    assert name == "http2"
    assert "use an https:// address" in says


def test_a_bad_certificate_is_named_with_the_reason(tmp_path: Any) -> None:
    authority = CertificateAuthority()
    ca = tmp_path / "ca.pem"
    ca.write_bytes(authority.pem)
    for certificate, tls, advice in (
        (authority.issue("localhost"), None, "TLS(ca=)"),
        (authority.issue("elsewhere.example"), zgrpc.TLS(ca=ca), "for another name"),
        (authority.issue("localhost", not_after=-60), zgrpc.TLS(ca=ca), "has to be renewed"),
    ):
        with Emulator(tls=certificate) as emulator:
            name, says = wrong(zgrpc.Client(f"https://localhost:{emulator.port}", tls=tls).diagnose())
        assert name == "tls"
        assert advice in says


def test_a_tls_server_without_http2_is_named(tmp_path: Any) -> None:
    authority = CertificateAuthority()
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    with web_server(authority.issue("localhost").server_context()) as port:
        client = zgrpc.Client(f"https://localhost:{port}", tls=zgrpc.TLS(ca=tmp_path / "ca.pem"))
        name, says = wrong(client.diagnose())
    assert name == "tls"
    assert "without HTTP/2" in says


def test_the_port_of_a_web_server_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with web_server() as port:
        name, says = wrong(zgrpc.Client(f"http://localhost:{port}").diagnose())
    assert name == "http2"
    assert "not ZITADEL's gRPC" in says


def test_an_unknown_instance_is_named(emulator: Any) -> None:
    with emulator.client(instance_host="nowhere.example") as client:
        name, says = wrong(client.diagnose())
    assert name == "instance"
    assert "no instance has the domain 'nowhere.example'" in says
    assert "instance_host=" in says


@pytest.mark.parametrize("wrong_host", ["instance_host", "authority", "address"])
def test_the_name_that_would_reach_the_instance_is_tried_and_named(wrong_host: str) -> None:
    with Emulator(domain="acme.example") as emulator:
        options: Any = {} if wrong_host == "address" else {wrong_host: "zitadel.default.svc.cluster.local"}
        with zgrpc.Client(f"http://127.0.0.1:{emulator.port}", **options) as client:
            name, says = wrong(client.diagnose())
        assert name == "instance"
        assert "instance_host='acme.example" in says
        assert "authority='acme.example" in says
        assert "x-forwarded-host" not in says, "the emulator does not go by it"
        with zgrpc.Client(f"http://127.0.0.1:{emulator.port}", instance_host="acme.example") as client:
            assert client.diagnose().ok


def test_a_port_without_http1_is_named_where_tokens_are_fetched(emulator: Any, machine: Any) -> None:
    credentials = machine.credentials["key"]
    with zgrpc.Client(f"http://localhost:{emulator.port}", credentials=credentials) as client:
        name, says = wrong(client.diagnose())
    assert name == "issuer"
    assert "serves gRPC but no HTTP/1.1" in says
    assert "pass issuer=" in says
    assert "BadStatusLine" not in says


def test_an_issuer_with_another_name_is_named(emulator: Any, machine: Any) -> None:
    issuer = emulator.issuer.replace("localhost", "127.0.0.1")
    with emulator.client(credentials=machine.credentials["key"], issuer=issuer) as client:
        name, says = wrong(client.diagnose())
    assert name == "issuer"
    assert f"pass issuer='{emulator.issuer}'" in says


def test_a_large_clock_difference_is_named_as_the_cause(make_machine: Any) -> None:
    with Emulator(clock_offset=-7200) as emulator:
        machine = make_machine(emulator)
        with emulator.client(credentials=machine.credentials["key"]) as client:
            name, says = wrong(client.diagnose())
    assert name == "clock"
    assert "s behind this machine's" in says


@pytest.mark.parametrize("kind", ["client", "key"])
def test_a_harmless_clock_difference_is_only_noted(make_machine: Any, kind: str) -> None:
    with Emulator(clock_offset=1200) as emulator:
        credentials = make_machine(emulator).credentials[kind]
        with emulator.client(credentials=credentials) as client:
            diagnosis = client.diagnose()
    assert diagnosis.ok, str(diagnosis)
    (clock,) = (check for check in diagnosis.checks if check.name == "clock")
    assert clock.ok is None
    assert "s ahead of this machine's" in clock.detail


def test_an_unreachable_issuer_is_named(emulator: Any, machine: Any, unused_port: int) -> None:
    issuer = f"http://localhost:{unused_port}"
    with emulator.client(credentials=machine.credentials["key"], issuer=issuer) as client:
        name, says = wrong(client.diagnose())
    assert name == "issuer"
    assert "see issuer=" in says


def test_a_missing_token_file_is_named(emulator: Any, tmp_path: Any) -> None:
    with emulator.client(credentials=zgrpc.TokenFile(tmp_path / "token")) as client:
        name, says = wrong(client.diagnose())
    assert name == "token"
    assert "No such file" in says
    assert "is the secret mounted" in says


# -- behind a proxy -------------------------------------------------------------------------------
@pytest.mark.parametrize("by", ["argument", "environment"])
def test_diagnose_goes_through_a_proxy_too(emulator: Any, proxy: Any, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    for name in ("NO_PROXY", "no_proxy", "http_proxy", "https_proxy", "grpc_proxy"):
        monkeypatch.delenv(name, raising=False)
    proxy.hosts["elsewhere.example"] = "127.0.0.1"
    options: dict[str, Any] = {"authority": emulator.target, "insecure": True}
    options["credentials"] = zgrpc.PersonalAccessToken(emulator.owner_token)
    if by == "argument":
        options["proxy"] = proxy.url.replace("//", "//user:secret-of-proxy@")
    else:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    with zgrpc.Client(f"http://elsewhere.example:{emulator.port}", **options) as client:
        diagnosis = client.diagnose()
        assert diagnosis.ok, str(diagnosis)
        assert [check.name for check in diagnosis.checks][:4] == ["address", "connection", "http2", "instance"]
        assert "by the proxy 127.0.0.1:" in str(diagnosis)
        proxy.refuses = b"403 Forbidden"
        name, says = wrong(client.diagnose())
        assert name == "connection"
        assert "403" in says
        assert "does the proxy let this host and port through?" in says
        with pytest.raises(zgrpc.UnavailableError, match="see proxy="):
            client.management.healthz()
    assert "secret-of-proxy" not in says


def test_tls_is_checked_through_a_proxy(proxy: Any) -> None:
    with Emulator(tls=True) as emulator:
        tls = zgrpc.TLS(ca=emulator.ca_file)
        with zgrpc.Client(f"https://localhost:{emulator.port}", tls=tls, proxy=proxy.url) as client:
            diagnosis = client.diagnose()
    assert [(check.name, check.ok) for check in diagnosis.checks][1:3] == [("connection", True), ("tls", True)]


def test_a_revoked_key_is_named(own_emulator: Any, make_machine: Any) -> None:
    machine = make_machine(own_emulator)
    with own_emulator.client() as owner:
        owner.management.remove_machine_key(user_id=machine.user_id, key_id=machine.key_id)
    with own_emulator.client(credentials=machine.credentials["key"]) as client:
        name, says = wrong(client.diagnose())
    assert name == "token"
    assert "was removed" in says


def test_a_refused_token_is_named(emulator: Any) -> None:
    with emulator.client(credentials=zgrpc.PersonalAccessToken("a-token-of-nobody")) as client:
        name, says = wrong(client.diagnose())
    assert name == "user"
    assert "it expired, was revoked" in says


def test_an_unknown_org_is_named(emulator: Any) -> None:
    with emulator.client(org_id="404") as client:
        name, says = wrong(client.diagnose())
    assert name == "org"
    assert "the organization '404'" in says


def test_a_call_without_credentials_names_the_missing_credentials(emulator: Any) -> None:
    diagnosis = zgrpc.Client(emulator.url).diagnose()
    assert diagnosis.ok
    assert "pass credentials=" in str(diagnosis)


def test_a_diagnosis_shows_no_secret(emulator: Any, machine: Any) -> None:
    with emulator.client(credentials=machine.credentials["client"]) as client:
        text = repr(client.diagnose())
    assert "Bearer" not in text
    print(text)  # and the suite looks through what is printed


def test_a_step_takes_no_longer_than_it_may(token_server: Any) -> None:
    token_server.hang.clear()
    started = time.monotonic()
    assert not zgrpc.Client(token_server.issuer).diagnose(timeout=0.3).ok
    assert time.monotonic() - started < 5


def test_the_callers_channel_cannot_be_diagnosed() -> None:
    with pytest.raises(ValueError, match="needs a client with an address"):
        zgrpc.Client(channel=grpc.insecure_channel("localhost:1")).diagnose()


async def test_an_asyncio_client_with_a_token_of_its_caller_is_diagnosed_with_that_token(emulator: Any) -> None:
    async with emulator.async_client(credentials=None) as client:
        found = await client.with_token(str(emulator.owner_token)).diagnose()
    assert {check.name: check.ok for check in found.checks}["user"]
