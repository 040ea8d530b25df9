"""Sessions over v2, by which people log in: what the scenarios of the facts leave out."""

from __future__ import annotations

import time
from typing import Any

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration
from zitadel import auth_pb2
from zitadel.object.v2.object_pb2 import Details
from zitadel.session.v2 import session_service_pb2 as m
from zitadel.session.v2.session_service_pb2_grpc import SessionServiceStub
from zitadel.user.v2 import user_service_pb2 as u
from zitadel.user.v2.user_service_pb2_grpc import UserServiceStub

from zgrpc.testing.domain import totp

PASSWORD = "Secret-Passw0rd"
RIGHT = {"password": {"password": PASSWORD}}


class Sessions:
    """The session service of v2, called with the bare stubs, and a person who has a password."""

    def __init__(self, wire: Any) -> None:
        self.wire = wire
        self._stub: Any = SessionServiceStub(wire.channel)
        self._users: Any = UserServiceStub(wire.channel)
        self.user_id = wire.human("ann")

    def call(self, rpc: str, *, token: str | None = None, **fields: Any) -> Any:
        return getattr(self._stub, rpc)(getattr(m, f"{rpc}Request")(**fields), **self.wire.bearer(token))

    def user(self, rpc: str, **fields: Any) -> Any:
        return getattr(self._users, rpc)(getattr(u, f"{rpc}Request")(**fields), **self.wire.bearer())

    def refused(self, rpc: str, *, token: str | None = None, **fields: Any) -> str:
        """The code and the text that a call fails with."""
        with pytest.raises(grpc.RpcError) as failure:
            self.call(rpc, token=token, **fields)
        error: Any = failure.value
        return f"{error.code().name} {error.details()}"

    def start(self, **checks: Any) -> Any:
        """A new session of the person."""
        return self.call("CreateSession", checks={"user": {"user_id": self.user_id}, **checks})

    def factors(self, session_id: str) -> set[str]:
        found = self.call("GetSession", session_id=session_id).session.factors
        return {field.name for field, _ in found.ListFields()}


@pytest.fixture
def sessions(wire: Any) -> Sessions:
    return Sessions(wire)


def test_token_of_a_session_with_a_password_authenticates_its_user(sessions: Sessions) -> None:
    assert sessions.wire.whoami(sessions.start(**RIGHT).session_token) == sessions.user_id


def test_code_that_v2_returned_verifies_by_v1(sessions: Sessions) -> None:
    token = sessions.start(**RIGHT).session_token
    address = {"email": "new@people.example", "return_code": {}}
    code = sessions.user("SetEmail", user_id=sessions.user_id, **address).verification_code
    auth = sessions.wire.auth
    auth.VerifyMyEmail(auth_pb2.VerifyMyEmailRequest(code=code), **sessions.wire.bearer(token))
    found = sessions.user("GetUserByID", user_id=sessions.user_id).user.human.email
    assert (found.email, found.is_verified) == ("new@people.example", True)


def test_token_of_a_session_without_a_check_authenticates_nobody(sessions: Sessions) -> None:
    refused = sessions.wire.whoami(sessions.start().session_token)
    assert refused == "PERMISSION_DENIED authentication required (AUTHZ-Kl3p0)"


@pytest.mark.parametrize("setting", ["force_mfa", "force_mfa_local_only"])
def test_token_needs_two_factors_where_the_login_policy_forces_them(setting: str, sessions: Sessions) -> None:
    code = authenticator(sessions)
    sessions.wire.call("AddCustomLoginPolicy", **{setting: True})
    token = sessions.start(**RIGHT).session_token
    assert sessions.wire.whoami(token) == "PERMISSION_DENIED mfa required (AUTHZ-Kl3p0)"
    token = sessions.start(**RIGHT, totp={"code": code}).session_token
    assert sessions.wire.whoami(token) == sessions.user_id


def test_token_of_an_expired_session_authenticates_nobody(sessions: Sessions) -> None:
    user = {"user_id": sessions.user_id}
    session = sessions.call("CreateSession", checks={"user": user, **RIGHT}, lifetime=Duration(nanos=1_000_000))
    time.sleep(0.01)
    assert sessions.wire.whoami(session.session_token) == "PERMISSION_DENIED session expired (AUTHZ-EGDo3)"


def test_token_ends_with_the_session(sessions: Sessions) -> None:
    session = sessions.start(**RIGHT)
    sessions.call("DeleteSession", session_id=session.session_id)
    assert sessions.wire.whoami(session.session_token) == "NOT_FOUND Session does not exist (QUERY-SFeaa)"


