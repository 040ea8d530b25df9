"""`Client` and `AsyncClient`: what users make, with services, look-ups, `map` and `bulk` as attributes."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Self

from zgrpc._auth.fixed import AsyncFixedSource, FixedSource
from zgrpc._bulk.map import AsyncMaps, Maps
from zgrpc._calls.call import AsyncCall, Call
from zgrpc._calls.core import AsyncCore, Core
from zgrpc._calls.timeout import check_timeout
from zgrpc._client_base import BaseClient
from zgrpc._secret import Secret

if TYPE_CHECKING:
    import grpc

    from zgrpc._apply.bulk import AsyncBulk, Bulk
    from zgrpc._auth.credentials import Credentials, TokenProvider
    from zgrpc._auth.endpoint import TokenEndpoint
    from zgrpc._auth.protocols import AsyncTokenSource, TokenSource
    from zgrpc._bulk.batch import AsyncBatch, Batch
    from zgrpc._contract._generated.types.services import (  # pyright: ignore[reportMissingModuleSource]  # types alone
        AsyncServices,
        Services,
    )
    from zgrpc._diagnose import Diagnosis
else:
    Services = AsyncServices = object


class Client(BaseClient[Core, "TokenSource"], Maps, Services):
    """A client for ZITADEL.

    Each service is an attribute (`management`, `auth`), and each RPC is an attribute of its service, in
    snake_case. Safe to use from many threads.

    Args:
        address: ``https://host[:port]``, ``host[:port]`` (TLS), or ``http://localhost:port`` (plaintext).
        credentials: such as `PersonalAccessToken`; None for RPCs that need none.
        org_id: the organization to act in (`x-zitadel-orgid`); None for that of the token's user.
        timeout: seconds that a call may take, unless the call has a `timeout` of its own; 30 by default.
        metadata: pairs of key and value, or a mapping, sent with every call.
        insecure: permit plaintext (``http://``) to another machine than this one; permits nothing else.
        authority: the `:authority` of calls, if the host of the address is not a domain of the instance.
        instance_host: the instance's domain, sent as `x-zitadel-instance-host`.
        issuer: the instance's issuer, if it is not the address, for credentials that fetch tokens there.
        tls: a private authority, a client certificate, another name to expect; None for the public authorities.
        proxy: ``http://[user:password@]host:port``; None for that of the environment (``HTTPS_PROXY``, ``NO_PROXY``),
            an empty string for none.
        channels: how many connections the channel pool has; with ZITADEL one carries 250 calls at a time.
        retry: True retries reads after UNAVAILABLE. Names of other RPCs, such as ``["management.add_user_grant"]``, are
            retried too. False retries nothing but a call whose fetched token was refused.
        rate: the most requests a second, over all calls, lists, batches and scopes of the client; None for no limit.
        on_call: a function that is called with a `CallInfo` after every call; it must be quick.
        otel: True, or an `OpenTelemetry`, for spans and metrics.
        max_response_bytes: the largest answer taken, in bytes; lists keep within it. 256 MiB by default.
        channel: a `grpc.Channel` of your own, in place of an address; the client does not close it.
        channel_options: gRPC channel arguments as pairs or a mapping; they override the client's own.
        compression: ``"gzip"`` to let the server compress its lists, for long links; None for no compression.
        warn_deprecated: whether the use of an RPC that ZITADEL deprecates emits a `DeprecationWarning` that names its
            successor.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: an argument is not valid, or plaintext would leave the machine without `insecure`.
    """

    _core_class = Core
    _call = Call

    @staticmethod
    def _paged_call() -> type[Call]:
        from zgrpc._lists.call import PagedCall

        return PagedCall

    @staticmethod
    def _token_source(credentials: Credentials | TokenProvider | None, endpoint: TokenEndpoint | None) -> TokenSource:
        if credentials is None:
            return FixedSource()
        from zgrpc._auth.source import TokenSource

        return TokenSource(credentials, endpoint)

    @property
    def batch(self) -> Batch:
        """Concurrent look-ups merged into one search; `Batch` has other settings and a cache."""
        from zgrpc._bulk.batch import Batch

        found: Batch = self.__dict__.get("_batch") or self.__dict__.setdefault("_batch", Batch(self))
        return found

    @property
    def bulk(self) -> Bulk:
        """Bring users, grants, memberships, projects, roles and metadata to a desired state; see `Bulk`."""
        from zgrpc._apply.bulk import Bulk

        return Bulk(self)

    def diagnose(self, *, timeout: float = 10.0) -> Diagnosis:
        """Check the way to ZITADEL step by step, over connections of its own, up to the first thing that is wrong.

        The steps are address, connection, TLS, HTTP/2, instance, issuer, clock, token, user, organization and
        permissions.

            print(zitadel.diagnose())

        Args:
            timeout: seconds for each step.

        Raises:
            ValueError: the client has a channel of its own.
        """
        from zgrpc._diagnose import diagnose

        return diagnose(self._scope, check_timeout(timeout))

    @property
    def channel(self) -> grpc.Channel:
        """A channel with the client's connection, credentials and organization, for raw stubs."""
        from zgrpc._calls.raw import Channel

        return Channel(self._scope)

    def token(self) -> str:
        """Return an access token that is valid now, to call other services with; fetch it if need be.

        The string's `repr` does not show the token.

        Raises:
            ValueError: the client has no credentials.
            TokenError: no token can be fetched; says why.
            DeadlineExceededError: none was fetched within the client's timeout.
        """
        core = self._scope.core
        core.check_open()
        self._require_credentials()
        source = self._scope.source
        token = source.current
        if monotonic() >= token.renew_at:
            token = source.renew(monotonic() + core.timeout)
        return Secret((token.header or "").removeprefix("Bearer "))

    def close(self) -> None:
        """Close the connection; calls in flight end with `CancelledError`. Closing twice does nothing."""
        if self._opener and not self.closed:
            channel = self._scope.core.end()
            self._scope.source.close()
            if channel is not None:
                channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncClient(BaseClient[AsyncCore, "AsyncTokenSource"], AsyncMaps, AsyncServices):
    """A client for ZITADEL in asyncio: like `Client`, but RPCs are awaited and lists are for `async for`.

    It belongs to the event loop in which it is first used.
    """

    _core_class = AsyncCore
    _call = AsyncCall

    @staticmethod
    def _paged_call() -> type[AsyncCall]:
        from zgrpc._lists.call import AsyncPagedCall

        return AsyncPagedCall

    @staticmethod
    def _token_source(
        credentials: Credentials | TokenProvider | None, endpoint: TokenEndpoint | None
    ) -> AsyncTokenSource:
        if credentials is None:
            return AsyncFixedSource()
        from zgrpc._auth.source import AsyncTokenSource

        return AsyncTokenSource(credentials, endpoint)

    @property
    def batch(self) -> AsyncBatch:
        """Concurrent look-ups merged into one search; `AsyncBatch` has other settings and a cache."""
        from zgrpc._bulk.batch import AsyncBatch

        found: AsyncBatch = self.__dict__.get("_batch") or self.__dict__.setdefault("_batch", AsyncBatch(self))
        return found

    @property
    def bulk(self) -> AsyncBulk:
        """Bring users, grants, memberships, projects, roles and metadata to a desired state; see `AsyncBulk`."""
        from zgrpc._apply.bulk import AsyncBulk

        return AsyncBulk(self)

    async def diagnose(self, *, timeout: float = 10.0) -> Diagnosis:  # noqa: ASYNC109 - of each step
        """Check the way to ZITADEL step by step, in a thread; see `Client.diagnose`."""
        import asyncio

        from zgrpc._diagnose import diagnose

        return await asyncio.to_thread(diagnose, self._scope, check_timeout(timeout))

    @property
    def channel(self) -> grpc.aio.Channel:
        """A channel with the client's connection, credentials and organization, for raw asyncio stubs."""
        from zgrpc._calls.raw import AsyncChannel

        return AsyncChannel(self._scope)

    async def token(self) -> str:
        """Return an access token that is valid now, to call other services with; fetch it if need be.

        The string's `repr` does not show the token.

        Raises:
            ValueError: the client has no credentials.
            TokenError: no token can be fetched; says why.
            DeadlineExceededError: none was fetched within the client's timeout.
        """
        core = self._scope.core
        core.check_open()
        self._require_credentials()
        source = self._scope.source
        token = source.current
        if monotonic() >= token.renew_at:
            token = await source.renew(monotonic() + core.timeout)
        return Secret((token.header or "").removeprefix("Bearer "))

    async def close(self, grace: float | None = None) -> None:
        """Close the connection, giving calls in flight `grace` seconds. Closing twice does nothing."""
        if self._opener and not self.closed:
            channel = self._scope.core.end()
            self._scope.source.close()
            if channel is not None:
                await channel.close(grace)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
