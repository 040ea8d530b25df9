"""Policies: every kind is set, read, and reset to the instance's default."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from zitadel import management_pb2 as m

from tests.fuzzing import examples

KINDS = ("Login", "Label", "Lockout", "Privacy", "Notification", "PasswordAge", "PasswordComplexity")
# Values that the rules of a kind allow, where not every value of the type is.
ALLOWED = {
    "min_length": st.integers(1, 72),
    "default_redirect_uri": st.sampled_from(("", "https://shop.example/done", "app:done")),
    "support_email": st.sampled_from(("", "help@shop.example")),
    "theme_mode": st.integers(1, 3),
    "passwordless_type": st.integers(0, 1),
}
LISTS = ("second_factors", "multi_factors", "idps")
COLOR = st.sampled_from(("", "#123", "#A0b1C2"))
OF_TYPE = {
    8: st.booleans(),
    9: st.text("abcß1/:", max_size=20),
    13: st.integers(0, 1000),
    4: st.integers(0, 1000),
    14: st.nothing(),  # see ALLOWED
    11: st.integers(0, 10**6).map(lambda seconds: {"seconds": seconds}),
}


@st.composite
def policies(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A kind of policy and all of its settings."""
    kind = draw(st.sampled_from(KINDS))
    fields = getattr(m, f"AddCustom{kind}PolicyRequest").DESCRIPTOR.fields
    values = {}
    for field in fields:
        if field.name not in LISTS:
            known = COLOR if "color" in field.name else OF_TYPE[field.type]
            values[field.name] = draw(ALLOWED.get(field.name, known))
    return kind, values


def shown(policy: Any, names: Any) -> dict[str, Any]:
    found = {name: getattr(policy, name) for name in names}
    return {name: {"seconds": value.seconds} if hasattr(value, "seconds") else value for name, value in found.items()}


def published(wire: Any, kind: str) -> Any:
    """The policy as it holds; the label policy has to be activated first."""
    if kind == "Label":
        wire.call("ActivateCustomLabelPolicy")
    return wire.call(f"Get{kind}Policy").policy


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(policies())
def test_a_policy_is_read_as_it_was_set_and_a_reset_gives_the_default(
    shared_wire: Any, policy: tuple[str, Any]
) -> None:
    wire, (kind, values) = shared_wire, policy
    default = wire.call(f"GetDefault{kind}Policy").policy
    added = wire.call(f"AddCustom{kind}Policy", **values)
    try:
        assert added.details.HasField("creation_date")
        custom = published(wire, kind)
        assert not custom.is_default
        assert shown(custom, values) == values
        assert custom.details.resource_owner == added.details.resource_owner
    finally:
        wire.call(f"Reset{kind}PolicyToDefault")
    again = wire.call(f"Get{kind}Policy").policy
    assert again == default
    assert again.is_default
    assert again.details.resource_owner != added.details.resource_owner


@pytest.mark.parametrize("kind", KINDS)
def test_a_policy_is_added_once(wire: Any, kind: str) -> None:
    fields = {"min_length": 8} if kind == "PasswordComplexity" else {}
    wire.call(f"AddCustom{kind}Policy", **fields)
    assert wire.code(f"AddCustom{kind}Policy", **fields) is grpc.StatusCode.ALREADY_EXISTS


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_policy_of_its_own_there_is_nothing_to_update_or_reset(shared_wire: Any, kind: str) -> None:
    fields = {"min_length": 8} if kind == "PasswordComplexity" else {}
    assert shared_wire.code(f"UpdateCustom{kind}Policy", **fields) is grpc.StatusCode.NOT_FOUND
    assert shared_wire.code(f"Reset{kind}PolicyToDefault") is grpc.StatusCode.NOT_FOUND


