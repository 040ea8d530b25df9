"""Hints: the message of gRPC's core about a bad connection, and what to do about it."""

from __future__ import annotations

import socket
import struct
from concurrent.futures import ThreadPoolExecutor

import pytest

from zgrpc._transport.hints import hint
from zgrpc.testing import Emulator

LAST = "failed to connect to all addresses; last error: "


@pytest.mark.parametrize(
    ("details", "meaning"),
    [
        (LAST + "UNKNOWN: Tls handshake failed: SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER", "not TLS"),
        (LAST + "UNKNOWN: Ssl handshake failed: CERTIFICATE_VERIFY_FAILED: certificate has expired", "has expired"),
        (LAST + "UNKNOWN: CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate", "TLS(ca=)"),
        (
            LAST + "UNKNOWN: Ssl handshake failed: OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
            "expired or is not trusted",
        ),
        (LAST + "UNKNOWN: ipv4:127.0.0.1:1: Peer name 127.0.0.1 is not in peer certificate", "another name"),
        (LAST + "UNKNOWN: Hostname Verification Check failed.", "another name"),
        (LAST + "UNKNOWN: Cannot check peer: missing selected ALPN property.", "HTTP/2"),
        (LAST + "UNAVAILABLE: Failed parsing HTTP/2 (Expected SETTINGS frame as the first frame)", "HTTP/2"),
        (LAST + "UNAVAILABLE: ipv4:127.0.0.1:1: Socket closed", "wants TLS"),
        (LAST + "UNKNOWN: ipv4:127.0.0.1:1: Failed to connect to remote host: Connection refused", "nothing listens"),
        ("Received http2 header with status: 502", "proxy"),
        ("Received http2 header with status: 429", "limits the rate"),
        ("Stream removed (Data frame with END_STREAM flag received)", "HTML page"),
        ("No status received", "ingress"),
        (LAST + "UNKNOWN: ipv6:%5B::1%5D:1: Failed to connect to remote host: Connection refused", "nothing listens"),
        ("DNS resolution failed for zitadel.invalid:443", "name is wrong"),
    ],
)
def test_a_connection_error_becomes_a_hint(details: str, meaning: str) -> None:
    assert meaning in hint(details)


@pytest.mark.parametrize("details", ["", "User could not be found (QUERY-Dfbg2)", "Deadline Exceeded"])
def test_other_errors_get_no_hint(details: str) -> None:
    assert hint(details) == ""


def refused_at_other_address(address: str) -> str:
    """What gRPC says if it reports the refusal at ::1 and not the failure at 127.0.0.1."""
    port = address.rpartition(":")[2]
    return (
        LAST
        + f"UNAVAILABLE: ipv6:%5B::1%5D:{port}: Failed to connect to remote host: connect: Connection refused (111)"
    )


@pytest.mark.parametrize(("tls", "meaning"), [(True, "127.0.0.1 speaks TLS"), (False, "127.0.0.1 does not speak TLS")])
def test_hint_does_not_depend_on_which_of_two_addresses_grpc_reports(tls: bool, meaning: str) -> None:
    with Emulator(tls=tls) as emulator:
        assert meaning in hint(refused_at_other_address(emulator.target), patience=10.0)


def test_hint_about_a_silent_port_does_not_guess() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        details = refused_at_other_address(f"127.0.0.1:{silent.getsockname()[1]}")
        assert "127.0.0.1 accepts connections, but does not answer" in hint(details)


def test_hint_knows_a_port_that_hangs_up_from_one_where_nothing_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as pool:

        def reset() -> None:
            connection, _ = server.accept()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

        pool.submit(reset)
        details = refused_at_other_address(f"127.0.0.1:{server.getsockname()[1]}")
        assert "127.0.0.1 does not speak TLS" in hint(details, patience=10.0)
