"""One fetch from a real HTTP endpoint that answers correctly, late, wrongly or not at all."""

from __future__ import annotations

import email.utils
import json
import logging
import socket
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import grpc
import pytest
import yaml

import zgrpc
from zgrpc._auth.credentials import ClientCredentials, ServiceAccountKey
from zgrpc._auth.endpoint import TokenEndpoint, fetch, read_answer, token_request
from zgrpc._auth.token_error import TokenError
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zgrpc._auth.endpoint import TokenRequest

SECRET = "client-secret-of-the-tests"
JSON = {"content-type": "application/json"}


def client_request(endpoint: TokenEndpoint) -> TokenRequest:
    return token_request(ClientCredentials("me", SECRET), endpoint)


@contextmanager
def served(serve: Callable[[socket.socket], object]) -> Iterator[int]:
    """Accept one connection on a port, and let `serve` answer it."""
    with socket.create_server(("localhost", 0)) as server, ThreadPoolExecutor(1) as pool:
        server.settimeout(5)

        def accept() -> None:
            connection, _ = server.accept()
            with connection:
                serve(connection)

        pool.submit(accept)
        yield server.getsockname()[1]


def failure(endpoint: TokenEndpoint, request: TokenRequest | None = None) -> TokenError:
    with pytest.raises(TokenError) as error:
        fetch(endpoint, request or client_request(endpoint))
    shown = "".join(traceback.TracebackException.from_exception(error.value, capture_locals=True).format())
    assert SECRET not in shown
    assert error.value.__context__ is None, "nothing of httpx's hangs on it"
    return error.value


def test_client_credentials_go_by_http_basic(token_server: Any) -> None:
    token = fetch(token_server.endpoint, client_request(token_server.endpoint))
    assert (token.value, token.expires_in) == ("opaque-access-token-0001", 43199)
    (request,) = token_server.requests
    assert request["path"] == "/oauth/v2/token"
    assert request["basic"] == ("me", SECRET)
    assert request["form"] == {
        "grant_type": "client_credentials",
        "scope": "openid urn:zitadel:iam:org:project:id:zitadel:aud",
    }


def test_the_jwt_profile_sends_an_assertion_for_the_audience(token_server: Any, key_json: dict[str, str]) -> None:
    import jwt

    endpoint = TokenEndpoint(token_server.issuer, "https://acme.zitadel.cloud")
    fetch(endpoint, token_request(ServiceAccountKey.from_dict(key_json), endpoint))
    assertion = token_server.requests[0]["form"]["assertion"]
    assert jwt.decode(assertion, options={"verify_signature": False})["aud"] == "https://acme.zitadel.cloud"


def test_headers_that_choose_the_instance_are_sent(token_server: Any) -> None:
    headers = {"host": "acme.example", "x-zitadel-instance-host": "acme.example", "user-agent": "zgrpc/1"}
    endpoint = TokenEndpoint(token_server.issuer, token_server.issuer, headers)
    fetch(endpoint, client_request(endpoint))
    got = {name.lower(): value for name, value in token_server.requests[0]["headers"].items()}
    assert {name: got[name] for name in headers} == headers


@pytest.mark.parametrize(
    ("status", "body", "cause"),
    [
        (400, {"error": "invalid_client", "error_description": "client not found"}, "client id is unknown"),
        (
            400,
            {"error": "invalid_request", "error_description": "Errors.User.Machine.Secret.Invalid"},
            "client secret is wrong",
        ),
        (500, {"error": "server_error", "error_description": "Errors.Internal"}, "issuer is not 'http://127.0.0.1"),
    ],
)
def test_zitadels_refusals_name_their_likely_cause(
    token_server: Any, status: int, body: dict[str, str], cause: str
) -> None:
    token_server.json(status, **body)
    error = failure(token_server.endpoint)
    assert (error.status, error.error, error.error_description) == (status, body["error"], body["error_description"])
    assert cause in error.likely_cause
    assert f"HTTP {status} {body['error']} ({body['error_description']})" in str(error)
    assert error.code() is grpc.StatusCode.UNAUTHENTICATED
    assert not error.transient


def test_the_date_of_an_answer_reveals_a_wrong_clock(token_server: Any, key_json: dict[str, str]) -> None:
    date = email.utils.formatdate(time.time() + 7200, usegmt=True)
    body = json.dumps({"error": "server_error", "error_description": "Errors.Internal"}).encode()
    endpoint = token_server.endpoint
    request = token_request(ServiceAccountKey.from_dict(key_json), endpoint)
    error = read_answer(endpoint, request, 500, {"date": date}, body, time.time())
    assert isinstance(error, TokenError)
    assert "the server's clock is 7200 s ahead of this machine's" in str(error) or "7199 s" in str(error)


