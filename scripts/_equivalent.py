"""Mutants that behave as the code does, so that no test can notice them."""

from __future__ import annotations

from typing import NamedTuple


class Equivalent(NamedTuple):
    """A change that is none.

    Attributes:
        module: where it is; empty for any module.
        code: the line, without indentation; the mutant's line may be any.
        mutant: the line of the mutant; empty for any.
        reason: why it makes no difference.
    """

    module: str
    code: str
    mutant: str
    reason: str


_LOOK_BEHIND = "if len(seen) > answer.got or behind.got >= largest or not seen.issuperset(known.keys(behind.parts)):"
EQUIVALENT = (
    *(
        Equivalent(
            "zgrpc/_auth/endpoint.py",
            'side = "ahead of" if skew > 0 else "behind"',
            f'side = "ahead of" if skew {changed} else "behind"',
            "the skew is above 300 or below -300",
        )
        for changed in ("> 1", "> -1", ">= 0")
    ),
    Equivalent("zgrpc/_calls/begin.py", "raise failed[0]", "raise failed[ -1]", "it has one element"),
    Equivalent("zgrpc/_calls/begin.py", "return begun[0]", "return begun[ -1]", "it has one element"),
    Equivalent(
        "zgrpc/_calls/limiter.py",
        'if not 0 < rate < float("inf"):',
        'if not 0 < rate != float("inf"):',
        "all that is above 0 and not infinite is below infinity",
    ),
    Equivalent(
        "zgrpc/_auth/state.py",
        "if token.generation != self.current.generation or not self.usable(now):",
        "if token.generation < self.current.generation or not self.usable(now):",
        "generations only grow, so no token is of a later one than the current token",
    ),
    Equivalent(
        "zgrpc/_auth/source.py",
        "if state.usable(now) and (refused is None or state.current.generation != refused.generation):",
        "if state.usable(now) and (refused is None or state.current.generation > refused.generation):",
        "generations only grow, so no token is of a later one than the current token",
    ),
    Equivalent(
        "zgrpc/_lists/seams.py",
        "elif reached < total:  # a smaller cap than was known",
        "elif reached <= total:  # a smaller cap than was known",
        "an earlier branch takes reached == total",
    ),
    Equivalent(
        "zgrpc/_lists/seams.py",
        "begins = offset == plan.offset",
        "begins = offset <= plan.offset",
        "no request begins before plan.offset",
    ),
    *(
        Equivalent(
            "zgrpc/_lists/cursor.py",
            "cursor, page, largest, disorder = plan.offset, plan.first_page, 0, 0",
            f"cursor, page, largest, disorder = plan.offset, plan.first_page, {changed}, 0",
            "the first answer with items raises it to 1 or more, and without items nothing reads it",
        )
        for changed in (-1, 1)
    ),
    Equivalent(
        "zgrpc/_lists/cursor.py",
        "cursor, page, largest, disorder = plan.offset, plan.first_page, 0, 0",
        "cursor, page, largest, disorder = plan.offset, plan.first_page, 0, -1",
        "an answer with items raises it to 0 or more",
    ),
    *(
        Equivalent(
            "zgrpc/_lists/cursor.py",
            _LOOK_BEHIND,
            _LOOK_BEHIND.replace(">= largest", f"{changed} largest"),
            "more than `largest` items, of which at most that many were seen, are not all seen",
        )
        for changed in ("is", "==")
    ),
    Equivalent(
        "zgrpc/_lists/whole.py",
        "if answer.total < reached or not reached:",
        "if answer.total <= reached or not reached:",
        "an answer that reaches its total is the whole list, or leads to a request for more",
    ),
    Equivalent(
        "zgrpc/_lists/passes.py",
        "found.update(zip(keys, items, strict=True))",
        "found.update(zip(keys, items, strict=False))",
        "`Known.keyed` yields as many keys as items",
    ),
)


def is_equivalent(module: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Return whether a change of some lines, without indentation, is in the table."""
    return any(
        known.module in ("", module) and (known.code,) == before and (not known.mutant or (known.mutant,) == after)
        for known in EQUIVALENT
    )
