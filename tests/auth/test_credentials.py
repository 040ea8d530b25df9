"""Credentials are checked when they are made, and never show a secret."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import time
import traceback
from typing import TYPE_CHECKING

import jwt
import pytest

import zgrpc
from zgrpc._auth.credentials import ClientCredentials, PersonalAccessToken, ServiceAccountKey, TokenFile
from zgrpc._auth.endpoint import AccessToken, TokenEndpoint, token_request
from zgrpc._auth.token_error import TokenError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENDPOINT = TokenEndpoint("https://acme.zitadel.cloud", "https://acme.zitadel.cloud")
SECRET = "a-very-secret-secret"


def test_a_key_is_loaded_from_file_text_and_dict(key_json: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(key_json))
    for key in (
        ServiceAccountKey.from_file(path),
        ServiceAccountKey.from_json(json.dumps(key_json)),
        ServiceAccountKey.from_json(json.dumps(key_json).encode()),
        ServiceAccountKey.from_dict(key_json),
    ):
        assert (key.user_id, key.key_id) == ("200", "100")


def test_the_assertion_has_the_claims_that_zitadel_checks(key_json: dict[str, str]) -> None:
    form = token_request(ServiceAccountKey.from_dict(key_json), ENDPOINT).form
    assertion = form["assertion"]
    claims = jwt.decode(assertion, options={"verify_signature": False})
    assert claims["iss"] == claims["sub"] == "200"
    assert claims["aud"] == "https://acme.zitadel.cloud"
    header = jwt.get_unverified_header(assertion)
    assert (header["alg"], header["kid"]) == ("RS256", "100")
    assert form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"


@pytest.mark.parametrize("skew", [-300, -299, 0, 299, 300])
def test_an_assertion_holds_with_clocks_five_minutes_apart(key_json: dict[str, str], skew: int) -> None:
    assertion = token_request(ServiceAccountKey.from_dict(key_json), ENDPOINT).form["assertion"]
    claims = jwt.decode(assertion, options={"verify_signature": False})
    theirs = time.time() + skew
    assert theirs - 3600 < claims["iat"] < theirs
    assert claims["exp"] > theirs + 60


def test_the_api_scope_is_always_asked_for(key_json: dict[str, str]) -> None:
    key = ServiceAccountKey.from_dict(key_json, scopes=["urn:zitadel:iam:org:id:7", "openid"])
    client = ClientCredentials("me", SECRET)
    assert (
        token_request(key, ENDPOINT).form["scope"]
        == "openid urn:zitadel:iam:org:project:id:zitadel:aud urn:zitadel:iam:org:id:7"
    )
    assert token_request(client, ENDPOINT).form["scope"] == "openid urn:zitadel:iam:org:project:id:zitadel:aud"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "application"}, "the key of an application"),
        ({"type": "banana"}, "has the type 'banana'"),
        ({"type": None}, "has the type None"),
        ({"keyId": ""}, "lacks keyId"),
        ({"userId": None, "key": None}, "lacks key, userId"),
        ({"key": "AAAA"}, "not a PEM"),
        ({"key": "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"}, "the PEM is damaged"),
        ({"expirationDate": "2020-01-01T00:00:00Z"}, "expired at 2020-01-01"),
        ({"expirationDate": "soon"}, "not a date"),
    ],
)
def test_a_bad_key_is_rejected_with_the_reason(
    key_json: dict[str, str], change: dict[str, str | None], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        ServiceAccountKey.from_dict({**key_json, **change})


@pytest.mark.parametrize(
    ("text", "says"),
    [("{", "not JSON"), ("[]", "must be a JSON object"), ("-----BEGIN RSA", "it must be the JSON around it")],
)
def test_text_without_a_key_is_rejected(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ServiceAccountKey.from_json(text)


def test_other_kinds_of_pem_are_named(key_json: dict[str, str]) -> None:
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    private = ec.generate_private_key(ec.SECP256R1())
    elliptic = private.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()).decode()
    edwards = ed25519.Ed25519PrivateKey.generate()
    other = edwards.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()).decode()
    locked = private.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.BestAvailableEncryption(b"x")).decode()
    public = private.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo).decode()
    for pem, says in [
        (elliptic, "not RSA but EC"),
        (other, "not RSA but Ed25519"),
        (locked, "encrypted with a password"),
        (public, "not a private key"),
    ]:
        with pytest.raises(ValueError, match=says):
            ServiceAccountKey.from_dict({**key_json, "key": pem})


def test_a_key_that_expired_while_the_process_ran_is_named(key_json: dict[str, str]) -> None:
    key = ServiceAccountKey.from_dict({**key_json, "expirationDate": "2999-01-01T00:00:00Z"})
    assert key.expires is not None
    key.expires = key.expires.replace(year=2021)
    with pytest.raises(TokenError, match="the key 100 of user 200 expired at 2021"):
        token_request(key, ENDPOINT)


@pytest.mark.parametrize("token", ["", "two words", "Bearer abc", "line\n", "Ünicode"])
def test_a_token_that_no_header_can_carry_is_rejected_without_showing_it(token: str) -> None:
    with pytest.raises(ValueError, match="token") as error:
        PersonalAccessToken(token)
    assert not token or token not in str(error.value)


@pytest.mark.parametrize("token", [None, 7, b"bytes"])
def test_a_token_must_be_a_string(token: object) -> None:
    with pytest.raises(TypeError, match="token must be a str"):
        PersonalAccessToken(token)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), "60", True])
def test_a_lifetime_must_be_a_positive_number_of_seconds(seconds: object) -> None:
    with pytest.raises(ValueError, match="expires_in"):
        AccessToken("token", seconds)  # type: ignore[arg-type]  # wrong on purpose


def test_scopes_are_a_list() -> None:
    with pytest.raises(TypeError, match="scopes must be a list"):
        ClientCredentials("me", SECRET, scopes="openid profile")


@pytest.fixture(params=["token", "key", "client", "file", "access token"])
def credentials(request: pytest.FixtureRequest, key_json: dict[str, str], tmp_path: Path) -> object:
    made: dict[str, Callable[[], object]] = {
        "token": lambda: PersonalAccessToken(SECRET),
        "key": lambda: ServiceAccountKey.from_dict(key_json),
        "client": lambda: ClientCredentials("me", SECRET),
        "file": lambda: TokenFile(tmp_path / "token"),
        "access token": lambda: AccessToken(SECRET, 60),
    }
    return made[request.param]()


def test_credentials_show_no_secret(credentials: object, key_json: dict[str, str]) -> None:
    for text in (repr(credentials), str(credentials), f"{credentials}", repr([credentials])):
        assert SECRET not in text
        assert key_json["key"][100:120] not in text


@pytest.mark.parametrize(
    "make",
    [
        lambda: PersonalAccessToken(""),
        lambda: AccessToken(SECRET + " ", 60),
        lambda: ClientCredentials("", SECRET),
        lambda: ServiceAccountKey(user_id="", key_id="1", key=SECRET),
        lambda: zgrpc.Client("nowhere:at:all", credentials=PersonalAccessToken(SECRET)),
    ],
)
def test_a_traceback_with_local_variables_can_show_what_was_not_made(make: Callable[[], object]) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        make()
    ours = error.value.__traceback__.tb_next.tb_next  # type: ignore[union-attr]  # without this test's own frames
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert SECRET not in "".join(frames.format())


def test_credentials_are_not_pickled_or_copied(credentials: object) -> None:
    for act in (pickle.dumps, copy.copy, copy.deepcopy):
        if isinstance(credentials, AccessToken) and act is not pickle.dumps:
            continue
        with pytest.raises(TypeError, match="cannot be pickled"):
            act(credentials)


def test_no_traceback_shows_a_key_even_with_local_variables(key_json: dict[str, str]) -> None:
    damaged = key_json["key"][:600] + "#" + key_json["key"][601:]
    text = json.dumps({**key_json, "key": damaged})
    for load, what in ((ServiceAccountKey.from_json, text), (ServiceAccountKey.from_json, text[:-1])):
        with pytest.raises(ValueError, match="the key") as error:
            load(what)
        assert error.value.__traceback__ is not None
        ours = error.value.__traceback__.tb_next  # without this test's own frame
        frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
        assert damaged[100:120] not in "".join(frames.format())
        assert error.value.__context__ is None


def test_the_request_and_its_errors_repr_show_no_secret(key_json: dict[str, str]) -> None:
    request = token_request(ServiceAccountKey.from_dict(key_json), ENDPOINT)
    assert request.form["assertion"][50:70] not in repr(request)
    request = token_request(ClientCredentials("me", SECRET), ENDPOINT)
    assert SECRET not in repr(request)
    assert "bWU6" not in repr(request.authorization)


def test_a_client_secret_with_special_characters_is_form_encoded_in_the_basic_header() -> None:
    import base64

    header = token_request(ClientCredentials("a b", "p:ü%+"), ENDPOINT).authorization
    assert header is not None
    assert base64.b64decode(header[6:]) == b"a+b:p%3A%C3%BC%25%2B"


def test_a_token_file_gives_its_content_without_white_space(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(" abc\n")
    assert TokenFile(path).get_token().value == "abc"


@pytest.mark.parametrize(("content", "says"), [(None, "No such file"), (b"", "is empty"), (b"\xff", "not UTF-8")])
def test_a_token_file_without_a_token_is_named_with_the_reason(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    path = tmp_path / "token"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TokenError, match=f"token file .*{'not shown' if content is None else path.name}.*{says}"):
        TokenFile(path).get_token()


def test_a_token_error_can_be_pickled() -> None:
    error = TokenError("down", status=500, error="server_error", likely_cause="a clock", transient=True)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.status, again.code(), again.likely_cause) == (str(error), 500, error.code(), "a clock")


def test_credentials_that_fetch_nothing_import_no_http_client() -> None:
    code = (
        "import sys, zgrpc._auth.source, zgrpc._auth.credentials as c; c.PersonalAccessToken('x'); print(*sys.modules)"
    )
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20).stdout.split()
    assert "zgrpc._auth.source" in modules
    assert not {"httpx", "jwt", "cryptography"} & set(modules)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ImportError, match=r"zgrpc\[oauth\]"):
        ClientCredentials("me", SECRET)
