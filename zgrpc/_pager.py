"""`Pager` and `AsyncPager`: the lists that list RPCs return. What to ask for next is decided in `_listing`."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import grpc

from zgrpc._errors import UnauthenticatedError, UnavailableError, ZitadelError
from zgrpc._listing import Ask
from zgrpc._retry import pauses
from zgrpc._rpc import did_you_mean

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Iterator, Sequence

    from google.protobuf.message import Message

    from zgrpc._listplan import ListRequest
    from zgrpc._metadata import Pairs

T = TypeVar("T")


class Options(NamedTuple):
    """The call options of a list's requests."""

    timeout: float | None
    org_id: str | None
    metadata: Pairs | None


class _Pages:
    """One run through a list: its steps, and how far they came. The flavours fetch what they ask for."""

    def __init__(self, pager: Any, asked: ListRequest) -> None:
        self._pager = pager  # of the same flavour
        self._asked = asked
        self._steps = asked.steps()
        self._in_flight: dict[tuple[int, int], Any] = {}
        self.handed = 0
        self.counted = 0
        self.total: int | None = None

    def _message(self, offset: int, limit: int) -> Message:
        return self._asked.shape.request(self._asked.template, Ask(offset, limit))

    def _start(self, ask: Ask) -> None:
        """Begin what is not under way yet; a single request is left to the caller, who waits for it anyway."""
        if ask.ahead:
            pager = self._pager
            timeout = pager._timeout()
            for key in (ask[:2], *ask.ahead):
                if key not in self._in_flight:
                    message = self._message(*key)
                    self._in_flight[key] = pager._call.start(
                        message, timeout=timeout, org_id=pager._options.org_id, metadata=pager._options.metadata
                    )

    def _step(self, answer: Any) -> Ask | Sequence[Any]:
        """What the steps want next; raises StopIteration at the end."""
        step = self._steps.send(answer)
        if not isinstance(step, Ask):
            self.handed += len(step)
        return step

    def _fail(self, error: ZitadelError) -> Ask | Sequence[Any]:
        """What the steps make of an error: they may know a way round it."""
        error.items_before = self.handed
        step = self._steps.throw(error)
        if not isinstance(step, Ask):
            self.handed += len(step)
        return step

    def _read(self, response: Any) -> Any:
        answer = self._asked.shape.answer(response)
        if self.total is None and self._asked.shape.kind != "cursor":  # which tells no total
            self.counted = answer.total
            plan = self._asked.plan
            self.total = max(0, answer.total - plan.offset)
            if plan.limit is not None:
                self.total = min(self.total, plan.limit)
            if self._asked is self._pager._asked:
                self._pager._total = self.total
        return answer

    def close(self) -> None:
        """Cancel what is still in flight."""
        self._steps.close()
        while self._in_flight:
            self._in_flight.popitem()[1].cancel()

    def __del__(self) -> None:
        self.close()


class _SyncPages(_Pages):
    """The pages of a `Pager`."""

    def __iter__(self) -> Iterator[list[Any]]:
        return self

    def __next__(self) -> list[Any]:
        return list(self.next())

    def next(self) -> Sequence[Any]:
        """The next page as it came: a slice, or the answer's repeated field, whose items are made one by one."""
        try:
            step = self._step(None)
            while True:
                if isinstance(step, Ask):
                    try:
                        answer = self._read(self._fetch(step))
                    except ZitadelError as error:
                        step = self._fail(error)
                    else:
                        step = self._step(answer)
                elif step:
                    return step
                else:
                    step = self._step(None)
        except BaseException:
            self.close()
            raise

    def _fetch(self, ask: Ask) -> Any:
        self._start(ask)
        under_way = self._in_flight.pop(ask[:2], None)
        if under_way is None:
            return self._pager._send(self._message(*ask[:2]))
        try:
            return under_way.result()
        except grpc.FutureCancelledError:
            raise self._pager._call._error(under_way, self._pager._call._core.source.current) from None
        except grpc.RpcError as error:
            failed = self._pager._call._error(error, self._pager._call._core.source.current)
        finally:
            under_way.cancel()  # where the wait was interrupted; it does nothing to one that ended
        if isinstance(failed, (UnavailableError, UnauthenticatedError)):
            return self._pager._send(self._message(*ask[:2]))
        raise failed


