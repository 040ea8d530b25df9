"""`AsyncMirror`: a mirror for asyncio."""

from __future__ import annotations

import asyncio
import operator
from typing import TYPE_CHECKING, Any, Self

from zgrpc._errors import PermissionDeniedError
from zgrpc.mirror._base import PARALLEL, MirrorBase, events_request, moment_of
from zgrpc.mirror._steps import Count, EventsPage, Plan, check, cycle, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    import zgrpc
    from zgrpc.mirror._snapshot import Fetch
    from zgrpc.mirror._steps import Steps
    from zgrpc.mirror._store import Change

__all__ = ["AsyncMirror"]


class AsyncMirror(MirrorBase):
    """`Mirror` for asyncio: it keeps up in a task; `sync`, `verify`, `check`, `wait_until` and `close` are awaited."""

    _client: zgrpc.AsyncClient
    _flavor = "AsyncClient"

    def _prepare(self) -> None:
        self._busy = asyncio.Lock()
        self._advanced = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def sync(self) -> list[Change]:
        """Catch up once, now; see `Mirror.sync`."""
        return await self._follow(cycle)

    async def verify(self) -> list[Change]:
        """List everything, compare and repair; see `Mirror.verify`."""
        return await self._follow(verify)

    async def check(self) -> list[Change]:
        """Compare counts with ZITADEL's totals; see `Mirror.check`."""
        return await self._follow(check)

    async def wait_until(self, since: Any = None, *, timeout: float = 30.0) -> None:  # noqa: ASYNC109 - as `Mirror`
        """Wait until the mirror holds everything written until a moment; see `Mirror.wait_until`."""
        moment = moment_of(since, self._plan.clock)
        try:
            async with asyncio.timeout(timeout), self._advanced:
                await self._advanced.wait_for(lambda: self._reached(moment))
        except TimeoutError:
            raise TimeoutError(f"the mirror did not catch up within {timeout:g} s") from self._error

    async def start(self) -> Self:
        """Fill the mirror, then keep up in a task of its own."""
        await self.sync()
        self._task = asyncio.create_task(self._keep_up(), name="zgrpc-mirror")
        return self

    async def close(self) -> None:
        """Stop keeping up and close the file."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None
        async with self._busy:
            self._store.close()

    async def __aenter__(self) -> Self:
        try:
            return await self.start()
        except BaseException:
            await self.close()
            raise

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _keep_up(self) -> None:
        pause = self._interval
        while True:
            await asyncio.sleep(pause)
            try:
                await self._follow(self._due())
                pause = self._interval
            except Exception as error:  # noqa: BLE001 - a task that ends leaves rows that nobody knows are old
                pause = self._pause_after(error, pause)

    async def _follow(self, decide: Callable[[Plan], Steps]) -> list[Change]:
        async with self._busy:
            while True:
                try:
                    changes = await self._drive(decide(self._plan))
                except PermissionDeniedError as error:
                    if self._without_events(error):
                        continue
                    self._failed(error)
                    raise
                except Exception as error:
                    self._failed(error)
                    raise
                break
            self._error = None
        self._tell()
        async with self._advanced:
            self._advanced.notify_all()
        return changes

    async def _drive(self, steps: Steps) -> list[Change]:
        answer: Any = None
        while True:
            step = await _in_thread(steps, answer)
            if isinstance(step, _Done):
                return step.changes
            if isinstance(step, EventsPage):
                page = await self._client.admin.list_events.page(events_request(step))
                answer = list(page.events)
            else:
                answer = [found async for found in self._client.map(self._fetch, step, concurrency=PARALLEL)]
            if self._metrics is not None:
                self._metrics.requested(1 if isinstance(step, EventsPage) else len(step))

    async def _fetch(self, step: Fetch | Count) -> Any:
        rpc = operator.attrgetter(step.rpc)(self._client.with_org(step.org_id) if step.org_id else self._client)
        return await rpc().total() if isinstance(step, Count) else [item async for item in rpc(**step.fields)]


class _Done:
    """The end of a mirror's steps."""

    def __init__(self, changes: list[Change]) -> None:
        self.changes = changes


async def _in_thread(steps: Steps, answer: Any) -> Any:
    """Go on to the next step in a thread, because writing a large list takes a while.

    A thread cannot be canceled. If the task is, it waits for the thread, so that no two threads write at once and none
    writes into a closed file.
    """
    thread = asyncio.get_running_loop().run_in_executor(None, _next, steps, answer)
    canceled: asyncio.CancelledError | None = None
    while not thread.done():
        try:
            await asyncio.wait([thread])
        except asyncio.CancelledError as error:
            canceled = error
    if canceled is not None:
        raise canceled
    return thread.result()


def _next(steps: Steps, answer: Any) -> Any:
    try:
        return steps.send(answer)
    except StopIteration as end:
        return _Done(end.value)
