"""The decisions of a mirror: what to fetch next, and what to write, as generators that sync and asyncio drive alike."""

from __future__ import annotations

import itertools
import time
from collections.abc import Generator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.mirror._events import AGGREGATES, Event, Outcome, apply, changes_user
from zgrpc.mirror._snapshot import Fetch, snapshot, user_row
from zgrpc.mirror._store import net

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.mirror._store import Change, Row, Store

__all__ = ["Count", "EventsPage", "Plan", "check", "cycle", "next_page", "verify"]

PAGE = 1_000
"""The most events of one answer (`admin.ListEvents`, ZITADEL v4)."""

OVERLAP = 10.0
"""Seconds that are asked for again each time: an event may become visible after one that was created later."""

PATIENCE = 60.0
"""Seconds after which the mirror takes a look-up that is older than its event. ZITADEL's reads trail its writes."""

MICROSECOND = 1e-6
"""The precision of the times of events."""

_CHUNK = 100


class EventsPage(NamedTuple):
    """One page of events to fetch, oldest first, from a moment in seconds since the epoch; None for the newest only."""

    since: float | None
    aggregates: Sequence[str]
    org_id: str | None


class Count(NamedTuple):
    """One total to fetch: how many items a list has."""

    rpc: str
    org_id: str | None


Step = list[Fetch] | EventsPage | list[Count]
Steps = Generator[Step, Any, list["Change"]]


class Lists(NamedTuple):
    """Complete lists of everything, or of some organizations."""

    rows: Mapping[str, Mapping[Row, Row]]
    orgs: Sequence[str] | None = None


@dataclass
class Plan:
    """What a mirror holds, and how it learns of changes.

    Attributes:
        store: the rows.
        what: the tables to fill.
        orgs: the organizations; None for all of the instance.
        events: whether to follow `admin.ListEvents`; False lists everything each time.
        clock: seconds since the epoch.
        written: the changes that were written and not reported yet.
        fresh: table and key of the rows that the last events changed, those applied again left out.
        relisted: what changed by listing everything, because the last events were too many at one moment; else None.
    """

    store: Store
    what: tuple[str, ...]
    orgs: tuple[str, ...] | None
    events: bool
    clock: Callable[[], float] = time.time
    written: list[Change] = field(default_factory=list)
    fresh: set[tuple[str, Row]] = field(default_factory=set)
    relisted: list[Change] | None = None

    @property
    def org_id(self) -> str | None:
        """The one organization whose events matter; None for several."""
        return self.orgs[0] if self.orgs is not None and len(self.orgs) == 1 else None

    @property
    def position(self) -> float | None:
        """When the newest known event was created; None before the first list was whole, and without events."""
        noted = self.store.noted("position") if self.events else None
        return None if noted is None else float(noted)


def cycle(plan: Plan) -> Steps:
    """Bring the mirror up to date: everything the first time, then what the events say, or everything again."""
    began = plan.clock()
    if plan.events and plan.position is not None:
        yield from _catch_up(plan, plan.position)
    else:
        yield from _everything(plan)
    if plan.events:
        yield from _look_up(plan)
        yield from _relist(plan)
    _note_fresh(plan, began)
    return list(plan.written)


def verify(plan: Plan) -> Steps:
    """List everything, compare, repair; returns what differed, without what changed meanwhile."""
    began, position = plan.clock(), plan.position
    if position is None:
        differences = yield from _everything(plan)
    else:
        yield from _catch_up(plan, position)
        waiting = _waiting(plan.store)
        rows = yield from snapshot(plan.what, plan.orgs)
        differences = yield from _catch_up(plan, plan.position or position, Lists(rows))
        waiting |= plan.fresh
        looked_up = yield from _look_up(plan)
        differences += [change for change in looked_up if change.place not in waiting]
    _note_fresh(plan, began)
    plan.store.note("verified", repr(began))
    return differences


def check(plan: Plan) -> Steps:
    """Compare counts with ZITADEL's totals, and verify if one differs; returns what the repair changed."""
    if plan.orgs is None:
        (found,) = yield [Fetch("admin.list_orgs", {})]
        orgs = [org.id for org in found]
    else:
        orgs = list(plan.orgs)
    lists = {"users": "management.list_users", "grants": "management.list_user_grants"}
    counts = [(table, Count(lists[table], org)) for table in plan.what if table in lists for org in orgs]
    totals = (yield [count for _, count in counts]) if counts else []
    for (table, count), total in zip(counts, totals, strict=True):
        if len(plan.store.rows(table, "org_id = ?", count.org_id or "")) != total:
            return (yield from verify(plan))
    return []


