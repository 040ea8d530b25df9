"""The settings of the instance for all organizations, by Admin, and the effective settings by v2."""

from __future__ import annotations

from typing import Any

import grpc
import pytest

KINDS: dict[str, dict[str, Any]] = {
    "Login": {"force_mfa": True, "allow_register": True},
    "Label": {"primary_color": "#112233", "theme_mode": 3},
    "Lockout": {"max_password_attempts": 5},
    "Privacy": {"tos_link": "https://shop.example/tos"},
    "Notification": {"password_change": False},
    "PasswordAge": {"max_age_days": 90},
    "PasswordComplexity": {"min_length": 12},
    "Domain": {"user_login_must_be_domain": True},
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_instance_policy_holds_for_organizations_without_their_own(wire: Any, kind: str) -> None:
    wire.rpc(f"admin.Update{kind}Policy", **KINDS[kind])
    if kind == "Label":
        wire.rpc("admin.ActivateLabelPolicy")
    policy = wire.call(f"Get{kind}Policy").policy
    assert policy.is_default
    assert {name: getattr(policy, name) for name in KINDS[kind]} == KINDS[kind]
    assert wire.rpc(f"admin.Get{kind}Policy").policy == policy


@pytest.mark.parametrize("kind", KINDS)
def test_setting_the_same_instance_settings_changes_nothing(wire: Any, kind: str) -> None:
    wire.rpc(f"admin.Update{kind}Policy", **KINDS[kind])
    code, text = wire.rpc_refused(f"admin.Update{kind}Policy", **KINDS[kind])
    assert (code, "(INSTANCE-" in text) == ("FAILED_PRECONDITION", True)


def test_an_owner_of_an_organization_sets_nothing_of_the_instance(wire: Any) -> None:
    _, token = wire.member("org-owner", "ORG_OWNER")
    assert wire.rpc_refused("admin.UpdateLockoutPolicy", token=token, max_password_attempts=5)[0] == "PERMISSION_DENIED"
    assert wire.call("GetLockoutPolicy", token=token).is_default


def test_a_domain_policy_of_an_organization_is_set_by_the_instance(wire: Any) -> None:
    org_id = wire.call("GetMyOrg").org.id
    assert wire.rpc("admin.GetCustomDomainPolicy", org_id=org_id).is_default
    wire.rpc("admin.AddCustomDomainPolicy", org_id=org_id, validate_org_domains=True)
    assert wire.call("GetDomainPolicy").policy.validate_org_domains
    wire.rpc("admin.ResetCustomDomainPolicyToDefault", org_id=org_id)
    assert wire.call("GetDomainPolicy").policy.is_default
    assert wire.rpc_refused("admin.AddCustomDomainPolicy", org_id="0")[0] == "NOT_FOUND"


def test_factors_of_the_instance_are_added_and_removed(wire: Any) -> None:
    wire.rpc("admin.AddSecondFactorToLoginPolicy", type=3)
    assert list(wire.call("ListLoginPolicySecondFactors").result) == [1, 2, 3]
    assert wire.rpc_refused("admin.AddSecondFactorToLoginPolicy", type=3)[1].endswith("(INSTANCE-2B0ps)")
    wire.rpc("admin.RemoveSecondFactorFromLoginPolicy", type=3)


def test_texts_of_the_instance_are_the_defaults_of_organizations(wire: Any) -> None:
    own = wire.rpc("admin.GetDefaultInitMessageText", language="en").custom_text
    wire.rpc("admin.SetDefaultInitMessageText", language="en", title="Welcome")
    assert wire.call("GetDefaultInitMessageText", language="en").custom_text.title == "Welcome"
    assert wire.call("GetDefaultInitMessageText", language="en").custom_text.text == own.text
    assert wire.rpc("admin.GetDefaultInitMessageText", language="en").custom_text == own
    assert not wire.rpc("admin.GetCustomInitMessageText", language="en").custom_text.is_default
    wire.rpc("admin.ResetCustomInitMessageTextToDefault", language="en")
    again = wire.rpc_refused("admin.ResetCustomInitMessageTextToDefault", language="en")
    assert again[1].endswith("(INSTANCE-fju90)")


def test_a_provider_of_the_instance_is_for_every_organization(wire: Any) -> None:
    idp = wire.rpc("admin.AddGoogleProvider", client_id="id", client_secret="secret").id
    listed = wire.call("ListProviders").result
    assert [(provider.id, provider.owner) for provider in listed] == [(idp, 1)]
    assert wire.code("DeleteProvider", id=idp) is grpc.StatusCode.NOT_FOUND
    wire.call("AddCustomLoginPolicy")
    wire.call("AddIDPToLoginPolicy", idp_id=idp, ownerType=1)
    wire.rpc("admin.AddIDPToLoginPolicy", idp_id=idp)
    wire.rpc("admin.DeleteProvider", id=idp)
    assert not wire.call("ListLoginPolicyIDPs").result


def test_the_older_api_of_the_instance_has_its_providers(wire: Any) -> None:
    fields = {"client_id": "id", "client_secret": "secret", "issuer": "https://idp.example", "scopes": ["openid"]}
    idp = wire.rpc("admin.AddOIDCIDP", name="old", **fields).idp_id
    wire.rpc("admin.DeactivateIDP", idp_id=idp)
    assert wire.rpc("admin.GetIDPByID", id=idp).idp.state == 2
    assert wire.call("GetOrgIDPByID", id=idp).idp.owner == 1
    wire.rpc("admin.RemoveIDP", idp_id=idp)
    assert not wire.rpc("admin.ListIDPs").result


# -- languages -------------------------------------------------------------------------------------
def test_the_default_language_is_one_that_is_allowed(wire: Any) -> None:
    wire.rpc("admin.SetRestrictions", allowed_languages={"list": ["en", "de"]})
    assert list(wire.rpc("admin.GetAllowedLanguages").languages) == ["en", "de"]
    assert wire.rpc_refused("admin.SetDefaultLanguage", language="fr")[0] == "FAILED_PRECONDITION"
    wire.rpc("admin.SetDefaultLanguage", language="de")
    assert wire.rpc("v2.settings.GetGeneralSettings").default_language == "de"
    assert wire.rpc_refused("admin.SetRestrictions", allowed_languages={"list": ["en"]})[0] == "FAILED_PRECONDITION"


def test_a_restriction_that_is_left_out_stays(wire: Any) -> None:
    wire.rpc("admin.SetRestrictions", allowed_languages={"list": ["en"]})
    wire.rpc("admin.SetRestrictions", disallow_public_org_registration=True)
    found = wire.rpc("admin.GetRestrictions")
    assert (list(found.allowed_languages), found.disallow_public_org_registration) == (["en"], True)


# -- v2 --------------------------------------------------------------------------------------------
SETTINGS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "Login": ("Login", {"force_mfa": True}, {"force_mfa": True}),
    "Lockout": ("Lockout", {"max_otp_attempts": 3}, {"max_otp_attempts": 3}),
    "LegalAndSupport": ("Privacy", {"privacy_link": "https://a"}, {"privacy_policy_link": "https://a"}),
    "PasswordExpiry": ("PasswordAge", {"expire_warn_days": 9}, {"expire_warn_days": 9}),
    "PasswordComplexity": (
        "PasswordComplexity", {"min_length": 9, "has_symbol": True}, {"min_length": 9, "requires_symbol": True}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_v2_shows_the_settings_that_hold(wire: Any, name: str) -> None:
    kind, values, shown = SETTINGS[name]
    org_id = wire.call("GetMyOrg").org.id
    before = wire.rpc(f"v2.settings.Get{name}Settings", ctx={"org_id": org_id})
    assert before.settings.resource_owner_type == 1
    wire.call(f"AddCustom{kind}Policy", **values)
    after = wire.rpc(f"v2.settings.Get{name}Settings", ctx={"org_id": org_id})
    assert {key: getattr(after.settings, key) for key in shown} == shown
    assert (after.settings.resource_owner_type, after.details.resource_owner) == (2, org_id)
    assert wire.rpc(f"v2.settings.Get{name}Settings", ctx={"instance": True}) == before


def test_v2_shows_the_label_policy_by_theme(wire: Any) -> None:
    wire.call("AddCustomLabelPolicy", primary_color="#111111", primary_color_dark="#222222", theme_mode=2)
    wire.call("ActivateCustomLabelPolicy")
    settings = wire.rpc("v2.settings.GetBrandingSettings").settings
    assert (settings.light_theme.primary_color, settings.dark_theme.primary_color) == ("#111111", "#222222")
    assert settings.theme_mode == 2


def test_v2_shows_the_providers_of_a_login_that_allow_what_is_asked_for(wire: Any) -> None:
    secret = {"client_id": "id", "client_secret": "secret"}
    first = wire.call("AddGoogleProvider", **secret, provider_options={"is_linking_allowed": True}).id
    second = wire.call("AddGitHubProvider", **secret).id
    wire.call("AddCustomLoginPolicy", idps=[{"idp_id": first, "ownerType": 2}, {"idp_id": second, "ownerType": 2}])
    found = wire.rpc("v2.settings.GetActiveIdentityProviders")
    assert {(provider.id, provider.type) for provider in found.identity_providers} == {(first, 10), (second, 6)}
    linking = wire.rpc("v2.settings.GetActiveIdentityProviders", linking_allowed=True)
    assert [provider.id for provider in linking.identity_providers] == [first]


def test_v2_finds_a_provider_by_id_for_those_who_may_read_it(wire: Any) -> None:
    idp = wire.call("AddGoogleProvider", client_id="id", client_secret="secret").id
    found = wire.rpc("v2.idp.GetIDPByID", id=idp).idp
    assert (found.name, found.type, found.config.google.client_id) == ("Google", 10, "id")
    user_id = wire.machine("bot")
    token = wire.call("AddPersonalAccessToken", user_id=user_id).token
    assert wire.rpc_refused("v2.idp.GetIDPByID", token=token, id=idp)[0] in ("NOT_FOUND", "PERMISSION_DENIED")
    assert wire.rpc_refused("v2.idp.GetIDPByID", id="0")[1].startswith("Identity Provider")


# -- what the instance alone has -------------------------------------------------------------------
def test_lifetimes_of_tokens_are_above_zero_and_added_once(wire: Any) -> None:
    hours = {"seconds": 3600}
    names = ("access_token_lifetime", "id_token_lifetime", "refresh_token_idle_expiration", "refresh_token_expiration")
    fields = dict.fromkeys(names, hours)
    assert wire.rpc("admin.GetOIDCSettings").settings.access_token_lifetime.seconds == 12 * 3600
    assert wire.rpc_refused("admin.UpdateOIDCSettings")[0] == "INVALID_ARGUMENT"
    wire.rpc("admin.AddOIDCSettings", **fields)
    assert wire.rpc("admin.GetOIDCSettings").settings.access_token_lifetime.seconds == 3600
    assert wire.rpc_refused("admin.AddOIDCSettings", **fields)[0] == "ALREADY_EXISTS"
    assert wire.rpc_refused("admin.UpdateOIDCSettings", **fields)[0] == "FAILED_PRECONDITION"


def test_security_is_one_for_v1_and_v2(wire: Any) -> None:
    first = wire.rpc("admin.SetSecurityPolicy", enable_iframe_embedding=True, allowed_origins=["https://a"])
    settings = wire.rpc("v2.settings.GetSecuritySettings").settings
    assert (settings.embedded_iframe.enabled, list(settings.embedded_iframe.allowed_origins)) == (True, ["https://a"])
    again = wire.rpc("admin.SetSecurityPolicy", enable_iframe_embedding=True, allowed_origins=["https://a"])
    assert again == first
    wire.rpc("v2.settings.SetSecuritySettings", enable_impersonation=True)
    policy = wire.rpc("admin.GetSecurityPolicy").policy
    assert (policy.enable_impersonation, policy.enable_iframe_embedding) == (True, False)


def test_a_secret_generator_is_changed_by_type(wire: Any) -> None:
    before = wire.rpc("admin.ListSecretGenerators").result
    assert [generator.generator_type for generator in before] == list(range(1, 9))
    wire.rpc("admin.UpdateSecretGenerator", generator_type=7, length=10, include_digits=True)
    generator = wire.rpc("admin.GetSecretGenerator", generator_type=7).secret_generator
    assert (generator.length, generator.expiry.seconds) == (10, 0)
    same = wire.rpc_refused("admin.UpdateSecretGenerator", generator_type=7, length=10, include_digits=True)
    assert same[0] == "FAILED_PRECONDITION"


def test_features_show_who_set_them(wire: Any) -> None:
    assert wire.rpc_refused("v2.feature.SetInstanceFeatures")[0] == "INVALID_ARGUMENT"
    wire.rpc("v2.feature.SetInstanceFeatures", user_schema=True, login_v2={"required": True, "base_uri": "https://a"})
    own = wire.rpc("v2.feature.GetInstanceFeatures")
    assert (own.user_schema.enabled, own.user_schema.source) == (True, 3)
    assert own.login_v2.base_uri == "https://a"
    assert (own.login_default_org.source, own.HasField("login_default_org")) == (0, True)  # set by nobody
    wire.rpc("v2.feature.ResetInstanceFeatures")
    after = wire.rpc("v2.feature.GetInstanceFeatures").user_schema
    assert (after.enabled, after.source) == (False, 0)


def test_one_web_key_is_active(wire: Any) -> None:
    first, second = (wire.rpc("v2.webkey.CreateWebKey").id, wire.rpc("v2.webkey.CreateWebKey", ed25519={}).id)
    for key in (first, second):
        wire.rpc("v2.webkey.ActivateWebKey", id=key)
    keys = wire.rpc("v2.webkey.ListWebKeys").web_keys
    assert [(key.id, key.state, key.WhichOneof("key")) for key in keys] == [(first, 3, "rsa"), (second, 2, "ed25519")]
    assert wire.rpc_refused("v2.webkey.DeleteWebKey", id=second)[1].endswith("(COMMAND-Chai1)")
    assert wire.rpc("v2.webkey.DeleteWebKey", id=first).HasField("deletion_date")
    assert wire.rpc("v2.webkey.DeleteWebKey", id=first).HasField("deletion_date")  # once more, the same
    assert not wire.rpc("v2.webkey.DeleteWebKey", id="404").HasField("deletion_date")
    assert wire.rpc_refused("v2.webkey.ActivateWebKey", id=first)[0] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("v2.oidc.GetAuthRequest", {"auth_request_id": "1"}),
        ("v2.oidc.CreateCallback", {"auth_request_id": "1", "session": {"session_id": "1", "session_token": "t"}}),
        ("v2.oidc.GetDeviceAuthorizationRequest", {"user_code": "ABCD-EFGH"}),
        ("v2.oidc.AuthorizeOrDenyDeviceAuthorization", {"device_authorization_id": "1", "deny": {}}),
        ("v2.saml.GetSAMLRequest", {"saml_request_id": "1"}),
        ("v2.saml.CreateResponse", {"saml_request_id": "1", "session": {"session_id": "1", "session_token": "t"}}),
    ],
)
def test_an_unknown_login_request_is_not_found(shared_wire: Any, name: str, fields: dict[str, Any]) -> None:
    assert shared_wire.rpc_refused(name, **fields)[0] == "NOT_FOUND"
