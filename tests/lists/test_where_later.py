"""`where=` of searches in the style of ZITADEL's v2 services, which the contract of today has none of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool

from zgrpc._contract.filters import describe_filters
from zgrpc._lists.match import ends_with, starts_with
from zgrpc._lists.where import build_queries

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor


def only_query(request: Descriptor, where: dict[str, Any]) -> Any:
    """Return the one query that `where` becomes."""
    (query,) = build_queries(request, where)
    return query


@pytest.fixture(scope="module")
def later() -> Descriptor:
    """A search in the style of the v2 services: filters of several fields, timestamps, scalars and repeated enums."""
    file = descriptor_pb2.FileDescriptorProto(name="later.proto", package="later", syntax="proto3")
    file.dependency.append("google/protobuf/timestamp.proto")
    field = descriptor_pb2.FieldDescriptorProto
    methods = file.enum_type.add(name="TimestampFilterMethod")
    for number, name in enumerate(["EQUALS", "AFTER"]):
        methods.value.add(name=f"TIMESTAMP_FILTER_METHOD_{name}", number=number)
    texts = file.enum_type.add(name="TextFilterMethod")
    for number, name in enumerate(["EQUALS", "STARTS_WITH"]):
        texts.value.add(name=f"TEXT_FILTER_METHOD_{name}", number=number)
    made = file.message_type.add(name="TimestampFilter")
    made.field.add(name="timestamp", number=1, type=field.TYPE_MESSAGE, type_name=".google.protobuf.Timestamp", label=1)
    made.field.add(name="method", number=2, type=field.TYPE_ENUM, type_name=".later.TimestampFilterMethod", label=1)
    named = file.message_type.add(name="NameFilter")
    named.field.add(name="name", number=1, type=field.TYPE_STRING, label=1)
    named.field.add(name="method", number=2, type=field.TYPE_ENUM, type_name=".later.TextFilterMethod", label=1)
    pair = file.message_type.add(name="PairFilter")
    pair.field.add(name="key", number=1, type=field.TYPE_STRING, label=1)
    pair.field.add(name="value", number=2, type=field.TYPE_BYTES, label=1)
    query = file.message_type.add(name="Filter")
    query.oneof_decl.add(name="filter")
    for number, (name, kind) in enumerate(
        [("created_filter", "TimestampFilter"), ("name_filter", "NameFilter"), ("pair_filter", "PairFilter")], 1
    ):
        query.field.add(
            name=name, number=number, type=field.TYPE_MESSAGE, type_name=f".later.{kind}", label=1, oneof_index=0
        )
    query.field.add(name="at_most", number=4, type=field.TYPE_UINT32, label=1, oneof_index=0)
    request = file.message_type.add(name="ListThingsRequest")
    request.field.add(name="filters", number=1, type=field.TYPE_MESSAGE, type_name=".later.Filter", label=3)
    pool = descriptor_pool.Default()
    pool.Add(file) if hasattr(pool, "Add") else pool.AddSerializedFile(file.SerializeToString())
    return pool.FindMessageTypeByName("later.ListThingsRequest")


def test_a_filter_suffix_is_left_out_too(later: Descriptor) -> None:
    assert [found.key for found in describe_filters(later)] == ["created", "name", "pair", "at_most"]


def test_a_datetime_is_a_timestamp(later: Descriptor) -> None:
    moment = datetime(2026, 1, 2, 3, tzinfo=timezone(timedelta(hours=1)))
    query = only_query(later, {"created": moment})
    assert query.created_filter.timestamp.ToDatetime(UTC) == moment
    query = only_query(later, {"created": {"timestamp": moment, "method": "TIMESTAMP_FILTER_METHOD_AFTER"}})
    assert query.created_filter.method == 1


def test_a_naive_datetime_is_rejected(later: Descriptor) -> None:
    with pytest.raises(ValueError, match=r"where\['created'\] needs a datetime with a time zone"):
        build_queries(later, {"created": datetime(2026, 1, 2)})


def test_a_text_method_of_another_enum_is_understood(later: Descriptor) -> None:
    query = only_query(later, {"name": starts_with("x")})
    assert query.name_filter.method == 1
    with pytest.raises(ValueError, match=r"where\['name'\]: its method has no ENDS_WITH"):
        build_queries(later, {"name": ends_with("x")})


def test_a_query_of_several_fields_takes_a_dict(later: Descriptor) -> None:
    query = only_query(later, {"pair": {"key": "k", "value": b"v"}})
    assert (query.pair_filter.key, query.pair_filter.value) == ("k", b"v")
    with pytest.raises(TypeError, match=r"where\['pair'\] takes a dict of key, value, not str"):
        build_queries(later, {"pair": "k"})


def test_an_option_that_is_a_scalar_takes_it(later: Descriptor) -> None:
    query = only_query(later, {"at_most": 3})
    assert query.at_most == 3
    with pytest.raises(ValueError, match=r"where\['at_most'\].at_most takes int in the range"):
        build_queries(later, {"at_most": -1})
    with pytest.raises(TypeError, match=r"where\['at_most'\].at_most takes int, not str"):
        build_queries(later, {"at_most": "3"})
