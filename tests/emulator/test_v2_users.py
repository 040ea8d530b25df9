"""Users over v2: what the scenarios of the facts leave out."""

from __future__ import annotations

import itertools
import time
from typing import Any

import grpc
import pytest
from zitadel.session.v2.session_service_pb2 import CreateSessionRequest
from zitadel.session.v2.session_service_pb2_grpc import SessionServiceStub
from zitadel.user.v2 import user_service_pb2 as m
from zitadel.user.v2.user_pb2 import USER_STATE_LOCKED
from zitadel.user.v2.user_service_pb2_grpc import UserServiceStub

from zgrpc.testing.domain import totp

PASSWORD = "Secr3t-pass!"
_numbers = itertools.count()


class Users:
    """The user service of v2, called with the bare stubs."""

    def __init__(self, wire: Any) -> None:
        self.wire = wire
        self._stub: Any = UserServiceStub(wire.channel)
        self.org_id = wire.call("GetMyOrg").org.id

    def call(self, rpc: str, *, token: str | None = None, **fields: Any) -> Any:
        request = getattr(m, f"{rpc}Request")(**fields)
        return getattr(self._stub, rpc)(request, **self.wire.bearer(token))

    def refused(self, rpc: str, *, token: str | None = None, **fields: Any) -> str:
        """The code and the text that a call fails with."""
        with pytest.raises(grpc.RpcError) as failure:
            self.call(rpc, token=token, **fields)
        error: Any = failure.value
        return f"{error.code().name} {error.details()}"

    def person(self, **human: Any) -> str:
        """The id of a new person with a verified address."""
        name = f"person{next(_numbers)}"
        values = {
            "profile": {"given_name": name.title(), "family_name": "Doe"},
            "email": {"email": f"{name}@people.example", "is_verified": True},
        }
        created = self.call("CreateUser", organization_id=self.org_id, username=name, human={**values, **human})
        return str(created.id)

    def login(self) -> tuple[str, str]:
        """A new person and the token of a session of theirs."""
        user_id = self.person(password={"password": PASSWORD})
        checks = {"user": {"user_id": user_id}, "password": {"password": PASSWORD}}
        stub: Any = SessionServiceStub(self.wire.channel)
        return user_id, stub.CreateSession(CreateSessionRequest(checks=checks), **self.wire.bearer()).session_token

    def get(self, user_id: str) -> Any:
        return self.call("GetUserByID", user_id=user_id).user


@pytest.fixture
def users(wire: Any) -> Users:
    return Users(wire)


def test_limit_above_a_thousand_is_refused(users: Users) -> None:
    assert users.refused("ListUsers", query={"limit": 1001}) == "INVALID_ARGUMENT Limit exceeded (QUERY-4M0fs)"


def test_list_counts_users_whom_the_caller_may_not_see(users: Users) -> None:
    users.person()
    bot, token = users.wire.member("reader")
    found = users.call("ListUsers", token=token)
    assert [user.user_id for user in found.result] == [bot]
    assert found.details.total_result > 1


def test_key_and_value_of_metadata_are_of_one_entry(users: Users) -> None:
    user_id = users.person()
    entries = [{"key": "team", "value": b"red"}, {"key": "site", "value": b"north"}]
    users.call("SetUserMetadata", user_id=user_id, metadata=entries)
    asked = [{"metadata_key_filter": {"key": "team"}}, {"metadata_value_filter": {"value": b"north"}}]
    assert not users.call("ListUsers", queries=asked).result


def test_a_caller_without_permission_reads_only_its_own_data(users: Users) -> None:
    user_id = users.person()
    _, token = users.wire.member("stranger")
    assert users.refused("GetUserByID", token=token, user_id=user_id).startswith("NOT_FOUND membership not found")


def test_user_reads_own_data_without_a_role(users: Users) -> None:
    user_id, token = users.wire.member("self")
    assert users.call("GetUserByID", token=token, user_id=user_id).user.user_id == user_id


def test_person_is_added_to_the_organization_that_the_request_names(users: Users) -> None:
    other = users.wire.call("AddOrg", name="other").id
    added = users.call(
        "AddHumanUser",
        organization={"org_id": other},
        profile={"given_name": "A", "family_name": "B"},
        email={"email": "a@b.example", "is_verified": True},
    )
    assert users.get(added.user_id).details.resource_owner == other


