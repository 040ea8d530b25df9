"""Events of ZITADEL as changes of a mirror's rows.

Types and payloads are those of ZITADEL v4's eventstore. After an event that does not say enough, the mirror looks up
the user, or lists the organization again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zgrpc._contract.plain import to_dict
from zgrpc.mirror._snapshot import roles_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from zgrpc.mirror._store import Change, Row, Store

__all__ = ["AGGREGATES", "Event", "Outcome", "apply", "changes_user"]

AGGREGATES = ("user", "usergrant", "project", "org", "instance")
"""The kinds of aggregates whose events concern a mirror."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event, as `admin.ListEvents` gives it."""

    type: str
    aggregate: str
    aggregate_id: str
    org_id: str
    sequence: int
    created: float
    payload: Mapping[str, Any]

    @classmethod
    def read(cls, event: Any) -> Event:
        """Read an event message."""
        stamp = event.creation_date
        return cls(
            event.type.type,
            event.aggregate.type.type,
            event.aggregate.id,
            event.aggregate.resource_owner,
            event.sequence,
            stamp.seconds + stamp.nanos / 1e9,
            to_dict(event).get("payload") or {},
        )

    @property
    def identity(self) -> tuple[str, int]:
        """What an event is recognized by: its aggregate and the sequence there."""
        return f"{self.aggregate}/{self.aggregate_id}", self.sequence


