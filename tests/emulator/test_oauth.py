"""The token endpoint answers each recorded case as the real server did, and its tokens work."""

from __future__ import annotations

import json
import time
import urllib.parse
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jwt
import pytest
import yaml

from zgrpc.testing import Emulator
from zgrpc.testing.oauth import API_SCOPE, CLIENT_CREDENTIALS, JWT_PROFILE

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = tuple[int, dict[str, Any]]

CASES = {
    case["case"]: case
    for case in yaml.safe_load((Path(__file__).parent.parent / "conformance" / "oauth.yaml").read_text())
}
SCOPE = f"openid {API_SCOPE}"
BY_CLIENT = {"grant_type": CLIENT_CREDENTIALS, "scope": SCOPE}
HOUR = 3600

# What each recorded request looked like; `b` is the machine user with a key, `j` the one with JWTs, `w` the wire.
REQUESTS: dict[str, Callable[[Any, Any, Any], Answer]] = {
    "client credentials, HTTP basic": lambda b, j, w: w.token(BY_CLIENT, j.client),
    "client credentials, id and secret in the form": lambda b, j, w: w.token(
        {**BY_CLIENT, "client_id": j.client[0], "client_secret": j.client[1]}
    ),
    "client credentials, no scope": lambda b, j, w: w.token({"grant_type": CLIENT_CREDENTIALS}, j.client),
    "client credentials, unknown client": lambda b, j, w: w.token(BY_CLIENT, ("nobody", "secret")),
    "client credentials, wrong secret": lambda b, j, w: w.token(BY_CLIENT, (j.client[0], "wrong")),
    "client credentials, no authentication": lambda b, j, w: w.token(BY_CLIENT),
    "no grant_type": lambda b, j, w: w.token({"scope": SCOPE}),
    "unknown grant_type": lambda b, j, w: w.token({"grant_type": "magic", "scope": SCOPE}),
    "JWT profile": lambda b, j, w: b.profile(),
    "JWT profile, no scope": lambda b, j, w: b.profile(scope=None),
    "JWT profile, no openid scope": lambda b, j, w: b.profile(scope=API_SCOPE),
    "JWT profile, audience with trailing slash": lambda b, j, w: b.profile(aud=w.emulator.issuer + "/"),
    "JWT profile, audience a list with the issuer": lambda b, j, w: b.profile(aud=["other", w.emulator.issuer]),
    "JWT profile, wrong audience": lambda b, j, w: b.profile(aud="https://elsewhere.example"),
    "JWT profile, expired": lambda b, j, w: b.profile(exp=time.time() - 10),
    "JWT profile, exp 2 h ahead": lambda b, j, w: b.profile(exp=int(time.time()) + 2 * HOUR),
    "JWT profile, exp 48 h ahead": lambda b, j, w: b.profile(exp=int(time.time()) + 48 * HOUR),
    "JWT profile, iat 1 h old, exp ahead": lambda b, j, w: b.profile(iat=int(time.time()) - HOUR),
    "JWT profile, iat 2 h old, exp ahead": lambda b, j, w: b.profile(iat=int(time.time()) - 2 * HOUR),
    "JWT profile, iat 1 s ahead of the server": lambda b, j, w: b.profile(iat=int(time.time()) + 1),
    "JWT profile, iat 5 s ahead of the server": lambda b, j, w: b.profile(iat=int(time.time()) + 5),
    "JWT profile, iat 30 s ahead of the server": lambda b, j, w: b.profile(iat=int(time.time()) + 30),
    "JWT profile, iat 120 s ahead of the server": lambda b, j, w: b.profile(iat=int(time.time()) + 120),
    "JWT profile, unknown key id": lambda b, j, w: b.profile(kid="404"),
    "JWT profile, unknown user": lambda b, j, w: b.profile(iss="404", sub="404"),
    "JWT profile, sub not iss": lambda b, j, w: b.profile(sub=j.id),
    "JWT profile, no iat": lambda b, j, w: b.profile(iat=None),
    "JWT profile, no exp": lambda b, j, w: b.profile(exp=None),
    "JWT profile, garbage assertion": lambda b, j, w: w.token(
        {"grant_type": JWT_PROFILE, "scope": SCOPE, "assertion": "garbage"}
    ),
    "JWT profile, no assertion": lambda b, j, w: w.token({"grant_type": JWT_PROFILE, "scope": SCOPE}),
    "JWT profile, signed with another key": lambda b, j, w: b.profile(key=j.key["key"]),
}


