"""Every RPC of every service goes over the wire to a server built from descriptors.

It is called in both flavors, from keywords, on the command line, and as a step of a load scenario. The server checks
that the request is what was written, and answers a filled message.
"""

from __future__ import annotations

import json
from concurrent import futures
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import grpc
import pytest
import yaml
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

import zgrpc
from tests.filled import fill
from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import Rpc, all_rpcs
from zgrpc._text.names import python_label
from zgrpc.cli.app import app
from zgrpc.load import reading, scenario
from zgrpc.load.steps import bind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from google.protobuf.descriptor import FieldDescriptor

RPCS = all_rpcs()
TOKEN = zgrpc.PersonalAccessToken("token")


def keywords(message: Message) -> dict[str, Any]:
    """The fields of a message as a caller writes them: dicts for messages, names for enum values."""
    return {field.name: _keyword(field, value) for field, value in message.ListFields()}


def _keyword(field: FieldDescriptor, value: Any) -> Any:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return dict(value)
    return [_plain(field, item) for item in value] if is_repeated(field) else _plain(field, value)


def _plain(field: FieldDescriptor, value: Any) -> Any:
    if field.enum_type is not None:
        return field.enum_type.values_by_number[value].name
    if field.message_type is None or field.message_type.file.package == "google.protobuf":
        return value
    return keywords(value)


def paging_fields(rpc: Rpc) -> frozenset[str]:
    """The fields of a list's request that the client sets."""
    if rpc.paging is None or rpc.paging.kind == "unpaged":
        return frozenset()
    own = {rpc.paging.field} if rpc.paging.field else {"limit", "sequence", "asc", "range", "from"}
    return frozenset(own | ({"sorting_column"} if rpc.paging.creation_column else set()))


def request(rpc: Rpc) -> Message:
    """The request that a call of the RPC sends, without what pages it."""
    message: Message = fill(rpc.request_class(), left_out=paging_fields(rpc))
    return message


def answer(rpc: Rpc) -> Message:
    """A filled answer; a list has one item."""
    message: Any = fill(rpc.response_class())
    if rpc.paging is not None and rpc.paging.total:
        details, _, total = rpc.paging.total.partition(".")
        setattr(getattr(message, details), total, 1)
    return message


class Server(grpc.GenericRpcHandler):
    """Answers every RPC; remembers those that it answered."""

    def __init__(self) -> None:
        self.answered: list[str] = []

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        rpc = RPCS.get(handler_call_details.method.lstrip("/"))
        if rpc is None:
            return None

        def serve(received: Any, context: grpc.ServicerContext) -> Message:
            # The bound of a list of events is exclusive, and the only event is at 90 seconds.
            ended = rpc.name == "ListEvents" and getattr(received, "from").ToMicroseconds() == 90_000_000
            for name in paging_fields(rpc):
                received.ClearField(name)
            if received != request(rpc):
                context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"not what the keywords say: {received}")
            self.answered.append(rpc.full_name)
            return rpc.response_class() if ended else answer(rpc)

        return grpc.unary_unary_rpc_method_handler(
            serve,
            request_deserializer=rpc.request_class.FromString,
            response_serializer=lambda message: message.SerializeToString(),
        )


@pytest.fixture
def server() -> Iterator[tuple[Server, str]]:
    handler = Server()
    server = grpc.server(futures.ThreadPoolExecutor(2), handlers=[handler])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield handler, f"http://127.0.0.1:{port}"
    server.stop(None)


def items(rpc: Rpc) -> list[Any]:
    return list(getattr(answer(rpc), rpc.items))


def test_every_rpc_is_called_over_the_wire(server: tuple[Server, str]) -> None:
    handler, address = server
    with zgrpc.Client(address, credentials=TOKEN) as client:
        for rpc in RPCS.values():
            call = attrgetter(f"{rpc.service}.{rpc.python_name}")(client)
            returned = call(**keywords(request(rpc)))
            if rpc.paging is None:
                assert returned == answer(rpc), rpc.full_name
            else:
                assert list(returned) == items(rpc), rpc.full_name
    assert set(handler.answered) == RPCS.keys()


