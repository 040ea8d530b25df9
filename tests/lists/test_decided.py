"""Decisions of a list about contradictory answers and errors, answer by answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lists.scripted import Recorded, Script, answer, ask, chunk, plan, trace
from zgrpc._errors import IncompleteListError, InvalidArgumentError, ListTooLargeError, ResourceExhaustedError
from zgrpc._lists.steps import Ask, no_position
from zgrpc._lists.whole import is_whole


@pytest.mark.parametrize(
    ("wanted", "asked", "got", "total", "whole"),
    [
        # An answer with as many items as the server counts is whole; a full one may have been cut.
        ({}, 100, 30, 30, True), ({}, 30, 30, 30, False), ({}, 100, 30, 31, False), ({}, 100, 31, 30, False),
        ({}, 100, 0, 0, True), ({}, 100, 0, 1, False),
        # Behind an offset the items before it count.
        ({"offset": 5}, 100, 25, 30, True), ({"offset": 5}, 100, 30, 30, False), ({"offset": 5}, 100, 0, 5, True),
        ({"offset": 5}, 100, 0, 6, False), ({"offset": 5}, 100, 0, 4, True),
        # As many as the limit are enough, if the server keeps to the limit or there is no offset.
        ({"limit": 30}, 30, 30, 99, True), ({"limit": 30}, 30, 29, 99, False), ({"limit": 30}, 30, 31, 99, True),
        ({"limit": 30, "offset": 5}, 30, 30, 99, True), ({"limit": 30, "offset": 5}, 30, 31, 99, False),
        ({"limit": 30, "offset": 5}, 40, 31, 99, True),
    ],
)  # fmt: skip
def test_one_answer_is_whole_if_nothing_can_be_missing(
    wanted: dict[str, int], asked: int, got: int, total: int, whole: bool
) -> None:
    assert is_whole(plan(**wanted), asked, answer(range(got), total)) is whole


class TestTotals:
    """Totals that are not the number of items."""

    @pytest.mark.parametrize("behind", [0, 5])
    def test_a_total_that_is_too_high_ends_the_list_after_two_more_requests(self, behind: int) -> None:
        script = Script(answer(range(5), 7), answer(range(5), 7), answer([], behind), answer([4], 7))
        items, asked = trace(script)
        assert items == list(range(5))
        assert asked == [ask(0, 10_000), ask(0, 10_007), ask(5, 5), ask(4, 2)]

    def test_a_total_that_is_too_high_ends_the_list_behind_an_offset_too(self) -> None:
        rows = range(3, 8)
        items, asked = trace(Script(answer(rows, 10), answer(rows, 10), answer([], 0), answer([7], 10)), offset=3)
        assert items == [3, 4, 5, 6, 7]
        assert asked == [ask(3, 10_000), ask(3, 10_010), ask(8, 5), ask(7, 2)]

    def test_a_total_below_what_came_takes_room_for_what_came(self) -> None:
        items, asked = trace(Script(answer(range(3, 8), 4), answer(range(3, 9), 9)), offset=3, first_page=5)
        assert items == [3, 4, 5, 6, 7, 8]
        assert asked == [ask(3, 5), ask(3, 10_008)]

    @pytest.mark.parametrize("last", [answer([4], 6), answer([4], 8), answer([], 7), answer([4, 5], 7)])
    def test_an_end_that_is_not_proven_gives_way_to_passes(self, last: Any) -> None:
        script = Script(answer(range(5), 7), answer(range(5), 7), answer([], 0), last)
        rest = [answer(range(5), 6), answer([5], 6), answer(range(4), 6), answer([4, 5], 6)]
        asked_then: list[Ask] = []

        def serve(asked: Ask) -> Any:
            if script.left:
                return script(asked)
            asked_then.append(asked)
            return rest.pop(0)

        items, _ = trace(serve)
        assert items == list(range(6))
        assert asked_then == [ask(0, 5), ask(5, 5), ask(0, 4), ask(4, 4)]

    def test_a_total_too_low_is_not_believed_if_rows_are_behind_it(self) -> None:
        script = Script(answer(range(5), 3), answer([5], 3), answer(range(6), 6))
        items, asked = trace(script)
        assert items == list(range(6))
        assert asked == [ask(0, 10_000), ask(5, 5), ask(0, 10_005)]

    def test_a_total_too_low_with_nothing_behind_it_ends_the_list(self) -> None:
        items, asked = trace(Script(answer(range(5), 3), answer([], 0)))
        assert items == list(range(5))
        assert asked == [ask(0, 10_000), ask(5, 5)]

    def test_a_total_without_its_rows_raises_an_error_after_the_rows(self) -> None:
        given: list[Any] = []
        with pytest.raises(IncompleteListError) as caught:
            trace(Script(answer(range(5), 7), answer(range(5), 7), answer([], 9)), identity=collect(given))
        assert (caught.value.received, caught.value.total) == (5, 9)

    def test_an_empty_answer_with_a_total_leads_to_another_request(self) -> None:
        server = Recorded(Script(answer([], 5), answer([], 5), answer([], 5)))
        with pytest.raises(IncompleteListError) as caught:
            trace(server)
        assert (caught.value.received, caught.value.total) == (0, 5)
        assert server.asked == [ask(0, 10_000), ask(0, 10_005), ask(0, 1)]

    def test_rows_behind_empty_answers_give_way_to_passes_in_chunks_of_one_row(self) -> None:
        script = Script(answer([], 2), *[answer([], 2), answer([0], 2)] * 3, rest=lambda asked: chunk(range(2), asked))
        items, asked = trace(script)
        assert items == [0, 1]
        assert asked[6:] == [ask(0, 1), ask(1, 1), ask(2, 1), ask(0, 1), ask(1, 1), ask(2, 1)]

    @pytest.mark.parametrize("limit", [None, 20])
    def test_the_total_of_an_error_is_without_the_offset(self, limit: int | None) -> None:
        with pytest.raises(IncompleteListError) as caught:
            trace(Script(answer(range(5), 17), answer(range(5), 17), answer([], 17)), offset=10, limit=limit)
        assert (caught.value.received, caught.value.total) == (5, 7)


def collect(seen: list[Any]) -> Any:
    def identity(item: Any) -> Any:
        seen.append(item)
        return item

    return identity


class TestChanges:
    """Rows that come and go while everything is requested."""

    def test_a_list_that_changes_three_times_is_fetched_in_passes(self) -> None:
        # Each answer has a row less than its total, because it was removed; and another row was added since.
        script = Script(
            answer(range(5), 6), answer(range(6), 7), answer([6], 7), answer(range(7), 8), answer([7], 8),
            answer(range(8), 9), answer([8], 9), rest=lambda asked: chunk(range(9), asked),
        )  # fmt: skip
        items, asked = trace(script, first_page=100)
        assert items == list(range(9))
        assert asked == [
            ask(0, 100), ask(0, 10_006), ask(6, 6), ask(0, 10_007), ask(7, 7), ask(0, 10_008), ask(8, 8),
            ask(0, 6), ask(6, 6),
        ]  # fmt: skip

    def test_one_row_twice_in_a_row_is_a_cap(self) -> None:
        items, asked = trace(lambda asked: chunk(range(3), asked, 1), first_page=100)
        assert items == [0, 1, 2]
        assert asked == [ask(0, 100), ask(0, 10_003), ask(1, 1, 2), ask(2, 1), ask(3, 1),
                         ask(0, 1), ask(1, 1, 2), ask(2, 1), ask(3, 1)]  # fmt: skip


class TestServersThatIgnoreTheOffset:
    """A server that gives everything, whatever the offset and limit."""

    def test_a_started_call_returns_the_list(self) -> None:
        script = Script(answer(range(5), 5), answer(range(5), 5), answer(range(5), 5))
        items, asked = trace(script, first_page=3)
        assert items == list(range(5))
        assert asked == [ask(0, 3)]

    def test_more_rows_than_requested_and_than_counted_take_a_look_behind_them(self) -> None:
        items, asked = trace(Script(answer(range(5), 4), answer([], 0)), first_page=3)
        assert items == list(range(5))
        assert asked == [ask(0, 3), ask(5, 5)]

    def test_the_offset_is_applied_by_the_client(self) -> None:
        script = Script(answer(range(5), 5), answer(range(5), 5), answer(range(5), 5))
        items, asked = trace(script, offset=2)
        assert items == [2, 3, 4]
        assert asked == [ask(2, 10_000), ask(7, 5), ask(2**31, 1)]

    def test_fewer_items_than_its_total_raise_an_error(self) -> None:
        script = Script(answer(range(5), 3), answer(range(5), 3), answer(range(5), 3))
        items, _ = trace(script)
        assert items == list(range(5))
        script = Script(answer(range(5), 6), answer(range(5), 6), answer(range(5), 6), answer(range(5), 6))
        with pytest.raises(IncompleteListError) as caught:
            trace(script)
        assert caught.value.total == 6

    def test_the_total_of_an_error_is_never_negative(self) -> None:
        script = Script(answer(range(5), 6), answer(range(5), 6), answer(range(5), 6))
        with pytest.raises(IncompleteListError) as caught:
            trace(script, offset=10)
        assert caught.value.total == 0

    def test_a_far_offset_without_items_shows_that_offsets_count(self) -> None:
        script = Script(answer(range(5), 4), answer(range(3), 4), answer([], 0), answer(range(5), 5))
        items, asked = trace(script)
        assert items == list(range(5))
        assert asked == [ask(0, 10_000), ask(5, 5), ask(2**31, 1), ask(0, 10_005)]


class TestSizes:
    """Answers that are larger than the client takes."""

    @pytest.mark.parametrize(("most", "fits"), [(25_000, True), (24_999, False)])
    def test_a_chunk_that_would_be_too_large_is_not_requested(self, most: int, fits: bool) -> None:
        script = Script(answer(range(100), 250), answer(range(250), 250))
        if fits:
            assert trace(script, first_page=100, max_bytes=most)[0] == list(range(250))
            return
        with pytest.raises(ListTooLargeError) as caught:
            trace(script, first_page=100, max_bytes=most)
        assert (caught.value.expected_bytes, caught.value.max_response_bytes) == (25_000, 24_999)
        assert caught.value.total == 250

    def test_the_rows_before_the_offset_do_not_count(self) -> None:
        script = Script(answer(range(50, 150), 250), answer(range(50, 250), 250))
        assert trace(script, first_page=100, offset=50, max_bytes=20_000)[0] == list(range(50, 250))

    def test_an_expected_size_is_of_the_rows_behind_the_offset(self) -> None:
        with pytest.raises(ListTooLargeError) as caught:
            trace(Script(answer(range(3, 103), 250)), first_page=100, offset=3, max_bytes=24_699)
        assert caught.value.expected_bytes == 24_700

    @pytest.mark.parametrize("page", [3, 100])
    def test_a_list_too_large_for_one_answer_comes_in_passes_if_its_limit_cut_no_answer(self, page: int) -> None:
        script = Script(answer(range(5), 6), answer([5], 6), rest=lambda asked: chunk(range(6), asked))
        items, asked = trace(script, first_page=page, max_bytes=550)
        assert items == list(range(6))
        assert asked == [ask(0, page), ask(5, 5), ask(0, 4), ask(4, 4)]

    def test_the_limit_bounds_the_expected_size(self) -> None:
        script = Script(answer(range(100), 250), answer(range(150), 250))
        assert trace(script, first_page=100, limit=150, max_bytes=15_000)[0] == list(range(150))

    def test_a_total_too_low_does_not_hide_how_many_came(self) -> None:
        with pytest.raises(ListTooLargeError) as caught:
            trace(Script(answer(range(100), 30)), first_page=100, max_bytes=9_999)
        assert (caught.value.expected_bytes, caught.value.total) == (10_000, 100)

    @pytest.mark.parametrize(
        ("details", "sizes"),
        [("CLIENT: Received message larger than max (7000 vs. 5000)", (7_000, 5_000)),
         ("Received message larger than max (7000 vs 5000)", (7_000, 5_000)),
         ("Received message larger than max", (None, 10**9))],
    )  # fmt: skip
    def test_an_answer_that_grpc_refused_is_too_large(self, details: str, sizes: tuple[int | None, int]) -> None:
        with pytest.raises(ListTooLargeError) as caught:
            trace(Script(ResourceExhaustedError(details)), method="v1.Service/List", filters=lambda: ["user_id"])
        assert (caught.value.expected_bytes, caught.value.max_response_bytes) == sizes
        assert "user_id" in str(caught.value)
        assert caught.value.total is None

    @pytest.mark.parametrize("orderable", [True, False])
    def test_a_chunk_that_grpc_refused_is_too_large(self, orderable: bool) -> None:
        script = Script(answer(range(4), 9), ResourceExhaustedError("Received message larger than max (70 vs. 50)"))
        with pytest.raises(ListTooLargeError) as caught:
            trace(script, largest=4, first_page=4, orderable=orderable)
        assert (caught.value.expected_bytes, caught.value.max_response_bytes) == (70, 50)

    @pytest.mark.parametrize("error", [
        ResourceExhaustedError("too many requests"),
        ResourceExhaustedError("larger than max", id="QUOTA-1"),
    ])  # fmt: skip
    def test_another_exhausted_resource_is_its_own_error(self, error: ResourceExhaustedError) -> None:
        with pytest.raises(ResourceExhaustedError) as caught:
            trace(Script(error))
        assert caught.value is error

    def test_an_expectation_too_large_for_the_client_leads_back_to_the_first_page(self) -> None:
        script = Script(ResourceExhaustedError("Received message larger than max (9 vs 8)"), answer(range(5), 5))
        items, asked = trace(script, expected=20_000)
        assert items == list(range(5))
        assert asked == [ask(0, 40_000), ask(0, 10_000)]


def refused(error_id: str = "") -> InvalidArgumentError:
    return InvalidArgumentError("limit exceeded", id=error_id)


class TestRefusedLimits:
    """Limits that the server does not take."""

    def test_a_first_page_that_is_refused_is_asked_for_with_a_thousand(self) -> None:
        items, asked = trace(Script(refused(), answer(range(5), 5)))
        assert items == list(range(5))
        assert asked == [ask(0, 10_000), ask(0, 1_000)]

    def test_a_refused_limit_of_a_thousand_raises_the_error(self) -> None:
        with pytest.raises(InvalidArgumentError):
            trace(Script(refused(), refused()))
        with pytest.raises(InvalidArgumentError):
            trace(Script(refused()), first_page=1_000)

    def test_a_server_that_names_the_limit_is_asked_for_a_hundred(self) -> None:
        items, asked = trace(Script(refused("QUERY-4M0fs"), answer(range(5), 5)), first_page=1_000)
        assert items == list(range(5))
        assert asked == [ask(0, 1_000), ask(0, 100)]

    @pytest.mark.parametrize("error_id", ["", "QUERY-0", "QUERY-9"])
    def test_another_refusal_of_a_limit_that_every_server_takes_raises_the_error(self, error_id: str) -> None:
        script = Script(refused(error_id), answer(range(5), 5))
        with pytest.raises(InvalidArgumentError):
            trace(script, first_page=1_000)

    def test_a_refused_limit_below_a_hundred_raises_the_error(self) -> None:
        with pytest.raises(InvalidArgumentError):
            trace(Script(refused("QUERY-4M0fs"), answer(range(5), 5)), first_page=99)

    def test_a_refused_limit_of_a_hundred_raises_the_error(self) -> None:
        with pytest.raises(InvalidArgumentError):
            trace(Script(refused("QUERY-4M0fs")), first_page=100)
        trace(Script(refused("QUERY-4M0fs"), answer(range(5), 5)), first_page=101)

    def test_everything_after_a_refusal_within_the_accepted_limit_is_the_list(self) -> None:
        script = Script(answer(range(3_000), 4_000), refused(), answer(range(2_900), 2_900))
        items, asked = trace(script, first_page=3_000)
        assert asked == [ask(0, 3_000), ask(0, 14_000), ask(0, 3_000)]
        assert items == list(range(3_000))


def test_a_list_without_a_cursor_has_no_positions() -> None:
    with pytest.raises(TypeError, match="no cursor"):
        no_position(1)
