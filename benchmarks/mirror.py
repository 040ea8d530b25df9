"""What the mirror answers in, and what a second run of `client.bulk` asks of the server. Prints rows as JSON."""

from __future__ import annotations

import contextlib
import json
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import zgrpc
from benchmarks.lists import Sides
from benchmarks.pairs import Measure, Row, in_turns
from benchmarks.servers import serving
from zgrpc.mirror import Mirror
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable

MICRO: Measure = {"unit": "us", "scale": 1e6}
GRANTS, USERS = 800, 80
ROUNDS = 2_000
BUDGET = 10e-6
"""Seconds for one question that the mirror answers."""
MACHINES = 500
MANY, CHANGED = 48_000, 100
ROLES = ("admin", "editor", "viewer")


def each(work: Callable[[], object]) -> Callable[[], float]:
    """Return a function that measures the seconds one piece of work takes."""

    def measure() -> float:
        started = perf_counter()
        for _ in range(ROUNDS):
            work()
        return (perf_counter() - started) / ROUNDS

    return measure


def answers(emulator: Emulator, client: zgrpc.Client) -> list[Row]:
    emulator.seed(users=USERS, grants=GRANTS)
    grant = next(iter(client.management.list_user_grants()))
    user, project, role = grant.user_id, grant.project_id, grant.role_keys[0]
    with Mirror(client, interval=3600.0) as mirror:
        assert mirror.has_role(user, project, role)
        assert mirror.grants_of(user)
        note = f"{GRANTS:,} grants"
        return [
            in_turns(each(work), lambda: BUDGET, pairs=20, control=False).row(name, target="<= 1", note=note, **MICRO)
            for name, work in (
                ("mirror: has_role / 10 us", lambda: mirror.has_role(user, project, role)),
                ("mirror: grants_of / 10 us", lambda: mirror.grants_of(user)),
            )
        ]


def following() -> list[Row]:
    """Some changes among many grants, and a million questions, with the real server's costs."""
    rows = []
    with serving("emulator_server", "lists", "--grants", MANY, "--users", 480) as server:
        client = Sides(server.port, server.said[1]).client
        sent: list[str] = []
        watched = zgrpc.Client(
            f"http://localhost:{server.port}",
            credentials=zgrpc.PersonalAccessToken(server.said[1]),
            on_call=lambda call: sent.append(call.method),
        )
        with watched, contextlib.closing(Mirror(watched, what=["grants"])) as mirror:
            mirror.sync()
            mirror.sync()
            assert mirror.count("grants") == MANY
            chosen = list(client.management.list_user_grants().all())[:: MANY // CHANGED]
            for grant in chosen:
                client.management.update_user_grant(user_id=grant.user_id, grant_id=grant.id, role_keys=ROLES[1:])
            sent.clear()
            started = perf_counter()
            changes = mirror.sync()
            seconds, requests = perf_counter() - started, float(len(sent))
            assert len(changes) == len(chosen) == CHANGED, (len(changes), len(chosen))
            listed = perf_counter()
            assert sum(1 for _ in client.management.list_user_grants()) == MANY
            note = f"real cost; a full list takes {perf_counter() - listed:.2f} s"
            name = f"mirror: {CHANGED} changes among {MANY:,} grants seen"
            rows.append(Row(f"{name} / 1 s", round(seconds, 4), 0.0, "s", round(seconds, 4), 1.0, "<= 1", note=note))
            rows.append(Row(f"{name} / 3 requests", round(requests / 3, 3), 0.0, "requests", requests, 3.0, "<= 1"))
            asked = [(grant.user_id, grant.project_id, role) for grant in chosen for role in ROLES]
            before = process_time()
            for _ in range(1_000_000 // len(asked)):
                for user, project, role in asked:
                    mirror.has_role(user, project, role)
            for user, project, role in asked[: 1_000_000 % len(asked)]:
                mirror.has_role(user, project, role)
            spent = round(process_time() - before, 4)
            rows.append(
                Row("mirror: a million has_role / 10 s", spent / 10, 0.0, "s CPU", spent, 10.0, "<= 1",
                    note=f"{MANY:,} grants")
            )  # fmt: skip
    for row in rows:
        row.pairs = 1
    return [row.judged() for row in rows]


def unchanged(emulator: Emulator, client: zgrpc.Client) -> list[Row]:
    """A second run that finds everything as it should be."""
    users = [{"user_name": f"robot-{number}", "name": f"Robot {number}"} for number in range(MACHINES)]
    first = client.bulk.apply({"users": users})
    assert first.ok, str(first)
    before, started = len(emulator.calls), perf_counter()
    second = client.bulk.apply({"users": users})
    seconds, sent = perf_counter() - started, emulator.calls[before:]
    assert second.count("unchanged") == MACHINES, str(second)
    wrote = [call.method for call in sent if not call.method.partition(".")[2].startswith(("List", "Get"))]
    assert not wrote, f"the second run wrote: {wrote[:3]}"
    name = f"bulk: second run of {MACHINES} unchanged users"
    requests = float(len(sent))
    return [
        Row(f"{name}, rows a second", 1.0, 0.0, "rows/s", round(MACHINES / seconds), 0.0, pairs=1),
        Row(f"{name} / 10 requests", requests / 10, 0.0, "requests", requests, 10.0, "<= 1", pairs=1).judged(),
    ]


def main() -> None:
    with Emulator() as emulator, emulator.client() as client:
        rows = [*answers(emulator, client), *following(), *unchanged(emulator, client)]
    print(json.dumps([row.as_json() for row in rows]))


if __name__ == "__main__":
    main()
