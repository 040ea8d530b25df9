"""The arguments of a client, and their checks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from zgrpc._calls.metadata import hide_metadata
from zgrpc._secret import Hidden, Secret, hide_secret
from zgrpc._transport.address import hide_url, is_loopback, shown_url

if TYPE_CHECKING:
    from types import FunctionType

    import grpc

    from zgrpc._calls.otel import OpenTelemetry
    from zgrpc._calls.watch import CallInfo
    from zgrpc._client_options import Options
    from zgrpc._transport.address import Address
    from zgrpc._transport.tls import TLS

T = TypeVar("T")


def hide_options(options: Options) -> None:
    """Hide the arguments that may hold a secret, in place, because a traceback may show them."""
    if "metadata" in options:
        options["metadata"] = hide_metadata(options["metadata"])
    if "proxy" in options:
        options["proxy"] = hide_secret(options["proxy"])
    if "instance_host" in options:
        options["instance_host"] = hide_secret(options["instance_host"])
    if "issuer" in options:
        options["issuer"] = hide_url(options["issuer"])
    if "authority" in options:
        options["authority"] = hide_url(options["authority"])
    if "channel_options" in options:
        options["channel_options"] = check_channel_options(options["channel_options"])


# Names that other clients have for our arguments.
_MEANT = {
    **dict.fromkeys(
        ("token", "access_token", "pat", "api_key", "bearer"), "credentials=zgrpc.PersonalAccessToken(...)"
    ),
    **dict.fromkeys(("key", "key_file", "service_account"), "credentials=zgrpc.ServiceAccountKey.from_file(path)"),
    **dict.fromkeys(("client_id", "client_secret"), "credentials=zgrpc.ClientCredentials(client_id, client_secret)"),
    **dict.fromkeys(("url", "host", "domain", "endpoint", "base_url", "api"), "the address, as the first argument"),
    **dict.fromkeys(("org", "organization", "organization_id", "orgid"), "org_id="),
    **dict.fromkeys(("verify", "ca", "ca_file", "cert", "ssl"), "tls=zgrpc.TLS(ca=...)"),
    **dict.fromkeys(("headers", "default_headers"), "metadata="),
    **dict.fromkeys(("rate_limit", "requests_per_second"), "rate="),
    **dict.fromkeys(("retries", "max_retries"), "retry="),
    "credential": "credentials=",
    "plaintext": "insecure=True",
}


def check_names(name: str, init: FunctionType, positional: int, arguments: Iterable[str]) -> None:
    """Raise TypeError for an unknown argument of a client or one too many; name the right one.

    Args:
        name: the client's class.
        init: its `__init__`.
        positional: how many arguments were given by position.
        arguments: the names of the others.
    """
    code = init.__code__
    known = frozenset(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])
    if positional > 1 or not known.issuperset(arguments):
        raise TypeError(_wrong_argument(name, positional, set(arguments) - known, known))


def _wrong_argument(name: str, positional: int, unknown: Iterable[str], known: Iterable[str]) -> str:
    from zgrpc._contract.rpc import did_you_mean

    if positional > 1:
        return (
            f"{name} takes one positional argument, the address; credentials go by keyword: "
            f"{name}(address, credentials=zgrpc.PersonalAccessToken(token))"
        )
    first = min(unknown)
    meant = f"; use {_MEANT[first]}" if first in _MEANT else did_you_mean(first, known)
    return f"{name} has no argument {first!r}{meant}"


def check_above_zero(value: object, argument: str, unit: str) -> int:
    """Return a whole number above 0.

    Raises:
        TypeError: it is not a whole number; names the argument.
        ValueError: it is out of range; names the argument.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{argument} must be a whole number of {unit}, not {type(value).__name__}")
    if value < 1:
        raise ValueError(f"{argument} must be a number of {unit} above 0, not {value}")
    if value >= 2**31:
        raise ValueError(f"{argument} must be below 2**31, which is as far as gRPC counts, not {value}")
    return value


def check_tls(tls: object, address: Address | None) -> TLS | None:
    """Return `tls`, if it is a `TLS` and the address uses TLS.

    Raises:
        TypeError: it is something else.
        ValueError: the address is plaintext.
    """
    if tls is None:
        return None
    from zgrpc._transport.tls import TLS

    if not isinstance(tls, TLS):
        raise TypeError(f"tls must be a zgrpc.TLS, such as TLS(ca='ca.pem'), not {type(tls).__name__}")
    if address is not None and not address.tls:
        raise ValueError(f"tls= has no effect with {address.url}, which is plaintext: use https://")
    return tls


def check_proxy(proxy: object, address: Address | None, *, insecure: bool) -> str | None:
    """Return the URL of an HTTP proxy. It may hold a password, so nothing shows it.

    Raises:
        TypeError: it is not a string.
        ValueError: it is no such URL, or a proxy on another machine would read plaintext.
    """
    if proxy is None:
        return None
    if not isinstance(proxy, str):
        raise TypeError(f"proxy must be a URL such as 'http://proxy:3128', not {type(proxy).__name__}")
    if not proxy:
        return proxy
    url = proxy = Secret(proxy)
    from zgrpc._transport.proxy import PROXY_FORMS, proxy_host

    host = proxy_host(url, port=True)
    if not host:
        raise ValueError(f"proxy must be a URL such as 'http://proxy:3128', with scheme http and a port: {PROXY_FORMS}")
    if address is not None and address.stays_here and not insecure and not is_loopback(host):
        raise ValueError(
            f"proxy would read what is sent to {address.url}, which is plaintext: use https://, or pass insecure=True"
        )
    return url


