"""The states of a client's connection."""

from __future__ import annotations

from enum import Enum

__all__ = ["ENDED", "State"]


class State(Enum):
    """Where a client's connection stands."""

    NOT_CONNECTED = "not connected"
    """The server has answered nothing yet."""
    CONNECTED = "connected"
    """The server has answered a call, perhaps with an error."""
    CLOSED = "closed"
    """The client was closed."""
    FORKED = "forked"
    """An AsyncClient in a child process whose parent had connected it."""


ENDED = {
    State.CLOSED: "the client is closed; make a new one",
    State.FORKED: (
        "this AsyncClient was connected before the process was forked, and asyncio's gRPC does not survive that, not "
        "even in a new client in the child. What works: close the AsyncClient and end its event loop before the fork, "
        "or start the process with multiprocessing's 'spawn'"
    ),
}
"""Why a call cannot be made, for each state in which none can."""