def test_organization_in_the_request_is_where_the_permission_is_asked(users: Users) -> None:
    other = users.wire.call("AddOrg", name="other").id
    _, token = users.wire.member("boss", "ORG_OWNER")
    refused = users.refused(
        "AddHumanUser",
        token=token,
        organization={"org_id": other},
        profile={"given_name": "A", "family_name": "B"},
        email={"email": "a@b.example"},
    )
    assert refused == "NOT_FOUND membership not found (AUTHZ-cdgFk)"


def test_code_of_one_address_does_not_verify_the_next(users: Users) -> None:
    user_id = users.person()
    first = users.call("SetEmail", user_id=user_id, email="one@people.example", return_code={}).verification_code
    users.call("SetEmail", user_id=user_id, email="two@people.example", return_code={})
    refused = users.refused("VerifyEmail", user_id=user_id, verification_code=first)
    assert refused == "INVALID_ARGUMENT Code is invalid (COMMAND-eis9R)"


def test_code_verifies_once(users: Users) -> None:
    user_id = users.person()
    code = users.call("SetEmail", user_id=user_id, email="one@people.example", return_code={}).verification_code
    users.call("VerifyEmail", user_id=user_id, verification_code=code)
    assert users.refused("VerifyEmail", user_id=user_id, verification_code=code).startswith("INVALID_ARGUMENT")


def test_code_that_v1_made_is_resent_by_v2(users: Users) -> None:
    user_id = users.wire.human("v1")
    users.wire.call("UpdateHumanEmail", user_id=user_id, email="new@people.example")
    assert users.call("ResendEmailCode", user_id=user_id, return_code={}).verification_code


def test_reset_code_sets_a_password_once(users: Users) -> None:
    user_id = users.person(password={"password": PASSWORD})
    code = users.call("PasswordReset", user_id=user_id, return_code={}).verification_code
    users.call("SetPassword", user_id=user_id, new_password={"password": "Aft3r-reset!"}, verification_code=code)
    again = users.refused("SetPassword", user_id=user_id, new_password={"password": PASSWORD}, verification_code=code)
    assert again == "FAILED_PRECONDITION Code not found (COMMAND-2M9fs)"


def test_wrong_current_password_is_refused(users: Users) -> None:
    user_id = users.person(password={"password": PASSWORD})
    refused = users.refused(
        "SetPassword", user_id=user_id, new_password={"password": "N3w-secret!"}, current_password="wrong"
    )
    assert refused == "INVALID_ARGUMENT Password is invalid (COMMAND-3M0fs)"


def test_template_that_refers_to_nothing_is_refused(users: Users) -> None:
    user_id = users.person()
    refused = users.refused("PasswordReset", user_id=user_id, send_link={"url_template": "http://x/{{.Foo}}"})
    assert refused == "INVALID_ARGUMENT URL Template is invalid (DOMAIN-ieYa7)"


def test_template_of_the_documentation_is_accepted(users: Users) -> None:
    user_id = users.person()
    template = "https://x.example/reset?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"
    assert users.call("PasswordReset", user_id=user_id, send_link={"url_template": template}).details.sequence


def test_unknown_hash_of_a_password_is_refused(users: Users) -> None:
    with pytest.raises(grpc.RpcError, match="USER-JDk4t"):
        users.person(hashed_password={"hash": "plain"})


def test_person_with_a_password_is_not_invited(users: Users) -> None:
    user_id = users.person(password={"password": PASSWORD})
    assert "COMMAND-EF34g" in users.refused("CreateInviteCode", user_id=user_id)


def test_app_is_registered_by_a_code_of_it(users: Users) -> None:
    user_id = users.person()
    secret = users.call("RegisterTOTP", user_id=user_id).secret
    users.call("VerifyTOTPRegistration", user_id=user_id, code=totp.at(secret, int(time.time())))
    found = users.call("ListAuthenticationMethodTypes", user_id=user_id).auth_method_types
    assert list(found) == [m.AUTHENTICATION_METHOD_TYPE_TOTP]


def test_factor_that_is_not_ready_is_listed_on_request(users: Users) -> None:
    user_id = users.person()
    users.call("RegisterTOTP", user_id=user_id)
    states = ["AUTH_FACTOR_STATE_NOT_READY"]
    assert not users.call("ListAuthenticationFactors", user_id=user_id).result
    assert len(users.call("ListAuthenticationFactors", user_id=user_id, states=states).result) == 1


