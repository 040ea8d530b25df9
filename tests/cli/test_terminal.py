"""What is different where a person looks: colour, a drawn table, progress."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from zgrpc.testing.fault import Exchange, Fault, rows

if TYPE_CHECKING:
    from pathlib import Path

    from zgrpc.testing import Emulator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")


def on_a_terminal(command: list[str], environ: dict[str, str]) -> str:
    """All that the command writes to a terminal of 120 columns."""
    import pty

    controller, terminal = pty.openpty()
    environ = {**environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    with subprocess.Popen(command, env=environ, stdin=terminal, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        seen = b""
        while True:
            try:
                part = os.read(controller, 65536)
            except OSError:  # Linux's way of saying that the other end is closed
                break
            if not part:
                break
            seen += part
        process.wait(timeout=30)
    os.close(controller)
    return seen.decode()


def test_a_table_is_drawn_and_hints_at_more_columns(zgrpc_command: Path, environ: dict[str, str]) -> None:
    shown = on_a_terminal([str(zgrpc_command), "list", "management.ListUserGrants"], environ)
    assert "─" in shown
    assert "more columns" in shown


def test_json_is_coloured(zgrpc_command: Path, environ: dict[str, str]) -> None:
    assert "\x1b[" in on_a_terminal([str(zgrpc_command), "call", "management.GetMyOrg"], environ)


def test_a_long_list_shows_its_progress(
    zitadel_emulator: Emulator, zgrpc_command: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    waited = threading.Event()

    def slow(exchange: Exchange) -> float:
        waited.set()
        return 0.7 if rows(exchange) > 4 else 0.0

    command = [
        str(zgrpc_command),
        "list",
        "management.ListUsers",
        "--page-size",
        "4",
        "--to",
        str(tmp_path / "users.csv"),
    ]
    with zitadel_emulator.faults.add(Fault("slow", frozenset({"ListUsers"}), after=slow)):
        shown = on_a_terminal(command, environ)
    assert waited.is_set()
    assert "/10" in shown
    assert "management.ListUsers" in shown


def test_parquet_is_not_written_to_a_terminal(zgrpc_command: Path, environ: dict[str, str]) -> None:
    assert "not for terminals" in on_a_terminal([str(zgrpc_command), "list", "ListUsers", "-o", "parquet"], environ)
