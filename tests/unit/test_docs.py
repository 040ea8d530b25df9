"""The docstring of an RPC."""

from __future__ import annotations

import re
from typing import Any

import pytest

from zgrpc._docs import field_limits, limit_words, rpc_doc
from zgrpc._generated.limits import LIMITS
from zgrpc._rpc import all_rpcs, find_rpc

WORDS = {
    "required": r"required",
    "min_len": r"(\d+ to|at least \d+)",
    "max_len": r"(to|at most) \d+",
    "len": r"exactly \d+",
    "max_bytes": r"at most \d+ bytes",
    "min_items": r"\d+ to \d+ items",
    "max_items": r"(to|at most) \d+ items",
    "items": r"each ",
    "prefix": r"starting with",
    "email": r"an e-mail address",
    "ignore_empty": r"or empty",
    "not_in": r"not [A-Z_]+_UNSPECIFIED|not \w+",
    "gte": r"\d+ to",
    "lte": r"to \d+",
}
UNSAID = {"defined_only"}  # an enum takes its values anyway


def test_it_says_the_route_the_permission_and_the_limits() -> None:
    assert rpc_doc(find_rpc("management", "add_project")) == (
        "zitadel.management.v1.ManagementService/AddProject: POST /projects, permission project.create.\n"
        "\n"
        "Args:\n"
        "    name: 1 to 200 characters."
    )


def test_it_says_who_may_call_without_a_permission() -> None:
    assert "any authenticated user" in rpc_doc(find_rpc("auth", "get_my_user"))
    assert "permission" not in rpc_doc(find_rpc("management", "healthz"))


def test_it_says_when_the_contract_deprecates_an_rpc() -> None:
    assert "\n\nDeprecated by ZITADEL." in rpc_doc(find_rpc("management", "list_users"))
    assert "Deprecated" not in rpc_doc(find_rpc("management", "add_project"))


def test_it_says_the_limits_of_nested_fields() -> None:
    doc = rpc_doc(find_rpc("management", "add_human_user"))
    assert "    profile: required.\n    profile.first_name: 1 to 200 characters.\n" in doc
    assert "    roles[].key: " in rpc_doc(find_rpc("management", "bulk_add_project_roles"))


def test_a_search_says_what_it_filters_by() -> None:
    assert "    where: filters by action_id, action_name, action_state." in rpc_doc(
        find_rpc("management", "list_actions")
    )


def test_a_list_says_that_it_is_complete() -> None:
    assert "The items, complete" in rpc_doc(find_rpc("management", "list_actions"))


@pytest.mark.parametrize("rpc", [pytest.param(rpc, id=name.rpartition(".")[2]) for name, rpc in all_rpcs().items()])
def test_no_limit_is_left_out(rpc: Any) -> None:
    request = rpc.descriptor.input_type
    rules: dict[str, Any] = LIMITS.get(request.full_name, {})
    said = dict(field_limits(request, LIMITS))
    for name, wanted in rules.items():
        field = request.fields_by_name.get(name)
        assert set(wanted) - UNSAID <= WORDS.keys()
        if set(wanted) - UNSAID:
            assert all(re.search(WORDS[rule], said[name]) for rule in wanted.keys() - UNSAID), (said[name], wanted)
        if field is not None:
            assert said.get(name, "") == limit_words(field, wanted)
    assert "  " not in "".join(said.values())
