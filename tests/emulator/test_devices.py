"""The device flow (RFC 8628): a device asks and polls, a person decides with a session."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any

import pytest

from zgrpc.testing.oauth_device import DEVICE_CODE

PASSWORD = "Secret-Passw0rd"


class Device:
    """A device of a public application, which has asked for authorization."""

    def __init__(self, wire: Any) -> None:
        self.wire = wire
        self.project = wire.call("AddProject", name="tv").id
        self.client_id = wire.call(
            "AddOIDCApp", project_id=self.project, name="tv app", grant_types=[3], app_type=2, auth_method_type=2
        ).client_id
        self.asked = self.ask()[1]

    def ask(self, **form: str) -> tuple[int, dict[str, Any]]:
        body = urllib.parse.urlencode({"client_id": self.client_id, "scope": "openid profile", **form})
        headers = {"content-type": "application/x-www-form-urlencoded"}
        status, _, raw = self.wire.http("POST", "/oauth/v2/device_authorization", body=body, headers=headers)
        return status, json.loads(raw)

    def poll(self, **form: str) -> tuple[int, dict[str, Any]]:
        told = {"grant_type": DEVICE_CODE, "client_id": self.client_id, "device_code": self.asked["device_code"]}
        answer: tuple[int, dict[str, Any]] = self.wire.token({**told, **form})
        return answer

    def error(self, **form: str) -> str:
        status, answer = self.poll(**form)
        assert status == 400
        return str(answer["error"])

    @property
    def request(self) -> Any:
        found = self.wire.rpc("v2.oidc.GetDeviceAuthorizationRequest", user_code=self.asked["user_code"])
        return found.device_authorization_request

    def session(self) -> tuple[str, dict[str, str]]:
        """A person, and a session of theirs."""
        ann = self.wire.human("ann")
        checks = {"user": {"user_id": ann}, "password": {"password": PASSWORD}}
        made = self.wire.rpc("v2.session.CreateSession", checks=checks)
        return ann, {"session_id": made.session_id, "session_token": made.session_token}

    def decide(self, **decision: Any) -> None:
        name = "v2.oidc.AuthorizeOrDenyDeviceAuthorization"
        self.wire.rpc(name, device_authorization_id=self.request.id, **decision)


@pytest.fixture
def device(wire: Any) -> Device:
    return Device(wire)


def test_person_sees_what_a_device_asks_for(device: Device) -> None:
    asked = device.request
    assert (asked.client_id, asked.app_name, asked.project_name) == (device.client_id, "tv app", "tv")
    assert list(asked.scope) == ["openid", "profile"]


def test_start_tells_where_and_how_often(device: Device) -> None:
    issuer, code = device.wire.emulator.issuer, device.asked["user_code"]
    assert device.asked["verification_uri_complete"] == f"{issuer}/device?user_code={code}"
    assert (device.asked["expires_in"], device.asked["interval"]) == (300, 5)


def test_poll_is_pending_and_then_too_soon(device: Device) -> None:
    assert [device.error(), device.error()] == ["authorization_pending", "slow_down"]


def test_approved_device_gets_one_token_of_the_person(device: Device) -> None:
    ann, session = device.session()
    device.decide(session=session)
    status, answer = device.poll()
    assert (status, answer["token_type"], "id_token" in answer) == (200, "Bearer", True)
    headers = {"authorization": f"Bearer {answer['access_token']}"}
    assert json.loads(device.wire.http("GET", "/oidc/v1/userinfo", headers=headers)[2])["sub"] == ann
    assert device.error() == "invalid_grant"


def test_denied_device_gets_nothing(device: Device) -> None:
    device.decide(deny={})
    assert device.error() == "access_denied"


def test_decision_is_made_once(device: Device) -> None:
    request = device.request.id
    device.decide(deny={})
    name = "v2.oidc.AuthorizeOrDenyDeviceAuthorization"
    assert device.wire.rpc_refused(name, device_authorization_id=request, deny={})[0] == "NOT_FOUND"


def test_session_without_its_token_approves_nothing(device: Device) -> None:
    session = {**device.session()[1], "session_token": "other"}
    name = "v2.oidc.AuthorizeOrDenyDeviceAuthorization"
    refused = device.wire.rpc_refused(name, device_authorization_id=device.request.id, session=session)
    assert (refused[0], device.error()) == ("PERMISSION_DENIED", "authorization_pending")


def test_device_code_expires(device: Device) -> None:
    device.wire.emulator.clock_offset += device.asked["expires_in"] + 1
    assert device.error() == "expired_token"


def test_device_code_of_another_client_is_invalid(device: Device) -> None:
    other = device.wire.call(
        "AddOIDCApp", project_id=device.project, name="other", grant_types=[3], app_type=2, auth_method_type=2
    ).client_id
    assert device.error(client_id=other) == "invalid_grant"


def test_application_without_the_grant_cannot_start(device: Device) -> None:
    other = device.wire.call(
        "AddOIDCApp", project_id=device.project, name="web", redirect_uris=["https://a.example"],
        response_types=[0], grant_types=[0], app_type=0, auth_method_type=2,
    ).client_id  # fmt: skip
    assert (device.ask(client_id=other)[1]["error"], device.ask(client_id="x")[0]) == ("unauthorized_client", 401)
