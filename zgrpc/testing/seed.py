"""What an emulator starts with, and data in bulk."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import instance, login_policy, org_domains, policies
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.pats import SCOPES
from zgrpc.testing.domain.shared import NEVER
from zgrpc.testing.domain.users import HUMAN, MACHINE

if TYPE_CHECKING:
    from zgrpc.testing.store import Store

DEFAULT_ORG = "ZITADEL"


def bootstrap(store: Store, owner_token: str, domain: str) -> None:
    """Make the instance: its default organization, and the owner with the given token.

    A store that was kept in a file stays as it is, except the owner's token.
    """
    with store.write():
        if store.one("SELECT 1 FROM facts WHERE name = 'instance_id'") is None:
            _create(store, domain)
        policies.add_defaults(store)
        login_policy.add_default_factors(store)
        instance.set_domain(store, domain)
        owner, org = store.fact("owner_id"), store.fact("default_org_id")
        hashed = token_hash(owner_token)
        if store.one("SELECT 1 FROM pats WHERE token_hash = ? AND user_id = ?", hashed, owner) is None:
            store.run("DELETE FROM pats WHERE id = ?", store.fact("owner_token_id"))
            event = store.push("user", owner, "user.pat.added", owner=org, editor=owner)
            store.insert(
                "pats", id=store.fact("owner_token_id"), user_id=owner, org_id=org, token_hash=hashed, expires=NEVER,
                scopes=SCOPES, position=event.position, created=event.created, changed=event.created,
                sequence=event.sequence,
            )  # fmt: skip


def _create(store: Store, domain: str) -> None:
    instance, org, owner, token = (store.new_id() for _ in range(4))
    facts = {"instance_id": instance, "default_org_id": org, "owner_id": owner, "owner_token_id": token}
    for name, value in facts.items():
        store.insert("facts", name=name, value=value)

    def row(aggregate: str, id: str, type: str, **data: object) -> dict[str, Any]:
        of = instance if aggregate == "instance" else org
        event = store.push(aggregate, id, type, owner=of, editor=owner, data=data)
        return {"created": event.created, "changed": event.created, "sequence": event.sequence}

    primary = f"{DEFAULT_ORG.lower()}.{domain}"
    store.insert("orgs", id=org, name=DEFAULT_ORG, primary_domain=primary, **row("org", org, "org.added"))
    store.insert(
        "org_domains", org_id=org, domain=primary, is_verified=True, is_primary=True,
        **row("org", org, "org.domain.primary.set"),
    )  # fmt: skip
    store.insert(
        "users", id=owner, org_id=org, user_name="owner", type=MACHINE, name="Owner", description="",
        access_token_type=0, **row("user", owner, "user.machine.added"),
    )  # fmt: skip
    store.insert(
        "members", user_id=owner, kind="iam", object_id=instance, org_id=instance, roles=json.dumps(["IAM_OWNER"]),
        **row("instance", instance, "instance.member.added", userId=owner, roles=["IAM_OWNER"]),
    )  # fmt: skip


class Seeded(NamedTuple):
    """What was created, by id, in the order of creation."""

    org_id: str
    """The organization that holds it all."""
    user_ids: list[str]
    """The users: every tenth a machine user, the others human, all active."""
    project_ids: list[str]
    grant_ids: list[str]
    """The user grants."""
    token_ids: list[str]
    """The personal access tokens, all of one machine user."""
    token_user_id: str
    """Whose tokens they are; empty without tokens."""
    member_user_id: str
    """Who has the memberships; empty without memberships."""


def seed(
    store: Store,
    domain: str,
    *,
    users: int = 0,
    projects: int = 0,
    grants: int = 0,
    tokens: int = 0,
    memberships: int = 0,
    org: str = "",
) -> Seeded:
    """Create data in bulk, in the default organization, which is what the owner's token sees, or in a new one.

    Args:
        store: where to.
        domain: the instance's domain.
        users: how many users: nine humans, then a machine user, and so on.
        projects: how many projects, each with the roles admin, editor and viewer; as many as `grants` and `memberships`
            need at the least.
        grants: how many user grants, one for each pair of user and project in turn.
        tokens: how many personal access tokens, all of one further machine user.
        memberships: how many memberships, of the organization and of projects, all of one further machine user.
        org: the name of the new organization, with a number added if it is taken; empty for the default organization.

    Returns:
        the ids of what was created.

    Raises:
        ValueError: a count is below zero, or there are grants without users.
    """
    check_seed(users=users, projects=projects, grants=grants, tokens=tokens, memberships=memberships)
    projects = max(projects, -(-grants // users) if users else 0, memberships - 1)
    with store.write():
        bulk = _Bulk(store, domain, org)
        user_ids = bulk.users(users)
        project_ids = bulk.projects(projects)
        grant_ids = bulk.grants(user_ids, project_ids, grants)
        token_user = bulk.machine("token-robot") if tokens else ""
        token_ids = bulk.tokens(token_user, tokens)
        member = bulk.machine("member-robot") if memberships else ""
        bulk.memberships(member, project_ids, memberships)
        bulk.write()
    return Seeded(bulk.org_id, user_ids, project_ids, grant_ids, token_ids, token_user, member)


def check_seed(*, users: int = 0, grants: int = 0, org: str = "", **counts: int) -> None:  # noqa: ARG001 - any name will do
    """Raise ValueError if `seed` would reject these arguments."""
    for name, count in {"users": users, "grants": grants, **counts}.items():
        if count < 0:
            raise ValueError(f"{name} must be 0 or more, not {count}")
    if grants and not users:
        raise ValueError("grants need users: pass users=1 or more")


class _Bulk:
    """Rows and their events, gathered and then written a table at a time."""

    def __init__(self, store: Store, domain: str, name: str) -> None:
        self._store = store
        self._now = store.now()
        self._owner = store.fact("owner_id")
        self._position = store.value("SELECT max(position) FROM events")
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._sequences: dict[str, int] = {}
        # User names are unique within the instance, so a second seeding numbers its own.
        before = int(store.value("SELECT value FROM facts WHERE name = 'seedings'") or 0)
        store.run("INSERT OR REPLACE INTO facts (name, value) VALUES ('seedings', ?)", str(before + 1))
        self._suffix = f"-{before + 1}" if before else ""
        self.org_id = self._org(name, domain) if name else store.fact("default_org_id")

    def _org(self, name: str, domain: str) -> str:
        """Add an organization; return its id."""
        taken = self._store.value("SELECT count(*) FROM orgs WHERE name = ? OR name LIKE ?", name, f"{name} %")
        name = f"{name} {taken + 1}" if taken else name
        self.org_id = self._store.new_id()
        primary = org_domains.named(name, domain)
        self._row("orgs", "org", "org.added", id=self.org_id, name=name, primary_domain=primary)
        self._row(
            "org_domains", "org", "org.domain.primary.set", aggregate_id=self.org_id,
            org_id=self.org_id, domain=primary, is_verified=True, is_primary=True,
        )  # fmt: skip
        return self.org_id

    def _row(self, table: str, aggregate: str, event: str, *, aggregate_id: str = "", **columns: Any) -> str:
        """Add a row and the event that created it; return the row's id."""
        self._position += 1
        # A microsecond apart, so that dates order what was created.
        self._now += 1
        of = aggregate_id or columns["id"]
        sequence = self._sequences[of] = self._sequence(aggregate, of) + 1
        self._rows.setdefault("events", []).append(
            {
                "position": self._position, "aggregate": aggregate, "aggregate_id": of, "sequence": sequence,
                "type": event, "owner": self.org_id, "editor": self._owner, "created": self._now,
            }
        )  # fmt: skip
        columns |= {"created": self._now, "changed": self._now, "sequence": sequence}
        self._rows.setdefault(table, []).append(columns)
        return str(columns.get("id", ""))

    def _sequence(self, aggregate: str, aggregate_id: str) -> int:
        """Return the last sequence of an aggregate; only the organization can be older than this."""
        known = self._sequences.get(aggregate_id)
        if known is None and aggregate == "org":
            known = self._store.value("SELECT max(sequence) FROM events WHERE aggregate_id = ?", aggregate_id)
        return known or 0

    def machine(self, name: str) -> str:
        """Add a machine user; return its id."""
        return self._row(
            "users", "user", "user.machine.added", id=self._store.new_id(), org_id=self.org_id,
            user_name=f"{name}{self._suffix}", type=MACHINE, name=name.replace("-", " ").title(), description="",
            access_token_type=0,
        )  # fmt: skip

    def users(self, count: int) -> list[str]:
        """Add users of both kinds; return their ids."""
        return [self.machine(f"robot-{i:05d}") if i % 10 == 9 else self._human(i) for i in range(count)]

    def _human(self, number: int) -> str:
        first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
        name = f"{first.lower()}.{last.lower()}.{number:05d}{self._suffix}"
        return self._row(
            "users", "user", "user.human.added", id=self._store.new_id(), org_id=self.org_id, user_name=name,
            type=HUMAN, first_name=first, last_name=last, nick_name="", display_name=f"{first} {last}", language="en",
            gender=0, email=f"{name}@{_MAIL[number % len(_MAIL)]}", email_verified=True, phone="", phone_verified=False,
        )  # fmt: skip

    def projects(self, count: int) -> list[str]:
        """Add projects with three roles each; return their ids."""
        ids = []
        for number in range(count):
            project_id = self._row(
                "projects", "project", "project.added", id=self._store.new_id(), org_id=self.org_id,
                name=f"Project {number:04d}{self._suffix}",
            )  # fmt: skip
            for key in _ROLES:
                self._row(
                    "roles", "project", "project.role.added", aggregate_id=project_id,
                    project_id=project_id, key=key, display_name=key.title(), role_group="",
                )  # fmt: skip
            ids.append(project_id)
        return ids

    def grants(self, user_ids: list[str], project_ids: list[str], count: int) -> list[str]:
        """Add user grants, project by project; return their ids."""
        roles = [json.dumps(list(some)) for some in (_ROLES[2:], _ROLES[1:], _ROLES[:1])]
        return [
            self._row(
                "user_grants", "usergrant", "user.grant.added", id=self._store.new_id(),
                user_id=user_ids[i % len(user_ids)], project_id=project_ids[i // len(user_ids)], org_id=self.org_id,
                roles=roles[i % 3],
            )
            for i in range(count)
        ]  # fmt: skip

    def tokens(self, user_id: str, count: int) -> list[str]:
        """Add personal access tokens that nobody knows; return their ids."""
        return [
            self._row(
                "pats", "user", "user.pat.added", aggregate_id=user_id, id=self._store.new_id(),
                user_id=user_id, org_id=self.org_id, token_hash=secrets.token_bytes(32), expires=NEVER, scopes=SCOPES,
                position=self._position,
            )
            for i in range(count)
        ]  # fmt: skip

    def memberships(self, user_id: str, project_ids: list[str], count: int) -> None:
        """Add memberships of the organization and of projects."""
        for i in range(count):
            project = project_ids[i - 1] if i else None
            self._row(
                "members", "project" if project else "org", "project.member.added" if project else "org.member.added",
                aggregate_id=project or self.org_id, user_id=user_id,
                kind="project" if project else "org", object_id=project or self.org_id, org_id=self.org_id,
                project_id=project, roles=json.dumps(["PROJECT_OWNER" if project else "ORG_OWNER_VIEWER"]),
            )  # fmt: skip

    def write(self) -> None:
        """Write everything that was gathered."""
        order = ("events", "orgs", "org_domains", "users", "projects", "roles", "user_grants", "pats", "members")
        for table in order:
            by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
            for row in self._rows.get(table, ()):
                by_columns.setdefault(tuple(row), []).append(tuple(row.values()))
            for columns, rows in by_columns.items():
                marks = ", ".join("?" * len(columns))
                self._store.run_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608  (our own names)


_ROLES = ["admin", "editor", "viewer"]
_FIRST = "Ada Ben Cleo Dan Eva Finn Gigi Hugo Iris Jon Kim Leo Mia Nils Olga Paul".split()  # noqa: SIM905 - easier to read
_LAST = "Adler Baker Cole Dorn Engel Fox Giraffe Hart Iten Jansen Keller Lang Meyer Novak".split()  # noqa: SIM905 - easier to read
_MAIL = ["acme.com", "globex.example", "zoo.example"]
