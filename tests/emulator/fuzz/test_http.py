"""Bodies, paths and queries that no client sends, over HTTP: each gets an answer, and its connection stays in step."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import re
from typing import TYPE_CHECKING

import pytest

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

EACH = int(os.environ.get("ZGRPC_FUZZ_CALLS", "3"))
SEED = os.environ.get("ZGRPC_FUZZ_SEED", "0")
BODIES = (
    b"", b"[]", b"null", b"1", b'"x"', b"NaN", b"\xff\xfe", b"[" * 20_000, b'{"a":' * 20_000, b"1" * 6_000,
    b'{"query": 5}', b'{"query": {"limit": 1e400}}', b'{"query": {"limit": -1}}', b'{"queries": "x"}',
    b'{"query": {"limit": "99999999999999999999"}}', b'{"id": {"a": 1}}', b'{"userId": ["x"]}', b'{"@type": "x"}',
    b'{"metadata": [{"key": "k", "value": "!!!"}]}', b'{"state": "NO_SUCH"}', b'{"name": "\\ud800"}',
    b'{"name": "a\\u0000b"}', b'{"creationDate": "not a date"}',
)  # fmt: skip
SEGMENTS = ("1", "x%2Fy", "%00", "%FF", "%C3%A4")
QUERIES = ("", "?query.limit=x", "?query.limit=99999999999999999999", "?a=%ff&b", "?" + "x=1&" * 50)
PROTOCOLS = ("application/json", "application/proto", "application/grpc-web+proto", "application/grpc-web-text")
SPARED = ("RemoveMyUser", "RemoveOrg", "DeleteInstance")
"""What would end the owner, or the organization."""
RPCS = [rpc for rpc in all_rpcs().values() if not rpc.short_name.endswith(SPARED)]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def connection(emulator: Emulator) -> Iterator[http.client.HTTPConnection]:
    with contextlib.closing(http.client.HTTPConnection("localhost", emulator.http_port, timeout=20)) as connection:
        yield connection


@pytest.mark.parametrize("service", sorted({rpc.service for rpc in RPCS}))
def test_every_request_is_answered(service: str, emulator: Emulator, connection: http.client.HTTPConnection) -> None:
    chance = random.Random(f"{SEED} {service}")
    bearer = {"authorization": f"Bearer {str.__str__(emulator.owner_token)}"}
    for rpc in (rpc for rpc in RPCS if rpc.service == service):
        for body in chance.choices(BODIES, k=EACH):
            requests = [("POST", rpc.path, chance.choice(PROTOCOLS))]
            if rpc.http_path:
                prefix = "" if service.startswith("v2.") else f"/{service}/v1"
                path = prefix + re.sub(r"\{[^}]*\}", lambda _: chance.choice(SEGMENTS), rpc.http_path)
                requests.append((rpc.http_method, path + chance.choice(QUERIES), PROTOCOLS[0]))
            for verb, target, protocol in requests:
                connection.request(verb, target, body=body, headers={**bearer, "content-type": protocol})
                answer = connection.getresponse()
                said = answer.read()
                shown = f"{verb} {target[:80]} {body[:80]!r}: {answer.status} {said[:300]!r}"
                assert 200 <= answer.status <= 501, shown
                if answer.getheader("content-type") == "application/json":
                    value = json.loads(said)
                    assert value.get("code") not in (13, "internal"), shown
    connection.request("GET", "/debug/ready")
    assert connection.getresponse().read() == b'"ok"'
