"""Lists in several passes, until two agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from tests.lists.scripted import Recorded, Script, answer, ask, chunk, in_order, trace
from tests.lists.simulated import Simulated
from zgrpc._errors import IncompleteListError

if TYPE_CHECKING:
    from zgrpc._lists.steps import Answer, Ask


class TestPasses:
    """Chunks in no dependable order, until two passes agree."""

    @pytest.mark.parametrize(
        ("plan", "asked"),
        [
            ({}, [ask(0, 40), ask(40, 40, 80), ask(80, 40), ask(0, 33), ask(33, 33, 66, 99), ask(66, 33, 99),
                  ask(99, 33)]),
            ({"offset": 10}, [ask(10, 40), ask(50, 40, 90), ask(90, 40), ask(10, 33), ask(43, 33, 76), ask(76, 33)]),
            ({"limit": 50}, [ask(0, 40), ask(40, 40)]),
            ({"offset": 10, "limit": 50}, [ask(10, 40), ask(50, 40)]),
            ({"offset": 10, "limit": 80}, [ask(10, 40), ask(50, 40)]),
        ],
    )  # fmt: skip
    def test_two_passes_in_a_stable_order_prove_a_list(self, plan: dict[str, int], asked: list[Ask]) -> None:
        items, found = trace(Simulated(100, cap=40).answer, largest=40, first_page=40, **plan)
        begin = plan.get("offset", 0)
        assert items == list(range(100))[begin : begin + plan.get("limit", 100)]
        assert found == asked

    def test_a_full_last_chunk_takes_a_look_behind_it(self) -> None:
        items, found = trace(Simulated(8, cap=4).answer, largest=4, first_page=4)
        assert items == list(range(8))
        assert found == [ask(0, 4), ask(4, 4), ask(8, 4), ask(0, 3), ask(3, 3, 6), ask(6, 3)]

    def test_a_chunk_with_more_rows_than_requested_takes_a_look_behind_it(self) -> None:
        items, found = trace(lambda asked: chunk(range(8), asked._replace(limit=4)), largest=4, first_page=4)
        assert items == list(range(8))
        assert found == [ask(0, 4), ask(4, 4), ask(8, 4), ask(0, 3), ask(4, 3, 7), ask(8, 3)]

    def test_chunks_of_one_row_stay_so(self) -> None:
        items, found = trace(Simulated(2, cap=1).answer, largest=1, first_page=1)
        assert items == [0, 1]
        assert found == [ask(0, 1), ask(1, 1), ask(2, 1)] * 2

    def test_ten_passes_differ_in_their_chunks(self) -> None:
        rows = list(range(150))

        def grow(asked: Ask) -> Answer:  # when a pass begins, the newest row was in none before
            if asked.offset == 0:
                rows.append(len(rows))
            return chunk(rows, asked)

        server = Recorded(grow)
        with pytest.raises(IncompleteListError) as caught:
            trace(server, largest=100, first_page=100)
        sizes = list(dict.fromkeys(asked.limit for asked in server.asked))
        assert len(sizes) == 10
        assert sizes[0] == 100
        assert all(60 < size <= 100 for size in sizes)
        assert (caught.value.received, caught.value.total) == (160, None)


class TestProof:
    """What was seen both before and after a pass began is as much as the server counted then."""

    wanted: ClassVar = {"largest": 4, "first_page": 4}

    def test_one_pass_proves_nothing(self) -> None:
        script = Script(
            answer(range(4), 4), answer([4], 5),  # the first answer has all that it counts
            answer(range(3), 6), answer([3, 5, 4], 6), answer([], 0),  # the first pass did not see row 5
            answer(range(2), 6), answer([2, 3], 6), answer([4, 5], 6), answer([], 0),
        )  # fmt: skip
        items, found = trace(script, **self.wanted)
        assert items == [0, 1, 2, 3, 4, 5]
        assert found == [
            ask(0, 4), ask(4, 4), ask(0, 3), ask(3, 3), ask(6, 3), ask(0, 2), ask(2, 2, 4), ask(4, 2), ask(6, 2),
        ]  # fmt: skip

    @pytest.mark.parametrize("counted", [5, 7])
    def test_a_pass_that_counts_another_number_proves_nothing(self, counted: int) -> None:
        script = Script(
            answer(range(4), 6), answer([4, 5], 6),
            answer(range(3), counted), answer([3, 4, 5], 6), answer([], 0),
            answer([0, 1], 6), answer([2, 3], 6), answer([4, 5], 6), answer([], 0),
        )  # fmt: skip
        items, _ = trace(script, **self.wanted)
        assert items == list(range(6))
        assert script.left == 0

    def test_a_row_that_each_pass_sees_only_once_is_not_proven(self) -> None:
        # Row 5 goes, and row 6 comes: each total is as before, and row 4 was in no answer.
        script = Script(
            answer(range(4), 6), answer([5], 5),
            answer(range(3), 6), answer([3, 6], 5),
            answer([0, 1], 6), answer([2, 3], 6), answer([4, 6], 6), answer([], 0),
            *[answer(range(3), 6), answer([3, 4, 6], 6), answer([], 0)],
        )  # fmt: skip
        items, _ = trace(script, **self.wanted)
        assert items == [0, 1, 2, 3, 5, 6, 4]
        assert script.left == 0

    def test_behind_an_offset_only_proven_rows_come_out(self) -> None:
        script = Script(
            answer([1, 2, 3, 9], 6), answer([4], 6),  # row 9 goes, row 5 comes
            answer([1, 2, 3], 6), answer([4, 5], 6),
            answer([1, 2], 6), answer([3, 4], 6), answer([5], 6),
        )  # fmt: skip
        items, found = trace(script, offset=1, **self.wanted)
        assert items == [1, 2, 3, 4, 5]
        assert found == [ask(1, 4), ask(5, 4), ask(1, 3), ask(4, 3), ask(1, 2), ask(3, 2, 5), ask(5, 2)]

    def test_a_list_that_was_emptied_before_the_second_pass_ends_with_it(self) -> None:
        items, found = trace(Script(answer(range(4), 5), answer([4], 5), answer([], 0)), **self.wanted)
        assert items == list(range(5))
        assert found == [ask(0, 4), ask(4, 4), ask(0, 3)]

    def test_a_list_that_became_shorter_than_the_offset_raises_an_error(self) -> None:
        script = Script(answer([2, 3, 4, 5], 8), answer([5, 4, 6, 7], 8), answer([], 0))
        with pytest.raises(IncompleteListError) as caught:
            trace(script, orderable=True, offset=2, **self.wanted)
        assert caught.value.total is None


class TestPassesThatDisagree:
    """Passes of which no two agree."""

    wanted: ClassVar = {"largest": 4, "first_page": 4}

    def test_rows_that_a_total_counts_and_no_answer_has_raise_an_error(self) -> None:
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda asked: answer([0, 1, 2, 3] if asked.offset == 0 else [], 6), **self.wanted)
        assert (caught.value.received, caught.value.total) == (4, 6)

    @pytest.mark.parametrize(("offset", "received", "total"), [(0, 7, 8), (2, 0, 6)])
    def test_ten_passes_that_lose_the_same_row_raise_an_error(self, offset: int, received: int, total: int) -> None:
        def serve(asked: Ask) -> Any:
            found = [0, 1, 2, 3, 4, 6, 7][asked.offset : asked.offset + asked.limit]
            return answer(found, 8 if found else 0)  # nothing behind row 7, and nothing counted there

        server = Recorded(serve)
        with pytest.raises(IncompleteListError) as caught:
            trace(server, **self.wanted, offset=offset)
        assert (caught.value.received, caught.value.total) == (received, total)
        assert sum(asked.offset == offset for asked in server.asked) == 10

    def test_totals_that_change_are_not_named(self) -> None:
        totals = iter(range(10, 20_000))
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda asked: answer(range(asked.offset, asked.offset + 4), next(totals)), **self.wanted)
        assert caught.value.total is None

    def test_a_list_that_grows_as_fast_as_it_is_read_raises_an_error(self) -> None:
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda asked: answer(range(asked.offset, asked.offset + 4), asked.offset + 8), **self.wanted)
        assert caught.value.total is None
        # 8 rows in chunks of four: two requests, twice that, and 50 more, for each of ten passes.
        assert caught.value.received == 4 * (10 * (2 * 2 + 50) + 1)

    @pytest.mark.parametrize("total", [6, 7])
    def test_more_rows_than_the_total_raise_an_error(self, total: int) -> None:
        chunks = {0: [0, 1, 2, 3], 4: [4, 5, 6, 7], 8: []}
        with pytest.raises(IncompleteListError) as caught:
            trace(lambda asked: answer(chunks[asked.offset], total), **self.wanted)
        assert caught.value.total is None


def test_passes_ask_for_the_order_by_creation_if_the_server_knows_it() -> None:
    script = Script(
        answer([0, 1, 2, 3], 6), answer([3, 2, 4, 5], 6),
        answer([0, 1, 2, 3], 6), answer([4, 5], 6), answer([0, 1, 2], 6), answer([3, 4, 5], 6), answer([], 0),
    )  # fmt: skip
    _, asked = trace(script, largest=4, first_page=4, orderable=True)
    assert asked[2:] == [in_order(0, 4), in_order(4, 4), in_order(0, 3), in_order(3, 3), in_order(6, 3)]
