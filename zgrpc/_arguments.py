"""The checks of a client's arguments."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from zgrpc._address import is_loopback
from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc._address import Address
    from zgrpc._otel import OpenTelemetry
    from zgrpc._tls import TLS
    from zgrpc._watch import CallInfo


LONGEST_TIMEOUT = 1e9
"""Seconds, some thirty years: past about 300 years gRPC's clock overflows, and the call would end at once."""


def check_count(value: Any, argument: str, unit: str) -> int:
    """A whole number above zero, or a ValueError that names the argument."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{argument} must be a number of {unit} above 0, not {value!r}")
    if value >= 2**31:
        raise ValueError(f"{argument} must be below 2**31, which is as far as gRPC counts, not {value}")
    return value


def check_timeout(timeout: Any, argument: str = "timeout") -> float:
    """`timeout` in seconds.

    Raises:
        TypeError: it is no number.
        ValueError: it is not above zero.
    """
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise TypeError(f"{argument} must be a number of seconds, not {type(timeout).__name__}")
    if not 0 < timeout < float("inf"):
        raise ValueError(f"{argument} must be a number of seconds above 0, not {timeout}")
    return min(timeout, LONGEST_TIMEOUT)


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


def check_proxy(proxy: Any, address: Address | None, *, insecure: bool) -> str | None:
    """The URL of an HTTP proxy. It may hold a password, so nothing shows it."""
    if proxy is None or proxy == "":
        return proxy  # type: ignore[no-any-return]  # None or an empty string
    if not isinstance(proxy, str):
        raise TypeError(f"proxy must be a URL such as 'http://proxy:3128', not {type(proxy).__name__}")
    url = proxy = Secret(proxy)
    host = _proxy_host(url)
    if not host:
        raise ValueError("proxy must be a URL such as 'http://proxy:3128', with scheme http and a port")
    if address is not None and address.stays_here and not insecure and not is_loopback(host):
        raise ValueError(
            f"proxy would read what is sent to {address.url}, which is plaintext: use https://, or pass insecure=True"
        )
    return url


def _proxy_host(url: str) -> str | None:
    """The host of a proxy's URL; None where it is none. It raises nothing, for its locals hold the password."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        good = parts.scheme == "http" and parts.port and parts.path in ("", "/")
    except ValueError:
        return None
    return parts.hostname if good else None


def check_on_call(on_call: Any) -> Callable[[CallInfo], object] | None:
    """A plain function, or None."""
    if on_call is not None and (not callable(on_call) or inspect.iscoroutinefunction(on_call)):
        kind = "an async one" if callable(on_call) else type(on_call).__name__
        raise TypeError(f"on_call must be a function that takes a CallInfo, not {kind}")
    return on_call  # type: ignore[no-any-return]  # its parameters cannot be looked at


def check_authority(authority: Any) -> str | None:
    """A host name with or without a port, or None."""
    if authority is None:
        return None
    if not isinstance(authority, str):
        raise TypeError(f"authority must be a host such as 'acme.zitadel.cloud', not {type(authority).__name__}")
    if not authority or "/" in authority or any(c.isspace() for c in authority):
        raise ValueError(f"authority must be a host such as 'acme.zitadel.cloud', not {authority!r}")
    return authority


def check_channel_options(options: Any) -> tuple[tuple[str, Any], ...]:
    """Pairs of name and value, as gRPC takes them; from a mapping too."""
    given: Any = options.items() if isinstance(options, Mapping) else options
    pairs: tuple[Any, ...] = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (None,)
    if not all(isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) for pair in pairs):
        raise TypeError("channel_options must be pairs of name and value, such as [('grpc.keepalive_time_ms', 10_000)]")
    return pairs


def receive_limit(max_response_bytes: int, options: Iterable[tuple[str, Any]]) -> int:
    """The largest answer in bytes: `max_response_bytes`, or less where the channel options say so."""
    said = dict(options).get("grpc.max_receive_message_length", -1)
    return min(max_response_bytes, said) if isinstance(said, int) and said >= 0 else max_response_bytes


def check_own_channel(channel: Any, wanted: type, given: dict[str, object]) -> None:
    """Refuse what is no channel of the client's flavour, and what it would not hear of.

    Raises:
        TypeError: it is no channel, or one of the other flavour.
        ValueError: names the arguments.
    """
    if not isinstance(channel, wanted):
        name = f"{wanted.__module__.removesuffix('._base_channel')}.{wanted.__name__}"
        raise TypeError(f"channel must be a {name}, not {type(channel).__module__}.{type(channel).__name__}")
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
