"""All organizations, and the members of the instance."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
import dataclasses
from typing import TYPE_CHECKING

from zitadel import admin_pb2 as ad
from zitadel import org_pb2

from zgrpc.testing.domain import humans, member_roles, members, org_domains, orgs
from zgrpc.testing.domain.humans import Person
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.members import INSTANCE
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.members import as_member, member_filters
from zgrpc.testing.v1.orgs import as_org
from zgrpc.testing.v1.shared import already_gone, changed_or_not

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


# -- organizations ---------------------------------------------------------------------------------
@rpc("admin.ListOrgs")
def list_orgs(ctx: Context, request: ad.ListOrgsRequest) -> ad.ListOrgsResponse:
    """Answer with the organizations that are not removed."""
    filters = Filters().where("state <> ?", orgs.REMOVED)
    for query in request.queries:
        match query.WhichOneof("query"):
            case "name_query":
                filters.text("name", query.name_query.name, query.name_query.method)
            case "domain_query":
                filters.add(orgs.has_domain(query.domain_query.domain, query.domain_query.method))
            case "state_query":
                filters.equals("state", query.state_query.state)
            case "id_query":
                filters.equals("id", query.id_query.id)
    by_name = request.sorting_column == org_pb2.ORG_FIELD_NAME_NAME
    order = f"sort_key(lower(name)) {'ASC' if request.query.asc else 'DESC'}, id" if by_name else ""
    found = orgs.search(ctx, filters, page(request.query, order))
    return ad.ListOrgsResponse(details=list_details(ctx, found.total), result=[as_org(row) for row in found.rows])


@rpc("admin.GetOrgByID")
def get_org(ctx: Context, request: ad.GetOrgByIDRequest) -> ad.GetOrgByIDResponse:
    """Answer with an organization."""
    return ad.GetOrgByIDResponse(org=as_org(orgs.get(ctx, request.id)))


@rpc("admin.IsOrgUnique")
def is_org_unique(ctx: Context, request: ad.IsOrgUniqueRequest) -> ad.IsOrgUniqueResponse:
    """Answer whether a name and a domain are free."""
    return ad.IsOrgUniqueResponse(is_unique=orgs.is_unique(ctx, request.name, request.domain))


@rpc("admin.GetDefaultOrg")
def get_default_org(ctx: Context, request: ad.GetDefaultOrgRequest) -> ad.GetDefaultOrgResponse:
    """Answer with the default organization."""
    return ad.GetDefaultOrgResponse(org=as_org(orgs.get(ctx, ctx.store.fact("default_org_id"))))


@rpc("admin.SetDefaultOrg")
def set_default_org(ctx: Context, request: ad.SetDefaultOrgRequest) -> ad.SetDefaultOrgResponse:
    """Choose the default organization."""
    return ad.SetDefaultOrgResponse(details=changed(orgs.set_default(ctx, request.org_id)))


@rpc("admin.SetUpOrg")
def set_up_org(ctx: Context, request: ad.SetUpOrgRequest) -> ad.SetUpOrgResponse:
    """Add an organization with a human administrator, who is its owner unless roles are given."""
    org_id = orgs.add(ctx, request.org.name, owner="").id
    if request.org.domain:
        org_domains.add(ctx, org_id, request.org.domain)
    human = request.human
    person = Person(
        user_name=human.user_name,
        first_name=human.profile.first_name,
        last_name=human.profile.last_name,
        nick_name=human.profile.nick_name,
        display_name=human.profile.display_name,
        language=human.profile.preferred_language,
        gender=human.profile.gender,
        email=human.email.email,
        email_verified=human.email.is_email_verified,
        phone=human.phone.phone,
        phone_verified=human.phone.is_phone_verified,
    )
    user_id = humans.add(dataclasses.replace(ctx, org_id=org_id), person, human.password).id
    event = members.add_to_org(ctx, org_id, user_id, list(request.roles) or ["ORG_OWNER"])
    return ad.SetUpOrgResponse(details=added(event), org_id=org_id, user_id=user_id)


@rpc("admin.RemoveOrg")
def remove_org(ctx: Context, request: ad.RemoveOrgRequest) -> ad.RemoveOrgResponse:
    """Remove an organization."""
    return ad.RemoveOrgResponse(details=changed(orgs.remove(ctx, request.org_id)))


# -- members of the instance -----------------------------------------------------------------------
@rpc("admin.ListIAMMemberRoles")
def list_iam_member_roles(ctx: Context, request: ad.ListIAMMemberRolesRequest) -> ad.ListIAMMemberRolesResponse:
    """Answer with the roles of members of the instance."""
    roles = member_roles.of_instance()
    return ad.ListIAMMemberRolesResponse(details=list_details(ctx, len(roles)), roles=roles)


@rpc("admin.AddIAMMember")
def add_iam_member(ctx: Context, request: ad.AddIAMMemberRequest) -> ad.AddIAMMemberResponse:
    """Give a user roles on the instance."""
    return ad.AddIAMMemberResponse(details=added(members.add_to_instance(ctx, request.user_id, request.roles)))


@rpc("admin.UpdateIAMMember")
def update_iam_member(ctx: Context, request: ad.UpdateIAMMemberRequest) -> ad.UpdateIAMMemberResponse:
    """Give a member of the instance other roles."""
    result = members.change_on_instance(ctx, request.user_id, request.roles)
    return ad.UpdateIAMMemberResponse(details=changed_or_not(result))


@rpc("admin.RemoveIAMMember")
def remove_iam_member(ctx: Context, request: ad.RemoveIAMMemberRequest) -> ad.RemoveIAMMemberResponse:
    """Take a member's roles away; without effect on who is none."""
    return ad.RemoveIAMMemberResponse(details=already_gone(*members.remove_from_instance(ctx, request.user_id)))


@rpc("admin.ListIAMMembers")
def list_iam_members(ctx: Context, request: ad.ListIAMMembersRequest) -> ad.ListIAMMembersResponse:
    """Answer with the members of the instance."""
    instance = ctx.store.fact("instance_id")
    found = members.search(ctx, INSTANCE, instance, member_filters(request.queries), page(request.query))
    return ad.ListIAMMembersResponse(
        details=list_details(ctx, found.total), result=[as_member(row) for row in found.rows]
    )
