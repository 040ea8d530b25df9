"""Second factors and passkeys, and the messages to users."""

from __future__ import annotations

import json
import time
from typing import Any

import grpc
import pytest
from zitadel import auth_pb2

from zgrpc.testing.domain import totp

VERIFIED_PHONE = {"phone": {"phone": "+41446681800", "is_phone_verified": True}}


class Person:
    """A person who calls the auth service."""

    def __init__(self, wire: Any, **fields: Any) -> None:
        self.wire = wire
        self.id = wire.human("ann", **fields)
        self.token = wire.emulator.token_for(self.id)

    def call(self, rpc: str, **fields: Any) -> Any:
        method = auth_pb2.DESCRIPTOR.services_by_name["AuthService"].methods_by_name[rpc]
        request = getattr(auth_pb2, method.input_type.name)(**fields)
        return getattr(self.wire.auth, rpc)(request, **self.wire.bearer(self.token))

    def refused(self, rpc: str, **fields: Any) -> tuple[grpc.StatusCode, str]:
        with pytest.raises(grpc.RpcError) as failure:
            self.call(rpc, **fields)
        return failure.value.code(), str(failure.value.details())

    def factors(self) -> list[str]:
        mine = self.call("ListMyAuthFactors").result
        assert list(self.wire.call("ListHumanAuthFactors", user_id=self.id).result) == list(mine)
        return [factor.WhichOneof("type") for factor in mine]


@pytest.fixture
def ann(wire: Any) -> Person:
    return Person(wire, **VERIFIED_PHONE)


