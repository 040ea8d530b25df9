"""What the package weighs: the wheel, and the service config of a client. Prints rows as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.pairs import Row
from zgrpc._transport.connect import options
from zgrpc.testing import Emulator

ROOT = Path(__file__).parents[1]


def wheel() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        size = next(Path(folder).glob("*.whl")).stat().st_size / 1e6
    return Row("wheel / 1.5 MB", round(size / 1.5, 4), 0.0, "MB", round(size, 3), 1.5, "<= 1", pairs=1).judged()


def service_config() -> Row:
    """The client retries calls itself, so its service config names no RPC, whatever services it uses."""
    with Emulator() as emulator, emulator.client() as client:
        client.management.get_my_org()
        config = str(dict(options(client._scope.core.settings))["grpc.service_config"])
    size, name = float(len(config.encode())), "service config of a client that used one service / 1,000 bytes"
    note = f"{len(json.loads(config))} names"
    return Row(name, size / 1000, 0.0, "bytes", size, 1000.0, "<= 1", pairs=1, note=note).judged()


if __name__ == "__main__":
    print(json.dumps([row.as_json() for row in (wheel(), service_config())]))
