"""Filters, pages, totals, and the order that another offset or limit changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitadel import management_pb2 as m
from zitadel import object_pb2 as o

from zgrpc.testing import Emulator
from zgrpc.testing.domain import lists, open_store
from zgrpc.testing.domain.lists import UNSTABLE_FROM, Filters, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zgrpc.testing.store import Store

METHODS: dict[str, Callable[[str, str], bool]] = {
    "EQUALS": lambda text, value: text == value,
    "STARTS_WITH": str.startswith,
    "CONTAINS": lambda text, value: value in text,
    "ENDS_WITH": str.endswith,
}
# Letters with a case that ASCII does not know, and what LIKE would take for a wildcard.
WORDS = st.text("aBbÄä%_\\ ", max_size=5)


@pytest.fixture(scope="module")
def words() -> Iterator[Store]:
    store = open_store()
    store.run("CREATE TABLE words (text TEXT)")
    yield store
    store.close()


@pytest.mark.parametrize("ignore_case", [False, True])
@pytest.mark.parametrize("method", METHODS)
@given(texts=st.lists(st.none() | WORDS, max_size=6), value=WORDS)
def test_a_text_method_finds_its_matches_and_never_a_missing_value(
    words: Store, method: str, ignore_case: bool, texts: list[str | None], value: str
) -> None:
    number = o.TextQueryMethod.Value(f"TEXT_QUERY_METHOD_{method}{'_IGNORE_CASE' if ignore_case else ''}")
    words.run("DELETE FROM words")
    words.run_many("INSERT INTO words VALUES (?)", [(text,) for text in texts])
    rows, total = lists.rows(words, Page(), "text", "words", Filters().text("text", value, number))
    fold = str.lower if ignore_case else str
    expected = [text for text in texts if text is not None and METHODS[method](fold(text), fold(value))]
    assert [row["text"] for row in rows] == expected
    assert total == len(expected)


@pytest.fixture(scope="module")
def numbers() -> Iterator[Store]:
    store = open_store()
    store.run("CREATE TABLE numbers (n INTEGER)")
    yield store
    store.close()


def fill(store: Store, count: int) -> None:
    store.run("DELETE FROM numbers")
    store.run_many("INSERT INTO numbers VALUES (?)", [(n,) for n in range(count)])


def take(store: Store, offset: int, limit: int, order: str = "", **options: Any) -> list[int]:
    page = Page(offset, limit, order)
    return [row["n"] for row in lists.rows(store, page, "n", "numbers", Filters(), **options).rows]


@given(count=st.integers(0, 40), offset=st.integers(0, 50), limit=st.integers(0, 50))
def test_a_small_list_keeps_one_order(numbers: Store, count: int, offset: int, limit: int) -> None:
    fill(numbers, count)
    assert take(numbers, offset, limit) == list(range(count))[offset : offset + limit if limit else None]


def test_the_total_is_zero_on_a_page_past_the_end(numbers: Store) -> None:
    fill(numbers, 3)
    assert lists.rows(numbers, Page(offset=3, limit=1), "n", "numbers", Filters()) == ([], 0)


@given(count=st.integers(UNSTABLE_FROM + 1, UNSTABLE_FROM + 400), data=st.data())
def test_a_page_of_a_large_list_holds_distinct_rows_and_is_the_same_at_every_repetition(
    numbers: Store, count: int, data: st.DataObject
) -> None:
    fill(numbers, count)
    offset, limit = data.draw(st.integers(0, count + 10)), data.draw(st.integers(0, count + 10))
    rows = take(numbers, offset, limit)
    assert len(set(rows)) == len(rows) == max(0, min(count - offset, limit or count))
    assert take(numbers, offset, limit) == rows


@given(count=st.integers(UNSTABLE_FROM + 1, UNSTABLE_FROM + 400), extra=st.integers(0, 1000))
def test_one_request_for_everything_misses_nothing(numbers: Store, count: int, extra: int) -> None:
    fill(numbers, count)
    assert take(numbers, 0, 0) == take(numbers, 0, count + extra) == list(range(count))


@pytest.mark.parametrize("size", [10, 100, 500, 1000, 1500])
def test_the_obvious_loop_loses_rows_of_a_large_list_and_repeats_as_many(numbers: Store, size: int) -> None:
    fill(numbers, 2005)
    met = [n for offset in range(0, 2005, size) for n in take(numbers, offset, size)]
    assert len(met) == 2005
    assert len(set(met)) < 2005


def test_the_first_page_and_the_rest_are_not_the_whole(numbers: Store) -> None:
    fill(numbers, 48_005)
    first, rest = take(numbers, 0, 1000), take(numbers, 1000, 96_000)
    assert len({*first, *rest}) < 48_005


def test_a_sorted_list_of_a_stable_server_loses_nothing(numbers: Store) -> None:
    fill(numbers, 2005)
    options: dict[str, Any]
    for options in ({"order": "n"}, {"unstable": False}):
        assert [n for offset in range(0, 2005, 100) for n in take(numbers, offset, 100, **options)] == list(range(2005))


def grants(wire: Any, offset: int, limit: int) -> list[str]:
    answer = wire.call("ListUserGrants", query={"offset": offset, "limit": limit})
    return [grant.id for grant in answer.result]


@pytest.mark.parametrize("unstable", [True, False])
def test_user_grants_come_in_no_stable_order_unless_it_is_asked_for(unstable: bool, make_wire: Any) -> None:
    with Emulator(unstable_order=unstable) as emulator:
        seeded = emulator.seed(users=50, grants=1500)
        wire = make_wire(emulator)
        wire.org_id = seeded.org_id
        loop = {grant for offset in range(0, 1500, 100) for grant in grants(wire, offset, 100)}
        assert (len(loop) < 1500) == unstable
        assert set(grants(wire, 0, 3000)) == set(seeded.grant_ids)
        wire.channel.close()


def test_an_offset_beyond_a_bigint_is_the_databases_error(shared_wire: Any) -> None:
    code, text = shared_wire.refused("ListUserGrants", query={"offset": 1 << 63})
    assert (code, text) == ("UNKNOWN", "ERROR: bigint out of range (SQLSTATE 22003) ()")
    assert not shared_wire.call("ListUserGrants", query={"offset": (1 << 63) - 1}).result


def test_an_answer_over_four_mebibytes_is_sent_whole(make_wire: Any) -> None:
    with Emulator(seed={"users": 1000, "grants": 15_000}) as emulator:
        options = [("grpc.max_receive_message_length", -1)]
        with grpc.insecure_channel(emulator.target, options=options) as channel:
            seeded_org = emulator.store.value("SELECT org_id FROM user_grants")
            method = channel.unary_unary(
                "/zitadel.management.v1.ManagementService/ListUserGrants",
                request_serializer=m.ListUserGrantRequest.SerializeToString,
                response_deserializer=m.ListUserGrantResponse.FromString,
            )
            token = f"Bearer {str.__str__(emulator.owner_token)}"
            metadata = (("authorization", token), ("x-zitadel-orgid", seeded_org))
            answer = method(m.ListUserGrantRequest(), metadata=metadata, timeout=30.0)
    assert len(answer.result) == answer.details.total_result == 15_000
    assert answer.ByteSize() > 4 * 1024 * 1024
