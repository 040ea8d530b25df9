"""Backoff: the pauses between attempts, as one value for calls, lists, waits and token fetches."""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Backoff"]


def _jitter() -> float:
    from random import random

    return random()  # noqa: S311 - jitter, no secret


class Backoff(NamedTuple):
    """Pauses that double from `first` up to `longest`, each a quarter shorter or longer by chance.

    Attributes:
        first: seconds before the second attempt.
        longest: seconds that no pause exceeds, chance aside.
        attempts: how often to try in all; None for no end.
    """

    first: float
    longest: float
    attempts: int | None = None

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
