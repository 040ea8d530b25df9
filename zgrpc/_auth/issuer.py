"""Which token endpoint a client's credentials use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._auth.endpoint import TokenEndpoint
from zgrpc._transport.address import parse_address, shown_url
from zgrpc._transport.connect import USER_AGENT

if TYPE_CHECKING:
    from zgrpc._transport.settings import Settings


def endpoint_of(
    settings: Settings,
    credentials: object,
    issuer: str | None,
    instance_host: str | None,
    extra: tuple[tuple[str, str | bytes], ...],
    *,
    insecure: bool,
) -> TokenEndpoint | None:
    """Return the endpoint of credentials that fetch tokens or sign them for an audience; None for others.

    The issuer is the client's `issuer`, else the address under the name that picks the instance. A request carries the
    client's metadata, because a proxy before ZITADEL may ask for it, and the names that pick the instance.

    Raises:
        TypeError: `issuer` is not a string.
        ValueError: the issuer is no such URL, would be reached in plaintext, is missing, or has no effect.
    """
    if issuer is not None and not isinstance(issuer, str):
        raise TypeError(f"issuer must be a URL such as 'https://acme.zitadel.cloud', not {type(issuer).__name__}")
    if not getattr(credentials, "_needs_issuer", False):
        if issuer is not None:
            which = "no credentials" if credentials is None else f"{type(credentials).__name__}, which needs no issuer"
            raise ValueError(f"issuer= has no effect with {which}: leave it out")
        return None
    headers = {key: value for key, value in extra if isinstance(value, str) and key != "authorization"}
    headers["user-agent"] = USER_AGENT
    if issuer is not None:
        if "://" not in issuer:
            raise ValueError(f"issuer must be a URL such as 'https://acme.zitadel.cloud', not {shown_url(issuer)}")
        try:
            parse_address(issuer, insecure=insecure)
        except ValueError as error:
            raise ValueError(str(error).replace("address", "issuer")) from None
        base = audience = issuer.rstrip("/")
    elif settings.address is not None:
        base = audience = settings.address.url
        if settings.authority is not None:
            headers["host"] = settings.authority
        if host := settings.authority or instance_host:
            audience = f"{base.partition('://')[0]}://{host}"
    else:
        raise ValueError("credentials that fetch tokens need issuer= if the client has channel= in place of an address")
    return TokenEndpoint(base, audience, headers, settings.tls, settings.proxy)