@pytest.mark.parametrize(
    ("status", "headers", "body", "says"),
    [
        (200, {"content-type": "text/html"}, b"<!DOCTYPE html><html>Log in</html>", "an HTML page"),
        (502, {"content-type": "text/html"}, b"<html>Bad gateway</html>", "HTTP 502 and an HTML page"),
        (404, {}, b"not here", "a body that is not a JSON object"),
        (200, JSON, b"", "an empty body"),
        (200, JSON, b"[]", "a body that is not a JSON object"),
        (200, JSON, b'{"token_type": "Bearer"}', "no usable access_token"),
        (200, JSON, b'{"access_token": 5, "token_type": "Bearer"}', "no usable access_token"),
        (200, JSON, b'{"access_token": "two words", "token_type": "Bearer"}', "no usable access_token"),
        (200, JSON, b'{"access_token": "abc", "token_type": "MAC"}', "a token_type that is not Bearer"),
        (200, JSON, b'{"access_token": "abc", "token_type": "Bearer", "expires_in": 0}', "an expires_in that is not"),
        (200, JSON, b'{"access_token": "abc", "token_type": "Bearer", "expires_in": -5}', "an expires_in that is not"),
        (200, JSON, b'{"access_token": "abc", "token_type": "Bearer", "expires_in": "soon"}', "an expires_in that is"),
        (200, JSON, b'{"access_token": "abc", "token_type": "Bearer", "expires_in": NaN}', "an expires_in that is"),
        (200, JSON, b"[" * 100_000, "a body that is not a JSON object"),
        (200, JSON, b"x" * 3_000_000, "a body that is not a JSON object"),
        (407, {}, b"", "Likely cause: the proxy wants a user name"),
        (503, JSON, b"{}", "overloaded or down"),
        (429, JSON, b"{}", "overloaded or down"),
    ],
)
def test_an_implausible_token_answer_is_rejected(
    token_server: Any, status: int, headers: dict[str, str], body: bytes, says: str
) -> None:
    token_server.answer = lambda _: (status, headers, body)
    assert says in str(failure(token_server.endpoint))


@pytest.mark.parametrize(("expires_in", "life"), [("3600", 3600), (3600, 3600), (0.5, 0.5), (None, None)])
def test_the_lifetime_is_read_in_several_forms(token_server: Any, expires_in: object, life: float | None) -> None:
    token_server.expires_in = expires_in
    assert fetch(token_server.endpoint, client_request(token_server.endpoint)).expires_in == life


def test_redirects_are_not_followed(token_server: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.05)
        location = f"http://127.0.0.1:{other.getsockname()[1]}/oauth/v2/token"
        token_server.answer = lambda _: (307, {"location": location}, b"")
        error = failure(token_server.endpoint)
        assert f"HTTP 307, a redirect to {location}, which is not followed" in str(error)
        with pytest.raises(TimeoutError):
            other.accept()


def test_an_endpoint_that_echoes_the_secret_does_not_get_it_into_the_error(
    token_server: Any, key_json: dict[str, str]
) -> None:
    endpoint = token_server.endpoint
    token_server.json(400, error="invalid_request", error_description=f"you sent {SECRET}\n\x1b[2J")
    assert str(failure(endpoint).error_description) == "you sent ***  [2J"
    request = token_request(ServiceAccountKey.from_dict(key_json), endpoint)
    token_server.json(400, error=str(request.form["assertion"]), error_description="x")
    error = failure(endpoint, request)
    assert error.error == "***"


def test_a_refused_connection_is_transient_and_names_the_address(unused_port: int) -> None:
    base = f"http://127.0.0.1:{unused_port}"
    error = failure(TokenEndpoint(base, base))
    assert error.transient
    assert error.code() is grpc.StatusCode.UNAVAILABLE
    assert f"no answer from the token endpoint {base}/oauth/v2/token" in str(error)
    assert "refused" in str(error)


def test_a_name_that_does_not_resolve_is_named_as_the_cause() -> None:
    base = "http://zitadel.invalid:8080"
    assert "issuer's host or port is wrong" in failure(TokenEndpoint(base, base)).likely_cause


def test_tls_on_a_plaintext_port_is_named_as_the_cause(token_server: Any) -> None:
    base = token_server.issuer.replace("http://", "https://")
    assert "the port speaks plaintext HTTP, not TLS" in str(failure(TokenEndpoint(base, base)))


def test_a_certificate_of_another_authority_is_named_as_the_cause(tmp_path: Path) -> None:
    own, other = CertificateAuthority(), CertificateAuthority()
    context = own.issue("localhost").server_context()

    def serve(connection: socket.socket) -> None:
        with suppress(OSError), context.wrap_socket(connection, server_side=True):
            pass

    (tmp_path / "ca.pem").write_bytes(other.pem)
    with served(serve) as port:
        base = f"https://localhost:{port}"
        error = failure(TokenEndpoint(base, base, tls=zgrpc.TLS(ca=tmp_path / "ca.pem")))
    assert "the certificate is not trusted here" in error.likely_cause


