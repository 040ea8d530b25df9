"""Faults over the wire."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m

from zgrpc.testing import Emulator, _sockets, faults
from zgrpc.testing.fault import Slots

if TYPE_CHECKING:
    from collections.abc import Iterator

OK = grpc.StatusCode.OK
TOKENS = 5


@pytest.fixture
def bot(wire: Any) -> str:
    """A machine user with five personal access tokens: something to list."""
    user_id = wire.machine("bot")
    for _ in range(TOKENS):
        wire.call("AddPersonalAccessToken", user_id=user_id)
    return str(user_id)


def page(wire: Any, bot: str, limit: int = 0, offset: int = 0) -> tuple[int, int]:
    """How many tokens a list answers, and how many it says there are."""
    answer = wire.call("ListPersonalAccessTokens", user_id=bot, query={"limit": limit, "offset": offset})
    return len(answer.result), answer.details.total_result


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """Each of these tests ends in seconds, whatever the fault."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 30.0


def seconds(call: Any) -> float:
    started = time.monotonic()
    call()
    return time.monotonic() - started


def reconnected(wire: Any, rpc: str, **fields: Any) -> grpc.StatusCode:
    """How a call ends once the channel has noticed that its connection is gone."""
    deadline = time.monotonic() + 5.0
    while (code := wire.code(rpc, **fields)) is grpc.StatusCode.UNAVAILABLE and time.monotonic() < deadline:
        time.sleep(0.01)
    return code


# -- what a fault is ------------------------------------------------------------------------------
def test_a_fault_ends_with_its_block(wire: Any) -> None:
    with wire.emulator.faults.unavailable() as fault:
        assert wire.code("GetMyOrg") is grpc.StatusCode.UNAVAILABLE
    assert wire.code("GetMyOrg") is OK
    assert fault.hits == 1


def test_a_fault_strikes_count_times(wire: Any) -> None:
    fault = wire.emulator.faults.unavailable(count=2)
    assert [wire.code("GetMyOrg") for _ in range(3)] == [grpc.StatusCode.UNAVAILABLE] * 2 + [OK]
    assert fault.hits == 2


@pytest.mark.parametrize("name", ["GetMyOrg", "get_my_org"])
def test_a_fault_strikes_the_rpcs_that_it_names(name: str, wire: Any) -> None:
    wire.emulator.faults.resource_exhausted(rpc=name)
    assert wire.code("GetMyOrg") is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert wire.code("AddProject", name="other") is OK


def test_the_same_seed_strikes_the_same_calls(make_wire: Any) -> None:
    def struck(seed: int) -> list[grpc.StatusCode]:
        with Emulator(faults=[faults.unavailable(probability=0.5)], faults_seed=seed) as emulator:
            wire = make_wire(emulator)
            codes = [wire.code("GetMyOrg") for _ in range(24)]
            wire.channel.close()
            return codes

    first = struck(1)
    assert first == struck(1)
    assert first != struck(2)
    assert {OK, grpc.StatusCode.UNAVAILABLE} == set(first)


def test_clear_removes_all(wire: Any) -> None:
    wire.emulator.faults.unavailable()
    wire.emulator.faults.latency(5.0)
    wire.emulator.faults.clear()
    assert wire.code("GetMyOrg") is OK


