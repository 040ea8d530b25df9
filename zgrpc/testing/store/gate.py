"""Many readers at once, or one writer."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Gate:
    """Lets readers in together, and a writer in alone. Nobody waits for ever.

    A writer that waits goes before readers that come later. A writer that leaves lets all waiting readers in before the
    next writer. A thread must not enter as a writer while it is in as a reader. Writers must not meet here: the caller
    has one lock for them.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition(threading.Lock())
        self._inside = 0
        self._waiting = 0
        self._writing = False
        self._writes = 0

    def enter(self) -> None:
        """Enter as a reader, who must `leave`."""
        with self._changed:
            if self._writing:
                self._wait()
            else:
                self._inside += 1

    def leave(self) -> None:
        """Leave as a reader."""
        with self._changed:
            self._inside -= 1
            if self._writing and not self._inside:
                self._changed.notify_all()

    def _wait(self) -> None:
        """Wait until the writer leaves; it counts the waiting readers as inside."""
        before = self._writes
        self._waiting += 1
        try:
            while self._writes == before:
                self._changed.wait()
        except BaseException:
            if self._writes == before:
                self._waiting -= 1
            else:
                self._inside -= 1
                self._changed.notify_all()
            raise

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Enter as the writer."""
        try:
            with self._changed:
                self._writing = True
                while self._inside:
                    self._changed.wait()
            yield
        finally:
            with self._changed:
                self._writing = False
                self._writes += 1
                self._inside += self._waiting
                self._waiting = 0
                self._changed.notify_all()
