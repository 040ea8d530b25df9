"""The tests for a real ZITADEL pass against the emulator: so neither can drift from the other unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from zgrpc.testing import Emulator

ROOT = Path(__file__).parents[2]


def test_the_live_tests_pass_against_the_emulator() -> None:
    with Emulator() as emulator:
        environment = os.environ | {
            "ZGRPC_TEST_TARGET": emulator.url,
            "ZGRPC_TEST_TOKEN": str.__str__(emulator.owner_token),
            "ZGRPC_TEST_ISSUER": emulator.issuer,
        }
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/live"],
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=150, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout
