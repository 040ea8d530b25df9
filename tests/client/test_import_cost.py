"""What an import, a client and the first use of an RPC load: nothing that only a later step needs."""

from __future__ import annotations

import functools
import subprocess
import sys
from importlib.util import find_spec

import pytest

CLIENT = """
import sys
from zgrpc import Client, PersonalAccessToken
client = Client("http://localhost:1", credentials=PersonalAccessToken("a-token"))
"""
USE = CLIENT + "client.management.get_user_by_id\n"
CALL = (
    USE
    + """
import zgrpc
before = set(sys.modules)
try:
    client.management.get_user_by_id(id="1", timeout=0.2)
except zgrpc.ZitadelError:
    pass
"""
)
SHOW = "print(*(name for name in sys.modules if name.startswith('zgrpc')))"
SHOW_NEW = "print(*(name for name in sys.modules if name.startswith('zgrpc') and name not in before))"


@functools.cache
def loaded(program: str) -> frozenset[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "zgrpc._calls.recovery",
        "zgrpc._calls.watch",
        "zgrpc._contract._generated.rpcs_management",
        "zgrpc._contract.paging",
        "zgrpc._contract.request",
    ],
)
def test_a_client_loads_no_module_that_only_its_rpcs_need(module: str) -> None:
    assert find_spec(module), "there is no such module"
    assert "zgrpc._client" in loaded(CLIENT + SHOW)
    assert module not in loaded(CLIENT + SHOW)


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
        "zgrpc._contract._generated.rpcs_auth",
        "zgrpc._contract.paging",
        "zgrpc._error_details",
        "zgrpc._lists.call",
        "zgrpc._transport.hints",
    ],
)
def test_an_rpc_loads_no_module_that_only_later_calls_need(module: str) -> None:
    assert find_spec(module), "there is no such module"
    assert "zgrpc._client" in loaded(USE + SHOW)
    assert module not in loaded(USE + SHOW)


def test_a_call_that_fails_loads_only_the_hint_of_its_error() -> None:
    """A thread may fork while another one calls: the child would inherit the lock of an import."""
    assert loaded(CALL + SHOW_NEW) <= {"zgrpc._error_details", "zgrpc._transport.hints"}
