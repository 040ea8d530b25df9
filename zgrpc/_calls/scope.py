"""Scope: what all calls of one client object share: an organization, metadata and a token source, over one core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from zgrpc._calls.metadata import Pairs, join

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from zgrpc._auth.protocols import AnyTokenSource, Token
    from zgrpc._calls.core import AnyCore

    # A bare `Scope` in an annotation is one of either flavor.
    Core_co = TypeVar("Core_co", bound=AnyCore, default=AnyCore, covariant=True)
    Source_co = TypeVar("Source_co", bound=AnyTokenSource, default=AnyTokenSource, covariant=True)
    Other = TypeVar("Other", bound=AnyTokenSource)
else:
    from typing import TypeVar

    Core_co, Source_co = TypeVar("Core_co"), TypeVar("Source_co")


class Scope(Generic[Core_co, Source_co]):
    """The organization, the metadata and the token that calls are made with, over a channel that other scopes use too.

    Attributes:
        core: channel and settings, shared by all scopes of a client.
        source: where calls take their token from.
        org_id: the value of `x-zitadel-orgid`; None for the organization of the token's user.
        extra: the metadata that every call sends.
        ready: the last token seen and the metadata of a call with it.
    """

    __slots__ = ("core", "extra", "org_id", "ready", "source")

    def __init__(self, core: Core_co, source: Source_co, org_id: str | None, extra: Pairs) -> None:
        self.core = core
        self.source = source
        self.org_id = org_id
        self.extra = extra
        self.ready: tuple[Token | None, object] = (None, ())

    def with_org(self, org_id: str | None) -> Scope[Core_co, Source_co]:
        """Return the scope of another organization; None for that of the token's user."""
        return Scope(self.core, self.source, org_id, self.extra)

    def with_metadata(self, pairs: Pairs) -> Scope[Core_co, Source_co]:
        """Return the scope with `pairs` added, in place of those with equal keys."""
        return Scope(self.core, self.source, self.org_id, self._merged(pairs))

    def with_token(self, source: Other) -> Scope[Core_co, Other]:
        """Return the scope whose calls take their token from `source`."""
        return Scope(self.core, source, self.org_id, self.extra)

    def metadata(self, token: Token, org_id: str | None = None, more: Pairs | None = None) -> object:
        """Return the metadata of a call with `token`, as the flavor's channel takes it.

        Args:
            token: the token to send.
            org_id: takes the place of the scope's; checked already.
            more: added to the scope's metadata, in whose place it comes for equal keys; checked already.
        """
        if org_id is None and more is None:
            ready, sent = self.ready
            if ready is not token:
                sent = self.core.pack(join(token.header, self.org_id, self.extra))
                self.ready = token, sent
            return sent
        extra = self._merged(more or ())
        return self.core.pack(join(token.header, self.org_id if org_id is None else org_id, extra))

    def _merged(self, more: Pairs) -> Pairs:
        keys = {key for key, _ in more}
        return (*(pair for pair in self.extra if pair[0] not in keys), *more)
