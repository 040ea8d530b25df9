"""gRPC's own log lines stay out of what a command prints."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest


@pytest.mark.parametrize("verbosity", [None, "INFO"])
def test_a_failed_handshake_prints_one_line_unless_grpcs_log_is_asked_for(
    zitadel_emulator: Any, verbosity: str | None
) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("GRPC_", "ZITADEL_"))}
    if verbosity is not None:
        environ["GRPC_VERBOSITY"] = verbosity
    command = [
        "call",
        "management.Healthz",
        "--url",
        f"https://localhost:{zitadel_emulator.port}",
        "--token",
        "a-token",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "zgrpc", *command], env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    lines = done.stderr.splitlines()
    assert done.returncode == 3
    assert lines[-1].startswith("zgrpc: ")
    if verbosity is None:
        assert len(lines) == 1, done.stderr
    else:
        assert any("Handshake failed" in line for line in lines), done.stderr
