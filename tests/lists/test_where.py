"""`where=`: what users write and the query messages that it becomes."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zitadel import auth_pb2, management_pb2, object_pb2, user_pb2

from tests.descriptors import descriptor
from tests.fuzzing import examples
from zgrpc._contract.filters import Filter, Search, describe_filters, find_search
from zgrpc._contract.rpc import message_class
from zgrpc._lists.match import TextMatch, and_, contains, ends_with, equals, not_, or_, starts_with
from zgrpc._lists.where import build_queries

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor

USERS = descriptor(management_pb2.ListUsersRequest)
GRANTS = descriptor(management_pb2.ListUserGrantRequest)
MEMBERSHIPS = descriptor(auth_pb2.ListMyMembershipsRequest)

METHODS = [
    pytest.param(equals("x"), "TEXT_QUERY_METHOD_EQUALS", id="equals"),
    pytest.param(equals("x", ignore_case=True), "TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE", id="equals-ignore-case"),
    pytest.param(starts_with("x"), "TEXT_QUERY_METHOD_STARTS_WITH", id="starts_with"),
    pytest.param(
        starts_with("x", ignore_case=True), "TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE", id="starts_with-ignore-case"
    ),
    pytest.param(contains("x"), "TEXT_QUERY_METHOD_CONTAINS", id="contains"),
    pytest.param(contains("x", ignore_case=True), "TEXT_QUERY_METHOD_CONTAINS_IGNORE_CASE", id="contains-ignore-case"),
    pytest.param(ends_with("x"), "TEXT_QUERY_METHOD_ENDS_WITH", id="ends_with"),
    pytest.param(
        ends_with("x", ignore_case=True), "TEXT_QUERY_METHOD_ENDS_WITH_IGNORE_CASE", id="ends_with-ignore-case"
    ),
]


def requests() -> list[Descriptor]:
    services = (
        management_pb2.DESCRIPTOR.services_by_name["ManagementService"],
        auth_pb2.DESCRIPTOR.services_by_name["AuthService"],
    )
    return [method.input_type for service in services for method in service.methods]


SEARCHES = {request.full_name: search for request in requests() if (search := find_search(request))}
KEYS = [
    pytest.param(search, found, id=f"{search.request.name}-{found.key}")
    for search in SEARCHES.values()
    for found in search.filters.values()
]
ENUM_KEYS = [
    pytest.param(search, found, id=f"{search.request.name}-{found.key}")
    for search in SEARCHES.values()
    for found in search.filters.values()
    if found.enum_values
]


def users(where: object) -> list[Any]:
    return build_queries(USERS, where)


def grants(where: object) -> list[Any]:
    return build_queries(GRANTS, where)


# The query messages


def test_a_plain_string_means_equals() -> None:
    assert users({"user_name": "gigi"}) == [
        user_pb2.SearchQuery(
            user_name_query=user_pb2.UserNameQuery(user_name="gigi", method=object_pb2.TEXT_QUERY_METHOD_EQUALS)
        )
    ]


@pytest.mark.parametrize(("match", "method"), METHODS)
def test_a_text_match_sets_the_method(match: TextMatch, method: str) -> None:
    (query,) = users({"email": match})
    assert query.email_query.email_address == "x"
    assert object_pb2.TextQueryMethod.Name(query.email_query.method) == method


def test_several_keys_are_several_queries_in_order() -> None:
    queries = users({"type": "TYPE_HUMAN", "last_name": "Alder"})
    assert [query.WhichOneof("query") for query in queries] == ["type_query", "last_name_query"]


def test_an_empty_where_makes_no_queries() -> None:
    assert users({}) == []


@pytest.mark.parametrize("values", [["1", "2"], ("1", "2"), dict.fromkeys(["1", "2"]).keys(), iter(["1", "2"])])
def test_a_repeated_field_takes_any_iterable_but_a_string(values: object) -> None:
    (query,) = users({"in_user_ids": values})
    assert list(query.in_user_ids_query.user_ids) == ["1", "2"]


@pytest.mark.parametrize("value", ["USER_STATE_LOCKED", 4, user_pb2.USER_STATE_LOCKED])
def test_an_enum_is_given_by_name_or_number(value: object) -> None:
    (query,) = users({"state": value})
    assert query.state_query.state == user_pb2.USER_STATE_LOCKED


@pytest.mark.parametrize("value", [True, False])
def test_a_bool_is_sent_even_when_it_is_the_default(value: bool) -> None:
    (query,) = grants({"with_granted": value})
    assert query.HasField("with_granted_query")
    assert query.with_granted_query.with_granted is value


def test_a_dict_names_the_fields_of_the_query() -> None:
    (query,) = users({"email": {"email_address": "@x", "method": "TEXT_QUERY_METHOD_ENDS_WITH"}})
    assert query == users({"email": ends_with("@x")})[0]


def test_the_message_of_a_query_is_taken_as_it_is() -> None:
    inner = user_pb2.EmailQuery(email_address="a@x")
    assert users({"email": inner}) == [user_pb2.SearchQuery(email_query=inner)]


def test_a_whole_query_message_is_copied() -> None:
    given_query = user_pb2.SearchQuery(email_query=user_pb2.EmailQuery(email_address="a@x"))
    (query,) = users(given_query)
    assert query == given_query
    query.email_query.email_address = "changed"
    assert given_query.email_query.email_address == "a@x"


def test_equals_is_fine_where_only_exact_is_possible() -> None:
    assert grants({"user_id": equals("1"), "role_key": equals("own")}) == grants({"user_id": "1", "role_key": "own"})


# Combinations


def test_or_takes_every_form_of_where() -> None:
    (query,) = users(or_({"user_name": "a"}, {"email": ends_with("@x")}))
    assert [inner.WhichOneof("query") for inner in query.or_query.queries] == ["user_name_query", "email_query"]


def test_several_keys_within_or_are_anded() -> None:
    (query,) = users(or_({"user_name": "a"}, {"email": "b", "type": "TYPE_HUMAN"}))
    second = query.or_query.queries[1]
    assert [inner.WhichOneof("query") for inner in second.and_query.queries] == ["email_query", "type_query"]


def test_not_takes_every_form_of_where() -> None:
    (query,) = users(not_({"last_name": "Alder"}))
    assert query.not_query.query.last_name_query.last_name == "Alder"


def test_combinations_nest() -> None:
    (query,) = users(or_(not_(or_({"user_name": "a"}, {"user_name": "b"})), and_({"email": "c"}, {"email": "d"})))
    first, second = query.or_query.queries
    assert len(first.not_query.query.or_query.queries) == 2
    assert len(second.and_query.queries) == 2


def test_combinations_can_be_written_as_keys() -> None:
    as_keys = users({"type": 1, "or": [{"user_name": "a"}, {"not": {"email": "b"}}]})
    assert as_keys == users(and_({"type": 1}, or_({"user_name": "a"}, not_({"email": "b"}))))


def test_a_query_message_can_be_combined() -> None:
    message = user_pb2.SearchQuery(email_query=user_pb2.EmailQuery(email_address="a@x"))
    assert users(not_(message)) == users(not_({"email": "a@x"}))


def test_and_at_the_top_needs_no_and_query() -> None:
    assert grants(and_({"email": "a"}, and_({"user_id": "1"}))) == grants({"email": "a", "user_id": "1"})


@pytest.mark.parametrize("where", [or_({"email": "a"}), not_({"email": "a"})])
def test_or_and_not_are_rejected_where_the_contract_has_none(where: object) -> None:
    with pytest.raises(TypeError, match=r"ListUserGrantRequest.*its contract has no (or|not)_query"):
        grants(where)


@pytest.mark.parametrize("make", [and_, or_])
def test_combining_nothing_is_rejected(make: Any) -> None:
    with pytest.raises(TypeError, match=r"at least one condition"):
        make()


@pytest.mark.parametrize("where", [or_({}), not_({}), {"or": [{}]}, {"not": {}}, {"or": []}, {"and": []}])
def test_an_empty_condition_cannot_be_combined(where: object) -> None:
    with pytest.raises(ValueError, match=r"is empty"):
        users(where)


# Rejected input


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(TypeError, match=r"ListUsersRequest: where has no key 'emial'; did you mean 'email'\?"):
        users({"emial": "x"})


def test_an_unknown_key_without_a_near_match_lists_all_keys() -> None:
    with pytest.raises(TypeError, match=r"no key 'zzzzzz'; it takes org, project, project_grant, iam"):
        build_queries(MEMBERSHIPS, {"zzzzzz": "x"})


def test_an_unknown_nested_key_is_named_with_its_path() -> None:
    with pytest.raises(TypeError, match=r"where\['or'\]\[1\]\['not'\].*'emial'"):
        users(or_({"email": "a"}, not_({"emial": "x"})))


def test_a_request_without_queries_takes_no_where() -> None:
    with pytest.raises(TypeError, match=r"GetUserByIDRequest takes no where="):
        build_queries(descriptor(management_pb2.GetUserByIDRequest), {"id": "1"})


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, r"where takes a mapping.*not NoneType"),
        ([{"email": "x"}], r"where takes a mapping.*not list"),
        ("email", r"where takes a mapping.*not str"),
        (object_pb2.ListQuery(), r"where takes a mapping.*zitadel.user.v1.SearchQuery, not ListQuery"),
        ({1: "x"}, r"has no key 1"),
        ({"email": None}, r"where\['email'\] is None; leave the key out"),
        ({"email": 5}, r"where\['email'\] takes a string, equals\(\).*not int"),
        ({"email": b"x"}, r"where\['email'\] takes a string.*not bytes"),
        ({"email": {"adress": "x"}}, r"where\['email'\] has no 'adress'; did you mean 'email_address'"),
        ({"email": {"email_address": None}}, r"where\['email'\].email_address takes str, not NoneType"),
        ({"email": user_pb2.UserNameQuery(user_name="x")}, r"where\['email'\] takes a string.*not UserNameQuery"),
        ({"in_user_ids": "1"}, r"where\['in_user_ids'\] takes a list of str, not str"),
        ({"in_user_ids": 1}, r"where\['in_user_ids'\] takes a list of str, not int"),
        ({"in_user_ids": ["1", 2]}, r"where\['in_user_ids'\].* takes a list of str, not"),
        ({"in_user_ids": ["1", None]}, r"where\['in_user_ids'\]\[1\] takes .*str, not NoneType"),
        ({"in_user_ids": contains("1")}, r"where\['in_user_ids'\] takes a list of str, not contains\(\)"),
        ({"state": 1.0}, r"where\['state'\] takes UserState or its name, not float"),
        ({"state": True}, r"where\['state'\] takes UserState or its name, not bool"),
        ({"or": {"email": "x"}}, r"where\['or'\] takes a list of conditions, not dict"),
        ({"not": [{"email": "x"}]}, r"where\['not'\] takes a mapping.*not list"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(where: object, expected: str) -> None:
    with pytest.raises(TypeError, match=expected):
        users(where)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"in_user_ids": []}, r"where\['in_user_ids'\] is empty, which ZITADEL refuses"),
        ({"state": "USER_STATE_LOCKD"}, r"where\['state'\].*no 'USER_STATE_LOCKD'; did you mean 'USER_STATE_LOCKED'"),
        ({"state": 99}, r"where\['state'\].*UserState has no value 99; it has USER_STATE_UNSPECIFIED"),
        ({"email": {}}, r"where\['email'\] is an empty dict"),
        ({"email": "\ud800"}, r"where\['email'\]"),
        ({"in_user_ids": ["\ud800"]}, r"where\['in_user_ids'\]"),
        (user_pb2.SearchQuery(), r"where: the SearchQuery is empty"),
    ],
)
def test_a_value_without_meaning_is_rejected(where: object, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        users(where)


def test_a_text_match_is_rejected_where_the_query_has_no_method() -> None:
    with pytest.raises(TypeError, match=r"where\['user_id'\] takes str, not starts_with\(\).*no text method"):
        grants({"user_id": starts_with("1")})


@pytest.mark.parametrize(
    "request_",
    [
        GRANTS,
        descriptor(management_pb2.ListProjectGrantsRequest),
        descriptor(management_pb2.ListAllProjectGrantsRequest),
    ],
)
@pytest.mark.parametrize("match", [contains("own"), equals("OWN", ignore_case=True), {"role_key": "own", "method": 4}])
def test_a_role_key_refuses_the_methods_that_zitadel_ignores(request_: Descriptor, match: object) -> None:
    with pytest.raises(ValueError, match=r"where\['role_key'\]: ZITADEL compares the role key exactly"):
        build_queries(request_, {"role_key": match})


@pytest.mark.parametrize("make", [equals, starts_with, contains, ends_with])
@pytest.mark.parametrize("value", [None, 5, b"x"])
def test_a_text_match_takes_only_text(make: Any, value: object) -> None:
    with pytest.raises(TypeError, match=rf"{make.__name__}\(\) takes a string, not {type(value).__name__}"):
        make(value)


def test_ignore_case_is_a_bool() -> None:
    with pytest.raises(TypeError, match=r"ignore_case="):
        equals("x", ignore_case="yes")  # type: ignore[arg-type]  # wrong on purpose


def test_the_callers_objects_are_left_as_they_were() -> None:
    where = {"or": [{"email": ends_with("@x")}, {"in_user_ids": ["1"]}], "email": {"email_address": "a"}}
    before = copy.deepcopy(where)
    users(where)
    assert where == before


# Every search of both services


def test_every_search_of_both_services_is_found() -> None:
    with_queries = {
        request.full_name for request in requests() if any(field.name == "queries" for field in request.fields)
    }
    assert SEARCHES.keys() == with_queries
    assert len(SEARCHES) == 22


@pytest.mark.parametrize("search", [pytest.param(search, id=name) for name, search in SEARCHES.items()])
def test_every_option_of_the_oneof_has_a_key(search: Search) -> None:
    assert [found.option for found in search.filters.values()] == list(search.query.fields)
    assert all(f"{key}_query" == found.option.name for key, found in search.filters.items())


def values(search: Search, found: Filter) -> st.SearchStrategy[Any]:
    """What the key takes, as its description says."""
    if found.kind in {"and", "or"}:
        return st.lists(st.builds(lambda text: {"user_name": text}, st.text()), min_size=1, max_size=3)
    if found.kind == "not":
        return st.builds(lambda text: {"user_name": text}, st.text())
    assert found.kind == "value"
    text = st.text(st.characters(exclude_categories=["Cs"]))
    if found.enum_values:
        return st.sampled_from(found.enum_values)
    if found.type == "bool":
        return st.booleans()
    assert found.type == "string"
    if found.repeated:
        return st.lists(text, min_size=1, max_size=3)
    return st.builds(TextMatch, text, st.just("CONTAINS"), st.booleans()) if found.text_match else text


@pytest.mark.parametrize(("search", "found"), KEYS)
@settings(max_examples=examples(20))  # for each of 70 keys
@given(data=st.data())
def test_every_key_sets_its_option_and_nothing_else(search: Search, found: Filter, data: st.DataObject) -> None:
    value = data.draw(values(search, found))
    (query,) = build_queries(search.request, {found.key: value})
    assert [field.name for field, _ in query.ListFields()] == [found.option.name]
    request = message_class(search.request)()
    getattr(request, search.field.name).append(query)
    assert request.FromString(request.SerializeToString()) == request
    if found.value is not None:
        enum = found.value.enum_type
        sent = getattr(getattr(query, found.option.name), found.value.name)
        number = {entry.name: entry.number for entry in enum.values} if enum is not None else {}
        wanted = value.value if isinstance(value, TextMatch) else number.get(value, value) if number else value
        assert (list(sent) if found.repeated else sent) == wanted


@pytest.mark.parametrize(("search", "found"), KEYS)
@pytest.mark.parametrize("wrong", [None, 1.5, object()])
def test_every_key_refuses_a_wrong_type_by_name(search: Search, found: Filter, wrong: object) -> None:
    with pytest.raises(TypeError, match=rf"^{search.request.name}: where\['{found.key}'\] "):
        build_queries(search.request, {found.key: wrong})


@pytest.mark.parametrize(("search", "found"), ENUM_KEYS)
def test_every_key_of_an_enum_is_named_once_for_an_unknown_name(search: Search, found: Filter) -> None:
    value = ["nope"] if found.repeated else "nope"
    with pytest.raises(ValueError, match=rf"^{search.request.name}: where\['{found.key}'\](\[0\])?: .* has no 'nope'"):
        build_queries(search.request, {found.key: value})


@pytest.mark.parametrize(("search", "found"), KEYS)
def test_every_key_is_suggested_for_its_misspelling(search: Search, found: Filter) -> None:
    with pytest.raises(TypeError, match=rf"no key '{found.key}x'; did you mean '{found.key}'"):
        build_queries(search.request, {f"{found.key}x": "x"})


@st.composite
def conditions(draw: st.DrawFn) -> Any:
    leaf = st.builds(lambda name: {"user_name": name}, st.text("ab", min_size=1, max_size=3))
    return draw(
        st.recursive(
            leaf,
            lambda inner: st.one_of(
                st.builds(lambda parts: or_(*parts), st.lists(inner, min_size=1, max_size=3)),
                st.builds(lambda parts: and_(*parts), st.lists(inner, min_size=1, max_size=3)),
                st.builds(not_, inner),
            ),
            max_leaves=8,
        )
    )


def holds(query: Any, name: str) -> bool:
    """What the server makes of a query, for a user of that name."""
    match query.WhichOneof("query"):
        case "or_query":
            return any(holds(inner, name) for inner in query.or_query.queries)
        case "and_query":
            return all(holds(inner, name) for inner in query.and_query.queries)
        case "not_query":
            return not holds(query.not_query.query, name)
        case _:
            return bool(query.user_name_query.user_name == name)


def means(condition: Any, name: str) -> bool:
    """What the user meant, for a user of that name."""
    match type(condition).__name__:
        case "Or":
            return any(means(inner, name) for inner in condition.conditions)
        case "And":
            return all(means(inner, name) for inner in condition.conditions)
        case "Not":
            return not means(condition.conditions[0], name)
        case _:
            return bool(condition["user_name"] == name)


@given(condition=conditions(), name=st.text("ab", min_size=1, max_size=3))
def test_the_server_finds_what_a_combination_means(condition: Any, name: str) -> None:
    assert all(holds(query, name) for query in users(condition)) == means(condition, name)


# Descriptions of filters


def test_the_description_is_what_a_command_line_needs() -> None:
    described = {found.key: found for found in describe_filters(USERS)}
    assert (described["email"].type, described["email"].text_match) == ("string", True)
    assert described["in_user_ids"].repeated
    assert described["type"].enum_values == ("TYPE_UNSPECIFIED", "TYPE_HUMAN", "TYPE_MACHINE")
    assert described["or"].kind == "or"
    assert describe_filters(descriptor(management_pb2.GetUserByIDRequest)) == ()
    role_key = {found.key: found for found in describe_filters(GRANTS)}["role_key"]
    assert not role_key.text_match
    assert role_key.note


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"state": "nope"}, r"list_users: where\['state'\]: UserState has no 'nope'"),
        ({"in_user_ids": "x"}, r"list_users: where\['in_user_ids'\] takes a list of str"),
        ({"in_user_ids": [1]}, r"list_users: where\['in_user_ids'\]\ takes a list of str, not list"),
    ],
)
def test_errors_name_a_key_once(where: dict[str, Any], message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        build_queries(descriptor(management_pb2.ListUsersRequest), where, "list_users")
