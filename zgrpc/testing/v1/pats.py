"""Personal access tokens of machine users."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import pats
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details, timestamp
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import moment

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("management.AddPersonalAccessToken")
def add_token(ctx: Context, request: m.AddPersonalAccessTokenRequest) -> m.AddPersonalAccessTokenResponse:
    """Answer with the new token; this answer alone shows it."""
    new = pats.add(ctx, request.user_id, moment(request, "expiration_date"))
    return m.AddPersonalAccessTokenResponse(token_id=new.id, token=new.token, details=added(new.event))


@rpc("management.RemovePersonalAccessToken")
def remove_token(ctx: Context, request: m.RemovePersonalAccessTokenRequest) -> m.RemovePersonalAccessTokenResponse:
    """End a token."""
    return m.RemovePersonalAccessTokenResponse(details=changed(pats.remove(ctx, request.user_id, request.token_id)))


@rpc("management.GetPersonalAccessTokenByIDs")
def get_token(ctx: Context, request: m.GetPersonalAccessTokenByIDsRequest) -> m.GetPersonalAccessTokenByIDsResponse:
    """Answer with a token, without its secret."""
    return m.GetPersonalAccessTokenByIDsResponse(token=as_token(pats.get(ctx, request.user_id, request.token_id)))


@rpc("management.ListPersonalAccessTokens")
def list_tokens(ctx: Context, request: m.ListPersonalAccessTokensRequest) -> m.ListPersonalAccessTokensResponse:
    """Answer with the tokens of one user."""
    found = pats.search(ctx, Filters().equals("user_id", request.user_id), page(request.query))
    return m.ListPersonalAccessTokensResponse(
        details=list_details(ctx, found.total), result=[as_token(row) for row in found.rows]
    )


def as_token(row: sqlite3.Row) -> user_pb2.PersonalAccessToken:
    """Return a token as a message, from a row of `pats`."""
    return user_pb2.PersonalAccessToken(
        id=row["id"],
        expiration_date=timestamp(row["expires"]),
        scopes=json.loads(row["scopes"]),
        details=details(row),
    )
