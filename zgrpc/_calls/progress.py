"""What `progress=` takes, on lists, on `map` and in bulk: a function, a bar of tqdm, or rich's `Progress`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    Show: TypeAlias = Callable[[int, int | None], object]
    Progress: TypeAlias = Show | "TqdmBar" | "RichProgress"


class TqdmBar(Protocol):
    """What a bar of tqdm has."""

    n: Any  # tqdm's types differ from one release to the next
    total: Any

    def update(self, n: Any = ..., /) -> object:
        """Move the bar by `n`."""


class RichProgress(Protocol):
    """What rich's `Progress` has."""

    def add_task(self, description: str, *, total: float | None = ...) -> Any:
        """Add a bar, and return its id."""

    def update(self, task_id: Any, /, *, total: float | None = ..., completed: float | None = ...) -> object:
        """Set the bar."""


def check_progress(progress: Progress | None, what: str) -> Show | None:
    """Return the function that shows how many of how many are done; None for None.

    Args:
        progress: such a function, a bar of tqdm, which is moved, or rich's `Progress`, which gets a task.
        what: the callable that takes `progress`. It names rich's task, too.

    Raises:
        TypeError: `progress` is none of these.
    """
    if progress is None:
        return None
    if not isinstance(progress, type):
        if hasattr(progress, "add_task"):
            return _in_rich(cast("RichProgress", progress), what)
        if hasattr(progress, "update") and hasattr(progress, "total"):
            return _in_tqdm(cast("TqdmBar", progress))
        if callable(progress):
            return progress
    given = f"the class {progress.__name__}" if isinstance(progress, type) else type(progress).__name__
    raise TypeError(f"{what}: progress must be a function of two numbers, a tqdm bar or a rich Progress, not {given}")


def _in_tqdm(bar: TqdmBar) -> Show:
    def show(done: int, total: int | None) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return show


def _in_rich(progress: RichProgress, what: str) -> Show:
    tasks: list[Any] = []

    def show(done: int, total: int | None) -> None:
        if not tasks:
            tasks.append(progress.add_task(what, total=total))
        progress.update(tasks[0], completed=done, total=total)

    return show
