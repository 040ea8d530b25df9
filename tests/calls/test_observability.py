"""Calls report to the log, to a hook and to OpenTelemetry."""

from __future__ import annotations

# ruff: noqa: SIM117 - the outer block says where, the inner one what is tested there
import logging
import subprocess
import sys
from typing import Any

import grpc
import pytest
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import zgrpc

GET_MY_USER = "zitadel.auth.v1.AuthService/GetMyUser"


# -- logging --------------------------------------------------------------------------------------
def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "zgrpc"]


def test_a_call_is_a_line_at_debug_without_its_payload(emulator: Any, caplog: pytest.LogCaptureFixture) -> None:
    with emulator.client() as client:
        caplog.clear()
        with pytest.raises(zgrpc.NotFoundError):
            client.management.get_user_by_id(id="payload-of-the-call")
    (line,) = lines(caplog)
    assert line.startswith("zitadel.management.v1.ManagementService/GetUserByID NOT_FOUND ")
    assert "payload" not in line


def test_above_debug_nothing_is_logged_of_a_call(emulator: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "zgrpc")
    with emulator.client() as client:
        client.auth.get_my_user()
    assert lines(caplog) == []


def test_a_list_logs_its_requests(emulator: Any, caplog: pytest.LogCaptureFixture) -> None:
    with emulator.client() as client:
        caplog.clear()
        list(client.management.list_projects())
    assert len(lines(caplog)) == 1


# -- hooks ----------------------------------------------------------------------------------------
def test_on_call_receives_every_call(emulator: Any) -> None:
    infos: list[zgrpc.CallInfo] = []
    with emulator.client(on_call=infos.append) as client:
        org_id = client.management.get_my_org().org.id
        with pytest.raises(zgrpc.NotFoundError):
            client.with_org(org_id).management.get_user_by_id(id="404")
    first, second = infos
    assert (first.method, first.code, first.error, first.org_id, first.attempts) == (
        "zitadel.management.v1.ManagementService/GetMyOrg",
        grpc.StatusCode.OK,
        None,
        None,
        1,
    )
    assert 0 < first.seconds < 20
    assert (second.code, type(second.error), second.org_id) == (grpc.StatusCode.NOT_FOUND, zgrpc.NotFoundError, org_id)


async def test_on_call_receives_every_async_call(emulator: Any) -> None:
    infos: list[zgrpc.CallInfo] = []
    async with emulator.async_client(on_call=infos.append) as client:
        await client.auth.get_my_user()
        assert [project async for project in client.management.list_projects()] == []
    assert [info.method.partition("/")[2] for info in infos] == ["GetMyUser", "ListProjects"]


def test_a_hook_that_raises_does_not_disturb_the_call(emulator: Any, caplog: pytest.LogCaptureFixture) -> None:
    def hook(info: zgrpc.CallInfo) -> None:
        raise RuntimeError("a fault of the hook")

    with emulator.client(on_call=hook) as client:
        client.auth.get_my_user()
    assert "on_call raised; the call is not affected" in caplog.text


def test_a_hook_is_a_plain_function() -> None:
    async def hook(info: zgrpc.CallInfo) -> None: ...

    for wrong in ("print", hook):
        with pytest.raises(TypeError, match="on_call must be a function"):
            zgrpc.Client("http://localhost:1", on_call=wrong)  # type: ignore[arg-type]  # wrong on purpose


# -- OpenTelemetry --------------------------------------------------------------------------------
class Telemetry:
    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        tracers = TracerProvider()
        tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.tracer = tracers.get_tracer("test")
        self.otel = zgrpc.OpenTelemetry(tracers, MeterProvider([self.reader]))

    @property
    def spans(self) -> Any:
        return self.exporter.get_finished_spans()

    def durations(self) -> list[Any]:
        data: Any = self.reader.get_metrics_data()
        (metric,) = data.resource_metrics[0].scope_metrics[0].metrics
        assert (metric.name, metric.unit) == ("rpc.client.call.duration", "s")
        return list(metric.data.data_points)


@pytest.fixture
def telemetry() -> Telemetry:
    return Telemetry()


