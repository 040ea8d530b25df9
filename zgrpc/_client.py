"""`Client` and `AsyncClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self, TypedDict, Unpack

from zgrpc._address import parse_address
from zgrpc._arguments import (
    check_authority,
    check_channel_options,
    check_count,
    check_on_call,
    check_own_channel,
    check_proxy,
    check_timeout,
    check_tls,
    receive_limit,
    telemetry,
)
from zgrpc._call import AsyncCall, Call, View
from zgrpc._core import MAX_RESPONSE_BYTES, TIMEOUT, Anonymous, AsyncAnonymous, AsyncCore, Core, Settings
from zgrpc._generated.rpcs import RPCS, SERVICES
from zgrpc._map import AsyncMaps, Maps
from zgrpc._metadata import INSTANCE_HOST, Metadata, check_metadata, check_org_id
from zgrpc._rpc import did_you_mean, find_rpc
from zgrpc._secret import Secret
from zgrpc._service_config import check_retry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import grpc

    from zgrpc._batch import AsyncBatch, Batch
    from zgrpc._credentials import Credentials, TokenProvider
    from zgrpc._diagnose import Diagnosis
    from zgrpc._generated.services import AsyncServices, Services
    from zgrpc._otel import OpenTelemetry
    from zgrpc._tls import TLS
    from zgrpc._watch import CallInfo
else:
    Services = AsyncServices = object


class Options(TypedDict, total=False):
    """The arguments of a client that may go beside the environment's; `Client` describes them."""

    org_id: str | None
    timeout: float
    metadata: Metadata | None
    insecure: bool
    authority: str | None
    instance_host: str | None
    issuer: str | None
    tls: TLS | None
    proxy: str | None
    channels: int
    retry: bool | Iterable[str]
    on_call: Callable[[CallInfo], object] | None
    otel: bool | OpenTelemetry
    max_response_bytes: int
    channel_options: Mapping[str, Any] | Iterable[tuple[str, Any]]


class Service:
    """The RPCs of one service as attributes, in snake_case; each is bound at its first use."""

    def __init__(self, view: View, name: str, call: Any, paged_call: Any) -> None:
        self._view = view
        self._name = name
        self._call = call
        self._paged_call = paged_call

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        rpc = find_rpc(self._name, name)
        bound = (self._paged_call() if rpc.paging else self._call)(self._view, rpc)
        self.__dict__[name] = bound
        return bound

    def __dir__(self) -> Iterable[str]:
        return RPCS[self._name]

    def __repr__(self) -> str:
        return f"<{SERVICES[self._name][0]}: {len(RPCS[self._name])} RPCs>"


