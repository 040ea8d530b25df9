"""The client's one token: when it is fetched, renewed and given up, and how callers wait for it.

`zgrpc._token_state` decides, `TokenSource` and `AsyncTokenSource` act: a fetch runs in a thread of its own (an `async
def get_token` in the event loop), so that each caller waits no longer than its own deadline while the fetch goes on for
the others. The hot path is one attribute and one look at the clock:

    token = source.current
    if monotonic() >= token.renew_at:
        token = source.renew(deadline)
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
import threading
import weakref
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._errors import CancelledError, DeadlineExceededError
from zgrpc._token_endpoint import FETCH_TIMEOUT, AccessToken, TokenEndpoint, fetch
from zgrpc._token_error import TokenError
from zgrpc._token_state import Token, TokenState, slow

if TYPE_CHECKING:
    from collections.abc import Awaitable

__all__ = ["AsyncTokenSource", "Token", "TokenSource"]

log = logging.getLogger("zgrpc.token")

LOOK_AGAIN = 1.0
"""Seconds between two looks at a `TokenFile`."""


def _late(refused: Token | None) -> DeadlineExceededError:
    late = "the call's time was up before "
    late += "a token was fetched; it was not sent" if refused is None else "the token that was refused was replaced"
    return DeadlineExceededError(grpc.StatusCode.DEADLINE_EXCEEDED, late)


def _wake(done: Future[None]) -> None:
    """Ends the wait of all who wait for a fetch."""
    with suppress(InvalidStateError):  # somebody else did
        done.set_result(None)


_sources: weakref.WeakSet[_Source] = weakref.WeakSet()


class _Source:
    """What both flavours share: the state under its lock, and the fetch."""

    def __init__(self, credentials: Any, endpoint: TokenEndpoint) -> None:
        from zgrpc._credentials import PersonalAccessToken, TokenFile

        self._endpoint = endpoint
        self._credentials = credentials
        self._inline = isinstance(credentials, TokenFile)  # reading a small file is quicker than starting a thread
        self._state = TokenState(look_again=LOOK_AGAIN, max_backoff=LOOK_AGAIN / 20) if self._inline else TokenState()
        self._lock = threading.Lock()
        self._done: Future[None] = Future()
        self._closed = False
        self._static = isinstance(credentials, PersonalAccessToken)
        if isinstance(credentials, PersonalAccessToken):
            self._state.fetched(AccessToken(credentials.token), monotonic())
        elif not hasattr(credentials, "_token_request") and not callable(getattr(credentials, "get_token", None)):
            raise TypeError(
                "credentials must be a PersonalAccessToken, ServiceAccountKey, ClientCredentials, TokenFile or an "
                f"object with a method get_token(), not {type(credentials).__name__}"
            )
        self.current: Token = self._state.current
        _sources.add(self)

    def accepted(self) -> None:
        """Tells that the server took the token which `rejected` gave."""
        with self._lock:
            self._state.accepted()

    def close(self) -> None:
        """Begins no more fetches and lets nobody wait for the one that is under way, which ends by itself."""
        self._closed = True
        _wake(self._done)

    def _step(self, refused: Token | None) -> Token | Future[None]:
        """A usable token, or what to wait for; begins a fetch where one is due; raises `TokenError` in a pause."""
        state = self._state
        with self._lock:
            now = monotonic()
            begin = not self._closed and state.wants_fetch(now)
            if begin:
                self._done = Future()
                self._done.set_running_or_notify_cancel()
            self.current = state.current
            done = self._done
        if begin:
            self._begin(done)
        with self._lock:
            if state.usable(now) and (refused is None or state.current.generation != refused.generation):
                return state.current
            if refused is not None and state.usable(now) and not state.fetching:
                return refused  # what was fetched is the refused token again
            error = state.error(monotonic())
        if error is not None:
            raise error.copy()
        if self._closed:
            closed = "the client was closed while the call waited for a token"
            raise CancelledError(grpc.StatusCode.CANCELLED, closed)
        return done

    def _patience(self) -> float:
        """Seconds to wait for the fetch that is under way before looking again."""
        return min(FETCH_TIMEOUT, max(0.0, self._state.overdue_at - monotonic()))

    def _begin(self, done: Future[None]) -> None:
        if not self._inline:
            try:
                return threading.Thread(target=self._fetch, args=(done,), name="zgrpc-token", daemon=True).start()
            except RuntimeError:  # no more threads, or the interpreter is ending: this caller does the work
                log.debug("no thread for the token fetch")
        return self._fetch(done)

    def _fetch(self, done: Future[None]) -> None:
        try:
            outcome: object = self._get()
            if inspect.isawaitable(outcome):
                outcome = asyncio.run(_await(outcome))
        except Exception as exception:  # noqa: BLE001 - whatever get_token() raises becomes the callers' TokenError
            outcome = exception
        self._settle(outcome, done)

    def _get(self) -> AccessToken | Awaitable[AccessToken]:
        credentials = self._credentials
        if hasattr(credentials, "_token_request"):
            return fetch(self._endpoint, credentials._token_request(self._endpoint))
        token: AccessToken | Awaitable[AccessToken] = credentials.get_token()
        return token

    def _settle(self, outcome: object, done: Future[None]) -> None:
        """Takes the end of a fetch, and wakes who waits for it."""
        state = self._state
        with self._lock:
            now = monotonic()
            error, pause = None, 0.0
            if isinstance(outcome, AccessToken):
                state.fetched(outcome, now)
            elif done is self._done and state.fetching:  # else it was given up before
                error = self._error_of(outcome)
                pause = state.failed(error, now)
            self.current = token = state.current
            level = logging.WARNING if state.usable(now) else logging.DEBUG  # without a token the callers hear of it
        if isinstance(outcome, AccessToken):
            log.debug("token %d fetched, renewal in %.1f s", token.generation, token.renew_at - now)
        elif error is not None:
            log.log(level, "%s; next attempt in %.1f s", error, pause)
        _wake(done)

    def _error_of(self, outcome: object) -> TokenError:
        if isinstance(outcome, TokenError):
            return outcome
        whose = f"get_token() of {type(self._credentials).__name__}"
        if not isinstance(outcome, BaseException):
            return TokenError(f"{whose} must return a zgrpc.AccessToken, not {type(outcome).__name__}")
        error = TokenError(f"{whose} raised {type(outcome).__name__}: {outcome}")
        error.__cause__ = outcome
        return error


async def _await(awaitable: Awaitable[object]) -> object:
    return await awaitable


class TokenSource(_Source):
    """The token of a `Client`."""

    def renew(self, deadline: float) -> Token:
        """Returns a usable token; waits for one only if the current one is past its life.

        Args:
            deadline: `time.monotonic()` seconds.

        Raises:
            TokenError: There is none, and why.
            DeadlineExceededError: There was none in time.
            CancelledError: The client was closed meanwhile.
        """
        return self._wait(deadline, None)

    def rejected(self, token: Token, deadline: float) -> Token | None:
        """Returns a fresher token to repeat a call with that was answered UNAUTHENTICATED, or None if there is none.

        Args:
            token: The token that was refused.
            deadline: `time.monotonic()` seconds.

        Raises:
            TokenError: A fresher one could not be fetched, and why.
        """
        if self._static:
            return None
        with self._lock:
            if not self._state.refused(token, monotonic()):
                return None
        fresh = self._wait(deadline, token)
        return None if fresh is token else fresh

    def _wait(self, deadline: float, refused: Token | None) -> Token:
        while True:
            step = self._step(refused)
            if isinstance(step, Token):
                return step
            left = deadline - monotonic()
            if left <= 0:
                raise _late(refused)
            try:
                step.result(min(left, self._patience()))
            except FutureTimeoutError:
                continue


class AsyncTokenSource(_Source):
    """The token of an `AsyncClient`."""

    _task: asyncio.Task[None] | None = None

    def close(self) -> None:
        """As for a `Client`; a fetch in the event loop is cancelled."""
        super().close()
        if self._task is not None and not self._task.get_loop().is_closed():
            self._task.cancel()

    async def renew(self, deadline: float) -> Token:
        """Returns a usable token; see `TokenSource.renew`."""
        return await self._wait(deadline, None)

    async def rejected(self, token: Token, deadline: float) -> Token | None:
        """Returns a fresher token than the refused one, or None; see `TokenSource.rejected`."""
        if self._static:
            return None
        with self._lock:
            if not self._state.refused(token, monotonic()):
                return None
        fresh = await self._wait(deadline, token)
        return None if fresh is token else fresh

    async def _wait(self, deadline: float, refused: Token | None) -> Token:
        while True:
            step = self._step(refused)
            if isinstance(step, Token):
                return step
            left = deadline - monotonic()
            if left <= 0:
                raise _late(refused)
            await asyncio.wait([asyncio.wrap_future(step)], timeout=min(left, self._patience()))

    def _begin(self, done: Future[None]) -> None:
        if inspect.iscoroutinefunction(getattr(self._credentials, "get_token", None)):
            self._task = asyncio.get_running_loop().create_task(self._fetch_here(done))
        else:
            super()._begin(done)

    async def _fetch_here(self, done: Future[None]) -> None:
        try:
            async with asyncio.timeout(FETCH_TIMEOUT):
                outcome: object = await self._credentials.get_token()
        except TimeoutError:
            outcome = slow()
        except asyncio.CancelledError:  # the event loop ends
            with self._lock:
                self._state.abandoned()
            _wake(done)
            raise
        except Exception as exception:  # noqa: BLE001 - whatever get_token() raises becomes the callers' TokenError
            outcome = exception
        self._settle(outcome, done)


def _after_fork() -> None:
    for source in list(_sources):
        source._lock = threading.Lock()  # may be held by a thread that this process does not have
        source._state.abandoned()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_after_fork)