@pytest.mark.parametrize("kind", KINDS)
def test_setting_the_same_settings_changes_nothing(wire: Any, kind: str) -> None:
    fields = {"min_length": 8} if kind == "PasswordComplexity" else {}
    wire.call(f"AddCustom{kind}Policy", **fields)
    assert wire.code(f"UpdateCustom{kind}Policy", **fields) is grpc.StatusCode.FAILED_PRECONDITION


def test_an_update_sets_all_settings(wire: Any) -> None:
    wire.call("AddCustomLockoutPolicy", max_password_attempts=5, max_otp_attempts=3)
    wire.call("UpdateCustomLockoutPolicy", max_otp_attempts=4)
    policy = wire.call("GetLockoutPolicy").policy
    assert (policy.max_password_attempts, policy.max_otp_attempts) == (0, 4)


def test_a_label_policy_holds_once_it_is_activated(wire: Any) -> None:
    wire.call("AddCustomLabelPolicy", primary_color="#112233")
    assert wire.call("GetLabelPolicy").is_default
    assert wire.call("GetPreviewLabelPolicy").policy.primary_color == "#112233"
    wire.call("ActivateCustomLabelPolicy")
    assert wire.call("GetLabelPolicy").policy.primary_color == "#112233"


@pytest.mark.parametrize("asset", ["Logo", "LogoDark", "Icon", "IconDark", "Font"])
def test_images_are_those_of_a_label_policy(wire: Any, asset: str) -> None:
    assert wire.code(f"RemoveCustomLabelPolicy{asset}") is grpc.StatusCode.NOT_FOUND
    wire.call("AddCustomLabelPolicy")
    assert wire.call(f"RemoveCustomLabelPolicy{asset}").details.sequence


def test_a_color_is_hexadecimal(shared_wire: Any) -> None:
    assert shared_wire.refused("AddCustomLabelPolicy", warn_color="red")[1].endswith("(POLICY-nvw33)")


@pytest.mark.parametrize("length", [0, 73])
def test_a_minimum_length_is_at_most_what_bcrypt_takes(shared_wire: Any, length: int) -> None:
    code, text = shared_wire.refused("AddCustomPasswordComplexityPolicy", min_length=length)
    assert (code, text.endswith("(MODEL-Lsp0e)")) == ("INVALID_ARGUMENT", True)


def test_passwords_follow_the_policy_of_the_organization(wire: Any) -> None:
    user_id = wire.human("ann")
    wire.call("AddCustomPasswordComplexityPolicy", min_length=12)
    assert wire.refused("SetHumanPassword", user_id=user_id, password="Passw0rd!")[1].endswith("(DOMAIN-HuJf6)")
    assert wire.code("SetHumanPassword", user_id=user_id, password="only lowercase") is grpc.StatusCode.OK


def test_a_login_policy_begins_with_its_factors(wire: Any) -> None:
    wire.call("AddCustomLoginPolicy", second_factors=[1, 3], multi_factors=[1])
    policy = wire.call("GetLoginPolicy").policy
    assert (list(policy.second_factors), list(policy.multi_factors)) == ([1, 3], [1])


@pytest.mark.parametrize("factor", ["Second", "Multi"])
def test_factors_are_added_and_removed(wire: Any, factor: str) -> None:
    wire.call("AddCustomLoginPolicy")
    wire.call(f"Add{factor}FactorToLoginPolicy", type=1)
    assert wire.code(f"Add{factor}FactorToLoginPolicy", type=1) is grpc.StatusCode.ALREADY_EXISTS
    assert list(wire.call(f"ListLoginPolicy{factor}Factors").result) == [1]
    wire.call(f"Remove{factor}FactorFromLoginPolicy", type=1)
    assert wire.code(f"Remove{factor}FactorFromLoginPolicy", type=1) is grpc.StatusCode.NOT_FOUND
    assert list(wire.call(f"ListLoginPolicy{factor}Factors").result) == []