class _AsyncPages(_Pages):
    """The pages of an `AsyncPager`."""

    def __aiter__(self) -> AsyncIterator[list[Any]]:
        return self

    async def __anext__(self) -> list[Any]:
        return list(await self.next())

    async def next(self) -> Sequence[Any]:
        """The next page as it came."""
        try:
            step = self._step(None)
            while True:
                if isinstance(step, Ask):
                    try:
                        answer = self._read(await self._fetch(step))
                    except ZitadelError as error:
                        step = self._fail(error)
                    else:
                        step = self._step(answer)
                elif step:
                    return step
                else:
                    step = self._step(None)
        except StopIteration:
            self.close()
            raise StopAsyncIteration from None
        except BaseException:
            self.close()
            raise

    def _start(self, ask: Ask) -> None:
        before = set(self._in_flight)
        super()._start(ask)
        for key in self._in_flight.keys() - before:
            self._in_flight[key].add_done_callback(_retrieved)

    async def _fetch(self, ask: Ask) -> Any:
        self._start(ask)
        under_way = self._in_flight.pop(ask[:2], None)
        if under_way is None:
            return await self._pager._send(self._message(*ask[:2]))
        try:
            return await under_way
        except UnavailableError:
            return await self._pager._send(self._message(*ask[:2]))
        finally:
            under_way.cancel()


def _retrieved(task: asyncio.Task[Any]) -> None:
    """Take note of the error of a request that nobody waits for any more, which asyncio would complain of."""
    if not task.cancelled():
        task.exception()


def _to_come(pages: _Pages, page: Any) -> Any:
    """How many items are to come, as far as is known; `page` is the iterator of the page that is being given out."""
    return NotImplemented if pages.total is None else max(0, pages.total - pages.handed + page.__length_hint__())


class _PageByPage:
    """The iterators of a list's pages, and the one that is being given out."""

    def __init__(self, pages: _SyncPages) -> None:
        self.pages = pages
        self.page: Any = iter(())

    def __iter__(self) -> Iterator[Iterator[Any]]:
        return self

    def __next__(self) -> Iterator[Any]:
        self.page = iter(self.pages.next())
        return self.page  # type: ignore[no-any-return]  # a list's, or a repeated field's


class _SyncItems(chain[T]):
    """The items of a list, one at a time; `operator.length_hint` tells how many are to come, as far as is known."""

    _source: _PageByPage

    def __length_hint__(self) -> Any:
        return _to_come(self._source.pages, self._source.page)


class _AsyncItems(Generic[T]):
    """As `_SyncItems`."""

    def __init__(self, pages: _AsyncPages) -> None:
        self._pages = pages
        self._page: Any = iter(())

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        for item in self._page:
            return item  # type: ignore[no-any-return]  # a list's item
        self._page = iter(await self._pages.next())
        return next(self._page)  # type: ignore[no-any-return]  # a list's item

    def __length_hint__(self) -> Any:
        return _to_come(self._pages, self._page)


