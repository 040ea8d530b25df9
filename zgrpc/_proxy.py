"""Which HTTP proxy calls go through."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc._address import Address

__all__ = ["proxy_of"]


def proxy_of(address: Address | None, proxy: str | None, environ: Mapping[str, str] | None = None) -> str | None:
    """The proxy's URL, empty for none; None where nobody said anything.

    gRPC's core reads the variables `grpc_proxy`, `https_proxy`, `http_proxy`, `no_grpc_proxy` and `no_proxy` itself,
    but in lower case only; most other programs, and the token endpoint's client, go by upper case too.

    Args:
        address: where calls go to; None with a channel of the caller's own.
        proxy: the client's argument, which comes before the environment.
        environ: in place of `os.environ`.
    """
    if proxy is not None or address is None:
        return proxy
    if address.stays_here:
        return ""
    environ = os.environ if environ is None else environ

    def said(*names: str) -> str:
        return next((text for name in names for case in (name, name.upper()) if (text := environ.get(case))), "")

    url = said("grpc_proxy", "https_proxy", "http_proxy")
    if not url:
        return None
    if _listed(address.host, said("no_grpc_proxy", "no_proxy")):
        return ""
    return Secret(url if "://" in url else f"http://{url}")


def _listed(host: str, exceptions: str) -> bool:
    """Whether a list such as ``localhost,.acme.com,10.0.0.0/8`` has the host."""
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