@dataclass(slots=True)
class Outcome:
    """What events did.

    Attributes:
        changes: the rows changed.
        users: the users to look up: organization and sequence of each.
        removed: the users removed.
        stale_orgs: the organizations to list again.
        fresh: table and key of what the new events said something about.
    """

    changes: list[Change] = field(default_factory=list)
    users: dict[str, tuple[str, int]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    stale_orgs: set[str] = field(default_factory=set)
    fresh: set[tuple[str, Row]] = field(default_factory=set)


def apply(
    events: Iterable[Event],
    store: Store,
    what: frozenset[str],
    fresh: AbstractSet[tuple[str, int]],
    replaced: Iterable[Change] = (),
) -> Outcome:
    """Apply events to the rows, in their order.

    Args:
        events: the events.
        store: the rows.
        what: the tables to fill.
        fresh: the identities of those that are applied for the first time.
        replaced: what lists changed in the same transaction, before the events.
    """
    events = list(events)
    # No event names what else goes with an organization, so a row that the lists lack counts as removed.
    believed = any(event.type == "org.removed" for event in events)
    existed = {
        change.place: change.before is not None and not (believed and change.after is None) for change in replaced
    }
    writer = _Writer(store, what, existed)
    for event in events:
        handle = _HANDLERS.get(event.aggregate)
        if handle is not None:
            writer.is_fresh = event.identity in fresh
            handle(event, writer)
    return writer.done


class _Writer:
    """Writes rows of the tables that the mirror holds, and notes what it did."""

    def __init__(self, store: Store, what: frozenset[str], existed: dict[tuple[str, Row], bool]) -> None:
        self.store, self.what, self.done = store, what, Outcome()
        self.is_fresh = True
        self._existed = existed  # whether a row was there before all of this

    def put(self, table: str, row: Row, key: int) -> None:
        """Write a row. An event that is applied again brings no row back, because something removed it since."""
        place = table, row[:key]
        if table in self.what and (self._did_exist(*place) or self.is_fresh):
            self.touch(*place)
            self._note(self.store.put(table, row))

    def _did_exist(self, table: str, key: Row) -> bool:
        if (table, key) not in self._existed:
            self._existed[table, key] = self.find(table, key) is not None
        return self._existed[table, key]

    def remove(self, table: str, key: Row) -> None:
        if table in self.what:
            self._did_exist(table, key)
            self.touch(table, key)
            self._note(self.store.remove(table, key))

    def remove_where(self, table: str, where: str, *parameters: str) -> None:
        if table in self.what:
            for key in self.store.rows(table, where, *parameters):
                self.remove(table, key)

    def find(self, table: str, key: Row) -> Row | None:
        return self.store.find(table, key)

    def touch(self, table: str, key: Row) -> None:
        if self.is_fresh:
            self.done.fresh.add((table, key))

    def stale(self, *orgs: str) -> None:
        """Note organizations to list again, unless the event was applied before."""
        if self.is_fresh:
            self.done.stale_orgs.update(orgs)

    def _note(self, change: Change | None) -> None:
        if change is not None:
            self.done.changes.append(change)


def _user(event: Event, writer: _Writer) -> None:
    user = event.aggregate_id
    if event.type == "user.removed":
        writer.done.users.pop(user, None)
        writer.done.removed.add(user)
        writer.remove("users", (user,))
        writer.remove_where("grants", "user_id = ?", user)
        writer.remove_where("memberships", "user_id = ?", user)
    elif "users" in writer.what and changes_user(event):
        writer.touch("users", (user,))
        writer.done.users[user] = event.org_id, event.sequence


def changes_user(event: Event) -> bool:
    """Return whether an event says that a user changed, not only that there was a login, a token or a code."""
    of_logins = (".token.", ".signed.out", ".check.", ".code.", ".pat.", ".machine.key.")
    return event.aggregate == "user" and not any(part in event.type for part in of_logins)


def _grant(event: Event, writer: _Writer) -> None:
    grant, payload = event.aggregate_id, event.payload
    if event.type in ("user.grant.removed", "user.grant.cascade.removed"):
        writer.remove("grants", (grant,))
        return
    if event.type == "user.grant.added":
        if not payload.get("userId") or not payload.get("projectId"):
            writer.stale(event.org_id)
            return
        roles = roles_text(payload.get("roleKeys") or ())
        granted = str(payload.get("grantId") or "")
        row = (grant, event.org_id, payload["userId"], payload["projectId"], granted, "ACTIVE", roles)
        writer.put("grants", row, 1)
        return
    known = writer.find("grants", (grant,))
    if known is None:
        writer.stale(event.org_id)
    elif event.type in ("user.grant.changed", "user.grant.cascade.changed"):
        writer.put("grants", (*known[:6], roles_text(payload.get("roleKeys") or ())), 1)
    elif event.type == "user.grant.deactivated":
        writer.put("grants", (*known[:5], "INACTIVE", known[6]), 1)
    elif event.type == "user.grant.reactivated":
        writer.put("grants", (*known[:5], "ACTIVE", known[6]), 1)


def _project(event: Event, writer: _Writer) -> None:
    project, payload = event.aggregate_id, event.payload
    kind = event.type.removeprefix("project.")
    if kind == "removed":
        writer.remove("projects", (project,))
        writer.remove_where("roles", "project_id = ?", project)
        writer.remove_where("grants", "project_id = ?", project)
        writer.remove_where("memberships", "kind = 'project' AND object_id = ?", project)
    elif kind == "added" and payload.get("name"):
        writer.put("projects", (project, event.org_id, payload["name"], "ACTIVE"), 1)
    elif kind in ("changed", "deactivated", "reactivated"):
        _project_changed(event, writer, kind)
    elif kind == "grant.removed" and payload.get("grantId"):
        writer.remove_where("grants", "project_grant_id = ?", payload["grantId"])
    elif kind.startswith("role."):
        _role(event, writer, kind.removeprefix("role."))
    elif kind.startswith("member."):
        _member(event, writer, "project", project)
    elif kind == "added":
        writer.stale(event.org_id)


def _project_changed(event: Event, writer: _Writer, kind: str) -> None:
    known = writer.find("projects", (event.aggregate_id,))
    if known is None:
        if "projects" in writer.what:
            writer.stale(event.org_id)
        return
    state = {"deactivated": "INACTIVE", "reactivated": "ACTIVE"}.get(kind, known[3])
    writer.put("projects", (*known[:2], event.payload.get("name") or known[2], state), 1)


def _role(event: Event, writer: _Writer, kind: str) -> None:
    key = event.payload.get("key")
    if not key:
        writer.stale(event.org_id)
    elif kind == "removed":
        writer.remove("roles", (event.aggregate_id, key))
    elif kind in ("added", "changed"):
        known = writer.find("roles", (event.aggregate_id, key)) or (event.aggregate_id, key, event.org_id, "", "")
        name, group = event.payload.get("displayName", known[3]), event.payload.get("group", known[4])
        writer.put("roles", (*known[:3], name, group), 2)


def _member(event: Event, writer: _Writer, kind: str, object_id: str) -> None:
    user, what = event.payload.get("userId"), event.type.rpartition(".member.")[2]
    if not user:
        writer.stale(event.org_id)
    elif what in ("added", "changed"):
        roles = roles_text(event.payload.get("roles") or ())
        writer.put("memberships", (user, kind, object_id, event.org_id, roles), 3)
    else:  # removed, cascade.removed
        writer.remove("memberships", (user, kind, object_id))


def _org(event: Event, writer: _Writer) -> None:
    org = event.aggregate_id
    if event.type == "org.removed":
        _org_removed(org, writer)
        for table in ("users", "projects", "roles", "grants"):
            writer.remove_where(table, "org_id = ?", org)
        writer.remove_where("memberships", "org_id = ?", org)
    elif ".member." in event.type:
        _member(event, writer, "org", org)


def _org_removed(org: str, writer: _Writer) -> None:
    """Remove what the users and the projects of a removed organization have elsewhere: no event reports that."""
    writer.remove_where("grants", "user_id IN (SELECT id FROM users WHERE org_id = ?)", org)
    writer.remove_where("grants", "project_id IN (SELECT id FROM projects WHERE org_id = ?)", org)
    writer.remove_where("memberships", "user_id IN (SELECT id FROM users WHERE org_id = ?)", org)
    if not {"users", "projects"} <= writer.what or not writer.store.rows("users", "org_id = ?", org):
        # Which they were is not known.
        writer.stale(*{row[1] for row in writer.store.rows("grants", "org_id <> ?", org).values()})


def _instance(event: Event, writer: _Writer) -> None:
    if ".member." in event.type:
        _member(event, writer, "iam", "")


_HANDLERS = {"user": _user, "usergrant": _grant, "project": _project, "org": _org, "instance": _instance}
