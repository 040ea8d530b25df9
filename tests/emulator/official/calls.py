"""Calls of ZITADEL's Python client (`zitadel-client`) to the emulator. Its own interpreter runs this: see the test.

Argument: a JSON file with the origin, the owner's token, the file of a service account's key, a client id and secret.
"""

from __future__ import annotations

import base64
import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zitadel_client import models
from zitadel_client.exceptions import ApiError
from zitadel_client.zitadel import Zitadel

if TYPE_CHECKING:
    from collections.abc import Iterator

TOLD = json.loads(Path(sys.argv[1]).read_text())
ORIGIN = TOLD["origin"]


def call(api: Any, name: str, /, **fields: Any) -> Any:
    """Call a method of the client with its own request, made of JSON's names."""
    service = type(api).__name__.removesuffix("Api")
    words = [word if word.isupper() else word.capitalize() for word in name.split("_")]
    spelled = "".join(words).replace("Id", "ID") if name.endswith("_by_id") else "".join(words)
    request = getattr(models, f"{service}{spelled}Request")
    return getattr(api, name)(request.from_dict(fields))


@contextlib.contextmanager
def refused(status: int, code: str) -> Iterator[None]:
    """Demand that a call fails as the Connect protocol says."""
    try:
        yield
    except ApiError as error:
        body: Any = error.response_body
        assert (error.code, body["code"]) == (status, code), (error.code, body)
    else:
        raise AssertionError(f"was not refused with {status}")


def users(zitadel: Zitadel, org_id: str) -> str:
    """Call the user service; returns the id of a person with the password ``Passw0rd!``."""
    person = {
        "profile": {"givenName": "Ada", "familyName": "Lovelace"},
        "email": {"email": "ada@people.example", "isVerified": True},
    }  # its model of a person takes the password of an update alone
    user_id = call(zitadel.users, "create_user", organizationId=org_id, username="ada", human=person).id
    call(zitadel.users, "set_password", userId=user_id, newPassword={"password": "Passw0rd!"})
    got = call(zitadel.users, "get_user_by_id", userId=user_id).user
    assert (got.username, got.human.profile.given_name, got.state.value) == ("ada", "Ada", "USER_STATE_ACTIVE")
    assert got.details.creation_date.year >= 2025, got.details
    call(zitadel.users, "update_user", userId=user_id, human={"profile": {"givenName": "Augusta"}})
    listed = call(
        zitadel.users,
        "list_users",
        query={"limit": 10, "asc": True},
        sortingColumn="USER_FIELD_NAME_USER_NAME",
        queries=[{"organizationIdQuery": {"organizationId": org_id}}, {"typeQuery": {"type": "TYPE_HUMAN"}}],
    )
    assert [user.human.profile.given_name for user in listed.result] == ["Augusta"], listed
    assert int(listed.details.total_result) == 1
    value = base64.b64encode(b"blue").decode()
    call(zitadel.users, "set_user_metadata", userId=user_id, metadata=[{"key": "team", "value": value}])
    kept = call(zitadel.users, "list_user_metadata", userId=user_id)
    assert [(entry.key, entry.value) for entry in kept.metadata] == [("team", value)], kept
    call(zitadel.users, "lock_user", userId=user_id)
    call(zitadel.users, "unlock_user", userId=user_id)
    machine = call(zitadel.users, "create_user", organizationId=org_id, username="bot", machine={"name": "Bot"}).id
    added = call(zitadel.users, "add_personal_access_token", userId=machine, expirationDate="2099-01-01T00:00:00Z")
    assert added.token
    call(zitadel.users, "delete_user", userId=machine)
    with refused(404, "not_found"):
        call(zitadel.users, "get_user_by_id", userId=machine)
    with refused(409, "already_exists"):
        call(zitadel.users, "create_user", organizationId=org_id, username="ada", human=person)
    with refused(400, "invalid_argument"):
        call(zitadel.users, "create_user", organizationId=org_id, username="nobody")
    return str(user_id)


def sessions(zitadel: Zitadel, user_id: str) -> None:
    checks = {"user": {"userId": user_id}, "password": {"password": "Passw0rd!"}}
    made = call(
        zitadel.sessions, "create_session", checks=checks, metadata={"from": base64.b64encode(b"test").decode()}
    )
    got = call(zitadel.sessions, "get_session", sessionId=made.session_id).session
    assert (got.id, got.factors.user.id) == (made.session_id, user_id)
    assert got.factors.password.verified_at
    listed = call(zitadel.sessions, "list_sessions", queries=[{"idsQuery": {"ids": [made.session_id]}}])
    assert [session.id for session in listed.sessions] == [made.session_id]
    changed = call(zitadel.sessions, "set_session", sessionId=made.session_id, lifetime="60s")
    assert changed.session_token
    call(zitadel.sessions, "delete_session", sessionId=made.session_id)
    with refused(404, "not_found"):
        call(zitadel.sessions, "get_session", sessionId=made.session_id)
    with refused(400, "invalid_argument"):
        call(zitadel.sessions, "create_session", checks={**checks, "password": {"password": "wrong"}})


