"""A day of a mirror in minutes: random writes, events that become visible late, restarts, kills, cut connections.

`python -m benchmarks.simulate --hours 24 --seed 1` prints what happened and by how much the mirror differed from
complete lists; exit code 1 if it did. The emulator serves real gRPC, the mirror is a process of its own, and both take
the time from a clock that goes on by the mirror's interval with each request for events.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import zgrpc
from benchmarks.writer import World, Writer
from zgrpc.mirror import Mirror
from zgrpc.testing import Emulator, _splice
from zgrpc.testing.faults import Faults, latency

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from zgrpc.testing.fault import Exchange

INTERVAL = 5.0
HOUR = 3600.0
LATEST = 8.0
"""Seconds after which an event is visible at the latest."""
LAGS = (0.0, 0.05, 0.5, 3.0, 8.0)
"""Seconds by which lists trail writes, in turns."""
QUIET = 100.0
"""Seconds without writes before a comparison: what is late has arrived."""
ANSWER = 60.0


@dataclass
class Report:
    """What happened in a simulation; `differences` is what counts."""

    hours: float
    seed: int
    polls: int = 0
    writes: int = 0
    events: int = 0
    late: int = 0
    restarts: int = 0
    kills: int = 0
    cuts: int = 0
    outages: int = 0
    failed_polls: int = 0
    comparisons: int = 0
    rows: int = 0
    differences: int = 0
    first: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Late(Faults):
    """Hides events until they become visible."""

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__([latency(0.0)])  # one fault, for without any it is not asked
        self._now = now
        self.visible: dict[tuple[str, str, int], float] = {}
        self.until: dict[tuple[str, str], float] = {}

    def hide(self, events: list[tuple[str, str, int]], delay: float) -> int:
        """Hide the events of one write, and not less than earlier ones of their aggregates; return how many."""
        moment = max([self._now() + delay, *(self.until.get(event[:2], 0.0) for event in events)])
        if moment <= self._now():
            return 0
        for event in events:
            self.visible[event] = self.until[event[:2]] = moment
        return len(events)

    def serve(self, exchange: Exchange, serve: Callable[[Any], Any]) -> Generator[float, None, Any]:
        answer = yield from super().serve(exchange, serve)
        if exchange.rpc.endswith("/ListEvents"):
            now = self._now()
            for known in [event for event, moment in self.visible.items() if moment <= now]:
                del self.visible[known]
            kept = [e for e in answer.events if (e.aggregate.type.type, e.aggregate.id, e.sequence) not in self.visible]
            answer = type(answer)(events=kept)
        return answer


class Proxy:
    """Forwards connections to a port, cuts them, and refuses new ones while it is down."""

    def __init__(self, port: int) -> None:
        self._to = "127.0.0.1", port
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.down = False
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                if self.down:
                    connection.close()
                else:
                    threading.Thread(target=self._forward, args=(connection,), daemon=True).start()

    def _forward(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError), _splice.connected(self._to) as server:
            self._open.add(connection)
            try:
                _splice.forward(connection, server)
            finally:
                self._open.discard(connection)

    def cut(self) -> None:
        """End every connection."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()


