"""A program loads the tables and messages of the services that it uses, and no other."""

from __future__ import annotations

import json
import subprocess
import sys

LOADED = """
import json, sys
import zgrpc
client = zgrpc.Client("http://localhost:1")
{use}
print(json.dumps(sorted(name for name in sys.modules if name.startswith(("zgrpc._contract._generated.", "zitadel")))))
"""


def loaded(use: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", LOADED.format(use=use)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_a_client_loads_no_table_and_no_message() -> None:
    assert loaded("") == ["zgrpc._contract._generated.index"]


def test_a_use_of_one_service_loads_its_table_alone() -> None:
    tables = [name for name in loaded("client.v2.webkey.list_web_keys") if ".rpcs_" in name]
    assert tables == ["zgrpc._contract._generated.rpcs_v2_webkey"]


def test_a_use_of_one_service_loads_the_messages_that_it_needs_alone() -> None:
    messages = [name for name in loaded("client.v2.webkey.list_web_keys") if name.endswith("_pb2")]
    assert messages == ["zitadel.webkey.v2.key_pb2", "zitadel.webkey.v2.webkey_service_pb2"]


def test_limits_are_loaded_package_by_package() -> None:
    limits = [name for name in loaded("client.v2.webkey.create_web_key.__doc__") if ".limits." in name]
    assert limits == ["zgrpc._contract._generated.limits.webkey_v2"]
