"""What a handler is given: who calls, within which organization, and the store; and the details that answers carry."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from google.protobuf.timestamp_pb2 import Timestamp
from zitadel import object_pb2

from zgrpc.testing import queries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from zgrpc.testing.store import Event, Store


@dataclasses.dataclass(slots=True)
class Call:
    """One call that has passed authentication, permission check and validation."""

    name: str
    """The RPC as ``management.AddOrg``."""
    store: Store
    domain: str
    """The instance's domain, such as ``localhost``."""
    user_id: str
    """Who calls; empty where the RPC asks for no authentication."""
    org_id: str
    """The organization that the call is about: `x-zitadel-orgid`, else the caller's own."""
    token: str = dataclasses.field(default="", repr=False)
    unstable_order: bool = True
    objects: frozenset[str] = frozenset()
    """The projects and project grants that the RPC's permission is held for; the empty id means everything."""

    def push(
        self, aggregate: str, aggregate_id: str, type: str, owner: str | None = None, data: dict[str, str] | None = None
    ) -> Event:
        """Append an event by the caller to the log; `owner` is the call's organization if it is left out."""
        return self.store.push(
            aggregate, aggregate_id, type, owner=owner or self.org_id, editor=self.user_id, data=data
        )

    def add(self, table: str, event: Event, **columns: Any) -> None:
        """Insert a row that an event created."""
        self.store.insert(table, **columns, created=event.created, changed=event.created, sequence=event.sequence)

    def change(self, table: str, event: Event, where: dict[str, Any], **columns: Any) -> int:
        """Update the rows that an event changed; returns how many."""
        return self.store.update(table, where, **columns, changed=event.created, sequence=event.sequence)

    def page(
        self,
        query: object_pb2.ListQuery | None,
        select: str,
        source: str,
        filters: queries.Filters,
        build: Callable[[sqlite3.Row], Any],
        order: str = "",
    ) -> dict[str, Any]:
        """A page of a list as the fields `details` and `result` of its response; see `queries.page`."""
        rows, total = self.rows(query, select, source, filters, order)
        return {"details": self.list_details(total), "result": [build(row) for row in rows]}

    def rows(
        self, query: object_pb2.ListQuery | None, select: str, source: str, filters: queries.Filters, order: str = ""
    ) -> tuple[list[sqlite3.Row], int]:
        """The rows of a page, and the total; see `queries.page`."""
        return queries.page(self.store, query, select, source, filters, order=order, unstable=self.unstable_order)

    def list_details(self, total: int) -> object_pb2.ListDetails:
        """The details of a list."""
        return object_pb2.ListDetails(total_result=total, view_timestamp=timestamp(self.store.now()))


def timestamp(micros: int) -> Timestamp:
    """A moment as protobuf has it, from microseconds since the epoch."""
    return Timestamp(seconds=micros // 1_000_000, nanos=micros % 1_000_000 * 1000)


def micros(moment: Timestamp) -> int:
    """Microseconds since the epoch of a protobuf moment."""
    return moment.seconds * 1_000_000 + moment.nanos // 1000


def added(event: Event) -> object_pb2.ObjectDetails:
    """Details of something that was added: with a creation date."""
    return object_pb2.ObjectDetails(
        sequence=event.sequence, creation_date=timestamp(event.created), resource_owner=event.owner
    )


def changed(event: Event) -> object_pb2.ObjectDetails:
    """Details of something that was changed: with a change date."""
    return object_pb2.ObjectDetails(
        sequence=event.sequence, change_date=timestamp(event.created), resource_owner=event.owner
    )


def details(row: Mapping[str, Any] | sqlite3.Row, owner: str | None = None) -> object_pb2.ObjectDetails:
    """Details of a stored row; `owner` is its column `org_id` if it is left out."""
    return object_pb2.ObjectDetails(
        sequence=row["sequence"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        resource_owner=row["org_id"] if owner is None else owner,
    )
