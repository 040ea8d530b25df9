"""Two gRPC services and a FastAPI front that call one another, each under the guard.

    browser --token--> front (FastAPI) --same token--> reports (grpc) --its own token--> audit (grpc.aio)
                                                       reports <--the caller's token---- audit

The front and `reports` act as the user who called. `reports` writes its audit log as itself, with a token of its own
service user, which its client fetches and renews. `audit` asks `reports` back as the user whose history is asked for.
Each service checks each call by itself: no network between them is trusted.

    pip install 'zgrpc[guard]' fastapi uvicorn
    ZITADEL_URL=https://acme.zitadel.cloud ZITADEL_ISSUER=https://acme.zitadel.cloud PROJECT_ID=... \
        API_CLIENT_ID=... API_CLIENT_SECRET=... REPORTS_CLIENT_ID=... REPORTS_CLIENT_SECRET=... \
        uvicorn guarded_services:app

The project has the roles viewer, admin and service; the service user REPORTS_CLIENT_ID has the role service. In
production each service is a program of its own; here they are one, so that the example is one file.
"""
# ruff: noqa: ARG002, N802 - gRPC calls the methods by these names, with these arguments

import os
from collections.abc import AsyncIterator, Iterator
from concurrent import futures
from contextlib import ExitStack, asynccontextmanager, contextmanager
from typing import Annotated, Any

import grpc
import grpc.aio
from fastapi import Depends, FastAPI, Header, HTTPException
from google.protobuf.empty_pb2 import Empty
from google.protobuf.wrappers_pb2 import StringValue

import zgrpc
from zgrpc.guard import (
    AsyncGuard,
    AsyncServerInterceptor,
    Guard,
    Identity,
    ServerInterceptor,
    current_identity,
    requires,
)
from zgrpc.guard.fastapi import Caller


def guard_options() -> dict[str, Any]:
    """Who we are, and how we ask the issuer about opaque tokens: the same for all three."""
    return {
        "issuer": os.environ["ZITADEL_ISSUER"],
        "audience": os.environ["PROJECT_ID"],
        "project": os.environ["PROJECT_ID"],
        "credentials": zgrpc.ClientCredentials(os.environ["API_CLIENT_ID"], os.environ["API_CLIENT_SECRET"]),
    }


def own_client() -> zgrpc.Client:
    """A client as the service user of `reports`, whose tokens are for our project and carry its roles."""
    project = os.environ["PROJECT_ID"]
    return zgrpc.Client(
        os.environ["ZITADEL_URL"],
        issuer=os.environ["ZITADEL_ISSUER"],
        credentials=zgrpc.ClientCredentials(
            os.environ["REPORTS_CLIENT_ID"],
            os.environ["REPORTS_CLIENT_SECRET"],
            scopes=[f"urn:zitadel:iam:org:project:id:{project}:aud", "urn:zitadel:iam:org:projects:roles"],
        ),
    )


def bearer(token: str) -> tuple[tuple[str, str], ...]:
    """The metadata of a call that carries a token."""
    return (("authorization", f"Bearer {token}"),)


def authorization(context: Any) -> list[tuple[str, str]]:
    """The metadata of a call on behalf of the caller: their own token."""
    return [(key, value) for key, value in context.invocation_metadata() if key == "authorization"]


# -- reports: grpc, in threads -----------------------------------------------------------------------
class Reports:
    """Keeps reports. It takes down in the audit log who deletes one."""

    def __init__(self, zitadel: zgrpc.Client) -> None:
        self.names = {"q1", "q2"}
        self.zitadel = zitadel
        self.audit: grpc.Channel | None = None

    @requires("viewer", "admin")
    def List(self, request: Empty, context: grpc.ServicerContext) -> Iterator[StringValue]:
        """The names of the reports, as a stream."""
        yield from (StringValue(value=name) for name in sorted(self.names))

    @requires("admin")
    def Delete(self, request: StringValue, context: grpc.ServicerContext) -> Empty:
        """Delete a report, and write the log as ourselves."""
        assert self.audit is not None
        log = self.audit.unary_unary("/acme.Audit/Log", StringValue.SerializeToString, Empty.FromString)
        entry = StringValue(value=f"{current_identity().user_id} deleted {request.value}")
        log(entry, metadata=bearer(self.zitadel.token()), timeout=5)
        self.names.discard(request.value)
        return Empty()


@contextmanager
def serve_reports(reports: Reports) -> Iterator[str]:
    """Serve `reports` on a free port, and give its address."""
    handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
        "List": grpc.unary_stream_rpc_method_handler(reports.List, Empty.FromString, StringValue.SerializeToString),
        "Delete": grpc.unary_unary_rpc_method_handler(reports.Delete, StringValue.FromString, Empty.SerializeToString),
    }
    with Guard(**guard_options()) as guard, futures.ThreadPoolExecutor(8) as pool:
        server = grpc.server(pool, interceptors=[ServerInterceptor(guard, end_at_expiry=True)])
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("acme.Reports", handlers),))
        port = server.add_insecure_port("localhost:0")
        server.start()
        yield f"localhost:{port}"
        server.stop(None).wait()


