"""The page for newcomers does what it says, command by command, in processes of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs/guides/first-steps.md"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SERVERS = {"zgrpc emulator": 8080, "python service.py": 8000}
"""Commands that stay, with the ports that they serve."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing serves port {port}")


def stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.slow
def test_a_newcomer_gets_from_nothing_to_a_protected_service_and_a_mirror(tmp_path: Path) -> None:
    ports = {port: free_port() for port in SERVERS.values()}
    text = PAGE.read_text()
    for port, free in ports.items():
        text = text.replace(f":{port}", f":{free}").replace(f" {port}", f" {free}")
    bin_folder = Path(sys.executable).parent
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ZITADEL_", "ZGRPC_"))}
    environment["PATH"] = f"{bin_folder}{os.pathsep}{environment['PATH']}"
    environment["HOME"] = str(tmp_path)
    exports, printed, checked = "", "", 0
    with ExitStack() as stack:
        for language, title, body in BLOCK.findall(text):
            if title:
                (tmp_path / title).write_text(body)
            elif language == "text":
                assert printed.strip() == body.strip()
                checked += 1
            elif language == "bash" and not body.startswith("pip install"):
                script = f"set -e\n{exports}{body}"
                exports += "".join(f"{line}\n" for line in body.splitlines() if line.startswith("export"))
                server = next(
                    (free for command, port in SERVERS.items() if command in body for free in [ports[port]]), 0
                )
                command = ["bash", "-c", script]
                if server:
                    process = subprocess.Popen(command, cwd=tmp_path, env=environment, start_new_session=True)
                    stack.callback(stop, process)
                    wait_for_port(server, process)
                else:
                    done = subprocess.run(
                        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
                    )
                    assert done.returncode == 0, f"{body}\n{done.stdout}{done.stderr}"
                    printed = done.stdout
    assert checked == 4
