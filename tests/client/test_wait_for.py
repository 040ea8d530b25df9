"""Repeating a read until it shows what a write did."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from zgrpc._errors import NotFoundError, PermissionDeniedError
from zgrpc._wait import Attempts, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator


def results(*values: Any) -> Any:
    """A read that gives these, one after the other, and the last one for ever."""
    left: Iterator[Any] = iter([*values])
    last = values[-1]

    def read() -> Any:
        value = next(left, last)
        if isinstance(value, Exception):
            raise value
        return value

    return read


def missing() -> NotFoundError:
    return NotFoundError(grpc.StatusCode.NOT_FOUND, "User could not be found (QUERY-Dfbg2)")


def test_the_first_result_that_holds_is_returned() -> None:
    assert wait_for(results(1, 2, 3, 4), lambda n: n > 2) == 3


def test_not_found_means_not_there_yet() -> None:
    assert wait_for(results(missing(), missing(), "here")) == "here"


def test_other_errors_end_the_wait() -> None:
    denied = PermissionDeniedError(grpc.StatusCode.PERMISSION_DENIED, "no")
    with pytest.raises(PermissionDeniedError):
        wait_for(results(denied, "here"))
    assert wait_for(results(denied, "here"), not_yet=PermissionDeniedError) == "here"


def test_a_timeout_has_the_last_error_as_its_cause() -> None:
    error = missing()
    with pytest.raises(TimeoutError, match=r"the last one raised .*QUERY-Dfbg2") as timeout:
        wait_for(results(error), timeout=0.05)
    assert timeout.value.__cause__ is error


def test_a_timeout_reports_the_number_of_reads() -> None:
    with pytest.raises(TimeoutError, match=r"after 0\.1 s and \d+ reads: its predicate did not hold"):
        wait_for(results(0), timeout=0.1)


def test_at_least_one_read_happens() -> None:
    assert wait_for(results("here"), timeout=1e-9) == "here"


def test_pauses_grow_to_half_a_second() -> None:
    pauses = list(islice(Attempts(bool, 60, NotFoundError).pauses(), 11))
    assert pauses[0] < 0.03
    assert 0.37 < pauses[-1] < 0.63


async def test_an_async_read_is_awaited() -> None:
    read = results(missing(), 1, 2)

    async def async_read() -> Any:
        return read()

    assert await wait_for(async_read, lambda n: n == 2) == 2


async def test_an_async_wait_ends_in_time() -> None:
    async def read() -> int:
        return 0

    with pytest.raises(TimeoutError):
        await wait_for(read, timeout=0.05)


def test_a_result_instead_of_a_function_is_rejected() -> None:
    with pytest.raises(TypeError, match="wait_for takes functions"):
        wait_for("result")  # type: ignore[call-overload]  # wrong on purpose
