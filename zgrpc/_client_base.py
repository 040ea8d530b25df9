"""The part of the clients that both flavors share: their arguments and scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NoReturn, Self, Unpack

from zgrpc._calls.limiter import check_rate
from zgrpc._calls.metadata import INSTANCE_HOST, Metadata, check_metadata, check_org_id, hide_metadata
from zgrpc._calls.scope import Scope
from zgrpc._calls.timeout import check_timeout
from zgrpc._client_arguments import (
    check_above_zero,
    check_authority,
    check_bool,
    check_channel_options,
    check_compression,
    check_names,
    check_on_call,
    check_own_channel,
    check_proxy,
    check_retry,
    check_tls,
    hide_options,
    receive_limit,
    telemetry,
)
from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import did_you_mean
from zgrpc._python import warn_of_slow_protobuf
from zgrpc._secret import hide_secret
from zgrpc._services import NAMES, ServiceAttribute
from zgrpc._transport.address import hide_url, parse_address
from zgrpc._transport.settings import MAX_RESPONSE_BYTES, TIMEOUT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from inspect import Signature

    from typing_extensions import TypeVar

    from zgrpc._auth.credentials import Credentials, TokenProvider
    from zgrpc._auth.endpoint import TokenEndpoint
    from zgrpc._auth.protocols import AnyTokenSource
    from zgrpc._calls.bound_rpc import BoundRpc
    from zgrpc._calls.compressed import Compression
    from zgrpc._calls.core import AnyCore
    from zgrpc._calls.otel import OpenTelemetry
    from zgrpc._calls.watch import CallInfo
    from zgrpc._client_options import Options
    from zgrpc._environment import Arguments
    from zgrpc._transport.tls import TLS

    CoreT = TypeVar("CoreT", bound=AnyCore, default=AnyCore)
    SourceT = TypeVar("SourceT", bound=AnyTokenSource, default=AnyTokenSource)
else:
    from typing import TypeVar

    CoreT, SourceT = TypeVar("CoreT"), TypeVar("SourceT")


class _Signature:
    """The signature of a client's class, that of `__init__`; `inspect` would take that of `__new__`."""

    def __get__(self, client: object, owner: type[BaseClient]) -> Signature:
        import inspect

        own = inspect.signature(owner.__init__)
        return own.replace(parameters=list(own.parameters.values())[1:])


