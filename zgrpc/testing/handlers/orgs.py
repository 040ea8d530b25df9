"""Organizations and their domains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from zgrpc.testing.call import Call, added, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zitadel import management_pb2 as m
from zitadel import org_pb2

if TYPE_CHECKING:
    import sqlite3


@rpc("management.AddOrg")
def add_org(call: Call, request: m.AddOrgRequest) -> dict[str, Any]:
    """A new organization with a domain of its own below the instance's."""
    if not request.name.strip():
        raise Err("INVALID_ARGUMENT", "ORG-mruNY", "Errors.Invalid.Argument")
    org_id = call.store.new_id()
    event = call.push("org", org_id, "org.added", owner=org_id)
    domain = org_domain(request.name, call.domain)
    call.add("orgs", event, id=org_id, name=request.name, primary_domain=domain)
    for type_ in ("org.domain.added", "org.domain.verified", "org.domain.primary.set"):
        event = call.push("org", org_id, type_, owner=org_id)
    call.add("org_domains", event, org_id=org_id, domain=domain, is_verified=True, is_primary=True)
    return {"id": org_id, "details": added(event)}


@rpc("management.GetMyOrg")
def get_my_org(call: Call, request: m.GetMyOrgRequest) -> dict[str, Any]:  # noqa: ARG001
    """The organization of the call."""
    row = call.store.one("SELECT *, id AS org_id FROM orgs WHERE id = ?", call.org_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-iTTGJ", "Errors.Org.NotFound")
    return {"org": as_org(row)}


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
    """The domain that ZITADEL derives from an organization's name: lower case, spaces as hyphens, nothing but a-z0-9-."""
    label = re.sub(r"[^a-z0-9-]", "", re.sub(r"\s+", "-", name.strip().lower())).strip("-")
    return f"{label}.{instance_domain}"
