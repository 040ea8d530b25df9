"""``--where`` conditions."""

from __future__ import annotations

import pytest
from zitadel import management_pb2, user_pb2

import zgrpc
from zgrpc.cli.filters import parse, plain

GRANTS = management_pb2.ListUserGrantRequest.DESCRIPTOR
USERS = management_pb2.ListUsersRequest.DESCRIPTOR


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("email=jo@acme.com", zgrpc.equals("jo@acme.com")),
        ("email~=acme", zgrpc.contains("acme")),
        ("email^=jo", zgrpc.starts_with("jo")),
        ("email$=@acme.com", zgrpc.ends_with("@acme.com")),
        ("email~=a=b", zgrpc.contains("a=b")),
    ],
)
def test_operators_compare_texts(condition: str, expected: object) -> None:
    assert parse(GRANTS, [condition]) == {"email": expected}


def test_ignore_case_applies_to_texts() -> None:
    assert parse(GRANTS, ["email~=ACME"], ignore_case=True) == {"email": zgrpc.contains("ACME", ignore_case=True)}


def test_conditions_on_several_keys_all_hold() -> None:
    assert parse(GRANTS, ["role_key=admin", "with_granted=true"]) == {"role_key": "admin", "with_granted": True}


def test_lists_are_divided_by_commas_or_given_several_times() -> None:
    assert parse(USERS, ["in_user_ids=1,2", "in_user_ids=3"]) == {"in_user_ids": ["1", "2", "3"]}


def test_an_enum_is_given_by_the_end_of_its_name() -> None:
    assert parse(USERS, ["state=active"]) == {"state": user_pb2.USER_STATE_ACTIVE}


def test_json_combines_conditions() -> None:
    assert parse(USERS, ['{"or": [{"user_name": "jo"}, {"email": {"ends_with": "@acme.com"}}]}']) == {
        "or": [{"user_name": "jo"}, {"email": zgrpc.ends_with("@acme.com")}]
    }


def test_a_text_match_in_yaml_may_ignore_case() -> None:
    assert plain({"email": {"contains": "ACME", "ignore_case": True}}) == {
        "email": zgrpc.contains("ACME", ignore_case=True)
    }


@pytest.mark.parametrize(
    ("condition", "complaint"),
    [
        ("role=admin", "did you mean 'role_key'"),
        ("email", "not of the form"),
        ("role_key~=adm", "always compared exactly"),
        ("with_granted=perhaps", "true or false"),
        ("{", "not JSON"),
    ],
)
def test_a_wrong_condition_is_refused_with_what_would_be_right(condition: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse(GRANTS, [condition])


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="given twice"):
        parse(GRANTS, ["email=a", "email=b"])
