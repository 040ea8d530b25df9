"""Grants of projects to other organizations, from both sides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zitadel import management_pb2 as m
from zitadel import project_pb2

from zgrpc.testing.domain import project_grants
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.shared import only_permitted
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import changed_or_not

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context


@rpc("management.AddProjectGrant")
def add_project_grant(ctx: Context, request: m.AddProjectGrantRequest) -> m.AddProjectGrantResponse:
    """Grant a project to another organization."""
    new = project_grants.add(ctx, request.project_id, request.granted_org_id, request.role_keys)
    return m.AddProjectGrantResponse(grant_id=new.id, details=added(new.event))


@rpc("management.UpdateProjectGrant")
def update_project_grant(ctx: Context, request: m.UpdateProjectGrantRequest) -> m.UpdateProjectGrantResponse:
    """Grant other roles."""
    result = project_grants.update(ctx, request.project_id, request.grant_id, request.role_keys)
    return m.UpdateProjectGrantResponse(details=changed_or_not(result))


@rpc("management.DeactivateProjectGrant")
def deactivate_project_grant(
    ctx: Context, request: m.DeactivateProjectGrantRequest
) -> m.DeactivateProjectGrantResponse:
    """Switch a project grant off; without effect on one that is."""
    result = project_grants.deactivate(ctx, request.project_id, request.grant_id)
    return m.DeactivateProjectGrantResponse(details=changed_or_not(result))


@rpc("management.ReactivateProjectGrant")
def reactivate_project_grant(
    ctx: Context, request: m.ReactivateProjectGrantRequest
) -> m.ReactivateProjectGrantResponse:
    """Switch a project grant on again; without effect on one that is."""
    result = project_grants.reactivate(ctx, request.project_id, request.grant_id)
    return m.ReactivateProjectGrantResponse(details=changed_or_not(result))


@rpc("management.RemoveProjectGrant")
def remove_project_grant(ctx: Context, request: m.RemoveProjectGrantRequest) -> m.RemoveProjectGrantResponse:
    """Remove a project grant."""
    event = project_grants.remove(ctx, request.project_id, request.grant_id)
    return m.RemoveProjectGrantResponse(details=changed(event))


@rpc("management.GetProjectGrantByID")
def get_project_grant(ctx: Context, request: m.GetProjectGrantByIDRequest) -> m.GetProjectGrantByIDResponse:
    """Answer with a project grant, for the project's owner and for whom it was granted to."""
    return m.GetProjectGrantByIDResponse(project_grant=_as_grant(project_grants.get(ctx, request.grant_id)))


@rpc("management.GetGrantedProjectByID")
def get_granted_project(ctx: Context, request: m.GetGrantedProjectByIDRequest) -> m.GetGrantedProjectByIDResponse:
    """Answer with a project grant, for whom it was granted to and for the project's owner."""
    return m.GetGrantedProjectByIDResponse(granted_project=_as_grant(project_grants.get(ctx, request.grant_id)))


@rpc("management.ListProjectGrants")
def list_project_grants(ctx: Context, request: m.ListProjectGrantsRequest) -> m.ListProjectGrantsResponse:
    """Answer with the grants of one project of the organization."""
    filters = Filters().equals("g.project_id", request.project_id).equals("g.org_id", ctx.org_id)
    found = project_grants.search(ctx, _filtered(filters, request.queries), page(request.query))
    return m.ListProjectGrantsResponse(
        details=list_details(ctx, found.total), result=[_as_grant(row) for row in found.rows]
    )


@rpc("management.ListAllProjectGrants")
def list_all_project_grants(ctx: Context, request: m.ListAllProjectGrantsRequest) -> m.ListAllProjectGrantsResponse:
    """Answer with the grants of all projects of the organization that the caller may see."""
    filters = only_permitted(Filters().equals("g.org_id", ctx.org_id), ctx, "project.grant.read", "g.id")
    found = project_grants.search(ctx, _filtered(filters, request.queries), page(request.query))
    return m.ListAllProjectGrantsResponse(
        details=list_details(ctx, found.total), result=[_as_grant(row) for row in found.rows]
    )


@rpc("management.ListGrantedProjects")
def list_granted_projects(ctx: Context, request: m.ListGrantedProjectsRequest) -> m.ListGrantedProjectsResponse:
    """Answer with the grants of other organizations' projects to this one that the caller may see."""
    filters = only_permitted(Filters().equals("g.granted_org_id", ctx.org_id), ctx, "project.read", "g.id")
    for query in request.queries:
        if query.HasField("name_query"):
            filters.text("p.name", query.name_query.name, query.name_query.method)
        else:
            filters.equals("g.org_id", query.project_resource_owner_query.resource_owner)
    found = project_grants.search(ctx, filters, page(request.query))
    return m.ListGrantedProjectsResponse(
        details=list_details(ctx, found.total), result=[_as_grant(row) for row in found.rows]
    )


def _filtered(
    filters: Filters, queries: Iterable[project_pb2.ProjectGrantQuery | project_pb2.AllProjectGrantQuery]
) -> Filters:
    for query in queries:
        kind = query.WhichOneof("query")
        if kind == "project_name_query":
            filters.text("p.name", query.project_name_query.name, query.project_name_query.method)
        elif kind == "role_key_query":
            # The real server looks for the exact key, whatever the method.
            filters.where("EXISTS (SELECT 1 FROM json_each(g.roles) WHERE value = ?)", query.role_key_query.role_key)
        elif isinstance(query, project_pb2.AllProjectGrantQuery) and kind == "project_id_query":
            filters.equals("g.project_id", query.project_id_query.project_id)
        elif isinstance(query, project_pb2.AllProjectGrantQuery) and kind == "granted_org_id_query":
            filters.equals("g.granted_org_id", query.granted_org_id_query.granted_org_id)
    return filters


def _as_grant(row: sqlite3.Row) -> project_pb2.GrantedProject:
    return project_pb2.GrantedProject(
        grant_id=row["id"],
        granted_org_id=row["granted_org_id"],
        granted_org_name=row["granted_org_name"],
        granted_role_keys=json.loads(row["roles"]),
        state=row["state"],
        project_id=row["project_id"],
        project_name=row["project_name"],
        project_owner_id=row["org_id"],
        project_owner_name=row["owner_name"],
        details=details(row),
    )
