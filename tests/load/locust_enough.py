"""A locustfile that ends a run as soon as it has shown what a test wants, however busy the machine is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LONGEST = "60s"
"""The `-t` of such a run."""

ENOUGH = """
import json
import gevent
from locust import events
from locust.runners import WorkerRunner

SUCCEED, FAIL, FILE = {succeed!r}, {fail!r}, {file!r}


@events.test_start.add_listener
def watch(environment, **_):
    if not isinstance(environment.runner, WorkerRunner):
        gevent.spawn(end_when_seen, environment)


def end_when_seen(environment):
    stats = environment.stats
    while not seen(stats.entries.values()):
        gevent.sleep(0.2)
    requests = [(entry.name, entry.method, entry.num_requests, entry.num_failures) for entry in stats.entries.values()]
    with open(FILE, "w") as file:
        json.dump([requests, [str(error.error) for error in stats.errors.values()]], file)
    environment.runner.quit()


def seen(entries):
    succeeded = {{entry.name for entry in entries if entry.num_requests > entry.num_failures}}
    failed = {{entry.name for entry in entries if entry.num_failures}}
    return succeeded.issuperset(SUCCEED) and failed.issuperset(FAIL)
"""


class Counted(NamedTuple):
    """What Locust counted of one kind of request."""

    type: str
    requests: int
    failures: int


class Seen(NamedTuple):
    """What Locust had counted when it had seen enough."""

    requests: dict[str, Counted]
    errors: list[str]


def until_seen(locustfile: Path, folder: Path, *, succeed: Iterable[str], fail: Iterable[str] = ()) -> list[str]:
    """Return the options that run a locustfile until each of some requests has succeeded, and some have failed."""
    enough = folder / "enough.py"
    enough.write_text(ENOUGH.format(succeed=list(succeed), fail=list(fail), file=str(folder / "seen.json")))
    return ["-f", f"{locustfile},{enough}", "-t", LONGEST]


def read_seen(folder: Path) -> Seen:
    """Return what such a run counted."""
    requests, errors = json.loads((folder / "seen.json").read_text())
    return Seen({name: Counted(kind, count, failures) for name, kind, count, failures in requests}, errors)
