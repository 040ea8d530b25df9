"""Actions and flows."""

from __future__ import annotations

from typing import Any

import grpc
import pytest


def add(wire: Any, name: str = "log") -> str:
    return str(wire.call("CreateAction", name=name, script="function log() {}", timeout={"seconds": 5}).id)


def test_an_action_is_read_as_it_was_added(wire: Any) -> None:
    action = wire.call("GetAction", id=add(wire)).action
    assert (action.name, action.script, action.timeout.seconds, action.state) == ("log", "function log() {}", 5, 2)


def test_the_name_of_an_action_is_taken_once(wire: Any) -> None:
    add(wire)
    assert wire.code("CreateAction", name="LOG", script="x") is grpc.StatusCode.ALREADY_EXISTS


def test_an_update_sets_all_of_an_action(wire: Any) -> None:
    action_id = add(wire)
    wire.call("UpdateAction", id=action_id, name="log", script="x", allowed_to_fail=True)
    action = wire.call("GetAction", id=action_id).action
    assert (action.script, action.timeout.seconds, action.allowed_to_fail) == ("x", 0, True)
    again = wire.refused("UpdateAction", id=action_id, name="log", script="x", allowed_to_fail=True)
    assert again[0] == "FAILED_PRECONDITION"


def test_an_action_is_off_or_on(wire: Any) -> None:
    action_id = add(wire)
    assert wire.refused("ReactivateAction", id=action_id)[1].endswith("(COMMAND-J53zh)")
    wire.call("DeactivateAction", id=action_id)
    assert wire.call("GetAction", id=action_id).action.state == 1
    assert wire.refused("DeactivateAction", id=action_id)[1].endswith("(COMMAND-Dgj92)")
    wire.call("ReactivateAction", id=action_id)


def test_actions_are_listed_by_name_and_state(wire: Any) -> None:
    ids = [add(wire, name) for name in ("b", "a", "c")]
    wire.call("DeactivateAction", id=ids[2])
    listed = wire.call(
        "ListActions", sorting_column=1, query={"asc": True}, queries=[{"action_state_query": {"state": 2}}]
    )
    assert [action.name for action in listed.result] == ["a", "b"]
    found = wire.call("ListActions", queries=[{"action_name_query": {"name": "C", "method": 1}}]).result
    assert [action.id for action in found] == [ids[2]]


@pytest.mark.parametrize("rpc", ["GetAction", "DeactivateAction", "ReactivateAction", "DeleteAction"])
def test_another_organization_finds_no_action(wire: Any, rpc: str) -> None:
    action_id = add(wire)
    wire.org_id = wire.call("AddOrg", name="other").id
    assert wire.code(rpc, id=action_id) is grpc.StatusCode.NOT_FOUND


def test_every_type_of_flow_has_its_triggers(shared_wire: Any) -> None:
    types = shared_wire.call("ListFlowTypes").result
    assert [kind.id for kind in types] == ["1", "2", "3", "4"]
    triggers = shared_wire.call("ListFlowTriggerTypes", type="2").result
    assert [trigger.name.key for trigger in triggers] == [
        "Action.TriggerType.PreUserinfoCreation",
        "Action.TriggerType.PreAccessTokenCreation",
    ]


def test_a_flow_runs_its_actions_in_their_order(wire: Any) -> None:
    ids = [add(wire, name) for name in ("a", "b")]
    wire.call("SetTriggerActions", flow_type="2", trigger_type="4", action_ids=ids[::-1])
    flow = wire.call("GetFlow", type="FLOW_TYPE_CUSTOMISE_TOKEN").flow
    assert [action.id for action in flow.trigger_actions[0].actions] == ids[::-1]
    assert flow.trigger_actions[0].trigger_type.id == "4"


@pytest.mark.parametrize(
    ("flow", "trigger", "ids", "error_id"),
    [
        ("9", "1", ["x"], "COMMAND-Dfhj5"),
        ("1", "4", ["x"], "COMMAND-Dfgh6"),
        ("1", "1", [], "COMMAND-Nfh52"),
        ("1", "1", ["x"], "COMMAND-dg422"),
    ],
)
def test_a_flow_takes_what_fits(shared_wire: Any, flow: str, trigger: str, ids: list[str], error_id: str) -> None:
    answer = shared_wire.refused("SetTriggerActions", flow_type=flow, trigger_type=trigger, action_ids=ids)
    assert answer[1].endswith(f"({error_id})")


def test_a_removed_action_leaves_its_flows(wire: Any) -> None:
    first, second = add(wire, "a"), add(wire, "b")
    wire.call("SetTriggerActions", flow_type="1", trigger_type="1", action_ids=[first, second])
    wire.call("DeleteAction", id=first)
    assert [a.id for a in wire.call("GetFlow", type="1").flow.trigger_actions[0].actions] == [second]
    wire.call("DeleteAction", id=second)
    assert not wire.call("GetFlow", type="1").flow.trigger_actions


def test_a_flow_is_cleared_once(wire: Any) -> None:
    wire.call("SetTriggerActions", flow_type="3", trigger_type="3", action_ids=[add(wire)])
    wire.call("ClearFlow", type="3")
    assert wire.refused("ClearFlow", type="3")[1].endswith("(COMMAND-DgGh3)")