# -- audit: grpc.aio ---------------------------------------------------------------------------------
class Audit:
    """Keeps the log. Services write it, administrators read it."""

    def __init__(self, reports: grpc.aio.Channel) -> None:
        self.entries: list[str] = []
        self.list_reports = reports.unary_stream("/acme.Reports/List", Empty.SerializeToString, StringValue.FromString)

    async def Log(self, request: StringValue, context: Any) -> Empty:
        """Take an entry down."""
        self.entries.append(request.value)
        return Empty()

    async def History(self, request: Empty, context: Any) -> StringValue:
        """The log, and what is left of the reports, which are asked for as the caller."""
        left = [name.value async for name in self.list_reports(Empty(), metadata=authorization(context), timeout=5)]
        return StringValue(value=f"{'; '.join(self.entries)}; left: {', '.join(left)}")


@asynccontextmanager
async def serve_audit(reports: grpc.aio.Channel) -> AsyncIterator[str]:
    """Serve `audit` on a free port, and give its address. Its roles are data here, and not decorators."""
    audit = Audit(reports)
    roles = {"acme.Audit/Log": "service", "acme.Audit/History": "admin"}
    handlers: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
        "Log": grpc.unary_unary_rpc_method_handler(audit.Log, StringValue.FromString, Empty.SerializeToString),
        "History": grpc.unary_unary_rpc_method_handler(audit.History, Empty.FromString, StringValue.SerializeToString),
    }
    async with AsyncGuard(**guard_options()) as guard:
        server = grpc.aio.server(interceptors=[AsyncServerInterceptor(guard, roles=roles)])
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("acme.Audit", handlers),))
        port = server.add_insecure_port("localhost:0")
        await server.start()
        yield f"localhost:{port}"
        await server.stop(None)


# -- the front: FastAPI ------------------------------------------------------------------------------
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Start the services, and one guard and one channel each for the whole process."""
    with ExitStack() as stack:
        reports = Reports(stack.enter_context(own_client()))
        reports_at = stack.enter_context(serve_reports(reports))
        async with (
            AsyncGuard(**guard_options()) as app.state.guard,
            grpc.aio.insecure_channel(reports_at) as app.state.reports,
            serve_audit(app.state.reports) as audit_at,
            grpc.aio.insecure_channel(audit_at) as app.state.audit,
        ):
            reports.audit = stack.enter_context(grpc.insecure_channel(audit_at))
            yield


app = FastAPI(lifespan=lifespan)
caller = Caller(lambda: app.state.guard)
Token = Annotated[str, Header(alias="authorization", include_in_schema=False)]


def http_error(error: grpc.aio.AioRpcError) -> HTTPException:
    """What a service refused, for a browser."""
    statuses = {grpc.StatusCode.UNAUTHENTICATED: 401, grpc.StatusCode.PERMISSION_DENIED: 403}
    return HTTPException(statuses.get(error.code(), 503), error.details())


@app.get("/me")
async def me(identity: Annotated[Identity, Depends(caller)]) -> dict[str, Any]:
    """Who the caller is."""
    return {"user_id": identity.user_id, "roles": sorted(identity.roles)}


@app.get("/reports", dependencies=[Depends(caller)])
async def list_reports(token: Token) -> list[str]:
    """The reports, as the caller may see them."""
    method = app.state.reports.unary_stream("/acme.Reports/List", Empty.SerializeToString, StringValue.FromString)
    try:
        return [name.value async for name in method(Empty(), metadata=[("authorization", token)], timeout=5)]
    except grpc.aio.AioRpcError as error:
        raise http_error(error) from None


@app.delete("/reports/{name}", dependencies=[Depends(caller.with_role("admin"))])
async def delete_report(name: str, token: Token) -> dict[str, str]:
    """Delete a report. The front refuses early; the service would refuse too."""
    method = app.state.reports.unary_unary("/acme.Reports/Delete", StringValue.SerializeToString, Empty.FromString)
    try:
        await method(StringValue(value=name), metadata=[("authorization", token)], timeout=5)
    except grpc.aio.AioRpcError as error:
        raise http_error(error) from None
    return {"deleted": name}


@app.get("/history", dependencies=[Depends(caller)])
async def history(token: Token) -> str:
    """The audit log. Here the service alone decides who may read it."""
    method = app.state.audit.unary_unary("/acme.Audit/History", Empty.SerializeToString, StringValue.FromString)
    try:
        log: StringValue = await method(Empty(), metadata=[("authorization", token)], timeout=5)
        return log.value
    except grpc.aio.AioRpcError as error:
        raise http_error(error) from None
