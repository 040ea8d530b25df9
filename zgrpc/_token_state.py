"""When the client's token is fetched, renewed and given up: decisions without I/O, with the time passed in."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._secret import Secret
from zgrpc._token_endpoint import FETCH_TIMEOUT, AccessToken
from zgrpc._token_error import TokenError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Token", "TokenState", "slow"]

MARGIN = 60.0
"""Seconds ahead of its expiry that a token is renewed; half its life if that is shorter."""

MAX_BACKOFF = 60.0


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


def _jitter() -> float:
    import random

    return random.random()  # noqa: S311 - no secret


class TokenState:
    """The decisions. Not safe for threads: the sources hold their lock around each method."""

    def __init__(
        self,
        *,
        look_again: float = inf,
        max_backoff: float = MAX_BACKOFF,
        jitter: Callable[[], float] = _jitter,
    ) -> None:
        self.current = Token(Secret(""), -inf, -inf, 0)
        self._look_again = look_again
        self._max_backoff = max_backoff
        self._jitter = jitter
        self._started: float | None = None  # when the fetch began that is under way
        self._failures = 0
        self._error: TokenError | None = None
        self._retry_at = -inf
        self._refused = 0  # tokens refused in a row, none accepted between
        self._refuse_until = -inf

    @property
    def fetching(self) -> bool:
        """Whether a fetch is under way."""
        return self._started is not None

    @property
    def overdue_at(self) -> float:
        """When the fetch that is under way counts as failed."""
        return inf if self._started is None else self._started + FETCH_TIMEOUT

    def usable(self, now: float) -> bool:
        """Whether calls may go on with the current token."""
        return now < self.current.expires_at

    def wants_fetch(self, now: float) -> bool:
        """Whether a fetch has to begin, and if so, takes it as begun.

        Meanwhile a usable token is not asked about again, so that calls stay on the hot path. A fetch that takes longer
        than `FETCH_TIMEOUT` counts as failed, for its thread or event loop may be gone.
        """
        if now >= self.overdue_at:
            self.failed(slow(), now)
        if self._started is not None or now < self._retry_at or now < self.current.renew_at:
            return False
        self._started = now
        self._ask_again_at(now + FETCH_TIMEOUT)
        return True

    def error(self, now: float) -> TokenError | None:
        """Why there is no token, while the next attempt has to wait."""
        return self._error if self._started is None and now < self._retry_at else None

    def fetched(self, token: AccessToken, now: float) -> None:
        """A fetch succeeded, be it one that was given up."""
        life = inf if token.expires_in is None else token.expires_in
        header = Secret("Bearer " + token.value)
        generation = self.current.generation + (header != self.current.header)
        renew_at = now + min(life - min(MARGIN, life / 2) if life < inf else inf, self._look_again)
        self.current = Token(header, renew_at, now + life, generation)
        self._started = self._error = None
        self._failures = 0
        self._retry_at = -inf

    def failed(self, error: TokenError, now: float) -> float:
        """A fetch failed; returns the seconds until another may begin."""
        self._started = None
        self._error = error
        self._failures += 1
        pause = min(self._max_backoff, 2.0 ** min(self._failures - 1, 10)) * (0.5 + self._jitter() / 2)
        self._retry_at = now + pause
        self._ask_again_at(self._retry_at)
        return pause

    def abandoned(self) -> None:
        """The fetch that was under way will never end, which is nobody's failure."""
        self._started = None

    def refused(self, token: Token, now: float) -> bool:
        """The server answered UNAUTHENTICATED to `token`: whether a fresher one is here or on its way.

        A token that replaced a refused one and is refused too is not replaced at once, but after a pause that doubles
        each time: the fault is elsewhere, and asking for token after token would not mend it.
        """
        if token.generation != self.current.generation or not self.usable(now):
            return True
        if now < self._refuse_until:
            return False
        self._refused += 1
        self._refuse_until = now + min(MAX_BACKOFF, 2.0 ** min(self._refused - 1, 10))
        self.current = self.current._replace(renew_at=-inf, expires_at=-inf)
        return True

    def accepted(self) -> None:
        """The server took the token that replaced a refused one."""
        self._refused = 0
        self._refuse_until = -inf

    def _ask_again_at(self, when: float) -> None:
        if self.current.expires_at > -inf:
            self.current = self.current._replace(renew_at=min(when, self.current.expires_at))


def slow() -> TokenError:
    return TokenError(
        f"no token after {FETCH_TIMEOUT:.0f} s",
        likely_cause="the token endpoint hangs, or get_token() does",
        transient=True,
    )
