"""`where=` for the `filters` of v2, and for every search of the nineteen services."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from zitadel.internal_permission.v2 import query_pb2 as permission

import zgrpc
from zgrpc._contract.filters import Filter, find_search
from zgrpc._contract.rpc import all_rpcs, find_rpc
from zgrpc._lists.where import build_queries

if TYPE_CHECKING:
    from google.protobuf.message import Message
    from zitadel.user.v2 import query_pb2 as user

SEARCHES = [rpc for rpc in all_rpcs().values() if rpc.paging and find_search(rpc.descriptor.input_type)]


def queries(service: str, name: str, where: Any) -> list[Any]:
    return build_queries(find_rpc(service, name).descriptor.input_type, where)


def sample(found: Filter, where: Any) -> Any:
    """A value for one key of `where=`."""
    if found.kind in ("and", "or"):
        return [where, where]
    if found.kind == "not":
        return where
    if found.kind == "fields":
        message = found.option.message_type
        assert message is not None
        switches = {field.name: True for field in message.fields if field.cpp_type == field.CPPTYPE_BOOL}
        return switches if message.fields else True
    values = {"string": "x", "bytes": b"x", "bool": True, "google.protobuf.Timestamp": datetime(2026, 1, 1, tzinfo=UTC)}
    value = found.enum_values[-1] if found.enum_values else values.get(found.type, {})
    return [value] if found.repeated else value


@pytest.mark.parametrize("rpc", SEARCHES, ids=lambda rpc: rpc.short_name)
def test_every_key_of_every_search_sets_its_option(rpc: Any) -> None:
    search = find_search(rpc.descriptor.input_type)
    assert search is not None
    plain = next(key for key, found in search.filters.items() if found.kind == "value")
    simple = {plain: sample(search.filters[plain], {})}
    for key, found in search.filters.items():
        message, oneof = found.option.message_type, found.option.containing_oneof
        if found.kind == "fields" and not sample(found, {}) and message is not None and message.fields:
            continue  # fields of other kinds, which the tests of its service try
        (query,) = build_queries(rpc.descriptor.input_type, {key: sample(found, simple)})
        assert search.query == query.DESCRIPTOR
        assert oneof is not None
        assert query.WhichOneof(oneof.name) == found.option.name


def test_users_of_v2_combine_with_and_or_and_not() -> None:
    where = zgrpc.or_({"email": zgrpc.ends_with("@acme.com")}, zgrpc.not_({"state": "USER_STATE_INACTIVE"}))
    (query,) = queries("v2.user", "list_users", where)
    either: list[user.SearchQuery] = list(query.or_query.queries)
    assert either[0].email_query.email_address == "@acme.com"
    assert either[1].not_query.query.state_query.state == 2


def test_administrators_combine_with_and_or_and_not() -> None:
    (query,) = queries("v2.internal_permission", "list_administrators", {"or": [{"role": "A"}, {"not": {"role": "B"}}]})
    assert [one.WhichOneof("filter") for one in getattr(query, "or").queries] == ["role", "not"]


def test_a_filter_of_several_fields_takes_a_dict() -> None:
    (query,) = queries("v2.internal_permission", "list_administrators", {"resource": {"organization_id": "1"}})
    expected: Message = permission.AdministratorSearchFilter(resource={"organization_id": "1"})
    assert query == expected


def test_an_unknown_key_of_filters_names_the_nearest() -> None:
    with pytest.raises(TypeError, match=r"has no key 'project_di'; did you mean 'project_id'\?"):
        queries("v2.authorization", "list_authorizations", {"project_di": "1"})
