"""TLS to the gRPC server and to the token endpoint, and its errors."""

from __future__ import annotations

# ruff: noqa: SIM117 - the outer block says where, the inner one what is tested there
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc.testing import Emulator
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def authority() -> CertificateAuthority:
    return CertificateAuthority()


@pytest.fixture
def ca_file(authority: CertificateAuthority, tmp_path: Path) -> Path:
    path = tmp_path / "authority.pem"
    path.write_bytes(authority.pem)
    return path


def test_a_private_authority_serves_calls_and_tokens(
    authority: CertificateAuthority, ca_file: Path, make_machine: Any
) -> None:
    with Emulator(tls=authority.issue("localhost")) as emulator:
        machine = make_machine(emulator)
        for credentials in machine.credentials.values():
            with emulator.client(credentials=credentials, tls=zgrpc.TLS(ca=ca_file)) as client:
                assert client.auth.get_my_user().user.id == machine.user_id


async def test_a_private_authority_serves_asyncio(authority: CertificateAuthority, ca_file: Path) -> None:
    with Emulator(tls=authority.issue("localhost")) as emulator:
        async with emulator.async_client(tls=zgrpc.TLS(ca=ca_file)) as client:
            await client.auth.get_my_user()


def test_an_unknown_authority_is_refused_and_named_as_the_cause(authority: CertificateAuthority) -> None:
    with Emulator(tls=authority.issue("127.0.0.1")) as emulator:
        with zgrpc.Client(f"https://127.0.0.1:{emulator.port}") as client:
            with pytest.raises(zgrpc.UnavailableError, match=r"not trusted here: name its authority with TLS\(ca=\)"):
                client.management.healthz()


def test_a_certificate_for_another_name_is_refused_unless_that_name_is_expected(
    authority: CertificateAuthority, ca_file: Path
) -> None:
    with Emulator(tls=authority.issue("zitadel.internal")) as emulator:
        with zgrpc.Client(f"https://127.0.0.1:{emulator.port}", tls=zgrpc.TLS(ca=ca_file)) as client:
            with pytest.raises(zgrpc.UnavailableError, match=r"for another name: see TLS\(server_name=\)"):
                client.management.healthz()
        tls = zgrpc.TLS(ca=ca_file, server_name="zitadel.internal")
        with emulator.client(tls=tls, instance_host="localhost") as client:
            client.auth.get_my_user()


def test_a_token_endpoint_with_another_name_needs_the_expected_name_too(
    authority: CertificateAuthority, ca_file: Path
) -> None:
    with Emulator(tls=authority.issue("zitadel.internal")) as emulator:
        tls = zgrpc.TLS(ca=ca_file, server_name="zitadel.internal")
        with emulator.client(tls=tls, instance_host="localhost") as owner:
            user = owner.management.add_machine_user(user_name="robot", name="robot")
            secret = owner.management.generate_machine_secret(user_id=user.user_id)
        credentials = zgrpc.ClientCredentials(secret.client_id, secret.client_secret)
        with emulator.client(credentials=credentials, tls=tls, instance_host="localhost") as client:
            client.auth.get_my_user()
        with emulator.client(credentials=credentials, tls=zgrpc.TLS(ca=ca_file)) as client:
            with pytest.raises(zgrpc.TokenError, match="not trusted here or is for another name"):
                client.auth.get_my_user()


@pytest.mark.parametrize(
    ("name", "life", "trusted"),
    [("localhost", 3600, False), ("elsewhere.example", 3600, True), ("localhost", -60, True)],
)
def test_no_secret_goes_to_a_token_endpoint_whose_certificate_is_not_right(
    authority: CertificateAuthority, ca_file: Path, name: str, life: float, trusted: bool
) -> None:
    tls = zgrpc.TLS(ca=ca_file) if trusted else None
    with Emulator(tls=authority.issue(name, not_after=life)) as emulator, Emulator() as plain:
        credentials = zgrpc.ClientCredentials("robot", "a-secret-that-must-not-leave")
        issuer = f"https://localhost:{emulator.http_port}"
        with zgrpc.Client(f"https://localhost:{plain.port}", credentials=credentials, issuer=issuer, tls=tls) as client:
            with pytest.raises(zgrpc.TokenError, match="the certificate is not trusted here or is for another name"):
                client.auth.get_my_user()
        assert not emulator.token_requests