def test_a_port_that_does_not_speak_http_is_named_as_the_cause() -> None:
    with served(lambda connection: connection.sendall(b"no HTTP at all\r\n\r\n")) as port:
        base = f"http://localhost:{port}"
        error = failure(TokenEndpoint(base, base))
    assert "the port does not speak plaintext HTTP/1.1" in error.likely_cause


def test_a_proxy_that_refuses_is_named_as_the_cause(proxy: Any) -> None:
    proxy.refuses = b"403 Forbidden"
    base = "https://zitadel.invalid"
    error = failure(TokenEndpoint(base, base, proxy=proxy.url))
    assert "the proxy refused" in error.likely_cause


def test_a_given_proxy_is_used_also_for_this_machine(token_server: Any, proxy: Any) -> None:
    fetch(replace(token_server.endpoint, proxy=proxy.url), client_request(token_server.endpoint))
    assert proxy.requests == [f"POST {token_server.endpoint.url} HTTP/1.1"]


@pytest.mark.parametrize(("base", "given", "used"), [
    ("http://zitadel.invalid", None, True),
    ("http://zitadel.invalid", "", False),
    ("http://127.0.0.1:1", None, False),
])  # fmt: skip
def test_the_environments_proxy_is_used_for_other_machines_unless_turned_off(
    base: str, given: str | None, used: bool, proxy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.refuses = b"403 Forbidden"
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("http_proxy", proxy.url)
    failure(TokenEndpoint(base, base, proxy=given))
    assert bool(proxy.requests) is used


def test_an_endpoint_that_hangs_is_given_up(token_server: Any) -> None:
    token_server.hang.clear()
    assert "timed out" in str(failure(replace(token_server.endpoint, patience=0.2)))


def test_an_endpoint_that_drips_is_given_up(token_server: Any) -> None:
    token_server.drip = 0.02
    token_server.json(200, access_token="x" * 1000, token_type="Bearer")
    assert "timed out" in str(failure(replace(token_server.endpoint, patience=0.2)))


def test_an_endpoint_that_drips_headers_is_given_up(token_server: Any) -> None:
    token_server.drip_headers = 0.02
    assert "timed out" in str(failure(replace(token_server.endpoint, patience=0.2)))
    assert token_server.hung_up.wait(5.0)


def test_an_answer_is_read_up_to_one_mebibyte(token_server: Any) -> None:
    token_server.json(200, access_token="opaque", token_type="Bearer", padding="x" * (1 << 21))
    failure(token_server.endpoint)


def test_an_answer_of_one_mebibyte_is_read_whole(token_server: Any) -> None:
    members = {"access_token": "opaque", "token_type": "Bearer", "padding": ""}
    token_server.json(200, **members | {"padding": "x" * ((1 << 20) - len(json.dumps(members)))})
    assert fetch(token_server.endpoint, client_request(token_server.endpoint)).value == "opaque"


def test_the_roots_of_trust_are_loaded_only_where_tls_may_be_spoken() -> None:
    secure, plain = (TokenEndpoint(f"{scheme}://localhost:1", "x") for scheme in ("https", "http"))
    assert secure.ssl_context().cert_store_stats()["x509_ca"]
    assert not plain.ssl_context().cert_store_stats()["x509_ca"]
    assert replace(plain, proxy="https://localhost:2").ssl_context().cert_store_stats()["x509_ca"]


def test_at_debug_level_nothing_secret_is_logged(
    token_server: Any, key_json: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = token_server.endpoint
    request = token_request(ServiceAccountKey.from_dict(key_json), endpoint)
    token = fetch(endpoint, request)
    fetch(endpoint, client_request(endpoint))
    assert "HTTP Request: POST" in caplog.text, "httpx logs at all"
    for secret in (token.value, request.form["assertion"], SECRET, str(client_request(endpoint).authorization)[6:]):
        assert secret not in caplog.text


def test_every_recorded_refusal_of_the_real_server_becomes_an_error_with_a_cause(oauth_recordings: str) -> None:
    refusals = [case for case in yaml.safe_load(oauth_recordings) if case.get("status", 200) >= 400]
    assert len(refusals) > 20
    endpoint = TokenEndpoint("https://acme.zitadel.cloud", "https://acme.zitadel.cloud")
    for case in refusals:
        body = json.dumps(case["body"]).encode()
        error = read_answer(endpoint, client_request(endpoint), case["status"], JSON, body, time.time())
        assert isinstance(error, TokenError)
        assert error.error == case["body"]["error"]
        assert error.likely_cause, case["case"]


def test_the_authorization_of_metadata_never_reaches_the_token_endpoint(
    token_server: Any, key_json: dict[str, str]
) -> None:
    credentials = ServiceAccountKey.from_dict(key_json)
    client = zgrpc.Client(
        "http://localhost:1",
        credentials=credentials,
        issuer=token_server.issuer,
        metadata={"authorization": "Bearer token-of-another-service", "x-gateway-key": "7"},
    )
    client.token()
    got = {name.lower(): value for name, value in token_server.requests[0]["headers"].items()}
    assert got["x-gateway-key"] == "7"
    assert "authorization" not in got
