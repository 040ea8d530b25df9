"""What requests by httpx in threads need: a time limit for the whole request, and all imports done before."""

from __future__ import annotations

import importlib
import threading
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

__all__ = ["Bound", "import_http"]


_NEEDED = ("encodings.idna", "importlib.resources", "certifi", "h11", "httpcore", "httpx", "zgrpc._transport.tls")


def import_http(*more: str) -> None:
    """Import what a request by httpx needs, and `more`, before a thread does: httpx puts it off to its first client.

    A fork while a thread imports leaves the child with a lock that nobody releases.
    """
    for name in (*_NEEDED, *more):
        importlib.import_module(name)


class Bound:
    """Ends a request of an `httpx.Client` when its time is up.

    The timeouts of httpx bound each read alone, so a peer that sends a byte now and then is never late. `over` looks at
    the clock whenever the request makes a step, and `cut` closes the connection from another thread: a read that is
    under way then ends at the next byte or at its own timeout. The client must have no other request under way.

    Args:
        seconds: the time for all of it, from now.
    """

    def __init__(self, seconds: float) -> None:
        self.until = monotonic() + seconds
        self._client: httpx.Client | None = None

    def left(self) -> float:
        """Return the seconds left, 0 if the time is up."""
        return max(0.0, self.until - monotonic())

    def over(self) -> None:
        """Raise TimeoutError if the time is up."""
        if monotonic() >= self.until:
            raise TimeoutError

    def trace(self, step: str, _: object) -> None:
        """Check the time at each step of httpx (its extension `trace`), before anything is sent or read.

        No error at any other step: httpx would lose the connection that it has just opened.
        """
        if step.endswith(("send_request_headers.started", "receive_response_headers.started")):
            self.over()

    def begin(self, client: httpx.Client) -> None:
        """Name the client that sends the request; raise TimeoutError if the time is up."""
        self._client = client
        self.over()

    def end(self) -> None:
        """Note that the request has ended: `cut` must not touch its client any more."""
        self._client = None

    @contextmanager
    def watch(self, client: httpx.Client) -> Iterator[None]:
        """Cut off the request of a block when its time is up, by a thread of its own; for requests that are few."""
        self.begin(client)
        timer = threading.Timer(self.left(), self.cut)
        timer.daemon = True
        with suppress(RuntimeError):  # no more threads, or the interpreter is ending: the timeouts of httpx remain
            timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.end()

    def cut(self) -> None:
        """End the time, and close the connection."""
        self.until = 0.0
        client = self._client
        if client is not None:
            client.close()
