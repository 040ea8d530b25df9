"""Requests that are too large, values out of range, a full disk: every one ends with a clear status."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel import management_pb2 as m
from zitadel import user_pb2
from zitadel.management_pb2_grpc import ManagementServiceStub

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from pathlib import Path


def by_name(name: str) -> user_pb2.SearchQuery:
    return user_pb2.SearchQuery(user_name_query=user_pb2.UserNameQuery(user_name=name))


@pytest.mark.parametrize("kind", ["or_query", "and_query"])
def test_a_thousand_conditions_are_one_query(kind: str, wire: Any) -> None:
    robot = wire.machine("robot")
    names = ["robot"] * 1000 if kind == "and_query" else [f"nobody-{i}" for i in range(2000)] + ["robot"]
    query = user_pb2.SearchQuery()
    getattr(query, kind).queries.extend(by_name(name) for name in names)
    assert [user.id for user in wire.call("ListUsers", queries=[query]).result] == [robot]


def test_a_thousand_queries_of_one_request_are_anded(wire: Any) -> None:
    robot = wire.machine("robot")
    assert [user.id for user in wire.call("ListUsers", queries=[by_name("robot")] * 1500).result] == [robot]


def test_a_quarter_of_a_million_ids_are_one_query(wire: Any) -> None:
    robot = wire.machine("robot")
    ids = [*(str(i) for i in range(250_000)), robot]
    query = {"in_user_ids_query": {"user_ids": ids}}
    assert [user.id for user in wire.call("ListUsers", queries=[query]).result] == [robot]


def test_more_values_than_a_statement_takes_are_refused(wire: Any) -> None:
    query = user_pb2.SearchQuery()
    query.or_query.queries.extend(by_name("x") for _ in range(260_000))
    code, text = wire.refused("ListUsers", queries=[query])
    assert code == "INVALID_ARGUMENT"
    assert "too many" in text


@pytest.mark.parametrize("seconds", [253_402_300_800, 1 << 40, 1 << 62, (1 << 63) - 1])
@pytest.mark.parametrize("rpc", ["AddPersonalAccessToken", "AddMachineKey"])
def test_an_expiry_beyond_the_year_9999_is_refused(rpc: str, seconds: int, wire: Any) -> None:
    robot = wire.machine("robot")
    fields = {"type": "KEY_TYPE_JSON"} if rpc == "AddMachineKey" else {}
    code, text = wire.refused(rpc, user_id=robot, expiration_date={"seconds": seconds}, **fields)
    assert (code, text) == ("INVALID_ARGUMENT", "the expiration date is beyond the year 9999 ()")


def test_a_full_disk_answers_resource_exhausted_and_leaves_what_was_there(tmp_path: Path, make_wire: Any) -> None:
    with Emulator(db=tmp_path / "zitadel.db") as emulator:
        wire = make_wire(emulator)
        pages = emulator.store.value("PRAGMA page_count")
        emulator.store.run(f"PRAGMA max_page_count = {pages + 2}")
        codes = [wire.code("AddMachineUser", user_name=f"robot-{i}", name="x" * 200) for i in range(100)]
        assert set(codes) == {grpc.StatusCode.OK, grpc.StatusCode.RESOURCE_EXHAUSTED}
        kept = codes.count(grpc.StatusCode.OK)
        assert wire.call("ListUsers").details.total_result == kept + 1  # and the owner
        wire.channel.close()


def test_a_mistake_of_the_emulator_is_internal_and_logged(wire: Any, caplog: pytest.LogCaptureFixture) -> None:
    wire.emulator.store.run("UPDATE orgs SET state = 'nonsense'")
    code, text = wire.refused("GetMyOrg")
    assert (code, text) == ("INTERNAL", 'the emulator failed: ValueError: unknown enum label "nonsense"')
    assert "management.GetMyOrg failed in the emulator" in caplog.text


def test_calls_beyond_the_streams_of_a_connection_wait(own_emulator: Emulator) -> None:
    own_emulator.faults.latency(0.2, rpc="management.GetMyOrg")

    async def main() -> list[Any]:
        async with grpc.aio.insecure_channel(own_emulator.target) as channel:
            stub: Any = ManagementServiceStub(channel)
            metadata = [("authorization", f"Bearer {str.__str__(own_emulator.owner_token)}")]
            calls = [stub.GetMyOrg(m.GetMyOrgRequest(), metadata=metadata, timeout=30) for _ in range(600)]
            return await asyncio.gather(*calls, return_exceptions=True)

    assert {type(answer) for answer in asyncio.run(main())} == {m.GetMyOrgResponse}


def test_tokens_made_while_locked_or_deactivated_work(wire: Any) -> None:
    for rpc in ("LockUser", "DeactivateUser"):
        robot = wire.machine(f"robot-{rpc}")
        before = wire.call("AddPersonalAccessToken", user_id=robot).token
        wire.call(rpc, id=robot)
        after = wire.call("AddPersonalAccessToken", user_id=robot).token
        assert wire.whoami(before).startswith("UNAUTHENTICATED")
        assert wire.whoami(after) == robot


def test_a_global_look_up_finds_no_user_whom_the_caller_may_not_read(wire: Any) -> None:
    other = wire.call("AddOrg", name="other").id
    outsider = wire.machine("outsider")
    wire.org_id = other
    head = wire.machine("head")
    wire.call("AddOrgMember", user_id=head, roles=["ORG_OWNER"])
    token = wire.call("AddPersonalAccessToken", user_id=head).token
    code, text = wire.refused("GetUserByLoginNameGlobal", token=token, login_name="outsider")
    assert code == "NOT_FOUND"
    assert text.endswith("(MANAG-fpo4B)")
    assert wire.call("GetUserByLoginNameGlobal", token=token, login_name="head").user.id == head
    assert wire.call("GetUserByLoginNameGlobal", login_name="outsider").user.id == outsider


def test_a_second_member_of_a_granted_project_is_taken(wire: Any) -> None:
    tenant, robot = wire.call("AddOrg", name="tenant").id, wire.machine("robot")
    project = wire.call("AddProject", name="Portal").id
    grant = wire.call("AddProjectGrant", project_id=project, granted_org_id=tenant).grant_id
    fields = {"project_id": project, "grant_id": grant, "user_id": robot, "roles": ["PROJECT_GRANT_OWNER"]}
    wire.call("AddProjectGrantMember", **fields)
    assert wire.refused("AddProjectGrantMember", **fields) == (
        "ALREADY_EXISTS",
        "Project member already exists (V3-DKcYh)",
    )


def test_an_email_address_is_trimmed_and_keeps_its_upper_case(wire: Any) -> None:
    user = wire.call(
        "AddHumanUser",
        user_name="tess",
        profile={"first_name": "Tess", "last_name": "Tern"},
        email={"email": " Tess@Example.com ", "is_email_verified": True},
    ).user_id
    assert wire.call("GetUserByID", id=user).user.human.email.email == "Tess@Example.com"
