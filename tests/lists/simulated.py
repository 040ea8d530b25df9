"""A server's list in memory, with writers at work between any two requests, and a driver for the steps."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zgrpc._lists.steps import Answer, Ask, Plan
from zgrpc._lists.whole import offset_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc._lists.steps import Steps

MOST_REQUESTS = 5_000


@dataclass
class Row:
    """A row: when it was created, which is its identity too, and a name that writers change."""

    created: int
    name: int


@dataclass
class Simulated:
    """A list, and what happens to it.

    Attributes:
        count: The rows at the beginning.
        order: How the server sorts: ``creation``, ``name``, or ``none``, which is another order for each statement.
            Asked for the order by creation, a server that is `orderable` sorts by it.
        orderable: Whether the server can be asked for the order by creation.
        cap: The most rows in an answer; None for no cap.
        writes: What writers do between two requests, in turn: ``+`` adds a row, ``-`` removes one, ``~`` renames one.
        lie: What the server adds to the total.
        seed: Of all that is random.
    """

    count: int
    order: str = "creation"
    orderable: bool = False
    cap: int | None = None
    writes: tuple[str, ...] = ()
    lie: int = 0
    seed: int = 0
    rows: list[Row] = field(default_factory=list)
    requests: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.created = self.count
        self.rows = [Row(number, self.random.randrange(1000)) for number in range(self.count)]
        self.throughout: set[int] = {row.created for row in self.rows}

    def answer(self, ask: Ask) -> Answer:
        """Answer a request, then let the writers do what is next."""
        assert self.requests < MOST_REQUESTS, "the list does not end"
        rows = self._sorted(ask)[ask.offset : ask.offset + ask.limit][: self.cap]
        total = max(0, len(self.rows) + self.lie) if rows else 0
        if self.writes:
            for write in self.writes[self.requests % len(self.writes)]:
                self._write(write)
        self.requests += 1
        return Answer([[row.created for row in rows]], len(rows), total, lambda: 100 * len(rows))

    def _sorted(self, ask: Ask) -> list[Row]:
        if self.order == "creation" or (ask.ordered and self.orderable):
            return sorted(self.rows, key=lambda row: row.created)
        if self.order == "name":
            return sorted(self.rows, key=lambda row: (row.name, row.created))
        statement = random.Random(f"{self.seed} {ask.offset} {ask.limit} {ask.ordered}")
        return statement.sample(self.rows, len(self.rows))

    def _write(self, write: str) -> None:
        if write == "+":
            self.rows.append(Row(self.created, self.random.randrange(1000)))
            self.created += 1
        elif self.rows and write == "-":
            self.throughout.discard(self.rows.pop(self.random.randrange(len(self.rows))).created)
        elif self.rows and write == "~":
            self.random.choice(self.rows).name = self.random.randrange(1000)


def run(server: Simulated, kind: Callable[[Plan], Steps] = offset_list, **plan: Any) -> list[Any]:
    """The items of a list that `server` answers; requests that are on the wire together are answered in any order."""
    asked = {"max_bytes": 10**9, "identity": lambda item: item, "orderable": server.orderable, **plan}
    steps = kind(Plan(**asked))
    items: list[Any] = []
    answer: Answer | None = None
    ahead: dict[int, Answer] = {}
    limit = 0
    while True:
        try:
            step = steps.send(answer)  # type: ignore[arg-type]  # None begins and goes on
        except StopIteration:
            return items
        if isinstance(step, Ask):
            if step.limit != limit:
                limit, ahead = step.limit, {}
            wanted = [step.offset, *step.ahead]
            ahead = {offset: early for offset, early in ahead.items() if offset in wanted}
            for offset in server.random.sample(wanted, len(wanted)):
                if offset not in ahead:
                    ahead[offset] = server.answer(step._replace(offset=offset))
            answer = ahead.pop(step.offset)
        else:
            items += step
            answer = None
