"""Waiting at locks and queues so that Ctrl-C ends it."""

from __future__ import annotations

from math import inf
from threading import TIMEOUT_MAX, current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SLICE", "in_slices"]

SLICE = 0.2
"""Seconds; gRPC's own calls look for signals as often."""


def in_slices(wait: Callable[[float], bool], seconds: float = inf) -> bool:
    """Wait, and return whether what is waited for came in time.

    Python runs the handlers of signals in the main thread. If a signal comes right before that thread begins to wait at
    a lock, the wait does not end. So the main thread waits for a fifth of a second at a time.

    Args:
        wait: Waits for up to so many seconds, and returns whether it came.
        seconds: The longest to wait.
    """
    if current_thread() is not main_thread():
        return wait(max(0.0, min(seconds, TIMEOUT_MAX)))
    end = monotonic() + seconds
    while True:
        left = max(0.0, end - monotonic())
        if wait(min(left, SLICE)):
            return True
        if left <= SLICE:
            return False
