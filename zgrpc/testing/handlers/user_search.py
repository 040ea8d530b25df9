"""`ListUsers`: filters that nest, sorting columns, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.users import as_user
from zgrpc.testing.queries import Filters, text_condition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc.testing.call import Call

_MAX_DEPTH = 20

# The column of each text query, and the field of it that holds the text. A login name is the user name here, as the
# instance's policy does not append the organization's domain.
_TEXTS = {
    "user_name_query": ("user_name", "user_name"),
    "first_name_query": ("first_name", "first_name"),
    "last_name_query": ("last_name", "last_name"),
    "nick_name_query": ("nick_name", "nick_name"),
    "display_name_query": ("display_name", "display_name"),
    "email_query": ("email", "email_address"),
    "login_name_query": ("user_name", "login_name"),
}
_EXACT = {"state_query": ("state", "state"), "type_query": ("type", "type")}
_LISTS = {"in_user_ids_query": ("id", "user_ids"), "in_user_emails_query": ("email", "user_emails")}

# NULL, which machine users have for what only people have, sorts last upwards and first downwards.
_SORTED = {
    user_pb2.USER_FIELD_NAME_USER_NAME: "sort_key(lower(user_name))",
    user_pb2.USER_FIELD_NAME_FIRST_NAME: "sort_key(lower(first_name))",
    user_pb2.USER_FIELD_NAME_LAST_NAME: "sort_key(lower(last_name))",
    user_pb2.USER_FIELD_NAME_NICK_NAME: "sort_key(lower(nick_name))",
    user_pb2.USER_FIELD_NAME_DISPLAY_NAME: "sort_key(lower(display_name))",
    user_pb2.USER_FIELD_NAME_EMAIL: "sort_key(lower(email))",
    user_pb2.USER_FIELD_NAME_STATE: "state",
    user_pb2.USER_FIELD_NAME_TYPE: "type",
    user_pb2.USER_FIELD_NAME_CREATION_DATE: "created",
}


@rpc("management.ListUsers")
def list_users(call: Call, request: m.ListUsersRequest) -> dict[str, Any]:
    """The users of the organization; sorted by id where no column is named."""
    filters = Filters().equals("org_id", call.org_id)
    for sql, parameters in _conditions(request.queries, 0):
        filters.where(sql, *parameters)
    column = _SORTED.get(request.sorting_column, "sort_key(id)")
    order = f"{column} ASC NULLS LAST" if request.query.asc else f"{column} DESC NULLS FIRST"
    return call.page(request.query, "*", "users", filters, as_user, order=order)


def _conditions(queries: Iterable[user_pb2.SearchQuery], depth: int) -> list[tuple[str, list[Any]]]:
    """The queries as SQL with parameters. Conditions over NULL are NULL, so their negations match nothing either."""
    return [_condition(query, depth) for query in queries]


def _condition(query: user_pb2.SearchQuery, depth: int) -> tuple[str, list[Any]]:
    if depth > _MAX_DEPTH:
        raise Err("INVALID_ARGUMENT", "USER-zsQ97", "Errors.Query.TooManyNestingLevels")
    kind = query.WhichOneof("query")
    if kind is None:  # within a `not_query` that is empty, which the contract lets pass
        raise Err("INVALID_ARGUMENT", "GRPC-vR9nC", "List.Query.Invalid")
    inner: Any = getattr(query, kind)
    if kind in _TEXTS:
        column, field = _TEXTS[kind]
        sql, texts = text_condition(column, getattr(inner, field), inner.method)
        return sql, list(texts)
    if kind in _EXACT:
        column, field = _EXACT[kind]
        return f"{column} = ?", [getattr(inner, field)]
    if kind in _LISTS:
        column, field = _LISTS[kind]
        values = list(getattr(inner, field))
        if not values:
            raise Err("UNKNOWN", "", "values array must not be empty")
        return f"{column} IN ({', '.join('?' * len(values))})", values
    if kind == "not_query":
        sql, parameters = _condition(inner.query, depth + 1)
        return f"NOT ({sql})", parameters
    parts = _conditions(inner.queries, depth + 1)
    if not parts:
        raise Err("UNKNOWN", "", "missing column")
    word = " OR " if kind == "or_query" else " AND "
    return word.join(f"({sql})" for sql, _ in parts), [value for _, values in parts for value in values]
