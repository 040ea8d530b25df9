"""The RPCs that return a list, as callables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc._arguments import check_timeout
from zgrpc._call import AsyncCall, Call, documented
from zgrpc._listplan import plan_list, plan_page
from zgrpc._metadata import check_metadata, check_org_id
from zgrpc._pager import AsyncPager, Options, Pager
from zgrpc._request import OPTIONS

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from zgrpc._metadata import Metadata


class _ListCall:
    """What a list RPC adds to a call: where, limits, and pages."""

    __slots__ = ()
    _options: tuple[str, ...] = (*OPTIONS, "where", "limit", "page_size", "offset")

    def _request(self: Any, request: Any, fields: dict[str, Any]) -> tuple[Any, bool]:
        """The request, and whether it is ours to change."""
        if request is None:
            return self._build(fields), True
        if fields or type(request) is not self._request_class:
            self._refuse(request, fields)
        return request, False


class PagedCall(_ListCall, Call):
    """A list RPC of a `Client`; calling it returns a `Pager` and sends nothing yet."""

    __slots__ = ()
    __doc__ = documented
    _pager: Any = Pager

    def __call__(
        self,
        request: Message | None = None,
        /,
        *,
        where: Any = None,
        limit: int | None = None,
        page_size: int | None = None,
        offset: int | None = None,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        **fields: Any,
    ) -> Any:
        message, owned = self._request(request, fields)
        asked = plan_list(
            self.rpc,
            message,
            owned=owned,
            where=where,
            limit=limit,
            page_size=page_size,
            offset=offset,
            max_bytes=self._core.settings.max_response_bytes,
            what=self.__name__,
        )
        if timeout is not None:
            timeout = check_timeout(timeout)
        pairs = None if metadata is None else check_metadata(metadata)
        return self._pager(self, asked, Options(timeout, check_org_id(org_id), pairs))

    def page(
        self,
        request: Message | None = None,
        /,
        *,
        where: Any = None,
        limit: int | None = None,
        offset: int | None = None,
        timeout: float | None = None,
        org_id: str | None = None,
        metadata: Metadata | None = None,
        **fields: Any,
    ) -> Any:
        """One page, as the server's bare response; it promises nothing beyond this one answer."""
        message, owned = self._request(request, fields)
        asked = plan_page(self.rpc, message, owned=owned, where=where, limit=limit, offset=offset, what=self.__name__)
        return self._unary(asked, timeout=timeout, org_id=org_id, metadata=metadata)

    def _unary(self, *args: Any, **kwargs: Any) -> Any:
        return Call.__call__(self, *args, **kwargs)


class AsyncPagedCall(_ListCall, AsyncCall):
    """A list RPC of an `AsyncClient`; calling it returns an `AsyncPager` and sends nothing yet."""

    __slots__ = ()
    __doc__ = documented
    _pager: Any = AsyncPager
    __call__: Any = PagedCall.__call__  # it returns the pager, with nothing to await
    page = PagedCall.page

    def _unary(self, *args: Any, **kwargs: Any) -> Any:
        return AsyncCall.__call__(self, *args, **kwargs)
