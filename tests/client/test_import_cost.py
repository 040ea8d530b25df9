"""What an import, a client and the first use of an RPC load: nothing that only a later step needs."""

from __future__ import annotations

import functools
import os
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
FORK = (
    USE
    + """
import os
if os.fork():
    os.wait()
else:
    os._exit(0)
"""
)
SHOW = "print(*(name for name in sys.modules if name.startswith('zgrpc')))"
SHOW_NEW = "print(*(name for name in sys.modules if name.startswith('zgrpc') and name not in before))"


@functools.cache
def loaded(program: str) -> frozenset[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


ONLY_RPCS_NEED = (
    "zgrpc._contract._generated.rpcs_management",
    "zgrpc._contract.paging",
    "zgrpc._contract.request",
)
ONLY_LATER_CALLS_NEED = (
    "zgrpc._apply.bulk",
    "zgrpc._auth.exchange",
    "zgrpc._auth.issuer",
    "zgrpc._auth.system_user",
    "zgrpc._bulk.batch",
    "zgrpc._bulk.map_drivers",
    "zgrpc._calls.recovery",
    "zgrpc._calls.started",
    "zgrpc._calls.watch",
    "zgrpc._client_options",
    "zgrpc._contract._generated.rpcs_auth",
    "zgrpc._contract.paging",
    "zgrpc._error_details",
    "zgrpc._lists.call",
    "zgrpc._transport.hints",
)


@pytest.mark.parametrize(
    ("program", "module"),
    [
        *(pytest.param(CLIENT, module, id=f"client-{module}") for module in ONLY_RPCS_NEED),
        *(pytest.param(USE, module, id=f"use-{module}") for module in ONLY_LATER_CALLS_NEED),
    ],
)
def test_a_program_loads_no_module_that_only_a_later_step_needs(program: str, module: str) -> None:
    assert find_spec(module), "there is no such module"
    assert "zgrpc._client" in loaded(program + SHOW)
    assert module not in loaded(program + SHOW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_fork_loads_beforehand_what_a_call_loads_when_it_fails() -> None:
    """Another thread may be loading it at that moment: the child would inherit the lock of an import."""
    by_call = loaded(CALL + SHOW_NEW)
    assert "zgrpc._calls.recovery" in by_call
    assert by_call <= loaded(FORK + SHOW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_fork_loads_nothing_if_there_is_no_client() -> None:
    assert "zgrpc._calls.recovery" not in loaded(FORK.replace("client", "# client") + SHOW)
