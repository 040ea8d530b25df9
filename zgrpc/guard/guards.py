"""`Guard` and `AsyncGuard`: drive the decisions of `zgrpc.guard.verifier`; they differ only in who waits."""

from __future__ import annotations

import asyncio
import functools
import threading
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from zgrpc._fork import in_child
from zgrpc._secret import Secret
from zgrpc._transport.http_bound import Bound
from zgrpc.guard.grants import AsyncGrants, Grants
from zgrpc.guard.http import AsyncHttp, Http, require_guard
from zgrpc.guard.refusals import IssuerUnavailableError, RefusedError
from zgrpc.guard.settings import make_settings
from zgrpc.guard.verifier import Reply, Verifier, bearer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from zgrpc._auth.credentials import ClientCredentials
    from zgrpc._client import AsyncClient, Client
    from zgrpc._transport.tls import TLS
    from zgrpc.guard.application_key import ApplicationKey
    from zgrpc.guard.identity import Identity
    from zgrpc.guard.verifier import Ask

__all__ = ["AsyncGuard", "Guard"]

_Outcome: TypeAlias = "Identity | RefusedError | None"
_CLOSED = "the guard was closed while it asked the issuer"


class _Guard:
    """What both flavors share; `Guard` describes the arguments."""

    def __init__(
        self,
        issuer: str,
        *,
        audience: str | Iterable[str],
        credentials: ClientCredentials | ApplicationKey | None = None,
        project: str | None = None,
        leeway: float = 10.0,
        introspect_jwts: bool = False,
        introspection_ttl: float = 60.0,
        negative_ttl: float = 10.0,
        keys_ttl: float = 300.0,
        keys_grace: float = 3600.0,
        max_cached: int = 10_000,
        timeout: float = 5.0,
        address: str | None = None,
        insecure: bool = False,
        tls: TLS | None = None,
        proxy: str | None = None,
        client: Client | AsyncClient | None = None,
        grants_ttl: float = 30.0,
    ) -> None:
        self.settings = make_settings(
            issuer, audience=audience, credentials=credentials, project=project, leeway=leeway,
            introspect_jwts=introspect_jwts, introspection_ttl=introspection_ttl, negative_ttl=negative_ttl,
            keys_ttl=keys_ttl, keys_grace=keys_grace, max_cached=max_cached, timeout=timeout, address=address,
            insecure=insecure, tls=tls, proxy=proxy,
        )  # fmt: skip
        require_guard()
        self._client, self._grants_ttl = client, grants_ttl
        self._verifier = Verifier(self.settings)
        self._open()
        # In a child, its lock may be held, and its requests made, by threads that the child does not have.
        in_child(self, lambda guard: guard._open())

    def _open(self) -> None:
        """Begin without connections and requests under way: at the start, and in a forked process."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.settings.issuer!r}, audience={sorted(self.settings.audience)!r})"


class _Flight(Future[_Outcome]):
    """A request under way, or its outcome."""

    def __init__(self, timeout: float) -> None:
        super().__init__()
        self.bound = Bound(timeout)


class Guard(_Guard):
    """Check the tokens of callers. Safe for threads and for forked workers.

    Close it, or use it as a context manager, to close its connections to the issuer.

    Args:
        issuer: the URL of the ZITADEL instance, to the letter as tokens name it (`iss`).
        audience: who this service is in tokens (`aud`): the id of its project, or the client id of its application, or
            several. A token must name one of them.
        credentials: those of an API application, `zgrpc.ClientCredentials` or `zgrpc.guard.ApplicationKey`, to ask
            the issuer about opaque tokens and personal access tokens. None lets in JWTs alone.
        project: the id of the project whose roles count; recommended. None for those of the claim
            ``urn:zitadel:iam:org:project:roles``, which in a JWT are roles of the project that the user logged in to.
        leeway: seconds that this machine's clock and the issuer's may be apart. 10 by default.
        introspect_jwts: ask the issuer about JWTs too, after they were checked here. It notices at once that a token
            was revoked, give or take `introspection_ttl`, and costs a request for each token.
        introspection_ttl: seconds that an active token is not asked about again, bounded by its expiry. 60 by default.
        negative_ttl: the same for a token that is not active. 10 by default.
        keys_ttl: seconds after which the keys are fetched again. 300 by default.
        keys_grace: further seconds that the keys are used while the issuer does not answer; then JWTs are refused with
            `IssuerUnavailableError`. 3,600 by default.
        max_cached: the most verified tokens to remember, and the most refused ones. 10,000 by default.
        timeout: seconds that a request to the issuer may take, from its start to the end of the answer. 5 by default.
        address: where the issuer is reached, if not at `issuer`, such as ``http://zitadel:8080`` inside a cluster.
        insecure: allow plaintext to another machine.
        tls: a private CA or a client certificate.
        proxy: the URL of an HTTP proxy; None follows the environment, "" uses none.
        client: asks for user grants (`grants`); a `zgrpc.AsyncClient` for an `AsyncGuard`. It is not closed.
        grants_ttl: seconds that user grants are cached. 30 by default.

    Raises:
        TypeError: an argument is of another type.
        ValueError: an argument is out of its range.
        ImportError: the extra ``zgrpc[guard]`` is not installed.
    """

    _http: Http
    _lock: threading.Lock
    _flights: dict[bytes, _Flight]

    def _open(self) -> None:
        self._lock = threading.Lock()
        self._flights = {}
        self._http = Http(self.settings)

    def verify(self, token: str) -> Identity:
        """Return who a token stands for.

        Args:
            token: the token, without "Bearer ".

        Raises:
            RefusedError: the token is refused; the class says why.
        """
        identity = self._verifier.known(token) if isinstance(token, str) else None
        return identity if identity is not None else self._verify(token := _secret(token))

    def verify_header(self, authorization: str | None) -> Identity:
        """Verify a token as `verify` does, from the value of an `Authorization` header; None where there was none.

        Raises:
            MissingTokenError: it holds no bearer token.
            RefusedError: the token is refused; the class says why.
        """
        authorization = authorization if authorization is None else Secret(authorization)
        return self.verify(bearer(authorization))

    def _verify(self, token: Secret) -> Identity:
        steps = self._verifier.steps(token)
        try:
            ask = next(steps)
            while True:
                ask = steps.send(self._answer(ask))
        except StopIteration as done:
            identity: Identity = done.value
            return identity

    def _answer(self, ask: Ask) -> _Outcome:
        """Return the meaning of the issuer's answer. All callers share one request, and wait `timeout` at most."""
        with self._lock:
            flight = self._flights.get(ask.digest)
            mine = flight is None
            if flight is None:
                if self._verifier.overtaken(ask):
                    return None
                if ask.digest and (found := self._verifier.answered(ask)) is not None:
                    return found
                flight = self._flights[ask.digest] = _Flight(self.settings.timeout)
        if mine:
            self._begin(ask, flight)
        if not ask.waits:
            if not flight.bound.left():
                self._give_up(ask, flight)
            return None
        # Not by result(timeout=): a TimeoutError that a signal's handler raises meanwhile would pass for its own.
        if not wait([flight], flight.bound.left()).done:
            self._give_up(ask, flight)
        try:
            return flight.result()
        except RefusedError as refusal:  # the guard was closed; others raise it too
            raise refusal.copy() from None

    def _give_up(self, ask: Ask, flight: _Flight) -> None:
        """End a request whose time is up, whatever its thread does."""
        flight.bound.cut()
        self._land(ask, Reply(failure=f"no answer within {self.settings.timeout:g} s"), flight)

    def _begin(self, ask: Ask, flight: _Flight) -> None:
        """Ask in a thread of its own: the first caller may be interrupted, and a look-up of a name cannot."""
        try:
            threading.Thread(target=self._fly, args=(ask, flight), name="zgrpc-guard", daemon=True).start()
        except RuntimeError:  # no more threads, or the interpreter is ending: this caller does the work
            self._fly(ask, flight)

    def _fly(self, ask: Ask, flight: _Flight) -> None:
        try:
            reply = self._http.send(self._verifier.request(ask), flight.bound)
        except BaseException as error:  # even if this thread is interrupted, because others wait
            self._land(ask, error, flight)
            if not isinstance(error, Exception):
                raise
        else:
            self._land(ask, reply, flight)

    def _land(self, ask: Ask, reply: Reply | BaseException, flight: _Flight) -> None:
        """Give the meaning of a reply, or the error of finding it, to all that wait. Only the first one counts."""
        with self._lock:
            if self._flights.get(ask.digest) is not flight:
                return
            del self._flights[ask.digest]
            try:
                if isinstance(reply, Exception):
                    raise reply
                known = Reply(failure="the request was interrupted") if isinstance(reply, BaseException) else reply
                outcome = self._verifier.settle(ask, known)
            except Exception as error:  # noqa: BLE001 - every caller raises it
                flight.set_exception(error)
            else:
                flight.set_result(outcome)

    @functools.cached_property
    def grants(self) -> Grants:
        """Roles fresh from the user grants, in the organization of `client`, instead of those in tokens.

        Raises:
            ValueError: the guard has no `client`.
        """
        from zgrpc._bulk.batch import Batch

        return Grants(Batch(_need(self._client), ttl=self._grants_ttl))

    def close(self) -> None:
        """Close the connections to the issuer. A later `verify` opens new ones.

        Callers that wait for an answer get an `IssuerUnavailableError` at once.
        """
        with self._lock:
            http, flights = self._http, list(self._flights.values())
            self._http, self._flights = Http(self.settings), {}
            for flight in flights:
                flight.set_exception(IssuerUnavailableError(_CLOSED))
        for flight in flights:
            flight.bound.cut()
        http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncGuard(_Guard):
    """`Guard` for asyncio, with the same arguments.

    It belongs to one event loop at a time. A forked process may go on with it.
    """

    _http: AsyncHttp
    _flights: dict[bytes, asyncio.Task[_Outcome]]
    _loop: asyncio.AbstractEventLoop | None

    def _open(self) -> None:
        self._loop = None
        self._flights = {}
        self._http = AsyncHttp(self.settings)

    async def verify(self, token: str) -> Identity:
        """Return who a token stands for; see `Guard.verify`. Canceling it does not disturb others that wait."""
        identity = self._verifier.known(token) if isinstance(token, str) else None
        return identity if identity is not None else await self._verify(token := _secret(token))

    async def verify_header(self, authorization: str | None) -> Identity:
        """Verify a token as `verify` does, from the value of an `Authorization` header; see `Guard.verify_header`."""
        authorization = authorization if authorization is None else Secret(authorization)
        return await self.verify(bearer(authorization))

    async def _verify(self, token: Secret) -> Identity:
        steps = self._verifier.steps(token)
        try:
            ask = next(steps)
            while True:
                ask = steps.send(await self._answer(ask))
        except StopIteration as done:
            identity: Identity = done.value
            return identity

    async def _answer(self, ask: Ask) -> _Outcome:
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._open()
            self._loop = loop
        flight = self._flights.get(ask.digest)
        if flight is None:
            # A task of its own: whoever asked first may be canceled.
            flight = self._flights[ask.digest] = loop.create_task(self._fly(ask))
        if not ask.waits:
            return None
        try:
            return await asyncio.shield(flight)
        except asyncio.CancelledError:
            me = asyncio.current_task()
            if flight.cancelled() and me is not None and not me.cancelling():
                raise IssuerUnavailableError(_CLOSED) from None
            raise

    async def _fly(self, ask: Ask) -> _Outcome:
        try:
            reply = await self._http.send(self._verifier.request(ask))
        finally:
            if self._flights.get(ask.digest) is asyncio.current_task():
                del self._flights[ask.digest]
        return self._verifier.settle(ask, reply)

    @functools.cached_property
    def grants(self) -> AsyncGrants:
        """Roles fresh from the user grants; see `Guard.grants`."""
        from zgrpc._bulk.batch import AsyncBatch

        return AsyncGrants(AsyncBatch(_need(self._client), ttl=self._grants_ttl))

    async def close(self) -> None:
        """Close the connections to the issuer; see `Guard.close`."""
        http, flights = self._http, list(self._flights.values())
        here = self._loop is asyncio.get_running_loop()
        self._open()
        if here:  # else the event loop they belong to is over
            for flight in flights:
                flight.cancel()
            await asyncio.gather(*flights, return_exceptions=True)
            await http.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _need(client: Any) -> Any:
    if client is None:
        raise ValueError("grants needs client=: pass the guard a client that may read user grants")
    return client


def _secret(token: object) -> Secret:
    if not isinstance(token, str):
        raise TypeError(f"token must be a str, not {type(token).__name__}")
    return Secret(token)
