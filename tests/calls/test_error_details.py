"""The details of errors, over the wire from servers with and without slugs."""

from __future__ import annotations

import base64
import pickle
from typing import Any

import grpc
import pytest
from google.protobuf import any_pb2, duration_pb2
from google.rpc import error_details_pb2, status_pb2
from hypothesis import given
from hypothesis import strategies as st
from zitadel.message_pb2 import CredentialsCheckError, ErrorDetail

import zgrpc
from tests.calls.http2_server import proxy_answering
from zgrpc._error_details import status_details

OTHERS = {"ZitadelError", "TokenError", "ListError", "IncompleteListError", "ListTooLargeError", "GuardError"}
CLASSES = [name for name in zgrpc.__all__ if name.endswith("Error") and name not in OTHERS]
V2 = "type.googleapis.com/zitadel.error.v2.ErrorDetail"


def text_field(number: int, text: str) -> bytes:
    return bytes([number << 3 | 2, len(text)]) + text.encode()


def details(*parts: any_pb2.Any) -> bytes:
    return status_pb2.Status(code=5, details=parts).SerializeToString()


def packed(message: Any) -> any_pb2.Any:
    part = any_pb2.Any()
    part.Pack(message)
    return part


def raised(status: int, message: str, *parts: any_pb2.Any) -> zgrpc.ZitadelError:
    """The error of a call that a server answers with these status details."""
    bin_header = base64.b64encode(details(*parts)).decode().rstrip("=")
    answer = [(":status", "200"), ("content-type", "application/grpc"), ("grpc-status", str(status))]
    answer += [("grpc-message", message), ("grpc-status-details-bin", bin_header)]
    token = zgrpc.PersonalAccessToken("token")
    with (
        proxy_answering(answer) as proxy,
        zgrpc.Client(proxy.url, credentials=token, retry=False) as client,
        pytest.raises(zgrpc.ZitadelError) as error,
    ):
        client.auth.get_my_user(timeout=5)
    return error.value


def test_a_wrong_password_has_the_id_of_its_own_kind_of_detail() -> None:
    part = packed(CredentialsCheckError(id="COMMAND-3M0fs", message="Password is invalid", failed_attempts=2))
    error = raised(3, "Password is invalid (COMMAND-3M0fs)", part)
    assert (error.id, error.message) == ("COMMAND-3M0fs", "Password is invalid")


def test_an_error_of_a_newer_server_has_its_slug() -> None:
    part = any_pb2.Any(type_url=V2, value=text_field(1, "user.not_found") + text_field(2, "user not found"))
    error = raised(5, "user not found", part)
    assert isinstance(error, zgrpc.NotFoundError)
    assert (error.slug, error.id, error.message) == ("user.not_found", "", "user not found")
    assert "user.not_found" in str(error)


def test_an_error_with_both_details_has_id_and_slug() -> None:
    old = packed(ErrorDetail(id="V3-DKcYh", message="User already exists"))
    error = raised(6, "x", old, any_pb2.Any(type_url=V2, value=text_field(1, "user.already_exists")))
    assert (error.id, error.slug, error.message) == ("V3-DKcYh", "user.already_exists", "User already exists")
    assert error.is_conflict


def test_an_unchanged_update_is_known_by_its_id() -> None:
    error = raised(9, "Profile not changed (COMMAND-2M0fs)", packed(ErrorDetail(id="COMMAND-2M0fs")))
    assert error.is_unchanged
    assert not error.is_conflict
    assert not error.is_retryable


def test_a_failed_precondition_of_another_kind_is_not_unchanged() -> None:
    assert not raised(9, "User is not locked (COMMAND-4M0ds)", packed(ErrorDetail(id="COMMAND-4M0ds"))).is_unchanged


def test_an_existing_resource_is_a_conflict_under_any_status() -> None:
    assert raised(9, "x", packed(ErrorDetail(id="COMMAND-k2una"))).is_conflict


def test_the_delay_of_retry_info_is_the_pause() -> None:
    info = error_details_pb2.RetryInfo(retry_delay=duration_pb2.Duration(seconds=90, nanos=500_000_000))
    assert raised(8, "quota", packed(info)).retry_after == 90.5


@pytest.mark.parametrize("code", ["UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED"])
def test_temporary_errors_are_retryable(code: str) -> None:
    assert zgrpc.ZitadelError(grpc.StatusCode[code]).is_retryable


def test_an_answer_larger_than_the_limit_is_not_retryable() -> None:
    assert not zgrpc.ResourceExhaustedError("Received message larger than max (5 vs. 4)").is_retryable


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_status_details_of_any_bytes_do_no_harm(value: bytes, whole: bytes) -> None:
    found = status_details([("grpc-status-details-bin", details(any_pb2.Any(type_url=V2, value=value)))])
    assert found.detail is None
    status_details([("grpc-status-details-bin", whole)])


@pytest.mark.parametrize(
    "name", ["ZitadelError", *(name for name in dir(zgrpc) if name.endswith("Error") and name not in OTHERS)]
)
def test_an_error_is_built_from_a_text_and_pickled(name: str) -> None:
    cls: Any = getattr(zgrpc, name)
    error = cls("no such user")
    assert "no such user" in str(error)
    assert error.code().name.replace("_", "").lower() + "error" in (name.lower(), "unknownerror")
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.code()) == (cls, str(error), error.code())
