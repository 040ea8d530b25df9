"""Webhooks of ZITADEL's actions (v2): check that ZITADEL sent a call, and read what it says.

    payload = zgrpc.actions.verify(body, request.headers.get("zitadel-signature"), signing_key)
    if isinstance(payload, zgrpc.actions.Event):
        print(payload.event_type, payload.user_id)

A target's signing key is in the answer of `v2.action.CreateTarget`, and `UpdateTarget` makes another one. ZITADEL signs
each call: ``ZITADEL-Signature: t=<Unix seconds>,v1=<hex>``, an HMAC-SHA256 over ``t.body``.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

__all__ = [
    "Event",
    "Function",
    "Payload",
    "Request",
    "Response",
    "SignatureError",
    "parse",
    "receive",
    "sign",
    "verify",
]

HEADER = "ZITADEL-Signature"
MAX_BODY = 4 << 20
"""The most bytes of a body that `receive` reads, gRPC's limit for a message."""

_MOST_PARTS = 32
_TIME = re.compile(r"[0-9]{1,12}")
_HEX = re.compile(r"[0-9a-fA-F]{64}")


class SignatureError(Exception):
    """The call was not signed with the signing key, or too long ago. Answer it with HTTP 401.

    Attributes:
        reason: a stable word: ``missing``, ``malformed``, ``stale`` or ``mismatch``.
    """

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message, reason)
        self.message, self.reason = message, reason

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class _Call:
    full_method: str
    instance_id: str
    org_id: str
    project_id: str
    user_id: str
    request: Mapping[str, Any] = field(repr=False)
    headers: Mapping[str, Any] = field(repr=False)
    response: Mapping[str, Any] = field(repr=False)
    raw: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request(_Call):
    """A call of ZITADEL's API, before it is executed (a condition on `request`). Its `response` is empty.

    The attributes are the members that ZITADEL sends, empty where it sends none; `raw` is the whole body.
    """


@dataclass(frozen=True, slots=True)
class Response(_Call):
    """A call of ZITADEL's API, after it was executed (a condition on `response`); see `Request`."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened (a condition on `event`)."""

    event_type: str
    aggregate_id: str
    aggregate_type: str
    resource_owner: str
    instance_id: str
    user_id: str
    version: str
    sequence: int
    created_at: str
    event_payload: Mapping[str, Any] = field(repr=False)
    raw: Mapping[str, Any] = field(repr=False)
    """The whole body."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function that ZITADEL calls while it makes a token or a SAML response (a condition on `function`)."""

    function: str
    user: Mapping[str, Any] = field(repr=False)
    user_info: Mapping[str, Any] = field(repr=False)
    user_metadata: tuple[object, ...] = field(repr=False)
    user_grants: tuple[object, ...] = field(repr=False)
    org: Mapping[str, Any] = field(repr=False)
    raw: Mapping[str, Any] = field(repr=False)
    """The whole body."""


Payload = Request | Response | Event | Function


def verify(
    body: bytes,
    header: str | None,
    signing_key: str | Iterable[str],
    tolerance: float = 300.0,
    *,
    now: float | None = None,
) -> Payload:
    """Check that ZITADEL sent a call, and return what it says.

    Args:
        body: the body of the request, byte for byte as received.
        header: the value of ``ZITADEL-Signature``; None where there was none.
        signing_key: the target's signing key; several while they rotate, of which any one counts.
        tolerance: seconds that the call may be old, or ahead of this machine's clock. 300 by default.
        now: this machine's clock in Unix seconds; read if it is left out.

    Raises:
        TypeError: an argument is of another type.
        ValueError: there is no signing key, `tolerance` is negative, or the signed body is none of ZITADEL's.
        SignatureError: the call is not from ZITADEL, or too old.
    """
    keys = _keys(signing_key)
    signing_key = ""  # the caller's string must not show in a traceback
    if isinstance(keys, Exception):
        raise keys
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise TypeError(f"body must be the bytes as received, not {type(body).__name__}; parse them afterwards")
    if not tolerance >= 0:
        raise ValueError(f"tolerance must be a number of seconds, 0 or more, not {tolerance!r}")
    text, signatures = _read(header)
    signed = f"{text}.".encode() + bytes(body)
    matches = False
    for key in keys:
        expected = hmac.new(key.encode(), signed, hashlib.sha256).digest()
        for signature in signatures:  # all of them: how long it takes says nothing about which one matched
            matches |= hmac.compare_digest(expected, signature)
    if not matches:
        raise SignatureError("no signature of the call matches the signing key", "mismatch")
    # The time is signed too, so it is worth a look only now.
    age = (time.time() if now is None else now) - int(text)
    if abs(age) > tolerance:
        side = "old" if age > 0 else "ahead of this machine's clock"
        raise SignatureError(f"the call is {abs(age):.0f} s {side}; {tolerance:g} s are allowed", "stale")
    return parse(bytes(body))


