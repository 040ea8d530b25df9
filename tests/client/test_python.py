"""The builds of Python that zgrpc rejects or warns about."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from zgrpc._python import refuse_free_threading, warn_of_slow_protobuf


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "version",
    [
        "3.13.0 experimental free-threading build (main, Oct  7 2024) [GCC 12.2.0]",
        "3.14.0 free-threading build (main, Oct  7 2025) [Clang 20.1.4]",
    ],
)
def test_a_free_threaded_build_is_refused_with_the_reason(version: str) -> None:
    with pytest.raises(ImportError, match="grpcio has no wheels for them yet; use a build with the GIL"):
        refuse_free_threading(version)


def test_a_free_threaded_build_is_refused_where_the_client_is_first_used() -> None:
    no_grpc = "import sys; sys.modules['grpc'] = None; sys.version = '3.14.0 free-threading build'"
    done = run(f"{no_grpc}; import zgrpc; zgrpc.Client")
    assert done.returncode == 1
    assert "ImportError: zgrpc does not run on free-threaded builds" in done.stderr


def test_the_running_python_is_accepted() -> None:
    refuse_free_threading()
    warn_of_slow_protobuf("upb")


CLIENTS = """\
import zgrpc
zgrpc.Client("http://localhost:1")
zgrpc.AsyncClient("http://localhost:1")
zgrpc.Client("http://localhost:1")
"""


def test_protobuf_in_pure_python_warns_where_the_first_client_is_made() -> None:
    done = run(
        f"import warnings; warnings.simplefilter('always'); {CLIENTS}", PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION="python"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("RuntimeWarning: protobuf runs in pure Python") == 1
    assert done.stderr.startswith("<string>:2:")


def test_protobuf_in_c_does_not_warn() -> None:
    done = run(CLIENTS)
    assert "protobuf" not in done.stderr
