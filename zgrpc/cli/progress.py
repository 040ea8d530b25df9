"""A progress bar on stderr, if that is a terminal. It never touches stdout."""

from __future__ import annotations

import operator
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from zgrpc.cli.common import on_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


class Bar(Protocol):
    """What shows the progress of a task."""

    def update(self, done: int, total: int | None) -> None:
        """Show `done` of `total`; None if the total is not known yet."""


class _Silent:
    def update(self, done: int, total: int | None) -> None:
        """Show nothing."""


class _Rich:
    def __init__(self, progress: Any, task: Any) -> None:
        self._progress = progress
        self._task = task

    def update(self, done: int, total: int | None) -> None:
        self._progress.update(self._task, completed=done, total=total)


@contextmanager
def bar(what: str, *, quiet: bool = False) -> Iterator[Bar]:
    """Give a bar of done, total, rate and time left. It shows nothing if stderr is no terminal."""
    if quiet or not on_terminal(sys.stderr):
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    class Rate(TextColumn):
        def render(self, task: Any) -> Any:
            from rich.text import Text

            return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")

    parts = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(""),
        TimeRemainingColumn(),
    )
    # Without the two flags rich takes what the command writes to stdout and prints it to stderr, or drops it.
    with Progress(
        *parts,
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=8,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as progress:
        yield _Rich(progress, progress.add_task(what, total=None))


def watched(items: Iterable[T], shown: Bar, *, every: int = 500) -> Iterator[T]:
    """Yield the items as they come, and keep the bar up to date."""
    iterator = iter(items)
    done = 0
    for item in iterator:
        if done % every == 0:
            left = operator.length_hint(iterator, -1)
            shown.update(done, None if left < 0 else done + 1 + left)
        done += 1
        yield item
    shown.update(done, done)
