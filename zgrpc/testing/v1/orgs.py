"""Organizations: their names, states and domains."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
from typing import TYPE_CHECKING, NoReturn

from zitadel import management_pb2 as m
from zitadel import org_pb2

from zgrpc.testing.domain import org_domains, orgs
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("management.AddOrg")
def add_org(ctx: Context, request: m.AddOrgRequest) -> m.AddOrgResponse:
    """Add an organization, whose owner the caller becomes."""
    new = orgs.add(ctx, request.name)
    return m.AddOrgResponse(id=new.id, details=added(new.event))


@rpc("management.UpdateOrg")
def update_org(ctx: Context, request: m.UpdateOrgRequest) -> m.UpdateOrgResponse:
    """Rename the organization."""
    return m.UpdateOrgResponse(details=added(orgs.rename(ctx, ctx.org_id, request.name)))


@rpc("management.GetMyOrg")
def get_my_org(ctx: Context, request: m.GetMyOrgRequest) -> m.GetMyOrgResponse:
    """Answer with the organization of the call."""
    return m.GetMyOrgResponse(org=as_org(orgs.get(ctx, ctx.org_id)))


@rpc("management.GetOrgByDomainGlobal")
def get_org_by_domain(ctx: Context, request: m.GetOrgByDomainGlobalRequest) -> m.GetOrgByDomainGlobalResponse:
    """Answer with the active organization whose primary domain it is."""
    return m.GetOrgByDomainGlobalResponse(org=as_org(orgs.get_by_domain(ctx, request.domain)))


@rpc("management.DeactivateOrg")
def deactivate_org(ctx: Context, request: m.DeactivateOrgRequest) -> m.DeactivateOrgResponse:
    """Switch the organization off."""
    return m.DeactivateOrgResponse(details=changed(orgs.deactivate(ctx, ctx.org_id)))


@rpc("management.ReactivateOrg")
def reactivate_org(ctx: Context, request: m.ReactivateOrgRequest) -> m.ReactivateOrgResponse:
    """Switch the organization on again."""
    return m.ReactivateOrgResponse(details=changed(orgs.reactivate(ctx, ctx.org_id)))


@rpc("management.RemoveOrg")
def remove_org(ctx: Context, request: m.RemoveOrgRequest) -> m.RemoveOrgResponse:
    """Remove the organization; the answer names the instance as the owner."""
    return m.RemoveOrgResponse(details=changed(orgs.remove(ctx, ctx.org_id)))


# -- domains ---------------------------------------------------------------------------------------
@rpc("management.AddOrgDomain")
def add_org_domain(ctx: Context, request: m.AddOrgDomainRequest) -> m.AddOrgDomainResponse:
    """Add a domain."""
    return m.AddOrgDomainResponse(details=added(org_domains.add(ctx, ctx.org_id, request.domain)))


@rpc("management.ListOrgDomains")
def list_org_domains(ctx: Context, request: m.ListOrgDomainsRequest) -> m.ListOrgDomainsResponse:
    """Answer with the domains of the organization."""
    filters = Filters()
    for query in request.queries:
        filters.text("domain", query.domain_name_query.name, query.domain_name_query.method)
    found = org_domains.search(ctx, ctx.org_id, filters, page(request.query))
    return m.ListOrgDomainsResponse(
        details=list_details(ctx, found.total), result=[_as_domain(row) for row in found.rows]
    )


@rpc("management.GenerateOrgDomainValidation")
def generate_validation(
    ctx: Context, request: m.GenerateOrgDomainValidationRequest
) -> m.GenerateOrgDomainValidationResponse:
    """Answer with how to prove that a domain is one's own."""
    token, url = org_domains.start_validation(ctx, ctx.org_id, request.domain, request.type)
    return m.GenerateOrgDomainValidationResponse(token=token, url=url)


@rpc("management.ValidateOrgDomain")
def validate_domain(ctx: Context, request: m.ValidateOrgDomainRequest) -> NoReturn:
    """Look whether a domain is one's own, in vain."""
    org_domains.validate(ctx, ctx.org_id, request.domain)


@rpc("management.SetPrimaryOrgDomain")
def set_primary_domain(ctx: Context, request: m.SetPrimaryOrgDomainRequest) -> m.SetPrimaryOrgDomainResponse:
    """Choose the domain that the organization is found by."""
    event = org_domains.set_primary(ctx, ctx.org_id, request.domain)
    return m.SetPrimaryOrgDomainResponse(details=changed(event))


@rpc("management.RemoveOrgDomain")
def remove_org_domain(ctx: Context, request: m.RemoveOrgDomainRequest) -> m.RemoveOrgDomainResponse:
    """Remove a domain other than the primary one."""
    return m.RemoveOrgDomainResponse(details=changed(org_domains.remove(ctx, ctx.org_id, request.domain)))


def as_org(row: sqlite3.Row) -> org_pb2.Org:
    """Return an organization as a message, from a row of `orgs`."""
    return org_pb2.Org(
        id=row["id"],
        state=row["state"],
        name=row["name"],
        primary_domain=row["primary_domain"],
        details=details(row, owner=row["id"]),
    )


def _as_domain(row: sqlite3.Row) -> org_pb2.Domain:
    return org_pb2.Domain(
        org_id=row["org_id"],
        details=details(row),
        domain_name=row["domain"],
        is_verified=bool(row["is_verified"]),
        is_primary=bool(row["is_primary"]),
        validation_type=row["validation_type"],
    )
