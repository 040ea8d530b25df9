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
from zgrpc.testing.accounts import StoredAccounts
from zgrpc.testing.call import Call
from zgrpc.testing.errors import Err
from zgrpc.testing.fault import Exchange, Interrupted
from zgrpc.testing.handlers import HANDLERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.emulator import Emulator

# As many calls as the real server serves at once on one connection.
MAX_CONCURRENT_STREAMS = 250
# The store serves one call at a time, so that more threads only get in each other's way: 4 take two thirds of the CPU
# that as many as there are calls would take.
_WORKERS = 4
# A call that a fault delays keeps a thread, and so does a reflection stream. Threads are started when they are needed.
_PATIENT_WORKERS = 1024
# Seconds for calls under way to end when the server stops; a server without any stops at once.
_GRACE = 0.5


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
        self._handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {}
        self.quick = futures.ThreadPoolExecutor(_WORKERS, thread_name_prefix="zgrpc-emulator")

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        """The handler of a method; None, which gRPC answers with UNIMPLEMENTED, for another service's."""
        path = handler_call_details.method
        handler = self._handlers.get(path)
        if handler is None and path in self._methods:
            handler = self._handlers[path] = self._build(self._methods[path])
        return handler

    def _build(self, method: Method) -> grpc.RpcMethodHandler[Any, Any]:
        return grpc.unary_unary_rpc_method_handler(
            _Behavior(self, method), request_deserializer=method.request.FromString, response_serializer=_serialize
        )

    @property
    def pool(self) -> futures.ThreadPoolExecutor | None:
        """The threads that serve the next call; None for those that may be kept waiting."""
        return None if self._emulator.faults.active else self.quick

    def serve(self, method: Method, request: Message, context: grpc.ServicerContext) -> Any:
        """Answer a call, or end it with its error."""
        metadata: dict[str, str] = {}
        for key, value in context.invocation_metadata():
            metadata.setdefault(key, value if isinstance(value, str) else "")
        started = time.monotonic()
        error: Err | Interrupted | None = None
        response: Any = None
        try:
            self._check_host(metadata, context)
            if self._emulator.faults.active:
                response = self._answer_with_faults(method, request, metadata, context.peer())
            else:
                response = self.answer(method, request, metadata)
        except (Err, Interrupted) as ended:
            error = ended
        code = grpc.StatusCode.OK if error is None else error.code
        self._emulator.record(method, request, metadata, code, time.monotonic() - started)
        if error is not None:
            context.set_trailing_metadata(error.trailers())
            context.abort(error.code, error.details)
        return response

    def _check_host(self, metadata: dict[str, str], context: Any) -> None:
        """An instance is found by the host that a call is addressed to."""
        # grpcio shows the :authority of a call nowhere else; where a version hides it, every host is taken.
        details = getattr(getattr(context, "_rpc_event", None), "call_details", None)
        host = metadata.get("x-zitadel-instance-host") or getattr(details, "host", b"").decode()
        domain = self._emulator.domain
        if host and host != domain and host.rpartition(":")[0] != domain:
            raise Interrupted("NOT_FOUND", f"unable to set instance using origin {host} (ExternalDomain is {domain})")

    def _answer_with_faults(self, method: Method, request: Message, metadata: dict[str, str], peer: str) -> Any:
        """As `answer`, with what strikes the call."""
        emulator = self._emulator

        def expire_token() -> None:
            StoredAccounts(emulator.store).expire_access_token(access.bearer(metadata.get("authorization")))

        asked = method.request()
        asked.CopyFrom(request)  # faults may change it, and what was received stays what it was
        exchange = Exchange(method.rpc, asked, peer, expire_token, method.response.FromString)
        steps = emulator.faults.serve(exchange, lambda changed: self.answer(method, changed, metadata))
        while True:
            try:
                seconds = next(steps)
            except StopIteration as done:
                return done.value
            if seconds > 0.0 and emulator.stopping.wait(seconds):
                raise Interrupted("UNAVAILABLE", "the emulator was stopped")

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
            objects: frozenset[str] = frozenset()
            if method.permission:
                token = access.bearer(metadata.get("authorization"))
                user = access.authenticate(store, token)
                user_id = user["id"]
                org_id = access.organization(store, metadata.get("x-zitadel-orgid"), user["org_id"])
                if method.permission != "authenticated":
                    objects = permissions.check(store, user_id, org_id, method.rpc, method.permission, request)
            validation.validate(request)
            call = Call(method.name, store, emulator.domain, user_id, org_id, token, emulator.unstable_order, objects)
            with store.read() if method.read else store.write():
                response = handler(call, request)
        if isinstance(response, dict):
            return method.response(**response)
        return response


class _Behavior:
    """One RPC, as grpcio calls it."""

    def __init__(self, service: Service, method: Method) -> None:
        self._service, self._method = service, method

    def __call__(self, request: Message, context: grpc.ServicerContext) -> Any:
        return self._service.serve(self._method, request, context)

    @property
    def experimental_thread_pool(self) -> futures.ThreadPoolExecutor | None:
        """Where grpcio looks for the threads of this call before it takes the server's."""
        return self._service.pool


def _serialize(response: Any) -> bytes:
    """A response's bytes; large lists come serialized already."""
    if isinstance(response, bytes):
        return response
    serialized: bytes = response.SerializeToString()
    return serialized


def start(emulator: Emulator, bind: Callable[[grpc.Server], int]) -> Running:
    """Start serving; `bind` adds the port and returns its number."""
    options = [
        ("grpc.max_concurrent_streams", MAX_CONCURRENT_STREAMS),
        ("grpc.max_receive_message_length", -1),
        ("grpc.max_send_message_length", -1),
        # Two emulators must not share a port, which Linux would allow.
        ("grpc.so_reuseport", 0),
    ]
    service = Service(emulator)
    patient = futures.ThreadPoolExecutor(_PATIENT_WORKERS, thread_name_prefix="zgrpc-emulator-patient")
    server = grpc.server(patient, handlers=[service], options=options)
    _add_health_and_reflection(server)
    port = bind(server)
    server.start()
    return Running(server, (service.quick, patient), port)


class Running(NamedTuple):
    """A gRPC server that serves."""

    server: grpc.Server
    pools: tuple[futures.ThreadPoolExecutor, ...]
    port: int

    def stop(self) -> None:
        """End all calls, and wait until nobody works on one any more."""
        self.server.stop(_GRACE).wait()
        for pool in self.pools:
            pool.shutdown(wait=True)


def _add_health_and_reflection(server: grpc.Server) -> None:
    """grpc.health.v1 and server reflection, as every ZITADEL has them."""
    try:
        from grpc_health.v1 import health, health_pb2, health_pb2_grpc
        from grpc_reflection.v1alpha import reflection
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(f"the emulator needs {missing.name}: pip install 'zgrpc[testing]'") from None
    names = [full_name for full_name, _ in SERVICES.values()]
    servicer = health.HealthServicer()
    for name in names:
        servicer.set(name, health_pb2.HealthCheckResponse.SERVING)
    health_pb2_grpc.add_HealthServicer_to_server(servicer, server)
    reflection.enable_server_reflection([*names, health.SERVICE_NAME, reflection.SERVICE_NAME], server)
