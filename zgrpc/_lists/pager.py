"""`Pager` and `AsyncPager`: the lists that list RPCs return."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from operator import length_hint
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from zgrpc._calls.list_sizes import Size, remember
from zgrpc._contract.rpc import did_you_mean
from zgrpc._lists.pages import AsyncPages, SyncPages
from zgrpc._lists.plan import check_count
from zgrpc._lists.steps import FIRST_PAGE

if TYPE_CHECKING:
    from collections import OrderedDict
    from collections.abc import AsyncIterator, Callable, Hashable, Iterator, Sequence
    from types import NotImplementedType

    import pandas as pd
    import pyarrow as pa
    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message

    from zgrpc._calls.metadata import Pairs
    from zgrpc._calls.started import AsyncStarted, Started
    from zgrpc._lists.call import AsyncPagedCall, PagedCall
    from zgrpc._lists.pages import AnyPages
    from zgrpc._lists.plan import ListRequest


T = TypeVar("T")
CallT_co = TypeVar("CallT_co", bound="PagedCall | AsyncPagedCall", covariant=True)
_MOST_HINTED = 10_000_000  # `list()` reserves room for as many items as the hint says


class Options(NamedTuple):
    """The options of a list that are not part of its request.

    Attributes:
        timeout: seconds for each request; None for the client's.
        org_id: the organization; None for the client's.
        metadata: pairs to send besides the client's.
        progress: called when items arrive, with how many came and how many there are.
    """

    timeout: float | None
    org_id: str | None
    metadata: Pairs | None
    progress: Callable[[int, int | None], object] | None = None


def _to_come(pages: AnyPages[T], page: Iterator[T]) -> int | NotImplementedType:
    """Return how many items are still to come; `page` is the iterator of the current page."""
    if pages.total is None or pages.total > _MOST_HINTED:
        return NotImplemented  # type: ignore[no-any-return]  # an Any to the checkers
    return max(0, pages.total - pages.yielded + length_hint(page))


class _PageByPage(Generic[T]):
    """The iterators of a list's pages, and the current one."""

    def __init__(self, pages: SyncPages[T]) -> None:
        self.pages = pages
        self.page: Iterator[T] = iter(())
        self._fetched: Sequence[T] | None = None

    def __iter__(self) -> Iterator[Iterator[T]]:
        return self

    def __next__(self) -> Iterator[T]:
        fetched, self._fetched = self._fetched, None
        self.page = iter(self.pages.next() if fetched is None else fetched)
        return self.page

    def to_come(self) -> int | NotImplementedType:
        """Return how many items are still to come; fetch the first response if there was none yet."""
        if not self.pages.begun:
            self._fetched = next(self.pages, [])
        if self._fetched is not None:
            return _to_come(self.pages, iter(self._fetched))
        return _to_come(self.pages, self.page)


class _SyncItems(chain[T]):
    """The items of a list, one at a time; `operator.length_hint` gives how many are to come."""

    _source: _PageByPage[T]

    def __length_hint__(self) -> int | NotImplementedType:
        return self._source.to_come()


class _AsyncItems(Generic[T]):
    """`_SyncItems` for asyncio."""

    def __init__(self, pages: AsyncPages[T]) -> None:
        self._pages = pages
        self._page: Iterator[T] = iter(())

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        for item in self._page:
            return item
        self._page = iter(await self._pages.next())
        return next(self._page)

    def __length_hint__(self) -> int | NotImplementedType:
        return _to_come(self._pages, self._page)


