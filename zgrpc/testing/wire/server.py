"""The gRPC side: one generic handler, one pipeline for every call of all services."""

from __future__ import annotations

import contextlib
import functools
import importlib
import logging
import time
from concurrent import futures
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import grpc

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import Rpc, rpcs_of
from zgrpc.testing import registry
from zgrpc.testing.accounts import StoredAccounts
from zgrpc.testing.domain import access, permissions, session_tokens
from zgrpc.testing.domain.context import Context
from zgrpc.testing.errors import Err, bare
from zgrpc.testing.fault import Exchange, Interrupted
from zgrpc.testing.store.failures import status_of
from zgrpc.testing.wire import validation
from zgrpc.testing.wire.checked import CHECKED_FIELD, named_organization

if TYPE_CHECKING:
    import threading

    from google.protobuf.message import Message

    from zgrpc.testing.faults import Faults
    from zgrpc.testing.store import Store
    from zgrpc.testing.tls import Certificate

_log = logging.getLogger(__name__)

_OF_EVENTS = frozenset({"admin.ListEvents", "admin.ListEventTypes", "admin.ListAggregateTypes"})
"""The RPCs that read the events themselves, which trail nothing."""
# As many calls as the real server serves at once on one connection.
MAX_CONCURRENT_STREAMS = 250
# Python runs one thread at a time, so that more threads only get in each other's way: 4 take two thirds of the CPU that
# as many as there are calls would take. Some more let quick calls pass while large lists are read.
_WORKERS = 8
# A call that a fault delays keeps a thread, and so does a reflection stream. Threads are started when they are needed.
_PATIENT_WORKERS = 1024
# Seconds for calls under way to end when the server stops; a server without any stops at once.
_GRACE = 0.5


class Host(Protocol):
    """What the server asks of the emulator that it serves."""

    domain: str
    unstable_order: bool
    faults: Faults
    stopping: threading.Event

    @property
    def store(self) -> Store:
        """The open store."""
        ...

    @property
    def issuer(self) -> str:
        """The issuer of tokens."""
        ...

    def system_user(self, token: str) -> str | None:
        """Return the name of the system user who signed a token; None for any other token."""
        ...

    def record(
        self, method: Method, request: Message, metadata: dict[str, str], code: grpc.StatusCode, seconds: float
    ) -> None:
        """Remember a call."""
        ...


class Method(NamedTuple):
    """One RPC as the pipeline needs it."""

    name: str
    """``management.AddOrg``"""
    full_name: str
    """``zitadel.management.v1.ManagementService/AddOrg``"""
    permission: str
    """``org.create``, ``authenticated``, or empty."""
    read: bool
    request: type[Message]
    response: type[Message]

    @property
    def rpc(self) -> str:
        """The bare name, such as ``AddOrg``."""
        return self.name.rpartition(".")[2]

    @property
    def v2(self) -> bool:
        """Whether it belongs to a v2 service."""
        return self.name.startswith("v2.")


_KEYS = {full_name: key for key, (full_name, _) in SERVICES.items()}


@functools.cache
def _by_name(service: str) -> dict[str, Rpc]:
    return {rpc.name: rpc for rpc in rpcs_of(service).values()}


@functools.lru_cache(maxsize=1024)  # there are fewer RPCs than that; the paths that clients make up are endless
def find_method(path: str) -> Method | None:
    """An RPC by its path, such as ``/zitadel.auth.v1.AuthService/Healthz``; None for a path that is none.

    The first of a service imports the service's messages.
    """
    service, _, name = path.removeprefix("/").rpartition("/")
    rpc = _by_name(_KEYS[service]).get(name) if service in _KEYS else None
    if rpc is None:
        return None
    return Method(rpc.short_name, rpc.full_name, rpc.permission, rpc.read, rpc.request_class, rpc.response_class)


