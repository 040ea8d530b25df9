"""``--where`` conditions."""

from __future__ import annotations

import pytest
from zitadel import management_pb2, user_pb2
from zitadel.project.v2 import project_service_pb2

import zgrpc
from tests.descriptors import descriptor
from zgrpc._lists.where import build_queries
from zgrpc._text.filters import parse, plain

GRANTS = descriptor(management_pb2.ListUserGrantRequest)
USERS = descriptor(management_pb2.ListUsersRequest)


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


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('email=ends_with("@ACME.com")', {"email": zgrpc.ends_with("@ACME.com", ignore_case=True)}),
        ('{"email": {"ends_with": "@ACME.com"}}', {"email": zgrpc.ends_with("@ACME.com", ignore_case=True)}),
        ('{"user_name": "JO"}', {"user_name": zgrpc.equals("JO", ignore_case=True)}),
        (
            '{"or": [{"user_name": "JO"}, {"not": {"email": "JO@ACME.com"}}]}',
            {
                "or": [
                    {"user_name": zgrpc.equals("JO", ignore_case=True)},
                    {"not": {"email": zgrpc.equals("JO@ACME.com", ignore_case=True)}},
                ]
            },
        ),
    ],
)
def test_ignore_case_applies_to_every_form_of_a_condition(condition: str, expected: object) -> None:
    assert parse(USERS, [condition], ignore_case=True) == expected


@pytest.mark.parametrize("own", ['email=ends_with("A", ignore_case={})', '{{"email": {{"ends_with": "A", {}}}}}'])
def test_a_condition_that_says_whether_to_ignore_case_keeps_that(own: str) -> None:
    exact = own.format('"ignore_case": false' if own.startswith("{") else "False")
    assert parse(USERS, [exact, "user_name=JO"], ignore_case=True) == {
        "email": zgrpc.ends_with("A"),
        "user_name": zgrpc.equals("JO", ignore_case=True),
    }


@pytest.mark.parametrize("condition", ["state=active", "in_user_ids=1,2", '{"type": "human"}', '{"or": []}'])
def test_ignore_case_without_a_text_to_compare_is_rejected(condition: str) -> None:
    with pytest.raises(ValueError, match=r"no --where \(\w+\) can ignore case: leave out --ignore-case"):
        parse(USERS, [condition], ignore_case=True)


def test_a_text_match_in_json_takes_a_text() -> None:
    with pytest.raises(ValueError, match=r"""--where {"email": {"equals": 5}}: equals\(\) takes a string, not int"""):
        parse(USERS, ['{"email": {"equals": 5}}'])


def test_conditions_on_several_keys_all_hold() -> None:
    assert parse(GRANTS, ["role_key=admin", "with_granted=true"]) == {"role_key": "admin", "with_granted": True}


def test_lists_are_divided_by_commas_or_given_several_times() -> None:
    assert parse(USERS, ["in_user_ids=1,2", "in_user_ids=3"]) == {"in_user_ids": ["1", "2", "3"]}


def test_an_enum_is_given_by_the_end_of_its_name() -> None:
    assert parse(USERS, ["state=active"]) == {"state": user_pb2.USER_STATE_ACTIVE}


def test_an_enum_has_the_same_short_names_as_in_python() -> None:
    projects = descriptor(project_service_pb2.ListProjectsRequest)
    for name in ("owned", "granted", "owned_or_granted", "OWNED"):
        found = parse(projects, ["organization_id.organization_id=1", f"organization_id.type={name}"])
        (query,) = build_queries(projects, {"organization_id": {"organization_id": "1", "type": name}})
        assert build_queries(projects, found) == [query]


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
        ('{"email": "a", "email": "b"}', ": the key 'email' is given twice"),
        ("email=\udcff", "--where email takes text in UTF-8"),
        ("in_user_ids=\udcff", "in_user_ids takes text in UTF-8"),
    ],
)
def test_a_wrong_condition_is_rejected_with_advice(condition: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse(GRANTS, [condition])


def test_a_key_given_twice_is_rejected() -> None:
    with pytest.raises(ValueError, match="given twice"):
        parse(GRANTS, ["email=a", "email=b"])


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('email=ends_with("@acme.com")', zgrpc.ends_with("@acme.com")),
        ("email=zgrpc.contains('ACME', ignore_case=True)", zgrpc.contains("ACME", ignore_case=True)),
        ("email=equals('a')", zgrpc.equals("a")),
        ("email=other(1)", zgrpc.equals("other(1)")),
    ],
)
def test_a_text_match_may_be_written_as_in_python(condition: str, expected: object) -> None:
    assert parse(GRANTS, [condition]) == {"email": expected}


@pytest.mark.parametrize("text", ["contains(1)", "contains('a', b=1)", "contains(x)", "contains(__import__('os'))"])
def test_a_text_match_holds_only_literals(text: str) -> None:
    with pytest.raises(ValueError, match="is not of the form contains"):
        parse(GRANTS, [f"email={text}"])


def test_json_conditions_take_short_enum_values_and_lists_as_in_python() -> None:
    assert parse(USERS, ['{"or": [{"state": "active"}, {"not": {"in_user_ids": ["1"]}}]}']) == {
        "or": [{"state": user_pb2.USER_STATE_ACTIVE}, {"not": {"in_user_ids": ["1"]}}]
    }
    assert parse(USERS, ['in_user_ids=["1", "2"]']) == {"in_user_ids": ["1", "2"]}


def test_a_wrong_enum_value_in_json_names_the_key() -> None:
    with pytest.raises(ValueError, match=r"--where or\[0\]\.state takes one of USER_STATE_UNSPECIFIED"):
        parse(USERS, ['{"or": [{"state": "nope"}]}'])


def test_a_key_given_twice_in_json_is_rejected() -> None:
    with pytest.raises(ValueError, match="given twice"):
        parse(GRANTS, ["email=a", '{"email": "b"}'])


@pytest.mark.parametrize(
    ("value", "nearest"),
    [('end_with("@acme.com")', "ends_with"), ("startswith('jo')", "starts_with"), ('zgrpc.contain("x")', "contains")],
)
def test_a_misspelled_text_match_is_no_text_to_look_for(value: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=f"did you mean '{nearest}'"):
        parse(GRANTS, [f"email={value}"])


def test_the_text_of_a_misspelled_match_goes_as_json() -> None:
    assert parse(GRANTS, ['{"email": "end_with(\\"x\\")"}']) == {"email": 'end_with("x")'}
