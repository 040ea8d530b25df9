"""Steps bound to a client: the coroutine of one request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._contract.request import message_from
from zgrpc._contract.rows import flat
from zgrpc._errors import ResourceExhaustedError
from zgrpc._text import filters
from zgrpc._text.names import method_of
from zgrpc.load import templates
from zgrpc.load.scenario import Data, Row, Scenario, ScenarioError, Source, Step, read_csv

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence

    from google.protobuf.message import Message


THROTTLED = "throttled (RESOURCE_EXHAUSTED)"
"""What a refusal by a rate limit counts as: HTTP 429, or a quota of ZITADEL's own."""


class Bound:
    """A step as a coroutine function without arguments.

    Args:
        step: the step.
        client: an ``AsyncClient``.
        data: the rows for its fields.
        timeout: seconds, for a step without a timeout of its own.
    """

    __slots__ = (
        "_client",
        "_data",
        "_fields",
        "_limit",
        "_method",
        "_ready",
        "_requests",
        "_sources",
        "_step",
        "_where",
    )

    def __init__(self, step: Step, client: Any, data: Data, timeout: float) -> None:
        self._step = step
        self._client = client
        self._data = data
        self._ready = False
        if step.rpc is None:
            return
        # Not as keywords: some requests have a field called timeout or org_id.
        options = {"timeout": step.timeout or timeout, "org_id": step.org_id}
        self._method = method_of(client, step.rpc).with_options(**options)
        descriptor = step.rpc.descriptor.input_type
        self._limit = {} if step.limit is None else {"limit": step.limit}
        self._sources = sorted(templates.sources([dict(step.fields), dict(step.where)]))
        self._fields = templates.prepare(step.fields, descriptor)
        self._where = templates.prepare(step.where) if step.where else None
        # The request of a row is built once: what stands between the loop and the call is the generator's own cost.
        self._ready = not step.rpc.paging and len(self._sources) <= 1
        self._requests: dict[int, Message] = {}

    def request(self) -> Message:
        """Return the request of a unary step, with the next row of its data."""
        number = self._data.number(self._sources[0]) if self._sources else 0
        found = self._requests.get(number)
        if found is None:
            assert self._step.rpc is not None  # noqa: S101 - a step of a function has no request
            fields = self._fields({name: self._data.row(name, number) for name in self._sources})
            descriptor = self._step.rpc.descriptor.input_type
            found = self._requests[number] = message_from(descriptor, fields, self._step.name)
        return found

    def __call__(self) -> Awaitable[object]:
        """Send one request and take the response, a list to its end."""
        if self._ready:
            return self._method(self.request())  # type: ignore[no-any-return]  # the RPC is found by name
        return self._send()

    async def _send(self) -> None:
        step = self._step
        if step.function is not None:
            await step.function(self._client, self._data)
            return
        rows = {name: self._data.pick(name) for name in self._sources}
        arguments = {**self._fields(rows), **self._limit}
        if self._where is not None:
            arguments["where"] = filters.plain(self._where(rows))
        answer = self._method(**arguments)
        if step.rpc is not None and step.rpc.paging:
            async for _ in answer:
                pass
        else:
            await answer


def error_name(error: BaseException) -> str:
    """Return the name that an error counts under: throttled, error id, status code, or class."""
    if isinstance(error, ResourceExhaustedError):
        return THROTTLED
    if found := getattr(error, "id", None):
        return str(found)
    if isinstance(error, grpc.RpcError):
        code = getattr(error, "code", None)
        code = code() if callable(code) else code
        return str(getattr(code, "name", code))
    return type(error).__name__


async def load_data(scenario: Scenario, client: Any) -> dict[str, Sequence[Row]]:
    """All rows of a scenario's data; lists are fetched.

    Raises:
        ScenarioError: a source has no rows, or steps refer to a source or column that there is not.
    """
    found: dict[str, Sequence[Row]] = {}
    for name, source in scenario.data.items():
        if source.csv is not None:
            found[name] = read_csv(source.csv)
        elif source.rpc is not None:
            found[name] = [row async for row in _listed(client, source)]
        else:
            found[name] = list(source.rows)
    if scenario.set_up is not None:
        found.update({name: list(rows) for name, rows in (await scenario.set_up(client)).items()})
    for name, rows in found.items():
        if not rows:
            raise ScenarioError(f"data {name!r} has no rows: there is nothing to draw from")
    for step in scenario.steps:
        for name, column in sorted(templates.columns([dict(step.fields), dict(step.where)])):
            if name not in found:
                raise ScenarioError(f"step {step.name!r} refers to data {name!r}, which the scenario does not have")
            if column not in found[name][0]:
                columns = ", ".join(found[name][0])
                raise ScenarioError(f"step {step.name!r}: data {name!r} has no column {column!r}; it has {columns}")
    return found


async def _listed(client: Any, source: Source) -> AsyncIterator[Row]:
    if source.rpc is None:
        return
    method = method_of(client, source.rpc)
    arguments: dict[str, Any] = dict(source.fields)
    if source.where:
        arguments["where"] = filters.plain(source.where)
    if source.limit is not None:
        arguments["limit"] = source.limit
    async for item in method(**arguments):
        yield flat(item)


def picks(scenario: Scenario) -> Mapping[str, str]:
    """How rows are picked, by the name of their source."""
    return {name: source.pick for name, source in scenario.data.items()}
