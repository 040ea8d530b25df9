"""The token endpoint: the request, the answer, and the one function that sends the request.

httpx is the HTTP client because it verifies TLS, uses proxies and bounds its waits by default. PyJWT with cryptography
signs the assertion, because nobody should write RS256 by hand. The first token source that fetches imports both.
"""

from __future__ import annotations

import base64
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from urllib.parse import quote_plus

from zgrpc._auth.token_error import TokenError
from zgrpc._secret import Secret, hide_secret, kind_of, without
from zgrpc._transport.address import parse_address
from zgrpc._transport.http_bound import Bound, import_http

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from zgrpc._transport.tls import TLS

__all__ = [
    "FETCH_TIMEOUT",
    "AccessToken",
    "Fetched",
    "TokenEndpoint",
    "TokenRequest",
    "fetch",
    "read_answer",
    "token_request",
]

SCOPE = "openid urn:zitadel:iam:org:project:id:zitadel:aud"
"""Without the audience scope every call is answered UNAUTHENTICATED (AUTH-7fs1e)."""

FETCH_TIMEOUT = 10.0
"""Seconds that one fetch may take, however many callers wait for it."""

MAX_LIFE = 10**10
"""Seconds (317 years) that a token may be good for. Python cannot compute with every larger number."""

_MAX_ANSWER = 1 << 20
_HEADER_SAFE = re.compile(r"[\x21-\x7e]+\Z")


class AccessToken:
    """A token and how long it is good for, as `get_token()` of your own credentials object returns it.

    Attributes:
        value: The token, without "Bearer ".
        expires_in: Seconds from now, or None if unknown: the token is then used until the server refuses it.
    """

    __slots__ = ("expires_in", "value")

    expires_in: float | None

    def __init__(self, value: str, expires_in: float | None = None) -> None:
        value = hide_secret(value)
        self.expires_in = None  # a traceback may show this object before it is whole
        self.value = check_token(value, "AccessToken.value")
        if expires_in is not None:
            self.expires_in = _check_life(expires_in)

    def __repr__(self) -> str:
        return f"AccessToken(value=Secret('***'), expires_in={self.expires_in!r})"


def _check_life(seconds: object) -> float:
    good = isinstance(seconds, (int, float)) and not isinstance(seconds, bool)
    if not good or not 0 < seconds <= MAX_LIFE:  # type: ignore[operator]  # a number, or `good` is false
        shown = repr(seconds) if not good or abs(seconds) <= MAX_LIFE else "more"  # type: ignore[arg-type]
        raise ValueError(f"expires_in must be a number of seconds above 0 and at most {MAX_LIFE}, or None, not {shown}")
    return seconds  # type: ignore[return-value]  # a number


def check_token(value: object, what: str) -> Secret:
    """Return the token as a `Secret`.

    Raises:
        TypeError: It is not a string.
        ValueError: It is empty or cannot be a header. The error does not show it.
    """
    if not isinstance(value, str):
        raise TypeError(f"{what} must be a str, not {kind_of(value)}")
    if not value:
        raise ValueError(f"{what} is empty")
    if value[:7].lower() == "bearer ":
        raise ValueError(f'{what} must be the bare token, without "Bearer "')
    if not _HEADER_SAFE.match(value):
        raise ValueError(f"{what} holds white space or characters that a header cannot carry (a final line break?)")
    return Secret(value)


@dataclass(frozen=True)
class TokenEndpoint:
    """Where and how tokens are fetched.

    Attributes:
        base: Where the HTTP server is reached, e.g. `https://acme.zitadel.cloud`.
        audience: The issuer to the letter, as the assertion names it; the same as `base` unless the instance is chosen
            by another name.
        headers: Sent along, so that a proxy or the choice of the instance works as it does for calls.
        tls: Private CA, client certificate, server name.
        proxy: URL of an HTTP proxy; None follows the environment's conventions, "" uses none.
        patience: Seconds that a request may take: less than the fetch as a whole, whose error says less.
    """

    base: str
    audience: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    tls: TLS | None = None
    proxy: str | None = None
    patience: float = FETCH_TIMEOUT - 0.5

    @property
    def url(self) -> str:
        return f"{self.base}/oauth/v2/token"

    def ssl_context(self) -> ssl.SSLContext:
        """Return what a connection trusts. Without TLS it trusts nobody: to load the roots takes 20 ms."""
        import ssl

        from zgrpc._transport.tls import default_context

        if self.tls is not None:
            return self.tls.ssl_context()
        if self.proxy or parse_address(self.base, insecure=True).tls:
            return default_context()
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True)
class TokenRequest:
    """A form to post; no error may repeat one of `secrets`."""

    form: Mapping[str, str]
    basic: tuple[str, Secret] | None = None
    hint: str = ""
    secrets: tuple[Secret, ...] = ()

    @property
    def authorization(self) -> Secret | None:
        """HTTP basic with both parts form-encoded, as RFC 6749 (2.3.1) demands."""
        if self.basic is None:
            return None
        pair = f"{quote_plus(self.basic[0])}:{quote_plus(self.basic[1])}"
        return Secret("Basic " + base64.b64encode(pair.encode()).decode())


