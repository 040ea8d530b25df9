"""The RPCs that return a list, as callables."""

# ruff: noqa: ASYNC109 - the deadline of a call, which gRPC keeps
from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, NamedTuple, Self

from zgrpc._auth.protocols import AsyncTokenSource, TokenSource
from zgrpc._calls.bound_rpc import BoundRpc, CoreT, Returned_co, SourceT, documented
from zgrpc._calls.call import AsyncCall, Call
from zgrpc._calls.core import AsyncCore, Core
from zgrpc._calls.metadata import check_metadata, check_org_id, hide_metadata
from zgrpc._calls.progress import check_progress
from zgrpc._calls.slices import parse_in_slices
from zgrpc._calls.started import AsyncStarted
from zgrpc._calls.timeout import check_timeout
from zgrpc._contract.filters import find_search
from zgrpc._contract.rpc import OPTIONS
from zgrpc._errors import unparsed
from zgrpc._lists.pager import AsyncPager, Options, Pager
from zgrpc._lists.plan import plan_list, plan_page
from zgrpc._secret import hide_secret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.message import Message

    from zgrpc._backoff import Backoff
    from zgrpc._calls.metadata import Metadata, Pairs
    from zgrpc._calls.progress import Progress
    from zgrpc._calls.scope import Scope
    from zgrpc._contract.rpc import Rpc
    from zgrpc._lists.plan import ListRequest

# Other libraries' names for the options of a list.
_MEANT = {
    **dict.fromkeys(("max", "max_results", "count", "size", "top", "take"), "limit="),
    **dict.fromkeys(("page_size", "per_page", "chunk_size"), "first_page=, or limit= for the most items"),
    **dict.fromkeys(("skip", "start"), "offset="),
    **dict.fromkeys(("filter", "filters", "q", "search"), "where="),
}


class _Preset(NamedTuple):
    """The options of a list that `with_options` binds."""

    where: object = None
    limit: int | None = None
    first_page: int | None = None
    offset: int | None = None

    def unless(self, where: object, limit: int | None, first_page: int | None, offset: int | None) -> _Preset:
        """Return the given options, and these where one is None."""
        return _Preset(
            self.where if where is None else where,
            self.limit if limit is None else limit,
            self.first_page if first_page is None else first_page,
            self.offset if offset is None else offset,
        )


