"""The live view of a run, on stderr."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from zgrpc.load.text import milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zgrpc.load.engine import Plan
    from zgrpc.load.observed import Observed


@contextmanager
def live_view(plan: Plan, *, on: bool) -> Iterator[Callable[[Observed], None]]:
    """A function that shows what is known of a run; it shows nothing where `on` is false."""
    if not on:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.live import Live

    with Live(console=Console(stderr=True), refresh_per_second=4, transient=True) as live:
        live.update("starting the processes")
        yield lambda observed: live.update(_picture(plan, observed))


def _picture(plan: Plan, observed: Observed) -> Any:
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    last = observed.last()
    if last is None:
        if not observed.elapsed:
            return Text("warming up")
        return Text(f"warming up: {-observed.elapsed:.0f} s to go")
    total = observed.total
    grid = Table.grid(padding=(0, 2))
    elapsed = min(observed.elapsed, plan.duration)
    grid.add_row(
        "time", ProgressBar(total=plan.duration, completed=elapsed, width=30), f"{elapsed:.0f} of {plan.duration:g} s"
    )
    for _ in range(3):
        grid.add_column(justify="right")
    names = ("rate", "p50", "p99", "errors", "in flight")
    now = (f"{last.count}/s", milliseconds(last.p50), milliseconds(last.p99), f"{last.errors}", f"{last.in_flight}")
    rate = total.count / observed.elapsed if observed.elapsed > 0 else 0
    overall = (
        f"{rate:.1f}/s",
        milliseconds(total.latency("p50")),
        milliseconds(total.latency("p99")),
        f"{total.failed}",
        "",
    )
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for name in ("", *names):
        table.add_column(name, justify="right")
    table.add_row("last second", *now)
    table.add_row("so far", *overall)
    errors: Counter[str] = Counter()
    for step in observed.steps.values():
        errors.update(step.errors)
    rows: list[Any] = [grid, table]
    rows += [Text(f"  {count:,}x {name}", style="red") for name, count in errors.most_common(5)]
    from rich.console import Group

    return Group(*rows)