def test_passkey_code_starts_a_registration_once(users: Users) -> None:
    user_id = users.person()
    code = users.call("CreatePasskeyRegistrationLink", user_id=user_id, return_code={}).code
    started = users.call("RegisterPasskey", user_id=user_id, code=code)
    assert started.public_key_credential_creation_options["publicKey"]["challenge"]
    assert "COMMAND-Eeb2a" in users.refused("RegisterPasskey", user_id=user_id, code=code)


def test_passkey_code_replaces_no_permission_and_is_not_spent_without_it(users: Users) -> None:
    user_id = users.person()
    _, token = users.wire.member("anybody")
    code = users.call("CreatePasskeyRegistrationLink", user_id=user_id, return_code={}).code
    assert "AUTHZ-cdgFk" in users.refused("RegisterPasskey", token=token, user_id=user_id, code=code)
    assert users.call("RegisterPasskey", user_id=user_id, code=code).passkey_id


def test_more_recovery_codes_than_ten_are_refused(users: Users) -> None:
    user_id = users.person()
    assert len(set(users.call("GenerateRecoveryCodes", user_id=user_id, count=6).recovery_codes)) == 6
    assert "COMMAND-8f2k9" in users.refused("GenerateRecoveryCodes", user_id=user_id, count=5)


def test_linked_account_is_listed_and_unlinked(users: Users) -> None:
    user_id = users.person()
    idp = users.wire.call("AddGoogleProvider", name="g", client_id="c", client_secret="s").id
    users.call("AddIDPLink", user_id=user_id, idp_link={"idp_id": idp, "user_id": "ext", "user_name": "Ext"})
    assert [link.user_id for link in users.call("ListIDPLinks", user_id=user_id).result] == ["ext"]
    users.call("RemoveIDPLink", user_id=user_id, idp_id=idp, linked_user_id="ext")
    assert not users.call("ListIDPLinks", user_id=user_id).result


def test_token_of_a_machine_is_listed_until_it_is_removed(users: Users) -> None:
    created = users.call("CreateUser", organization_id=users.org_id, machine={"name": "bot"})
    new = users.call("AddPersonalAccessToken", user_id=created.id, expiration_date={"seconds": int(time.time()) + 3600})
    asked = [{"user_id_filter": {"id": created.id}}]
    assert [token.id for token in users.call("ListPersonalAccessTokens", filters=asked).result] == [new.token_id]
    users.call("RemovePersonalAccessToken", user_id=created.id, token_id=new.token_id)
    assert not users.call("ListPersonalAccessTokens", filters=asked).result


def test_machine_makes_own_keys_without_a_role(users: Users) -> None:
    user_id, token = users.wire.member("self")
    until = {"seconds": int(time.time()) + 3600}
    assert users.call("AddPersonalAccessToken", token=token, user_id=user_id, expiration_date=until).token
    assert users.call("AddSecret", token=token, user_id=user_id).client_secret


def test_user_sets_no_own_metadata_without_a_role(users: Users) -> None:
    user_id, token = users.wire.member("self")
    refused = users.refused("SetUserMetadata", token=token, user_id=user_id, metadata=[{"key": "a", "value": b"b"}])
    assert refused == "NOT_FOUND membership not found (AUTHZ-cdgFk)"


def test_login_at_a_provider_is_not_proven_by_any_token(users: Users) -> None:
    refused = users.refused("RetrieveIdentityProviderIntent", idp_intent_id="1", idp_intent_token="dG9rZW4")
    assert refused == "PERMISSION_DENIED Intent Token is invalid (CRYPTO-Sf4gt)"


@pytest.mark.parametrize("verified", [{"email": {"email": "new@people.example", "is_verified": True}},
                                      {"phone": {"phone": "+41791234567", "is_verified": True}}])  # fmt: skip
def test_people_do_not_verify_themselves(verified: dict[str, Any], users: Users) -> None:
    user_id = users.person()
    token = users.wire.emulator.token_for(user_id)
    assert "AUTHZ-cdgFk" in users.refused("UpdateUser", token=token, user_id=user_id, human=verified)
    assert "AUTHZ-cdgFk" in users.refused("UpdateHumanUser", token=token, user_id=user_id, **verified)
    users.call("UpdateUser", user_id=user_id, human=verified)


