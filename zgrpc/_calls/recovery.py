"""Decide what a call does next, for both flavors: fetch a token, wait, send, retry."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import grpc

from zgrpc._calls.watch import event
from zgrpc._counted import counted
from zgrpc._errors import CancelledError, DeadlineExceededError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from zgrpc._auth.protocols import Token
    from zgrpc._backoff import Backoff
    from zgrpc._calls.limiter import Limiter
    from zgrpc._calls.scope import Scope
    from zgrpc._errors import ZitadelError

__all__ = ["Renew", "Send", "Sleep", "Step", "attempts", "raise_if_closed", "slot"]


class Send(NamedTuple):
    """Send the request. The generator is sent the error, or None for an answer.

    Attributes:
        token: the token to send.
        timeout: seconds that gRPC may take.
        wait_for_ready: whether to wait for a lost connection to come back; None for gRPC's default.
    """

    token: Token
    timeout: float
    wait_for_ready: bool | None


class Sleep(NamedTuple):
    """Wait. The generator is sent None.

    Attributes:
        seconds: how long.
    """

    seconds: float


class Renew(NamedTuple):
    """Ask the token source. The generator is sent the token; None if there is none fresher than the refused one.

    Attributes:
        refused: the token that the server refused; None if the current one is due.
        deadline: `time.monotonic()` seconds at which to stop waiting.
    """

    refused: Token | None
    deadline: float


Step: TypeAlias = "Send | Sleep | Renew"


def attempts(
    scope: Scope,
    failed: ZitadelError | None,
    token: Token,
    deadline: float,
    backoff: Backoff | None,
    *,
    now: Callable[[], float] = monotonic,
) -> Generator[Step, Token | ZitadelError | None, None]:
    """Yield the steps of a call until it is answered; raise its error if nothing is left to try.

    Args:
        scope: what the call is made with.
        failed: the error of an attempt that was made already; None to begin with the first.
        token: the current token, or the one that the failed attempt sent.
        deadline: the end of the call's timeout, in seconds of `now`.
        backoff: the pauses between attempts that are answered UNAVAILABLE; None not to repeat these.
        now: the clock.

    Raises:
        ZitadelError: the call failed.
        RuntimeError: the client is closed, or was connected before a fork.
    """
    core = scope.core
    core.check_open()
    if failed is None:
        began = now()
        if began >= token.renew_at:
            token = _token((yield Renew(None, deadline)))
            event("zgrpc.token", generation=token.generation, waited=now() - began)
        if core.limiter is not None and (wait := slot(core.limiter, now(), deadline)):
            yield Sleep(wait)
        failed = _error((yield Send(token, deadline - now(), None)))
    pauses = iter(()) if backoff is None else backoff.pauses()
    renewed = False
    wait_for_ready: bool | None = None
    while failed is not None:
        if failed.code() is grpc.StatusCode.UNAUTHENTICATED and not renewed:
            fresh = yield Renew(token, deadline)
            if fresh is None:
                raise failed
            renewed, token = True, _token(fresh)
            event("zgrpc.token", generation=token.generation)
            pause = 0.0
        else:
            pause = _pause(scope, failed, pauses, now)
            wait_for_ready = core.state == "connected"
        if core.limiter is not None:
            queued = core.limiter.reserve(now() + pause, deadline)
            if queued is None:
                raise failed
            pause += queued
        if now() + pause >= deadline:
            raise failed
        if pause:
            yield Sleep(pause)
        if (left := deadline - now()) <= 0:
            raise failed
        event("zgrpc.attempt", after=failed.code().name)
        failed = _error((yield Send(token, left, wait_for_ready)))
    if renewed:
        scope.source.accepted()


def _pause(scope: Scope, failed: ZitadelError, pauses: Iterator[float], now: Callable[[], float]) -> float:
    """Return the seconds to wait before the call is repeated; raise its error if it must not be."""
    core = scope.core
    asked = failed.retry_after
    refused_for_rate = failed.code() is grpc.StatusCode.RESOURCE_EXHAUSTED and asked is not None
    if asked is not None and core.limiter is not None:
        core.limiter.hold(now() + asked)
    if failed.code() is not grpc.StatusCode.UNAVAILABLE and not refused_for_rate:
        raise failed
    from zgrpc._transport.hints import hint

    if not failed.is_retryable or (core.state != "connected" and hint(failed.details())):
        raise failed  # the server asks not to retry, or it never answered and cannot be reached
    pause = next(pauses, None)
    if pause is None or not core.retry_budget.take(now()):
        raise failed
    return max(pause, asked or pause)


def slot(limiter: Limiter, now: float, deadline: float) -> float:
    """Return the seconds until a first attempt may be sent.

    Raises:
        DeadlineExceededError: that is past the deadline.
    """
    wait = limiter.reserve(now, deadline)
    if wait is None:
        rate = f"rate={counted(limiter.rate, 'request')} a second"
        text = f"more calls wait than {rate} allows before this call's deadline; not sent"
        raise DeadlineExceededError(grpc.StatusCode.DEADLINE_EXCEEDED, text)
    return wait


def _token(sent: Token | ZitadelError | None) -> Token:
    assert sent is not None and not isinstance(sent, grpc.RpcError)  # noqa: S101, PT018 - the drivers answer Renew
    return sent


def _error(sent: Token | ZitadelError | None) -> ZitadelError | None:
    return sent  # type: ignore[return-value]  # the drivers answer Send with an error or None


def raise_if_closed(method: str) -> None:
    """Raise the error of an asyncio call that ended with its channel; return if its task was canceled.

    `grpc.aio` ends both with `asyncio.CancelledError`, which only the one who canceled the task expects.
    """
    task = asyncio.current_task()
    if task is not None and not task.cancelling():
        raise CancelledError(grpc.StatusCode.CANCELLED, "Channel closed!", method=method) from None