def test_token_ends_with_the_next_one(sessions: Sessions) -> None:
    session = sessions.start(**RIGHT)
    later = sessions.call("SetSession", session_id=session.session_id, metadata={"a": b"b"})
    assert "QUERY-dsfr3" in sessions.wire.whoami(session.session_token)
    assert sessions.wire.whoami(later.session_token) == sessions.user_id


def test_token_ends_when_its_user_is_deactivated(sessions: Sessions) -> None:
    session = sessions.start(**RIGHT)
    sessions.user("DeactivateUser", user_id=sessions.user_id)
    assert sessions.wire.whoami(session.session_token).startswith("UNAUTHENTICATED")


def test_session_counts_a_password_until_it_is_changed(sessions: Sessions) -> None:
    session = sessions.start(**RIGHT)
    assert sessions.factors(session.session_id) == {"user", "password"}
    sessions.user("SetPassword", user_id=sessions.user_id, new_password={"password": "An0ther-pass!"})
    assert sessions.factors(session.session_id) == {"user"}
    assert "AUTHZ-Kl3p0" in sessions.wire.whoami(session.session_token)


def test_wrong_password_makes_no_session(sessions: Sessions) -> None:
    refused = sessions.refused(
        "CreateSession", checks={"user": {"user_id": sessions.user_id}, "password": {"password": "wrong"}}
    )
    assert refused == "INVALID_ARGUMENT Password is invalid (COMMAND-3M0fs)"
    assert sessions.call("ListSessions").details.total_result == 0


def authenticator(sessions: Sessions) -> str:
    """Set up an app that makes codes; return the one of now."""
    secret = sessions.user("RegisterTOTP", user_id=sessions.user_id).secret
    code = totp.at(secret, int(time.time()))
    sessions.user("VerifyTOTPRegistration", user_id=sessions.user_id, code=code)
    return code


def test_code_of_an_app_is_checked(sessions: Sessions) -> None:
    code = authenticator(sessions)
    assert sessions.factors(sessions.start(**RIGHT, totp={"code": code}).session_id) == {"user", "password", "totp"}
    wrong = str((int(code) + 1) % 1_000_000).zfill(6)
    checks = {"user": {"user_id": sessions.user_id}, "totp": {"code": wrong}}
    assert "EVENT-8isk2" in sessions.refused("CreateSession", checks=checks)


def test_code_of_an_app_that_is_not_set_up_is_refused(sessions: Sessions) -> None:
    checks = {"user": {"user_id": sessions.user_id}, "totp": {"code": "123456"}}
    assert "COMMAND-3Mif9s" in sessions.refused("CreateSession", checks=checks)


def test_code_of_a_challenge_is_checked_once(sessions: Sessions) -> None:
    sessions.user("AddOTPEmail", user_id=sessions.user_id)
    session = sessions.start()
    asked = sessions.call(
        "SetSession", session_id=session.session_id, challenges={"otp_email": {"return_code": {}}}
    ).challenges.otp_email
    sessions.call("SetSession", session_id=session.session_id, checks={"otp_email": {"code": asked}})
    assert sessions.factors(session.session_id) == {"user", "otp_email"}
    again = sessions.refused("SetSession", session_id=session.session_id, checks={"otp_email": {"code": asked}})
    assert again == "FAILED_PRECONDITION Code not found (COMMAND-S34gh)"


def test_recovery_code_is_used_up(sessions: Sessions) -> None:
    code = sessions.user("GenerateRecoveryCodes", user_id=sessions.user_id, count=1).recovery_codes[0]
    assert "recovery_code" in sessions.factors(sessions.start(recovery_code={"code": code}).session_id)
    checks = {"user": {"user_id": sessions.user_id}, "recovery_code": {"code": code}}
    assert sessions.refused("CreateSession", checks=checks).startswith("INVALID_ARGUMENT")


def test_ended_session_cannot_be_changed(sessions: Sessions) -> None:
    session = sessions.start()
    sessions.call("DeleteSession", session_id=session.session_id)
    refused = sessions.refused("SetSession", session_id=session.session_id, metadata={"a": b"b"})
    assert refused == "FAILED_PRECONDITION Session already terminated (COMMAND-Hewfq)"


