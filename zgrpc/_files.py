"""Write files whole: under another name at first, and renamed when they are complete."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an error of the operating system name a file, as that of a full disk does not."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.strerror:
            error.filename = str(path)
        raise


class NewFile:
    """A file that takes the place of another when it is whole.

    What is no regular file, such as ``/dev/null`` or a named pipe, is written directly.

    Args:
        goal: The file to replace or create. A symbolic link keeps pointing where it does.
        binary: Whether bytes are written.
        private: Whether only the owner may read the file (mode 0600).

    Raises:
        OSError: The file cannot be written there. The error names the goal.
    """

    def __init__(self, goal: Path, *, binary: bool = False, private: bool = True) -> None:
        goal = Path(os.path.realpath(goal))
        self.goal = goal
        self._beside: Path | None = goal.with_name(f".{goal.name}.{secrets.token_hex(4)}.part")
        with contextlib.suppress(OSError):
            if not stat.S_ISREG(goal.stat().st_mode):
                self._beside = None
        flags = os.O_WRONLY | (os.O_CREAT | os.O_EXCL if self._beside else 0) | getattr(os, "O_BINARY", 0)
        try:
            number = os.open(self._beside or goal, flags, 0o600 if private else 0o666)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(goal)) from None
        self.file: IO[Any] = os.fdopen(number, "wb") if binary else os.fdopen(number, "w", encoding="utf-8", newline="")

    def commit(self, goal: Path | None = None) -> None:
        """Put the file in its place.

        Args:
            goal: A name other than the one that was given first, in the same folder.
        """
        self.file.flush()
        if self._beside is not None:
            os.fsync(self.file.fileno())
        self.file.close()
        if self._beside is not None:
            self._beside.replace(goal or self.goal)

    def discard(self) -> None:
        """Remove what was written, and leave the file at the goal as it was."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._beside is not None:
            self._beside.unlink(missing_ok=True)


@contextmanager
def replacing(goal: Path, *, binary: bool = False, private: bool = False) -> Iterator[IO[Any]]:
    """Yield a file to write; it takes the place of `goal` at the end, unless there is an error.

    Args:
        goal: The file to replace or create.
        binary: Whether bytes are written.
        private: Whether only the owner may read the file (mode 0600).

    Raises:
        OSError: The file cannot be written there.
    """
    new = NewFile(goal, binary=binary, private=private)
    try:
        with naming(goal):
            yield new.file
            new.commit()
    except BaseException:
        new.discard()
        raise


def check_replaceable(goal: Path) -> None:
    """Raise the OSError that `replacing` would raise at once, and leave everything as it is.

    A pipe or a device is not opened: its reader would see an end.
    """
    if goal.is_file() or not goal.exists():
        NewFile(goal).discard()


class FolderLock:
    """A lock for writing into a folder; one process has it at a time.

    The lock ends with the process, however it ends. Its file stays in the folder.

    Args:
        folder: The folder.

    Raises:
        BlockingIOError: Another process holds the lock.
    """

    def __init__(self, folder: Path) -> None:
        self._file = (folder / ".zgrpc-lock").open("ab")
        try:
            _lock(self._file.fileno())
        except OSError:
            self._file.close()
            raise BlockingIOError(f"another process writes into {folder}") from None

    def release(self) -> None:
        """Release the folder for the next process."""
        self._file.close()


def _lock(number: int) -> None:
    """Lock an open file, or raise OSError at once if another process has."""
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
