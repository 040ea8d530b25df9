"""Applications of projects."""

from __future__ import annotations

from typing import Any

import pytest

CODE, ID_TOKEN = 0, 1
IMPLICIT = 1
WEB, NATIVE = 0, 2
BASIC, POST, NONE, KEY = 0, 1, 2, 3
URI = "https://shop.example/callback"


@pytest.fixture
def project_id(wire: Any) -> str:
    return str(wire.project("shop"))


def app(wire: Any, project_id: str, **fields: Any) -> dict[str, str]:
    values = {"name": "web", "redirect_uris": [URI], **fields}
    return {"project_id": project_id, "app_id": wire.call("AddOIDCApp", project_id=project_id, **values).app_id}


def config(wire: Any, ids: dict[str, str]) -> Any:
    return wire.call("GetAppByID", **ids).app.oidc_config


@pytest.mark.parametrize(("method", "has"), [(BASIC, True), (POST, True), (NONE, False), (KEY, False)])
def test_applications_with_a_password_get_one(method: int, has: bool, wire: Any, project_id: str) -> None:
    added = wire.call("AddOIDCApp", project_id=project_id, name="web", auth_method_type=method)
    assert bool(added.client_secret) is has


def test_an_applications_name_is_taken_in_upper_and_lower_case(wire: Any, project_id: str) -> None:
    app(wire, project_id, name="Web")
    answer = wire.refused("AddAPIApp", project_id=project_id, name="wEB")
    assert answer == ("ALREADY_EXISTS", "Application already exists (V3-DKcYh)")


def test_updating_sets_every_setting(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id, dev_mode=True, post_logout_redirect_uris=["https://shop.example/bye"])
    wire.call("UpdateOIDCAppConfig", redirect_uris=[URI], clock_skew={"seconds": 3}, **ids)
    now = config(wire, ids)
    assert (now.dev_mode, list(now.post_logout_redirect_uris), now.clock_skew.seconds) == (False, [], 3)


def test_updating_keeps_the_client_id(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    before = config(wire, ids).client_id
    wire.call("UpdateOIDCAppConfig", redirect_uris=[URI], dev_mode=True, **ids)
    assert config(wire, ids).client_id == before


def test_the_same_settings_are_refused(wire: Any, project_id: str) -> None:
    answer = wire.refused("UpdateOIDCAppConfig", redirect_uris=[f" {URI} "], **app(wire, project_id))
    assert answer == ("FAILED_PRECONDITION", "No changes (COMMAND-1m88i)")


def test_settings_that_contradict_each_other_are_refused(wire: Any, project_id: str) -> None:
    answer = wire.refused("UpdateOIDCAppConfig", response_types=[ID_TOKEN], **app(wire, project_id))
    assert answer == ("INVALID_ARGUMENT", "OIDC configuration is invalid (COMMAND-5m9fs)")


def test_settings_of_an_api_application_are_not_those_of_an_oidc_one(wire: Any, project_id: str) -> None:
    app_id = wire.call("AddAPIApp", project_id=project_id, name="api").app_id
    answer = wire.refused("UpdateOIDCAppConfig", project_id=project_id, app_id=app_id, redirect_uris=[URI])
    assert answer == ("INVALID_ARGUMENT", "Application is not type OIDC (COMMAND-GBr34)")


def test_settings_of_no_application_are_not_set(wire: Any, project_id: str) -> None:
    answer = wire.refused("UpdateOIDCAppConfig", project_id=project_id, app_id="0", redirect_uris=[URI])
    assert answer == ("NOT_FOUND", "Application doesn't exist (COMMAND-2n8uU)")


def test_departures_from_the_standard_are_listed(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    wire.call("UpdateOIDCAppConfig", redirect_uris=["shop://callback"], app_type=WEB, auth_method_type=NONE, **ids)
    assert config(wire, ids).none_compliant


def test_a_secret_is_shown_once(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    shown = wire.call("RegenerateOIDCClientSecret", **ids).client_secret
    assert shown.encode() not in wire.call("GetAppByID", **ids).SerializeToString()


def test_applications_of_other_organizations_are_hidden(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert wire.refused("GetAppByID", **ids)[0] == "NOT_FOUND"


def test_an_applications_keys_go_with_it(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id, auth_method_type=KEY)
    wire.call("AddAppKey", type=1, **ids)
    wire.call("RemoveApp", **ids)
    assert not wire.call("ListAppKeys", **ids).result


def test_an_application_that_needs_no_key_gets_none(wire: Any, project_id: str) -> None:
    answer = wire.refused("AddAppKey", type=1, **app(wire, project_id))
    assert answer[1].startswith("Chosen Auth Method does not require a key")


def test_a_viewer_sees_applications(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    assert wire.call("GetAppByID", token=token, **ids).app.name == "web"


def test_a_viewer_changes_no_application(wire: Any, project_id: str) -> None:
    ids = app(wire, project_id)
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    assert wire.refused("UpdateOIDCAppConfig", token=token, redirect_uris=[URI], **ids)[0] == "PERMISSION_DENIED"


def metadata(entity: str) -> bytes:
    return f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}"/>'.encode()


def test_a_saml_application_has_its_metadata(wire: Any) -> None:
    project = wire.call("AddProject", name="shop").id
    app_id = wire.call("AddSAMLApp", project_id=project, name="sp", metadata_xml=metadata("https://sp")).app_id
    assert wire.call("GetAppByID", project_id=project, app_id=app_id).app.saml_config.metadata_xml
    ids = {"project_id": project, "app_id": app_id}
    assert wire.refused("UpdateSAMLAppConfig", **ids, metadata_xml=metadata("https://sp"))[1].endswith(
        "(COMMAND-1m88i)"
    )
    wire.call("UpdateSAMLAppConfig", **ids, metadata_xml=metadata("https://other"))


@pytest.mark.parametrize(
    ("fields", "error_id"),
    [
        ({"metadata_xml": b"no metadata"}, "SAML-bquso"),
        ({"metadata_xml": b"<a/>"}, "SAML-bquso"),
        ({"metadata_xml": b'<!DOCTYPE a [<!ENTITY b "c">]><EntityDescriptor entityID="&b;"/>'}, "SAML-bquso"),
        ({"metadata_url": "https://sp.example/metadata"}, "SAML-wmqlo1"),
    ],
)
def test_a_saml_application_takes_metadata_alone(wire: Any, fields: dict[str, Any], error_id: str) -> None:
    project = wire.call("AddProject", name="shop").id
    assert wire.refused("AddSAMLApp", project_id=project, name="sp", **fields)[1].endswith(f"({error_id})")


def test_a_saml_entity_is_taken_once(wire: Any) -> None:
    project = wire.call("AddProject", name="shop").id
    wire.call("AddSAMLApp", project_id=project, name="sp", metadata_xml=metadata("https://sp"))
    answer = wire.refused("AddSAMLApp", project_id=project, name="other", metadata_xml=metadata("https://sp"))
    assert answer[0] == "ALREADY_EXISTS"


def test_an_api_application_has_no_saml_settings(wire: Any) -> None:
    project = wire.call("AddProject", name="shop").id
    app_id = wire.call("AddAPIApp", project_id=project, name="api").app_id
    answer = wire.refused("UpdateSAMLAppConfig", project_id=project, app_id=app_id, metadata_xml=metadata("https://sp"))
    assert answer[1].endswith("(COMMAND-GBr35)")
