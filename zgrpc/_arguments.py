"""The checks of a client's arguments."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc._address import Address
    from zgrpc._otel import OpenTelemetry
    from zgrpc._tls import TLS
    from zgrpc._watch import CallInfo


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
    """The URL of an HTTP proxy. It may hold a password, so nothing shows it."""
    if proxy is None or proxy == "":
        return proxy  # type: ignore[no-any-return]  # None or an empty string
    if not isinstance(proxy, str):
        raise TypeError(f"proxy must be a URL such as 'http://proxy:3128', not {type(proxy).__name__}")

    from urllib.parse import urlsplit

    try:
        parts = urlsplit(proxy)
        good = parts.scheme == "http" and parts.hostname and parts.port and parts.path in ("", "/")
    except ValueError:
        good = False
    if not good:
        raise ValueError("proxy must be a URL such as 'http://proxy:3128', with scheme http and a port")
    return Secret(proxy)


def check_on_call(on_call: Any) -> Callable[[CallInfo], object] | None:
    """A plain function, or None."""
    if on_call is not None and (not callable(on_call) or inspect.iscoroutinefunction(on_call)):
        kind = "an async one" if callable(on_call) else type(on_call).__name__
        raise TypeError(f"on_call must be a function that takes a CallInfo, not {kind}")
    return on_call  # type: ignore[no-any-return]  # its parameters cannot be looked at


def check_own_channel(given: dict[str, object]) -> None:
    """Refuse what a channel of the caller's own would not hear of.

    Raises:
        ValueError: names the arguments.
    """
    if useless := [name for name, value in given.items() if value]:
        raise ValueError(f"{', '.join(useless)}= have no effect with channel=, which is connected its own way already")


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
