"""`client.diagnose()`: check the way to ZITADEL step by step, up to the first thing that is wrong, with advice."""

from __future__ import annotations

import json
import re
import socket
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import grpc

from zgrpc._auth.credentials import EXP_AHEAD, IAT_AGE
from zgrpc._auth.endpoint import clock_skew
from zgrpc._auth.fixed import FixedSource
from zgrpc._auth.token_error import TokenError
from zgrpc._calls.metadata import INSTANCE_HOST
from zgrpc._counted import counted
from zgrpc._errors import ZitadelError
from zgrpc._instance_names import call, domains, names_that_work, probe
from zgrpc._transport.address import is_loopback
from zgrpc._transport.hints import hint
from zgrpc._transport.proxy import proxy_of
from zgrpc._transport.tls import default_context

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from zgrpc._auth.protocols import AnyTokenSource, TokenSource
    from zgrpc._calls.core import Core
    from zgrpc._calls.scope import Scope
    from zgrpc._transport.address import Address
    from zgrpc._transport.settings import Settings

__all__ = ["Check", "Diagnosis", "diagnose"]

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"
_SKEW = 5.0
_TAKEN = re.compile(r"using origin &\{([A-Za-z0-9.:_-]+) ")
_UNTRUSTED = re.compile(r'public domain "([^"]*)" not trusted')