@pytest.mark.parametrize(
    ("rpc", "fields"),
    [
        ("AddOTPSMS", {}),
        ("AddOTPEmail", {}),
        ("RemoveOTPSMS", {}),
        ("RemoveOTPEmail", {}),
        ("VerifyTOTPRegistration", {"code": "000000"}),
        ("RegisterPasskey", {}),
        ("CreatePasskeyRegistrationLink", {}),
    ],
)
def test_permission_is_asked_for_before_the_state_of_a_factor(users: Users, rpc: str, fields: Any) -> None:
    user_id = users.person()
    _, token = users.wire.member("anybody")
    assert "AUTHZ-cdgFk" in users.refused(rpc, token=token, user_id=user_id, **fields)
    assert users.refused(rpc, user_id="404", **fields) == "NOT_FOUND Errors.NotFound (COMMAND-4g3xq)"


@pytest.mark.parametrize("rpc", ["AddOTPEmail", "RegisterPasskey"])
def test_removed_user_is_one_who_was(users: Users, rpc: str) -> None:
    user_id = users.person()
    users.call("DeleteUser", user_id=user_id)
    assert "COMMAND-4g3xq" not in users.refused(rpc, user_id=user_id)


@pytest.mark.parametrize("rpc", ["DeactivateUser", "LockUser"])
def test_nobody_changes_the_own_state(users: Users, rpc: str) -> None:
    bot, token = users.wire.member("tired")
    assert "AUTHZ-cdgFk" in users.refused(rpc, token=token, user_id=bot)


def test_removing_no_number_is_refused(users: Users) -> None:
    user_id = users.person()
    assert users.refused("RemovePhone", user_id=user_id) == "FAILED_PRECONDITION Phone not found (COMMAND-ieJ2e)"


def test_people_change_the_own_address_but_see_no_code(users: Users) -> None:
    user_id, token = users.login()
    fields: dict[str, Any] = {"user_id": user_id, "email": "new@people.example"}
    assert "AUTHZ-cdgFk" in users.refused("SetEmail", token=token, return_code={}, **fields)
    assert "AUTHZ-cdgFk" in users.refused("SetEmail", token=token, is_verified=True, **fields)
    users.call("SetEmail", token=token, **fields)
    assert "AUTHZ-cdgFk" in users.refused("ResendEmailCode", token=token, user_id=user_id, return_code={})
    assert users.get(user_id).human.email.email == "new@people.example"


def test_invitation_ends_with_the_third_wrong_code(users: Users) -> None:
    user_id = users.person()
    code = users.call("CreateInviteCode", user_id=user_id, return_code={}).invite_code
    for _ in range(3):
        assert "COMMAND-Wgn4q" in users.refused("VerifyInviteCode", user_id=user_id, verification_code="WRONG1")
    assert "COMMAND-Wgn4q" in users.refused("VerifyInviteCode", user_id=user_id, verification_code=code)


def test_invitation_ends_when_the_address_is_verified(users: Users) -> None:
    user_id = users.person(email={"email": "open@people.example"})
    invite = users.call("CreateInviteCode", user_id=user_id, return_code={}).invite_code
    code = users.call("SendEmailCode", user_id=user_id, return_code={}).verification_code
    users.call("VerifyEmail", user_id=user_id, verification_code=code)
    assert "COMMAND-Wgn4q" in users.refused("VerifyInviteCode", user_id=user_id, verification_code=invite)


def test_sent_invitation_is_sent_again_until_there_is_a_password(users: Users) -> None:
    user_id = users.person()
    users.call("CreateInviteCode", user_id=user_id)
    assert users.call("ResendInviteCode", user_id=user_id).details.sequence
    users.call("SetPassword", user_id=user_id, new_password={"password": PASSWORD})
    assert "COMMAND-EF34g" in users.refused("ResendInviteCode", user_id=user_id)


def test_wrong_current_password_counts_until_the_user_is_locked(users: Users) -> None:
    users.wire.call("AddCustomLockoutPolicy", max_password_attempts=2)
    user_id = users.person(password={"password": PASSWORD})
    fields: dict[str, Any] = {"new_password": {"password": "N3w-secret!"}, "current_password": "wrong"}
    for _ in range(2):
        assert "COMMAND-3M0fs" in users.refused("SetPassword", user_id=user_id, **fields)
    assert "COMMAND-JLK35" in users.refused("SetPassword", user_id=user_id, **fields)
    assert users.get(user_id).state == USER_STATE_LOCKED


