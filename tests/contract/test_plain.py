"""Messages as plain Python values."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from zitadel import management_pb2, metadata_pb2, user_pb2

import zgrpc

MOMENT = datetime.datetime(2026, 11, 26, 12, 30, 15, 123456, tzinfo=datetime.UTC)


def user() -> user_pb2.User:
    message = user_pb2.User(
        id="42", state=user_pb2.USER_STATE_ACTIVE, login_names=["ada@acme"], human={"profile": {"first_name": "Ada"}}
    )
    message.details.creation_date.FromDatetime(MOMENT)
    message.details.sequence = 2**63 + 1
    return message


def test_a_message_becomes_plain_values_under_the_names_of_its_fields() -> None:
    plain = zgrpc.to_dict(user())
    assert plain["id"] == "42"
    assert plain["state"] == "USER_STATE_ACTIVE"
    assert plain["login_names"] == ["ada@acme"]
    assert plain["details"]["sequence"] == 2**63 + 1
    assert plain["details"]["creation_date"] == MOMENT
    assert plain["human"]["profile"]["first_name"] == "Ada"


def test_defaults_are_present_and_unset_messages_and_oneof_members_are_not() -> None:
    plain = zgrpc.to_dict(user_pb2.User(human={}))
    assert plain["user_name"] == ""
    assert plain["state"] == "USER_STATE_UNSPECIFIED"
    assert plain["human"] == {}
    assert plain.keys().isdisjoint({"machine", "details"})


def test_bytes_and_durations_stay_exact() -> None:
    assert zgrpc.to_dict(metadata_pb2.Metadata(key="k", value=b"\xff\x00"))["value"] == b"\xff\x00"
    request: Any = management_pb2.AddOIDCAppRequest()
    request.clock_skew.FromTimedelta(datetime.timedelta(seconds=1, microseconds=5))
    assert zgrpc.to_dict(request)["clock_skew"] == datetime.timedelta(seconds=1, microseconds=5)


def test_moments_before_the_epoch_are_exact() -> None:
    message = user()
    before = datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)
    message.details.creation_date.FromDatetime(before)
    assert zgrpc.to_dict(message)["details"]["creation_date"] == before


def test_a_list_of_messages_becomes_a_list_of_dicts() -> None:
    assert [plain["id"] for plain in zgrpc.to_dict(iter([user(), user()]))] == ["42", "42"]


def test_an_enum_value_that_the_contract_lacks_is_its_number() -> None:
    message = user_pb2.User()
    message.MergeFromString(user_pb2.User(state=user_pb2.USER_STATE_ACTIVE).SerializeToString()[:1] + b"\x63")
    assert zgrpc.to_dict(message)["state"] == "99"
    assert zgrpc.enum_name(message, "state") == "99"


def test_an_enum_is_named() -> None:
    assert zgrpc.enum_name(user(), "state") == "USER_STATE_ACTIVE"


@pytest.mark.parametrize(
    ("field", "says"), [("stat", "did you mean 'state'"), ("id", "has no enum field 'id'; it has state")]
)
def test_a_field_that_is_not_an_enum_is_rejected_with_a_list_of_enums(field: str, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        zgrpc.enum_name(user(), field)


@pytest.mark.parametrize("value", ["text", {"id": "42"}, 42, None, [42]])
def test_a_value_that_is_not_a_message_is_rejected(value: Any) -> None:
    with pytest.raises(TypeError, match="message"):
        zgrpc.to_dict(value)


def test_an_async_list_is_rejected_with_the_way_out() -> None:
    class Items:
        def __aiter__(self) -> Any: ...

    with pytest.raises(TypeError, match=r"await pager\.all\(\)"):
        zgrpc.to_dict(Items())  # type: ignore[call-overload]  # what is refused
