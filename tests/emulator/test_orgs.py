"""Organizations and their domains."""

from __future__ import annotations

from typing import Any

import pytest


def domains(wire: Any) -> dict[str, bool]:
    return {domain.domain_name: domain.is_primary for domain in wire.call("ListOrgDomains").result}


def test_the_creator_of_an_organization_owns_it(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert list(wire.call("ListOrgMembers").result[0].roles) == ["ORG_OWNER"]


def test_an_organizations_domain_is_made_of_its_name(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Müller & Söhne (Bern)").id):
        assert domains(wire) == {"müller--söhne-bern.localhost": True}


@pytest.mark.parametrize("name", ["Partner", "PARTNER"])
def test_an_organizations_name_is_taken_in_upper_and_lower_case(name: str, wire: Any) -> None:
    wire.call("AddOrg", name="Partner")
    assert wire.refused("AddOrg", name=name)[0] == "ALREADY_EXISTS"


def test_a_name_without_letters_makes_no_domain(wire: Any) -> None:
    assert wire.refused("AddOrg", name="&&&") == (
        "INVALID_ARGUMENT",
        (
            "Invalid non numeric and alphabetical characters were replaced with empty spaces and resulting domain is "
            "an empty string (ORG-RrfXY)"
        ),
    )


def test_a_renamed_organizations_domain_follows(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        wire.call("UpdateOrg", name="Friends")
        assert domains(wire) == {"friends.localhost": True}


def test_a_custom_primary_domain_stays(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        wire.call("AddOrgDomain", domain="partner.example")
        wire.call("SetPrimaryOrgDomain", domain="partner.example")
        wire.call("UpdateOrg", name="Friends")
        assert domains(wire) == {"friends.localhost": False, "partner.example": True}


def test_a_domain_belongs_to_one_organization(wire: Any) -> None:
    wire.call("AddOrgDomain", domain="shop.example")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        answer = wire.refused("AddOrgDomain", domain="SHOP.example")
    assert answer == ("ALREADY_EXISTS", "Domain already exists (V3-DKcYh)")


def test_a_removed_domain_is_free(wire: Any) -> None:
    wire.call("AddOrgDomain", domain="shop.example")
    wire.call("RemoveOrgDomain", domain="shop.example")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert wire.code("AddOrgDomain", domain="shop.example").name == "OK"


def test_a_domain_takes_the_user_names_that_others_had_in_it(wire: Any) -> None:
    user_id = wire.machine("bot@shop.example")
    with wire.within(wire.call("AddOrg", name="Shop").id):
        wire.call("AddOrgDomain", domain="shop.example")
    assert wire.call("GetUserByID", id=user_id).user.user_name.endswith("@temporary.localhost")


def test_a_domain_keeps_the_user_names_of_its_organization(wire: Any) -> None:
    user_id = wire.machine("bot@shop.example")
    wire.call("AddOrgDomain", domain="shop.example")
    assert wire.call("GetUserByID", id=user_id).user.user_name == "bot@shop.example"


def test_the_history_shows_a_taken_name(wire: Any) -> None:
    user_id = wire.machine("bot@shop.example")
    with wire.within(wire.call("AddOrg", name="Shop").id):
        wire.call("AddOrgDomain", domain="shop.example")
    newest = wire.call("ListUserChanges", user_id=user_id, query={"limit": 1}).result[0]
    assert newest.event_type.key == "EventTypes.user.domain.claimed"


@pytest.mark.parametrize("name", ["new@shop.example", "new@SHOP.example"])
def test_other_organizations_users_get_no_name_in_the_domain(name: str, wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Shop").id):
        wire.call("AddOrgDomain", domain="shop.example")
    person = {"profile": {"first_name": "New", "last_name": "One"}, "email": {"email": "new@people.example"}}
    answer = wire.refused("AddHumanUser", user_name=name, **person)
    assert answer == ("INVALID_ARGUMENT", "Domain is already reserved and cannot be used (COMMAND-SFd21)")


def test_other_organizations_users_cannot_take_a_name_in_the_domain(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Shop").id):
        wire.call("AddOrgDomain", domain="shop.example")
    answer = wire.refused("UpdateUserName", user_id=wire.machine("bot"), user_name="bot@shop.example")
    assert answer == ("INVALID_ARGUMENT", "Domain is already reserved and cannot be used (COMMAND-SFd21)")


def test_an_organization_is_found_by_its_primary_domain_only(wire: Any) -> None:
    wire.call("AddOrgDomain", domain="shop.example")
    assert wire.refused("GetOrgByDomainGlobal", domain="shop.example")[0] == "NOT_FOUND"


def test_a_deactivated_organization_is_not_found_by_its_domain(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        wire.call("DeactivateOrg")
    assert wire.refused("GetOrgByDomainGlobal", domain="partner.localhost")[0] == "NOT_FOUND"


def test_a_removed_organizations_name_is_free(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        wire.call("RemoveOrg")
    assert wire.code("AddOrg", name="Partner").name == "OK"


def test_a_removed_organizations_users_are_gone(wire: Any) -> None:
    with wire.within(wire.call("AddOrg", name="Partner").id):
        wire.machine("bot")
        wire.call("RemoveOrg")
    assert wire.call("IsUserUnique", user_name="bot").is_unique


def test_a_user_who_owns_no_organization_adds_no_domain(wire: Any) -> None:
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    assert wire.refused("AddOrgDomain", token=token, domain="shop.example")[0] == "PERMISSION_DENIED"
