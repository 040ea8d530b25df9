"""`Mirror`: keep authorization data of ZITADEL in SQLite, a few seconds behind."""

from __future__ import annotations

import operator
import threading
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

__all__ = ["Mirror"]


class Mirror(MirrorBase):
    """Keep users, grants, memberships, projects and roles of ZITADEL in SQLite, a few seconds behind.

    The first time it lists everything. Then it asks for new events every `interval` seconds (`admin.ListEvents`, one
    small request) and applies them. Without the permission for events (the role IAM_OWNER_VIEWER) it lists everything
    each time. As a context manager it fills itself, then keeps up in a thread.

        with zgrpc.mirror.Mirror(client, "grants.db", orgs=[org_id]) as mirror:
            mirror.has_role(user_id, project_id, "admin")

    Args:
        client: a `Client`.
        path: the SQLite file, for restarts and for readers in other processes; None keeps it in memory.
        what: the tables to fill: users, projects, roles, grants, memberships; all by default.
        orgs: ids of organizations; None for the whole instance, which needs an IAM role.
        events: True requires events, False lists everything each time, None tries events first.
        interval: seconds between two requests for events. 5 by default.
        check_every: seconds between two comparisons of counts with ZITADEL's totals. An hour by default.
        verify_every: seconds between two full comparisons. A day by default.
        on_change: called with the changed rows after each change; must be quick.
        otel: whether to record OpenTelemetry metrics.
        clock: returns seconds since the epoch; for tests that let time pass. The system's clock by default.

    Raises:
        TypeError: an argument has the wrong type, such as an `AsyncClient`.
        ValueError: an argument is out of range, or the file is not a mirror of this scope.
        RuntimeError: another process keeps the file.
    """

    _client: zgrpc.Client
    _flavor = "Client"

    def _prepare(self) -> None:
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._advanced = threading.Condition()
        self._thread: threading.Thread | None = None

    def sync(self) -> list[Change]:
        """Catch up once, now; return the rows that changed.

        Raises:
            ZitadelError: a request failed.
            ListError: a list was not complete.
        """
        return self._follow(cycle)

    def verify(self) -> list[Change]:
        """List everything, compare it with the mirror and repair it; return what differed.

        Raises:
            ZitadelError: a request failed.
            ListError: a list was not complete.
        """
        return self._follow(verify)

    def check(self) -> list[Change]:
        """Compare counts with ZITADEL's totals, and verify if they differ; return what was repaired."""
        return self._follow(check)

    def wait_until(self, since: Any = None, *, timeout: float = 30.0) -> None:
        """Wait until the mirror holds everything written until a moment.

        Args:
            since: a datetime, or the `details` that a write returned; None for now.
            timeout: seconds to wait. 30 by default.

        Raises:
            TimeoutError: the mirror did not get there in time; `error` may say why.
        """
        moment = moment_of(since, self._plan.clock)
        with self._advanced:
            if not self._advanced.wait_for(lambda: self._reached(moment), timeout):
                raise TimeoutError(f"the mirror did not catch up within {timeout:g} s") from self._error

    def start(self) -> Self:
        """Fill the mirror, then keep up in a thread of its own."""
        self.sync()
        self._thread = threading.Thread(target=self._keep_up, name="zgrpc-mirror", daemon=True)
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop keeping up and close the file."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with self._busy:
            self._store.close()

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep_up(self) -> None:
        pause = self._interval
        while not self._stop.wait(pause):
            try:
                self._follow(self._due())
                pause = self._interval
            except Exception as error:  # noqa: BLE001 - a thread that ends leaves rows that nobody knows are old
                pause = self._pause_after(error, pause)

    def _follow(self, decide: Callable[[Plan], Steps]) -> list[Change]:
        with self._busy:
            while True:
                try:
                    changes = self._drive(decide(self._plan))
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
        with self._advanced:
            self._advanced.notify_all()
        return changes

    def _drive(self, steps: Steps) -> list[Change]:
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]  # a generator's value
            if isinstance(step, EventsPage):
                answer = list(self._client.admin.list_events.page(events_request(step)).events)
            else:
                answer = list(self._client.map(self._fetch, step, concurrency=PARALLEL))
            if self._metrics is not None:
                self._metrics.requested(1 if isinstance(step, EventsPage) else len(step))

    def _fetch(self, step: Fetch | Count) -> Any:
        rpc = operator.attrgetter(step.rpc)(self._client.with_org(step.org_id) if step.org_id else self._client)
        return rpc().total() if isinstance(step, Count) else list(rpc(**step.fields))
