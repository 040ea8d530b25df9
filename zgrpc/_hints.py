"""What a connection's error most likely means: the texts of gRPC's core, told as what is wrong and what to do."""

from __future__ import annotations

import re

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
        "CERTIFICATE_VERIFY_FAILED",  # all that older cores say
        "the server's certificate has expired or is not trusted here: name its authority with TLS(ca=)",
    ),
    ("HTTP proxy returned response code", "the proxy refuses: see proxy=, HTTPS_PROXY and NO_PROXY"),
    ("http1.x server", "the port speaks HTTP/1.1, not gRPC: it is another service's, or a proxy's without HTTP/2"),
    ("Expected SETTINGS frame", "the port does not speak HTTP/2: it is another service's, or a proxy's without gRPC"),
    ("Received http2 header with status", "a proxy answered in ZITADEL's place, perhaps with an HTML page"),
    ("text/html", "a proxy answered with an HTML page in ZITADEL's place"),
    ("END_STREAM flag", "the answer is not gRPC: a proxy answered in ZITADEL's place, perhaps with an HTML page"),
    ("address lookup failed|DNS resolution failed", "the host's name is wrong or cannot be resolved here"),
    (
        "%5B::1%5D.*Connection refused",
        "nothing listens at ::1; if 127.0.0.1 is meant, name it in the address to hear what is wrong there",
    ),
    ("Connection refused", "nothing listens at this address: the port is wrong or the server is down"),
    (
        "failed to connect.*(Socket closed|Connection reset|recvmsg)",
        "the server hung up at once: it wants TLS (https://), or a client certificate (TLS(cert=, key=))",
    ),
    ("failed to connect.*(timed out|timeout|Timeout)", "a firewall drops the packets, or the host is down"),
)


def hint(details: str) -> str:
    """The likely cause of an error with these details; empty where none is known."""
    for pattern, meaning in _HINTS:
        if re.search(pattern, details, re.DOTALL):
            return meaning
    return ""
