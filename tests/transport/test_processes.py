"""Clients and processes: forks, the start methods of multiprocessing, a server of the prefork kind."""

from __future__ import annotations

import json
import os
import pickle
import socket
import subprocess
import sys
import textwrap
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
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


def test_an_async_client_connected_before_a_fork_raises_with_advice(emulator: Any) -> None:
    program = """
        import asyncio, os, sys, zgrpc
        client = zgrpc.AsyncClient(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]))

        async def call():
            return await client.auth.get_my_user()

        def child(inside_loop):
            try:
                inside_loop.send(None) if inside_loop else asyncio.run(call())
            except RuntimeError as error:
                os._exit(0 if "before the fork" in str(error) else 2)
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


def test_closing_an_async_client_and_its_event_loop_before_a_fork_works(emulator: Any) -> None:
    program = """
        import asyncio, os, sys, zgrpc
        address, token = sys.argv[1:]

        async def call():
            async with zgrpc.AsyncClient(address, credentials=zgrpc.PersonalAccessToken(token)) as client:
                await client.auth.get_my_user(timeout=10)

        asyncio.run(call())
        if (pid := os.fork()) == 0:
            asyncio.run(call())
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """
    assert run(program, *where(emulator)) == "0\n"


def test_an_async_client_built_before_a_fork_and_used_after_it_works(emulator: Any) -> None:
    """As with uvicorn's workers under gunicorn's preload."""
    program = f"""
        import asyncio, os, sys, zgrpc
        client = zgrpc.AsyncClient(sys.argv[1], credentials=zgrpc.PersonalAccessToken(sys.argv[2]))

        async def serve():
            async with client:
                await asyncio.gather(*(client.auth.get_my_user() for _ in range(8)))

        children = []
        for _ in range({CHILDREN}):
            child = os.fork()
            if child == 0:
                asyncio.run(serve())
                os._exit(0)
            children.append(child)
        for child in children:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
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


APPLICATION = """
import json, os, time, zgrpc

master = os.getpid()
built = zgrpc.Client.from_env()  # and connected by the workers
used = zgrpc.Client.from_env()
mine = used.auth.get_my_user().user.id  # connected before the workers are forked


def application(environ, start_response):
    assert os.getpid() != master
    time.sleep(0.05)  # so that the other worker gets its share
    same = [client.auth.get_my_user().user.id == mine for client in (built, used, used.with_org(None))]
    start_response("200 OK", [("Content-Type", "application/json"), ("Connection", "close")])
    return [json.dumps([os.getpid(), all(same)]).encode()]
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="gunicorn needs fork")
@pytest.mark.parametrize("kind", ["token", "key"])
def test_gunicorns_workers_share_nothing_but_the_preloaded_application(
    emulator: Any, machine: Any, kind: str, tmp_path: Path
) -> None:
    (tmp_path / "application.py").write_text(APPLICATION)
    (tmp_path / "key.json").write_text(json.dumps(machine.key))
    credentials = {"ZITADEL_TOKEN": emulator.owner_token} if kind == "token" else {"ZITADEL_KEY_FILE": "key.json"}
    environ = {**os.environ, **credentials, "ZITADEL_URL": emulator.url, "ZITADEL_ISSUER": emulator.issuer}
    environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        options = ["--preload", "--workers", "2", "--bind", f"fd://{server.fileno()}"]
        command = [sys.executable, "-m", "gunicorn", *options, "--no-control-socket", "application:application"]
        running = subprocess.Popen(
            command, cwd=tmp_path, env=environ, pass_fds=[server.fileno()], stderr=subprocess.PIPE, text=True
        )

    def ask(_: int) -> tuple[int, bool]:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            pid, same = json.load(answer)
        return pid, same

    workers: set[int] = set()
    until = time.monotonic() + 30
    try:
        with ThreadPoolExecutor(8) as pool:
            while len(workers) < 2 and time.monotonic() < until:
                answers = list(pool.map(ask, range(8)))
                workers |= {pid for pid, _ in answers}
                assert all(same for _, same in answers)
    finally:
        running.terminate()
        log = running.communicate(timeout=30)[1]
    assert len(workers) == 2, log
    assert running.returncode == 0, log
    assert "Traceback" not in log


@pytest.mark.parametrize("kind", [zgrpc.Client, zgrpc.AsyncClient])
def test_pickling_a_client_raises_an_error_with_advice(kind: Any) -> None:
    client = kind("http://localhost:1")
    with pytest.raises(TypeError, match=r"build it in the process that uses it, such as with from_env\(\)"):
        pickle.dumps(client)
