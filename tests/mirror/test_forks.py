"""Mirrors and readers in processes that were forked, as with gunicorn's preload."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")]

WRITER = """
import sys
from zgrpc.mirror._store import Store
store = Store(sys.argv[1], "scope")
with store.transaction():
    store.put("grants", (sys.argv[2], "org", "ada", "shop", "", "ACTIVE", "[]"))
print("written", flush=True)
sys.stdin.read()
store.close()
"""


def run(program: str, path: Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(path), WRITER],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_a_reader_that_was_opened_before_a_fork_sees_later_writers(new_file: Callable[[], Path]) -> None:
    program = """
        import os, subprocess, sys
        from zgrpc.mirror import Reader

        def write(number):
            command = [sys.executable, "-c", sys.argv[2], sys.argv[1], number]
            writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            writer.stdout.readline()
            return writer

        def ids():
            return [grant.id for grant in reader.grants_of("ada")]

        write("1").communicate()
        reader = Reader(sys.argv[1])
        written, forked = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            before = ids()
            os.write(forked[1], b".")
            os.read(written[0], 1)
            os._exit(0 if (before, ids()) == (["1"], ["1", "2", "3"]) else 1)
        os.read(forked[0], 1)
        reader.close()
        write("2").communicate()
        third = write("3")
        os.write(written[1], b".")
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), ids())
        third.communicate()
    """
    assert run(program, new_file()) == "0 ['1', '2', '3']\n"


@pytest.mark.parametrize("flavor", ["Client", "AsyncClient"])
def test_a_mirror_in_a_child_raises_and_leaves_the_file_to_the_parent(
    new_file: Callable[[], Path], flavor: str
) -> None:
    program = f"""
        import asyncio, os, sys, zgrpc
        from zgrpc.mirror import AsyncMirror, Mirror

        client = zgrpc.{flavor}("http://localhost:1", credentials=zgrpc.PersonalAccessToken("a-token"))

        def make():
            return {"Mirror" if flavor == "Client" else "AsyncMirror"}(client, sys.argv[1], orgs=["1"])

        def close(mirror):
            closing = mirror.close()
            if closing is not None:
                asyncio.run(closing)

        mirror = make()
        closed, ready = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            said = []
            for ask in (lambda: mirror.has_role("ada", "shop", "admin"), lambda: mirror.lag):
                try:
                    ask()
                except RuntimeError as error:
                    said.append("open its file with Reader here" in str(error))
            close(mirror)
            os.write(ready[1], b".")
            os.read(closed[0], 1)
            os._exit(0 if said == [True, True] else 1)
        os.read(ready[0], 1)
        assert mirror.lag == float("inf")
        close(mirror)
        close(make())  # the child does not hold the lock
        os.write(closed[1], b".")
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
    assert run(program, new_file()) == "0\n"
