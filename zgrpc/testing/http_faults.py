"""The faults of the HTTP endpoints: the token endpoint, introspection, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.fault import Fault, TokenFault, not_negative

if TYPE_CHECKING:
    from collections.abc import Mapping


def token_endpoint(
    *,
    delay: float = 0.0,
    hang: bool = False,
    status: int | None = None,
    body: bytes | str = b"",
    headers: Mapping[str, str] | None = None,
    replace: Mapping[str, object] | None = None,
    lifetime: float | None = None,
    probability: float = 1.0,
    count: int | None = None,
) -> Fault:
    """Make token requests slow, failing or wrong.

    Args:
        delay: seconds before the answer.
        hang: take the request and never answer it.
        status: answer this HTTP status with `body` and `headers`, whatever was asked for: ``status=500``, or
            ``status=302, headers={"Location": url}``. A body without a status comes with 200.
        body: the body of that answer, such as the HTML page of a proxy.
        headers: its headers; Content-Type is guessed from `body` where it is not among them.
        replace: fields of the true answer to replace, such as ``{"expires_in": "soon"}``; None leaves one out.
        lifetime: seconds that issued tokens live, on both sides: in ``expires_in``, and for calls by gRPC.
        probability: how likely a token request is struck.
        count: how many token requests are struck at most.
    """
    not_negative("lifetime", lifetime or 0.0)
    return _http("token_endpoint", "token", probability, count, delay, hang, status, body, headers, replace, lifetime)


def introspection(
    *,
    delay: float = 0.0,
    hang: bool = False,
    status: int | None = None,
    body: bytes | str = b"",
    headers: Mapping[str, str] | None = None,
    replace: Mapping[str, object] | None = None,
    probability: float = 1.0,
    count: int | None = None,
) -> Fault:
    """Make introspections slow, failing, or wrong with ``replace={"active": True}``.

    The arguments are those of `token_endpoint`.
    """
    return _http("introspection", "introspect", probability, count, delay, hang, status, body, headers, replace)


def key_set(
    *,
    delay: float = 0.0,
    hang: bool = False,
    status: int | None = None,
    body: bytes | str = b"",
    headers: Mapping[str, str] | None = None,
    replace: Mapping[str, object] | None = None,
    probability: float = 1.0,
    count: int | None = None,
) -> Fault:
    """Make requests for the keys (``/oauth/v2/keys``) slow, failing or wrong.

    The arguments are those of `token_endpoint`.
    """
    return _http("key_set", "keys", probability, count, delay, hang, status, body, headers, replace)


def _http(
    name: str,
    endpoint: str,
    probability: float,
    count: int | None,
    delay: float,
    hang: bool,
    status: int | None,
    body: bytes | str,
    headers: Mapping[str, str] | None,
    replace: Mapping[str, object] | None,
    lifetime: float | None = None,
) -> Fault:
    not_negative("delay", delay)
    raw = body.encode() if isinstance(body, str) else body
    if status is None and (raw or headers):
        status = 200
    given = dict(headers or {})
    if status is not None and "content-type" not in {name.lower() for name in given}:
        given["Content-Type"] = "text/html" if raw.lstrip().startswith(b"<") else "application/json"
    fault = TokenFault(delay, hang, status, raw, given, dict(replace or {}), lifetime, endpoint)
    return Fault(name, frozenset(), probability, count, token=fault)
