"""What calls need of a token and of its source, as protocols that the real classes match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zgrpc._auth.endpoint import TokenEndpoint

__all__ = ["AnyTokenSource", "AsyncTokenSource", "Token", "TokenSource"]


class Token(Protocol):
    """A token as a call sends it; times are `time.monotonic()` seconds."""

    @property
    def header(self) -> str | None:
        """The value of `authorization`; None for no token."""
        ...

    @property
    def renew_at(self) -> float:
        """When calls begin to ask the source before they send it."""
        ...

    @property
    def expires_at(self) -> float:
        """When it must not be sent any more."""
        ...

    @property
    def generation(self) -> int:
        """A number that grows with every new token."""
        ...


class AnyTokenSource(Protocol):
    """What the token sources of both flavors share. `current` is read without a lock."""

    @property
    def current(self) -> Token:
        """The token that calls send; from its `renew_at` on, they ask `renew`."""
        ...

    @property
    def endpoint(self) -> TokenEndpoint | None:
        """Where it fetches tokens; None if it does not."""
        ...

    @property
    def signs(self) -> bool:
        """Whether it sends assertions that are dated by this machine's clock."""
        ...

    def apart(self) -> TokenSource:
        """Return a source of the same kind of token that shares nothing with this one, for use in threads."""
        ...

    def accepted(self) -> None:
        """Take note that the server accepted the token that `rejected` returned."""
        ...

    def close(self) -> None:
        """Fetch no more tokens."""
        ...


class TokenSource(AnyTokenSource, Protocol):
    """Where a call of a `Client` takes its token from."""

    def renew(self, deadline: float) -> Token:
        """Return a token that may be sent; wait until `deadline` at most."""
        ...

    def rejected(self, token: Token, deadline: float) -> Token | None:
        """Return a fresher token than one that the server refused; None if there is none."""
        ...


class AsyncTokenSource(AnyTokenSource, Protocol):
    """`TokenSource` for asyncio."""

    async def renew(self, deadline: float) -> Token:
        """Return a token that may be sent; wait until `deadline` at most."""
        ...

    async def rejected(self, token: Token, deadline: float) -> Token | None:
        """Return a fresher token than one that the server refused; None if there is none."""
        ...
