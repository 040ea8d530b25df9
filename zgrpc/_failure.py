"""A failed call as gRPC raises it, as a protocol that the classes of both flavors match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    import grpc

__all__ = ["Failure"]


class Failure(Protocol):
    """A call that failed, as gRPC raises it: each of its flavors raises another class."""

    def code(self) -> grpc.StatusCode | None:
        """Return the status."""
        ...

    def details(self) -> str | None:
        """Return the status message."""
        ...

    def initial_metadata(self) -> Iterable[tuple[str, str | bytes]] | None:
        """Return the metadata that came before the answer."""
        ...

    def trailing_metadata(self) -> Iterable[tuple[str, str | bytes]] | None:
        """Return the metadata that came with the status."""
        ...
