"""The system: its instances, their domains, and the views."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING

from zitadel import instance_pb2
from zitadel import system_pb2 as sy

from zgrpc.testing.domain import instance as domain
from zgrpc.testing.domain import instance_settings, instance_setup, instances, members, views
from zgrpc.testing.domain.humans import Person
from zgrpc.testing.domain.instance_setup import Expiry, Human, Machine
from zgrpc.testing.domain.lists import cut
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, list_details, timestamp
from zgrpc.testing.v1.instance import as_domain, domains_asked_for, instance_detail
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.members import as_member, member_filters
from zgrpc.testing.v1.shared import changed_or_not, instance, moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.testing.domain.context import Context

_LOGIN_DEFAULT_ORG = 1
_ADMIN = "zitadel-admin"
_ORDER: dict[int, Callable[[instance_pb2.InstanceDetail], str | int]] = {
    instance_pb2.FIELD_NAME_ID: lambda each: each.id,
    instance_pb2.FIELD_NAME_NAME: lambda each: each.name,
    instance_pb2.FIELD_NAME_CREATION_DATE: lambda each: each.details.creation_date.ToMicroseconds(),
}


@rpc("system.Healthz")
def healthz(ctx: Context, request: sy.HealthzRequest) -> sy.HealthzResponse:
    """Answer at all."""
    return sy.HealthzResponse()


# -- instances -------------------------------------------------------------------------------------
@rpc("system.ListInstances")
def list_instances(ctx: Context, request: sy.ListInstancesRequest) -> sy.ListInstancesResponse:
    """Answer with the instances that the queries let through."""
    found = [instance_detail(one) for one in instances.each(ctx)]
    for query in request.queries:
        if query.HasField("id_query"):
            found = [each for each in found if each.id in query.id_query.ids]
        elif query.HasField("domain_query"):
            wanted = set(query.domain_query.domains)
            found = [each for each in found if not wanted.isdisjoint(own.domain for own in each.domains)]
    if request.sorting_column in _ORDER:
        found.sort(key=_ORDER[request.sorting_column], reverse=not request.query.asc)
    shown, total = cut(page(request.query), found)
    return sy.ListInstancesResponse(
        details=list_details(ctx, total),
        result=[
            instance_pb2.Instance(
                id=each.id, details=each.details, state=each.state, name=each.name, version=each.version,
                domains=each.domains,
            )
            for each in shown
        ],
    )  # fmt: skip


@rpc("system.AddInstance")
def add_instance(ctx: Context, request: sy.AddInstanceRequest) -> sy.AddInstanceResponse:
    """Add an instance that a person owns."""
    profile, password = request.owner_profile, request.owner_password
    person = Person(
        user_name=request.owner_user_name or _ADMIN,
        first_name=profile.first_name or "ZITADEL",
        last_name=profile.last_name or "Admin",
        language=profile.preferred_language or "en",
        email=request.owner_email.email,
        email_verified=request.owner_email.is_email_verified,
    )
    owner = Human(person, password.password, password.password_change_required, in_domain=True)
    new = _add(ctx, request, owner)
    return sy.AddInstanceResponse(instance_id=new.id, details=added(new.event))


@rpc("system.CreateInstance")
def create_instance(ctx: Context, request: sy.CreateInstanceRequest) -> sy.CreateInstanceResponse:
    """Add an instance that a person or a machine user owns, whose token and key this answer alone shows."""
    owner: Human | Machine
    if request.HasField("machine"):
        machine = request.machine
        pat, key = machine.personal_access_token, machine.machine_key
        owner = Machine(
            machine.user_name,
            machine.name,
            Expiry(moment(pat, "expiration_date")) if machine.HasField("personal_access_token") else None,
            Expiry(moment(key, "expiration_date"), key.type) if machine.HasField("machine_key") else None,
        )
    else:
        human = request.human
        person = Person(
            user_name=human.user_name,
            first_name=human.profile.first_name,
            last_name=human.profile.last_name,
            language=human.profile.preferred_language,
            email=human.email.email,
            email_verified=human.email.is_email_verified,
        )
        owner = Human(
            person, human.password.password, human.password.password_change_required, in_domain=not human.user_name
        )
    new = _add(ctx, request, owner)
    return sy.CreateInstanceResponse(instance_id=new.id, details=added(new.event), pat=new.token, machine_key=new.key)


def _add(
    ctx: Context, request: sy.AddInstanceRequest | sy.CreateInstanceRequest, owner: Human | Machine
) -> instance_setup.Added:
    return instance_setup.add(
        ctx, request.instance_name, request.first_org_name, request.custom_domain, request.default_language, owner
    )


@rpc("system.RemoveInstance")
def remove_instance(ctx: Context, request: sy.RemoveInstanceRequest) -> sy.RemoveInstanceResponse:
    """Remove an instance."""
    domain.check_id(ctx, request.instance_id)
    return sy.RemoveInstanceResponse(details=added(instance_setup.remove(ctx, "system.RemoveInstance")))


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
    """Answer whether an instance is called at a domain, in upper or lower case."""
    return sy.ExistsDomainResponse(exists=ctx.instances.have(request.domain))


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
