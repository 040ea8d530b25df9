"""The emulator in a process of its own, its calls costing what the real server's were measured to."""

from __future__ import annotations

import argparse
import itertools
import threading
import time
from typing import TYPE_CHECKING, Any

from zgrpc.testing import Emulator
from zgrpc.testing.faults import Faults, latency

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from zgrpc.testing.fault import Exchange

# ZITADEL v4.13.1 with PostgreSQL 15, 48,005 user grants, in seconds. Every request counts the whole set (160 ms of it),
# carries its rows (the rest of 190 ms for 1,000, 290 for 10,000, 640 for all), and skips those before its offset. The
# last figure is what makes the loops take what they were measured to: 17 s by pages of 1,000 (0.35 s a page), 1.8 s by
# pages of 10,000, 10 s by pages of 100 over 12,005.
PER_COUNTED = 0.160 / 48_005
PER_SKIPPED = 6.7e-6
ROWS = ((0, 0.0), (1_000, 0.030), (10_000, 0.130), (20_000, 0.310), (48_005, 0.480))
SMALL = 0.008
"""Seconds of a small list, as a search for 100 users was measured to take."""


def rows_cost(rows: int) -> float:
    for (left, low), (right, high) in itertools.pairwise(ROWS):
        if rows <= right:
            return low + (high - low) * (rows - left) / (right - left)
    return ROWS[-1][1] * rows / ROWS[-1][0]


class Costs(Faults):
    """Lets each list take what it is said to, in all: what the emulator itself takes is part of it."""

    total = 0

    def serve(self, exchange: Exchange, serve: Callable[[Any], Any]) -> Generator[float, None, Any]:
        started = time.monotonic()
        request: Any = exchange.request
        answer = serve(request)
        if exchange.rpc.endswith(".ManagementService/ListUserGrants"):
            offset = request.query.offset
            rows = max(0, min(request.query.limit or self.total, self.total - offset))
            cost = PER_COUNTED * self.total + rows_cost(rows) + PER_SKIPPED * min(offset, self.total)
            yield max(0.0, cost - (time.monotonic() - started))
        return answer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", choices=("lists", "batch"))
    parser.add_argument("--grants", type=int, default=0)
    parser.add_argument("--users", type=int, default=1)
    given = parser.parse_args()
    with Emulator() as emulator:
        seeded = emulator.seed(users=given.users, grants=given.grants)
        emulator.store.run(  # as if it had been written a second apart
            "UPDATE events SET created = created - 1000000 * ((SELECT max(position) FROM events) - position)"
        )
        if given.model == "lists":
            costs = emulator.faults = Costs([latency(0.0)])  # one fault, for without any the costs are not asked
            costs.total = given.grants
            emulator.faults.add(latency({"admin.list_events": SMALL, "list_users": SMALL}, total=True))
        else:
            # 6 ms a single call, 8 ms a batch, two at a time, as on the real server.
            emulator.faults.add(latency({"get_user_by_id": 0.006, "list_users": 0.008}, concurrency=2, total=True))
        print(emulator.port, str.__str__(emulator.owner_token), *seeded.user_ids[:500], flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