def _keys(signing_key: object) -> list[Secret] | Exception:
    """Return the keys, or what is wrong with them: raised here, the error would lead to the caller's strings."""
    if isinstance(signing_key, (bytes, bytearray)):
        return TypeError("signing_key must be a str, or several, not bytes")
    if not isinstance(signing_key, Iterable):
        return TypeError(f"signing_key must be a str, or several, not {type(signing_key).__name__}")
    keys = [signing_key] if isinstance(signing_key, str) else list(signing_key)
    found = [Secret(key) for key in keys if isinstance(key, str) and key]
    if len(found) < len(keys) or not found:
        return ValueError(
            "signing_key must be a str that is not empty, or several: anybody could sign with an empty key"
        )
    return found


def _read(header: str | None) -> tuple[str, list[bytes]]:
    """Return the time, as it was written, and the signatures of a header."""
    if not header:
        raise SignatureError(f"the call has no {HEADER}", "missing")
    parts = [part.strip().partition("=") for part in header.split(",")]
    times = [value for name, _, value in parts if name == "t"]
    signatures = [value for name, _, value in parts if name == "v1"]
    if len(times) != 1 or not _TIME.fullmatch(times[0]) or not signatures or len(parts) > _MOST_PARTS:
        raise SignatureError(f"the {HEADER} is not of the form t=<Unix seconds>,v1=<hex>", "malformed")
    if not all(_HEX.fullmatch(value) for value in signatures):
        raise SignatureError(f"the v1 of the {HEADER} is not a SHA-256 in hex", "malformed")
    return times[0], [bytes.fromhex(value) for value in signatures]


def sign(body: bytes, signing_key: str, *, now: float | None = None) -> str:
    """Return the header that ZITADEL sends with a body; for tests of a webhook."""
    text = str(int(time.time() if now is None else now))
    digest = hmac.new(Secret(signing_key).encode(), f"{text}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={text},v1={digest}"


def parse(body: bytes) -> Payload:
    """Read a body without checking who sent it; `verify` does both.

    Raises:
        ValueError: it is not a JSON object, or not one that ZITADEL sends.
    """
    members: object = None
    with contextlib.suppress(ValueError, RecursionError):
        members = json.loads(body)
    if not isinstance(members, dict):
        raise ValueError("the body is not a JSON object")
    if "event_type" in members:
        return Event(
            _text(members, "event_type"),
            _text(members, "aggregateID"),
            _text(members, "aggregateType"),
            _text(members, "resourceOwner"),
            _text(members, "instanceID"),
            _text(members, "userID"),
            _text(members, "version"),
            _number(members, "sequence"),
            _text(members, "created_at"),
            _event_payload(members),
            members,
        )
    if "fullMethod" in members:
        kind = Response if "response" in members else Request
        return kind(
            _text(members, "fullMethod"),
            _text(members, "instanceID"),
            _text(members, "orgID"),
            _text(members, "projectID"),
            _text(members, "userID"),
            _object(members, "request"),
            _object(members, "headers"),
            _object(members, "response"),
            members,
        )
    if "function" in members:
        return Function(
            _text(members, "function"),
            _object(members, "user"),
            _object(members, "userinfo"),
            _items(members, "user_metadata"),
            _items(members, "user_grants"),
            _object(members, "org"),
            members,
        )
    raise ValueError("the body has neither fullMethod, event_type nor function: ZITADEL sends one of them")


def _text(members: Mapping[str, object], name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def _number(members: Mapping[str, object], name: str) -> int:
    value = members.get(name)
    return value if isinstance(value, int) else 0


def _object(members: Mapping[str, object], name: str) -> Mapping[str, Any]:
    value = members.get(name)
    return value if isinstance(value, dict) else {}


def _event_payload(members: Mapping[str, object]) -> Mapping[str, Any]:
    """Return the payload of an event: an object, or the base64 of one, which some servers write."""
    value = members.get("event_payload")
    if isinstance(value, str):
        with contextlib.suppress(ValueError, RecursionError):
            value = json.loads(base64.b64decode(value, validate=True))
    return value if isinstance(value, dict) else {}


def _items(members: Mapping[str, object], name: str) -> tuple[object, ...]:
    value = members.get(name)
    return tuple(value) if isinstance(value, list) else ()


async def receive(
    scope: MutableMapping[str, Any],
    receive: Callable[[], Awaitable[MutableMapping[str, Any]]],
    signing_key: str | Iterable[str],
    tolerance: float = 300.0,
) -> Payload:
    """`verify` for an ASGI application: read the body of an HTTP request, and check it.

    Args:
        scope: the request's scope.
        receive: the request's `receive`.
        signing_key: as for `verify`.
        tolerance: as for `verify`.

    Raises:
        SignatureError: the call is not from ZITADEL, or too old, or larger than 4 MiB.
        ValueError: as for `verify`.
    """
    keys = _keys(signing_key)
    signing_key = ""
    if isinstance(keys, Exception):
        raise keys
    name = HEADER.lower().encode()
    values = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]
    if len(values) > 1:
        raise SignatureError(f"the call has several {HEADER}", "malformed")
    _read(values[0] if values else None)  # before a stranger's body is read
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise SignatureError("the caller hung up before the end of the body", "malformed")
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise SignatureError(f"the body is larger than {MAX_BODY} bytes", "malformed")
        if not message.get("more_body", False):
            return verify(bytes(body), values[0], keys, tolerance)
