"""A server of one list that misbehaves as told, on a real socket."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import grpc
from zitadel.management_pb2 import ListUserGrantRequest, ListUserGrantResponse

METHOD = "/zitadel.management.v1.ManagementService/ListUserGrants"


@dataclass
class Behaviour:
    """What the server does.

    Attributes:
        rows: The ids of the rows that there are; a writer may replace the list.
        shuffle: The seed of an order of its own for each pair of offset and limit; None for a stable order.
        cap: The most rows it gives, whatever the limit.
        refuse_above: The limit above which it answers INVALID_ARGUMENT.
        hidden_refusal: Whether that comes wrapped in UNKNOWN, as v1 services do.
        ignores_paging: Whether it gives everything, whatever offset and limit.
        total: The total it reports; None for the true one.
        unavailable: Which calls (counted from 0) it answers UNAVAILABLE.
        row_bytes: How large a row is made, in bytes.
        delay: Seconds that a call takes.
    """

    rows: list[str] = field(default_factory=list)
    shuffle: int | None = None
    cap: int | None = None
    refuse_above: int | None = None
    hidden_refusal: bool = True
    ignores_paging: bool = False
    total: int | None = None
    unavailable: frozenset[int] = frozenset()
    row_bytes: int = 0
    delay: float = 0.0


class ListServer:
    """Serves ListUserGrants as `behaviour` says, and keeps what it was asked."""

    def __init__(self) -> None:
        self.behaviour = Behaviour()
        self.asked: list[tuple[int, int]] = []
        self.heard: list[dict[str, str | bytes]] = []
        self.cancelled = 0
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._server = grpc.server(ThreadPoolExecutor(8))
        handler = grpc.unary_unary_rpc_method_handler(
            self._serve,
            request_deserializer=ListUserGrantRequest.FromString,
            response_serializer=ListUserGrantResponse.SerializeToString,
        )
        service, method = METHOD.strip("/").split("/")
        self._server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service, {method: handler}),))
        self.port = self._server.add_insecure_port("localhost:0")
        self._server.start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def behave(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.asked = []
        self.heard = []

    def stop(self) -> None:
        self._wake.set()
        self._server.stop(None).wait()

    def _serve(self, request: ListUserGrantRequest, context: grpc.ServicerContext) -> ListUserGrantResponse:
        does, rows = self.behaviour, self.behaviour.rows
        offset, limit = request.query.offset, request.query.limit
        with self._lock:
            number = len(self.asked)
            self.asked.append((offset, limit))
            self.heard.append(dict(context.invocation_metadata()))
        if does.delay:
            context.add_callback(self._ended)
            self._wake.wait(does.delay)
        if number in does.unavailable:
            context.abort(grpc.StatusCode.UNAVAILABLE, "restarting")
        if does.refuse_above is not None and limit > does.refuse_above:
            text = "limit exceeded"
            if does.hidden_refusal:
                context.abort(grpc.StatusCode.UNKNOWN, f"rpc error: code = InvalidArgument desc = {text} ()")
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, text)
        answer = ListUserGrantResponse()
        answer.details.total_result = len(rows) if does.total is None else does.total
        if does.shuffle is not None:
            rows = random.Random(f"{does.shuffle} {offset} {limit}").sample(rows, len(rows))
        if not does.ignores_paging:
            rows = rows[offset : offset + (limit or len(rows))][: does.cap]
        if not rows:
            answer.details.total_result = 0
        for row in rows:
            answer.result.add(id=row, user_name="x" * does.row_bytes)
        return answer

    def _ended(self) -> None:
        with self._lock:
            self.cancelled += 1


def ids(count: int) -> list[str]:
    return [str(number) for number in range(count)]
