"""One fetch against a real HTTP endpoint that answers well, late, wrongly or not at all."""

from __future__ import annotations

import email.utils
import json
import logging
import socket
import time
import traceback
from typing import TYPE_CHECKING, Any

import grpc
import pytest
import yaml

from zgrpc import _token_endpoint
from zgrpc._credentials import ClientCredentials, ServiceAccountKey
from zgrpc._token_endpoint import TokenEndpoint, fetch
from zgrpc._token_error import TokenError

if TYPE_CHECKING:
    from zgrpc._token_endpoint import TokenRequest

SECRET = "client-secret-of-the-tests"
JSON = {"content-type": "application/json"}


def client_request(endpoint: TokenEndpoint) -> TokenRequest:
    return ClientCredentials("me", SECRET)._token_request(endpoint)


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
    fetch(endpoint, ServiceAccountKey.from_dict(key_json)._token_request(endpoint))
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
def test_zitadels_refusals_are_told_with_their_likely_cause(
    token_server: Any, status: int, body: dict[str, str], cause: str
) -> None:
    token_server.json(status, **body)
    error = failure(token_server.endpoint)
    assert (error.status, error.error, error.error_description) == (status, body["error"], body["error_description"])
    assert cause in error.likely_cause
    assert f"HTTP {status} {body['error']} ({body['error_description']})" in str(error)
    assert error.code() is grpc.StatusCode.UNAUTHENTICATED
    assert not error.transient


def test_a_clock_that_is_off_is_told_from_the_answers_date(token_server: Any, key_json: dict[str, str]) -> None:
    date = email.utils.formatdate(time.time() + 7200, usegmt=True)
    body = json.dumps({"error": "server_error", "error_description": "Errors.Internal"}).encode()
    endpoint = token_server.endpoint
    request = ServiceAccountKey.from_dict(key_json)._token_request(endpoint)
    error = _token_endpoint.read_answer(endpoint, request, 500, {"date": date}, body, time.time())
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
def test_a_lying_endpoint_is_seen_through(
    token_server: Any, status: int, headers: dict[str, str], body: bytes, says: str
) -> None:
    token_server.answer = lambda _: (status, headers, body)
    assert says in str(failure(token_server.endpoint))


@pytest.mark.parametrize(("said", "life"), [("3600", 3600), (3600, 3600), (0.5, 0.5), (None, None)])
def test_the_life_may_be_said_in_several_ways(token_server: Any, said: object, life: float | None) -> None:
    token_server.expires_in = said
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
    request = ServiceAccountKey.from_dict(key_json)._token_request(endpoint)
    token_server.json(400, error=str(request.form["assertion"]), error_description="x")
    error = failure(endpoint, request)
    assert error.error == "***"


def test_a_refused_connection_is_transient_and_says_where(unused_port: int) -> None:
    base = f"http://127.0.0.1:{unused_port}"
    error = failure(TokenEndpoint(base, base))
    assert error.transient
    assert error.code() is grpc.StatusCode.UNAVAILABLE
    assert f"no answer from the token endpoint {base}/oauth/v2/token" in str(error)


def test_a_name_that_does_not_resolve_says_so() -> None:
    base = "http://zitadel.invalid:8080"
    assert "issuer's host or port is wrong" in failure(TokenEndpoint(base, base)).likely_cause


def test_tls_on_a_plaintext_port_says_so(token_server: Any) -> None:
    base = token_server.issuer.replace("http://", "https://")
    assert "the port speaks plaintext HTTP, not TLS" in str(failure(TokenEndpoint(base, base)))


def test_an_endpoint_that_hangs_is_given_up(token_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_token_endpoint, "_PATIENCE", 0.2)
    token_server.hang.clear()
    assert "timed out" in str(failure(token_server.endpoint))


def test_an_endpoint_that_drips_is_given_up(token_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_token_endpoint, "_PATIENCE", 0.2)
    token_server.drip = 0.02
    token_server.json(200, access_token="x" * 1000, token_type="Bearer")
    assert "timed out" in str(failure(token_server.endpoint))


def test_at_debug_level_nothing_secret_is_logged(
    token_server: Any, key_json: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = token_server.endpoint
    request = ServiceAccountKey.from_dict(key_json)._token_request(endpoint)
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
        error = _token_endpoint.read_answer(endpoint, client_request(endpoint), case["status"], JSON, body, time.time())
        assert isinstance(error, TokenError)
        assert error.error == case["body"]["error"]
        assert error.likely_cause, case["case"]
