"""Token sources that fetch nothing: for a token that the caller passes, and for a client without credentials."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from zgrpc._auth.protocols import Token

__all__ = ["AsyncFixedSource", "FixedSource"]


class _FixedToken:
    """A token that is never renewed; calls ask the source for one that is missing."""

    __slots__ = ("expires_at", "generation", "header", "renew_at")

    def __init__(self, value: str | None) -> None:
        self.header = None if value is None else Secret("Bearer " + value)
        self.renew_at = -inf if value is None else inf
        self.expires_at = inf
        self.generation = 0


class FixedSource:
    """The token source for one token; without a token, calls that need credentials are rejected."""

    endpoint = None
    signs = False

    def __init__(self, token: Secret | None = None) -> None:
        self._token = token
        self.current: Token = _FixedToken(token)

    def renew(self, deadline: float) -> Token:  # noqa: ARG002 - a token source's signature
        return self.current

    def rejected(self, token: Token, deadline: float) -> Token | None:  # noqa: ARG002 - a token source's signature
        return None

    def accepted(self) -> None:
        """Do nothing: there is nothing to note."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""

    def apart(self) -> FixedSource:
        """Return a new source with the same token, for use in threads."""
        return FixedSource(self._token)


class AsyncFixedSource(FixedSource):
    """`FixedSource` for asyncio."""

    async def renew(self, deadline: float) -> Token:  # type: ignore[override]  # awaited, as its flavor is
        return super().renew(deadline)

    async def rejected(self, token: Token, deadline: float) -> Token | None:  # type: ignore[override]  # awaited
        return super().rejected(token, deadline)
