"""``zgrpc call``, through the installed entry point."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Org, Run


def test_the_answer_is_printed_as_json(run: Run, org: Org) -> None:
    done = run("call", "management.GetUserByID", f"id={org.users[0]}")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["user"]["human"]["email"]["email"] == "user0@other.org"
    assert done.stderr == ""


def test_compact_prints_one_line(run: Run) -> None:
    assert len(run("call", "auth.get_my_user", "--compact").stdout.splitlines()) == 1


def test_json_is_taken_from_the_command_line_a_file_and_stdin(run: Run, org: Org, tmp_path: Path) -> None:
    request = json.dumps({"id": org.users[1]})
    (tmp_path / "request.json").write_text(request)
    answers = [
        run("call", "management.GetUserByID", "--json", request),
        run("call", "management.GetUserByID", "--json", str(tmp_path / "request.json")),
        run("call", "management.GetUserByID", "--json", "-", input=request),
        run("call", "management.GetUserByID", input=request),
    ]
    assert {json.loads(answer.stdout)["user"]["id"] for answer in answers} == {org.users[1]}


def test_a_request_that_is_not_utf8_is_rejected(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "request.json"
    file.write_bytes(b'{"id": "\xed"}')
    answer = run("call", "management.GetUserByID", "--json", str(file))
    assert (answer.returncode, "request.json, line 1: not UTF-8" in answer.stderr) == (2, True)
    with file.open("rb") as stdin:
        answer = run("call", "management.GetUserByID", stdin=stdin)
    assert (answer.returncode, "the request on stdin is not UTF-8" in answer.stderr) == (2, True)


def test_a_write_takes_nested_and_repeated_fields(run: Run, org: Org) -> None:
    done = run(
        "call",
        "management.AddProjectGrant",
        f"project_id={org.projects[0]}",
        f"grantedOrgId={org.id}",
        "roleKeys=reader",
    )
    assert done.returncode in (0, 1), (
        done.stderr
    )  # granting to oneself is the server's to judge; the request was understood
    done = run(
        "call",
        "management.AddUserGrant",
        f"userId={org.users[2]}",
        f"projectId={org.projects[1]}",
        'roleKeys=["reader"]',
    )
    assert json.loads(done.stdout)["user_grant_id"]


def test_the_organization_can_be_chosen(run: Run, org: Org) -> None:
    done = run("call", "management.GetMyOrg", "--org-id", org.id, env={"ZITADEL_ORG_ID": ""})
    assert json.loads(done.stdout)["org"]["id"] == org.id


def test_a_page_of_a_list_is_marked_as_incomplete(run: Run) -> None:
    done = run("call", "management.ListUsers", "query.limit=2")
    assert len(json.loads(done.stdout)["result"]) == 2
    assert "zgrpc list management.ListUsers" in done.stderr


def test_rpcs_without_authentication_need_no_credentials(run: Run) -> None:
    assert run("call", "management.Healthz", env={"ZITADEL_TOKEN": ""}).returncode == 0


def test_a_value_of_bytes_is_stored_as_it_is_written(run: Run, org: Org) -> None:
    user = org.users[0]
    assert run("call", "management.SetUserMetadata", f"id={user}", "key=color", "value=blue").returncode == 0
    assert org.client.management.get_user_metadata(id=user, key="color").metadata.value == b"blue"
    assert run("call", "management.SetUserMetadata", f"id={user}", "key=raw", "value:base64=/w==").returncode == 0
    assert org.client.management.get_user_metadata(id=user, key="raw").metadata.value == b"\xff"


def test_a_duration_takes_units(run: Run) -> None:
    assert run("call", "auth.GetMyUser", "--timeout", "30s").returncode == 0
    done = run("call", "auth.GetMyUser", "--timeout", "soon")
    assert done.returncode == 2
    assert "takes a duration such as 30s, 500ms or 1h30m, not 'soon'" in done.stderr


@pytest.mark.parametrize(
    ("rpc", "fields", "path"),
    [
        ("v2.project.CreateProject", ["name=x"], "organization_id"),
        ("v2.settings.GetLoginSettings", [], "ctx.org_id"),
        ("v2.settings.GetLoginSettings", ["ctx.instance=true"], ""),
        ("v2.feature.GetOrganizationFeatures", ["organization_id=1"], ""),
        ("management.GetMyOrg", [], ""),
    ],
)
def test_an_organization_that_fills_no_field_of_a_v2_request_is_reported(
    run: Run, org: Org, rpc: str, fields: list[str], path: str
) -> None:
    done = run("call", rpc, *fields, "--org-id", org.id)
    assert (f"--org-id does not fill {path} of {rpc}: give {path}=ID" if path else "") in done.stderr
    assert ("--org-id" in done.stderr) == bool(path)
