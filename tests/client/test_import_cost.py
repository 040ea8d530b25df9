"""What an import and a first client load: nothing that only a later call needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

LOADED = """
import sys
from zgrpc import Client, PersonalAccessToken
Client("http://localhost:1", credentials=PersonalAccessToken("a-token")).management.get_user_by_id
print(*(name for name in sys.modules if name.startswith("zgrpc")))
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "zgrpc._apply.bulk",
        "zgrpc._auth.exchange",
        "zgrpc._auth.issuer",
        "zgrpc._auth.system_user",
        "zgrpc._bulk.batch",
        "zgrpc._bulk.map_drivers",
        "zgrpc._calls.started",
        "zgrpc._client_options",
        "zgrpc._contract._generated.rpcs.auth",
        "zgrpc._error_details",
        "zgrpc._lists.call",
        "zgrpc._transport.hints",
    ],
)
def test_a_client_loads_no_module_that_only_later_calls_need(loaded: set[str], module: str) -> None:
    assert find_spec(module), "there is no such module"
    assert "zgrpc._client" in loaded
    assert module not in loaded
