"""The API over HTTP/1.1: JSON routes, gRPC-Web, Connect. Plain HTTP over the wire."""

from __future__ import annotations

import base64
import socket
import struct
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zitadel import management_pb2
from zitadel.user.v2 import user_service_pb2

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.wire.routes import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zgrpc.testing import Emulator

V2_LIST = "/zitadel.user.v2.UserService/ListUsers"
V1_GET = "/zitadel.management.v1.ManagementService/GetUserByID"


@pytest.fixture
def http(own_emulator: Emulator) -> Iterator[httpx.Client]:
    token = str.__str__(own_emulator.owner_token)
    with httpx.Client(
        base_url=own_emulator.issuer, headers={"authorization": f"Bearer {token}"}, trust_env=False
    ) as client:
        yield client


def add_bot(http: httpx.Client, name: str = "bot") -> str:
    answer = http.post("/management/v1/users/machine", json={"userName": name, "name": "Bot"})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["userId"])


def framed(message: bytes) -> bytes:
    return struct.pack(">BI", 0, len(message)) + message


def unframed(body: bytes) -> tuple[bytes, dict[str, str]]:
    """The message and the trailers of a gRPC-Web response."""
    message = b""
    while body:
        flags, length = struct.unpack_from(">BI", body)
        part, body = body[5 : 5 + length], body[5 + length :]
        if flags == 0x80:
            lines = part.decode().split("\r\n")
            return message, dict(line.split(": ", 1) for line in lines if line)
        message = part
    raise AssertionError("no trailers")


def test_v1_route_takes_a_body_and_variables_in_the_path(http: httpx.Client) -> None:
    user = add_bot(http)
    got = http.get(f"/management/v1/users/{user}")
    assert (got.status_code, got.headers["content-type"]) == (200, "application/json")
    assert got.json()["user"]["userName"] == "bot"
    changed = http.put(f"/management/v1/users/{user}/machine", json={"name": "New", "userId": "of the body"})
    assert changed.status_code == 200, changed.text
    assert http.get(f"/management/v1/users/{user}").json()["user"]["machine"]["name"] == "New"
    assert http.delete(f"/management/v1/users/{user}").status_code == 200
    assert http.get(f"/management/v1/users/{user}").status_code == 404


def test_v1_search_takes_a_body(http: httpx.Client) -> None:
    for number in range(3):
        add_bot(http, f"bot{number}")
    answer = http.post(
        "/management/v1/users/_search",
        json={"query": {"limit": 2}, "queries": [{"userNameQuery": {"userName": "bot", "method": 3}}]},
    ).json()
    assert (len(answer["result"]), answer["details"]["totalResult"]) == (2, "3")


def test_query_parameters_are_fields(http: httpx.Client) -> None:
    unique = http.get("/management/v1/users/_is_unique", params={"userName": "nobody", "email": "no@example.com"})
    assert unique.json() == {"isUnique": True}
    add_bot(http)
    assert http.get("/management/v1/users/_is_unique", params={"user_name": "bot"}).json() == {}


def test_organization_header_is_metadata(http: httpx.Client) -> None:
    org = http.post("/management/v1/orgs", json={"name": "Acme"}).json()["id"]
    assert http.get("/management/v1/orgs/me", headers={"x-zitadel-orgid": org}).json()["org"]["name"] == "Acme"


def test_errors_have_the_shape_of_the_gateway(http: httpx.Client) -> None:
    answer = http.get("/management/v1/users/42")
    error = answer.json()
    assert (answer.status_code, error["code"]) == (404, 5)
    (detail,) = error["details"]
    assert detail["@type"] == "type.googleapis.com/zitadel.v1.ErrorDetail"
    assert error["message"] == f"{detail['message']} ({detail['id']})"


