"""When the client's token is fetched, renewed and given up: decisions without I/O, with the time passed in."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._auth.endpoint import FETCH_TIMEOUT, AccessToken
from zgrpc._auth.token_error import TokenError
from zgrpc._backoff import Backoff
from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc._auth import protocols

__all__ = ["Token", "TokenState", "slow"]

MARGIN = 60.0
"""Seconds ahead of its expiry that a token is renewed; half its life if that is shorter."""

FETCHES = Backoff(first=1.0, longest=60.0)
"""The pauses after failed fetches, and after fetched tokens that the server refused."""


class Token(NamedTuple):
    """A token as calls use it; times are `time.monotonic()` seconds.

    Attributes:
        header: The value of `authorization`.
        renew_at: From then on a call asks `renew`.
        expires_at: From then on the token is not used.
        generation: Grows with every new value.
    """

    header: Secret
    renew_at: float
    expires_at: float
    generation: int


class TokenState:
    """The decisions. Not safe for threads: the sources hold their lock around each method."""

    def __init__(
        self,
        *,
        fetch_timeout: float = FETCH_TIMEOUT,
        look_again: float = inf,
        backoff: Backoff = FETCHES,
        jitter: Callable[[], float] | None = None,
    ) -> None:
        self.current = Token(Secret(""), -inf, -inf, 0)
        self._fetch_timeout = fetch_timeout
        self._look_again = look_again
        self._backoff = backoff
        self._jitter = jitter
        self._overdue_at: float | None = None  # of the fetch that is under way
        self._failures = 0
        self._error: TokenError | None = None
        self._retry_at = -inf
        self._refused = 0  # tokens refused in a row, none accepted between
        self._refuse_until = -inf

    @property
    def fetching(self) -> bool:
        """Whether a fetch is under way."""
        return self._overdue_at is not None

    @property
    def overdue_at(self) -> float:
        """When the fetch that is under way counts as failed; -inf if none is."""
        return -inf if self._overdue_at is None else self._overdue_at

    def usable(self, now: float) -> bool:
        """Return whether calls may send the current token."""
        return now < self.current.expires_at

    def wants_fetch(self, now: float) -> bool:
        """Return whether a fetch has to begin; if so, it counts as begun.

        Until it ends, calls with a usable token stay on the hot path and do not ask again. A fetch that takes longer
        than `fetch_timeout` counts as failed, because its thread or event loop may be gone.
        """
        if self.fetching:
            if now < self.overdue_at:
                return False
            self.failed(slow(self._fetch_timeout), now)
        if now < self._retry_at or now < self.current.renew_at:
            return False
        self._overdue_at = now + self._fetch_timeout
        self._ask_again_at(self._overdue_at)
        return True

    def error(self, now: float) -> TokenError | None:
        """Return why there is no token, while the next attempt has to wait."""
        return None if self.fetching or now >= self._retry_at else self._error

    def fetched(self, token: AccessToken, now: float) -> None:
        """Take the token of a fetch, even of one that was given up."""
        life = inf if token.expires_in is None else token.expires_in
        header = Secret("Bearer " + token.value)
        generation = self.current.generation + (header != self.current.header)
        renew_at = now + min(life - min(MARGIN, life / 2), self._look_again)
        self.current = Token(header, renew_at, now + life, generation)
        self._overdue_at = self._error = None
        self._failures = 0
        self._retry_at = -inf

    def failed(self, error: TokenError, now: float) -> float:
        """Take the error of a fetch, and return the seconds until another fetch may begin."""
        self._overdue_at = None
        self._error = error
        self._failures += 1
        pause = self._backoff.pause(self._failures, self._jitter and self._jitter())
        self._retry_at = now + pause
        self._ask_again_at(self._retry_at)
        return pause

    def abandoned(self) -> None:
        """Forget the fetch under way, which will never end; it does not count as failed."""
        self._overdue_at = None

    def refused(self, token: protocols.Token, now: float) -> bool:
        """Return whether there is or will be a fresher token than one that the server answered UNAUTHENTICATED to.

        A token that replaced a refused one and is refused too is not replaced at once, but after a pause that doubles
        each time: the cause is elsewhere, and further tokens would not help.
        """
        if token.generation != self.current.generation or not self.usable(now):
            return True
        if now < self._refuse_until:
            return False
        self._refused += 1
        self._refuse_until = now + self._backoff.pause(self._refused, jitter=0.5)
        self.current = self.current._replace(renew_at=-inf, expires_at=-inf)
        return True

    def accepted(self) -> None:
        """Take note that the server accepted the token that replaced a refused one."""
        self._refused = 0
        self._refuse_until = -inf

    def _ask_again_at(self, when: float) -> None:
        self.current = self.current._replace(renew_at=min(when, self.current.expires_at))


def slow(seconds: float) -> TokenError:
    """Return the error of a fetch that took too long."""
    return TokenError(
        f"no token after {seconds:g} s",
        likely_cause="the token endpoint hangs, or get_token() does",
        transient=True,
    )
