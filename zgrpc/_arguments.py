"""The checks of a client's arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from zgrpc._address import Address
    from zgrpc._otel import OpenTelemetry
    from zgrpc._tls import TLS


def check_count(value: Any, argument: str, unit: str) -> int:
    """A whole number above zero, or a ValueError that names the argument."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{argument} must be a number of {unit} above 0, not {value!r}")
    return value


def check_tls(tls: Any, address: Address | None) -> TLS | None:
    """What TLS takes, where there is TLS."""
    if tls is None:
        return None
    from zgrpc._tls import TLS

    if not isinstance(tls, TLS):
        raise TypeError(f"tls must be a zgrpc.TLS, such as TLS(ca='ca.pem'), not {type(tls).__name__}")
    if address is not None and not address.tls:
        raise ValueError(f"tls= has no use with {address.url}, which is plaintext: use https://")
    return tls


def check_proxy(proxy: Any) -> str | None:
    """The URL of an HTTP proxy. It may hold a password, so no error shows it."""
    if proxy is None or proxy == "":
        return proxy  # type: ignore[no-any-return]  # None or an empty string
    if not isinstance(proxy, str):
        raise TypeError(f"proxy must be a URL such as 'http://proxy:3128', not {type(proxy).__name__}")
    try:
        parts = urlsplit(proxy)
        good = parts.scheme == "http" and parts.hostname and parts.port and parts.path in ("", "/")
    except ValueError:
        good = False
    if not good:
        raise ValueError("proxy must be a URL such as 'http://proxy:3128', with scheme http and a port")
    return proxy


def telemetry(otel: Any) -> OpenTelemetry | None:
    """What `otel=` asks for."""
    if otel is False or otel is None:
        return None
    from zgrpc._otel import OpenTelemetry

    if otel is True:
        return OpenTelemetry()
    if not isinstance(otel, OpenTelemetry):
        raise TypeError(f"otel must be True, False or a zgrpc.OpenTelemetry, not {type(otel).__name__}")
    return otel
