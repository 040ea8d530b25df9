"""TLS on both ports, with a certificate authority of the test's own."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from zgrpc.testing import Emulator
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def authority() -> CertificateAuthority:
    return CertificateAuthority()


def outcome(make_wire: Any, emulator: Emulator, credentials: grpc.ChannelCredentials) -> grpc.StatusCode:
    wire = make_wire(emulator, credentials=credentials)
    try:
        return wire.code("GetMyOrg")
    finally:
        wire.channel.close()


def test_both_ports_serve_tls_with_a_generated_certificate(make_wire: Any) -> None:
    with Emulator(tls=True) as emulator:
        assert emulator.url.startswith("https://localhost:")
        assert emulator.issuer.startswith("https://localhost:")
        assert emulator.ca_file
        wire = make_wire(emulator, credentials=grpc.ssl_channel_credentials(emulator.ca_file.read_bytes()))
        assert wire.code("GetMyOrg") is grpc.StatusCode.OK
        assert wire.http("GET", "/debug/ready")[0] == 200
        wire.channel.close()


def test_the_file_with_the_authority_goes_with_the_emulator() -> None:
    with Emulator(tls=True) as emulator:
        ca_file = emulator.ca_file
        assert ca_file
        assert ca_file.exists()
    assert not ca_file.exists()


@pytest.mark.parametrize(
    ("hosts", "options"),
    [(["elsewhere.example"], {}), (["localhost"], {"not_after": -3600.0}), (["localhost"], {"not_before": 3600.0})],
    ids=["wrong host", "expired", "not yet valid"],
)
def test_a_certificate_that_does_not_hold_is_refused_by_clients(
    hosts: list[str], options: Any, authority: CertificateAuthority, make_wire: Any
) -> None:
    with Emulator(tls=authority.issue(*hosts, **options)) as emulator:
        assert outcome(make_wire, emulator, grpc.ssl_channel_credentials(authority.pem)) is grpc.StatusCode.UNAVAILABLE
        wire = make_wire(emulator, credentials=grpc.ssl_channel_credentials(authority.pem))
        with pytest.raises(ssl.SSLCertVerificationError):
            wire.http("GET", "/debug/ready")
        wire.channel.close()


def test_an_unknown_authority_is_refused_by_clients(authority: CertificateAuthority, make_wire: Any) -> None:
    with Emulator(tls=authority.issue("localhost")) as emulator:
        other = grpc.ssl_channel_credentials(CertificateAuthority("another").pem)
        assert outcome(make_wire, emulator, other) is grpc.StatusCode.UNAVAILABLE


def test_a_client_certificate_may_be_demanded(authority: CertificateAuthority, make_wire: Any, tmp_path: Path) -> None:
    import http.client
    import urllib.parse

    client = authority.issue("client")
    cert, key, ca = client.write(tmp_path)
    with Emulator(tls=authority.issue("localhost", client_ca=authority.pem)) as emulator:
        ours = grpc.ssl_channel_credentials(authority.pem, client.key, client.cert)
        assert outcome(make_wire, emulator, ours) is grpc.StatusCode.OK
        anonymous = grpc.ssl_channel_credentials(authority.pem)
        assert outcome(make_wire, emulator, anonymous) is grpc.StatusCode.UNAVAILABLE
        context = ssl.create_default_context(cafile=str(ca))
        context.load_cert_chain(cert, key)
        netloc = urllib.parse.urlsplit(emulator.issuer).netloc
        connection = http.client.HTTPSConnection(netloc, context=context, timeout=10)
        connection.request("GET", "/debug/ready")
        assert connection.getresponse().status == 200
        connection.close()


def test_a_certificate_needs_a_name(authority: CertificateAuthority) -> None:
    with pytest.raises(ValueError, match="at least one host"):
        authority.issue()


def test_keys_do_not_show(authority: CertificateAuthority) -> None:
    certificate = authority.issue("localhost")
    assert "PRIVATE" not in repr(certificate)
