"""The emulator as an issuer: JWTs and their keys, introspection, userinfo, revocation, token exchange."""

from __future__ import annotations

import json
import time
import urllib.parse
from typing import TYPE_CHECKING, Any

import jwt
import pytest

from zgrpc.testing.oauth import API_SCOPE, CLIENT_CREDENTIALS, TOKEN_EXCHANGE

if TYPE_CHECKING:
    from collections.abc import Callable

ROLES = "urn:zitadel:iam:org:project:roles"
ALL_ROLES = "urn:zitadel:iam:org:projects:roles"


def aud(project_id: str) -> str:
    return f"urn:zitadel:iam:org:project:id:{project_id}:aud"


class Service:
    """A project with roles, and an API application that introspects."""

    def __init__(self, wire: Any) -> None:
        self.wire = wire
        self.project = wire.project("service", "admin", "viewer")
        app = wire.call("AddAPIApp", project_id=self.project, name="api", auth_method_type=0)
        self.app_id, self.basic = app.app_id, (app.client_id, app.client_secret)

    def post(self, path: str, form: dict[str, str], basic: tuple[str, str] | None = None) -> tuple[int, Any]:
        import base64

        pair = ":".join(map(urllib.parse.quote_plus, basic or self.basic))
        headers = {"content-type": "application/x-www-form-urlencoded"}
        headers["authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        status, _, body = self.wire.http("POST", path, body=urllib.parse.urlencode(form), headers=headers)
        return status, json.loads(body) if body else None

    def introspect(self, token: str, **options: Any) -> dict[str, Any]:
        status, answer = self.post("/oauth/v2/introspect", {"token": token}, **options)
        assert status == 200
        return answer

    def grant(self, user_id: str, *roles: str) -> None:
        self.wire.call("AddUserGrant", user_id=user_id, project_id=self.project, role_keys=roles)

    def org(self) -> dict[str, str]:
        org = self.wire.call("GetMyOrg").org
        return {org.id: org.primary_domain}


@pytest.fixture
def service(wire: Any) -> Service:
    return Service(wire)


def claims_in(wire: Any, token: str) -> dict[str, Any]:
    key_set = jwt.PyJWKSet.from_json(wire.http("GET", "/oauth/v2/keys")[2].decode())
    key = key_set[jwt.get_unverified_header(token)["kid"]].key
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


@pytest.fixture
def bot(wire: Any, make_machine: Callable[..., Any]) -> Any:
    return make_machine(wire, "bot", access_token_type=1)


def token_of(bot: Any, wire: Any, *scopes: str) -> str:
    form = {"grant_type": CLIENT_CREDENTIALS, "scope": " ".join(["openid", API_SCOPE, *scopes])}
    return wire.token(form, bot.client)[1]["access_token"]


# -- JWTs and keys -----------------------------------------------------------------------------------
def test_a_machine_user_of_that_type_gets_jwts_with_its_roles_by_scope(service: Service, bot: Any, wire: Any) -> None:
    service.grant(bot.id, "admin")
    scopes = (aud(service.project), ALL_ROLES)
    claims = claims_in(wire, token_of(bot, wire, *scopes))
    assert service.project in claims["aud"]
    assert claims[f"urn:zitadel:iam:org:project:{service.project}:roles"] == {"admin": service.org()}
    assert ROLES not in claims
    assert not any("roles" in name for name in claims_in(wire, token_of(bot, wire, aud(service.project))))


def test_a_rotated_key_signs_and_the_one_before_still_counts(wire: Any, bot: Any) -> None:
    before = token_of(bot, wire)
    wire.emulator.rotate_keys()
    after = token_of(bot, wire)
    assert jwt.get_unverified_header(before)["kid"] != jwt.get_unverified_header(after)["kid"]
    assert claims_in(wire, before)["sub"] == claims_in(wire, after)["sub"] == bot.id


def test_a_retired_key_is_published_no_longer(wire: Any, bot: Any) -> None:
    before = token_of(bot, wire)
    wire.emulator.rotate_keys(retire=True)
    with pytest.raises(KeyError):
        claims_in(wire, before)
    assert claims_in(wire, token_of(bot, wire))


# -- tokens for people -------------------------------------------------------------------------------
@pytest.mark.parametrize("as_jwt", [True, False])
def test_a_token_for_a_person_calls_the_api(wire: Any, as_jwt: bool) -> None:
    ada = wire.human("ada")
    token = wire.emulator.token_for(ada, jwt=as_jwt)
    assert wire.whoami(token) == ada
    wire.emulator.revoke_token(token)
    assert wire.whoami(token).startswith("UNAUTHENTICATED")


def test_an_expired_token_cannot_call_the_api(wire: Any, service: Service) -> None:
    token = wire.emulator.token_for(wire.human("ada"), projects=[service.project], lifetime=-5)
    assert wire.whoami(token).startswith("UNAUTHENTICATED")
    assert service.introspect(token) == {"active": False}


def test_an_unknown_user_gets_no_token(wire: Any) -> None:
    with pytest.raises(ValueError, match="user_id must be the id of an active user"):
        wire.emulator.token_for("404")


# -- introspection -----------------------------------------------------------------------------------
@pytest.mark.parametrize("as_jwt", [True, False])
def test_a_token_for_the_project_is_active_and_has_its_claims(wire: Any, service: Service, as_jwt: bool) -> None:
    ada = wire.human("ada")
    service.grant(ada, "admin", "viewer")
    token = wire.emulator.token_for(ada, projects=[service.project], jwt=as_jwt)
    answer = service.introspect(token)
    assert (answer["active"], answer["sub"], answer["iss"]) == (True, ada, wire.emulator.issuer)
    assert service.project in answer["aud"]
    assert answer["exp"] > time.time() + 43_000
    assert answer[ROLES] == {"admin": service.org(), "viewer": service.org()}
    assert answer["email"] == "ada@people.example"
    assert answer["urn:zitadel:iam:user:resourceowner:id"] in service.org()


def test_a_token_for_another_project_is_not_active(wire: Any, service: Service) -> None:
    other = wire.project("other")
    token = wire.emulator.token_for(wire.human("ada"), projects=[other])
    assert service.introspect(token) == {"active": False}


def test_a_personal_access_token_is_active_for_every_client(wire: Any, service: Service) -> None:
    user_id, pat = wire.member("bot")
    service.grant(user_id, "viewer")
    answer = service.introspect(pat)
    assert (answer["active"], answer["sub"]) == (True, user_id)
    assert {service.project, service.basic[0]} <= set(answer["aud"])
    assert answer[ROLES] == {"viewer": service.org()}


@pytest.mark.parametrize("end", ["revoke", "deactivate", "unknown"])
def test_a_token_that_was_ended_is_not_active(wire: Any, service: Service, end: str) -> None:
    ada = wire.human("ada")
    token = wire.emulator.token_for(ada, projects=[service.project])
    assert service.introspect(token)["active"]
    match end:
        case "revoke":
            wire.emulator.revoke_token(token)
        case "deactivate":
            wire.call("DeactivateUser", id=ada)
        case "unknown":
            token += "x"
    assert service.introspect(token) == {"active": False}


def test_a_removed_role_is_gone_from_the_next_introspection(wire: Any, service: Service) -> None:
    ada = wire.human("ada")
    service.grant(ada, "admin")
    token = wire.emulator.token_for(ada, projects=[service.project])
    grant = wire.call("ListUserGrants").result[0]
    wire.call("DeactivateUserGrant", user_id=ada, grant_id=grant.id)
    assert ROLES not in service.introspect(token)


def test_a_project_that_asserts_roles_needs_no_scope(wire: Any, service: Service) -> None:
    ada = wire.human("ada")
    service.grant(ada, "admin")
    token = wire.emulator.token_for(ada, scopes=[aud(service.project)])
    assert ROLES not in service.introspect(token)
    wire.call("UpdateProject", id=service.project, name="service", project_role_assertion=True)
    assert service.introspect(token)[ROLES] == {"admin": service.org()}


@pytest.mark.parametrize("basic", [("nobody", "x"), ("", "")])
def test_an_unknown_client_may_not_introspect(service: Service, basic: tuple[str, str]) -> None:
    status, answer = service.post("/oauth/v2/introspect", {"token": "x"}, basic)
    assert (status, answer["error"]) == (401, "invalid_client")
    status, _ = service.post("/oauth/v2/introspect", {"token": "x"}, (service.basic[0], "wrong"))
    assert status == 401


def test_an_application_may_prove_itself_by_its_key(wire: Any, service: Service) -> None:
    from zgrpc.guard import ApplicationKey

    app = wire.call("AddAPIApp", project_id=service.project, name="with key", auth_method_type=1)
    key = wire.call("AddAppKey", project_id=service.project, app_id=app.app_id, type=1)
    assertion = ApplicationKey.from_json(key.key_details).assertion(wire.emulator.issuer)
    token = wire.emulator.token_for(wire.human("ada"), projects=[service.project])
    form = {"token": token, "client_assertion": str.__str__(assertion)}
    headers = {"content-type": "application/x-www-form-urlencoded"}
    status, _, body = wire.http("POST", "/oauth/v2/introspect", body=urllib.parse.urlencode(form), headers=headers)
    assert (status, json.loads(body)["active"]) == (200, True)
    form["client_assertion"] = form["client_assertion"][:-8] + "AAAAAAAA"
    status, _, _ = wire.http("POST", "/oauth/v2/introspect", body=urllib.parse.urlencode(form), headers=headers)
    assert status == 401


# -- faults ------------------------------------------------------------------------------------------
def test_a_fault_makes_introspection_fail_answer_wrongly_or_late(wire: Any, service: Service) -> None:
    faults = wire.emulator.faults
    with faults.introspection(status=500, count=1):
        assert service.post("/oauth/v2/introspect", {"token": "x"})[0] == 500
    with faults.introspection(replace={"active": True, "sub": "mallory"}):
        assert service.introspect("x") == {"active": True, "sub": "mallory"}
    with faults.introspection(delay=0.2):
        started = time.monotonic()
        service.introspect("x")
        assert time.monotonic() - started >= 0.2
    with faults.key_set(status=503):
        assert wire.http("GET", "/oauth/v2/keys")[0] == 503
        assert service.introspect("x") == {"active": False}


# -- userinfo and revocation -------------------------------------------------------------------------
def test_userinfo_identifies_the_bearer(wire: Any) -> None:
    ada = wire.human("ada")
    token = wire.emulator.token_for(ada)
    status, _, body = wire.http("GET", "/oidc/v1/userinfo", headers={"authorization": f"Bearer {token}"})
    answered = json.loads(body)
    assert (status, answered["sub"], answered["given_name"], answered["preferred_username"]) == (200, ada, "Ada", "ada")
    status, _, _ = wire.http("GET", "/oidc/v1/userinfo", headers={"authorization": "Bearer x"})
    assert status == 401


# -- token exchange ----------------------------------------------------------------------------------
@pytest.fixture
def exchanger(wire: Any, service: Service) -> tuple[str, str]:
    app = wire.call(
        "AddOIDCApp", project_id=service.project, name="gateway", redirect_uris=["https://gateway.example"],
        response_types=[0], grant_types=[0, 4], app_type=0, auth_method_type=0,
    )  # fmt: skip
    return app.client_id, app.client_secret


def exchange(wire: Any, client: tuple[str, str], subject: str, **form: str) -> tuple[int, dict[str, Any]]:
    kind = "urn:ietf:params:oauth:token-type:access_token"
    base = {"grant_type": TOKEN_EXCHANGE, "subject_token": subject, "subject_token_type": kind}
    return wire.token({**base, **form}, client)


def test_a_token_is_exchanged_for_one_of_fewer_scopes(wire: Any, service: Service, exchanger: Any) -> None:
    ada = wire.human("ada")
    subject = wire.emulator.token_for(ada, projects=[service.project])
    status, answer = exchange(wire, exchanger, subject, scope="openid", audience=service.project)
    assert (status, answer["scope"], answer["issued_token_type"][-12:]) == (200, "openid", "access_token")
    answered = service.introspect(answer["access_token"])
    assert (answered["sub"], answered["aud"], answered["client_id"]) == (ada, [service.project], exchanger[0])


def test_a_user_is_impersonated_and_the_api_refuses_the_token(wire: Any, service: Service, exchanger: Any) -> None:
    ada, support = wire.human("ada"), wire.human("support")
    actor = wire.emulator.token_for(support, projects=[service.project])
    kind = "urn:ietf:params:oauth:token-type:access_token"
    status, answer = exchange(
        wire, exchanger, ada, subject_token_type="urn:zitadel:params:oauth:token-type:user_id",
        actor_token=actor, actor_token_type=kind, requested_token_type="urn:ietf:params:oauth:token-type:jwt",
    )  # fmt: skip
    assert status == 200
    claims = claims_in(wire, answer["access_token"])
    assert (claims["sub"], claims["act"]["sub"]) == (ada, support)
    assert wire.whoami(answer["access_token"]).startswith("UNAUTHENTICATED")


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"scope": "openid more"}, "invalid_scope"),
        ({"audience": "404"}, "invalid_target"),
        ({"subject_token": "x"}, "invalid_request"),
        ({"subject_token": ""}, "invalid_request"),
        ({"subject_token_type": "magic"}, "invalid_request"),
        ({"requested_token_type": "magic"}, "invalid_request"),
        ({"subject_token_type": "urn:zitadel:params:oauth:token-type:user_id"}, "invalid_request"),
    ],
)
def test_an_exchange_for_more_is_refused(
    wire: Any, service: Service, exchanger: Any, form: dict[str, str], error: str
) -> None:
    subject = wire.emulator.token_for(wire.human("ada"), projects=[service.project])
    status, answer = exchange(wire, exchanger, subject, **form)
    assert (status, answer["error"]) == (400, error)


def test_a_client_without_the_grant_type_exchanges_nothing(wire: Any, service: Service) -> None:
    subject = wire.emulator.token_for(wire.human("ada"), projects=[service.project])
    status, answer = exchange(wire, service.basic, subject)
    assert (status, answer["error"]) == (400, "unauthorized_client")


def test_an_id_token_is_exchanged_and_asked_for(wire: Any, bot: Any, exchanger: Any) -> None:
    form = {"grant_type": CLIENT_CREDENTIALS, "scope": f"openid {API_SCOPE}"}
    id_token = wire.token(form, bot.client)[1]["id_token"]
    kind = "urn:ietf:params:oauth:token-type:id_token"
    status, answer = exchange(wire, exchanger, id_token, subject_token_type=kind, requested_token_type=kind)
    assert (status, answer["token_type"], answer["issued_token_type"]) == (200, "N_A", kind)
    claims = claims_in(wire, answer["access_token"])
    assert (claims["sub"], claims["azp"]) == (bot.id, exchanger[0])
    status, answer = exchange(wire, exchanger, id_token[:-8] + "AAAAAAAA", subject_token_type=kind)
    assert (status, answer["error"]) == (400, "invalid_request")
