"""The docstring of an RPC."""

from __future__ import annotations

import re
from typing import Any

import pytest

from zgrpc._contract.docs import field_limits, limit_words, rpc_doc
from zgrpc._contract.limits import limits_of
from zgrpc._contract.rpc import all_rpcs, find_rpc

WORDS = {
    "required": r"required",
    "min_len": r"([\d,]+ to|at least [\d,]+|at most|exactly [\d,]+)",
    "max_len": r"(to|at most|exactly) [\d,]+",
    "len": r"exactly \d+",
    "max_bytes": r"at most [\d,]+ bytes",
    "min_items": r"\d+ to \d+ items",
    "max_items": r"(to|at most) \d+ items",
    "items": r"each ",
    "prefix": r"starting with",
    "email": r"an email address",
    "uri_ref": r"a URI or a path",
    "unique": r"no item twice",
    "const": r"only (true|0 seconds)",
    "gt": r"more than \d+",
    "ignore_empty": r"or empty",
    "not_in": r"not [A-Z_]+_UNSPECIFIED|not \w+",
    "gte": r"\d+ to",
    "lte": r"to \d+",
}
UNSAID = {"defined_only"}  # an enum takes its values anyway


def test_a_docstring_has_route_permission_and_limits() -> None:
    assert rpc_doc(find_rpc("management", "add_personal_access_token")) == (
        "zitadel.management.v1.ManagementService/AddPersonalAccessToken: POST /users/{user_id}/pats, "
        "permission user.write.\n"
        "\n"
        "Deprecated by ZITADEL: use v2.user.AddPersonalAccessToken.\n"
        "\n"
        "Args:\n"
        "    user_id: at least 1 character."
    )


def test_a_docstring_names_the_callers_who_need_no_permission() -> None:
    assert "any authenticated user" in rpc_doc(find_rpc("auth", "get_my_user"))
    assert "permission" not in rpc_doc(find_rpc("management", "healthz"))


def test_a_docstring_names_the_deprecation() -> None:
    assert "\n\nDeprecated by ZITADEL: use v2.user.ListUsers." in rpc_doc(find_rpc("management", "list_users"))
    assert "\n\nDeprecated by ZITADEL, which names no successor." in rpc_doc(find_rpc("admin", "get_idp_by_id"))
    assert "Deprecated" not in rpc_doc(find_rpc("management", "list_actions"))


def test_a_docstring_has_the_limits_of_nested_fields() -> None:
    doc = rpc_doc(find_rpc("management", "add_human_user"))
    assert "    profile: required.\n    profile.first_name: 1 to 200 characters.\n" in doc
    assert "    roles[].key: " in rpc_doc(find_rpc("management", "bulk_add_project_roles"))


def test_the_docstring_of_a_search_lists_its_filters() -> None:
    assert "    where: filters by action_id, action_name, action_state." in rpc_doc(
        find_rpc("management", "list_actions")
    )


def test_the_docstring_of_a_list_promises_completeness() -> None:
    assert "All items." in rpc_doc(find_rpc("management", "list_actions"))


@pytest.mark.parametrize("rpc", [pytest.param(rpc, id=name.rpartition(".")[2]) for name, rpc in all_rpcs().items()])
def test_the_docstrings_have_every_limit(rpc: Any) -> None:
    request = rpc.descriptor.input_type
    rules: dict[str, Any] = dict(limits_of(request))
    found = dict(field_limits(request))
    for name, wanted in rules.items():
        field = request.fields_by_name.get(name)
        assert set(wanted) - UNSAID <= WORDS.keys()
        if set(wanted) - UNSAID:
            assert all(re.search(WORDS[rule], found[name]) for rule in wanted.keys() - UNSAID), (found[name], wanted)
        if field is not None:
            assert found.get(name, "") == limit_words(field, wanted)
    assert "  " not in "".join(found.values())


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"min_len": 1}, "at least 1 character"),
        ({"min_len": 2}, "at least 2 characters"),
        ({"max_len": 1}, "at most 1 character"),
        ({"len": 1}, "exactly 1 character"),
        ({"min_len": 1, "max_len": 200}, "1 to 200 characters"),
        ({"min_len": 0, "max_len": 200}, "at most 200 characters"),
        ({"min_len": 6, "max_len": 6}, "exactly 6 characters"),
        ({"max_len": 500000}, "at most 500,000 characters"),
    ],
)
def test_limits_read_as_a_person_says_them(rules: Any, words: str) -> None:
    field = find_rpc("management", "add_personal_access_token").descriptor.input_type.fields_by_name["user_id"]
    assert limit_words(field, rules) == words


def test_no_docstring_counts_one_of_several() -> None:
    texts = {name: rpc_doc(rpc) for name, rpc in all_rpcs().items()}
    assert [name for name, text in texts.items() if re.search(r"(least|most|exactly|than) 1 \w+s\b", text)] == []


@pytest.mark.parametrize(
    ("rpc", "path"),
    [
        ("v2.authorization.create_authorization", "organization_id"),
        ("v2.user.add_human_user", "organization.org_id"),
        ("v2.settings.get_login_settings", "ctx.org_id"),
        ("v2.internal_permission.create_administrator", "resource.organization_id"),
    ],
)
def test_the_docstring_says_who_fills_the_organization_field(rpc: str, path: str) -> None:
    service, _, name = rpc.rpartition(".")
    said = f"`{path}` names the organization. `with_org()` and `org_id=` do not fill it."
    assert said in rpc_doc(find_rpc(service, name))


def test_the_docstring_of_a_list_of_v2_says_that_with_org_does_not_filter_it() -> None:
    said = '`where={"organization_id": ...}` chooses the organization. `with_org()` and `org_id=` do not.'
    assert said in rpc_doc(find_rpc("v2.user", "list_users"))
    assert "with_org" not in rpc_doc(find_rpc("v2.webkey", "list_web_keys"))


def test_with_org_is_not_mentioned_where_it_holds() -> None:
    assert "with_org" not in rpc_doc(find_rpc("admin", "remove_org"))
    assert "with_org" not in rpc_doc(find_rpc("management", "list_users"))


def test_the_docstring_of_the_slow_list_of_v2_says_what_it_costs() -> None:
    said = "ZITADEL v4.13 takes 62 to 85 s for 48,000 authorizations, in chunks of 1,000. `management.list_user_grants`"
    assert said in rpc_doc(find_rpc("v2.authorization", "list_authorizations"))
