"""The difference between desired and current state: one change for each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zgrpc._apply.desired import KINDS, MACHINE_FIELDS
from zgrpc._counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zitadel import user_pb2

    from zgrpc._apply.current import State
    from zgrpc._apply.desired import Row, Value

__all__ = ["Action", "Change", "Plan", "compare", "references", "user_fields"]

Action = Literal["create", "update", "remove", "unchanged", "impossible"]
_SIGNS: dict[str, str] = {"create": "+", "update": "~", "remove": "-", "unchanged": " ", "impossible": "!"}
_NOT_COMPARED = frozenset({"password", "password_change_required"})


@dataclass(frozen=True, slots=True)
class Change:
    """What one row needs.

    Attributes:
        row: the desired row.
        action: ``create``, ``update``, ``remove``, ``unchanged``, or ``impossible`` with a `reason`.
        before: the current values of the fields that differ; None for a field that is not set.
        after: their desired values.
        reason: why the row cannot be applied; empty otherwise.
    """

    row: Row
    action: Action
    before: Mapping[str, Value]
    after: Mapping[str, Value]
    reason: str = ""

    def __str__(self) -> str:
        """Return the change on one line, as ``zgrpc apply --dry-run`` prints it."""
        line = f"{_SIGNS[self.action]} {self.row.name}"
        if self.reason:
            return f"{line}: {self.reason}"
        if self.action == "create":
            shown = [f"{name}={_shown(name, value)}" for name, value in self.after.items()]
        else:
            shown = [
                f"{name}: {_shown(name, self.before[name])} -> {_shown(name, self.after[name])}" for name in self.after
            ]
        return f"{line}  {', '.join(shown)}" if shown else line


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes that the desired rows need; printed, it shows those that do something, and a summary."""

    changes: Sequence[Change]

    def count(self, action: Action) -> int:
        """Return the number of changes with an action."""
        return sum(change.action == action for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return all(change.action == "unchanged" for change in self.changes)

    def __str__(self) -> str:
        lines = [str(change) for change in self.changes if change.action != "unchanged"]
        counts = (("create", "to create"), ("update", "to change"), ("remove", "to remove"))
        summary = ", ".join(f"{self.count(action)} {text}" for action, text in counts)  # type: ignore[arg-type]  # a tuple of literals
        summary += f", {self.count('unchanged')} unchanged"
        if impossible := self.count("impossible"):
            summary += f", {impossible} impossible"
        return "\n".join([*lines, summary])


def compare(rows: Sequence[Row], state: State) -> Plan:
    """Compare desired rows with the current state."""
    coming = {(row.kind, row.key[0].lower()) for row in rows if not row.absent and row.kind in ("users", "projects")}
    leaving = {(row.kind, row.key[0].lower()) for row in rows if row.absent and row.kind in ("users", "projects")}
    return Plan([_compare(row, state, coming, leaving) for row in rows])


def _compare(row: Row, state: State, coming: set[tuple[str, str]], leaving: set[tuple[str, str]]) -> Change:
    for kind, reference in references(row):
        known = state.users.find(reference) if kind == "users" else state.projects.find(reference)
        if row.absent:
            if known is None:
                return Change(row, "unchanged", {}, {})
        elif (kind, reference.lower()) in leaving:
            return _impossible(row, f"{KINDS[kind].one} {reference!r} is to be removed")
        elif known is None and (kind, reference.lower()) not in coming:
            return _impossible(row, f"there is no {KINDS[kind].one} {reference!r}")
    current = _current(row, state)
    if row.absent:
        return Change(row, "unchanged" if current is None else "remove", {}, {})
    desired = {name: value for name, value in row.fields.items() if name not in _NOT_COMPARED}
    if current is None:
        missing = _missing(row)
        return _impossible(row, f"a new {missing}") if missing else Change(row, "create", {}, dict(row.fields))
    if row.kind == "users" and desired.keys() & (_PERSON - MACHINE_FIELDS if "name" in current else MACHINE_FIELDS):
        return _impossible(row, "the user exists as a machine" if "name" in current else "the user exists as a person")
    if row.kind == "users" and _invited(state.users.find(row.key[0])):
        desired.pop("email_verified", None)
    after = {name: value for name, value in desired.items() if current.get(name) != value}
    before = {name: current.get(name) for name in after}
    return Change(row, "update" if after else "unchanged", before, after)


_PERSON = frozenset(KINDS["users"].fields) - _NOT_COMPARED


def _invited(user: user_pb2.User | None) -> bool:
    """Return whether a person has yet to set a password through the initialization mail.

    ZITADEL creates people without a password in this state. That mail verifies their address; nothing else can.
    """
    from zitadel import user_pb2

    return user is not None and bool(user.state == user_pb2.USER_STATE_INITIAL)


def _impossible(row: Row, reason: str) -> Change:
    return Change(row, "impossible", {}, {}, reason)


def references(row: Row) -> list[tuple[str, str]]:
    """Return the users and projects that a row depends on, as kind and reference."""
    if row.kind == "roles":
        return [("projects", row.key[0])]
    if row.kind == "metadata":
        return [("users", row.key[0])]
    if row.kind in ("grants", "memberships"):
        return [("users", row.key[0]), *([("projects", row.key[1])] if row.key[1] else [])]
    return []


def _missing(row: Row) -> str:
    """Return what a new row lacks, in words; empty if it is complete."""
    if row.kind != "users":
        return ""
    if MACHINE_FIELDS & row.fields.keys():
        return "" if row.fields.get("name") else "machine user needs name"
    lacks = [name for name in ("first_name", "last_name", "email") if not row.fields.get(name)]
    return f"user needs {' and '.join(lacks)}, or name for a machine" if lacks else ""


def _current(row: Row, state: State) -> dict[str, Value] | None:
    """Return the current values of a row's fields; None if the thing does not exist."""
    if row.kind == "users":
        return user_fields(state.users.find(row.key[0]))
    if row.kind == "projects":
        project = state.projects.find(row.key[0])
        return (
            None
            if project is None
            else {name: getattr(project.message, name, None) for name in KINDS["projects"].fields}
        )
    if row.kind == "roles":
        role = state.roles.get((state.project_id(row.key[0]) or "", row.key[1]))
        return None if role is None else {"display_name": role.display_name, "group": role.group}
    user = state.user_id(row.key[0]) or ""
    if row.kind == "metadata":
        value = state.metadata.get((user, row.key[1]))
        return None if value is None else {"value": value}
    project_id = (state.project_id(row.key[1]) or "?") if row.key[1] else ""
    if row.kind == "grants":
        grant = state.grants.get((user, project_id))
        return None if grant is None else {"roles": frozenset(grant.role_keys)}
    roles = state.members.get((user, project_id))
    return None if roles is None else {"roles": roles}


def user_fields(user: user_pb2.User | None) -> dict[str, Value] | None:
    """Return the fields of a user in the form of a row; None for no user."""
    if user is None:
        return None
    if user.HasField("machine"):
        return {"name": user.machine.name, "description": user.machine.description}
    profile, email, phone = user.human.profile, user.human.email, user.human.phone
    return {
        "first_name": profile.first_name, "last_name": profile.last_name, "nick_name": profile.nick_name,
        "display_name": profile.display_name, "preferred_language": profile.preferred_language,
        "email": email.email, "email_verified": email.is_email_verified,
        "phone": phone.phone, "phone_verified": phone.is_phone_verified,
    }  # fmt: skip


def _shown(name: str, value: Value) -> str:
    if name == "password":
        return "***"
    if isinstance(value, frozenset):
        return f"[{', '.join(sorted(value))}]"
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            return counted(len(value), "byte")
    return repr(value)
