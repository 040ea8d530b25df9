"""HTTP proxies: the one that calls go through."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc._transport.address import Address

__all__ = ["PROXY_FORMS", "proxy_host", "proxy_of"]

PROXY_FORMS = "a proxy is http://[user:password@]host:port, not https:// or socks5://"


def proxy_of(address: Address | None, proxy: str | None, environ: Mapping[str, str] | None = None) -> str | None:
    """Return the proxy's URL; empty for no proxy, None if neither the client nor the environment names one.

    gRPC's core reads the variables `grpc_proxy`, `https_proxy`, `http_proxy`, `no_grpc_proxy` and `no_proxy` itself,
    but in lower case only. Most other programs, and the token endpoint's client, read upper case too.

    Args:
        address: where calls go; None if the caller brings a channel.
        proxy: the client's argument, which overrides the environment.
        environ: the environment; None for `os.environ`.

    Raises:
        ValueError: the environment names a proxy of a kind that gRPC cannot use, such as ``https://`` or ``socks5://``.
            gRPC's core would ignore it silently.
    """
    if proxy is not None or address is None:
        return proxy
    if address.stays_here:
        return ""
    url = _of_environment(address.host, os.environ if environ is None else environ)
    del environ  # the traceback of an error would show it
    if url and not proxy_host(url):
        raise ValueError(
            f"the environment names a proxy that gRPC cannot use: {PROXY_FORMS}. Correct HTTPS_PROXY (or GRPC_PROXY, "
            'HTTP_PROXY), list the host in NO_PROXY, or pass proxy= (proxy="" for none)'
        )
    return url


def _of_environment(host: str, environ: Mapping[str, str]) -> str | None:
    """Return the proxy's URL; empty if the host is an exception, None if the environment names no proxy."""

    def first(*names: str) -> str:
        return next((text for name in names for case in (name, name.upper()) if (text := environ.get(case))), "")

    url = first("grpc_proxy", "https_proxy", "http_proxy")
    if not url:
        return None
    if _listed(host, first("no_grpc_proxy", "no_proxy")):
        return ""
    return Secret(url if "://" in url else f"http://{url}")


def proxy_host(url: str, *, port: bool = False) -> str | None:
    """Return the host of a proxy's URL; None if it is not such a URL.

    Raises nothing, because its locals hold the password. gRPC speaks to a proxy in plaintext only (CONNECT); the calls
    inside are encrypted by TLS to ZITADEL.

    Args:
        url: The URL.
        port: Whether the URL must name its port.
    """
    import re
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        good = parts.scheme == "http" and (parts.port or (parts.port is None and not port)) and parts.path in ("", "/")
    except ValueError:
        return None
    host = parts.hostname
    return host if good and host is not None and not re.search(r"\s", host) else None


def _listed(host: str, exceptions: str) -> bool:
    """Return whether a list such as ``localhost,.acme.com,10.0.0.0/8`` covers the host."""
    from ipaddress import ip_address, ip_network

    host = host.lower()
    for entry in map(str.strip, exceptions.lower().split(",")):
        name = entry.lstrip("*.")
        if entry == "*" or (name and f".{host}".endswith(f".{name}")):
            return True
        try:
            if ip_address(host) in ip_network(entry, strict=False):
                return True
        except ValueError:
            continue
    return False
