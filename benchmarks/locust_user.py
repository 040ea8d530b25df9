"""Locust's users in a process of its own. For each line of stdin it prints the CPU seconds a request for a second.

``python -m benchmarks.locust_user PORT KIND``: ``Backend`` are zgrpc's users. ``Bare`` are users of Locust's own, who
call the stub and report each call by hand: the least that gRPC costs under gevent.
"""

from __future__ import annotations

import functools
import sys
import time
from typing import TYPE_CHECKING

from zgrpc.locust import ZitadelUser  # first, for it patches

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

    from zgrpc._client_options import Options

import gevent
import grpc
from locust import User, task
from locust.env import Environment
from zitadel.management_pb2 import GetUserByIDRequest, GetUserByIDResponse

import zgrpc
from benchmarks import calls
from benchmarks.load import PATH, ROWS, WIDTH

SECONDS = 1.0


class Backend(ZitadelUser):
    """Calls without a pause, as the callers of a closed loop do."""

    credentials = zgrpc.PersonalAccessToken(calls.TOKEN)
    options: ClassVar[Options] = {"org_id": calls.METADATA[1][1]}
    data: ClassVar[Mapping[str, object]] = {"users": {"rows": ROWS}}

    @task
    def look_up(self) -> None:
        self.client.management.get_user_by_id(**self.fill({"id": "${users.id}"}))


class Bare(User):
    """As `Backend`, with a bare stub."""

    requests = tuple(GetUserByIDRequest(id=row["id"]) for row in ROWS)
    number = 0

    def on_start(self) -> None:
        self.call = _channel(self.host).unary_unary(
            PATH,
            request_serializer=GetUserByIDRequest.SerializeToString,
            response_deserializer=GetUserByIDResponse.FromString,
        )

    @task
    def look_up(self) -> None:
        self.number = (self.number + 1) % len(self.requests)
        started, since = time.time(), time.perf_counter()
        answer = self.call(self.requests[self.number], timeout=10.0, metadata=calls.METADATA)
        self.environment.events.request.fire(
            request_type="gRPC",
            name=PATH,
            response_time=(time.perf_counter() - since) * 1000,
            response_length=answer.ByteSize(),
            response=answer,
            context={},
            exception=None,
            start_time=started,
        )


@functools.cache
def _channel(host: str) -> grpc.Channel:
    """The channel that all users share."""
    return grpc.insecure_channel(host.removeprefix("http://"))


def main() -> None:
    kind = {"Backend": Backend, "Bare": Bare}[sys.argv[2]]
    environment = Environment(user_classes=[kind], host=f"http://localhost:{sys.argv[1]}")
    runner = environment.create_local_runner()
    runner.start(WIDTH, spawn_rate=WIDTH)
    gevent.sleep(2 * SECONDS)
    total = environment.stats.total
    for _ in sys.stdin:  # blocks, and the users with it
        gevent.sleep(SECONDS / 5)
        cpu, count = time.process_time(), total.num_requests
        gevent.sleep(SECONDS)
        assert not total.num_failures, environment.stats.errors
        print((time.process_time() - cpu) / (total.num_requests - count), flush=True)
    runner.quit()


if __name__ == "__main__":
    main()
