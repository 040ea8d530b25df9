"""Machine users, their keys, and metadata."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa


def public(key: Any) -> bytes:
    kind = serialization.PublicFormat.SubjectPublicKeyInfo
    return bytes(key.public_key().public_bytes(serialization.Encoding.PEM, kind))


def test_an_id_can_be_chosen(wire: Any) -> None:
    assert wire.call("AddMachineUser", user_id="bot-1", user_name="bot", name="bot").user_id == "bot-1"


def test_a_chosen_id_is_taken_once(wire: Any) -> None:
    wire.call("AddMachineUser", user_id="bot-1", user_name="bot", name="bot")
    answer = wire.refused("AddMachineUser", user_id="bot-1", user_name="other", name="bot")
    assert answer[0] == "FAILED_PRECONDITION"


def test_the_same_description_changes_nothing(wire: Any) -> None:
    answer = wire.refused("UpdateMachine", user_id=wire.machine("bot"), name="bot")
    assert answer[0] == "FAILED_PRECONDITION"


def test_a_key_file_names_key_and_user(wire: Any) -> None:
    user_id = wire.machine("bot")
    added = wire.call("AddMachineKey", user_id=user_id, type=1)
    file = json.loads(added.key_details)
    assert (file["type"], file["keyId"], file["userId"]) == ("serviceaccount", added.key_id, user_id)


def test_a_key_that_the_caller_made_comes_without_a_file(wire: Any) -> None:
    own = public(rsa.generate_private_key(65537, 2048))
    assert not wire.call("AddMachineKey", user_id=wire.machine("bot"), type=1, public_key=own).key_details


@pytest.mark.parametrize("own", [b"no key", public(ec.generate_private_key(ec.SECP256R1()))])
def test_only_rsa_keys_are_keys(own: bytes, wire: Any) -> None:
    answer = wire.refused("AddMachineKey", user_id=wire.machine("bot"), type=1, public_key=own)
    assert answer[1].endswith("(COMMAND-5F3h1)")


def test_a_person_has_no_key(wire: Any) -> None:
    assert wire.refused("AddMachineKey", user_id=wire.human("ann"), type=1)[0] == "FAILED_PRECONDITION"


def test_a_removed_key_gets_no_token(wire: Any, make_machine: Any) -> None:
    machine = make_machine(wire, "bot")
    wire.call("RemoveMachineKey", user_id=machine.id, key_id=machine.key["keyId"])
    assert machine.profile()[0] != 200


def test_a_removed_secret_gets_no_token(wire: Any, make_machine: Any) -> None:
    machine = make_machine(wire, "bot")
    wire.call("RemoveMachineSecret", user_id=machine.id)
    assert wire.token({"grant_type": "client_credentials", "scope": "openid"}, machine.client)[0] != 200


def test_keys_of_other_organizations_users_are_hidden(wire: Any) -> None:
    user_id = wire.machine("bot")
    wire.call("AddMachineKey", user_id=user_id, type=1)
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert not wire.call("ListMachineKeys", user_id=user_id).result


def test_bulk_set_metadata_is_all_or_none(wire: Any) -> None:
    user_id = wire.machine("bot")
    broken = [{"key": "one", "value": b"1"}, {"key": "", "value": b"2"}]
    wire.refused("BulkSetUserMetadata", id=user_id, metadata=broken)
    assert not wire.call("ListUserMetadata", id=user_id).result


def test_bulk_removed_metadata_must_all_be_there(wire: Any) -> None:
    user_id = wire.machine("bot")
    wire.call("SetUserMetadata", id=user_id, key="one", value=b"1")
    wire.refused("BulkRemoveUserMetadata", id=user_id, keys=["one", "two"])
    assert [entry.key for entry in wire.call("ListUserMetadata", id=user_id).result] == ["one"]


def test_metadata_keys_differ_in_case(wire: Any) -> None:
    for key in ("one", "ONE"):
        wire.call("SetOrgMetadata", key=key, value=key.encode())
    assert wire.call("GetOrgMetadata", key="one").metadata.value == b"one"


def test_metadata_of_other_organizations_users_are_not_set(wire: Any) -> None:
    user_id = wire.machine("bot")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        answer = wire.refused("SetUserMetadata", id=user_id, key="one", value=b"1")
    assert answer == ("FAILED_PRECONDITION", "User could not be found (COMMAND-uXHNj)")


def test_a_viewer_sets_no_metadata(wire: Any) -> None:
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    assert wire.refused("SetOrgMetadata", token=token, key="one", value=b"1")[0] == "PERMISSION_DENIED"
