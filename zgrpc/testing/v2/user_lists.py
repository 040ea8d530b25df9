"""`ListUsers`: filters that nest, sorting columns, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel.user.v2 import query_pb2 as queries
from zitadel.user.v2 import user_service_pb2 as m

from zgrpc.testing.domain import lists, login_names, users
from zgrpc.testing.domain.lists import Condition, Filters, Page
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import list_details
from zgrpc.testing.v2.lists import in_ids, page
from zgrpc.testing.v2.users import STATES, as_user

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    "phone_query": ("phone", "number"),
}
_SORTED = {
    queries.USER_FIELD_NAME_USER_NAME: "user_name",
    queries.USER_FIELD_NAME_FIRST_NAME: "first_name",
    queries.USER_FIELD_NAME_LAST_NAME: "last_name",
    queries.USER_FIELD_NAME_NICK_NAME: "nick_name",
    queries.USER_FIELD_NAME_DISPLAY_NAME: "display_name",
    queries.USER_FIELD_NAME_EMAIL: "email",
    queries.USER_FIELD_NAME_STATE: "state",
    queries.USER_FIELD_NAME_TYPE: "type",
    queries.USER_FIELD_NAME_CREATION_DATE: "created",
}
_STATES = {state: stored for stored, state in STATES.items()}


@rpc("v2.user.ListUsers")
def list_users(ctx: Context, request: m.ListUsersRequest) -> m.ListUsersResponse:
    """Answer with the users whom the caller may see; the total counts all of them. Sorted by id by default."""
    filters = Filters()
    conditions = [_condition(query, 0) for query in request.queries]
    if conditions:
        filters.add(_of_one_value(conditions) if _asks_metadata(request.queries) else lists.all_of(conditions))
    asked = page(request.query, "id")
    order = users.order(_SORTED.get(request.sorting_column, "id"), ascending=request.query.asc)
    found = users.search(ctx, filters, Page(asked.offset, asked.limit, order))
    shown = users.shown(ctx)
    return m.ListUsersResponse(
        details=list_details(ctx, found.total),
        result=[as_user(row) for row in found.rows if shown(row["org_id"], row["id"])],
    )


def _condition(query: queries.SearchQuery, depth: int) -> Condition:
    if depth > _MAX_DEPTH:
        raise Err("INVALID_ARGUMENT", "USER-zsQ97", "Errors.Query.TooManyNestingLevels")
    kind = query.WhichOneof("query")
    inner: Any = getattr(query, kind) if kind else None
    if kind in _TEXTS:
        column, field = _TEXTS[kind]
        return lists.text_condition(column, getattr(inner, field), inner.method)
    if kind == "login_name_query":
        return login_names.matching(inner.login_name, inner.method)
    match kind:
        case "state_query":
            return lists.equals("state", _STATES.get(inner.state, 0))
        case "type_query":
            return lists.equals("type", inner.type)
        case "organization_id_query":
            return lists.equals("org_id", inner.organization_id)
        case "in_user_ids_query":
            return in_ids("id", inner.user_ids)
        case "in_user_emails_query":
            return in_ids("email", inner.user_emails)
        case "metadata_key_filter":
            return lists.text_condition("md.key", inner.key, inner.method)
        case "metadata_value_filter":
            sign = "<>" if inner.method else "="
            return Condition(f"md.value {sign} ?", [inner.value])
        case "not_query":
            return lists.none_of(_condition(inner.query, depth + 1))
        case "and_query" | "or_query":
            parts = [_condition(part, depth + 1) for part in inner.queries]
            if not parts:
                raise Err("UNKNOWN", "", "missing column")
            return lists.all_of(parts) if kind == "and_query" else lists.any_of(parts)
    raise Err("INVALID_ARGUMENT", "GRPC-vR9nC", "List.Query.Invalid")


def _of_one_value(conditions: list[Condition]) -> Condition:
    """Return all conditions, with filters for keys and values of metadata that hold for one entry together."""
    every = lists.all_of(conditions)
    sql = (
        "EXISTS (SELECT 1 FROM (SELECT 1) LEFT JOIN user_metadata md ON md.user_id = users.id "  # noqa: S608  (our own names)
        f"WHERE {every.sql})"
    )
    return Condition(sql, every.parameters)


def _asks_metadata(asked: Iterable[queries.SearchQuery]) -> bool:
    return any((query.WhichOneof("query") or "").startswith("metadata_") for query in _nested(asked))


def _nested(asked: Iterable[queries.SearchQuery]) -> Iterator[queries.SearchQuery]:
    for query in asked:
        yield query
        match query.WhichOneof("query"):
            case "not_query":
                yield from _nested([query.not_query.query])
            case "and_query":
                yield from _nested(query.and_query.queries)
            case "or_query":
                yield from _nested(query.or_query.queries)
