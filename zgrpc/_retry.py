"""When a list's request is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ATTEMPTS = 6
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0


def pauses() -> Iterator[float]:
    """The seconds to wait before each repetition of a request that was answered UNAVAILABLE."""
    from random import random

    for attempt in range(ATTEMPTS - 1):
        yield min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**attempt) * (0.75 + random() / 2)  # noqa: S311 - jitter, no secret
