"""Translations of the hosted login, and logins at identity providers that a browser would go on with."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import zgrpc

URLS: Any = {"success_url": "https://app.example/ok", "failure_url": "https://app.example/no"}


@pytest.fixture
def org_id(client: zgrpc.Client) -> str:
    return client.management.get_my_org().org.id


def texts(client: zgrpc.Client, **asked: Any) -> dict[str, Any]:
    return dict(client.v2.settings.get_hosted_login_translation(**asked).translations)


def test_organization_inherits_the_translations_it_does_not_set(client: zgrpc.Client, org_id: str) -> None:
    of_instance: Any = {"login": {"title": "Instance", "help": "Help"}}
    client.v2.settings.set_hosted_login_translation(instance=True, locale="it", translations=of_instance)
    of_org: Any = {"login": {"title": "Org"}}
    client.v2.settings.set_hosted_login_translation(organization_id=org_id, locale="it-CH", translations=of_org)
    found = texts(client, organization_id=org_id, locale="it")
    assert dict(found["login"]) == {"title": "Org", "help": "Help"}
    assert "common" in found  # the system's
    own = texts(client, organization_id=org_id, locale="it", ignore_inheritance=True)
    assert (dict(own["login"]), list(own)) == ({"title": "Org"}, ["login"])
    assert "login" not in texts(client, organization_id=org_id, locale="de")


def test_translations_replace_those_before(client: zgrpc.Client) -> None:
    both: list[Any] = [{"a": "1", "b": "2"}, {"a": "3"}]
    for translations in both:
        answer = client.v2.settings.set_hosted_login_translation(instance=True, locale="fr", translations=translations)
    found = client.v2.settings.get_hosted_login_translation(instance=True, locale="fr", ignore_inheritance=True)
    assert dict(found.translations) == {"a": "3"}
    assert found.etag == answer.etag
    assert len(found.etag) == 32


@pytest.mark.parametrize("locale", ["123", "xx-"])
def test_an_invalid_locale_is_rejected(client: zgrpc.Client, locale: str) -> None:
    with pytest.raises(zgrpc.InvalidArgumentError, match="QUERY-rZLAGi"):
        texts(client, instance=True, locale=locale)
    nothing: Any = {}
    with pytest.raises(zgrpc.InvalidArgumentError, match="COMMA-xmjATA"):
        client.v2.settings.set_hosted_login_translation(instance=True, locale=locale, translations=nothing)


def test_login_at_a_provider_starts_at_its_address(client: zgrpc.Client) -> None:
    idp_id = client.admin.add_generic_oauth_provider(
        name="OAuth", client_id="app", client_secret="secret", id_attribute="id", scopes=["openid"],
        authorization_endpoint="https://idp.example/authorize?tenant=1", token_endpoint="https://idp.example/token",
        user_endpoint="https://idp.example/user",
    ).id  # fmt: skip
    url = urlsplit(client.v2.user.start_identity_provider_intent(idp_id=idp_id, urls=URLS).auth_url)
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert (url.netloc, url.path) == ("idp.example", "/authorize")
    assert query.pop("redirect_uri").endswith("/idps/callback")
    assert query.pop("state").isdigit()
    assert query == {
        "tenant": "1", "client_id": "app", "prompt": "select_account", "response_type": "code", "scope": "openid",
    }  # fmt: skip


def test_login_at_google_starts_at_google(client: zgrpc.Client) -> None:
    idp_id = client.admin.add_google_provider(client_id="app", client_secret="secret").id
    url = client.v2.user.start_identity_provider_intent(idp_id=idp_id, urls=URLS).auth_url
    assert url.startswith("https://accounts.google.com/o/oauth2/v2/auth?client_id=app&")


@pytest.mark.parametrize(
    ("asked", "error_id"),
    [
        ({"idp_id": "404", "urls": URLS}, "COMMAND-as02jin"),
        ({"idp_id": "404", "ldap": {"username": "a", "password": "b"}}, "COMMAND-39n221fs"),
        ({"idp_id": "404"}, "USERv2-S2g21"),
    ],
)
def test_login_that_cannot_start_is_refused(client: zgrpc.Client, asked: dict[str, Any], error_id: str) -> None:
    with pytest.raises(zgrpc.ZitadelError, match=error_id):
        client.v2.user.start_identity_provider_intent(**asked)
