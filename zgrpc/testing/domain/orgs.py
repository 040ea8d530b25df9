"""Organizations: their names and states, and the domains that follow from the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import lists, members, org_domains
from zgrpc.testing.domain.lists import Condition
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "orgs",
    (
        f"""
CREATE TABLE orgs (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1, primary_domain TEXT NOT NULL, {CHANGE});
CREATE UNIQUE INDEX org_name_taken ON orgs(lower(name)) WHERE state <> 0;
CREATE TABLE org_domains (
  org_id TEXT NOT NULL REFERENCES orgs(id), domain TEXT NOT NULL, is_verified INTEGER NOT NULL DEFAULT 0,
  is_primary INTEGER NOT NULL DEFAULT 0, validation_type INTEGER NOT NULL DEFAULT 0, {CHANGE},
  PRIMARY KEY (org_id, domain));
CREATE UNIQUE INDEX org_domain_taken ON org_domains(lower(domain)) WHERE is_verified;
""",
    ),
    taken={
        "org_domain_taken": "Errors.Org.Domain.AlreadyExists",
        "org_name_taken": "Errors.Org.AlreadyExists",
    },
    since_first=True,
)

REMOVED, ACTIVE, INACTIVE = 0, 1, 2
"""The states of organizations. A removed one is still shown to those who name it, in no state that has a name."""


class Added(NamedTuple):
    """An organization that was added."""

    id: str
    event: Event


def add(ctx: Context, name: str, *, org_id: str = "", owner: str | None = None) -> Added:
    """Add an organization with a domain below the instance's.

    Args:
        ctx: the call.
        name: its name.
        org_id: its id; made up if it is empty.
        owner: the user who becomes its owner; the caller if it is left out, nobody if it is empty.

    Raises:
        Err: the name is blank or taken.
    """
    domain = org_domains.named(name, ctx.domain)
    name = name.strip()
    if not name:
        raise Err("INVALID_ARGUMENT", "EVENT-Mf9sd", "Errors.Org.Invalid")
    org_id = org_id or ctx.store.new_id()
    event = ctx.push("org", org_id, "org.added", owner=org_id, data={"name": name})
    ctx.add("orgs", event, id=org_id, name=name, primary_domain=domain)
    org_domains.put(ctx, org_id, domain)
    event = org_domains.make_primary(ctx, org_id, domain)
    org_domains.claim(ctx, org_id, domain)
    owner = ctx.user_id if owner is None else owner
    if owner:
        members.join_org(ctx, org_id, owner, ["ORG_OWNER"])
    return Added(org_id, event)


def create(ctx: Context, name: str, *, org_id: str = "") -> Added:
    """Add an organization without an owner, as v2 does; see `add`.

    Raises:
        Err: the name is blank or taken, the id is taken, or the caller may not.
    """
    if not name.strip():
        raise Err("INVALID_ARGUMENT", "ORG-mruNY", "Errors.Invalid.Argument")
    ctx.require("org.create", ctx.store.fact("instance_id"))
    if org_id and ctx.store.one("SELECT 1 FROM orgs WHERE id = ?", org_id) is not None:
        raise Err("ALREADY_EXISTS", "ORG-laho2n", "Errors.Org.AlreadyExisting")
    return add(ctx, name, org_id=org_id, owner="")


def exists(ctx: Context, org_id: str) -> bool:
    """Return whether there is an organization of that id that is not removed."""
    return bool(ctx.store.value("SELECT state <> ? FROM orgs WHERE id = ?", REMOVED, org_id))


def shown(ctx: Context, org_id: str) -> bool:
    """Return whether the caller may see an organization, as v2 asks."""
    return ctx.holds("org.read", org_id, org_id)


def rename(ctx: Context, org_id: str, name: str) -> Event:
    """Give another name, and with it another domain below the instance's, if that is still one of the organization's.

    Raises:
        Err: the name is blank, taken or the same; the organization is not there.
    """
    name, store = name.strip(), ctx.store
    if not name:
        raise Err("INVALID_ARGUMENT", "EVENT-Mf9sd", "Errors.Org.Invalid")
    row = store.one("SELECT * FROM orgs WHERE id = ? AND state <> ?", org_id, REMOVED)
    if row is None:
        raise Err("NOT_FOUND", "ORG-1MRds", "Errors.Org.NotFound")
    ctx.require_unscoped("org.write", org_id, org_id)
    if row["name"] == name:
        raise Err("FAILED_PRECONDITION", "ORG-4VSdf", "Errors.Org.NotChanged")
    event = ctx.push("org", org_id, "org.changed", owner=org_id, data={"name": name})
    ctx.change("orgs", event, {"id": org_id}, name=name)
    old = org_domains.named(row["name"], ctx.domain)
    new = org_domains.named(name, ctx.domain)
    if old != new and org_domains.find(ctx, org_id, old):
        if org_domains.find(ctx, org_id, new) is None:
            org_domains.put(ctx, org_id, new)
        if row["primary_domain"] == old:
            org_domains.make_primary(ctx, org_id, new)
        event = org_domains.drop(ctx, org_id, old)
    return event


def get(ctx: Context, org_id: str) -> sqlite3.Row:
    """Return an organization.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM orgs WHERE id = ?", org_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-iTTGJ", "Errors.Org.NotFound")
    return row


