"""Large answers are cut between their fields."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitadel.management_pb2 import ListUserGrantResponse

from zgrpc._calls.slices import AT_ONCE, slices


def response(count: int, size: int = 5) -> ListUserGrantResponse:
    answer = ListUserGrantResponse()
    answer.details.total_result = count
    for number in range(count):
        answer.result.add(id=str(number), user_name="x" * size)
    return answer


@given(count=st.integers(0, 50), size=st.integers(0, 300), most=st.integers(1, 2_000))
def test_the_slices_together_are_the_message(count: int, size: int, most: int) -> None:
    whole = response(count, size)
    data = whole.SerializeToString()
    parts = list(slices(data, most))
    assert b"".join(parts) == data
    merged = ListUserGrantResponse()
    for part in parts:
        assert len(part) <= max(most, size + 50)
        merged.MergeFrom(ListUserGrantResponse.FromString(part))
    assert merged == whole


@given(st.binary(max_size=40), st.integers(1, 10))
def test_invalid_bytes_are_passed_on_unchanged(data: bytes, most: int) -> None:
    try:
        parts = list(slices(data, most))
    except ValueError:
        return
    assert b"".join(parts) == data


@pytest.mark.parametrize("data", [b"\x0a\x05ab", b"\x0a", b"\x80", b"\x0b", b"\x80" * 11 + b"\x01"])
def test_invalid_bytes_are_rejected(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"message ends|wire type"):
        list(slices(data))


def test_a_slice_takes_little_time() -> None:
    data = response(20_000, 300).SerializeToString()
    took = []
    parts = slices(data)
    while True:
        started = time.thread_time()
        part = next(parts, None)
        if part is None:
            break
        ListUserGrantResponse.FromString(part)
        took.append(time.thread_time() - started)
        assert len(part) <= AT_ONCE
    assert len(took) == len(data) // AT_ONCE + 1
    assert sorted(took)[len(took) // 2] < 0.02
