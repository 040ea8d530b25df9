"""ZITADEL's own clients for Python and JavaScript make their calls against one port of the emulator.

Each is installed under .cache the first time, from the registries that pip and npm are set up for.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import zgrpc

HERE = Path(__file__).parent
CACHE = HERE.parents[2] / ".cache" / "official-clients"
PYTHON_CLIENT = "zitadel-client==4.1.9"
NODE_CLIENT = "@zitadel/client@1.3.1"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("official-clients")]


def installed(name: str, wanted: str, install: Callable[[Path], object]) -> Path:
    """The folder where a client is installed; skips the test if it cannot be."""
    folder = CACHE / name
    stamp = folder / "installed.txt"
    folder.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            try:
                install(folder)
            except (OSError, subprocess.SubprocessError) as error:
                reason = getattr(error, "stderr", None) or error
                pytest.skip(f"{wanted} could not be installed: {reason}")
            stamp.write_text(wanted)
    return folder


def run(*command: str | Path, cwd: Path | None = None, timeout: float = 120.0) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, cwd=cwd)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr[-2000:])
    return done.stdout


@pytest.fixture
def python_client() -> Path:
    """The interpreter that has the client."""

    def install(folder: Path) -> None:
        venv.create(folder, clear=True)
        pip: list[str | Path] = [
            sys.executable,
            "-m",
            "pip",
            "--python",
            folder / "bin/python",
            "--quiet",
            "--disable-pip-version-check",
        ]
        run(*pip, "install", "--only-binary=:all:", "--no-compile", PYTHON_CLIENT)

    return installed("python", PYTHON_CLIENT, install) / "bin/python"


@pytest.fixture
def node_client() -> Path:
    """The folder whose node_modules have the client."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node and npm are not installed")

    def install(folder: Path) -> None:
        (folder / "package.json").write_text('{"private": true, "type": "module"}')
        run(npm, "install", "--silent", "--no-audit", "--no-fund", NODE_CLIENT, cwd=folder)

    return installed("node", NODE_CLIENT, install)


@pytest.fixture
def tls() -> bool:
    """Whether the emulator speaks TLS; a test may say so."""
    return False


@pytest.fixture
def emulator(tls: bool) -> Iterator[Emulator]:
    with Emulator(http_port=None, tls=tls) as emulator:
        yield emulator


@pytest.fixture
def owner(emulator: Emulator) -> Iterator[zgrpc.Client]:
    with emulator.client() as client:
        yield client


def result(emulator: Emulator, inputs: Path, *command: str | Path, **more: str) -> str:
    """Run a program that reads its inputs from a file; return its output, or fail with its error."""
    own = {"origin": emulator.url, "token": str.__str__(emulator.owner_token)}
    inputs.write_text(json.dumps({**own, **more}))  # not in the command, which a failure shows
    trusted = {"NODE_EXTRA_CA_CERTS": str(emulator.ca_file)} if emulator.ca_file else {}
    environment = {**os.environ, "NO_PROXY": "localhost", "no_proxy": "localhost", **trusted}
    done = subprocess.run([*command, inputs], capture_output=True, text=True, timeout=120.0, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_python_client_makes_its_calls(
    emulator: Emulator, owner: zgrpc.Client, python_client: Path, tmp_path: Path
) -> None:
    service = owner.management.add_machine_user(user_name="service", name="Service").user_id
    owner.admin.add_iam_member(user_id=service, roles=["IAM_OWNER"])
    key = tmp_path / "key.json"
    key.write_bytes(owner.management.add_machine_key(user_id=service, type="KEY_TYPE_JSON").key_details)
    secret = owner.management.generate_machine_secret(user_id=service)
    more = {"key": str(key), "client_id": secret.client_id, "client_secret": secret.client_secret}
    # Its own dependencies warn of one another.
    command: list[str | Path] = [python_client, "-W", "ignore", HERE / "calls.py"]
    assert result(emulator, tmp_path / "inputs.json", *command, **more) == "ok"


@pytest.mark.parametrize("tls", [False, True], ids=["plaintext", "tls"])
def test_the_javascript_client_makes_its_calls(
    emulator: Emulator, owner: zgrpc.Client, node_client: Path, tmp_path: Path
) -> None:
    # Modules are looked for beside the file that imports them.
    script = node_client / "calls.mjs"
    script.write_bytes((HERE / "calls.mjs").read_bytes())
    org_id = owner.management.add_org(name="Acme").id
    assert result(emulator, tmp_path / "inputs.json", "node", script, org_id=org_id) == "ok"
