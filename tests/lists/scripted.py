"""A driver for the steps of a list that records what they request, and answers to script."""

from __future__ import annotations

from typing import Any

from zgrpc._lists.steps import Answer, Ask, Plan
from zgrpc._lists.whole import offset_list


def plan(**more: Any) -> Plan:
    return Plan(**{"max_bytes": 10**9, "identity": lambda item: item, **more})


def ask(offset: int, limit: int, *later: int, ordered: bool = False) -> Ask:
    return Ask(offset, limit, ordered, later)


def in_order(offset: int, limit: int, *later: int) -> Ask:
    return ask(offset, limit, *later, ordered=True)


def trace(serve: Any, kind: Any = offset_list, **plan: Any) -> tuple[list[Any], list[Ask]]:
    """The items of a list, and what was asked; `serve` makes an answer, or an error to raise, of each request."""
    steps = kind(Plan(**{"max_bytes": 10**9, "identity": lambda item: item, **plan}))
    items: list[Any] = []
    asked: list[Ask] = []
    got: Any = None
    while True:
        try:
            step = steps.throw(got) if isinstance(got, Exception) else steps.send(got)
        except StopIteration:
            return items, asked
        got = None
        if isinstance(step, Ask):
            asked.append(step)
            got = serve(step)
        else:
            items += step


def answer(rows: Any, total: int) -> Answer:
    rows = list(rows)
    return Answer([rows], len(rows), total, lambda: 100 * len(rows))


class Script:
    """Gives scripted answers in turn, and then those of `rest`."""

    def __init__(self, *answers: Any, rest: Any = None) -> None:
        self._answers = list(answers)
        self._rest = rest

    def __call__(self, asked: Ask) -> Any:
        return self._answers.pop(0) if self._answers or self._rest is None else self._rest(asked)

    @property
    def left(self) -> int:
        return len(self._answers)


class Recorded:
    """A server that keeps what it was asked, for lists that end with an error."""

    def __init__(self, serve: Any) -> None:
        self._serve = serve
        self.asked: list[Ask] = []

    def __call__(self, asked: Ask) -> Any:
        self.asked.append(asked)
        return self._serve(asked)


def chunk(rows: Any, asked: Ask, cap: int = 10**6) -> Answer:
    """The answer of a server that has just these rows; as ZITADEL, it counts none behind the last."""
    found = list(rows)[asked.offset :][: min(asked.limit, cap)]
    return answer(found, len(rows) if found else 0)
