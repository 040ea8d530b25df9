"""Organizations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import org_pb2

from zgrpc.testing.call import Call, added, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.members import join_org
from zgrpc.testing.handlers.org_domains import add_domain, claim, remove_domain

if TYPE_CHECKING:
    import sqlite3


@rpc("management.AddOrg")
def add_org(call: Call, request: m.AddOrgRequest) -> dict[str, Any]:
    """A new organization with a domain below the instance's, whose owner the caller becomes."""
    domain = org_domain(request.name, call.domain)
    name = request.name.strip()
    if not name:
        raise Err("INVALID_ARGUMENT", "EVENT-Mf9sd", "Errors.Org.Invalid")
    org_id = call.store.new_id()
    event = call.push("org", org_id, "org.added", owner=org_id)
    call.add("orgs", event, id=org_id, name=name, primary_domain=domain)
    add_domain(call, org_id, domain)
    event = set_primary(call, org_id, domain)
    claim(call, org_id, domain)
    join_org(call, org_id, call.user_id, ["ORG_OWNER"])
    return {"id": org_id, "details": added(event)}


@rpc("management.UpdateOrg")
def update_org(call: Call, request: m.UpdateOrgRequest) -> dict[str, Any]:
    """Another name, and with it another domain below the instance's, if that is still one of the organization's."""
    name, store = request.name.strip(), call.store
    if not name:
        raise Err("INVALID_ARGUMENT", "EVENT-Mf9sd", "Errors.Org.Invalid")
    row = store.one("SELECT * FROM orgs WHERE id = ? AND state <> 0", call.org_id)
    if row is None:
        raise Err("NOT_FOUND", "ORG-1MRds", "Errors.Org.NotFound")
    if row["name"] == name:
        raise Err("FAILED_PRECONDITION", "ORG-4VSdf", "Errors.Org.NotChanged")
    event = call.push("org", call.org_id, "org.changed")
    call.change("orgs", event, {"id": call.org_id}, name=name)
    old = org_domain(row["name"], call.domain)
    new = org_domain(name, call.domain)
    if old != new and store.one("SELECT 1 FROM org_domains WHERE org_id = ? AND domain = ?", call.org_id, old):
        if store.one("SELECT 1 FROM org_domains WHERE org_id = ? AND domain = ?", call.org_id, new) is None:
            add_domain(call, call.org_id, new)
        if row["primary_domain"] == old:
            set_primary(call, call.org_id, new)
        event = remove_domain(call, old)
    return {"details": added(event)}


@rpc("management.GetMyOrg")
def get_my_org(call: Call, request: m.GetMyOrgRequest) -> dict[str, Any]:  # noqa: ARG001  (every handler has both)
    """The organization of the call."""
    row = call.store.one("SELECT * FROM orgs WHERE id = ?", call.org_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-iTTGJ", "Errors.Org.NotFound")
    return {"org": as_org(row)}


@rpc("management.GetOrgByDomainGlobal")
def get_org_by_domain(call: Call, request: m.GetOrgByDomainGlobalRequest) -> dict[str, Any]:
    """The active organization whose primary domain it is."""
    row = call.store.one(
        "SELECT * FROM orgs WHERE primary_domain = ? AND state = ?", request.domain, org_pb2.ORG_STATE_ACTIVE
    )
    if row is None:
        raise Err("NOT_FOUND", "QUERY-iTTGJ", "Errors.Org.NotFound")
    return {"org": as_org(row)}


def set_primary(call: Call, org_id: str, domain: str) -> Any:
    """Make a domain of an organization its primary one; returns the event."""
    event = call.push("org", org_id, "org.domain.primary.set", owner=org_id)
    call.store.run("UPDATE org_domains SET is_primary = 0 WHERE org_id = ?", org_id)
    call.change("org_domains", event, {"org_id": org_id, "domain": domain}, is_primary=True)
    call.change("orgs", event, {"id": org_id}, primary_domain=domain)
    return event


def as_org(row: sqlite3.Row) -> org_pb2.Org:
    """An organization, from a row of `orgs`."""
    return org_pb2.Org(
        id=row["id"],
        state=row["state"],
        name=row["name"],
        primary_domain=row["primary_domain"],
        details=details(row, owner=row["id"]),
    )


def org_domain(name: str, instance_domain: str) -> str:
    """The domain that ZITADEL derives from an organization's name: letters, digits and hyphens, at most 63 of them.

    Raises:
        Err: INVALID_ARGUMENT for a name that has none of them.
    """
    # Unlike \\w, the real server's pattern has no underscore, and digits are ASCII's.
    label = "".join(c for c in name.replace(" ", "-") if c.isalpha() or re.match(r"[0-9-]", c))
    label = label.encode()[:63].decode(errors="ignore").removeprefix("-").removesuffix("-")
    if not label:
        raise Err("INVALID_ARGUMENT", "ORG-RrfXY", "Errors.Org.Domain.EmptyString")
    return f"{label}.{instance_domain}".lower()
