"""Human users: adding, importing and reading them."""

from __future__ import annotations

from typing import Any

import pytest

PERSON: dict[str, Any] = {
    "user_name": "ann",
    "profile": {"first_name": "Ann", "last_name": "Doe"},
    "email": {"email": "ann@people.example", "is_email_verified": True},
}
ACTIVE, INITIAL = 1, 6


def user(wire: Any, user_id: str) -> Any:
    return wire.call("GetUserByID", id=user_id).user


def kinds(wire: Any, user_id: str) -> list[str]:
    listed = wire.call("ListUserChanges", user_id=user_id, query={"asc": True}).result
    return [change.event_type.key.removeprefix("EventTypes.user.") for change in listed]


@pytest.mark.parametrize(
    ("verified", "password", "state"),
    [(True, "Secret-Passw0rd", ACTIVE), (False, "Secret-Passw0rd", INITIAL), (True, "", INITIAL)],
)
def test_an_added_user_must_set_a_password_first(verified: bool, password: str, state: int, wire: Any) -> None:
    email = {"email": "ann@people.example", "is_email_verified": verified}
    added = wire.call("AddHumanUser", **{**PERSON, "email": email}, initial_password=password)
    assert user(wire, added.user_id).state == state


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"password": "Secret-Passw0rd"}, ACTIVE),
        ({"hashed_password": {"value": "$2a$12$abc"}}, ACTIVE),
        ({"request_passwordless_registration": True}, ACTIVE),
        ({}, INITIAL),
    ],
)
def test_an_imported_user_is_active_with_a_way_to_log_in(fields: dict[str, Any], state: int, wire: Any) -> None:
    imported = wire.call("ImportHumanUser", **PERSON, **fields)
    assert user(wire, imported.user_id).state == state


def test_an_imported_address_waits_for_its_owner(wire: Any) -> None:
    imported = wire.call("ImportHumanUser", **PERSON)
    assert not user(wire, imported.user_id).human.email.is_email_verified


def test_a_passkey_is_registered_by_a_link(wire: Any) -> None:
    imported = wire.call("ImportHumanUser", **PERSON, request_passwordless_registration=True)
    link = imported.passwordless_registration.link
    assert f"userID={imported.user_id}" in link


def test_an_imported_hash_is_taken_as_it_is(wire: Any) -> None:
    imported = wire.call("ImportHumanUser", **PERSON, hashed_password={"value": "plain"})
    assert user(wire, imported.user_id).human.HasField("password_changed")


def test_an_imported_hash_replaces_the_password_and_is_kept(wire: Any) -> None:
    fields = {
        "password": "Secret-Passw0rd",
        "hashed_password": {"value": "$2a$12$abc"},
        "password_change_required": True,
    }
    imported = wire.call("ImportHumanUser", **PERSON, **fields)
    found = wire.rpc("v2.user.GetUserByID", user_id=imported.user_id).user.human
    assert not found.password_change_required


def test_an_imported_user_with_a_linked_account_is_active_and_proves_the_address(wire: Any) -> None:
    options = {"is_creation_allowed": True}
    provider = {"name": "in", "issuer": "https://in.example", "client_id": "c", "client_secret": "s"}
    idp = wire.call("AddGenericOIDCProvider", **provider, provider_options=options).id
    links = [{"config_id": idp, "external_user_id": "ext-1", "display_name": "ann"}]
    unverified = {**PERSON, "email": {"email": "ann@people.example"}}
    imported = wire.call("ImportHumanUser", **unverified, idps=links)
    assert user(wire, imported.user_id).state == ACTIVE
    assert "human.email.code.added" in kinds(wire, imported.user_id)


def test_a_user_with_a_link_to_an_unknown_identity_provider_is_not_imported(wire: Any) -> None:
    link = {"config_id": "1", "external_user_id": "1"}
    answer = wire.refused("ImportHumanUser", **PERSON, idps=[link])
    assert answer[1] == "Identity Provider Configuration doesn't exist (COMMAND-39nfs)"


@pytest.mark.parametrize(("given", "kept"), [("xx", "und"), ("de_ch", "de-CH"), ("iw", "he"), ("klingon", "und")])
def test_supported_languages_are_kept(wire: Any, given: str, kept: str) -> None:
    profile = {**PERSON["profile"], "preferred_language": given, "gender": 99}
    imported = wire.call("ImportHumanUser", **{**PERSON, "profile": profile})
    human = user(wire, imported.user_id).human
    assert (human.profile.preferred_language, human.profile.gender) == (kept, 0)


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("Sh0rt-", "Password is too short (%s-HuJf6)"),
        ("UPPER-CASE-1", "Password must contain lower case (%s-co3Xw)"),
        ("lower-case-1", "Password must contain upper case (%s-VoaRj)"),
        ("Letters-only", "Password must contain number (%s-ZBv4H)"),
        ("Letters4nd1", "Password must contain symbol (%s-ZDLwA)"),
    ],
)
@pytest.mark.parametrize(
    ("rpc", "field", "area"),
    [("AddHumanUser", "initial_password", "COMMA"), ("ImportHumanUser", "password", "DOMAIN")],
)
def test_a_password_obeys_the_policy(
    rpc: str, field: str, area: str, password: str, problem: str, shared_wire: Any
) -> None:
    answer = shared_wire.refused(rpc, **PERSON, **{field: password})
    assert answer == ("INVALID_ARGUMENT", problem % area)