def get_by_domain(ctx: Context, domain: str) -> sqlite3.Row:
    """Return the active organization whose primary domain it is.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one("SELECT * FROM orgs WHERE primary_domain = ? AND state = ?", domain, ACTIVE)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-iTTGJ", "Errors.Org.NotFound")
    return row


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List organizations; the columns for `filters` are those of `orgs`."""
    return ctx.rows(page, "*", "orgs", filters)


def has_domain(domain: str, method: int) -> Condition:
    """Return the condition, for `search`, that a verified domain of the organization meets a text method."""
    own = lists.text_condition("d.domain", domain, method)
    sql = f"EXISTS (SELECT 1 FROM org_domains d WHERE d.org_id = id AND d.is_verified AND {own.sql})"  # noqa: S608  (our own names)
    return Condition(sql, own.parameters)


def is_unique(ctx: Context, name: str, domain: str) -> bool:
    """Return whether no organization has that name, and none that verified domain, in upper or lower case.

    Raises:
        Err: both are blank.
    """
    name, domain = name.strip(), domain.strip()
    if not name and not domain:
        raise Err("INVALID_ARGUMENT", "QUERY-DGqfd", "Errors.Query.InvalidRequest")
    taken = ctx.store.one(
        """SELECT 1 FROM orgs o WHERE o.state <> ? AND (lower(o.name) = lower(?) OR EXISTS (
             SELECT 1 FROM org_domains d WHERE d.org_id = o.id AND d.is_verified AND lower(d.domain) = lower(?)))""",
        REMOVED, name, domain,
    )  # fmt: skip
    return taken is None


def set_default(ctx: Context, org_id: str) -> Event:
    """Choose the organization that users without one belong to.

    Raises:
        Err: it is the default one already, or not there.
    """
    store = ctx.store
    if not org_id:
        raise Err("INVALID_ARGUMENT", "INST-SWffe", "Errors.Invalid.Argument")
    if org_id == store.fact("default_org_id"):
        raise Err("FAILED_PRECONDITION", "INST-SDfw2", "Errors.Instance.NotChanged")
    if not exists(ctx, org_id):
        raise Err("FAILED_PRECONDITION", "INSTA-Wfe21", "Errors.Org.NotFound")
    instance = store.fact("instance_id")
    event = ctx.push("instance", instance, "instance.default.org.set", owner=instance, data={"orgId": org_id})
    store.update("facts", {"name": "default_org_id"}, value=org_id)
    return event


# -- states ----------------------------------------------------------------------------------------
def deactivate(ctx: Context, org_id: str) -> Event:
    """Switch an organization off, which the API's own calls do not mind.

    Raises:
        Err: it is not there, or off already.
    """
    state = _state(ctx, org_id, "ORG-oL9nT")
    ctx.require_unscoped("org.write", org_id, org_id)
    if state == INACTIVE:
        raise Err("FAILED_PRECONDITION", "EVENT-Dbs2g", "Errors.Org.AlreadyDeactivated")
    return _move(ctx, org_id, INACTIVE, "org.deactivated")


def reactivate(ctx: Context, org_id: str) -> Event:
    """Switch an organization on again.

    Raises:
        Err: it is not there, or on already.
    """
    state = _state(ctx, org_id, "ORG-Dgf3g")
    ctx.require_unscoped("org.write", org_id, org_id)
    if state == ACTIVE:
        raise Err("FAILED_PRECONDITION", "EVENT-bfnrh", "Errors.Org.AlreadyActive")
    return _move(ctx, org_id, ACTIVE, "org.reactivated")


def remove(ctx: Context, org_id: str) -> Event:
    """Remove an organization with its users, projects, and all that hangs on them; the instance owns the event.

    Raises:
        Err: it is not there, or the default one.
    """
    store = ctx.store
    if org_id == store.fact("default_org_id"):
        raise Err("FAILED_PRECONDITION", "COMMA-wG9p1", "Errors.Org.DefaultOrgNotDeletable")
    _state(ctx, org_id, "COMMA-aps2n")
    ctx.require_unscoped("org.delete", org_id, org_id)
    event = ctx.push("org", org_id, "org.removed", owner=org_id)
    for table, column in (
        ("user_grants", "org_id"),
        ("members", "org_id"),
        ("project_grants", "granted_org_id"),
        ("projects", "org_id"),
        ("users", "org_id"),
        ("org_domains", "org_id"),
        ("org_metadata", "org_id"),
        ("policies", "owner"),
        ("login_factors", "owner"),
        ("login_idps", "owner"),
        ("idps", "owner"),
        ("custom_texts", "owner"),
        ("actions", "org_id"),
        ("flow_triggers", "org_id"),
    ):
        store.run(f"DELETE FROM {table} WHERE {column} = ?", org_id)  # noqa: S608  (our own names)
    ctx.change("orgs", event, {"id": org_id}, state=REMOVED)
    return event._replace(owner=store.fact("instance_id"))


def _state(ctx: Context, org_id: str, error_id: str) -> int:
    """Return the state of an organization, unless it is removed."""
    state = ctx.store.value("SELECT state FROM orgs WHERE id = ?", org_id)
    if state is None or state == REMOVED:
        raise Err("NOT_FOUND", error_id, "Errors.Org.NotFound")
    return int(state)


def _move(ctx: Context, org_id: str, state: int, event_type: str) -> Event:
    event = ctx.push("org", org_id, event_type, owner=org_id)
    ctx.change("orgs", event, {"id": org_id}, state=state)
    return event
