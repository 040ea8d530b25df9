"""Addresses: where a client connects to, and whether it may do so in plaintext."""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
from typing import NamedTuple, TypeVar

from zgrpc._secret import Hidden

T = TypeVar("T")

_DEFAULT_PORT = {"https": 443, "http": 80}
_NAME, _IPV6 = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-"), frozenset("0123456789abcdef:.")
_LONGEST_SHOWN = 128
_FORMS = "it takes https://host[:port], http://localhost:port (plaintext) or host:port (TLS)"


class Address(NamedTuple):
    """A parsed address.

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
        """The address in gRPC's form, ``host:port``."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def stays_here(self) -> bool:
        """Whether it is plaintext to this machine. The environment's proxy must not read that."""
        return not self.tls and is_loopback(self.host)

    @property
    def url(self) -> str:
        """The address as a URL, without a default port or a final slash. It is the default issuer."""
        scheme = "https" if self.tls else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}" if self.port == _DEFAULT_PORT[scheme] else f"{scheme}://{host}:{self.port}"


def parse_address(address: str, *, insecure: bool = False) -> Address:
    """Parse ``https://host[:port]``, ``http://host[:port]`` or ``host[:port]``; the last one means TLS.

    Args:
        address: the address as the user wrote it.
        insecure: whether plaintext to another machine is allowed.

    Raises:
        TypeError: `address` is not a string.
        ValueError: `address` has none of these forms, or plaintext would leave the machine and `insecure` is false.
    """
    if not isinstance(address, str):
        raise TypeError(f"address must be a string, not {type(address).__name__}; {_FORMS}")
    from urllib.parse import urlsplit

    address = hide_url(address)
    if "@" in address:
        raise ValueError("address must not hold a user name or password; pass credentials= instead")
    if "?" in address or "#" in address:
        raise ValueError(f"address must end after the port, without a query or a fragment; {_FORMS}")
    if not _may_be_shown(address):
        raise ValueError(f"address is not valid; {_FORMS}")
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:  # what stands for the port may be a password
        raise ValueError(f"address is not valid; {_FORMS}, with a port from 1 to 65535") from None
    if host and not host.isascii():
        host = _ascii(host)
    # A URL may hold more, such as '%00', which gRPC would parse in its own way.
    if parts.scheme not in _DEFAULT_PORT or not host or not _is_host(host) or any(c.isspace() for c in text):
        raise ValueError(f"address {address!r} is not valid; {_FORMS}")
    if parts.path not in ("", "/"):
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


def _is_host(host: str) -> bool:
    """Return whether `host` has the letters of a name or of an IP address, perhaps with a zone."""
    if ":" not in host:
        return _NAME.issuperset(host)
    address, percent, zone = host.partition("%")
    return _IPV6.issuperset(address) and _NAME.issuperset(zone) and bool(zone) == bool(percent)


def _may_be_shown(url: str) -> bool:
    """Return whether a URL has no user, query or fragment, and is neither a key nor a whole file."""
    text = str.__str__(url).strip()
    return (
        len(text) <= _LONGEST_SHOWN
        and not text.startswith("-")
        and all(letter.isalnum() or letter in "_.:/[]%~-" for letter in text)
    )


def hide_url(url: T) -> T | Hidden:
    """Return a URL as `Hidden` if it may hold a secret; rebinding an argument to it keeps tracebacks' locals clean."""
    return Hidden(url) if isinstance(url, str) and not _may_be_shown(url) else url


def shown_url(url: str) -> str:
    """Return a URL for an error; it is not shown if it may hold a secret."""
    return repr(str.__str__(url)) if _may_be_shown(url) else "(not shown)"


def _ascii(host: str) -> str | None:
    """Return an international name in the form that DNS uses; None if it is not one."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return None


def is_loopback(host: str) -> bool:
    """Return whether `host` is this machine by its name or number alone; nothing is resolved."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
