"""`client.bulk`: bring users, grants, memberships, projects, roles and metadata to a desired state."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc._apply.calls import calls_of, remember
from zgrpc._apply.current import Fetch, Fetched, State, read
from zgrpc._apply.desired import KINDS, parse
from zgrpc._apply.journal import Journal
from zgrpc._apply.plan import Change, Plan, compare, references
from zgrpc._apply.report import Outcome, Report
from zgrpc._calls.progress import check_progress
from zgrpc._errors import ListError, NotFoundError, ZitadelError

if TYPE_CHECKING:
    import os

    from zgrpc._apply.calls import Call
    from zgrpc._apply.desired import Row
    from zgrpc._apply.report import Result
    from zgrpc._calls.progress import Progress, Show

    Desired = Mapping[str, Iterable[Mapping[str, object]]]

__all__ = ["AsyncBulk", "Bulk"]

CONCURRENCY = 32
_LISTS = 8
"""How many lists of the current state are fetched at a time."""
_PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds to wait before the state is read again, when something exists that the state did not show."""
_RESULTS: dict[str, Result] = {"create": "created", "update": "changed", "remove": "removed", "unchanged": "unchanged"}


class Stage(NamedTuple):
    """Changes that may run at the same time. The calls of one change run one after the other."""

    changes: Sequence[Change]
    calls: Callable[[Change], list[Call]]


class Pause(NamedTuple):
    """A time to wait."""

    seconds: float


class Done(NamedTuple):
    """A change that was tried: the responses of its calls, or the error of one."""

    change: Change
    answers: list[object]
    error: ZitadelError | ListError | None = None


Planning = Generator[list[Fetch], Fetched, tuple[Plan, State]]
Applying = Generator[list[Fetch] | Stage | Pause, Any, Report]  # Any: lists give items, stages what was done


def plan_steps(rows: Sequence[Row]) -> Planning:
    """Yield the lists to fetch; return the plan and the state behind it."""
    state = yield from read(rows)
    return compare(rows, state), state


def apply_steps(rows: Sequence[Row], done_before: set[str]) -> Applying:
    """Yield the lists to fetch, then the stages to run; return the report."""
    outcomes = {id(row): Outcome(row, "done before") for row in rows if row.digest in done_before}
    plan, state = yield from plan_steps([row for row in rows if row.digest not in done_before])
    existing, waiting = yield from _change(plan, state, outcomes)
    if existing:
        plan, state = yield from _look_again(existing, waiting)
        yield from _change(plan, state, outcomes)
    return Report([outcomes[id(row)] for row in rows])


def _change(
    plan: Plan, state: State, outcomes: dict[int, Outcome]
) -> Generator[Stage, list[Done], tuple[list[Row], list[Row]]]:
    """Yield the stages of a plan, and note the outcomes by the id of the row.

    Returns:
        the rows of things that turned out to exist, and the rows that depend on a thing that was not created.
    """
    existing: list[Row] = []
    waiting: list[Row] = []
    for change in plan.changes:
        if change.action == "impossible":
            outcomes[id(change.row)] = Outcome(change.row, "failed", change.reason)
        elif change.action == "unchanged":
            outcomes[id(change.row)] = Outcome(change.row, "unchanged")
    for stage in _stages(plan):
        possible = []
        for change in stage:
            missing = _missing(change, state)
            if missing:
                outcomes[id(change.row)] = Outcome(change.row, "failed", missing)
                waiting.append(change.row)
            else:
                possible.append(change)
        for done in (yield Stage(possible, lambda change: calls_of(change, state))):
            outcomes[id(done.change.row)] = _outcome(done)
            if done.error is None:
                remember(done.change, done.answers, state)
            elif _exists(done):
                existing.append(done.change.row)
    return existing, waiting


def _exists(done: Done) -> bool:
    """Return whether something was not created because it exists: somebody was faster, or reads trail writes."""
    return done.change.action == "create" and isinstance(done.error, ZitadelError) and done.error.is_conflict


def _look_again(
    existing: Sequence[Row], waiting: Sequence[Row]
) -> Generator[list[Fetch] | Pause, Any, tuple[Plan, State]]:
    """Compare rows again until reads show what exists, or the pauses are over; return the last plan."""
    known = {id(row) for row in existing}
    pauses = list(_PAUSES)
    while True:
        yield Pause(pauses.pop(0))
        plan, state = yield from plan_steps([*existing, *waiting])
        if not pauses or not any(change.action == "create" and id(change.row) in known for change in plan.changes):
            return plan, state


