"""Clients and processes: forks, the start methods of multiprocessing, a server of the prefork kind."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc

if TYPE_CHECKING:
    from pathlib import Path

CHILDREN = 3


def run(program: str, *arguments: str) -> str:
    """A Python program in a process of its own, so that this one's threads do not disturb its forks."""
    command = [sys.executable, "-W", "error::DeprecationWarning:zgrpc", "-c", textwrap.dedent(program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def where(emulator: Any) -> tuple[str, str]:
    return emulator.url, emulator.owner_token


def test_a_client_that_was_used_before_a_fork_serves_parent_and_children(emulator: Any) -> None:
    program = f"""
        import os, sys, zgrpc
        client = zgrpc.Client(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]))
        get = client.auth.get_my_user
        mine = get().user.id
        children = []
        for _ in range({CHILDREN}):
            child = os.fork()
            if child == 0:
                same = all(get().user.id == mine for _ in range(20)) and client.with_org(None).auth.get_my_user()
                os._exit(0 if same else 1)
            children.append(child)
        assert all(get().user.id == mine for _ in range(20))
        for child in children:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert get().user.id == mine
        client.close()
        print("well")
    """
    assert run(program, *where(emulator)) == "well\n"


def test_a_client_built_before_a_fork_and_used_after_it_works(emulator: Any) -> None:
    """As with gunicorn's preload: the application is imported by the master, and serves in the workers."""
    program = f"""
        import os, sys, threading, zgrpc
        client = zgrpc.Client(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]), channels=2)

        def worker():
            threads = [threading.Thread(target=client.auth.get_my_user) for _ in range(8)]
            [thread.start() for thread in threads]
            [thread.join() for thread in threads]
            client.auth.get_my_user()
            client.close()

        children = []
        for _ in range({CHILDREN}):
            child = os.fork()
            if child == 0:
                worker()
                os._exit(0)
            children.append(child)
        for child in children:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        print("well")
    """
    assert run(program, *where(emulator)) == "well\n"


def test_a_forked_child_fetches_its_own_token(emulator: Any, machine: Any, tmp_path: Path) -> None:
    key = tmp_path / "key.json"
    key.write_text(json.dumps(machine.key))
    program = """
        import os, sys, zgrpc
        key = zgrpc.ServiceAccountKey.from_file(sys.argv[3])
        client = zgrpc.Client(sys.argv[1], credentials=key, issuer=sys.argv[2])
        child = os.fork()
        if child == 0:
            client.auth.get_my_user()
            os._exit(0)
        client.auth.get_my_user()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        print("well")
    """
    assert run(program, emulator.url, emulator.issuer, str(key)) == "well\n"


def test_an_async_client_that_was_connected_before_a_fork_says_what_to_do(emulator: Any) -> None:
    program = """
        import asyncio, os, sys, zgrpc
        client = zgrpc.AsyncClient(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]))

        async def call():
            return await client.auth.get_my_user()

        def child(inside_loop):
            try:
                inside_loop.send(None) if inside_loop else asyncio.run(call())
            except RuntimeError as error:
                os._exit(0 if "make the AsyncClient in the child process" in str(error) else 2)
            os._exit(1)

        async def fork_inside_the_loop():
            await call()
            if (pid := os.fork()) == 0:
                child(call())
            assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
            await call()

        asyncio.run(fork_inside_the_loop())
        if (pid := os.fork()) == 0:
            child(None)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        asyncio.run(call())
        print("well")
    """
    assert run(program, *where(emulator)) == "well\n"


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_children_of_multiprocessing_build_their_own_clients(emulator: Any, method: str, tmp_path: Path) -> None:
    program = f"""
        import multiprocessing, sys

        def work(address, token, results):
            import zgrpc
            with zgrpc.Client(address, credentials=zgrpc.PersonalAccessToken(token)) as client:
                results.put(client.auth.get_my_user().user.id)

        if __name__ == "__main__":
            import zgrpc
            with zgrpc.Client(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2])) as client:
                mine = client.auth.get_my_user().user.id
            context = multiprocessing.get_context("{method}")
            results = context.Queue()
            children = [context.Process(target=work, args=(*sys.argv[1:], results)) for _ in range({CHILDREN})]
            [child.start() for child in children]
            assert {{results.get(timeout=30) for _ in children}} == {{mine}}
            [child.join(30) for child in children]
            assert [child.exitcode for child in children] == [0] * {CHILDREN}
            print("well")
    """
    path = tmp_path / "program.py"  # spawn imports the program, so it has to be a file
    path.write_text(textwrap.dedent(program))
    command = [sys.executable, str(path), *where(emulator)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "well\n"), done.stderr


@pytest.mark.parametrize("kind", [zgrpc.Client, zgrpc.AsyncClient])
def test_a_client_is_not_pickled_and_says_what_to_do(kind: Any) -> None:
    client = kind("http://localhost:1")
    with pytest.raises(TypeError, match=r"build it in the process that uses it, such as with from_env\(\)"):
        pickle.dumps(client)
