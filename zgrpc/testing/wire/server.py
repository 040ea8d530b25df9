"""The gRPC side: one generic handler, one pipeline for every call of all services."""

from __future__ import annotations

import contextlib
import importlib
import logging
import time
from concurrent import futures
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import grpc

from zgrpc._contract._generated.index import SERVICES
from zgrpc.testing import registry
from zgrpc.testing.accounts import StoredAccounts
from zgrpc.testing.domain import access, permissions, session_tokens
from zgrpc.testing.domain.context import Context
from zgrpc.testing.errors import Err, bare
from zgrpc.testing.fault import Exchange, Interrupted
from zgrpc.testing.store.failures import status_of
from zgrpc.testing.wire import validation
from zgrpc.testing.wire.checked import CHECKED_FIELD, named_organization
from zgrpc.testing.wire.methods import find_method

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.domain.instances import Hosted, Instances
    from zgrpc.testing.faults import Faults
    from zgrpc.testing.tls import Certificate
    from zgrpc.testing.wire.methods import Method

_log = logging.getLogger(__name__)

_OF_EVENTS = frozenset({"admin.ListEvents", "admin.ListEventTypes", "admin.ListAggregateTypes"})
"""The RPCs that read the events themselves, which trail nothing."""
# As many calls as the real server serves at once on one connection.
MAX_CONCURRENT_STREAMS = 250
# Python runs one thread at a time, so that more threads only get in each other's way. Lists have threads of their own:
# other calls pass while large lists are read.
_WORKERS = 4
# A call that a fault delays keeps a thread, and so does a reflection stream. Threads are started when they are needed.
_PATIENT_WORKERS = 1024
# Seconds for calls under way to end when the server stops; a server without any stops at once.
_GRACE = 0.5


class Host(Protocol):
    """What the server asks of the emulator that it serves."""

    unstable_order: bool
    faults: Faults
    stopping: threading.Event

    @property
    def instances(self) -> Instances:
        """The instances that it serves."""
        ...

    def issuer_at(self, domain: str) -> str:
        """Return the issuer of tokens at a domain."""
        ...

    def system_user(self, token: str) -> str | None:
        """Return the name of the system user who signed a token; None for any other token."""
        ...

    def record(
        self, method: Method, request: Message, metadata: dict[str, str], code: grpc.StatusCode, seconds: float
    ) -> None:
        """Remember a call."""
        ...