def _stages(plan: Plan) -> Iterable[list[Change]]:
    """Yield groups of changes: what others depend on is created first and removed last."""
    for kind in KINDS:
        changes = [each for each in plan.changes if each.row.kind == kind and each.action in ("create", "update")]
        if changes:
            yield changes
    for kind in reversed(KINDS):
        changes = [each for each in plan.changes if each.row.kind == kind and each.action == "remove"]
        if changes:
            yield changes


def _missing(change: Change, state: State) -> str:
    """Return what a change depends on that could not be created, in words; empty if nothing."""
    for kind, reference in references(change.row):
        if reference not in (state.users if kind == "users" else state.projects):
            return f"{KINDS[kind].one} {reference!r} was not created"
    return ""


def _outcome(done: Done) -> Outcome:
    row, error = done.change.row, done.error
    if error is None:
        return Outcome(row, _RESULTS[done.change.action])
    gone = isinstance(error, NotFoundError) and done.change.action == "remove"
    if gone or (isinstance(error, ZitadelError) and error.is_unchanged):  # someone else was faster
        return Outcome(row, "unchanged")
    return Outcome(row, "failed", str(error), getattr(error, "id", ""))


def _keep(journal: Journal | None, steps: Applying) -> Applying:
    """Pass steps through, and record unchanged rows in the journal at the end."""
    if journal is None:
        return (yield from steps)
    answer: Fetched | list[Done] | None = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            report: Report = end.value
            for outcome in report.outcomes:
                if outcome.result == "unchanged":
                    journal.add(outcome)
            return report
        answer = yield step


class _Bulk:
    """What both flavors share."""

    def __init__(self, client: Any) -> None:  # Any: a client of either flavor, which lies above this layer
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Bulk(_Bulk):
    """Bring things to a desired state: create what is missing, change what differs, leave the rest alone.

    `desired` is a mapping of kinds to rows. A row is a mapping of fields; fields left out stay as they are, and
    ``"state": "absent"`` removes the thing.

    - ``projects``, identified by `name`: project_role_assertion, project_role_check, has_project_check.
    - ``roles``, by `project` and `key`: display_name, group.
    - ``users``, by `user_name`. People: first_name, last_name, nick_name, display_name, preferred_language, email,
      email_verified, phone, phone_verified; for new users password and password_change_required. Machines: name,
      description. Both: their metadata, grants and memberships as rows.
    - ``metadata``, by `user` and `key`: value (a str or bytes).
    - ``grants``, by `user` and `project`: roles.
    - ``memberships``, by `user` and `project` (without one, of the organization): roles.

    Users are referred to by user name or id, projects by name or id, within the client's organization. Running the same
    rows twice changes nothing the second time. The client's `rate` holds for all calls.

        bot = {"user_name": "bot", "name": "Bot", "metadata": {"team": "blue"}}
        print(client.bulk.apply({"users": [bot]}))
    """

    def plan(self, desired: Desired) -> Plan:
        """Return what `apply` would change, without changing anything.

        Args:
            desired: rows by kind.

        Raises:
            TypeError: a kind, a field or a value has the wrong type.
            ValueError: a row lacks a field, or two rows are about the same thing.
            ZitadelError: the current state could not be read.
            ListError: the current state could not be read completely.
        """
        steps = plan_steps(parse(desired))
        fetches = next(steps)
        while True:
            items = self._fetch(fetches)
            try:
                fetches = steps.send(items)
            except StopIteration as end:
                plan: Plan = end.value[0]
                return plan

    def apply(
        self,
        desired: Desired,
        *,
        journal: str | os.PathLike[str] | None = None,
        concurrency: int = CONCURRENCY,
        progress: Progress | None = None,
    ) -> Report:
        """Change what differs from the desired rows. A row that fails does not stop the others.

        Args:
            desired: rows by kind.
            journal: a file that remembers finished rows. A run that names it again skips them, so that an interrupted
                run goes on where it stopped. None keeps no journal.
            concurrency: the most rows at a time. 32 by default.
            progress: a function, called after each changed row with the number of finished rows of a stage and of all
                its rows; or a bar of tqdm, or rich's `Progress`.

        Returns:
            the outcome of each row; failed ones have ZITADEL's error id.

        Raises:
            TypeError: a kind, a field or a value has the wrong type.
            ValueError: a row lacks a field, two rows are about the same thing, or `journal` is not a journal.
            ZitadelError: the current state could not be read.
            ListError: the current state could not be read completely.
        """
        rows = parse(desired)
        shown = check_progress(progress, "bulk.apply")
        with ExitStack() as stack:
            kept = None if journal is None else stack.enter_context(Journal(journal))
            steps = _keep(kept, apply_steps(rows, set() if kept is None else kept.done))
            answer: Fetched | list[Done] | None = None
            while True:
                try:
                    step = steps.send(answer)
                except StopIteration as end:
                    report: Report = end.value
                    return report
                if isinstance(step, Pause):
                    time.sleep(step.seconds)
                    answer = None
                elif isinstance(step, Stage):
                    answer = self._run(step, kept, concurrency, shown)
                else:
                    answer = self._fetch(step)

    def _fetch(self, fetches: Sequence[Fetch]) -> Fetched:
        def whole(fetch: Fetch) -> list[object]:
            return list(getattr(self._client.management, fetch.rpc)(**fetch.fields))

        return list(self._client.map(whole, fetches, concurrency=_LISTS))

    def _run(self, stage: Stage, journal: Journal | None, concurrency: int, shown: Show | None) -> list[Done]:
        service = self._client.management

        def make(change: Change) -> Done:
            try:
                return Done(change, [getattr(service, call.rpc)(**call.fields) for call in stage.calls(change)])
            except (ZitadelError, ListError) as error:
                return Done(change, [], error)

        finished = []
        for done in self._client.map(make, stage.changes, concurrency=concurrency, ordered=False, progress=shown):
            if journal is not None:
                journal.add(_outcome(done))
            finished.append(done)
        return finished


