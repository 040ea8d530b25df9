"""The contract's limits, in the words of the real server."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m
from zitadel.authorization.v2 import authorization_service_pb2 as authorization

from zgrpc._contract._generated import limits
from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.errors import Err
from zgrpc.testing.wire.validation import checks_of, validate

NAME = "AddOrgRequest.Name: value length must be between 1 and 200 runes, inclusive"
HIDDEN = "rpc error: code = InvalidArgument desc = invalid "


def broken(request: Any) -> str:
    """Return the problems of a request, without those of every request."""
    with pytest.raises(Err) as refused:
        validate(request)
    assert refused.value.code.name == "UNKNOWN"
    assert refused.value.details.endswith(" ()")
    return refused.value.message.removeprefix(HIDDEN)


def test_a_request_that_keeps_the_rules_passes() -> None:
    validate(m.AddMachineUserRequest(user_name="robot", name="Robot"))


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (m.AddOrgRequest(), NAME),
        (
            m.AddOrgRequest(name="ö" * 201),
            "AddOrgRequest.Name: value length must be between 1 and 200 runes, inclusive",
        ),
        (
            m.SetUserMetadataRequest(id="1", key="k"),
            "SetUserMetadataRequest.Value: value length must be between 1 and 500000 bytes, inclusive",
        ),
        (m.ImportHumanUserRequest(user_name="u"), "ImportHumanUserRequest.Profile: value is required"),
        (
            m.AddMachineUserRequest(user_name="u", name="n", access_token_type=7),  # type: ignore[arg-type]  # an enum value that the contract lacks
            "AddMachineUserRequest.AccessTokenType: value must be one of the defined enum values",
        ),
        (
            a.ListMyMetadataRequest(queries=[{}]),
            (
                "ListMyMetadataRequest.Queries[0]: embedded message failed validation | caused by: "
                "invalid MetadataQuery.Query: value is required"
            ),
        ),
    ],
)
def test_the_first_rule_that_is_broken_is_named(request_: Any, words: str) -> None:
    assert broken(request_) == words


def test_a_limit_counts_characters_not_bytes() -> None:
    validate(m.AddOrgRequest(name="ö" * 200))


def test_an_option_of_a_oneof_that_is_not_set_is_not_looked_at() -> None:
    validate(m.ListUserGrantRequest(queries=[{"with_granted_query": {}}]))


def test_the_second_of_several_queries_is_named_by_its_index() -> None:
    words = broken(m.ListUserGrantRequest(queries=[{"user_id_query": {"user_id": "1"}}, {}]))
    assert words.startswith("ListUserGrantRequest.Queries[1]: ")


def test_the_checks_of_every_request_can_be_made() -> None:
    for rpc in all_rpcs().values():
        for check in checks_of(rpc.request_class.DESCRIPTOR):
            check(rpc.request_class())


def test_every_rule_of_the_contract_is_known() -> None:
    known = {
        "required", "skip", "ignore_empty", "min_len", "max_len", "len", "min_bytes", "max_bytes", "prefix", "pattern",
        "email", "gte", "lte", "gt", "lt", "const", "in", "not_in", "defined_only", "min_items", "max_items", "items",
        "unique", "uri_ref",
    }  # fmt: skip

    def rules(field: dict[str, Any]) -> set[str]:
        return set(field) | rules(field.get("items", {})) if field else set()

    modules = pkgutil.iter_modules(limits.__path__)
    tables = [importlib.import_module(f"{limits.__name__}.{module.name}").LIMITS for module in modules]
    assert len(tables) > 15
    found = {
        rule for table in tables for fields in table.values() for field in fields.values() for rule in rules(field)
    }
    assert found <= known


def test_an_item_that_comes_twice_raises_an_error() -> None:
    request = authorization.CreateAuthorizationRequest(
        user_id="1", project_id="1", organization_id="1", role_keys=["a", "b", "a"]
    )
    with pytest.raises(Err, match=r"RoleKeys\[2\]: repeated value must contain unique items"):
        validate(request)
