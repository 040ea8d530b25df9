"""Each check of a JWT by itself, and the known attacks."""

from __future__ import annotations

import hashlib
import hmac
import json
import traceback
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.frames import is_ours
from tests.fuzzing import examples
from tests.guard.conftest import (
    AUDIENCE,
    EC_KEY,
    ED_KEY,
    ISSUER,
    KEY_SET,
    NOW,
    OTHER_RSA_KEY,
    RSA_KEY,
    Issuer,
    b64,
    by_hand,
    claims,
    public_jwk,
    signed,
)
from zgrpc._secret import Secret
from zgrpc.guard import RefusedError
from zgrpc.guard.jwts import MAX_TOKEN

PUBLIC_PEM = RSA_KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def rs256(key: Any = RSA_KEY) -> Any:
    algorithm = jwt.get_algorithm_by_name("RS256")
    return lambda data: algorithm.sign(data, key)


@pytest.mark.parametrize(
    ("key", "alg", "kid"), [(RSA_KEY, "RS256", "rsa"), (EC_KEY, "ES256", "ec"), (ED_KEY, "EdDSA", "ed")]
)
def test_a_token_signed_by_a_published_key_passes(issuer: Issuer, key: Any, alg: str, kid: str) -> None:
    identity = issuer.verify(signed(key=key, alg=alg, kid=kid))
    assert (identity.user_id, identity.expires_at) == ("user-1", NOW + 600)


@pytest.mark.parametrize("typ", ["JWT", "jwt", "at+jwt", "application/at+jwt"])
def test_the_types_of_access_tokens_pass(issuer: Issuer, typ: str) -> None:
    assert issuer.reason(signed(typ=typ)) == ""


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"iss": "https://evil.example"}, "wrong_issuer"),
        ({"iss": ISSUER + "/"}, "wrong_issuer"),
        ({"iss": None}, "wrong_issuer"),
        ({"iss": [ISSUER]}, "wrong_issuer"),
        ({"aud": "project-2"}, "wrong_audience"),
        ({"aud": ["project-2", "project-3"]}, "wrong_audience"),
        ({"aud": []}, "wrong_audience"),
        ({"aud": None}, "wrong_audience"),
        ({"aud": {AUDIENCE: 1}}, "wrong_audience"),
        ({"aud": [[AUDIENCE]]}, "wrong_audience"),
        ({"aud": AUDIENCE + "1"}, "wrong_audience"),
        ({"exp": NOW - 11}, "expired"),
        ({"exp": NOW - 10}, "expired"),
        ({"exp": None}, "malformed"),
        ({"exp": str(NOW + 600)}, "malformed"),
        ({"exp": True}, "malformed"),
        ({"exp": [NOW + 600]}, "malformed"),
        ({"exp": 1e300}, "malformed"),
        ({"nbf": NOW + 11}, "not_yet_valid"),
        ({"nbf": "soon"}, "malformed"),
        ({"iat": NOW + 11}, "not_yet_valid"),
        ({"iat": {}}, "malformed"),
        ({"sub": None}, "malformed"),
        ({"sub": ""}, "malformed"),
        ({"sub": 17}, "malformed"),
        ({"nonce": "n"}, "malformed"),
        ({"at_hash": "h"}, "malformed"),
        ({"azp": "app", "jti": None}, "malformed"),
    ],
)
def test_a_wrong_claim_is_refused_for_its_reason(issuer: Issuer, changed: dict[str, Any], reason: str) -> None:
    assert issuer.reason(signed(claims(**changed))) == reason


@pytest.mark.parametrize("changed", [{"exp": NOW - 9}, {"nbf": NOW + 10}, {"iat": NOW + 10}, {"aud": AUDIENCE}])
def test_clocks_may_be_as_far_apart_as_the_leeway(issuer: Issuer, changed: dict[str, Any]) -> None:
    assert issuer.reason(signed(claims(**changed))) == ""