class AnyPager(Generic[T, CallT_co]):
    """What both flavors of a list share."""

    def __init__(self, call: CallT_co, asked: ListRequest, options: Options) -> None:
        self._call = call
        self._asked = asked
        self._options = options
        self._total: int | None = None
        self._size_hint: int | None = None

    @property
    def size_hint(self) -> int | None:
        """How many items the list is expected to have; None if unknown.

        If a list did not fit into the first page, the client remembers its size, for each RPC, organization and filter.
        The next time, it requests the whole list at once. A job may store the number and set it in the next run. A
        wrong number costs one more request. No item is lost.

        Raises:
            TypeError: the new value is neither an int nor None.
            ValueError: the new value is negative.
        """
        if self._size_hint is not None:
            return self._size_hint
        remembered = self._sizes.get(self._key()) if self._sizes else None
        return None if remembered is None else remembered.items

    @size_hint.setter
    def size_hint(self, items: int | None) -> None:
        self._size_hint = check_count(items, f"{self._call.__name__}: size_hint", 0)

    @property
    def _sizes(self) -> OrderedDict[Hashable, Size]:
        return self._call._core.list_sizes

    def _key(self) -> Hashable:
        org_id = self._options.org_id or self._call._scope.org_id
        return self._call.rpc.full_name, org_id, self._asked.template.SerializeToString(deterministic=True)

    @property
    def _remembers(self) -> bool:
        """Whether the size matters: the whole list is wanted, and the server may return it in one response."""
        plan = self._asked.plan
        return (
            plan.largest is None
            and plan.limit is None
            and not plan.offset
            and plan.first_page == FIRST_PAGE["offset"]
            and self._asked.shape.kind == "offset"
        )

    def _whole(self) -> ListRequest:
        """Return the request of the list, with its expected size if that is known."""
        if not self._remembers or (self._size_hint is None and not self._sizes):
            return self._asked
        expected = self.size_hint
        if expected is None:
            return self._asked
        return self._asked._replace(plan=replace(self._asked.plan, expected=expected))

    def _ended(self, pages: AnyPages[T]) -> None:
        """Remember the size of the list; one that fits into the first page needs no memory."""
        if not pages.whole or not self._remembers:
            return
        if pages.yielded > self._asked.plan.first_page:
            remember(self._sizes, self._key(), Size(pages.yielded, pages.bytes))
        elif self._sizes:
            self._sizes.pop(self._key(), None)

    def _timeout(self) -> float:
        given = self._options.timeout
        return self._call._timeout if given is None else given

    def _limited(self, limit: int) -> ListRequest:
        plan = self._asked.plan
        limit = limit if plan.limit is None or plan.limit > limit else plan.limit
        return self._asked._replace(plan=replace(plan, limit=limit))

    def _counting(self) -> ListRequest:
        """Return the request for the total: one item of the list, or the whole list if it has no total."""
        if self._asked.shape.total is None:
            return self._asked._replace(plan=replace(self._asked.plan, offset=0, limit=None))
        return self._asked._replace(plan=replace(self._asked.plan, offset=0, limit=1))

    @property
    def _items(self) -> FieldDescriptor:
        """The response field that holds the items."""
        return self._call.rpc.descriptor.output_type.fields_by_name[self._asked.shape.items]

    def _only(self, items: Sequence[T]) -> T:
        if len(items) == 1:
            return items[0]
        count = "more than one item" if items else "no item"
        raise LookupError(f"{self._call.__name__}: {count} where one() expects exactly one")

    def __length_hint__(self) -> int | NotImplementedType:
        return NotImplemented if self._total is None or self._total > _MOST_HINTED else self._total

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._call.__name__}>"

    if not TYPE_CHECKING:  # type checkers know the attributes

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            hint = did_you_mean(name, [key for key in dir(type(self)) if not key.startswith("_")])
            if name in self._call.rpc.response_class.DESCRIPTOR.fields_by_name:
                hint = f"; iterate it, or call {self._call.__name__}.page() for the response with {name!r}"
            raise AttributeError(f"{type(self).__name__} has no {name!r}{hint}")


