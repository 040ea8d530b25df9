"""The basis of the benchmarks: a fast server, the cost model, the arithmetic of pairs."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from benchmarks import __main__ as table
from benchmarks import emulator_server, pairs, servers

if TYPE_CHECKING:
    from collections.abc import Iterator

REAL = 48_005


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with servers.serving("wire_server") as server:
        yield server


def test_the_fast_server_answers_many_calls_of_one_connection(server: Any) -> None:
    with zgrpc.Client(f"http://127.0.0.1:{server.port}", credentials=zgrpc.PersonalAccessToken("a-token")) as client:
        requests = ({"id": str(number)} for number in range(300))
        answers = list(client.map(client.management.get_user_by_id, requests, concurrency=32))
    assert {answer.user.user_name for answer in answers} == {"gigi"}


async def test_the_fast_server_answers_asyncio(server: Any) -> None:
    credentials = zgrpc.PersonalAccessToken("a-token")
    async with zgrpc.AsyncClient(f"http://127.0.0.1:{server.port}", credentials=credentials) as client:
        requests = ({"id": str(number)} for number in range(300))
        answers = [answer async for answer in client.map(client.management.get_user_by_id, requests)]
    assert len(answers) == 300


def loop(rows: int, page: int) -> float:
    """Seconds that a loop by pages takes by the cost model."""
    return sum(
        emulator_server.PER_COUNTED * rows
        + emulator_server.rows_cost(min(page, rows - offset))
        + emulator_server.PER_SKIPPED * offset
        for offset in range(0, rows, page)
    )


@pytest.mark.parametrize(
    ("rows", "page", "measured"), [(REAL, 1_000, 17.0), (REAL, 10_000, 1.8), (REAL, 20_000, 1.5), (12_005, 100, 10.0)]
)
def test_the_cost_model_gives_what_loops_were_measured_to_take(rows: int, page: int, measured: float) -> None:
    assert loop(rows, page) == pytest.approx(measured, rel=0.25)


@pytest.mark.parametrize(("rows", "measured"), [(1_000, 0.19), (10_000, 0.29), (20_000, 0.47), (REAL, 0.64)])
def test_the_cost_model_gives_what_single_requests_were_measured_to_take(rows: int, measured: float) -> None:
    assert emulator_server.PER_COUNTED * REAL + emulator_server.rows_cost(rows) == pytest.approx(measured, rel=0.01)


def test_a_row_is_the_median_of_the_pairs_and_is_held_against_its_target() -> None:
    samples = pairs.Samples()
    samples.ours, samples.theirs, samples.again = [2.0, 3.0, 9.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0]
    row = samples.row("x", unit="s", scale=1.0, target="<= 1.9")
    assert (row.ratio, row.control, row.met) == (2.0, 1.0, False)
    assert samples.row("x", unit="s", scale=1.0, target=">= 0.5", speed_up=True).met is True
    assert samples.row("x", unit="s", scale=1.0).met is None


def test_the_interval_of_a_median_narrows_with_the_number_of_pairs() -> None:
    draw = random.Random(1)
    few, many = ([draw.gauss(1, 0.1) for _ in range(count)] for count in (20, 400))
    assert pairs.spread(many) < pairs.spread(few) < 0.1


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        (18_860.0, "calls/s", "18,860 calls/s"),
        (0.0371, "s", "37.1 ms"),
        (0.425, "s", "425 ms"),
        (17.4, "s", "17.4 s"),
        (0.668, "µs CPU a row", "0.668 µs CPU a row"),
    ],
)
def test_figures_are_for_people(value: float, unit: str, read: str) -> None:
    row = {"name": "x", "ratio": 1.0, "spread": 0.0, "unit": unit, "ours": value, "theirs": value}
    shown = table.markdown([{**row, "target": "<= 1.05", "met": True}]).splitlines()[-1]
    assert shown == f"| x | 1.00 | {read} | {read} | at most 1.05: met |"


def test_a_group_that_fails_or_takes_too_long_is_a_row_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(table.GROUPS, "missing", ["no_such_group"])  # every group of the table exists
    assert [row["name"] for row in table.run("missing")] == ["missing failed, see above"]
    (row,) = table.run("startup", seconds=0.01)
    assert (row["name"], row["met"]) == ("startup took more than 0.01 s", False)
