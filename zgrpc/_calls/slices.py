"""Parse a large answer in slices, so that an event loop is never blocked for long.

The protobuf library parses with the GIL held, so a thread would not help. But messages that follow one another on the
wire are one message, so a response may be cut between any two of its fields, and each slice is a response with some of
the items.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from google.protobuf.message import Message

M = TypeVar("M", bound="Message")

AT_ONCE = 256 * 1024
"""The bytes that are parsed without a pause: about 800 grants, in 1 ms."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5  # the wire types of fields


def slices(data: bytes, most: int = AT_ONCE) -> Iterator[bytes]:
    """Cut a serialized message between its fields.

    Args:
        data: the message.
        most: how large a slice is at most, in bytes, unless one field is larger.

    Raises:
        ValueError: `data` is no message.
    """
    start = end = 0
    near = len(data) - 2
    while end < len(data):
        # Nearly all fields are items of less than 16 KiB: one byte for the tag, and one or two for the size.
        if end < near and data[end] & 0x87 == _BYTES and data[end + 2] < 0x80 <= data[end + 1]:
            after = end + 3 + (data[end + 1] & 0x7F) + (data[end + 2] << 7)
            if after > len(data):
                raise ValueError("the message ends within a field")
        else:
            after = _field_end(data, end)
        if after > start + most and end > start:
            yield data[start:end]
            start = end
        end = after
    if end > start:
        yield data[start:end]


def unparsed_if_large(parse: Callable[[bytes], M]) -> Callable[[bytes], M | bytes]:
    """Return a deserializer that parses small answers, and leaves large ones to the caller."""

    def deserialize(data: bytes) -> M | bytes:
        return parse(data) if len(data) <= AT_ONCE else data

    return deserialize


async def parse_in_slices(response: type[M], answer: M | bytes) -> list[M]:
    """Return the messages that an answer consists of; the event loop runs in between.

    Args:
        response: the class of the response.
        answer: what `unparsed_if_large` returned.

    Raises:
        ValueError: `answer` is no message.
    """
    if not isinstance(answer, bytes):
        return [answer]
    from google.protobuf.message import DecodeError

    parts = []
    for data in slices(answer):
        try:
            parts.append(response.FromString(data))
        except DecodeError as error:
            raise ValueError(str(error)) from None
        await asyncio.sleep(0)
    return parts


def _field_end(data: bytes, at: int) -> int:
    """Return where the field that begins at `at` ends."""
    tag, at = _varint(data, at)
    kind = tag & 7
    if kind == _BYTES:
        size, at = _varint(data, at)
        at += size
    elif kind == _VARINT:
        _, at = _varint(data, at)
    elif kind in (_FIXED64, _FIXED32):
        at += 8 if kind == _FIXED64 else 4
    else:
        raise ValueError(f"wire type {kind} at byte {at}")
    if at > len(data):
        raise ValueError("the message ends within a field")
    return at


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at `at`, and where it ends."""
    number = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("the message ends within a number")
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
        shift += 7
