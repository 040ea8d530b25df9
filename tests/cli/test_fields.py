"""Requests from ``name=value`` and JSON."""

from __future__ import annotations

import pytest
from zitadel import management_pb2, user_pb2

from zgrpc.cli.fields import build

USER = management_pb2.AddHumanUserRequest.DESCRIPTOR
GRANT = management_pb2.AddUserGrantRequest.DESCRIPTOR


def test_names_are_taken_in_snake_case_and_in_camel_case() -> None:
    expected = management_pb2.AddHumanUserRequest(user_name="jo", profile={"first_name": "Jo"})
    assert build(USER, ["user_name=jo", "profile.first_name=Jo"]) == expected
    assert build(USER, ["userName=jo", "profile.firstName=Jo"]) == expected


def test_values_become_what_the_field_takes() -> None:
    request = build(USER, ["email.is_email_verified=true", "profile.gender=female"])
    assert request.email.is_email_verified is True
    assert request.profile.gender == user_pb2.GENDER_FEMALE


def test_a_short_enum_name_does_not_match_inside_a_longer_word() -> None:
    assert build(USER, ["profile.gender=male"]).profile.gender == user_pb2.GENDER_MALE


def test_a_value_may_hold_an_equals_sign() -> None:
    assert build(USER, ["user_name=a=b"]).user_name == "a=b"


@pytest.mark.parametrize("assignments", [["role_keys=a", "role_keys=b"], ['role_keys=["a", "b"]']])
def test_a_repeated_field_is_given_several_times_or_as_a_json_array(assignments: list[str]) -> None:
    assert list(build(GRANT, assignments).role_keys) == ["a", "b"]


def test_fields_given_besides_a_document_win() -> None:
    request = build(
        USER, ["userName=new", "profile.lastName=Doe"], '{"user_name": "old", "profile": {"firstName": "Jo"}}'
    )
    assert (request.user_name, request.profile.first_name, request.profile.last_name) == ("new", "Jo", "Doe")


def test_a_message_may_be_given_as_json() -> None:
    assert build(USER, ['profile={"firstName": "Jo"}']).profile.first_name == "Jo"


@pytest.mark.parametrize(
    ("assignments", "complaint"),
    [
        (["usr_name=x"], "no field 'usr_name'; did you mean 'user_name'"),
        (["profile.frst_name=x"], "did you mean 'first_name'"),
        (["email.is_email_verified=maybe"], "takes true or false, not 'maybe'"),
        (["profile.gender=blue"], "GENDER_FEMALE, GENDER_MALE"),
        (["profile=Jo"], "profile.name=value, or a JSON object"),
        (["profile={"], "profile is not JSON"),
        (["user_name.x=1"], "user_name has no fields of its own"),
        (["user_name"], "not of the form name=value"),
        (["user_name=a", "userName=b"], "given twice"),
        (["profile.first_name=a", "profile.firstName=b"], "given twice"),
    ],
)
def test_a_wrong_assignment_is_refused_with_what_would_be_right(assignments: list[str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        build(USER, assignments)


@pytest.mark.parametrize("document", ["[1]", "{", '"x"', '{"nope": 1}', '{"userName": {"a": 1}}'])
def test_a_document_that_is_no_request_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|no field|user_?[nN]ame"):
        build(USER, [], document)
