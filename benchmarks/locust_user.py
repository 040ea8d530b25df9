"""Locust's users in a process of its own. For each line of stdin it prints the CPU seconds a request for a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from zgrpc.locust import ZitadelUser  # first, for it patches

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

import gevent
from locust import task
from locust.env import Environment

import zgrpc
from benchmarks.load import ROWS, WIDTH

SECONDS = 1.0


class Backend(ZitadelUser):
    """Calls without a pause, as the callers of a closed loop do."""

    credentials = zgrpc.PersonalAccessToken("a-token")
    data: ClassVar[Mapping[str, object]] = {"users": {"rows": ROWS}}

    @task
    def look_up(self) -> None:
        self.client.management.get_user_by_id(**self.fill({"id": "${users.id}"}))


def main() -> None:
    environment = Environment(user_classes=[Backend], host=f"http://localhost:{sys.argv[1]}")
    runner = environment.create_local_runner()
    runner.start(WIDTH, spawn_rate=WIDTH)
    gevent.sleep(2 * SECONDS)
    total = environment.stats.total
    for _ in sys.stdin:
        gevent.sleep(SECONDS / 5)
        cpu, count = time.process_time(), total.num_requests
        gevent.sleep(SECONDS)
        assert not total.num_failures, environment.stats.errors
        print((time.process_time() - cpu) / (total.num_requests - count), flush=True)
    runner.quit()


if __name__ == "__main__":
    main()
