"""The client's one token: when it is fetched, renewed and given up, and how callers wait for it.

`zgrpc._auth.state` decides, `TokenSource` and `AsyncTokenSource` act: a fetch runs in a thread of its own (an `async
def get_token` in the event loop), so that each caller waits no longer than its own deadline while the fetch goes on for
the others. The hot path reads one attribute and the clock:

    token = source.current
    if monotonic() >= token.renew_at:
        token = source.renew(deadline)
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import threading
from concurrent.futures import Future, InvalidStateError, wait
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import grpc

from zgrpc._auth.endpoint import FETCH_TIMEOUT, AccessToken, Fetched, TokenEndpoint, fetch, import_oauth, token_request
from zgrpc._auth.state import Token, TokenState, slow
from zgrpc._auth.token_error import TokenError
from zgrpc._backoff import Backoff
from zgrpc._errors import CancelledError, DeadlineExceededError
from zgrpc._fork import in_child
from zgrpc._waiting import in_slices

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from zgrpc._auth import protocols
    from zgrpc._auth.credentials import Credentials
    from zgrpc._auth.credentials import TokenProvider as Provider

__all__ = ["AsyncTokenSource", "Token", "TokenSource"]

log = logging.getLogger("zgrpc.token")

LOOK_AGAIN = 1.0
"""Seconds between two reads of a `TokenFile`."""

FILE_PAUSE = 0.04
"""Seconds after each failed read of a `TokenFile`, which costs next to nothing."""


class _Wait(NamedTuple):
    """What a caller without a token waits for; times are `time.monotonic()` seconds."""

    done: Future[None]  # ends with the fetch
    until: float  # when to look at the state again


def _late(refused: protocols.Token | None) -> DeadlineExceededError:
    missed = "a token was fetched; it was not sent" if refused is None else "the token that was refused was replaced"
    return DeadlineExceededError(grpc.StatusCode.DEADLINE_EXCEEDED, f"the call's time was up before {missed}")


def _wake(done: Future[None]) -> None:
    """End the waits for a fetch."""
    with suppress(InvalidStateError):  # another thread was first
        done.set_result(None)


class _Source:
    """What both flavors share: the state under its lock, and the fetch.

    Args:
        credentials: What tokens come from.
        endpoint: Where they are fetched; None for credentials that need no endpoint.
        fetch_timeout: Seconds that one fetch may take, however many callers wait for it.
        look_again: Seconds until a token file is read again.

    Attributes:
        signs: Whether the credentials are a key, whose assertions are dated by this machine's clock.
        current: The token that calls send.
    """

    def __init__(
        self,
        credentials: Credentials | Provider,
        endpoint: TokenEndpoint | None,
        *,
        fetch_timeout: float = FETCH_TIMEOUT,
        look_again: float = LOOK_AGAIN,
    ) -> None:
        from zgrpc._auth.credentials import PersonalAccessToken, ServiceAccountKey, TokenFile

        self.endpoint = endpoint
        self.signs = isinstance(credentials, ServiceAccountKey)
        self._credentials = credentials
        self._inline = isinstance(credentials, TokenFile)  # reading a small file is quicker than starting a thread
        self._fetch_timeout, self._look_again = fetch_timeout, look_again
        if self._inline:
            reads = Backoff(first=FILE_PAUSE, longest=FILE_PAUSE)
            self._state = TokenState(fetch_timeout=fetch_timeout, look_again=look_again, backoff=reads)
        else:
            self._state = TokenState(fetch_timeout=fetch_timeout)
        self._lock = threading.Lock()
        self._done: Future[None] = Future()
        self._closed = False
        self._static = isinstance(credentials, PersonalAccessToken)
        if isinstance(credentials, PersonalAccessToken):
            self._state.fetched(AccessToken(credentials.token), monotonic())
        else:
            self._get = _fetcher(credentials, endpoint)
        self.current: Token = self._state.current
        in_child(self, lambda source: source._forked())

    def _forked(self) -> None:
        self._lock = threading.Lock()  # may be held by a thread that this process does not have
        self._state.abandoned()

    def apart(self) -> TokenSource:
        """Return a source with the same credentials that shares nothing with this one, for use in threads."""
        return TokenSource(
            self._credentials, self.endpoint, fetch_timeout=self._fetch_timeout, look_again=self._look_again
        )

    def accepted(self) -> None:
        """Take note that the server accepted the token that `rejected` returned."""
        with self._lock:
            self._state.accepted()

    def close(self) -> None:
        """Begin no more fetches, and end all waits for the one under way, which ends by itself."""
        self._closed = True
        _wake(self._done)

    def _step(self, refused: protocols.Token | None) -> protocols.Token | _Wait:
        """Return a usable token, or what to wait for; begin a fetch if one is due; raise `TokenError` in a pause."""
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
            waiting = _Wait(self._done, state.overdue_at)
        if error is not None:
            raise error.copy()
        if self._closed:
            closed = "the client was closed while the call waited for a token"
            raise CancelledError(grpc.StatusCode.CANCELLED, closed)
        return waiting

    def _begin(self, done: Future[None]) -> None:
        if not self._inline:
            try:
                return threading.Thread(target=self._fetch, args=(done,), name="zgrpc-token", daemon=True).start()
            except RuntimeError:  # no more threads, or the interpreter is ending: this caller does the work
                log.debug("no thread for the token fetch")
        return self._fetch(done, inline=True)

    def _fetch(self, done: Future[None], inline: bool = False) -> None:
        try:
            outcome: object = self._get()
            if inspect.isawaitable(outcome):
                outcome = asyncio.run(_await(outcome))
        except BaseException as exception:  # whatever get_token() raises becomes the callers' TokenError
            if inline and not isinstance(exception, Exception):  # Ctrl-C in the caller's own thread
                self._abandon(done)
                raise
            outcome = exception
        self._settle(outcome, done)

    def _abandon(self, done: Future[None]) -> None:
        """End a fetch that has no outcome, so that another caller begins the next one."""
        with self._lock:
            self._state.abandoned()
        _wake(done)

    def _settle(self, outcome: object, done: Future[None]) -> None:
        """Take the end of a fetch, and wake the callers that wait for it."""
        state = self._state
        with self._lock:
            now = monotonic()
            failure: tuple[TokenError, float] | None = None
            if isinstance(outcome, AccessToken):
                try:
                    state.fetched(outcome, now)
                except (TypeError, ValueError, OverflowError) as exception:  # somebody changed its attributes
                    outcome = exception
            if not isinstance(outcome, AccessToken) and done is self._done and state.fetching:  # else it was given up
                error = self._error_of(outcome)
                failure = error, state.failed(error, now)
            self.current = token = state.current
            level = logging.WARNING if state.usable(now) else logging.DEBUG  # without a token the callers raise it
        if isinstance(outcome, AccessToken):
            log.debug("token %d fetched, renewal in %.1f s", token.generation, token.renew_at - now)
        elif failure is not None:
            log.log(level, "%s; next attempt in %.1f s", *failure)
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


def _ends(fetch: Future[None], seconds: float) -> bool:
    """Wait, and return whether a fetch ended in time."""
    return bool(wait([fetch], seconds).done)


async def _await(awaitable: Awaitable[object]) -> object:
    return await awaitable


def _fetcher(
    credentials: Credentials | Provider, endpoint: TokenEndpoint | None
) -> Callable[[], AccessToken | Awaitable[AccessToken]]:
    """Return the function that fetches a token.

    Raises:
        TypeError: `credentials` are none.
    """
    from zgrpc._auth.credentials import TokenProvider
    from zgrpc._auth.system_user import SystemUser

    if endpoint is not None and isinstance(credentials, Fetched):
        import_oauth()
        return lambda: fetch(endpoint, token_request(credentials, endpoint))
    if endpoint is not None and isinstance(credentials, SystemUser):
        import jwt  # noqa: F401 - here and not in a thread; see import_http

        return lambda: credentials.token(endpoint.audience)
    if not isinstance(credentials, TokenProvider) or not callable(credentials.get_token):
        raise TypeError(
            "credentials must be a PersonalAccessToken, ServiceAccountKey, ClientCredentials, SystemUser, "
            f"TokenExchange, TokenFile or an object with a method get_token(), not {type(credentials).__name__}"
        )
    return credentials.get_token


class TokenSource(_Source):
    """The token of a `Client`."""

    def renew(self, deadline: float) -> protocols.Token:
        """Return a usable token; wait for one only if the current one has expired.

        Args:
            deadline: `time.monotonic()` seconds.

        Raises:
            TokenError: No token can be fetched; says why.
            DeadlineExceededError: None was fetched in time.
            CancelledError: The client was closed meanwhile.
        """
        return self._wait(deadline, None)

    def rejected(self, token: protocols.Token, deadline: float) -> protocols.Token | None:
        """Return a fresher token than the one that the server answered UNAUTHENTICATED to; None if there is none.

        Args:
            token: The token that was refused.
            deadline: `time.monotonic()` seconds.

        Raises:
            TokenError: No fresher one can be fetched; says why.
        """
        if self._static:
            return None
        with self._lock:
            if not self._state.refused(token, monotonic()):
                return None
        fresh = self._wait(deadline, token)
        return None if fresh is token else fresh

    def _wait(self, deadline: float, refused: protocols.Token | None) -> protocols.Token:
        while True:
            step = self._step(refused)
            if not isinstance(step, _Wait):
                return step
            if monotonic() >= deadline:
                raise _late(refused)
            in_slices(partial(_ends, step.done), min(deadline, step.until) - monotonic())


class AsyncTokenSource(_Source):
    """The token of an `AsyncClient`."""

    _task: asyncio.Task[None] | None = None

    def close(self) -> None:
        """Close the source as that of a `Client`; cancel a fetch in the event loop."""
        super().close()
        if self._task is not None and not self._task.get_loop().is_closed():
            self._task.cancel()

    async def renew(self, deadline: float) -> protocols.Token:
        """Return a usable token; see `TokenSource.renew`."""
        return await self._wait(deadline, None)

    async def rejected(self, token: protocols.Token, deadline: float) -> protocols.Token | None:
        """Return a fresher token than the refused one, or None; see `TokenSource.rejected`."""
        if self._static:
            return None
        with self._lock:
            if not self._state.refused(token, monotonic()):
                return None
        fresh = await self._wait(deadline, token)
        return None if fresh is token else fresh

    async def _wait(self, deadline: float, refused: protocols.Token | None) -> protocols.Token:
        while True:
            step = self._step(refused)
            if not isinstance(step, _Wait):
                return step
            if monotonic() >= deadline:
                raise _late(refused)
            await asyncio.wait([asyncio.wrap_future(step.done)], timeout=min(deadline, step.until) - monotonic())

    def _begin(self, done: Future[None]) -> None:
        if inspect.iscoroutinefunction(getattr(self._credentials, "get_token", None)):
            self._task = asyncio.get_running_loop().create_task(self._fetch_here(done))
        else:
            super()._begin(done)

    async def _fetch_here(self, done: Future[None]) -> None:
        bound = asyncio.timeout(self._fetch_timeout)
        try:
            async with bound:
                got = self._get()
                outcome: object = await got if inspect.isawaitable(got) else got
        except BaseException as exception:  # whatever get_token() raises becomes the callers' TokenError
            exits = isinstance(exception, (KeyboardInterrupt, SystemExit, GeneratorExit))
            if exits or ((task := asyncio.current_task()) is not None and task.cancelling()):  # the event loop ends
                self._abandon(done)
                raise
            outcome = slow(self._fetch_timeout) if bound.expired() else exception
        self._settle(outcome, done)