def test_a_fault_is_for_one_emulator(wire: Any) -> None:
    fault = wire.emulator.faults.unavailable(count=1)
    with pytest.raises(ValueError, match="added before"):
        wire.emulator.faults.add(fault)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: faults.unavailable(rpc="ListUserGrant"), "did you mean 'ListUserGrants'"),
        (lambda: faults.unavailable(probability=1.5), "probability must be between 0 and 1"),
        (lambda: faults.unavailable(count=0), "count must be at least 1"),
        (lambda: faults.latency(-1.0), "seconds must be 0 or more"),
        (lambda: faults.latency(1.0, concurrency=0), "concurrency must be at least 1"),
        (lambda: faults.cap_limit(0), "limit must be at least 1"),
        (lambda: faults.refuse_limit_above(0), "limit must be at least 1"),
        (lambda: faults.token_endpoint(delay=-1.0), "delay must be 0 or more"),
        (lambda: faults.curve({1: 1.0}), "at least two points"),
    ],
)
def test_an_invalid_fault_is_rejected(make: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


# -- calls ----------------------------------------------------------------------------------------
def test_an_unavailable_server_does_nothing(wire: Any) -> None:
    with wire.emulator.faults.unavailable(rpc="AddProject"):
        wire.code("AddProject", name="shop")
    assert wire.code("AddProject", name="shop") is OK


def test_a_struck_call_is_recorded_with_what_it_was_answered(wire: Any) -> None:
    wire.emulator.faults.unavailable()
    wire.code("GetMyOrg")
    assert wire.emulator.calls[-1].code is grpc.StatusCode.UNAVAILABLE


def test_a_dropped_connection_is_gone(wire: Any) -> None:
    with wire.emulator.faults.drop_connection(rpc="AddProject") as fault:
        assert wire.code("AddProject", name="shop") is grpc.StatusCode.UNAVAILABLE
    assert fault.hits == 1
    # The next call goes over a new connection, and the first one had no effect.
    assert reconnected(wire, "AddProject", name="shop") is OK


def test_a_dropped_connection_ends_the_other_calls_on_it(wire: Any) -> None:
    wire.emulator.faults.latency(10.0, rpc="GetMyOrg")
    wire.emulator.faults.drop_connection(rpc="AddProject")
    slow = wire.management.GetMyOrg.future(m.GetMyOrgRequest(), **wire.bearer())
    deadline = time.monotonic() + 5.0
    while not wire.emulator.faults.active[0].hits and time.monotonic() < deadline:
        time.sleep(0.01)
    wire.code("AddProject", name="shop")
    assert slow.exception(timeout=5.0).code() is grpc.StatusCode.UNAVAILABLE


def test_an_answer_may_be_lost_after_the_call_took_effect(wire: Any) -> None:
    wire.emulator.faults.drop_connection(rpc="AddProject", served=True, count=1)
    assert wire.code("AddProject", name="shop") is grpc.StatusCode.UNAVAILABLE
    assert reconnected(wire, "AddProject", name="shop") is grpc.StatusCode.ALREADY_EXISTS


def test_an_expired_personal_access_token_is_refused_for_that_call(wire: Any) -> None:
    wire.emulator.faults.expire_tokens(count=1)
    with pytest.raises(grpc.RpcError) as refused:
        wire.call("GetMyOrg")
    assert refused.value.code() is grpc.StatusCode.UNAUTHENTICATED
    assert refused.value.details() == "Errors.Token.Invalid (AUTH-7fs1e)"
    assert wire.code("GetMyOrg") is OK


def test_an_expired_access_token_stays_invalid(wire: Any, make_machine: Any) -> None:
    token = make_machine(wire, "bot").access_token()
    assert not wire.whoami(token).startswith("UNAUTHENTICATED")
    wire.emulator.faults.expire_tokens(count=1)
    assert [wire.whoami(token).partition(" ")[0] for _ in range(2)] == ["UNAUTHENTICATED"] * 2


# -- latency --------------------------------------------------------------------------------------
def test_latency_is_added(wire: Any) -> None:
    with wire.emulator.faults.latency(0.2):
        assert seconds(lambda: wire.call("GetMyOrg")) >= 0.2


def test_latency_may_differ_by_rpc(wire: Any) -> None:
    with wire.emulator.faults.latency({"get_my_org": 1.0, "AddProject": 0.0}):
        assert seconds(lambda: wire.call("GetMyOrg")) >= 1.0
        assert seconds(lambda: wire.call("AddProject", name="shop")) < 1.0


def test_latency_may_depend_on_the_rows(wire: Any, bot: str) -> None:
    with wire.emulator.faults.latency(lambda rows: (rows - 1) / 4):
        assert seconds(lambda: page(wire, bot, limit=1)) < 1.0
        assert seconds(lambda: page(wire, bot)) >= 1.0


def test_latency_may_state_what_a_call_takes_in_all(wire: Any, bot: str) -> None:
    with wire.emulator.faults.latency(0.2, total=True):
        assert seconds(lambda: page(wire, bot)) >= 0.2


def test_finished_steps_are_not_waited_for_again() -> None:
    assert Slots(None).wait(1.0, since=time.monotonic() - 0.75) <= 0.25
    assert Slots(None).wait(1.0, since=time.monotonic() - 5.0) == 0.0


def test_concurrency_limits_the_calls_served_at_a_time(wire: Any) -> None:
    with wire.emulator.faults.latency(0.1, concurrency=2):
        started = time.monotonic()
        calls = [wire.management.GetMyOrg.future(m.GetMyOrgRequest(), **wire.bearer()) for _ in range(6)]
        for call in calls:
            call.result(timeout=10.0)
        assert time.monotonic() - started >= 0.3


@given(st.integers(1, 5), st.lists(st.floats(0.0, 1.0), min_size=1, max_size=30))
def test_workers_never_do_more_than_time_allows(workers: int, lengths: list[float]) -> None:
    slots = Slots(workers)
    last = max(slots.wait(length) for length in lengths)
    assert last >= max(lengths) - 0.01
    assert last >= sum(lengths) / workers - 0.1
    assert last <= sum(lengths) + 0.01


def test_a_curve_goes_through_its_points() -> None:
    cost = faults.curve(faults.ZITADEL_LIST_COST)
    assert {rows: cost(rows) for rows in faults.ZITADEL_LIST_COST} == pytest.approx(dict(faults.ZITADEL_LIST_COST))
    assert cost(15_000) == pytest.approx((0.29 + 0.47) / 2)
    assert cost(0) < cost(1)
    assert cost(96_000) > 0.64


def test_stopping_does_not_wait_for_slow_calls(make_wire: Any) -> None:
    emulator = Emulator(faults=[faults.latency(60.0)]).start()
    wire = make_wire(emulator)
    slow = wire.management.GetMyOrg.future(m.GetMyOrgRequest(), **wire.bearer())
    while not emulator.faults.active[0].hits:
        time.sleep(0.01)
    assert seconds(emulator.stop) < 5.0
    assert slow.exception(timeout=5.0).code() in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED)
    wire.channel.close()