def _waiting(store: Store) -> set[tuple[str, Row]]:
    """Return table and key of the users that are still to be looked up."""
    return {("users", (user,)) for (user,) in store.connection.execute("SELECT user_id FROM pending")}


def _note_fresh(plan: Plan, began: float) -> None:
    """Note until when everything written is in the rows: until `began`, or a user that is still to be looked up."""
    (oldest,) = plan.store.connection.execute(
        "SELECT min(created) FROM pending p JOIN seen s"
        " ON s.aggregate = 'user/' || p.user_id AND s.sequence = p.sequence"
    ).fetchone()
    plan.store.note("fresh", repr(began if oldest is None else min(began, oldest)))


def _everything(plan: Plan) -> Steps:
    if plan.events:
        newest = yield EventsPage(None, AGGREGATES, plan.org_id)
        position = max((Event.read(event).created for event in newest), default=0.0)
        rows = yield from snapshot(plan.what, plan.orgs)
        return (yield from _catch_up(plan, position, Lists(rows)))
    rows = yield from snapshot(plan.what, plan.orgs)
    with plan.store.transaction():
        changes = plan.store.replace(rows, {})
    plan.written += changes
    return changes


def _catch_up(plan: Plan, position: float, lists: Lists | None = None) -> Steps:
    """Fetch and apply the events since the last ones, page by page; return by what complete lists differed.

    An event may become visible after later ones were applied. Then those are applied again after it, all at once, so
    that the newest change wins. Lists may trail the events as well: those of the last `PATIENCE` seconds are
    applied again on top of them.

    Args:
        plan: the mirror.
        position: when the newest known event was created.
        lists: what to replace rows by.
    """
    asked = plan.clock()
    since = _since(plan.store, position, OVERLAP if lists is None else PATIENCE)
    held: list[Event] = []
    holding = lists is not None
    passed: float | None = None
    plan.relisted = None
    plan.fresh = set()
    while True:
        page = yield EventsPage(since, AGGREGATES, plan.org_id)
        events = [Event.read(event) for event in page]
        held += events
        holding = holding or _some_late(plan.store, events)
        if not holding:
            _write(plan, position, held)
            held = []
        if len(events) < PAGE:
            break
        times = [event.created for event in events]
        begin = next_page(times, since)
        if begin is None:
            passed = max(times)
            yield from _pass_over(plan)
        since = max(*times, since + MICROSECOND) if begin is None else begin
    relisted: list[Change] | None = plan.relisted
    differences: list[Change] = []
    if relisted is not None and lists is not None:  # later than the lists
        _write(plan, position, held)
        differences = relisted
    elif holding:
        differences = _write(plan, position, held, lists)
    # Not before everything is written: else the next try would not fetch again what a failed write has lost.
    plan.store.note("asked", repr(asked))
    if passed is not None:
        plan.store.note("past", repr(passed))
    return differences


def _since(store: Store, position: float, overlap: float) -> float:
    """Return from when on events are to be fetched.

    That is an overlap before the newest known event, or right behind it if the last request was made so long after it
    became known that whatever is older was visible by then: a burst is not fetched again until the next event.
    """
    past, asked, moved = (float(store.noted(key) or 0.0) for key in ("past", "asked", "moved"))
    return max(position if asked - moved > overlap else position - overlap, past)


def _some_late(store: Store, events: Sequence[Event]) -> bool:
    """Return whether an event that is new stands before one that was applied."""
    seen = [
        store.connection.execute("SELECT 1 FROM seen WHERE aggregate = ? AND sequence = ?", event.identity).fetchone()
        for event in events
    ]
    first = next((number for number, found in enumerate(seen) if not found), len(seen))
    return any(seen[first:])


