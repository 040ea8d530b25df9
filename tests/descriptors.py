"""The descriptors of message classes under one type, for mypy.

The generated stubs know two types of descriptor, pure Python's and the C extension's. The library takes the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor
    from google.protobuf.message import Message


def descriptor(message: Message | type[Message]) -> Descriptor:
    """Return the descriptor of a message or of its class."""
    return cast("Descriptor", message.DESCRIPTOR)
