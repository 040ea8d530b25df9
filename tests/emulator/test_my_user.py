"""What machine users are refused where only a human could do it."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from zitadel import auth_pb2

NO_OTP = "Multifactor OTP (OneTimePassword) doesn't exist"


def refused(wire: Any, rpc: str, **fields: Any) -> tuple[str, str]:
    _, token = wire.member("robot")
    request = getattr(auth_pb2, f"{rpc}Request")(**fields)
    with pytest.raises(grpc.RpcError) as failure:
        getattr(wire.auth, rpc)(request, **wire.bearer(token))
    error: Any = failure.value
    return error.code().name, error.details()


@pytest.mark.parametrize(
    ("rpc", "fields", "answer"),
    [
        ("SetMyPhone", {"phone": "+41446681800"}, "FAILED_PRECONDITION User could not be found (COMMAND-3M0fs)"),
        ("SetMyPhone", {"phone": "+x"}, "INVALID_ARGUMENT Phone is invalid (PHONE-so0wa)"),
        ("VerifyMyPhone", {"code": "ABC"}, "FAILED_PRECONDITION User could not be found (COMMAND-Rsj8c)"),
        ("ResendMyPhoneVerification", {}, "FAILED_PRECONDITION User could not be found (COMMAND-2M0fs)"),
        ("ResendMyEmailVerification", {}, "NOT_FOUND Email not found (COMMAND-0Pe4r)"),
        ("VerifyMyAuthFactorOTP", {"code": "123456"}, f"NOT_FOUND {NO_OTP} (COMMAND-3Mif9s)"),
        ("RemoveMyAuthFactorOTP", {}, f"NOT_FOUND {NO_OTP} (COMMAND-Hd9sd)"),
        ("RemoveMyAuthFactorOTPEmail", {}, f"NOT_FOUND {NO_OTP} (COMMAND-b312D)"),
        ("RemoveMyPasswordless", {"token_id": "1"}, "NOT_FOUND WebAuthN Token could not be found (COMMAND-DAfb2)"),
        ("RevokeAllMyRefreshTokens", {}, "INVALID_ARGUMENT ID missing (COMMAND-Gfj42)"),
    ],
)
def test_a_machine_is_no_human(rpc: str, fields: dict[str, Any], answer: str, wire: Any) -> None:
    assert " ".join(refused(wire, rpc, **fields)) == answer
