"""`ListUsers`: filters that nest, sorting columns, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.domain import lists, login_names, users
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.users import as_user

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc.testing.domain.context import Context

_MAX_DEPTH = 20

# The column of each text query, and the field of it that holds the text.
_TEXTS = {
    "user_name_query": ("user_name", "user_name"),
    "first_name_query": ("first_name", "first_name"),
    "last_name_query": ("last_name", "last_name"),
    "nick_name_query": ("nick_name", "nick_name"),
    "display_name_query": ("display_name", "display_name"),
    "email_query": ("email", "email_address"),
}
_EXACT = {"state_query": ("state", "state"), "type_query": ("type", "type")}
_LISTS = {"in_user_ids_query": ("id", "user_ids"), "in_user_emails_query": ("email", "user_emails")}

_SORTED = {
    user_pb2.USER_FIELD_NAME_USER_NAME: "user_name",
    user_pb2.USER_FIELD_NAME_FIRST_NAME: "first_name",
    user_pb2.USER_FIELD_NAME_LAST_NAME: "last_name",
    user_pb2.USER_FIELD_NAME_NICK_NAME: "nick_name",
    user_pb2.USER_FIELD_NAME_DISPLAY_NAME: "display_name",
    user_pb2.USER_FIELD_NAME_EMAIL: "email",
    user_pb2.USER_FIELD_NAME_STATE: "state",
    user_pb2.USER_FIELD_NAME_TYPE: "type",
    user_pb2.USER_FIELD_NAME_CREATION_DATE: "created",
}


@rpc("management.ListUsers")
def list_users(ctx: Context, request: m.ListUsersRequest) -> m.ListUsersResponse:
    """Answer with the users of the organization; sorted by id where no column is named."""
    filters = Filters()
    for condition in _conditions(request.queries, 0):
        filters.add(condition)
    order = users.order(_SORTED.get(request.sorting_column, "id"), ascending=request.query.asc)
    found = users.search(ctx, filters, page(request.query, order))
    return m.ListUsersResponse(details=list_details(ctx, found.total), result=[as_user(row) for row in found.rows])


def _conditions(queries: Iterable[user_pb2.SearchQuery], depth: int) -> list[Condition]:
    return [_condition(query, depth) for query in queries]


def _condition(query: user_pb2.SearchQuery, depth: int) -> Condition:
    if depth > _MAX_DEPTH:
        raise Err("INVALID_ARGUMENT", "USER-zsQ97", "Errors.Query.TooManyNestingLevels")
    kind = query.WhichOneof("query")
    if kind is None:  # within a `not_query` that is empty, which the contract lets pass
        raise Err("INVALID_ARGUMENT", "GRPC-vR9nC", "List.Query.Invalid")
    inner: Any = getattr(query, kind)
    if kind in _TEXTS:
        column, field = _TEXTS[kind]
        return lists.text_condition(column, getattr(inner, field), inner.method)
    if kind == "login_name_query":
        return login_names.matching(inner.login_name, inner.method)
    if kind in _EXACT:
        column, field = _EXACT[kind]
        return lists.equals(column, getattr(inner, field))
    if kind in _LISTS:
        column, field = _LISTS[kind]
        values = getattr(inner, field)
        if not values:
            raise Err("UNKNOWN", "", "values array must not be empty")
        return lists.one_of(column, values)
    if kind == "not_query":
        return lists.none_of(_condition(inner.query, depth + 1))
    parts = _conditions(inner.queries, depth + 1)
    if not parts:
        raise Err("UNKNOWN", "", "missing column")
    return lists.any_of(parts) if kind == "or_query" else lists.all_of(parts)
