"""The live view of a run, on stderr."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from zgrpc._text.visible import visible
from zgrpc.load.observed import Observed
from zgrpc.load.text import milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zgrpc.load.engine import Plan


Watch = Callable[[Observed], None]
Note = Callable[[str], None]
BAR = 30


@contextmanager
def live_view(plan: Plan, note: Note, *, on: bool) -> Iterator[tuple[Watch, Note]]:
    """Yield a function that shows what is known of a run, and one that prints remarks above it.

    Args:
        plan: the run.
        note: takes remarks where nothing is shown.
        on: whether to show anything.
    """
    if not on:
        yield lambda _: None, note
        return
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True)
    with Live(
        "starting the processes",
        console=console,
        refresh_per_second=4,
        transient=True,
        redirect_stdout=False,  # rich would take what is written to stdout and print it to stderr
        redirect_stderr=False,
    ) as live:
        yield (
            lambda observed: live.update(_picture(plan, observed)),
            lambda text: console.print(f"zgrpc: {visible(text)}", markup=False, highlight=False),
        )


def _picture(plan: Plan, observed: Observed) -> Any:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    last = observed.last()
    if last is None:
        return Text(f"warming up: {-observed.elapsed:.0f} s to go" if observed.elapsed else "warming up")
    total = observed.total
    elapsed = min(observed.elapsed, plan.duration)
    done = int(BAR * elapsed / plan.duration)
    time = Text.assemble(("━" * done, "green"), ("━" * (BAR - done), "dim"), f" {elapsed:.0f} of {plan.duration:g} s")
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for name in ("", "rate", "p50", "p99", "errors", "in flight"):
        table.add_column(name, justify="right")
    now = (f"{last.count}/s", milliseconds(last.p50), milliseconds(last.p99), f"{last.errors}", f"{last.in_flight}")
    table.add_row("last second", *now)
    rate = total.count / observed.elapsed if observed.elapsed > 0 else 0.0
    latencies = (milliseconds(total.latency("p50")), milliseconds(total.latency("p99")))
    table.add_row("so far", f"{rate:.1f}/s", *latencies, f"{total.failed}", "")
    errors: Counter[str] = Counter()
    for step in observed.steps.values():
        errors.update(step.errors)
    return Group(
        time, table, *(Text(f"  {count:,}x {visible(name)}", style="red") for name, count in errors.most_common(5))
    )