def _write(plan: Plan, position: float, events: Sequence[Event], lists: Lists | None = None) -> list[Change]:
    """Apply events, on top of lists or from the first new one on, in one transaction; return by what lists differed."""
    store = plan.store
    with store.transaction():
        fresh = {event.identity for event in events if _is_new(store, event)}
        concerned = [event for event in events if _concerns(plan, event)]
        if lists is None:
            changes: list[Change] = []
            concerned = list(itertools.dropwhile(lambda event: event.identity not in fresh, concerned))
        else:  # a list says less of a user who changed than the look-up to come
            changed = {event.aggregate_id for event in concerned if changes_user(event)}
            users = {(user,) for user in changed} | {key for _, key in _waiting(store)}
            changes = store.replace(lists.rows, {"users": users}, lists.orgs)
            for org in lists.orgs or ():
                store.connection.execute("DELETE FROM meta WHERE key = ?", (f"stale {org}",))
        done = apply(concerned, store, frozenset(plan.what), fresh, changes)
        _note(plan, done, None if lists is not None else fresh)
        newest = max([position, plan.position or 0.0, *(event.created for event in events)])
        if newest != plan.position:
            store.note("position", repr(newest))
            store.note("moved", repr(plan.clock()))
        store.connection.execute("DELETE FROM seen WHERE created < ?", (newest - PATIENCE - 2 * OVERLAP,))
    changes = net([*changes, *done.changes])
    plan.written += changes
    plan.fresh |= done.fresh
    return [change for change in changes if change.place not in plan.fresh]


def next_page(times: list[float], since: float) -> float | None:
    """Return the moment at which the page after a full one begins; None if it would be the same page.

    Two pages overlap, because an event may stand behind events that were created later.

    Args:
        times: when the events of the page were created, in its order.
        since: where the page began.
    """
    newest = max(times)
    for begin in (max(newest - OVERLAP, min(times[len(times) // 2 :])), newest):
        if begin - MICROSECOND > since:
            return begin - MICROSECOND
    return None


def _pass_over(plan: Plan) -> Steps:
    """List everything, because more events were created at one moment than a page holds."""
    rows = yield from snapshot(plan.what, plan.orgs)
    with plan.store.transaction():
        changes = plan.store.replace(rows, {})
    plan.written += changes
    plan.relisted = [*(plan.relisted or ()), *changes]
    return changes


def _is_new(store: Store, event: Event) -> bool:
    """Return whether an event was not applied yet, and remember it."""
    row = (*event.identity, event.created)
    return store.connection.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", row).rowcount == 1


def _concerns(plan: Plan, event: Event) -> bool:
    return plan.orgs is None or event.org_id in plan.orgs


def _note(plan: Plan, done: Outcome, fresh: AbstractSet[tuple[str, int]] | None) -> None:
    """Remember what events leave to do, in the same transaction.

    Args:
        plan: the mirror.
        done: what the events did.
        fresh: the events that are new, whose users are looked up; None for the users of all.
    """
    connection, now = plan.store.connection, plan.clock()
    connection.executemany("DELETE FROM pending WHERE user_id = ?", [(user,) for user in done.removed])
    for user, (org, sequence) in done.users.items():
        if fresh is None or (f"user/{user}", sequence) in fresh:
            connection.execute(
                "INSERT INTO pending VALUES (?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE"
                " SET sequence = max(sequence, excluded.sequence)",
                (user, org, sequence, now),
            )
    for org in done.stale_orgs:
        plan.store.note(f"stale {org}", "1")


def _look_up(plan: Plan) -> Steps:
    """Look up the users whose events said that they changed, many in one request."""
    store, changes = plan.store, []
    waiting = store.connection.execute("SELECT user_id, org_id, sequence, since FROM pending").fetchall()
    by_org: dict[str, list[tuple[str, int, float]]] = {}
    for user, org, sequence, since in waiting:
        by_org.setdefault(org, []).append((user, sequence, since))
    chunks = [(org, users[i : i + _CHUNK]) for org, users in by_org.items() for i in range(0, len(users), _CHUNK)]
    if not chunks:
        return []
    found = yield [
        Fetch("management.list_users", {"where": {"in_user_ids": [user for user, _, _ in users]}}, org)
        for org, users in chunks
    ]
    now = plan.clock()
    with store.transaction():
        for (_, users), items in zip(chunks, found, strict=True):
            known = {item.id: item for item in items}
            for user, sequence, since in users:
                item, late = known.get(user), now - since > PATIENCE
                if item is not None and (item.details.sequence >= sequence or late):
                    change = store.put("users", user_row(item))
                elif item is None and late:
                    change = store.remove("users", (user,))
                else:
                    continue
                store.connection.execute("DELETE FROM pending WHERE user_id = ?", (user,))
                changes += [change] if change else []
    plan.written += changes
    return changes


def _relist(plan: Plan) -> Steps:
    """List the organizations again whose events did not say enough."""
    stale = [
        key.removeprefix("stale ")
        for (key,) in plan.store.connection.execute("SELECT key FROM meta WHERE key LIKE 'stale %'")
    ]
    if not stale:
        return []
    rows = yield from snapshot(plan.what, stale)
    return (yield from _catch_up(plan, plan.position or 0.0, Lists(rows, stale)))