def test_an_integer_of_any_size_is_refused_and_not_computed_with(issuer: Issuer) -> None:
    payload = json.dumps(claims()).replace(str(NOW + 600), "9" * 4000).encode()
    assert issuer.reason(signed(payload)) == "malformed"


# -- the known attacks -------------------------------------------------------------------------------
@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE", ""])
def test_alg_none_is_refused(issuer: Issuer, alg: str) -> None:
    token = by_hand({"alg": alg, "kid": "rsa", "typ": "JWT"}, claims(), lambda _: b"")
    assert issuer.reason(token) == "malformed"
    assert issuer.reason(token + "x") == "signature"


@pytest.mark.parametrize("alg", ["HS256", "HS384", "HS512"])
@pytest.mark.parametrize("secret", [PUBLIC_PEM, PUBLIC_PEM.strip(), KEY_SET["keys"][0]["n"].encode(), b""])
def test_hmac_with_the_public_key_is_refused(issuer: Issuer, alg: str, secret: bytes) -> None:
    digest = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[alg]
    header = {"alg": alg, "kid": "rsa", "typ": "JWT"}
    assert issuer.reason(by_hand(header, claims(), lambda data: hmac.new(secret, data, digest).digest())) == "signature"


@pytest.mark.parametrize("alg", ["RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 "])
def test_another_algorithm_than_the_keys_is_refused(issuer: Issuer, alg: str) -> None:
    header = {"alg": alg, "kid": "rsa", "typ": "JWT"}
    assert issuer.reason(by_hand(header, claims(), rs256())) == "signature"


def test_a_key_is_not_used_for_the_token_of_another_one(issuer: Issuer) -> None:
    assert issuer.reason(signed(kid="ec")) == "signature"
    assert issuer.reason(signed(key=EC_KEY, alg="ES256", kid="rsa")) == "signature"
    assert issuer.reason(signed(key=OTHER_RSA_KEY)) == "signature"


@pytest.mark.parametrize(
    "kid",
    ["../../../../dev/null", "/etc/passwd", "' OR '1'='1", "rsa\x00", " rsa", "RSA", "rsa; ls", "x" * 4000, "\ud800"],
)
def test_a_key_id_is_only_looked_up(issuer: Issuer, kid: str) -> None:
    header = {"alg": "RS256", "kid": kid, "typ": "JWT"}
    assert issuer.reason(by_hand(header, claims(), rs256())) == "signature"


@pytest.mark.parametrize("kid", [None, "", 1, ["rsa"], {"rsa": 1}, True])
def test_an_invalid_key_id_is_rejected(issuer: Issuer, kid: Any) -> None:
    header = {"alg": "RS256", "typ": "JWT", **({} if kid is None else {"kid": kid})}
    assert issuer.reason(by_hand(header, claims(), rs256())) == "malformed"


@pytest.mark.parametrize(
    "more",
    [
        {"jku": "https://evil.example/keys"},
        {"x5u": "https://evil.example/cert"},
        {"x5c": ["MIIB"]},
        {"jwk": public_jwk(OTHER_RSA_KEY, "rsa")},
        {"crit": ["exp"]},
        {"crit": []},
        {"b64": False},
        {"b64": True},
        {"zip": "DEF"},
        {"enc": "A256GCM"},
        {"cty": "JWT"},
    ],
)
def test_headers_that_bring_keys_or_change_the_rules_are_refused(issuer: Issuer, more: dict[str, Any]) -> None:
    header = {"alg": "RS256", "kid": "rsa", "typ": "JWT", **more}
    assert issuer.reason(by_hand(header, claims(), rs256())) == "malformed"
    assert issuer.reason(by_hand(header, claims(), rs256(OTHER_RSA_KEY))) == "malformed"


@pytest.mark.parametrize("typ", ["logout+jwt", "dpop+jwt", "JOSE", "", None, 1, ["JWT"], "secevent+jwt"])
def test_a_token_of_another_type_is_refused(issuer: Issuer, typ: Any) -> None:
    assert issuer.reason(by_hand({"alg": "RS256", "kid": "rsa", "typ": typ}, claims(), rs256())) == "malformed"


