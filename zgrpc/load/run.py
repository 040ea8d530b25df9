"""A whole run: data, rehearsal, processes, result."""

from __future__ import annotations

import asyncio
import json
import queue
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

import grpc

from zgrpc._counted import counted
from zgrpc._version import __version__
from zgrpc.load import judge
from zgrpc.load.observed import Observed
from zgrpc.load.reading import read
from zgrpc.load.result import Generator, Result, at
from zgrpc.load.scenario import Data, Row, Scenario, ScenarioError
from zgrpc.load.steps import bind, load_data, picks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from zgrpc._connection import Connection
    from zgrpc.load.engine import Plan

START = 30.0
_FATAL = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNAUTHENTICATED)


class LoadError(Exception):
    """A run that could not be carried out."""


def run(
    path: Path,
    connection: Connection,
    plan: Plan,
    *,
    timeout: float = 10.0,
    channels: int = 1,
    keep_going: bool = False,
    watch: Callable[[Observed], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
) -> Result:
    """Carry a scenario out; Ctrl-C ends it early and keeps what was measured.

    Args:
        path: the scenario.
        connection: the target.
        plan: rate or concurrency, durations and bounds, and in `shares` the number of processes.
        timeout: seconds for a request whose step has no timeout of its own.
        channels: connections a process opens.
        keep_going: run even if a step fails when it is tried once before the run.
        watch: is called with what is known, about four times a second.
        note: takes remarks for the user.

    Raises:
        ScenarioError: the scenario is wrong, or a step fails with an error of Python's.
        ZitadelError: the server cannot be reached, or refuses the credentials.
        LoadError: a process failed, or a step failed when it was tried and `keep_going` is False.
    """
    scenario = read(path)
    options: dict[str, Any] = {"channels": channels} if channels > 1 else {}
    data = asyncio.run(_prepare(scenario, connection, timeout, plan, note if keep_going else _refuse))
    observed = Observed([step.name for step in scenario.steps], plan.shares)
    orders = {
        "scenario": str(path.resolve()),
        "connection": connection.to_dict(),
        "options": options,
        "data": data,
        "picks": dict(picks(scenario)),
        "timeout": timeout,
    }
    started = datetime.now(UTC)
    interrupted = False
    with _processes(orders, plan) as (processes, reports):
        _await_ready(reports, plan.shares)
        for process in processes:
            _tell(process, "go")
        bound = time.monotonic() + plan.warmup + plan.duration + plan.grace + 15
        while not observed.finished and time.monotonic() < bound:
            try:
                for share, report in _drained(reports, 0.25):
                    observed.add(share, report)
                watch(observed)
            except KeyboardInterrupt:
                if interrupted:
                    raise
                interrupted = True
                note("stopping: waiting for the requests that are under way (Ctrl-C again gives up)")
                for process in processes:
                    _tell(process, "stop")
                bound = min(bound, time.monotonic() + plan.grace + 5)
    if observed.failed:
        raise LoadError(f"a process failed: {observed.failed}")
    if len(observed.done) < plan.shares:
        every = counted(plan.shares, "process", "processes")
        raise LoadError(f"{plan.shares - len(observed.done)} of {every} did not report the end in time")
    return _result(scenario, connection, plan, observed, started, interrupted)


def _refuse(what: str) -> None:
    raise LoadError(f"{what}. Nothing was measured; --keep-going runs all the same")


async def _prepare(
    scenario: Scenario, connection: Connection, seconds: float, plan: Plan, note: Callable[[str], None]
) -> dict[str, Sequence[Row]]:
    """Fetch the data and try each step once, so that a mistake shows before the run, not as its result."""
    async with connection.async_client() as client:
        rows = await load_data(scenario, client)
        try:
            json.dumps(rows)
        except TypeError as error:
            raise ScenarioError(f"data must be made of plain values, as JSON has them: {error}") from None
        data = Data(rows, picks(scenario), seed=plan.seed)
        for step in scenario.steps:
            limit = asyncio.timeout(seconds * 2)
            try:
                async with limit:
                    await bind(step, client, data, seconds)()
            except grpc.RpcError as error:
                code: Any = getattr(error, "code", None)
                if (code() if callable(code) else code) in _FATAL:
                    raise
                note(f"step {step.name!r} failed when it was tried once before the run: {error}")
            except Exception as error:
                if limit.expired() and isinstance(error, TimeoutError):  # else it is the step's own
                    note(f"step {step.name!r} took longer than {seconds * 2:g} s when it was tried once before the run")
                    continue
                raise ScenarioError(f"step {step.name!r} fails: {type(error).__name__}: {error}") from error
    return rows


Process = subprocess.Popen[str]
Reports = queue.SimpleQueue[tuple[int, dict[str, Any]]]


@contextmanager
def _processes(orders: dict[str, Any], plan: Plan) -> Iterator[tuple[list[Process], Reports]]:
    reports: Reports = queue.SimpleQueue()
    processes = []
    try:
        for share in range(plan.shares):
            process = subprocess.Popen(
                [sys.executable, "-m", "zgrpc.load.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,  # Ctrl-C of the terminal is for the parent, which stops them
            )
            processes.append(process)
            threading.Thread(target=_read, args=(share, process, reports), daemon=True).start()
            _tell(process, json.dumps({**orders, "plan": asdict(replace(plan, share=share))}))
        yield processes, reports
    finally:
        for process in processes:
            if process.stdin is not None:
                with suppress(BrokenPipeError):  # it has ended before
                    process.stdin.close()
        for process in processes:
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


def _read(share: int, process: Process, reports: Reports) -> None:
    stdout: IO[str] | None = process.stdout
    ended = False
    for line in stdout or ():
        try:
            report = json.loads(line)
        except json.JSONDecodeError:
            continue
        ended = ended or bool(report.get("done") or report.get("failed"))
        reports.put((share, report))
    if not ended:
        reports.put((share, {"failed": f"process {share} ended with code {process.wait()} before its time"}))


def _tell(process: Process, line: str) -> None:
    try:
        if process.stdin is not None:
            process.stdin.write(line + "\n")
            process.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass  # it has ended; its reader reports that


def _await_ready(reports: Reports, shares: int) -> None:
    until = time.monotonic() + START
    ready = 0
    while ready < shares:
        try:
            _, report = reports.get(timeout=max(until - time.monotonic(), 0.01))
        except queue.Empty:
            raise LoadError(
                f"not ready within {START:g} s: {shares - ready} of {counted(shares, 'process', 'processes')}"
            ) from None
        if report.get("failed"):
            raise LoadError(f"a process failed: {report['failed']}")
        ready += bool(report.get("ready"))


def _drained(reports: Reports, wait: float) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        yield reports.get(timeout=wait)
        while True:
            yield reports.get_nowait()
    except queue.Empty:
        return


def _result(
    scenario: Scenario, connection: Connection, plan: Plan, observed: Observed, started: datetime, interrupted: bool
) -> Result:
    done = observed.done
    total = observed.total
    busy = max(report["busy"] for report in done)
    due, sent, waited = (sum(report[key] for report in done) for key in ("due", "sent", "waited"))
    generator = Generator(
        lag_p50=at(observed.lag, 50),
        lag_p99=at(observed.lag, 99),
        lag_max=at(observed.lag, 100),
        busy=busy,
        in_flight_max=sum(report["in_flight_max"] for report in done),
        waited=waited,
        unsent=0 if interrupted else due - sent,
        faults=judge.faults(
            lag_p99=at(observed.lag, 99),
            latency_p99=total.latency("p99"),
            busy=busy,
            due=due,
            sent=sent,
            waited=waited,
            closed=bool(plan.concurrency),
        ),
    )
    return Result(
        scenario=scenario.name,
        target=connection.url,
        mode="closed" if plan.concurrency else "open",
        arrival="" if plan.concurrency else plan.arrival,
        rate=plan.rate,
        concurrency=plan.concurrency,
        processes=plan.shares,
        started=started.isoformat(timespec="seconds"),
        duration=round(max(report["measured"] for report in done), 3),
        warmup=plan.warmup,
        steps=list(observed.steps.values()),
        series=observed.series(),
        generator=generator,
        interrupted=interrupted,
        version=__version__,
    )