class _Client:
    """What both flavours share: how they are made, and their attributes."""

    _core_class: type[Core]
    _anonymous: type[Anonymous]
    _call: type

    def __init__(
        self,
        address: str | None = None,
        *,
        credentials: Credentials | TokenProvider | None = None,
        org_id: str | None = None,
        timeout: float = TIMEOUT,
        metadata: Metadata | None = None,
        insecure: bool = False,
        authority: str | None = None,
        instance_host: str | None = None,
        issuer: str | None = None,
        tls: TLS | None = None,
        proxy: str | None = None,
        channels: int = 1,
        retry: bool | Iterable[str] = True,
        on_call: Callable[[CallInfo], object] | None = None,
        otel: bool | OpenTelemetry = False,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
        channel: Any = None,
        channel_options: Mapping[str, Any] | Iterable[tuple[str, Any]] = (),
    ) -> None:
        if (address is None) == (channel is None):
            raise TypeError("pass an address such as 'https://acme.zitadel.cloud', or channel=, one of the two")
        if isinstance(credentials, str):
            credentials = None  # type: ignore[unreachable]  # by a caller without types; a traceback would show it
            raise TypeError("credentials must be an object, such as PersonalAccessToken(token), not a str")
        if isinstance(proxy, str):
            proxy = Secret(proxy)
        options = check_channel_options(channel_options)
        if channel is not None:
            elsewhere: dict[str, object] = {} if issuer else {"tls": tls, "proxy": proxy}
            check_own_channel(
                channel,
                self._core_class.channel_module.Channel,
                {**elsewhere, "channels": channels != 1, "authority": authority, "channel_options": options},
            )
        parsed = None if address is None else parse_address(address, insecure=insecure)
        metadata = extra = check_metadata(metadata)  # no traceback shows what the caller passed
        if instance_host is not None:
            extra = (*check_metadata(((INSTANCE_HOST, instance_host),), "instance_host"), *extra)
        settings = Settings(
            address=parsed,
            authority=check_authority(authority),
            timeout=check_timeout(timeout),
            max_response_bytes=receive_limit(check_count(max_response_bytes, "max_response_bytes", "bytes"), options),
            channel_options=options,
            tls=check_tls(tls, parsed),
            proxy=check_proxy(proxy, parsed, insecure=insecure),
            channels=check_count(channels, "channels", "connections"),
            retry=check_retry(retry),
        )
        on_call = check_on_call(on_call)
        source = self._anonymous()
        if credentials is not None:
            from zgrpc._endpoint import endpoint_of

            endpoint = endpoint_of(settings, credentials, issuer, instance_host, extra, insecure=insecure)
            source = self._token_source(credentials, endpoint)
        core = self._core_class(settings, source, channel, on_call=on_call, telemetry=telemetry(otel))
        self._view = View(core, check_org_id(org_id), extra)
        self._opener = True

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, /, **arguments: Unpack[Options]) -> Self:
        """A client as the environment says, and as `arguments` say where it does not, or instead.

        `ZITADEL_URL` is the address. One of `ZITADEL_TOKEN`, `ZITADEL_KEY_FILE`, or `ZITADEL_CLIENT_ID` with
        `ZITADEL_CLIENT_SECRET` gives the credentials. `ZITADEL_ORG_ID`, `ZITADEL_ISSUER`, `ZITADEL_CA_FILE`,
        `ZITADEL_INSTANCE_HOST` and `ZITADEL_INSECURE` (1 or 0) are as the arguments of these names.

        Args:
            environ: in place of `os.environ`.
            **arguments: further arguments of the client, such as ``timeout=5``.

        Raises:
            TypeError: an argument is not one of the client's.
            ValueError: a variable is missing or contradicts another; names it.
            OSError: a file that it names cannot be read.
        """
        import os

        from zgrpc._env import arguments as said

        merged: dict[str, Any] = {**said(os.environ if environ is None else environ), **arguments}
        return cls(**merged)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} is not pickled, for it holds a connection and secrets: build it in the process "
            "that uses it, such as with from_env()"
        )

    @staticmethod
    def _paged_call() -> Any:
        raise NotImplementedError

    @staticmethod
    def _token_source(credentials: Any, endpoint: Any) -> Any:
        raise NotImplementedError

    if not TYPE_CHECKING:  # the checkers know the services from the generated stubs

        def __getattr__(self, name: str) -> Any:
            if name not in SERVICES:
                raise AttributeError(f"{type(self).__name__} has no {name!r}{did_you_mean(name, SERVICES)}")
            service = Service(self._view, name, self._call, self._paged_call)
            self.__dict__[name] = service
            return service

    @property
    def org_id(self) -> str | None:
        """The organization that calls act in; None for that of the token's user."""
        return self._view.org_id

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return self._view.core.closed

    def with_org(self, org_id: str | None) -> Self:
        """The same client acting in another organization (`x-zitadel-orgid`), over the same channel and token.

        Closing it closes nothing; it ends with the client that it came from.

        Args:
            org_id: the organization's id; None for that of the token's user.

        Raises:
            TypeError: `org_id` is no string.
            ValueError: `org_id` is empty or could not be a header.
        """
        other = object.__new__(type(self))
        other._view = View(self._view.core, check_org_id(org_id), self._view.extra)
        other._opener = False
        return other

    def __dir__(self) -> Iterable[str]:
        return [*object.__dir__(self), *SERVICES]

    def __repr__(self) -> str:
        if "_view" not in self.__dict__:  # a traceback shows one whose arguments were refused
            return f"<{type(self).__name__}, not made>"
        address = self._view.core.settings.address
        where = address.url if address else "own channel"
        org = f", org_id={self.org_id!r}" if self.org_id else ""
        return f"<{type(self).__name__} {where}{org}{', closed' if self.closed else ''}>"


