"""Domains of organizations. By the instance's policy they need no validation: a domain is verified once added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import org_pb2

from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.store import Event


@rpc("management.AddOrgDomain")
def add_org_domain(call: Call, request: m.AddOrgDomainRequest) -> dict[str, Any]:
    """Another domain of the organization."""
    domain = request.domain.strip()
    if not domain:
        raise Err("INVALID_ARGUMENT", "ORG-r3h4J", "Errors.Invalid.Argument")
    if _row(call, domain) is not None:
        raise Err("ALREADY_EXISTS", "V2-e1wse", "Errors.Already.Exists")
    event = add_domain(call, call.org_id, domain)
    claim(call, call.org_id, domain)
    return {"details": added(event)}


@rpc("management.ListOrgDomains")
def list_org_domains(call: Call, request: m.ListOrgDomainsRequest) -> dict[str, Any]:
    """The domains of the organization."""
    filters = Filters().equals("org_id", call.org_id)
    for query in request.queries:
        filters.text("domain", query.domain_name_query.name, query.domain_name_query.method)
    return call.page(request.query, "*", "org_domains", filters, _as_domain)


@rpc("management.GenerateOrgDomainValidation")
def generate_validation(call: Call, request: m.GenerateOrgDomainValidationRequest) -> dict[str, Any]:
    """How to prove that a domain is one's own; refused, as every domain is verified already."""
    _existing(call, request.domain, "ORG-AGD31")
    raise Err("FAILED_PRECONDITION", "ORG-HGw21", "Errors.Org.DomainAlreadyVerified")


@rpc("management.ValidateOrgDomain")
def validate_domain(call: Call, request: m.ValidateOrgDomainRequest) -> dict[str, Any]:
    """Look whether a domain is one's own; refused, as every domain is verified already."""
    _existing(call, request.domain, "ORG-Sjdi3")
    raise Err("FAILED_PRECONDITION", "ORG-HGw21", "Errors.Org.DomainAlreadyVerified")


@rpc("management.SetPrimaryOrgDomain")
def set_primary_domain(call: Call, request: m.SetPrimaryOrgDomainRequest) -> dict[str, Any]:
    """The domain that the organization is found by."""
    from zgrpc.testing.handlers.orgs import set_primary

    _existing(call, request.domain, "ORG-GDfA3")
    return {"details": changed(set_primary(call, call.org_id, request.domain))}


@rpc("management.RemoveOrgDomain")
def remove_org_domain(call: Call, request: m.RemoveOrgDomainRequest) -> dict[str, Any]:
    """Remove a domain other than the primary one."""
    if _existing(call, request.domain, "ORG-GDfA3")["is_primary"]:
        raise Err("FAILED_PRECONDITION", "ORG-Sjdi3", "Errors.Org.PrimaryDomainNotDeletable")
    return {"details": changed(remove_domain(call, request.domain))}


def add_domain(call: Call, org_id: str, domain: str) -> Event:
    """Give an organization a domain; returns the event that it was verified by."""
    first = call.push("org", org_id, "org.domain.added", owner=org_id)
    event = call.push("org", org_id, "org.domain.verified", owner=org_id)
    call.add("org_domains", event, org_id=org_id, domain=domain, is_verified=True)
    call.store.update("org_domains", {"org_id": org_id, "domain": domain}, created=first.created)
    return event


def remove_domain(call: Call, domain: str) -> Event:
    """Take a domain from the organization of the call; returns the event."""
    event = call.push("org", call.org_id, "org.domain.removed")
    call.store.run("DELETE FROM org_domains WHERE org_id = ? AND domain = ?", call.org_id, domain)
    return event


def claim(call: Call, org_id: str, domain: str) -> None:
    """Rename the users of other organizations whose names end in a domain that has been verified just now."""
    ending = f"@{domain.lower()}"
    users = call.store.all(
        "SELECT id, org_id FROM users WHERE org_id <> ? AND substr(lower(user_name), ?) = ?",
        org_id,
        -len(ending),
        ending,
    )
    for user in users:
        event = call.push("user", user["id"], "user.domain.claimed", owner=user["org_id"])
        name = f"{call.store.new_id()}@temporary.{call.domain}"
        call.change("users", event, {"id": user["id"]}, user_name=name)


def _row(call: Call, domain: str) -> sqlite3.Row | None:
    return call.store.one("SELECT * FROM org_domains WHERE org_id = ? AND domain = ?", call.org_id, domain)


def _existing(call: Call, domain: str, error_id: str) -> sqlite3.Row:
    row = _row(call, domain)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Org.DomainNotOnOrg")
    return row


def _as_domain(row: sqlite3.Row) -> org_pb2.Domain:
    return org_pb2.Domain(
        org_id=row["org_id"],
        details=details(row),
        domain_name=row["domain"],
        is_verified=bool(row["is_verified"]),
        is_primary=bool(row["is_primary"]),
        validation_type=row["validation_type"],
    )