def test_wrong_current_password_leaves_the_rest_of_a_change_undone(users: Users) -> None:
    user_id = users.person(password={"password": PASSWORD})
    human = {
        "profile": {"nick_name": "nick"},
        "password": {"password": {"password": "N3w-secret!"}, "current_password": "wrong"},
    }
    assert "COMMAND-3M0fs" in users.refused("UpdateUser", user_id=user_id, human=human)
    assert not users.get(user_id).human.profile.nick_name


def test_password_that_is_set_by_a_code_can_be_for_one_login(users: Users) -> None:
    user_id = users.person(password={"password": PASSWORD})
    code = users.call("PasswordReset", user_id=user_id, return_code={}).verification_code
    new = {"password": "N3w-secret!", "change_required": True}
    users.call("SetPassword", user_id=user_id, new_password=new, verification_code=code)
    assert users.get(user_id).human.password_change_required


@pytest.mark.parametrize(
    ("proof", "id"), [("verification_code", "COMMAND-Mf0sd"), ("current_password", "COMMAND-3M0fs")]
)
def test_empty_password_is_refused(users: Users, proof: str, id: str) -> None:
    user_id = users.person(password={"password": PASSWORD})
    refused = users.refused("SetPassword", user_id=user_id, **dict[str, Any]({proof: "x"}))
    assert refused == f"INVALID_ARGUMENT Password is empty ({id})"


def test_change_to_no_password_is_refused(users: Users) -> None:
    user_id = users.person()
    refused = users.refused("UpdateUser", user_id=user_id, human={"password": {}})
    assert refused == "INVALID_ARGUMENT Password is empty (COMMAND-3klek4sbns)"


def test_password_of_an_unknown_user_is_no_matter_of_permissions(users: Users) -> None:
    _, token = users.wire.member("anybody")
    fields: dict[str, Any] = {"user_id": "404", "new_password": {"password": PASSWORD}}
    assert "COMMAND-G8dh3" in users.refused("SetPassword", token=token, **fields)


def test_machine_is_not_added_with_empty_metadata(users: Users) -> None:
    fields: dict[str, Any] = {"organization_id": users.org_id, "username": "meta", "machine": {"name": "Meta"}}
    assert "USER-Dbgth" in users.refused("CreateUser", metadata=[{"key": "a"}], **fields)
    created = users.call("CreateUser", metadata=[{"key": " a ", "value": b"1"}], **fields)
    assert [each.key for each in users.call("ListUserMetadata", user_id=created.id).metadata] == ["a"]


@pytest.mark.parametrize("rpc", ["UpdateUser", "UpdateHumanUser"])
def test_code_of_an_address_that_stays_is_not_shown_again(users: Users, rpc: str) -> None:
    user_id = users.person()
    email = {"email": "next@people.example", "return_code": {}}
    fields: dict[str, Any] = {"human": {"email": email}} if rpc == "UpdateUser" else {"email": email}
    assert users.call(rpc, user_id=user_id, **fields).email_code
    assert not users.call(rpc, user_id=user_id, **fields).HasField("email_code")


@pytest.mark.parametrize("way", ["v1", "RemovePhone", "UpdateUser"])
def test_codes_by_sms_end_with_the_number(users: Users, way: str) -> None:
    user_id = users.person(phone={"phone": "+41791234567", "is_verified": True})
    users.call("AddOTPSMS", user_id=user_id)
    if way == "v1":
        users.wire.call("RemoveHumanPhone", user_id=user_id)
    elif way == "UpdateUser":
        users.call(way, user_id=user_id, human={"phone": {}})
    else:
        users.call(way, user_id=user_id)
    assert not users.call("ListAuthenticationMethodTypes", user_id=user_id).auth_method_types
    assert "COMMAND-Q54j2" in users.refused("AddOTPSMS", user_id=user_id)


def test_address_that_replaces_a_verified_one_is_good_for_codes(users: Users) -> None:
    user_id = users.person()
    users.call("SetEmail", user_id=user_id, email="next@people.example")
    assert users.call("AddOTPEmail", user_id=user_id).details.sequence
