"""Organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.object.v2 import object_pb2
from zitadel.org.v2 import org_pb2, query_pb2
from zitadel.org.v2 import org_service_pb2 as m

from zgrpc.testing.domain import lists, members, orgs
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import NEVER_WAS, date, timestamp
from zgrpc.testing.v2.lists import page
from zgrpc.testing.v2.users import create_person, reveal

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Condition

_SORTED = {
    query_pb2.ORGANIZATION_FIELD_NAME_NAME: "sort_key(lower(name))",
    query_pb2.ORGANIZATION_FIELD_NAME_CREATION_DATE: "created",
}


@rpc("v2.org.AddOrganization")
def add_organization(ctx: Context, request: m.AddOrganizationRequest) -> m.AddOrganizationResponse:
    """Add an organization with its first administrators."""
    if any(admin.WhichOneof("user_type") is None for admin in request.admins):
        text = "userType oneOf <nil> in method AddOrganization not implemented"
        raise Err("UNIMPLEMENTED", "ORGv2-SD2r1", text)
    new = orgs.create(ctx, request.name, org_id=request.organization_id or request.org_id)
    created = []
    for admin in request.admins:
        user_id, human = admin.user_id, admin.human
        if admin.HasField("human"):
            user_id = create_person(ctx, new.id, human, human, human.metadata).id
            answered = m.AddOrganizationResponse.CreatedAdmin(user_id=user_id)
            reveal(ctx, user_id, human.email, human.phone, answered)
            created.append(answered)
        members.admit_to_org(ctx, new.id, user_id, list(admin.roles) or ["ORG_OWNER"])
    details = object_pb2.Details(
        sequence=new.event.sequence, change_date=date(new.event), resource_owner=new.event.owner
    )
    return m.AddOrganizationResponse(details=details, organization_id=new.id, created_admins=created)


@rpc("v2.org.UpdateOrganization")
def update_organization(ctx: Context, request: m.UpdateOrganizationRequest) -> m.UpdateOrganizationResponse:
    """Rename an organization."""
    return m.UpdateOrganizationResponse(change_date=date(orgs.rename(ctx, request.organization_id, request.name)))


@rpc("v2.org.DeactivateOrganization")
def deactivate_organization(ctx: Context, request: m.DeactivateOrganizationRequest) -> m.DeactivateOrganizationResponse:
    """Switch an organization off."""
    return m.DeactivateOrganizationResponse(change_date=date(orgs.deactivate(ctx, request.organization_id)))


@rpc("v2.org.ActivateOrganization")
def activate_organization(ctx: Context, request: m.ActivateOrganizationRequest) -> m.ActivateOrganizationResponse:
    """Switch an organization on again."""
    return m.ActivateOrganizationResponse(change_date=date(orgs.reactivate(ctx, request.organization_id)))


@rpc("v2.org.DeleteOrganization")
def delete_organization(ctx: Context, request: m.DeleteOrganizationRequest) -> m.DeleteOrganizationResponse:
    """Remove an organization; without effect on one that is not there."""
    if not orgs.exists(ctx, request.organization_id):
        return m.DeleteOrganizationResponse(deletion_date=NEVER_WAS)
    return m.DeleteOrganizationResponse(deletion_date=date(orgs.remove(ctx, request.organization_id)))


@rpc("v2.org.ListOrganizations")
def list_organizations(ctx: Context, request: m.ListOrganizationsRequest) -> m.ListOrganizationsResponse:
    """Answer with the organizations that the caller may see; the total counts all of them."""
    filters = Filters().where("state <> ?", orgs.REMOVED)
    for query in request.queries:
        filters.add(_condition(ctx, query))
    column = _SORTED.get(request.sorting_column, "")
    asked = page(request.query, column, "rowid" if column else "")
    found = orgs.search(ctx, filters, asked)
    return m.ListOrganizationsResponse(
        details=object_pb2.ListDetails(total_result=found.total, timestamp=timestamp(ctx.store.now())),
        result=[_as_organization(row) for row in found.rows if orgs.shown(ctx, row["id"])],
    )


def _condition(ctx: Context, query: query_pb2.SearchQuery) -> Condition:
    kind = query.WhichOneof("query")
    value: Any = getattr(query, kind)
    match kind:
        case "name_query":
            return lists.text_condition("name", value.name, value.method)
        case "domain_query":
            return orgs.has_domain(value.domain, value.method)
        case "state_query":
            return lists.equals("state", value.state)
        case "id_query":
            return lists.equals("id", value.id)
        case _:
            return lists.equals("id", ctx.store.fact("default_org_id"))


def _as_organization(row: sqlite3.Row) -> org_pb2.Organization:
    return org_pb2.Organization(
        id=row["id"],
        state=row["state"],
        name=row["name"],
        primary_domain=row["primary_domain"],
        details=object_pb2.Details(
            sequence=row["sequence"],
            creation_date=timestamp(row["created"]),
            change_date=timestamp(row["changed"]),
            resource_owner=row["id"],
        ),
    )
