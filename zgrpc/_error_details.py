"""What an error carries beside its status: ZITADEL's ids and slugs, and how long the server asks to wait."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zitadel.message_pb2 import ErrorDetail

__all__ = ["CONFLICT", "UNCHANGED", "StatusDetails", "retry_after", "status_details"]

_STATUS_DETAILS = "grpc-status-details-bin"
_ERROR_DETAIL_V2 = "zitadel.error.v2.ErrorDetail"
_RETRY_INFO = "google.rpc.RetryInfo"
_SLUG = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+"
_ID = r"[A-Z][A-Z0-9_]*-[A-Za-z0-9]+"

UNCHANGED = frozenset(
    {
        "COMMAND-1m88i",
        "COMMAND-2M0fs",
        "COMMAND-2b7fM",
        "COMMAND-2m8vx",
        "COMMAND-2n8vs",
        "COMMAND-6m9gs",
        "COMMAND-Rs8fy",
        "COMMAND-Uch5e",
        "COMMAND-wF94r",
        "ORG-4VSdf",
    }
)
"""Ids of FAILED_PRECONDITION for an update that changes nothing, from recordings of ZITADEL 4.13.1."""

CONFLICT = frozenset(
    {
        "COMMAND-7yiox1isql",
        "COMMAND-k2una",
        "COMMAND-opamwu",
        "INSTA-pFDwe",
        "ORG-laho2n",
        "ORG-poWwe",
        "PROJECT-PtXi1",
        "V2-e1wse",
        "V3-DKcYh",
    }
)
"""Ids for an object that exists already, some of them FAILED_PRECONDITION, from recordings of ZITADEL 4.13.1."""


class StatusDetails(NamedTuple):
    """The parts of `grpc-status-details-bin` that the client understands.

    Attributes:
        detail: ZITADEL's old detail; None if there is none.
        slug: the slug of ZITADEL's new detail, such as ``user.not_found``; empty if there is none.
        id: the id in ZITADEL's new detail; empty if there is none.
        message: the message of ZITADEL's new detail; empty if there is none.
        retry_delay: the seconds in a `google.rpc.RetryInfo`; None if there is none.
    """

    detail: ErrorDetail | None = None
    slug: str = ""
    id: str = ""
    message: str = ""
    retry_delay: float | None = None


def status_details(trailing: Sequence[tuple[str, str | bytes]]) -> StatusDetails:
    """Return the status details of an error's trailing metadata; what cannot be parsed counts as absent."""
    for key, value in trailing:
        if key == _STATUS_DETAILS and isinstance(value, bytes):
            from google.protobuf.message import DecodeError

            try:
                return _parsed(value)
            except DecodeError:
                break  # a proxy may put something else there
    return StatusDetails()


def _parsed(value: bytes) -> StatusDetails:
    from google.rpc.error_details_pb2 import RetryInfo
    from google.rpc.status_pb2 import Status
    from zitadel.message_pb2 import CredentialsCheckError, ErrorDetail

    old = {ErrorDetail.DESCRIPTOR.full_name, CredentialsCheckError.DESCRIPTOR.full_name}
    found = StatusDetails()
    for part in Status.FromString(value).details:
        name = part.type_url.rpartition("/")[2]
        if name in old and found.detail is None:  # the second has the fields of the first, and one more
            found = found._replace(detail=ErrorDetail.FromString(part.value))
        elif name == _ERROR_DETAIL_V2:
            for text in _strings(part.value):
                if not found.slug and re.fullmatch(_SLUG, text):
                    found = found._replace(slug=text)
                elif not found.id and re.fullmatch(_ID, text):
                    found = found._replace(id=text)
                elif not found.message:
                    found = found._replace(message=text)
        elif name == _RETRY_INFO:
            delay = RetryInfo.FromString(part.value).retry_delay
            found = found._replace(retry_delay=max(0.0, delay.seconds + delay.nanos / 1e9))
    return found


def _strings(message: bytes) -> Iterator[str]:
    """Yield the strings among a message's own fields. The contract does not have the message, so its bytes are read."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        kind = key & 7
        if kind == 0:
            _, position = _varint(message, position)
        elif kind in (1, 5):
            position += 8 if kind == 1 else 4
        elif kind == 2:
            length, position = _varint(message, position)
            content = message[position : position + length]
            position += length
            if content.isascii() or _is_text(content):
                yield content.decode()
        else:
            return


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _varint(message: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while position < len(message):
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            break
    return value, position


def retry_after(metadata: Sequence[tuple[str, str | bytes]], delay: float | None) -> float | None:
    """Return the seconds that the server asks to wait before another attempt; `inf` for never, None if it does not ask.

    Args:
        metadata: the call's initial and trailing metadata: `grpc-retry-pushback-ms` (gRFC A6) comes before
            `retry-after` (RFC 9110, seconds or a date).
        delay: the seconds that the status details name.
    """
    values = {key: value for key, value in metadata if isinstance(value, str)}
    if (pushback := values.get("grpc-retry-pushback-ms")) is not None:
        return int(pushback) / 1000 if re.fullmatch(r"[0-9]{1,9}", pushback) else inf
    if (after := values.get("retry-after", "").strip()) and (seconds := _seconds(after)) is not None:
        return seconds
    return delay


def _seconds(after: str) -> float | None:
    if re.fullmatch(r"[0-9]{1,9}", after):
        return float(after)
    import time
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None
