"""The instance: its name, its domain and the domains that it trusts, by Admin and v2."""

from __future__ import annotations

from typing import Any


def test_the_instance_is_the_same_by_both_versions(wire: Any) -> None:
    old, new = wire.rpc("admin.GetMyInstance").instance, wire.rpc("v2.instance.GetInstance").instance
    assert (old.id, old.name, old.version) == (new.id, new.name, new.version)
    assert (old.state, new.state) == (2, 0)  # v2 leaves it out
    assert [each.domain for each in old.domains] == [each.domain for each in new.custom_domains] == ["localhost"]
    listed = wire.rpc("v2.instance.ListCustomDomains", filters=[{"primary_filter": True}]).domains
    assert [(each.domain, each.primary) for each in listed] == [("localhost", True)]
    assert not wire.rpc("admin.ListInstanceDomains", queries=[{"generated_query": {"generated": True}}]).result


def test_the_instance_gets_another_name(wire: Any) -> None:
    wire.rpc("v2.instance.UpdateInstance", instance_name="Shop")
    assert wire.rpc("admin.GetMyInstance").instance.name == "Shop"
    code, text = wire.rpc_refused("v2.instance.UpdateInstance", instance_name="Shop")
    assert (code, text.endswith("(INST-alpxism)")) == ("FAILED_PRECONDITION", True)


def test_domains_are_trusted_and_no_more(wire: Any) -> None:
    wire.rpc("v2.instance.AddTrustedDomain", trusted_domain="login.shop.example")
    wire.rpc("admin.AddInstanceTrustedDomain", domain="app.shop.example")
    assert wire.rpc_refused("admin.AddInstanceTrustedDomain", domain="app.shop.example")[0] == "FAILED_PRECONDITION"
    assert wire.rpc_refused("admin.AddInstanceTrustedDomain", domain="a b")[1].endswith("(COMMA-S3v3w)")
    listed = wire.rpc("v2.instance.ListTrustedDomains", pagination={"asc": True}).trusted_domain
    assert [each.domain for each in listed] == ["login.shop.example", "app.shop.example"]
    wire.rpc("v2.instance.RemoveTrustedDomain", trusted_domain="app.shop.example")
    assert [each.domain for each in wire.rpc("admin.ListInstanceTrustedDomains").result] == ["login.shop.example"]
    assert wire.rpc_refused("admin.RemoveInstanceTrustedDomain", domain="app.shop.example")[0] == "NOT_FOUND"


def test_v2_shows_the_instance_to_its_members_alone(wire: Any) -> None:
    _, token = wire.member("org-owner", "ORG_OWNER")
    missing = ("NOT_FOUND", "membership not found (AUTHZ-cdgFk)")
    assert wire.rpc_refused("v2.instance.GetInstance", token=token) == missing
    assert wire.rpc_refused("v2.instance.AddTrustedDomain", token=token, trusted_domain="a.example") == missing