class Service(grpc.GenericRpcHandler):
    """All services. Every call runs through `answer`."""

    def __init__(self, emulator: Host) -> None:
        self._emulator = emulator
        self._handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {}
        self._lists = futures.ThreadPoolExecutor(_WORKERS, thread_name_prefix="zgrpc-emulator-lists")
        self._others = futures.ThreadPoolExecutor(_WORKERS, thread_name_prefix="zgrpc-emulator")
        self.pools = (self._lists, self._others)

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Return the handler of a method; None, which gRPC answers with UNIMPLEMENTED, for another service's."""
        path = handler_call_details.method
        handler = self._handlers.get(path)
        if handler is None:
            method = find_method(path)
            if method is not None:
                handler = self._handlers[path] = self._build(method)
        return handler

    def _build(self, method: Method) -> grpc.RpcMethodHandler[Any, Any]:
        return grpc.unary_unary_rpc_method_handler(
            _Behavior(self, method), request_deserializer=method.request.FromString, response_serializer=_serialize
        )

    def pool(self, method: Method) -> futures.ThreadPoolExecutor | None:
        """Return the threads that serve the next call of a method; None for those that may be kept waiting."""
        if self._emulator.faults.active:
            return None
        return self._lists if method.is_list else self._others

    def serve(self, method: Method, request: Message, context: grpc.ServicerContext) -> Any:
        """Answer a call, or end it with its error."""
        # Of several values, the first one counts.
        pairs = reversed(context.invocation_metadata())
        metadata = {key: value if isinstance(value, str) else "" for key, value in pairs}
        # grpcio shows the :authority of a call nowhere else; where a version hides it, every host is taken.
        details = getattr(getattr(context, "_rpc_event", None), "call_details", None)
        host = getattr(details, "host", b"").decode()
        response, error = self.call(method, request, metadata, host, context.peer)
        if error is not None:
            context.set_trailing_metadata(error.trailers())
            context.abort(error.code, error.details)
        return response

    def call(
        self, method: Method, request: Message, metadata: dict[str, str], host: str, peer: Callable[[], str]
    ) -> tuple[Any, Err | Interrupted | None]:
        """Make a call that arrived by any protocol, and record it.

        Args:
            method: the RPC.
            request: its request.
            metadata: the request metadata, by name in lower case. It becomes part of the record.
            host: the host that the call is addressed to, with or without a port; empty if it is not known.
            peer: returns the client's address, as gRPC writes it.

        Returns:
            the response, as a message or serialized, and None; or None and the error.
        """
        started = time.monotonic()
        error: Err | Interrupted | None = None
        response: Any = None
        try:
            hosted = self._instance(method, request, metadata.get("x-zitadel-instance-host") or host)
            if self._emulator.faults.active:
                response = self._answer_with_faults(hosted, method, request, metadata, peer())
            else:
                response = self.answer(hosted, method, request, metadata)
        except (Err, Interrupted) as ended:
            error = ended
        except Exception as failure:  # noqa: BLE001  (a call ends with a status, whatever happens)
            error = _status(method, failure)
        code = grpc.StatusCode.OK if error is None else error.code
        self._emulator.record(method, request, metadata, code, time.monotonic() - started)
        return response, error

    def _instance(self, method: Method, request: Any, host: str) -> Hosted:
        """Return the instance that a call is about: the one that its request names, else the one at the host."""
        instances = self._emulator.instances
        found = (instances.named(request.instance_id) if method.by_id else None) or instances.at(host)
        if found is None:
            known = f"ExternalDomain is {instances.domain}"
            raise Interrupted("NOT_FOUND", f"unable to set instance using origin {host} ({known})")
        return found

    def _answer_with_faults(
        self, hosted: Hosted, method: Method, request: Message, metadata: dict[str, str], peer: str
    ) -> Any:
        """Answer a call with the faults that strike it."""
        emulator = self._emulator

        def expire_token() -> None:
            StoredAccounts(hosted.store).expire_access_token(access.bearer(metadata.get("authorization")))

        asked = method.request()
        asked.CopyFrom(request)  # faults may change it, and what was received stays what it was
        exchange = Exchange(method.full_name, asked, peer, expire_token, method.response.FromString)
        steps = emulator.faults.serve(exchange, lambda changed: self.answer(hosted, method, changed, metadata))
        while True:
            try:
                seconds = next(steps)
            except StopIteration as done:
                return done.value
            if seconds > 0.0 and emulator.stopping.wait(seconds):
                raise Interrupted("UNAVAILABLE", "the emulator was stopped")

    def answer(self, hosted: Hosted, method: Method, request: Message, metadata: dict[str, str]) -> Any:
        """Answer one call: authentication, permission, validation, then the RPC's own rules.

        Raises:
            Err: the refusal.
        """
        if not method.in_turn:
            return self._answer(hosted, method, request, metadata)
        instances = self._emulator.instances
        with instances.turn:
            try:
                return self._answer(hosted, method, request, metadata)
            finally:
                if not method.read:
                    instances.refresh()

    def _answer(self, hosted: Hosted, method: Method, request: Message, metadata: dict[str, str]) -> Any:
        handler = registry.find(method.name)
        if handler is None:
            raise bare("UNIMPLEMENTED", f"{method.name} is not emulated")
        store = hosted.store
        if not method.read:
            with store.write():
                ctx = self._context(hosted, method, request, metadata)
                validation.validate(request, native=method.v2)
                return handler(ctx, request)
        with store.read():
            ctx = self._context(hosted, method, request, metadata)
            validation.validate(request, native=method.v2)
            with contextlib.nullcontext() if method.name in _OF_EVENTS else store.trail():
                return handler(ctx, request)

    def _context(self, hosted: Hosted, method: Method, request: Message, metadata: dict[str, str]) -> Context:
        """Return the context of a call: authenticated, and with the permission in the contract.

        Raises:
            Err: the refusal.
        """
        emulator = self._emulator
        ctx = Context(
            emulator.instances, hosted.store, hosted.domain, emulator.issuer_at(hosted.domain),
            unstable_order=emulator.unstable_order,
        )  # fmt: skip
        if not method.permission:
            return ctx
        ctx.token = access.bearer(metadata.get("authorization"), native=method.v2)
        ctx.user_id = emulator.system_user(ctx.token) or ""
        if ctx.user_id:
            ctx.system = True
            ctx.org_id = metadata.get("x-zitadel-orgid") or ctx.store.fact("default_org_id")
            ctx.scope = None if method.v2 else ctx.org_id
            if method.permission != "authenticated":
                permissions.require_of_system(method.permission)
            return ctx
        session = session_tokens.session_id(ctx.token)
        user = (
            access.authenticate(ctx.store, ctx.token)
            if session is None
            else session_tokens.authenticate(ctx.store, session, ctx.token)
        )
        ctx.user_id = user["id"]
        asked = named_organization(ctx.store, request) or metadata.get("x-zitadel-orgid")
        ctx.org_id = access.organization(ctx.store, asked, user["org_id"])
        ctx.scope = None if method.v2 else ctx.org_id
        if method.permission != "authenticated":
            field = CHECKED_FIELD.get(method.full_name)
            object_id = None if field is None else getattr(request, field)
            ctx.objects = permissions.check(ctx.store, ctx.user_id, ctx.org_id, method.permission, object_id)
        return ctx


