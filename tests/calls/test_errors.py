from __future__ import annotations

import pickle
from typing import Any

import grpc
import pytest
from google.protobuf.any_pb2 import Any as AnyMessage
from google.rpc.status_pb2 import Status
from zitadel.message_pb2 import ErrorDetail

import zgrpc
from zgrpc._errors import from_grpc

METHOD = "zitadel.management.v1.ManagementService/GetUserByID"


class Raised(grpc.RpcError):
    """An error as gRPC raises it."""

    def __init__(self, code: grpc.StatusCode, details: str, *trailing: tuple[str, str | bytes]) -> None:
        super().__init__(details)
        self._status = code, details, trailing

    def code(self) -> grpc.StatusCode:
        return self._status[0]

    def details(self) -> str:
        return self._status[1]

    def initial_metadata(self) -> tuple[()]:
        return ()

    def trailing_metadata(self) -> Any:
        return self._status[2]

    def debug_error_string(self) -> str:
        return f"UNKNOWN: {self._status[1]}"


def with_detail(code: grpc.StatusCode, details: str, id: str, message: str) -> Raised:
    packed = AnyMessage()
    packed.Pack(ErrorDetail(id=id, message=message))
    return Raised(code, details, ("grpc-status-details-bin", Status(details=[packed]).SerializeToString()))


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code is not grpc.StatusCode.OK])
def test_each_status_has_its_class(code: grpc.StatusCode) -> None:
    error = from_grpc(Raised(code, "no"), METHOD)
    name = "".join(part.capitalize() for part in code.name.split("_")) + "Error"
    assert type(error) is getattr(zgrpc, name)
    assert error.code() is code
    assert isinstance(error, grpc.RpcError)


def test_the_detail_gives_id_and_message() -> None:
    error = from_grpc(with_detail(grpc.StatusCode.NOT_FOUND, "Errors.X (QUERY-1)", "QUERY-1", "Errors.X"), METHOD)
    assert (error.id, error.message, error.method) == ("QUERY-1", "Errors.X", METHOD)
    assert error.detail == ErrorDetail(id="QUERY-1", message="Errors.X")
    assert error.details() == "Errors.X (QUERY-1)"


def test_without_a_detail_the_id_is_read_from_the_text() -> None:
    error = from_grpc(Raised(grpc.StatusCode.NOT_FOUND, "Errors.X (QUERY-fRunu)"), METHOD)
    assert (error.id, error.message, error.detail) == ("QUERY-fRunu", "Errors.X", None)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("InvalidArgument", grpc.StatusCode.INVALID_ARGUMENT),
        ("Unauthenticated", grpc.StatusCode.UNAUTHENTICATED),
        ("Canceled", grpc.StatusCode.CANCELLED),
        ("Mystery", grpc.StatusCode.UNKNOWN),
    ],
)
def test_a_status_hidden_in_unknown_is_the_real_one(status: str, code: grpc.StatusCode) -> None:
    text = f"rpc error: code = {status} desc = value length must be between 1 and 200 runes"
    error = from_grpc(with_detail(grpc.StatusCode.UNKNOWN, f"{text} ()", "", text), METHOD)
    assert error.code() is code
    assert error.message == "value length must be between 1 and 200 runes"
    assert error.details() == f"{text} ()"


def test_unknown_status_details_keep_the_error_of_the_status() -> None:
    error = from_grpc(Raised(grpc.StatusCode.INTERNAL, "no", ("grpc-status-details-bin", b"\xff\xff")), METHOD)
    assert error.detail is None


def test_an_error_survives_pickling() -> None:
    error = from_grpc(with_detail(grpc.StatusCode.NOT_FOUND, "Errors.X (QUERY-1)", "QUERY-1", "Errors.X"), METHOD)
    error.items_before = 3
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is zgrpc.NotFoundError
    assert (copy.code(), copy.id, copy.message, copy.method, copy.items_before, copy.detail) == (
        grpc.StatusCode.NOT_FOUND, "QUERY-1", "Errors.X", METHOD, 3, error.detail,
    )  # fmt: skip
    assert copy.trailing_metadata() == error.trailing_metadata()


@pytest.mark.parametrize(
    "error",
    [
        zgrpc.IncompleteListError(3, 5, method=METHOD, identities=frozenset({"1", "2", "3"})),
        zgrpc.ListTooLargeError(10, 5, total=3, method=METHOD, filters=["user_id"]),
    ],
)
def test_list_errors_survive_pickling(error: zgrpc.ListError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_the_text_of_an_error_names_status_rpc_and_id() -> None:
    error = from_grpc(Raised(grpc.StatusCode.NOT_FOUND, "User could not be found (QUERY-1)"), METHOD)
    assert str(error) == "ManagementService/GetUserByID: NOT_FOUND: User could not be found (QUERY-1)"
    assert repr(error) == f"<NotFoundError {error}>"


def test_a_call_that_was_canceled_here_is_not_waited_for() -> None:
    channel = grpc.insecure_channel("localhost:1")
    method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/a/b")
    future = method.future(b"", wait_for_ready=True)
    future.cancel()
    error = from_grpc(future, METHOD)
    channel.close()
    assert (type(error), error.debug_error_string()) == (zgrpc.CancelledError, "")


def test_a_token_that_a_proxy_echoes_is_removed_from_the_error() -> None:
    raised = Raised(grpc.StatusCode.INTERNAL, "bad header: Bearer sesame", ("x-echo", "sesame"), ("y-bin", b"sesame"))
    error = from_grpc(raised, METHOD, "sesame")
    assert "sesame" not in f"{error!r} {error.details()} {error.debug_error_string()} {error.trailing_metadata()}"
    assert error.__cause__ is None


@pytest.mark.parametrize(
    ("token", "details", "shown"),
    [
        ("x", "exception: Bearer x", "exception: Bearer [redacted]"),
        ("sesame", "Bearer sesame, sesames", "Bearer [redacted], sesames"),
        ("sesame2", "sesame2", "[redacted]"),
        ("sesame22", "unsesame22s", "un[redacted]s"),
        ("a.b", "a.b axb", "[redacted] axb"),
    ],
)
def test_a_short_token_is_removed_where_it_is_a_whole_word_and_a_longer_one_everywhere(
    token: str, details: str, shown: str
) -> None:
    raised = Raised(grpc.StatusCode.INTERNAL, details, ("x-echo", details), ("y-bin", details.encode()))
    error = from_grpc(raised, METHOD, token)
    assert error.details() == shown
    assert error.trailing_metadata() == (("x-echo", shown), ("y-bin", shown.encode()))


def test_the_cause_stays_if_a_short_token_is_only_part_of_other_words() -> None:
    raised = Raised(grpc.StatusCode.INTERNAL, "exception")
    error = from_grpc(raised, METHOD, "x")
    assert error.details() == "exception"
    assert error.__cause__ is raised
