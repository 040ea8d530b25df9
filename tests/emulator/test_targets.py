"""Targets, their keys, and executions."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

TARGET = {
    "name": "hook",
    "endpoint": "https://a.example",
    "timeout": {"seconds": 5},
    "rest_call": {"interrupt_on_error": True},
}


def public(key: Any) -> bytes:
    kind = serialization.PublicFormat.SubjectPublicKeyInfo
    return bytes(key.public_key().public_bytes(serialization.Encoding.PEM, kind))


def add(wire: Any, **fields: Any) -> str:
    return str(wire.rpc("v2.action.CreateTarget", **{**TARGET, **fields}).id)


def test_a_target_is_read_as_it_was_added(wire: Any) -> None:
    new = wire.rpc("v2.action.CreateTarget", **TARGET)
    target = wire.rpc("v2.action.GetTarget", id=new.id).target
    assert (target.name, target.endpoint, target.timeout.seconds) == ("hook", "https://a.example", 5)
    assert target.rest_call.interrupt_on_error
    assert target.signing_key == new.signing_key


def test_an_update_sets_what_it_names(wire: Any) -> None:
    target_id = add(wire)
    before = wire.rpc("v2.action.GetTarget", id=target_id).target
    assert wire.rpc("v2.action.UpdateTarget", id=target_id, name="hook").change_date == before.change_date
    answer = wire.rpc("v2.action.UpdateTarget", id=target_id, rest_async={}, expiration_signing_key={"seconds": 1})
    after = wire.rpc("v2.action.GetTarget", id=target_id).target
    assert (after.name, after.WhichOneof("target_type")) == ("hook", "rest_async")
    assert after.signing_key == answer.signing_key != before.signing_key


def test_a_removed_target_is_called_no_more(wire: Any) -> None:
    first, second = add(wire, name="a"), add(wire, name="b")
    wire.rpc("v2.action.SetExecution", condition={"request": {"all": True}}, targets=[first, second])
    assert wire.rpc("v2.action.DeleteTarget", id=first).HasField("deletion_date")
    assert wire.rpc("v2.action.DeleteTarget", id=first).HasField("deletion_date")  # once more, the same
    assert not wire.rpc("v2.action.DeleteTarget", id="404").HasField("deletion_date")
    assert list(wire.rpc("v2.action.ListExecutions").executions[0].targets) == [second]
    assert wire.rpc_refused("v2.action.GetTarget", id=first)[0] == "NOT_FOUND"


def test_targets_are_listed_by_name(wire: Any) -> None:
    ids = [add(wire, name=name) for name in ("b", "a", "c")]
    listed = wire.rpc("v2.action.ListTargets", sorting_column=4, pagination={"asc": True, "limit": 2})
    assert [target.name for target in listed.targets] == ["a", "b"]
    assert (listed.pagination.total_result, listed.pagination.applied_limit) == (3, 2)
    found = wire.rpc("v2.action.ListTargets", filters=[{"target_name_filter": {"target_name": "c"}}]).targets
    assert [target.id for target in found] == [ids[2]]
    assert wire.rpc_refused("v2.action.ListTargets", pagination={"limit": 1001})[1].endswith("(QUERY-4M0fs)")


def test_one_key_of_a_target_is_active(wire: Any) -> None:
    target_id, pem = add(wire), public(ec.generate_private_key(ec.SECP256R1()))
    keys = [wire.rpc("v2.action.AddPublicKey", target_id=target_id, public_key=pem).key_id for _ in range(2)]
    for key in keys:
        wire.rpc("v2.action.ActivatePublicKey", target_id=target_id, key_id=key)
    active = wire.rpc("v2.action.ListPublicKeys", target_id=target_id, filters=[{"active_filter": True}]).public_keys
    assert [key.key_id for key in active] == [keys[1]]
    assert active[0].fingerprint.startswith("SHA256:")
    assert (
        wire.rpc_refused("v2.action.RemovePublicKey", target_id=target_id, key_id=keys[1])[0] == "FAILED_PRECONDITION"
    )
    wire.rpc("v2.action.DeactivatePublicKey", target_id=target_id, key_id=keys[1])
    assert wire.rpc("v2.action.RemovePublicKey", target_id=target_id, key_id=keys[1]).HasField("deletion_date")


@pytest.mark.parametrize("pem", [b"no key", public(ed25519.Ed25519PrivateKey.generate())])
def test_a_key_is_one_of_rsa_or_ecdsa(wire: Any, pem: bytes) -> None:
    answer = wire.rpc_refused("v2.action.AddPublicKey", target_id=add(wire), public_key=pem)
    assert answer[1].endswith("(ErrPublicKeyFormat)")


METHOD = "/zitadel.session.v2.SessionService/ListSessions"


def test_an_execution_is_set_listed_and_cleared(wire: Any) -> None:
    target_id = add(wire)
    condition = {"request": {"method": METHOD}}
    wire.rpc("v2.action.SetExecution", condition=condition, targets=[target_id])
    wire.rpc("v2.action.SetExecution", condition={"function": {"name": "preuserinfo"}}, targets=[target_id])
    filters = [{"in_conditions_filter": {"conditions": [condition]}}]
    listed = wire.rpc("v2.action.ListExecutions", filters=filters).executions
    assert [execution.condition.request.method for execution in listed] == [METHOD]
    functions = wire.rpc("v2.action.ListExecutions", filters=[{"execution_type_filter": {"execution_type": 4}}])
    assert functions.pagination.total_result == 1
    wire.rpc("v2.action.SetExecution", condition=condition)
    assert not wire.rpc("v2.action.ListExecutions", filters=filters).executions


@pytest.mark.parametrize(
    ("condition", "error_id"),
    [
        ({"request": {"method": "/zitadel.user.v2.UserService/None"}}, "COMMAND-vysplsevt8"),
        ({"response": {"service": "zitadel.None"}}, "COMMAND-qu6dfhiioq"),
        ({"function": {"name": "other"}}, "COMMAND-cdy39t0ksr"),
        ({"event": {"event": "user.none"}}, "COMMAND-74aaqj8fv9"),
        ({"event": {"group": "nobody"}}, "COMMAND-er5oneb5lz"),
    ],
)
def test_a_condition_is_about_what_exists(shared_wire: Any, condition: dict[str, Any], error_id: str) -> None:
    assert shared_wire.rpc_refused("v2.action.SetExecution", condition=condition)[1].endswith(f"({error_id})")


def test_an_execution_calls_targets_that_exist(shared_wire: Any) -> None:
    answer = shared_wire.rpc_refused("v2.action.SetExecution", condition={"event": {"all": True}}, targets=["0"])
    assert answer[1].endswith("(COMMAND-17e8fq1ggk)")


def test_the_conditions_of_executions_are_listed(shared_wire: Any) -> None:
    assert METHOD in shared_wire.rpc("v2.action.ListExecutionMethods").methods
    assert "zitadel.session.v2.SessionService" in shared_wire.rpc("v2.action.ListExecutionServices").services
    assert "preuserinfo" in shared_wire.rpc("v2.action.ListExecutionFunctions").functions


@pytest.mark.parametrize("group", ["user", "user.*"])
def test_a_group_of_events_is_shown_and_found_with_and_without_its_ending(wire: Any, group: str) -> None:
    wire.rpc("v2.action.SetExecution", condition={"event": {"group": group}}, targets=[add(wire)])
    for asked in ("user", "user.*"):
        filters = [{"in_conditions_filter": {"conditions": [{"event": {"group": asked}}]}}]
        found = wire.rpc("v2.action.ListExecutions", filters=filters).executions
        assert [each.condition.event.group for each in found] == ["user"]


def test_a_condition_of_what_does_not_exist_finds_nothing(wire: Any) -> None:
    filters = [{"in_conditions_filter": {"conditions": [{"function": {"name": "ghost"}}]}}]
    assert not wire.rpc("v2.action.ListExecutions", filters=filters).executions


def test_targets_are_sorted_by_type_as_their_types_are_numbered(wire: Any) -> None:
    for kind in ("rest_async", "rest_webhook", "rest_call"):
        fields = {name: value for name, value in TARGET.items() if name != "rest_call"}
        wire.rpc("v2.action.CreateTarget", **fields | {"name": kind, kind: {}})
    listed = wire.rpc("v2.action.ListTargets", sorting_column="TARGET_FIELD_NAME_TARGET_TYPE", pagination={"asc": True})
    assert [target.name for target in listed.targets] == ["rest_webhook", "rest_call", "rest_async"]


def test_an_endpoint_is_an_address(wire: Any) -> None:
    answer = wire.rpc_refused("v2.action.CreateTarget", **TARGET | {"endpoint": "://a"})
    assert answer == ("INVALID_ARGUMENT", "Target has an invalid URL (COMMAND-1r2k6qo6wg)")


def test_of_names_that_differ_in_case_the_small_one_comes_first(wire: Any) -> None:
    for name in ("Hook", "HOOK", "hook", "gate"):
        add(wire, name=name)
    listed = wire.rpc("v2.action.ListTargets", sorting_column="TARGET_FIELD_NAME_NAME", pagination={"asc": True})
    assert [target.name for target in listed.targets] == ["gate", "hook", "Hook", "HOOK"]
