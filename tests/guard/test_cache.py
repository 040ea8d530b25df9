"""The caches of a guard: what they hold, how long, and when the guard asks again. Tests set the clocks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.guard.conftest import (
    AUDIENCE,
    EC_KEY,
    ISSUER,
    KEY_SET,
    NOW,
    OTHER_RSA_KEY,
    Issuer,
    claims,
    public_jwk,
    signed,
)
from tests.reachable import reachable
from zgrpc.guard import IssuerUnavailableError
from zgrpc.guard.verifier import Reply

DOWN = Reply(failure="ConnectError: refused")


def active(**more: Any) -> dict[str, Any]:
    """An introspection that passes."""
    base = {"active": True, "iss": ISSUER, "aud": [AUDIENCE], "sub": "user-1", "exp": NOW + 600, "scope": "openid x"}
    return {name: value for name, value in {**base, **more}.items() if value is not None}


# -- opaque tokens -----------------------------------------------------------------------------------
def test_an_opaque_token_is_introspected_once_within_its_time(issuer: Issuer) -> None:
    issuer.tokens["opaque"] = active()
    for _ in range(3):
        identity = issuer.verify("opaque")
        issuer.pass_time(19)
    assert (identity.user_id, identity.scopes, issuer.asked) == ("user-1", frozenset({"openid", "x"}), ["token"])
    issuer.pass_time(19)
    issuer.verify("opaque")
    assert issuer.asked == ["token", "token"]


def test_an_answer_is_kept_no_longer_than_the_token_lives(issuer: Issuer) -> None:
    issuer.tokens["opaque"] = active(exp=NOW + 5)
    issuer.verify("opaque")
    issuer.pass_time(5)
    issuer.tokens["opaque"] = {"active": False}
    assert issuer.reason("opaque") == "inactive"


def test_an_inactive_token_is_refused_without_asking_for_a_short_while(issuer: Issuer) -> None:
    assert [issuer.reason("opaque") for _ in range(5)] == ["inactive"] * 5
    assert issuer.asked == ["token"]
    issuer.pass_time(10)
    issuer.tokens["opaque"] = active()
    assert issuer.reason("opaque") == ""


def test_invalid_tokens_evict_no_verified_one(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(max_cached=20)
    issuer.tokens["good"] = active()
    issuer.verify("good")
    for number in range(500):
        assert issuer.reason(f"bad{number}") == "inactive"
    issuer.asked.clear()
    assert issuer.reason("good") == ""
    assert issuer.asked == []


def test_the_caches_keep_their_bound(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(max_cached=20)
    good = [f"good{number}" for number in range(100)]
    good += [signed(claims(jti=str(number)), key=EC_KEY, alg="ES256", kid="ec") for number in range(100)]
    bad = [f"bad{number}" for number in range(100)]
    issuer.tokens |= {token: active() for token in good}
    for token in good:
        issuer.verify(token)
        assert sum(issuer.verifier.known(each) is not None for each in good) <= 20
    for token in bad:
        assert issuer.reason(token) == "inactive"
    issuer.asked.clear()
    for token in bad:
        assert issuer.reason(token) == "inactive"
    assert len(issuer.asked) >= 80


def test_expired_entries_are_evicted_before_valid_ones(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(max_cached=20)
    for number in range(10):
        issuer.tokens[f"short{number}"] = active(exp=NOW + 5)
        issuer.verify(f"short{number}")
    for number in range(10):
        issuer.tokens[f"long{number}"] = active()
        issuer.verify(f"long{number}")
    issuer.pass_time(6)
    issuer.tokens["one more"[:3]] = active()
    issuer.verify("one")
    issuer.asked.clear()
    for number in range(10):
        issuer.verify(f"long{number}")
    assert issuer.asked == []


def test_the_cache_holds_no_token(issuer: Issuer) -> None:
    issuer.tokens["opaque-token"] = active()
    issuer.verify("opaque-token")
    issuer.reason("another-token")
    token = signed()
    issuer.verify(token)
    kept = repr(reachable(issuer.verifier, past=issuer))
    assert "user-1" in kept
    assert not any(text in kept for text in ("opaque-token", "another-token", token))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"active": "true"}, "unavailable"),
        ({"active": 1}, "unavailable"),
        ({"active": None}, "unavailable"),
        ({"active": False}, "inactive"),
        ({"iss": "https://evil.example"}, "wrong_issuer"),
        ({"iss": None}, ""),
        ({"aud": ["project-2"]}, "wrong_audience"),
        ({"aud": None}, "wrong_audience"),
        ({"exp": NOW - 20}, "expired"),
        ({"exp": "never"}, "malformed"),
        ({"exp": None}, ""),
        ({"nbf": NOW + 60}, "not_yet_valid"),
        ({"sub": None}, "malformed"),
        ({"scope": 7}, ""),
    ],
)
def test_an_introspection_is_checked_like_a_token(issuer: Issuer, changed: dict[str, Any], reason: str) -> None:
    issuer.tokens["opaque"] = active(**changed)
    assert issuer.reason("opaque") == reason


@pytest.mark.parametrize(
    "reply",
    [
        DOWN,
        Reply(500, b'{"active": true}'),
        Reply(429, b""),
        Reply(302, b""),
        Reply(200, b"<html>"),
        Reply(200, b"[]"),
        Reply(200, b"{}"),
        Reply(200, b'{"active": true, "active": false}'),
        Reply(401, b"{}"),
    ],
)
def test_no_token_passes_while_the_issuer_fails_and_it_is_asked_again(issuer: Issuer, reply: Reply) -> None:
    issuer.reply = reply
    assert issuer.reason("opaque") == "unavailable"
    issuer.reply = None
    issuer.tokens["opaque"] = active()
    assert issuer.reason("opaque") == ""


def test_deeply_nested_claims_are_refused(issuer: Issuer) -> None:
    text = json.dumps(active(deep="X")).replace('"X"', "[" * 5000 + "]" * 5000)
    issuer.reply = Reply(200, text.encode())
    assert issuer.reason("opaque") in ("malformed", "unavailable")


def test_without_credentials_an_opaque_token_is_refused_with_the_reason(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(credentials=None)
    assert issuer.reason("opaque") == "malformed"
    assert issuer.asked == []


# -- JWTs --------------------------------------------------------------------------------------------
def test_a_jwt_seen_before_is_known_until_it_expires(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(keys_ttl=86_400)
    token = signed()
    identity = issuer.verify(token)
    assert issuer.verifier.known(token) is identity
    issuer.pass_time(609)
    assert issuer.verifier.known(token) is identity
    issuer.pass_time(1)
    assert issuer.verifier.known(token) is None
    assert issuer.reason(token) == "expired"


def test_a_jump_of_the_wall_clock_neither_ends_nor_prolongs_what_is_known(issuer: Issuer) -> None:
    token = signed()
    issuer.verify(token)
    issuer.wall += 100_000
    assert issuer.verifier.known(token) is not None
    issuer.wall -= 200_000
    issuer.ticks += 700
    assert issuer.verifier.known(token) is None


def test_a_refused_jwt_is_not_remembered_as_good(issuer: Issuer) -> None:
    issuer.verify(signed())
    for _ in range(2):
        assert issuer.reason(signed(key=OTHER_RSA_KEY)) == "signature"


def test_jwts_are_introspected_when_asked(make_issuer: type[Issuer]) -> None:
    issuer = make_issuer(introspect_jwts=True)
    token = signed()
    assert issuer.reason(token) == "inactive"
    issuer.pass_time(10)
    issuer.tokens[token] = active()
    assert issuer.reason(token) == ""
    issuer.asked.clear()
    assert issuer.reason(signed(key=OTHER_RSA_KEY)) == "signature"
    assert issuer.asked == []


# -- keys --------------------------------------------------------------------------------------------
def test_keys_are_fetched_once_and_again_when_they_are_old(issuer: Issuer) -> None:
    for number in range(5):
        issuer.verify(signed(claims(jti=str(number))))
    assert issuer.asked == ["keys"]
    issuer.pass_time(300)
    issuer.verify(signed())
    assert issuer.asked == ["keys", "keys"]


def test_a_new_key_is_found_at_its_first_token(issuer: Issuer) -> None:
    issuer.verify(signed())
    issuer.pass_time(60)
    issuer.key_set = {"keys": [*KEY_SET["keys"], public_jwk(OTHER_RSA_KEY, "new")]}
    assert issuer.reason(signed(key=OTHER_RSA_KEY, kid="new")) == ""
    assert issuer.asked == ["keys", "keys"]


def test_unknown_key_ids_cause_one_fetch_a_minute(issuer: Issuer) -> None:
    issuer.verify(signed())
    for second in range(240):
        issuer.pass_time(1)
        assert issuer.reason(signed(key=OTHER_RSA_KEY, kid=f"made-up-{second}")) == "signature"
    assert issuer.asked == ["keys"] * 5


def test_a_removed_key_ends_what_it_signed(issuer: Issuer) -> None:
    token, other = signed(), signed(key=EC_KEY, alg="ES256", kid="ec")
    issuer.verify(token), issuer.verify(other)
    issuer.key_set = {"keys": KEY_SET["keys"][1:]}
    issuer.pass_time(60)
    assert issuer.reason(signed(kid="unknown")) == "signature"
    assert issuer.verifier.known(token) is None
    assert issuer.reason(token) == "signature"
    assert issuer.verifier.known(other) is not None


def test_a_key_that_changed_under_its_id_ends_what_the_old_one_signed(issuer: Issuer) -> None:
    token = signed()
    issuer.verify(token)
    issuer.key_set = {"keys": [public_jwk(OTHER_RSA_KEY, "rsa")]}
    issuer.pass_time(300)
    assert issuer.reason(token) == "signature"
    assert issuer.reason(signed(claims(exp=NOW + 900), key=OTHER_RSA_KEY)) == ""


def test_cached_keys_go_on_for_the_stated_time_and_then_refuse(issuer: Issuer) -> None:
    issuer.verify(signed())
    issuer.reply = DOWN
    lives = claims(exp=NOW + 100_000)
    issuer.pass_time(3899)
    assert issuer.reason(signed(lives)) == ""
    issuer.pass_time(1)
    with pytest.raises(IssuerUnavailableError, match="refused"):
        issuer.verify(signed(lives))
    issuer.reply = None
    issuer.pass_time(60)
    assert issuer.reason(signed(lives)) == ""


def test_a_jwt_known_before_is_refused_too_once_the_keys_are_too_old(issuer: Issuer) -> None:
    token = signed(claims(exp=NOW + 100_000))
    issuer.verify(token)
    issuer.reply = DOWN
    for _ in range(390):
        assert issuer.reason(token) == ""
        issuer.pass_time(10)
    assert issuer.reason(token) == "unavailable"


def test_the_issuer_is_asked_less_often_the_longer_it_is_down(issuer: Issuer) -> None:
    issuer.reply = DOWN
    for _ in range(120):
        assert issuer.reason(signed()) == "unavailable"
        issuer.pass_time(1)
    assert 6 <= len(issuer.asked) <= 9


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"keys": {}}', b"<html>"])
def test_an_answer_without_a_key_set_is_a_failure(issuer: Issuer, body: bytes) -> None:
    issuer.reply = Reply(200, body)
    assert issuer.reason(signed()) == "unavailable"


def test_an_unknown_key_id_is_refused_as_unavailable_while_keys_cannot_be_fetched(issuer: Issuer) -> None:
    issuer.verify(signed())
    issuer.pass_time(60)
    issuer.reply = DOWN
    assert issuer.reason(signed(key=OTHER_RSA_KEY, kid="new")) == "unavailable"
    assert issuer.reason(signed()) == ""
