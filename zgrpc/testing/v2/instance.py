"""Instances and their domains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel.instance.v2 import instance_pb2
from zitadel.instance.v2 import instance_service_pb2 as s

from zgrpc.testing.domain import instance as domain
from zgrpc.testing.domain import instance_setup, instances
from zgrpc.testing.domain.lists import Filters, Page, cut
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2 import lists
from zgrpc.testing.v2.details import date, timestamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from zgrpc.testing.domain.context import Context

_ORDER = {
    instance_pb2.DOMAIN_FIELD_NAME_DOMAIN: "sort_key(domain)",
    instance_pb2.DOMAIN_FIELD_NAME_PRIMARY: "is_primary",
    instance_pb2.DOMAIN_FIELD_NAME_GENERATED: "is_generated",
}

_INSTANCES_ORDER: dict[int, Callable[[instance_pb2.Instance], str | int]] = {
    instance_pb2.FIELD_NAME_ID: lambda each: each.id,
    instance_pb2.FIELD_NAME_NAME: lambda each: each.name,
    instance_pb2.FIELD_NAME_CREATION_DATE: lambda each: each.creation_date.ToMicroseconds(),
}


@rpc("v2.instance.GetInstance")
def get_instance(ctx: Context, request: s.GetInstanceRequest) -> s.GetInstanceResponse:
    """Answer with the instance."""
    domain.check_id(ctx, request.instance_id)
    domain.require(ctx, "iam.read")
    return s.GetInstanceResponse(instance=_instance(ctx))


@rpc("v2.instance.ListInstances")
def list_instances(ctx: Context, request: s.ListInstancesRequest) -> s.ListInstancesResponse:
    """Answer with the instances that the filters let through."""
    page = lists.page(request.pagination, "")
    found = [_instance(one) for one in instances.each(ctx)]
    for query in request.filters:
        if query.HasField("in_ids_filter"):
            found = [each for each in found if each.id in query.in_ids_filter.ids]
        else:
            wanted = set(query.custom_domains_filter.domains)
            found = [each for each in found if not wanted.isdisjoint(own.domain for own in each.custom_domains)]
    if request.sorting_column in _INSTANCES_ORDER:
        found.sort(key=_INSTANCES_ORDER[request.sorting_column], reverse=not request.pagination.asc)
    shown, total = cut(page, found)
    return s.ListInstancesResponse(instances=shown, pagination=lists.pagination(total, page))


@rpc("v2.instance.DeleteInstance")
def delete_instance(ctx: Context, request: s.DeleteInstanceRequest) -> s.DeleteInstanceResponse:
    """Remove an instance; answer without a date for one that is not there."""
    if not domain.is_this(ctx, request.instance_id):
        return s.DeleteInstanceResponse()
    return s.DeleteInstanceResponse(deletion_date=date(instance_setup.remove(ctx, "v2.instance.DeleteInstance")))


@rpc("v2.instance.AddCustomDomain")
def add_custom_domain(ctx: Context, request: s.AddCustomDomainRequest) -> s.AddCustomDomainResponse:
    """Let the instance be called at another domain."""
    domain.check_id(ctx, request.instance_id)
    return s.AddCustomDomainResponse(creation_date=date(domain.add_domain(ctx, request.custom_domain)))


@rpc("v2.instance.RemoveCustomDomain")
def remove_custom_domain(ctx: Context, request: s.RemoveCustomDomainRequest) -> s.RemoveCustomDomainResponse:
    """Let the instance be called at a domain no more."""
    domain.check_id(ctx, request.instance_id)
    return s.RemoveCustomDomainResponse(deletion_date=date(domain.remove_domain(ctx, request.custom_domain)))


@rpc("v2.instance.UpdateInstance")
def update_instance(ctx: Context, request: s.UpdateInstanceRequest) -> s.UpdateInstanceResponse:
    """Name the instance."""
    domain.check_id(ctx, request.instance_id, "INST-nuso2m", "Errors.Instance.NotFound")
    domain.require(ctx, "iam.write")
    return s.UpdateInstanceResponse(change_date=date(domain.rename(ctx, request.instance_name)))


@rpc("v2.instance.ListCustomDomains")
def list_custom_domains(ctx: Context, request: s.ListCustomDomainsRequest) -> s.ListCustomDomainsResponse:
    """List the domains that the instance is called at."""
    domain.check_id(ctx, request.instance_id)
    domain.require(ctx, "iam.read")
    filters = Filters()
    for query in request.filters:
        which = query.WhichOneof("filter")
        if which == "domain_filter":
            filters.text("domain", query.domain_filter.domain, query.domain_filter.method)
        elif which == "generated_filter":
            filters.equals("is_generated", query.generated_filter)
        elif which == "primary_filter":
            filters.equals("is_primary", query.primary_filter)
    page = lists.page(request.pagination, _ORDER.get(request.sorting_column, "created"), "domain")
    found = domain.search_domains(ctx, filters, page, trusted=False)
    return s.ListCustomDomainsResponse(
        domains=[_domain(ctx, row) for row in found.rows], pagination=lists.pagination(found.total, page)
    )


@rpc("v2.instance.ListTrustedDomains")
def list_trusted_domains(ctx: Context, request: s.ListTrustedDomainsRequest) -> s.ListTrustedDomainsResponse:
    """List the domains that the instance trusts."""
    domain.check_id(ctx, request.instance_id)
    domain.require(ctx, "iam.read")
    filters = Filters()
    for query in request.filters:
        if query.HasField("domain_filter"):
            filters.text("domain", query.domain_filter.domain, query.domain_filter.method)
    column = (
        "sort_key(domain)" if request.sorting_column == instance_pb2.TRUSTED_DOMAIN_FIELD_NAME_DOMAIN else "created"
    )
    page = lists.page(request.pagination, column, "domain")
    found = domain.search_domains(ctx, filters, page, trusted=True)
    instance_id = ctx.store.fact("instance_id")
    return s.ListTrustedDomainsResponse(
        trusted_domain=[
            instance_pb2.TrustedDomain(
                instance_id=instance_id, domain=row["domain"], creation_date=timestamp(row["created"])
            )
            for row in found.rows
        ],
        pagination=lists.pagination(found.total, page),
    )


@rpc("v2.instance.AddTrustedDomain")
def add_trusted_domain(ctx: Context, request: s.AddTrustedDomainRequest) -> s.AddTrustedDomainResponse:
    """Trust a domain."""
    domain.check_id(ctx, request.instance_id)
    domain.require(ctx, "iam.write")
    return s.AddTrustedDomainResponse(creation_date=date(domain.trust(ctx, request.trusted_domain)))


@rpc("v2.instance.RemoveTrustedDomain")
def remove_trusted_domain(ctx: Context, request: s.RemoveTrustedDomainRequest) -> s.RemoveTrustedDomainResponse:
    """Trust a domain no more."""
    domain.check_id(ctx, request.instance_id)
    domain.require(ctx, "iam.write")
    return s.RemoveTrustedDomainResponse(deletion_date=date(domain.distrust(ctx, request.trusted_domain)))


def _instance(ctx: Context) -> instance_pb2.Instance:
    found = domain.get(ctx.store)
    own = domain.search_domains(ctx, Filters(), Page(0, 0, ""), trusted=False)
    return instance_pb2.Instance(
        id=found.id,
        name=found.name,
        version=domain.VERSION,  # and no state, which the real server leaves out
        creation_date=timestamp(found.created),
        change_date=timestamp(found.changed),
        custom_domains=[_domain(ctx, row) for row in own.rows],
    )


def _domain(ctx: Context, row: sqlite3.Row) -> instance_pb2.CustomDomain:
    return instance_pb2.CustomDomain(
        instance_id=ctx.store.fact("instance_id"),
        domain=row["domain"],
        primary=row["is_primary"],
        generated=row["is_generated"],
        creation_date=timestamp(row["created"]),
    )
