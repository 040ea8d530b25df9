"""Domains and metadata of organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from zitadel.filter.v2 import filter_pb2
from zitadel.metadata.v2 import metadata_pb2
from zitadel.org.v2 import org_pb2, query_pb2
from zitadel.org.v2 import org_service_pb2 as m

from zgrpc.testing.domain import metadata, org_domains, orgs
from zgrpc.testing.domain.lists import Filters, Rows
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, timestamp
from zgrpc.testing.v2.lists import page

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_SORTED = {query_pb2.DOMAIN_FIELD_NAME_NAME: "sort_key(domain)", query_pb2.DOMAIN_FIELD_NAME_CREATION_DATE: "created"}


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
    column = _SORTED.get(request.sorting_column, "")
    asked = page(request.pagination, column, "rowid" if column else "")
    filters = Filters()
    for query in request.filters:
        filters.text("domain", query.domain_filter.domain, query.domain_filter.method)
    found = _if_shown(ctx, request, org_domains.search(ctx, request.organization_id, filters, asked))
    return m.ListOrganizationDomainsResponse(
        pagination=_pagination(request, found), domains=[_as_domain(row) for row in found.rows]
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
    asked = page(request.pagination, "")
    filters = Filters()
    for query in request.filters:
        filters.text("key", query.key_filter.key, query.key_filter.method)
    found = _if_shown(ctx, request, metadata.search_of_org(ctx, request.organization_id, filters, asked))
    return m.ListOrganizationMetadataResponse(
        pagination=_pagination(request, found), metadata=[_as_metadata(row) for row in found.rows]
    )


@rpc("v2.org.DeleteOrganizationMetadata")
def delete_metadata(ctx: Context, request: m.DeleteOrganizationMetadataRequest) -> m.DeleteOrganizationMetadataResponse:
    """Remove values, all or none."""
    event = metadata.remove_of_org(ctx, request.organization_id, request.keys)
    return m.DeleteOrganizationMetadataResponse(deletion_date=date(event))


_Listing = m.ListOrganizationDomainsRequest | m.ListOrganizationMetadataRequest


def _if_shown(ctx: Context, request: _Listing, found: Rows) -> Rows:
    """Return what is found, if the caller may see the organization. These two lists count only what they show."""
    return found if orgs.shown(ctx, request.organization_id) else Rows([], 0)


def _pagination(request: _Listing, found: Rows) -> filter_pb2.PaginationResponse:
    """Return the total, and the limit as it was asked for: 0 where none was, though 100 is applied."""
    return filter_pb2.PaginationResponse(total_result=found.total, applied_limit=request.pagination.limit)


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