def test_a_signature_that_is_cut_off_or_emptied_is_refused(issuer: Issuer) -> None:
    head, payload, signature = signed().split(".")
    assert issuer.reason(f"{head}.{payload}") == "malformed"
    assert issuer.reason(f"{head}.{payload}.") == "malformed"
    assert issuer.reason(f"{head}.{payload}.{signature[:-4]}") == "signature"
    assert issuer.reason(f"{head}.{payload}.{signature}.{signature}") == "malformed"
    assert issuer.reason(f"{head}..{signature}") == "malformed"


@pytest.mark.parametrize(
    "signature", [bytes(64), bytes(63), bytes(65), b"\0" * 31 + b"\1" + b"\0" * 31 + b"\1", b"\xff" * 64]
)
@pytest.mark.parametrize(("alg", "kid"), [("ES256", "ec"), ("EdDSA", "ed"), ("RS256", "rsa")])
def test_a_signature_of_zeros_or_of_another_length_is_refused(
    issuer: Issuer, signature: bytes, alg: str, kid: str
) -> None:
    token = by_hand({"alg": alg, "kid": kid, "typ": "JWT"}, claims(), lambda _: signature)
    assert issuer.reason(token) == "signature"


def test_a_nested_token_is_refused(issuer: Issuer) -> None:
    assert issuer.reason(signed(signed().encode())) == "malformed"


@pytest.mark.parametrize(
    "extra", [" ", "\n", "\t", "\x00", "=", "==", "\u00a0", "\r\n", "%20", "+", "/", "é", "\ud800"]
)
@pytest.mark.parametrize("where", [0, 5, -1])
def test_no_other_character_is_skipped(issuer: Issuer, extra: str, where: int) -> None:
    token = signed()
    cut = len(token) if where == -1 else where
    assert issuer.reason(token[:cut] + extra + token[cut:]) == "malformed"


@pytest.mark.parametrize("name", ["alg", "kid", "typ"])
def test_duplicate_members_of_the_header_are_refused(issuer: Issuer, name: str) -> None:
    header = json.dumps({"alg": "RS256", "kid": "rsa", "typ": "JWT"})
    doubled = header.replace("{", f'{{"{name}": "none", ').encode()
    assert issuer.reason(by_hand(doubled, claims(), rs256())) == "malformed"


@pytest.mark.parametrize("name", ["aud", "iss", "exp", "sub"])
def test_duplicate_claims_are_refused(issuer: Issuer, name: str) -> None:
    doubled = json.dumps(claims()).replace("{", f'{{"{name}": "other", ', 1).encode()
    assert issuer.reason(signed(doubled)) == "malformed"


@pytest.mark.parametrize(
    "payload",
    [b"", b"null", b"[]", b'"text"', b"1", b"{", b"\xff\xfe", b'{"exp": NaN}', b'{"exp": Infinity}', b"[" * 9000],
)
def test_claims_must_be_a_json_object(issuer: Issuer, payload: bytes) -> None:
    assert issuer.reason(signed(payload)) == "malformed"


def test_a_deeply_nested_header_is_refused(issuer: Issuer) -> None:
    assert issuer.reason(by_hand(b'{"alg":' + b"[" * 9000, b"{}", rs256())) == "malformed"


def test_an_oversized_token_is_refused_unread(issuer: Issuer) -> None:
    assert issuer.reason(signed(claims(fill="x" * MAX_TOKEN))) == "malformed"
    assert issuer.reason("x" * (MAX_TOKEN + 1)) == "malformed"
    assert issuer.asked == []