class _ListCall(BoundRpc[CoreT, SourceT, Returned_co]):
    """What a list RPC adds to a call: where, limits, and pages."""

    __slots__ = ("_preset",)
    _copied = (*BoundRpc._copied, *__slots__)
    _options: tuple[str, ...] = (*OPTIONS, "where", "limit", "first_page", "offset", "progress")

    def _request(self, request: Message | None, fields: dict[str, object]) -> tuple[Message, bool]:
        """Return the request, and whether it may be changed."""
        if request is None:
            self._check_names(fields)
            return self._build(fields), True
        if fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        return request, False

    def __init__(self, scope: Scope[CoreT, SourceT], rpc: Rpc) -> None:
        super().__init__(scope, rpc)
        self._preset = _Preset()

    def with_options(
        self,
        *,
        where: object = None,
        limit: int | None = None,
        first_page: int | None = None,
        offset: int | None = None,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        retry: bool | None = None,
        token: str | None = None,
    ) -> Self:
        """Return the RPC bound anew, with other options; None leaves an option as it is. See `Call.with_options`."""
        token, metadata = hide_secret(token), hide_metadata(metadata)
        bound = super().with_options(timeout=timeout, org_id=org_id, metadata=metadata, retry=retry, token=token)
        bound._preset = self._preset.unless(where, limit, first_page, offset)
        return bound

    def __call__(  # type: ignore[override]  # a list's call returns a pager
        self,
        request: Message | None = None,
        /,
        *,
        where: object = None,
        limit: int | None = None,
        first_page: int | None = None,
        offset: int | None = None,
        progress: Progress | None = None,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        token: str | None = None,
        **fields: object,
    ) -> object:
        token, metadata = self._hidden(token, metadata)
        unless = self._unless_field
        wanted = self._preset.unless(
            unless("where", where, fields),
            unless("limit", limit, fields),
            unless("first_page", first_page, fields),
            unless("offset", offset, fields),
        )
        timeout, org_id = unless("timeout", timeout, fields), unless("org_id", org_id, fields)
        metadata, token = unless("metadata", metadata, fields), unless("token", token, fields)
        call = self if token is None else self._in(self._with_token(self._scope, token))
        message, owned = self._request(request, fields)
        asked = plan_list(
            self.rpc,
            message,
            owned=owned,
            where=wanted.where,
            limit=wanted.limit,
            first_page=wanted.first_page,
            offset=wanted.offset,
            max_bytes=self._core.settings.max_response_bytes,
            what=self.__name__,
        )
        shown = check_progress(progress, self.__name__)
        pairs = None if metadata is None else check_metadata(metadata)
        timeout = None if timeout is None else check_timeout(timeout)
        return call._paged(asked, Options(timeout, check_org_id(org_id), pairs, shown))

    def _paged(self, asked: ListRequest, options: Options) -> object:
        """Return the flavor's pager."""
        raise NotImplementedError

    def page(
        self,
        request: Message | None = None,
        /,
        *,
        where: object = None,
        limit: int | None = None,
        offset: int | None = None,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        token: str | None = None,
        **fields: object,
    ) -> Returned_co:
        """Return one page, the server's bare response. It promises nothing beyond this one response."""
        token, metadata = self._hidden(token, metadata)
        unless = self._unless_field
        wanted = self._preset.unless(
            unless("where", where, fields), unless("limit", limit, fields), None, unless("offset", offset, fields)
        )
        timeout, org_id = unless("timeout", timeout, fields), unless("org_id", org_id, fields)
        metadata, token = unless("metadata", metadata, fields), unless("token", token, fields)
        call = self if token is None else self._in(self._with_token(self._scope, token))
        message, owned = self._request(request, fields)
        asked = plan_page(
            self.rpc,
            message,
            owned=owned,
            where=wanted.where,
            limit=wanted.limit,
            offset=wanted.offset,
            what=self.__name__,
        )
        if timeout is not None or org_id is not None or metadata is not None:
            call = super(_ListCall, call).with_options(timeout=timeout, org_id=org_id, metadata=metadata)
        return call.send(asked, call._timeout, None, None, call._backoff)

    def _check_names(self, fields: Iterable[str]) -> None:
        """Raise TypeError for a keyword that belongs in `where`, and for another library's name of an option."""
        descriptor = self._request_class.DESCRIPTOR
        for name in fields:
            if name in descriptor.fields_by_name:
                continue
            search = find_search(descriptor)
            if search is not None and name in search.filters:
                meant = f"where={{{name!r}: ...}}"
            elif (meant := _MEANT.get(name, "")) == "" or (meant == "where=" and search is None):
                continue  # the request's own check names the nearest field or option
            raise TypeError(f"{self.__name__} has no {name!r}; use {meant}")


class PagedCall(_ListCall[Core, TokenSource, "Message"], Call):
    """A list RPC of a `Client`; calling it returns a `Pager` and sends nothing yet."""

    __slots__ = ()
    __doc__ = documented

    def _paged(self, asked: ListRequest, options: Options) -> Pager[Message]:
        return Pager(self, asked, options)


class AsyncPagedCall(_ListCall[AsyncCore, AsyncTokenSource, Coroutine[object, object, "Message | bytes"]], AsyncCall):
    """A list RPC of an `AsyncClient`; calling it returns an `AsyncPager` and sends nothing yet."""

    __slots__ = ()
    __doc__ = documented

    def _paged(self, asked: ListRequest, options: Options) -> AsyncPager[Message]:
        return AsyncPager(self, asked, options)

    async def send(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> Message:
        """Make the call, as an `AsyncCall`."""
        return await self._whole(await super().send(request, timeout, org_id, metadata, backoff))

    async def fetch(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> list[Message]:
        """Make the call, as an `AsyncCall`; return the messages that a large response was cut into."""
        return await self._parts(await super().send(request, timeout, org_id, metadata, backoff))

    def start(
        self, request: Message, timeout: float, org_id: str | None, metadata: Pairs | None, backoff: Backoff | None
    ) -> AsyncStarted[Message]:
        """Begin the call in a task of its own."""
        return AsyncStarted(self.send(request, timeout, org_id, metadata, backoff))

    async def _parts(self, answer: Message | bytes) -> list[Message]:
        try:
            return await parse_in_slices(self.rpc.response_class, answer)
        except ValueError:
            raise unparsed(self.rpc.full_name) from None

    async def _whole(self, answer: Message | bytes) -> Message:
        if not isinstance(answer, bytes):
            return answer
        first, *others = await self._parts(answer)
        for other in others:
            first.MergeFrom(other)
            await asyncio.sleep(0)
        return first