def test_codes_are_those_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the RFC's "12345678901234567890" in base32
    assert [totp.at(secret, seconds) for seconds in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_an_app_is_ready_once_a_code_proves_it(ann: Person) -> None:
    new = ann.call("AddMyAuthFactorOTP")
    assert f"secret={new.secret}" in new.url
    assert ann.factors() == []
    assert ann.refused("VerifyMyAuthFactorOTP", code="x")[1].endswith("(EVENT-8isk2)")
    ann.call("VerifyMyAuthFactorOTP", code=totp.at(new.secret, int(time.time())))
    assert ann.factors() == ["otp"]
    assert ann.refused("AddMyAuthFactorOTP")[0] is grpc.StatusCode.ALREADY_EXISTS
    assert ann.refused("VerifyMyAuthFactorOTP", code="x")[0] is grpc.StatusCode.FAILED_PRECONDITION


def test_an_app_is_removed_by_the_organization_too(ann: Person) -> None:
    ann.call("AddMyAuthFactorOTP")
    ann.wire.call("RemoveHumanAuthFactorOTP", user_id=ann.id)
    assert ann.refused("RemoveMyAuthFactorOTP")[0] is grpc.StatusCode.NOT_FOUND


@pytest.mark.parametrize(("name", "shown"), [("SMS", "otp_sms"), ("Email", "otp_email")])
def test_codes_are_sent_to_what_is_verified(ann: Person, name: str, shown: str) -> None:
    ann.call(f"AddMyAuthFactorOTP{name}")
    assert ann.refused(f"AddMyAuthFactorOTP{name}")[0] is grpc.StatusCode.ALREADY_EXISTS
    assert ann.factors() == [shown]
    ann.call(f"RemoveMyAuthFactorOTP{name}")
    missing = ann.wire.code(f"RemoveHumanAuthFactorOTP{name}", user_id=ann.id)
    assert missing is grpc.StatusCode.NOT_FOUND


def test_codes_are_not_sent_to_a_number_that_is_not_verified(wire: Any) -> None:
    ann = Person(wire, phone={"phone": "+41446681800"})
    assert ann.refused("AddMyAuthFactorOTPSMS")[1].endswith("(COMMAND-Q54j2)")


@pytest.mark.parametrize("name", ["AuthFactorU2F", "Passwordless"])
def test_registering_a_security_key_stops_at_the_browsers_part(ann: Person, name: str) -> None:
    options = json.loads(ann.call(f"AddMy{name}").key.public_key)["publicKey"]
    assert options["rp"]["id"] == "localhost"
    assert options["challenge"]
    code, text = ann.refused(
        f"VerifyMy{name}", verification={"public_key_credential": b"{}".ljust(60), "token_name": "key"}
    )
    assert (code, text.endswith("(WEBAU-sEr8c)")) == (grpc.StatusCode.INTERNAL, True)
    assert not ann.call("ListMyPasswordless").result
    assert ann.factors() == []


@pytest.mark.parametrize("name", ["AuthFactorU2F", "Passwordless"])
def test_a_missing_factor_cannot_be_removed(ann: Person, name: str) -> None:
    assert ann.refused(f"RemoveMy{name}", token_id="0")[1].endswith("(COMMAND-DAfb2)")
    code = ann.wire.code(f"RemoveHuman{name}", user_id=ann.id, token_id="0")
    assert code is grpc.StatusCode.NOT_FOUND


def test_a_passkey_is_registered_at_a_link(ann: Person) -> None:
    mine, theirs = ann.call("AddMyPasswordlessLink"), ann.wire.call("AddPasswordlessRegistration", user_id=ann.id)
    for answer in (mine, theirs):
        assert f"userID={ann.id}" in answer.link
        assert answer.expiration.seconds
    assert ann.wire.call("SendPasswordlessRegistration", user_id=ann.id).details.sequence
    assert ann.call("SendMyPasswordlessLink").details.sequence


def test_another_organization_finds_no_factor(ann: Person) -> None:
    ann.call("AddMyAuthFactorOTP")
    ann.wire.org_id = ann.wire.call("AddOrg", name="other").id
    assert ann.wire.code("RemoveHumanAuthFactorOTP", user_id=ann.id) is grpc.StatusCode.NOT_FOUND


# -- what people are sent --------------------------------------------------------------------------
def test_an_initial_user_gets_another_code_for_another_address(wire: Any) -> None:
    user_id = wire.human("ann", initial_password="", email={"email": "ann@people.example"})
    wire.call("ResendHumanInitialization", user_id=user_id, email="other@people.example")
    assert wire.call("GetHumanEmail", user_id=user_id).email.email == "other@people.example"


def test_a_user_who_is_initialized_gets_no_code_for_that(ann: Person) -> None:
    assert ann.wire.refused("ResendHumanInitialization", user_id=ann.id)[1].endswith("(COMMAND-2M9sd)")


@pytest.mark.parametrize("what", ["Email", "Phone"])
def test_verified_contacts_get_no_code(ann: Person, what: str) -> None:
    assert ann.wire.refused(f"ResendHuman{what}Verification", user_id=ann.id)[0] == "FAILED_PRECONDITION"
    assert ann.refused(f"ResendMy{what}Verification")[0] is grpc.StatusCode.FAILED_PRECONDITION


def test_a_new_number_waits_for_its_code(ann: Person) -> None:
    ann.call("SetMyPhone", phone="+41446681801")
    assert not ann.call("GetMyPhone").phone.is_phone_verified
    assert ann.call("ResendMyPhoneVerification").details.sequence
    assert ann.refused("VerifyMyPhone", code="123456")[1].endswith("(COMMAND-sM0cs)")
    ann.call("RemoveMyPhone")
    assert ann.refused("VerifyMyPhone", code="123456")[0] is grpc.StatusCode.NOT_FOUND


def test_a_new_address_waits_for_its_code(ann: Person) -> None:
    ann.call("SetMyEmail", email="other@people.example")
    assert ann.call("GetMyEmail").email.email == "other@people.example"
    assert ann.refused("VerifyMyEmail", code="123456")[1].endswith("(COMMAND-Gdsgs)")


def test_users_change_their_profile(ann: Person) -> None:
    ann.call("UpdateMyProfile", first_name="Anna", last_name="Doe", display_name="Anna", preferred_language="de")
    assert ann.call("GetMyProfile").profile.first_name == "Anna"


def test_users_change_their_password_with_the_old_one(ann: Person) -> None:
    wrong = ann.refused("UpdateMyPassword", old_password="wrong", new_password="Other-Passw0rd")
    assert wrong[1].endswith("(COMMAND-3M0fs)")
    ann.call("UpdateMyPassword", old_password="Secret-Passw0rd", new_password="Other-Passw0rd")
    same = ann.refused("UpdateMyPassword", old_password="Other-Passw0rd", new_password="Other-Passw0rd")
    assert same[0] is grpc.StatusCode.FAILED_PRECONDITION


def test_a_password_is_asked_for_and_set(ann: Person) -> None:
    assert ann.wire.call("SendHumanResetPasswordNotification", user_id=ann.id).details.sequence
    assert ann.wire.call("SetHumanInitialPassword", user_id=ann.id, password="Other-Passw0rd").details.sequence


def test_a_machine_has_no_picture(ann: Person) -> None:
    assert ann.wire.call("RemoveHumanAvatar", user_id=ann.id).details.sequence
    assert ann.call("RemoveMyAvatar").details.sequence
    assert ann.wire.code("RemoveHumanAvatar", user_id=ann.wire.machine("bot")) is grpc.StatusCode.NOT_FOUND


def test_the_list_of_refresh_tokens_is_empty(ann: Person) -> None:
    assert not ann.call("ListMyRefreshTokens").result
    assert ann.refused("RevokeAllMyRefreshTokens")[1].endswith("(COMMAND-Gfj42)")


# -- the instance ----------------------------------------------------------------------------------
def test_the_languages_are_those_of_both_services(ann: Person) -> None:
    languages = list(ann.wire.call("GetSupportedLanguages").languages)
    assert {"de", "en"} < set(languages)
    assert list(ann.call("GetSupportedLanguages").languages) == languages


def test_the_issuer_is_that_of_the_token_endpoint(shared_wire: Any) -> None:
    found = shared_wire.call("GetOIDCInformation")
    assert found.issuer == shared_wire.emulator.issuer
    assert found.discovery_endpoint.startswith(found.issuer)


def test_the_instance_names_its_default_organization(shared_wire: Any) -> None:
    iam = shared_wire.call("GetIAM")
    assert iam.default_org_id == shared_wire.call("GetMyOrg").org.id
    assert iam.iam_project_id


def test_events_of_codes_and_recovery_codes_are_those_of_second_factors(wire: Any) -> None:
    ann = wire.human("ann", phone={"phone": "+41791234567", "is_phone_verified": True})
    wire.rpc("v2.user.AddOTPSMS", user_id=ann)
    wire.rpc("v2.user.AddOTPEmail", user_id=ann)
    wire.rpc("v2.user.GenerateRecoveryCodes", user_id=ann, count=2)
    changes = wire.call("ListUserChanges", user_id=ann, query={"limit": 3}).result
    assert [change.event_type.key.removeprefix("EventTypes.user.human.") for change in changes] == [
        "mfa.recoverycode.added", "mfa.otp.email.added", "mfa.otp.sms.added",
    ]  # fmt: skip