class BaseClient(Generic[CoreT, SourceT]):
    """The base of `Client` and `AsyncClient`."""

    _scope: Scope[CoreT, SourceT]
    _core_class: type[CoreT]
    _call: type[BoundRpc[CoreT, SourceT]]

    if not TYPE_CHECKING:
        __signature__ = _Signature()

        def __new__(cls, *args: object, **arguments: object) -> Self:
            # Here and not around __init__, in whose tracebacks a frame with all arguments would show secrets.
            positional, names = len(args), tuple(arguments)
            del args, arguments
            check_names(cls.__name__, BaseClient.__init__, positional, names)
            warn_of_slow_protobuf()
            return super().__new__(cls)

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
        rate: float | None = None,
        on_call: Callable[[CallInfo], object] | None = None,
        otel: bool | OpenTelemetry = False,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
        channel: object = None,
        channel_options: Mapping[str, object] | Iterable[tuple[str, object]] = (),
        compression: Compression | None = None,
        warn_deprecated: bool = False,
    ) -> None:
        # No traceback shows what the caller passed.
        address, proxy, issuer = hide_url(address), hide_secret(proxy), hide_url(issuer)
        authority, instance_host, metadata = hide_url(authority), hide_secret(instance_host), hide_metadata(metadata)
        channel_options = options = check_channel_options(channel_options)
        if (address is None) == (channel is None):
            raise TypeError("pass an address such as 'https://acme.zitadel.cloud', or channel=, one of the two")
        if isinstance(credentials, str):
            credentials = None  # type: ignore[unreachable]  # by a caller without types; a traceback would show it
            raise TypeError("credentials must be an object, such as zgrpc.PersonalAccessToken(token), not a str")
        own_channel = None
        if channel is not None:
            elsewhere: dict[str, object] = {} if issuer else {"tls": tls, "proxy": proxy}
            own_channel = check_own_channel(
                channel,
                self._core_class.channel_class,
                {**elsewhere, "channels": channels != 1, "authority": authority, "channel_options": options},
            )
        parsed = None if address is None else parse_address(address, insecure=insecure)
        extra = check_metadata(metadata)
        if instance_host is not None:
            extra = (*check_metadata(((INSTANCE_HOST, instance_host),), "instance_host"), *extra)
        settings = Settings(
            address=parsed,
            authority=check_authority(authority),
            timeout=check_timeout(timeout),
            max_response_bytes=receive_limit(
                check_above_zero(max_response_bytes, "max_response_bytes", "bytes"), options
            ),
            channel_options=options,
            tls=check_tls(tls, parsed),
            proxy=check_proxy(proxy, parsed, insecure=insecure),
            channels=check_above_zero(channels, "channels", "connections"),
            retry=check_retry(retry),
            compression=check_compression(compression),
            warn_deprecated=check_bool(warn_deprecated, "warn_deprecated"),
        )
        on_call = check_on_call(on_call)
        endpoint = None
        if issuer is not None or getattr(credentials, "_needs_issuer", False):
            from zgrpc._auth.issuer import endpoint_of

            endpoint = endpoint_of(settings, credentials, issuer, instance_host, extra, insecure=insecure)
        source = self._token_source(credentials, endpoint)
        core = self._core_class(
            settings, own_channel, on_call=on_call, telemetry=telemetry(otel), rate=check_rate(rate)
        )
        self._scope = Scope(core, source, check_org_id(org_id), extra)
        self._opener = True

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, /, **arguments: Unpack[Options]) -> Self:
        """Return a client with the settings of the environment; `arguments` override them.

        `ZITADEL_URL` is the address. One of `ZITADEL_TOKEN`, `ZITADEL_TOKEN_FILE`, `ZITADEL_KEY_FILE`, `ZITADEL_KEY`
        (the key's JSON itself, plain or base64), or `ZITADEL_CLIENT_ID` with `ZITADEL_CLIENT_SECRET` gives the
        credentials; without them, the first call that needs some raises ValueError.
        `ZITADEL_ORG_ID`, `ZITADEL_ISSUER`, `ZITADEL_CA_FILE`,
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

        from zgrpc._environment import arguments as from_variables

        given = [os.environ if environ is None else environ]
        del environ  # popped below: the traceback of an error would show a local variable
        hide_options(arguments)
        merged: Arguments = {**from_variables(given.pop()), **arguments}
        return cls(**merged)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} cannot be pickled, because it holds a connection and secrets: build it in the "
            "process that uses it, such as with from_env()"
        )

    @staticmethod
    def _paged_call() -> type[BoundRpc[CoreT, SourceT]]:
        """Return the class of calls that return lists; load it at first use."""
        raise NotImplementedError

    @staticmethod
    def _token_source(credentials: Credentials | TokenProvider | None, endpoint: TokenEndpoint | None) -> SourceT:
        """Return the flavor's token source."""
        raise NotImplementedError

    if not TYPE_CHECKING:  # the checkers know the services from the generated stubs

        def __getattr__(self, name: str) -> object:
            raise AttributeError(f"{type(self).__name__} has no {name!r}{did_you_mean(name, [*SERVICES, *NAMES])}")

    @property
    def org_id(self) -> str | None:
        """The organization that calls act in; None for that of the token's user."""
        return self._scope.org_id

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return self._scope.core.closed

    def with_org(self, org_id: str | None) -> Self:
        """Return the client for another organization (`x-zitadel-orgid`), over the same channel and token.

        This header chooses the organization for RPCs of version 1. RPCs of later versions take the organization in
        their request, mostly as `organization_id`; the client never fills that field. Closing the returned client does
        not close the channel.

        Args:
            org_id: the organization's id; None for that of the token's user.

        Raises:
            TypeError: `org_id` is not a string.
            ValueError: `org_id` is empty or could not be a header.
        """
        return self._in(self._scope.with_org(check_org_id(org_id)))

    def with_token(self, token: str) -> Self:
        """Return the client with another access token, over the same channel; for services that act as their caller.

        Closing it does not close the channel. The token is sent as it is; nothing renews it.

        Args:
            token: the access token, without "Bearer ".

        Raises:
            TypeError: `token` is not a string.
            ValueError: `token` is empty or cannot be a header.
        """
        from zgrpc._auth.endpoint import check_token

        token = hide_secret(token)
        return self._in(self._scope.with_token(self._call.given_token(check_token(token, "token"))))

    def _in(self, scope: Scope[CoreT, SourceT]) -> Self:
        """Return the client of another scope."""
        other = object.__new__(type(self))
        other._scope = scope
        other._opener = False
        return other

    def _require_credentials(self) -> None:
        if self._scope.source.current.header is None:
            raise ValueError("token() needs credentials: pass credentials= to the client")

    def __dir__(self) -> Iterable[str]:
        return [*object.__dir__(self), *NAMES]

    def __repr__(self) -> str:
        if "_scope" not in self.__dict__:  # a traceback shows one whose arguments were refused
            return f"<{type(self).__name__}, not made>"
        address = self._scope.core.settings.address
        where = address.url if address else "own channel"
        org = f", org_id={self.org_id!r}" if self.org_id else ""
        return f"<{type(self).__name__} {where}{org}{', closed' if self.closed else ''}>"


for _name in NAMES:
    setattr(BaseClient, _name, ServiceAttribute(_name))
