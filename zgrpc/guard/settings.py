"""The arguments of a guard, checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from zgrpc._transport.address import Address, parse_address

if TYPE_CHECKING:
    from zgrpc._auth.credentials import ClientCredentials
    from zgrpc._transport.tls import TLS
    from zgrpc.guard.application_key import ApplicationKey

__all__ = ["Settings", "make_settings"]


@dataclass(frozen=True)
class Settings:
    """The arguments of a guard; `zgrpc.guard.Guard` describes them."""

    issuer: str
    audience: frozenset[str]
    project: str | None
    leeway: float
    introspect_jwts: bool
    introspection_ttl: float
    negative_ttl: float
    keys_ttl: float
    keys_grace: float
    max_cached: int
    timeout: float
    base: str
    stays_here: bool
    tls: TLS | None = None
    proxy: str | None = None
    credentials: ClientCredentials | ApplicationKey | None = field(default=None, repr=False)

    @property
    def host(self) -> str:
        """The issuer's name, which picks the instance where the issuer is reached by another address."""
        return urlsplit(self.issuer).netloc


def make_settings(
    issuer: str,
    *,
    audience: str | Iterable[str],
    credentials: ClientCredentials | ApplicationKey | None,
    project: str | None,
    leeway: float,
    introspect_jwts: bool,
    introspection_ttl: float,
    negative_ttl: float,
    keys_ttl: float,
    keys_grace: float,
    max_cached: int,
    timeout: float,
    address: str | None,
    insecure: bool,
    tls: TLS | None,
    proxy: str | None,
) -> Settings:
    """Check the arguments of a guard.

    Raises:
        TypeError: an argument is of another type.
        ValueError: an argument is out of its range.
    """
    _check_credentials(credentials)
    if project is not None and (not isinstance(project, str) or not project):
        raise ValueError("project must be a project's id, or None")
    for name, value, least in (
        ("leeway", leeway, 0.0),
        ("introspection_ttl", introspection_ttl, 0.0),
        ("negative_ttl", negative_ttl, 0.0),
        ("keys_ttl", keys_ttl, 1.0),
        ("keys_grace", keys_grace, 0.0),
        ("timeout", timeout, 0.001),
    ):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"{name} must be a number of seconds, not {type(value).__name__}")
        if not least <= value < inf:
            raise ValueError(f"{name} must be a number of seconds, {least:g} or more, not {value!r}")
    if isinstance(max_cached, bool) or not isinstance(max_cached, int):
        raise TypeError(f"max_cached must be an int, not {type(max_cached).__name__}")
    if max_cached < 1:
        raise ValueError(f"max_cached must be at least 1, not {max_cached}")
    if introspect_jwts and credentials is None:
        raise ValueError("introspect_jwts=True needs credentials= to ask the issuer with")
    _check_url(issuer, "issuer", insecure=insecure)
    base = issuer if address is None else address
    where = _check_url(base, "issuer" if address is None else "address", insecure=insecure)
    return Settings(
        issuer, _audience(audience), project, leeway, introspect_jwts, introspection_ttl, negative_ttl, keys_ttl,
        keys_grace, max_cached, timeout, base.rstrip("/"), where.stays_here, tls, proxy, credentials,
    )  # fmt: skip


def _audience(audience: object) -> frozenset[str]:
    names = [audience] if isinstance(audience, str) else audience
    if not isinstance(names, Iterable):
        raise TypeError(
            "audience must be the id of this service's project or the client id of its application, or several, not "
            f"{type(audience).__name__}"
        )
    found = frozenset(names)
    if not found or not all(isinstance(name, str) and name for name in found):
        raise ValueError(
            "audience must not be empty: without it the guard would let in tokens that were issued for other services"
        )
    return found


def _check_url(url: object, name: str, *, insecure: bool) -> Address:
    if not isinstance(url, str):
        raise TypeError(f"{name} must be a URL such as 'https://acme.zitadel.cloud', not {type(url).__name__}")
    if "://" not in url:
        raise ValueError(f"{name} must be a URL such as 'https://acme.zitadel.cloud', not {url!r}")
    try:
        return parse_address(url, insecure=insecure)
    except ValueError as error:
        raise ValueError(str(error).replace("address", name, 1)) from None


def _check_credentials(credentials: object) -> None:
    from zgrpc._auth.credentials import ClientCredentials
    from zgrpc.guard.application_key import ApplicationKey

    if credentials is None or isinstance(credentials, (ClientCredentials, ApplicationKey)):
        return
    raise TypeError(
        "credentials must be those of an API application, with which the guard asks the issuer about opaque tokens: "
        "zgrpc.ClientCredentials or zgrpc.guard.ApplicationKey, or None for JWTs alone, not "
        f"{type(credentials).__name__}"
    )
