"""Applications over v2: each version shows what the other stored."""

from __future__ import annotations

from typing import Any

import pytest

import zgrpc


@pytest.fixture
def project_id(client: zgrpc.Client, request: pytest.FixtureRequest) -> str:
    return client.management.add_project(name=request.node.name).id


IMPLICIT: Any = {
    "redirect_uris": ["https://acme.example/cb"],
    "response_types": ["OIDC_RESPONSE_TYPE_ID_TOKEN"],
    "grant_types": ["OIDC_GRANT_TYPE_IMPLICIT"],
    "auth_method_type": "OIDC_AUTH_METHOD_TYPE_NONE",
    "clock_skew": {"seconds": 2},
    "login_version": {"login_v2": {"base_uri": "https://login.acme.example"}},
}


def metadata(entity_id: str) -> bytes:
    """The least that are metadata of SAML."""
    return f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity_id}"/>'.encode()


def create(client: zgrpc.Client, project_id: str, **fields: Any) -> str:
    """The id of a new application, named by its project's test unless `fields` say otherwise."""
    return client.v2.application.create_application(
        **{"project_id": project_id, "name": "App", **fields}
    ).application_id


def test_an_update_keeps_the_uris_and_methods_that_are_not_given(client: zgrpc.Client, project_id: str) -> None:
    app_id = create(client, project_id, oidc_configuration=IMPLICIT)
    client.v2.application.update_application(
        project_id=project_id, application_id=app_id, oidc_configuration={"development_mode": True}
    )
    shown = client.v2.application.get_application(application_id=app_id).application.oidc_configuration
    assert shown.development_mode
    assert list(shown.redirect_uris) == ["https://acme.example/cb"]
    assert shown.auth_method_type == 2


def test_an_update_resets_types_skew_and_login_that_are_not_given(client: zgrpc.Client, project_id: str) -> None:
    app_id = create(client, project_id, oidc_configuration=IMPLICIT)
    client.v2.application.update_application(
        project_id=project_id, application_id=app_id, oidc_configuration={"development_mode": True}
    )
    shown = client.v2.application.get_application(application_id=app_id).application.oidc_configuration
    assert [int(kind) for kind in shown.response_types] == [1]  # CODE
    assert [int(kind) for kind in shown.grant_types] == [0]  # AUTHORIZATION_CODE
    assert shown.HasField("clock_skew")
    assert shown.clock_skew.seconds == 0
    assert not shown.HasField("login_version")


def test_each_version_shows_the_settings_that_the_other_stored(client: zgrpc.Client, project_id: str) -> None:
    app_id = create(client, project_id, oidc_configuration=IMPLICIT)
    shown = client.v2.application.get_application(application_id=app_id).application.oidc_configuration
    of_v1 = client.management.get_app_by_id(project_id=project_id, app_id=app_id).app.oidc_config
    assert [int(kind) for kind in of_v1.response_types] == [1]  # ID_TOKEN, which v1 numbers from 0
    assert of_v1.clock_skew == shown.clock_skew
    assert of_v1.client_id == shown.client_id


def test_an_application_of_v1_is_listed_by_v2(client: zgrpc.Client, project_id: str) -> None:
    app = client.management.add_api_app(project_id=project_id, name="Backend")
    listed = client.v2.application.list_applications(where={"project_id": project_id})
    assert [(each.name, each.api_configuration.client_id) for each in listed] == [("Backend", app.client_id)]


def test_an_id_that_is_taken_is_refused(client: zgrpc.Client, project_id: str) -> None:
    fields: Any = {"project_id": project_id, "application_id": "chosen", "api_configuration": {}}
    client.v2.application.create_application(name="One", **fields)
    with pytest.raises(zgrpc.AlreadyExistsError):
        client.v2.application.create_application(name="Two", **fields)


def test_a_saml_applications_id_cannot_be_chosen(client: zgrpc.Client, project_id: str) -> None:
    saml = {"metadata_xml": metadata("https://acme.example")}
    assert create(client, project_id, application_id="chosen", saml_configuration=saml) != "chosen"


def test_only_oidc_and_api_applications_have_secrets(client: zgrpc.Client, project_id: str) -> None:
    saml_id = create(client, project_id, saml_configuration={"metadata_xml": metadata("https://beta.example")})
    for app_id in (saml_id, "404"):
        with pytest.raises(zgrpc.NotFoundError, match="COMMAND-Kd92s"):
            client.v2.application.generate_client_secret(project_id=project_id, application_id=app_id)


def test_a_blank_new_name_is_no_new_name(client: zgrpc.Client, project_id: str) -> None:
    app_id = create(client, project_id, api_configuration={})
    client.v2.application.update_application(project_id=project_id, application_id=app_id, name=" ")
    assert client.v2.application.get_application(application_id=app_id).application.name == "App"


def test_problems_of_compliance_come_without_their_translation(client: zgrpc.Client, project_id: str) -> None:
    app_id = create(client, project_id, oidc_configuration={})
    shown = client.v2.application.get_application(application_id=app_id).application.oidc_configuration
    assert {(bool(each.key), each.localized_message) for each in shown.compliance_problems} == {(True, "")}


def test_a_key_needs_an_expiration_date(client: zgrpc.Client, project_id: str) -> None:
    signer = {"auth_method_type": "API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT"}
    app_id = create(client, project_id, api_configuration=signer)
    with pytest.raises(zgrpc.InvalidArgumentError, match="DOMAIN-dv3t5"):
        client.v2.application.create_application_key(project_id=project_id, application_id=app_id)


def test_settings_that_stay_the_same_are_refused_to_those_who_may_not_change_them(wire: Any) -> None:
    project_id, (_, token) = wire.project("settled"), wire.member("reader", "ORG_OWNER_VIEWER")
    app_id = wire.call("AddAPIApp", project_id=project_id, name="Backend").app_id
    same: Any = {"project_id": project_id, "application_id": app_id, "api_configuration": {}}
    assert wire.rpc_refused("v2.application.UpdateApplication", token=token, **same)[0] == "PERMISSION_DENIED"


def test_a_saml_application_shows_the_login_that_it_chooses(client: zgrpc.Client, project_id: str) -> None:
    saml: Any = {"metadata_xml": metadata("https://gamma.example")}
    app_id = create(client, project_id, saml_configuration={**saml, "login_version": {"login_v1": {}}})
    shown = client.v2.application.get_application(application_id=app_id).application.saml_configuration
    assert shown.login_version.WhichOneof("version") == "login_v1"
    client.v2.application.update_application(project_id=project_id, application_id=app_id, saml_configuration=saml)
    shown = client.v2.application.get_application(application_id=app_id).application.saml_configuration
    assert not shown.HasField("login_version")


def test_a_saml_application_needs_metadata(client: zgrpc.Client, project_id: str) -> None:
    with pytest.raises(zgrpc.InvalidArgumentError, match="PROJECT-1n9df"):
        create(client, project_id, saml_configuration={"metadata_url": ""})
    with pytest.raises(zgrpc.InvalidArgumentError, match="SAML-bquso"):
        create(client, project_id, saml_configuration={"metadata_xml": b""})
    with pytest.raises(zgrpc.InvalidArgumentError, match="COMMAND-5n9fs"):
        client.v2.application.update_application(project_id=project_id, application_id="404", saml_configuration={})
