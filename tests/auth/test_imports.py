"""Threads of token fetches and guards import nothing: a fork meanwhile would leave a lock that nobody gives back."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

PREPARE = """
import json, sys, time
import zgrpc
from zgrpc._auth.endpoint import TokenEndpoint
from zgrpc._auth.source import TokenSource
from zgrpc.guard import ApplicationKey, Guard, RefusedError

base, key = sys.argv[1], json.loads(sys.argv[2])
endpoint = TokenEndpoint(base, base)

def source(credentials):
    made = TokenSource(credentials, endpoint)
    return lambda: made.renew(time.monotonic() + 20.0)

def guard(credentials, token):
    made = Guard(base, audience="a", credentials=credentials, timeout=20.0)
    def verify():
        try:
            made.verify(token)
        except RefusedError:
            pass
    return verify

client = zgrpc.ClientCredentials("me", "secret")
# `source(…)` and `guard(…)` are evaluated here, as a program does it before it calls anything.
act = {act}
before = set(sys.modules)
act()
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@pytest.mark.parametrize(
    "act",
    [
        "source(client)",
        "source(zgrpc.ServiceAccountKey.from_dict(key))",
        "source(zgrpc.SystemUser('me', key['key']))",
        "guard(client, 'opaque')",
        "guard(ApplicationKey.from_dict({**key, 'type': 'application', 'clientId': 'me', 'appId': '1'}), 'opaque')",
        "guard(client, 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJhIn0.c2ln')",
    ],
)
def test_no_thread_of_a_fetch_imports_anything(act: str, token_server: Any, key_json: dict[str, str]) -> None:
    code = PREPARE.replace("{act}", act)
    token_server.json(200, access_token="opaque", token_type="Bearer", active=False, keys=[])
    command = [sys.executable, "-c", code, token_server.issuer, json.dumps(key_json)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