class _Pager(Generic[T]):
    """What both flavours of a list share."""

    def __init__(self, call: Any, asked: ListRequest, options: Options) -> None:
        self._call = call
        self._asked = asked
        self._options = options
        self._total: int | None = None

    def _timeout(self) -> float:
        given = self._options.timeout
        return self._call._core.timeout if given is None else given

    def _limited(self, limit: int) -> ListRequest:
        plan = self._asked.plan
        limit = limit if plan.limit is None or plan.limit > limit else plan.limit
        return self._asked._replace(plan=replace(plan, limit=limit))

    def _counting(self) -> ListRequest:
        """The request that tells the total: one item of the whole list, or the list where it has no total."""
        if self._asked.shape.total is None:
            return self._asked._replace(plan=replace(self._asked.plan, offset=0, limit=None))
        return self._asked._replace(plan=replace(self._asked.plan, offset=0, limit=1))

    def _only(self, items: Sequence[T]) -> T:
        if len(items) == 1:
            return items[0]
        count = "more than one item" if items else "no item"
        raise LookupError(f"{self._call.__name__}: {count} where one() wants exactly one")

    def __length_hint__(self) -> Any:
        return NotImplemented if self._total is None else self._total

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._call.__name__}>"

    if not TYPE_CHECKING:  # the checkers know what there is

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            hint = did_you_mean(name, [key for key in dir(type(self)) if not key.startswith("_")])
            if name in self._call.rpc.response_class.DESCRIPTOR.fields_by_name:
                hint = f"; iterate it, or take {self._call.__name__}.page() for the answer with {name!r}"
            raise AttributeError(f"{type(self).__name__} has no {name!r}{hint}")


class Pager(_Pager[T]):
    """A list, complete or an error; nothing is sent until it is iterated, and each iteration fetches anew.

    Raises:
        ZitadelError: a request failed; `items_before` says how many items came before it.
        IncompleteListError: the server's answers do not add up to the whole list.
        ListTooLargeError: the answer would be larger than the client's `max_response_bytes`.
    """

    def __iter__(self) -> Iterator[T]:
        source = _PageByPage(_SyncPages(self, self._asked))
        items: _SyncItems[T] = _SyncItems.from_iterable(source)  # type: ignore[assignment]  # an instance of the class
        items._source = source
        return items

    def pages(self) -> Iterator[list[T]]:
        """The list in the pieces in which it arrives."""
        return _SyncPages(self, self._asked)

    def total(self) -> int:
        """How many items the server counts, whatever the list's own limit and offset; asks for one item."""
        pages = _SyncPages(self, self._counting())
        items = [item for page in pages for item in page]
        return len(items) if self._asked.shape.total is None else pages.counted

    def first(self) -> T | None:
        """The first item, None of an empty list; asks for one item."""
        for page in _SyncPages(self, self._limited(1)):
            return page[0]  # type: ignore[no-any-return]  # a list's item
        return None

    def one(self) -> T:
        """The only item; asks for two.

        Raises:
            LookupError: there is none, or more than one.
        """
        return self._only([item for page in _SyncPages(self, self._limited(2)) for item in page])

    def _send(self, message: Message) -> Any:
        return self._call.send(message, self._timeout(), self._options.org_id, self._options.metadata, pauses())


class AsyncPager(_Pager[T]):
    """A list for `async for`; as `Pager`."""

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(_AsyncPages(self, self._asked))

    def pages(self) -> AsyncIterator[list[T]]:
        """The list in the pieces in which it arrives."""
        return _AsyncPages(self, self._asked)

    async def total(self) -> int:
        """How many items the server counts, whatever the list's own limit and offset; asks for one item."""
        pages = _AsyncPages(self, self._counting())
        items = [item async for page in pages for item in page]
        return len(items) if self._asked.shape.total is None else pages.counted

    async def first(self) -> T | None:
        """The first item, None of an empty list; asks for one item."""
        async for page in _AsyncPages(self, self._limited(1)):
            return page[0]  # type: ignore[no-any-return]  # a list's item
        return None

    async def one(self) -> T:
        """The only item; asks for two.

        Raises:
            LookupError: there is none, or more than one.
        """
        return self._only([item async for page in _AsyncPages(self, self._limited(2)) for item in page])

    async def _send(self, message: Message) -> Any:
        return await self._call.send(message, self._timeout(), self._options.org_id, self._options.metadata, pauses())
