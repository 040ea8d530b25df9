"""The gRPC side: one generic handler, one pipeline for every call of both services."""

from __future__ import annotations

import importlib
import time
from concurrent import futures
from typing import TYPE_CHECKING, Any, NamedTuple

import grpc
from google.protobuf import message_factory

from zgrpc._generated.rpcs import RPCS, SERVICES
from zgrpc.testing import access, permissions, validation
from zgrpc.testing.call import Call
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import HANDLERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.emulator import Emulator

# As many calls as the real server serves at once on one connection.
MAX_CONCURRENT_STREAMS = 250
# Idle threads cost nothing, as they are started one by one when all others are busy; a call that a fault delays keeps one.
_MAX_WORKERS = 1024


class Method(NamedTuple):
    """One RPC as the pipeline needs it."""

    name: str
    """``management.AddOrg``"""
    rpc: str
    """``AddOrg``"""
    permission: str
    """``org.create``, ``authenticated``, or empty."""
    read: bool
    request: type[Message]
    response: type[Message]


def methods() -> dict[str, Method]:
    """Every RPC of both services by its path, such as ``/zitadel.auth.v1.AuthService/Healthz``."""
    found = {}
    for alias, (full_name, module_name) in SERVICES.items():
        module: Any = importlib.import_module(module_name)
        service = module.DESCRIPTOR.services_by_name[full_name.rpartition(".")[2]]
        for name, _, _, permission, read, _, _ in RPCS[alias].values():
            method = service.methods_by_name[name]
            found[f"/{full_name}/{name}"] = Method(
                f"{alias}.{name}",
                name,
                permission,
                read,
                message_factory.GetMessageClass(method.input_type),
                message_factory.GetMessageClass(method.output_type),
            )
    return found


class Service(grpc.GenericRpcHandler):
    """Both services. Every call runs through `answer`."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._methods = methods()
        self._handlers: dict[str, grpc.RpcMethodHandler] = {}

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler | None:
        """The handler of a method; None, which gRPC answers with UNIMPLEMENTED, for another service's."""
        path = handler_call_details.method
        handler = self._handlers.get(path)
        if handler is None and path in self._methods:
            handler = self._handlers[path] = self._build(self._methods[path])
        return handler

    def _build(self, method: Method) -> grpc.RpcMethodHandler:
        def unary(request: Message, context: grpc.ServicerContext) -> Any:
            return self._serve(method, request, context)

        return grpc.unary_unary_rpc_method_handler(
            unary, request_deserializer=method.request.FromString, response_serializer=_serialize
        )

    def _serve(self, method: Method, request: Message, context: grpc.ServicerContext) -> Any:
        metadata: dict[str, str] = {}
        for key, value in context.invocation_metadata():
            metadata.setdefault(key, value if isinstance(value, str) else "")
        started = time.monotonic()
        error: Err | None = None
        try:
            faults = self._emulator.faults
            if faults is not None:
                faults.before(method, request, context)
            response = self.answer(method, request, metadata)
            if faults is not None:
                response = faults.after(method, request, response)
        except Err as refused:
            error = refused
        code = grpc.StatusCode.OK if error is None else error.code
        self._emulator.record(method, request, metadata, code, time.monotonic() - started)
        if error is not None:
            context.set_trailing_metadata(error.trailers())
            context.abort(error.code, error.details)
        return response

    def answer(self, method: Method, request: Message, metadata: dict[str, str]) -> Any:
        """One call: authentication, permission, validation, then the RPC's own rules.

        Raises:
            Err: the refusal.
        """
        handler = HANDLERS.get(method.name)
        if handler is None:
            raise Err("UNIMPLEMENTED", "", f"{method.name} is not emulated")
        emulator = self._emulator
        store = emulator.store
        with store.lock:
            user_id = org_id = token = ""
            if method.permission:
                token = access.bearer(metadata.get("authorization"))
                user = access.authenticate(store, token)
                user_id = user["id"]
                org_id = access.organization(store, metadata.get("x-zitadel-orgid"), user["org_id"])
                if method.permission != "authenticated":
                    permissions.check(store, user_id, org_id, method.rpc, method.permission, request)
            validation.validate(request)
            call = Call(method.name, store, emulator.domain, user_id, org_id, token, emulator.unstable_order)
            with store.read() if method.read else store.write():
                response = handler(call, request)
        if isinstance(response, dict):
            return method.response(**response)
        return response


def _serialize(response: Any) -> bytes:
    """A response's bytes; large lists come serialized already."""
    if isinstance(response, bytes):
        return response
    serialized: bytes = response.SerializeToString()
    return serialized


def start(emulator: Emulator, bind: Callable[[grpc.Server], int]) -> tuple[grpc.Server, int]:
    """Start serving; `bind` adds the port and returns its number."""
    options = [
        ("grpc.max_concurrent_streams", MAX_CONCURRENT_STREAMS),
        ("grpc.max_receive_message_length", -1),
        ("grpc.max_send_message_length", -1),
        # Two emulators must not share a port, which Linux would allow.
        ("grpc.so_reuseport", 0),
    ]
    pool = futures.ThreadPoolExecutor(_MAX_WORKERS, thread_name_prefix="zgrpc-emulator")
    server = grpc.server(pool, handlers=[Service(emulator)], options=options)
    port = bind(server)
    server.start()
    return server, port