def test_an_expired_certificate_is_named(authority: CertificateAuthority, ca_file: Path) -> None:
    with Emulator(tls=authority.issue("localhost", not_after=-3600)) as emulator:
        with zgrpc.Client(f"https://127.0.0.1:{emulator.port}", tls=zgrpc.TLS(ca=ca_file)) as client:
            with pytest.raises(zgrpc.UnavailableError, match="the server's certificate has expired"):
                client.management.healthz()


def test_mutual_tls_shows_the_clients_certificate(
    authority: CertificateAuthority, ca_file: Path, tmp_path: Path
) -> None:
    cert, key, _ = authority.issue("robot").write(tmp_path)
    tls = zgrpc.TLS(ca=ca_file, cert=cert, key=key)
    with Emulator(tls=authority.issue("localhost", client_ca=authority.pem)) as emulator:
        with emulator.client(tls=tls) as client:
            user = client.management.add_machine_user(user_name="robot", name="robot")
            secret = client.management.generate_machine_secret(user_id=user.user_id)
        credentials = zgrpc.ClientCredentials(secret.client_id, secret.client_secret)
        with emulator.client(tls=tls, credentials=credentials) as client:
            client.auth.get_my_user()
        with emulator.client(tls=zgrpc.TLS(ca=ca_file)) as client, pytest.raises(zgrpc.UnavailableError):
            client.auth.get_my_user()


def test_tls_files_are_checked_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        zgrpc.TLS(ca=tmp_path / "missing.pem")
    with pytest.raises(ValueError, match="cert= and key= together"):
        zgrpc.TLS(cert="cert.pem")


def test_tls_with_a_plaintext_address_is_rejected(ca_file: Path) -> None:
    with pytest.raises(ValueError, match="tls= has no effect with http://localhost:8080"):
        zgrpc.Client("http://localhost:8080", tls=zgrpc.TLS(ca=ca_file))


def test_tls_must_be_a_tls() -> None:
    with pytest.raises(TypeError, match=r"tls must be a zgrpc\.TLS"):
        zgrpc.Client("https://localhost", tls="ca.pem")  # type: ignore[arg-type]  # wrong on purpose


# -- the wrong protocol ---------------------------------------------------------------------------
def test_tls_on_a_plaintext_port_is_recognized(own_emulator: Any) -> None:
    with zgrpc.Client(f"https://127.0.0.1:{own_emulator.port}") as client:
        with pytest.raises(zgrpc.UnavailableError, match="speaks plaintext, not TLS: use an http:// address"):
            client.management.healthz()


def test_plaintext_on_a_tls_port_is_recognized(authority: CertificateAuthority) -> None:
    with Emulator(tls=authority.issue("localhost")) as emulator:
        with zgrpc.Client(f"http://127.0.0.1:{emulator.port}") as client:
            with pytest.raises(zgrpc.UnavailableError, match="it wants TLS"):
                client.management.healthz()


@pytest.fixture
def web_server() -> Iterator[int]:
    """Something that answers an HTML page to whatever it is sent."""
    page = b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(2)
                    try:
                        connection.recv(4096)
                        connection.sendall(page)
                    except OSError:
                        pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
    thread.join(3)


def test_a_web_server_in_zitadels_place_is_recognized(web_server: int) -> None:
    with zgrpc.Client(f"http://127.0.0.1:{web_server}") as client:
        with pytest.raises(zgrpc.UnavailableError, match=r"not gRPC|not speak HTTP/2|HTTP/1.1"):
            client.management.healthz()
