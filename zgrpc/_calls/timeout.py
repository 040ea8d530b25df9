"""The timeout of a call, checked."""

from __future__ import annotations

LONGEST_TIMEOUT = 1e9
"""Seconds, some thirty years: past about 300 years gRPC's clock overflows, and the call would end at once."""


def check_timeout(timeout: object, argument: str = "timeout") -> float:
    """Return `timeout` in seconds, at most `LONGEST_TIMEOUT`.

    Raises:
        TypeError: it is not a number.
        ValueError: it is not above 0, or infinite.
    """
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise TypeError(f"{argument} must be a number of seconds, not {type(timeout).__name__}")
    if not 0 < timeout < float("inf"):
        raise ValueError(f"{argument} must be a number of seconds above 0, not {timeout}")
    return min(timeout, LONGEST_TIMEOUT)
