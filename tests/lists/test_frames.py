"""Lists as dicts, Arrow tables and data frames, over the wire."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

pa = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        with running.client() as client:
            for number in range(5):
                client.management.add_machine_user(user_name=f"bot-{number}", name=f"Bot {number}")
        yield running


@pytest.fixture
def bots(emulator: Emulator) -> Iterator[Any]:
    with emulator.client() as client:
        yield client.management.list_users(where={"user_name": zgrpc.starts_with("bot-")}, first_page=2)


def test_a_list_becomes_dicts_of_plain_values(bots: Any) -> None:
    rows = bots.to_dicts()
    assert sorted(row["user_name"] for row in rows) == [f"bot-{number}" for number in range(5)]
    assert {row["state"] for row in rows} == {"USER_STATE_ACTIVE"}
    assert isinstance(rows[0]["details"]["creation_date"], datetime.datetime)


def test_a_list_becomes_a_table_of_typed_columns(bots: Any) -> None:
    table = bots.to_arrow()
    assert table.num_rows == 5
    assert table.schema.field("details.creation_date").type == pa.timestamp("us", tz="UTC")
    assert table.schema.field("details.sequence").type == pa.uint64()
    assert table.schema.field("state").type == pa.string()
    assert set(table.column("machine.name").to_pylist()) == {f"Bot {number}" for number in range(5)}
    assert set(table.column("human.email.email").to_pylist()) == {None}


def test_a_list_becomes_a_data_frame(bots: Any) -> None:
    pytest.importorskip("pandas")
    frame = bots.to_pandas()
    assert len(frame) == 5
    assert str(frame["details.creation_date"].dtype) == "datetime64[us, UTC]"


async def test_asyncio_gives_the_same(emulator: Emulator) -> None:
    pytest.importorskip("pandas")
    async with emulator.async_client() as client:
        bots = client.management.list_users(where={"user_name": zgrpc.starts_with("bot-")})
        assert len(await bots.to_dicts()) == 5
        assert (await bots.to_arrow()).num_rows == 5
        assert len(await bots.to_pandas()) == 5


def test_an_empty_list_keeps_its_columns(emulator: Emulator) -> None:
    with emulator.client() as client:
        table = client.management.list_users(where={"user_name": "nobody"}).to_arrow()
    assert table.num_rows == 0
    assert "user_name" in table.column_names


@pytest.mark.parametrize(("missing", "method"), [("pyarrow", "to_arrow"), ("pandas", "to_pandas")])
def test_a_missing_extra_is_named_before_anything_is_sent(
    bots: Any, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, missing: str, method: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    before = len(emulator.calls)
    with pytest.raises(ModuleNotFoundError, match=rf"needs {missing}: pip install 'zgrpc\["):
        getattr(bots, method)()
    assert len(emulator.calls) == before
