"""Send the requests of lists compressed, so that the server compresses its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable

    import grpc
    from google.protobuf.message import Message

    from zgrpc._calls.protocols import AsyncUnaryCallable, Future, UnaryCallable

Compression: TypeAlias = Literal["gzip"]


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
