"""The current state, read from ZITADEL's lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from zgrpc._lists.match import equals, or_

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from zitadel import project_pb2, user_pb2

    from zgrpc._apply.desired import Row
    from zgrpc._lists.match import Or

__all__ = ["Fetch", "Fetched", "Project", "State", "read"]

T = TypeVar("T")

Fetched: TypeAlias = "list[list[Any]]"
"""The items of several lists, which are of several types."""

_CHUNK = 100
"""The most users in one search."""


class Fetch(NamedTuple):
    """One list to fetch: an RPC of the management service, and its keywords."""

    rpc: str
    fields: dict[str, object]


class Project(NamedTuple):
    """A project of the organization, or one granted to it; `grant_id` is empty for its own."""

    id: str
    grant_id: str
    message: project_pb2.Project | project_pb2.GrantedProject


class _Named(dict[str, T]):
    """Things by name and by id. ZITADEL's names are unique in any case, so "Shop" finds "shop"."""

    def __getitem__(self, name: str) -> T:
        return super().__getitem__(name.lower())

    def __setitem__(self, name: str, thing: T) -> None:
        super().__setitem__(name.lower(), thing)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(str(name).lower())

    def find(self, name: str) -> T | None:
        """Return the thing of a name or an id; None if there is none."""
        return super().get(name.lower())


@dataclass
class State:
    """The current state of the things that the rows are about."""

    users: _Named[user_pb2.User] = field(default_factory=_Named)
    projects: _Named[Project] = field(default_factory=_Named)
    roles: dict[tuple[str, str], project_pb2.Role] = field(default_factory=dict)  # by project id and key
    grants: dict[tuple[str, str], user_pb2.UserGrant] = field(default_factory=dict)  # by user id and project id
    members: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)  # by user id and project id
    metadata: dict[tuple[str, str], bytes] = field(default_factory=dict)  # by user id and key

    def user_id(self, reference: str) -> str | None:
        """Return the id of a user given by name or id; None if there is no such user."""
        user = self.users.find(reference)
        return None if user is None else user.id

    def project_id(self, reference: str) -> str | None:
        """Return the id of a project given by name or id; None if there is no such project."""
        project = self.projects.find(reference)
        return None if project is None else project.id


def read(rows: Sequence[Row]) -> Generator[list[Fetch], Fetched, State]:
    """Yield the lists to fetch, receive their items, and return the state of what the rows are about."""
    state = State()
    users = {row.key[0] for row in rows if row.kind not in ("projects", "roles")}
    projects = {row.key[0] for row in rows if row.kind in ("projects", "roles")}
    projects |= {row.key[1] for row in rows if row.kind in ("grants", "memberships") and row.key[1]}
    fetches = [Fetch("list_users", {"where": _named(chunk)}) for chunk in _chunks(sorted(users))]
    if projects:
        fetches += [Fetch("list_projects", {}), Fetch("list_granted_projects", {})]
    found = yield fetches
    for fetch, items in zip(fetches, found, strict=True):
        for item in items:
            if fetch.rpc == "list_users":
                state.users[item.id] = item
            elif fetch.rpc == "list_projects":
                state.projects[item.id] = state.projects[item.name] = Project(item.id, "", item)
            else:
                granted = Project(item.project_id, item.grant_id, item)
                state.projects[item.project_id] = granted
                if item.project_name not in state.projects:
                    state.projects[item.project_name] = granted
    for user in list(state.users.values()):
        state.users[user.user_name] = user
    yield from _details(rows, state)
    return state


def _details(rows: Sequence[Row], state: State) -> Generator[list[Fetch], Fetched, None]:
    """Fetch what belongs to the users and projects that exist."""
    projects = sorted(_ids(state.project_id(row.key[0]) for row in rows if row.kind == "roles"))
    fetches = [(Fetch("list_project_roles", {"project_id": project}), project) for project in projects]
    granted = sorted(_ids(state.user_id(row.key[0]) for row in rows if row.kind == "grants"))
    fetches += [
        (Fetch("list_user_grants", {"where": {"in_user_ids": chunk}}), "") for chunk in _chunks(granted)
    ]  # one search for many users
    for user in sorted(_ids(state.user_id(row.key[0]) for row in rows if row.kind == "metadata")):
        fetches.append((Fetch("list_user_metadata", {"id": user}), user))
    members = [row for row in rows if row.kind == "memberships"]
    if any(not row.key[1] for row in members):
        fetches.append((Fetch("list_org_members", {}), ""))
    for project in sorted(_ids(state.project_id(row.key[1]) for row in members if row.key[1])):
        fetches.append((Fetch("list_project_members", {"project_id": project}), project))
    if not fetches:
        return
    found = yield [fetch for fetch, _ in fetches]
    for (fetch, owner), items in zip(fetches, found, strict=True):
        for item in items:
            if fetch.rpc == "list_project_roles":
                state.roles[owner, item.key] = item
            elif fetch.rpc == "list_user_grants":
                state.grants[item.user_id, item.project_id] = item
            elif fetch.rpc == "list_user_metadata":
                state.metadata[owner, item.key] = item.value
            else:
                state.members[item.user_id, owner] = frozenset(item.roles)


def _named(references: Sequence[str]) -> Or[dict[str, object]]:
    """Return the filter for users by their user names or ids."""
    conditions: list[dict[str, object]] = [
        {"user_name": equals(reference, ignore_case=True)} for reference in references
    ]
    ids = [reference for reference in references if reference.isdecimal()]
    if ids:
        conditions.append({"in_user_ids": ids})
    return or_(*conditions)


def _ids(found: Iterable[str | None]) -> set[str]:
    return {each for each in found if each is not None}


def _chunks(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]
