"""Which calls gRPC itself repeats: the service config of a client's channels (gRFC A6)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from zgrpc._generated.rpcs import RPCS, SERVICES
from zgrpc._rpc import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["check_retry", "service_config"]

# Repeated after about 0.05, 0.1 and 0.2 seconds, so that a server that is not there is reported within half a second.
_POLICY = """{
  "maxAttempts": 4, "initialBackoff": "0.05s", "maxBackoff": "1s", "backoffMultiplier": 2,
  "retryableStatusCodes": ["UNAVAILABLE"]
}"""
# gRPC repeats while more than half of the tokens are left; a failure takes one, ten successes give one back.
_THROTTLING = '{"maxTokens": 100, "tokenRatio": 0.1}'


def check_retry(retry: bool | Iterable[str]) -> frozenset[tuple[str, str]]:
    """The RPCs to repeat, as (service, name in snake_case).

    Args:
        retry: True for all that read, False for none, or names such as ``management.add_user_grant`` of others besides.

    Raises:
        TypeError: it is none of these.
        ValueError: there is no RPC of such a name; names the nearest.
    """
    if retry is False:
        return frozenset()
    reads = frozenset((service, name) for service, rpcs in RPCS.items() for name, row in rpcs.items() if row[4])
    if retry is True:
        return reads
    if isinstance(retry, str) or not hasattr(retry, "__iter__"):
        raise TypeError(
            "retry must be True (all that reads), False, or a list of further RPCs such as "
            f"['management.add_user_grant'], not {type(retry).__name__}"
        )
    more = set()
    for name in retry:
        service, _, rpc = str(name).partition(".")
        if rpc not in RPCS.get(service, ()):
            known = [f"{service}.{rpc}" for service, rpcs in RPCS.items() for rpc in rpcs]
            raise ValueError(f"retry names no RPC with {name!r}{did_you_mean(str(name), known)}")
        more.add((service, rpc))
    return reads | more


@functools.cache
def service_config(rpcs: frozenset[tuple[str, str]]) -> str:
    """The JSON that gRPC takes as the channel argument ``grpc.service_config``."""
    if not rpcs:
        return "{}"
    # Written out, for the json module costs more to import than a client to build; names in a contract need no escapes.
    names = ", ".join(
        f'{{"service": "{SERVICES[service][0]}", "method": "{RPCS[service][name][0]}"}}'
        for service, name in sorted(rpcs)
    )
    methods = f'{{"name": [{names}], "retryPolicy": {_POLICY}}}'
    return f'{{"methodConfig": [{methods}], "retryThrottling": {_THROTTLING}}}'
