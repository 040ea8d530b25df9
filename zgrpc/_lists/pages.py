"""The drivers of a list's steps: they send the requests of the steps, wait, and yield the items.

Both flavors share their decisions in `Pages`, and differ only in how they wait.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from zgrpc._errors import ZitadelError
from zgrpc._lists.steps import FIRST_PAGE, Answer, Ask, size_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from google.protobuf.message import Message

    from zgrpc._calls.started import AsyncStarted, Started
    from zgrpc._lists.pager import AsyncPager, Pager
    from zgrpc._lists.plan import ListRequest

T = TypeVar("T")


class _Cancelable(Protocol):
    def cancel(self) -> None: ...


StartedT = TypeVar("StartedT", bound=_Cancelable)


class Pages(Generic[T, StartedT]):
    """One run through a list: its steps and its progress."""

    def __init__(self, pager: Pager[T] | AsyncPager[T], asked: ListRequest, *, whole: bool = False) -> None:
        self._pager = pager
        self.whole = whole  # whether it is the list as requested, not only a part of it
        self.begun = False
        self._asked = asked
        self._steps = asked.steps()
        self._in_flight: dict[Ask, StartedT] = {}
        self._busy = False
        self.yielded = 0
        self.counted = 0
        self.bytes = 0
        self.total: int | None = None

    def _message(self, ask: Ask) -> Message:
        return self._asked.shape.request(self._asked.template, ask)

    def _begin(self, message: Message) -> StartedT:
        """Begin a request."""
        raise NotImplementedError

    def _start(self, ask: Ask) -> None:
        """Begin the requests that are not under way. A single one is left to the caller, who waits for it anyway."""
        wanted = [ask._replace(offset=offset, ahead=()) for offset in (ask.offset, *ask.ahead)]
        for key in self._in_flight.keys() - set(wanted):
            self._in_flight.pop(key).cancel()
        if ask.ahead:
            for key in wanted:
                if key not in self._in_flight:
                    self._in_flight[key] = self._begin(self._message(key))

    def _step(self, answer: Answer | None) -> Ask | Sequence[object]:
        """Return the next request or items; raise StopIteration at the end."""
        return self._counted(self._steps.send(answer))  # type: ignore[arg-type]  # None begins and goes on

    def _fail(self, error: ZitadelError) -> Ask | Sequence[object]:
        """Return what the steps do after an error; they may work around it."""
        error.items_before = self.yielded
        return self._counted(self._steps.throw(error))

    def _counted(self, step: Ask | Sequence[object]) -> Ask | Sequence[object]:
        if not isinstance(step, Ask) and step:
            self.yielded += len(step)
            progress = self._pager._options.progress
            if progress is not None:
                progress(self.yielded, self.total)
        return step

    def _read(self, messages: Sequence[Message]) -> Answer:
        """Return the answer of a response, which may come in several messages."""
        asked = self._asked
        answer = asked.shape.answer(messages)
        if self.total is None and asked.shape.kind not in ("cursor", "events"):  # they report no total
            self.counted = answer.total
            self.total = max(0, answer.total - asked.plan.offset)
            if asked.plan.limit is not None:
                self.total = min(self.total, asked.plan.limit)
            if self.whole:
                self._pager._total = self.total
        if self.whole and answer.got > FIRST_PAGE["offset"]:
            self.bytes = size_of(answer, answer.got, asked.plan.max_bytes)
        return answer

    def _enter(self, error: type[Exception], name: str) -> None:
        if self._busy:
            raise error(f"{name} is already running: an iterator of a list serves one consumer at a time")
        self._busy = self.begun = True

    def close(self) -> None:
        """Cancel what is in flight."""
        self._steps.close()
        while self._in_flight:
            self._in_flight.popitem()[1].cancel()

    def __del__(self) -> None:
        if not self._busy:
            self.close()


class SyncPages(Pages[T, "Started"]):
    """The pages of a `Pager`."""

    _pager: Pager[T]

    def __iter__(self) -> Iterator[list[T]]:
        return self

    def __next__(self) -> list[T]:
        return list(self.next())

    def next(self) -> Sequence[T]:
        """Return the next page: a list, or the response's repeated field, which creates its items one by one."""
        self._enter(ValueError, "iterator")
        try:
            step = self._step(None)
            while True:
                if isinstance(step, Ask):
                    try:
                        answer = self._read((self._fetch(step),))
                    except ZitadelError as error:
                        step = self._fail(error)
                    else:
                        step = self._step(answer)
                elif step:
                    return cast("Sequence[T]", step)
                else:
                    step = self._step(None)
        except StopIteration:
            self._pager._ended(self)
            self.close()
            raise
        except BaseException:
            self.close()
            raise
        finally:
            self._busy = False

    def _begin(self, message: Message) -> Started:
        return self._pager._begin(message)

    def _fetch(self, ask: Ask) -> Message:
        self._start(ask)
        key = ask._replace(ahead=())
        under_way = self._in_flight.pop(key, None)
        if under_way is None:
            return self._pager._send(self._message(key))
        try:
            return under_way.result()
        finally:
            under_way.cancel()  # in case the wait was interrupted; a finished call is not affected


class AsyncPages(Pages[T, "AsyncStarted[Message]"]):
    """The pages of an `AsyncPager`."""

    _pager: AsyncPager[T]

    def __aiter__(self) -> AsyncIterator[list[T]]:
        return self

    async def __anext__(self) -> list[T]:
        return list(await self.next())

    async def next(self) -> Sequence[T]:
        """Return the next page."""
        self._enter(RuntimeError, "asynchronous iterator")
        try:
            if self.yielded:  # between pages, other tasks may run
                await asyncio.sleep(0)
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
                    return cast("Sequence[T]", step)
                else:
                    await asyncio.sleep(0)
                    step = self._step(None)
        except StopIteration:
            self._pager._ended(self)
            self.close()
            raise StopAsyncIteration from None
        except BaseException:
            self.close()
            raise
        finally:
            self._busy = False

    def _begin(self, message: Message) -> AsyncStarted[Message]:
        return self._pager._begin(message)

    async def _fetch(self, ask: Ask) -> list[Message]:
        self._start(ask)
        key = ask._replace(ahead=())
        under_way = self._in_flight.pop(key, None)
        if under_way is None:
            return await self._pager._send(self._message(key))
        try:
            return [await under_way.result()]
        finally:
            under_way.cancel()


if TYPE_CHECKING:
    AnyPages = SyncPages[T] | AsyncPages[T]
