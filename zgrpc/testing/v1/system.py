"""The system, which here has one instance: none is added, and none removed."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING

from zitadel import instance_pb2
from zitadel import system_pb2 as sy

from zgrpc.testing.domain import instance as domain
from zgrpc.testing.domain import instance_settings, members, views
from zgrpc.testing.domain.lists import Filters, Method, Page
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, list_details, timestamp
from zgrpc.testing.v1.instance import as_domain, domains_asked_for, instance_detail
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.members import as_member, member_filters
from zgrpc.testing.v1.shared import changed_or_not, instance

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context

_LOGIN_DEFAULT_ORG = 1


@rpc("system.Healthz")
def healthz(ctx: Context, request: sy.HealthzRequest) -> sy.HealthzResponse:
    """Answer at all."""
    return sy.HealthzResponse()


# -- instances -------------------------------------------------------------------------------------
@rpc("system.ListInstances")
def list_instances(ctx: Context, request: sy.ListInstancesRequest) -> sy.ListInstancesResponse:
    """Answer with the one instance, if the queries let it through."""
    detail = instance_detail(ctx)
    shown = True
    for query in request.queries:
        if query.HasField("id_query"):
            shown = shown and detail.id in query.id_query.ids
        elif query.HasField("domain_query"):
            shown = shown and any(each.domain in query.domain_query.domains for each in detail.domains)
    found = instance_pb2.Instance(
        id=detail.id, details=detail.details, state=detail.state, name=detail.name, version=detail.version,
        domains=detail.domains,
    )  # fmt: skip
    return sy.ListInstancesResponse(
        details=list_details(ctx, int(shown)), result=[found] if shown and not request.query.offset else []
    )


@rpc("system.GetInstance")
def get_instance(ctx: Context, request: sy.GetInstanceRequest) -> sy.GetInstanceResponse:
    """Answer with the instance."""
    domain.check_id(ctx, request.instance_id)
    return sy.GetInstanceResponse(instance=instance_detail(ctx))


@rpc("system.UpdateInstance")
def update_instance(ctx: Context, request: sy.UpdateInstanceRequest) -> sy.UpdateInstanceResponse:
    """Name the instance."""
    domain.check_id(ctx, request.instance_id, "INST-nuso2m", "Errors.Instance.NotFound")
    return sy.UpdateInstanceResponse(details=added(domain.rename(ctx, request.instance_name)))


@rpc("system.ListIAMMembers")
def list_iam_members(ctx: Context, request: sy.ListIAMMembersRequest) -> sy.ListIAMMembersResponse:
    """Answer with the members of an instance; there are none of another one."""
    filters = member_filters(request.queries)
    if not domain.is_this(ctx, request.instance_id):
        filters.where("0")
    found = members.search(ctx, members.INSTANCE, instance(ctx), filters, page(request.query))
    return sy.ListIAMMembersResponse(
        details=list_details(ctx, found.total), result=[as_member(row) for row in found.rows]
    )


@rpc("system.SetInstanceFeature")
def set_instance_feature(ctx: Context, request: sy.SetInstanceFeatureRequest) -> sy.SetInstanceFeatureResponse:
    """Set the one feature that there is for this RPC."""
    domain.check_id(ctx, request.instance_id)
    if request.feature_id != _LOGIN_DEFAULT_ORG:
        raise Err("INVALID_ARGUMENT", "FEATU-SDfs2", "Errors.Feature.TypeNotSupported")
    done = instance_settings.write(ctx, instance_settings.FEATURES, {"login_default_org": request.bool})
    details = None if done is None else changed_or_not(done, instance(ctx))
    return sy.SetInstanceFeatureResponse(details=details)


# -- domains ---------------------------------------------------------------------------------------
@rpc("system.ExistsDomain")
def exists_domain(ctx: Context, request: sy.ExistsDomainRequest) -> sy.ExistsDomainResponse:
    """Answer whether an instance is called at a domain, in whatever spelling."""
    filters = Filters().text("domain", request.domain, Method.EQUALS_IGNORE_CASE)
    found = domain.search_domains(ctx, filters, Page(0, 1, ""), trusted=False)
    return sy.ExistsDomainResponse(exists=found.total > 0)


@rpc("system.ListDomains")
def list_domains(ctx: Context, request: sy.ListDomainsRequest) -> sy.ListDomainsResponse:
    """List the domains that the instance is called at."""
    domain.check_id(ctx, request.instance_id)
    found = domains_asked_for(ctx, request)
    return sy.ListDomainsResponse(
        details=list_details(ctx, found.total), result=[as_domain(ctx, row) for row in found.rows]
    )


@rpc("system.AddDomain")
def add_domain(ctx: Context, request: sy.AddDomainRequest) -> sy.AddDomainResponse:
    """Let the instance be called at another domain."""
    domain.check_id(ctx, request.instance_id)
    return sy.AddDomainResponse(details=added(domain.add_domain(ctx, request.domain)))


@rpc("system.RemoveDomain")
def remove_domain(ctx: Context, request: sy.RemoveDomainRequest) -> sy.RemoveDomainResponse:
    """Let the instance be called at a domain no more."""
    domain.check_id(ctx, request.instance_id)
    return sy.RemoveDomainResponse(details=changed(domain.remove_domain(ctx, request.domain)))


@rpc("system.SetPrimaryDomain")
def set_primary_domain(ctx: Context, request: sy.SetPrimaryDomainRequest) -> sy.SetPrimaryDomainResponse:
    """Choose the domain that links to the instance name."""
    domain.check_id(ctx, request.instance_id)
    return sy.SetPrimaryDomainResponse(details=changed(domain.set_primary_domain(ctx, request.domain)))


# -- views -----------------------------------------------------------------------------------------
@rpc("system.ListViews")
def list_views(ctx: Context, request: sy.ListViewsRequest) -> sy.ListViewsResponse:
    """Answer with the views of a real server, which are all up to date."""
    now = timestamp(views.last_event(ctx))
    return sy.ListViewsResponse(
        result=[
            sy.View(
                database=views.DATABASE, view_name=name, event_timestamp=now, last_successful_spooler_run=now,
                instance=instance(ctx),
            )
            for name in views.NAMES
        ]
    )  # fmt: skip


@rpc("system.ClearView")
def clear_view(ctx: Context, request: sy.ClearViewRequest) -> sy.ClearViewResponse:
    """Change nothing: a real server would make the view anew, and it would be the same."""
    return sy.ClearViewResponse()


@rpc("system.ListFailedEvents")
def list_failed_events(ctx: Context, request: sy.ListFailedEventsRequest) -> sy.ListFailedEventsResponse:
    """Answer with none: every event reaches its views."""
    return sy.ListFailedEventsResponse()


@rpc("system.RemoveFailedEvent")
def remove_failed_event(ctx: Context, request: sy.RemoveFailedEventRequest) -> sy.RemoveFailedEventResponse:
    """Change nothing: there is none."""
    return sy.RemoveFailedEventResponse()
