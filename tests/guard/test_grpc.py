"""The server interceptors for `grpc` and `grpc.aio`: all four kinds of methods."""

from __future__ import annotations

import asyncio
import contextlib
import time
from concurrent import futures
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from google.protobuf.wrappers_pb2 import StringValue as Text
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection, reflection_pb2, reflection_pb2_grpc

from zgrpc.guard import AsyncGuard, AsyncServerInterceptor, Guard, ServerInterceptor, current_identity, requires

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from zgrpc.testing import Emulator
    from zgrpc.testing.tokens import Tokens

KINDS = ["Unary", "Download", "Upload", "Chat"]
SERVICE = "acme.Reports"


def who() -> Text:
    return Text(value=current_identity().user_id)


class Servicer:
    def Unary(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        return who()

    def Download(self, request: Text, context: Any) -> Iterator[Text]:  # noqa: N802 - the RPC's name
        for _ in range(int(request.value or 1)):
            yield who()
            time.sleep(0.05 if request.value else 0)

    def Upload(self, requests: Iterator[Text], context: Any) -> Text:  # noqa: N802 - the RPC's name
        count = sum(1 for _ in requests)
        assert count
        return who()

    def Chat(self, requests: Iterator[Text], context: Any) -> Iterator[Text]:  # noqa: N802 - the RPC's name
        for _ in requests:
            yield who()

    @requires("admin", "owner")
    def Delete(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        return who()

    def Public(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        with pytest.raises(LookupError, match="exempt"):
            current_identity()
        return Text(value="public")


class AsyncServicer:
    async def Unary(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        await asyncio.sleep(0)
        return who()

    async def Download(self, request: Text, context: Any) -> AsyncIterator[Text]:  # noqa: N802 - the RPC's name
        for _ in range(int(request.value or 1)):
            yield who()
            await asyncio.sleep(0.05 if request.value else 0)

    async def Upload(self, requests: Any, context: Any) -> Text:  # noqa: N802 - the RPC's name
        assert [request async for request in requests]
        return who()

    async def Chat(self, requests: Any, context: Any) -> None:  # noqa: N802 - the RPC's name
        async for _ in requests:
            await context.write(who())

    @requires("admin", "owner")
    async def Delete(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        return who()

    async def Public(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        with pytest.raises(LookupError, match="exempt"):
            current_identity()
        return Text(value="public")

    async def Late(self, requests: Any, context: Any) -> Text:  # noqa: N802 - the RPC's name
        time.sleep(2.5)  # noqa: ASYNC251 - until the token has expired, without a turn of the event loop
        raise TimeoutError("of the method")

    async def Slow(self, requests: Any, context: Any) -> Text:  # noqa: N802 - the RPC's name
        try:
            await asyncio.sleep(20)
        finally:
            raise TimeoutError("of the method")

    async def Lately(self, request: Text, context: Any) -> AsyncIterator[Text]:  # noqa: N802 - the RPC's name
        yield who()
        time.sleep(2.5)  # noqa: ASYNC251 - as above
        raise TimeoutError("of the method")

    def Plain(self, request: Text, context: Any) -> Text:  # noqa: N802 - the RPC's name
        return Text()


def add(server: Any, servicer: Any) -> None:
    kinds = {
        "Download": grpc.unary_stream_rpc_method_handler,
        "Upload": grpc.stream_unary_rpc_method_handler,
        "Chat": grpc.stream_stream_rpc_method_handler,
        "Late": grpc.stream_unary_rpc_method_handler,
        "Slow": grpc.stream_unary_rpc_method_handler,
        "Lately": grpc.unary_stream_rpc_method_handler,
    }
    names = [name for name in dir(servicer) if name[0].isupper()]
    handlers = {
        name: kinds.get(name, grpc.unary_unary_rpc_method_handler)(
            getattr(servicer, name), Text.FromString, Text.SerializeToString
        )
        for name in names
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    health_pb2_grpc.add_HealthServicer_to_server(
        health.aio.HealthServicer() if isinstance(servicer, AsyncServicer) else health.HealthServicer(), server
    )
    if isinstance(servicer, Servicer):
        reflection.enable_server_reflection((SERVICE, reflection.SERVICE_NAME), server)


class Caller:
    """Calls the methods, over a real channel."""

    def __init__(self, port: int) -> None:
        self.channel = grpc.insecure_channel(f"localhost:{port}")

    def call(self, name: str, *tokens: str, value: str = "") -> list[str]:
        """The values of the responses."""
        kinds = {
            "Download": self.channel.unary_stream,
            "Upload": self.channel.stream_unary,
            "Chat": self.channel.stream_stream,
            "Late": self.channel.stream_unary,
            "Slow": self.channel.stream_unary,
            "Lately": self.channel.unary_stream,
        }
        kind: Any = kinds.get(name, self.channel.unary_unary)
        method = kind(f"/{SERVICE}/{name}", Text.SerializeToString, Text.FromString)
        request: Any = Text(value=value)
        if name in ("Upload", "Chat", "Late", "Slow"):
            request = iter([request] * 2)
        metadata = [("authorization", f"Bearer {token}") for token in tokens]
        response = method(request, metadata=metadata, timeout=20)
        return [part.value for part in (response if name in ("Download", "Chat", "Lately") else [response])]

    def refused(self, name: str, *tokens: str, value: str = "") -> tuple[str, str]:
        with pytest.raises(grpc.RpcError) as caught:
            self.call(name, *tokens, value=value)
        error: Any = caught.value
        assert not any(token in error.details() for token in tokens if len(token) > 8)
        return error.code().name, error.details()


def guard_of(tokens: Tokens, kind: Any) -> Any:
    return kind(tokens.issuer, audience=tokens.project_id, project=tokens.project_id, credentials=tokens.credentials)


@contextlib.contextmanager
def sync_server(tokens: Tokens, **options: Any) -> Iterator[Caller]:
    options = {"exempt": [f"{SERVICE}/Public"], **options}
    with guard_of(tokens, Guard) as guard, futures.ThreadPoolExecutor(8) as pool:
        server = grpc.server(pool, interceptors=[ServerInterceptor(guard, **options)])
        add(server, Servicer())
        caller = Caller(server.add_insecure_port("localhost:0"))
        server.start()
        with caller.channel:
            yield caller
        server.stop(None).wait()


@contextlib.contextmanager
def aio_server(tokens: Tokens, **options: Any) -> Iterator[Caller]:
    """A server of grpc.aio in the event loop of another thread."""
    options = {"exempt": [f"{SERVICE}/Public"], **options}
    ready: futures.Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = futures.Future()

    async def serve() -> None:
        async with guard_of(tokens, AsyncGuard) as guard:
            server = grpc.aio.server(interceptors=[AsyncServerInterceptor(guard, **options)])
            add(server, AsyncServicer())
            port = server.add_insecure_port("localhost:0")
            await server.start()
            stop = asyncio.Event()
            ready.set_result((port, asyncio.get_running_loop(), stop))
            await stop.wait()
            await server.stop(None)

    with futures.ThreadPoolExecutor(1) as pool:
        running = pool.submit(asyncio.run, serve())
        port, loop, stop = ready.result(20)
        caller = Caller(port)
        try:
            with caller.channel:
                yield caller
        finally:  # else a failing test hangs
            loop.call_soon_threadsafe(stop.set)
            running.result(20)


SERVERS = [pytest.param(sync_server, id="grpc"), pytest.param(aio_server, id="grpc.aio")]


@pytest.mark.parametrize("serve", SERVERS)
def test_every_kind_of_method_has_the_identity_of_its_caller(
    serve: Any, zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    with serve(zitadel_token) as caller:
        tokens = [zitadel_token(jwt=jwt) for jwt in (True, False)]
        for kind in KINDS:
            found = [caller.call(kind, token) for token in tokens]
            assert all(len(set(values)) == 1 for values in found)
            assert found[0][0].isdigit()
            assert found[0] != found[1]
        assert len(caller.call("Download", tokens[0], value="3")) == 3


@pytest.mark.parametrize("serve", SERVERS)
def test_every_kind_of_method_refuses_with_the_reason(
    serve: Any, zitadel_token: Tokens, zitadel_emulator: Emulator
) -> None:
    expired = zitadel_token(lifetime=-60)
    with serve(zitadel_token) as caller:
        for kind in KINDS:
            assert caller.refused(kind) == ("UNAUTHENTICATED", "the call carries no authorization metadata")
            assert caller.refused(kind, expired) == ("UNAUTHENTICATED", "the token has expired")
            assert caller.refused(kind, "unknown-opaque")[0] == "UNAUTHENTICATED"
            assert caller.refused(kind, expired, expired) == ("UNAUTHENTICATED", "the call carries several tokens")
        with zitadel_emulator.faults.introspection(status=500):
            assert caller.refused("Unary", "another-opaque")[0] == "UNAVAILABLE"


@pytest.mark.parametrize("serve", SERVERS)
def test_roles_are_asked_for_by_decorator_and_by_name(serve: Any, zitadel_token: Tokens) -> None:
    admin, viewer, nobody = zitadel_token(roles=["admin"]), zitadel_token(roles=["viewer"]), zitadel_token()
    with serve(zitadel_token, roles={f"{SERVICE}/Unary": ["viewer", "admin"]}) as caller:
        assert caller.call("Delete", admin)
        assert caller.refused("Delete", viewer) == ("PERMISSION_DENIED", "the user lacks the role 'admin' or 'owner'")
        assert caller.call("Unary", viewer)
        assert caller.refused("Unary", nobody)[0] == "PERMISSION_DENIED"
        assert caller.call("Download", nobody)
    with serve(zitadel_token, roles={SERVICE: "viewer"}) as caller:
        assert caller.call("Delete", viewer)  # by name comes before the mark
        assert caller.refused("Chat", nobody)[0] == "PERMISSION_DENIED"
    with serve(zitadel_token, roles={"*": "viewer"}) as caller:
        assert caller.refused("Delete", viewer)[0] == "PERMISSION_DENIED"
        assert caller.refused("Upload", nobody)[0] == "PERMISSION_DENIED"
        assert caller.call("Upload", viewer)


@pytest.mark.parametrize("serve", SERVERS)
def test_health_and_what_is_named_are_exempt(serve: Any, zitadel_token: Tokens) -> None:
    with serve(zitadel_token) as caller:
        assert caller.call("Public") == ["public"]
        assert caller.call("Public", "not-a-token") == ["public"]
        check = health_pb2_grpc.HealthStub(caller.channel).Check(health_pb2.HealthCheckRequest(), timeout=20)
        assert check.status == health_pb2.HealthCheckResponse.SERVING
    with serve(zitadel_token, exempt=[SERVICE], roles={SERVICE: "admin"}) as caller, pytest.raises(grpc.RpcError):
        caller.call("Unary")  # exempt, so that the method finds no identity


def test_reflection_is_exempt(zitadel_token: Tokens) -> None:
    with sync_server(zitadel_token) as caller:
        stub = reflection_pb2_grpc.ServerReflectionStub(caller.channel)
        request = reflection_pb2.ServerReflectionRequest(list_services="")
        names = {s.name for s in next(stub.ServerReflectionInfo(iter([request]))).list_services_response.service}
        assert SERVICE in names


@pytest.mark.parametrize("serve", SERVERS)
def test_an_unknown_method_is_unimplemented(serve: Any, zitadel_token: Tokens) -> None:
    with serve(zitadel_token) as caller:
        assert caller.refused("Nothing", zitadel_token())[0] == "UNIMPLEMENTED"


@pytest.mark.parametrize("serve", SERVERS)
@pytest.mark.parametrize("jwt", [True, False])
def test_a_stream_ends_with_its_token_when_asked(serve: Any, zitadel_token: Tokens, jwt: bool) -> None:
    with serve(zitadel_token, end_at_expiry=True) as caller:
        started = time.monotonic()
        refused = caller.refused("Download", zitadel_token(jwt=jwt, lifetime=2), value="400")
        assert refused == ("UNAUTHENTICATED", "the token has expired")
        assert 0.5 < time.monotonic() - started < 5
        lasting = zitadel_token(jwt=jwt)
        for kind in KINDS:
            assert caller.call(kind, lasting)


@pytest.mark.parametrize("serve", SERVERS)
@pytest.mark.parametrize("kind", ["Upload", "Chat"])
def test_a_stream_that_waits_for_its_caller_ends_too(serve: Any, kind: str, zitadel_token: Tokens) -> None:
    token = zitadel_token(lifetime=2)
    with serve(zitadel_token, end_at_expiry=True) as caller:
        make: Any = caller.channel.stream_unary if kind == "Upload" else caller.channel.stream_stream
        method = make(f"/{SERVICE}/{kind}", Text.SerializeToString, Text.FromString)
        done = futures.Future[None]()

        def slowly() -> Iterator[Text]:
            yield Text()
            done.result(20)

        with pytest.raises(grpc.RpcError) as caught:
            list(method(slowly(), metadata=[("authorization", f"Bearer {token}")], timeout=15))
        done.set_result(None)
        error: Any = caught.value
        assert error.code() is grpc.StatusCode.UNAUTHENTICATED


@pytest.mark.parametrize("serve", SERVERS)
def test_a_stream_is_checked_at_its_start_alone_by_default(serve: Any, zitadel_token: Tokens) -> None:
    with serve(zitadel_token) as caller:
        assert len(caller.call("Download", zitadel_token(lifetime=1), value="30")) == 30


@pytest.mark.parametrize("ends", [True, False])
def test_an_error_of_a_method_stays_what_it_is(zitadel_token: Tokens, ends: bool) -> None:
    with sync_server(zitadel_token, end_at_expiry=ends) as caller:
        for kind in ("Download",):
            code, details = caller.refused(kind, zitadel_token(), value="no number")
            assert (code, "invalid literal" in details) == ("UNKNOWN", True)


@pytest.mark.parametrize("kind", ["Late", "Slow", "Lately"])
def test_a_timeout_of_the_method_is_its_own_even_after_the_token_expired(zitadel_token: Tokens, kind: str) -> None:
    with aio_server(zitadel_token, end_at_expiry=True) as caller:
        code, details = caller.refused(kind, zitadel_token(lifetime=2))
        assert (code, "of the method" in details) == ("UNKNOWN", True)


def test_grpc_aio_checks_plain_functions_too(zitadel_token: Tokens) -> None:
    with aio_server(zitadel_token) as caller:
        assert caller.refused("Plain", zitadel_token())[0] != "OK"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"exempt": ["Unary"]}, "exempt must name methods as"),
        ({"exempt": ["*"]}, "would let everybody in"),
        ({"exempt": ["a.B/C/D"]}, "exempt must name methods as"),
        ({"roles": {"Unary": "admin"}}, "roles must name methods as"),
        ({"roles": {"a.B/*/C": "admin"}}, "roles must name methods as"),
        ({"roles": {"a.B": ""}}, "role's key"),
        ({"roles": {"a.B": []}}, "role's key"),
        ({"roles": {"a.B": None}}, "role's key"),
    ],
)
def test_a_wrong_rule_is_rejected(options: dict[str, Any], words: str) -> None:
    for guard, interceptor in ((Guard, ServerInterceptor), (AsyncGuard, AsyncServerInterceptor)):
        made: Any = guard("https://acme.example", audience="a")
        with pytest.raises(ValueError, match=words):
            interceptor(made, **options)


def test_guards_and_interceptors_of_two_flavors_do_not_mix() -> None:
    with pytest.raises(TypeError, match=r"zgrpc\.guard\.Guard, not AsyncGuard"):
        ServerInterceptor(AsyncGuard("https://acme.example", audience="a"))  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(TypeError, match=r"zgrpc\.guard\.AsyncGuard, not Guard"):
        AsyncServerInterceptor(Guard("https://acme.example", audience="a"))  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(TypeError, match="exempt must be a list"):
        ServerInterceptor(Guard("https://acme.example", audience="a"), exempt="a.B")
    with pytest.raises(ValueError, match="role's key"):
        requires()
