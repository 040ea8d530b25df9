"""What gRPC's core says of a bad connection, told as what is wrong."""

from __future__ import annotations

import pytest

from zgrpc._hints import hint

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
        ("Stream removed (Data frame with END_STREAM flag received)", "HTML page"),
        ("DNS resolution failed for zitadel.invalid:443", "name is wrong"),
    ],
)
def test_a_connections_error_is_told_as_what_is_wrong(details: str, meaning: str) -> None:
    assert meaning in hint(details)


@pytest.mark.parametrize("details", ["", "User could not be found (QUERY-Dfbg2)", "Deadline Exceeded"])
def test_other_errors_get_no_hint(details: str) -> None:
    assert hint(details) == ""