# -- lists ----------------------------------------------------------------------------------------
def test_a_capped_list_returns_fewer_rows_without_a_hint(wire: Any, bot: str) -> None:
    with wire.emulator.faults.cap_limit(2):
        assert page(wire, bot, limit=100) == (2, TOKENS)
        assert page(wire, bot) == (2, TOKENS)
        assert page(wire, bot, limit=1) == (1, TOKENS)


def test_a_recorded_request_is_not_changed_later(wire: Any, bot: str) -> None:
    with wire.emulator.faults.cap_limit(2):
        page(wire, bot, limit=100)
    assert wire.emulator.calls[-1].request.query.limit == 100


@pytest.mark.parametrize(
    ("hidden", "code"), [(False, grpc.StatusCode.INVALID_ARGUMENT), (True, grpc.StatusCode.UNKNOWN)]
)
def test_a_limit_may_be_refused(hidden: bool, code: grpc.StatusCode, wire: Any, bot: str) -> None:
    with wire.emulator.faults.refuse_limit_above(2, hidden=hidden):
        with pytest.raises(grpc.RpcError) as refused:
            page(wire, bot, limit=3)
        assert refused.value.code() is code
        assert page(wire, bot, limit=2) == (2, TOKENS)
        assert page(wire, bot) == (2, TOKENS)


def test_a_total_may_be_wrong(wire: Any, bot: str) -> None:
    with wire.emulator.faults.wrong_total(2):
        assert page(wire, bot) == (TOKENS, TOKENS + 2)
    with wire.emulator.faults.wrong_total(-100):
        assert page(wire, bot) == (TOKENS, 0)
    with wire.emulator.faults.wrong_total(to=1000):
        assert page(wire, bot) == (TOKENS, 1000)


