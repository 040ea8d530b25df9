"""Export from one instance as JSON, and import into another."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from google.protobuf import json_format
from zitadel import admin_pb2

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def owner() -> Iterator[zgrpc.Client]:
    with Emulator() as emulator, emulator.client() as client:
        yield client


@pytest.fixture
def other() -> Iterator[zgrpc.Client]:
    with Emulator() as emulator, emulator.client() as client:
        yield client


def _fill(owner: zgrpc.Client) -> tuple[str, str]:
    """Two organizations, the second of which is granted a project of the first; returns their ids."""
    first, second = (owner.management.add_org(name=name).id for name in ("First", "Second"))
    own, granted = owner.with_org(first).management, owner.with_org(second).management
    ada = own.import_human_user(
        user_name="ada", profile={"first_name": "Ada", "last_name": "Adler", "preferred_language": "de"},
        email={"email": "ada@example.com", "is_email_verified": True}, password="Secret-Password-1",
        phone={"phone": "+41791234567", "is_phone_verified": True},
    ).user_id  # fmt: skip
    bot = granted.add_machine_user(user_name="bot", name="Bot", access_token_type="ACCESS_TOKEN_TYPE_JWT").user_id
    off = own.add_machine_user(user_name="off", name="Off").user_id
    own.deactivate_user(id=off)
    own.set_user_metadata(id=ada, key="team", value=b"\x00\xff")
    shop = own.add_project(name="Shop", project_role_check=True).id
    for key in ("admin", "clerk"):
        own.add_project_role(project_id=shop, role_key=key, display_name=key.title(), group="staff")
    own.add_oidc_app(project_id=shop, name="Web", redirect_uris=["https://shop.example/cb"])
    own.add_api_app(project_id=shop, name="API", auth_method_type="API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT")
    own.create_action(
        name="greet", script="function greet() {}", timeout=datetime.timedelta(seconds=3), allowed_to_fail=True
    )
    grant = own.add_project_grant(project_id=shop, granted_org_id=second, role_keys=["clerk"]).grant_id
    own.add_user_grant(user_id=ada, project_id=shop, role_keys=["admin", "clerk"])
    granted.add_user_grant(user_id=bot, project_id=shop, project_grant_id=grant, role_keys=["clerk"])
    own.add_org_member(user_id=ada, roles=["ORG_OWNER_VIEWER"])
    own.add_project_member(project_id=shop, user_id=ada, roles=["PROJECT_OWNER"])
    own.add_project_grant_member(project_id=shop, grant_id=grant, user_id=bot, roles=["PROJECT_GRANT_OWNER"])
    return first, second


def _as_json(owner: zgrpc.Client, *org_ids: str) -> list[Any]:
    answer = owner.admin.export_data(org_ids=org_ids, with_passwords=True, timeout="30s")
    return list(json_format.MessageToDict(answer)["orgs"])


def _import(owner: zgrpc.Client, orgs: list[Any]) -> admin_pb2.ImportDataResponse:
    data = json_format.ParseDict({"orgs": orgs}, admin_pb2.ImportDataOrg())
    return owner.admin.import_data(admin_pb2.ImportDataRequest(data_orgs=data, timeout="30s"))


def test_an_export_can_be_imported_into_another_instance(owner: zgrpc.Client, other: zgrpc.Client) -> None:
    orgs = _as_json(owner, *_fill(owner))
    answer = _import(other, orgs)
    assert not answer.errors
    assert _as_json(other, *(org["orgId"] for org in orgs)) == orgs


def test_the_answer_names_what_was_imported(owner: zgrpc.Client, other: zgrpc.Client) -> None:
    orgs = _as_json(owner, *_fill(owner))
    first, second = _import(other, orgs).success.orgs
    assert (first.org_id, second.org_id) == (orgs[0]["orgId"], orgs[1]["orgId"])
    assert len(first.human_user_ids) == len(first.machine_user_ids) == len(second.machine_user_ids) == 1
    (project,) = first.project_ids
    assert list(first.project_roles) == [f"{project}_admin", f"{project}_clerk"]
    assert [grant.org_id for grant in first.project_grants] == [second.org_id]
    assert [grant.project_id for grant in second.user_grants] == [project]
    assert len(first.org_members) == len(first.project_members) == len(first.project_grant_members) == 1


def test_an_imported_password_works_as_before(owner: zgrpc.Client, other: zgrpc.Client) -> None:
    orgs = _as_json(owner, *_fill(owner))
    hashed = orgs[0]["humanUsers"][0]["user"]["hashedPassword"]["value"]
    _import(other, orgs)
    assert _as_json(other, orgs[0]["orgId"])[0]["humanUsers"][0]["user"]["hashedPassword"]["value"] == hashed


def test_passwords_are_exported_only_if_requested(owner: zgrpc.Client) -> None:
    first, _ = _fill(owner)
    (org,) = owner.admin.export_data(org_ids=[first], timeout="30s").orgs
    assert not org.human_users[0].user.HasField("hashed_password")


def test_a_second_import_reports_what_is_there_already(owner: zgrpc.Client) -> None:
    orgs = _as_json(owner, *_fill(owner))
    answer = _import(owner, orgs)
    types = {error.type for error in answer.errors}
    assert {"org", "human_user", "machine_user", "project", "oidc_app", "project_role", "user_grant"} <= types
    assert all(error.id and error.message.startswith("ID=") for error in answer.errors)
    assert _as_json(owner, *(org["orgId"] for org in orgs)) == orgs


def test_a_row_that_cannot_be_imported_leaves_the_rest(owner: zgrpc.Client) -> None:
    users = [
        {"userId": "1", "user": {"userName": "twin", "name": "One"}},
        {"userId": "2", "user": {"userName": "twin", "name": "Two"}},
        {"userId": "3", "user": {"userName": "only", "name": "Three"}},
    ]
    org = {"orgId": "77", "org": {"name": "Import"}, "machineUsers": users, "labelPolicy": {"primaryColor": "#fff"}}
    answer = _import(owner, [org])
    assert [(error.type, error.id) for error in answer.errors] == [("label_policy", "77"), ("machine_user", "2")]
    assert list(answer.success.orgs[0].machine_user_ids) == ["1", "3"]
    assert {user.id for user in owner.with_org("77").management.list_users()} == {"1", "3"}


def test_only_the_asked_orgs_are_exported(owner: zgrpc.Client) -> None:
    first, second = _fill(owner)
    assert [org.org_id for org in owner.admin.export_data(org_ids=[second], timeout="1m").orgs] == [second]
    rest = owner.admin.export_data(excluded_org_ids=[second], timeout="1m").orgs
    assert first in {org.org_id for org in rest}
    assert second not in {org.org_id for org in rest}
    (alone,) = owner.admin.export_data(org_ids=[second], timeout="1m").orgs
    assert not alone.user_grants, "the project that it is for is not exported"


def test_an_invalid_timeout_is_rejected(owner: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.ZitadelError, match='time: invalid duration "soon"'):
        owner.admin.import_data(data_orgs={"orgs": []}, timeout="soon")