class Pager(AnyPager[T, "PagedCall"]):
    """A list: every item once, or an error. Nothing is sent until it is iterated, and each iteration fetches it again.

    An item that exists from the first request to the last is yielded exactly once. An item that is added or removed
    meanwhile may or may not be yielded. An iterator serves one thread at a time.

    Raises:
        ZitadelError: a request failed; `items_before` is the number of items that came before it.
        IncompleteListError: the server's answers do not prove that the list is complete.
        ListTooLargeError: the answer would be larger than the client's `max_response_bytes`.
    """

    def __iter__(self) -> Iterator[T]:
        source = _PageByPage(SyncPages(self, self._whole(), whole=True))
        items: _SyncItems[T] = _SyncItems.from_iterable(source)  # type: ignore[assignment]  # an instance of the class
        items._source = source
        return items

    def pages(self) -> Iterator[list[T]]:
        """Yield the list in pages, as they arrive."""
        return SyncPages(self, self._whole(), whole=True)

    def all(self) -> list[T]:
        """Return every item, in a list."""
        return [item for page in self.pages() for item in page]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return every item as a dict of plain Python values; see `to_dict`."""
        from zgrpc._contract.plain import to_dict

        return to_dict(cast("list[Message]", self.all()))

    def to_arrow(self) -> pa.Table:
        """Return the list as a `pyarrow.Table`, converted page by page: one column for each scalar field.

        Columns have dotted names (``human.email.email``). Times have microseconds and the zone UTC, enum values are
        their names, and lists and maps are JSON text. Needs ``zgrpc[arrow]``.

        Raises:
            ModuleNotFoundError: pyarrow is missing.
        """
        from zgrpc._lists.frames import Rows

        rows = Rows(self._items)
        for page in self.pages():
            rows.add(page)
        return rows.table()

    def to_pandas(self) -> pd.DataFrame:
        """Return the list as a `pandas.DataFrame`; columns as in `to_arrow`. Needs ``zgrpc[pandas]``.

        Raises:
            ModuleNotFoundError: pandas or pyarrow is missing.
        """
        from zgrpc._lists.frames import check_pandas

        check_pandas()
        return self.to_arrow().to_pandas()

    def total(self) -> int:
        """Return how many items the server counts, regardless of the list's own limit and offset; request one item."""
        pages = SyncPages(self, self._counting())
        items = [item for page in pages for item in page]
        return len(items) if self._asked.shape.total is None else pages.counted

    def first(self) -> T | None:
        """Return the first item, or None if the list is empty; request one item."""
        for page in SyncPages(self, self._limited(1)):
            return page[0]
        return None

    def one(self) -> T:
        """Return the only item; request two.

        Raises:
            LookupError: the list has no item, or more than one.
        """
        return self._only([item for page in SyncPages(self, self._limited(2)) for item in page])

    def _begin(self, message: Message) -> Started:
        options, call = self._options, self._call
        return call.start(message, self._timeout(), options.org_id, options.metadata, call._backoff)

    def _send(self, message: Message) -> Message:
        options, call = self._options, self._call
        return call.send(message, self._timeout(), options.org_id, options.metadata, call._backoff)


class AsyncPager(AnyPager[T, "AsyncPagedCall"]):
    """`Pager` for `async for`."""

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(AsyncPages(self, self._whole(), whole=True))

    def pages(self) -> AsyncIterator[list[T]]:
        """Yield the list in pages, as they arrive."""
        return AsyncPages(self, self._whole(), whole=True)

    async def all(self) -> list[T]:
        """Return every item, in a list."""
        return [item async for page in self.pages() for item in page]

    async def to_dicts(self) -> list[dict[str, Any]]:
        """Return every item as a dict of plain Python values; see `to_dict`."""
        from zgrpc._contract.plain import to_dict

        return to_dict(cast("list[Message]", await self.all()))

    async def to_arrow(self) -> pa.Table:
        """Return the list as a `pyarrow.Table`; see `Pager.to_arrow`."""
        from zgrpc._lists.frames import Rows

        rows = Rows(self._items)
        async for page in self.pages():
            rows.add(page)
        return rows.table()

    async def to_pandas(self) -> pd.DataFrame:
        """Return the list as a `pandas.DataFrame`; see `Pager.to_pandas`."""
        from zgrpc._lists.frames import check_pandas

        check_pandas()
        return (await self.to_arrow()).to_pandas()

    async def total(self) -> int:
        """Return how many items the server counts, regardless of the list's own limit and offset; request one item."""
        pages = AsyncPages(self, self._counting())
        items = [item async for page in pages for item in page]
        return len(items) if self._asked.shape.total is None else pages.counted

    async def first(self) -> T | None:
        """Return the first item, or None if the list is empty; request one item."""
        async for page in AsyncPages(self, self._limited(1)):
            return page[0]
        return None

    async def one(self) -> T:
        """Return the only item; request two.

        Raises:
            LookupError: the list has no item, or more than one.
        """
        return self._only([item async for page in AsyncPages(self, self._limited(2)) for item in page])

    def _begin(self, message: Message) -> AsyncStarted[Message]:
        options, call = self._options, self._call
        return call.start(message, self._timeout(), options.org_id, options.metadata, call._backoff)

    async def _send(self, message: Message) -> list[Message]:
        return await self._call.fetch(
            message, self._timeout(), self._options.org_id, self._options.metadata, self._call._backoff
        )