@pytest.mark.parametrize("token", [".", "..", "...", "a.b.c", "a.b.c.d.e", "a.", ".a.", "e30.e30.e30"])
def test_an_invalid_jwt_is_refused_without_a_request(issuer: Issuer, token: str) -> None:
    assert issuer.reason(token) == "malformed"
    assert issuer.asked == []


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200) | st.text(alphabet="abcXYZ019-_.= \n", max_size=200))
def test_arbitrary_text_is_refused_as_a_token(issuer: Issuer, token: str) -> None:
    assert issuer.reason(token) in ("malformed", "missing", "inactive", "signature")


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_character_goes_unnoticed(issuer: Issuer, data: st.DataObject) -> None:
    token = TOKEN
    at = data.draw(st.integers(0, len(token) - 2))  # the last character of base64 has bits that count for nothing
    new = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."))
    changed = token[:at] + new + token[at + 1 :]
    boundary = token[at + 1] == "."  # so has that of each part
    assert changed == token or boundary or issuer.reason(changed) in ("malformed", "signature")


TOKEN = signed()

members: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(["alg", "kid", "typ", "jku", "crit", "b64", "x"]),
    st.none() | st.booleans() | st.integers() | st.sampled_from(["RS256", "none", "rsa", "ec", "JWT"]) | st.just([]),
)


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(members)
def test_only_the_right_header_passes(issuer: Issuer, header: dict[str, Any]) -> None:
    right = header.get("alg") == "RS256" and header.get("kid") == "rsa" and header.get("typ", "JWT") == "JWT"
    right = right and not {"jku", "crit", "b64"} & set(header)
    assert (issuer.reason(by_hand(header, claims(), rs256())) == "") is right


# -- keys --------------------------------------------------------------------------------------------
SMALL_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=1024)


@pytest.mark.parametrize(
    "jwk",
    [
        {"kty": "oct", "k": b64(PUBLIC_PEM), "kid": "odd", "use": "sig"},
        public_jwk(RSA_KEY, "odd", use="enc"),
        public_jwk(RSA_KEY, "odd", alg="RS512"),
        public_jwk(RSA_KEY, "odd", alg="none"),
        public_jwk(SMALL_RSA_KEY, "odd"),
        {"kty": "RSA", "kid": "odd"},
        {"kty": "RSA", "kid": "odd", "n": "AQAB", "e": "AQAB"},
        {"kty": "EC", "crv": "secp256k1", "kid": "odd", "x": "AA", "y": "AA"},
        {**public_jwk(RSA_KEY, "odd"), "kty": "EC"},
        {**public_jwk(RSA_KEY, "odd"), "d": "AQAB"},
    ],
)
def test_a_key_that_zitadel_does_not_sign_with_is_left_out(issuer: Issuer, jwk: dict[str, Any]) -> None:
    issuer.key_set = {"keys": [*KEY_SET["keys"], jwk]}
    key = SMALL_RSA_KEY if jwk.get("n") == public_jwk(SMALL_RSA_KEY, "")["n"] else RSA_KEY
    token = by_hand({"alg": "RS256", "kid": "odd"}, claims(), rs256(key))
    assert issuer.reason(token) == "signature"
    assert issuer.reason(signed()) == ""


def test_two_keys_of_one_id_are_left_out(issuer: Issuer) -> None:
    issuer.key_set = {"keys": [*KEY_SET["keys"], public_jwk(OTHER_RSA_KEY, "rsa")]}
    assert issuer.reason(signed()) == "signature"
    assert issuer.reason(signed(key=OTHER_RSA_KEY)) == "signature"


# -- secrecy -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "make",
    [
        lambda: signed(claims(exp=NOW - 100)),
        lambda: signed(key=OTHER_RSA_KEY),
        lambda: signed(claims(aud="x")),
        lambda: signed(b"no json"),
        lambda: signed() + ".x",
        lambda: "opaque" * 10,
    ],
)
def test_no_refusal_shows_the_token_in_message_or_frames(issuer: Issuer, make: Any) -> None:
    token = make()
    with pytest.raises(RefusedError) as caught:
        issuer.drive(Secret(token))
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    shown = [frame for frame in report.stack if is_ours(frame.filename)]
    assert shown
    assert not any(token in text for frame in shown for text in (frame.locals or {}).values())
    assert token not in repr(caught.value)
    assert caught.value.__context__ is None