def test_changes_of_a_session_that_is_not_there_are_taken_and_never_shown(sessions: Sessions) -> None:
    unchanged = sessions.call("SetSession", session_id="404", metadata={"a": b""})
    assert unchanged.details.resource_owner
    assert not unchanged.details.HasField("change_date")
    assert sessions.call("DeleteSession", session_id="404").details == Details()
    changed = sessions.call("SetSession", session_id="404", metadata={"a": b"b"})
    assert changed.session_token
    assert sessions.call("SetSession", session_id="404").details == changed.details
    assert "QUERY-SFeaa" in sessions.refused("GetSession", session_id="404", session_token=changed.session_token)
    assert sessions.call("DeleteSession", session_id="404").details == changed.details
    assert sessions.call("ListSessions").details.total_result == 0


def test_session_ends_by_the_permission_where_the_token_is_empty(sessions: Sessions) -> None:
    session_id = sessions.start(**RIGHT).session_id
    assert sessions.call("DeleteSession", session_id=session_id, session_token="").details.HasField("change_date")


def test_expired_session_cannot_be_changed(sessions: Sessions) -> None:
    session = sessions.call("CreateSession", lifetime={"nanos": 1_000_000})
    time.sleep(0.01)
    refused = sessions.refused("SetSession", session_id=session.session_id, metadata={"a": b"b"})
    assert refused == "FAILED_PRECONDITION Session has expired (COMMAND-Hkl3d)"


def test_person_reads_and_ends_own_session(sessions: Sessions) -> None:
    session = sessions.start(**RIGHT)
    token = session.session_token
    assert sessions.call("GetSession", token=token, session_id=session.session_id).session.id == session.session_id
    sessions.call("DeleteSession", token=token, session_id=session.session_id)


def test_owner_of_an_organization_creates_no_session(sessions: Sessions) -> None:
    _, token = sessions.wire.member("boss", "ORG_OWNER")
    assert sessions.refused("CreateSession", token=token) == "NOT_FOUND membership not found (AUTHZ-cdgFk)"


def test_owner_of_an_organization_sees_the_sessions_of_its_users(sessions: Sessions) -> None:
    _, token = sessions.wire.member("boss", "ORG_OWNER")
    session = sessions.start()
    sessions.call("CreateSession")
    found = sessions.call("ListSessions", token=token)
    assert [each.id for each in found.sessions] == [session.session_id]
    assert found.details.total_result == 2


def test_wrong_token_ends_no_session(sessions: Sessions) -> None:
    session = sessions.start()
    refused = sessions.refused("DeleteSession", session_id=session.session_id, session_token="wrong")
    assert refused == "PERMISSION_DENIED Session Token is invalid (COMMAND-sGr42)"


def test_limit_above_a_thousand_is_refused(sessions: Sessions) -> None:
    refused = sessions.refused("ListSessions", query={"limit": 1001})
    assert refused == "INVALID_ARGUMENT Limit exceeded (QUERY-4M0fs)"


@pytest.mark.parametrize(
    ("checks", "refusal"),
    [
        ({"password": {"password": "x"}}, "FAILED_PRECONDITION User ID missing (COMMAND-Sfw3f)"),
        ({"totp": {"code": "123456"}}, "INVALID_ARGUMENT User ID missing (COMMAND-8N9ds)"),
        (
            {"web_auth_n": {"credential_assertion_data": {}}},
            "FAILED_PRECONDITION Session without WebAuthN challenge (COMMAND-Ioqu5)",
        ),
    ],
)
def test_check_of_nobody_is_refused(sessions: Sessions, checks: Any, refusal: str) -> None:
    assert sessions.refused("CreateSession", checks=checks) == refusal


def test_only_an_active_person_is_challenged_by_a_key(sessions: Sessions) -> None:
    challenge = {"domain": "localhost", "user_verification_requirement": "USER_VERIFICATION_REQUIREMENT_REQUIRED"}
    bot = {"user": {"user_id": sessions.wire.machine("bot")}}
    refused = sessions.refused("CreateSession", checks=bot, challenges={"web_auth_n": challenge})
    assert refused == "FAILED_PRECONDITION User could not be found (COMMAND-Df4b3)"


@pytest.mark.parametrize(
    ("given", "shown"), [("192.0.2.7", "192.0.2.7"), ("2001:DB8::0:1", "2001:db8::1"), ("nonsense", "")]
)
def test_address_of_a_browser_is_parsed(sessions: Sessions, given: str, shown: str) -> None:
    session_id = sessions.call("CreateSession", user_agent={"fingerprint_id": "f", "ip": given}).session_id
    assert sessions.call("GetSession", session_id=session_id).session.user_agent.ip == shown