@pytest.mark.parametrize(
    ("path", "content", "status", "code"),
    [
        ("/management/v1/users/machine", b"{", 400, 3),
        ("/management/v1/users/machine", b'{"userName": 1}', 400, 3),
        ("/management/v1/nothing", b"", 404, 5),
        ("/v2/nothing", b"", 404, 5),
    ],
)
def test_wrong_requests_have_a_status(http: httpx.Client, path: str, content: bytes, status: int, code: int) -> None:
    answer = http.post(path, content=content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_token_is_needed(own_emulator: Emulator) -> None:
    with httpx.Client(base_url=own_emulator.issuer, trust_env=False) as http:
        answer = http.post("/v2/users", json={})
    assert (answer.status_code, answer.json()["code"]) == (401, 16)


def test_v2_route_lists(http: httpx.Client) -> None:
    user = add_bot(http)
    answer = http.post("/v2/users", json={"queries": [{"userNameQuery": {"userName": "bot"}}]})
    assert [each["userId"] for each in answer.json()["result"]] == [user]
    assert http.get(f"/v2/users/{user}").json()["user"]["username"] == "bot"


@pytest.mark.parametrize("content", ["application/grpc-web+proto", "application/grpc-web", "application/grpc-web-text"])
def test_grpc_web_answers_a_message_and_trailers(http: httpx.Client, content: str) -> None:
    user = add_bot(http)
    as_text = content.endswith("-text")
    body = framed(management_pb2.GetUserByIDRequest(id=user).SerializeToString())
    answer = http.post(V1_GET, content=base64.b64encode(body) if as_text else body, headers={"content-type": content})
    message, trailers = unframed(base64.b64decode(answer.content) if as_text else answer.content)
    assert (answer.status_code, answer.headers["content-type"], trailers) == (200, content, {"grpc-status": "0"})
    assert management_pb2.GetUserByIDResponse.FromString(message).user.user_name == "bot"


def test_grpc_web_puts_errors_into_trailers(http: httpx.Client) -> None:
    body = framed(management_pb2.GetUserByIDRequest(id="42").SerializeToString())
    answer = http.post(V1_GET, content=body, headers={"content-type": "application/grpc-web+proto"})
    message, trailers = unframed(answer.content)
    assert (answer.status_code, message, trailers["grpc-status"]) == (200, b"", "5")
    assert "grpc-status-details-bin" in trailers


@pytest.mark.parametrize("body", [b"", b"\x00\x00\x00\x00\x09x", b"\x01\x00\x00\x00\x00", framed(b"\xff\xff")])
def test_grpc_web_refuses_invalid_frames(http: httpx.Client, body: bytes) -> None:
    answer = http.post(V1_GET, content=body, headers={"content-type": "application/grpc-web"})
    assert unframed(answer.content)[1]["grpc-status"] == "13"


def test_connect_speaks_json_and_proto_for_v2(http: httpx.Client) -> None:
    add_bot(http)
    where: dict[str, Any] = {"queries": [{"userNameQuery": {"userName": "bot"}}]}
    as_json = http.post(V2_LIST, json=where)
    assert [user["username"] for user in as_json.json()["result"]] == ["bot"]
    request = user_service_pb2.ListUsersRequest()
    request.queries.add().user_name_query.user_name = "bot"
    as_proto = http.post(V2_LIST, content=request.SerializeToString(), headers={"content-type": "application/proto"})
    assert as_proto.headers["content-type"] == "application/proto"
    listed = user_service_pb2.ListUsersResponse.FromString(as_proto.content).result
    assert [user.username for user in listed] == ["bot"]


def test_connect_errors_have_the_form_of_connect(http: httpx.Client) -> None:
    answer = http.post("/zitadel.user.v2.UserService/GetUserByID", json={"userId": "42"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.json()["details"][0]["type"] == "zitadel.v1.ErrorDetail"
    broken = http.post(V2_LIST, content=b"{", headers={"content-type": "application/json"})
    assert (broken.status_code, broken.json()["code"]) == (400, "invalid_argument")


def test_v1_has_no_connect(http: httpx.Client) -> None:
    assert http.post(V1_GET, json={"id": "42"}).status_code == 415


def test_calls_over_http_are_recorded_and_struck_by_faults(own_emulator: Emulator, http: httpx.Client) -> None:
    own_emulator.faults.unavailable(rpc="management.GetMyOrg", count=1)
    assert http.get("/management/v1/orgs/me").status_code == 503
    assert http.get("/management/v1/orgs/me").status_code == 200
    assert [call.method for call in own_emulator.calls] == ["management.GetMyOrg"] * 2
    assert "authorization" not in own_emulator.calls[0].metadata


def test_another_host_has_no_instance(own_emulator: Emulator, http: httpx.Client) -> None:
    answer = http.get("/management/v1/orgs/me", headers={"host": "elsewhere.example"})
    assert (answer.status_code, answer.json()["code"]) == (404, 5)


def test_a_body_that_a_route_does_not_take_is_read(http: httpx.Client) -> None:
    user = add_bot(http)
    assert http.request("DELETE", f"/management/v1/users/{user}", content=b"GET / HTTP/1.1").status_code == 200
    assert http.get("/management/v1/orgs/me").status_code == 200


def test_a_body_may_come_in_chunks(http: httpx.Client) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"userName": "bot",'
        yield b'"name": "Bot"}'

    made = http.post("/management/v1/users/machine", content=chunks(), headers={"content-type": "application/json"})
    assert made.request.headers["transfer-encoding"] == "chunked"
    assert made.status_code == 200, made.text
    assert http.get("/management/v1/orgs/me").status_code == 200, "the connection is in step"


def test_a_head_is_answered_without_a_body(http: httpx.Client) -> None:
    assert http.head("/debug/ready").status_code == 200
    answer = http.head("/.well-known/openid-configuration")
    assert (answer.content, int(answer.headers["content-length"]) > 100) == (b"", True)
    assert http.get("/debug/ready").text == '"ok"', "the connection is in step"


def test_a_request_without_a_body_needs_no_length(http: httpx.Client, own_emulator: Emulator) -> None:
    token = str.__str__(own_emulator.owner_token)
    lines = f"POST /v2/users HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    assert raw(own_emulator, lines.encode()).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ("content-length: many", b"", b"400"),
        ("content-length: -1", b"", b"400"),
        ("content-length: 99999999", b"", b"413"),
        ("transfer-encoding: chunked", b"many\r\n", b"400"),
        ("transfer-encoding: chunked", b"-1\r\n", b"400"),
        ("transfer-encoding: chunked", b"2\r\n{}}\r\n0\r\n\r\n", b"400"),
        ("transfer-encoding: chunked", b"ffffffff\r\n", b"413"),
        ("transfer-encoding: chunked", b"2\r\n{}", b"400"),
    ],
)
def test_a_body_that_does_not_match_its_content_type_is_rejected(
    own_emulator: Emulator, headers: str, body: bytes, status: bytes
) -> None:
    answer = raw(own_emulator, f"POST /v2/users HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n\r\n".encode() + body)
    assert answer.startswith(b"HTTP/1.1 " + status)


def raw(emulator: Emulator, request: bytes) -> bytes:
    """What is answered to bytes, until the connection is closed."""
    with socket.create_connection(("127.0.0.1", emulator.http_port), timeout=20.0) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(4096), b""))


def test_browsers_of_another_origin_are_allowed(http: httpx.Client) -> None:
    asked = {"origin": "http://app.localhost", "access-control-request-headers": "authorization,content-type"}
    answer = http.options(V2_LIST, headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "http://app.localhost")
    assert answer.headers["access-control-allow-headers"] == "authorization,content-type"


def test_every_route_leads_to_its_rpc() -> None:
    wrong = []
    for rpc in all_rpcs().values():
        if rpc.http_path:
            prefix = "" if rpc.service.startswith("v2.") else f"/{rpc.service}/v1"
            path = prefix + rpc.http_path.replace("=**", "").replace("{", "").replace("}", "")
            found = find(rpc.http_method, path)
            if found is None or found[0].full_name != rpc.full_name:
                wrong.append((rpc.full_name, rpc.http_path, found and found[0].full_name))
    assert not wrong
