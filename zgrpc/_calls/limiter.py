"""How many requests a second a client sends: one limiter for its calls, lists, batches and scopes."""

from __future__ import annotations

import threading

__all__ = ["Limiter", "RetryBudget", "check_rate"]


class Limiter:
    """Spaces requests `1 / rate` seconds apart, first come, first served.

    A request takes the next free slot and sleeps until then. The first to ask gets the earlier slot, threads and tasks
    alike, so that nobody waits forever.

    Args:
        rate: requests a second.
    """

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._interval = 1 / rate
        self._next = float("-inf")
        self._lock = threading.Lock()

    def reserve(self, now: float, deadline: float) -> float | None:
        """Take the next slot and return the seconds until then; None, with no slot taken, if it is past `deadline`."""
        with self._lock:
            slot = max(now, self._next)
            if slot >= deadline:
                return None
            self._next = slot + self._interval
        return slot - now

    def hold(self, until: float) -> None:
        """Give no slot before `until`, because the server asked for a pause."""
        with self._lock:
            self._next = max(self._next, until)

    def forked(self) -> None:
        """Take a new lock in a child process: a thread of the parent may hold the old one forever."""
        self._lock = threading.Lock()


class RetryBudget:
    """Bounds the retries of a client, so that many callers do not overload a server that is in trouble.

    Args:
        burst: retries at once.
        rate: retries a second in the long run.
    """

    def __init__(self, burst: float = 100.0, rate: float = 10.0) -> None:
        self._burst = burst
        self._rate = rate
        self._left = burst
        self._seen = float("-inf")

    def take(self, now: float) -> bool:
        """Return whether another retry may be made, and count it."""
        # No lock: a race between threads miscounts by a few at most.
        self._left = min(self._burst, self._left + (now - self._seen) * self._rate)
        self._seen = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


def check_rate(rate: object) -> float | None:
    """Return the requests a second that `rate` allows; None for no limit.

    Raises:
        TypeError: it is not a number.
        ValueError: it is not above 0.
    """
    if rate is None:
        return None
    if isinstance(rate, bool) or not isinstance(rate, (int, float)):
        raise TypeError(f"rate must be a number of requests a second, such as 40, not {type(rate).__name__}")
    if not 0 < rate < float("inf"):
        raise ValueError(f"rate must be a number of requests a second above 0, not {rate}")
    return float(rate)
