"""Every RPC of every service goes over the wire in both flavors, from keywords, to a server built from descriptors.

The server checks that the request is what the keywords say, and answers a filled message.
"""

from __future__ import annotations

from concurrent import futures
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from google.protobuf.descriptor import FieldDescriptor

import zgrpc
from zgrpc._contract.filters import is_repeated
from zgrpc._contract.rpc import Rpc, all_rpcs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.message import Message

RPCS = all_rpcs()
TOKEN = zgrpc.PersonalAccessToken("token")
DEPTH = 3
SAMPLES: dict[int, Any] = {
    FieldDescriptor.CPPTYPE_BOOL: True,
    FieldDescriptor.CPPTYPE_FLOAT: 1.5,
    FieldDescriptor.CPPTYPE_DOUBLE: 2.5,
}


def fill(message: Any, depth: int = DEPTH, left_out: frozenset[str] = frozenset()) -> Any:
    """Set every field of a message, the first option of each oneof, and the same down to a depth."""
    chosen = set()
    for field in message.DESCRIPTOR.fields:
        oneof = field.containing_oneof
        if field.name in left_out or (oneof is not None and oneof.name in chosen):
            continue
        if field.message_type is not None and not depth:
            continue
        if oneof is not None:
            chosen.add(oneof.name)
        _set(message, field, depth)
    return message


def _set(message: Any, field: FieldDescriptor, depth: int) -> None:
    target = getattr(message, field.name)
    if field.message_type is None:
        if is_repeated(field):
            target.append(_sample(field))
        else:
            setattr(message, field.name, _sample(field))
    elif field.message_type.GetOptions().map_entry:
        value = field.message_type.fields_by_name["value"]
        if value.message_type is not None:
            fill(target["key"], depth - 1)
        else:
            target["key"] = _sample(value)
    elif field.message_type.full_name == "google.protobuf.Struct":
        target.update({"key": "value"})
    else:
        inner = target.add() if is_repeated(field) else target
        inner.SetInParent()
        if field.message_type.file.package == "google.protobuf":
            if "seconds" in field.message_type.fields_by_name:
                inner.seconds = 90
        else:
            fill(inner, depth - 1)


def _sample(field: FieldDescriptor) -> Any:
    if field.enum_type is not None:
        return field.enum_type.values[-1].number
    if field.type == FieldDescriptor.TYPE_BYTES:
        return b"\x00\xff"
    if field.cpp_type == FieldDescriptor.CPPTYPE_STRING:
        return field.name
    return SAMPLES.get(field.cpp_type, field.number)


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
