"""Received calls, for assertions, and RPCs that are not emulated."""

from __future__ import annotations

import threading
from typing import Any

import grpc
import pytest
from zitadel import management_pb2 as m

from zgrpc.testing.registry import load


def test_every_call_is_remembered_with_its_outcome(wire: Any) -> None:
    wire.call("GetMyOrg")
    wire.code("AddOrg", name="")
    first, second = wire.emulator.calls
    assert (first.method, first.code) == ("management.GetMyOrg", grpc.StatusCode.OK)
    assert (second.method, second.code) == ("management.AddOrg", grpc.StatusCode.UNKNOWN)
    assert second.request == m.AddOrgRequest(name="")
    assert first.seconds >= 0.0


def test_metadata_is_remembered_without_the_token(wire: Any) -> None:
    wire.org_id = wire.emulator.store.fact("default_org_id")
    wire.call("GetMyOrg")
    metadata = wire.emulator.calls[-1].metadata
    assert metadata["x-zitadel-orgid"] == wire.org_id
    assert "authorization" not in metadata
    assert str.__str__(wire.emulator.owner_token) not in repr(wire.emulator.calls)


def test_an_unemulated_rpc_is_named_in_the_error(wire: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # Every RPC of the contract is emulated, so the test takes one away.
    monkeypatch.delitem(load(), "zitadel.management.v1.ManagementService/GetMyOrg")
    assert wire.refused("GetMyOrg") == ("UNIMPLEMENTED", "management.GetMyOrg is not emulated")


def test_another_service_is_unimplemented(wire: Any) -> None:
    method = wire.channel.unary_unary("/zitadel.other.v1.OtherService/Healthz")
    with pytest.raises(grpc.RpcError) as refused:
        method(b"", timeout=10.0)
    error: Any = refused.value
    assert error.code() is grpc.StatusCode.UNIMPLEMENTED


def test_an_error_carries_its_detail_in_the_trailers(wire: Any) -> None:
    from google.rpc import status_pb2
    from zitadel import message_pb2

    with pytest.raises(grpc.RpcError) as refused:
        wire.call("GetUserByID", id="404")
    error: Any = refused.value
    (value,) = [value for key, value in error.trailing_metadata() if key == "grpc-status-details-bin"]
    status = status_pb2.Status.FromString(value)
    detail = message_pb2.ErrorDetail()
    assert status.details[0].Unpack(detail)
    assert (detail.id, detail.message) == ("QUERY-Dfbg2", "User could not be found")
    assert (status.code, status.message) == (grpc.StatusCode.NOT_FOUND.value[0], error.details())


def test_other_calls_pass_while_lists_are_read(wire: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def hang(ctx: Any, request: Any) -> Any:
        go_on.wait(20.0)
        return m.ListUsersResponse()

    # No fault holds a request until a test lets it go.
    monkeypatch.setitem(load(), "zitadel.management.v1.ManagementService/ListUsers", hang)
    lists = [wire.management.ListUsers.future(m.ListUsersRequest(), **wire.bearer()) for _ in range(16)]
    try:
        wire.management.GetMyOrg(m.GetMyOrgRequest(), **{**wire.bearer(), "timeout": 5.0})
    finally:
        go_on.set()
    for each in lists:
        each.result()
