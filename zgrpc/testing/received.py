"""`ReceivedCall`: what an emulator received, for assertions; `OwnerToken`: who sends it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret

if TYPE_CHECKING:
    import grpc
    from google.protobuf.message import Message


@dataclasses.dataclass(frozen=True, slots=True)
class ReceivedCall:
    """One call that the emulator received."""

    method: str
    """The RPC as ``management.ListUserGrants``."""
    request: Message
    """The request message."""
    metadata: dict[str, str]
    """The request metadata, without `authorization`."""
    code: grpc.StatusCode
    """What was answered."""
    seconds: float
    """How long the answer took, in seconds, without the wire."""


class OwnerToken(Secret):
    """The token of an emulator's owner. It is pickled, unlike other secrets, for tests that start processes."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> Any:
        return OwnerToken, (str.__str__(self),)
