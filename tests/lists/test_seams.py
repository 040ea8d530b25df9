"""Lists in chunks that are joined at seams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from tests.lists.scripted import Script, answer, ask, in_order, plan, trace
from tests.lists.simulated import Simulated
from zgrpc._errors import IncompleteListError
from zgrpc._lists.seams import seams

if TYPE_CHECKING:
    from zgrpc._lists.steps import Ask


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
            (100, 40, {"limit": 50}, [in_order(0, 40), in_order(20, 40, 40)]),
            (100, 40, {"limit": 41}, [in_order(0, 40), in_order(20, 40, 40)]),
            (100, 40, {"offset": 30}, [in_order(30, 40), in_order(50, 40, 70, 90), in_order(70, 40, 90)]),
            (100, 40, {"offset": 30, "limit": 50}, [in_order(30, 40), in_order(50, 40, 70)]),
            (100, 40, {"offset": 95}, [in_order(95, 40)]),
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

    def test_a_cap_that_was_found_leads_to_ordered_chunks(self) -> None:
        server = Simulated(60, "name", True, 40)
        items, found = trace(server.answer, first_page=50, orderable=True)
        assert sorted(items) == list(range(60))
        assert found == [
            ask(0, 50), ask(0, 10_060), ask(40, 40), in_order(0, 40), in_order(20, 40, 40), in_order(40, 40),
        ]  # fmt: skip


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
            trace(grow, **self.wanted)
        assert caught.value.total is None
        # 1,000 rows in steps of two: 500 requests, twice that, and 50 more.
        assert caught.value.received == 4 + 2 * (2 * 500 + 50 - 1)

    @pytest.mark.parametrize("size", [0, 1])
    def test_chunks_of_one_row_cannot_overlap(self, size: int) -> None:
        from zgrpc._lists.known import Known

        steps = seams(plan(), Known(lambda item: item), size, None)
        with pytest.raises(StopIteration) as ended:
            next(steps)
        assert ended.value.value is False
