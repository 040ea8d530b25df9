"""Applications over v2: each version shows what the other stored."""

from __future__ import annotations

from typing import Any

import pytest

import zgrpc


@pytest.fixture
def project_id(client: zgrpc.Client, request: pytest.FixtureRequest) -> str:
    return client.management.add_project(name=request.node.name).id


def test_an_update_changes_only_the_settings_that_are_given(client: zgrpc.Client, project_id: str) -> None:
    app_id = client.v2.application.create_application(
        project_id=project_id,
        name="Web",
        oidc_configuration={
            "redirect_uris": ["https://acme.example/cb"],
            "response_types": ["OIDC_RESPONSE_TYPE_ID_TOKEN"],
            "grant_types": ["OIDC_GRANT_TYPE_IMPLICIT"],
            "auth_method_type": "OIDC_AUTH_METHOD_TYPE_NONE",
        },
    ).application_id
    client.v2.application.update_application(
        project_id=project_id, application_id=app_id, oidc_configuration={"development_mode": True}
    )
    shown = client.v2.application.get_application(application_id=app_id).application.oidc_configuration
    assert shown.development_mode
    assert list(shown.redirect_uris) == ["https://acme.example/cb"]
    assert [int(kind) for kind in shown.response_types] == [2]
    of_v1 = client.management.get_app_by_id(project_id=project_id, app_id=app_id).app.oidc_config
    assert [int(kind) for kind in of_v1.response_types] == [1]  # ID_TOKEN, which v1 numbers from 0
    assert of_v1.dev_mode
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
