"""Where a client connects to, and whether it may do so in plaintext."""

from __future__ import annotations

import re
from typing import NamedTuple

_DEFAULT_PORT = {"https": 443, "http": 80}
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+(%[a-z0-9._-]+)?", re.ASCII)  # a name, or an IP address
_FORMS = "it takes https://host[:port], http://localhost:port (plaintext) or host:port (TLS)"


class Address(NamedTuple):
    """An address, parsed.

    Attributes:
        host: the host name or IP address, without brackets.
        port: the port.
        tls: whether the connection is encrypted.
    """

    host: str
    port: int
    tls: bool

    @property
    def target(self) -> str:
        """The address as gRPC takes it, ``host:port``."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def stays_here(self) -> bool:
        """Whether it is plaintext to this machine, which the environment's proxy must not read."""
        return not self.tls and is_loopback(self.host)

    @property
    def url(self) -> str:
        """The address as a URL, without a default port or a final slash: the issuer, unless told otherwise."""
        scheme = "https" if self.tls else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}" if self.port == _DEFAULT_PORT[scheme] else f"{scheme}://{host}:{self.port}"


def parse_address(address: str, *, insecure: bool = False) -> Address:
    """Read ``https://host[:port]``, ``http://host[:port]`` or ``host[:port]``, the last one meaning TLS.

    Args:
        address: what the user wrote.
        insecure: whether plaintext to another machine was asked for.

    Raises:
        TypeError: `address` is no string.
        ValueError: it is not of these forms, or plaintext would leave the machine and `insecure` is false.
    """
    if not isinstance(address, str):
        raise TypeError(f"address must be a string, not {type(address).__name__}; {_FORMS}")
    from urllib.parse import urlsplit

    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError(f"address is not valid; {_FORMS}") from None
    if parts.username is not None or parts.password is not None:
        raise ValueError("address must not hold a user name or password; pass credentials= instead")
    if host and not host.isascii():
        host = _ascii(host)
    # Whatever else a URL lets pass, gRPC would take apart in its own way, such as '%00'.
    if parts.scheme not in _DEFAULT_PORT or not host or not _HOST.fullmatch(host) or any(c.isspace() for c in text):
        raise ValueError(f"address {address!r} is not valid; {_FORMS}")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(f"address {address!r} must end after the port; {_FORMS}")
    tls = parts.scheme == "https"
    if port == 0:
        raise ValueError(f"address {address!r} must name a port from 1 to 65535")
    if not tls and not insecure and not is_loopback(host):
        raise ValueError(
            f"address {address!r} would send tokens in plaintext to another machine; "
            "use https://, or pass insecure=True"
        )
    return Address(host, port or _DEFAULT_PORT[parts.scheme], tls)


def _ascii(host: str) -> str | None:
    """An international name as DNS has it; None where it is none."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return None


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine by its name or number alone; nothing is resolved."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
