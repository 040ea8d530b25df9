"""Habits of Python programmers: mocks, wrong arguments, short names of enum values, pickled tokens."""

from __future__ import annotations

import inspect
import operator
import pickle
import traceback
from typing import Any
from unittest.mock import Mock, patch

import pytest

import zgrpc


@pytest.fixture
def client() -> Any:
    with zgrpc.Client("http://localhost:1", credentials=zgrpc.PersonalAccessToken("token")) as client:
        yield client


@pytest.mark.parametrize("kind", [zgrpc.Client, zgrpc.AsyncClient])
def test_a_mock_of_a_client_has_its_services_and_nothing_else(kind: Any) -> None:
    mock = Mock(spec=kind)
    mock.management.get_user_by_id.return_value = 42
    assert mock.management.get_user_by_id(id="1") == 42
    assert mock.v2
    with pytest.raises(AttributeError):
        mock.managment  # noqa: B018 - raises


@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.management.get_user_by_id(id="\ud800"),
        lambda client: client.management.add_human_user(profile={"first_name": "\ud800"}),
        lambda client: client.management.list_users(where={"in_user_ids": ["\ud800"]}),
        lambda client: client.management.list_users(where={"user_name": zgrpc.contains("\ud800")}),
    ],
)
def test_half_of_a_surrogate_pair_is_answered_with_what_is_right(client: Any, call: Any) -> None:
    with pytest.raises(ValueError, match="takes text in UTF-8, and the value holds half of a surrogate pair"):
        call(client)


def test_a_service_is_patched_and_restored(client: Any) -> None:
    with patch.object(zgrpc.Client, "management") as fake:
        fake.get_user_by_id.return_value = 42
        assert client.management.get_user_by_id(id="1") == 42
    assert "ManagementService" in repr(client.management)


@pytest.mark.parametrize(
    ("args", "arguments", "message"),
    [
        (("http://localhost", "tok-secret"), {}, r"credentials=zgrpc\.PersonalAccessToken\(token\)"),
        (
            ("http://localhost",),
            {"token": "tok-secret"},
            "no argument 'token'; use credentials=zgrpc.PersonalAccessToken",
        ),
        (("http://localhost",), {"credentals": "tok-secret"}, "did you mean 'credentials'"),
        ((), {"url": "http://localhost"}, "the address, as the first argument"),
        (("http://localhost",), {"organization": "1"}, "use org_id="),
    ],
)
@pytest.mark.parametrize("kind", [zgrpc.Client, zgrpc.AsyncClient])
def test_a_wrong_argument_is_answered_with_the_right_one(kind: Any, args: Any, arguments: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message) as raised:
        kind(*args, **arguments)
    inside = traceback.TracebackException.from_exception(raised.value, capture_locals=True).stack[1:]
    assert "tok-secret" not in str([frame.locals for frame in inside])


def test_the_signature_of_a_client_is_that_of_its_arguments() -> None:
    assert {"address", "credentials", "rate"} <= inspect.signature(zgrpc.Client).parameters.keys()


@pytest.mark.parametrize("gender", ["GENDER_FEMALE", "female", "Female", "FEMALE"])
def test_a_value_of_an_enum_is_given_by_its_short_name(own_emulator: Any, gender: str) -> None:
    with own_emulator.client() as client:
        profile = {"first_name": "Ada", "last_name": "Lovelace", "gender": gender}
        email = {"email": "ada@people.example", "is_email_verified": True}
        ada = client.management.add_human_user(user_name="ada", profile=profile, email=email).user_id
        assert client.management.get_user_by_id(id=ada).user.human.profile.gender == 1


def test_a_short_name_does_not_match_the_end_of_another_name(client: Any, own_emulator: Any) -> None:
    with own_emulator.client() as owner:
        found = owner.management.list_users(queries=[{"state_query": {"state": "active"}}])
        assert [user.state for user in found] == [1]
    with pytest.raises(ValueError, match="UserState has no 'ctive'"):
        client.management.list_users(queries=[{"state_query": {"state": "ctive"}}])


def test_where_takes_the_short_name_of_a_value(own_emulator: Any) -> None:
    with own_emulator.client() as client:
        assert list(client.management.list_users(where={"state": "active"}))
        assert not list(client.management.list_users(where={"state": "locked"}))


@pytest.mark.parametrize(
    ("keyword", "message"),
    [
        ("email", r"use where=\{'email': \.\.\.\}"),
        ("max_results", "use limit="),
        ("per_page", "use first_page="),
        ("filter", "use where="),
    ],
)
def test_a_keyword_that_a_list_does_not_have_is_answered_with_the_right_one(
    client: Any, keyword: str, message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        client.management.list_users(**{keyword: "x"})


def test_a_wrong_time_is_answered_with_what_is_accepted(client: Any) -> None:
    with pytest.raises(TypeError, match="takes a datetime with a time zone, a Timestamp or a dict, not str"):
        client.management.add_personal_access_token(user_id="1", expiration_date="tomorrow")


def test_the_owners_token_of_an_emulator_is_pickled(own_emulator: Any) -> None:
    copy = pickle.loads(pickle.dumps(own_emulator.owner_token))
    assert copy == own_emulator.owner_token
    assert str.__str__(copy) not in repr(copy)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("user", "Client has no 'user'; did you mean 'v2.user'?"),
        ("projects", "Client has no 'projects'; did you mean 'v2.project'?"),
        ("managment", "Client has no 'managment'; did you mean 'management'?"),
        ("v3", "Client has no 'v3'; did you mean 'v2'?"),
        ("v2.users", "v2 has no service 'users'; did you mean 'user'?"),
        ("v2.user.list_user", "no RPC 'list_user' in 'v2.user'; did you mean 'list_users'?"),
    ],
)
def test_a_wrong_name_of_a_service_or_rpc_is_answered_with_the_right_one(client: Any, path: str, message: str) -> None:
    with pytest.raises(AttributeError) as caught:
        operator.attrgetter(path)(client)
    assert str(caught.value) == message
