"""The contract's limits, in the words of the real server."""

from __future__ import annotations

from typing import Any

import pytest
from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m

from zgrpc._generated.limits import LIMITS
from zgrpc.testing.errors import Err
from zgrpc.testing.server import methods
from zgrpc.testing.validation import _checks, validate

NAME = "AddOrgRequest.Name: value length must be between 1 and 200 runes, inclusive"
HIDDEN = "rpc error: code = InvalidArgument desc = invalid "


def broken(request: Any) -> str:
    """What is said of a request, without what is said of all of them."""
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
            m.AddMachineUserRequest(user_name="u", name="n", access_token_type=7),  # type: ignore[arg-type]
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


def test_every_request_of_both_services_has_checks_that_can_be_made() -> None:
    for method in methods().values():
        for check in _checks(method.request.DESCRIPTOR):
            check(method.request())


def test_every_rule_of_the_contract_is_known() -> None:
    known = {
        "required", "skip", "ignore_empty", "min_len", "max_len", "len", "min_bytes", "max_bytes", "prefix", "pattern",
        "email", "gte", "lte", "gt", "lt", "const", "in", "not_in", "defined_only", "min_items", "max_items", "items",
    }  # fmt: skip

    def rules(field: dict[str, Any]) -> set[str]:
        return set(field) | rules(field.get("items", {})) if field else set()

    assert {rule for fields in LIMITS.values() for field in fields.values() for rule in rules(field)} <= known
