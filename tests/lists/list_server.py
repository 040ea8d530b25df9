"""A server of lists on a real socket, which misbehaves as a test asks."""

from __future__ import annotations

import functools
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._contract.paging import V2_DEFAULT_LIMIT, V2_LIMIT
from zgrpc._contract.rpc import all_rpcs
from zgrpc._lists.steps import Ask

if TYPE_CHECKING:
    from tests.lists.simulated import Simulated
    from zgrpc._contract.rpc import Rpc


class Served:
    """A list RPC, filled in from its descriptors."""

    def __init__(self, rpc: Rpc) -> None:
        assert rpc.paging is not None
        self.rpc = rpc
        self.paging = rpc.paging

    def asks_for_creation(self, request: Any, query: Any) -> bool:
        """Whether a request asks for the order by creation, ascending."""
        name = self.paging.creation_column
        if not name or not query.asc:
            return False
        column = request.DESCRIPTOR.fields_by_name["sorting_column"]
        return bool(request.sorting_column == column.enum_type.values_by_name[name].number)

    def answer(self, rows: list[str], total: int, row_bytes: int) -> Any:
        """The response with the rows of these ids; `row_bytes` makes the user grants larger."""
        response: Any = self.rpc.response_class()
        details, count = self.paging.total.split(".")
        setattr(getattr(response, details), count, total)
        items = getattr(response, self.paging.items)
        for row in rows:
            item = items.add()
            where, name = self._leaf(item)
            setattr(where, name, row)
            if row_bytes:
                item.user_name = "x" * row_bytes
        return response

    def row(self, item: Any) -> str:
        """The id of a row."""
        where, name = self._leaf(item)
        return str(getattr(where, name))

    def _leaf(self, item: Any) -> tuple[Any, str]:
        """Where an item holds what it is recognized by: the message, and the name of its field."""
        *path, name = self.paging.identity[0].split(".")
        for step in path:
            item = getattr(item, step)
        while (field := item.DESCRIPTOR.fields_by_name[name]).message_type is not None:
            item, name = getattr(item, name), field.message_type.fields[0].name
        return item, name


def _is_served(rpc: Rpc) -> bool:
    """Whether it is a paged list; those of enum values have but a handful of items."""
    if rpc.paging is None or rpc.paging.kind not in ("offset", "v2"):
        return False
    item = rpc.descriptor.output_type.fields_by_name[rpc.paging.items].message_type
    assert item is not None
    key = item.fields_by_name.get(rpc.paging.identity[0])
    return key is None or key.enum_type is None


SERVED = [rpc for rpc in all_rpcs().values() if _is_served(rpc)]
"""Every list of the nineteen services that is paged by offset and limit."""


@dataclass
class Behavior:
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
        revoked_after: The call (counted from 0) from which on it refuses the token of the first call; None for never.
        simulated: The list to serve in place of `rows`, with writers at work.
        row_bytes: How large a row is made, in bytes.
        delay: Seconds that a call takes, unless it is canceled before.
        slow_from: The call (counted from 0) from which on calls take `delay`.
    """

    rows: list[str] = field(default_factory=list)
    shuffle: int | None = None
    cap: int | None = None
    refuse_above: int | None = None
    hidden_refusal: bool = True
    ignores_paging: bool = False
    total: int | None = None
    unavailable: frozenset[int] = frozenset()
    revoked_after: int | None = None
    simulated: Simulated | None = None
    row_bytes: int = 0
    delay: float = 0.0
    slow_from: int = 0


class ListServer:
    """Serves every list of `SERVED` as `behavior` says, and keeps what it was asked."""

    def __init__(self, compression: grpc.Compression | None = None) -> None:
        self.behavior = Behavior()
        self.asked: list[tuple[int, int]] = []
        self.metadata: list[dict[str, str | bytes]] = []
        self.canceled = 0
        self.most_at_once = 0
        self._active = 0
        self._lock = threading.Lock()
        self._server = grpc.server(ThreadPoolExecutor(8), compression=compression)
        services: dict[str, dict[str, Any]] = {}
        for rpc in SERVED:
            service, method = rpc.full_name.split("/")
            services.setdefault(service, {})[method] = grpc.unary_unary_rpc_method_handler(
                functools.partial(self._serve, Served(rpc)),
                request_deserializer=rpc.request_class.FromString,
                response_serializer=rpc.response_class.SerializeToString,
            )
        self._server.add_generic_rpc_handlers(
            tuple(grpc.method_handlers_generic_handler(name, methods) for name, methods in services.items())
        )
        self.port = self._server.add_insecure_port("localhost:0")
        self._server.start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def behave(self, behavior: Behavior) -> None:
        self.behavior = behavior
        self.asked = []
        self.metadata = []
        self.most_at_once = 0

    def stop(self) -> None:
        self._server.stop(None).wait()

    def _serve(self, served: Served, request: Any, context: grpc.ServicerContext) -> Any:
        query = getattr(request, served.paging.field)
        limit = query.limit
        if served.paging.kind == "v2":
            if limit > min(V2_LIMIT, self.behavior.refuse_above or V2_LIMIT):
                context.abort(grpc.StatusCode.INVALID_ARGUMENT, "Errors.Query.LimitExceeded (QUERY-4M0fs)")
            limit = limit or V2_DEFAULT_LIMIT
        ask = Ask(query.offset, limit, served.asks_for_creation(request, query))
        with self._lock:
            number = len(self.asked)
            self.asked.append((query.offset, query.limit))
            self.metadata.append(dict(context.invocation_metadata()))
            self._active += 1
            self.most_at_once = max(self.most_at_once, self._active)
        try:
            rows, total = self._rows(ask, number, context)
        finally:
            with self._lock:
                self._active -= 1
        return served.answer(rows, total, self.behavior.row_bytes)

    def _rows(self, ask: Ask, number: int, context: grpc.ServicerContext) -> tuple[list[str], int]:
        """The ids of one answer, and its total."""
        does, rows = self.behavior, self.behavior.rows
        offset, limit = ask.offset, ask.limit
        if does.delay and number >= does.slow_from:
            over = threading.Event()
            if not context.add_callback(over.set) or over.wait(does.delay):
                with self._lock:
                    self.canceled += 1
        if number in does.unavailable:
            context.abort(grpc.StatusCode.UNAVAILABLE, "restarting")
        first, now = self.metadata[0].get("authorization"), dict(context.invocation_metadata()).get("authorization")
        if does.revoked_after is not None and number >= does.revoked_after and now == first:
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "the token is too old")
        if does.simulated is not None:
            with self._lock:
                answer = does.simulated.answer(ask)
            return [str(row) for row in answer.parts[0]], answer.total
        if does.refuse_above is not None and limit > does.refuse_above:
            text = "limit exceeded"
            if does.hidden_refusal:
                context.abort(grpc.StatusCode.UNKNOWN, f"rpc error: code = InvalidArgument desc = {text} ()")
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, text)
        total = len(rows) if does.total is None else does.total
        if does.shuffle is not None:
            rows = random.Random(f"{does.shuffle} {offset} {limit}").sample(rows, len(rows))
        if not does.ignores_paging:
            rows = rows[offset : offset + (limit or len(rows))][: does.cap]
        return rows, total if rows else 0


def ids(count: int) -> list[str]:
    return [str(number) for number in range(count)]
