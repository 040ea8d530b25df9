"""Servers in processes of their own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A server that runs; `said` is the first line it printed, `port` its first word."""

    def __init__(self, process: subprocess.Popen[str], said: str) -> None:
        self._pid = process.pid
        self.said = said.split()

    @property
    def port(self) -> int:
        return int(self.said[0])

    def cpu(self) -> float:
        """CPU seconds it has used; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self._pid}/stat") as stat:  # noqa: PTH123 - no file
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextlib.contextmanager
def serving(module: str, *arguments: object) -> Iterator[Server]:
    """`python -m benchmarks.MODULE`, until the block ends."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            if not said:
                raise RuntimeError(f"{' '.join(command)} did not start")
            yield Server(process, said)
        finally:
            process.terminate()
