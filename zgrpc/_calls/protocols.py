"""What a call needs of gRPC, as protocols that its classes match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from zgrpc._failure import Failure

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import grpc
    from google.protobuf.message import Message

__all__ = ["AsyncUnaryCallable", "Future", "UnaryCallable"]


class Future(Failure, Protocol):
    """A call on its way, as gRPC's `future()` returns it. It is a `grpc.Call` as well."""

    def result(self, timeout: float | None = None) -> Message:
        """Wait for the answer, `timeout` seconds at most."""
        ...

    def cancel(self) -> bool:
        """Cancel the call."""
        ...

    def code(self) -> grpc.StatusCode:
        """Return the status; wait for it."""
        ...

    def add_done_callback(self, fn: Callable[[Future], None]) -> None:
        """Call `fn` when the call has ended."""
        ...


class UnaryCallable(Protocol):
    """gRPC's callable of a unary method."""

    def __call__(
        self,
        request: Message,
        timeout: float | None = None,
        metadata: object = None,
        credentials: None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Message:
        """Call and wait for the answer."""
        ...

    def future(
        self,
        request: Message,
        timeout: float | None = None,
        metadata: object = None,
        credentials: None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Future:
        """Begin the call."""
        ...


class AsyncUnaryCallable(Protocol):
    """grpc.aio's callable of a unary method."""

    def __call__(
        self,
        request: Message,
        *,
        timeout: float | None = None,
        metadata: object = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Awaitable[Message | bytes | None]:
        """Begin the call. It returns the answer's bytes if they are parsed later, and None if it cannot be parsed."""
        ...
