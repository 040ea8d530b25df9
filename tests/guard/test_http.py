"""ASGI and WSGI middleware, the FastAPI dependency, Flask and Django."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi import Depends, FastAPI, WebSocket
from fastapi.responses import StreamingResponse

from zgrpc.guard import (
    ASGIMiddleware,
    AsyncGuard,
    ExpiredTokenError,
    Guard,
    Identity,
    WSGIMiddleware,
    current_identity,
)
from zgrpc.guard.fastapi import Caller
from zgrpc.guard.policy import PathPolicy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from zgrpc.testing import Emulator
    from zgrpc.testing.tokens import Tokens


def options(tokens: Tokens) -> dict[str, Any]:
    return {"audience": tokens.project_id, "project": tokens.project_id, "credentials": tokens.credentials}


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


RULES: dict[str, Any] = {"exempt": ["/health", "/public/*"], "roles": {"/admin/*": ["admin", "owner"]}}


async def asgi_app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": scope["zgrpc.identity"].user_id})
        await send({"type": "websocket.close"})
        return
    identity = scope.get("zgrpc.identity")
    assert identity is None or identity is current_identity()
    body = (identity.user_id if identity else "nobody").encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": body})


def wsgi_app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    if "zgrpc.identity" not in environ:
        return [b"nobody"]
    assert environ["zgrpc.identity"] is current_identity()
    return (part.encode() for part in (current_identity().user_id[:4], current_identity().user_id[4:]))


class Http:
    """Requests of a guarded application, over ASGI or WSGI."""

    def __init__(self, kind: str, tokens: Tokens) -> None:
        self.kind = kind
        if kind == "asgi":
            self.guard: Any = AsyncGuard(tokens.issuer, **options(tokens))
            self.app: Any = ASGIMiddleware(asgi_app, guard=self.guard, **RULES)
        else:
            self.guard = Guard(tokens.issuer, **options(tokens))
            self.app = WSGIMiddleware(wsgi_app, guard=self.guard, **RULES)

    async def get(self, path: str, headers: Any = None, method: str = "GET") -> httpx.Response:
        url = f"http://service{path}"
        if self.kind == "asgi":
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app)) as client:
                return await client.request(method, url, headers=headers)
        with httpx.Client(transport=httpx.WSGITransport(self.app)) as sync_client:
            return sync_client.request(method, url, headers=headers)  # noqa: ASYNC212 - the application blocks too

    async def close(self) -> None:
        if self.kind == "asgi":
            await self.guard.close()
        else:
            self.guard.close()


@pytest.fixture(params=["asgi", "wsgi"])
async def http(request: pytest.FixtureRequest, zitadel_token: Tokens) -> Any:
    made = Http(request.param, zitadel_token)
    yield made
    await made.close()


async def test_a_request_with_a_token_has_an_identity(http: Http, zitadel_token: Tokens) -> None:
    for jwt in (True, False):
        answer = await http.get("/reports", bearer(zitadel_token(jwt=jwt)))
        assert answer.status_code == 200
        assert answer.text.isdigit()
    with pytest.raises(LookupError):
        current_identity()


async def test_a_request_is_refused_with_the_reason(http: Http, zitadel_token: Tokens) -> None:
    answer = await http.get("/reports")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json()["error"] == "missing"
    answer = await http.get("/reports", bearer(zitadel_token(lifetime=-60)))
    assert (answer.status_code, answer.json()) == (401, {"error": "expired", "message": "the token has expired"})
    expected = 'Bearer error="invalid_token", error_description="the token has expired"'
    assert answer.headers["www-authenticate"] == expected
    answer = await http.get("/admin/users", bearer(zitadel_token(roles=["viewer"])))
    assert (answer.status_code, answer.json()["error"]) == (403, "role_missing")
    assert 'error="insufficient_scope"' in answer.headers["www-authenticate"]
    assert (await http.get("/admin/users", bearer(zitadel_token(roles=["admin"])))).status_code == 200


async def test_a_refused_head_has_the_headers_of_a_get_and_no_body(http: Http) -> None:
    get, head = await http.get("/reports"), await http.get("/reports", method="HEAD")
    assert (head.status_code, head.content) == (401, b"")
    assert head.headers == get.headers
    assert int(head.headers["content-length"]) == len(get.content)


async def test_an_issuer_that_fails_is_503(http: Http, zitadel_token: Tokens, zitadel_emulator: Emulator) -> None:
    with zitadel_emulator.faults.introspection(status=500):
        answer = await http.get("/reports", bearer(zitadel_token(jwt=False)))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.json()["error"] == "unavailable"


async def test_exempt_paths_ask_for_no_token(http: Http) -> None:
    for path in ("/health", "/public/a", "/public/a/b"):
        assert (await http.get(path)).text == "nobody"
    for path in ("/health/", "/healthy", "/public", "/reports"):
        assert (await http.get(path)).status_code == 401


def test_a_path_that_can_be_read_in_two_ways_is_not_exempt() -> None:
    policy = PathPolicy(None, ["/public/*"])
    assert policy.exempts("/public/x.y")
    for path in ("/public/../admin", "/public/./x", "/public//admin", "/public/..", "/public/a\\..\\b", "/public/\x00"):
        assert not policy.exempts(path)


def test_the_most_precise_rule_counts() -> None:
    policy = PathPolicy({"/*": "user", "/admin/*": "admin", "/admin/audit/*": "auditor", "/admin/me": "self"}, [])
    asked = {path: policy.roles(path) for path in ("/", "/x", "/admin/x", "/admin/audit/x", "/admin/me", "/admin")}
    assert [roles for [(roles,)] in asked.values()] == ["user", "user", "admin", "auditor", "self", "user"]


@pytest.mark.parametrize(
    "path",
    [
        "/admin/x",
        "//admin/x",
        "/./admin/x",
        "/y/../admin/x",
        "/admin//x",
        "\\admin\\x",
        "/admin/x/",
        "/admin/../admin/x",
    ],
)
def test_no_other_spelling_of_a_path_escapes_its_roles(path: str) -> None:
    assert ("admin",) in PathPolicy({"/admin/*": "admin"}, []).roles(path)
    assert ("admin",) in PathPolicy({"/admin/x": "admin"}, []).roles(path)
    assert ("admin",) in PathPolicy({"/admin/x/": "admin"}, []).roles(path)


def answer_of(app: Any, token: str, **environ: str) -> str:
    """The status of a WSGI request, with the environment as a server makes it."""
    seen: list[str] = []

    def start_response(status: str, _: Any) -> None:
        seen.append(status)

    list(app({"HTTP_AUTHORIZATION": f"Bearer {token}", "REQUEST_METHOD": "GET", **environ}, start_response))
    return seen[0][:3]


@pytest.mark.parametrize("path", ["/bücher/1".encode(), "/bücher/".encode() + b"\xff", "/y/../bücher/1".encode()])
def test_roles_of_a_path_beyond_ascii_hold_over_wsgi(zitadel_token: Tokens, path: bytes) -> None:
    rules: dict[str, Any] = {"exempt": ["/öffentlich/*"], "roles": {"/bücher/*": "admin"}}
    with Guard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = WSGIMiddleware(wsgi_app, guard=guard, **rules)
        asked = {"PATH_INFO": path.decode("latin-1")}
        assert answer_of(app, zitadel_token(roles=["viewer"]), **asked) == "403"
        assert answer_of(app, zitadel_token(roles=["admin"]), **asked) == "200"
        assert answer_of(app, "", PATH_INFO="/öffentlich/a".encode().decode("latin-1")) == "200"


def test_roles_hold_below_a_root_path_over_wsgi(zitadel_token: Tokens) -> None:
    with Guard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        viewer = zitadel_token(roles=["viewer"])
        for rule in ("/admin/*", "/api/admin/*"):
            app = WSGIMiddleware(wsgi_app, guard=guard, roles={rule: "admin"})
            assert answer_of(app, viewer, SCRIPT_NAME="/api", PATH_INFO="/admin/x") == "403"
            assert answer_of(app, viewer, SCRIPT_NAME="/api", PATH_INFO="/reports") == "200"


@pytest.mark.parametrize("rule", ["/admin/*", "/api/admin/*"])
async def test_roles_hold_below_a_root_path_over_asgi(zitadel_token: Tokens, rule: str) -> None:
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(asgi_app, guard=guard, roles={rule: "admin"})
        transport = httpx.ASGITransport(app, root_path="/api")
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            headers = bearer(zitadel_token(roles=["viewer"]))
            assert (await client.get("/api/admin/x", headers=headers)).status_code == 403
            assert (await client.get("/api/reports", headers=headers)).status_code == 200


EXEMPT_BELOW_A_ROOT = [
    ("/api", "/public/a", "200"),
    ("/api", "/reports", "401"),
    ("/api", "/api/health", "401"),
    ("/public", "/reports", "401"),  # the root path is no part of what is exempt
    ("/public", "/public/a", "200"),
]


@pytest.mark.parametrize(("root", "path", "status"), EXEMPT_BELOW_A_ROOT)
def test_exempt_paths_are_those_below_a_root_path_over_wsgi(
    zitadel_token: Tokens, root: str, path: str, status: str
) -> None:
    with Guard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = WSGIMiddleware(wsgi_app, guard=guard, **RULES)
        assert answer_of(app, "", SCRIPT_NAME=root, PATH_INFO=path) == status


@pytest.mark.parametrize(("root", "path", "status"), EXEMPT_BELOW_A_ROOT)
async def test_exempt_paths_are_those_below_a_root_path_over_asgi(
    zitadel_token: Tokens, root: str, path: str, status: str
) -> None:
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        transport = httpx.ASGITransport(ASGIMiddleware(asgi_app, guard=guard, **RULES), root_path=root)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            assert (await client.get(f"{root}{path}")).status_code == int(status)


async def test_a_path_that_only_begins_like_the_root_path_is_whole(zitadel_token: Tokens) -> None:
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(asgi_app, guard=guard, exempt=["/x/*"])
        transport = httpx.ASGITransport(app, root_path="/api")
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            assert (await client.get("/api-x/y")).status_code == 401
            assert (await client.get("/x/y")).status_code == 200


async def test_several_tokens_are_refused(zitadel_token: Tokens) -> None:
    http = Http("asgi", zitadel_token)
    token = zitadel_token()
    answer = await http.get("/reports", [("authorization", f"Bearer {token}"), ("authorization", "Bearer other")])
    assert (answer.status_code, answer.json()["error"]) == (401, "malformed")
    await http.close()


@pytest.mark.parametrize("rules", [{"exempt": "/x"}, {"exempt": [1]}])
def test_paths_of_another_type_are_rejected(rules: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="exempt"):
        ASGIMiddleware(asgi_app, guard=AsyncGuard("https://acme.example", audience="a"), **rules)


@pytest.mark.parametrize("rules", [{"exempt": ["x"]}, {"roles": {"/a*": "x"}}, {"roles": {"/a": []}}])
def test_paths_of_another_form_are_rejected(rules: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        WSGIMiddleware(wsgi_app, guard=Guard("https://acme.example", audience="a"), **rules)


def test_guards_of_two_flavors_do_not_mix() -> None:
    with pytest.raises(TypeError, match="AsyncGuard, not Guard"):
        ASGIMiddleware(asgi_app, guard=Guard("https://acme.example", audience="a"))  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(TypeError, match=r"guard\.Guard, not AsyncGuard"):
        WSGIMiddleware(wsgi_app, guard=AsyncGuard("https://acme.example", audience="a"))  # type: ignore[arg-type]  # wrong on purpose


async def websocket(app: Any, path: str, headers: dict[str, str]) -> list[dict[str, Any]]:
    """What a guarded WebSocket sends."""
    received: list[dict[str, Any]] = [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1000}]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return received.pop(0)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "websocket", "path": path, "raw_path": path.encode(), "headers": raw, "query_string": b""}
    await app({**scope, "scheme": "ws", "root_path": "", "subprotocols": []}, receive, send)
    return sent


async def test_a_websocket_without_a_token_is_closed_before_it_opens(zitadel_token: Tokens) -> None:
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(asgi_app, guard=guard)
        sent = await websocket(app, "/feed", {})
        assert sent == [{"type": "websocket.close", "code": 1008, "reason": "missing"}]
        sent = await websocket(app, "/feed", bearer(zitadel_token()))
        assert [message["type"] for message in sent][:2] == ["websocket.accept", "websocket.send"]
        assert sent[1]["text"].isdigit()


@pytest.mark.parametrize("jwt", [True, pytest.param(False, marks=pytest.mark.slow)])
async def test_a_websocket_ends_with_its_token_when_asked(zitadel_token: Tokens, jwt: bool) -> None:
    async def wait(_: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await asyncio.sleep(60.0)

    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(wait, guard=guard, end_at_expiry=True)
        token = zitadel_token(lifetime=2, jwt=jwt)
        sent = await asyncio.wait_for(websocket(app, "/feed", bearer(token)), 20.0)
    assert sent[0] == {"type": "websocket.accept"}
    assert sent[1:] == [{"type": "websocket.close", "code": 1008, "reason": "expired"}]


@pytest.mark.slow
async def test_a_websocket_that_is_closed_is_not_closed_again_at_expiry(zitadel_token: Tokens) -> None:
    async def linger(_: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.close", "code": 1000})
        await asyncio.sleep(4.0)
        finished.append(True)

    finished: list[bool] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(linger, guard=guard, end_at_expiry=True)
        token = zitadel_token(lifetime=2)
        sent = await asyncio.wait_for(websocket(app, "/feed", bearer(token)), 20.0)
    assert sent == [{"type": "websocket.close", "code": 1000}]
    assert finished


async def response(app: Any, headers: dict[str, str], sent: list[dict[str, Any]]) -> None:
    """Send a request, whose client stays connected, and collect what a guarded application answers."""

    received = [{"type": "http.request"}]

    async def receive() -> dict[str, Any]:
        if not received:
            await asyncio.sleep(60.0)
        return received.pop()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/feed", "raw_path": b"/feed", "headers": raw}
    await asyncio.wait_for(app({**scope, "query_string": b"", "root_path": ""}, receive, send), 20.0)


def streams(*headers: tuple[bytes, bytes], seconds: float = 60.0, more: bool = True) -> Any:
    """An application that begins a response and stays for some seconds, with more of it to come or not."""

    async def app(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"data: 1\n\n", "more_body": more})
        await asyncio.sleep(seconds)
        if more:
            await send({"type": "http.response.body", "body": b"data: 2\n\n"})

    return app


EVENT_STREAM = (b"Content-Type", b"text/event-stream; charset=utf-8")
NEVER_ENDED = (b"x", b"y")


@pytest.mark.parametrize("jwt", [True, pytest.param(False, marks=pytest.mark.slow)])
async def test_an_event_stream_ends_with_its_token_when_asked(zitadel_token: Tokens, jwt: bool) -> None:
    sent: list[dict[str, Any]] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(streams(EVENT_STREAM), guard=guard, end_at_expiry=True)
        await response(app, bearer(zitadel_token(lifetime=2, jwt=jwt)), sent)
    assert [message.get("body") for message in sent] == [None, b"data: 1\n\n", b""]
    assert not sent[-1].get("more_body")


async def test_headers_that_can_be_read_once_reach_the_client(zitadel_token: Tokens) -> None:
    async def app(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": iter([EVENT_STREAM])})
        await send({"type": "http.response.body", "body": b""})

    sent: list[dict[str, Any]] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        guarded = ASGIMiddleware(app, guard=guard, end_at_expiry=True)
        await response(guarded, bearer(zitadel_token()), sent)
    assert list(sent[0]["headers"]) == [EVENT_STREAM]


@pytest.mark.slow
async def test_another_stream_is_broken_off_with_its_token_and_not_ended(zitadel_token: Tokens) -> None:
    sent: list[dict[str, Any]] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(streams(NEVER_ENDED), guard=guard, end_at_expiry=True)
        with pytest.raises(ExpiredTokenError, match="before the response ended"):
            await response(app, bearer(zitadel_token(lifetime=2)), sent)
    assert [message.get("more_body") for message in sent] == [None, True]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("headers", "more"),
    [
        pytest.param([(b"Content-Length", b"18")], True, id="its length is known"),
        pytest.param([EVENT_STREAM], False, id="it ended before"),
    ],
)
async def test_other_responses_outlive_their_token(zitadel_token: Tokens, headers: Any, more: bool) -> None:
    sent: list[dict[str, Any]] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        inner = streams(*headers, seconds=4.0, more=more)
        finished: list[bool] = []

        async def app(*asked: Any) -> None:
            await inner(*asked)
            finished.append(True)  # its background tasks belong to it

        guarded = ASGIMiddleware(app, guard=guard, end_at_expiry=True)
        await response(guarded, bearer(zitadel_token(lifetime=2)), sent)
    assert finished
    assert len(sent) == 2 + more


@pytest.mark.slow
async def test_an_event_stream_that_the_application_ends_in_time_is_not_ended_again(zitadel_token: Tokens) -> None:
    sent: list[dict[str, Any]] = []

    async def cleans_up(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [EVENT_STREAM]})
        try:
            await asyncio.sleep(60.0)
        finally:
            await send({"type": "http.response.body", "body": b"data: bye\n\n"})

    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(cleans_up, guard=guard, end_at_expiry=True)
        await response(app, bearer(zitadel_token(lifetime=2)), sent)
    assert [message.get("body") for message in sent] == [None, b"data: bye\n\n"]


@pytest.mark.slow
async def test_an_event_stream_of_fastapi_ends_with_its_token_when_asked(zitadel_token: Tokens) -> None:
    async def events() -> AsyncIterator[bytes]:
        yield b"data: 1\n\n"
        await asyncio.sleep(60.0)

    inner = FastAPI()
    inner.add_api_route("/feed", lambda: StreamingResponse(events(), media_type="text/event-stream"))
    sent: list[dict[str, Any]] = []
    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(inner, guard=guard, end_at_expiry=True)
        await response(app, bearer(zitadel_token(lifetime=2)), sent)
    assert [message.get("body") for message in sent] == [None, b"data: 1\n\n", b""]


async def test_a_timeout_of_a_websockets_application_stays_its_own(zitadel_token: Tokens) -> None:
    async def fail(*_: Any) -> None:
        raise TimeoutError("the application's own")

    async with AsyncGuard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = ASGIMiddleware(fail, guard=guard, end_at_expiry=True)
        with pytest.raises(TimeoutError, match="the application's own"):
            await websocket(app, "/feed", bearer(zitadel_token()))


# -- FastAPI -----------------------------------------------------------------------------------------
@pytest.fixture
async def fastapi(zitadel_token: Tokens) -> Any:
    guard = AsyncGuard(zitadel_token.issuer, **options(zitadel_token))
    app = FastAPI()
    caller = Caller(guard)

    @app.get("/me")
    async def me(identity: Identity = Depends(caller)) -> str:  # noqa: B008 - FastAPI's way
        assert current_identity() is identity
        return identity.user_id

    @app.delete("/reports", dependencies=[Depends(caller.with_role("admin"))])
    async def delete() -> str:
        return current_identity().user_id

    @app.websocket("/feed")
    async def feed(socket: WebSocket, identity: Identity = Depends(caller)) -> None:  # noqa: B008 - FastAPI's way
        await socket.accept()
        await socket.send_text(identity.user_id)
        await socket.close()

    yield app
    await guard.close()


async def test_the_dependency_gives_the_identity_or_refuses(fastapi: FastAPI, zitadel_token: Tokens) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(fastapi), base_url="http://service") as client:
        answer = await client.get("/me", headers=bearer(zitadel_token()))
        assert (answer.status_code, answer.json().isdigit()) == (200, True)
        answer = await client.get("/me")
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        answer = await client.delete("/reports", headers=bearer(zitadel_token(roles=["viewer"])))
        assert (answer.status_code, answer.json()["detail"]) == (403, "the user lacks the role 'admin'")
        assert (await client.delete("/reports", headers=bearer(zitadel_token(roles=["admin"])))).status_code == 200


async def test_the_dependency_guards_websockets_too(fastapi: FastAPI, zitadel_token: Tokens) -> None:
    sent = await websocket(fastapi, "/feed", bearer(zitadel_token()))
    assert sent[1]["text"].isdigit()
    refused = await websocket(fastapi, "/feed", {})
    assert (refused[0]["type"], refused[0]["status"]) == ("websocket.http.response.start", 401)


def test_the_openapi_document_names_the_scheme(fastapi: FastAPI, zitadel_token: Tokens) -> None:
    document = fastapi.openapi()
    assert document["components"]["securitySchemes"] == {
        "ZITADEL": {
            "type": "openIdConnect",
            "openIdConnectUrl": f"{zitadel_token.issuer}/.well-known/openid-configuration",
        }
    }
    assert document["paths"]["/me"]["get"]["security"] == [{"ZITADEL": []}]
    assert document["paths"]["/reports"]["delete"]["security"] == [{"ZITADEL": []}]
    assert "parameters" not in document["paths"]["/me"]["get"]


# -- Flask -------------------------------------------------------------------------------------------
def test_flask_runs_behind_the_middleware(zitadel_token: Tokens) -> None:
    flask = pytest.importorskip("flask")
    app = flask.Flask("service")

    def me() -> str:
        return current_identity().user_id

    app.add_url_rule("/me", view_func=me)
    with Guard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app.wsgi_app = WSGIMiddleware(app.wsgi_app, guard=guard)
        client = app.test_client()
        assert client.get("/me").status_code == 401
        answer = client.get("/me", headers=bearer(zitadel_token()))
        assert (answer.status_code, answer.text.isdigit()) == (200, True)


# -- Django ------------------------------------------------------------------------------------------
def test_django_runs_behind_the_middleware(zitadel_token: Tokens) -> None:
    pytest.importorskip("django")
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    def me(request: HttpRequest) -> HttpResponse:
        assert request.META["zgrpc.identity"] is current_identity()
        return HttpResponse(current_identity().user_id)

    urls = type("urls", (), {"urlpatterns": [path("me", me), path("admin/x", me)]})
    settings.configure(ROOT_URLCONF=urls, ALLOWED_HOSTS=["*"], SECRET_KEY="for-the-test", LOGGING_CONFIG=None)
    with Guard(zitadel_token.issuer, **options(zitadel_token)) as guard:
        app = WSGIMiddleware(get_wsgi_application(), guard=guard, roles={"/admin/*": "admin"})
        with httpx.Client(transport=httpx.WSGITransport(app), base_url="http://service") as client:
            assert client.get("/me").status_code == 401
            answer = client.get("/me", headers=bearer(zitadel_token()))
            assert (answer.status_code, answer.text.isdigit()) == (200, True)
            assert client.get("/admin/x", headers=bearer(zitadel_token(roles=["viewer"]))).status_code == 403
