"""What is done about a call that failed; decided here for both flavours, which differ in how they wait."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import grpc

from zgrpc._errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from zgrpc._errors import ZitadelError

__all__ = ["REFRESH", "next_step", "raise_if_closed", "recovery"]

REFRESH = -1.0
"""The step that asks for a fresher token, and then for the call to be repeated."""


def recovery(failed: ZitadelError, pauses: Iterable[float]) -> Generator[float, ZitadelError]:
    """The steps after a failed attempt.

    Yields the seconds to pause before the call is repeated, or `REFRESH`; is sent the error of the repetition. It ends
    where nothing is left to try.

    Args:
        failed: the error of the first attempt.
        pauses: before each repetition after UNAVAILABLE; empty where the call must not be repeated.
    """
    refreshed = False
    left = iter(pauses)
    while True:
        if failed.code() is grpc.StatusCode.UNAUTHENTICATED and not refreshed:
            refreshed = True
            failed = yield REFRESH
        elif failed.code() is grpc.StatusCode.UNAVAILABLE and (pause := next(left, None)) is not None:
            failed = yield pause
        else:
            return


def next_step(steps: Generator[float, ZitadelError], failed: ZitadelError) -> float | None:
    """The step after another failure; None where nothing is left to try."""
    try:
        return steps.send(failed)
    except StopIteration:
        return None


def raise_if_closed(method: str) -> None:
    """Raises the error of an asyncio call that ended with its channel; returns where its task was cancelled.

    `grpc.aio` lets either end as `asyncio.CancelledError`, which only who cancelled the task is prepared for.
    """
    task = asyncio.current_task()
    if task is not None and not task.cancelling():
        raise CancelledError(grpc.StatusCode.CANCELLED, "Channel closed!", method=method) from None