class Client(_Client, Maps, Services):
    """A client for ZITADEL.

    Each service is an attribute (`management`, `auth`), each RPC one of the service's, in snake_case. Safe to use from
    many threads.

    Args:
        address: ``https://host[:port]``, ``host[:port]`` (TLS), or ``http://localhost:port`` (plaintext).
        credentials: such as `PersonalAccessToken`; None for RPCs that need none.
        org_id: the organization to act in (`x-zitadel-orgid`); None for that of the token's user.
        timeout: seconds that a call may take, unless it says otherwise; 30 by default.
        metadata: pairs of key and value, sent with every call.
        insecure: permit plaintext (``http://``) to another machine than this one; permits nothing else.
        authority: the `:authority` of calls, where the instance is not chosen by the address's host.
        instance_host: the instance's domain, sent as `x-zitadel-instance-host`.
        issuer: the instance's issuer, where it is not the address; tokens are fetched there.
        tls: a private authority, a client certificate, another name to expect; None for the public authorities.
        proxy: ``http://[user:password@]host:port``; None for what the environment says (``HTTPS_PROXY``, ``NO_PROXY``),
            an empty string for none.
        channels: how many connections calls are spread over; one carries 250 calls at a time with ZITADEL.
        retry: whether calls that only read are repeated after UNAVAILABLE; or names of others to repeat besides, such
            as ``["management.add_user_grant"]``. Nothing else is repeated but a call whose fetched token was refused.
        on_call: a function that is told of every finished call, by a `CallInfo`; it must be quick.
        otel: True, or an `OpenTelemetry`, for spans and metrics.
        max_response_bytes: the largest answer taken, in bytes; lists keep within it. 256 MiB by default.
        channel: a `grpc.Channel` of your own, in place of an address; closing it stays with you.
        channel_options: gRPC channel arguments as pairs or a mapping, which take the place of ours.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: an argument is not valid, or plaintext would leave the machine without `insecure`.
    """

    _core_class = Core
    _anonymous = Anonymous
    _call = Call

    @staticmethod
    def _paged_call() -> type[Call]:
        from zgrpc._paged_call import PagedCall

        return PagedCall

    @staticmethod
    def _token_source(credentials: Any, endpoint: Any) -> Any:
        from zgrpc._tokens import TokenSource

        return TokenSource(credentials, endpoint)

    @property
    def batch(self) -> Batch:
        """Look-ups that share a search with others made meanwhile; `Batch` has other settings and a cache."""
        from zgrpc._batch import Batch

        found: Batch = self.__dict__.get("_batch") or self.__dict__.setdefault("_batch", Batch(self))
        return found

    def diagnose(self, *, timeout: float = 10.0) -> Diagnosis:
        """Goes the way to ZITADEL step by step, over connections of its own, to the first thing that is wrong.

        Looks at name, connection, TLS, HTTP/2, instance, clock, token, user, organization and permissions.

            print(zitadel.diagnose())

        Args:
            timeout: seconds for each step.

        Raises:
            ValueError: the client has a channel of its own.
        """
        from zgrpc._diagnose import diagnose

        return diagnose(self._view.core, self._view.org_id, self._view.extra, check_timeout(timeout))

    @property
    def channel(self) -> grpc.Channel:
        """A channel with the client's connection, credentials and org, for raw stubs."""
        core: Core = self._view.core
        return core.wrapper(self._view)  # type: ignore[no-any-return]  # the class differs by flavour

    def close(self) -> None:
        """Close the connection; calls in flight end with `CancelledError`. Closing twice does nothing."""
        if self._opener and not self.closed:
            channel = self._view.core.end()
            if channel is not None:
                channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncClient(_Client, AsyncMaps, AsyncServices):
    """A client for ZITADEL for asyncio: as `Client`, its RPCs awaited, its lists for `async for`.

    It belongs to the event loop in which it is first used.
    """

    _core_class = AsyncCore
    _anonymous = AsyncAnonymous
    _call = AsyncCall

    @staticmethod
    def _paged_call() -> type[AsyncCall]:
        from zgrpc._paged_call import AsyncPagedCall

        return AsyncPagedCall

    @staticmethod
    def _token_source(credentials: Any, endpoint: Any) -> Any:
        from zgrpc._tokens import AsyncTokenSource

        return AsyncTokenSource(credentials, endpoint)

    @property
    def batch(self) -> AsyncBatch:
        """Look-ups that share a search with others made meanwhile; `AsyncBatch` has other settings and a cache."""
        from zgrpc._batch import AsyncBatch

        found: AsyncBatch = self.__dict__.get("_batch") or self.__dict__.setdefault("_batch", AsyncBatch(self))
        return found

    async def diagnose(self, *, timeout: float = 10.0) -> Diagnosis:  # noqa: ASYNC109 - of each step
        """Goes the way to ZITADEL step by step, in a thread; see `Client.diagnose`."""
        import asyncio

        from zgrpc._diagnose import diagnose

        view = self._view
        return await asyncio.to_thread(diagnose, view.core, view.org_id, view.extra, check_timeout(timeout))

    @property
    def channel(self) -> grpc.aio.Channel:
        """A channel with the client's connection, credentials and org, for raw asyncio stubs."""
        core: Core = self._view.core
        return core.wrapper(self._view)  # type: ignore[no-any-return]  # the class differs by flavour

    async def close(self, grace: float | None = None) -> None:
        """Close the connection, giving calls in flight `grace` seconds. Closing twice does nothing."""
        if self._opener and not self.closed:
            channel = self._view.core.end()
            if channel is not None:
                await channel.close(grace)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
