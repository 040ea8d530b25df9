"""Identity providers: every kind, the older API, and the accounts that users are linked to."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from zitadel import management_pb2 as m

METADATA = b'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"/>'
URL = "https://idp.example/x"
SECRET = {"client_id": "id", "client_secret": "secret"}
ENDPOINTS = {"authorization_endpoint": URL, "token_endpoint": URL, "user_endpoint": URL}
JWT = {"issuer": URL, "jwt_endpoint": URL, "keys_endpoint": URL, "header_name": "x-jwt"}
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "GenericOAuth": ("oauth", {"name": "in", **SECRET, **ENDPOINTS, "id_attribute": "sub"}),
    "GenericOIDC": ("oidc", {"name": "in", **SECRET, "issuer": URL, "is_id_token_mapping": True}),
    "JWT": ("jwt", {"name": "in", **JWT}),
    "AzureAD": ("azure_ad", {"name": "in", **SECRET, "tenant": {"tenant_id": "t"}, "email_verified": True}),
    "GitHub": ("github", {"name": "in", **SECRET}),
    "GitHubEnterpriseServer": ("github_es", {"name": "in", **SECRET, **ENDPOINTS}),
    "GitLab": ("gitlab", {"name": "in", **SECRET, "scopes": ["openid", "email"]}),
    "GitLabSelfHosted": ("gitlab_self_hosted", {"name": "in", **SECRET, "issuer": URL}),
    "Google": ("google", {"name": "in", **SECRET}),
    "LDAP": (
        "ldap",
        {
            "name": "in", "servers": ["ldaps://a"], "base_dn": "dc=a", "bind_dn": "cn=b", "bind_password": "p",
            "user_base": "dn", "user_object_classes": ["user"], "user_filters": ["uid"], "timeout": {"seconds": 10},
            "attributes": {"id_attribute": "uid"}, "root_ca": b"\x00pem",
        },
    ),
    "Apple": (
        "apple", {"name": "in", "client_id": "id", "team_id": "0123456789", "key_id": "0123456789", "private_key": b"k"}
    ),
    "SAML": (
        "saml",
        {"name": "in", "metadata_xml": METADATA, "binding": 1, "with_signed_request": True, "signature_algorithm": 2},
    ),
}  # fmt: skip
HIDDEN = ("name", "client_secret", "bind_password", "private_key")


def add(wire: Any, kind: str, **other: Any) -> str:
    return str(wire.call(f"Add{kind}Provider", **{**KINDS[kind][1], **other}).id)


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_is_read_as_it_was_added(wire: Any, kind: str) -> None:
    field, values = KINDS[kind]
    options = {"is_linking_allowed": True, "is_auto_update": True, "auto_linking": 2}
    provider_id = add(wire, kind, provider_options=options)
    provider = wire.call("GetProviderByID", id=provider_id).idp
    assert (provider.id, provider.name, provider.state, provider.owner) == (provider_id, "in", 1, 2)
    assert provider.config.WhichOneof("config") == field
    config = getattr(provider.config, field)
    shown = {name: value for name, value in values.items() if name not in HIDDEN}
    assert config == type(config)(**shown)
    assert provider.config.options == type(provider.config.options)(**options)


@pytest.mark.parametrize("kind", KINDS)
def test_updating_a_provider_with_its_own_settings_changes_nothing(wire: Any, kind: str) -> None:
    provider_id = add(wire, kind)
    names = {field.name for field in getattr(m, f"Update{kind}ProviderRequest").DESCRIPTOR.fields}
    values = {name: value for name, value in KINDS[kind][1].items() if name in names and name not in HIDDEN}
    before = wire.call("GetProviderByID", id=provider_id).idp.details.sequence
    same = wire.call(f"Update{kind}Provider", id=provider_id, name="in", **values)
    assert same.details.sequence == before
    other = wire.call(f"Update{kind}Provider", id=provider_id, name="other", **values)
    assert other.details.sequence > before
    assert wire.call("GetProviderByID", id=provider_id).idp.name == "other"


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_provider_cannot_be_updated(shared_wire: Any, kind: str) -> None:
    values = {name: value for name, value in KINDS[kind][1].items() if name not in HIDDEN}
    assert shared_wire.code(f"Update{kind}Provider", id="0", name="in", **values) is grpc.StatusCode.NOT_FOUND


def test_a_blank_name_counts_as_missing(shared_wire: Any) -> None:
    code, text = shared_wire.refused("AddGenericOIDCProvider", **{**KINDS["GenericOIDC"][1], "name": " "})
    assert (code, text.endswith("(ORG-Sgtj5)")) == ("INVALID_ARGUMENT", True)


def test_a_known_provider_needs_no_name(wire: Any) -> None:
    provider_id = add(wire, "GitHub", name="")
    assert wire.call("GetProviderByID", id=provider_id).idp.name == "GitHub"


def test_providers_are_listed_by_name_and_owner(wire: Any) -> None:
    add(wire, "GitHub", name="hub")
    google = add(wire, "Google", name="goo")
    assert wire.call("ListProviders").details.total_result == 2
    found = wire.call("ListProviders", queries=[{"idp_name_query": {"name": "go", "method": 2}}]).result
    assert [provider.id for provider in found] == [google]
    assert not wire.call("ListProviders", queries=[{"owner_type_query": {"owner_type": 1}}]).result


def test_a_removed_provider_is_gone(wire: Any) -> None:
    provider_id = add(wire, "Google")
    wire.call("DeleteProvider", id=provider_id)
    assert wire.code("GetProviderByID", id=provider_id) is grpc.StatusCode.NOT_FOUND
    assert wire.code("DeleteProvider", id=provider_id) is grpc.StatusCode.NOT_FOUND


def test_another_organization_finds_no_provider(wire: Any) -> None:
    provider_id = add(wire, "Google")
    wire.org_id = wire.call("AddOrg", name="other").id
    assert wire.code("GetProviderByID", id=provider_id) is grpc.StatusCode.NOT_FOUND
    assert wire.code("DeleteProvider", id=provider_id) is grpc.StatusCode.NOT_FOUND


def test_a_generic_provider_becomes_one_of_google(wire: Any) -> None:
    provider_id = add(wire, "GenericOIDC")
    wire.call("MigrateGenericOIDCProvider", id=provider_id, google=SECRET)
    assert wire.call("GetProviderByID", id=provider_id).idp.config.HasField("google")
    assert wire.code("MigrateGenericOIDCProvider", id=provider_id, google=SECRET) is grpc.StatusCode.NOT_FOUND


def test_only_a_saml_provider_has_a_certificate(wire: Any) -> None:
    assert wire.call("RegenerateSAMLProviderCertificate", id=add(wire, "SAML")).details.sequence
    assert wire.code("RegenerateSAMLProviderCertificate", id=add(wire, "Google")) is grpc.StatusCode.NOT_FOUND


OIDC_IDP = {"name": "old", "client_id": "id", "client_secret": "secret", "issuer": URL, "scopes": ["openid"]}


def test_the_older_api_reads_what_it_made(wire: Any) -> None:
    idp_id = wire.call("AddOrgOIDCIDP", **OIDC_IDP, auto_register=True, username_mapping=1).idp_id
    idp = wire.call("GetOrgIDPByID", id=idp_id).idp
    assert (idp.name, idp.oidc_config.client_id, idp.oidc_config.username_mapping) == ("old", "id", 1)
    assert idp.auto_register
    assert wire.call("GetProviderByID", id=idp_id).idp.config.options.is_auto_creation


def test_the_older_api_shows_no_newer_provider(wire: Any) -> None:
    provider_id = add(wire, "GenericOIDC")
    assert not wire.call("ListOrgIDPs").result
    assert wire.code("GetOrgIDPByID", id=provider_id) is grpc.StatusCode.NOT_FOUND


def test_a_provider_of_the_older_api_is_changed_in_two_steps(wire: Any) -> None:
    idp_id = wire.call("AddOrgJWTIDP", name="old", **JWT).idp_id
    wire.call("UpdateOrgIDP", idp_id=idp_id, name="new")
    wire.call("UpdateOrgIDPJWTConfig", idp_id=idp_id, **{**JWT, "header_name": "x-other"})
    idp = wire.call("ListOrgIDPs", queries=[{"idp_id_query": {"id": idp_id}}]).result[0]
    assert (idp.name, idp.jwt_config.header_name) == ("new", "x-other")
    assert wire.code("UpdateOrgIDP", idp_id=idp_id, name="new") is grpc.StatusCode.FAILED_PRECONDITION
    assert wire.code("UpdateOrgIDPOIDCConfig", idp_id=idp_id, client_id="a", issuer=URL) is grpc.StatusCode.NOT_FOUND


def test_a_provider_of_the_older_api_has_a_state(wire: Any) -> None:
    idp_id = wire.call("AddOrgJWTIDP", name="old", **JWT).idp_id
    assert wire.code("ReactivateOrgIDP", idp_id=idp_id) is grpc.StatusCode.FAILED_PRECONDITION
    wire.call("DeactivateOrgIDP", idp_id=idp_id)
    assert wire.call("GetOrgIDPByID", id=idp_id).idp.state == 2
    wire.call("ReactivateOrgIDP", idp_id=idp_id)
    wire.call("RemoveOrgIDP", idp_id=idp_id)
    assert wire.code("RemoveOrgIDP", idp_id=idp_id) is grpc.StatusCode.NOT_FOUND


def imported(wire: Any, idp_id: str, name: str = "ann") -> str:
    return str(
        wire.call(
            "ImportHumanUser", user_name=name, profile={"first_name": "Ann", "last_name": "Doe"},
            email={"email": f"{name}@people.example"},
            idps=[{"config_id": idp_id, "external_user_id": "ext-1", "display_name": "ann at in"}],
        ).user_id
    )  # fmt: skip


def test_an_imported_user_is_linked(wire: Any) -> None:
    idp_id = add(wire, "GenericOIDC", provider_options={"is_creation_allowed": True})
    user_id = imported(wire, idp_id)
    link = wire.call("ListHumanLinkedIDPs", user_id=user_id).result[0]
    assert (link.idp_id, link.idp_name, link.provided_user_id, link.idp_type) == (idp_id, "in", "ext-1", 1)
    wire.call("RemoveHumanLinkedIDP", user_id=user_id, idp_id=idp_id, linked_user_id="ext-1")
    assert not wire.call("ListHumanLinkedIDPs", user_id=user_id).result


def test_an_account_is_linked_once(wire: Any) -> None:
    idp_id = add(wire, "GenericOIDC", provider_options={"is_creation_allowed": True})
    imported(wire, idp_id)
    with pytest.raises(grpc.RpcError) as refused:
        imported(wire, idp_id, "bob")
    assert refused.value.code() is grpc.StatusCode.ALREADY_EXISTS


def test_a_provider_may_allow_no_new_users(wire: Any) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        imported(wire, add(wire, "GenericOIDC"))
    assert "COMMAND-SJI3g" in str(refused.value.details())


def test_the_links_go_with_their_provider(wire: Any) -> None:
    idp_id = add(wire, "GenericOIDC", provider_options={"is_creation_allowed": True})
    user_id = imported(wire, idp_id)
    wire.call("DeleteProvider", id=idp_id)
    assert not wire.call("ListHumanLinkedIDPs", user_id=user_id).result


MISSING = "Identity Provider Configuration doesn't exist"


@pytest.mark.parametrize(
    ("rpc", "fields", "code", "text"),
    [
        ("AddGenericOIDCProvider", {"name": " "}, "INVALID_ARGUMENT", "Errors.Invalid.Argument (INST-Sgtj5)"),
        ("UpdateGenericOIDCProvider", {"id": "404"}, "NOT_FOUND", f"{MISSING} (INST-Dg331)"),
        ("DeleteProvider", {"id": "404"}, "NOT_FOUND", f"{MISSING} (INST-Se3tg)"),
    ],
)
def test_the_instance_refuses_providers_by_ids_and_keys_of_its_own(
    wire: Any, rpc: str, fields: dict[str, Any], code: str, text: str
) -> None:
    settings = {} if rpc == "DeleteProvider" else {"name": "in", "issuer": "https://in.example", "client_id": "c"}
    if rpc == "AddGenericOIDCProvider":
        settings["client_secret"] = "s"
    assert wire.rpc_refused(f"admin.{rpc}", **{**settings, **fields}) == (code, text)


def test_the_instance_refuses_providers_of_the_older_api_by_ids_and_keys_of_its_own(wire: Any) -> None:
    idp_id = wire.rpc("admin.AddJWTIDP", name="old", **JWT).idp_id
    wire.rpc("admin.DeactivateIDP", idp_id=idp_id)
    assert wire.rpc_refused("admin.DeactivateIDP", idp_id=idp_id) == (
        "FAILED_PRECONDITION", "Errors.IAM.IDPConfig.NotActive (INSTANCE-2n0fs)",
    )  # fmt: skip
    assert wire.rpc_refused("admin.RemoveIDP", idp_id="404") == ("NOT_FOUND", f"{MISSING} (INSTANCE-4M0xy)")
