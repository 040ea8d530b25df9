"""How an answer of the token endpoint is read, and which tokens are valid, without a wire."""

from __future__ import annotations

import email.utils
import json
import sys
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from zgrpc._auth.credentials import ClientCredentials
from zgrpc._auth.endpoint import (
    MAX_LIFE,
    AccessToken,
    TokenEndpoint,
    TokenRequest,
    check_token,
    clock_skew,
    read_answer,
    require_oauth,
    token_request,
)
from zgrpc._auth.token_error import TokenError

BASE = "https://acme.example"
ENDPOINT = TokenEndpoint(BASE, BASE)
NOW = 1_700_000_000.0
SECRET = "client secret/of the tests"


def read(
    status: int, body: Any = None, *, headers: dict[str, str] | None = None, request: TokenRequest | None = None
) -> Any:
    content = body if isinstance(body, bytes) else json.dumps({} if body is None else body).encode()
    asked = request or token_request(ClientCredentials("me", SECRET), ENDPOINT)
    return read_answer(ENDPOINT, asked, status, headers or {}, content, NOW)


def token(**members: Any) -> Any:
    return read(200, {"access_token": "opaque-token", "token_type": "Bearer", **members})


@pytest.mark.parametrize("life", [0.001, 1, MAX_LIFE, "1", "999999999", None])
def test_a_lifetime_is_a_number_of_seconds_or_its_digits(life: Any) -> None:
    assert token(expires_in=life).expires_in == (int(life) if isinstance(life, str) else life)


@pytest.mark.parametrize(
    "life", [0, -1, MAX_LIFE + 1, 10**400, float("inf"), True, "0", "", "1.5", "-1", "1" * 15, "1" * 5000, "٣", [60]]
)
def test_a_lifetime_out_of_range_names_the_range(life: Any) -> None:
    answer = token(expires_in=life)
    assert isinstance(answer, TokenError)
    assert "HTTP 200, but an expires_in that is not a number of seconds above 0 and at most 10000000000" in str(answer)
    assert answer.likely_cause == "the endpoint misbehaves"


@pytest.mark.parametrize("kind", ["bearer", "BEARER"])
def test_the_case_of_bearer_does_not_matter(kind: str) -> None:
    assert token(token_type=kind).value == "opaque-token"


def test_an_empty_object_is_not_from_zitadel() -> None:
    answer = read(200)
    assert "no usable access_token in it" in str(answer) or "a body" in str(answer)
    assert answer.likely_cause == "this is not ZITADEL's token endpoint; see issuer="


@pytest.mark.parametrize(("status", "transient"), [(400, False), (428, False), (429, True), (430, False), (500, False),
                                                   (501, False), (502, True), (503, True), (504, True)])  # fmt: skip
def test_an_overloaded_server_or_proxy_is_transient(status: int, transient: bool) -> None:
    answer = read(status, {"error": "x"})
    assert answer.transient is transient
    assert (answer.likely_cause == "the server or a proxy before it is overloaded or down") is transient
    assert answer.status == status


@pytest.mark.parametrize(("status", "redirect"), [(299, False), (300, True), (307, True), (399, True), (400, False),
                                                  (500, False)])  # fmt: skip
def test_a_location_counts_with_a_redirect_only(status: int, redirect: bool) -> None:
    answer = read(status, b"", headers={"location": "https://other.example"})
    assert ("a redirect to https://other.example, which is not followed" in str(answer)) is redirect
    assert (answer.likely_cause == "the issuer is another address than this; see issuer=") is redirect


@pytest.mark.parametrize("status", [404, 405, 501])
def test_an_answer_of_another_server_is_recognized(status: int) -> None:
    cause = "this is not ZITADEL's token endpoint, or a proxy answered in its place; see issuer="
    assert read(status, {"x": 1}).likely_cause == cause
    assert read(403, b"").likely_cause == cause


@pytest.mark.parametrize("status", [403, 406, 502 - 2])
def test_another_status_is_explained_by_what_was_asked(status: int) -> None:
    request = TokenRequest({}, hint="the key was removed")
    assert read(status, {"x": 1}, request=request).likely_cause == "the key was removed"
    assert read(status, {"x": 1}, request=TokenRequest({})).likely_cause == "the request was refused"


def test_a_proxy_that_wants_a_password_is_named() -> None:
    assert read(407, {"x": 1}).likely_cause.startswith("the proxy wants a user name and password")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", "an empty body"), (b"  \n", "an empty body"), (b"no", "a body that is not a JSON object"),
        (b" <HTML>", "an HTML page"), (b"<!DOCTYPE html>", "an HTML page"), (b"<?xml ?>", "an HTML page"),
        (b" " * 199 + b"x", "a body that is not a JSON object"), (b" " * 200 + b"x", "an empty body"),
    ],
)  # fmt: skip
def test_an_error_describes_a_body_that_is_not_an_object(body: bytes, expected: str) -> None:
    assert f"HTTP 400 and {expected}" in str(read(400, body))
    assert f"HTTP 200, but {expected}" in str(read(200, body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [({"error": "e"}, "HTTP 400 e"), ({"error": "e", "error_description": "d"}, "HTTP 400 e (d)"),
     ({"error_description": "d"}, "HTTP 400  (d)"), ({"error": 5}, "HTTP 400")],
)  # fmt: skip
def test_the_error_and_its_description_are_in_the_text(body: dict[str, Any], expected: str) -> None:
    assert str(read(400, body)).startswith(f"the token endpoint {BASE}/oauth/v2/token answered {expected}")


def dated(ahead: float) -> dict[str, str]:
    return {"date": email.utils.formatdate(NOW + ahead, usegmt=True)}


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(301, "the server's clock is 301 s ahead of this machine's"), (-301, "301 s behind this machine's"),
     (300, "or the clocks are far apart"), (-300, "or the clocks are far apart")],
)  # fmt: skip
def test_clocks_more_than_five_minutes_apart_are_named(ahead: float, expected: str) -> None:
    body = {"error": "server_error"}
    assert expected in read(500, body, headers=dated(ahead)).likely_cause
    assert "clock" not in read(501, body, headers=dated(ahead)).likely_cause
    assert "clock" not in read(500, {"error": "other"}, headers=dated(ahead)).likely_cause


