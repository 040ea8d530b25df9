"""The emulator serves every RPC that was recorded."""

from __future__ import annotations

import re
from pathlib import Path

from zgrpc.testing.registry import full_name, load

SCENARIOS = Path(__file__).parents[1] / "conformance/scenarios"


def test_every_recorded_rpc_is_served() -> None:
    recorded = {call for path in SCENARIOS.glob("*.yaml") for call in re.findall(r"call: (\S+)", path.read_text())}
    assert {full_name(name) for name in recorded} <= set(load())
