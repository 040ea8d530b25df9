"""Which settings of an OIDC application are consistent, and which depart from OIDC 1.0."""

from __future__ import annotations

import pytest
from zitadel import app_pb2

from zgrpc.testing import oidc_rules
from zgrpc.testing.oidc_rules import (
    AUTHORIZATION_CODE,
    BASIC,
    CODE,
    DEVICE_CODE,
    ID_TOKEN,
    ID_TOKEN_TOKEN,
    IMPLICIT,
    NATIVE,
    NONE,
    REFRESH_TOKEN,
    USER_AGENT,
    WEB,
)

HTTPS, HTTP, OWN = "https://shop.example/cb", "http://shop.example/cb", "shop://cb"


def keys(app_type: int, grants: list[int], method: int, uris: list[str]) -> list[str]:
    found = oidc_rules.compliance(app_type, grants, method, uris).problems
    return [key.removeprefix("Application.OIDC.V1.") for key in found]


def test_the_constants_are_those_of_the_contract() -> None:
    assert (ID_TOKEN_TOKEN, DEVICE_CODE, NATIVE, NONE) == (
        app_pb2.OIDC_RESPONSE_TYPE_ID_TOKEN_TOKEN,
        app_pb2.OIDC_GRANT_TYPE_DEVICE_CODE,
        app_pb2.OIDC_APP_TYPE_NATIVE,
        app_pb2.OIDC_AUTH_METHOD_TYPE_NONE,
    )


@pytest.mark.parametrize(
    ("responses", "grants", "valid"),
    [
        ([CODE], [AUTHORIZATION_CODE], True),
        ([CODE], [IMPLICIT], False),
        ([CODE], [DEVICE_CODE], True),
        ([ID_TOKEN], [IMPLICIT], True),
        ([ID_TOKEN_TOKEN], [AUTHORIZATION_CODE], False),
        ([CODE, ID_TOKEN], [AUTHORIZATION_CODE], False),
        ([CODE, ID_TOKEN], [AUTHORIZATION_CODE, IMPLICIT], True),
        ([CODE], [AUTHORIZATION_CODE, REFRESH_TOKEN], True),
    ],
)
def test_a_response_type_needs_its_grant_type(responses: list[int], grants: list[int], valid: bool) -> None:
    assert oidc_rules.is_valid(responses, grants, []) is valid


@pytest.mark.parametrize(
    ("origin", "valid"),
    [
        ("https://shop.example", True),
        ("http://localhost:8080", True),
        ("https://shop.example/path", False),
        ("shop", False),
    ],
)
def test_an_additional_origin_is_one(origin: str, valid: bool) -> None:
    assert oidc_rules.is_valid([CODE], [AUTHORIZATION_CODE], [origin]) is valid


def test_a_plain_web_application_complies() -> None:
    assert oidc_rules.compliance(WEB, [AUTHORIZATION_CODE], BASIC, [HTTPS]) == (False, [])


@pytest.mark.parametrize(
    ("app_type", "grants", "method", "uri", "problem"),
    [
        (WEB, [AUTHORIZATION_CODE], BASIC, OWN, "Code.RedirectUris.CustomOnlyForNative"),
        (USER_AGENT, [AUTHORIZATION_CODE], NONE, HTTP, "Code.RedirectUris.HttpOnlyForWeb"),
        (USER_AGENT, [AUTHORIZATION_CODE], BASIC, HTTPS, "UserAgent.AuthMethodType.NotNone"),
        (NATIVE, [AUTHORIZATION_CODE], BASIC, OWN, "Native.AuthMethodType.NotNone"),
        (NATIVE, [AUTHORIZATION_CODE], NONE, HTTP, "Native.RedirectUris.MustBeHttpLocalhost"),
        (WEB, [IMPLICIT], BASIC, HTTP, "Implicit.RedirectUris.HttpNotAllowed"),
        (WEB, [IMPLICIT], BASIC, OWN, "Implicit.RedirectUris.CustomNotAllowed"),
        (WEB, [IMPLICIT, REFRESH_TOKEN], BASIC, HTTPS, "GrantType.Refresh.NoAuthCode"),
    ],
)
def test_departures_are_named(app_type: int, grants: list[int], method: int, uri: str, problem: str) -> None:
    assert problem in keys(app_type, grants, method, [uri])


@pytest.mark.parametrize("uri", ["http://localhost/cb", "http://127.0.0.1:8080/cb", "http://[::1]/cb", OWN])
def test_a_native_application_calls_back_at_home(uri: str) -> None:
    assert keys(NATIVE, [AUTHORIZATION_CODE], NONE, [uri]) == []


def test_an_application_without_a_way_back_departs() -> None:
    assert "NoRedirectUris" in keys(WEB, [AUTHORIZATION_CODE], BASIC, [])


def test_every_departure_has_a_message() -> None:
    found = oidc_rules.compliance(NATIVE, [AUTHORIZATION_CODE, IMPLICIT], BASIC, [HTTP, OWN]).problems
    assert [key for key in found if key not in oidc_rules.MESSAGES] == []