def test_a_server_error_without_a_date_names_what_may_be_wrong() -> None:
    request = TokenRequest({}, hint="the key was removed")
    cause = read(500, {"error": "server_error"}, request=request).likely_cause
    assert cause.startswith("the key was removed; or the issuer is not 'https://acme.example' to the letter")


@pytest.mark.parametrize(
    "headers", [{}, {"date": "yesterday"}, {"date": ""}, {"date": f"Mon, 01 Jan {10**20} 00:00:00 GMT"}]
)
def test_without_a_readable_date_the_clocks_cannot_be_compared(headers: dict[str, str]) -> None:
    assert clock_skew(headers, NOW) is None


def test_the_skew_is_how_far_the_server_is_ahead() -> None:
    assert clock_skew(dated(7), NOW) == 7
    assert clock_skew(dated(-7), NOW) == -7


def test_sent_secrets_are_removed_from_the_answers_text() -> None:
    from urllib.parse import quote_plus

    request = token_request(ClientCredentials("me", SECRET), ENDPOINT)
    basic = str(request.authorization)[6:]
    echoed = f"{SECRET}|{quote_plus(SECRET)}|{basic}|{'h' * 16}.{'p' * 16}.sig|{'h' * 15}.{'p' * 16}.sig"
    error = read(400, {"error_description": echoed}, request=request).error_description
    assert error == f"***|***|***|***|{'h' * 15}.{'p' * 16}.sig"


def test_a_short_secret_is_removed_from_the_answers_text_only_as_a_whole_word() -> None:
    request = token_request(ClientCredentials("me", "pass"), ENDPOINT)
    error = read(400, {"error_description": "password pass"}, request=request).error_description
    assert error == "password ***"


def test_the_text_of_a_token_answer_is_shortened_to_one_line() -> None:
    assert read(400, {"error": "x" * 299 + "yz\n"}).error == "x" * 299 + "y"
    assert read(400, {"error": "a\nb\x00c"}).error == "a b c"
    assert read(400, {"error": ""}).error is None


def test_a_request_without_a_secret_has_no_authorization() -> None:
    assert TokenRequest({}).authorization is None
    assert read(400, {"error": "Basic"}, request=TokenRequest({})).error == "Basic"


@pytest.mark.parametrize("value", ["!", "~", "a.b-c_d/e+f="])
def test_a_token_may_be_of_any_printable_ascii(value: str) -> None:
    assert check_token(value, "token") == value


@pytest.mark.parametrize("value", [" a", "a b", "a\n", "\x7f", "é", "a\t"])
def test_a_token_that_a_header_cannot_carry_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="token holds white space or characters that a header cannot carry"):
        check_token(value, "token")


def test_an_empty_token_is_refused() -> None:
    with pytest.raises(ValueError, match="token is empty"):
        check_token("", "token")


@pytest.mark.parametrize("value", ["Bearer abc", "bearer abc", "BEARER  abc"])
def test_a_token_with_its_scheme_is_rejected(value: str) -> None:
    with pytest.raises(ValueError, match='without "Bearer "'):
        check_token(value, "token")
    assert check_token("bearer-abc", "token") == "bearer-abc"


@pytest.mark.parametrize(
    ("life", "shown"),
    [(0, "0"), (-1, "-1"), (-MAX_LIFE, "-10000000000"), ("60", "'60'"), (True, "True"), (MAX_LIFE + 1, "more")],
)
def test_the_lifetime_of_a_callers_token_is_checked(life: Any, shown: str) -> None:
    with pytest.raises(ValueError, match=rf"at most 10000000000, or None, not {shown}$"):
        AccessToken("abc", life)
    assert AccessToken("abc", MAX_LIFE).expires_in == 10_000_000_000


def test_a_request_takes_less_time_than_the_fetch() -> None:
    assert ENDPOINT.patience == 9.5


def test_an_endpoint_does_not_show_its_headers() -> None:
    assert "gateway-key-7" not in repr(TokenEndpoint(BASE, BASE, {"x-gateway-key": "gateway-key-7"}))


@pytest.mark.parametrize("value", [ENDPOINT, TokenRequest({})])
def test_endpoints_and_requests_do_not_change(value: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        value.form = value.base = None


def test_a_token_does_not_show_itself() -> None:
    assert repr(AccessToken("sesame-open", 5)) == "AccessToken(value=Secret('***'), expires_in=5)"


@pytest.mark.parametrize("missing", [("httpx",), ("jwt", "cryptography")])
def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...]) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=rf"need {', '.join(missing)}: .*zgrpc\[oauth\]") as caught:
        require_oauth()
    assert caught.value.name == missing[0]