class Mirroring:
    """A mirror in a process of its own, told what to do line by line."""

    def __init__(self, port: int, token: str, file: Path) -> None:
        command = [sys.executable, "-m", "benchmarks.simulate", "--mirror", str(port), str(file)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.tell(token=token)

    def tell(self, **order: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        watch = threading.Timer(ANSWER, self._process.kill)
        watch.start()
        try:
            line = self._process.stdout.readline()
        finally:
            watch.cancel()
        if not line:
            raise RuntimeError(f"the mirror ended with code {self._process.wait()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def ask(self, **order: Any) -> dict[str, Any]:
        self.tell(**order)
        return self.answer()

    def close(self, *, kill: bool = False) -> None:
        if kill:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        self._process.wait(ANSWER)


class Simulation:
    """One run: `polls` requests for events, `INTERVAL` apart, and what happens in between."""

    def __init__(self, emulator: Emulator, folder: Path, report: Report) -> None:
        self._emulator, self._folder, self.report = emulator, folder, report
        self._random = random.Random(report.seed)
        self._faults = emulator.faults = Late(lambda: time.time() + emulator.clock_offset)
        self._proxy = Proxy(emulator.port)
        self._owner = emulator.client()
        self._worlds = [World(self._owner, f"-{number}") for number in range(2)]
        self._writers = [Writer(world, report.seed + number) for number, world in enumerate(self._worlds)]
        self._lag = 0.0
        self._away = 0  # polls that the server stays away
        self._mirror = self._start()

    def _start(self) -> Mirroring:
        return Mirroring(self._proxy.port, str.__str__(self._emulator.owner_token), self._folder / "mirror.db")

    def close(self) -> None:
        self._mirror.close()
        self._proxy.close()
        self._owner.close()

    def run(self) -> None:
        polls, hourly = round(self.report.hours * HOUR / INTERVAL), round(HOUR / INTERVAL)
        quiet = round(QUIET / INTERVAL)
        ends = {*range(hourly, polls, hourly), polls}
        for poll in range(1, polls + 1):
            calm = any(number in ends for number in range(poll, poll + quiet))
            if calm:
                self._emulator.store.lag = 0.0
            else:
                self._write()
            self._poll(calm=calm)
            if poll in ends:
                self._compare()
            if poll % hourly == hourly // 2:  # amid writes, as a mirror does each hour; each 12 hours it compares all
                self._regular("verify" if poll // hourly % 12 == 6 else "check")

    def _write(self) -> None:
        chance, store = self._random, self._emulator.store
        if chance.random() < 0.05:
            self._lag = chance.choice(LAGS)
        for _ in range(100 if chance.random() < 0.002 else chance.choice((0, 0, 1, 1, 1, 2))):
            delay = chance.uniform(0.0, LATEST) if chance.random() < 0.15 else 0.0
            store.lag = max(self._lag, delay)  # lists are made of events, and know none before it is visible
            before = store.value("SELECT max(position) FROM events")
            chance.choice(self._writers).write()
            rows = store.all("SELECT aggregate, aggregate_id, sequence FROM events WHERE position > ?", before)
            self.report.writes += bool(rows)
            self.report.events += len(rows)
            self.report.late += self._faults.hide([tuple(row) for row in rows], delay)

    def _poll(self, *, calm: bool) -> None:
        chance, report = self._random, self.report
        self._emulator.clock_offset += INTERVAL
        report.polls += 1
        if self._away:
            self._away = 0 if calm else self._away - 1
            self._proxy.down = bool(self._away)
            return
        if not calm and chance.random() < 1 / 2_000:
            self._away, self._proxy.down = chance.randint(5, 200), True
            self._proxy.cut()
            report.outages += 1
        cut = not calm and chance.random() < 1 / 100
        event = 0.5 if calm else chance.random()
        self._mirror.tell(do="sync", ahead=self._emulator.clock_offset)
        if cut:
            time.sleep(chance.uniform(0.0, 0.01))
            self._proxy.cut()
            report.cuts += 1
        if event < 1 / 600:
            time.sleep(chance.uniform(0.0, 0.02))
            self._mirror.close(kill=True)
            self._mirror = self._start()
            report.kills += 1
            return
        report.failed_polls += bool(self._mirror.answer().get("error"))
        if event > 1 - 1 / 600:
            self._mirror.close()
            self._mirror = self._start()
            report.restarts += 1

    def _regular(self, do: str) -> None:
        self._proxy.down, self._away = False, 0
        answer = self._mirror.ask(do=do, ahead=self._emulator.clock_offset)
        self._found(do, answer.get("changes", []))
        self.report.failed_polls += bool(answer.get("error"))

    def _compare(self) -> None:
        """Compare with complete lists, and repair nothing."""
        truth = self._folder / f"truth-{self.report.comparisons}.db"
        with contextlib.closing(Mirror(self._owner, truth, events=False)) as mirror:
            mirror.sync()
        answer = self._mirror.ask(do="compare", ahead=self._emulator.clock_offset, truth=str(truth))
        self.report.comparisons += 1
        self.report.rows = answer["rows"]
        self._found("comparison", answer["changes"])

    def _found(self, how: str, what: list[str]) -> None:
        self.report.differences += len(what)
        self.report.first += [f"{how} after {self.report.polls} polls: {each}" for each in what][:3]


def simulate(hours: float, seed: int) -> Report:
    """Simulate so many hours."""
    started, report = time.monotonic(), Report(hours, seed)
    with tempfile.TemporaryDirectory() as folder, Emulator(projection_lag=0.001) as emulator:
        simulation = Simulation(emulator, Path(folder), report)
        try:
            simulation.run()
        finally:
            simulation.close()
    report.seconds = round(time.monotonic() - started, 1)
    return report


def mirror(port: int, file: Path) -> None:
    """Keep a mirror as the lines of stdin say."""
    orders: Iterator[dict[str, Any]] = map(json.loads, sys.stdin)
    token = next(orders)["token"]
    ahead = 0.0
    credentials = zgrpc.PersonalAccessToken(token)
    with (
        zgrpc.Client(f"http://localhost:{port}", credentials=credentials, timeout=5.0) as client,
        contextlib.closing(Mirror(client, file, clock=lambda: time.time() + ahead)) as kept,
    ):
        for order in orders:
            ahead = order["ahead"]
            try:
                if order["do"] == "compare":
                    found = compare(kept, file, Path(order["truth"]))
                elif order["do"] == "sync":
                    found = {"rows": len(kept.sync())}
                else:
                    found = {"changes": list(map(str, kept.verify() if order["do"] == "verify" else kept.check()))}
            except (zgrpc.ZitadelError, zgrpc.ListError) as error:
                found = {"error": str(error)}
            print(json.dumps(found), flush=True)


def compare(kept: Mirror, file: Path, truth: Path) -> dict[str, Any]:
    """Return by what the file of a mirror, and what it answers from memory, differ from complete lists."""
    import sqlite3

    sides: list[set[tuple[str, ...]]] = []
    roles: list[set[tuple[str, ...]]] = []
    for path in (file, truth):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            rows = {(table, *row) for table in kept.tables for row in connection.execute(f"SELECT * FROM {table}")}
            sides.append(rows)
            roles.append(set(connection.execute("SELECT user_id, project_id, role_key, org_id FROM granted_roles")))
    wrong = [f"{'missing' if row in sides[1] else 'too much'}: {row}" for row in sides[0] ^ sides[1]]
    for user, project, role, org in roles[0] | roles[1]:
        if kept.has_role(user, project, role, org_id=org) != ((user, project, role, org) in roles[1]):
            wrong.append(f"has_role({user}, {project}, {role}, org_id={org}) is wrong")
    return {"rows": len(sides[1]), "changes": wrong}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=24.0, help="how many hours to simulate; 24 by default")
    parser.add_argument("--seed", type=int, default=1, help="what chance is drawn from; 1 by default")
    parser.add_argument("--mirror", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.mirror:
        mirror(int(given.mirror[0]), Path(given.mirror[1]))
        return
    report = simulate(given.hours, given.seed)
    print(json.dumps(asdict(report), indent=1))
    sys.exit(report.differences > 0)


if __name__ == "__main__":
    main()