@dataclass(frozen=True, slots=True)
class Check:
    """One step of a diagnosis.

    Attributes:
        name: what was checked: address, connection, tls, http2, instance, issuer, clock, token, user, org or
            permission.
        ok: whether it is right; None if that is unknown or only a note.
        detail: what was found.
        advice: what to do; empty if nothing is to be done.
    """

    name: str
    ok: bool | None
    detail: str
    advice: str = ""

    def __str__(self) -> str:
        mark = {True: "ok", False: "WRONG", None: "note"}[self.ok]
        return f"{mark:5} {self.name}: {self.detail}" + (f"\n      {self.advice}" if self.advice else "")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The result of `diagnose()`; `print` it, or read `ok` and `problem`.

    Attributes:
        checks: the steps in order; the first wrong one is the last.
    """

    checks: tuple[Check, ...]

    @property
    def problem(self) -> Check | None:
        """The step that is wrong; None if none is."""
        return next((check for check in self.checks if check.ok is False), None)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem is None

    def __str__(self) -> str:
        return "\n".join(map(str, self.checks))


def diagnose(scope: Scope, timeout: float) -> Diagnosis:
    """Take the steps for a client with these settings, over connections of its own.

    Raises:
        ValueError: the client has a channel of its own, and no address.
    """
    core = scope.core
    if core.settings.address is None:
        raise ValueError("diagnose() needs a client with an address: a channel= of your own has none to check")
    core.check_open()
    return Diagnosis(tuple(_until_wrong(_steps(scope, core.settings.address, timeout))))


def _until_wrong(checks: Iterable[Check]) -> Iterator[Check]:
    for check in checks:
        yield check
        if check.ok is False:
            return


def _steps(scope: Scope, address: Address, timeout: float) -> Generator[Check]:
    settings = scope.core.settings
    proxy = proxy_of(address, settings.proxy)
    connect = partial(_open, address, timeout, proxy)
    if proxy:
        yield Check("address", None, f"{address.target} is reached through a proxy, which resolves the name")
    else:
        yield _resolve(address)
    yield _connect(connect, address, timeout, proxy)
    yield _tls(settings, connect, address) if address.tls else _http2(connect)
    source = scope.source
    with probe(scope, FixedSource()) as probed:
        yield _instance(probed, timeout, source.endpoint.audience if source.endpoint else "")
    yield from _issuer(settings, source, address, timeout)
    if source.current.header is None:
        yield Check("token", None, "the client has no credentials", "pass credentials= for calls that need them")
        return
    with probe(scope, source.apart()) as probed:
        yield _token(probed, timeout)
        yield from _identity(probed, timeout)


def _resolve(address: Address) -> Check:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        return Check(
            "address",
            False,
            f"{address.host!r} does not resolve: {error.strerror or error}",
            "look for a typing error in the address, and at this machine's DNS",
        )
    numbers = ", ".join(dict.fromkeys(str(where[4][0]) for where in found))
    return Check("address", True, f"{address.host} is {numbers}")


def _open(address: Address, timeout: float, proxy: str | None) -> socket.socket:
    if not proxy:
        return socket.create_connection((address.host, address.port), timeout)
    from base64 import b64encode
    from http.client import HTTPConnection

    parts = urlsplit(proxy)
    tunnel = HTTPConnection(str(parts.hostname), parts.port or 80, timeout=timeout)
    user = unquote(f"{parts.username}:{parts.password or ''}").encode() if parts.username else b""
    tunnel.set_tunnel(
        address.host, address.port, {"Proxy-Authorization": f"Basic {b64encode(user).decode()}"} if user else {}
    )
    tunnel.connect()
    found: socket.socket = tunnel.sock
    return found


def _connect(connect: Callable[[], socket.socket], address: Address, timeout: float, proxy: str | None) -> Check:
    parts = urlsplit(proxy or "")
    by = f" by the proxy {parts.hostname}:{parts.port or 80}" if proxy else ""
    try:
        with connect() as connection:
            host, port = connection.getpeername()[:2]
    except TimeoutError:
        return Check(
            "connection",
            False,
            f"{address.target} does not answer{by} within {timeout:.0f} s",
            "look at firewalls and VPN",
        )
    except OSError as error:
        advice = "is the port right, and does the server run? Behind a proxy, see proxy= and HTTPS_PROXY"
        if proxy:
            advice = "does the proxy let this host and port through? See proxy=, HTTPS_PROXY and NO_PROXY"
        return Check("connection", False, f"{address.target}{by}: {error.strerror or error}", advice)
    return Check("connection", True, f"connected{by}" if proxy else f"connected to {host} port {port}")


def _tls(settings: Settings, connect: Callable[[], socket.socket], address: Address) -> Check:
    tls, authority = settings.tls, settings.authority
    context = tls.ssl_context() if tls is not None else default_context()
    context.set_alpn_protocols(["h2"])
    name = (tls.server_name if tls else None) or (authority or "").partition(":")[0] or address.host
    try:
        with (
            connect() as connection,
            context.wrap_socket(connection, server_hostname=name) as secured,
        ):
            protocol, version, certificate = secured.selected_alpn_protocol(), secured.version(), secured.getpeercert()
    except (OSError, ValueError) as error:
        text = f"{getattr(error, 'verify_message', '')} {error}".strip()
        if "WRONG_VERSION_NUMBER" in text or "RECORD_LAYER" in text:
            advice = "the port speaks plaintext: use an http:// address"
        elif "CERTIFICATE_VERIFY_FAILED" not in text:
            advice = (
                "the port hangs up: it may speak plaintext (http://), or need a client certificate (TLS(cert=, key=))"
            )
        elif "expired" in text:
            advice = "the server's certificate has to be renewed"
        elif "ostname mismatch" in text or "IP address mismatch" in text:
            advice = "the certificate is for another name: see TLS(server_name=), or use the address by that name"
        else:
            advice = "name the authority that issued the certificate with TLS(ca=)"
        return Check("tls", False, text, advice)
    if protocol != "h2":
        advice = "a proxy before ZITADEL does not pass gRPC on: configure it to speak HTTP/2 (h2) to its clients"
        return Check("tls", False, f"{version} as {name!r}, but without HTTP/2 (ALPN gave {protocol})", advice)
    until = dict(certificate or {}).get("notAfter", "an unknown date")
    return Check("tls", True, f"{version} and HTTP/2; the certificate for {name!r} is valid until {until}")


def _http2(connect: Callable[[], socket.socket]) -> Check:
    try:
        with connect() as connection:
            connection.sendall(_PREFACE)
            answer = connection.recv(4096)
    except TimeoutError:
        return Check("http2", False, "the port accepts connections but sends nothing", "is it the port of ZITADEL?")
    except OSError as error:
        answer = b""
        detail = f"the port hung up: {error.strerror or error}"
    else:
        detail = "the port hung up"
    if not answer or answer[0] in (0x15, 0x16):
        return Check("http2", False, detail, "it may speak TLS: use an https:// address")
    if answer[3:4] == b"\x04":
        return Check("http2", True, "the port speaks HTTP/2 in plaintext")
    what = "an HTML page" if b"<html" in answer.lower() else "HTTP/1.1" if answer.startswith(b"HTTP/") else "not HTTP/2"
    return Check("http2", False, f"the port answers {what}", "it is a proxy's or another service's, not ZITADEL's gRPC")


def _instance(scope: Scope[Core, TokenSource], timeout: float, audience: str = "") -> Check:
    host = dict(scope.extra).get(INSTANCE_HOST) or scope.core.settings.authority
    host = host or scope.core.settings.address.target  # type: ignore[union-attr]  # diagnose() wants an address
    try:
        call(scope, "management", "healthz", timeout)
    except ZitadelError as error:
        if error.code() is grpc.StatusCode.NOT_FOUND:
            return _no_instance(scope, str(host), error.details(), audience, timeout)
        return Check("instance", False, str(error), hint(error.details()) or "does ZITADEL run behind this address?")
    return Check("instance", True, f"ZITADEL answers as {str(host)!r}")


def _no_instance(scope: Scope, host: str, details: str, audience: str, timeout: float) -> Check:
    """Say which domain the server looked for, and which argument of the client would reach an instance."""
    detail = f"no instance has the domain {host!r}"
    taken = _TAKEN.search(details)
    if taken and taken[1].partition(":")[0] != host.partition(":")[0]:
        detail += f"; the server took {taken[1]!r} for it, from another header or from a proxy"
    if untrusted := _UNTRUSTED.search(details):
        detail = f"the instance does not trust the public host {untrusted[1]!r}"
    best, *further = names_that_work(scope, domains(details, audience), timeout) or [""]
    if not best:
        advice = "pass instance_host= (or authority=) with a domain of the instance, as its console's URL shows it"
    else:
        advice = f"pass {best}: tried here, and an instance answers"
        if further:
            advice += f". It answers to {' and to '.join(further)} too"
    return Check("instance", False, detail, advice)


def _issuer(settings: Settings, source: AnyTokenSource, address: Address, timeout: float) -> Iterator[Check]:
    import http.client
    import urllib.request

    endpoint = source.endpoint
    base = endpoint.base if endpoint else address.url
    context = None
    if base.startswith("https://"):
        context = settings.tls.ssl_context() if settings.tls else default_context()
    url = f"{base}/.well-known/openid-configuration"
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)] if context else []
    if settings.proxy is not None or is_loopback(address.host):
        proxies = {"http": settings.proxy, "https": settings.proxy} if settings.proxy else {}
        handlers.append(urllib.request.ProxyHandler(proxies))
    request = urllib.request.Request(url, headers=dict(endpoint.headers) if endpoint else {})  # noqa: S310 - parsed
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=timeout) as answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            issuer = json.loads(answer.read(1 << 20)).get("issuer")
    except (OSError, ValueError, AttributeError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or type(error).__name__
        advice = "credentials that fetch tokens need it: see issuer=" if endpoint else ""
        if isinstance(error, http.client.BadStatusLine):
            reason = "the port serves gRPC but no HTTP/1.1"
            advice = (
                "pass issuer= with the URL of ZITADEL's HTTP; the emulator prints its own as issuer" if endpoint else ""
            )
        name, wrong = ("issuer", False) if endpoint else ("clock", None)
        yield Check(name, wrong, f"{url} cannot be read: {reason}", advice)
        return
    if endpoint is not None:
        known = issuer == endpoint.audience
        advice = "" if known else f"pass issuer={issuer!r} to the client"
        yield Check("issuer", known, f"the issuer calls itself {issuer!r}", advice)
    skew = clock_skew(headers, time.time())
    if skew is None:
        yield Check("clock", None, "the server does not send its time")
    elif abs(skew) <= _SKEW:
        yield Check("clock", True, "the server's clock and this machine's agree")
    else:
        # Only assertions depend on this machine's clock, and their dates allow for this much of a difference.
        spoils = source.signs and not -IAT_AGE < skew < EXP_AHEAD
        side = "ahead of" if skew > 0 else "behind"
        detail = f"the server's clock is {abs(skew):.0f} s {side} this machine's"
        yield Check("clock", False if spoils else None, detail, "synchronize the clocks")


def _token(probed: Scope[Core, TokenSource], timeout: float) -> Check:
    try:
        token = probed.source.renew(time.monotonic() + timeout)
    except TokenError as error:
        return Check("token", False, str(error.args[0]), error.likely_cause)
    except ZitadelError as error:
        return Check("token", False, error.message, "the token endpoint is slow")
    life = token.expires_at - time.monotonic()
    return Check("token", True, f"there is one, good for {life:.0f} s" if life < 1e9 else "there is one")


def _identity(scope: Scope[Core, TokenSource], timeout: float) -> Iterator[Check]:
    try:
        user = call(scope.with_org(None), "auth", "get_my_user", timeout).user
    except ZitadelError as error:
        advice = "it expired, was revoked, is of another instance, or lacks the audience scope of the API"
        known = error.code() is grpc.StatusCode.UNAUTHENTICATED
        yield Check("user", False, str(error), advice if known else hint(error.details()))
        return
    yield Check("user", True, f"the token is of {user.user_name!r} ({user.id})")
    try:
        org = call(scope, "management", "get_my_org", timeout).org
    except ZitadelError as error:
        which = f"the organization {scope.org_id!r}" if scope.org_id else "the user's organization"
        advice = "there is none of this id, or the user has no role in it: see org_id=, and the user's memberships"
        yield Check("org", False, f"{which}: {error}", advice)
        return
    yield Check("org", True, f"calls act in {org.name!r} ({org.id})")
    try:
        granted = list(call(scope, "auth", "list_my_zitadel_permissions", timeout).result)
    except ZitadelError as error:
        yield Check("permission", None, f"they cannot be listed: {error}")
        return
    if granted:
        yield Check("permission", True, f"{counted(len(granted), 'permission')}, such as {', '.join(granted[:3])}")
    else:
        advice = (
            "give the user a role in the organization (a manager, in the console's words), such as ORG_OWNER_VIEWER"
        )
        yield Check("permission", None, "the user has no permission in this organization", advice)
