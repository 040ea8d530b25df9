"""``zgrpc methods``, ``describe`` and ``token``, through the installed entry point."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from zgrpc._contract.rpc import all_rpcs
from zgrpc.cli.token import read_claims

if TYPE_CHECKING:
    from tests.cli.conftest import Org, Run


def test_methods_shows_every_rpc(run: Run) -> None:
    lines = run("methods").stdout.splitlines()
    assert len(lines) == 1 + len(all_rpcs())


@pytest.mark.parametrize(
    "pattern", ["user_grants/_bulk", "BulkRemoveUserGrant", "bulk_remove_user_grant", "*.BulkRemoveUserG*"]
)
def test_methods_are_found_by_route_and_name(run: Run, pattern: str) -> None:
    assert "management.BulkRemoveUserGrant" in run("methods", pattern).stdout


def test_methods_prints_json(run: Run) -> None:
    found = [json.loads(line) for line in run("methods", "ListUserGrants", "--lists", "--json").stdout.splitlines()]
    assert ("management.ListUserGrants", "user.grant.read") in {(rpc["name"], rpc["permission"]) for rpc in found}


def test_no_match_is_a_failure(run: Run) -> None:
    assert run("methods", "no-such-thing").returncode == 1


def test_describe_shows_route_permission_filters_and_columns(run: Run) -> None:
    shown = run("describe", "management.ListUserGrants").stdout
    for part in (
        "POST /users/grants/_search",
        "user.grant.read",
        "client.management.list_user_grants",
        "role_key",
        "project_name",
    ):
        assert part in shown


def test_describe_shows_limits_and_values(run: Run) -> None:
    shown = run("describe", "management.AddHumanUser").stdout
    name = next(line for line in shown.splitlines() if line.startswith("user_name"))
    assert "200" in name
    assert "GENDER_FEMALE" in shown


def test_the_token_command_shows_the_owner_and_never_the_token(run: Run, org: Org) -> None:
    done = run("token")
    facts = json.loads(done.stdout)
    assert facts["credentials"] == "access token"
    assert facts["user"]["id"]
    assert org.environ["ZITADEL_TOKEN"] not in done.stdout + done.stderr


def test_token_is_shown_when_asked_for(run: Run, org: Org) -> None:
    assert run("token", "--show").stdout == org.environ["ZITADEL_TOKEN"] + "\n"


def test_claims_of_a_jwt_are_read_without_its_key() -> None:
    def part(data: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")

    assert read_claims(f"{part({'alg': 'RS256'})}.{part({'sub': '42'})}.c2ln") == {"sub": "42"}
    assert read_claims("an-opaque-token") is None
    assert read_claims("a.b.c") is None


def test_methods_shows_deprecated_rpcs_with_their_successors(run: Run) -> None:
    lines = run("methods", "--deprecated").stdout.splitlines()
    assert len(lines) == 1 + sum(rpc.deprecated for rpc in all_rpcs().values())
    assert "management.ListUsers v2.user.ListUsers" in [" ".join(line.split()) for line in lines]
    assert "admin.GetIDPByID none named" in [" ".join(line.split()) for line in lines]


def test_describe_names_the_successor_of_a_deprecated_rpc(run: Run) -> None:
    assert "Deprecated by ZITADEL: use v2.user.ListUsers." in run("describe", "management.ListUsers").stdout
    assert "Deprecated" not in run("describe", "v2.user.ListUsers").stdout


def test_describe_says_what_names_the_organization_in_version_2(run: Run) -> None:
    shown = run("describe", "v2.user.CreateUser").stdout
    assert "`organization_id` names the organization. `with_org()` and `org_id=` do not fill it." in shown
    assert "with_org" not in run("describe", "management.AddHumanUser").stdout


def test_describe_gives_the_time_of_a_slow_list_and_says_that_it_has_no_route(run: Run) -> None:
    shown = run("describe", "v2.authorization.ListAuthorizations").stdout
    assert "62 to 85 s for 48,000 authorizations" in shown
    assert "route       none: gRPC and Connect alone" in shown
