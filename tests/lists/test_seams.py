"""Lists in chunks that are joined at seams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from tests.lists.scripted import Recorded, Script, answer, ask, chunk, in_order, plan, trace
from tests.lists.simulated import Simulated
from zgrpc._errors import IncompleteListError
from zgrpc._lists.known import Known
from zgrpc._lists.seams import seams

if TYPE_CHECKING:
    from zgrpc._lists.steps import Answer, Ask


class TestSeams:
    """Chunks in the order by creation, each of which begins before the end of the one before."""

    @pytest.mark.parametrize(
        ("count", "cap", "plan", "asked"),
        [
            # Two chunks share 20 rows; a full last chunk takes a look behind it.
            (100, 40, {}, [in_order(0, 40), in_order(20, 40, 40, 60, 80), in_order(40, 40, 60, 80),
                           in_order(60, 40, 80), in_order(80, 40)]),
            # A small cap leaves half of it for the shared rows.
            (35, 10, {}, [in_order(0, 10), in_order(5, 10, 10, 15, 20), in_order(10, 10, 15, 20, 25),
                          in_order(15, 10, 20, 25, 30), in_order(20, 10, 25, 30), in_order(25, 10, 30),
                          in_order(30, 10)]),
            (8, 3, {}, [in_order(0, 3), in_order(2, 3, 4, 6), in_order(4, 3, 6), in_order(6, 3)]),
            (4, 2, {}, [in_order(0, 2), in_order(1, 2, 2, 3), in_order(2, 2, 3), in_order(3, 2)]),
            (100, 40, {"limit": 50}, [in_order(0, 40), in_order(20, 40)]),
            (100, 40, {"limit": 41}, [in_order(0, 40), in_order(20, 40)]),
            (100, 40, {"offset": 30}, [in_order(30, 40), in_order(50, 40, 70, 90), in_order(70, 40, 90)]),
            (100, 40, {"offset": 30, "limit": 50}, [in_order(30, 40), in_order(50, 40)]),
            (100, 40, {"offset": 95}, [in_order(95, 40)]),
            (100, 60, {}, [in_order(0, 60), in_order(40, 60, 80), in_order(80, 60)]),
            (100, 60, {"limit": 61}, [in_order(0, 60), in_order(40, 60)]),
            (300, 60, {"limit": 100}, [in_order(0, 60), in_order(40, 60)]),
            (300, 60, {"limit": 101}, [in_order(0, 60), in_order(40, 60, 80), in_order(80, 60)]),
            (300, 60, {"offset": 5, "limit": 101}, [in_order(5, 60), in_order(45, 60, 85), in_order(85, 60)]),
        ],
    )  # fmt: skip
    def test_chunks_overlap_and_are_prefetched(
        self, count: int, cap: int, plan: dict[str, int], asked: list[Ask]
    ) -> None:
        server = Simulated(count, "name", True, cap)
        items, found = trace(server.answer, largest=cap, first_page=cap, orderable=True, **plan)
        begin = plan.get("offset", 0)
        assert items == list(range(count))[begin : begin + plan.get("limit", count)]
        assert found == asked

    def test_a_smaller_cap_than_was_known_takes_smaller_chunks(self) -> None:
        server = Simulated(100, "name", True, 30)
        items, found = trace(server.answer, largest=40, first_page=40, orderable=True)
        assert items == list(range(100))
        assert found == [
            in_order(0, 40), in_order(15, 30, 30, 45, 60), in_order(30, 30, 45, 60, 75), in_order(45, 30, 60, 75, 90),
            in_order(60, 30, 75, 90), in_order(75, 30, 90),
        ]  # fmt: skip

    def test_a_cap_that_shrinks_far_between_two_requests_loses_no_row(self) -> None:
        server = Simulated(100, "name", True, 40)

        def serve(asked: Ask) -> Answer:
            given = server.answer(asked)
            server.cap = 10
            return given

        items, found = trace(serve, largest=40, first_page=40, orderable=True)
        assert items == list(range(100))
        # Ten known rows came, and the next ones are known, too; so the chunks are ten rows from here.
        assert found[:5] == [
            in_order(0, 40), in_order(20, 40, 40, 60, 80), in_order(30, 40), in_order(25, 10, 30, 35, 40),
            in_order(30, 10, 35, 40, 45),
        ]  # fmt: skip

    def test_a_cap_that_shrinks_to_one_row_gives_way_to_passes(self) -> None:
        server = Simulated(8, "name", True, 4)

        def serve(asked: Ask) -> Answer:
            given = server.answer(asked)
            server.cap = 1
            return given

        items, found = trace(serve, largest=4, first_page=4, orderable=True)
        assert items == list(range(8))
        assert found[:5] == [in_order(0, 4), in_order(2, 4, 4, 6), in_order(3, 4), in_order(0, 4), in_order(1, 4, 5)]

    def test_a_chunk_with_more_rows_than_requested_takes_a_look_behind_it(self) -> None:
        server = Recorded(lambda asked: chunk(range(8), asked._replace(limit=5)))
        items, _ = trace(server, largest=4, first_page=4, orderable=True)
        assert items == list(range(8))
        assert [asked.offset for asked in server.asked] == [0, 3, 6]

    def test_a_cap_that_was_found_leads_to_ordered_chunks(self) -> None:
        server = Simulated(60, "name", True, 40)
        items, found = trace(server.answer, first_page=50, orderable=True)
        assert sorted(items) == list(range(60))
        assert found == [
            ask(0, 50), ask(0, 10_060), ask(40, 40), in_order(0, 40), in_order(20, 40, 40), in_order(40, 40),
        ]  # fmt: skip


class TestChanges:
    """Rows that come and go between two requests."""

    wanted: ClassVar = {"largest": 4, "first_page": 4, "orderable": True}

    def test_a_list_ends_although_a_row_that_was_seen_is_gone(self) -> None:
        script = Script(answer(range(4), 6), answer([3, 4, 5], 5))  # row 0 was removed
        items, asked = trace(script, **self.wanted)
        assert items == list(range(6))
        assert asked == [in_order(0, 4), in_order(2, 4, 4)]

    @pytest.mark.parametrize("offset", [0, 3])
    def test_more_rows_than_were_seen_are_looked_for_once_more(self, offset: int) -> None:
        # The sixth row is removed after the last chunk was answered, and before the second and the third one are.
        rows = [number + offset for number in (0, 1, 2, 3, 4, 6, 7, 8)]
        script = Script(
            answer(rows[:4], offset + 9), answer(rows[2:6], offset + 8), answer(rows[4:], offset + 8),
            answer(rows[5:], offset + 9), answer(rows[7:], offset + 8),
        )  # fmt: skip
        items, asked = trace(script, offset=offset, **self.wanted)
        assert items == rows
        assert [each.offset - offset for each in asked] == [0, 2, 4, 6, 7]

    def test_more_rows_than_were_seen_twice_give_way_to_passes(self) -> None:
        rows = [0, 1, 2, 3, 4, 6, 7, 8]
        script = Script(
            answer(rows[:4], 9), answer(rows[2:6], 9), answer(rows[4:], 9), answer(rows[5:], 9), answer(rows[6:], 9),
            rest=lambda asked: chunk(range(9), asked),
        )  # fmt: skip
        items, asked = trace(script, **self.wanted)
        assert sorted(items) == list(range(9))
        assert [each.offset for each in asked[:7]] == [0, 2, 4, 6, 7, 0, 4]

    # Row 4 is removed before the second chunk is answered, and after the third one was.
    late: ClassVar = answer(range(4), 10), answer([2, 3, 5, 6], 9), answer([4, 5, 6, 7], 10)

    def test_a_row_that_comes_between_known_rows_is_in_order(self) -> None:
        items, asked = trace(Script(*self.late, answer([6, 7, 8, 9], 10), answer([9], 9)), **self.wanted)
        assert items == [0, 1, 2, 3, 5, 6, 4, 7, 8, 9]
        assert [each.offset for each in asked] == [0, 2, 4, 6, 8]

    @pytest.mark.parametrize("swapped", [[7, 4, 8, 9], [6, 4, 8, 9], [4, 3, 8, 9], [7, 6, 8, 9], [8, 7, 6, 9]])
    def test_a_row_that_came_between_known_rows_keeps_its_place(self, swapped: list[int]) -> None:
        script = Script(*self.late, answer(swapped, 10), rest=lambda asked: chunk(range(10), asked))
        items, asked = trace(script, **self.wanted)
        assert sorted(items) == list(range(10))
        assert asked[4].offset == 0

    def test_a_row_that_came_between_known_rows_may_come_again(self) -> None:
        script = Script(*self.late, answer([4, 5, 6, 7], 10), rest=lambda asked: chunk(range(10), asked))
        items, asked = trace(script, **self.wanted)
        assert sorted(items) == list(range(10))
        assert [each.offset for each in asked[:5]] == [0, 2, 4, 6, 8]

    def test_many_removed_rows_take_larger_steps_back_each_time(self) -> None:
        rows = list(range(40))

        def serve(asked: Ask) -> Answer:
            if (asked.offset, len(rows)) == (20, 40):
                del rows[:14]
            elif (asked.offset, len(rows)) == (12, 26):
                del rows[:6]
            return chunk(rows, asked)

        items, asked = trace(serve, **self.wanted)
        assert items == list(range(40))
        assert [each.offset for each in asked] == [*range(0, 22, 2), 18, 14, 6, 8, 10, 12, 10, *range(6, 20, 2)]

    def test_a_list_without_a_known_row_begins_anew(self) -> None:
        script = Script(answer(range(4), 6), answer([12], 3), answer([10, 11, 12], 3))
        items, asked = trace(script, **self.wanted)
        assert items == [0, 1, 2, 3, 10, 11, 12]
        assert asked == [in_order(0, 4), in_order(2, 4, 4), in_order(0, 4, 2)]

    def test_a_list_that_shrank_before_the_next_chunk_ends_there(self) -> None:
        script = Script(answer(range(4), 6), answer([], 0), answer([0], 1))
        items, asked = trace(script, **self.wanted)
        assert items == [0, 1, 2, 3]
        assert asked == [in_order(0, 4), in_order(2, 4, 4), in_order(0, 4)]

    @pytest.mark.parametrize(("offset", "requests"), [(0, [0, 2, 0]), (2, [2, 4, 2, 2])])
    def test_a_list_that_was_emptied_ends(self, offset: int, requests: list[int]) -> None:
        script = Script(answer(range(4), 8), *[answer([], 0)] * (len(requests) - 1))
        items, asked = trace(script, offset=offset, **self.wanted)
        assert items == [0, 1, 2, 3]
        assert [each.offset for each in asked] == requests


class TestTotals:
    """Totals that are not the number of rows."""

    wanted: ClassVar = {"largest": 4, "first_page": 4, "orderable": True}

    @pytest.mark.parametrize("total", [5, 7, 9])
    @pytest.mark.parametrize("behind", [0, 6])
    def test_a_wrong_total_with_nothing_behind_the_last_row_ends_the_list(self, total: int, behind: int) -> None:
        def serve(asked: Ask) -> Answer:
            found = chunk(range(6), asked)
            return found._replace(total=total if found.got else behind)

        items, asked = trace(serve, **self.wanted)
        assert items == list(range(6))
        assert [each.offset for each in asked] == [0, 2, 4, 6]

    def test_rows_that_a_total_counts_and_no_answer_has_raise_an_error(self) -> None:
        script = Script(answer(range(4), 7), answer([2, 3, 4, 5], 7), answer([4, 5], 7), answer([], 7))
        server = Recorded(script)
        with pytest.raises(IncompleteListError) as caught:
            trace(server, **self.wanted)
        assert (caught.value.received, caught.value.total) == (6, 7)
        assert server.asked[-2:] == [in_order(4, 4, 6), in_order(6, 4)]


class TestSeamsThatDoNotHold:
    """Chunks that do not adjoin, or come in another order."""

    wanted: ClassVar = {"largest": 4, "first_page": 4, "orderable": True}

    def seam(self, *answers: Any, **more: Any) -> tuple[list[Any], list[Ask]]:
        return trace(Script(*answers), **self.wanted, **more)

    def test_a_chunk_that_shares_no_row_is_asked_for_again_further_back(self) -> None:
        items, asked = self.seam(
            answer([0, 1, 2, 3], 8), answer([5, 6, 7], 8), answer([0, 1, 2, 3], 8), answer([2, 3, 4, 5], 8),
            answer([4, 5, 6, 7], 8), answer([6, 7], 8),
        )  # fmt: skip
        assert items == list(range(8))
        assert asked == [
            in_order(0, 4), in_order(2, 4, 4, 6), in_order(0, 4, 2, 4, 6), in_order(2, 4, 4, 6), in_order(4, 4, 6),
            in_order(6, 4),
        ]  # fmt: skip

    def test_a_first_chunk_behind_an_offset_that_shares_no_row_gives_way_to_passes(self) -> None:
        script = Script(answer([2, 3, 4, 5], 8), answer([9], 8), answer([9], 8))
        asked_then: list[Ask] = []

        def serve(asked: Ask) -> Any:
            if script.left and asked.ordered:
                return script(asked)
            asked_then.append(asked)
            return answer(range(asked.offset, min(8, asked.offset + asked.limit)), 8 if asked.offset < 8 else 0)

        items, _ = trace(serve, **self.wanted, offset=2)
        assert sorted(items) == list(range(2, 8))
        assert asked_then[0].offset == 2

    def test_rows_that_come_in_another_order_give_way_to_passes(self) -> None:
        items, asked = self.seam(
            answer([0, 1, 2, 3], 6), answer([3, 2, 4, 5], 6),
            answer([0, 1, 2, 3], 6), answer([4, 5], 6), answer([0, 1, 2], 6), answer([3, 4, 5], 6), answer([], 0),
        )  # fmt: skip
        assert sorted(items) == list(range(6))
        assert asked[2] == in_order(0, 4)

    def test_a_list_that_grows_as_fast_as_it_is_read_raises_an_error(self) -> None:
        def grow(asked: Ask) -> Any:
            return answer(range(asked.offset, asked.offset + asked.limit), asked.offset + 1_000)

        with pytest.raises(IncompleteListError) as caught:
            trace(grow, largest=5, first_page=5, orderable=True)
        assert caught.value.total is None
        # 1,000 rows in steps of three: 333 requests, twice that, and 50 more.
        assert caught.value.received == 5 + 3 * (2 * 333 + 50)

    def test_forty_chunks_without_a_new_row_give_way_to_passes(self) -> None:
        server = Recorded(lambda asked: answer(range(4), 100))
        with pytest.raises(IncompleteListError):
            trace(server, **self.wanted)
        assert [asked.offset for asked in server.asked][:43] == [*range(0, 84, 2), 0]

    def test_forty_chunks_without_any_row_give_way_to_passes(self) -> None:
        script = Script(*[answer([], 0), answer(range(2, 6), 8)] * 41)
        _, asked = trace(script, lambda plan: seams(plan, Known(plan.identity), 4, None), offset=2)
        assert len(asked) == 82

    @pytest.mark.parametrize("size", [0, 1])
    def test_chunks_of_one_row_cannot_overlap(self, size: int) -> None:
        steps = seams(plan(), Known(lambda item: item), size, None)
        with pytest.raises(StopIteration) as ended:
            next(steps)
        assert ended.value.value is False
