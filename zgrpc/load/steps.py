"""Steps bound to a client: what sends one request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import grpc

from zgrpc._contract.request import message_from
from zgrpc._contract.rows import flat
from zgrpc._errors import ResourceExhaustedError
from zgrpc._text import filters
from zgrpc._text.names import method_of
from zgrpc.load import templates
from zgrpc.load.reading import read_csv
from zgrpc.load.scenario import Data, Row, Scenario, ScenarioError, Source, Step

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence

    Send = Callable[[], Awaitable[object]]


THROTTLED = "throttled (RESOURCE_EXHAUSTED)"
"""What a refusal by a rate limit counts as: HTTP 429, or a quota of ZITADEL's own."""


def bind(step: Step, client: Any, data: Data, timeout: float) -> Send:
    """Return a function that sends one request of a step, and returns an awaitable of its response.

    Args:
        step: the step.
        client: an ``AsyncClient``.
        data: the rows for its fields.
        timeout: seconds, for a step without a timeout of its own.
    """
    if step.function is not None:
        return partial(step.function, client, data)
    rpc = step.rpc
    assert rpc is not None  # noqa: S101 - a step has either an RPC or a function
    # Not as keywords: some requests have a field called timeout or org_id.
    method = method_of(client, rpc).with_options(timeout=step.timeout or timeout, org_id=step.org_id)
    descriptor = rpc.descriptor.input_type
    sources = sorted(templates.sources([dict(step.fields), dict(step.where)]))
    fields = templates.prepare(step.fields, descriptor)
    if not rpc.paging and len(sources) <= 1:
        return _remembered(
            sources, data, lambda rows: method.prepared(message_from(descriptor, fields(rows), step.name))
        )
    limit = {} if step.limit is None else {"limit": step.limit}
    where = templates.prepare(step.where) if step.where else None

    async def send() -> None:
        rows = {name: data.pick(name) for name in sources}
        arguments = {**fields(rows), **limit}
        if where is not None:
            arguments["where"] = filters.plain(where(rows))
        answer = method(**arguments)
        if rpc.paging:
            async for _ in answer:
                pass
        else:
            await answer

    return send


def _remembered(sources: Sequence[str], data: Data, prepared: Callable[[Mapping[str, Row]], Send]) -> Send:
    """Return a function that sends the request of a row. It is built once, for building costs the generator time."""
    if not sources:
        return prepared({})
    (name,) = sources
    number, rows = data.picker(name), data.rows(name)
    built: dict[int, Send] = {}

    def send() -> Awaitable[object]:
        row = number()
        found = built.get(row)
        if found is None:
            found = built[row] = prepared({name: rows[row]})
        return found()

    return send


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
    """Return all rows of a scenario's data; lists are fetched.

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
    """Return how rows are picked, by the name of their source."""
    return {name: source.pick for name, source in scenario.data.items()}
