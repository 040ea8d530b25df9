"""A datetime or a timedelta goes wherever the contract has a Timestamp or a Duration."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._contract.filters import is_repeated
from zgrpc._contract.request import builder
from zgrpc._contract.rpc import Rpc, all_rpcs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.descriptor import Descriptor, FieldDescriptor

TIME, DURATION = "google.protobuf.Timestamp", "google.protobuf.Duration"
NOON = datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


def paths_to(descriptor: Descriptor, wanted: str, around: tuple[str, ...] = ()) -> Iterator[list[FieldDescriptor]]:
    """The ways from a request to its fields of a type, through the messages in it."""
    for field in descriptor.fields:
        inner = field.message_type
        if inner is None or inner.full_name in around:
            continue
        if inner.full_name == wanted:
            yield [field]
        elif not inner.full_name.startswith("google.") and not inner.GetOptions().map_entry:
            yield from ([field, *rest] for rest in paths_to(inner, wanted, (*around, inner.full_name)))


def places(wanted: str) -> list[Any]:
    return [
        pytest.param(rpc, path, id=f"{rpc.short_name}-{'.'.join(field.name for field in path)}")
        for rpc in all_rpcs().values()
        for path in paths_to(rpc.descriptor.input_type, wanted)
    ]


def keywords(path: list[FieldDescriptor], value: object) -> dict[str, Any]:
    """The keywords of a call that put a value in its place."""
    for field in reversed(path):
        value = {field.name: [value] if is_repeated(field) else value}
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(("rpc", "path"), places(TIME))
def test_every_timestamp_takes_a_datetime_and_rejects_a_naive_one(rpc: Rpc, path: list[FieldDescriptor]) -> None:
    build = builder(rpc.request_class, rpc.short_name)
    plain: Any = zgrpc.to_dict(build(keywords(path, NOON)))
    for field in path:
        plain = plain[field.name][0] if is_repeated(field) else plain[field.name]
    assert (plain, plain.tzinfo) == (NOON, datetime.UTC)
    with pytest.raises(ValueError, match=rf"{path[-1].name}.* needs a datetime with a time zone, such as datetime.UTC"):
        build(keywords(path, NOON.replace(tzinfo=None)))


@pytest.mark.parametrize(("rpc", "path"), places(DURATION))
def test_every_duration_takes_a_timedelta(rpc: Rpc, path: list[FieldDescriptor]) -> None:
    plain: Any = zgrpc.to_dict(builder(rpc.request_class, rpc.short_name)(keywords(path, datetime.timedelta(hours=1))))
    for field in path:
        plain = plain[field.name][0] if is_repeated(field) else plain[field.name]
    assert plain == datetime.timedelta(hours=1)


def test_the_contract_has_times_to_check() -> None:
    assert len(places(TIME)) > 20
    assert len(places(DURATION)) > 20
