"""Token exchange sends the parameters of RFC 8693, and shows no token."""

from __future__ import annotations

import time
import traceback
from typing import Any

import pytest

import zgrpc
from zgrpc._auth.source import TokenSource

SECRET = "client-secret-of-the-tests"
SUBJECT, ACTOR = "subject-token-of-the-tests", "actor-token-of-the-tests"


def test_an_exchange_posts_subject_actor_scope_and_audience(token_server: Any) -> None:
    exchange = zgrpc.TokenExchange(
        "app",
        SECRET,
        subject_token="42",
        subject_type="user_id",
        actor_token=ACTOR,
        scopes=["openid", "profile"],
        audience=["7", "8"],
        requested_type="jwt",
    )
    token = TokenSource(exchange, token_server.endpoint).renew(time.monotonic() + 5)
    assert token.header == "Bearer opaque-access-token-0001"
    (request,) = token_server.requests
    assert request["path"] == "/oauth/v2/token"
    assert request["basic"] == ("app", SECRET)
    assert request["form"] == {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token": "42",
        "subject_token_type": "urn:zitadel:params:oauth:token-type:user_id",
        "actor_token": ACTOR,
        "actor_token_type": "urn:ietf:params:oauth:token-type:access_token",
        "requested_token_type": "urn:ietf:params:oauth:token-type:jwt",
        "scope": "openid profile",
        "audience": "7 8",
    }


def test_without_options_only_the_subject_is_sent(token_server: Any) -> None:
    exchange = zgrpc.TokenExchange("app", SECRET, subject_token=SUBJECT)
    TokenSource(exchange, token_server.endpoint).renew(time.monotonic() + 5)
    assert set(token_server.requests[0]["form"]) == {
        "grant_type",
        "subject_token",
        "subject_token_type",
        "requested_token_type",
    }


def test_a_client_exchanges_at_its_issuer(token_server: Any) -> None:
    exchange = zgrpc.TokenExchange("app", SECRET, subject_token=SUBJECT)
    with zgrpc.Client("http://localhost:1", credentials=exchange, issuer=token_server.issuer) as client:
        assert client.token() == "opaque-access-token-0001"
    assert len(token_server.requests) == 1


def test_a_refusal_names_its_likely_cause_and_echoes_no_token(token_server: Any) -> None:
    token_server.json(400, error="invalid_request", error_description=f"no {SUBJECT} nor {ACTOR} nor {SECRET}")
    exchange = zgrpc.TokenExchange("app", SECRET, subject_token=SUBJECT, actor_token=ACTOR)
    with pytest.raises(zgrpc.TokenError, match="lacks the grant type token exchange") as error:
        TokenSource(exchange, token_server.endpoint).renew(time.monotonic() + 5)
    shown = "".join(traceback.TracebackException.from_exception(error.value, capture_locals=True).format())
    ours = shown[shown.index("source.py") :]
    assert not any(secret in str(error.value) + ours for secret in (SUBJECT, ACTOR, SECRET))
    assert repr(exchange) == "TokenExchange(client_id='app', subject_token='***', actor_token='***')"


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"subject_token": ""}, ValueError, "subject_token is empty"),
        ({"subject_type": "user_id"}, ValueError, "'user_id' needs actor_token="),
        ({"subject_type": "saml"}, ValueError, "subject_type must be one of access_token"),
        ({"actor_token": "two words"}, ValueError, "actor_token holds white space"),
        ({"actor_token": ACTOR, "actor_type": "user_id"}, ValueError, "an actor proves who it is"),
        ({"requested_type": "user_id"}, ValueError, "requested_type must be"),
        ({"scopes": "openid profile"}, TypeError, "scopes must be a list of str"),
        ({"audience": ["7 8"]}, ValueError, "audience must hold words without white space"),
    ],
)
def test_wrong_arguments_are_named(options: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        zgrpc.TokenExchange("app", SECRET, **{"subject_token": SUBJECT, **options})
    ours = raised.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    shown = "".join(traceback.TracebackException(error, raised.value, ours, capture_locals=True).format())
    assert not any(secret in shown for secret in (SECRET, SUBJECT, ACTOR))