def test_a_new_password_obeys_the_policy(wire: Any) -> None:
    answer = wire.refused("SetHumanPassword", user_id=wire.human("ann"), password="lower-case-1")
    assert answer == ("INVALID_ARGUMENT", "Password must contain upper case (DOMAIN-VoaRj)")


def test_an_uninitialized_user_cannot_set_a_password(wire: Any) -> None:
    user_id = wire.call("AddHumanUser", **PERSON).user_id
    answer = wire.refused("SetHumanPassword", user_id=user_id, password="Secret-Passw0rd")
    assert answer == ("FAILED_PRECONDITION", "User is not yet initialized (COMMAND-M9dse)")


def test_an_uninitialized_user_cannot_change_the_address(wire: Any) -> None:
    user_id = wire.call("AddHumanUser", **PERSON).user_id
    answer = wire.refused("UpdateHumanEmail", user_id=user_id, email="new@people.example")
    assert answer == ("FAILED_PRECONDITION", "User is not yet initialized (COMMAND-J8dsk)")


def test_another_address_is_unverified(wire: Any) -> None:
    user_id = wire.human("ann")
    wire.call("UpdateHumanEmail", user_id=user_id, email="new@people.example")
    email = user(wire, user_id).human.email
    assert (email.email, email.is_email_verified) == ("new@people.example", False)


def test_a_verified_address_cannot_be_verified_again(wire: Any) -> None:
    answer = wire.refused(
        "UpdateHumanEmail", user_id=wire.human("ann"), email="ann@people.example", is_email_verified=True
    )
    assert answer == ("FAILED_PRECONDITION", "Email not changed (COMMAND-2b7fM)")


def test_an_address_is_verified_later(wire: Any) -> None:
    user_id = wire.human("ann")
    for verified in (False, True):
        wire.call("UpdateHumanEmail", user_id=user_id, email="new@people.example", is_email_verified=verified)
    assert kinds(wire, user_id)[-3:] == ["human.email.changed", "human.email.code.added", "human.email.verified"]


def test_a_number_is_kept_in_the_international_form(wire: Any) -> None:
    user_id = wire.human("ann", phone={"phone": "+41 (0)44 668-18 00"})
    assert user(wire, user_id).human.phone.phone == "+41446681800"


@pytest.mark.parametrize("phone", ["+41 call me", "+", "+0446681800"])
def test_an_invalid_phone_number_is_rejected(phone: str, shared_wire: Any) -> None:
    answer = shared_wire.refused("AddHumanUser", **PERSON, phone={"phone": phone})
    assert answer == ("INVALID_ARGUMENT", "Phone is invalid (PHONE-so0wa)")


def test_a_number_can_be_removed(wire: Any) -> None:
    user_id = wire.human("ann", phone={"phone": "+41446681800"})
    wire.call("RemoveHumanPhone", user_id=user_id)
    assert wire.call("GetHumanPhone", user_id=user_id).phone.phone == ""


@pytest.mark.parametrize("blank", ["first_name", "last_name"])
def test_a_person_has_two_names(blank: str, shared_wire: Any) -> None:
    profile = {**PERSON["profile"], blank: "  "}
    assert shared_wire.refused("AddHumanUser", **{**PERSON, "profile": profile})[0] == "INVALID_ARGUMENT"


def test_the_display_name_has_both_names(wire: Any) -> None:
    assert user(wire, wire.human("ann")).human.profile.display_name == "Ann Doe"


def test_the_profile_is_set_as_a_whole(wire: Any) -> None:
    user_id = wire.human("ann", profile={"first_name": "Ann", "last_name": "Doe", "nick_name": "Annie"})
    wire.call("UpdateHumanProfile", user_id=user_id, first_name="Anna", last_name="Doe", display_name="Anna D.")
    profile = wire.call("GetHumanProfile", user_id=user_id).profile
    assert (profile.first_name, profile.nick_name, profile.display_name) == ("Anna", "", "Anna D.")


@pytest.mark.parametrize("rpc", ["GetHumanProfile", "GetHumanEmail", "GetHumanPhone"])
def test_person_rpcs_reject_a_machine(rpc: str, wire: Any) -> None:
    answer = wire.refused(rpc, user_id=wire.machine("bot"))
    assert (answer[0], answer[1].split(" (")[0]) == ("FAILED_PRECONDITION", "The User must be personal")


@pytest.mark.parametrize("rpc", ["GetHumanProfile", "GetHumanEmail", "GetHumanPhone"])
def test_users_of_other_organizations_are_hidden(rpc: str, wire: Any) -> None:
    user_id = wire.human("ann")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        assert wire.refused(rpc, user_id=user_id)[0] == "NOT_FOUND"


@pytest.mark.parametrize("name", ["ann", "ANN"])
def test_a_user_name_is_taken_in_upper_and_lower_case_everywhere(name: str, wire: Any) -> None:
    wire.human("Ann")
    with wire.within(wire.call("AddOrg", name="Partner").id):
        answer = wire.refused("AddMachineUser", user_name=name, name="bot")
    assert answer == ("ALREADY_EXISTS", "User already exists (V3-DKcYh)")


def test_a_removed_users_name_is_free(wire: Any) -> None:
    wire.call("RemoveUser", id=wire.human("ann"))
    assert wire.code("AddMachineUser", user_name="ann", name="bot").name == "OK"


def test_a_viewer_adds_no_people(wire: Any) -> None:
    _, token = wire.member("bot", "ORG_OWNER_VIEWER")
    assert wire.refused("AddHumanUser", token=token, **PERSON)[0] == "PERMISSION_DENIED"