def test_a_call_is_a_client_span_by_the_conventions(emulator: Any, telemetry: Telemetry) -> None:
    with emulator.client(otel=telemetry.otel) as client:
        client.auth.get_my_user()
    (span,) = telemetry.spans
    assert (span.name, span.kind) == (GET_MY_USER, trace.SpanKind.CLIENT)
    assert dict(span.attributes) == {
        "rpc.system.name": "grpc",
        "rpc.method": GET_MY_USER,
        "rpc.response.status_code": "OK",
        "server.address": "localhost",
        "server.port": emulator.port,
    }
    assert span.status.status_code is trace.StatusCode.UNSET


def test_a_failed_call_is_a_failed_span(emulator: Any, telemetry: Telemetry) -> None:
    with emulator.client(otel=telemetry.otel) as client, pytest.raises(zgrpc.NotFoundError):
        client.management.get_user_by_id(id="404")
    (span,) = telemetry.spans
    assert span.attributes["rpc.response.status_code"] == span.attributes["error.type"] == "NOT_FOUND"
    assert span.status.status_code is trace.StatusCode.ERROR


def test_durations_are_counted_by_method_and_status(emulator: Any, telemetry: Telemetry) -> None:
    with emulator.client(otel=telemetry.otel) as client:
        for _ in range(3):
            client.auth.get_my_user()
    (point,) = telemetry.durations()
    assert point.count == 3
    assert point.attributes["rpc.method"] == GET_MY_USER
    assert point.attributes["rpc.response.status_code"] == "OK"


def test_the_trace_context_is_sent_and_the_parent_is_the_callers_span(own_emulator: Any, telemetry: Telemetry) -> None:
    with own_emulator.client(otel=telemetry.otel) as client:
        with telemetry.tracer.start_as_current_span("caller") as caller:
            client.auth.get_my_user()
    span = next(span for span in telemetry.spans if span.name == GET_MY_USER)
    assert span.parent.span_id == caller.get_span_context().span_id
    sent = own_emulator.calls[-1].metadata["traceparent"]
    assert sent.split("-")[1:3] == [f"{span.context.trace_id:032x}", f"{span.context.span_id:016x}"]


async def test_async_calls_are_spans_of_their_own(emulator: Any, telemetry: Telemetry) -> None:
    import asyncio

    async with emulator.async_client(otel=telemetry.otel) as client:
        await asyncio.gather(*(client.auth.get_my_user() for _ in range(5)))
    assert [span.name for span in telemetry.spans] == [GET_MY_USER] * 5


def test_token_fetches_and_attempts_are_events(own_emulator: Any, make_machine: Any, telemetry: Telemetry) -> None:
    credentials = make_machine(own_emulator).credentials["key"]
    with own_emulator.client(credentials=credentials, otel=telemetry.otel) as client:
        client.auth.get_my_user()
        with own_emulator.faults.expire_tokens(count=1):
            client.auth.get_my_user()
    first, second = telemetry.spans
    assert [event.name for event in first.events] == ["zgrpc.token"]
    assert [event.name for event in second.events] == ["zgrpc.token", "zgrpc.attempt"]
    assert dict(second.events[0].attributes) == {"generation": 2}
    assert dict(second.events[1].attributes) == {"after": "UNAUTHENTICATED"}


def test_no_span_shows_a_token(own_emulator: Any, make_machine: Any, telemetry: Telemetry) -> None:
    credentials = make_machine(own_emulator).credentials["key"]
    with own_emulator.client(credentials=credentials, otel=telemetry.otel) as client:
        client.auth.get_my_user()
        token = str.__str__(client.token())
    for span in telemetry.spans:
        assert token not in span.to_json()


def test_otel_is_true_or_an_opentelemetry() -> None:
    with pytest.raises(TypeError, match=r"otel must be True, False or a zgrpc\.OpenTelemetry"):
        zgrpc.Client("http://localhost:1", otel="yes")  # type: ignore[arg-type]  # wrong on purpose


def test_without_otel_nothing_of_it_is_imported(emulator: Any) -> None:
    code = (
        "import sys, zgrpc; c = zgrpc.Client(sys.argv[1]); c.management.healthz(); c.close(); "
        "print([m for m in sys.modules if m.startswith(('opentelemetry', 'zgrpc._calls.otel', 'httpx', 'jwt'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, emulator.url], capture_output=True, text=True, timeout=30)
    assert done.stdout == "[]\n", done.stderr
