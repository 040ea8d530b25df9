"""Wrong passwords and codes, counted and bounded by the lockout policy."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from google.rpc.status_pb2 import Status
from zitadel.message_pb2 import CredentialsCheckError

from tests.emulator.test_v2_sessions import RIGHT, Sessions
from zgrpc.testing.domain.users import ACTIVE, LOCKED


@pytest.fixture
def sessions(wire: Any) -> Sessions:
    return Sessions(wire)


@pytest.fixture
def strict(sessions: Sessions) -> Sessions:
    """Sessions where the third wrong password and the second wrong code lock."""
    sessions.wire.rpc("admin.UpdateLockoutPolicy", max_password_attempts=3, max_otp_attempts=2)
    return sessions


def wrong_password(sessions: Sessions) -> str:
    checks = {"user": {"user_id": sessions.user_id}, "password": {"password": "wrong"}}
    return sessions.refused("CreateSession", checks=checks)


def failed_attempts(error: Any) -> int:
    """How often the password was wrong, by the detail of an error."""
    status = Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
    detail = CredentialsCheckError()
    assert status.details[0].Unpack(detail)
    return detail.failed_attempts


def state(sessions: Sessions) -> int:
    return sessions.user("GetUserByID", user_id=sessions.user_id).user.state


def test_user_is_locked_by_as_many_wrong_passwords_as_the_policy_allows(strict: Sessions) -> None:
    for _ in range(2):
        assert "COMMAND-3M0fs" in wrong_password(strict)
        assert state(strict) == ACTIVE
    assert "COMMAND-3M0fs" in wrong_password(strict)
    assert state(strict) == LOCKED
    assert "SESSION-Gj4ko" in wrong_password(strict)


def test_no_wrong_password_locks_where_the_policy_sets_no_bound(sessions: Sessions) -> None:
    for _ in range(6):
        wrong_password(sessions)
    assert state(sessions) == ACTIVE


@pytest.mark.parametrize("reset", ["right password", "new password", "unlocked"])
def test_a_right_password_resets_the_count_of_wrong_ones(reset: str, strict: Sessions) -> None:
    for _ in range(2):
        wrong_password(strict)
    match reset:
        case "right password":
            strict.start(**RIGHT)
        case "new password":
            strict.user("SetPassword", user_id=strict.user_id, new_password={"password": "An0ther-pass!"})
        case "unlocked":
            wrong_password(strict)
            strict.user("UnlockUser", user_id=strict.user_id)
    for _ in range(2):
        wrong_password(strict)
    assert state(strict) == ACTIVE


def test_a_refused_password_reports_the_number_of_failures(strict: Sessions) -> None:
    wrong_password(strict)
    checks = {"user": {"user_id": strict.user_id}, "password": {"password": "wrong"}}
    with pytest.raises(grpc.RpcError) as refused:
        strict.call("CreateSession", checks=checks)
    assert failed_attempts(refused.value) == 2


def test_locked_user_of_a_session_is_refused_with_the_count(strict: Sessions) -> None:
    session = strict.start()
    for _ in range(3):
        wrong_password(strict)
    with pytest.raises(grpc.RpcError, match="COMMAND-JLK35") as refused:
        strict.call("SetSession", session_id=session.session_id, checks=RIGHT)
    assert failed_attempts(refused.value) == 3


def test_failed_check_leaves_nothing_of_its_session(strict: Sessions) -> None:
    session = strict.start()
    refused: dict[str, Any] = {"metadata": {"a": b"b"}, "checks": {"password": {"password": "wrong"}}}
    strict.refused("SetSession", session_id=session.session_id, **refused)
    assert not strict.call("GetSession", session_id=session.session_id).session.metadata
    kinds = [event.type.type for event in strict.wire.rpc("admin.ListEvents", aggregate_id=strict.user_id).events]
    assert kinds.count("user.human.password.check.failed") == 1


def test_wrong_codes_lock_each_kind_for_itself(strict: Sessions) -> None:
    strict.user("AddOTPEmail", user_id=strict.user_id)
    session = strict.start()
    strict.call("SetSession", session_id=session.session_id, challenges={"otp_email": {"return_code": {}}})
    wrong_password(strict)
    guess: dict[str, Any] = {"session_id": session.session_id, "checks": {"otp_email": {"code": "no code"}}}
    assert "CODE-woT0xc" in strict.refused("SetSession", **guess)
    assert state(strict) == ACTIVE
    assert "CODE-woT0xc" in strict.refused("SetSession", **guess)
    assert state(strict) == LOCKED
    assert "COMMAND-S6h4R" in strict.refused("SetSession", **guess)


def test_code_of_a_factor_that_is_not_set_up_is_refused(sessions: Sessions) -> None:
    session = sessions.start()
    asked: dict[str, Any] = {"session_id": session.session_id, "checks": {"otp_sms": {"code": "123456"}}}
    assert "COMMAND-d2r52" in sessions.refused("SetSession", **asked)
