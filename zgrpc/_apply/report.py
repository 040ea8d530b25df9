"""What applying rows did, row by row."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._apply.desired import Row

__all__ = ["Outcome", "Report", "Result"]

Result = Literal["created", "changed", "removed", "unchanged", "failed", "done before"]
_RESULTS: tuple[Result, ...] = ("created", "changed", "removed", "unchanged", "failed", "done before")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one row.

    Attributes:
        row: the row.
        result: ``created``, ``changed``, ``removed``, ``unchanged``, ``failed``, or ``done before`` (a journal has it).
        error: why it failed; empty otherwise.
        error_id: ZITADEL's error id; empty without one.
    """

    row: Row
    result: Result
    error: str = ""
    error_id: str = ""

    def fields(self) -> dict[str, str]:
        """Return the outcome as the columns of a report."""
        return {
            "source": self.row.source,
            "kind": self.row.kind,
            "key": "/".join(part for part in self.row.key if part),
            "result": self.result,
            "error_id": self.error_id,
            "error": self.error,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of all rows; printed, it shows the failed ones and a summary."""

    outcomes: Sequence[Outcome]

    def count(self, result: Result) -> int:
        """Return the number of rows with a result."""
        return sum(outcome.result == result for outcome in self.outcomes)

    @property
    def failed(self) -> list[Outcome]:
        """The rows that failed."""
        return [outcome for outcome in self.outcomes if outcome.result == "failed"]

    @property
    def ok(self) -> bool:
        """Whether no row failed."""
        return not self.failed

    def to_csv(self) -> str:
        """Return the report as CSV, one row an outcome."""
        out = io.StringIO()
        writer = csv.DictWriter(out, ["source", "kind", "key", "result", "error_id", "error"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(outcome.fields() for outcome in self.outcomes)
        return out.getvalue()

    def to_json(self) -> str:
        """Return the report as a JSON list, one object an outcome."""
        return json.dumps([outcome.fields() for outcome in self.outcomes], indent=2, ensure_ascii=False) + "\n"

    def __str__(self) -> str:
        lines = [f"! {outcome.row.name} ({outcome.row.source}): {outcome.error}" for outcome in self.failed]
        counts = [f"{count} {result}" for result in _RESULTS if (count := self.count(result))]
        return "\n".join([*lines, ", ".join(counts) or "nothing to do"])
