"""Backoff: the pauses between attempts, as one value for calls, lists, waits and token fetches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["READS", "Backoff"]


def _jitter() -> float:
    from random import random

    return random()  # noqa: S311 - jitter, no secret


class Backoff:
    """Pauses that double from `first` up to `longest`, each a quarter shorter or longer by chance.

    Args:
        first: seconds before the second attempt.
        longest: seconds that no pause exceeds, chance aside.
        attempts: how often to try in all; None for no end.
    """

    __slots__ = ("attempts", "first", "longest")

    def __init__(self, first: float, longest: float, attempts: int | None = None) -> None:
        self.first = first
        self.longest = longest
        self.attempts = attempts

    def pause(self, failures: int, jitter: float | None = None) -> float:
        """Return the seconds to wait after `failures` failures in a row.

        Args:
            failures: 1 or more.
            jitter: a number from 0 to 1 in place of chance.
        """
        grown = min(self.longest, self.first * 2.0 ** min(failures - 1, 60))
        return grown * (0.75 + (_jitter() if jitter is None else jitter) / 2)

    def pauses(self) -> Iterator[float]:
        """Yield the seconds to wait before each further attempt."""
        failures = 0
        while self.attempts is None or failures < self.attempts - 1:
            failures += 1
            yield self.pause(failures)


READS = Backoff(first=0.05, longest=2.0, attempts=7)
"""The pauses between attempts of a read, and of a request of a list, that is answered UNAVAILABLE."""