class AsyncBulk(_Bulk):
    """`Bulk` for asyncio: `plan` and `apply` are awaited."""

    async def plan(self, desired: Desired) -> Plan:
        """Return what `apply` would change, without changing anything; see `Bulk.plan`."""
        steps = plan_steps(parse(desired))
        fetches = next(steps)
        while True:
            items = await self._fetch(fetches)
            try:
                fetches = steps.send(items)
            except StopIteration as end:
                plan: Plan = end.value[0]
                return plan

    async def apply(
        self,
        desired: Desired,
        *,
        journal: str | os.PathLike[str] | None = None,
        concurrency: int = CONCURRENCY,
        progress: Progress | None = None,
    ) -> Report:
        """Change what differs from the desired rows; see `Bulk.apply`."""
        rows = parse(desired)
        shown = check_progress(progress, "bulk.apply")
        with ExitStack() as stack:
            kept = None if journal is None else stack.enter_context(Journal(journal))
            steps = _keep(kept, apply_steps(rows, set() if kept is None else kept.done))
            answer: Fetched | list[Done] | None = None
            while True:
                try:
                    step = steps.send(answer)
                except StopIteration as end:
                    report: Report = end.value
                    return report
                if isinstance(step, Pause):
                    await asyncio.sleep(step.seconds)
                    answer = None
                elif isinstance(step, Stage):
                    answer = await self._run(step, kept, concurrency, shown)
                else:
                    answer = await self._fetch(step)

    async def _fetch(self, fetches: Sequence[Fetch]) -> Fetched:
        async def whole(fetch: Fetch) -> list[object]:
            return [item async for item in getattr(self._client.management, fetch.rpc)(**fetch.fields)]

        return [items async for items in self._client.map(whole, fetches, concurrency=_LISTS)]

    async def _run(self, stage: Stage, journal: Journal | None, concurrency: int, shown: Show | None) -> list[Done]:
        service = self._client.management

        async def make(change: Change) -> Done:
            try:
                return Done(change, [await getattr(service, call.rpc)(**call.fields) for call in stage.calls(change)])
            except (ZitadelError, ListError) as error:
                return Done(change, [], error)

        finished = []
        results = self._client.map(make, stage.changes, concurrency=concurrency, ordered=False, progress=shown)
        async for done in results:
            if journal is not None:
                journal.add(_outcome(done))
            finished.append(done)
        return finished
