"""Domains and metadata of organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from zitadel.metadata.v2 import metadata_pb2
from zitadel.org.v2 import org_pb2, query_pb2
from zitadel.org.v2 import org_service_pb2 as m

from zgrpc.testing.domain import metadata, org_domains, orgs
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, timestamp
from zgrpc.testing.v2.lists import page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_SORTED = {query_pb2.DOMAIN_FIELD_NAME_NAME: "domain"}


@rpc("v2.org.AddOrganizationDomain")
def add_domain(ctx: Context, request: m.AddOrganizationDomainRequest) -> m.AddOrganizationDomainResponse:
    """Add a domain."""
    event = org_domains.add(ctx, request.organization_id, request.domain)
    return m.AddOrganizationDomainResponse(creation_date=date(event))


@rpc("v2.org.DeleteOrganizationDomain")
def delete_domain(ctx: Context, request: m.DeleteOrganizationDomainRequest) -> m.DeleteOrganizationDomainResponse:
    """Remove a domain other than the primary one."""
    event = org_domains.remove(ctx, request.organization_id, request.domain)
    return m.DeleteOrganizationDomainResponse(deletion_date=date(event))


@rpc("v2.org.ListOrganizationDomains")
def list_domains(ctx: Context, request: m.ListOrganizationDomainsRequest) -> m.ListOrganizationDomainsResponse:
    """Answer with the domains of an organization, if the caller may see it."""
    filters = Filters()
    for query in request.filters:
        filters.text("domain", query.domain_filter.domain, query.domain_filter.method)
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "created"), "rowid")
    found = org_domains.search(ctx, request.organization_id, filters, asked)
    rows = found.rows if orgs.shown(ctx, request.organization_id) else []
    return m.ListOrganizationDomainsResponse(
        pagination=pagination(found.total, asked), domains=[_as_domain(row) for row in rows]
    )


@rpc("v2.org.GenerateOrganizationDomainValidation")
def generate_validation(
    ctx: Context, request: m.GenerateOrganizationDomainValidationRequest
) -> m.GenerateOrganizationDomainValidationResponse:
    """Answer with how to prove that a domain is one's own."""
    token, url = org_domains.start_validation(ctx, request.organization_id, request.domain, request.type)
    return m.GenerateOrganizationDomainValidationResponse(token=token, url=url)


@rpc("v2.org.VerifyOrganizationDomain")
def verify_domain(ctx: Context, request: m.VerifyOrganizationDomainRequest) -> NoReturn:
    """Look whether a domain is one's own, in vain."""
    org_domains.validate(ctx, request.organization_id, request.domain)


@rpc("v2.org.SetOrganizationMetadata")
def set_metadata(ctx: Context, request: m.SetOrganizationMetadataRequest) -> m.SetOrganizationMetadataResponse:
    """Set values, all or none."""
    entries = [(entry.key, entry.value) for entry in request.metadata]
    return m.SetOrganizationMetadataResponse(set_date=date(metadata.set_of_org(ctx, request.organization_id, entries)))


@rpc("v2.org.ListOrganizationMetadata")
def list_metadata(ctx: Context, request: m.ListOrganizationMetadataRequest) -> m.ListOrganizationMetadataResponse:
    """Answer with the values of an organization, if the caller may see it."""
    filters = Filters()
    for query in request.filters:
        filters.text("key", query.key_filter.key, query.key_filter.method)
    asked = page(request.pagination, "created", "rowid")
    found = metadata.search_of_org(ctx, request.organization_id, filters, asked)
    rows = found.rows if orgs.shown(ctx, request.organization_id) else []
    return m.ListOrganizationMetadataResponse(
        pagination=pagination(found.total, asked), metadata=[_as_metadata(row) for row in rows]
    )


@rpc("v2.org.DeleteOrganizationMetadata")
def delete_metadata(ctx: Context, request: m.DeleteOrganizationMetadataRequest) -> m.DeleteOrganizationMetadataResponse:
    """Remove values, all or none."""
    event = metadata.remove_of_org(ctx, request.organization_id, request.keys)
    return m.DeleteOrganizationMetadataResponse(deletion_date=date(event))


def _as_domain(row: sqlite3.Row) -> org_pb2.Domain:
    return org_pb2.Domain(
        organization_id=row["org_id"],
        domain=row["domain"],
        is_verified=bool(row["is_verified"]),
        is_primary=bool(row["is_primary"]),
        validation_type=row["validation_type"],
    )


def _as_metadata(row: sqlite3.Row) -> metadata_pb2.Metadata:
    return metadata_pb2.Metadata(
        key=row["key"],
        value=row["value"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
    )