def _status(method: Method, failure: Exception) -> Err:
    """Return the status of an unexpected failure. Log it as the emulator's mistake, unless the store failed."""
    status = status_of(failure)
    if status is None:
        _log.error("%s failed in the emulator", method.name, exc_info=failure)
        status = bare("INTERNAL", f"the emulator failed: {type(failure).__name__}: {failure}")
    return status


class _Behavior:
    """One RPC, as grpcio calls it."""

    def __init__(self, service: Service, method: Method) -> None:
        self._service, self._method = service, method

    def __call__(self, request: Message, context: grpc.ServicerContext) -> Any:
        return self._service.serve(self._method, request, context)

    @property
    def experimental_thread_pool(self) -> futures.ThreadPoolExecutor | None:
        """Where grpcio looks for the threads of this call before it takes the server's."""
        return self._service.pool(self._method)


def _serialize(response: Any) -> bytes:
    """Return a response's bytes; large lists come serialized already."""
    if isinstance(response, bytes):
        return response
    serialized: bytes = response.SerializeToString()
    return serialized


def start(emulator: Host, address: str, port: int, certificate: Certificate | None) -> Running:
    """Start serving at an address, with TLS if there is a certificate. Port 0 takes a free one."""
    options = [
        ("grpc.max_concurrent_streams", MAX_CONCURRENT_STREAMS),
        # Calls beyond that wait, as with the real server; gRPC would refuse those of a client that is quicker than the
        # server's settings.
        ("grpc.http.overload_protection", 0),
        ("grpc.max_receive_message_length", -1),
        ("grpc.max_send_message_length", -1),
        # Two emulators must not share a port, which Linux would allow.
        ("grpc.so_reuseport", 0),
    ]
    service = Service(emulator)
    patient = futures.ThreadPoolExecutor(_PATIENT_WORKERS, thread_name_prefix="zgrpc-emulator-patient")
    server = grpc.server(patient, handlers=[service], options=options)
    _add_health_and_reflection(server)
    port = _bind(server, f"[{address}]:{port}" if ":" in address else f"{address}:{port}", certificate)
    server.start()
    return Running(server, service, (*service.pools, patient), port)


def _bind(server: grpc.Server, target: str, certificate: Certificate | None) -> int:
    if certificate is None:
        return server.add_insecure_port(target)
    credentials = grpc.ssl_server_credentials(
        [(certificate.key, certificate.cert)], certificate.client_ca, certificate.client_ca is not None
    )
    return server.add_secure_port(target, credentials)


class Running(NamedTuple):
    """A gRPC server that serves."""

    server: grpc.Server
    service: Service
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
        import grpc_reflection  # noqa: F401  (missing, it is missed now and not at the first reflection)
        from grpc_health.v1 import health, health_pb2, health_pb2_grpc
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(f"the emulator needs {missing.name}: pip install 'zgrpc[testing]'") from None
    names = [full_name for full_name, _ in SERVICES.values()]
    servicer = health.HealthServicer()
    for name in names:
        servicer.set(name, health_pb2.HealthCheckResponse.SERVING)
    health_pb2_grpc.add_HealthServicer_to_server(servicer, server)
    server.add_generic_rpc_handlers((_Reflection([*names, health.SERVICE_NAME]),))


class _Reflection(grpc.GenericRpcHandler):
    """Server reflection. Its first stream imports the messages of all services, which it has to describe."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        if not handler_call_details.method.startswith("/grpc.reflection.v1alpha."):
            return None
        from grpc_reflection.v1alpha import reflection_pb2

        return grpc.stream_stream_rpc_method_handler(
            lambda requests, context: self._servicer().ServerReflectionInfo(requests, context),
            request_deserializer=reflection_pb2.ServerReflectionRequest.FromString,
            response_serializer=reflection_pb2.ServerReflectionResponse.SerializeToString,
        )

    def _servicer(self) -> Any:
        from grpc_reflection.v1alpha import reflection

        for _, module in SERVICES.values():
            importlib.import_module(module)
        return reflection.ReflectionServicer([*self._names, reflection.SERVICE_NAME])