class Service(grpc.GenericRpcHandler):
    """All services. Every call runs through `answer`."""

    def __init__(self, emulator: Host) -> None:
        self._emulator = emulator
        self._handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {}
        self.quick = futures.ThreadPoolExecutor(_WORKERS, thread_name_prefix="zgrpc-emulator")

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        """The handler of a method; None, which gRPC answers with UNIMPLEMENTED, for another service's."""
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

    @property
    def pool(self) -> futures.ThreadPoolExecutor | None:
        """The threads that serve the next call; None for those that may be kept waiting."""
        return None if self._emulator.faults.active else self.quick

    def serve(self, method: Method, request: Message, context: grpc.ServicerContext) -> Any:
        """Answer a call, or end it with its error."""
        metadata: dict[str, str] = {}
        for key, value in context.invocation_metadata():
            metadata.setdefault(key, value if isinstance(value, str) else "")
        # grpcio shows the :authority of a call nowhere else; where a version hides it, every host is taken.
        details = getattr(getattr(context, "_rpc_event", None), "call_details", None)
        host = getattr(details, "host", b"").decode()
        response, error = self.call(method, request, metadata, host, context.peer())
        if error is not None:
            context.set_trailing_metadata(error.trailers())
            context.abort(error.code, error.details)
        return response

    def call(
        self, method: Method, request: Message, metadata: dict[str, str], host: str, peer: str
    ) -> tuple[Any, Err | Interrupted | None]:
        """Make a call that arrived by any protocol, and record it.

        Args:
            method: the RPC.
            request: its request.
            metadata: the request metadata, by name in lower case.
            host: the host that the call is addressed to, with or without a port; empty if it is not known.
            peer: the client's address, as gRPC writes it.

        Returns:
            the response, as a message or serialized, and None; or None and the error.
        """
        started = time.monotonic()
        error: Err | Interrupted | None = None
        response: Any = None
        try:
            self._check_host(metadata.get("x-zitadel-instance-host") or host)
            if self._emulator.faults.active:
                response = self._answer_with_faults(method, request, metadata, peer)
            else:
                response = self.answer(method, request, metadata)
        except (Err, Interrupted) as ended:
            error = ended
        except Exception as failure:  # noqa: BLE001  (a call ends with a status, whatever happens)
            error = _status(method, failure)
        code = grpc.StatusCode.OK if error is None else error.code
        self._emulator.record(method, request, metadata, code, time.monotonic() - started)
        return response, error

    def _check_host(self, host: str) -> None:
        """An instance is found by the host that a call is addressed to."""
        domain = self._emulator.domain
        if host and host != domain and host.rpartition(":")[0] != domain and not self._is_custom(host):
            raise Interrupted("NOT_FOUND", f"unable to set instance using origin {host} (ExternalDomain is {domain})")

    def _is_custom(self, host: str) -> bool:
        """Whether the instance has a custom domain that a call is addressed to."""
        name = host.rpartition(":")[0] or host
        own = "SELECT 1 FROM instance_domains WHERE trusted = 0 AND domain IN (?, ?)"
        return self._emulator.store.one(own, host, name) is not None

    def _answer_with_faults(self, method: Method, request: Message, metadata: dict[str, str], peer: str) -> Any:
        """As `answer`, with what strikes the call."""
        emulator = self._emulator

        def expire_token() -> None:
            StoredAccounts(emulator.store).expire_access_token(access.bearer(metadata.get("authorization")))

        asked = method.request()
        asked.CopyFrom(request)  # faults may change it, and what was received stays what it was
        exchange = Exchange(method.full_name, asked, peer, expire_token, method.response.FromString)
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
        handler = registry.find(method.name)
        if handler is None:
            raise bare("UNIMPLEMENTED", f"{method.name} is not emulated")
        store = self._emulator.store
        if not method.read:
            with store.write():
                ctx = self._context(method, request, metadata)
                validation.validate(request, native=method.v2)
                return handler(ctx, request)
        with store.read():
            ctx = self._context(method, request, metadata)
            validation.validate(request, native=method.v2)
            with contextlib.nullcontext() if method.name in _OF_EVENTS else store.trail():
                return handler(ctx, request)

    def _context(self, method: Method, request: Message, metadata: dict[str, str]) -> Context:
        """The context of a call: authenticated, and with the permission in the contract.

        Raises:
            Err: the refusal.
        """
        emulator = self._emulator
        ctx = Context(emulator.store, emulator.domain, emulator.issuer, unstable_order=emulator.unstable_order)
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
    """What an unexpected failure answers; what is no failure of the store is a mistake of the emulator, and logged."""
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
        return self._service.pool


def _serialize(response: Any) -> bytes:
    """A response's bytes; large lists come serialized already."""
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
    return Running(server, service, (service.quick, patient), port)


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
