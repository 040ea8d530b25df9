"""What it costs to import the package, to make a first call, and to keep a client. Prints rows as JSON."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile

from benchmarks.pairs import Measure, Row, Samples
from benchmarks.servers import serving

PAIRS = 60

IMPORT = """
from time import process_time
started = process_time()
{what}
print(process_time() - started)
"""

FIRST = """
import sys
from time import process_time
import grpc
from zitadel import management_pb2, management_pb2_grpc
from zgrpc import Client, PersonalAccessToken
request = management_pb2.GetUserByIDRequest(id="69629023906488334")
target, token = "127.0.0.1:" + sys.argv[1], "a-personal-access-token-of-the-usual-length"
warm = grpc.insecure_channel(target)  # gRPC's own start is neither side's
grpc.channel_ready_future(warm).result(10)
started = process_time()
{what}
print(process_time() - started)
"""
FIRST_BARE = """
stub = management_pb2_grpc.ManagementServiceStub(grpc.insecure_channel(target))
stub.GetUserByID(request, timeout=30.0, metadata=(("authorization", "Bearer " + token),))
"""
FIRST_OURS = """
client = Client("http://" + target, credentials=PersonalAccessToken(token))
client.management.get_user_by_id(request)
"""

MEMORY = """
import gc, sys, tracemalloc
from pathlib import Path
import grpc
from zitadel import auth_pb2, auth_pb2_grpc, management_pb2, management_pb2_grpc
from zgrpc import Client, PersonalAccessToken
target, token = "127.0.0.1:" + sys.argv[1], "a-personal-access-token-of-the-usual-length"
metadata = (("authorization", "Bearer " + token),)
requests = management_pb2.GetUserByIDRequest(id="1"), auth_pb2.GetMyUserRequest()
def bare():
    channel = grpc.insecure_channel(target)
    stubs = management_pb2_grpc.ManagementServiceStub(channel), auth_pb2_grpc.AuthServiceStub(channel)
    stubs[0].GetUserByID(requests[0], timeout=30.0, metadata=metadata)
    stubs[1].GetMyUser(requests[1], timeout=30.0, metadata=metadata)
    return stubs
def ours():
    client = Client("http://" + target, credentials=PersonalAccessToken(token))
    client.management.get_user_by_id(requests[0])
    client.auth.get_my_user(requests[1])
    return client
def resident():
    gc.collect()
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Rss:"):
            return int(line.split()[1]) * 1024
kept = [{what}()]  # the first of a kind brings imports and tables that the others share
before = resident()
kept += [{what}() for _ in range(20)]
print((resident() - before) / 20)
"""

PYTHON_OBJECTS = MEMORY.replace("before = resident()", "gc.collect(); tracemalloc.start()").replace(
    "print((resident() - before) / 20)", "gc.collect(); print(tracemalloc.get_traced_memory()[0] / 20)"
)


def measured(script: str, *arguments: object) -> float:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], capture_output=True, text=True, check=True, env=ENV
    )
    return float(done.stdout)


def compared(ours: str, theirs: str, *arguments: object, pairs: int = PAIRS) -> Samples:
    """Both scripts in processes of their own, in an order that chance draws."""
    samples = Samples()
    sides = [(samples.ours, ours), (samples.theirs, theirs), (samples.again, theirs)]
    for _, script in sides:
        measured(script, *arguments)
    for _ in range(pairs):
        for kept, script in random.sample(sides, 3):
            kept.append(measured(script, *arguments))
    return samples


def rows(port: int) -> list[Row]:
    importing: Measure = {"unit": "ms CPU", "scale": 1e3}
    found = []
    for what, name, target, note in (
        ("from zgrpc import Client", "import zgrpc with its client / import grpc", "<= 1.15", ""),
        ("import zgrpc", "import zgrpc alone / import grpc", "", "it imports gRPC at the first use"),
    ):
        samples = compared(IMPORT.format(what=what), IMPORT.format(what="import grpc"), pairs=PAIRS if target else 6)
        found.append(samples.row(name, target=target, note=note, **importing))
    samples = compared(FIRST.format(what=FIRST_OURS), FIRST.format(what=FIRST_BARE), port, pairs=20)
    found.append(
        samples.row("client built and first call done, after imports", unit="ms CPU", scale=1e3, target="<= 0.85")
    )
    samples = compared(MEMORY.format(what="ours"), MEMORY.format(what="bare"), port, pairs=6)
    note = "resident memory of one client more"
    found.append(
        samples.row("memory of a client, both services used", unit="KiB", scale=1 / 1024, target="<= 1.0", note=note)
    )
    samples = compared(PYTHON_OBJECTS.format(what="ours"), PYTHON_OBJECTS.format(what="bare"), port, pairs=3)
    note = "what tracemalloc sees"
    found.append(samples.row("of it Python objects", unit="KiB", scale=1 / 1024, note=note))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as compiled, serving("wire_server") as server:
        # Byte code is cached for both sides, as it is in an installed package.
        ENV = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        ENV.pop("PYTHONDONTWRITEBYTECODE", None)
        print(json.dumps([row.as_json() for row in rows(server.port)]))