@runtime_checkable
class Fetched(Protocol):
    """Credentials whose tokens the token endpoint issues. They are public; how they ask for a token is not."""

    def _token_request(self, endpoint: TokenEndpoint) -> TokenRequest: ...


def token_request(credentials: Fetched, endpoint: TokenEndpoint) -> TokenRequest:
    """Return the request by which credentials ask an endpoint for a token."""
    return credentials._token_request(endpoint)


def require_oauth() -> None:
    """Raise ImportError that names the extra, unless the packages that fetch tokens are installed."""
    from importlib.util import find_spec

    missing = [name for name in ("httpx", "jwt", "cryptography") if find_spec(name) is None]
    if missing:
        raise ImportError(
            f"credentials that fetch tokens need {', '.join(missing)}: install the extra, pip install 'zgrpc[oauth]'",
            name=missing[0],
        )


def import_oauth() -> None:
    """Import what fetches of tokens need, before their threads begin; see `import_http`.

    Raises:
        ImportError: the extra is not installed.
    """
    require_oauth()
    import_http("email.utils", "json", "jwt", "uuid")


def fetch(endpoint: TokenEndpoint, request: TokenRequest) -> AccessToken:
    """Post the request, without following redirects, and return the token; raise `TokenError`."""
    require_oauth()
    outcome = _post(endpoint, request)
    if isinstance(outcome, TokenError):
        raise outcome  # here, where no local variable holds the answer and no context leads to httpx's frames
    return outcome


def _post(endpoint: TokenEndpoint, request: TokenRequest) -> AccessToken | TokenError:
    import httpx

    form = dict(request.form)
    headers = {"accept": "application/json", **endpoint.headers}
    if (authorization := request.authorization) is not None:
        headers["authorization"] = authorization
    # As for calls: plaintext that stays on this machine must not go through the environment's proxy.
    by_environment = endpoint.proxy is None and not parse_address(endpoint.base, insecure=True).stays_here
    bound = Bound(endpoint.patience)
    extensions: dict[str, Any] = {"trace": bound.trace}
    if endpoint.tls and endpoint.tls.server_name:
        extensions["sni_hostname"] = endpoint.tls.server_name
    try:
        with (
            httpx.Client(
                verify=endpoint.ssl_context(),
                timeout=endpoint.patience,
                proxy=endpoint.proxy or None,
                trust_env=by_environment or bool(endpoint.proxy),
            ) as client,
            bound.watch(client),
            client.stream("POST", endpoint.url, data=form, headers=headers, extensions=extensions) as answer,
        ):
            body = b""
            for chunk in answer.iter_bytes():
                body += chunk
                bound.over()
                if len(body) > _MAX_ANSWER:
                    break
            return read_answer(endpoint, request, answer.status_code, answer.headers, body, time.time())
    except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as exception:
        if isinstance(exception, RuntimeError) and bound.left():  # else it was cut off
            raise
        failure, cause = _connection_failure(exception if bound.left() else httpx.ReadTimeout(""))
        return TokenError(
            f"no answer from the token endpoint {endpoint.url}: {failure}", likely_cause=cause, transient=True
        )


def _connection_failure(exception: Exception) -> tuple[str, str]:
    import httpx

    text = str(exception) or type(exception).__name__
    if isinstance(exception, httpx.TimeoutException):
        return f"timed out ({type(exception).__name__})", "the endpoint hangs, or a firewall drops the packets"
    if "certificate verify failed" in text:
        return text, "the certificate is not trusted here or is for another name; see tls=zgrpc.TLS(ca=…)"
    if "wrong version number" in text or "record layer failure" in text:  # the latter since OpenSSL 3.2
        return text, "the port speaks plaintext HTTP, not TLS"
    if isinstance(exception, httpx.ProxyError):
        return text, "the proxy refused; see proxy= and HTTPS_PROXY"
    if isinstance(exception, httpx.RemoteProtocolError):
        return text, "the port does not speak plaintext HTTP/1.1; perhaps it wants TLS (https://)"
    return text, "the issuer's host or port is wrong, or it is down; see issuer="


