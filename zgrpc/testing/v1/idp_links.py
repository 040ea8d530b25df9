"""The accounts at identity providers that users are linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_pb2 as a
from zitadel import idp_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.domain import idps
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed, list_details
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_TYPES = {"oidc": idp_pb2.IDP_TYPE_OIDC, "jwt": idp_pb2.IDP_TYPE_JWT}


@rpc("management.ListHumanLinkedIDPs")
def list_linked_idps(ctx: Context, request: m.ListHumanLinkedIDPsRequest) -> m.ListHumanLinkedIDPsResponse:
    """Answer with the links of a user of the organization."""
    filters = Filters().equals("l.user_id", request.user_id).equals("l.org_id", ctx.org_id)
    found = idps.links(ctx, filters, page(request.query))
    return m.ListHumanLinkedIDPsResponse(
        details=list_details(ctx, found.total), result=[_as_link(row) for row in found.rows]
    )


@rpc("auth.ListMyLinkedIDPs")
def list_my_linked_idps(ctx: Context, request: a.ListMyLinkedIDPsRequest) -> a.ListMyLinkedIDPsResponse:
    """Answer with the caller's links."""
    found = idps.links(ctx, Filters().equals("l.user_id", ctx.user_id), page(request.query))
    return a.ListMyLinkedIDPsResponse(
        details=list_details(ctx, found.total), result=[_as_link(row) for row in found.rows]
    )


@rpc("management.RemoveHumanLinkedIDP")
def remove_linked_idp(ctx: Context, request: m.RemoveHumanLinkedIDPRequest) -> m.RemoveHumanLinkedIDPResponse:
    """Remove a link of a user of the organization."""
    return m.RemoveHumanLinkedIDPResponse(
        details=changed(idps.unlink(ctx, request.user_id, request.idp_id, request.linked_user_id))
    )


@rpc("auth.RemoveMyLinkedIDP")
def remove_my_linked_idp(ctx: Context, request: a.RemoveMyLinkedIDPRequest) -> a.RemoveMyLinkedIDPResponse:
    """Remove a link of the caller."""
    return a.RemoveMyLinkedIDPResponse(
        details=changed(idps.unlink(ctx, ctx.user_id, request.idp_id, request.linked_user_id))
    )


def _as_link(row: sqlite3.Row) -> idp_pb2.IDPUserLink:
    return idp_pb2.IDPUserLink(
        user_id=row["user_id"], idp_id=row["idp_id"], idp_name=row["idp_name"], provided_user_id=row["external_id"],
        provided_user_name=row["display_name"], idp_type=_TYPES.get(row["kind"], idp_pb2.IDP_TYPE_UNSPECIFIED),
    )  # fmt: skip
