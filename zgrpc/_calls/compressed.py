"""Send the requests of lists compressed, so that the server compresses its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import grpc

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from google.protobuf.message import Message

    from zgrpc._calls.protocols import AsyncUnaryCallable, Future, UnaryCallable

Compression: TypeAlias = Literal["gzip"]


def check_compression(compression: object) -> grpc.Compression | None:
    """Return gRPC's constant for an algorithm; None for no compression.

    Raises:
        TypeError: it is not a string.
        ValueError: it is another algorithm than gzip, the only one that ZITADEL's server has.
    """
    if compression is None:
        return None
    if not isinstance(compression, str):
        raise TypeError(f"compression must be 'gzip' or None, not {type(compression).__name__}")
    if compression != "gzip":
        raise ValueError(f"compression must be 'gzip' or None, not {compression!r}")
    return grpc.Compression.Gzip


class Compressed:
    """gRPC's callable of an RPC, with compressed requests: a Go server compresses only the answers to those."""

    __slots__ = ("_algorithm", "_callable")

    def __init__(self, callable_: UnaryCallable, algorithm: grpc.Compression) -> None:
        self._callable = callable_
        self._algorithm = algorithm

    def __call__(
        self,
        request: Message,
        timeout: float | None = None,
        metadata: object = None,
        credentials: None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Message:
        return self._callable(request, timeout, metadata, credentials, wait_for_ready, compression or self._algorithm)

    def future(
        self,
        request: Message,
        timeout: float | None = None,
        metadata: object = None,
        credentials: None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Future:
        """Begin the call, as gRPC's callable does."""
        return self._callable.future(
            request, timeout, metadata, credentials, wait_for_ready, compression or self._algorithm
        )


class AsyncCompressed:
    """`Compressed` for asyncio."""

    __slots__ = ("_algorithm", "_callable")

    def __init__(self, callable_: AsyncUnaryCallable, algorithm: grpc.Compression) -> None:
        self._callable = callable_
        self._algorithm = algorithm

    def __call__(
        self,
        request: Message,
        *,
        timeout: float | None = None,
        metadata: object = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Awaitable[Message | bytes | None]:
        return self._callable(
            request,
            timeout=timeout,
            metadata=metadata,
            wait_for_ready=wait_for_ready,
            compression=compression or self._algorithm,
        )