def test_without_a_login_policy_the_factors_of_the_instance_are_listed(shared_wire: Any) -> None:
    assert list(shared_wire.call("ListLoginPolicySecondFactors").result) == [1, 2]
    assert shared_wire.call("ListLoginPolicyMultiFactors").details.total_result == 1


def test_a_login_policy_offers_identity_providers(wire: Any) -> None:
    idp = wire.call("AddGoogleProvider", client_id="id", client_secret="secret").id
    assert wire.code("AddIDPToLoginPolicy", idp_id=idp, ownerType=2) is grpc.StatusCode.NOT_FOUND
    wire.call("AddCustomLoginPolicy")
    wire.call("AddIDPToLoginPolicy", idp_id=idp, ownerType=2)
    assert wire.code("AddIDPToLoginPolicy", idp_id=idp, ownerType=2) is grpc.StatusCode.ALREADY_EXISTS
    assert wire.code("AddIDPToLoginPolicy", idp_id="0", ownerType=2) is grpc.StatusCode.FAILED_PRECONDITION
    listed = wire.call("ListLoginPolicyIDPs")
    assert [(link.idp_id, link.idp_name) for link in listed.result] == [(idp, "Google")]
    assert [link.idp_id for link in wire.call("GetLoginPolicy").policy.idps] == [idp]
    wire.call("RemoveIDPFromLoginPolicy", idp_id=idp)
    assert wire.code("RemoveIDPFromLoginPolicy", idp_id=idp) is grpc.StatusCode.NOT_FOUND


def test_a_redirect_is_a_uri(shared_wire: Any) -> None:
    assert shared_wire.refused("AddCustomLoginPolicy", default_redirect_uri="no uri")[1].endswith("(Org-WSfdq)")


def test_the_domain_policy_is_the_instances(shared_wire: Any) -> None:
    policy = shared_wire.call("GetDomainPolicy").policy
    assert policy.is_default
    assert not policy.user_login_must_be_domain
    assert shared_wire.call("GetOrgIAMPolicy").policy.details == policy.details


def test_a_member_without_the_permission_sees_no_policy(wire: Any, make_machine: Any) -> None:
    machine = make_machine(wire, "bot")
    assert wire.code("GetLoginPolicy", token=machine.access_token()) is grpc.StatusCode.NOT_FOUND


def test_events_of_policies_are_changes_of_the_organization(wire: Any) -> None:
    wire.call("AddCustomPrivacyPolicy", tos_link="https://shop.example/tos")
    change = wire.call("ListOrgChanges").result[0]
    assert change.event_type.key == "EventTypes.org.policy.privacy.added"


def test_people_log_in_by_a_login_name_that_ends_in_a_domain_of_their_organization(wire: Any) -> None:
    org_id = wire.call("GetMyOrg").org.id
    wire.rpc("admin.AddCustomDomainPolicy", org_id=org_id, user_login_must_be_domain=True)
    name = wire.call("GetUserByID", id=wire.machine("bot")).user.preferred_login_name
    found = wire.rpc("v2.session.CreateSession", checks={"user": {"login_name": name.upper()}})
    session = wire.rpc("v2.session.GetSession", session_id=found.session_id).session
    assert session.factors.user.login_name == name
    assert name.startswith("bot@")


def test_a_domain_policy_stays_where_without_it_user_names_would_clash(wire: Any) -> None:
    org_id = wire.call("GetMyOrg").org.id
    wire.rpc("admin.AddCustomDomainPolicy", org_id=org_id, user_login_must_be_domain=True)
    name = wire.call("GetUserByID", id=wire.machine("bot")).user.preferred_login_name
    with wire.within(wire.call("AddOrg", name="other").id):
        wire.machine(name)
    refused = wire.rpc_refused("admin.ResetCustomDomainPolicyToDefault", org_id=org_id)
    assert refused == ("ALREADY_EXISTS", "User already exists (V3-DKcYh)")
    assert not wire.rpc("admin.GetCustomDomainPolicy", org_id=org_id).is_default