# -- the token endpoint ---------------------------------------------------------------------------
def test_the_token_endpoint_may_be_slow(wire: Any) -> None:
    with wire.emulator.faults.token_endpoint(delay=0.2):
        assert seconds(lambda: wire.token({})) >= 0.2


def test_the_token_endpoint_may_fail(wire: Any) -> None:
    with wire.emulator.faults.token_endpoint(status=500, body='{"error": "server_error"}', count=1):
        assert wire.token({}) == (500, {"error": "server_error"})
        assert wire.token({})[0] == 400
    assert [request.status for request in wire.emulator.token_requests] == [500, 400]


def test_a_proxy_may_answer_in_place_of_the_token_endpoint(wire: Any) -> None:
    wire.emulator.faults.token_endpoint(body="<html>Sign in</html>")
    status, headers, body = wire.http("POST", "/oauth/v2/token", body="")
    assert (status, headers["content-type"], body) == (200, "text/html", b"<html>Sign in</html>")


def test_the_token_endpoint_may_redirect(wire: Any) -> None:
    wire.emulator.faults.token_endpoint(status=302, headers={"Location": "http://elsewhere.example/"})
    status, headers, _ = wire.http("POST", "/oauth/v2/token", body="")
    assert (status, headers["location"]) == (302, "http://elsewhere.example/")


def test_the_token_endpoint_may_give_a_wrong_answer(wire: Any, make_machine: Any) -> None:
    bot = make_machine(wire, "bot")
    wire.emulator.faults.token_endpoint(replace={"expires_in": "soon", "access_token": None})
    _, answer = bot.profile()
    assert answer["expires_in"] == "soon"
    assert "access_token" not in answer


def test_the_token_endpoint_may_hang_without_holding_up_the_stop(make_wire: Any) -> None:
    emulator = Emulator(faults=[faults.token_endpoint(hang=True)]).start()
    wire = make_wire(emulator)
    ended = threading.Event()

    def ask() -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            wire.token({})
        ended.set()

    threading.Thread(target=ask, daemon=True).start()
    deadline = time.monotonic() + 5.0
    while not emulator.token_requests and time.monotonic() < deadline:
        time.sleep(0.01)
    assert emulator.token_requests[0].status == 0
    assert not ended.is_set()
    assert seconds(emulator.stop) < 5.0
    assert ended.wait(5.0)
    wire.channel.close()


def test_faults_of_calls_leave_the_token_endpoint_alone(wire: Any) -> None:
    wire.emulator.faults.unavailable()
    assert wire.token({})[0] == 400


def test_a_half_open_connection_delays_no_other(wire: Any) -> None:
    with socket.create_connection(("127.0.0.1", wire.emulator.http_port)):
        assert wire.http("GET", "/debug/healthz")[0] == 200


def test_sockets_of_other_families_are_left_alone_when_a_connection_is_dropped() -> None:
    one, other = socket.socketpair()  # as every event loop has
    with one, other:
        assert not _sockets.shut_down("ipv4:127.0.0.1:1")
        one.send(b"x")
        assert other.recv(1) == b"x"


@pytest.mark.parametrize(
    "name",
    [
        "management.ListUserMetadata",
        "management.list_user_metadata",
        "zitadel.management.v1.ManagementService/ListUserMetadata",
    ],
)
def test_a_fault_strikes_the_rpc_of_the_named_service_only(name: str, wire: Any) -> None:
    with wire.emulator.faults.unavailable(rpc=name):
        assert wire.code("ListUserMetadata", id="1") is grpc.StatusCode.UNAVAILABLE
        wire.auth.ListMyMetadata(a.ListMyMetadataRequest(), **wire.bearer())


def test_a_name_without_a_service_means_management_and_auth(wire: Any) -> None:
    with wire.emulator.faults.unavailable(rpc="Healthz", count=2) as fault:
        for stub, messages in ((wire.management, m), (wire.auth, a)):
            with pytest.raises(grpc.RpcError):
                stub.Healthz(messages.HealthzRequest())
    assert fault.hits == 2