def shape(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer as the recordings write it: tokens by their kind."""

    def kind(token: str) -> str:
        return "<JWT>" if token.count(".") == 2 else f"<opaque, {len(token)} characters>"

    return {name: kind(value) if name in ("access_token", "id_token") else value for name, value in answer.items()}


@pytest.mark.parametrize("case", REQUESTS)
def test_a_token_request_is_answered_as_the_real_server_did(
    case: str, machine: Any, jwt_machine: Any, shared_wire: Any
) -> None:
    status, answer = REQUESTS[case](machine, jwt_machine, shared_wire)
    assert (status, shape(answer)) == (CASES[case]["status"], CASES[case]["body"])


def test_every_recorded_case_is_tested() -> None:
    others = {"ready", "healthz", "GET on the token endpoint", "GET /.well-known/openid-configuration (part)"}
    assert set(CASES) == set(REQUESTS) | others


@pytest.mark.parametrize(("case", "path"), [("ready", "/debug/ready"), ("healthz", "/debug/healthz")])
def test_health_and_readiness_answer_as_recorded(case: str, path: str, shared_wire: Any) -> None:
    status, headers, body = shared_wire.http("GET", path)
    assert (status, headers["content-type"]) == (CASES[case]["status"], CASES[case]["content_type"])
    assert body.decode().strip('"') == CASES[case]["body"]


def test_get_on_the_token_endpoint_is_refused(shared_wire: Any) -> None:
    status, headers, body = shared_wire.http("GET", "/oauth/v2/token")
    recorded = CASES["GET on the token endpoint"]
    assert (status, headers["content-type"]) == (recorded["status"], recorded["content_type"])
    assert yaml.safe_load(body) == recorded["body"]


def test_a_body_of_another_content_type_is_ignored(machine: Any, shared_wire: Any) -> None:
    body = f'{{"grant_type": "{CLIENT_CREDENTIALS}"}}'
    status, _, told = shared_wire.http(
        "POST", "/oauth/v2/token", body=body, headers={"content-type": "application/json"}
    )
    assert (status, b"grant_type missing" in told) == (400, True)


def test_discovery_names_the_endpoints(shared_wire: Any) -> None:
    issuer = shared_wire.emulator.issuer
    _, _, body = shared_wire.http("GET", "/.well-known/openid-configuration")
    told = yaml.safe_load(body)
    for name, value in CASES["GET /.well-known/openid-configuration (part)"]["body"].items():
        assert told[name] == (value.replace("$issuer", issuer) if isinstance(value, str) else value)


def test_discovery_lists_no_more_than_the_docs_say_that_is_not_served(shared_wire: Any) -> None:
    found = json.loads(shared_wire.http("GET", "/.well-known/openid-configuration")[2])
    paths = {
        name: urllib.parse.urlsplit(url).path
        for name, url in found.items()
        if name == "jwks_uri" or name.endswith("_endpoint")
    }
    absent = {n for n, p in paths.items() if {shared_wire.http(m, p)[0] for m in ("GET", "POST")} == {404}}
    assert absent == {"authorization_endpoint", "end_session_endpoint"}
    errors = {grant: shared_wire.token({"grant_type": grant})[1]["error"] for grant in found["grant_types_supported"]}
    refused = {grant for grant, error in errors.items() if error == "unsupported_grant_type"}
    assert refused == {"authorization_code", "implicit", "refresh_token"}


def test_issued_jwts_can_be_checked_with_the_published_keys(jwt_machine: Any, shared_wire: Any) -> None:
    _, answer = jwt_machine.profile()
    key_set = jwt.PyJWKSet.from_json(shared_wire.http("GET", "/oauth/v2/keys")[2].decode())
    for token in (answer["access_token"], answer["id_token"]):
        key = key_set[jwt.get_unverified_header(token)["kid"]].key
        claims = jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})
        assert (claims["iss"], claims["sub"]) == (shared_wire.emulator.issuer, jwt_machine.id)


def test_a_token_authenticates_calls(machine: Any, jwt_machine: Any, shared_wire: Any) -> None:
    assert shared_wire.whoami(machine.access_token()) == machine.id
    assert shared_wire.whoami(jwt_machine.access_token()) == jwt_machine.id


def test_a_token_without_the_scope_of_the_api_authenticates_nothing(machine: Any, shared_wire: Any) -> None:
    status, answer = machine.profile(scope="openid")
    assert status == 200
    assert shared_wire.whoami(answer["access_token"]) == "UNAUTHENTICATED Errors.Token.Invalid (AUTH-7fs1e)"


def test_the_key_of_another_user_proves_nothing(machine: Any, jwt_machine: Any) -> None:
    status, _ = machine.profile(iss=jwt_machine.id, sub=jwt_machine.id)
    assert status == 500


def test_a_removed_key_is_refused(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    wire.call("RemoveMachineKey", user_id=bot.id, key_id=bot.key["keyId"])
    assert bot.profile()[0] == 500


def test_a_removed_secret_is_refused(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    wire.call("RemoveMachineSecret", user_id=bot.id)
    status, answer = wire.token(BY_CLIENT, bot.client)
    assert (status, answer["error"]) == (400, "invalid_request")


def test_a_deactivated_user_gets_no_token_and_loses_those_it_has(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    token = bot.access_token()
    wire.call("DeactivateUser", id=bot.id)
    assert bot.profile()[0] == 400
    assert wire.whoami(token).startswith("UNAUTHENTICATED")


def test_a_token_ends_with_its_lifetime(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    wire.emulator.faults.token_endpoint(lifetime=1.0)
    _, answer = bot.profile()
    assert answer["expires_in"] == 1
    assert wire.whoami(answer["access_token"]) == bot.id
    time.sleep(1.1)
    assert wire.whoami(answer["access_token"]).startswith("UNAUTHENTICATED")


@pytest.mark.parametrize("offset", [-300.0, 300.0])
def test_the_servers_clock_may_be_off(offset: float, make_wire: Any, make_machine: Any) -> None:
    with Emulator(clock_offset=offset) as emulator:
        wire = make_wire(emulator)
        bot = make_machine(wire, "bot")
        _, headers, _ = wire.http("GET", "/debug/ready")
        date = parsedate_to_datetime(headers["date"]).timestamp()
        assert abs(date - time.time() - offset) < 5
        # Issued by a client whose clock is right, an assertion comes from the future or has been around for a while.
        in_time = {"exp": int(time.time()) + 900}
        assert bot.profile(**in_time)[0] == (200 if offset > 0 else 500)
        assert bot.profile(iat=int(time.time()) - 310, **in_time)[0] == 200
        wire.channel.close()


def test_token_requests_are_remembered_without_secrets(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    bot.profile()
    wire.token({"grant_type": "magic"})
    assert [tuple(r) for r in wire.emulator.token_requests] == [
        (JWT_PROFILE, 200, ""),
        ("magic", 400, "unsupported_grant_type"),
    ]
