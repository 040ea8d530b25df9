"""Hints: the likely cause of a connection error and what to do, found by the texts of gRPC's core."""

from __future__ import annotations

import contextlib
import re
import socket

__all__ = ["hint"]

_HINTS: tuple[tuple[str, str], ...] = (
    ("WRONG_VERSION_NUMBER", "the port speaks plaintext, not TLS: use an http:// address"),
    ("selected ALPN", "the port speaks TLS but not HTTP/2: a proxy before ZITADEL has to let gRPC through"),
    ("certificate has expired", "the server's certificate has expired"),
    (
        "Hostname Verification|not in peer certificate",
        "the server's certificate is for another name: see TLS(server_name=) or authority=",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED: (unable to get|self.signed)",
        "the server's certificate is not trusted here: name its authority with TLS(ca=)",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED",  # older cores give no detail
        "the server's certificate has expired or is not trusted here: name its authority with TLS(ca=)",
    ),
    ("HTTP proxy returned response code", "the proxy refuses: see proxy=, HTTPS_PROXY and NO_PROXY"),
    ("http1.x server", "the port speaks HTTP/1.1, not gRPC: it is another service's, or a proxy's without HTTP/2"),
    ("Expected SETTINGS frame", "the port does not speak HTTP/2: it is another service's, or a proxy's without gRPC"),
    ("Received http2 header with status: 429", "a proxy before ZITADEL limits the rate: see Client(rate=)"),
    ("Received http2 header with status", "a proxy answered in ZITADEL's place, perhaps with an HTML page"),
    ("text/html", "a proxy answered with an HTML page in ZITADEL's place"),
    ("END_STREAM flag", "the answer is not gRPC: a proxy answered in ZITADEL's place, perhaps with an HTML page"),
    ("address lookup failed|DNS resolution failed", "the host's name is wrong or cannot be resolved here"),
    ("Connection refused", "nothing listens at this address: the port is wrong or the server is down"),
    (
        "failed to connect.*(Socket closed|Connection reset|recvmsg)",
        "the server hung up at once: it wants TLS (https://), or a client certificate (TLS(cert=, key=))",
    ),
    (
        "No status received|Missing :status|trailers.*grpc-status",
        "a proxy or ingress ended the answer without a gRPC status: its backend protocol must be h2c or gRPC",
    ),
    ("failed to connect.*(timed out|timeout|Timeout)", "a firewall drops the packets, or the host is down"),
)


# The loopback addresses in gRPC's texts, each with the other one.
_LOOPBACK = r"(?s)(ipv6:%5B(?P<v6>::1)%5D|ipv4:(?P<v4>127\.0\.0\.1)):(?P<port>\d+).*Connection refused"
_OTHER = {"::1": "127.0.0.1", "127.0.0.1": "::1"}
_HANDSHAKE, _ALERT = 0x16, 0x15  # the first byte of a TLS record
PATIENCE = 0.1  # seconds; it blocks an event loop too, but on loopback an answer takes a few milliseconds


def hint(details: str, patience: float = PATIENCE) -> str:
    """Return the likely cause of an error with these details; an empty text if none is known.

    Of a host with several addresses gRPC reports the failure of one only. So if a loopback address refuses, the hint
    looks at the other one.

    Args:
        details: the text of the error.
        patience: seconds to wait for the other address, and for what it says.
    """
    refused = re.search(_LOOPBACK, details)
    if refused:
        address = refused["v6"] or refused["v4"]
        spoken = _spoken_at(_OTHER[address], int(refused["port"]), patience)
        if spoken:
            return f"nothing listens at {address}; {_OTHER[address]} {spoken}"
    for pattern, meaning in _HINTS:
        if re.search(pattern, details, re.DOTALL):
            return meaning
    return ""


_NO_TLS = "does not speak TLS: use an http:// address; if it is one, the port is not ZITADEL's"


def _spoken_at(host: str, port: int, patience: float) -> str:
    """Return what a port on loopback speaks; an empty text if nothing listens there."""
    import ssl

    try:
        connection = socket.create_connection((host, port), timeout=patience)
    except ConnectionResetError:  # it hung up so soon that connect() fails
        return _NO_TLS
    except OSError:
        return ""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    greeting = ssl.MemoryBIO()
    with contextlib.suppress(ssl.SSLWantReadError):
        context.wrap_bio(ssl.MemoryBIO(), greeting, server_hostname=host).do_handshake()
    with connection:
        try:
            connection.sendall(greeting.read())
            first = connection.recv(1)
        except TimeoutError:
            return "accepts connections, but does not answer soon: see client.diagnose()"
        except OSError:  # it hung up, as a server without TLS may
            first = b""
    if first and first[0] in (_HANDSHAKE, _ALERT):
        return "speaks TLS: use an https:// address; if it is one, its certificate is not the right one"
    return _NO_TLS