def check_compression(compression: object) -> grpc.Compression | None:
    """Return gRPC's constant for an algorithm; None for no compression.

    Raises:
        TypeError: it is not a string.
        ValueError: it is another algorithm than gzip, the only one that ZITADEL's server has.
    """
    if compression is None:
        return None
    if not isinstance(compression, str):
        raise TypeError(f"compression must be 'gzip' or None, not {type(compression).__name__}")
    if compression != "gzip":
        raise ValueError(f"compression must be 'gzip' or None, not {compression!r}")
    import grpc

    return grpc.Compression.Gzip


def check_on_call(on_call: Callable[[CallInfo], object] | None) -> Callable[[CallInfo], object] | None:
    """Return `on_call`, if it is a plain function or None.

    Raises:
        TypeError: it is something else.
    """
    if on_call is not None and (not callable(on_call) or inspect.iscoroutinefunction(on_call)):
        kind = "an async one" if callable(on_call) else type(on_call).__name__
        raise TypeError(f"on_call must be a function that takes a CallInfo, not {kind}")
    return on_call


def check_authority(authority: object) -> str | None:
    """Return a host name with or without a port, or None.

    Raises:
        TypeError: it is not a string.
        ValueError: it is not a host.
    """
    if authority is None:
        return None
    if not isinstance(authority, str):
        raise TypeError(f"authority must be a host such as 'acme.zitadel.cloud', not {type(authority).__name__}")
    if not authority or "/" in authority or "@" in authority or any(c.isspace() for c in authority):
        raise ValueError(f"authority must be a host such as 'acme.zitadel.cloud', not {shown_url(authority)}")
    return authority


def check_channel_options(options: object) -> tuple[tuple[str, object], ...]:
    """Return the pairs of name and value that gRPC takes; a mapping is fine too. No repr shows a value that is text.

    Raises:
        TypeError: they are something else.
    """
    given: object = options.items() if isinstance(options, Mapping) else options
    del options  # a URL among them may hold a password
    pairs: list[tuple[str, object]] = []
    for pair in given if isinstance(given, Iterable) and not isinstance(given, str) else (None,):
        if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str)):
            del given, pair
            raise TypeError(
                "channel_options must be pairs of name and value, such as [('grpc.keepalive_time_ms', 10_000)]"
            )
        name, value = pair
        pairs.append((name, Hidden(value) if isinstance(value, str) else value))
    return tuple(pairs)


def receive_limit(max_response_bytes: int, options: Iterable[tuple[str, object]]) -> int:
    """Return the largest answer in bytes: `max_response_bytes`, or the limit in the channel options if it is lower."""
    limit = dict(options).get("grpc.max_receive_message_length", -1)
    return min(max_response_bytes, limit) if isinstance(limit, int) and limit >= 0 else max_response_bytes


def check_own_channel(channel: object, wanted: type[T], given: Mapping[str, object]) -> T:
    """Return a channel of the client's flavor; reject another one, and arguments that would have no effect on it.

    Raises:
        TypeError: it is not a channel, or one of the other flavor.
        ValueError: names the arguments.
    """
    if not isinstance(channel, wanted):
        name = f"{wanted.__module__.removesuffix('._base_channel')}.{wanted.__name__}"
        raise TypeError(f"channel must be a {name}, not {type(channel).__module__}.{type(channel).__name__}")
    if useless := [name for name, value in given.items() if value]:
        raise ValueError(f"{', '.join(useless)}= have no effect with channel=, which is connected its own way already")
    return channel


def telemetry(otel: object) -> OpenTelemetry | None:
    """Return the telemetry that `otel=` asks for.

    Raises:
        TypeError: it is not a bool and not an `OpenTelemetry`.
    """
    if otel is False or otel is None:
        return None
    from zgrpc._calls.otel import OpenTelemetry

    if otel is True:
        return OpenTelemetry()
    if not isinstance(otel, OpenTelemetry):
        raise TypeError(f"otel must be True, False or a zgrpc.OpenTelemetry, not {type(otel).__name__}")
    return otel


def check_retry(retry: object) -> frozenset[tuple[str, str]] | None:
    """Return the RPCs to retry besides reads, as (service, name in snake_case); None to retry none.

    Args:
        retry: True for all reads, False for none, or names of further RPCs, such as ``management.add_user_grant``.

    Raises:
        TypeError: it is none of these.
        ValueError: there is no RPC of such a name; names the nearest.
    """
    if isinstance(retry, bool):
        return frozenset() if retry else None
    if isinstance(retry, str) or not isinstance(retry, Iterable):
        raise TypeError(
            "retry must be True (all reads), False, or a list of further RPCs such as "
            f"['management.add_user_grant'], not {type(retry).__name__}"
        )
    from zgrpc._contract.rpc import all_rpcs, did_you_mean

    known = {f"{rpc.service}.{rpc.python_name}": (rpc.service, rpc.python_name) for rpc in all_rpcs().values()}
    for name in (names := [str(name) for name in retry]):
        if name not in known:
            raise ValueError(f"retry names no RPC with {name!r}{did_you_mean(name, known)}")
    return frozenset(known[name] for name in names)


def check_bool(value: object, name: str) -> bool:
    """Return a switch as it is.

    Raises:
        TypeError: It is not a bool; names the argument.
    """
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {type(value).__name__}")
    return value
