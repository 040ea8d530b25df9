"""What `Mirror` and `AsyncMirror` share: the store, the plan, and everything that reads."""

from __future__ import annotations

import datetime
import logging
import time
from typing import TYPE_CHECKING, Any, ClassVar, cast

import zgrpc
from zgrpc._fork import in_child
from zgrpc.mirror import _reader
from zgrpc.mirror._metrics import Metrics
from zgrpc.mirror._schema import TABLES
from zgrpc.mirror._steps import PAGE, EventsPage, Plan, check, cycle, verify
from zgrpc.mirror._store import Store

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from zgrpc._errors import PermissionDeniedError
    from zgrpc.mirror._reader import Grant
    from zgrpc.mirror._steps import Steps
    from zgrpc.mirror._store import Change

    OnChange = Callable[[Sequence[Change]], object]

__all__ = ["MirrorBase", "events_request", "log", "moment_of"]

log = logging.getLogger("zgrpc.mirror")

INTERVAL = 5.0
VERIFY_EVERY = 86_400.0
CHECK_EVERY = 3_600.0
LONGEST_PAUSE = 60.0
PARALLEL = 8


class MirrorBase:
    """What both flavors share: the store, the plan and everything that reads."""

    _flavor: ClassVar[str]
    """The name of the client that the flavor takes."""

    def __init__(
        self,
        client: Any,
        path: str | os.PathLike[str] | None = None,
        *,
        what: Iterable[str] = tuple(TABLES),
        orgs: Iterable[str] | None = None,
        events: bool | None = None,
        interval: float = INTERVAL,
        check_every: float = CHECK_EVERY,
        verify_every: float = VERIFY_EVERY,
        on_change: OnChange | None = None,
        otel: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not isinstance(client, getattr(zgrpc, self._flavor)):
            article = "an" if self._flavor == "AsyncClient" else "a"
            mirror = "AsyncMirror" if self._flavor == "AsyncClient" else "Mirror"
            raise TypeError(f"client: {mirror} takes {article} {self._flavor}, not {type(client).__name__}")
        tables = tuple(what)
        for table in tables:
            if table not in TABLES:
                raise ValueError(f"what: there is no table {table!r}; there are {', '.join(TABLES)}")
        if isinstance(orgs, str):
            raise TypeError("orgs must be a list of ids, such as ['69629023906488334'], not one str")
        for name, value in (("interval", interval), ("check_every", check_every), ("verify_every", verify_every)):
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
                raise ValueError(f"{name} must be a number of seconds above 0, not {value!r}")
        chosen = None if orgs is None else tuple(orgs)
        self._scope = (
            f"{'all organizations' if chosen is None else ' '.join(sorted(chosen))}: {' '.join(sorted(tables))}"
        )
        self._client = client
        self._store = Store(path, self._scope)
        self._plan = Plan(self._store, tables, chosen, events is not False, clock)
        self._events_wanted = events
        self._interval = interval
        self._every = {verify: verify_every, check: check_every}
        self._on_change = on_change
        self._error: Exception | None = None
        self._metrics = Metrics(self) if otel else None
        self._next = {decide: self._plan.clock() + seconds for decide, seconds in self._every.items()}
        self._prepare()
        in_child(self, MirrorBase._forked)

    def _forked(self) -> None:
        """Raise from now on: nothing in a child keeps the rows fresh, and `lag`, read from the file, hides that."""
        self._store.leave()
        self._store = self._plan.store = cast("Store", _Elsewhere())
        self._prepare()

    def _prepare(self) -> None:
        """Make what the flavor waits with."""
        raise NotImplementedError

    def grants_of(self, user_id: str) -> list[Grant]:
        """Return the active grants of a user, in every organization that the mirror holds."""
        return self._store.grants_of(user_id)

    def has_role(self, user_id: str, project_id: str, role: str, *, org_id: str | None = None) -> bool:
        """Return whether an active grant gives a user a role of a project, from memory.

        Args:
            user_id: the user.
            project_id: the project.
            role: the key of the role.
            org_id: the organization that granted it; None for any.
        """
        return self._store.has_role(user_id, project_id, role, org_id)

    @property
    def lag(self) -> float:
        """Seconds since the mirror last knew that it was up to date; infinite before its first list was whole."""
        with self._store.reading() as connection:
            return _reader.lag(connection, self._plan.clock())

    @property
    def error(self) -> Exception | None:
        """Why the last try to catch up failed; None after one that succeeded."""
        return self._error

    @property
    def follows_events(self) -> bool:
        """Whether the mirror follows events; False if it lists everything each time."""
        return self._plan.events

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that the mirror fills."""
        return self._plan.what

    def count(self, table: str) -> int:
        """Return the number of rows of a table."""
        if table not in TABLES:
            raise ValueError(f"there is no table {table!r}; there are {', '.join(TABLES)}")
        with self._store.reading() as connection:
            return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - checked

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._scope}>"

    def _without_events(self, error: PermissionDeniedError) -> bool:
        """Fall back to listing everything if events are not permitted, unless the caller requires events."""
        denied = error.method.endswith("AdminService/ListEvents")
        if not denied or self._events_wanted is True or not self._plan.events:
            return False
        log.warning("events are not permitted (%s): the mirror lists everything each time, which costs more", error)
        self._plan.events = False
        return True

    def _due(self) -> Callable[[Plan], Steps]:
        """Return what to do now: a regular check if one is due, else a catch-up."""
        now = self._plan.clock()
        for decide, every in self._every.items():
            if now >= self._next[decide]:
                self._next[decide] = now + every
                return decide
        return cycle

    def _failed(self, error: Exception) -> None:
        self._error = error
        self._tell()

    def _pause_after(self, error: Exception, pause: float) -> float:
        """Log why the mirror could not catch up, and return the seconds until it tries again."""
        log.warning("the mirror could not catch up and tries again: %s: %s", type(error).__name__, error)
        return min(max(pause, 0.5) * 2, max(LONGEST_PAUSE, self._interval))

    def _tell(self) -> None:
        """Report what was written since the last time, even if a request failed in between."""
        changes, self._plan.written = self._plan.written, []
        if self._metrics is not None:
            self._metrics.changed(len(changes))
        if changes and self._on_change is not None:
            try:
                self._on_change(changes)
            except Exception:
                log.exception("on_change raised; the mirror goes on")

    def _reached(self, moment: float) -> bool:
        """Return whether the rows hold everything that was written until a moment."""
        fresh = self._store.noted("fresh")
        return fresh is not None and float(fresh) > moment


class _Elsewhere:
    """The store of a mirror in a child process."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError("this mirror belongs to the process that was forked: open its file with Reader here")

    def close(self) -> None:
        """Close nothing: the file is the parent's."""


def moment_of(since: Any, clock: Callable[[], float]) -> float:
    """Return seconds since the epoch for what `wait_until` takes."""
    if since is None:
        return clock()
    if hasattr(since, "change_date"):
        stamp = since.change_date if since.HasField("change_date") else since.creation_date
        return float(stamp.seconds + stamp.nanos / 1e9)
    if isinstance(since, datetime.datetime):
        if since.tzinfo is None:
            raise ValueError("since needs a datetime with a time zone, such as datetime.UTC")
        return since.timestamp()
    raise TypeError(f"since must be a datetime, the details of a write, or None, not {type(since).__name__}")


def events_request(step: EventsPage) -> Any:
    from zitadel.admin_pb2 import ListEventsRequest

    request = ListEventsRequest(aggregate_types=step.aggregates, resource_owner=step.org_id or "")
    if step.since is None:
        request.limit = 1
        return request
    request.limit, request.asc = PAGE, True
    whole = max(step.since, 0.0)
    getattr(request, "from").FromMicroseconds(round(whole * 1e6))
    return request
