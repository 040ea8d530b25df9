"""Which names reach an instance: for `diagnose()`, where the address is not the instance's domain."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zgrpc._auth.fixed import FixedSource
from zgrpc._calls.call import Call
from zgrpc._calls.core import Core
from zgrpc._calls.metadata import INSTANCE_HOST
from zgrpc._calls.scope import Scope
from zgrpc._contract.rpc import find_rpc
from zgrpc._errors import ZitadelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zgrpc._auth.protocols import TokenSource
    from zgrpc._calls.metadata import Pairs

__all__ = ["call", "domains", "names_that_work", "probe"]

_FORWARDED_HOST = "x-forwarded-host"
_NAMES_OF_INSTANCES = frozenset(
    {INSTANCE_HOST, _FORWARDED_HOST, "forwarded", "x-zitadel-forwarded", "x-zitadel-public-host"}
)


@contextmanager
def probe(scope: Scope, source: TokenSource, authority: str | None = None) -> Iterator[Scope[Core, TokenSource]]:
    """Yield the scope with a connection and a token source of the diagnosis's own.

    Args:
        scope: the client's.
        source: the token source.
        authority: another `:authority`; None for the client's.
    """
    settings = scope.core.settings
    core = Core(settings._replace(retry=None, authority=authority or settings.authority), None)
    try:
        yield Scope(core, source, scope.org_id, scope.extra)
    finally:
        channel = core.end()
        source.close()
        if channel is not None:
            channel.close()


def call(scope: Scope[Core, TokenSource], service: str, name: str, timeout: float) -> Any:
    """Call an RPC that needs no fields, and return its answer, whose type depends on the RPC."""
    return Call(scope, find_rpc(service, name))(timeout=timeout)


def domains(details: str, audience: str) -> list[str]:
    """Return the domains that the instance may have: the one that the server names, and the issuer's."""
    named = re.findall(r"ExternalDomain is ([A-Za-z0-9.:_-]+)", details)
    issuer = urlsplit(audience).netloc
    return list(dict.fromkeys([*named, *([issuer] if issuer else [])]))


def names_that_work(scope: Scope, domains: Iterable[str], timeout: float) -> list[str]:
    """Return the arguments of a client that reach an instance, tried one after another; the best one first.

    Inside a cluster the address is not the instance's domain. Which header names the instance depends on ZITADEL's
    version, and proxies in between change headers:

    - before 4.7.1: `x-zitadel-instance-host`, else `forwarded`, else `x-forwarded-host`, else `:authority`.
    - from 4.7.1: the same, and `x-zitadel-public-host`, where it is sent, must be trusted by the instance.
    - from 4.14: `x-zitadel-instance-host`, else `:authority`; no other header names the instance.

    So each one is tried by itself, without those that the client sends.

    Source: ZITADEL's `internal/api/http/middleware/origin_interceptor.go`, zitadel/zitadel issues 11163 and 12125,
    zitadel/zitadel-charts pull request 592.
    """
    others = tuple(pair for pair in scope.extra if pair[0] not in _NAMES_OF_INSTANCES)
    found = []
    for domain in domains:
        ways: tuple[tuple[str, str | None, Pairs], ...] = (
            (f"instance_host={domain!r}", None, ((INSTANCE_HOST, domain),)),
            (f"authority={domain!r}", domain, ()),
            (f"metadata={{{_FORWARDED_HOST!r}: {domain!r}}}", None, ((_FORWARDED_HOST, domain),)),
        )
        for argument, authority, pairs in ways:
            tried = Scope(scope.core, scope.source, scope.org_id, (*others, *pairs))
            with probe(tried, FixedSource(), authority) as probed:
                try:
                    call(probed, "management", "healthz", timeout)
                except ZitadelError:
                    continue
            found.append(argument)
    return found
