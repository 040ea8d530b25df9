"""One process of a load test: ``python -m zgrpc.load.worker`` reads its orders on stdin and reports on stdout.

The process is started afresh, not forked: gRPC does not survive a fork during calls. Nothing of the caller's main
module runs again. Orders and reports are JSON, one document a line.
"""

from __future__ import annotations

import asyncio
import json
import os
import selectors
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from zgrpc._errors import UnavailableError, ZitadelError
from zgrpc.load.engine import Engine, Plan
from zgrpc.load.steps import bind, error_name

if TYPE_CHECKING:
    from zgrpc._client import AsyncClient

HANG_UP = 120.0


def main() -> None:
    """Read the orders, report when ready, run after ``go``, and report every second."""
    reports = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # what a scenario prints must not end up among the reports
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    orders = json.loads(sys.stdin.readline())
    # Unlike epoll and kqueue, select waits with microseconds: requests leave when they are due.
    loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(_run(orders, reports))
    except Exception as error:  # noqa: BLE001 - the parent reports it
        _emit(reports, {"failed": f"{type(error).__name__}: {error}"})
    finally:
        loop.close()


async def _run(orders: dict[str, Any], reports: TextIO) -> None:
    from zgrpc._connection import Connection
    from zgrpc.load.reading import read
    from zgrpc.load.scenario import Data

    scenario = read(Path(orders["scenario"]))
    plan = Plan(**orders["plan"])
    data = Data(orders["data"], orders["picks"], seed=plan.seed, share=plan.share, shares=plan.shares)
    async with Connection(**orders["connection"]).async_client(**orders["options"]) as client:
        steps = [(step.name, step.weight, bind(step, client, data, orders["timeout"])) for step in scenario.steps]
        engine = Engine(steps, plan, error_name=error_name, emit=lambda report: _emit(reports, report))
        loop = asyncio.get_running_loop()
        go = asyncio.Event()
        listener = threading.Thread(target=_listen, args=(loop, go, engine), daemon=True)
        listener.start()
        await _connect(client)
        _emit(reports, {"ready": True})
        await go.wait()
        await engine.run()
        # The parent hangs up when all processes are done; ending while a thread reads stdin would abort Python.
        await asyncio.to_thread(listener.join, HANG_UP)
        if listener.is_alive():
            os._exit(1)


async def _connect(client: AsyncClient) -> None:
    """Connect, so that no measured request waits for it. Any answer but UNAVAILABLE came over a connection."""
    try:
        await client.auth.healthz()
    except UnavailableError:
        raise
    except ZitadelError:
        pass  # such as RESOURCE_EXHAUSTED, of a proxy that limits the rate


def _listen(loop: asyncio.AbstractEventLoop, go: asyncio.Event, engine: Engine) -> None:
    """Read ``go`` and then ``stop`` from stdin. Its end means stop too: the parent is gone."""
    for line in sys.stdin:
        if line.strip() == "go":
            loop.call_soon_threadsafe(go.set)
        else:
            break
    try:
        loop.call_soon_threadsafe(engine.stop)
        loop.call_soon_threadsafe(go.set)
    except RuntimeError:
        pass  # the loop has ended: so has the run


def _emit(reports: TextIO, report: dict[str, Any]) -> None:
    try:
        reports.write(json.dumps(report, separators=(",", ":")) + "\n")
        reports.flush()
    except BrokenPipeError:
        os._exit(1)  # the parent is gone; nobody is left to report to


if __name__ == "__main__":
    main()
