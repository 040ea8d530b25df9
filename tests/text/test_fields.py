"""Requests from ``name=value`` and JSON."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitadel import management_pb2, user_pb2

from tests.descriptors import descriptor
from zgrpc._text import fields

if TYPE_CHECKING:
    from google.protobuf.message import Message

M = TypeVar("M", bound="Message")
USER = management_pb2.AddHumanUserRequest
GRANT = management_pb2.AddUserGrantRequest
ROLES = management_pb2.BulkAddProjectRolesRequest
TOKEN = management_pb2.AddPersonalAccessTokenRequest
USERS = management_pb2.ListUsersRequest


def build(request: type[M], assignments: list[str], document: str | None = None) -> M:
    built = fields.build(descriptor(request), assignments, document)
    assert isinstance(built, request)
    return built


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


def test_a_field_on_the_command_line_replaces_that_of_the_document() -> None:
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
        (['profile={"firstName": "a", "firstName": "b"}'], "^profile: the key 'firstName' is given twice"),
        (["user_name=\udcff"], "user_name takes text in UTF-8; this is not UTF-8"),
        (["user_name.x=1"], "user_name has no fields of its own"),
        (["user_name"], "not of the form name=value"),
        (["user_name=a", "userName=b"], "given twice"),
        (["profile.first_name=a", "profile.firstName=b"], "given twice"),
    ],
)
def test_a_wrong_assignment_is_rejected_with_advice(assignments: list[str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        build(USER, assignments)


@pytest.mark.parametrize("document", ["[1]", "{", '"x"', '{"nope": 1}', '{"userName": {"a": 1}}'])
def test_an_invalid_document_is_rejected(document: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|no field|user_?[nN]ame"):
        build(USER, [], document)


@pytest.mark.parametrize(
    ("request_type", "document", "complaint"),
    [
        (USER, {"profile": {"first_name": "\ud800"}}, "profile.first_name takes text in UTF-8; this is not UTF-8"),
        (USER, {"profile": {"first_name": 5}}, "profile.first_name takes text, not a number"),
        (USER, {"profile": {"frst": "x"}}, "profile: Profile has no field 'frst'; did you mean 'first_name'?"),
        (USER, {"profile": "x"}, "profile takes the JSON of a Profile, not text"),
        (USER, {"email": {"isEmailVerified": "yes"}}, "email.isEmailVerified takes true or false, not text"),
        (ROLES, {"roles": [{"key": "a"}, {"key": 5}]}, "roles[1].key takes text, not a number"),
        (ROLES, {"roles": [{"key": "a"}, None]}, "roles[1] takes the JSON of a Role, not null"),
        (ROLES, {"roles": 5}, "roles takes an array, not a number"),
        (GRANT, {"role_keys": ["a", 5]}, "role_keys[1] takes text, not a number"),
        (USERS, {"query": {"limit": -1}}, "query.limit takes a whole number in the range of its type, not a number"),
        (USERS, {"queries": [{"state_query": {"state": "x"}}]}, "queries[0].state_query.state takes one of USER_STATE"),
        (
            USERS,
            {"queries": [{"state_query": {}, "user_name_query": {}}]},
            "queries[0] takes one of user_name_query and state_query, not both",
        ),
        (TOKEN, {"expiration_date": "2027-01-01T00:00:00"}, "expiration_date takes a date and time with a time zone"),
    ],
)
def test_a_wrong_value_in_a_document_is_named_once_with_its_path(
    request_type: Any, document: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=rf"^(\w+: )?{re.escape(complaint)}") as raised:
        build(request_type, [], json.dumps(document))
    assert len(str(raised.value).splitlines()) == 1


def test_a_wrong_value_in_a_document_is_not_shown() -> None:
    with pytest.raises(ValueError, match="initial_password takes text, not a number") as raised:
        build(USER, [], '{"initial_password": 4711}')
    assert "4711" not in str(raised.value)


@pytest.mark.parametrize("text", ["soon", "2027-01-31", "2027-01-31T12:00:00", "5"])
def test_a_time_without_a_zone_is_rejected_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="expiration_date takes a date and time with a time zone, such as 2026-01-31T"):
        build(TOKEN, [f"expiration_date={text}"])


METADATA = management_pb2.SetUserMetadataRequest
BULK = management_pb2.BulkSetUserMetadataRequest


@pytest.mark.parametrize("text", ["blue", "Ymx1ZQ==", "", "[1]", "a=b", "Jörg", "\udcff"])
def test_a_value_of_bytes_is_text(text: str) -> None:
    assert build(METADATA, [f"value={text}"]).value == text.encode("utf-8", "surrogateescape")


def test_base64_has_a_form_of_its_own() -> None:
    assert build(METADATA, ["key=color", "value:base64=YmzDvA=="]).value == "blü".encode()
    assert build(METADATA, ["value:base64=_-8="]).value == b"\xff\xef"


@pytest.mark.parametrize("text", ["blue!", "YmzDvA", "YmzD vA==", "YmzDvA=", "YR==", "=", "ü"])
def test_invalid_base64_is_rejected_in_both_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"value:base64 is not base64 with padding"):
        build(METADATA, [f"value:base64={text}"])
    with pytest.raises(ValueError, match=r"value is not base64 with padding"):
        build(METADATA, [], json.dumps({"value": text}))
    with pytest.raises(ValueError, match=r"metadata\.value is not base64 with padding"):
        build(BULK, [], json.dumps({"metadata": [{"key": "a", "value": text}]}))


def test_json_takes_bytes_as_base64() -> None:
    assert build(METADATA, [], '{"value": "YmzDvA=="}').value == "blü".encode()


def test_base64_of_a_field_without_bytes_is_rejected() -> None:
    with pytest.raises(ValueError, match="user_name holds no bytes; write user_name=value"):
        build(USER, ["user_name:base64=YQ=="])


@given(st.binary())
def test_any_bytes_come_through_base64(raw: bytes) -> None:
    assert build(METADATA, [f"value:base64={base64.b64encode(raw).decode()}"]).value == raw


@pytest.mark.parametrize(
    ("text", "seconds"), [("30", 30), ("30s", 30), ("1h30m", 5400), ("500ms", 0.5), ("2d", 172800)]
)
def test_a_duration_takes_units(text: str, seconds: float) -> None:
    request = build(management_pb2.AddOIDCAppRequest, [f"clock_skew={text}"])
    assert request.clock_skew.ToTimedelta().total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "s", "30x", "1h 30", "nan", "inf", "--1"])
def test_an_invalid_duration_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="clock_skew takes a duration such as 30s, 500ms or 1h30m"):
        build(management_pb2.AddOIDCAppRequest, [f"clock_skew={text}"])