def read_answer(
    endpoint: TokenEndpoint, request: TokenRequest, status: int, headers: Mapping[str, str], body: bytes, now: float
) -> AccessToken | TokenError:
    """Return the `AccessToken` in an HTTP answer, or a `TokenError` with the likely cause.

    Args:
        endpoint: The endpoint that answered.
        request: What was posted.
        status: The HTTP status.
        headers: The answer's headers, keys in lower case.
        body: The answer's body, cut off at 1 MiB.
        now: This machine's clock in Unix seconds, compared with the answer's `Date`.
    """
    import json

    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    members = answer if isinstance(answer, dict) else {}
    if status == 200:
        problem, token = _token_of(members)
        if token is not None:
            return token
        error = description = None
        cause = "this is not ZITADEL's token endpoint; see issuer=" if not members else "the endpoint misbehaves"
        summary = f"the token endpoint {endpoint.url} answered HTTP 200, but {_what_is(body, members) or problem}"
    else:
        error, description = (_clean(members.get(key), request) for key in ("error", "error_description"))
        location = _clean(headers.get("location"), request) if 300 <= status < 400 else None
        cause = _likely_cause(endpoint, request, status, headers, members, error, description, location, now)
        summary = f"the token endpoint {endpoint.url} answered HTTP {status}"
        if error or description:
            summary += f" {error or ''}" + (f" ({description})" if description else "")
        elif location:
            summary += f", a redirect to {location}, which is not followed"
        elif what := _what_is(body, members):
            summary += f" and {what}"
    return TokenError(
        summary,
        status=status,
        error=error,
        error_description=description,
        likely_cause=cause,
        transient=status == 429 or status >= 502,
    )


def _token_of(members: Mapping[str, object]) -> tuple[str, AccessToken | None]:
    value, kind = members.get("access_token"), members.get("token_type")
    life = members.get("expires_in")
    if not isinstance(value, str) or not _HEADER_SAFE.match(value):
        return "no usable access_token in it", None
    if not isinstance(kind, str) or kind.lower() != "bearer":
        return "a token_type that is not Bearer", None
    try:
        if isinstance(life, str) and life.isascii() and life.isdigit():
            life = int(life)
        return "", AccessToken(value, None if life is None else _check_life(life))
    except ValueError:
        return f"an expires_in that is not a number of seconds above 0 and at most {MAX_LIFE}", None


def _what_is(body: bytes, members: Mapping[str, object]) -> str:
    if members:
        return ""
    start = body[:200].lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "an HTML page"
    return "a body that is not a JSON object" if start else "an empty body"


def _likely_cause(
    endpoint: TokenEndpoint,
    request: TokenRequest,
    status: int,
    headers: Mapping[str, str],
    members: Mapping[str, object],
    error: str | None,
    description: str | None,
    location: str | None,
    now: float,
) -> str:
    if error == "server_error" and status == 500:
        skew = clock_skew(headers, now)
        if skew is not None and abs(skew) > 300:
            side = "ahead of" if skew > 0 else "behind"
            return f"the server's clock is {abs(skew):.0f} s {side} this machine's, which spoils the assertion's times"
        return (
            f"{request.hint}; or the issuer is not {endpoint.audience!r} to the letter (see issuer=); or the clocks "
            "are far apart: ZITADEL answers all of these so"
        )
    if error == "invalid_client":
        return "the client id is unknown to this instance; see client_id= and issuer="
    if description and "Secret.Invalid" in description:
        return "the client secret is wrong, or was regenerated"
    if location is not None:
        return "the issuer is another address than this; see issuer="
    if status == 407:
        return "the proxy wants a user name and password: proxy=http://user:password@host:port"
    if status == 429 or status >= 502:
        return "the server or a proxy before it is overloaded or down"
    if status in (404, 405, 501) or not members:
        return "this is not ZITADEL's token endpoint, or a proxy answered in its place; see issuer="
    return request.hint or "the request was refused"


def clock_skew(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds by which the server's clock is ahead, by its `Date` header; None without one."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(headers["date"]).timestamp() - now
    except (KeyError, ValueError, OverflowError):
        return None


def _clean(text: object, request: TokenRequest) -> str | None:
    """Return a text of the endpoint's on one line, shortened, without the secrets that were sent and may be echoed."""
    if not isinstance(text, str) or not text:
        return None
    shown: str = text
    secrets = [*request.secrets, *([request.authorization[6:]] if request.authorization else [])]
    for secret in secrets:
        for form in (str(secret), quote_plus(secret)):
            shown = without(shown, form, "***")
    shown = re.sub(r"[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]*", "***", shown)
    return "".join(c if c.isprintable() else " " for c in shown)[:300]