def organizations(zitadel: Zitadel) -> str:
    """Call the organization service; returns the id of an organization."""
    org_id = call(zitadel.organizations, "add_organization", name="Acme").organization_id
    listed = call(zitadel.organizations, "list_organizations", queries=[{"nameQuery": {"name": "Acme"}}])
    assert [(org.id, org.state.value) for org in listed.result] == [(org_id, "ORGANIZATION_STATE_ACTIVE")]
    call(zitadel.organizations, "update_organization", organizationId=org_id, name="Acme Ltd")
    call(zitadel.organizations, "add_organization_domain", organizationId=org_id, domain="acme.example")
    domains = call(zitadel.organizations, "list_organization_domains", organizationId=org_id)
    assert "acme.example" in {domain.domain for domain in domains.domains}
    call(zitadel.organizations, "deactivate_organization", organizationId=org_id)
    call(zitadel.organizations, "activate_organization", organizationId=org_id)
    return str(org_id)


def projects(zitadel: Zitadel, org_id: str, user_id: str) -> None:
    project_id = call(zitadel.projects, "create_project", organizationId=org_id, name="Shop").project_id
    call(zitadel.projects, "add_project_role", projectId=project_id, roleKey="admin", displayName="Admin")
    roles = call(zitadel.projects, "list_project_roles", projectId=project_id)
    assert [role.key for role in roles.project_roles] == ["admin"]
    assert call(zitadel.projects, "get_project", projectId=project_id).project.name == "Shop"
    granted = call(
        zitadel.authorizations,
        "create_authorization",
        userId=user_id,
        projectId=project_id,
        organizationId=org_id,
        roleKeys=["admin"],
    )
    listed = call(zitadel.authorizations, "list_authorizations", filters=[{"inUserIds": {"ids": [user_id]}}])
    assert [found.id for found in listed.authorizations] == [granted.id]
    app = call(
        zitadel.applications,
        "create_application",
        projectId=project_id,
        name="web",
        oidcConfiguration={
            "redirectUris": ["https://shop.example/callback"],
            "responseTypes": ["OIDC_RESPONSE_TYPE_CODE"],
            "grantTypes": ["OIDC_GRANT_TYPE_AUTHORIZATION_CODE"],
            "applicationType": "OIDC_APP_TYPE_WEB",
            "authMethodType": "OIDC_AUTH_METHOD_TYPE_BASIC",
        },
    )
    assert app.oidc_configuration.client_secret
    call(zitadel.projects, "deactivate_project", projectId=project_id)
    call(zitadel.projects, "delete_project", projectId=project_id)
    assert not call(
        zitadel.authorizations, "list_authorizations", filters=[{"inUserIds": {"ids": [user_id]}}]
    ).authorizations


def settings(zitadel: Zitadel) -> None:
    login = call(zitadel.settings, "get_login_settings", ctx={"instance": True}).settings
    assert login.allow_username_password is True
    complexity = call(zitadel.settings, "get_password_complexity_settings", ctx={"instance": True}).settings
    assert int(complexity.min_length) == 8
    general = zitadel.settings.get_general_settings({})
    assert "en" in general.supported_languages
    assert zitadel.features.get_system_features({}) is not None
    assert call(zitadel.features, "get_instance_features", inheritance=True) is not None
    key = call(zitadel.webkeys, "create_web_key", rsa={"bits": "RSA_BITS_2048", "hasher": "RSA_HASHER_SHA256"})
    assert key.id in {found.id for found in zitadel.webkeys.list_web_keys({}).web_keys}


def main() -> None:
    zitadel = Zitadel.with_access_token(ORIGIN, TOLD["token"])
    org_id = organizations(zitadel)
    user_id = users(zitadel, org_id)
    sessions(zitadel, user_id)
    projects(zitadel, org_id, user_id)
    settings(zitadel)
    for service in (
        Zitadel.with_private_key(ORIGIN, TOLD["key"]),
        Zitadel.with_client_credentials(ORIGIN, TOLD["client_id"], TOLD["client_secret"]),
    ):
        assert call(service.users, "get_user_by_id", userId=user_id).user.username == "ada"
    with refused(401, "unauthenticated"):
        call(Zitadel.with_access_token(ORIGIN, "wrong").users, "get_user_by_id", userId=user_id)


main()
print("ok")