async def test_every_rpc_is_called_over_the_wire_with_asyncio(server: tuple[Server, str]) -> None:
    handler, address = server
    async with zgrpc.AsyncClient(address, credentials=TOKEN) as client:
        for rpc in RPCS.values():
            call = attrgetter(f"{rpc.service}.{rpc.python_name}")(client)
            returned = call(**keywords(request(rpc)))
            if rpc.paging is None:
                assert await returned == answer(rpc), rpc.full_name
            else:
                assert [item async for item in returned] == items(rpc), rpc.full_name
    assert set(handler.answered) == RPCS.keys()


# -- the command line ------------------------------------------------------------------------------
def json_fields(rpc: Rpc) -> dict[str, Any]:
    """The fields of the request as JSON values."""
    return MessageToDict(request(rpc), preserving_proto_field_name=True)


def arguments(rpc: Rpc) -> list[str]:
    """What to write after ``zgrpc``."""
    fields = json_fields(rpc)
    if not rpc.paging:
        return ["call", rpc.short_name, "--json", json.dumps(fields)]
    texts = (f"{name}={value if isinstance(value, str) else json.dumps(value)}" for name, value in fields.items())
    return ["list", rpc.short_name, *texts]


@pytest.mark.slow
def test_every_rpc_is_called_over_the_wire_from_the_command_line(server: tuple[Server, str]) -> None:
    handler, address = server
    environ = {"ZITADEL_URL": address, "ZITADEL_TOKEN": "token"}
    for rpc in RPCS.values():
        done = CliRunner(env=environ).invoke(app, arguments(rpc))
        assert done.exit_code == 0, (rpc.full_name, done.output)
    assert set(handler.answered) == RPCS.keys()


@pytest.mark.slow
def test_every_rpc_is_described_on_the_command_line() -> None:
    for rpc in RPCS.values():
        done = CliRunner().invoke(app, ["describe", rpc.short_name])
        assert done.exit_code == 0, (rpc.full_name, done.output)
        for fact in (rpc.full_name, f"client.{python_label(rpc)}(", rpc.http_path, rpc.permission):
            assert fact in done.output, rpc.full_name


@pytest.mark.slow
@pytest.mark.parametrize("command", ["call", "describe", "list"])
@pytest.mark.parametrize("name", ["short_name", "python_label"])
def test_every_rpc_is_completed_on_the_command_line(command: str, name: str) -> None:
    names = {
        python_label(rpc) if name == "python_label" else rpc.short_name
        for rpc in RPCS.values()
        if rpc.paging or command != "list"
    }
    shell = ShellComplete(app, {}, "zgrpc", "_ZGRPC_COMPLETE")
    found = {item.value for text in names for item in shell.get_completions([command], text[:-1])}
    assert found == names


# -- load scenarios --------------------------------------------------------------------------------
def written(value: Any) -> Any:
    """A value as a scenario has it: texts for times and durations, the rest as YAML has it."""
    if isinstance(value, Message):
        return MessageToDict(value)
    if isinstance(value, dict):
        return {key: written(inner) for key, inner in value.items()}
    return [written(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.slow
async def test_every_rpc_is_a_step_of_a_load_scenario(server: tuple[Server, str], tmp_path: Path) -> None:
    handler, address = server
    steps = [
        {"list" if rpc.paging else "call": rpc.short_name, "fields": written(keywords(request(rpc)))}
        for rpc in RPCS.values()
    ]
    path = tmp_path / "all.yaml"
    path.write_text(yaml.safe_dump({"steps": steps}))
    read = reading.read(path)
    async with zgrpc.AsyncClient(address, credentials=TOKEN) as client:
        for step in read.steps:
            await bind(step, client, scenario.Data({}, {}), 30.0)()
    assert set(handler.answered) == RPCS.keys()
