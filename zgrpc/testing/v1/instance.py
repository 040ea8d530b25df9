"""The instance and its domains."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING

from zitadel import admin_pb2 as ad
from zitadel import instance_pb2, object_pb2

from zgrpc.testing.domain import instance as domain
from zgrpc.testing.domain.lists import Filters, Page
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details, timestamp
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import instance

if TYPE_CHECKING:
    import sqlite3

    from zitadel import system_pb2 as sy

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Rows

_ORDER = {
    instance_pb2.DOMAIN_FIELD_NAME_DOMAIN: "sort_key(domain)",
    instance_pb2.DOMAIN_FIELD_NAME_PRIMARY: "is_primary",
    instance_pb2.DOMAIN_FIELD_NAME_GENERATED: "is_generated",
    instance_pb2.DOMAIN_FIELD_NAME_CREATION_DATE: "created",
}


@rpc("admin.GetMyInstance")
def get_my_instance(ctx: Context, request: ad.GetMyInstanceRequest) -> ad.GetMyInstanceResponse:
    """Answer with the instance."""
    return ad.GetMyInstanceResponse(instance=instance_detail(ctx))


def instance_detail(ctx: Context) -> instance_pb2.InstanceDetail:
    """Return the instance as a message."""
    found = domain.get(ctx.store)
    own = domain.search_domains(ctx, Filters(), Page(0, 0, ""), trusted=False)
    return instance_pb2.InstanceDetail(
        id=found.id,
        name=found.name,
        state=instance_pb2.STATE_RUNNING,
        version=domain.VERSION,
        domains=[as_domain(ctx, row) for row in own.rows],
        details=object_pb2.ObjectDetails(
            sequence=found.sequence,
            creation_date=timestamp(found.created),
            change_date=timestamp(found.changed),
            resource_owner=found.id,
        ),
    )


@rpc("admin.ListInstanceDomains")
def list_instance_domains(ctx: Context, request: ad.ListInstanceDomainsRequest) -> ad.ListInstanceDomainsResponse:
    """List the domains that the instance is called at."""
    found = domains_asked_for(ctx, request)
    return ad.ListInstanceDomainsResponse(
        details=list_details(ctx, found.total),
        sorting_column=request.sorting_column,
        result=[as_domain(ctx, row) for row in found.rows],
    )


def domains_asked_for(ctx: Context, request: ad.ListInstanceDomainsRequest | sy.ListDomainsRequest) -> Rows:
    """Return the domains that a request asks for."""
    filters = Filters()
    for query in request.queries:
        which = query.WhichOneof("query")
        if which == "domain_query":
            filters.text("domain", query.domain_query.domain, query.domain_query.method)
        elif which == "generated_query":
            filters.equals("is_generated", query.generated_query.generated)
        elif which == "primary_query":
            filters.equals("is_primary", query.primary_query.primary)
    return domain.search_domains(ctx, filters, _page(request), trusted=False)


@rpc("admin.ListInstanceTrustedDomains")
def list_instance_trusted_domains(
    ctx: Context, request: ad.ListInstanceTrustedDomainsRequest
) -> ad.ListInstanceTrustedDomainsResponse:
    """List the domains that the instance trusts."""
    filters = Filters()
    for query in request.queries:
        if query.HasField("domain_query"):
            filters.text("domain", query.domain_query.domain, query.domain_query.method)
    found = domain.search_domains(ctx, filters, _page(request), trusted=True)
    return ad.ListInstanceTrustedDomainsResponse(
        details=list_details(ctx, found.total),
        sorting_column=request.sorting_column,
        result=[
            instance_pb2.TrustedDomain(domain=row["domain"], details=details(row, instance(ctx))) for row in found.rows
        ],
    )


@rpc("admin.AddInstanceTrustedDomain")
def add_instance_trusted_domain(
    ctx: Context, request: ad.AddInstanceTrustedDomainRequest
) -> ad.AddInstanceTrustedDomainResponse:
    """Trust a domain."""
    return ad.AddInstanceTrustedDomainResponse(details=added(domain.trust(ctx, request.domain)))


@rpc("admin.RemoveInstanceTrustedDomain")
def remove_instance_trusted_domain(
    ctx: Context, request: ad.RemoveInstanceTrustedDomainRequest
) -> ad.RemoveInstanceTrustedDomainResponse:
    """Trust a domain no more."""
    return ad.RemoveInstanceTrustedDomainResponse(details=changed(domain.distrust(ctx, request.domain)))


def as_domain(ctx: Context, row: sqlite3.Row) -> instance_pb2.Domain:
    """Return a domain of the instance as a message."""
    return instance_pb2.Domain(
        domain=row["domain"],
        primary=row["is_primary"],
        generated=row["is_generated"],
        details=details(row, instance(ctx)),
    )


def _page(
    request: ad.ListInstanceDomainsRequest | ad.ListInstanceTrustedDomainsRequest | sy.ListDomainsRequest,
) -> Page:
    column = _ORDER.get(request.sorting_column, "created")
    return page(request.query, f"{column} {'ASC' if request.query.asc else 'DESC'}, domain")
