"""What machine users authenticate with: keys, personal access tokens and client secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.user.v2 import key_pb2, pat_pb2
from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import keys, lists, machines, pats, users
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import date, micros, timestamp
from zgrpc.testing.v2.lists import moment, page, pagination

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context

_JSON = 1  # the only type of keys

_SORTED_KEYS = {
    key_pb2.KEY_FIELD_NAME_ID: "id",
    key_pb2.KEY_FIELD_NAME_USER_ID: "user_id",
    key_pb2.KEY_FIELD_NAME_ORGANIZATION_ID: "org_id",
    key_pb2.KEY_FIELD_NAME_KEY_EXPIRATION_DATE: "expires",
}
_SORTED_TOKENS = {
    pat_pb2.PERSONAL_ACCESS_TOKEN_FIELD_NAME_ID: "id",
    pat_pb2.PERSONAL_ACCESS_TOKEN_FIELD_NAME_USER_ID: "user_id",
    pat_pb2.PERSONAL_ACCESS_TOKEN_FIELD_NAME_ORGANIZATION_ID: "org_id",
    pat_pb2.PERSONAL_ACCESS_TOKEN_FIELD_NAME_EXPIRATION_DATE: "expires",
}


@rpc("v2.user.AddKey")
def add_key(ctx: Context, request: m.AddKeyRequest) -> m.AddKeyResponse:
    """Add a key; this answer alone shows the private half of a new pair."""
    new = keys.add_of_user(ctx, request.user_id, _JSON, micros(request.expiration_date), request.public_key)
    return m.AddKeyResponse(creation_date=date(new.event), key_id=new.id, key_content=new.file)


@rpc("v2.user.RemoveKey")
def remove_key(ctx: Context, request: m.RemoveKeyRequest) -> m.RemoveKeyResponse:
    """Remove a key."""
    return m.RemoveKeyResponse(deletion_date=date(keys.remove_of_user(ctx, request.user_id, request.key_id)))


@rpc("v2.user.ListKeys")
def list_keys(ctx: Context, request: m.ListKeysRequest) -> m.ListKeysResponse:
    """Answer with the keys of users whom the caller may see; the total counts all."""
    asked = page(request.pagination, _SORTED_KEYS.get(request.sorting_column, "created"), "rowid")
    found = keys.search_of_users(ctx, _filters(request.filters, "key_id_filter"), asked)
    return m.ListKeysResponse(
        pagination=pagination(found.total, asked),
        result=[key_pb2.Key(**_shown(row)) for row in _permitted(ctx, found.rows)],
    )


@rpc("v2.user.AddPersonalAccessToken")
def add_personal_access_token(
    ctx: Context, request: m.AddPersonalAccessTokenRequest
) -> m.AddPersonalAccessTokenResponse:
    """Add a token; this answer alone shows it."""
    new = pats.add(ctx, request.user_id, micros(request.expiration_date))
    return m.AddPersonalAccessTokenResponse(creation_date=date(new.event), token_id=new.id, token=new.token)


@rpc("v2.user.RemovePersonalAccessToken")
def remove_personal_access_token(
    ctx: Context, request: m.RemovePersonalAccessTokenRequest
) -> m.RemovePersonalAccessTokenResponse:
    """End a token."""
    event = pats.remove(ctx, request.user_id, request.token_id)
    return m.RemovePersonalAccessTokenResponse(deletion_date=date(event))


@rpc("v2.user.ListPersonalAccessTokens")
def list_personal_access_tokens(
    ctx: Context, request: m.ListPersonalAccessTokensRequest
) -> m.ListPersonalAccessTokensResponse:
    """Answer with the tokens of users whom the caller may see; the total counts all."""
    asked = page(request.pagination, _SORTED_TOKENS.get(request.sorting_column, "created"), "rowid")
    found = pats.search(ctx, _filters(request.filters, "token_id_filter"), asked)
    return m.ListPersonalAccessTokensResponse(
        pagination=pagination(found.total, asked),
        result=[pat_pb2.PersonalAccessToken(**_shown(row)) for row in _permitted(ctx, found.rows)],
    )


@rpc("v2.user.AddSecret")
def add_secret(ctx: Context, request: m.AddSecretRequest) -> m.AddSecretResponse:
    """Make a client secret, which ends the one before; this answer alone shows it."""
    new = machines.generate_secret(ctx, request.user_id)
    return m.AddSecretResponse(creation_date=date(new.event), client_secret=new.secret)


@rpc("v2.user.RemoveSecret")
def remove_secret(ctx: Context, request: m.RemoveSecretRequest) -> m.RemoveSecretResponse:
    """End the client secret."""
    return m.RemoveSecretResponse(deletion_date=date(machines.remove_secret(ctx, request.user_id)))


def _filters(asked: Iterable[Any], id_filter: str) -> Filters:
    filters = Filters()
    for each in asked:
        filters.add(_condition(each, id_filter))
    return filters


def _condition(asked: Any, id_filter: str) -> Condition:
    kind = asked.WhichOneof("filter")
    if kind == id_filter:
        return lists.equals("id", getattr(asked, kind).id)
    match kind:
        case "user_id_filter":
            return lists.equals("user_id", asked.user_id_filter.id)
        case "organization_id_filter":
            return lists.equals("org_id", asked.organization_id_filter.id)
        case "created_date_filter":
            return moment("created", asked.created_date_filter)
        case "expiration_date_filter":
            return moment("expires", asked.expiration_date_filter)
    raise Err("INVALID_ARGUMENT", "GRPC-vR9nC", "List.Query.Invalid")


def _permitted(ctx: Context, rows: Iterable[sqlite3.Row]) -> list[sqlite3.Row]:
    shown = users.shown(ctx)
    return [row for row in rows if shown(row["org_id"], row["user_id"])]


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "creation_date": timestamp(row["created"]),
        "change_date": timestamp(row["changed"]),
        "id": row["id"],
        "user_id": row["user_id"],
        "organization_id": row["org_id"],
        "expiration_date": timestamp(row["expires"]),
    }
